"""
Invented secrets and the many ways to write each of them.

Nothing here is a list of examples that somebody thought of: a few small
functions spell one number in another script, with other signs between its
groups, inside other words. `spellings(kind)` crosses them.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from attrs import frozen

SECRETS: Final[Mapping[str, tuple[str, ...]]] = {
    "identity number": ("450000199307010014", "45000019930701001X", "450000930701001"),
    "credit code": ("91450000MA5K00001Q", "12450000000000000A"),
    "phone": ("13800001234", "07710001234"),
    "certificate number": ("2013034567", "GX201300345", "A034512", "桂20130345"),
    "e-mail": ("zhangsan@example.org", "li.xiao_88@mail.example.cn"),
    "address": ("甲市乙区民族大道88号2栋301室", "某县某乡某村3组12号", "甲市建设路十八号五单元二〇一室"),
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
    return text.translate(_BARE)


class _Bare(dict[int, str]):
    """
    Character -> what a reader puts together of it: digits, small letters, and the asterisks of a masker.
    """

    def __missing__(self, code: int) -> str:
        found = []
        for char in unicodedata.normalize("NFKC", chr(code)):
            number = unicodedata.digit(char, None)
            if number is not None:
                found.append(str(number))
            elif char.isalnum() or char == "*":
                found.append(char.lower())
        self[code] = "".join(found)
        return self[code]


_BARE: Final = _Bare()


# --- other figures ------------------------------------------------------------------------------


def _moved(zero: int) -> Callable[[str], str]:
    return lambda text: "".join(chr(zero + int(char)) if "0" <= char <= "9" else char for char in text)


def _by(table: str) -> Callable[[str], str]:
    return lambda text: "".join(table[int(char)] if "0" <= char <= "9" else char for char in text)


def _after(mark: str) -> Callable[[str], str]:
    return lambda text: "".join(char + mark if char.isdigit() else char for char in text)


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
)

GAPS: Final = (
    " ", "-", "/", "_", "·", ".", ",", "，", "、", "\u3000", "\xa0", "\u2009", "\t", "\n", "\r\n", "—", "–", "\\", "|",
    "~", ":", "：", "•", "・", "\u2028", "\u200b", "\xad", "\ufeff", "  ", " - ", "+", "=", "\u2212",
)  # fmt: skip


def _grouped(text: str, size: int, gap: str) -> str:
    return gap.join(text[place : place + size] for place in range(0, len(text), size))


def _around() -> Iterator[Callable[[str], str]]:
    for before, after in (
        ("", ""), (" ", " "), ("（", "）"), ("〔", "〕"), ("第", "号"),
        ("证书编号：", "。"), ("张三", "李四"), ("“", "”"), ("No. ", "."),
        ("见\n", "\n"), ("tel:", ";"), ("<b>", "</b>"), ("#", "#"), ("'", "'"), ("桂人字", "号"),
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


def _certificates(number: str) -> Iterator[str]:
    yield from _numbers(number)
    if not number[0].isdecimal():
        letters = number.rstrip("0123456789")
        figures = number.removeprefix(letters)
        yield from (f"{letters}{sign}{figures}" for sign in ("/", "-", " ", "_", "字第", "证字", "字〔", ":", "№"))
        yield from (f"{letters}/{figures[:4]}/{figures[4:]}", f"{letters}职字〔{figures[:4]}〕{figures[4:]}号")


def _emails(address: str) -> Iterator[str]:
    local, _, domain = address.partition("@")
    for sign in ("@", " @", "@ ", " @ ", "＠", "﹫", " ＠ ", "\n@", "@\n", "\u3000@", "\u200b@", "@\u200b", "\xa0@\xa0",
                 "(at)", "[at]", " at ", "（at）", "{at}", " AT ", "<at>", "[@]", "(@)", "@@", "#"):  # fmt: skip
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


def _addresses(place: str) -> Iterator[str]:
    yield from (wrap(place) for wrap in AROUND)
    yield from (spell(place) for spell in FIGURES)
    yield from (
        _grouped(place, size, gap) for size, gap in itertools.product((2, 4), (" ", "\u3000", "\n", "\t", "\xa0"))
    )
    yield from (gap.join(_parts(place)) for gap in (" ", "，", ",", "-", "\u3000", "\n", "、", "/"))
    yield from (f"{place}（{word}）" for word in ("宿舍", "一楼", "老房", "自建房"))
    yield from (f"{word}{place}" for word in ("地址：", "住址", "现住", "户籍所在地为", "家住", "广西南宁市"))
    yield from (f"{place}{word}" for word in ("张三收", "附近", "，邮编530000", "旁"))


def _parts(place: str) -> list[str]:
    parts = [""]
    for char in place:
        parts[-1] += char
        if char in "市区县乡村道路号栋组室元":
            parts.append("")
    return [part for part in parts if part]


_WAYS: Final[Mapping[str, Callable[[str], Iterator[str]]]] = {
    "certificate number": _certificates,
    "e-mail": _emails,
    "address": _addresses,
}


@functools.cache
def spellings(kind: str) -> tuple[Spelling, ...]:
    """
    Return every spelling of the secrets of one kind, each once.
    """
    found: dict[str, Spelling] = {}
    for secret in SECRETS[kind]:
        core = _bare(secret.partition("@")[0] if kind == "e-mail" else secret.removeprefix("桂"))
        for text in _WAYS.get(kind, _numbers)(secret):
            found.setdefault(text, Spelling(text, core))
    return tuple(found.values())
