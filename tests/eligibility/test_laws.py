"""
The laws of eligibility: time, more of everything, order, and what is not known.
"""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.eligibility import Eligibility, assess
from credrules.findings import Decision
from tests.support import hostile

IN, OUT, REVIEW = Decision.IN, Decision.OUT, Decision.REVIEW
RANK = {OUT: 0, REVIEW: 1, IN: 2}

# (jurisdiction, scheme, target) whose rules decide through the years drawn here.
QUESTIONS = (
    ("CN", "ENGINEERING", "434"), ("CN", "ENGINEERING", "420"), ("CN", "ENGINEERING", "412"),
    ("CN", "SCHOOL_TEACHERS", "420"), ("CN", "ACCOUNTING", "420"), ("CN", "ACCOUNTING", "412"),
    ("CN", "ECONOMICS", "412"), ("CN", "NATURAL_SCIENCE", "420"), ("CN-GD", "ENGINEERING", "434"),
    ("CN-GD", "ENGINEERING", "420"), ("CN-GD", "ENGINEERING", "412"), ("CN-CQ", "WORKER_GRADES", "3"),
    ("370200", "WORKER_GRADES", "3"), ("CN", "WORKER_POSTS", "2"), ("440300", "HMT_DIRECT", "412"),
    ("CN-JS", "WORKER_GRADES", "4"), ("CN", "HEALTH_EXAM", "420"),
)  # fmt: skip
DAY = st.dates(dt.date(2005, 1, 1), dt.date(2026, 12, 31))
DATE = DAY.map(dt.date.isoformat) | DAY.map(lambda day: day.isoformat()[:7]) | DAY.map(lambda day: day.isoformat()[:4])
SCHOOL = st.fixed_dictionaries(
    {
        "level": st.sampled_from(
            ("中专", "高中", "大专", "本科", "研究生班", "硕士研究生", "博士研究生", "研究生", "本科肄业")
        )
    },
    optional={"graduated_on": DATE, "full_time": st.booleans()},
)
DEGREE = st.fixed_dictionaries(
    {"degree": st.sampled_from(("学士", "硕士", "博士", "工学硕士", "工程硕士", "第二学士学位"))},
    optional={"granted_on": DATE},
)
TITLE = st.fixed_dictionaries(
    {"level": st.sampled_from(("员级", "助理级", "中级", "副高级", "初级", "工程师"))},
    optional={
        "obtained_on": DATE,
        "appointed_on": DATE,
        "route": st.sampled_from(("评审", "考试", "认定")),
        "review_year": st.integers(2010, 2026),
    },
)
GRADE = st.fixed_dictionaries(
    {"grade": st.sampled_from(("初级工", "中级工", "高级工", "技师"))},
    optional={"obtained_on": DATE, "appointed_on": DATE},
)
ALL = {"*": True, "EL-034": False, "EL-068": False}
FACTS = st.fixed_dictionaries(
    {
        "education": st.lists(SCHOOL, max_size=2),
        "degrees": st.lists(DEGREE, max_size=2),
        "titles": st.lists(TITLE, max_size=2),
        "grades": st.lists(GRADE, max_size=2),
        "licences": st.just([]),
        # Nobody worked in the speciality before working at all.
        "work_started_on": st.dates(dt.date(1990, 1, 1), dt.date(2004, 12, 31)).map(dt.date.isoformat),
        "specialty_started_on": DATE,
        "assessments": st.just(dict.fromkeys(range(1995, 2035), "合格")),
        "conditions": st.just(ALL),
    }
)
ON = st.dates(dt.date(2019, 1, 1), dt.date(2030, 12, 31))


def _ask(facts: object, question: tuple[str, str, str], on: dt.date) -> Eligibility:
    jurisdiction, scheme, target = question
    return assess(facts, target=target, on=on, jurisdiction=jurisdiction, scheme=scheme)


@given(
    facts=FACTS,
    question=st.sampled_from(QUESTIONS),
    on=ON,
    steps=st.lists(st.integers(1, 4_000), min_size=8, max_size=8),
)
def test_earliest_is_the_first_day(
    facts: Mapping[str, Any], question: tuple[str, str, str], on: dt.date, steps: list[int]
) -> None:
    """
    `.earliest` is the first day after `on` that answers IN; for an answer IN, the first day at all.

    The day answers IN, the day before does not, nor does any other day before it: drawn ones, and the first of
    every half year (all of them up to 2040 where there is no such day).
    """
    answer = _ask(facts, question, on)
    first = answer.earliest
    halves = [dt.date(year, month, 1) for year in range(2015, 2041) for month in (1, 7)]
    drawn = [on + dt.timedelta(days=step) for step in steps]
    since = dt.date.min if answer.decision is IN else on + dt.timedelta(days=1)
    before = [day for day in (*halves, *drawn) if since <= day and (first is None or day < first)]
    if first is not None and first > since:
        before.append(first - dt.timedelta(days=1))

    assert first is None or (since <= first and IN is _ask(facts, question, first).decision)
    assert (answer.decision is IN) <= (first is not None and first <= on)
    assert [] == [day for day in before if _ask(facts, question, day).decision is IN]


@given(facts=FACTS, question=st.sampled_from(QUESTIONS[:15]), on=ON, wait=st.integers(1, 1500))
def test_waiting_never_harms(facts: Mapping[str, Any], question: tuple[str, str, str], on: dt.date, wait: int) -> None:
    """
    Under one set of rules an answer goes from OUT over REVIEW to IN, never back.
    """
    before, after = _ask(facts, question, on), _ask(facts, question, on + dt.timedelta(days=wait))
    if [item.rule for item in before.verdicts] == [item.rule for item in after.verdicts]:
        sure = all(item.sure_period for item in (*before.verdicts, *after.verdicts))
        counted = (on.year < 2022) is ((on + dt.timedelta(days=wait)).year < 2022)
        assert not sure or not counted or RANK[before.decision] <= RANK[after.decision]


MORE = st.tuples(SCHOOL, DEGREE, TITLE, GRADE)


@given(facts=FACTS, question=st.sampled_from(QUESTIONS), on=ON, more=MORE)
def test_more_never_harms(
    facts: Mapping[str, Any], question: tuple[str, str, str], on: dt.date, more: tuple[object, ...]
) -> None:
    """
    An education, a degree, a title or a grade added never turns IN into OUT, nor does service that began earlier.
    """
    if _ask(facts, question, on).decision is not IN:
        return
    for key, item in zip(("education", "degrees", "titles", "grades"), more, strict=True):
        assert OUT is not _ask({**facts, key: [*facts[key], item]}, question, on).decision
    for key in ("work_started_on", "specialty_started_on"):
        assert OUT is not _ask({**facts, key: "1980-01-01"}, question, on).decision


@given(facts=FACTS, question=st.sampled_from(QUESTIONS), on=ON, data=st.data())
def test_order_does_not_matter(
    facts: Mapping[str, Any], question: tuple[str, str, str], on: dt.date, data: st.DataObject
) -> None:
    """
    Lists in any order give the same decision, the same alternative and the same first day.
    """
    lists = {key: data.draw(st.permutations(facts[key])) for key in ("education", "degrees", "titles", "grades")}
    one, two = _ask(facts, question, on), _ask({**facts, **lists}, question, on)

    assert (one.decision, one.met_by, one.findings) == (two.decision, two.met_by, two.findings)


@given(facts=FACTS, question=st.sampled_from(QUESTIONS), on=ON)
def test_what_is_not_known_is_no_no(facts: Mapping[str, Any], question: tuple[str, str, str], on: dt.date) -> None:
    """
    Without one of the facts an answer IN may become REVIEW, never OUT.

    Education and degrees tell the same thing and complete each other, so both are left out together.
    """
    if _ask(facts, question, on).decision is not IN:
        return
    for keys in (("education", "degrees"), *((key,) for key in facts if key not in {"education", "degrees"})):
        known = {key: cell for key, cell in facts.items() if key not in keys}
        assert OUT is not _ask(known, question, on).decision


@given(facts=FACTS, question=st.sampled_from(QUESTIONS), on=ON)
def test_an_answer_is_a_value(facts: Mapping[str, Any], question: tuple[str, str, str], on: dt.date) -> None:
    """
    An answer equals its copy, its pickle and a second answer, hashes, and can be read in both languages.
    """
    answer = _ask(facts, question, on)
    loaded = pickle.loads(pickle.dumps(answer))

    assert answer == loaded == copy.deepcopy(answer) == _ask(facts, question, on)
    assert hash(answer) == hash(loaded)
    assert (answer.missing, answer.earliest, answer.findings) == (loaded.missing, loaded.earliest, loaded.findings)
    assert str(answer.explain("zh"))
    assert str(answer.explain("en"))
    assert answer._repr_html_().startswith("<")


KEYS = (
    "education", "degrees", "titles", "grades", "licences", "trade", "birth_date", "retired_on", "work_started_on",
    "specialty_started_on", "position_level", "assessments", "special_case", "application_year", "conditions",
)  # fmt: skip


ITEM_KEYS = (
    "level", "name", "degree", "grade", "series", "route", "review_year", "full_time", "skilled_class", "graduated_on",
    "granted_on", "obtained_on", "appointed_on", "registered_on", "trade",
)  # fmt: skip


def test_any_object_is_answered() -> None:
    """
    Law 2: any object whatever in any place is answered, never with IN, and the answer can be read.
    """
    plain: dict[str, Any] = {
        "target": "工程师",
        "on": dt.date(2024, 5, 1),
        "jurisdiction": "CN",
        "scheme": "ENGINEERING",
    }
    for value in hostile.everything():
        answers = [assess(value, **plain)]
        answers += [assess(dict.fromkeys(KEYS, value), **plain)]
        answers += [assess({key: [value, dict.fromkeys(ITEM_KEYS, value)] for key in KEYS}, **plain)]
        answers += [assess({"conditions": {"*": value}, "assessments": {value_key(value): value}}, **plain)]
        answers += [assess({}, **{**plain, name: value}) for name in plain]
        answers += [assess({}, **plain, rules=value)]  # type: ignore[arg-type]  # any object
        for answer in answers:
            assert answer.decision is not IN
            assert repr(answer)
            assert all(item.message("zh") and item.message("en") for item in answer.findings)
        for answer in (answers[0], answers[-2], answers[-1]):
            assert str(answer.explain())


def value_key(value: object) -> object:
    """
    The value where it can be a key, else a text.
    """
    try:
        hash(value)
    except Exception:  # noqa: BLE001  # a hostile object
        return "x"
    return value


@pytest.mark.parametrize("on", [None, "2024-05-01", 20240501, dt.datetime])
def test_a_day_that_is_none_decides_nothing(on: Any) -> None:  # noqa: ANN401  # any object
    """
    Without a day no years can be counted: REVIEW with one finding, and nothing is raised.
    """
    answer = assess({}, target="工程师", on=on, jurisdiction="CN", scheme="ENGINEERING")

    assert (REVIEW, ["ELIGIBILITY.DAY"]) == (answer.decision, [item.code for item in answer.findings])
    assert (None, ()) == (answer.earliest, answer.missing)
