"""
What `PartialDate.check` reads, and as what.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from credrules.dates import PartialDate, check
from credrules.findings import CredrulesError
from credrules.values import Severity
from tests.support.naming import shown

DAY = "1993-07-01"
MONTH = "1993-07"

TEXTS = {
    # ISO 8601 (GB/T 7408) as it stands
    "1993": "1993", "1993-07": MONTH, "1993-07-01": DAY, "2000-02-29": "2000-02-29", "1800": "1800",
    "2200-12-31": "2200-12-31",
    # signs between the parts
    "1993.07": MONTH, "1993.7": MONTH, "1993.1": "1993-01", "1993.10": "1993-10", "1993/7": MONTH, "1993-7": MONTH,
    "1993.7.1": DAY, "1993.07.01": DAY, "1993/7/1": DAY, "1993-7-1": DAY, "1993_07_01": DAY, "1993\\7\\1": DAY,
    "1993 07 01": DAY, "1993·07": MONTH, "1993–07–01": DAY, "1993—07": MONTH, "1993、7、1": DAY, "1993，7，1": DAY,
    "1993。7。1": DAY, "'1993-07": MONTH, "1993.07.": MONTH, "（1993.07）": MONTH, "1993.0701": DAY,
    # words
    "1993年度": "1993",
    "1993年": "1993", "1993年7月": MONTH, "1993年07月01日": DAY, "1993年7月1号": DAY, "1993年7月份": MONTH,
    "1993年7": MONTH,
    "1993.7月": MONTH, "1993 年 7 月 1 日": DAY, "公元1993年7月1日": DAY, "1993年7月生": MONTH, "1993年7月1日出生": DAY,
    "1993年元月": "1993-01",
    # Chinese numerals
    "一九九三年七月": MONTH, "一九九三年七月一日": DAY, "二〇〇一年十二月三十一日": "2001-12-31",
    "二零零八年八月八日": "2008-08-08",
    "二○○一年十月廿一日": "2001-10-21", "二O一二年六月": "2012-06", "壹玖玖叁年柒月壹日": DAY,
    "贰零壹贰年陸月": "2012-06", "一九九三": "1993",
    "一九九三年7月": MONTH, "二〇〇一年十二月卅日": "2001-12-30",
    # full width, inner space, line breaks, invisible characters
    "１９９３年７月": MONTH, "１９９３．０７": MONTH, "１９９３－０７－０１": DAY, "\u3000 1993 年 7月\n": MONTH,
    "1993-\n07": MONTH,
    "1993\u200b-07": MONTH, "1993\xa07": MONTH,
    # bare digits
    "199307": MONTH, "19930701": DAY, "19930701083000": DAY, "199307010830": DAY, "199307.0": MONTH, "19930701.0": DAY,
    "1993.0": "1993",
    # with a time, a zone, a weekday: the day stays
    "1993-07-01T08:30:00": DAY, "1993-07-01 08:30": DAY, "1993-07-01 00:00:00.000": DAY,
    "1993-07-01T08:30:00.123456Z": DAY,
    "1993-07-01T08:30:00+08:00": DAY, "1993-07-01Z": DAY, "19930701T083000": DAY, "1993-07-01T08": DAY,
    "1993/7/1 0:00": DAY,
    "1993/7/1 12:00:00 AM": DAY, "1993年7月1日8时": DAY, "1993年7月1日 8时30分15秒": DAY,
    "1993年7月1日上午8点30分": DAY,
    "1993年7月1日八点整": DAY, "1993年7月1日星期四": DAY, "1993年7月1日（星期四）": DAY, "1993-07-01 周四 08:30": DAY,
    "1993年7月4日星期天": "1993-07-04", "19930704星期日": "1993-07-04", "13/07/1993 08:30": "1993-07-13",
    # the year last, where only one order gives a day
    "13/07/1993": "1993-07-13", "12/25/1993": "1993-12-25", "07/07/1993": "1993-07-07", "07/1993": MONTH,
    "7.1993": MONTH,
    # English months
    "1-Jul-1993": DAY, "01 July 1993": DAY, "July 1st, 1993": DAY, "Jul 1, 1993": DAY, "July 1993": MONTH,
    "1993-Jul-01": DAY, "March 1993": "1993-03", "Mar 5, 1993": "1993-03-05", "5 March 1993": "1993-03-05",
    "1993 Sept": "1993-09", "1st May 1993": "1993-05-01",
}  # fmt: skip


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (1, ("Jan", "January")), (2, ("Feb", "February")), (3, ("Mar", "March")), (4, ("Apr", "April")), (5, ("May",)),
        (6, ("Jun", "June")), (7, ("Jul", "July")), (8, ("Aug", "August")), (9, ("Sep", "Sept", "September")),
        (10, ("Oct", "October")), (11, ("Nov", "November")), (12, ("Dec", "December")),
    ],
)  # fmt: skip
def test_every_english_month(number: int, names: tuple[str, ...]) -> None:
    """
    Each of the twelve months is read, short and in full.
    """
    assert [f"1993-{number:02}"] * len(names) == [_isoformat(f"{name} 1993") for name in names]


def _isoformat(text: str) -> str | None:
    value = check(text).value
    return value.isoformat() if value is not None else None


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_text_is_read(text: str, expected: str) -> None:
    """
    A text that reads in one way only is read, whatever its notation; nothing graver than a warning is said.
    """
    report = check(text)

    assert report.ok
    assert report.value is not None
    assert expected == report.value.isoformat()
    assert all(item.severity is not Severity.ERROR for item in report.findings)


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_repair_gives_the_standard_notation(text: str, expected: str) -> None:
    """
    Every notation but the standard one is told, and repairing a text leaves ISO 8601 without a finding, unless doubted.
    """
    report = check(text)
    doubted = any(item.code != "DATE.NOTATION" and not item.code.startswith("TEXT.") for item in report.findings)

    assert (text != expected) is bool(report.findings)
    assert (text if doubted else expected) == report.repaired().raw
    assert (report.findings if doubted else ()) == report.repaired().findings
    assert (text == expected) is (report.changes == ())


CELLS: tuple[tuple[object, str], ...] = (
    (1993, "1993"), (199307, MONTH), (19930701, DAY), (199307.0, MONTH), (Decimal(19930701), DAY),
    (34151, DAY), (34151.0, DAY), (34151.354, DAY), (Decimal("34151.5"), DAY), (2201, "1906-01-09"),
    (43831, "2020-01-01"),
    (1993.07, MONTH), (1993.12, "1993-12"), (1993.2, "1993-02"), (1993.0701, DAY), (Decimal("1993.10"), "1993-10"),
    (dt.date(1993, 7, 1), DAY), (dt.datetime(1993, 7, 1, 8, 30), DAY), (dt.datetime(1993, 7, 1, tzinfo=dt.UTC), DAY),  # noqa: DTZ001  # a naive moment, as spreadsheets give it
    (PartialDate(1993, 7), MONTH),
)  # fmt: skip


@pytest.mark.parametrize(("cell", "expected"), CELLS, ids=shown)
def test_cell_is_read(cell: object, expected: str) -> None:
    """
    A cell of a number or a date is read: years, digits, day numbers of spreadsheets, dates.
    """
    report = check(cell)

    assert report.ok
    assert report.value is not None
    assert expected == report.value.isoformat()
    assert report.raw is cell


REFUSED: dict[str, tuple[object, ...]] = {
    "EMPTY": ("", " \u3000\n", None, float("nan"), Decimal("NaN")),
    "OPEN_ENDED": ("至今", "今", "现在", "长期", "Present", "至 今", "至今。", "今天", "在职"),
    "UNKNOWN_WORD": ("不详", "无", "/", "——", "N/A", "0", "待定", "nan"),
    "IMPOSSIBLE": (
        "1993-02-29", "1900-02-29", "2012年6月31日", "1993.13", "199313", "19930732", "31/02/1993", "1993年十三月",
        "1993年7月1日星期五", "30-Feb-1993", 1993.13, 60, "1993-32-01", "1993年七月三十二日",
    ),
    "ZERO_PART": ("1993-00-01", "1993-07-00", "1993年0月", "1993.00", "0/1993", "00/07/1993"),
    "IMPLAUSIBLE_YEAR": ("1799", "9999-12-31", "1093-07", dt.date(1066, 1, 1), "0000-00-00", "2999", "99999999"),
    "NO_YEAR": ("7月1日", "七月", "7月份"),
    "NOT_A_DATE": (
        "工程师", "1993-07-01 25:00", "1993-07-01T08:60", "1993-07-01 08:30:60", "199307012560", "1993-007-01",
        "1993-07-011", "1993..7", "-1993", "1,993", "1.993E3", "1993-W26", "90年代",
        "20世纪90年代", "1993?", "2O12年6月", "1993年十十月", "1993-07-01,1994-07-01", "1", "123",
        "1234567890", "Julian 1993", "1993-07-0123:00", "1993" * 11, "1993年底7", "约", "年底", "1993年7月1日底",
        True, -1, 0, 10**18, 1e308, -5.5, 1993.070123, 200.5, b"1993", (1993, 7), dt.time(8), float("inf"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("code", "value"), [(code, value) for code, values in REFUSED.items() for value in values])
def test_refusal_names_the_reason(code: str, value: object) -> None:
    """
    What is no single date is refused by its reason, and nothing is guessed.
    """
    report = check(value)

    assert report.value is None
    assert not report.ok
    assert [f"DATE.{code}"] == [item.code for item in report.findings]


CANDIDATES: dict[str, dict[object, tuple[str, ...]]] = {
    "AMBIGUOUS": {
        1993.1: ("1993-01", "1993-10"), Decimal("1993.1"): ("1993-01", "1993-10"),
        "07/01/1993": ("1993-07-01", "1993-01-07"), "07011993": ("1993-07-01", "1993-01-07"),
        "19937": ("1954-08-01", "1993-07"), "1993111": ("1993-01-11", "1993-11-01"),
    },
    "TWO_DIGIT_YEAR": {
        "93.7": ("1993-07",), "93年7月": ("1993-07",), "九三年七月": ("1993-07",), "930701": ("1993-07-01",),
        930701: ("1993-07-01",), "9307": ("1993-07",), "93": ("1993",), "13/07/93": ("1993-07-13",), 93.7: ("1993-07",),
        "12.7": ("1912-07", "2012-07"), "050701": ("1905-07-01", "2005-07-01"), "49": ("1949", "2049"), "50": ("1950",),
    },
    "ZERO_PART": {"1993-00-01": ("1993",), "1993-07-00": ("1993-07",)},
    "RANGE": {
        "1989.09-1993.07": ("1989-09", "1993-07"), "1989年9月至1993年7月": ("1989-09", "1993-07"),
        "1989-1993": ("1989", "1993"), "198909—199307": ("1989-09", "1993-07"), "1993年7月至今": ("1993-07",),
        "1993.07-": ("1993-07",), "1989.9~1993.7": ("1989-09", "1993-07"),
        "1989-09-01-1993-07-01": ("1989-09-01", "1993-07-01"),
    },
    "APPROXIMATE": {
        "约1993年": ("1993",), "1993年7月左右": ("1993-07",), "1993年前": ("1993",), "1993.7.1前": ("1993-07-01",),
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "value", "candidates"),
    [(code, value, item) for code, values in CANDIDATES.items() for value, item in values.items()],
)
def test_refusal_names_the_candidates(code: str, value: object, candidates: tuple[str, ...]) -> None:
    """
    What reads in several ways, or for a part only, is refused with every reading.
    """
    report = check(value)

    assert report.value is None
    assert [(f"DATE.{code}", candidates)] == [(item.code, item.params["candidates"]) for item in report.findings]


@pytest.mark.parametrize("value", ["1993-02-30", "至今", 1993.1])
def test_parse_raises_what_check_finds(value: object) -> None:
    """
    `parse` raises CredrulesError with the findings of `check`.
    """
    with pytest.raises(CredrulesError) as caught:
        PartialDate.parse(value)

    assert check(value).findings == caught.value.findings


def test_half_sure_texts_are_warned_of() -> None:
    """
    Words such as "early July" lose what they add, and a day number typed as text is told.
    """
    found = {text: check(text) for text in ("1993年7月上旬", "1993年底", "1993.7底", "34151")}

    assert ["1993-07", "1993", "1993-07", "1993-07-01"] == [str(report.value) for report in found.values()]
    assert [["DATE.PART_OF_PERIOD"], ["DATE.PART_OF_PERIOD"], ["DATE.PART_OF_PERIOD"], ["DATE.SERIAL_TEXT"]] == [
        [item.code for item in report.warnings] for report in found.values()
    ]


def test_dates_of_other_libraries_are_read() -> None:
    """
    NumPy and pandas dates that are no `datetime.date` are read from their ISO notation; a liar is refused.
    """

    def like(name: str, answer: object) -> object:
        return type(name, (), {"__str__": lambda _: answer})()

    assert "1993-07-01" == str(check(like("datetime64", "1993-07-01T00:00:00.000000000")).value)
    assert "1993-07" == str(check(like("Period", "1993-07")).value)
    assert "DATE.UNKNOWN_WORD" == check(like("datetime64", "NaT")).findings[0].code
    assert "DATE.NOT_A_DATE" == check(like("Period", 1993)).findings[0].code
    assert "DATE.EMPTY" == check(like("NaTType", "NaT")).findings[0].code


def test_the_day_of_the_check_has_no_bearing() -> None:
    """
    A future date is a date; whether it may stand is for the rule that knows its meaning.
    """
    assert check("2100-01-01").findings == check("2100-01-01", on=dt.date(2012, 6, 1)).findings == ()


@pytest.mark.parametrize(
    ("text", "warned"), [("1993.1", True), ("1993.01", False), ("1993.10", False), ("1993-1", False)]
)
def test_january_after_a_point_may_be_october(text: str, warned: bool) -> None:  # noqa: FBT001  # a column of the table
    """
    A text of year, point and 1 is January; that a column of numbers loses the 0 of October is a warning.
    """
    report = check(text)

    assert report.ok
    assert (["DATE.MAY_BE_OCTOBER"] if warned else []) == [item.code for item in report.warnings]
    assert not warned or report.warnings[0].params["candidates"] == ("1993-01", "1993-10")
