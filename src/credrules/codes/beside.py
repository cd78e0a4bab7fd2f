"""
What may accompany a name in a cell without changing its meaning: a degree with an education, a speciality with a title.

The data of each table list such texts (`asides`, `endings`, `drops`, `levels`, `specialities`); this
module only knows how they are written. A text that changes the meaning (肄业, 在读,
预备) is never listed, so that such a cell is not read.
"""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Iterator
from typing import Final

from credrules.codes.content import Content
from credrules.codes.names import Via, fold
from credrules.findings import Finding, finding

__all__ = ["BRACKETED", "plainer", "specialised"]
__dir__ = __all__.copy

BRACKETED: Final = re.compile(r"([^()（）]+)[(（]([^()（）]+)[)）]")
"""A name with something in brackets after it."""
_APART: Final = re.compile("[/／、，,;；+＋| ]|(?<=[\u4e00-\u9fff])[-–—](?=[\u4e00-\u9fff])")
_LISTED: Final = re.compile("[、，,;；|+＋]")
# Schools and grades that precede the speciality: 中学 in 中学数学高级教师, 高级 in 高级水利工程师.
_SCHOOLS: Final = ("中学", "小学", "初中", "高中", "幼儿园", "中专", "技校", "高校", "中等职业学校")
_GRADES: Final = ("正高级", "副高级", "高级", "中级", "助理", "主任", "副主任", "特级", "一级", "二级", "三级")
_TAILS: Final = ("工程", "专业", "类", "方向", "学科", "科")
_LONGEST: Final = 40


def plainer(content: Content, given: str) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """
    Yield the text without what accompanies the name, with the remark on what is left out.

    The most certain reading first; each text is shorter than the one given.
    """
    if len(given) > _LONGEST:
        return
    for name, aside in (*_apart(content, given), *_together(content, given)):
        yield name, (finding("CODE.ASIDE", aside=aside, table=content.about.short),)
    for joined in (BRACKETED.sub(r"\2\1", given), BRACKETED.sub(r"\1\2", given)):
        if joined != given and content.named(fold(joined)):
            yield joined, ()
    for word in content.wordings.drops:
        if word in given[1:-1]:
            yield given.replace(word, "", 1), ()


def _apart(content: Content, given: str) -> Iterator[tuple[str, str]]:
    """
    Yield the name and the addition where a sign parts them: 本科/学士, 护师（初级师）.
    """
    for name, aside in _parts(given):
        # 正高级; 教授 are two entries of a list, 教授（正高级） and 教授/正高级 are one title and its level.
        listed = aside in content.wordings.levels and _LISTED.search(given) is not None
        if content.is_aside(aside) and not content.is_aside(name) and not listed:
            yield name, aside


def _together(content: Content, given: str) -> Iterator[tuple[str, str]]:
    """
    Yield the name and the addition where nothing parts them: 函授本科, 工程师任职资格.
    """
    for word in (item.text for item in content.wordings.asides if not item.ending and not item.prefix):
        if given.startswith(word) and len(given) > len(word):
            yield given[len(word) :], word
    for word in (item.text for item in content.wordings.endings):
        if given.endswith(word) and len(given) > len(word):
            yield given[: -len(word)], word


def _parts(given: str) -> Iterator[tuple[str, str]]:
    found = BRACKETED.fullmatch(given)
    parts = [part.strip() for part in _APART.split(given)] if found is None else [found[1], found[2]]
    if len(parts) == 2 and all(parts):
        name, aside = parts
        yield name, aside
        yield aside, name


@functools.cache
def _specialities() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """
    Return each speciality with the titles it goes with, the longest first.
    """
    module = importlib.import_module("credrules.codes._data.title_specialities")
    at = module.COLUMNS.index("family")
    rows = [line.split("|") for line in module.ROWS.splitlines()]
    found = [(cells[0], tuple(cells[at].split(";"))) for cells in rows]
    return tuple(sorted(found, key=lambda item: (-len(item[0]), item[0])))


def specialised(content: Content, given: str) -> tuple[str, str] | None:
    """
    Return the title and the speciality of a text of both, None for any other text.

    >>> from credrules.codes.content import shipped
    >>> specialised(shipped("TITLES"), "高级水利工程师"), specialised(shipped("TITLES"), "水利会计师")
    (('高级工程师', '水利'), None)
    """
    if not content.wordings.specialities or len(given) > _LONGEST:
        return None
    # 水利工程师 is an engineer of 水利; there is no 会计师（水利）.
    found = (
        (title, speciality)
        for speciality, families in _specialities()
        if speciality in given
        for title in _without(given, speciality)
        if any(family in title for family in families) and _is_title(content, title)
    )
    return next(found, None)


def _is_title(content: Content, title: str) -> bool:
    return any(item.via <= Via.ALIAS for item in content.named(fold(title)))


def _without(given: str, speciality: str) -> Iterator[str]:
    for name, aside in _parts(given):
        if aside in {speciality, *(speciality + tail for tail in _TAILS)}:
            yield name
    for head in ("", *_GRADES, *_SCHOOLS):
        if given.startswith(head + speciality):
            rest = given[len(head) + len(speciality) :]
            yield from (head + rest.removeprefix(tail) for tail in ("", *_TAILS) if tail == "" or rest.startswith(tail))
            if head in _SCHOOLS:
                yield rest
