"""
Every row says how sure it is and who says so, and what is weakly attested decides nothing.
"""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.codes import CodeTable
from credrules.facts.organs import classify
from credrules.findings import Decision
from credrules.hours import (
    REQUIREMENTS,
    STANDARDS,
    Activity,
    Entry,
    Requirement,
    Subject,
    audit,
    audit_many,
    convert,
    source_title,
)
from credrules.systems import guangxi
from credrules.values import Confidence, Severity

DATA = Path(__file__).resolve().parents[2] / "data"
WORDS = {"high", "medium", "low"}
LOW = [row for row in REQUIREMENTS.values() if row.confidence is Confidence.LOW]
TABLES = [table for table in codes.tables() if table.name != "DIVISIONS"]
# Tables of names and places that a requirement refers to rest on the requirement itself.
PLAIN = {"places", "professions", "glossary", "schemes", "titles", "rows", "documents"}


@pytest.mark.parametrize("table", codes.tables(), ids=lambda table: table.name)
def test_a_table_says_how_sure_and_how_complete_it_is(table: CodeTable) -> None:
    """
    A code table has sources, a confidence, whether it is complete, and a day on which somebody looked, or none.
    """
    about = table.about

    assert about.sources
    assert about.confidence in Confidence
    assert about.completeness in codes.Completeness
    assert not about.verified_on or dt.date(2026, 1, 1) < dt.date.fromisoformat(about.verified_on)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_an_entry_says_how_sure_it_is_and_who_says_so(table: CodeTable) -> None:
    """
    Every entry has a confidence and sources that the table lists.
    """
    keys = {source.key for source in table.about.sources}

    assert [] == [entry.code for entry in table if entry.confidence not in Confidence or not entry.source]
    assert [] == [entry.code for entry in table if not set(entry.source.split()) <= keys]
    # This key is kept for what a host adds.
    assert "local" not in keys


def test_relations_say_how_sure_they_are() -> None:
    """
    Every row from one table to another has a confidence and a source.
    """
    keys = {
        item["key"]
        for item in tomllib.loads((DATA / "codetables/relations/relations.toml").read_text("utf-8"))["source"]
    }
    for path in sorted((DATA / "codetables/relations").glob("*.csv")):
        rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
        assert [] == [row for row in rows if row["confidence"] not in WORDS or row["source"] not in keys]


def test_requirements_and_conversions_say_how_sure_they_are() -> None:
    """
    Every requirement and every conversion rests on a source, has a confidence and, unless it was only recalled, a day.
    """
    rules = [rule for standard in STANDARDS.values() for rule in standard.rules]
    told = [(row.id, row.sources, row.confidence) for row in REQUIREMENTS.values()]
    told += [(rule.id, rule.sources, rule.confidence) for rule in rules]

    for name, sources, confidence in told:
        assert sources, name
        assert confidence in Confidence
        assert all(source_title(key) != key for key in sources)
    assert [] == [
        row.id for row in REQUIREMENTS.values() if row.verified_on is None and row.confidence is not Confidence.LOW
    ]
    assert all(standard.verified_on for standard in STANDARDS.values())


def test_rules_of_eligibility_say_how_sure_they_are() -> None:
    """
    Every rule of eligibility has a confidence, sources and a day, wherever its rows are authored.
    """
    for path in sorted((DATA / "eligibility").glob("*.csv")):
        rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
        if path.stem not in PLAIN and rows and "confidence" in rows[0]:
            assert [] == [row["id"] for row in rows if not row["confidence"]]


def _some(table: CodeTable) -> list[str]:
    """
    Return some codes of a table: the first, the middle, the last and one of each confidence.
    """
    every = list(table)
    some = [every[0], every[len(every) // 2], every[-1]]
    some += [next((entry for entry in every if entry.confidence is kind), every[0]) for kind in Confidence]
    return list(dict.fromkeys(entry.code for entry in some))


@pytest.mark.parametrize("table", codes.tables(), ids=lambda table: table.name)
def test_a_weak_entry_gives_its_code_and_says_so(table: CodeTable) -> None:
    """
    Whatever entry of whatever table is turned to low confidence, its code is given, with one remark that names it.
    """
    for code in _some(table):
        weak, sure = table.replace(code, confidence="low"), table.replace(code, confidence="high")
        for text in (code, f"{code} {table[code].name}"):
            told, plain = weak.check(text), sure.check(text)
            extra = [item for item in told.findings if item.code == "CODE.LOW_CONFIDENCE"]
            assert (plain.value, plain.findings) == (
                told.value,
                tuple(item for item in told.findings if item not in extra),
            )
            assert [Severity.INFO] * (told.value is not None) == [item.severity for item in extra]
            assert all(code in item.message() and "可信度低" in item.message() for item in extra)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_weak_entry_refuses_a_cell(table: CodeTable) -> None:
    """
    A code beside a name of another entry is an error only if both entries are attested well enough.
    """
    alone = [entry.code for entry in table if len(table.find(entry.name)) == 1]
    first, second = alone[0], alone[-1]
    pair = f"{first} {table[second].name}"
    found = table.check(pair).findings
    if "CODE.CONTRADICTION" in [item.code for item in found]:
        for weak in (first, second):
            told = table.replace(weak, confidence="low").check(pair)
            assert (None, []) == (told.value, [item.code for item in told.errors if item.code == "CODE.CONTRADICTION"])
            assert "CODE.DOUBTFUL_PAIR" in [item.code for item in told.warnings]


def test_what_a_host_adds_is_its_own_word() -> None:
    """
    An entry that a host adds without a source is an addition, and nothing is said of its confidence.
    """
    table = codes.ETHNICITY.extend([{"code": "82", "name": "某族"}])

    assert ["CODE.EXTENSION"] == [item.code for item in table.check("82").findings]


@pytest.mark.parametrize(
    "row",
    [row for row in codes.GRANTING_ORGANS if row.confidence is Confidence.LOW],
    ids=lambda row: row.code,
)
def test_no_weak_organ_decides_an_award(row: codes.Entry) -> None:
    """
    An organ whose place in the list is of low confidence is REVIEW by all its names.
    """
    names = (row.name, *row.aliases, *row.former, *row.loose)

    assert {Decision.REVIEW} == {classify(name).scope for name in names}
    assert {Decision.REVIEW} == {guangxi.classify_award(name).decision for name in names}


HOURS = st.lists(st.tuples(st.sampled_from([*Subject, None]), st.integers(0, 500), st.integers(2000, 2026)), max_size=8)


@given(st.sampled_from(LOW), HOURS, st.integers(2000, 2026))
def test_no_weak_requirement_decides(row: object, done: list[tuple[Subject | None, int, int]], year: int) -> None:
    """
    Whatever was done in whatever year, an audit by a row of low confidence is REVIEW, passes nobody and fails nobody.
    """
    entries = [Entry(subject, hours, when, "p") for subject, hours, when in done]
    answers = [audit(entries, requirement=row, year=year)]  # type: ignore[arg-type]  # a requirement of LOW
    answers += [answer for _, _, answer in audit_many(entries, requirement=row)]  # type: ignore[arg-type]  # the same

    for answer in answers:
        assert (Decision.REVIEW, False, False) == (answer.decision, answer.passed, answer.would_pass)
        short = [item for item in answer.findings if item.code.startswith("HOURS.") and item.severity is Severity.ERROR]
        assert {"HOURS.NOT_IN_FORCE"} >= {item.code for item in short}


@given(st.sampled_from(list(REQUIREMENTS.values())), HOURS, st.integers(2000, 2026))
def test_turning_a_requirement_weak_takes_its_verdict(
    row: Requirement, done: list[tuple[Subject | None, int, int]], year: int
) -> None:
    """
    Whatever row of whatever place is turned to low confidence: the same hours are REVIEW by it.
    """
    entries = [Entry(subject, hours, when, "p") for subject, hours, when in done]
    answer = audit(entries, requirement=row.with_(confidence=Confidence.LOW), year=year)

    assert (Decision.REVIEW, False, False) == (answer.decision, answer.passed, answer.would_pass)
    assert {"HOURS.NOT_IN_FORCE"} >= {item.code for item in answer.findings if item.severity is Severity.ERROR}


def test_hours_by_a_weak_conversion_count_apart() -> None:
    """
    What a conversion of low confidence gives is not recognised: it fills no requirement.
    """
    done = convert(Activity("online_session", 22, "minute"), standard="CN-JZS2-LOCAL")
    entry = done.entry(2023)
    rule = REQUIREMENTS["CN-AQ-5Y"].with_(total=done.hours, cycle=1)

    assert done.rule is not None
    assert (Confidence.LOW, False) == (done.rule.confidence, entry.recognised)
    assert not audit([entry], requirement=rule, year=2023).passed


def test_no_weak_row_is_among_those_that_decide_for_a_place() -> None:
    """
    A place whose only row is weak gets that row, which decides nothing, or the rule above with the row named.
    """
    assert LOW
    assert all(row.plain is None for row in LOW)
