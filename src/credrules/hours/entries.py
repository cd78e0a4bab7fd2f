"""
One entry of study: subject, amount, year, and what identifies it.

`Entry` is the exact form. `read_entry` also reads what tables contain: mappings
with English keys or Chinese headings, and plain rows ``(person, year, subject,
hours)``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Final, cast

from attrs import evolve, field, frozen

from credrules.findings import CredrulesError, Finding, Path, Report, finding
from credrules.hours.amounts import Amount, exact, narrow, read_amount
from credrules.hours.subjects import Subject, read_part, read_subject, subject_or_none
from credrules.lists import is_mapping
from credrules.masking import Care, masked_repr, shown_cell, shown_repr, shown_text, type_name
from credrules.values import FrozenMap, exact_int, exact_text, is_missing

__all__ = ["KEYS", "Entry", "exact_year", "read_entry", "read_year", "whose"]
__dir__ = __all__.copy

_LONGEST: Final = 40
# A course may be identified by a number, if it is one that people write.
_NUMBERED: Final = 10**18


def read_year(value: object, *, path: Path = ()) -> tuple[int | None, tuple[Finding, ...]]:
    """
    Read a calendar year between 1900 and 2199.

    >>> read_year("2023"), read_year(23)[1][0].code
    ((2023, ()), 'HOURS.YEAR')
    """
    written = exact_text(value)
    bare = None if written is None else narrow(written).strip().removesuffix("年度").removesuffix("年")
    year = (
        exact_int(value)
        if bare is None
        else int(bare)
        if len(bare) == 4 and bare.isascii() and bare.isdigit()
        else None
    )
    if year is None or not 1900 <= year < 2200:
        return None, (finding("HOURS.YEAR", path=path, given=shown_repr(value, Care.CELL)),)
    return year, ()


def exact_year(value: object) -> int:
    """
    Return the year that a value means; the converter of attrs fields.

    Raises CredrulesError for anything but a year between 1900 and 2199.

    >>> exact_year("2023年")
    2023
    """
    year, found = read_year(value)
    if year is None:
        raise CredrulesError(found)
    return year


def _days(value: object) -> int:
    days = exact(value)
    if not isinstance(days, int):
        raise CredrulesError([finding("HOURS.PART_DAY")])
    return days


_RECOGNISED: Final = frozenset(
    {"是", "已认定", "认定", "已审核", "审核通过", "通过", "已通过", "√", "true", "yes", "y", "1"}
)
_NOT_RECOGNISED: Final = frozenset({"否", "×", "退回", "已退回", "审核中", "false", "no", "n", "0"})
_NOT_YET: Final = ("未", "待", "不")


def _recognised(value: object) -> bool:
    written = exact_text(value)
    if written is not None:
        return _word(written) in _RECOGNISED
    return value is not False and exact_int(value) != 0


def _word(written: str) -> str:
    # A blank cell is an empty one, which says nothing against the record.
    return written.strip().lower() or "是"


def _recognised_problems(value: object, path: Path) -> tuple[Finding, ...]:
    word = _word(exact_text(value) or "")
    if word in _RECOGNISED | _NOT_RECOGNISED or word.startswith(_NOT_YET):
        return ()
    return (finding("HOURS.RECOGNISED", path=path, given=shown_cell(word[:_LONGEST])),)


def _read_tags(value: object) -> tuple[str, ...]:
    written = exact_text(value)
    if written is not None:
        return tuple(part for part in written.replace("；", ";").split(";") if part)
    if any(type(value) is kind for kind in (tuple, list, set, frozenset)):
        items = cast("Iterable[object]", value)
        return tuple(text for item in items if (text := exact_text(item)))
    return ()


def _course(value: object) -> str | None:
    # A blank names no course: two blanks are not the same course.
    written, number = exact_text(value), exact_int(value)
    if number is not None and abs(number) < _NUMBERED:
        written = str(number)
    return (written or "").strip() or None


def _tags(value: object) -> tuple[str, ...]:
    return tuple(sorted(set(_read_tags(value))))


@frozen(repr=False)
class Entry:
    """
    Hours of one subject in one year, and of one course if it is named.

    `hours`, full `days` and `minutes` are added up at the requirement's own
    rates; part of a day is given in hours or minutes. `course` identifies a course
    that is entered twice (a blank names none). `recognised` is whether the office has
    recognised the record (others are counted apart), `tags` are what further rules
    require (``online``, ``ethics``, ``compulsory``), `source` is where the record comes
    from. Raises CredrulesError for an invalid subject, year or amount.

    >>> Entry(Subject.GENERAL, 18, 2016)
    Entry(公需, 18, 2016)
    >>> Entry("专业", 0, 2019, days=7).days
    7
    """

    subject: Subject | None = field(converter=subject_or_none)
    hours: Amount = field(converter=exact)
    year: int = field(converter=exact_year)
    person: Hashable = None
    days: int = field(default=0, converter=_days, kw_only=True)
    minutes: Amount = field(default=0, converter=exact, kw_only=True)
    course: str | None = field(default=None, converter=_course, kw_only=True)
    id: str | None = field(default=None, kw_only=True)
    recognised: bool = field(default=True, converter=_recognised, kw_only=True)
    tags: tuple[str, ...] = field(default=(), converter=_tags, kw_only=True)
    source: str = field(default="", kw_only=True)
    date: dt.date | None = field(default=None, kw_only=True)

    def __repr__(self) -> str:
        subject = "-" if self.subject is None else self.subject.label.zh
        days = f", days={shown_text(str(self.days))}" if self.days else ""
        return f"Entry({subject}, {shown_text(str(self.hours))}, {self.year}{days})"


_HEADINGS: Final = {
    "subject": ("科目", "科目类别", "科目类型", "类别"),
    "hours": ("学时", "学时数", "课时", "学分"),
    "year": ("年度", "年份", "学习年度"),
    "person": ("人员", "姓名", "身份证号"),
    "days": ("天数",),
    "minutes": ("分钟", "时长（分钟）"),
    "course": ("课程", "课程名称"),
    "id": ("编号", "记录编号"),
    "recognised": ("已认定", "是否认定"),
    "tags": ("标记",),
    "source": ("来源",),
    "date": ("日期",),
}
KEYS: Final[FrozenMap[str, str]] = FrozenMap(
    {**{name: name for name in _HEADINGS}, **{zh: name for name, all_ in _HEADINGS.items() for zh in all_}}
)
"""Every heading of an entry, and the field it means."""


def read_entry(value: object, *, path: Path = ()) -> Report[Entry]:
    """
    Read an `Entry`, a mapping, or a row ``(person, year, subject, hours)``; never raises.

    >>> read_entry({"科目": "公修课", "学时": "18", "年度": "2016"}).value
    Entry(公需, 18, 2016)
    >>> read_entry(("p1", 2016, "选修", 0.5)).value
    Entry(选修, 1/2, 2016)
    """
    if type(value) is Entry:
        return Report(value, value)
    cells = _found(value)
    if not cells:
        return Report(value, None, (finding("HOURS.ENTRY", path=path, kind=type_name(value)),))
    return _from_cells(value, cells, path)


def whose(value: object) -> tuple[Hashable, int | None]:
    """
    Return person and year of an entry that cannot be read, if they can be.

    >>> whose(("p1", 2016, "选修", "many"))
    ('p1', 2016)
    """
    cells = _found(value)
    person = cells.get("person")
    return _person(person), read_year(cells.get("year"))[0]


def _found(value: object) -> dict[str, Any]:
    kind = type(value)
    if kind is tuple or kind is list:
        row = cast("tuple[object, ...] | list[object]", value)
        cells = zip(("person", "year", "subject", "hours"), row, strict=True) if len(row) == 4 else ()
        return {name: cell for name, cell in cells if not is_missing(cell)}
    return _cells(value) if is_mapping(value) else {}


def _cells(value: Mapping[object, object]) -> dict[str, Any]:
    try:
        pairs = [(key, cell) for key, cell in value.items()]  # pairs of two, or it raises
    except Exception:  # noqa: BLE001  # a foreign mapping's methods may raise anything
        return {}
    named = ((KEYS.get(exact_text(key) or ""), cell) for key, cell in pairs)
    return {name: cell for name, cell in named if name is not None and not is_missing(cell)}


def _from_cells(raw: object, cells: dict[str, Any], path: Path) -> Report[Entry]:
    found: list[Finding] = []
    year, more = read_year(cells.get("year"), path=(*path, "year"))
    found += more
    subject = None
    part = read_part(cells.get("subject"))
    if part is not None:
        subject = part[0]
        cells = {**cells, "tags": (*_read_tags(cells.get("tags")), *([part[1]] if part[1] else []))}
    elif cells.get("subject") is not None:
        subject, more = read_subject(cells["subject"], path=(*path, "subject"))
        found += more
    amounts: dict[str, Amount] = {}
    for name in ("hours", "days", "minutes"):
        amount, more = read_amount(cells.get(name, 0), path=(*path, name))
        found += more
        amounts[name] = 0 if amount is None else amount
    if not isinstance(amounts["days"], int):
        found.append(finding("HOURS.PART_DAY", path=(*path, "days")))
    if not amounts.keys() & cells.keys():
        found.append(finding("HOURS.NO_AMOUNT", path=(*path, "hours")))
    found += _recognised_problems(cells.get("recognised"), (*path, "recognised"))
    bad = any(item.severity.value == "error" for item in found)
    if year is None or bad:
        return Report(raw, None, tuple(found))
    entry = Entry(subject, amounts["hours"], year, _person(cells.get("person")))
    entry = evolve(
        entry,
        days=amounts["days"],
        minutes=amounts["minutes"],
        course=cells.get("course"),
        id=exact_text(cells.get("id")),
        recognised=cells.get("recognised", True),
        tags=cells.get("tags"),
        source=exact_text(cells.get("source")) or "",
        date=cells["date"] if type(cells.get("date")) is dt.date else None,
    )
    return Report(raw, entry, tuple(found))


def _person(value: object) -> Hashable:
    # A person that cannot be a key (a list, NaN, an object whose methods raise) is identified by its text.
    if type(value) is str or type(value) is int:
        return value
    try:
        hash(value)
        if value == value:  # noqa: PLR0124  # the test for NaN and its like
            return value
    except Exception:  # noqa: BLE001  # a foreign object's methods may raise anything
        return masked_repr(value)
    return masked_repr(value)
