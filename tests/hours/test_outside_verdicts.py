"""
Verdicts other people published, executed: pages and programs that are none of the sources of the data.

Each row of outside_verdicts.csv has the page's title, address and date (its
own, or the day it was seen), a case with the page's verdict, and ours. Where
ours is another, the row says why and names the finding that tells it; a page
that contradicts the data is kept as it is. The cases stand on the figures of
the pages; where a page only states a rule, they lie on both sides of it.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from attrs import frozen

from credrules.findings import Decision
from credrules.hours import (
    REQUIREMENTS,
    Activity,
    Adjustment,
    AdjustmentKind,
    Audit,
    Entry,
    Requirement,
    Subject,
    audit,
    convert,
    find_requirement,
    source_title,
)

ROWS: Final = tuple(
    csv.DictReader((Path(__file__).parent / "outside_verdicts.csv").read_text(encoding="utf-8").splitlines())
)
ITEM: Final = re.compile(r"(?:(\d{4}):)?([a-z]*)(?:#([a-z0-9+_]+))?=(\d+)(min)?")
CONVERTED: Final = re.compile(r"@([A-Z0-9-]+)/(\w+)(?::(\w+))?\*(\d+)(\w*)")
WORDS: Final = {Decision.IN: "pass", Decision.OUT: "fail", Decision.REVIEW: "review"}


@frozen
class Answer:
    """
    The library's verdict, with what was found on the way.
    """

    verdict: str
    codes: frozenset[str]
    audited: Audit | None = None


def _entry(text: str, year: int) -> Entry:
    if found := CONVERTED.fullmatch(text):
        standard, kind, level, amount, unit = found.groups()
        activity = Activity(kind, int(amount), unit or "item", level=level or "", year=year)
        return convert(activity, standard=standard).entry(year)
    found = ITEM.fullmatch(text)
    assert found is not None, text
    when, subject, tags, amount, minutes = found.groups()
    return Entry(
        Subject(subject) if subject else None,
        0 if minutes else int(amount),
        int(when or year),
        minutes=int(amount) if minutes else 0,
        tags=tuple((tags or "").split("+")) if tags else (),
    )


def _case(row: dict[str, str]) -> tuple[list[Entry], list[Adjustment]]:
    year = int(row["year"])
    texts = [text for text in row["entries"].split(";") if text]
    bases = [text.removeprefix("!exempt=") for text in texts if text.startswith("!exempt=")]
    entries = [_entry(text, year) for text in texts if not text.startswith("!")]
    return entries, [Adjustment(AdjustmentKind.EXEMPT, basis=basis) for basis in bases]


def _rule(row: dict[str, str]) -> tuple[Requirement | None, set[str]]:
    if row["rule"]:
        return REQUIREMENTS[row["rule"]], set()
    report = find_requirement(row["jurisdiction"], year=int(row["year"]), profession=row["profession"] or None)
    return report.value, {item.code for item in report.findings}


def answer(row: dict[str, str]) -> Answer:
    """
    Return what the library says of a row.
    """
    rule, codes = _rule(row)
    if rule is None:
        return Answer("none", frozenset(codes))
    entries, adjustments = _case(row)
    done = audit(entries, requirement=rule, year=int(row["year"]), adjustments=adjustments)
    return Answer(WORDS[done.decision], frozenset(codes | {item.code for item in done.findings}), done)


def _name(row: dict[str, str]) -> str:
    return f"{row['jurisdiction'] or 'nowhere'}-{row['year']}-{row['entries'][:40] or 'nothing'}"


@pytest.mark.parametrize("row", [pytest.param(row, id=_name(row)) for row in ROWS])
def test_the_published_verdict_is_ours_or_we_say_why_not(row: dict[str, str]) -> None:
    """
    The library's verdict is the row's; where it is not the page's, the reason and the finding that tells it are there.
    """
    given = answer(row)

    assert row["library"] == given.verdict
    assert (row["library"] == row["verdict"]) == (not row["why"])
    assert not row["finding"] or row["finding"] in given.codes


@pytest.mark.parametrize("row", [pytest.param(row, id=_name(row)) for row in ROWS if row["library"] != "none"])
def test_each_answer_names_its_own_source_and_date(row: dict[str, str]) -> None:
    """
    The explanation of every verdict names our sources by title and the day they were verified.
    """
    audited = answer(row).audited
    assert audited is not None
    told = audited.explain("en").text()

    assert audited.requirement.sources
    assert all(f"{key}: {source_title(key)}" in told for key in audited.requirement.sources)
    assert f"verified on {audited.requirement.verified_on}" in told


def test_the_pages_are_none_of_our_sources() -> None:
    """
    No page of the file is one the data was read in, and each has a title and a date.
    """
    titles = [source_title(key) or "" for rule in REQUIREMENTS.values() for key in rule.sources]
    words = {word for title in titles for word in re.split(r"[^\w-]+", title)}
    marks = {row["address"].rsplit("/", 1)[-1].partition(".")[0] for row in ROWS if row["address"]}

    assert set() == marks & words
    for row in ROWS:
        assert row["title"]
        assert row["address"].startswith("http") or row["title"].startswith("public source")
        assert re.fullmatch(r"(seen )?20[12]\d(-\d\d){0,2}", row["date"])


def test_how_many_agree() -> None:
    """
    Ninety-seven cases of 38 pages: 78 agree, 19 do not and say why.
    """
    agree = Counter(row["library"] == row["verdict"] for row in ROWS)

    assert {True: 78, False: 19} == agree
    assert 38 == len({row["title"] for row in ROWS})
