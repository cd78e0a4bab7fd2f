"""
Objects that nobody should pass and somebody does.

`plain` are odd but honest values; `liars` are objects whose own methods raise
or deceive. A check must answer all of them with a report.
"""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import fractions
from collections import ChainMap, OrderedDict, UserDict, UserString, deque
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, NoReturn

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa


class Refusal(Exception):  # noqa: N818  # not an error of the library
    """
    What hostile methods raise.
    """


def _refuse(*_: object, **__: object) -> NoReturn:
    raise Refusal


def _hostile_class(name: str, base: type, *methods: str) -> type:
    return type(name, (base,), dict.fromkeys(methods, _refuse))


COMPARISON = ("__eq__", "__ne__", "__lt__", "__gt__", "__le__", "__ge__", "__hash__", "__bool__")
TEXTUAL = ("__str__", "__repr__", "__format__", "__bytes__")
CONTAINER = ("__len__", "__iter__", "__contains__", "__getitem__", "__reversed__", "__length_hint__")
NUMERIC = ("__int__", "__float__", "__index__", "__round__", "__trunc__", "__floor__", "__abs__", "__neg__")
EVERYTHING = (*COMPARISON, *TEXTUAL, *CONTAINER, *NUMERIC, "__getattr__", "__call__", "__sizeof__", "__copy__")

TEXT_METHODS = ("strip", "upper", "lower", "translate", "isascii", "isdigit", "isspace", "encode", "split", "replace")
MAPPING_METHODS = ("keys", "values", "items", "get")
DATE_METHODS = ("isoformat", "toordinal", "date", "strftime", "timetuple", "replace")


class ClassLiar:
    """
    Claims to be a text and is none; asking for its class may also raise.
    """

    @property
    def __class__(self) -> type:
        return str

    @__class__.setter
    def __class__(self, value: type) -> None:
        raise Refusal


class ClassRaiser:
    """
    Raises when asked for its class.
    """

    @property
    def __class__(self) -> type:
        raise Refusal

    @__class__.setter
    def __class__(self, value: type) -> None:
        raise Refusal


class ColdMeta(type):
    """
    A type whose name and instance check raise.
    """

    __name__ = property(_refuse)
    __instancecheck__ = _refuse
    __subclasscheck__ = _refuse


class ColdThing(metaclass=ColdMeta):
    """
    An instance of a hostile type.
    """


class Colour(enum.Enum):
    """
    An enum of somebody else.
    """

    RED = "red"


class EndlessText(str):
    """
    Says it is enormous.
    """

    __slots__ = ()

    def __len__(self) -> int:
        return 2**62


class StaleDict(dict[Any, Any]):
    """
    Lists keys that it does not have.
    """

    def __iter__(self) -> Iterator[Any]:
        return iter(("name", "姓名", "basic"))

    def keys(self) -> Any:  # noqa: ANN401  # deliberately no view
        """
        Return keys that are not there.
        """
        return ["name", "basic"]


class OddPairs(dict[Any, Any]):
    """
    Has items that are no pairs.
    """

    def items(self) -> Any:  # noqa: ANN401  # deliberately no view
        """
        Return what nobody can unpack.
        """
        return [1, (1,), (1, 2, 3), None]


class ListKeys(dict[Any, Any]):
    """
    Has keys that no mapping can have.
    """

    def items(self) -> Any:  # noqa: ANN401  # deliberately no view
        """
        Return pairs whose keys cannot be hashed.
        """
        return [("姓名", "张三"), ([], 1), ({}, 2)]


class BrokenPairs(dict[Any, Any]):
    """
    Raises in the middle of its items.
    """

    def items(self) -> Any:  # noqa: ANN401  # deliberately no view
        """
        Return one pair, then raise.
        """
        yield "姓名", "张三"
        _refuse()


class OwnItems(list[Any]):
    """
    Holds itself while it is iterated, and lies about its length.
    """

    def __iter__(self) -> Iterator[Any]:
        return iter([self])

    def __len__(self) -> int:
        return 10**12


class EqualMeta(type):
    """
    A type that cannot be compared with another, nor be a key.
    """

    __eq__ = _refuse
    __hash__ = _refuse


class Incomparable(metaclass=EqualMeta):
    """
    An instance of such a type.
    """


class EveryAttribute:
    """
    Has every attribute, and each of them is itself, callable and iterable.
    """

    def __getattr__(self, name: str) -> EveryAttribute:
        return self

    def __call__(self, *_: object, **__: object) -> EveryAttribute:
        """
        Return itself.
        """
        return self

    def __iter__(self) -> Iterator[EveryAttribute]:
        return iter((self,))


class LostZone(dt.tzinfo):
    """
    A time zone that does not know its offset.
    """

    utcoffset = dst = tzname = _refuse


class NumberedText(enum.StrEnum):
    """
    A text and a member of an enum.
    """

    NUMBER = "450000199307010014"


def _of_tables() -> tuple[object, ...]:
    """
    Return scalars and tables of the libraries for tables.
    """
    return (
        pd.NA, pd.NaT, pd.Timestamp("1993-07-01", tz="Asia/Shanghai"), pd.Timestamp.max, pd.Period("1993-07"),
        pd.Interval(0, 1), pd.Series(["张三"]), pd.Series([pd.NA, None]), pd.DataFrame({"姓名": ["张三"]}),
        pd.DataFrame(), np.int64(5), np.float64("nan"), np.str_("张三"), np.bytes_(b"x"), np.datetime64("1993-07-01"),
        np.datetime64("NaT"),
        np.datetime64("9999999-01-01"), np.array([1, 2]), np.array([]), np.array("张三"), np.ma.masked, np.void(b"abc"),
        pl.Series(["张三"]), pl.DataFrame({"姓名": ["张三"]}), pl.lit(1), pa.array(["张三"]), pa.scalar("张三"),
        {"姓名": pd.NA}, [pd.NaT, pd.NA], {"姓名": np.array([1, 2])},
        [np.array([1, 2])],
        {"学时": decimal.Decimal("sNaN")},
    )  # fmt: skip


def _recursive() -> tuple[list[Any], dict[str, Any]]:
    ring: list[Any] = []
    ring.append(ring)
    loop: dict[str, Any] = {}
    loop["basic"] = loop
    loop["姓名"] = [loop]
    return ring, loop


def _deep(levels: int) -> list[Any]:
    node: list[Any] = []
    for _ in range(levels):
        node = [node]
    return node


def plain() -> tuple[object, ...]:
    """
    Return odd but honest values: numbers at the edge, bytes, nests, long and strange texts.
    """
    ring, loop = _recursive()
    return (
        None, True, False, 0, -1, 1, 10**18, 10**400, -(10**5000), 2**63, 1.5, -0.0, 1e308, 5e-324,
        float("nan"), float("inf"), float("-inf"), 1 + 2j, decimal.Decimal("NaN"), decimal.Decimal("sNaN"),
        decimal.Decimal("Infinity"), decimal.Decimal("1E+999999"), decimal.Decimal("1993.07"),
        fractions.Fraction(1, 3), b"450000", bytearray(b"x"), memoryview(b"y"), (), [], {}, set(), frozenset({1}),
        range(10**9), [None] * 3, ring, loop, _deep(2_000), {"basic": {"name": object()}}, {1: 2, None: 3, (): []},
        {"姓名": {"姓名": "张三"}}, {"awards": "x", "奖励信息": [1, None, {}, []]}, OrderedDict(a=1), UserDict(a=1),
        UserString("张三"), object(), object, int, type, len, lambda: None, Ellipsis, NotImplemented, Colour.RED,
        dt.date(1993, 7, 1), dt.date.min, dt.date.max, dt.datetime(1993, 7, 1, 8, 30), dt.time(8), dt.timedelta(1),  # noqa: DTZ001  # a naive moment, as spreadsheets give it
        dt.UTC, iter(()), (i for i in range(3)), ValueError("x"), "", " ", "\u3000", "\x00", "\ud800",
        "\ud83d", "a\ud800b" * 40, "\U0010ffff", "\u202e450000", "\u0301" * 300, "e\u0301", "ﷺ" * 50, "㍿", "½", "²",
        "௧௨௩", "٤٥٠", "४५०", "𝟒𝟓𝟎", "〇一二三", "９" * 18, "-" * 10_000, "1" * 100_000, "x" * 1_000_000, "\n" * 10_000,
        "(" * 5_000, "@" * 5_000, "a@" * 5_000, "." * 10_000, "年" * 10_000, "1993年" * 2_000, "19930701" * 1_000,
        "张·" * 5_000, "4.50103E+17", "1e400", "nan", "inf", "None", "NULL", "#N/A", "#REF!", "=A1+1", "%s%n{0}{code}",
        dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=23))), dt.datetime.max.replace(tzinfo=dt.UTC),
        {"年度": 10**5000}, {"\ud800": "\ud800"}, {"姓名\x00": "张\x00三"},
        "1" * 4301, "９" * 4301 + "年", "一" * 4301,
        "1e" + "9" * 400, "²" * 5000, memoryview(b"abcdef").cast("H"), MappingProxyType({"姓名": 1}),
        ChainMap({"a": 1}), deque([{}]), {}.keys(), {1: 2}.items(), slice(1), ExceptionGroup("x", [ValueError(1)]),
        fractions.Fraction(10**500, 3),
        *_of_tables(),
        "{value.__class__}", "../../x", "<b>", "'; drop table x; --", "0x1F", "1_000", "+86", "０", "至今",
    )  # fmt: skip


def liars() -> tuple[object, ...]:
    """
    Return objects whose methods raise or lie about what they are.
    """
    hostile_text = _hostile_class("HostileText", str, *COMPARISON, *TEXTUAL, *CONTAINER, *TEXT_METHODS)
    hostile_date = _hostile_class("HostileDate", dt.date, *DATE_METHODS, "__eq__", "__hash__", "__str__", "__repr__")
    hostile_dict = _hostile_class("HostileDict", dict, *MAPPING_METHODS, *CONTAINER, *COMPARISON, *TEXTUAL)
    key_hater = _hostile_class("KeyHater", dict, "__contains__", "__getitem__", "get")
    singles = [_hostile_class(f"Raises{name.strip('_')}", object, name)() for name in EVERYTHING]
    raising_property = type("RaisingAttributes", (), {"__getattribute__": _refuse})
    return (
        *singles,
        _hostile_class("HostileAll", object, *EVERYTHING)(),
        raising_property(),
        hostile_text("450000199307010014"),
        hostile_text(""),
        _hostile_class("EqualText", str, "__eq__", "__hash__")("450000199307010014"),
        EndlessText("450000199307010014"),
        hostile_date(1993, 7, 1),
        hostile_dict(basic={"name": "张三"}),
        key_hater(basic={"name": "张三"}),
        StaleDict(),
        {"basic": hostile_dict(name=1)},
        {"basic": {"name": hostile_text("张三"), "id_number": ClassRaiser()}},
        {"姓名": ClassLiar()},
        {"educations": _hostile_class("HostileList", list, *CONTAINER)([{}])},
        _hostile_class("HostileInt", int, *NUMERIC, *COMPARISON, *TEXTUAL)(199307),
        _hostile_class("HostileFloat", float, *NUMERIC, *COMPARISON, *TEXTUAL)(199307.0),
        _hostile_class("HostileList", list, *CONTAINER, *COMPARISON)([1]),
        _hostile_class("HostileTuple", tuple, *CONTAINER, *COMPARISON)((1,)),
        ClassLiar(),
        ClassRaiser(),
        ColdThing(),
        ColdThing,
        OddPairs(a=1),
        ListKeys(),
        BrokenPairs(),
        OwnItems([{}]),
        Incomparable(),
        Incomparable,
        {"姓名": Incomparable()},
        EveryAttribute(),
        {"basic": EveryAttribute()},
        dt.datetime(1993, 7, 1, tzinfo=LostZone()),
        dt.time(8, tzinfo=LostZone()),
        NumberedText.NUMBER,
        _hostile_class("HostileDecimal", decimal.Decimal, *NUMERIC, *COMPARISON, *TEXTUAL, "is_finite", "is_nan")(
            "1993.07"
        ),
        {"basic": ColdThing()},
    )


def everything() -> tuple[object, ...]:
    """
    Return all of them.
    """
    return (*plain(), *liars())
