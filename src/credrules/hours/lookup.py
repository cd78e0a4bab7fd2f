"""
Which requirement holds for a place, a year, a profession and a grade.

Only a row that its own dates, or a source that shows that year, put into the
year is given; a neighbouring year's figure never is. When a province has no
row at all, the national one is given and that is said. Two rows in force at
once are both named and none is chosen.

References: data/hours/requirements.csv.
Limitations: rows whose place is unknown, and rows without any date, are
reached only by name, as ``REQUIREMENTS["CN-SC-CD"]``.
"""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve, frozen

from credrules.dates import PartialDate
from credrules.findings import Finding, Report, finding, value_or_raise
from credrules.hours.entries import read_year
from credrules.hours.places import COUNTRY, read_place
from credrules.hours.requirements import Requirement
from credrules.hours.table import REQUIREMENTS
from credrules.masking import mask_text
from credrules.values import Label, day_of, exact_text

__all__ = ["find_requirement", "known_places", "requirement"]


def __dir__() -> list[str]:
    return sorted(__all__)


@frozen
class _Asked:
    """
    The question, read.
    """

    year: int
    profession: str
    professions: frozenset[str]
    grade: str
    on: dt.date | None


def requirement(
    jurisdiction: object,
    *,
    year: object,
    profession: str | None = None,
    grade: str | None = None,
    on: dt.date | None = None,
) -> Requirement:
    """
    Return the requirement of a place and year, or raise CredrulesError.

    `jurisdiction` is a code (``CN-GD``, ``GD``), a name (广东, 广东省, Guangdong) or
    a division code (440000); `profession` a name as the rows have it or another
    usual one (会计, 会计人员). The error's findings tell what is known instead. What is unsure
    about the row stands in its `remarks`, and in every audit by it.

    >>> requirement("CN-GD", year=2023).total, requirement("广东", year=2015).total
    (90, 72)
    >>> from credrules import CredrulesError
    >>> try:
    ...     requirement("CN-GD", year=2005)
    ... except CredrulesError as error:
    ...     print(error.findings[0].message("en"))
    no requirement of CN-GD covers 2005; known: CN-GD-2010 (2010 to 2020-12-31), CN-GD-2021 (2021-01-01 to open)
    """
    return value_or_raise(find_requirement(jurisdiction, year=year, profession=profession, grade=grade, on=on))


def find_requirement(
    jurisdiction: object,
    *,
    year: object,
    profession: str | None = None,
    grade: str | None = None,
    on: dt.date | None = None,
) -> Report[Requirement]:
    """
    Return a report with the requirement, or with what is known instead; never raises.

    `on` picks the row when the rule changed within the year; a day of another
    year picks nothing, for the year is asked for.

    >>> [item.code for item in find_requirement("吉林", year=2023).warnings]
    ['HOURS.NATIONAL_INSTEAD', 'HOURS.DATE_ASSUMED']
    """
    place = read_place(jurisdiction)
    number, found = read_year(year, path=("year",))
    problems = [*place.findings, *found]
    if place.value is None or number is None:
        return Report(jurisdiction, None, tuple(problems))
    words = [(exact_text(item) or "").strip() for item in (profession, grade)]
    asked = _Asked(number, words[0], _professions(words[0]), words[1], day_of(on))
    row, remarks = _find(place.value, asked)
    if row is None:
        return Report(jurisdiction, None, tuple(remarks))
    remarks += _doubts(row, number)
    return Report(jurisdiction, evolve(row, year=number, remarks=tuple(remarks)), tuple(remarks))


def _professions(word: str) -> frozenset[str]:
    # 会计人员 is 会计; a name that may mean two professions finds the rows of both.
    plain = word.translate(_BRACKETS)
    names = importlib.import_module("credrules.hours._data.professions").PROFESSIONS
    return frozenset((plain, *names.get(plain.casefold(), ())))


_BRACKETS: Final = str.maketrans("（）", "()")


def _find(places: tuple[str, ...], asked: _Asked) -> tuple[Requirement | None, list[Finding]]:
    remarks: list[Finding] = []
    if asked.profession:
        for place in places:
            rows = [row for row in REQUIREMENTS.of(place) if not asked.professions.isdisjoint(row.professions)]
            if rows:
                row, found = _pick(rows, place, asked)
                if row is not None and place != places[0] and REQUIREMENTS.of(places[0]):
                    found.append(finding("HOURS.SECTOR_RULE", profession=mask_text(asked.profession), place=places[0]))
                return row, found
        remarks.append(finding("HOURS.PROFESSION_GENERAL", profession=mask_text(asked.profession[:40])))
    # A province's row without figures leaves the nation's rule standing.
    general = ((place, [row for row in REQUIREMENTS.of(place) if not row.professions]) for place in places)
    answers = ((place, *_pick(rows, place, asked)) for place, rows in general if rows or place == places[-1])
    place, row, found = next(it for it in answers if it[1] is None or it[1].known or it[0] == COUNTRY)
    if place != places[0]:
        remarks.append(finding("HOURS.NATIONAL_INSTEAD", place=places[0], used=place))
    return row, [*found, *remarks] if row is None else [*remarks, *found]


def _pick(rows: list[Requirement], place: str, asked: _Asked) -> tuple[Requirement | None, list[Finding]]:
    covering = [row for row in rows if _covers(row, asked)]
    if not covering:
        known = tuple(_named(row) for row in rows) or (Label("无", "nothing"),)
        return None, [finding("HOURS.NOT_COVERED", path=("year",), place=place, year=asked.year, known=known)]
    graded = [row for row in covering if not row.grades or asked.grade in row.grades]
    if not graded:
        grades = tuple(dict.fromkeys(grade for row in covering for grade in row.grades))
        return None, [finding("HOURS.GRADE_NEEDED", path=("grade",), place=place, year=asked.year, grades=grades)]
    ids = {row.id for row in graded}
    standing = [row for row in graded if not ids & set(row.yields_to)]
    if len(standing) > 1:
        names = tuple(_named(row) for row in standing)
        return None, [finding("HOURS.SEVERAL", path=("year",), place=place, year=asked.year, known=names)]
    return standing[0], []


def _covers(row: Requirement, asked: _Asked) -> bool:
    if row.since is None and row.until is None:
        # Between two years that a source shows the rule did not change and change back.
        return bool(row.attested) and min(row.attested) <= asked.year <= max(row.attested)
    if asked.on is not None and asked.on.year == asked.year:
        begun = row.since is None or row.since.earliest() <= asked.on
        return begun and (row.until is None or asked.on <= row.until.latest())
    return row.in_force(asked.year)


def _named(row: Requirement) -> Label:
    return Label(f"{row.id}（{row.dates.zh}）", f"{row.id} ({row.dates.en})")


def _day(date: PartialDate | None) -> str:
    return "" if date is None else date.isoformat()


def _doubts(row: Requirement, year: int) -> Iterator[Finding]:
    yield from row.doubts
    if row.since is None and row.until is None:
        yield finding("HOURS.ATTESTED", id=row.id, years=tuple(str(item) for item in row.attested))
    elif row.since is None:
        yield finding("HOURS.START_UNKNOWN", id=row.id, until=_day(row.until))
    elif row.since.year == year and row.since.latest() > dt.date(year, 1, 1) and row.window is None:
        yield finding("HOURS.PART_YEAR", id=row.id, since=_day(row.since), year=year)
    if not row.known:
        yield finding("HOURS.FIGURE_UNKNOWN", id=row.id)
    if year > int(REQUIREMENTS.horizon[:4]):
        yield finding("HOURS.AFTER_HORIZON", year=year, horizon=REQUIREMENTS.horizon)


def known_places() -> Iterable[str]:
    """
    Return the jurisdictions that have rows, sorted.

    >>> "CN-GD" in known_places()
    True
    """
    return sorted({row.jurisdiction for row in REQUIREMENTS.values()})
