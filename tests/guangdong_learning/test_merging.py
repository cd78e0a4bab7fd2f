"""
The learning site's records beside the person's: counted once, compared, never overwritten.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.dates import PartialDate
from credrules.systems import guangdong_learning as learning
from credrules.systems.guangdong_learning import LearningFile, LearningRecord, merge_site_records, reconcile
from credrules.testing._samples.guangdong_learning import ON, learnt
from tests.support.cases import not_ok, ok


def course(name: str = "课程甲", hours: int = 6, route: str | None = None, **cells: Any) -> LearningRecord:  # noqa: ANN401  # any cells
    """
    Return a record of a course.
    """
    return learnt(**{"subject": "GENERAL", "hours": hours, "course": name, "route": route, "state": None, **cells})


@ok("CE-036")
def test_an_uploaded_record_counts() -> None:
    """
    What the site holds is added as uploaded; nothing is told.
    """
    merged = merge_site_records([], [course()])

    assert (course(route="LEARNING_SITE"),) == merged.records
    assert () == merged.findings
    assert (course(route="LEARNING_SITE"),) == merged.reconciliation.missing


@not_ok("CE-036")
def test_uploaded_and_typed_do_not_both_count() -> None:
    """
    The typed record of the same course is set aside and told; the file's check tells it too.
    """
    typed = course("课程 甲", route="PERSON")
    merged = merge_site_records([typed], [course()])
    file = LearningFile(records=(course(route="LEARNING_SITE"), typed))

    assert (course(route="LEARNING_SITE"),) == merged.records
    assert (typed,) == merged.set_aside
    assert [("CE.FLOW.NO_DOUBLE", ("records", 0))] == [(item.code, item.path) for item in merged.findings]
    assert [("records", 1)] == [
        item.path for item in learning.check(file, on=ON).warnings if item.code == "CE.FLOW.NO_DOUBLE"
    ]


def test_recognised_hours_are_not_taken_away() -> None:
    """
    A recognised record stays, and counts, until the upload of the same course is recognised too.
    """
    typed = course(route="PERSON", state="RECOGNISED")
    early = merge_site_records([typed], [course()])
    late = merge_site_records([typed], [course(state="RECOGNISED")])

    assert ((typed, course(route="LEARNING_SITE")), ()) == (early.records, early.set_aside)
    assert (course(route="LEARNING_SITE", state="RECOGNISED"),) == late.records
    assert [6, 6] == [learning.recount(merged.records, year=2012) for merged in (early, late)]
    assert [["CE.FLOW.NO_DOUBLE"]] * 2 == [[item.code for item in merged.findings] for merged in (early, late)]


def test_what_was_deleted_repeats_nothing() -> None:
    """
    Once the typed record is deleted there is nothing to tell.
    """
    typed = course(route="PERSON", state="DELETED")

    assert () == learning.year.duplicates_of([course(route="LEARNING_SITE"), typed])
    assert () == merge_site_records([typed], [course()]).findings


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (course(), course("课程乙"), False),
        (course(), course(year=2013), False),
        (course(), course(subject="ELECTIVE"), False),
        (course(person="p1"), course(person="p2"), False),
        (course(start_date=PartialDate(2012, 3)), course(start_date=PartialDate(2012, 5)), False),
        (course(start_date=PartialDate(2012, 3)), course(start_date=PartialDate(2012, 3, 5)), True),
        (course(start_date=PartialDate(2012, 3)), course(), True),
        (course(hours=6), course(hours=8), True),
        (course(""), course(""), False),
    ],
)
def test_what_makes_a_course_the_same(one: LearningRecord, other: LearningRecord, same: bool) -> None:  # noqa: FBT001  # the answer
    """
    Person, subject, year, name and, where both are given, dates; never the hours, and never without a name.
    """
    assert same is learning.year.same_course(one, other)
    assert same is learning.year.same_course(other, one)


@ok("CE-037")
def test_one_missing_record_is_listed() -> None:
    """
    A record the system lacks is listed as missing.
    """
    compared = reconcile([course(), course("课程乙")], [course()])

    assert (course("课程乙"),) == compared.missing
    assert ((), ()) == (compared.surplus, compared.differing)
    assert [(1, 0, 0)] == [
        (item.params["missing"], item.params["surplus"], item.params["differing"]) for item in compared.findings
    ]


@not_ok("CE-037")
def test_hours_are_not_overwritten() -> None:
    """
    Other hours are told; the system's record stays as it is.
    """
    held = course(hours=8, route="LEARNING_SITE")
    merged = merge_site_records([held], [course(hours=6)])

    assert (held,) == merged.records
    assert ((course(hours=6, route="LEARNING_SITE"), held),) == merged.reconciliation.differing
    assert ["CE.FLOW.RECONCILE"] == [item.code for item in merged.findings]


def test_a_surplus_is_listed() -> None:
    """
    What the site does not hold is surplus; records of the person are none of the site's business.
    """
    compared = reconcile([], [course(), course("课程乙", route="PERSON")])

    assert (course(),) == compared.surplus
    assert not compared.agrees


def test_several_times_the_same_course() -> None:
    """
    Of several records of one course each finds its partner, those with the same hours first.
    """
    compared = reconcile([course(hours=6), course(hours=8)], [course(hours=8), course(hours=6)])

    assert compared.agrees
    assert () == compared.findings


NAMES = st.sampled_from(["课程甲", "课程 甲", "课程乙", "课程丙"])
SITE = st.lists(st.builds(course, NAMES, st.sampled_from([6, 8])), max_size=5)
OWN = st.lists(
    st.builds(course, NAMES, st.sampled_from([6, 8]), st.sampled_from(["PERSON", "UNIT", "LEARNING_SITE"])), max_size=5
)


@given(OWN, SITE)
def test_merging_again_changes_nothing(own: list[LearningRecord], site: list[LearningRecord]) -> None:
    """
    A second merge of the same upload adds nothing, sets nothing more aside and loses nothing.
    """
    once = merge_site_records(own, site)
    again = merge_site_records(once.records, site)

    assert () == again.set_aside
    assert once.records == again.records
    assert len(own) + len(set(once.reconciliation.missing)) == len(once.records) + len(once.set_aside)


DATES = st.sampled_from(
    [None, PartialDate(2012), PartialDate(2012, 3), PartialDate(2012, 3, 5), PartialDate(2012, 3, 6), PartialDate(2013)]
)
DATED = st.lists(
    st.builds(
        course,
        st.sampled_from(["课程甲", "课程乙", ""]),
        route=st.sampled_from(["PERSON", "LEARNING_SITE"]),
        start_date=DATES,
        end_date=DATES,
    ),
    max_size=6,
)


@given(DATED)
def test_repetitions_are_found_as_one_by_one(records: list[LearningRecord]) -> None:
    """
    What repeats an upload is what is of the same course as one of them.
    """
    uploads = [item for item in records if item.route == "LEARNING_SITE"]

    assert learning.year.duplicates_of(records) == tuple(
        place
        for place, item in enumerate(records)
        if item.route == "PERSON" and any(learning.year.same_course(item, other) for other in uploads)
    )


@given(OWN, SITE)
def test_nothing_counts_twice(own: list[LearningRecord], site: list[LearningRecord]) -> None:
    """
    After the merge nothing typed repeats what was uploaded, and every uploaded course of the system is still there.
    """
    merged = merge_site_records(own, site)

    assert () == learning.year.duplicates_of(merged.records)
    assert {item for item in own if item.route == "LEARNING_SITE"} <= set(merged.records)


@given(SITE)
def test_the_same_on_both_sides_agrees(site: list[LearningRecord]) -> None:
    """
    Whatever the order, a side agrees with itself.
    """
    assert reconcile(site, list(reversed(site))).agrees
