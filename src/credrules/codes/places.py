"""
Reading place names as personnel tables write them.

A place is one name or a path of names, each in full or short:
``广西壮族自治区南宁市青秀区``, ``广西南宁``, ``广西南宁青秀区``, ``义乌``. A path may leave out the
prefecture. Every reading is returned; which of them applies depends on the day
and on how certain each name is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from credrules.codes.entry import Entry
from credrules.codes.names import Named, Via
from credrules.lists import grouped

__all__ = ["PREFIXES", "Places", "address_heads", "division_names"]
__dir__ = __all__.copy

# The first two digits of all codes: no division outside them exists.
PREFIXES: Final = (
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
    "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "66", "71", "81", "82", "83",
)  # fmt: skip

_LONGEST: Final = 40
_LONGEST_NAME: Final = 16
_SEPARATORS: Final = str.maketrans("", "", "-—–_,，、/|·.;；")
_COUNTRY: Final = ("中华人民共和国", "中国")
# 南宁人, 广西籍: words for the people of a place.
_PEOPLE: Final = ("籍", "人")
# 浦东新区 is 浦东, while 清新区 is 清新: no rule decides which, so these are listed.
_SHORTER: Final = {
    "内蒙古自治区": "内蒙", "浦东新区": "浦东", "滨海新区": "滨海", "沈北新区": "沈北", "两江新区": "两江",
    "雄安新区": "雄安", "神农架林区": "神农架", "峰峰矿区": "峰峰",
}  # fmt: skip
# Common names of regions and prefectures whose short form is long; not certain, because 巴州 is a district of 巴中 too.
_CALLED: Final = {
    "呼和浩特市": "呼市", "呼伦贝尔盟": "呼盟", "锡林郭勒盟": "锡盟", "乌鲁木齐市": "乌市",
    "广西壮族自治区": "广西区", "宁夏回族自治区": "宁夏区", "西藏自治区": "西藏区", "内蒙古自治区": "内蒙古区",
    "巴音郭楞蒙古自治州": "巴州", "博尔塔拉蒙古自治州": "博州", "克孜勒苏柯尔克孜自治州": "克州",
}  # fmt: skip
_SHORT_FORMS: Final = {"province": Via.NAME, "prefecture": Via.SHORT}
_AUTONOMOUS: Final = {"自治区": "省", "自治州": "州", "自治县": "县", "自治旗": "旗"}


# The collective lines of the code table, which pickers show as a level of their own.
_BETWEEN: Final = re.compile(
    "(?<=[市省区])(?:市辖区|市辖县|(?:省|自治区|市)?直辖(?:县(?:级)?(?:行政区划|行政单位|行政区|单位)?|行政单位)|县(?=[\u4e00-\u9fff]{2,}[县区市]))"
    "(?=[\u4e00-\u9fff]{2})"
)
_TWICE: Final = re.compile("^([\u4e00-\u9fff]{2})市?\\1市")


def division_names(entry: Entry) -> Iterator[tuple[Via, str]]:
    """
    Yield the names of a division with how certain each is when used alone.

    The short form of a province is as certain as its name, that of a prefecture
    nearly so. An autonomous unit is also called without its ethnic groups (三江县,
    凉山州). A district's name without 区 is seldom used and is often the name of
    another place.
    """
    if _is_collective(entry):
        return
    yield Via.NAME, entry.name
    if not entry.short:
        return
    alone = Via.LOOSE if entry.name.endswith("区") else Via.ALIAS
    yield _SHORT_FORMS.get(entry.attribute("level"), alone), entry.short
    for tail, kind in _AUTONOMOUS.items():
        if entry.name.endswith(tail):
            yield Via.ALIAS, entry.short + kind
            yield Via.ALIAS, entry.short + tail
    for via, others in ((Via.ALIAS, _SHORTER), (Via.LOOSE, _CALLED)):
        if entry.name in others:
            yield via, others[entry.name]


def _is_collective(entry: Entry) -> bool:
    return entry.attribute("category") == "collective"


class Places:
    """
    The names of all divisions, province by province, each indexed when first needed.

    `rows` gives the rows of a province by the first two digits of their codes,
    `dated` those of one code, so that a province's own name costs no more.
    """

    def __init__(self, rows: Callable[[str], Iterable[Entry]], dated: Callable[[str], Iterable[Entry]]) -> None:
        self._rows = rows
        self._dated = dated
        self._index = functools.cache(self._named_in)
        self._below = functools.cache(self._named_below)

    @functools.cached_property
    def _provinces(self) -> Mapping[str, tuple[Named, ...]]:
        rows = (entry for prefix in PREFIXES for entry in self._dated(prefix + "0000"))
        return grouped((name, Named(via, entry)) for entry in rows for via, name in division_names(entry))

    def _named_in(self, prefix: str) -> Mapping[str, tuple[Named, ...]]:
        rows = (entry for entry in self._rows(prefix) if entry.attribute("level") != "province")
        return grouped(
            (name, Named(via, entry))
            for entry in rows
            for via, name in (((Via.NAME, entry.name),) if _is_collective(entry) else division_names(entry))
        )

    def _named_below(self, prefix: str) -> Mapping[tuple[str, str], tuple[Named, ...]]:
        return grouped(((it.entry.parent, name), it) for name, found in self._index(prefix).items() for it in found)

    def read(self, text: str) -> tuple[Named, ...]:
        """
        Return everything a text may mean; empty if it is not a place.
        """
        text = text.translate(_SEPARATORS)
        for country in _COUNTRY:
            text = text.removeprefix(country)
        if not text or len(text) > _LONGEST:
            return ()
        found = self._whole(text) or self._picked(text)
        if not found and text.endswith(_PEOPLE):
            found = tuple(Named(max(item.via, Via.ALIAS), item.entry) for item in self._whole(text[:-1]))
        return found

    def _picked(self, text: str) -> tuple[Named, ...]:
        """
        Read a place as pickers store it, with a level between.

        Examples: 北京市市辖区朝阳区, 重庆市县城口县, 北京市北京市海淀区.
        """
        plain = (_BETWEEN.sub("", text, count=1), _TWICE.sub(r"\1市", text, count=1))
        found = (self._whole(item) for item in dict.fromkeys(plain) if item != text)
        return next(filter(None, found), ())

    def _whole(self, text: str) -> tuple[Named, ...]:
        found: dict[int, Named] = {}

        def add(items: Iterable[Named]) -> None:
            for item in items:
                known = found.get(id(item.entry))
                if known is None or item.via < known.via:
                    found[id(item.entry)] = item

        add(self._provinces.get(text, ()))
        heads = [
            (head, text[size:])
            for size in range(2, min(len(text), _LONGEST_NAME))
            for head in self._provinces.get(text[:size], ())
        ]
        for head, rest in heads:
            add(self._inside(head, rest))
        # 广西南宁 names its province; all provinces are searched only if a text names none.
        if not found or not heads:
            for prefix in PREFIXES:
                index = self._index(prefix)
                add(item for item in index.get(text, ()) if not _is_collective(item.entry))
                for size in range(2, min(len(text), _LONGEST_NAME)):
                    for head in index.get(text[:size], ()):
                        if head.entry.attribute("level") == "prefecture":
                            add(self._inside(head, text[size:]))
        return tuple(found.values())

    def _inside(self, head: Named, rest: str) -> Iterator[Named]:
        """
        Yield what the rest of a path may mean inside the division at its beginning.
        """
        code, province = head.entry.code, head.entry.attribute("level") == "province"
        index = self._index(code[:2])
        for item in index.get(rest, ()) if province else self._below(code[:2]).get((code, rest), ()):
            # Inside its own city a district is often called without 区.
            via = Via.ALIAS if item.via is Via.LOOSE else item.via
            yield Named(_joined(head.via, via), item.entry)
        if province:
            for size in range(2, min(len(rest), _LONGEST_NAME)):
                for item in index.get(rest[:size], ()):
                    if item.entry.attribute("level") == "prefecture":
                        below = Named(_joined(head.via, item.via), item.entry)
                        yield from self._inside(below, rest[size:])


def _joined(head: Via, tail: Via) -> Via:
    """
    Return how certain a path is: as certain as its weakest part, and never a printed name.
    """
    return max(head, tail, Via.SHORT)


# Where the name of a county or a city may end, and the kinds of places below one.
_CUTS: Final = re.compile("(?<=.{2})[县市区旗州盟]")
_SMALLER: Final = re.compile(
    "[\u4e00-\u9fff0-9A-Za-z（）()·-]{1,30}?(?:镇|乡|街道|苏木|村|社区|居委会|路|街|大道|巷|弄|号|农场|林场|牧场|园区|开发区|小区)"
)


def address_heads(text: str) -> Iterator[tuple[str, str]]:
    """
    Yield the place at the beginning of an address and the rest, if that is a town, a street or the like; longest first.

    >>> next(address_heads("浙江省温州市苍南县龙港镇"))
    ('浙江省温州市苍南县', '龙港镇')
    """
    for cut in reversed(list(_CUTS.finditer(text))):
        rest = text[cut.end() :]
        if _SMALLER.match(rest):
            yield text[: cut.end()], rest
