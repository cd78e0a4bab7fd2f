"""
The time a heading speaks of: one year, or a period that is no calendar year.

近五年, 任现职以来 and 2022-2024年 are periods under any heading. 累计, 上半年 and
2024年以前 are periods where hours are counted: hours of such a time are never
those of the year that is asked for.

References: headings of public templates (tests/rosters/headings); docs/adr/0017.

Limitations: a year of two digits (24年学时) is no year here, and the heading is
not understood.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

__all__ = ["Time", "counts_hours", "time_of"]
__dir__ = __all__.copy

_NUMBER: Final = "(?:[一二三四五六七八九十两]+|[1-9]|1[0-9])"
_YEARS: Final = r"(?:19|20)\d\d年?(?:度|学年)?"

_YEAR: Final = re.compile(r"((?:19|20)\d\d)(?:年度?|学年)?")
# Under any heading.
_PERIOD: Final = re.compile(
    rf"{_YEARS}(?:(?:[-—–~至到、,，和及与]|或者?)+(?:(?:19|20)?\d\d年?(?:度|学年)?|至?今))+"
    rf"|(?:近|最近|过去|前|上)(?:{_NUMBER}|几|数|些|多|半)?个?(?:周|学|自然|会计|公历)?年(?:度|内|来|间|期)?(?:平均|合计|累计)?"
    r"|(?:近|前|最近|过去|连续|任期|周期|上|历)?(?<!\d)(?:[二三四五六七八九十两]|[2-9]|1\d)个?年(?![级制])(?:度|内|来|间|期)?"
    r"|(?:历|往|逐|各|数|几|多|前|次|明|下一?|去|上一?)年度?|以前年度|历届|往届"
    r"|(?:本|上|下|前|每|一个|各|整个|全)?(?:任期|周期|聘期|注册期|有效期|规划期)内?(?=总?学时|总?学分|总?课时|$)"
    r"|任期内?|聘期内|周期内?"
    r"|^.{0,14}?(?:以来|至今|迄今)"
    r"|“?[\"']?十[一二三四五六七]五[\"']?”?(?:期间|时期|以来)?"
)
# Where hours are counted: also parts of a year, and what has no beginning or no end.
_OF_HOURS: Final = re.compile(
    rf"(?:自|从|截至|截止到?|至|到)?{_YEARS}(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:之?前|以前|之?后|以后|起|止|为止|底|末|后续)+"
    rf"|(?:截至|截止到?|至|到)(?:{_YEARS})(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?"
    r"|(?:自|从)?.{0,12}?(?:期间|时期|阶段)内?"
    r"|(?:自|从).{1,10}?起"
    r"|截[至止]到?(?:目前|现在|今|当前|报名|申报|填表).{0,3}"
    rf"|(?:{_YEARS})?(?:上|下|前|后|近)?(?:半年度?|半个?年)"
    rf"|(?:{_YEARS})?第?[一二三四1-4本上每各](?:个)?季度?"
    rf"|(?:{_YEARS})?(?:\d{{1,2}}|[一二三四五六七八九十]+)(?:[-—~至到](?:\d{{1,2}}|[一二三四五六七八九十]+))?月份?"
    rf"|(?:近|最近|过去|前)?{_NUMBER}个月"
    rf"|{_YEARS}第?[一二12上下]?学期|第?[一二三四上下本每各]?学期"
    rf"|(?:19|20)\d\d学年"
    r"|[本当每上单各]个?(?:月|周|日|天)(?:均|度)?|[周月日](?=总?(?:学时|课时|学分))|[年月周日]均|平均(?:每[年月周])?|人均"
    rf"|近{_NUMBER}(?:届|轮|次)|[本上下]一?轮|累积|累计|历史|终身|结转|结余|转入"
)
# The year a table is of: 年度累计学时 is that year's.
_THIS_YEAR: Final = re.compile(r"本年度?|当年度?|今年|全年|该年度?|(?<![近上下各历前去往每多数几])年度")
_HOURS: Final = re.compile("学时|学分|课时|公需|公共科目|选修|专业科目|继续教育")


@frozen
class Time:
    """
    The time a heading names: a year, a period, or neither; `rest` is the heading without it.
    """

    rest: str
    year: int | None = None
    period: bool = False


def counts_hours(core: str) -> bool:
    """
    Whether a heading speaks of hours of study.

    >>> counts_hours("公需科目"), counts_hours("职称")
    (True, False)
    """
    return bool(_HOURS.search(core))


def time_of(core: str, *, hours: bool | None = None) -> Time:
    """
    Return the time that a heading names; with `hours` it is read as one of hours, whatever its words.

    >>> time_of("任现职以来总学时"), time_of("2024年公需科目").year
    (Time(rest='总学时', year=None, period=True), 2024)
    >>> time_of("累计学时").period, time_of("2024年累计学时").period, time_of("累计").period
    (True, False, False)
    """
    found = _PERIOD.search(core)
    if found is None and (counts_hours(core) if hours is None else hours):
        found = _of_hours(core)
    if found is not None:
        return Time(core[: found.start()] + core[found.end() :], period=True)
    year = _YEAR.search(core)
    return Time(core) if year is None else Time(core[: year.start()] + core[year.end() :], int(year[1]))


def _of_hours(core: str) -> re.Match[str] | None:
    found = _OF_HOURS.search(core)
    # 2024年累计学时 and 年度累计学时 are those of a year.
    if found is not None and found[0] in {"累计", "累积"} and (_YEAR.search(core) or _THIS_YEAR.search(core)):
        return None
    return found
