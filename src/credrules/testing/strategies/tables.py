"""
Rosters as people keep them: coherent people as rows under an office's own headings, with faults if they are asked for.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Sequence
from typing import Any, Final

from attrs import evolve, frozen
from hypothesis import strategies as st

from credrules.fields import fields_of
from credrules.findings import CredrulesError, finding
from credrules.identifiers import citizen_id
from credrules.masking import shown_key
from credrules.rosters import RosterRow, match_columns
from credrules.testing.person import HeldTitle, Person
from credrules.testing.strategies.faults import FAULTS
from credrules.testing.strategies.identifiers import person_names
from credrules.testing.strategies.persons import day_of_people, people
from credrules.values import Label

__all__ = ["Fault", "Roster", "rosters", "spellings"]
__dir__ = __all__.copy

# The fields of a plain roster; a table always has the first two, and any of the others.
_ALWAYS: Final = ("name", "citizen_id")
_MAYBE: Final = (
    "sex", "birth_date", "age", "ethnicity", "native_place", "political_status", "work_start", "unit_name", "education",
    "degree", "school", "major", "graduated_on", "title_name", "title_level", "title_series", "acquire_mode",
    "issued_on", "appointed_on", "certificate_number", "approving_organ", "mobile", "landline", "email",
)  # fmt: skip
_NOTATIONS: Final = ("%Y-%m-%d", "%Y.%m", "%Y年%m月", "%Y/%m/%d", "%Y-%m")
_NOT_A_FAULT: Final = Label("名册没有这种问题可生成", "no fault of a roster has this code")


@frozen
class Fault:
    """
    A fault that was put into a roster: the place of its row (from 0), the heading of its cell, the code it is found by.

    >>> Fault(0, "性别", "ROSTER.SEX").code
    'ROSTER.SEX'
    """

    row: int
    heading: str
    code: str


@frozen(repr=False)
class Roster:
    """
    A table of people: `headings`, and `rows` with one cell for each.

    `people` are those in the rows, before any fault; `faults` is what was put in.

    >>> roster = Roster(("姓名", "性别"), (("张三", "男"),))
    >>> roster, roster.mappings()
    (<roster of 1 rows, 2 columns, 0 faults>, [{'姓名': '张三', '性别': '男'}])
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    people: tuple[Person, ...] = ()
    faults: tuple[Fault, ...] = ()

    def mappings(self) -> list[dict[str, Any]]:
        """
        Return the rows as mappings from heading to cell, as `check_rows` reads them.
        """
        return [dict(zip(self.headings, row, strict=True)) for row in self.rows]

    def __repr__(self) -> str:
        return f"<roster of {len(self.rows)} rows, {len(self.headings)} columns, {len(self.faults)} faults>"


@functools.cache
def spellings(name: str) -> tuple[str, ...]:
    """
    Return the headings that are read as one field by themselves: its label first, then its known spellings.

    >>> spellings("sex")[:3]
    ('性别', 'gender', '性别代码')
    """
    spec = next(spec for spec in fields_of(RosterRow) if spec.name == name)
    written = dict.fromkeys((spec.label.zh, *spec.declared.aliases))
    return tuple(text for text in written if dict(match_columns([text]).fields) == {text: name})


def rosters(
    *, on: dt.date, least: int = 1, most: int = 5, faults: int | Sequence[str] = 0
) -> st.SearchStrategy[Roster]:
    """
    Return rosters of `least` to `most` people whose check on the day `on` finds no error but the faults put in.

    Headings are those of real offices, columns come in any order, and all but
    name and identity number may be left out. `faults` is how many rows get a
    fault, or the codes of the faults (each of `FAULTS`); every fault has a row
    of its own, so there are at least as many rows.

    Raises CredrulesError for an unknown fault and for a day on which no one is drawn.

    >>> from hypothesis import find
    >>> from credrules.rosters import check_table
    >>> on = dt.date(2025, 6, 30)
    >>> roster = find(rosters(on=on, faults=["ROSTER.SEX"]), bool)
    >>> [(fault.heading, fault.code) for fault in roster.faults]
    [('性别', 'ROSTER.SEX')]
    >>> [item.code for report in check_table(roster.headings, roster.rows, on=on).rows for item in report.findings]
    ['ROSTER.SEX']
    """
    day = day_of_people(on)
    if isinstance(faults, int):
        chosen = st.lists(st.sampled_from(sorted(FAULTS)), min_size=faults, max_size=faults)
        return chosen.flatmap(lambda codes: _rosters(day, least, most, tuple(codes)))
    unknown = [code for code in faults if code not in FAULTS]
    if unknown:
        raise CredrulesError([finding("TESTING.NO_EXAMPLE", code=shown_key(unknown[0]), problem=_NOT_A_FAULT)])
    return _rosters(day, least, most, tuple(faults))


@st.composite
def _rosters(draw: st.DrawFn, on: dt.date, least: int, most: int, codes: tuple[str, ...]) -> Roster:
    count = draw(st.integers(max(least, len(codes)), max(most, len(codes), least)))
    names = draw(st.lists(person_names(), min_size=count, max_size=count, unique=True))
    drawn = [_apart(draw(people(on=on)), name, place) for place, name in enumerate(names)]
    needed = [name for code in codes for name in FAULTS[code].fields]
    fields = draw(_columns(tuple(dict.fromkeys((*_ALWAYS, *needed)))))
    headings = draw(_headings(fields))
    dates = draw(st.sampled_from(_NOTATIONS))
    # Each fault is in a row of its own, whichever that is.
    places = draw(st.permutations(range(count)))
    damaged = dict(zip(places, codes, strict=False))
    drawn = [_titled(person) if _wants_title(damaged.get(place)) else person for place, person in enumerate(drawn)]
    rows = [_cells(person, damaged.get(place), dates) for place, person in enumerate(drawn)]
    return Roster(
        headings=headings,
        rows=tuple(tuple(row[name] for name in fields) for row in rows),
        people=tuple(drawn),
        faults=tuple(
            Fault(place, headings[fields.index(FAULTS[code].field)], code) for place, code in sorted(damaged.items())
        ),
    )


def _apart(person: Person, name: str, place: int) -> Person:
    """
    Return the person with numbers that no one else in the table has.
    """
    hundreds, rest = divmod(place % 490, 49)
    sequence = 100 * hundreds + (2 * rest + 1 if person.sex == "1" else 2 * rest + 2)
    body = f"{person.citizen_id[:14]}{sequence:03}"
    return evolve(
        person,
        name=name,
        citizen_id=body + citizen_id.check_digit(body),
        mobile=f"1380000{place % 10_000:04}",
        email=f"p{place}@example.org",
        titles=tuple(
            evolve(title, certificate_number=f"{title.obtained_on.year}{place % 10_000:04}{number:02}")
            for number, title in enumerate(person.titles, start=1)
        ),
    )


def _wants_title(code: str | None) -> bool:
    return code is not None and FAULTS[code].titled


def _titled(person: Person) -> Person:
    """
    Return the person with a first title, if there is none yet.
    """
    if person.titles:
        return person
    day = person.work_started_on + dt.timedelta(14)
    first = HeldTitle(
        code="084",
        name="助理工程师",
        level="434",
        series="工程技术人员",
        route="RECOGNISE",
        obtained_on=day,
        appointed_on=day,
        organ="乙市人事局",
        certificate_number=f"{day:%Y}{person.mobile[-4:]}01",
    )
    return evolve(person, titles=(first,))


@st.composite
def _columns(draw: st.DrawFn, needed: tuple[str, ...]) -> tuple[str, ...]:
    optional = [name for name in _MAYBE if name not in needed]
    return tuple(draw(st.permutations((*needed, *draw(st.lists(st.sampled_from(optional), unique=True))))))


@st.composite
def _headings(draw: st.DrawFn, fields: tuple[str, ...]) -> tuple[str, ...]:
    drawn = tuple(draw(st.sampled_from(spellings(name))) for name in fields)
    # Side by side, two headings may read as parts of one group; then the labels are taken, which never do.
    labels = tuple(spellings(name)[0] for name in fields)
    return drawn if tuple(match_columns(drawn).fields.values()) == fields else labels


def _cells(person: Person, code: str | None, dates: str) -> dict[str, Any]:
    labels = {spec.name: spec.label.zh for spec in fields_of(RosterRow)}
    row = person.row(dates=dates)
    cells = {name: row.get(label, "") for name, label in labels.items()}
    return cells if code is None else cells | dict(FAULTS[code].change(cells, person))
