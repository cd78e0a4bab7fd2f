"""
Small frozen values that all other modules build on.

Nothing here knows a rule. `Label` is a text in both languages, `FrozenMap` a
mapping that hashes and pickles, `Severity` and `Evidence` state how much
weight a finding or a fact has.
"""

from __future__ import annotations

import datetime as dt
import enum
import math
import numbers
from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from decimal import Decimal
from typing import Any, Final, Literal, NoReturn, Self, TypeAlias, TypeVar, cast, overload

from attrs import frozen

from credrules._lazy import loader
from credrules.masking import masked_repr, name_of_type, own_text, shown_key

__all__ = [
    "EMPTY",
    "LANGS",
    "Confidence",
    "D",
    "Evidence",
    "Figure",
    "FrozenMap",
    "K",
    "Label",
    "Lang",
    "PublicMap",
    "Severity",
    "V",
    "Worded",
    "WordedText",
    "exact_day",
    "exact_int",
    "exact_number",
    "exact_text",
    "frozen_map",
    "is_missing",
    "public_map",
    "refuse_language",
]
__dir__ = __all__.copy

Lang: TypeAlias = Literal["zh", "en"]
LANGS: Final[tuple[Lang, ...]] = ("zh", "en")

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")


def exact_day(on: object) -> dt.date | None:
    """
    Return the day of a date or a datetime as a plain date, None for any other object.

    A datetime is a date in Python but cannot be compared with one.

    >>> exact_day(dt.datetime(2012, 6, 1, 8, 30)), exact_day("2012-06-01")
    (datetime.date(2012, 6, 1), None)
    """
    kind = type(on)
    if kind is dt.date:
        return cast("dt.date", on)
    if not issubclass(kind, dt.date) or is_missing(on):
        return None
    return dt.date.fromordinal(dt.date.toordinal(cast("dt.date", on)))


class Severity(enum.Enum):
    """
    How serious a finding is.

    ERROR: must be corrected. WARNING: unusual or a likely slip, a person decides.
    INFO: worth knowing, needs no action.

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


# The messages of errors are defined one layer up: the module is loaded when an error occurs.
_error_about: Final = loader("credrules", {"unknown_language": "findings"})


def refuse_language(lang: object) -> NoReturn:
    """
    Raise the CredrulesError about a language that is neither zh nor en.
    """
    raise cast("Callable[[object], Exception]", _error_about("unknown_language"))(lang)


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
        Return the text in `lang` (`"zh"` or `"en"`); CredrulesError for any other language.
        """
        if lang == "zh":
            return self.zh
        if lang != "en":
            refuse_language(lang)
        return self.en


class Worded(enum.Enum):
    """
    An enum whose members have words: value, Chinese, English.

    >>> class Side(Worded):
    ...     LEFT = "left", "左", "on the left"
    >>> Side.LEFT.value, Side("left").label.zh
    ('left', '左')
    """

    label: Label

    def __new__(cls, value: str, zh: str = "", en: str = "") -> Self:
        """
        Make a member; `Side("left")` alone finds one, for which the words are not needed.
        """
        member = str.__new__(cls, value) if issubclass(cls, str) else object.__new__(cls)  # type: ignore[redundant-expr]  # WordedText is a text
        member._value_ = value
        member.label = Label(zh, en)
        return member

    @enum.property
    def value(self) -> str:
        """
        The member in codes, as plain data has it.
        """
        return str(self._value_)


class WordedText(str, Worded):
    """
    An enum whose members are texts that have words: a member equals its value.

    >>> class Side(WordedText):
    ...     LEFT = "left", "左", "on the left"
    >>> Side.LEFT == "left", str(Side.LEFT), Side("left").label.en
    (True, 'left', 'on the left')
    """

    __str__ = str.__str__


class Figure(str):
    """
    An exact amount as a text; a fraction is rounded in messages, since no one studies 178/3 hours.

    >>> Figure("178/3") == "178/3", Figure("178/3").text("zh"), Figure("1/3").text("en"), Figure("7.5").text("en")
    (True, '约 59.33', 'about 0.33', '7.5')
    """

    __slots__ = ()

    def text(self, lang: Lang = "zh") -> str:
        """
        Return the figure for a message: whole numbers and finite decimals as they are, a fraction with two decimals.
        """
        about = Label("约 ", "about ").text(lang)
        above, _, below = self.partition("/")
        if not below:
            return str(self)
        whole, rest = divmod((int(above) * 200 // int(below) + 1) // 2, 100)
        rounded = f"{whole}.{rest:02}".rstrip("0").rstrip(".")
        return about + rounded


_ABSENT: Final = object()


class FrozenMap(Mapping[K, V]):
    """
    A mapping that cannot change, compares by value, hashes and pickles.

    >>> FrozenMap(a=1) == {"a": 1}
    True
    """

    __slots__ = ("_items",)

    _items: dict[K, V]

    def __init__(self, items: Mapping[K, V] | None = None, /, **more: V) -> None:
        merged: dict[K, V] = {} if items is None else dict(items)
        merged.update(more)  # type: ignore[arg-type]  # keyword use implies K is str
        object.__setattr__(self, "_items", merged)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("FrozenMap cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("FrozenMap cannot be changed")

    def __getitem__(self, key: K) -> V:
        found = self._items.get(key, _ABSENT)
        if found is _ABSENT:
            raise KeyError(shown_key(key))
        return found  # type: ignore[return-value]  # a value, as just seen

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    # Mapping derives these from the three above in Python; the dict does it in C.

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def keys(self) -> KeysView[K]:
        """
        Return a view of the keys, in order.
        """
        return self._items.keys()

    def values(self) -> ValuesView[V]:
        """
        Return a view of the values, in order.
        """
        return self._items.values()

    def items(self) -> ItemsView[K, V]:
        """
        Return a view of the pairs, in order.
        """
        return self._items.items()

    @overload
    def get(self, key: K, /) -> V | None: ...

    @overload
    def get(self, key: K, /, default: V | D) -> V | D: ...

    def get(self, key: K, /, default: object = None) -> object:
        """
        Return the value of `key`, or `default` if there is none.
        """
        return self._items.get(key, default)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({masked_repr(self._items)})"

    def __reduce__(self) -> tuple[type[FrozenMap[K, V]], tuple[dict[K, V]]]:
        return FrozenMap, (dict(self._items),)


class PublicMap(FrozenMap[K, V]):
    """
    A `FrozenMap` of public data, such as the columns of a code table: its repr masks nothing.

    >>> FrozenMap(code="452100452100"), PublicMap(code="452100452100")
    (FrozenMap({'code': '452*******00'}), PublicMap({'code': '452100452100'}))
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"PublicMap({dict(self)!r})"

    def __reduce__(self) -> tuple[type[FrozenMap[K, V]], tuple[dict[K, V]]]:
        return PublicMap, (dict(self),)


def public_map(items: Mapping[Any, Any]) -> PublicMap[Any, Any]:
    """
    Freeze a mapping of public data: the converter of attrs fields that keep a `PublicMap`.

    >>> public_map({"level": "county"})
    PublicMap({'level': 'county'})
    """
    return items if type(items) is PublicMap else PublicMap(items)


def frozen_map(items: Mapping[Any, Any]) -> FrozenMap[Any, Any]:
    """
    Freeze a mapping: the converter of attrs fields that take any mapping and keep a `FrozenMap`.

    Type checkers cannot see through a generic converter, hence the plain types.

    >>> frozen_map({"a": 1})
    FrozenMap({'a': 1})
    """
    return items if type(items) is FrozenMap else FrozenMap(items)


EMPTY: Final[FrozenMap[Any, Any]] = FrozenMap()
"""The empty mapping, the default of fields that hold a mapping."""


def exact_text(value: object) -> str | None:
    """
    Return a text as a plain `str`, None for any other object.

    Looks at the type alone, so an object that pretends to be a text or whose
    own methods raise does no harm.

    >>> exact_text("a"), exact_text(1)
    ('a', None)
    """
    if type(value) is str:
        return value
    return own_text(value) if issubclass(type(value), str) else None


def exact_int(value: object) -> int | None:
    """
    Return a whole number (also `12.0`, `Decimal("12")`, a NumPy integer) as `int`, else None.

    Truth values do not count as numbers.

    >>> exact_int(12.0), exact_int(12.5), exact_int(True), exact_int("12")
    (12, None, None, None)
    """
    kind = type(value)
    if kind is int:
        return value  # type: ignore[return-value]  # an int, as just seen
    if kind is bool:
        return None
    if issubclass(kind, int):
        return int.__int__(value)  # type: ignore[arg-type]  # an int, as just seen
    if issubclass(kind, float):
        number = float.__float__(value)  # type: ignore[arg-type]  # a float, as just seen
        return int(number) if number.is_integer() else None
    if kind is Decimal:
        return _whole_decimal(value)  # type: ignore[arg-type]  # a Decimal, as just seen
    return _foreign_int(value)


def _whole_decimal(value: Decimal) -> int | None:
    # A Decimal of a few characters may mean a number of a million digits.
    short = value.is_finite() and value.adjusted() <= 60
    return int(value) if short and value == value.to_integral_value() else None


def _foreign_int(value: object) -> int | None:
    try:
        number = value.__index__() if issubclass(type(value), numbers.Integral) else None  # type: ignore[attr-defined]  # Integral
    except Exception:  # noqa: BLE001  # a foreign number's methods may raise anything
        return None
    return number if type(number) is int else None


def exact_number(value: object) -> float | Decimal | None:
    """
    Return a finite `float` or `Decimal` as it is, None for any other object.

    >>> exact_number(1.5), exact_number(float("inf")), exact_number("1.5")
    (1.5, None, None)
    """
    if issubclass(type(value), float):
        number = float.__float__(value)  # type: ignore[arg-type]  # a float, as just seen
        return number if math.isfinite(number) else None
    if type(value) is Decimal and value.is_finite():
        return value
    return None


def is_missing(value: object) -> bool:
    """
    Return whether an object means an empty cell: None, NaN, pandas NA and NaT.

    A blank text is a text; `credrules.text.read_text` sees that it is empty.

    >>> is_missing(None), is_missing(float("nan")), is_missing(0), is_missing("")
    (True, True, False, False)
    """
    kind = type(value)
    if value is None or name_of_type(kind) in {"NAType", "NaTType"}:
        return True
    if issubclass(kind, float):
        number = float.__float__(value)  # type: ignore[arg-type]  # a float, as just seen
        return number != number  # noqa: PLR0124  # the test for NaN
    return kind is Decimal and value.is_nan()  # type: ignore[attr-defined]  # a Decimal, as just seen
