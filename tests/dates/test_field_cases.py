"""
Dates as real tables hold them: with an age beside, as a program shows a month, of another zone, of a bare year.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.dates import PartialDate, check
from credrules.findings import Finding


def _found(value: object, code: str) -> Finding:
    (found,) = (item for item in check(value).findings if item.code == code)
    return found


@pytest.mark.parametrize(
    ("text", "date", "more"),
    [
        ("1986.11（39岁）", "1986-11", "39岁"),
        ("2019年6月结业", "2019-06", "结业"),
        ("1990.05(35)", "1990-05", "35"),
        ("1990.05（35周岁）", "1990-05", "35周岁"),
        ("1986年11月，39岁", "1986-11", "39岁"),
        ("1986年11月39岁", "1986-11", "39岁"),
        ("2005年7月毕业", "2005-07", "毕业"),
        ("2010.08参加工作", "2010-08", "参加工作"),
        ("2015年12月取得", "2015-12", "取得"),
        ("2003年9月1日入职", "2003-09-01", "入职"),
        ("2012.12评定", "2012-12", "评定"),
        ("2018年11月（通过）", "2018-11", "通过"),
        ("1998-07转正", "1998-07", "转正"),
        ("2001年6月入党", "2001-06", "入党"),
        ("生于1986年11月", "1986-11", "生于"),
        ("毕业于2005年7月", "2005-07", "毕业于"),
    ],
)
def test_what_stands_beside_a_date(text: str, date: str, more: str) -> None:
    """
    The age of the printed cadre form, and what happened then, are no part of the date: it is read, the rest is named.
    """
    report = check(text)

    assert (date, True) == (str(report.value), report.ok)
    assert (date, more) == (
        _found(text, "DATE.MORE_TEXT").params["date"],
        _found(text, "DATE.MORE_TEXT").params["more"],
    )


@pytest.mark.parametrize(
    "text", ["1986.11（农历）", "2019年6月起", "2019年6月预计毕业", "39岁", "1986.11（待核）", "（39岁）"]
)
def test_what_may_change_the_date_is_no_such_thing(text: str) -> None:
    """
    A lunar date, an expected one and an age alone are not read.
    """
    assert check(text).value is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("十月-88", "1988-10"),
        ("三月-05", "2005-03"),
        ("十二月-99", "1999-12"),
        ("一月-30", "1930-01"),
        ("七月-29", "2029-07"),
        ("10月-88", "1988-10"),
        ("1-十月-88", "1988-10-01"),
        ("Oct-88", "1988-10"),
        ("1-Jul-93", "1993-07-01"),
        ("Jul-93", "1993-07"),
        ("Mar-05", "2005-03"),
    ],
)
def test_a_month_as_spreadsheets_show_it(text: str, date: str) -> None:
    """
    The program wrote the century away by its own rule, from 30 on the last one; it is read so, with a warning.
    """
    report = check(text)

    assert (date, True) == (str(report.value), report.ok)
    assert "DATE.CENTURY" in [item.code for item in report.warnings]


def test_a_month_with_its_whole_year_is_plain() -> None:
    """
    十月-1988 says its century.
    """
    assert ("1988-10", ()) == (str(check("十月-1988").value), check("十月-1988").warnings)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("两千一十年三月", "2010-03"),
        ("两千年", "2000"),
        ("二千零八年五月", "2008-05"),
        ("两千零一年元月", "2001-01"),
        ("两千十二年", "2012"),
        ("两千二十三年十二月三十一日", "2023-12-31"),
        ("一千九百八十八年十月", "1988-10"),
        ("一千九百年", "1900"),
        ("一千九百九十三年七月一日", "1993-07-01"),
        ("两仟零五年六月", "2005-06"),
        ("二千一十九年", "2019"),
    ],
)
def test_years_spoken_in_thousands(text: str, date: str) -> None:
    """
    两千一十年 is 2010: read, and the standard notation remarked.
    """
    report = check(text)

    assert (date, ["DATE.NOTATION"]) == (str(report.value), [item.code for item in report.findings])


@pytest.mark.parametrize(
    ("value", "written", "meant"),
    [
        ("1988-11-14T16:00:00.000Z", "1988-11-14", "1988-11-15"),
        ("1988-07-14T15:00:00.000Z", "1988-07-14", "1988-07-15"),
        ("2005-12-31T16:00:00Z", "2005-12-31", "2006-01-01"),
        ("2019-06-30T16:00:00.000Z", "2019-06-30", "2019-07-01"),
        ("2024-05-01T18:30:00+00:00", "2024-05-01", "2024-05-02"),
        ("2024-05-01 22:00:00-05:00", "2024-05-01", "2024-05-02"),
        ("1993-06-30T16:00:00Z", "1993-06-30", "1993-07-01"),
        ("2000-02-28T16:00:00.000Z", "2000-02-28", "2000-02-29"),
        ("2012-01-01T00:30:00+09:00", "2012-01-01", "2011-12-31"),
        (dt.datetime(1988, 11, 14, 16, tzinfo=dt.UTC), "1988-11-14", "1988-11-15"),
        (dt.datetime(2019, 6, 30, 17, tzinfo=dt.UTC), "2019-06-30", "2019-07-01"),
    ],
)
def test_midnight_in_china_is_the_day_before_elsewhere(value: object, written: str, meant: str) -> None:
    """
    A moment of another zone is warned of with both days where they differ; it is read as the day in China.
    """
    found = _found(value, "DATE.ZONE")

    assert (written, meant) == found.params["candidates"]
    assert all(day in found.message() for day in (written, meant))
    assert (meant, "warning") == (str(check(value).value), found.severity.value)


@pytest.mark.parametrize(
    "value",
    [
        "1988-11-14T10:00:00Z", "2024-05-01T08:00:00+08:00", "2024-05-01T00:00:00+08:00", "2024-05-01T15:00:00Z",
        "2024-05-01T00:00:00Z",
        dt.datetime.combine(dt.date(2024, 5, 1), dt.time(23)), dt.datetime(2024, 5, 1, 3, tzinfo=dt.UTC),
    ],
)  # fmt: skip
def test_the_same_day_in_both_zones_needs_no_word(value: object) -> None:
    """
    Where the day is the same in China nothing is said of zones.
    """
    assert "DATE.ZONE" not in [item.code for item in check(value).findings]


@pytest.mark.parametrize("text", ["1988-02-30T16:00:00Z", "1988-13-01T16:00:00Z", "1988-11-14T25:00:00Z"])
def test_a_moment_that_is_none_is_refused(text: str) -> None:
    """
    A day or an hour the calendar and the clock do not have is no date, whatever the zone.
    """
    assert check(text).value is None


class _Odd(dt.tzinfo):
    def utcoffset(self, when: dt.datetime | None) -> dt.timedelta | None:
        raise RuntimeError(when)

    def tzname(self, when: dt.datetime | None) -> str | None:
        return str(when)

    def dst(self, when: dt.datetime | None) -> dt.timedelta | None:
        raise RuntimeError(when)


def test_a_zone_that_raises_is_no_zone() -> None:
    """
    Foreign objects may raise anything; the day as written stands.
    """
    assert "2024-05-01" == str(check(dt.datetime(2024, 5, 1, 23, tzinfo=_Odd())).value)


@given(st.integers(1900, 2100))
def test_a_year_typed_into_a_cell_of_dates(year: int) -> None:
    """
    The number of a year, shown as a day, is a day of 1905: whichever way it comes, the year is named and asked about.
    """
    day = dt.date(1899, 12, 30) + dt.timedelta(days=year)

    for value in (day, day.isoformat(), dt.datetime.combine(day, dt.time()), f"{day:%Y/%m/%d}"):
        found = _found(value, "DATE.YEAR_IN_CELL")
        assert (str(year), True) == (found.suggestion, found.asks)
        assert check(value).value == PartialDate.from_date(day) == check(value).repaired().value


@pytest.mark.parametrize(("day", "year"), [("1905-07-04", "2012"), ("1905-06-07", "1985"), ("1905-07-12", "2020")])
def test_the_message_says_why(day: str, year: str) -> None:
    """
    1905-07-04 is what became of 2012.
    """
    assert f"{day} 是把年份 {year} 填进日期格式单元格的结果" in _found(day, "DATE.YEAR_IN_CELL").message()


@pytest.mark.parametrize("day", ["1900-01-01", "1899-12-30", "1899-12-31", "1901-01-01"])
def test_what_programs_put_for_nothing(day: str) -> None:
    """
    The first day of a calendar is a placeholder; other old days are dates.
    """
    assert "程序对空单元格的填充" in _found(day, "DATE.PLACEHOLDER").message()
    assert () == check("1899-12-29").findings == check("1904-12-31").findings == check("1970-01-01").findings


@given(st.integers(0, 99), st.integers(1, 12))
def test_two_digits_never_mean_an_impossible_year(year: int, month: int) -> None:
    """
    However two digits of year are written, no candidate lies after 2049, and one candidate alone is asked about.
    """
    for text in (f"{year:02}.{month:02}", f"{year:02}年{month}月", f"{year:02}{month:02}01"):
        found = [item for item in check(text).findings if item.code == "DATE.TWO_DIGIT_YEAR"]
        for item in found:
            candidates = item.params["candidates"]
            assert all(1900 <= int(day[:4]) <= 2049 for day in candidates)
            assert (item.suggestion is not None) == (len(candidates) == 1)
            assert item.asks


@pytest.mark.parametrize(
    ("text", "date", "more"),
    [
        ("1985.8.15（公历）", "1985-08-15", "公历"),
        ("1985年8月15日（阳历）", "1985-08-15", "阳历"),
        ("公历1985年8月", "1985-08", "公历"),
        ("阳历：1985.8.15", "1985-08-15", "阳历"),
        ("1990-02-03新历", "1990-02-03", "新历"),
        ("西历1979年", "1979", "西历"),
    ],
)
def test_the_solar_calendar_is_said_to_be_so(text: str, date: str, more: str) -> None:
    """
    A date that says it is of the solar calendar is read, with the remark.
    """
    assert (date, more) == (str(check(text).value), _found(text, "DATE.MORE_TEXT").params["more"])


@pytest.mark.parametrize(
    "text",
    [
        "农历一九八五年八月十五", "1985年农历八月十五", "1985.8.15（阴历）", "一九八五年腊月", "1985年八月初五",
        "正月初一", "1985年闰四月", "旧历1985.8.15", "2013年春节", "农历1993年七月", "1993年冬月二十", "1990年除夕",
    ],
)  # fmt: skip
def test_a_lunar_date_is_named_and_not_read(text: str) -> None:
    """
    A date of the lunar calendar lies weeks later than its figures: it is refused by that name.
    """
    assert (None, ["DATE.LUNAR"]) == (check(text).value, [item.code for item in check(text).errors])


@pytest.mark.parametrize(
    ("text", "candidate"),
    [
        ("民国七十四年五月", "1985-05"),
        ("民国74年5月1日", "1985-05-01"),
        ("中华民国38年10月1日", "1949-10-01"),
        ("民国元年", "1912"),
        ("昭和60年", "1985"),
        ("昭和元年12月", "1926-12"),
        ("平成5.7.1", "1993-07-01"),
        ("平成元年", "1989"),
        ("令和2年3月", "2020-03"),
        ("民国卅八年", "1949"),
        ("大正10年", "1921"),
    ],
)
def test_the_year_of_an_era_has_its_year_as_candidate(text: str, candidate: str) -> None:
    """
    A year counted from an era is refused, with the year of the common calendar as the candidate.
    """
    assert (None, (candidate,)) == (check(text).value, _found(text, "DATE.ERA").params["candidates"])


@pytest.mark.parametrize("sign", list("•∙⋅‧・·。、，．.,"))
def test_every_dot_parts_a_date(sign: str) -> None:
    """
    Whatever dot a keyboard gives parts year, month and day.
    """
    assert "1993-07-01" == str(check(f"1993{sign}7{sign}1").value)


@pytest.mark.parametrize(
    "value",
    [
        "1993.1", "43617", "1988-11-14T16:00:00.000Z", "2010年上半年", "2010年底", "2010年3月初", "十月-88",
        "Oct-88", "1905/7/4", "1900/1/1",
        "1986.11（39岁）", "2019年6月结业", "1985.8.15（公历）", 9307, "93.07", "07/01/1993", "民国74年5月", 1,
        "1993.07 1995.03",
    ],
)  # fmt: skip
def test_a_doubted_reading_is_not_written_into_a_copy(value: object) -> None:
    """
    Where another reading is possible, or a part of the cell is left out, the copy keeps the cell as it was.
    """
    report = check(value)

    assert value == report.repaired().raw
    assert report.findings == report.repaired().findings


@pytest.mark.parametrize(
    ("value", "copy"),
    [
        ("1993年7月", "1993-07"),
        ("１９９３．０７", "1993-07"),
        ("1993/7/1", "1993-07-01"),
        ("一九九三年七月", "1993-07"),
        ("19930701.0", "1993-07-01"),
        (34151, "1993-07-01"),
        ("两千一十年三月", "2010-03"),
        ("1993年7月1日星期四", "1993-07-01"),
        ("13/7/1993", "1993-07-13"),
        ("July 1993", "1993-07"),
    ],
)
def test_a_sure_reading_is(value: object, copy: str) -> None:
    """
    Another notation of one date only is written in the standard notation.
    """
    assert copy == check(value).repaired().raw
