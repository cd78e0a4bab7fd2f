from __future__ import annotations

import datetime as dt
from typing import Any

import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import rosters
from credrules.findings import Finding
from credrules.frames import check_frame, tables
from credrules.hours import REQUIREMENTS
from tests.support import hostile
from tests.support.frames import KINDS, cells, plain

ON = dt.date(2025, 6, 30)
GOOD = "450000199307010014"
FRAMES = (pd.DataFrame, pl.DataFrame, pl.LazyFrame, pa.Table)
COLUMNS = ["row", "column", "field", "code", "severity", "message_zh", "message_en", "suggestion"]


def _suggested(item: Finding) -> object:
    shown = item.to_dict()["suggestion"]
    return "、".join(map(str, shown)) if isinstance(shown, list) else None if shown is None else str(shown)


def _expected(frame: Any, headings: list[str]) -> list[tuple[object, ...]]:  # noqa: ANN401  # any kind of frame
    """
    Return what the roster check says of the table and the rows, one tuple per finding.
    """
    checked = rosters.check_table(headings, cells(frame), on=ON)
    match = checked.columns
    found: list[tuple[int | None, Finding]] = [(None, item) for item in checked.table]
    found += [(number, item) for number, report in enumerate(checked.rows, start=1) for item in report.findings]
    return [
        (
            number,
            *((item.path[0], match.fields.get(str(item.path[0]))) if item.path else (None, None)),
            item.code,
            item.severity.value,
            item.message("zh"),
            item.message("en"),
            _suggested(item),
        )
        for number, item in found
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_answer_is_a_frame_of_the_same_kind(kind: str) -> None:
    """
    One row per finding, counted from one, with the heading as written, in a frame of the library that asked.
    """
    table = KINDS[kind]({"姓 名": ["张三", " 李四"], "身份证号": [GOOD, "450000199307010013"]})
    found = check_frame(table, on=ON)

    assert type(table) is type(found)
    assert [
        (2, "姓 名", "name", "TEXT.EXTRA_SPACE", "warning", "李四"),
        (2, "身份证号", "citizen_id", "CITIZEN_ID.CHECK_DIGIT", "error", None),
    ] == [(*row[:5], row[-1]) for row in plain(found)]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_found_is_an_empty_frame_with_the_same_columns(kind: str) -> None:
    """
    A clean table, and one without rows, are answered by no rows; the columns stay.
    """
    for people in (
        {"姓名": ["张三"], "身份证号": [GOOD]},
        {"姓名": pa.array([], pa.string()), "身份证号": pa.array([], pa.string())},
    ):
        found: Any = check_frame(KINDS[kind](people), on=ON)
        names = found.collect_schema().names() if isinstance(found, pl.LazyFrame) else found.columns

        assert [] == plain(found)
        assert COLUMNS == (found.column_names if isinstance(found, pa.Table) else list(names))


def test_one_language() -> None:
    """
    With `lang` there is one column of messages.
    """
    found = check_frame(pl.DataFrame({"姓名": [" 张三"], "身份证号": [GOOD]}), on=ON, lang="en")

    assert [*COLUMNS[:5], "message", "suggestion"] == found.columns
    assert found["message"][0].startswith("there are extra spaces")


def test_columns_and_profile_are_those_of_the_roster_check() -> None:
    """
    Headings matched by hand and the host's switches reach the rules.
    """
    columns = rosters.ColumnMatch({"甲": "name", "乙": "citizen_id"})
    found = check_frame(pl.DataFrame({"甲": ["张三"], "乙": ["450000199307010013"]}), on=ON, columns=columns)
    hours = pl.DataFrame({"姓名": ["张三"], "身份证号": [GOOD], "公需学时": [30], "专业学时": [42], "选修学时": [1]})
    profile = rosters.PROFILE.switch(hours=REQUIREMENTS["CN-GD-2021"])

    assert [(1, "乙", "citizen_id")] == found.select("row", "column", "field").rows()
    assert "ROSTER.HOURS_SHORT" in check_frame(hours, on=ON, profile=profile)["code"].to_list()


def test_suggestions_are_masked() -> None:
    """
    A repaired identity number is shown as a report shows it, without its middle.
    """
    found = check_frame(pl.DataFrame({"姓名": ["张三"], "身份证号": [f" {GOOD}"]}), on=ON)

    assert ["450000********0014"] == found["suggestion"].to_list()
    assert not [cell for row in found.rows() for cell in row if GOOD in str(cell)]


def test_several_names_are_one_text() -> None:
    """
    A suggestion of several names stands in one cell.
    """
    from credrules.findings import finding  # noqa: PLC0415  # only this test makes a finding by hand
    from credrules.frames import checks  # noqa: PLC0415  # looks behind the face

    assert "张三、李四" == checks._suggested(finding("TEXT.EXTRA_SPACE", suggestion=("张三", "李四")))


def test_headings_that_are_no_texts_and_blank_rows() -> None:
    """
    A numbered column of pandas is told of the table, without a row; a finding about a whole row has no column.
    """
    found = check_frame(pd.DataFrame({"姓名": ["张三", None], "身份证号": [GOOD, ""], 7: [1, 2]}), on=ON)

    assert [(None, "<int>", None, "ROSTER.COLUMN_UNKNOWN"), (2, None, None, "ROSTER.BLANK_ROW")] == [
        row[:4] for row in plain(found)
    ]


def test_damage_that_frames_do_is_named() -> None:
    """
    An identity number that became floating point is reported as not recoverable; whole numbers are read.
    """
    damaged = check_frame(pd.DataFrame({"姓名": ["张三", "李四"], "身份证号": [450000199307010014, None]}), on=ON)
    whole = check_frame(pd.DataFrame({"姓名": ["张三"], "身份证号": [450000199307010014]}), on=ON)

    assert (1, "身份证号", "citizen_id", "CITIZEN_ID.DAMAGED") == plain(damaged)[0][:4]
    assert "error" not in [row[4] for row in plain(whole)]


@pytest.mark.parametrize("value", [7, "姓名", None, pd.Series([1]), pd.DataFrame([[1, 2]], columns=["a", "a"])])
def test_what_is_no_frame_is_answered_all_the_same(value: object) -> None:
    """
    No frame, or one that names a heading twice, gives one finding in a dict of columns.
    """
    found: Any = check_frame(value, on=ON)

    assert COLUMNS == list(found)
    assert ["FRAME.UNREADABLE"] == found["code"]
    assert [None] == found["row"]


def test_hostile_objects_are_answered() -> None:
    """
    Odd values and objects whose every method raises are no frames, and never raise.
    """
    for value in hostile.everything():
        if not any(type(value) is kind for kind in FRAMES):
            found: Any = check_frame(value, on=ON)
            assert ["FRAME.UNREADABLE"] == found["code"]


TEXTS = {
    "姓名": st.sampled_from(["张三", "张三 ", "李四", "", "A1", None]),
    "身份证号": st.sampled_from([GOOD, GOOD.lower() + " ", "450000930701001", "4.50000199307010014E+17", "1", None]),
    "民族": st.sampled_from(["汉", "汉族", "壮族", "火星族", None]),
    "工作单位": st.sampled_from(["甲公司（本部）", "甲公司(本部)", "乙学校", None]),
    "证书编号": st.sampled_from(["11111111", "A12345678", "a12345678", "1111111", None]),
}
DATES = st.sampled_from([dt.datetime.fromisoformat(day) for day in ("2015-07-01", "2093-07-01", "1993-07-01")] + [None])
NUMBERS = st.sampled_from([30, 200, 42, None])
HOURS = st.sampled_from([30.0, 42.5, -1.0, 90.0, None])


@st.composite
def _tables(draw: st.DrawFn) -> dict[str, list[object]]:
    size = draw(st.integers(1, 5))
    several: dict[str, st.SearchStrategy[Any]] = {**TEXTS, "参加工作时间": DATES, "年龄": NUMBERS, "公需学时": HOURS}
    names = draw(st.lists(st.sampled_from(sorted(several)), min_size=1, unique=True))
    return {name: draw(st.lists(several[name], min_size=size, max_size=size)) for name in names}


@pytest.mark.parametrize("kind", KINDS)
@given(data=_tables())
def test_findings_are_those_of_the_rows(kind: str, data: dict[str, list[object]]) -> None:
    """
    Whatever a frame holds, the findings are those of its rows, word by word.

    Blanks come as NaN, NA, NaT or None, dates as time stamps, whole numbers
    beside blanks as binary fractions.
    """
    frame = KINDS[kind](data)

    assert _expected(frame, list(data)) == plain(check_frame(frame, on=ON))


@given(data=_tables())
def test_categories_are_read_as_their_values(data: dict[str, list[object]]) -> None:
    """
    A column of categories gives the findings of its values, in every library that has them.
    """
    texts = {name: cells for name, cells in data.items() if name in TEXTS} or {"姓名": ["张三"]}
    expected = plain(check_frame(pl.DataFrame(texts, schema=dict.fromkeys(texts, pl.String)), on=ON))
    frames = (
        pd.DataFrame(texts, dtype="category"),
        pl.DataFrame(texts, schema=dict.fromkeys(texts, pl.Categorical)),
        pa.table({name: pa.array(cells, pa.string()).dictionary_encode() for name, cells in texts.items()}),
    )

    assert [expected] * 3 == [plain(check_frame(frame, on=ON)) for frame in frames]


class _Interrupted:
    def __init__(self, *, at_once: bool) -> None:
        self.at_once = at_once

    def __len__(self) -> int:
        return 1

    def to_list(self) -> list[object]:
        if self.at_once:
            raise KeyboardInterrupt
        raise ValueError

    def __getitem__(self, place: int) -> object:
        raise SystemExit(place)


@pytest.mark.parametrize(("at_once", "stop"), [(True, KeyboardInterrupt), (False, SystemExit)])
def test_an_interrupt_is_no_unreadable_cell(at_once: bool, stop: type[BaseException]) -> None:  # noqa: FBT001  # a case
    """
    Whoever stops the program while a column is read stops it; nothing is swallowed.
    """
    with pytest.raises(stop):
        tables._cells(_Interrupted(at_once=at_once))


@pytest.mark.parametrize(
    "column",
    [
        pl.Series([10**9, 1, None], dtype=pl.Int32).cast(pl.Date),
        pl.Series([-(10**9), 1, None], dtype=pl.Int32).cast(pl.Date),
        pl.Series([10**15, 1, None]).cast(pl.Datetime("ms")),
        pl.Series([10**18, 1, None]).cast(pl.Datetime("us")),
    ],
)
def test_polars_is_not_asked_for_a_date_that_python_has_not(
    column: pl.Series, capfd: pytest.CaptureFixture[str]
) -> None:
    """
    A day beyond Python's range is a text that says so, its neighbours are dates, and nothing is printed on the way.
    """
    read = [row["a"] for row in tables.rows_of(nw.from_native(pl.DataFrame({"a": column})))]

    assert ("#超出范围", 1970, None) == (read[0], getattr(read[1], "year", 0), read[2])
    assert ("", "") == capfd.readouterr()
