"""
What may be shown of an identifier.

One masker for every repr, message, parameter and exception of the library:
runs of letters and digits that could identify a person or a certificate keep
their edges and lose their middle, however they are spelled. Dates and short
codes stay readable.

`spotting` finds them as a reader sees the text; they are masked in the original.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sized
from typing import TYPE_CHECKING, Any, Final, cast

from credrules.care import Care, is_quiet

if TYPE_CHECKING:
    from credrules.spotting import Span

__all__ = [
    "Care",
    "mask",
    "mask_email",
    "mask_text",
    "masked_repr",
    "masked_str",
    "name_of_type",
    "own_text",
    "shown",
    "shown_cell",
    "shown_key",
    "shown_params",
    "shown_repr",
    "shown_text",
    "type_name",
]
__dir__ = __all__.copy

# Longer texts are not pieces of a number.
_LONGEST_PIECE: Final = 8
_SIGNS_OF_MAIL: Final = frozenset("@＠﹫")
_LONGEST_TEXT: Final = 60
_LONGEST_REPR: Final = 200
_YEAR_ALONE: Final = re.compile("(?:18|19|20|21|22)[0-9]{2}年?度?")


def mask(text: str, *, head: int = 6, tail: int = 4) -> str:
    """
    Replace the middle of `text` by asterisks, keeping `head` and `tail` characters.

    A text too short to keep both ends keeps about a third of itself, and never
    everything; what may not be shown of a text of another kind is not in its ends.

    >>> mask("450000199307010014")
    '450000********0014'
    >>> mask("0312345")
    '03****5'
    >>> mask("地址：甲市乙区民族大道88号")
    '地址************'
    """
    if not (text.isascii() and text.isalnum()):
        told = shown(text)
        text = told if len(told) == len(text) else "*" * len(text)
    return _ends(text, head, tail)


def _ends(text: str, head: int, tail: int) -> str:
    size = len(text)
    if size < head + tail + 4:
        head, tail = (size + 1) // 4, size // 5
    return text[:head] + "*" * (size - head - tail) + text[size - tail :]


def mask_email(text: str) -> str:
    """
    Keep the first letter and the domain of an e-mail address.

    >>> mask_email("zhangsan@example.org")
    'z*******@example.org'
    """
    return _with_masked(text, None)


def mask_text(text: str) -> str:
    """
    Mask every identifier-like run in the library's own words.

    >>> mask_text("身份证 450000199307010014, 生于 1993-07-01, 45000")
    '身份证 450000********0014, 生于 1993-07-01, 45000'
    """
    return shown(text, Care.WORDS)


def shown_text(text: str) -> str:
    """
    Return a text that someone typed as it may be shown; short certificate numbers are masked, too.

    >>> shown_text("桂职字〔2013〕0345号"), shown_text("2-02-15-01"), shown_text("1993年07月01日")
    ('桂职字〔20******5号', '2-02-15-01', '1993年07月01日')
    """
    return shown(text, Care.GIVEN)


def shown_cell(text: str) -> str:
    """
    Return the content of a cell that should hold something else as it may be shown; a person's name is masked, too.

    >>> shown_cell("张三丰"), shown_cell("汉族人"), shown_cell("A12345")
    ('张**', '汉族人', 'A****5')
    """
    return shown(text, Care.CELL)


def shown(text: str, care: Care = Care.GIVEN) -> str:
    """
    Return `text` as it may be shown: the one decision that every output of the library uses.

    >>> shown("４５００００ 19930701 ００14"), shown("甲市乙路88号2栋301室")
    ('４５００００**********００14', '甲市***********')
    """
    if care is not Care.CELL and is_quiet(text):
        return text
    return _with_masked(text, care)


# --- masking what was found ----------------------------------------------------------------------


def _with_masked(text: str, care: Care | None) -> str:
    from credrules import spotting  # noqa: PLC0415  # forty patterns, which an import alone need not compile

    seen, begins, ends = spotting.as_read(text)
    spans = spotting.email_spots(seen) if care is None else spotting.spots(seen, care)
    found = _disjoint(sorted(spans, key=lambda span: (span[0], -span[1])))
    if not found:
        return text
    parts: list[str] = []
    done = 0
    for begin, end, head, tail in found:
        first, last = begins[begin], ends[end - 1]
        parts += (text[done:first], _hidden_middle(text[first:last], head, tail))
        done = max(last, done)
    # Invisible characters must not remain between the pieces, where escaping would show them.
    return spotting.without_unseen("".join(parts) + text[done:])


def _disjoint(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if kept and span[0] < kept[-1][1]:
            begin, end, head, tail = kept[-1]
            if span[1] > end:
                kept[-1] = (begin, span[1], min(head, span[2]), min(tail, span[3]))
        else:
            kept.append(span)
    return kept


def _hidden_middle(part: str, head: int, tail: int) -> str:
    if tail == 0 or head < 6:  # a name, an address, the part of an e-mail before the sign
        return part[:head] + "*" * max(len(part) - head, 1)
    shown_part = _ends(part, head, tail)
    middle = len(shown_part) - len(shown_part.lstrip("*")) if shown_part.startswith("*") else shown_part.index("*")
    end = shown_part.rindex("*") + 1
    # A blank or dash beside the asterisks would leave a piece that looks like a number of its own.
    while middle and (not shown_part[middle - 1].isalnum() or _AFTER_FIGURES.fullmatch(shown_part[:middle])):
        middle -= 1
    while end < len(shown_part) and not shown_part[end].isalnum():
        end += 1
    return shown_part[:middle] + "*" * (end - middle) + shown_part[end:]


# A word after figures (12345年) would let the figures stand alone.
_AFTER_FIGURES: Final = re.compile("[0-9A-Za-z]+[^0-9A-Za-z]")


def masked_repr(value: object) -> str:
    """
    Return a short repr of any object in which no identifier is whole.

    >>> masked_repr("450000199307010014")
    "'450000********0014'"
    """
    if issubclass(type(value), str):
        text = own_text(value)
        return repr(mask_text(_cut(text, _LONGEST_TEXT)))
    try:
        text = str.__str__(repr(value))
    except Exception:  # noqa: BLE001  # a foreign object's repr may raise anything
        text = f"<{type_name(value)}>"
    return mask_text(_cut(text, _LONGEST_REPR))


def shown_repr(value: object, care: Care = Care.GIVEN) -> str:
    """
    Return a repr of what someone gave, masked as `shown_text` does or as `care` says.

    Whole mappings and sequences (a record with its names and addresses) are
    described by type and size only.

    >>> shown_repr("A12345"), shown_repr("1993年7月"), shown_repr({"address": "甲市乙路 1 号"})
    ("'A****5'", "'1993年7月'", '<dict of 1>')
    """
    kind = type(value)
    if any(kind is container for container in _CONTAINERS):
        return f"<{type_name(value)} of {len(cast('Sized', value))}>"
    if issubclass(kind, str):
        return repr(shown(_cut(own_text(value), _LONGEST_TEXT), care))
    return shown(masked_repr(value), care)


def shown_key(key: object, care: Care = Care.GIVEN) -> str:
    """
    Return a key, a heading or a name as an error may show it; any other object is described by its type.

    >>> shown_key("450000199307010014"), shown_key(7), shown_key(None)
    ('450000********0014', '<int>', '<NoneType>')
    """
    text = own_text(key) if issubclass(type(key), str) else f"<{type_name(key)[:40]}>"
    return shown(text[:_LONGEST_TEXT], care)


def shown_params(value: object, *, levels: int = 8) -> object:
    """
    Return a parameter of a finding with every text in it as it may be shown; a value that is not text is not changed.

    >>> shown_params(("甲公司", "13800001234")), shown_params(7)
    (('甲公司', '138******34'), 7)
    """
    if type(value) is tuple:
        if not levels:
            return shown_repr(value)
        texts = [item for item in value if type(item) is str and not _YEAR_ALONE.fullmatch(item)]
        together = " ".join(texts)[:_LONGEST_REPR]
        # A number or an address split into several texts is still what it was.
        split = all(len(item) <= _LONGEST_PIECE for item in texts) or not _SIGNS_OF_MAIL.isdisjoint(together)
        if len(texts) > 1 and split and shown_text(together) != together:
            return (shown_text(together), *(item for item in value if item not in texts))
        return tuple(shown_params(item, levels=levels - 1) for item in value)
    return shown_text(value[:_LONGEST_REPR]) if type(value) is str else value


_CONTAINERS: Final = (dict, list, tuple, set, frozenset)


def own_text(value: Any) -> str:  # noqa: ANN401  # a str of any subclass, which its type alone has shown
    """
    Return the text behind an object of a subclass of `str`, whatever its own methods return.
    """
    return str.__str__(value)


def masked_str(value: object) -> str:
    """
    Return any object as a reader would write it, without a whole identifier; never raises.

    Dates are written in ISO notation.

    >>> import datetime
    >>> masked_str(datetime.date(1993, 7, 1)), masked_str(450000199307010014)
    ('1993-07-01', '450000********0014')
    """
    try:
        isoformat = getattr(value, "isoformat", None)
        text = str.__str__(str(isoformat() if callable(isoformat) else value))
    except Exception:  # noqa: BLE001  # a foreign object's methods may raise anything
        text = f"<{type_name(value)}>"
    return mask_text(text)


def type_name(value: object) -> str:
    """
    Return the name of an object's type as it may be shown, whatever its metaclass does.

    >>> type_name([])
    'list'
    """
    return shown(name_of_type(type(value)))


def name_of_type(kind: type) -> str:
    """
    Return the name of a type, whatever its metaclass does; a host may have given it any, so it is not to be shown.
    """
    return _TYPE_NAME(kind)


_TYPE_NAME: Final[Callable[[type], str]] = type.__dict__["__name__"].__get__


def _cut(text: str, size: int) -> str:
    return text if len(text) <= size else text[: size - 3] + "..."
