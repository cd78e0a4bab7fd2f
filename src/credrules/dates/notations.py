"""
Dates as people write them: signs, Chinese words, other orders, words for no date.

A text is tried in three ways: as a word for "no date", as a date with signs
between its parts, as bare digits. A text that can be read in more than one way
is refused with every reading.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from credrules.dates.calendar import Parts, existing, iso
from credrules.dates.digits import from_digits, is_time, spreadsheet_century, two_digit_years
from credrules.dates.english import from_english
from credrules.dates.eras import from_other_calendar
from credrules.dates.numerals import arabic
from credrules.dates.outcome import Outcome, accepted, refused, undecided
from credrules.findings import Finding, finding
from credrules.none_words import NO_DATE_WORDS

__all__ = ["LONGEST", "elsewhere", "from_text", "minutes_of", "tidy"]
__dir__ = __all__.copy

LONGEST: Final = 40
"""A longer text is never read as a date."""

# fmt: off
_OPEN_ENDED: Final = frozenset((
    "至今", "到今", "今", "迄今", "现在", "现今", "如今", "至现在", "到现在", "目前", "至目前", "到目前", "当前",
    "现", "现职", "在职", "在读", "在任", "长期", "长期有效", "永久", "永久有效", "终身", "终身有效", "无期限",
    "无固定期限", "至今为止", "仍在职", "目前在职", "在岗", "现任", "今天", "今日", "昨天", "明天", "今年", "去年",
    "明年", "本年", "本月", "当月", "present", "now", "current", "ongoing", "to date", "till now", "today", "yesterday",
))
# fmt: on

# Signs between the parts of a date. A dot or a dash may be any of several
# characters; Chinese full stops and commas come from the input method.
_SIGN: Final = "[-/.\\\\_ ,\u2010-\u2014\u2212\xb7]"
_YEAR_FIRST: Final = re.compile(
    rf"(?:公元)?(\d{{4}})(?:年度?|(?:年|{_SIGN})(\d{{1,2}})(?:月份?|(?:月|{_SIGN})(\d{{1,2}})[日号]?)?)?(?:出?生)?",
    re.ASCII,
)
_JANUARY: Final = re.compile(r"(\d{4})\.1", re.ASCII)
_RUN: Final = re.compile(r"(\d{4})\.(\d\d)(\d\d)", re.ASCII)
_YEAR_LAST: Final = re.compile(rf"(\d{{1,2}}){_SIGN}(\d{{1,2}}){_SIGN}(\d{{4}})", re.ASCII)
# Digits alone, or a whole number as it appears after an empty cell has turned its column into decimals.
_BARE: Final = re.compile(r"(\d+)|(\d{4,8})\.0", re.ASCII)

# A full day, then a weekday, a time of day, a zone. The time is not kept; the weekday must agree.
_FULL_DAY: Final = (
    rf"(?:公元)?\d{{4}}(?:年|{_SIGN})\d{{1,2}}(?:月|{_SIGN})\d{{1,2}}[日号]?|\d{{8}}"
    rf"|\d{{1,2}}{_SIGN}\d{{1,2}}{_SIGN}\d{{4}}"
)
_WEEKDAY: Final = "[(（,]?(?:星期|周|礼拜)([1-6日天])[)）]?"
_CLOCK: Final = (
    r"(?:[T ]|(?<=[日号天)）])|(?<=[期周拜]\d)|(?=[上下早晚中凌]))(?:上午|下午|早上|晚上|中午|凌晨)?"
    r"(?:(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.\d{1,9})?)?|[时点](?:整|(\d{1,2})分?(?:(\d{1,2})秒)?)?)"
    r"|(?<=T)(\d\d)(?:(\d\d)(\d\d)?)?)(?:[AP]M)?"
)
_DETAILED: Final = re.compile(
    rf"({_FULL_DAY})(?:{_WEEKDAY})?(?:{_CLOCK})?(Z|[+-]\d\d:?\d\d)?", re.ASCII | re.IGNORECASE
)
_WEEKDAYS: Final = "123456日"
_MONTH_YEAR: Final = re.compile(rf"(\d{{1,2}}){_SIGN}(\d{{4}})", re.ASCII)
_TWO_DIGITS: Final = re.compile(
    rf"(\d\d)(?:年|(?:年|{_SIGN})(\d{{1,2}})(?:月份?|(?:月|{_SIGN})(\d{{1,2}})[日号]?)?)", re.ASCII
)
_TWO_DIGITS_LAST: Final = re.compile(rf"(\d{{1,2}}){_SIGN}(\d{{1,2}}){_SIGN}(\d\d)", re.ASCII)
_WITHOUT_YEAR: Final = re.compile(r"\d{1,2}月(?:份|\d{1,2}[日号]?)?", re.ASCII)

# "Early July 1993" lies in July 1993; "about July 1993" may not.
_INSIDE: Final = re.compile(
    "(.+?)(?:年初|年中|年底|年末|月初|月中|月底|月末|初|中旬?|上旬|下旬|底|末|上半年|下半年|上半月|下半月)"
)
_ABOUT: Final = re.compile("(?:大约|大概|约)(.+)|(.+?)(?:左右|前后|以前|以后|之前|之后|前|后|许)")
_BETWEEN: Final = re.compile("至|到|[-~～—–−]+")

_CHINESE_SIGNS: Final = str.maketrans("。、，•∙⋅‧・：’‘′", "........:'''")
_LOOSE_ENDS: Final = " .,;；'"
_WRAPPED: Final = re.compile(r"[(（\[【〔]([^()（）\[\]【】〔〕]*)[)）\]】〕]")
_BESIDE_SIGN: Final = re.compile(" ?([^0-9 ]) ?")


def tidy(text: str) -> str:
    """
    Replace Chinese punctuation by the signs of dates and remove loose signs at the ends.

    The apostrophe is the mark by which spreadsheets keep a number as text.

    >>> tidy("1993。7。1"), tidy("'1993-07.")
    ('1993.7.1', '1993-07')
    """
    plain = text.translate(_CHINESE_SIGNS).strip(_LOOSE_ENDS)
    wrapped = _WRAPPED.fullmatch(plain)
    return (wrapped[1] if wrapped is not None else plain) or text


def from_text(text: str, *, date1904: bool = False) -> Outcome:
    """
    Read a tidy text; see the module for the order of the attempts.

    >>> from_text("1993年7月").parts, from_text("至今").findings[0].code
    ((1993, 7, None), 'DATE.OPEN_ENDED')
    """
    if len(text) > LONGEST:
        return refused("DATE.NOT_A_DATE")
    word = text.lower()
    if word in _OPEN_ENDED:
        return refused("DATE.OPEN_ENDED", word=text)
    if word in NO_DATE_WORDS:
        return refused("DATE.UNKNOWN_WORD", word=text)
    plain = _BESIDE_SIGN.sub(r"\1", arabic(text))
    bare = _BARE.fullmatch(plain)
    if bare is not None:
        return from_digits(bare[1] or bare[2], date1904=date1904)
    return (
        _written(plain)
        or _detailed(plain)
        or from_english(text)
        or _month_name(plain)
        or _vague(plain)
        or _with_more(plain)
        or _range(plain)
        or from_other_calendar(plain)
        or refused("DATE.NOT_A_DATE")
    )


def _written(text: str) -> Outcome | None:
    return _year_first(text) or _year_last(text) or _short_year(text)


def _detailed(text: str) -> Outcome | None:
    """
    Read a full day with a weekday or a time of day after it.

    A day with the wrong weekday is as impossible as 31 June.
    """
    found = _DETAILED.fullmatch(text)
    if found is None:
        return None
    day, weekday, *clock, zone = found.groups()
    hands = [int(item) for item in clock if item is not None]
    hands += [0] * (3 - len(hands))
    if not is_time(*hands):
        return refused("DATE.NOT_A_DATE")
    outcome = from_digits(day) if day.isdecimal() else _written(day)
    if weekday is not None and outcome is not None and outcome.parts is not None:
        is_day = outcome.parts[0], outcome.parts[1] or 1, outcome.parts[2] or 1
        if _WEEKDAYS[dt.date(*is_day).weekday()] != weekday.replace("天", "日"):
            return refused("DATE.IMPOSSIBLE", date=text)
    return outcome if zone is None or outcome is None else elsewhere(outcome, hands, minutes_of(zone))


def minutes_of(zone: str) -> int:
    """
    Return how many minutes a zone is ahead of UTC: ``Z``, ``+08:00``, ``-0500``.

    >>> minutes_of("Z"), minutes_of("+08:00"), minutes_of("-0500")
    (0, 480, -300)
    """
    if zone in "Zz":
        return 0
    digits = zone[1:].replace(":", "")
    return (int(digits[:2]) * 60 + int(digits[2:])) * (-1 if zone[0] == "-" else 1)


def elsewhere(outcome: Outcome, clock: Sequence[int], zone: int) -> Outcome:
    """
    Return the day it was in China at a time of another zone; a warning names both days if they differ.

    A program that stores midnight of a day in China writes 16:00 UTC of the day before, or 15:00 in the
    summers of 1986 to 1991, when clocks were put forward.

    >>> elsewhere(accepted(1988, 11, 14), (16, 0, 0), 0).parts
    (1988, 11, 15)
    """
    parts = outcome.parts
    if parts is None or parts[1] is None or parts[2] is None or not dt.MINYEAR < parts[0] < dt.MAXYEAR:
        return outcome
    day_begins = dt.datetime(parts[0], parts[1], parts[2], tzinfo=dt.UTC)
    moment = day_begins + dt.timedelta(hours=clock[0], minutes=clock[1] - zone, seconds=clock[2])
    hours = 9 if (moment.hour, moment.minute) == (15, 0) and moment.year in _SUMMER_TIME else 8
    day = (moment + dt.timedelta(hours=hours)).date()
    if day == dt.date(parts[0], parts[1], parts[2]):
        return outcome
    found = finding("DATE.ZONE", date=day.isoformat(), candidates=(iso(parts), day.isoformat()))
    return Outcome((day.year, day.month, day.day), (*outcome.findings, found))


_SUMMER_TIME: Final = range(1986, 1992)


def _year_first(text: str) -> Outcome | None:
    found = _YEAR_FIRST.fullmatch(text)
    if found is not None:
        return accepted(*_numbers(found.groups()), *_may_be_october(text))
    found = _RUN.fullmatch(text)
    return accepted(*_numbers(found.groups())) if found is not None else None


def _may_be_october(text: str) -> tuple[Finding, ...]:
    """
    Return a remark on `1993.1`: it is January, or 1993.10 after a number cell has lost the zero.
    """
    found = _JANUARY.fullmatch(text)
    candidates = existing(*((int(found[1]), month, None) for month in (1, 10))) if found is not None else ()
    return (finding("DATE.MAY_BE_OCTOBER", candidates=candidates),) if candidates else ()


def _year_last(text: str) -> Outcome | None:
    found = _YEAR_LAST.fullmatch(text)
    if found is None:
        found = _MONTH_YEAR.fullmatch(text)
        return accepted(int(found[2]), int(found[1])) if found is not None else None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    candidates = existing((year, first, second), (year, second, first))
    if len(candidates) > 1:
        return undecided(candidates)
    # At most one order gives a day of the calendar; if none does, the finding is about the usual order.
    month_first = bool(existing((year, first, second)))
    return accepted(year, first, second) if month_first else accepted(year, second, first)


def _short_year(text: str) -> Outcome | None:
    candidates: tuple[str, ...] = ()
    found = _TWO_DIGITS.fullmatch(text)
    if found is not None:
        candidates = two_digit_years(*_numbers(found.groups()))
    found = _TWO_DIGITS_LAST.fullmatch(text)
    if found is not None:
        first, second, year = map(int, found.groups())
        candidates += two_digit_years(year, first, second) + two_digit_years(year, second, first)
    if candidates:
        return undecided(tuple(dict.fromkeys(candidates)), "DATE.TWO_DIGIT_YEAR")
    return refused("DATE.NO_YEAR") if _WITHOUT_YEAR.fullmatch(text) else None


def _numbers(parts: tuple[str | None, ...]) -> Parts:
    year, month, day = (None if part is None else int(part) for part in parts)
    return year or 0, month, day


def _plain_date(text: str) -> Parts | None:
    """
    Return the date of a text that can be read in one way only, else None.
    """
    outcome = from_digits(text) if text.isascii() and text.isdecimal() else _written(text)
    return outcome.parts if outcome is not None and not outcome.findings else None


def _vague(text: str) -> Outcome | None:
    found = _INSIDE.fullmatch(text)
    period = _plain_date(found[1]) if found is not None else None
    if period is not None and period[2] is None:
        return accepted(*period, finding("DATE.PART_OF_PERIOD", date=iso(period)))
    found = _ABOUT.fullmatch(text)
    about = _plain_date(found[1] or found[2]) if found is not None else None
    return undecided((iso(about),), "DATE.APPROXIMATE") if about is not None else None


# 十月-88: how a Chinese spreadsheet shows a month of a year.
_MONTH_NAME: Final = re.compile(r"(?:(\d{1,2})-)?(\d{1,2})月-(\d{4}|\d\d)", re.ASCII)


def _month_name(text: str) -> Outcome | None:
    found = _MONTH_NAME.fullmatch(text)
    if found is None:
        return None
    year, month, day = _numbers(found.group(3, 2, 1))
    return (accepted if len(found[3]) == 4 else spreadsheet_century)(year, month or 0, day)


# What the printed form of a cadre's record, or a typist, adds after a date: the age, or what happened then.
_AGE: Final = r"[.,;: ]?[(（]?(?:现?年)?\d{1,3}周?岁[)）]?|[(（]\d{1,3}[)）]"
_HAPPENED: Final = (
    "正式|开始|出生|生|结业|毕业|肄业|取得|获得|获批|评定|评审|评聘|通过|认定|发证|颁发|签发|生效|入职|入党|入团|加入|参军"
    "|入伍|参加工作|工作|聘任|受聘|任职|任命|转正|定级|入学|退休|批准|考取|考试|领取|注册|报到|调入|到岗|上岗|确认|授予"
)
_EVENT: Final = (
    f"(?:{_HAPPENED})(?:{_HAPPENED}|证书?|资格|职称|学历|学位)*"
    "(?:于[\u4e00-\u9fff]{2,16})?(?:的?(?:时间|日期|时|日))?"
)
# The solar calendar, which every date is of unless it says 农历 or 阴历.
_SOLAR: Final = "公历|阳历|新历|西历|国历"
_MORE: Final = re.compile(f"(.+?)(?P<more>(?:{_AGE})|[(（]?{_EVENT}[)）]?|[(（]?(?:{_SOLAR})[)）]?)", re.ASCII)
_BEFORE: Final = re.compile(f"(?P<more>生于|出生于|毕业于|结业于|取得于|始于|于|自|(?:{_SOLAR})[:：]?)(.+)")


def _with_more(text: str) -> Outcome | None:
    """
    Read a date with an age or an event beside it; the finding names the rest.
    """
    found = _MORE.fullmatch(text)
    date = _plain_date(found[1]) if found is not None else None
    if date is None:
        found = _BEFORE.fullmatch(text)
        date = _plain_date(found[2]) if found is not None else None
    if found is None or date is None:
        return None
    return accepted(*date, finding("DATE.MORE_TEXT", date=iso(date), more=found["more"].strip(" .,;:()（）")))


def _range(text: str) -> Outcome | None:
    for sign in _BETWEEN.finditer(text):
        start, rest = _plain_date(text[: sign.start()]), text[sign.end() :]
        if start is None:
            continue
        end = _plain_date(rest)
        if end is not None:
            return undecided((iso(start), iso(end)), "DATE.RANGE")
        if not rest or rest in _OPEN_ENDED or sign[0] + rest in _OPEN_ENDED:
            return undecided((iso(start),), "DATE.RANGE")
    return None
