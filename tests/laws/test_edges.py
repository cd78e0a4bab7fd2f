"""
Law 2 at the edges: keys, mappings, frames and arguments that deceive are answered as well.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from credrules import codes, frames, hours, rosters, text
from credrules.findings import CredrulesError, Finding, Report
from credrules.systems import guangdong_learning, guangxi
from tests.support import hostile

ON = dt.date(2012, 6, 1)
RULE = hours.requirement("广东", year=2016)


class UnequalText(str):
    """
    A key that is found by its hash and refuses to be compared.
    """

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        raise hostile.Refusal


class UnhashedText(str):
    """
    A text that cannot be a key.
    """

    __slots__ = ()

    def __hash__(self) -> int:
        raise hostile.Refusal


class Twin:
    """
    No text, but with the hash of one.
    """

    def __eq__(self, other: object) -> bool:
        raise hostile.Refusal

    def __hash__(self) -> int:
        return hash("name")


class OddItems(Mapping[Any, Any]):
    """
    A mapping whose items are whatever it was made of.
    """

    def __init__(self, items: Any) -> None:  # noqa: ANN401  # deliberately no pairs
        self._items = items

    def __getitem__(self, key: object) -> object:
        raise hostile.Refusal

    def __iter__(self) -> Iterator[Any]:
        raise hostile.Refusal

    def __len__(self) -> int:
        return 1

    def items(self) -> Any:  # noqa: ANN401  # deliberately no view
        """
        Return no pairs.
        """
        return self._items


class UnequalKind(type):
    """
    A metaclass whose types cannot be compared or hashed.
    """

    def __eq__(cls, other: object) -> bool:
        raise hostile.Refusal

    def __hash__(cls) -> int:
        raise hostile.Refusal


class OfUnequalKind(metaclass=UnequalKind):
    """
    An instance of such a type.
    """


THINGS: tuple[object, ...] = (
    {UnequalText("name"): "张三 "}, {UnequalText("姓名"): "张三 "}, {UnequalText("basic"): {}}, {Twin(): 1},
    {"basic": {UnequalText("name"): " 张三"}}, {"records": [{UnequalText("course"): 1}, OddItems([1])]},
    OddItems([(UnequalText("name"), 1), (UnhashedText("姓名"), " 2")]), OddItems([1, 2]), OddItems(7),
    OddItems([(1, 2, 3)]), OddItems(None), OfUnequalKind(), [OfUnequalKind()], {"name": OfUnequalKind()},
    {"姓名": OfUnequalKind()}, {"basic": OddItems([(UnequalText("name"), " 1")])}, Twin(),
)  # fmt: skip

STEPS = guangxi.PERSONAL_RECORD.transitions
ENTRANCES: Mapping[str, Callable[[Any], object]] = {
    "guangxi": lambda thing: guangxi.check(thing, on=ON),
    "guangxi many": lambda thing: list(guangxi.check_many(thing, on=ON)),
    "guangxi scope": lambda thing: guangxi.scope(thing, on=ON),
    "guangxi near duplicates": guangxi.find_near_duplicates,
    "learning": lambda thing: guangdong_learning.check(thing, on=ON),
    "row": lambda thing: rosters.check_row(thing, on=ON),
    "rows": lambda thing: list(rosters.check_rows([thing, thing], on=ON)),
    "table of rows": lambda thing: list(rosters.check_rows(thing, on=ON)),
    "headings": rosters.match_columns,
    "summary": rosters.summarize,
    "facts": lambda thing: [
        guangxi.PERSONAL_RECORD.step(row.source, row.event, actor=row.actors[0], facts=thing) for row in STEPS
    ],
    "state": lambda thing: guangxi.PERSONAL_RECORD.step(thing, thing, actor=thing),
    "entry": hours.read_entry,
    "audit": lambda thing: hours.audit(thing, requirement=RULE).findings,
    "audit of one": lambda thing: hours.audit([thing], requirement=RULE).findings,
    "audit of a person": lambda thing: hours.audit([(thing, 2016, "公需", 1)], requirement=RULE).findings,
    "audit_many": lambda thing: [it for _, _, it in hours.audit_many(thing, requirement=RULE)],
    "audit_many of one": lambda thing: [
        it for _, _, it in hours.audit_many([thing, (thing, 2016, "公需", 1)], requirement=RULE)
    ],
    "near duplicates": text.near_duplicates,
    "search": lambda thing: codes.ETHNICITY.search("汉", limit=thing),
    "table": codes.SEX.check,
    "frame": lambda thing: frames.check_frame(thing, on=ON),
}


STREAMS = {
    "audit",
    "audit_many",
    "guangxi many",
    "guangxi near duplicates",
    "near duplicates",
    "summary",
    "table of rows",
}


def _read(answer: object) -> None:
    assert repr(answer)
    if isinstance(answer, Report):
        assert isinstance(answer.repaired(), Report)
        assert answer.to_dict("zh")["ok"] is answer.ok
        assert answer._repr_html_()  # what a notebook calls
    elif isinstance(answer, (list, tuple)):
        for item in answer:
            _read(item)


@pytest.mark.parametrize("name", sorted(ENTRANCES))
def test_deceiving_keys_and_types_are_answered(name: str) -> None:
    """
    Keys that refuse to be compared, mappings without pairs, types without equality: all are answered.
    """
    # What raises while it is read is the host's own reader; its error is passed on.
    liars = () if name in STREAMS else hostile.liars()
    for thing in (*THINGS, 7, None, object(), *liars):
        _read(ENTRANCES[name](thing))


def test_one_thing_in_place_of_several_is_one_thing() -> None:
    """
    What cannot be iterated is read as the one entry or record it is.
    """
    single = hours.Entry("公需", 18, 2016)

    assert hours.audit([single], requirement=RULE).totals == hours.audit(single, requirement=RULE).totals  # type: ignore[arg-type]  # deliberately another type
    assert 1 == len(list(guangxi.check_many(None, on=ON)))  # type: ignore[arg-type]  # deliberately another type
    assert 0 == rosters.summarize(7).total  # type: ignore[arg-type]  # deliberately another type


def test_a_search_without_limit_gives_everything() -> None:
    """
    A limit of None is no limit, anything that is no number finds nothing.
    """
    every = codes.ETHNICITY.search("族", limit=None)

    assert len(every) > 50
    assert (every[:10], ()) == (codes.ETHNICITY.search("族"), codes.ETHNICITY.search("族", limit="9"))  # type: ignore[arg-type]  # deliberately another type


DAYS = pa.array([20_000_000, 8_000, None], pa.int32()).cast(pa.date32())
SECONDS = pa.array([10**12, 691_200_000, None], pa.int64()).cast(pa.timestamp("s"))
NAMES = ["张三", "李四", "王五"]


@pytest.mark.parametrize(
    "frame",
    [
        pa.table({"姓名": NAMES, "出生日期": DAYS}),
        pa.table({"姓名": NAMES, "出生日期": SECONDS}),
        pl.DataFrame({"姓名": NAMES, "出生日期": pl.Series([20_000_000, 8_000, None], dtype=pl.Int32).cast(pl.Date)}),
        pl.DataFrame(
            {"姓名": NAMES, "出生日期": pl.Series([9 * 10**15, 691_200_000_000, None]).cast(pl.Datetime("ms"))}
        ),
    ],
    ids=["date32", "timestamp", "polars date", "polars datetime"],
)
def test_days_beyond_those_of_python_are_no_dates(frame: Any) -> None:  # noqa: ANN401  # a frame of any kind
    """
    A day of the year 56728 is an unreadable cell; the rows beside it are read as ever.
    """
    found = frames.check_frame(frame, on=ON, lang="en")
    rows = found.to_pylist() if isinstance(found, pa.Table) else found.to_dicts()

    assert [(1, "DATE.NOT_A_DATE"), (3, "ROSTER.EMPTY")] == [
        (row["row"], row["code"]) for row in rows if row["column"] == "出生日期"
    ]


def test_a_query_that_fails_is_no_frame() -> None:
    """
    A lazy frame whose query cannot be computed is answered as what cannot be read.
    """
    frame = pl.DataFrame({"姓名": NAMES}).lazy().with_columns(pl.col("姓名").cast(pl.Int32))

    assert ["FRAME.UNREADABLE"] == frames.check_frame(frame, on=ON)["code"]  # type: ignore[index]  # a plain dict


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame({"姓名": pd.Series(["张\ud800三", " \ud800"], dtype=object)}),
        pl.DataFrame({"姓名": ["张\ud800三 "]}, schema={"姓名": pl.Object}),
        pl.DataFrame({"姓名": [Twin(), Twin()]}, schema={"姓名": pl.Object}),
    ],
    ids=["pandas", "polars", "twins"],
)
def test_half_a_character_is_answered(frame: Any) -> None:  # noqa: ANN401  # a frame of any kind
    """
    A lone surrogate in an object cell is a fault of the cell, not of the frame.
    """
    assert len(frames.check_frame(frame, on=ON)) > 0


@pytest.mark.parametrize("name", ["kind", "measure", "level", "rule", "bonus"])
@pytest.mark.parametrize(
    "value", [7, None, range(10**12), "x" * 100, OfUnequalKind()], ids=lambda it: type(it).__name__
)
def test_words_of_a_result_are_short_texts(name: str, value: object) -> None:
    """
    The words of an activity are checked when it is made, so that nothing endless reaches the tables.
    """
    with pytest.raises(CredrulesError) as caught:
        hours.Activity(**{name: value})  # type: ignore[arg-type]  # deliberately another type

    assert ["HOURS.WORD"] == [item.code for item in caught.value.findings]


def test_findings_are_told() -> None:
    """
    What is no mapping of an entry is told as one unreadable entry.
    """
    found: tuple[Finding, ...] = hours.read_entry(OddItems([1])).findings

    assert ["HOURS.ENTRY"] == [item.code for item in found]
