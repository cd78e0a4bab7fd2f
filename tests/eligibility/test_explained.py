"""
What an answer says in words: the tree, the findings, the repr, the periods and demands of rules.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from credrules.dates import add_time
from credrules.eligibility import REQUIREMENTS, EligibilityRule, Kind, assess, requirements
from credrules.eligibility.counting import Moment, starts
from credrules.eligibility.facts import Title
from credrules.eligibility.judging import Demand
from credrules.eligibility.spans import ANY, Span
from credrules.eligibility.wording import demand_words
from credrules.findings import CredrulesError, Decision
from credrules.values import Confidence

DAY = dt.date(2025, 3, 1)
FACTS: dict[str, Any] = {"education": ["本科"], "titles": [{"level": "助理级", "obtained_on": "2021-08-01"}]}


def test_the_tree() -> None:
    """
    The verdict names what was asked and the first day; each alternative its clause; each demand whether it is met.
    """
    answer = assess(FACTS, target="工程师", on=DAY, jurisdiction="CN", scheme="ENGINEERING")
    lines = answer.explain("zh").text().splitlines()

    assert "全国·工程系列·工程师，2025-03-01：不符合申报条件；最早 2025-08-01" == lines[0]
    assert "  EL-064（全国，评审）：不符合，最早 2025-08-01 [人社部发〔2019〕16号 EL-064]" in lines
    assert "    任职年限：任助理级满 4 年（不符合）" in lines
    assert "verdict" == answer.explain().to_dict()["kind"]
    assert "<pre>" in answer.explain("en").html()
    assert "Eligibility(OUT, CN ENGINEERING 420, 2025-03-01)" == repr(answer)


def test_the_tree_of_who_qualifies() -> None:
    """
    Who qualifies is shown the alternative that is met.
    """
    answer = assess(FACTS, target="工程师", on=dt.date(2025, 8, 1), jurisdiction="CN", scheme="ENGINEERING")
    alternatives = [step for step in answer.explain().root.steps if step.kind == "alternative"]

    assert "Eligibility(IN, CN ENGINEERING 420, 2025-08-01, met by EL-064)" == repr(answer)
    assert ["EL-064"] == [step.label.en.partition(" ")[0] for step in alternatives]
    assert ("ELIGIBILITY.MET",) == answer.reasons


def test_the_tree_of_what_could_not_be_asked() -> None:
    """
    Without a place, a scheme or a target there is nothing to ask, and the findings say what is wrong.
    """
    answer = assess({}, target="厨师", on=DAY, jurisdiction="某地", scheme="某系列")

    assert ["ELIGIBILITY.PLACE_UNKNOWN", "ELIGIBILITY.SCHEME_UNKNOWN"] == [item.code for item in answer.findings]
    assert "不能确定，须人工核定" == answer.explain().text().splitlines()[0]
    assert ("Eligibility(REVIEW, 2025-03-01)", (), None, ()) == (
        repr(answer),
        answer.missing,
        answer.earliest,
        answer.reasons,
    )


@pytest.mark.parametrize(
    ("key", "zh", "en"),
    [
        ("EL-064", "2019 起", "2019 to open"),
        ("EL-003", "2020", "2020"),
        ("EL-012.2", "至 2014", "until 2014"),
        ("EL-104", "2001 起至 2021", "2001 to 2021"),
        ("EL-140", "约 2020 起；来源所见年度 2023、2024", "about 2020 to open; seen in 2023, 2024"),
        ("EL-240", "约 2019 起；来源所见年度 2021起", "about 2019 to open; seen in 2021 on"),
        ("EL-247", "至约 2019", "until about 2019"),
        ("EL-256", "未限定时间", "any time"),
        ("EL-263", "起止日期不详", "no date known"),
    ],
)
def test_a_period_in_words(key: str, zh: str, en: str) -> None:
    """
    A period is told as it is known.
    """
    dates = REQUIREMENTS[key].dates

    assert (zh, en) == (dates.zh, dates.en)


@pytest.mark.parametrize(
    ("key", "demand", "zh"),
    [
        ("EL-238", Demand(Kind.WORK_YEARS, Decision.OUT, "specialty", 6), "从事本专业（工种）满 6 个月"),
        ("EL-140", Demand(Kind.WORK_YEARS, Decision.OUT, "specialty", 36), "毕业后从事本专业（工种）满 3 年"),
        ("EL-003", Demand(Kind.WORK_YEARS, Decision.OUT, "total", 120), "工作满 10 年"),
        ("EL-051.1", Demand(Kind.WORK_YEARS, Decision.OUT, "total_by"), "2000-12-31 及以前参加工作"),
        ("EL-265", Demand(Kind.WORK_YEARS, Decision.OUT, "education", 60), "取得学历学位满 5 年"),
        ("EL-009", Demand(Kind.LEVEL_YEARS, Decision.OUT, "3"), "2019-12-31 及以前取得高级工"),
        ("EL-005", Demand(Kind.LEVEL_YEARS, Decision.OUT, "3", 60), "任高级工达 5 年（首尾年度均计）"),
        ("EL-120", Demand(Kind.PRIOR_LEVEL, Decision.OUT, "G2"), "具有技师"),
        ("EL-115", Demand(Kind.PRIOR_LEVEL, Decision.OUT, "PHYSICIAN"), "具有医师执业注册"),
        ("EL-003", Demand(Kind.ASSESSMENT, Decision.OUT, "2018、2019"), "2018、2019 年度考核合格及以上"),
        ("EL-018", Demand(Kind.CONDITION, Decision.OUT, "EL-018"), "符合 EL-018 的破格或特殊情形"),
        ("EL-054", Demand(Kind.CONDITION, Decision.OUT, "退伍兵初定;转岗"), "属于退伍兵初定或转岗"),
        ("EL-017", Demand(Kind.CONDITION, Decision.OUT, "age", 540), "达到规定年龄"),
        ("EL-064", Demand(Kind.CONDITION, Decision.OUT, "retired"), "未办理退休"),
        ("EL-011", Demand(Kind.LEVEL_YEARS, Decision.REVIEW, "level_years", known=False), "任职年限（来源未载明）"),
    ],
)
def test_a_demand_in_words(key: str, demand: Demand, zh: str) -> None:
    """
    Each demand is what a clerk would say.
    """
    assert zh == demand_words(demand, REQUIREMENTS[key]).zh


def test_kinds_and_ways_are_words() -> None:
    """
    Kinds of shortfalls are texts and have labels; a rule knows how sure it is.
    """
    rule = REQUIREMENTS["EL-001"]

    assert ("EDUCATION", "学历学位") == (str(Kind.EDUCATION), Kind.EDUCATION.label.zh)
    assert (None, False, Confidence.HIGH) == (rule.confidence, rule.decides, REQUIREMENTS["EL-003"].confidence)
    assert not REQUIREMENTS["EL-214"].decides


def test_rules_of_a_place() -> None:
    """
    Without a day the rules of the nearest place that has any are given; what cannot be read has none.
    """
    keys = [rule.key for rule in requirements(jurisdiction="连云港", scheme="工人技术等级", target="技师")]

    assert ["EL-001", "EL-005", "EL-011", "EL-023"] == keys
    assert ("EL-024",) == tuple(
        rule.key
        for rule in requirements(jurisdiction="连云港", scheme="工人技术等级", target="技师", on=dt.date(2022, 1, 1))
    )
    assert () == requirements(jurisdiction="CN", scheme="ENGINEERING", target="工程师", on=dt.date(2000, 1, 1))
    assert () == requirements(jurisdiction="四川", scheme="GENERAL", target="中级")
    assert () == requirements(jurisdiction="CN", scheme="某", target="中级")


def test_a_rule_that_begins_within_a_year() -> None:
    """
    A day named by a row is kept to; the year applied for decides where it is another than the day's.
    """
    rule, weak = REQUIREMENTS["EL-024"], REQUIREMENTS["EL-274"]

    assert not rule.may_hold(1994, dt.date(1994, 12, 21))
    assert rule.may_hold(1994, dt.date(1994, 12, 22))
    assert not rule.may_hold(1993, dt.date(1995, 1, 1))
    assert weak.may_hold(2020, dt.date(2021, 1, 1))
    assert not REQUIREMENTS["EL-012.2"].may_hold(2015, dt.date(2014, 1, 1))
    assert not REQUIREMENTS["EL-263"].surely_holds(2010)


def test_the_ends_of_the_calendar() -> None:
    """
    What lies beyond the calendar is its last day, and a convention of counting stays within it.
    """
    late = Title(("420",), obtained=Span(dt.date(9999, 6, 1), dt.date(9999, 6, 1)), route="REVIEW")
    moment = Moment(dt.date(9999, 12, 31), 9999, ("CN-GD", "CN"))

    assert dt.date.max == add_time(dt.date(9999, 6, 1), months=12)
    assert dt.date(9999, 1, 1) == starts(late, REQUIREMENTS["EL-244"], moment).last
    assert ANY == starts(Title(("420",)), REQUIREMENTS["EL-244"], moment)


@pytest.mark.parametrize(
    "fields",
    [
        {"targets": ("高级",)},
        {"targets": "420"},
        {"education": ("本科",)},
        {"prior": "助理级"},
        {"licences": ("X",)},
        {"unknown": ("years",)},
        {"after": "GRADUATION"},
        {"level_months": 4.5},
        {"over_age": -1},
        {"since": "2019"},
        {"level_by": "2019-12-31"},
        {"cutoff": "2019-12-31"},
    ],
)
def test_a_rule_of_ones_own_is_looked_at(fields: dict[str, Any]) -> None:
    """
    A rule with a word or a figure that no rule knows cannot be made; the error names each of them.
    """
    plain: dict[str, Any] = {"id": "X", "jurisdiction": "CN", "scheme": "ENGINEERING", "targets": ("420",)}

    with pytest.raises(CredrulesError) as caught:
        EligibilityRule(**{**plain, **fields})

    assert [(name,) for name in fields] == [item.path for item in caught.value.findings]
    assert "420" in repr(EligibilityRule(**plain))
