"""
Facts in English keys or Chinese labels, names or codes, dates in any notation, records and mappings.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import attrs
import pytest

from credrules.eligibility import assess
from credrules.eligibility.places import read_place
from credrules.eligibility.reading import read_facts
from credrules.eligibility.schooling import reach_of_class, reach_of_degree, reach_of_education
from credrules.eligibility.targets import Target, read_level, read_scheme, read_target, schemes

ON = dt.date(2025, 8, 1)
PLAIN = {
    "education": [{"level": "21", "graduated_on": "2020-07-01"}],
    "titles": [{"level": "434", "obtained_on": "2021-08-01"}],
}
SAME = [
    {"学历": [{"学历": "本科", "毕业时间": "2020年7月1日"}], "职称": [{"级别": "助理级", "取得时间": "2021.08.01"}]},
    {"学历": {"学历": "大学本科毕业", "毕业时间": "20200701"}, "职称": {"职称": "助理工程师", "取得时间": 20210801}},
    {"学历": "本科", "职称": [{"级别": "助理", "系列": "工程", "取得时间": dt.date(2021, 8, 1)}]},
    {"教育": ["本科"], "职称": [{"职称": "助理工程师（助理级）", "取得时间": "2021/8/1", "取得方式": "评审"}]},
    {"学位": [{"学位": "工学学士", "授予时间": "2020-06"}], "titles": [{"level": 434, "obtained_on": "2021-08-01"}]},
    {"education": ({"level": 21},), "titles": ({"level": "助级", "series": "05", "obtained_on": "2021年8月1日"},)},
]


@pytest.mark.parametrize("facts", [PLAIN, *SAME])
def test_the_same_person_in_other_words(facts: dict[str, Any]) -> None:
    """
    However a person is written, the answer is the same on the day and on the day before.
    """
    for target, scheme, where in (("工程师", "工程系列", "CN"), ("420", "ENGINEERING", "全国"), (420, "05", "cn")):
        asked: dict[str, Any] = {"target": target, "scheme": scheme, "jurisdiction": where}
        assert "EL-064" == getattr(assess(facts, on=ON, **asked).met_by, "id", None)
        assert "OUT" == assess(facts, on=ON - dt.timedelta(days=1), **asked).decision.name


@attrs.frozen
class Worker:
    """
    A record of the host's own.
    """

    grades: list[dict[str, str]]
    work_started_on: str
    conditions: dict[str, object] | None = None


@dataclasses.dataclass
class Plain:
    """
    The same as a dataclass.
    """

    grades: list[dict[str, str]]
    work_started_on: str


@pytest.mark.parametrize("kind", [Worker, Plain])
def test_a_record_is_read_like_a_mapping(kind: Any) -> None:  # noqa: ANN401  # a record type
    """
    Fields of a record are keys; a field that is None is not known.
    """
    record = kind([{"技术等级": "五级", "发证日期": "2019-06"}], "2010-01-01")
    answer = assess(record, target="四级", on=dt.date(2024, 6, 30), jurisdiction="重庆市", scheme="工人技术等级")

    assert ("IN", "EL-033") == (answer.decision.name, getattr(answer.met_by, "id", None))


def test_what_is_none_and_what_is_unknown() -> None:
    """
    An absent key is unknown, an empty list or a word for none is none; no degree alone says nothing of the education.
    """
    none = read_facts({"titles": [], "grades": "无", "licences": None, "degrees": []})

    assert ((), (), None, None) == (none.titles, none.grades, none.licences, none.schooling)
    assert () == read_facts({"education": [], "degrees": []}).schooling
    assert () == read_facts({"titles": ["无"], "degrees": ["无"]}).titles
    assert () == read_facts({"grades": ["无"]}).grades
    assert read_facts(none) is none


def test_what_cannot_be_read_is_unknown_and_said() -> None:
    """
    An unreadable item leaves its list open and has its finding with the path down to the leaf.
    """
    facts = {
        "education": [{"level": "某学历"}],
        "degrees": ["某学位", []],
        "titles": [{"level": "某某师"}, 5.5],
        "grades": [{"grade": "某等级"}],
        "licences": [{"registered_on": "2020"}],
        "retired_on": "某日",
        "work_started_on": "至今",
        "assessments": {"某年": "合格", 2020: "某结果", 2021: None},
        "conditions": {"assessed": "也许", "results": None},
        "application_year": "24",
    }
    person = read_facts(facts)
    found = {(item.code, item.path) for item in person.findings}

    assert {"education", "degrees", "titles", "grades", "licences"} == set(person.unread)
    assert {
        ("ELIGIBILITY.EDUCATION_UNKNOWN", ("education", 0, "level")),
        ("ELIGIBILITY.DEGREE_UNKNOWN", ("degrees", 0, "degree")),
        ("ELIGIBILITY.ITEM", ("degrees", 1)),
        ("ELIGIBILITY.LEVEL_UNKNOWN", ("titles", 0, "level")),
        ("ELIGIBILITY.ITEM", ("titles", 1)),
        ("ELIGIBILITY.GRADE_UNKNOWN", ("grades", 0, "grade")),
        ("ELIGIBILITY.ITEM", ("licences", 0)),
        ("ELIGIBILITY.YEAR", ("assessments",)),
        ("ELIGIBILITY.RESULT_UNKNOWN", ("assessments", 2020)),
        ("ELIGIBILITY.YES_OR_NO", ("conditions", "assessed")),
        ("ELIGIBILITY.YEAR", ("application_year",)),
        ("DATE.NOT_A_DATE", ("retired_on",)),
        ("DATE.OPEN_ENDED", ("work_started_on",)),
    } <= found
    assert ["ELIGIBILITY.ITEM"] * 2 == [item.code for item in read_facts({"conditions": 5, "assessments": 5}).findings]


def test_an_unread_item_is_no_no() -> None:
    """
    Where an item could not be read, what is not found among the others is open.
    """
    for key in ("education", "titles"):
        facts: dict[str, Any] = {"education": [], "degrees": [], "titles": [], key: ["某某"]}
        asked: dict[str, Any] = {"target": "技术员" if key == "education" else "助理工程师", "on": ON}
        answer = assess(facts, jurisdiction="CN", scheme="工程", **asked)
        assert ("REVIEW" if key == "education" else "OUT") == answer.decision.name
    facts = {"education": ["本科"], "titles": ["某某"]}
    assert "REVIEW" == assess(facts, target="工程师", on=ON, jurisdiction="CN", scheme="工程").decision.name
    licences = {"education": ["本科"], "licences": [{}]}
    health: dict[str, Any] = {
        "target": "主治医师",
        "on": dt.date(2026, 5, 1),
        "jurisdiction": "CN",
        "scheme": "HEALTH_EXAM",
    }
    assert "REVIEW" == assess(licences, **health).decision.name
    weak = {"education": ["某某"], "titles": []}
    assert "REVIEW" == assess(weak, target="副研究员", on=ON, jurisdiction="CN", scheme="自然科学研究").decision.name
    young = {
        "education": ["某某"],
        "grades": ["初级工"],
        "work_started_on": "1990",
        "specialty_started_on": "1990",
        "birth_date": "1999",
    }
    assert "REVIEW" == assess(young, target="中级工", on=ON, jurisdiction="青岛", scheme="工人技术等级").decision.name


@pytest.mark.parametrize(
    ("word", "chain"),
    [
        ("CN-JS", ("CN-JS", "CN")),
        ("江苏", ("CN-JS", "CN")),
        ("江苏省", ("CN-JS", "CN")),
        ("Jiangsu", ("CN-JS", "CN")),
        ("js", ("CN-JS", "CN")),
        (320000, ("CN-JS", "CN")),
        ("连云港市", ("320700", "CN-JS", "CN")),
        ("320582", ("320582", "320500", "CN-JS", "CN")),
        ("Zhangjiagang", ("320582", "320500", "CN-JS", "CN")),
        ("CN", ("CN",)),
        ("全国", ("CN",)),
        ("中央国家机关", ("CN-central", "CN")),
        ("CN-unattributed", ("CN-unattributed",)),
        ("澳门", ("CN-MO",)),
        ("重庆市", ("CN-CQ", "CN")),
        ("某地", None),
        (None, None),
        (-1, None),
        ("", None),
    ],
)
def test_a_place(word: object, chain: tuple[str, ...] | None) -> None:
    """
    A place is its code, its division code or its name; above it stand prefecture, province and country.
    """
    assert chain == read_place(word).value


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("WORKER_GRADES", "WORKER_GRADES"),
        ("机关事业单位工人技术等级", "WORKER_GRADES"),
        ("工勤技能岗位", "WORKER_POSTS"),
        ("职业技能等级", "SKILL_GRADES"),
        ("技能人才贯通", "SKILLED_CONVERSION"),
        ("初定", "FIRST_RECOGNITION"),
        ("考核认定", "FIRST_RECOGNITION"),
        ("定职", "FIRST_RECOGNITION"),
        ("初定/考核认定/定职", "FIRST_RECOGNITION"),
        ("engineering", "ENGINEERING"),
        ("05", "ENGINEERING"),
        ("工程技术人员", "ENGINEERING"),
        ("EXT-SCHOOL", "SCHOOL_TEACHERS"),
        ("卫生", "HEALTH"),
        ("04", "HEALTH"),
        ("图书资料", "LIBRARY"),
        ("高等学校教师", "UNIVERSITY_TEACHERS"),
        ("艺术", "EXT-ARTS"),
        ("某系列", None),
        (None, None),
    ],
)
def test_a_scheme(word: object, code: str | None) -> None:
    """
    A scheme is its code, its label, or a series; a series without rules stands for itself.
    """
    scheme = read_scheme(word).value

    assert code == (None if scheme is None else scheme.code)


@pytest.mark.parametrize(
    ("scheme", "word", "codes"),
    [
        ("ENGINEERING", "工程师 (中级)", ("420",)),
        ("ENGINEERING", "副高", ("412",)),
        ("ENGINEERING", "高级", ("412", "411")),
        ("ENGINEERING", "初级", ("434", "435")),
        ("ACCOUNTING", "初级", ("434",)),
        ("SCHOOL_TEACHERS", "二级教师", ("434",)),
        ("HEALTH_EXAM", "师级", ("434",)),
        ("HEALTH_EXAM", "主管护师", ("420",)),
        ("ECONOMICS", "中级经济师", ("420",)),
        ("AGRICULTURE", "农业技术推广研究员", ("411",)),
        ("WORKER_GRADES", "三级/高级工", ("3",)),
        ("WORKER_GRADES", 1, ("1",)),
        ("WORKER_POSTS", "二级 (技师)", ("2",)),
        ("WORKER_GRADES", "工程师", None),
        ("ENGINEERING", "厨师", None),
        ("ENGINEERING", None, None),
    ],
)
def test_a_target(scheme: str, word: object, codes: tuple[str, ...] | None) -> None:
    """
    A target is a level, a title or a grade; the name of a group means each of its levels.
    """
    target = read_target(word, schemes()[scheme]).value

    assert codes == (None if target is None else target.codes)


def test_a_target_in_words() -> None:
    """
    A target is called by the name that was given, else by its levels.
    """
    assert ("工程师", "工程师") == (Target(("420",), "工程师").label.zh, Target(("420",), "工程师").label.en)
    assert ("副高级/正高级", "高级技师") == (Target(("412", "411")).label.zh, Target(("1",), grade=True).label.zh)
    assert () == read_level("")


@pytest.mark.parametrize(
    ("word", "surely", "not_surely"),
    [
        ("博士", "DOCTOR", "ENGINEERING_DOCTOR"),
        ("研究生", "BACHELOR", "MASTER"),
        ("研究生班", "GRADUATE_CLASS", "MASTER"),
        ("双学士", "SECOND_BACHELOR", "MASTER"),
        ("大学普通班毕业", "COLLEGE", "BACHELOR"),
        ("职高", "VOCATIONAL", "SPECIALISED"),
        ("普通高中毕业", "UPPER_SECONDARY", "VOCATIONAL"),
        ("大专结业", "LOWER_SECONDARY", "COLLEGE"),
        ("初中", "LOWER_SECONDARY", "UPPER_SECONDARY"),
        ("高级技工班", "HIGH_CLASS", "COLLEGE"),
    ],
)
def test_an_education_reaches(word: str, surely: str, not_surely: str) -> None:
    """
    An education reaches its class and those below; what lies above or beside is not sure.
    """
    reach = reach_of_education(word)

    assert reach is not None
    assert surely in reach.surely
    assert not_surely not in reach.surely


def test_educations_that_reach_nothing() -> None:
    """
    A 专业证书班, a primary school and an honorary doctorate reach no class; another education may reach any.
    """
    for reach in (reach_of_education("专业证书班"), reach_of_education("小学"), reach_of_degree("名誉博士")):
        assert reach is not None
        assert not reach.surely | reach.perhaps
    other = reach_of_education("其他")
    assert other is not None
    assert "DOCTOR" in other.perhaps
    assert (None, None, None) == (reach_of_education("某"), reach_of_degree("某"), reach_of_class("某班"))
    # A class beside an education that reaches further changes nothing of that.
    level = reach_of_education("本科")
    assert level is not None
    above = reach_of_class("中级工班", level)
    assert above is not None
    assert "BACHELOR" in above.surely


@pytest.mark.parametrize(
    ("word", "full_time"),
    [("全日制本科", True), ("本科（非全日制）", False), ("自考本科", False), ("硕士学位", None), ("工学学士", None)],
)
def test_what_an_education_says_of_the_way_of_study(word: str, full_time: bool | None) -> None:  # noqa: FBT001  # a column
    """
    An education may name the way of study, or be written as the degree that goes with it.
    """
    school = read_facts({"education": [{"level": word}]}).schooling

    assert () == read_facts({"education": [{"level": "本科（在读）"}], "degrees": []}).schooling
    assert school is not None
    assert (full_time, True) == (school[0].full_time, "BACHELOR" in school[0].reach.surely)


def test_other_words_for_degrees_and_series() -> None:
    """
    A degree may be written as the education, a series as the scheme.
    """
    person = read_facts({"degrees": ["硕士研究生", "双学位"], "titles": [{"level": "中级", "series": "ENGINEERING"}]})

    assert person.schooling is not None
    assert [True, False] == ["MASTER" in item.reach.surely for item in person.schooling]
    assert "SECOND_BACHELOR" in person.schooling[1].reach.surely
    assert person.titles is not None
    assert "05" in (person.titles[0].series or ())
