"""
Drawn people agree with themselves, fit whatever a host puts them into, and differ.
"""

from __future__ import annotations

import copy
import datetime as dt
import itertools
import pickle
from typing import Any

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from credrules import codes, eligibility, rosters
from credrules.findings import CredrulesError
from credrules.identifiers import citizen_id, email, landline, mobile
from credrules.testing import strategies
from credrules.testing.strategies import HeldTitle, Person
from credrules.testing.strategies.careers import CAREERS, WAYS
from credrules.testing.strategies.persons import FIRST_DAY, LAST_DAY

ON = dt.date(2025, 6, 30)
DAYS = st.dates(FIRST_DAY, LAST_DAY)
ANYONE = DAYS.flatmap(lambda day: strategies.people(on=day))
LEVELS = ("434", "420", "412", "411")


@given(ANYONE)
def test_the_number_says_who_it_is(person: Person) -> None:
    """
    Sex and birth date are those of the identity number, and the number belongs to no county.
    """
    number = citizen_id.parse(person.citizen_id, on=person.as_of)

    assert (person.sex, person.birth_date, "450000") == (number.sex, number.birth_date, number.division)


@given(ANYONE)
def test_ages_are_those_of_people_in_work(person: Person) -> None:
    """
    Nobody is under seventeen when work begins, and no man is sixty, no woman fifty-five.
    """
    began = (person.work_started_on - person.birth_date).days / 365.25

    assert 17 < began < 27
    assert person.age < (60 if person.sex == "1" else 55)


@given(ANYONE)
def test_a_life_is_in_order(person: Person) -> None:
    """
    Studies and titles follow one another, work follows the last full-time study, and nothing lies ahead.
    """
    spans = [(study.entered_on, study.graduated_on) for study in person.studies]
    full_time = [study.graduated_on for study in person.studies if study.full_time]
    held = [title.obtained_on for title in person.titles]

    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] or one[1].year == other[0].year for one, other in itertools.pairwise(spans))
    assert full_time[-1] <= person.work_started_on <= person.as_of
    assert held == sorted(set(held))
    assert all(person.work_started_on < day for day in held)
    assert all(title.obtained_on <= title.appointed_on <= person.as_of for title in person.titles)
    assert all(study.graduated_on <= person.as_of for study in person.studies)


@given(ANYONE)
def test_levels_rise(person: Person) -> None:
    """
    Each study is above the one before, and the titles of one series are held without a gap from the lowest.
    """
    ranks = [codes.EDUCATION.rank(study.level) for study in person.studies]

    assert ranks == sorted(set(ranks), key=lambda rank: rank or 0)
    assert list(LEVELS[: len(person.titles)]) == [title.level for title in person.titles]
    assert len({title.series for title in person.titles}) <= 1
    assert all(title.code in codes.QUALIFICATION_TITLES for title in person.titles)


@given(ANYONE)
def test_nobody_can_be_reached(person: Person) -> None:
    """
    Telephones and mail addresses are well formed and belong to no one.
    """
    assert person.mobile.startswith("1380000")
    assert person.landline.startswith("0771-000")
    assert person.email.endswith("@example.org")
    assert (True, True, True) == (
        mobile.is_valid(person.mobile),
        landline.is_valid(person.landline),
        email.is_valid(person.email),
    )


@given(ANYONE)
def test_a_row_is_accepted(person: Person) -> None:
    """
    A person's row has nothing above a remark, whatever the day.
    """
    report = rosters.check_row(person.row(), on=person.as_of)

    assert ((), ()) == (report.errors, report.warnings)


@given(strategies.people(on=ON))
def test_a_row_is_read_back(person: Person) -> None:
    """
    What a roster reads in the row is what the person has.
    """
    row = rosters.check_row(person.row(), on=ON).value
    title = person.title

    assert row is not None
    assert (person.name, person.sex, person.ethnicity) == (row.name, row.sex, row.ethnicity)
    assert (person.highest.level, person.age, person.mobile) == (row.education, row.age, row.mobile)
    assert (person.native_place, person.political_status) == (row.native_place, row.political_status)
    assert (title and title.level) == row.title_level
    assert (title and title.certificate_number) == row.certificate_number


@given(strategies.people(on=ON))
def test_a_row_under_own_headings(person: Person) -> None:
    """
    A host's headings are filled by what they mean, grouped ones too; others are left empty, and the order is kept.
    """
    headings: list[Any] = ["备注", "Gender", ("最高学历", "毕业学校"), "姓 名", ["联系方式", "手机"]]
    row = person.row(headings[:4], dates="%Y.%m")

    assert [*headings[:4]] == list(row)
    assert ("", {"1": "男", "2": "女"}[person.sex]) == (row["备注"], row["Gender"])
    assert (person.highest.school, person.name) == (row["最高学历", "毕业学校"], row["姓 名"])
    assert f"{person.birth_date:%Y.%m}" == person.row(["出生年月"], dates="%Y.%m")["出生年月"]


@given(strategies.people(on=ON), st.sampled_from(["工程师", "副高级", "420"]))
def test_facts_are_readable(person: Person, target: str) -> None:
    """
    Eligibility reads every fact: none of its findings is about a fact that cannot be read.
    """
    answer = eligibility.assess(person.facts(), target=target, on=ON, jurisdiction="CN-GD", scheme="ENGINEERING")

    assert [] == [item.code for item in answer.findings if item.path]


def test_facts_decide() -> None:
    """
    Someone with five years as an assistant engineer may become an engineer; someone without a title may not.
    """
    engineers = strategies.people(on=ON)
    series = "工程技术人员"
    asked: dict[str, Any] = {"target": "工程师", "on": ON, "jurisdiction": "CN-GD", "scheme": "ENGINEERING"}
    ready = find(
        engineers,
        lambda person: (
            len(person.titles) == 1
            and person.titles[0].series == series
            and person.titles[0].obtained_on.year < 2018
            and person.highest.level == "21"
        ),
        settings=settings(max_examples=20_000, database=None),
    )
    beginner = find(engineers, lambda person: person.titles == (), settings=settings(database=None))

    assert "OUT" != eligibility.assess({**ready.facts(), "conditions": {"*": True}}, **asked).decision.name
    assert "OUT" == eligibility.assess(beginner.facts(), **asked).decision.name


def test_people_differ() -> None:
    """
    Both sexes, every way of study, every series, young and old, with and without titles: all are drawn.
    """
    seen: list[Person] = []

    @settings(max_examples=400, database=None)
    @given(strategies.people(on=ON))
    def look(person: Person) -> None:
        seen.append(person)

    look()

    assert {"1", "2"} == {person.sex for person in seen}
    assert {len(way.stages) for way in WAYS} == {len(person.studies) for person in seen}
    assert {career.work for career in CAREERS} == {person.work for person in seen}
    assert max(person.age for person in seen) - min(person.age for person in seen) >= 20
    assert {0, 1, 2} <= {len(person.titles) for person in seen}
    assert any(not person.highest.full_time for person in seen)
    assert {"REVIEW", "EXAM", "RECOGNISE"} == {title.route for person in seen for title in person.titles}


def test_the_simplest_person_is_simple() -> None:
    """
    Shrinking ends at someone who has just graduated: one study, no title.
    """
    person = find(strategies.people(on=ON), lambda _: True, settings=settings(database=None))

    assert (1, (), 2024) == (len(person.studies), person.titles, person.work_started_on.year)


@given(ANYONE)
def test_people_are_values(person: Person) -> None:
    """
    A person compares, hashes, pickles and copies, and a repr shows no number, telephone or address whole.
    """
    again = pickle.loads(pickle.dumps(person))

    assert person == again == copy.deepcopy(person)
    assert hash(person) == hash(again)
    for secret in (person.citizen_id, person.mobile, person.landline, person.email, person.address):
        assert secret not in repr(person)
    assert all(title.certificate_number not in repr(person) for title in person.titles)


def test_degrees_and_titles_have_a_beginning() -> None:
    """
    Nobody has a degree from before 1982 or a title from before 1987.
    """
    seen: list[Person] = []

    @settings(max_examples=200, database=None)
    @given(strategies.people(on=dt.date(1995, 1, 1)))
    def look(person: Person) -> None:
        seen.append(person)

    look()
    titles: list[HeldTitle] = [title for person in seen for title in person.titles]

    assert all(study.graduated_on.year >= 1982 for person in seen for study in person.studies if study.degree)
    assert any(study.degree is None and study.level == "21" for person in seen for study in person.studies)
    assert titles
    assert all(title.obtained_on.year >= 1987 for title in titles)


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (dt.date(1989, 12, 31), "TESTING.DAY"),
        (dt.date(2100, 1, 1), "TESTING.DAY"),
        ("2025-06-30", "RECORD.NO_DAY"),
        (None, "RECORD.NO_DAY"),
    ],
)
def test_days_without_people(on: Any, code: str) -> None:  # noqa: ANN401  # a day, or what is none
    """
    A day outside the range, or what is no day, is refused when the strategy is made.
    """
    with pytest.raises(CredrulesError) as caught:
        strategies.people(on=on)

    assert [code] == [item.code for item in caught.value.findings]


def test_a_moment_is_its_day() -> None:
    """
    People on a moment are those of its day.
    """
    person = find(strategies.people(on=dt.datetime(2025, 6, 30, 8, 30)), lambda _: True)  # noqa: DTZ001  # a moment without a zone

    assert ON == person.as_of
    assert dt.date is type(person.as_of)
