"""
The interface that docs/api.md promises is the one that can be imported.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import attrs
import pytest

from tests.support.interface import KINDS, OPEN, Promise, as_written, fault, is_open, read

PROMISES, NOT_YET = read()
KEPT = tuple(promise for promise in PROMISES if not is_open(promise, NOT_YET))
BY_PATH = {promise.path: promise for promise in PROMISES}
SAME_NAME = Promise("credrules.text", "same_name", "function", "(a, b)")


def _built(entries: dict[str, str]) -> list[str]:
    return [path for path in entries if fault(BY_PATH[path]) is None]


def test_every_promised_name_is_kept() -> None:
    """
    A name of the page can be imported from its path, is of its kind, and has its signature.
    """
    broken = {promise.path: wrong for promise in KEPT if (wrong := fault(promise))}

    assert {} == broken


def test_a_name_is_promised_once() -> None:
    """
    No import path is in two tables, and the list "Not yet" has only promised names.
    """
    assert len(BY_PATH) == len(PROMISES)
    assert set() == set(NOT_YET) - set(BY_PATH)


def test_what_is_built_is_struck() -> None:
    """
    No entry of "Not yet" is importable as promised.
    """
    assert [] == _built(NOT_YET)


def test_today_s_signature_is_today_s() -> None:
    """
    Where "Not yet" gives a signature of today, the name is importable with it.
    """
    today = {path: fault(attrs.evolve(BY_PATH[path], signature=text)) for path, text in NOT_YET.items() if text}

    assert dict.fromkeys(today) == today


def test_a_built_entry_is_noticed() -> None:
    """
    A name that is listed as "not yet" and can be imported is found.
    """
    assert ["credrules.text.same_name"] == _built({**NOT_YET, "credrules.text.same_name": ""})


def _without(owner: object, name: str) -> SimpleNamespace:
    return SimpleNamespace(**{item: getattr(owner, item) for item in dir(owner) if item != name})


def _take_away(promise: Promise, patch: pytest.MonkeyPatch) -> None:
    # From a module the name itself is deleted; a class or an object is exchanged for one that has all but the name.
    module, loaded = importlib.import_module(promise.module), cast("dict[str, object]", sys.modules)
    owner, _, last = promise.name.rpartition(".")
    if not promise.name:
        patch.setitem(loaded, promise.module, None)
    elif not owner:
        patch.delattr(module, "__getattr__", raising=False)  # what is loaded on demand is gone with its loader
        patch.delattr(module, last, raising=False)
    else:
        patch.setattr(module, owner, _without(getattr(module, owner), last))


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_taken_away_is_noticed(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Each single kept name is missed as soon as it is gone; every kind has such names.
    """
    names = [promise for promise in KEPT if promise.kind == kind]
    unnoticed = []
    for promise in names:
        with monkeypatch.context() as patch:
            _take_away(promise, patch)
            if fault(promise) is None:
                unnoticed.append(promise.path)

    assert names
    assert [] == unnoticed


@pytest.mark.parametrize("kind", KINDS)
def test_another_kind_of_value_is_noticed(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A name that holds something of another kind is not the promised one.
    """
    other: object = SAME_NAME if kind in {"module", "class", "function", "method", "member", "table"} else len
    monkeypatch.setattr("credrules.text.same_name", other)

    assert f"not of the kind {kind}" == fault(attrs.evolve(SAME_NAME, kind=kind))


@pytest.mark.parametrize(
    "signature",
    ["(a)", "(b, a)", "(a, b, c=None)", "(a, b=None)", "(a, *, b)", "(a, b, /)", "(*a, b)", "(a, b, **c)", "()"],
)
def test_another_signature_is_noticed(signature: str) -> None:
    """
    Parameters, order, kinds, and which have a default: each counts.
    """
    assert "has (a, b)" == fault(attrs.evolve(SAME_NAME, signature=signature))
    assert fault(SAME_NAME) is None


def test_defaults_are_compared_by_being_there() -> None:
    """
    The page may show a default or write `…`; an open signature is told from a written one.
    """
    assert "(a, b=…, *, on=…, c=…)" == as_written("(a, b=(), *, on=None, c='x')")
    assert fault(attrs.evolve(SAME_NAME, signature=OPEN)) is None


@pytest.mark.parametrize(
    "lines",
    [
        "## A: `credrules.text`\n| `same_name(a, b)` | functoin | x |",
        "## A: `credrules.text`\n| `same_name` | function | x |",
        "## A: `credrules.text`\n| `same_name(a, b)` | function |",
        "## A\n| `same_name(a, b)` | function | x |",
        "## Not yet\n| `credrules.text.same_name` |",
    ],
)
def test_a_line_that_cannot_be_read_is_refused(lines: str, tmp_path: Path) -> None:
    """
    A misspelt line of the page is an error, not a promise less.
    """
    page = tmp_path / "api.md"
    page.write_text(lines, "utf-8")

    with pytest.raises(ValueError, match="same_name"):
        read(page)
