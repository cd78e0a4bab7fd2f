"""
The catalogue: every row is complete, its examples run, and the code and the rows name each other.
"""

from __future__ import annotations

import ast
import functools
import re
import string

import pytest

from credrules._catalogue import AREAS
from credrules.catalogue import RULES, Example, Rule
from credrules.values import Evidence, Severity
from tests.support.runners import examples, run
from tests.support.source import Module, authored

CODE = re.compile(r"[A-Z][A-Z0-9_]*(\.[A-Z0-9][A-Z0-9_]*)+")

ROWS = [pytest.param(row, id=code) for code, row in RULES.items()]


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("row", ROWS)
def test_row_is_complete(row: Rule) -> None:
    """
    A row has a well-formed code, wording in both languages with the same placeholders, and a citation.
    """
    assert CODE.fullmatch(row.code)
    assert isinstance(row.severity, Severity)
    assert isinstance(row.evidence, Evidence)
    assert row.zh.strip() == row.zh != ""
    assert row.en.strip() == row.en != ""
    assert _placeholders(row.zh) == _placeholders(row.en)
    assert row.citations
    assert row.passes
    assert row.fails


@pytest.mark.parametrize("row", ROWS)
def test_wording_is_in_its_language(row: Rule) -> None:
    """
    The Chinese wording holds Chinese and ends without a full stop; the English one is no copy of it.
    """
    assert re.search(r"[\u4e00-\u9fff]", row.zh)
    assert not row.zh.endswith("。")
    assert re.search(r"[a-z]{2}", row.en)
    assert not row.en.endswith(".")
    assert row.zh != row.en


@pytest.mark.parametrize("row", ROWS)
def test_only_what_is_stated_or_deduced_refuses(row: Rule) -> None:
    """
    A rule the library merely assumes is an error only with a note that says why.
    """
    assert not (row.evidence is Evidence.ASSUMED and row.severity is Severity.ERROR and not row.note)


@pytest.mark.parametrize(
    ("code", "fails", "example"),
    [
        pytest.param(code, fails, example, id=f"{code}-{'fails' if fails else 'passes'}-{number}")
        for code, fails, number, example in examples()
    ],
)
def test_example_runs(code: str, fails: bool, example: Example) -> None:  # noqa: FBT001  # the example's side
    """
    A `fails` example gives the row's finding, a `passes` example does not.
    """
    assert fails is (code in run(example.call, example.arguments))


@functools.cache
def _named(module: Module) -> frozenset[str]:
    texts = {
        node.value for node in ast.walk(module.tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return frozenset(text for text in texts if CODE.fullmatch(text) and text.partition(".")[0] in AREAS)


@pytest.mark.parametrize("module", authored(), ids=lambda module: module.name)
def test_every_code_named_has_its_row(module: Module) -> None:
    """
    A finding code written in the library stands in the catalogue.
    """
    assert set() == {code for code in _named(module) if code not in RULES}


def _made_from_parts() -> frozenset[str]:
    """
    Return the codes of f"{prefix}.EMPTY" for every prefix that stands alone as a text in the same package.
    """
    heads: dict[str, set[str]] = {}
    tails: dict[str, set[str]] = {}
    for module in authored():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[-1], ast.Constant):
                tails.setdefault(module.package, set()).add(str(node.values[-1].value))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in AREAS:
                heads.setdefault(module.package, set()).add(node.value)
    return frozenset(head + tail for package in heads for head in heads[package] for tail in tails.get(package, ()))


def test_every_row_is_named() -> None:
    """
    No row without a line that gives its finding.
    """
    named = frozenset[str]().union(*(_named(module) for module in authored()))

    assert set() == set(RULES) - named - _made_from_parts()


def test_prefixes_lead_to_their_areas() -> None:
    """
    The first word of a code says which module holds its row.
    """
    assert set(AREAS) == {code.partition(".")[0] for code in RULES}
