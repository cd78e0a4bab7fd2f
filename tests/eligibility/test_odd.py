"""
Facts as hosts give them when they are odd: cut lists, half answers, foreign titles, bare digits, records, places.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from attrs import evolve

from credrules.dates import PartialDate
from credrules.eligibility import REQUIREMENTS, EligibilityRule, assess
from credrules.eligibility.facts import cells
from credrules.eligibility.places import place_name, read_place
from credrules.eligibility.reading import read_facts
from credrules.eligibility.targets import read_level, series_of
from credrules.findings import Decision
from credrules.hours import audit, requirement
from credrules.lists import Cut
from credrules.systems.guangxi.records import Basic, Education, PersonalRecord, TitleCertificate
from credrules.values import FrozenMap

IN, OUT, REVIEW = Decision.IN, Decision.OUT, Decision.REVIEW
ON = dt.date(2024, 1, 1)
HELD = {"level": "助理级", "obtained_on": "2010-01-01"}
ENGINEER: dict[str, Any] = {"education": [{"level": "本科"}], "degrees": [], "titles": [HELD]}
ASKED: dict[str, Any] = {"target": "工程师", "on": ON, "jurisdiction": "CN", "scheme": "ENGINEERING"}
WORKER: dict[str, Any] = {
    "education": [{"level": "高中"}],
    "grades": [{"grade": "初级工", "obtained_on": "2014-01-01"}],
    "work_started_on": "2000",
    "assessments": dict.fromkeys(range(2010, 2020), "合格"),
}
GRADE: dict[str, Any] = {
    "target": "中级工", "on": dt.date(2020, 6, 1), "jurisdiction": "连云港", "scheme": "WORKER_GRADES",
}  # fmt: skip


def _codes(answer: Any) -> set[str]:  # noqa: ANN401  # an answer
    return {item.code for item in answer.findings}


# --- lists that are only the beginning of longer ones


@pytest.mark.parametrize("list_", [[{"level": "员级", "obtained_on": "2000"}] * 600 + [HELD], Cut([{"level": "员级"}])])
def test_a_cut_list_refuses_nobody(list_: Any) -> None:  # noqa: ANN401  # a list
    """
    What is missing may stand in the part that was not read: REVIEW, and the cut is said.
    """
    answer = assess({**ENGINEER, "titles": list_}, **ASKED)

    assert REVIEW is answer.decision
    assert ("titles",) in {item.path for item in answer.findings if item.code == "RECORD.TOO_MANY"}
    assert OUT is assess({**ENGINEER, "titles": list(list_)[:100]}, **ASKED).decision


def test_every_list_may_be_cut() -> None:
    """
    Each list that is too long leaves its own facts open; degrees belong to the education.
    """
    items: dict[str, Any] = {
        "education": "本科", "degrees": "学士", "titles": "中级", "grades": "3", "licences": "税务师",
    }  # fmt: skip
    for name, item in items.items():
        person = read_facts({name: [item] * 201})
        assert {"education" if name == "degrees" else name} == set(person.unread)
        assert set() == set(read_facts({name: [item] * 200}).unread)


def test_many_keys_hide_nothing() -> None:
    """
    A mapping is read to its end: what stands after hundreds of other keys counts as if it stood first.
    """
    more = {f"x{number}": True for number in range(20_000)}
    years = {1900 + number: "优秀" for number in range(250)}

    assert IN is assess({**WORKER, "conditions": {**more, "*": True}}, **GRADE).decision
    assert OUT is assess({**more, **ENGINEER, "retired_on": "2015-01-01"}, **ASKED).decision
    assert set() == set(read_facts({**more, "assessments": years}).unread)
    assert 250 == len(read_facts({**more, "assessments": years}).assessments or ())


def test_a_mapping_without_end_is_not_read() -> None:
    """
    Of a mapping that goes on and on nothing is taken: its beginning decides nothing.
    """

    class Endless(Mapping[str, int]):
        def __getitem__(self, key: str) -> int:
            return 1

        def __iter__(self) -> Iterator[str]:
            return (f"x{number}" for number in itertools.count())

        def __len__(self) -> int:
            return 1

    assert ["ELIGIBILITY.FACTS"] == [item.code for item in read_facts(Endless()).findings]


def test_rules_of_a_host_are_all_looked_at() -> None:
    """
    A host's list of rules is read to its end; of a stream that goes on too long no rule is used.
    """
    held = {"education": [{"level": "博士研究生"}], "titles": []}
    asked: dict[str, Any] = {"target": "中级", "on": dt.date(2024, 5, 1), "jurisdiction": "CN", "scheme": "ENGINEERING"}
    rules: list[Any] = [*[None] * 20_000, *REQUIREMENTS.values()]

    assert IN is assess(held, **asked, rules=rules).decision
    assert REVIEW is assess(held, **asked, rules=iter([*rules[-1:], *rules])).decision


# --- conditions that are named and not answered


@pytest.mark.parametrize("value", [None, "", "待定", Decision.REVIEW, 5])
def test_a_condition_named_but_unknown_is_open(value: Any) -> None:  # noqa: ANN401  # any object
    """
    `*` answers for the conditions that are not named, never for one that is named and unknown.
    """
    conditions = {"*": True, "continuing_education": value}

    assert REVIEW is assess({**WORKER, "conditions": conditions}, **GRADE).decision


def test_an_audit_is_the_condition_of_continuing_education() -> None:
    """
    Its decision answers: IN true, OUT false, REVIEW unknown, whatever `*` says.
    """
    rule = requirement("CN-GD", year=2023)
    full = [("p", 2023, "公需", 30), ("p", 2023, "专业", 42), ("p", 2023, "选修", 18)]
    audits = [audit(entries, requirement=rule) for entries in (full, full[:1], [*full[:2], ("p", 2023, "选修", None)])]
    answers = [assess({**WORKER, "conditions": {"*": True, "continuing_education": item}}, **GRADE) for item in audits]

    assert [IN, OUT, REVIEW] == [item.decision for item in audits]
    assert [IN, OUT, REVIEW] == [item.decision for item in answers]


# --- titles and levels


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("会计师", "ENGINEERING"),
        ("工程师", "ACCOUNTING"),
        ("三级教师", "ENGINEERING"),
        ("工程师", "HEALTH"),
        ("统计师", "ECONOMICS"),
    ],
)
def test_the_title_of_another_series_is_no_target(target: str, scheme: str) -> None:
    """
    会计师 is no title of the engineers: the rules of one series do not answer for another.
    """
    facts = {"education": [{"level": "博士"}], "degrees": []}
    answer = assess(facts, **{**ASKED, "target": target, "scheme": scheme})

    assert (REVIEW, {"ELIGIBILITY.TARGET_UNKNOWN"}) == (answer.decision, _codes(answer))


@pytest.mark.parametrize(
    ("target", "scheme"),
    [("主管护师", "HEALTH_EXAM"), ("畜牧师", "AGRICULTURE"), ("讲师", "PARTY_SCHOOL_TEACHERS"),
     ("农艺师", "SKILLED_CONVERSION"), ("中级会计师", "ACCOUNTING"), ("高工", "ENGINEERING"),
     ("会计师", "GENERAL"), ("中级", "HEALTH")],
)  # fmt: skip
def test_a_title_of_the_series_is_a_target(target: str, scheme: str) -> None:
    """
    A title of the scheme's own series, a level, and any title where a scheme has no series can be asked for.
    """
    assert "ELIGIBILITY.TARGET_UNKNOWN" not in _codes(assess({}, **{**ASKED, "target": target, "scheme": scheme}))


def test_a_level_in_brackets_is_more_exact_than_the_name() -> None:
    """
    高级工程师（正高级） is 正高级: five years as 工程师 are not enough for it.
    """
    facts = {**ENGINEER, "titles": [{"level": "工程师", "obtained_on": "2010-01-01"}], "conditions": {"EL-068": False}}

    assert [("411",), ("412",), ("412",)] == [
        read_level(name, "ENGINEERING") for name in ("高级工程师（正高级）", "高级工程师", "高工（重大贡献）")
    ]
    assert OUT is assess(facts, **{**ASKED, "target": "高级工程师（正高级）"}).decision
    assert IN is assess(facts, **{**ASKED, "target": "高级工程师"}).decision


def test_the_series_of_a_label() -> None:
    """
    A series is known by its code, its name, the label of a scheme, or a name that holds 工程.
    """
    assert series_of("工程系列") == series_of("建设工程") > series_of("05") != frozenset()
    assert frozenset() == series_of("某系列")


# --- education


@pytest.mark.parametrize("digit", ["1", "2", "3", "4", 2])
def test_a_digit_is_no_degree_among_educations(digit: object) -> None:
    """
    In the column of the education a digit is a code of EDUCATION or unknown: 2 is 博士 only among degrees.
    """
    answer = assess({"education": [{"level": digit}], "degrees": [], "titles": []}, **ASKED)

    assert (REVIEW, True) == (answer.decision, "ELIGIBILITY.EDUCATION_UNKNOWN" in _codes(answer))
    assert IN is assess({"degrees": ["2"]}, **ASKED).decision


def test_no_education_written_as_an_item() -> None:
    """
    An item 无 is no education and no problem; with a class of a technical school the class counts.
    """
    none = read_facts({"education": [{"level": "无"}], "degrees": []})
    class_ = read_facts({"education": [{"level": "无", "skilled_class": "高级工班"}]})

    assert ((), ()) == (none.schooling, none.findings)
    assert 1 == len(class_.schooling or ())


@pytest.mark.parametrize(
    ("way", "full_time"),
    [("全日制", True), ("普通全日制", True), ("统招", True), ("full-time", True), ("是", True), (True, True), (1, True),
     ("非全日制", False), ("函授", False), ("夜大", False), ("自学考试", False), ("网络教育", False),
     ("Part-Time", False), ("否", False), (False, False), ("脱产", None), ("党校", None), (None, None)],
)  # fmt: skip
def test_ways_of_study(way: object, full_time: bool | None) -> None:  # noqa: FBT001  # the expected answer
    """
    Words for the way of study and yes or no; a word that may mean either is unknown.
    """
    (school,) = read_facts({"education": [{"level": "本科", "学习形式": way}]}).schooling or ()

    assert full_time is school.full_time


# --- records of this library


def test_a_personal_record_is_read() -> None:
    """
    The record of another system answers like a mapping; a section nobody filled is unknown, not none.
    """
    record = PersonalRecord(
        basic=Basic(work_start=PartialDate(2008, 7), prof_start=PartialDate(2008, 8)),
        educations=(Education(education_level="20", graduated_on=PartialDate(2008, 7, 1)),),
        titles=(TitleCertificate(title_name="助理工程师", issued_on=PartialDate(2012, 12, 1)),),
    )
    answer = assess(record, **ASKED)
    unfilled = assess(evolve(record, titles=()), **ASKED)

    assert (IN, "EL-064") == (answer.decision, getattr(answer.met_by, "id", ""))
    assert (REVIEW, None) == (unfilled.decision, unfilled.person.titles)
    assert (dt.date(2008, 7, 31), dt.date(2008, 8, 1)) == (
        getattr(answer.person.work, "last", None), getattr(answer.person.specialty, "first", None),
    )  # fmt: skip
    assert [("educations", record.educations)] == [
        pair for pair in cells(evolve(record, titles=())) or () if isinstance(pair[1], tuple)
    ]


def test_single_facts_may_stand_in_a_section() -> None:
    """
    基本信息 of a mapping holds dates as the record does; what is no mapping there is no fact.
    """
    assert read_facts({"基本信息": {"参加工作时间": "2008-07"}}).work == read_facts({"work_started_on": "2008-07"}).work
    assert None is read_facts({"basic": "2008"}).work


# --- places, days, rules of a host


def test_places_are_read_as_by_hours() -> None:
    """
    A code of three parts is a city, as in `credrules.hours`; 兵团 is a place of its own.
    """
    assert read_place("CN-GD-SZ").value == read_place("440300").value == read_place("深圳").value
    assert ("CN-XJ-BT", "CN") == read_place("兵团").value
    assert None is read_place("CN-GD-ZZ").value
    assert ["连云港市", "新疆生产建设兵团", "999999"] == [place_name(code) for code in ("320700", "CN-XJ-BT", "999999")]


def test_a_day_in_words_is_named_as_it_was_written() -> None:
    """
    A text is no day: the answer is REVIEW and the finding shows the text without more quotes.
    """
    (finding,) = assess({}, **{**ASKED, "on": "2024-07-01"}).findings

    assert ("ELIGIBILITY.DAY", "2024-07-01") == (finding.code, finding.params["given"])


def test_the_age_of_a_rule_of_the_host() -> None:
    """
    The first day of "over 50" is the 51st birthday, whatever ages the shipped rules name.
    """
    rule = EligibilityRule("H-1", "CN", "WORKER_GRADES", ("3",), over_age=50)
    asked: dict[str, Any] = {**GRADE, "target": "高级工", "jurisdiction": "CN", "rules": (rule,)}
    answer = assess({"birth_date": "1970-03-05"}, **asked)

    assert (REVIEW, dt.date(2021, 3, 5)) == (answer.decision, answer.earliest)


def test_work_that_has_not_begun() -> None:
    """
    "Began work in 2009 or earlier" is met by 2009, and by no day after the day asked for.
    """
    asked: dict[str, Any] = {**GRADE, "target": "初级工", "on": dt.date(2009, 6, 1), "jurisdiction": "CN-SX"}
    given = [assess({"work_started_on": day}, **asked).decision for day in ("2009", "2009-06-01", "2009-06-02", "2010")]

    assert [IN, IN, OUT, OUT] == given
    assert "EL-050" in REQUIREMENTS


def test_conditions_keep_what_is_unknown() -> None:
    """
    The person that was read tells a condition that is named and unknown from one that is not named.
    """
    assert (
        FrozenMap({"assessed": None, "results": True})
        == read_facts({"条件": {"考核合格": "", "results": "是"}}).conditions
    )


# --- words for "none", and cells with nothing in them


@pytest.mark.parametrize("word", ["无", "暂无", "/", "-", "——", "None", " / ", "未退休", "否"])
def test_who_writes_that_there_is_no_retirement_is_not_retired(word: str) -> None:
    """
    Every word for "none" says that the person has not retired, whichever it is.
    """
    answer = assess({**ENGINEER, "retired_on": word}, **ASKED)

    assert (IN, {"ELIGIBILITY.MET"}) == (answer.decision, _codes(answer))


@pytest.mark.parametrize("word", ["无", "暂无", "未评", "未定级", "——", "无职称", "NONE"])
@pytest.mark.parametrize("whole", [True, False])
def test_words_for_no_title(word: str, whole: bool) -> None:  # noqa: FBT001  # a cell, or an item of a list
    """
    The words that other parts of the library know for a person without a title are known here, too.
    """
    assert () == read_facts({"titles": word if whole else [{"level": word}]}).titles


@pytest.mark.parametrize("key", ["titles", "degrees", "education", "grades", "licences", "special_case"])
@pytest.mark.parametrize("blank", ["", "  ", "\u3000"])
def test_a_blank_cell_states_nothing(key: str, blank: str) -> None:
    """
    An empty cell is not filled in: it does not say that there is none, and refuses nobody.
    """
    assert read_facts({}) == read_facts({key: blank})
    assert () == read_facts({"conditions": {"assessed": blank}, "assessments": {"2020": blank}}).findings
    assert OUT is not assess({**ENGINEER, key: blank}, **ASKED).decision
