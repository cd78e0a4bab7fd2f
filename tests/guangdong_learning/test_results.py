"""
Results into professional hours: never a built-in figure, never before the compulsory part.
"""

from __future__ import annotations

import pytest

from credrules.findings import Decision
from credrules.hours import STANDARDS, Activity, ConversionRule, Formula, Standard, Subject
from credrules.systems import guangdong_learning as learning
from credrules.systems.guangdong_learning import PROFILE, LearningRecord, convert_result
from credrules.testing._samples import guangdong_learning as people
from credrules.testing._samples.guangdong_learning import ON
from tests.support.cases import not_ok, ok

EMPLOYER = Standard(
    "X", rules=(ConversionRule("X-1", "paper", "论文", Formula.FIXED, value=12, subject=Subject.PROFESSIONAL),)
)
WITH_TABLE = PROFILE.switch(conversion_table=EMPLOYER)


@ok("CE-038", "CE-039")
def test_the_host_s_table_counts_after_the_compulsory_part() -> None:
    """
    With the compulsory part done and the employer's table given, a paper is worth what the table says.
    """
    answer = convert_result(Activity("paper", compulsory_done=True), profile=WITH_TABLE)

    assert (Decision.IN, 12, ()) == (answer.decision, answer.hours, answer.findings)


@not_ok("CE-038")
def test_a_paper_alone_is_not_enough() -> None:
    """
    A paper as the only achievement is refused, table or not.
    """
    for profile in (PROFILE, WITH_TABLE):
        answer = convert_result(Activity("paper", compulsory_done=False), profile=profile)
        assert (Decision.OUT, 0) == (answer.decision, answer.hours)
        assert ["CE.CONV.PRECONDITION"] == [item.code for item in answer.findings]


def test_an_unknown_compulsory_part_is_reviewed() -> None:
    """
    Who does not know whether the compulsory part is done gets no hours but the reason.
    """
    answer = convert_result(Activity("paper"), profile=WITH_TABLE)

    assert (Decision.REVIEW, 0) == (answer.decision, answer.hours)
    assert ["CE.CONV.COMPULSORY_UNKNOWN"] == [item.code for item in answer.findings]


@not_ok("CE-039")
@pytest.mark.parametrize("done", [True, None])
def test_there_is_no_built_in_figure(done: bool | None) -> None:  # noqa: FBT001  # the fact
    """
    Without a table nothing is counted, and the finding says who fixes the hours.
    """
    answer = convert_result(Activity("paper", compulsory_done=done))

    assert (Decision.REVIEW, 0) == (answer.decision, answer.hours)
    assert ["CE.CONV.TABLE"] == [item.code for item in answer.findings]


def test_the_shipped_standard_of_the_province_decides_nothing() -> None:
    """
    The province's own row leaves the figure to employer and industry: REVIEW, whoever injects it.
    """
    profile = PROFILE.switch(conversion_table=STANDARDS["CN-GD"])
    answer = convert_result(Activity("paper", year=2015, compulsory_done=True), profile=profile)

    assert (Decision.REVIEW, 0) == (answer.decision, answer.hours)


def confirmations(confirmed_by: str | None, subject: str = "PROFESSIONAL") -> list[str]:
    """
    Return the findings about who confirmed a record.
    """
    record = {"subject": subject, "confirmed_by": confirmed_by}
    return [item.code for item in learning.check(people.file(record=record), on=ON).findings if "CONV" in item.code]


@ok("CE-040")
@pytest.mark.parametrize("role", ["UNIT", "单位管理员", "行业主管部门"])
def test_employer_or_industry_confirms(role: str) -> None:
    """
    Professional hours confirmed by the employer or the industry's body are in order; other subjects need none.
    """
    assert [] == confirmations(role)
    assert [] == confirmations(None, "GENERAL")


@not_ok("CE-040")
@pytest.mark.parametrize("role", [None, "HR_BUREAU", "PERSON"])
def test_nobody_else_confirms(role: str | None) -> None:
    """
    Without a confirmation, or with somebody else's, it is told.
    """
    assert ["CE.CONV.WHO"] == confirmations(role)
    assert LearningRecord().confirmed_by is None
