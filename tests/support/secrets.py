"""
Invented secrets and the many ways to write each of them.

Nothing here is a list of examples that somebody thought of: a few small
functions spell one number in another script, with other signs between its
groups, inside other words. `spellings(kind)` crosses them.
"""

from __future__ import annotations

import functools
import html
import itertools
import pathlib
import re
import types
import unicodedata
import urllib.parse
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from attrs import frozen

SECRETS: Final[Mapping[str, tuple[str, ...]]] = {
    "identity number": (
        "450000199307010014",
        "45000019930701001X",
        "450000930701001",
        "H0048291560",
        "E48000936",
        "R472000(3)",
    ),
    "credit code": ("91450000MA5K00001Q", "12450000000000000A"),
    "phone": ("13800001234", "07710001234", "4008200045"),
    "certificate number": ("2013034567", "GX201300345", "A034512", "桂20130345", "1620000300028471"),
    "e-mail": ("zhangsan@example.org", "li.xiao_88@mail.example.cn", "280004365@example.com"),
    "address": (
        "甲市乙区民族大道88号2栋301室",
        "某县某乡某村3组12号",
        "甲市建设路十八号五单元二〇一室",
        "甲镇28村17组",
        "乙花园28栋1702",
        "甲老干所3栋2单元602",
        "乙路壹佰肆拾捌号",
        "丙师143团12连",
        "甲弄284支弄17号",
    ),
}
"""Kind of secret -> whole spellings of it, all invented."""


@frozen
class Spelling:
    """
    A text that holds a secret, and what a reader must not be able to put together from an answer.
    """

    text: str
    core: str


def whole(secret: Spelling, shown: str) -> bool:
    """
    Tell whether `shown` lets a reader put the secret together.
    """
    seen = _bare(shown)
    if secret.core in seen:
        return True
    digits = _digits(secret.core)
    if len(digits) < 7:
        return False
    # Most of a long number is its digits, whatever letters stand between them.
    return not _HAN.intersection(secret.core) and digits in _digits(seen)


_HAN: Final = frozenset(chr(code) for code in range(0x4E00, 0x9FFF)) - frozenset("桂")


def _digits(text: str) -> str:
    # What was masked stands between its two ends.
    return _NO_DIGIT.sub("", text)


_NO_DIGIT: Final = re.compile("[^0-9*]+")


@functools.lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    if _ENCODED.search(text):
        # As a browser or a program decodes it; a repair may have written an entity in capitals.
        text = urllib.parse.unquote(html.unescape(html.unescape(_ENTITY.sub(lambda found: found[0].lower(), text))))
        text = _TAG.sub("", _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text))
    return text.translate(_BARE)


_ENCODED: Final = re.compile(r"&[#A-Za-z]|%[2-7C-Fc-f][0-9A-Fa-f]|\\[ux]|</?[A-Za-z]")
_ENTITY: Final = re.compile("&[A-Z]{2,8};")
_ESCAPE: Final = re.compile(r"\\+(?:u(?=[0-9A-Fa-f]{4})|x(?=[0-9A-Fa-f]{2}))([0-9A-Fa-f]{2,4})")
_TAG: Final = re.compile("</?(?i:br|wbr|td|b)/?>")


class _Bare(dict[int, str]):
    """
    Character -> what a reader puts together of it: digits, small letters, and the asterisks of a masker.
    """

    def __missing__(self, code: int) -> str:
        if chr(code) in _FILLERS:
            return ""
        if chr(code) in _NUMERALS:
            self[code] = str(_NUMERALS.index(chr(code)) % 10)
            return self[code]
        found = []
        own = unicodedata.numeric(chr(code), None) if chr(code) < "\u3400" or chr(code) > "\u9fff" else None
        for char in unicodedata.normalize("NFKC", chr(code)) if own is None or own not in range(10) else str(int(own)):
            number = unicodedata.digit(char, None)
            if number is not None:
                found.append(str(number))
            elif char.isalnum() or char == "*":
                found.append(char.lower())
        self[code] = "".join(found)
        return self[code]


_FILLERS: Final = "\u115f\u1160\u3164\uffa0"
_NUMERALS: Final = "〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖"
_BARE: Final = _Bare()


# --- other figures ------------------------------------------------------------------------------


def _moved(zero: int) -> Callable[[str], str]:
    return lambda text: "".join(chr(zero + int(char)) if "0" <= char <= "9" else char for char in text)


def _by(table: str) -> Callable[[str], str]:
    return lambda text: "".join(table[int(char)] if "0" <= char <= "9" else char for char in text)


def _after(mark: str) -> Callable[[str], str]:
    return lambda text: "".join(char + mark if char.isdigit() else char for char in text)


def _as(form: str) -> Callable[[str], str]:
    return lambda text: "".join(form.format(ord(char)) if char.isalnum() and char.isascii() else char for char in text)


def _wide(text: str) -> str:
    return text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


FIGURES: Final[tuple[Callable[[str], str], ...]] = (
    _wide,
    _by("⓪①②③④⑤⑥⑦⑧⑨"),
    _by("⓿❶❷❸❹❺❻❼❽❾"),
    _by("⁰¹²³⁴⁵⁶⁷⁸⁹"),
    _by("₀₁₂₃₄₅₆₇₈₉"),
    _moved(0x660),  # Arabic-Indic
    _moved(0x6F0),
    _moved(0x966),  # Devanagari
    _moved(0x1D7CE),  # mathematical bold
    _moved(0x1D7F6),
    _moved(0x1FBF0),  # seven segments
    _after("\u0301"),
    _after("\u20e3"),
    _after("\ufe0f\u20e3"),
    _after("\u200b"),
    _by(_NUMERALS),
    _by(_NUMERALS[10:]),
    _by("０➊➋➌➍➎➏➐➑➒"),
    _by("⓪⓵⓶⓷⓸⓹⓺⓻⓼⓽"),
    _by("0⑴⑵⑶⑷⑸⑹⑺⑻⑼"),
    _by("0⒈⒉⒊⒋⒌⒍⒎⒏⒐"),
    _by("〇㊀㊁㊂㊃㊄㊅㊆㊇㊈"),
    _by("〇〡〢〣〤〥〦〧〨〩"),
    _by("🄁🄂🄃🄄🄅🄆🄇🄈🄉🄊"),
    _moved(0x9E6),  # Bengali
    _moved(0xE50),  # Thai
    _moved(0xF20),  # Tibetan
    _moved(0x1810),  # Mongolian
    _moved(0x1040),
    _moved(0x17E0),
    _moved(0x7C0),
    _as("&#{};"),
    _as("&#x{:x};"),
    _as("&amp;#{};"),
    _as("%{:02x}"),
    _as("\\u{:04x}"),
    lambda text: urllib.parse.quote(_wide(text)),
    # Half of it in another script.
    lambda text: "".join(_wide(char) if place % 2 else char for place, char in enumerate(text)),
    lambda text: "".join(_by(_NUMERALS)(char) if place % 3 == 0 else char for place, char in enumerate(text)),
)

GAPS: Final = (
    " ", "-", "/", "_", "·", ".", ",", "，", "、", "\u3000", "\xa0", "\u2009", "\t", "\n", "\r\n", "—", "–", "\\", "|",
    "~", ":", "：", "•", "・", "\u2028", "\u200b", "\xad", "\ufeff", "  ", " - ", "+", "=", "\u2212", "<br>",
    "</td><td>", "&nbsp;", "%20", "\x85", "\u202e", "……", ")(", "'", "；", "→", "\u115f", "\u2800", "\x00",
)  # fmt: skip


def _grouped(text: str, size: int, gap: str) -> str:
    return gap.join(text[place : place + size] for place in range(0, len(text), size))


def _around() -> Iterator[Callable[[str], str]]:
    for before, after in (
        ("", ""), (" ", " "), ("（", "）"), ("〔", "〕"), ("第", "号"),
        ("证书编号：", "。"), ("张三", "李四"), ("“", "”"), ("No. ", "."),
        ("见\n", "\n"), ("tel:", ";"), ("<b>", "</b>"), ("#", "#"), ("'", "'"), ("桂人字", "号"),
        ("https://example.org/q?id=", "&x=1"), ('{"id": "', '"}'), ('<a href="?n=', '">x</a>'), ("b'", "'"),
        ('="', '"'),
        ("2016-07-01 ", ""), ("1993.07.01", ""), ("GB 11643-1999 ", ""), ("ISO9001 ", ""), ("", "元"), ("", " 2016年"),
        ("桂人社发〔2016〕36号", ""), ("证书编号 GX ", ""), ("身份证号：", "，已核"), ("本科", "汉族"),
        ("file:///C:/", ".pdf"),
    ):  # fmt: skip
        yield lambda text, before=before, after=after: f"{before}{text}{after}"  # type: ignore[misc]  # the type of a lambda with a default is not inferred


AROUND: Final = tuple(_around())


def _numbers(number: str) -> Iterator[str]:
    yield from (wrap(number) for wrap in AROUND)
    yield from (spell(number) for spell in FIGURES)
    for size, gap in itertools.product((4, 5), GAPS):
        yield _grouped(number, size, gap)
    for size, gap in itertools.product((1, 2, 3, 6), (" ", "-", "/", "·", "_", "\u3000", "\n")):
        yield _grouped(number, size, gap)
    for spell, gap in itertools.product(FIGURES[:5], (" ", "/", "\u3000", "\n")):
        yield spell(_grouped(number, 4, gap))
    yield f"〔{number[:4]}〕{number[4:]}号"
    yield f"（{number[:4]}）第{number[4:]}号"
    yield f"{number[:4]}年{number[4:]}"
    yield f"{number[:2]}({number[2:6]}){number[6:]}"


def _codes(number: str) -> Iterator[str | Spelling]:
    yield from _numbers(number)
    yield from (number.lower(), f"{number[:2]}-{number[2:8]}-{number[8:17]}-{number[17:]}")
    misread = number.replace("0", "O")
    yield Spelling(misread, _bare(misread))
    # The code of the organisation in it.
    yield from (Spelling(f"{number[8:16]}{sign}{number[16]}", _bare(number[8:17])) for sign in ("-", "－", "–"))


def _certificates(number: str) -> Iterator[str | Spelling]:
    yield from _numbers(number)
    end = number[-5:]
    for left, right in ("〔〕", "[]", "()", "（）", "【】", "<>", "〈〉", "《》"):
        yield Spelling(f"桂职字{left}2016{right}第{end}号", end)
    if not number[0].isdecimal():
        letters = number.rstrip("0123456789")
        figures = number.removeprefix(letters)
        for sign in ("/", "-", " ", "_", "字第", "证字", "字〔", ":", "№"):
            yield Spelling(f"{letters}{sign}{figures}", figures)
        yield Spelling(f"{letters}/{figures[:4]}/{figures[4:]}", figures)
        yield Spelling(f"{letters}职字〔{figures[:4]}〕{figures[4:]}号", f"{figures[:4]}{figures[4:]}号")


def _emails(address: str) -> Iterator[str]:
    local, _, domain = address.partition("@")
    for sign in ("@", " @", "@ ", " @ ", "＠", "﹫", " ＠ ", "\n@", "@\n", "\u3000@", "\u200b@", "@\u200b",
                 "\xa0@\xa0",
                 "(at)", "[at]", " at ", "（at）", "{at}", " AT ", "<at>", "[@]", "(@)", "@@", "#", "&#64;",
                 "&commat;", "&#x40;", "%40", "\\u0040", "\\x40",
                 "☆", "●", "圈", "艾特", "ⓐ", "（@）", "/@/", "*", "$", "!"):  # fmt: skip
        yield f"{local}{sign}{domain}"
    yield from (wrap(address) for wrap in AROUND)
    yield from (_wide(address), address.upper(), address.title(), f"mailto:{address}", f"<{address}>")
    yield from (f"邮箱{address}", f"{address}，{address}", f"{address};", f"E-mail: {address}", f"{local}@{domain}.")
    yield f"{local}@ {domain.replace('.', ' . ')}"
    yield f"{local}@{domain.replace('.', '．')}"
    for mark in ("\u200b", "\xad", "\u2060", "\u0301"):
        yield f"{local[:3]}{mark}{local[3:]}@{domain}"
    for gap in (" ", "  ", "\u3000", "\n"):
        yield f"{local[:3]}{gap}{local[3:]}@{domain}"
        yield f"{gap.join(local)}@{domain}"


def _addresses(place: str) -> Iterator[str | Spelling]:
    yield from (wrap(place) for wrap in AROUND)
    yield from (spell(place) for spell in FIGURES)
    yield from (
        _grouped(place, size, gap) for size, gap in itertools.product((2, 4), (" ", "\u3000", "\n", "\t", "\xa0"))
    )
    yield from (gap.join(_parts(place)) for gap in (" ", "，", ",", "-", "\u3000", "\n", "、", "/"))
    yield from (f"{place}（{word}）" for word in ("宿舍", "一楼", "老房", "自建房"))
    yield from (f"{word}{place}" for word in ("地址：", "住址", "现住", "户籍所在地为", "家住", "广西南宁市"))
    yield from (f"{place}{word}" for word in ("张三收", "附近", "，邮编530000", "旁"))
    traditional = place.replace("栋", "棟").replace("号", "號")
    yield Spelling(traditional, _bare(traditional))
    yield from (urllib.parse.quote(place), _as_entities(place))
    yield from (f"{place[:-1]}<b>{place[-1]}</b>", f"https://example.org/?q={place}", f"寄{place} 13800001234")


def _as_entities(text: str) -> str:
    return "".join(f"&#{ord(char)};" for char in text)


def _parts(place: str) -> list[str]:
    parts = [""]
    for char in place:
        parts[-1] += char
        if char in "市区县乡村道路号栋组室元":
            parts.append("")
    return [part for part in parts if part]


_WAYS: Final[Mapping[str, Callable[[str], Iterator[str | Spelling]]]] = {
    "credit code": _codes,
    "certificate number": _certificates,
    "e-mail": _emails,
    "address": _addresses,
}


ROADS: Final = (
    "Room 502, Bldg 3, No.148 Minzu Avenue", "148 Minzu Dadao, Nanning", "Minzu Dadao 148 Hao 3 Dong 502 Shi",
    "Flat 12B, 28 Queen's Road, Hong Kong", "28 Nathan Road, Kowloon", "28 Rua do Campo, Macau",
    "P.O. Box 2847, Nanning",
    "No. 148, Minzu Road, Nanning", "59 JINHU ROAD", "28NATHANROAD", "Rm 1808, Jinhu Plaza, 59 Jinhu Rd.",
)  # fmt: skip
"""Addresses as they are written in Latin letters."""


@functools.cache
def spellings(kind: str) -> tuple[Spelling, ...]:
    """
    Return every spelling of the secrets of one kind, each once.
    """
    found: dict[str, Spelling] = {}
    for secret in SECRETS[kind]:
        core = _bare(secret.partition("@")[0] if kind == "e-mail" else secret.removeprefix("桂"))
        for text in _WAYS.get(kind, _numbers)(secret):
            spelling = text if isinstance(text, Spelling) else Spelling(text, core)
            if not whole(spelling, spelling.text):  # a word stands inside the number
                spelling = Spelling(spelling.text, _bare(spelling.text))
            found.setdefault(spelling.text, spelling)
    if kind == "address":
        ways = [text for road in ROADS for text in (road, f"地址：{road}", f"{road}（宿舍）")]
        found |= {text: Spelling(text, _bare(text)) for text in ways}
    return tuple(found.values())


class Holder:
    """
    An object of somebody else that shows a secret by its own repr.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return f"Holder({self.text})"


CARRIERS: Final[Mapping[str, Callable[[str], object]]] = {
    "tuple": lambda text: (text,),
    "list": lambda text: [[text]],
    "mapping": lambda text: {"证书": text},
    "key": lambda text: {text: 1},
    "set": lambda text: frozenset({text}),
    "bytes": str.encode,
    "buffer": lambda text: memoryview(bytearray(text.encode())),
    "object": Holder,
    "exception": ValueError,
    "namespace": lambda text: types.SimpleNamespace(number=text),
    "path": pathlib.PurePosixPath,
    "type": lambda text: type(text, (), {})(),
    "letters": list,
}
"""What a secret may stand in that is no text."""
