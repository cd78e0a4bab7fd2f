"""
The little Markdown the pages need: cells, code spans, links that survive any content.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOTICE = "<!-- Written by tools/generate_docs.py; do not edit. -->"


def escape(text: str) -> str:
    r"""
    Return a text that Markdown shows as it is, inside a table cell too.

    >>> escape("a|b *c*\nd")
    'a\\|b \\*c\\* d'
    """
    return re.sub(r"([\\`*_<>|\[\]])", r"\\\1", " ".join(text.split()))


def code(text: str) -> str:
    """
    Return a code span; one with a backtick inside gets a longer fence.

    >>> code("x"), code("a`b")
    ('`x`', '`` a`b ``')
    """
    text = text.replace("\n", " ")
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def cell(text: str) -> str:
    r"""
    Return a text for a table cell, code spans kept.

    >>> cell("`a|b`")
    '`a\\|b`'
    """
    return text.replace("|", "\\|") if "`" in text else escape(text)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """
    Return a table; the cells are Markdown already.
    """
    lines = [f"| {' | '.join(headings)} |", f"|{'---|' * len(headings)}"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(lines)


def page(title: str, introduction: str, *parts: str) -> str:
    """
    Return a whole page with its notice.
    """
    return "\n\n".join([f"# {title}", NOTICE, introduction.strip(), *parts]).rstrip() + "\n"
