"""
What a Chinese reader is told is Chinese: no explanation, message or label holds a run of English words.

Names, addresses of pages, codes, file types and values of a program may stand in Latin letters, one or two at a time.
"""

from __future__ import annotations

import datetime as dt
import importlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from credrules import eligibility, hours
from credrules.catalogue import RULES
from credrules.engine import System, switches_of
from credrules.fields import all_fields
from credrules.hours import Activity
from credrules.systems import SYSTEMS, guangdong_learning, guangdong_titles, guangxi, lianyungang

RUN = re.compile(r"[A-Za-z][A-Za-z'’-]*(?:[ ,;:]+[A-Za-z][A-Za-z'’-]*){2,}")
MESSAGES = Path(__file__).resolve().parents[2] / "docs" / "messages.md"
ON = dt.date(2020, 6, 1)


def english(texts: Iterable[object]) -> list[str]:
    """
    Return the runs of three or more Latin words in texts.
    """
    return sorted({run for text in texts for run in RUN.findall(str(text))})


def lines(told: Any) -> Iterator[str]:  # noqa: ANN401  # a text, lines, or a tree
    """
    Yield the lines of an explanation.
    """
    yield from [told] if isinstance(told, str) else told if isinstance(told, tuple) else [told.text()]


def test_the_law_notices() -> None:
    """
    English words are found; single names, addresses and codes pass.
    """
    assert ["reprint of the standard"] == english(["P26：reprint of the standard（2019）"])
    assert [] == english(["网页 m.cdecoevo.com/wx1150/460788", "doc、docx、pdf", "EL-119至EL-121", "Basic.name"])


def test_rows_of_the_catalogue() -> None:
    """
    Every template, and every row's message on its failing example.
    """
    shown = [line.split(" | ")[2] for line in MESSAGES.read_text("utf-8").splitlines() if line.startswith("| [")]

    assert [] == english(row.zh for row in RULES.values())
    assert len(RULES) == len(shown)
    assert [] == english(shown)


@pytest.mark.parametrize("name", list(hours.REQUIREMENTS))
def test_requirements_of_hours(name: str) -> None:
    """
    Every audit by every requirement, with its sources, figures, records and findings.
    """
    row = hours.REQUIREMENTS[name]
    entries = [{"subject": "专业", "hours": 5, "year": year, "course": "甲"} for year in (2012, 2018, 2023)]
    for year in (2012, 2018, 2023):
        audited = hours.audit(entries, requirement=row, year=year)
        assert [] == english([audited.explain("zh").text(), *(item.message("zh") for item in audited.findings)])


@pytest.mark.parametrize("name", list(hours.STANDARDS))
def test_conversions_of_hours(name: str) -> None:
    """
    Every rule of every standard, by its own measure and by another.
    """
    standard = hours.STANDARDS[name]
    for rule in standard.rules:
        for measure in ("", "page"):
            asked = Activity(rule.kind, rule=rule.id, measure=measure, year=2020, compulsory_done=True)
            assert [] == english(lines(hours.convert(asked, standard=standard).explain("zh")))


@pytest.mark.parametrize("name", list(eligibility.REQUIREMENTS))
def test_rows_of_eligibility(name: str) -> None:
    """
    Every answer by every row: nothing known, nothing there, something there.
    """
    rule = eligibility.REQUIREMENTS[name]
    day = ON if rule.since is None else rule.since.earliest()
    empty: dict[str, Any] = {"education": [], "titles": [], "grades": []}
    some = {
        "education": [{"level": "大学本科", "graduated_on": "2000-07", "full_time": True}],
        "titles": [{"level": "助理级", "obtained_on": "2010-01"}],
        "grades": [{"grade": "初级工", "obtained_on": "2010-01"}],
        "work_started_on": "2000-07",
        "conditions": {"*": True},
    }
    for facts in ({}, empty, some):
        answer = eligibility.assess(
            facts, target=rule.targets[0], on=day, jurisdiction=rule.jurisdiction, scheme=rule.scheme, rules=[rule]
        )
        assert [] == english([*lines(answer.explain("zh")), *(item.message("zh") for item in answer.findings)])


@pytest.mark.parametrize("system", SYSTEMS, ids=repr)
def test_words_of_a_system(system: System[Any]) -> None:
    """
    Labels and help of fields, questions of switches, states, conditions and invariants of machines.
    """
    package = importlib.import_module(f"credrules.systems.{system.name}")
    fields = [spec for record in system.records for spec in all_fields(record)]
    facts = [fact for machine in package.WORKFLOW for row in machine.transitions for fact in row.facts]

    assert [] == english(spec.label.zh + spec.declared.help.zh for spec in fields)
    assert [] == english(switch.about.zh for switch in switches_of(type(system.profile)).values())
    assert [] == english(state.label.zh for machine in package.WORKFLOW for state in machine.states)
    assert [] == english(label.zh for machine in package.WORKFLOW for label in machine.invariants)
    assert [] == english(fact.label.zh for fact in facts)
    assert [] == english(fact.otherwise.zh for fact in facts if fact.otherwise is not None)


def test_decisions_of_the_systems() -> None:
    """
    Scope, awards, prints, years, routing, units and grades explain themselves in Chinese.
    """
    title = {"资格名称": "某某师", "取得方式": "晋升"}
    answers: list[Any] = [
        guangxi.scope({"专业技术资格信息": [title, {}], "在职状态": "退职"}, on=ON),
        guangxi.classify_award("甲市教育局"),
        guangdong_learning.can_print_certificate([], year=2015),
        guangdong_learning.can_print_certificate([], year=1990),
        guangdong_learning.annual_result([], year=2021),
        guangdong_learning.convert_result(Activity("paper")),
        guangdong_titles.route_system({"name": "某评委会"}),
        guangdong_titles.choose_unit({"work_division": "龙川县", "archive_keeper": "某人才市场"}, units=()),
        lianyungang.eligibility({"专技资格": [{"等级": "高级工"}]}, target="技师", on=ON),
    ]

    assert [] == english(line for answer in answers for line in lines(answer.explain("zh")))
    assert [] == english(item.message("zh") for answer in answers for item in answer.findings)
