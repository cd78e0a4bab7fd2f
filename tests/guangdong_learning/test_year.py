"""
The year: what counts, what is short, who prints; CE-D2 row by row.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.findings import CredrulesError, Decision
from credrules.hours import Adjustment, AdjustmentKind, Subject, requirement
from credrules.systems import guangdong_learning as learning
from credrules.systems.guangdong_learning import (
    PROFILE,
    AnnualResult,
    LearningFile,
    LearningRecord,
    annual_result,
    can_print_certificate,
    recount,
)
from credrules.systems.guangdong_learning.workflow.record import YEAR
from credrules.systems.guangdong_learning.year.certificate import Usage
from credrules.testing._samples.guangdong_learning import learnt, year_of
from tests.support.cases import not_ok, ok


def result(*amounts: Any, year: int = 2012, **options: Any) -> AnnualResult:  # noqa: ANN401  # hours, or (days, hours)
    """
    Return the result of a year with these amounts of general, professional and elective subjects.
    """
    return annual_result(year_of(*amounts, year=year), year=year, **options)


def short(answer: AnnualResult) -> dict[str, object]:
    """
    Return what is missing per subject.
    """
    assert answer.audit is not None
    return {subject.name: amount for subject, amount in answer.audit.shortfalls.items()}


def told(answer: Any) -> list[str]:  # noqa: ANN401  # whatever carries findings
    """
    Return the codes of findings that are the system's own.
    """
    return [item.code for item in answer.findings if item.code.startswith("CE.")]


SUBJECT_CODES = {f"CE.HOURS.{subject.name}" for subject in Subject}


@pytest.mark.parametrize(
    ("amounts", "missing"),
    [
        pytest.param((18, 42, 12), {}, marks=ok("CE-042", "CE-043", "CE-044", "CE-045", "CE-046")),
        pytest.param((24, 42, 6), {"ELECTIVE": 6}, marks=not_ok("CE-045")),
        pytest.param((30, 54, 6), {"ELECTIVE": 6}, marks=not_ok("CE-046")),
        pytest.param((18, 41, 13), {"PROFESSIONAL": 1}, marks=not_ok("CE-044")),
        pytest.param((0, 72, 0), {"GENERAL": 18, "ELECTIVE": 12}, id="all-in-one"),
        pytest.param(((3, None), (7, None), (2, None)), {}, id="days"),
        pytest.param(((1, 12), (6, 6), 12), {}, marks=ok("CE-047")),
        pytest.param((12, 48, 12), {"GENERAL": 6}, marks=not_ok("CE-043")),
    ],
)
def test_annual_result(amounts: tuple[Any, ...], missing: dict[str, int]) -> None:
    """
    A year passes when each subject reaches its hours (CE-D2); a surplus elsewhere fills nothing.
    """
    answer = result(*amounts)

    assert missing == short(answer)
    assert {f"CE.HOURS.{name}" for name in missing} == SUBJECT_CODES & set(told(answer))
    assert (not missing) is answer.passed
    assert ("OPEN" if missing else "PASSED") == answer.state


@not_ok("CE-042")
def test_half_an_hour_is_missing() -> None:
    """
    71.5 hours are not 72.
    """
    answer = result(18, "41.5", 12)

    assert "CE.HOURS.TOTAL" in told(answer)
    assert answer.audit is not None
    assert Fraction(1, 2) == answer.audit.short


@not_ok("CE-047")
def test_the_day_has_six_hours_until_2020() -> None:
    """
    A day counts six hours under the policy of 2010; eight only from 2021 on.
    """
    one_day = [learnt("GENERAL", days=1, year=year) for year in (2012, 2021)]

    assert 6 == recount(one_day, year=2012)
    assert 8 == recount(one_day, year=2021)


AMOUNTS = st.integers(0, 60)


@ok("CE-048")
@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_all_three_imply_the_total(general: int, professional: int, elective: int) -> None:
    """
    Whoever reaches all three has the total.
    """
    answer = result(general, professional, elective)

    assert not answer.passed or general + professional + elective >= 72
    assert answer.passed is (general >= 18 and professional >= 42 and elective >= 12)


@not_ok("CE-048")
def test_the_total_alone_is_not_enough() -> None:
    """
    90 hours with short electives print no certificate.
    """
    decided = can_print_certificate(year_of(30, 54, 6), year=2012)

    assert not decided
    assert "CE.CERT.PRINT_GUARD" in told(decided)


@ok("CE-049")
def test_a_surplus_stays_in_its_year() -> None:
    """
    What was too much in 2012 does not count in 2013.
    """
    records = [*year_of(100, 100, 100), *year_of(18, 42, 6, year=2013)]

    assert annual_result(records, year=2012).passed
    assert {"ELECTIVE": 6} == short(annual_result(records, year=2013))


@not_ok("CE-049")
def test_hours_are_not_carried_in_silently() -> None:
    """
    Hours carried in are refused and told, with the switch too: the requirement itself allows none.
    """
    carried = [Adjustment(AdjustmentKind.CARRIED, 6, Subject.ELECTIVE, basis="某局批复")]
    allowed = PROFILE.switch(carry_over=True)

    for refused in (result(18, 42, 6, adjustments=carried), result(18, 42, 6, adjustments=carried, profile=allowed)):
        assert {"ELECTIVE": 6} == short(refused)
        assert "HOURS.CARRY_OVER" in [item.code for item in refused.findings]


@ok("CE-049")
@pytest.mark.parametrize("switch", [True, False])
def test_the_switch_lets_hours_in(switch: bool) -> None:  # noqa: FBT001  # the switch
    """
    Where a requirement lets hours move forward, they count with the switch only.
    """
    carried = [Adjustment(AdjustmentKind.CARRIED, 24, basis="制度")]
    profile = PROFILE.switch(carry_over=switch, jurisdiction="CN")
    answer = annual_result(
        [learnt("PROFESSIONAL", 16, year=2020)],
        year=2020,
        profession="注册会计师(非执业会员)",
        profile=profile,
        adjustments=carried,
    )

    assert answer.audit is not None
    assert (40 if switch else 16) == answer.audit.total
    assert ("HOURS.CARRY_OVER" in [item.code for item in answer.findings]) is not switch


def test_a_decision_in_hand_counts() -> None:
    """
    An exemption with its basis is applied.
    """
    exempt = [Adjustment(AdjustmentKind.EXEMPT, basis="某局批复")]

    assert result(0, 0, 0, adjustments=exempt).passed


@ok("CE-050")
def test_a_recount_is_the_stored_total() -> None:
    """
    A total that equals the recount is not stale.
    """
    answer = result(18, 42, 12, shown_total=72)

    assert 72 == recount(year_of(18, 42, 12), year=2012)
    assert not answer.stale
    assert [] == told(answer)


@not_ok("CE-050")
def test_nothing_is_decided_from_a_stale_total() -> None:
    """
    A total older than the records is told; the records decide.
    """
    behind = result(18, 42, 12, shown_total=66)
    ahead = result(18, 42, 6, shown_total=72)

    assert ("STALE", True, ["CE.CERT.STALE"]) == (behind.state, behind.passed, told(behind))
    assert not ahead.passed
    assert "CE.CERT.STALE" in told(ahead)


def test_a_total_on_the_screen_is_a_number() -> None:
    """
    A total may be written in a text; what is no number is refused, and so never compared.
    """
    assert not result(18, 42, 12, shown_total="72").stale
    for wrong in ("many", [72], object()):
        with pytest.raises(CredrulesError):
            result(18, 42, 12, shown_total=wrong)


@ok("CE-051")
def test_the_year_explains_itself() -> None:
    """
    The explanation names the subject that is short, and by how much, then the stale total.
    """
    words = result(24, 42, 6, shown_total=66).explain("en")

    assert "elective: done 6, required 12, short by 6" in words
    assert words.index("short by 6") < words.index("out of date")


@not_ok("CE-051")
def test_not_passed_is_never_without_a_reason() -> None:
    """
    Beside "not passed" stands what is missing.
    """
    answer = result(24, 42, 6)

    assert ["CE.HOURS.ELECTIVE", "CE.HOURS.ALL_THREE", "CE.CERT.ANNUAL_STATUS"] == told(answer)
    assert "选修" in answer.explain()


@ok("CE-052", "CE-053")
@pytest.mark.parametrize("actor", ["PERSON", "UNIT"])
def test_a_passed_year_prints(actor: str) -> None:
    """
    The person prints the own certificate, the unit its staff's.
    """
    decided = can_print_certificate(year_of(), year=2012, actor=actor)

    assert decided.ok
    assert Decision.IN is decided.decision


@not_ok("CE-052")
@pytest.mark.parametrize("state", ["UNIT_AUDIT", "HR_RECOGNITION", "DRAFT", "RETURNED_TO_UNIT", "RETURNED_TO_PERSON"])
def test_only_recognised_records_count(state: str) -> None:
    """
    Records an office still has do not count, and are told apart.
    """
    decided = can_print_certificate(year_of(state=state), year=2012)
    audit = decided.result.audit

    assert not decided.ok
    assert "CE.CERT.PRINT_GUARD" in told(decided)
    assert audit is not None
    assert (0, True) == (audit.total, audit.would_pass)


@not_ok("CE-053")
@pytest.mark.parametrize(("actor", "own"), [("UNIT", False), ("HR_BUREAU", True), ("PERSON", False)])
def test_others_do_not_print(actor: str, own: bool) -> None:  # noqa: FBT001  # the fact
    """
    Another unit, another person and the bureau do not print, be the year passed or not.
    """
    decided = can_print_certificate(year_of(), year=2012, actor=actor, own=own)

    assert Decision.OUT is decided.decision
    assert "CE.CERT.WHO_PRINTS" in told(decided)
    assert "PASSED" == learning.act(YEAR, "PASSED", "print", actor="UNIT", facts={"own_staff": False}).state
    assert "PASSED" == learning.act(YEAR, "PASSED", "print", actor="HR_BUREAU").state


@ok("CE-054")
@pytest.mark.parametrize("city", ["441800", "441802"])
def test_a_sealed_city_prints_officially(city: str) -> None:
    """
    Where the print bears the seal it is official, in the city's districts too; the machine goes on to SEALED.
    """
    sealed = PROFILE.switch(sealed_cities=("441800",))
    decided = can_print_certificate(year_of(), year=2012, actor="PERSON", own=True, city=city, profile=sealed)

    assert Usage.OFFICIAL is decided.usage
    assert [] == told(decided)
    assert "SEALED" == (YEAR.step("PRINTED", "print_with_seal", actor="SYSTEM", facts={"city_prints_seal": True}).state)


@not_ok("CE-054")
@pytest.mark.parametrize("city", [None, "440100"])
def test_an_unsealed_print_is_for_inquiry(city: str | None) -> None:
    """
    Without a seal, or in a city nobody named, the print serves for inquiry only; the bureau seals on request.
    """
    sealed = PROFILE.switch(sealed_cities=("441800",))
    decided = can_print_certificate(year_of(), year=2012, actor="PERSON", own=True, city=city, profile=sealed)

    assert Usage.INQUIRY_ONLY is decided.usage
    assert ["CE.CERT.SEALED"] == told(decided)
    assert "SEALED" == YEAR.step("PRINTED", "seal_on_request", actor="HR_BUREAU").state


@ok("CE-056")
def test_figures_have_a_basis() -> None:
    """
    The requirement of 2015 names its document.
    """
    assert requirement("CN-GD", year=2015).citation


@not_ok("CE-056")
def test_72_hours_are_not_applied_to_2021() -> None:
    """
    From 2021 on a year asks for 90 hours with 30, 42 and 18.
    """
    assert result(18, 42, 12, year=2020).passed
    assert {"GENERAL": 12, "ELECTIVE": 6} == short(result(18, 42, 12, year=2021))
    assert result(30, 42, 18, year=2021).passed


def test_a_year_without_a_requirement_is_open() -> None:
    """
    Of a year no row covers nothing is decided: neither "not passed" nor "open" is said, and what is known is told.
    """
    answer = result(18, 42, 12, year=2005)
    decided = can_print_certificate(year_of(year=2005), year=2005)

    assert Decision.REVIEW is answer.decision
    assert answer.audit is None
    assert not answer.stale
    assert ["HOURS.NOT_COVERED"] == [item.code for item in answer.findings]
    assert "2005" in answer.explain("en")
    assert answer._repr_html_().startswith("<pre>")
    assert recount(year_of(year=2005), year=2005) is None
    assert Decision.REVIEW is decided.decision
    assert ["undecided, to be reviewed"] == [
        item.params["state"].en for item in decided.findings if item.code == "CE.CERT.PRINT_GUARD"
    ]


def test_a_file_is_a_list_of_records() -> None:
    """
    A person's file is counted like its records; deleted ones are left out.
    """
    records = (*year_of(), learnt("GENERAL", 99, state="DELETED"))

    assert 72 == recount(LearningFile(records=records), year=2012) == recount(records, year=2012)
    assert annual_result(records, year=2012)._repr_html_().startswith("<div")


def test_part_of_a_day_is_reviewed() -> None:
    """
    Half a day is not guessed at: the year is to be reviewed.
    """
    answer = result(("2.5", None), 42, 12)

    assert Decision.REVIEW is answer.decision
    assert "HOURS.PART_DAY" in [item.code for item in answer.findings]
    assert "CE.CERT.ANNUAL_STATUS" not in told(answer)


def test_what_was_declared_twice_counts_once() -> None:
    """
    A course uploaded by the site and typed by the person counts once, the site's hours once they are recognised.
    """
    site = learnt("GENERAL", 6, course="甲", route="LEARNING_SITE")
    typed = learnt("GENERAL", 8, course="甲", route="PERSON")

    early = learnt("GENERAL", 6, course="甲", route="LEARNING_SITE", state="HR_RECOGNITION")

    assert 6 == recount([typed, site], year=2012)
    assert 8 == recount([typed, early], year=2012)


RECORDS = st.lists(
    st.builds(
        learnt,
        subject=st.sampled_from(["GENERAL", "PROFESSIONAL", "ELECTIVE"]),
        hours=st.integers(0, 40),
        days=st.none() | st.integers(0, 5),
        year=st.sampled_from([2012, 2013]),
        state=st.sampled_from(["RECOGNISED", "UNIT_AUDIT"]),
    ),
    max_size=8,
)


@given(RECORDS, st.randoms())
def test_order_does_not_matter(records: list[LearningRecord], random: Any) -> None:  # noqa: ANN401  # hypothesis' own
    """
    The result of a year is the same in any order of the records.
    """
    shuffled = list(records)
    random.shuffle(shuffled)

    assert annual_result(records, year=2012).passed is annual_result(shuffled, year=2012).passed
    assert recount(records, year=2012) == recount(shuffled, year=2012)


@given(RECORDS, st.integers(0, 40))
def test_one_more_record_never_harms(records: list[LearningRecord], hours: int) -> None:
    """
    Adding a recognised record never turns passed into not passed.
    """
    more = learnt("ELECTIVE", hours)

    assert not annual_result(records, year=2012).passed or annual_result([*records, more], year=2012).passed


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_the_machine_follows_the_records(general: int, professional: int, elective: int) -> None:
    """
    A recount in the machine ends in the state that the records give.
    """
    answer = result(general, professional, elective)
    facts = {"all_reached": answer.passed}

    assert answer.state == learning.act(YEAR, "STALE", "recount", actor="PERSON", facts=facts).state


def test_a_source_is_told_by_its_name() -> None:
    """
    The explanation names the route of a record in words; a route of the host's own is its own word.
    """
    routes = (("PERSON", "个人申报"), ("OURS", "OURS"), (None, ""))
    records = [LearningRecord(subject="GENERAL", year=2012, state="RECOGNISED", route=it) for it, _ in routes]

    assert [name for _, name in routes] == [entry.get("source", "") for entry in learning.year.entries_of(records)]


@ok("CE-053")
def test_who_prints_is_assumed_and_said() -> None:
    """
    Without a word of who prints what, the person and the own certificate are assumed; the answer says so.
    """
    said = [
        [item.params["fact"].en for item in decided.findings if item.code == "CE.CERT.ASSUMED"]
        for decided in (
            can_print_certificate(year_of(), year=2012),
            can_print_certificate(year_of(), year=2012, actor="UNIT_ADMIN"),
            can_print_certificate(year_of(), year=2012, actor="单位", own=True),
        )
    ]

    assert [
        ["the person prints it", "the certificate is the person's own or that of the unit's staff"],
        [said[0][1]],
        [],
    ] == said


def test_an_open_year_may_not_be_printed() -> None:
    """
    REVIEW is no permission: `ok` is true of IN alone.
    """
    decided = can_print_certificate(year_of(), year=1990, actor="PERSON", own=True)

    assert Decision.REVIEW is decided.decision
    assert decided.ok is False
    assert not decided


@not_ok("CE-052")
def test_a_deleted_record_waits_for_nobody() -> None:
    """
    A record that was deleted counts neither now nor when the bureau is done: it is not pending, and listed nowhere.
    """
    gone = LearningRecord(course="课程甲", subject="GENERAL", hours=Decimal(6), year=2012, state="DELETED")
    waiting = LearningRecord(course="课程乙", subject="GENERAL", hours=Decimal(4), year=2012, state="UNIT_AUDIT")
    result = learning.annual_result([gone, waiting], year=2012)

    assert result.audit is not None
    assert (4, 0) == (result.audit.pending, result.audit.total)
    assert "课程甲" not in result.explain()
    assert [False] == [item["recognised"] for item in learning.year.entries_of([gone, waiting])]


@ok("CE-036")
def test_a_record_set_aside_stands_in_the_answer() -> None:
    """
    Of a course recognised twice one record counts; which one does not is said, in the year it belongs to.
    """
    typed = LearningRecord(
        course="课程甲", subject="GENERAL", hours=Decimal(9), year=2012, state="RECOGNISED", route="PERSON"
    )
    site = attrs.evolve(typed, route="LEARNING_SITE")
    elsewhere = [attrs.evolve(item, year=2011) for item in (typed, site)]
    result = learning.annual_result([*elsewhere, typed, site], year=2012)
    told = [item for item in result.findings if item.code == "CE.FLOW.NO_DOUBLE"]

    assert result.audit is not None
    assert 9 == result.audit.total
    assert [("records", 2)] == [item.path for item in told]
    assert told[0].message() in result.explain()
    assert () == learning.annual_result([typed], year=2012).set_aside
