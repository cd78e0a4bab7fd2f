"""
A heading as written: its core, its remarks, the codes it declares.

Marks (``*``), white space, numbers in front, brackets, instructions after a
colon and Latin names of database columns are layout. The text in brackets is
kept, since it may say whose or which a column is: ``学历（在职）``.

References: headings of public templates (tests/rosters/headings).

Limitations: a legend needs at least two codes; brackets are not nested.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import field, frozen

from credrules import text
from credrules.codes.names import simplified
from credrules.masking import shown_repr
from credrules.remembering import remembered
from credrules.values import EMPTY, FrozenMap, frozen_map

__all__ = [
    "Spelling",
    "spelled",
    "squeezed",
]
__dir__ = __all__.copy

_LONGEST: Final = 200
_SPACE: Final = re.compile(r"\s+")
_MARKS: Final = re.compile(r"^(?:[*＊※★☆●○◆·•△▲#]+|\d{1,2}[.、．)]|[(（]\d{1,2}[)）])+|[*＊※★:：]+$")
_BRACKETS: Final = re.compile(r"[（(\[【〔<《{]([^（()\[【〔〕】\])）<>《》{}]*)(?:[）)\]】〕>》}]|$)")
_LATIN_TAIL: Final = re.compile(r"(?<=[㐀-鿿])[_\-/|]?[A-Za-z][A-Za-z_ .-]*$")
# Name 姓名: of two languages the Chinese half is read. QQ 号 is one word.
_LATIN_HEAD: Final = re.compile(
    r"^\s*(?!(?:QQ|IC|IP|OA|GPS|ETC|PICC|CT|X)\b)[A-Za-z][A-Za-z.' _-]*[\s/|:：（(）)]+(?=[㐀-鿿])", re.IGNORECASE
)
_KEPT_TAIL: Final = re.compile("(?:ID|IP|QQ|(?<![箱件址]E-)(?<![箱件址]E)(?<![箱件址])mail)$", re.IGNORECASE)
_ORDINAL: Final = re.compile(r"(?<=[㐀-鿿])(\d{1,2})$")
_PAIR_PARTS: Final = re.compile(r"\d{1,2}|[㐀-鿿]+")
_JOINING: Final = frozenset({"是", "为", "代表", "表示", "填", "即", "写", "或", "和", "填写", "选", "输入"})
_DIGIT: Final = re.compile(r"\d")
_FORMS: Final = re.compile("[年月日位岁寸张个字天元分学时课周点人]")


@frozen
class Spelling:
    """
    A heading without its layout: the core, the text in brackets, the codes declared, its number.

    >>> spelled("性别(男是0，女是1)").core, dict(spelled("性别(男是0，女是1)").legend)
    ('性别', {'0': '男', '1': '女'})
    >>> spelled("*学历（在职）").core, spelled("*学历（在职）").remarks
    ('学历', ('在职',))
    """

    # What is taken apart may no longer be known as a secret.
    whole: str = field(default="", repr=shown_repr)
    core: str = field(default="", repr=False)
    remarks: tuple[str, ...] = field(default=(), repr=False)
    legend: FrozenMap[str, str] = field(default=EMPTY, converter=frozen_map, repr=False)
    ordinal: int = 0


def squeezed(written: str) -> str:
    """
    Return a text without white space and outer marks, in half-width forms, small letters and simplified characters.

    >>> squeezed(" *姓　名 ： "), squeezed("身分證號")
    ('姓名', '身份证号')
    """
    clean = _SPACE.sub("", text.normalize(written[:_LONGEST])[0])
    plain = simplified(clean.translate(_HALF)).translate(_TRADITIONAL).replace("身分", "身份")
    return _MARKS.sub("", plain).lower()


# Traditional characters of headings that no name of a code table has; each has one simplified form.
_TRADITIONAL: Final = str.maketrans(
    "話間郵歲齡層狀發時數簽註貫戶繫帳頒歸碼絡費額稅員滿辦", "话间邮岁龄层状发时数签注贯户系账颁归码络费额税员满办"
)
_HALF: Final = str.maketrans({"（": "(", "）": ")", "：": ":", "，": ",", "；": ";", "／": "/", "－": "-"})


@remembered(4096)
def spelled(written: str) -> Spelling:
    """
    Return a heading without its layout.
    """
    latin = _LATIN_HEAD.match(written[:_LONGEST])
    chinese = written[latin.end() :] if latin is not None else written
    if latin is not None and latin[0].rstrip().endswith(("(", "（")):
        chinese = chinese.rstrip(" )）")
    whole = squeezed(chinese)
    remarks = [part for part in _BRACKETS.findall(whole) if part]
    core = _BRACKETS.sub("", whole)
    if not core and remarks:
        core = remarks.pop(0)
    core, colon, after = core.partition(":")
    if colon and after:
        remarks.append(after)
    legend = next(filter(None, map(_legend, remarks)), {})
    digit = _DIGIT.search(core)
    if digit is not None and digit.start() and not legend:
        legend = _legend(core[digit.start() :])
        core = core[: digit.start()] if legend else core
    if not _KEPT_TAIL.search(core):
        core = _LATIN_TAIL.sub("", core)
    ordinal = _ORDINAL.search(core)
    if ordinal is not None:
        core = core[: ordinal.start()]
    core = _MARKS.sub("", core).strip("-_/、,;.。")
    return Spelling(whole, core, tuple(remarks), FrozenMap(legend), int(ordinal[1]) if ordinal else 0)


def _legend(remark: str) -> dict[str, str]:
    """
    Return code -> word of a remark such as ``男是0，女是1``, ``0女1男`` or ``1-男 0-女``; empty for any other text.
    """
    parts = [_unjoined(part) for part in _PAIR_PARTS.findall(remark) if part not in _JOINING]
    if len(parts) < 4 or len(parts) % 2:  # two codes with a word each
        return {}
    codes, words = (parts[::2], parts[1::2]) if parts[0].isdigit() else (parts[1::2], parts[::2])
    if not all(map(str.isdigit, codes)) or any(map(str.isdigit, words)) or len(set(codes)) < len(codes):
        return {}
    return {} if all(map(_FORMS.fullmatch, words)) else dict(zip(codes, words, strict=True))


def _unjoined(part: str) -> str:
    for joining in _JOINING:
        part = part.removesuffix(joining) or part
        part = part.removeprefix(joining) or part
    return part
