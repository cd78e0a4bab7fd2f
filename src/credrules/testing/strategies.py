"""
Hypothesis strategies that construct what the library accepts.

Nothing is filtered: numbers are drawn in parts and their check characters
computed, records are drawn field by field from the declarations. All people
are invented; ID numbers use the province-level address code 450000, which
belongs to no resident's county.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Final, TypeVar, cast

from hypothesis import strategies as st

from credrules import codes
from credrules.codes import CodeTable
from credrules.dates import PartialDate, Precision
from credrules.fields import FieldSpec, fields_of, sections_of
from credrules.identifiers import citizen_id, org_code, uscc
from credrules.leaves import AnyCodeLeaf, CodeLeaf, DateLeaf, FlagLeaf, IdentifierLeaf, NamesLeaf, NumberLeaf, TextLeaf

T = TypeVar("T")

_FIRST_DAY: Final = dt.date(1930, 1, 1)
_LAST_DAY: Final = dt.date(2010, 12, 31)
_SURNAMES: Final = "赵钱孙李周吴郑王冯陈韦黄覃农"
_GIVEN: Final = "一二三甲乙丙丁文武明华兰芳国强伟"
_WORDS: Final = ("甲市", "乙县", "第一", "第二", "中学", "医院", "水利局", "研究所", "数学", "教育", "临床")
_BODY: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def citizen_ids(
    *, births: st.SearchStrategy[dt.date] | None = None, sex: str | None = None, division: str = "450000"
) -> st.SearchStrategy[str]:
    """
    Return 18-digit citizen numbers that belong to nobody, with a right check digit.

    `births` draws the birth date, `sex` fixes the parity of the sequence
    (codes of GB/T 2261.1: "1" male, "2" female).
    """
    days = births if births is not None else st.dates(_FIRST_DAY, _LAST_DAY)
    numbers = st.integers(0, 499).map(lambda n: 2 * n + 1 if sex != "2" else 2 * n)
    if sex is None:
        numbers = st.integers(0, 999)
    return st.builds(lambda day, number: _with_check(f"{division}{day:%Y%m%d}{number:03}"), days, numbers)


def _with_check(body: str) -> str:
    return body + citizen_id.check_digit(body)


def org_codes() -> st.SearchStrategy[str]:
    """
    Return nine-character organisation codes in the self-defined range PDY00001 to PDY99999.
    """
    return st.integers(1, 99999).map(lambda n: f"PDY{n:05}").map(lambda body: body + org_code.check_digit(body))


def usccs() -> st.SearchStrategy[str]:
    """
    Return unified social credit codes of invented public institutions and enterprises in Guangxi.
    """
    heads = st.sampled_from(("12450000", "91450000", "51450000"))
    bodies = st.builds(lambda head, code: head + code, heads, org_codes())
    return bodies.map(lambda body: body + uscc.check_digit(body))


def mobiles() -> st.SearchStrategy[str]:
    """
    Return mobile numbers of the form 1380000nnnn.
    """
    return st.integers(0, 9999).map(lambda n: f"1380000{n:04}")


def person_names() -> st.SearchStrategy[str]:
    """
    Return invented Han names of two or three characters.
    """
    return st.builds(str.__add__, st.sampled_from(_SURNAMES), st.text(_GIVEN, min_size=1, max_size=2))


def partial_dates(precision: Precision = Precision.YEAR) -> st.SearchStrategy[PartialDate]:
    """
    Return partial dates at least as fine as `precision`, between 1930 and 2010.
    """
    year, month, day = (
        st.dates(_FIRST_DAY, _LAST_DAY).map(maker)
        for maker in (
            lambda d: PartialDate(d.year),
            lambda d: PartialDate(d.year, d.month),
            lambda d: PartialDate(d.year, d.month, d.day),
        )
    )
    return {Precision.YEAR: year | month | day, Precision.MONTH: month | day, Precision.DAY: day}[precision]


def table_codes(table: CodeTable) -> st.SearchStrategy[str]:
    """
    Return codes of a table.
    """
    return st.deferred(lambda: st.sampled_from([entry.code for entry in table]))


_IDENTIFIERS: Final[dict[str, Callable[[], st.SearchStrategy[str]]]] = {
    "citizen_id": citizen_ids,
    "mobile": mobiles,
    "landline": lambda: st.integers(0, 9999).map(lambda n: f"0771-000{n:04}"),
    "email": lambda: st.text("abcdefgh", min_size=1, max_size=8).map(lambda name: f"{name}@example.org"),
    "person_name": person_names,
    "certificate_number": lambda: st.integers(1, 999999).map(lambda n: f"03{n:06}"),
    "uscc": usccs,
    "org_code": org_codes,
}


def _identifiers(leaf: IdentifierLeaf) -> st.SearchStrategy[Any]:
    drawn = _IDENTIFIERS[leaf.name]()
    return drawn.map(lambda number: leaf.check(number).value)


def _numbers(leaf: NumberLeaf) -> st.SearchStrategy[Any]:
    if leaf.whole:
        return st.integers(int(leaf.least), int(leaf.most))
    return st.decimals(leaf.least, leaf.most, places=1)


def _codes(table: CodeTable) -> st.SearchStrategy[str]:
    # Divisions are many and their names drawn nowhere; one province will do.
    if table is codes.DIVISIONS:
        return st.sampled_from(["450000", "450100", "450103", "440000"])
    return table_codes(table)


def _any_code(leaf: AnyCodeLeaf) -> st.SearchStrategy[str]:
    return _codes(leaf.tables[0])


_BY_LEAF: Final[dict[type, Callable[[Any], st.SearchStrategy[Any]]]] = {
    TextLeaf: lambda _: st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map("".join),
    CodeLeaf: lambda leaf: _codes(leaf.table),
    AnyCodeLeaf: _any_code,
    DateLeaf: lambda leaf: partial_dates(leaf.precision),
    IdentifierLeaf: _identifiers,
    NumberLeaf: _numbers,
    FlagLeaf: lambda _: st.booleans(),
    NamesLeaf: lambda _: st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(tuple),
}


def values(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """
    Return typed values of one declared field.
    """
    return _BY_LEAF[type(spec.leaf)](spec.leaf)


def records(record: type[T], *, complete: bool = False, most: int = 3) -> st.SearchStrategy[T]:
    """
    Return records of a declared type: drafts with any fields empty, or `complete` ones.

    Every cell is readable; whether the cells agree with each other is another
    matter. Lists have at most `most` entries.
    """
    parts: dict[str, st.SearchStrategy[Any]] = {}
    for spec in fields_of(record):
        parts[spec.name] = values(spec) if complete else st.none() | values(spec)
    for part in sections_of(record):
        inner = records(part.record, complete=complete, most=most)
        parts[part.name] = st.lists(inner, max_size=most).map(tuple) if part.many else inner
    return cast("st.SearchStrategy[T]", st.builds(record, **parts))
