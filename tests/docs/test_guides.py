"""
What the README and the guides show runs and prints what they say, in both languages alike.
"""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "README.zh.md", *sorted((ROOT / "docs" / "guides").glob("*.md"))]
ENGLISH = [page for page in PAGES if not page.name.endswith(".zh.md")]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def _blocks(page: Path) -> str:
    return "\n".join(BLOCK.findall(page.read_text("utf-8")))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_run(page: Path) -> None:
    """
    The Python of a page, taken together, gives what the page prints.
    """
    example = doctest.DocTestParser().get_doctest(_blocks(page), {}, page.name, str(page), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    runner.run(example)

    assert example.examples
    assert 0 == runner.failures


@pytest.mark.parametrize("page", ENGLISH, ids=lambda page: page.name)
def test_the_chinese_twin_shows_the_same(page: Path) -> None:
    """
    Both languages have the same sections, and the same code but for the language of messages.
    """
    twin = page.with_name(f"{page.stem}.zh.md")
    shown, twins = (
        [example.source.replace('"zh"', '"en"') for example in doctest.DocTestParser().get_examples(_blocks(item))]
        for item in (page, twin)
    )

    assert shown == twins
    assert page.read_text("utf-8").count("\n## ") == twin.read_text("utf-8").count("\n## ")


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")) + PAGES[:2], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """
    A relative link names a file that is there.
    """
    missing = [link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]

    assert [] == missing
