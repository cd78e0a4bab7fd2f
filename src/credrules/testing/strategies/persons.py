"""
Invented people whose cells agree: number, sex and birth, studies, work and titles in order of time.

A life is built from its last full-time graduation, whose year is drawn; birth,
studies, work and titles follow from it. So nothing has to be filtered, and
the simplest person has just graduated.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from hypothesis import strategies as st

from credrules.findings import CredrulesError, finding
from credrules.masking import type_name
from credrules.testing.person import HeldTitle, Person, Study
from credrules.testing.strategies.careers import CAREERS, HIGHEST, NATIVE_PLACES, WAYS, Career, Stage, Step, Way
from credrules.testing.strategies.identifiers import (
    citizen_ids,
    emails,
    landlines,
    mobiles,
    person_names,
)
from credrules.values import exact_day

__all__ = ["FIRST_DAY", "LAST_DAY", "day_of_people", "people"]
__dir__ = __all__.copy

FIRST_DAY: Final = dt.date(1990, 1, 1)
LAST_DAY: Final = dt.date(2099, 12, 31)
"""The days on which there are people to be drawn."""

# Men leave work at 60, women at 55; no one drawn is as old.
_LAST_AGES: Final = {"1": 58, "2": 53}
_ETHNICITIES: Final = ("01", "08", "13", "03", "02")
_POLITICS: Final = ("13", "01", "02", "06")
# Professional posts came with the reform of 1986, academic degrees with the regulations of 1981.
_FIRST_TITLES: Final = 1987
_FIRST_DEGREES: Final = 1982
_ORGANS: Final = ("甲市职称改革工作领导小组", "乙市人事局")
_RANKS: Final = ("435", "434", "420", "412", "411")


def day_of_people(on: object) -> dt.date:
    """
    Return the day on which people are to be drawn; CredrulesError if it is none, or outside 1990 to 2099.

    >>> day_of_people(dt.date(2025, 6, 30))
    datetime.date(2025, 6, 30)
    """
    day = exact_day(on)
    if day is None:
        raise CredrulesError([finding("RECORD.NO_DAY", kind=type_name(on)[:40])])
    if not FIRST_DAY <= day <= LAST_DAY:
        raise CredrulesError([finding("TESTING.DAY", on=day, first=FIRST_DAY, last=LAST_DAY)])
    return day


def people(*, on: dt.date) -> st.SearchStrategy[Person]:
    """
    Return invented people in work on the day `on`, every one coherent in itself.

    Sex and birth date are those of the identity number; studies, work and
    titles follow one another in years that leave time for each, and none lies
    after `on`. Numbers, telephones and addresses belong to no one. The
    simplest person has just graduated and has no title.

    Raises CredrulesError if `on` is no date or lies outside 1990 to 2099.

    >>> from hypothesis import given, settings
    >>> from credrules import rosters
    >>> on = dt.date(2025, 6, 30)
    >>> @settings(max_examples=5)
    ... @given(people(on=on))
    ... def nobody_is_refused(person):
    ...     assert rosters.check_row(person.row(), on=on).ok
    >>> nobody_is_refused()
    """
    return _lives(day_of_people(on))


@st.composite
def _lives(draw: st.DrawFn, on: dt.date) -> Person:
    way = draw(st.sampled_from(WAYS))
    sex = draw(st.sampled_from(("1", "2")))
    # The last full-time graduation was in the summer of a year before that of `on`.
    worked = draw(st.integers(0, _LAST_AGES[sex] - way.age))
    graduated = on.year - 1 - worked
    # Whoever is of an age in the summer of a year was born in the twelve months to the end of August.
    birth = dt.date(graduated - way.age, 8, 31) - dt.timedelta(draw(st.integers(0, 364)))
    career = draw(st.sampled_from(CAREERS))
    studies = (*_schooling(way, graduated, career), *draw(_studies_in_work(way, graduated, on, career)))
    return Person(
        as_of=on,
        name=draw(person_names()),
        citizen_id=draw(citizen_ids(births=st.just(birth), sex=sex)),
        sex=sex,
        birth_date=birth,
        ethnicity=draw(st.sampled_from(_ETHNICITIES)),
        political_status=draw(st.sampled_from(_POLITICS)),
        native_place=draw(st.sampled_from(NATIVE_PLACES)),
        unit_name=draw(st.sampled_from(career.units)),
        unit_place="450100",
        work=career.work,
        work_started_on=dt.date(graduated, draw(st.integers(8, 12)), 1),
        studies=studies,
        titles=draw(_titles(career, studies[-1].level, graduated, on)),
        mobile=draw(mobiles()),
        landline=draw(landlines()),
        email=draw(emails()),
        address=f"甲市乙路{draw(st.integers(1, 200))}号",
    )


def _study(stage: Stage, graduated: int, career: Career) -> Study:
    return Study(
        level=stage.level,
        school=("乙" if stage.in_work else "甲") + stage.school,
        major=career.major,
        entered_on=dt.date(graduated - stage.years, 9, 1),
        graduated_on=dt.date(graduated, 7, 1),
        full_time=not stage.in_work,
        degree=stage.degree if graduated >= _FIRST_DEGREES else None,
    )


def _schooling(way: Way, graduated: int, career: Career) -> tuple[Study, ...]:
    found: list[Study] = []
    for stage in reversed([stage for stage in way.stages if not stage.in_work]):
        found.insert(0, _study(stage, graduated, career))
        graduated -= stage.years
    return tuple(found)


@st.composite
def _studies_in_work(draw: st.DrawFn, way: Way, graduated: int, on: dt.date, career: Career) -> tuple[Study, ...]:
    stage, start = way.stages[-1], graduated + 1
    room = on.year - 1 - stage.years - start
    # Who has not worked long enough has not studied beside it yet.
    if not stage.in_work or room < 0:
        return ()
    return (_study(stage, start + draw(st.integers(0, room)) + stage.years, career),)


@st.composite
def _titles(draw: st.DrawFn, career: Career, level: str, graduated: int, on: dt.date) -> tuple[HeldTitle, ...]:
    highest = _RANKS.index(HIGHEST[level])
    year = max(graduated + draw(st.integers(1, 3)), _FIRST_TITLES)
    number = draw(st.integers(1, 9999))
    found: list[HeldTitle] = []
    for step in career.steps:
        if year >= on.year or _RANKS.index(step.level) > highest or not draw(st.booleans()):
            break
        obtained = dt.date(year, draw(st.integers(1, 12)), draw(st.integers(1, 28)))
        found.append(_title(step, career, obtained, on, f"03{number:04}{len(found) + 1:02}"))
        # Five years from one title to the next; most people need more.
        year += draw(st.integers(6, 9))
    return tuple(found)


def _title(step: Step, career: Career, obtained: dt.date, on: dt.date, number: str) -> HeldTitle:
    return HeldTitle(
        code=step.code,
        name=step.name,
        level=step.level,
        series=career.series,
        route="REVIEW" if step.route == "EXAM" and obtained.year < career.examined_since else step.route,
        obtained_on=obtained,
        appointed_on=min(obtained + dt.timedelta(31), on),
        organ=_ORGANS[int(number[-3]) % len(_ORGANS)],
        certificate_number=number,
    )
