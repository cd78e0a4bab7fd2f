"""
Small frozen values that every floor above builds on.

Nothing here knows a rule. `Label` is a text in both languages, `FrozenMap` a
mapping that hashes and pickles, `Severity` and `Evidence` say how much weight
a finding or a fact has.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from typing import Final, Literal, TypeAlias, TypeVar

from attrs import frozen

Lang: TypeAlias = Literal["zh", "en"]
LANGUAGES: Final[tuple[Lang, ...]] = ("zh", "en")

K = TypeVar("K")
V = TypeVar("V")


class Severity(enum.Enum):
    """
    How much a finding weighs.

    ERROR: must not stand. WARNING: unusual or a likely slip, a person decides.
    INFO: worth knowing, asks for nothing.

    >>> Severity("error") is Severity.ERROR
    True
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Evidence(enum.Enum):
    """
    Where a rule comes from.

    STATED by the cited text; DEDUCED from it; ASSUMED by this library and to
    be confirmed; OUTSIDE: taken from another document than the system's own.
    """

    STATED = "stated"
    DEDUCED = "deduced"
    ASSUMED = "assumed"
    OUTSIDE = "outside"


class Confidence(enum.Enum):
    """
    How well a datum is attested.

    HIGH: two independent sources or the document itself; MEDIUM: one good
    source; LOW: one weak source or an interpretation.
    """

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@frozen
class Label:
    """
    One text in Chinese and English.

    >>> Label("证书编号", "certificate number").text("en")
    'certificate number'
    """

    zh: str
    en: str

    def text(self, lang: Lang = "zh") -> str:
        """
        Return the text in `lang` (`"zh"` or `"en"`).
        """
        return self.en if lang == "en" else self.zh


class FrozenMap(Mapping[K, V]):
    """
    A mapping that cannot change, compares by value, hashes and pickles.

    >>> FrozenMap(a=1) == {"a": 1}
    True
    """

    __slots__ = ("_items",)

    _items: dict[K, V]

    def __init__(self, items: Mapping[K, V] | None = None, /, **more: V) -> None:
        merged: dict[K, V] = dict(items or {})
        merged.update(more)  # type: ignore[arg-type]  # keyword use implies K is str
        object.__setattr__(self, "_items", merged)

    def __setattr__(self, name: str, value: object) -> None:
        message = "FrozenMap cannot be changed"
        raise AttributeError(message)

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"

    def __reduce__(self) -> tuple[type[FrozenMap[K, V]], tuple[dict[K, V]]]:
        return FrozenMap, (dict(self._items),)
