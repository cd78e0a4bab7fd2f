"""
docs/messages.md: what every row says on its first failing example, Chinese beside English, to be read in one go.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from credrules._catalogue import AREAS
from credrules.catalogue import RULES, Example, Rule, thaw
from credrules.findings import Finding
from tests.support.runners import findings_in
from tools.documents.findings import TITLES
from tools.documents.markdown import escape, page, table

INTRODUCTION = """
Every message of the library as a user reads it: each row of the catalogue is
shown on the first of its failing examples, in Chinese and in English. The
page is for reading in one go, by the question "what would the clerk at the
counter say": subject, fault, what to do. Braces stand where an example gives
no finding of its own, but only a code.
"""


def _shown(row: Rule) -> tuple[str, str]:
    for example in row.fails:
        told = _first(row.code, example)
        if told is not None:
            return told.message("zh"), told.message("en")
    return row.zh, row.en


def _first(code: str, example: Example) -> Finding | None:
    plain = {key: thaw(value) for key, value in example.arguments.items()}
    return next((item for item in findings_in(example.call, plain) if item.code == code), None)


def _line(row: Rule) -> tuple[str, ...]:
    zh, en = _shown(row)
    return f"[{row.code}](findings.md#{row.code})", row.severity.value, escape(zh), escape(en)


def _section(area: str, rows: Iterable[Rule]) -> str:
    return f"## {TITLES.get(area, area)}\n\n" + table(("code", "severity", "zh", "en"), [_line(row) for row in rows])


def render() -> str:
    """
    Return the page.
    """
    rows = sorted(RULES.values(), key=lambda row: (AREAS[row.code.partition(".")[0]], row.code))
    grouped = itertools.groupby(rows, key=lambda row: AREAS[row.code.partition(".")[0]])
    return page("Messages", INTRODUCTION, *(_section(area, group) for area, group in grouped))
