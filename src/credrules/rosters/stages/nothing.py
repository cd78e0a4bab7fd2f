"""
Words for "none" in cells, which are emptied before they are read and reported afterwards.

Limitations: a required field is never none, since everyone has the thing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Final

from credrules.engine import Pass, stage
from credrules.engine.stages import ALL_CELLS
from credrules.facts import titles
from credrules.fields import spec_of
from credrules.findings import Finding, finding
from credrules.leaves import is_blank
from credrules.none_words import NO_DEGREE_OR_POST_WORDS
from credrules.remembering import remembered
from credrules.rosters.records.row import RosterRow
from credrules.text import read_text
from credrules.values import exact_text

__all__ = ["means_none", "none_words", "without_none_words"]
__dir__ = __all__.copy

_LONGEST: Final = 5
_DIGIT: Final = re.compile("[0-9]")


@functools.cache
def _may_be_none() -> frozenset[str]:
    return frozenset(name for name, spec in spec_of(RosterRow).by_name.items() if not spec.declared.required) - {
        "certificate_number"
    }


def means_none(cells: Mapping[str, object]) -> frozenset[str]:
    """
    Return the fields whose cell says that the person has none (无, /, 未评).

    Required fields are not among them, since everyone has them. A certificate
    number is among them only if there is no title: a title without a number
    requires 11111111.

    >>> sorted(means_none({"degree": "无", "name": "无", "certificate_number": "无"}))
    ['certificate_number', 'degree']
    """
    found = {name for name, cell in cells.items() if name in _may_be_none() and _says_none(cell)}
    if _says_none(cells.get("certificate_number")) and (is_blank(cells.get("title_name")) or "title_name" in found):
        found.add("certificate_number")
    return frozenset(found)


def without_none_words(cells: Mapping[str, object]) -> Mapping[str, object]:
    """
    Return the cells with those that say "none" emptied: the stage before they are read.

    >>> without_none_words({"degree": "无", "name": "张三"})
    {'degree': None, 'name': '张三'}
    """
    nothing = means_none(cells)
    return {name: None if name in nothing else cell for name, cell in cells.items()} if nothing else cells


@stage(cells=ALL_CELLS)
def none_words(done: Pass) -> tuple[Finding, ...]:
    """
    Return the findings with a remark on every cell that was emptied.
    """
    return (*done.findings, *(finding("ROSTER.NONE_WORD", path=(name,)) for name in done.emptied))


def _says_none(cell: object) -> bool:
    written = exact_text(cell)
    if written is None:
        return _word_says_none(read_text(cell).text or "")
    # No such word has a digit, so the cache below never keeps a person's numbers.
    return not _DIGIT.search(written) and _text_says_none(written)


@remembered(4096)
def _text_says_none(written: str) -> bool:
    return not is_blank(written) and _word_says_none(read_text(written).text or "")


def _word_says_none(word: str) -> bool:
    return 0 < len(word) <= _LONGEST and (titles.is_none(word) or word.lower() in NO_DEGREE_OR_POST_WORDS)
