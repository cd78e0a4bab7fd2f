"""
A silenced tool is told why: no bare noqa, type: ignore or pragma anywhere.
"""

from __future__ import annotations

import io
import re
import tokenize
from pathlib import Path

import pytest

from tests.support.source import ROOT

FOLDERS = ("src", "tests", "tools", "examples", "benchmarks")
FILES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
# What is silenced (its codes named), then a reason behind a second hash.
REASONED = re.compile(
    r"#\s*(?:noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\]|pragma: no (?:cover|branch)|fmt: (?:skip|off|on))(.*)"
)
SILENT = re.compile(r"#\s*(noqa|type: ignore|pragma)\b")


def bare(text: str) -> list[str]:
    """
    Return the comments of a module that silence a tool without codes or without a reason.
    """
    comments = [
        token.string for token in tokenize.generate_tokens(io.StringIO(text).readline) if token.type == tokenize.COMMENT
    ]
    found = []
    for comment in comments:
        if SILENT.match(comment):
            match = REASONED.match(comment)
            if match is None or not re.search(r"#\s*\S", match[1]):
                found.append(comment)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_bare_suppression(path: Path) -> None:
    """
    Each exemption names what it silences and gives its reason.
    """
    assert [] == bare(path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("x = 1  # noqa", True),
        ("x = 1  # noqa: E501", True),
        ("x = 1  # type: ignore", True),
        ("x = 1  # type: ignore[misc]  # a stub says otherwise", False),
        ("x = 1  # noqa: S101, E501  # a law asserts", False),
        ("x = '# noqa'", False),
    ],
)
def test_the_scan_sees(line: str, seen: bool) -> None:  # noqa: FBT001  # a column of the table
    """
    The scan finds what is bare and is not taken in by texts.
    """
    assert seen is bool(bare(line + "\n"))
