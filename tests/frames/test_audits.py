from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credrules.findings import CredrulesError
from credrules.frames import audit_frame
from credrules.hours import REQUIREMENTS, Cap, Minimum, Requirement, Subject, audit_many, requirement
from tests.support.frames import KINDS, cells, plain

RULE = REQUIREMENTS["CN-GD-2021"]
COLUMNS = [
    "person", "year", "general", "professional", "elective", "total", "pending", "decision", "passed", "would_pass",
    "short_general", "short_professional", "short_elective", "short_total", "findings",
]  # fmt: skip
KEYS = ("person", "year", "subject", "hours")


def _expected(frame: object, rule: Any) -> set[tuple[object, ...]]:  # noqa: ANN401  # a requirement or a function
    """
    Return what the record path says of the frame's rows, one tuple per person and year.
    """
    found = set()
    for person, year, audit in audit_many(cells(frame), requirement=rule):
        figures = [audit.totals[subject] for subject in Subject]
        short = [audit.shortfalls.get(subject, 0) for subject in Subject]
        codes = ";".join(dict.fromkeys(item.code for item in audit.findings))
        exact = [float(figure) for figure in (*figures, audit.total, audit.pending)]
        verdict = (audit.decision.value, audit.passed, audit.would_pass)
        found.add((person, year, *exact, *verdict, *map(float, short), float(audit.short), codes))
    return found


def _answer(frame: object, rule: Any) -> set[tuple[object, ...]]:  # noqa: ANN401  # a requirement or a function
    rows = plain(audit_frame(frame, requirement=rule))
    assert len(rows) == len(set(rows))
    return set(rows)


def _frame(*rows: tuple[object, ...], names: tuple[str, ...] = KEYS) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=names, orient="row", strict=False)


@pytest.mark.parametrize("kind", KINDS)
def test_one_row_per_person_and_year(kind: str) -> None:
    """
    Sums, verdict, what is missing and why, sorted by person and year, in a frame of the library that asked.
    """
    data = {
        "person": ["b", "a", "a", "a", "b"],
        "year": [2023, 2023, 2023, 2023, 2023],
        "subject": ["公需", "公需课", "专业", "选修", "专业"],
        "hours": [30, 30, 42, 18, 60],
    }
    found = audit_frame(KINDS[kind](data), requirement=RULE)

    assert type(KINDS[kind](data)) is type(found)
    assert [
        ("a", 2023, 30, 42, 18, 90, 0, "in", True, True, 0, 0, 0, 0, ""),
        ("b", 2023, 30, 60, 0, 90, 0, "out", False, False, 0, 0, 18, 0, "HOURS.ELECTIVE"),
    ] == [(*row[:-1], row[-1] or "") for row in plain(found)]


def test_columns_of_the_answer() -> None:
    """
    The columns have fixed names and types whatever the headings of the entries.
    """
    found = audit_frame(
        _frame(("甲", "2023年", "专业科目", 7.5), names=("姓名", "年度", "科目", "学时")), requirement=RULE
    )

    assert COLUMNS == found.columns
    assert [("甲", 2023, 7.5, 34.5)] == found.select("person", "year", "professional", "short_professional").rows()


def test_an_empty_table() -> None:
    """
    No entries, no people.
    """
    types = {"person": pl.String, "year": pl.Int64, "subject": pl.String, "hours": pl.Int64}
    found = audit_frame(pl.DataFrame(schema=types), requirement=RULE)

    assert (0, COLUMNS) == (len(found), found.columns)


def test_columns_named_by_the_caller() -> None:
    """
    A column the caller names is taken, and its headings' other meanings are not asked.
    """
    frame = _frame(
        ("甲", "7", 2023, 2024, "公需", 30, 1), names=("姓名", "工号", "年度", "次年", "科目", "核定学时", "学时")
    )
    found = audit_frame(frame, requirement=RULE, person="工号", year="次年", hours="核定学时", subject="科目")

    assert [("7", 2024, 30)] == found.select("person", "year", "general").rows()


@pytest.mark.parametrize(
    ("names", "more", "count"),
    [
        (("person", "year", "subject", "amount"), {}, 0),
        (("person", "year", "subject", "学时", "课时"), {}, 2),
        (("person", "year", "subject", "hours"), {"hours": "学时"}, 0),
        (("person", "year", "subject", "hours", "course", "课程"), {}, 2),
    ],
)
def test_a_column_that_is_missing_or_there_twice(names: tuple[str, ...], more: dict[str, str], count: int) -> None:
    """
    Which column is meant is never guessed: the error tells the field and how many columns there are.
    """
    frame = pl.DataFrame({name: [1] for name in names})
    with pytest.raises(CredrulesError) as error:
        audit_frame(frame, requirement=RULE, **more)

    assert [("FRAME.COLUMN", count)] == [(item.code, item.params["count"]) for item in error.value.findings]


def test_what_is_no_frame() -> None:
    """
    There is no frame to answer with, so the caller is told by an error.
    """
    with pytest.raises(CredrulesError, match="this is not a frame"):
        audit_frame(7, requirement=RULE)


PEOPLE = ["p1", "p2", "p3"]
CLEAN = {
    "person": st.sampled_from(PEOPLE),
    "year": st.sampled_from([2020, 2021, 2022]),
    "subject": st.sampled_from(["公需", "公需科目", "专业", "选修", None]),
    "hours": st.sampled_from([0, 6, 12, 18, 30, 42, 90]),
}
DIRTY: dict[str, st.SearchStrategy[Any]] = {
    "person": st.sampled_from([*PEOPLE, None]),
    "year": st.sampled_from([2021, 2022, 1234, None]),
    "subject": st.sampled_from(["公需", "专业", " 选修 ", "其他", "", None]),
    "hours": st.sampled_from([12, 42, -1, 1_000_001, 600_000, None]),
}
FINE: dict[str, st.SearchStrategy[Any]] = {
    **CLEAN,
    "year": st.sampled_from([2021.0, 2022.0, None]),
    "hours": st.sampled_from([0.1, 0.2, 7.5, 29.7, 30.0, 42.0, 1 / 3, -0.5, float("inf"), None]),
}
MORE: dict[str, st.SearchStrategy[Any]] = {
    **CLEAN,
    "days": st.sampled_from([0, 1, 2, None]),
    "minutes": st.sampled_from([0.0, 45.0, 22.5, None]),
    "course": st.sampled_from(["甲课", "乙课", None]),
    "recognised": st.sampled_from(["是", "否", None]),
    "tags": st.sampled_from(["online", "ethics;online", None]),
}
TEXTS: dict[str, st.SearchStrategy[Any]] = {**CLEAN, "year": st.sampled_from(["2021", "2021年度", "2022", "去年"])}


def _tables(several: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, list[Any]]]:
    def columns(size: int) -> st.SearchStrategy[dict[str, list[Any]]]:
        return st.fixed_dictionaries({name: st.lists(it, min_size=size, max_size=size) for name, it in several.items()})

    return st.integers(1, 12).flatmap(columns)


def _by_year(_: object, year: int) -> Requirement:
    return requirement("CN-GD", year=year)


RULES: dict[str, Any] = {
    "three parts": RULE,
    "no total": RULE.with_(total=None, elective=Fraction(11, 2)),
    "thirds": RULE.with_(general=Fraction(1, 3)),
    "a share": RULE.with_(share=Fraction(1, 2)),
    "a cap": RULE.with_(caps=(Cap(30, (Subject.PROFESSIONAL,)), Cap(6, tag="online"))),
    "a part": RULE.with_(further=(Minimum(6, tag="ethics"),)),
    "two years": RULE.with_(cycle=2, cycle_end=2022),
    "days and minutes": RULE.with_(hours_per_day=6, minutes_per_hour=45),
    "by year": _by_year,
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("several", [CLEAN, DIRTY, FINE, MORE, TEXTS], ids=["clean", "dirty", "fine", "more", "texts"])
@settings(max_examples=40)
@given(data=st.data())
def test_verdicts_are_those_of_the_records(
    kind: str, several: dict[str, st.SearchStrategy[Any]], data: st.DataObject
) -> None:
    """
    Whatever the frame holds and whatever is required, sums, verdicts and findings are those of the record path.
    """
    frame = KINDS[kind](data.draw(_tables(several)))
    rule = RULES[data.draw(st.sampled_from(sorted(RULES)))]
    if several is TEXTS and callable(rule):
        rule = RULE  # nobody can ask for the requirement of a year that is no year

    assert _expected(frame, rule) == _answer(frame, rule)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("late", ["公需课", "自学", None])
def test_a_word_that_comes_late_is_heard(kind: str, late: str | None) -> None:
    """
    A subject that is first written after hundreds of rows, or missing there, counts as it does for records.
    """
    words = [*["公需"] * 300, late, "专业", "选修"]
    data = {"person": ["a"] * 303, "year": [2023] * 303, "subject": words, "hours": [*[1] * 301, 42, 18]}
    frame = KINDS[kind](data)

    assert _expected(frame, RULE) == _answer(frame, RULE)


@pytest.mark.parametrize("kind", KINDS)
def test_binary_fractions_add_up_as_decimals(kind: str) -> None:
    """
    Three times 0.1 and 29.7 are thirty hours, not a little more or less; that they were fractions is told.
    """
    data = {
        "person": ["a"] * 6,
        "year": [2023] * 6,
        "subject": ["公需"] * 4 + ["专业", "选修"],
        "hours": [0.1, 0.1, 0.1, 29.7, 42.0, 18.0],
    }
    found = plain(audit_frame(KINDS[kind](data), requirement=RULE))

    assert [("a", 2023, 30.0, 42.0, 18.0, 90.0, 0.0, "in", "HOURS.FLOAT")] == [(*row[:8], row[-1]) for row in found]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("hours", [29.9, 29.900000000000002, 0.001, 0.0005, 999_999.999, 5e-324])
def test_a_binary_fraction_is_its_shortest_decimal(kind: str, hours: float) -> None:
    """
    29.9 is that, and the number next to it is no 29.9, however an engine divides.
    """
    frame = KINDS[kind]({"person": ["a", "b"], "year": [2023] * 2, "subject": ["公需"] * 2, "hours": [hours] * 2})

    assert _expected(frame, RULE) == _answer(frame, RULE)


@pytest.mark.parametrize("hours", [[Decimal("29.9999999999"), Decimal("0.0000000001")], ["29.5", "0.5"], [1 / 3, 29]])
def test_what_cannot_be_added_without_rounding_stays_rows(hours: list[object]) -> None:
    """
    Decimals, texts and endless fractions are read one by one, as records are.
    """
    data = {"person": ["a"] * 2, "year": [2023] * 2, "subject": ["公需"] * 2, "hours": hours}

    for frame in (pd.DataFrame(data), pl.DataFrame(data, strict=False), pa.table(data)):
        assert _expected(frame, RULE) == _answer(frame, RULE)


def test_more_than_a_lifetime_of_hours() -> None:
    """
    A sum that is no number of hours of anybody's life is judged entry by entry, as in the record path.
    """
    frame = _frame(*[("a", 2023, "公需", 600_000)] * 2, ("b", 2023, "公需", 30))

    assert _expected(frame, RULE) == _answer(frame, RULE)
    two_ways = _frame(("a", 2023, "公需", 600_000), ("a", 2023, "公需科目", 600_000), ("b", 2023, "公需", -1))
    assert _expected(two_ways, RULE) == _answer(two_ways, RULE)
    assert {("a", 1_200_000), ("b", 30)} == set(audit_frame(frame, requirement=RULE).select("person", "total").rows())


def test_an_odd_row_touches_its_own_person_only() -> None:
    """
    Who has a row that cannot be read is left open; everybody else has the verdict of clean tables.
    """
    rows = [(who, 2023, what, hours) for who in "abc" for what, hours in (("公需", 30), ("专业", 42), ("选修", 18))]
    frame = _frame(*rows, ("a", 2023, "选修", -1), ("b", 2023, "别的", 1), (None, 2023, "公需", 1))
    found = audit_frame(frame, requirement=RULE)

    assert [("a", "HOURS.NEGATIVE"), ("b", "HOURS.SUBJECT"), ("c", "")] == found["person", "findings"].rows()[:3]
    assert ["in", "in", "in", "out"] == found["decision"].to_list()
    assert [None, "c"] == found["person"].to_list()[:1:-1]


def test_long_numbers_of_people_keep_their_digits() -> None:
    """
    Whole numbers of eighteen digits stay exact, also where pandas has a blank among them.
    """
    long = 450000199307010014
    data = {"person": [long, None], "year": [2023, 2023], "subject": ["公需", "公需"], "hours": [30, 30]}
    nullable = pd.DataFrame(data | {"person": pd.array(data["person"], dtype="Int64")})
    plainly = pl.DataFrame(data)

    for frame in (nullable, plainly, plainly.head(1), pd.DataFrame(plainly.head(1).to_dict(as_series=False))):
        found = plain(audit_frame(frame, requirement=RULE))
        assert {long, None} >= {row[0] for row in found} >= {long}


@pytest.mark.parametrize(
    "odd", [(), (("c", "2023", "公需", -1),), (("c", "去年", "公需", 1), ("d", "2023", "别的", 1))]
)
def test_categories_are_their_values(odd: tuple[tuple[object, ...], ...]) -> None:
    """
    People, years and subjects may be categories, in clean tables and in others.
    """
    rows = [("b", "2023", "公需", 30), ("a", "2023", "专业", 42), ("a", "2023年", "选修", 18)]
    texts = _frame(*rows, *odd)
    categories = texts.cast(dict.fromkeys(KEYS[:3], pl.Categorical))
    some = texts.cast(dict.fromkeys(KEYS[1:3], pl.Categorical))

    for frame in (categories, some, categories.to_pandas(), some.to_pandas(), categories.to_arrow(), some.to_arrow()):
        assert _expected(texts, RULE) == _answer(frame, RULE)


def test_people_of_many_types() -> None:
    """
    A column of mixed objects and one of dates name people too; what cannot be sorted stays in the order of the rows.
    """
    mixed = pd.DataFrame({"person": ["x", 1, None], "year": 2023, "subject": "公需", "hours": 30})
    dates = _frame(("2020-01-01", 2023, "公需", 30)).with_columns(pl.col("person").str.to_date())

    assert ["x", 1, None] == [row[0] for row in plain(audit_frame(mixed, requirement=RULE))]
    assert _expected(dates, RULE) == _answer(dates, RULE)
