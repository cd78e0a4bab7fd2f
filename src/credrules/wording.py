"""
Findings as messages and as plain data: parameters filled in, places named, identifiers masked.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any, Final, TypeAlias, cast

from credrules.catalogue import RULES, Rule
from credrules.masking import masked_str, shown_params, shown_repr, shown_text
from credrules.values import Figure, FrozenMap, Label, Lang

__all__ = ["Path", "Step", "as_data", "as_typed_data", "filled", "path_text", "place_text", "where"]
__dir__ = __all__.copy

Step: TypeAlias = str | int | tuple[str, ...]
"""One step of a path: a key, a position counted from 0, or a heading of a table with its group above it."""

Path: TypeAlias = tuple[Step, ...]
"""A place in a record or a table."""


def where(path: Path) -> str:
    """
    Return a path in one line for a repr.
    """
    return "/".join(map(_step, path))


def _step(step: object) -> str:
    # A data row may be taken for headings, so they are masked; under a group a heading is a pair.
    if type(step) is tuple:
        return "·".join(map(_step, step))
    return shown_text(step) if type(step) is str else masked_str(step)


# No parameter holds lists in lists in lists; what does is described.
_DEEPEST: Final = 8


def _words(value: object, lang: Lang, *, levels: int = _DEEPEST) -> str:
    # Types decide, not objects: a host may pass on anything its users gave it.
    kind = type(value)
    if kind is Label or kind is Figure:
        return cast("Label | Figure", value).text(lang)
    if issubclass(kind, (tuple, list)):
        if not levels:
            return shown_repr(value)
        return ("、" if lang == "zh" else ", ").join(_words(item, lang, levels=levels - 1) for item in _items(value))
    if issubclass(kind, enum.Enum):
        return _words(cast("enum.Enum", value).value, lang)
    return masked_str(value)


def _items(value: Any) -> tuple[object, ...]:  # noqa: ANN401  # a tuple or a list, as its type has shown
    return tuple.__getitem__(value, slice(None)) if issubclass(type(value), tuple) else tuple(list.copy(value))


class _Params(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def filled(row: Rule, lang: Lang, params: Mapping[str, Any]) -> str:
    """
    Return the wording of a catalogue row with its parameters filled in.
    """
    # Parameters are masked, the authored wording is not: it may cite GB 11643-1999.
    shown = _Params({key: _words(item, lang) for key, item in params.items()})
    # The parameter `cause` names another finding; its message is made with the
    # remaining parameters, so it cannot name itself again.
    shown["basis"] = _BASIS[basis].text(lang) if (basis := shown.get("basis", "")) in _BASIS else ""
    cause = RULES.get(shown.get("cause", ""))
    if cause is not None:
        shown["cause"] = filled(cause, lang, {key: item for key, item in params.items() if key != "cause"})
    return row.template(lang).format_map(shown)


# How it is known that an empty field must be filled; STATED needs no remark.
_BASIS: Final[FrozenMap[str, Label]] = FrozenMap(
    {
        "assumed": Label("（本库推定为必填）", " (mandatory is an assumption of this library)"),
        "deduced": Label("（由原文推出为必填）", " (mandatory follows from the text)"),
    }
)


def as_data(value: object, lang: Lang | None, *, levels: int = _DEEPEST) -> Any:  # noqa: ANN401  # JSON data of any shape
    """
    Return a parameter as plain data; a text that may be an identifier is masked.
    """
    kind = type(value)
    if kind is Label:
        label = cast("Label", value)
        return label.text(lang) if lang else {"zh": label.zh, "en": label.en}
    if issubclass(kind, (tuple, list)):
        return [as_data(item, lang, levels=levels - 1) for item in _items(value)] if levels else shown_repr(value)
    if issubclass(kind, enum.Enum):
        return as_data(cast("enum.Enum", value).value, lang)
    harmless = value is None or kind is bool or (kind is int and abs(cast("int", value)) < _SMALL)
    return value if harmless else masked_str(value)


# A longer number may be an identifier and is shown masked.
_SMALL: Final = 1_000_000


def as_typed_data(value: object, lang: Lang | None, *, levels: int = _DEEPEST) -> Any:  # noqa: ANN401  # JSON data of any shape
    """
    Return what someone typed, or should have typed, as plain data: masked as carefully as in a repr.
    """
    if issubclass(type(value), (tuple, list)):
        if not levels:
            return shown_repr(value)
        items = cast("tuple[object, ...]", shown_params(_items(value)))
        return [as_typed_data(item, lang, levels=levels - 1) for item in items]
    plain = as_data(value, lang)
    kind = type(plain)
    if kind is str:
        return shown_text(plain)
    return shown_text(str(plain)) if kind is int and abs(plain) >= _SHORT else plain


# A certificate number may have five digits.
_SHORT: Final = 10_000


def path_text(path: Path) -> str:
    """
    Return a path as text for people, numbers counted from one, with a colon after it.

    >>> path_text(("titles", 0, "issued_on"))
    'titles[1].issued_on: '
    """
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{_step(step)}"
    return text.removeprefix(".") + ": " if text else ""


def place_text(path: Path, lang: Lang) -> str:
    """
    Return a path in words, numbers counted from one: the name of a place if no form gives its labels.

    >>> place_text(("titles", 0, "issued_on"), "zh"), place_text(("titles", 0), "en")
    ('titles 第1条 issued_on', 'titles no. 1')
    """
    count = Label("第{}条", "no. {}").text(lang)
    return " ".join(count.format(step + 1) if isinstance(step, int) else _step(step) for step in path)
