"""
Who may apply for which grade: figures that are not known, figures a host has, the order of grades.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.eligibility import Eligibility, EligibilityRule
from credrules.findings import Decision
from credrules.systems import lianyungang
from credrules.systems.lianyungang.names import GRADES, name_of, next_below
from credrules.systems.lianyungang.promotion.deciding import order_rule
from credrules.systems.lianyungang.records import SkillRecord, Worker
from credrules.testing._samples import lianyungang as people
from tests.support import hostile
from tests.support.cases import ok

ON = dt.date(2018, 4, 24)
# Invented figures: five years in the grade below, nothing else.
FIGURES = {
    target: EligibilityRule(
        f"HOST-{target}", "CN-JS", "WORKER_GRADES", (target,), prior=next_below(target) or "", level_months=60
    )
    for target in GRADES
}


def asked(target: str, requirements: Any = None, on: dt.date = ON, **cells: Any) -> Eligibility:  # noqa: ANN401  # facts
    """
    Return the answer about a worker with these sections and no others.
    """
    return lianyungang.eligibility(cells, target=target, on=on, requirements=requirements)


def skill(grade: str, year: int = 2010) -> dict[str, Any]:
    """
    Return a certificate of a grade.
    """
    return {"专业技术资格名称": grade, "取得资格时间": f"{year}-08-31", "工种": "电工"}


@ok("LYG-062")
@pytest.mark.parametrize("target", ["技师", "2", "高级技师", "初级工"])
def test_without_figures_nobody_is_sure(target: str) -> None:
    """
    The figures of 2018 are in a notice nobody has: REVIEW, with the reason.
    """
    answer = asked(target, skills=[skill("高级工"), skill("技师", 2012)])

    assert Decision.REVIEW is answer.decision
    assert "TABLE_UNKNOWN" in answer.reasons
    assert "LYG.ELIG.NOT_HERE" in {item.code for item in answer.findings}
    assert answer.earliest is None
    assert answer.met_by is None


@pytest.mark.parametrize(
    ("cells", "decision"),
    [
        ({"skills": [skill("高级工")]}, "REVIEW"),
        ({"skills": [skill("中级工")]}, "OUT"),
        ({"skills": []}, "OUT"),
        ({}, "REVIEW"),
        ({"main_grade": "高级工"}, "REVIEW"),
        ({"main_grade": "中级工"}, "OUT"),
        ({"skills": [skill("中级工")], "备注": "转岗"}, "REVIEW"),
        ({"skills": [skill("中级工")], "registration": {"exceptional": "BY_AWARD"}}, "REVIEW"),
        ({"skills": [skill("中级工")], "registration": {"exceptional": "NONE"}}, "OUT"),
        ({"skills": [skill("技师")]}, "REVIEW"),
    ],
)
def test_out_only_where_nothing_is_open(cells: dict[str, Any], decision: str) -> None:
    """
    Without the grade below OUT, unless a special case or an exceptional application is open.
    """
    answer = asked("技师", **cells)

    assert Decision[decision] is answer.decision
    assert (decision == "OUT") is ("LYG.DECL.ADD_PERSON" in answer.reasons)


def test_figures_of_a_host_decide() -> None:
    """
    With figures the shared calculator answers, and says from which day.
    """
    cells = {"skills": [skill("中级工", 2008), skill("高级工", 2013)]}
    early, late = (
        asked("技师", [FIGURES["2"]], on=day, **cells) for day in (dt.date(2018, 8, 30), dt.date(2018, 8, 31))
    )

    assert (Decision.OUT, Decision.IN) == (early.decision, late.decision)
    assert dt.date(2018, 8, 31) == early.earliest == late.earliest
    assert FIGURES["2"] == late.met_by
    assert "TABLE_UNKNOWN" not in early.reasons


def test_figures_never_replace_the_grade_below() -> None:
    """
    A rule of a host without the grade below does not lead to IN, and waiting does not help.
    """
    easy = EligibilityRule("HOST-X", "CN-JS", "WORKER_GRADES", ("2",))
    plain, open_ = (
        asked("技师", [easy], skills=[skill("中级工")]),
        asked("技师", [easy], skills=[skill("中级工")], 备注="转岗"),
    )

    assert (Decision.OUT, Decision.REVIEW) == (plain.decision, open_.decision)
    assert (None, None) == (plain.earliest, open_.met_by)
    assert "LYG.ELIG.OPEN" in {item.code for item in open_.findings}
    assert Decision.IN is asked("技师", [easy], skills=[skill("高级工")]).decision


def test_an_open_case_is_never_refused() -> None:
    """
    Too few years, but a special case: a person decides.
    """
    answer = asked("技师", [FIGURES["2"]], skills=[skill("高级工", 2016)], 备注="退伍兵初定")

    assert Decision.REVIEW is answer.decision
    assert "LYG.ELIG.OPEN" in answer.reasons


def test_further_facts_stand_beside_the_sections() -> None:
    """
    Assessments and conditions the rules ask for are passed on; a scheme of posts is read as well.
    """
    rule = EligibilityRule("HOST-P", "CN-JS", "WORKER_POSTS", ("2",), prior="3", conditions=("in_post",))
    cells: dict[str, Any] = {"skills": [skill("高级工")], "学历学位信息": [people.EDUCATION]}

    assert Decision.REVIEW is asked("技师", [rule], **cells).decision
    assert Decision.IN is asked("技师", (rule,), conditions={"in_post": True}, **cells).decision
    assert Decision.OUT is asked("技师", [rule], conditions={"in_post": False}, **cells).decision
    assert Decision.REVIEW is asked("技师", iter([rule]), **cells).decision
    assert Decision.REVIEW is asked("技师", [], **cells).decision


def test_grades_may_be_stated_as_facts() -> None:
    """
    Grades given as the calculator's facts count where there is no subset.
    """
    assert Decision.REVIEW is asked("技师", grades=[{"等级": "高级工"}]).decision
    assert Decision.OUT is asked("技师", grades=[{"等级": "中级工"}]).decision
    assert Decision.OUT is asked("技师", grades=[]).decision


def test_a_worker_record_is_a_worker() -> None:
    """
    A typed worker is read like a mapping; its empty list is none.
    """
    worker = lianyungang.structure(people.worker())

    assert Decision.REVIEW is lianyungang.eligibility(worker, target="技师", on=ON).decision
    assert Decision.OUT is lianyungang.eligibility(Worker(), target="技师", on=ON).decision


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_answer_explains_itself(lang: Any) -> None:  # noqa: ANN401  # a language
    """
    Why, in words: the verdict, the order of grades, the notice that is not known.
    """
    text = str(asked("技师", skills=[skill("中级工")]).explain(lang))

    assert "苏人社发〔2018〕98号" in text
    assert {"zh": "不符合", "en": "does not qualify"}[lang] in text


@given(
    held=st.sets(st.sampled_from(GRADES)),
    target=st.sampled_from(GRADES),
    remark=st.sampled_from([None, "转岗"]),
    figures=st.booleans(),
    year=st.integers(2005, 2018),
)
def test_the_law_of_the_grade_below(
    held: set[str],
    target: str,
    remark: str | None,
    figures: bool,  # noqa: FBT001  # drawn
    year: int,
) -> None:
    """
    Never IN without the grade below; never OUT while something is open; without figures never IN.
    """
    cells: dict[str, Any] = {"skills": [skill(name_of(grade), year) for grade in sorted(held)], "备注": remark}
    answer = asked(target, [FIGURES[target]] if figures else None, **cells)
    below = next_below(target)

    assert not (answer.decision is Decision.IN and below is not None and below not in held)
    assert not (answer.decision is Decision.OUT and remark is not None)
    assert figures or answer.decision is not Decision.IN


def test_the_order_is_a_rule_without_figures() -> None:
    """
    The order of grades as a rule asks for the grade below and knows nothing else.
    """
    assert ["4", "3"] == [order_rule(target).prior for target in ("3", "2")]
    assert all(order_rule(target).unknown for target in GRADES)


def test_every_question_is_answered() -> None:
    """
    Whatever stands for a worker, a target, a day or the figures, there is an answer.
    """
    good = {"skills": [skill("高级工")]}
    for value in hostile.everything():
        for worker, target, on, rules in (
            (value, "技师", ON, None),
            (good, value, ON, None),
            (good, "技师", value, None),
            (good, "技师", ON, value if value is not None else ()),
            ({"skills": value, "学历": value}, value, value, [value]),
        ):
            answer = lianyungang.eligibility(worker, target=target, on=on, requirements=rules)  # type: ignore[arg-type]  # odd
            assert isinstance(answer, Eligibility)
            assert answer.decision in Decision
            assert all(item.message("zh") for item in answer.findings)


def test_records_of_grades_without_a_name_are_none() -> None:
    """
    A certificate whose grade is not filled in counts for nothing.
    """
    assert Decision.OUT is lianyungang.eligibility(Worker(skills=(SkillRecord(),)), target="技师", on=ON).decision


def test_a_cut_list_of_grades_is_never_refused() -> None:
    """
    The grade below may stand in the part of a long list that was not read, or be the one that could not be read.
    """
    asked: dict[str, Any] = {"target": "技师", "on": dt.date(2018, 4, 24)}
    short, long = ([{"grade": "初级工"}] * times + [{"grade": "高级工"}] for times in (0, 600))
    junior = [{"grade": "初级工"}] * 6

    for skills, decision in (
        (short, Decision.REVIEW), (long, Decision.REVIEW), (junior, Decision.OUT), (junior * 100, Decision.REVIEW),
    ):  # fmt: skip
        assert decision is lianyungang.eligibility({"skills": skills}, **asked).decision
        assert decision is lianyungang.eligibility({"grades": skills}, **asked).decision
    assert Decision.REVIEW is lianyungang.eligibility({"grades": ["某等级"]}, **asked).decision


def test_a_list_that_was_cut_decides_nothing() -> None:
    """
    Of more certificates or posts than are read, neither the latest nor the grade below is known: no verdict, and said.
    """
    lower, higher = (
        {"等级": grade, "取得资格时间": day} for grade, day in (("初级工", "2001-08-31"), ("高级工", "2016-08-31"))
    )
    worker = {
        "person": {"main_grade": "高级工", "main_post": "技术工三级"},
        "skills": [lower] * 600 + [higher],
        "posts": [{"post": "技术工五级"}] * 600,
        "registration": {"target_grade": "技师", "trade": "电工"},
    }
    whole = {**worker, "skills": [lower], "posts": worker["posts"][:1]}  # type: ignore[index]  # a list, as above
    judged = {"LYG.SKILL.SAVE_UPDATE", "LYG.POST.SAME_RULES", "LYG.DECL.TARGET_STEP", "LYG.POST.ACTUAL"}
    cut, read = ({item.code for item in lianyungang.check(item, on=ON).findings} for item in (worker, whole))
    answer = lianyungang.eligibility(worker, target="技师", on=ON)

    assert judged <= read
    assert "RECORD.TOO_MANY" in cut
    assert set() == judged & cut
    assert "OUT" == lianyungang.eligibility(whole, target="技师", on=ON).decision.name
    assert ("REVIEW", True) == (answer.decision.name, "RECORD.TOO_MANY" in {item.code for item in answer.findings})


def test_a_longer_list_accuses_no_person_of_a_declaration() -> None:
    """
    Nobody is kept out of a declaration because the certificate below was not read.
    """
    worker = {"person": {"姓名": "李某"}, "skills": [{"等级": "初级工", "工种": "钳工"}] * 600}
    unit = {"workers": [worker], "registrations": [{"name": "李某", "target_grade": "技师", "trade": "电工"}]}
    codes = {item.code for item in lianyungang.check_unit(unit, on=ON).findings}

    assert set() == {"LYG.DECL.ADD_PERSON", "LYG.DECL.REMARK", "LYG.DECL.TARGET_STEP"} & codes
