"""
What the reader finds in fresh rosters: mistakes told, sound rows left alone, columns and lines read, slips undone.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from attrs import define, field, frozen

from credrules.findings import Report
from credrules.rosters import PROFILE, check_table, find_headings
from credrules.values import Severity
from tools.measuring.mistakes import MISTAKES, SLIPS, Mistake, Person, sound_check
from tools.measuring.offices import FIELDS, Office, lines_of, offices
from tools.measuring.people import ON, person, written

_HOURS: Final = PROFILE.switch(hours="CN-GD", hours_year=2023)
_BROKEN: Final = 0.45
_SLIPPED: Final = 0.3
_EMPTY: Final = 0.3
_NOISE: Final = ("", "", "甲", "3", 12, 450.5, "2021-05", "x1234", "无", "已审核", "中级", "男", "本科")


@frozen
class Made:
    """
    One row as it was made: its cells, what is wrong with it and where, and cells that a repaired copy must undo.
    """

    cells: tuple[object, ...]
    mistake: str = ""
    at: frozenset[int] = frozenset()
    truth: tuple[object, ...] = ()
    slips: tuple[int, ...] = ()


@define
class Figures:
    """
    Counts of one office, or of all.
    """

    columns: int = 0
    columns_right: int = 0
    wrong_fields: list[str] = field(factory=list)
    missed_columns: list[str] = field(factory=list)
    people: int = 0
    lines_right: int = 0
    sound: int = 0
    false_alarms: list[str] = field(factory=list)
    made: Counter[str] = field(factory=Counter)
    found: Counter[str] = field(factory=Counter)
    slips: Counter[str] = field(factory=Counter)
    undone: Counter[str] = field(factory=Counter)
    wrong_repairs: list[str] = field(factory=list)

    def add(self, other: Figures) -> None:
        """
        Add the counts of another office.
        """
        for name in ("columns", "columns_right", "people", "lines_right", "sound"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("wrong_fields", "missed_columns", "false_alarms", "wrong_repairs"):
            getattr(self, name).extend(getattr(other, name))
        for name in ("made", "found", "slips", "undone"):
            getattr(self, name).update(getattr(other, name))

    @property
    def recall(self) -> float:
        """
        The share of mistakes told of in one of their columns.
        """
        return self.found.total() / self.made.total()

    @property
    def false_share(self) -> float:
        """
        The share of sound rows with an error or a warning.
        """
        return len(self.false_alarms) / self.sound

    @property
    def undone_share(self) -> float:
        """
        The share of slips that the repaired copy undoes.
        """
        return self.undone.total() / self.slips.total()

    @property
    def column_share(self) -> float:
        """
        The share of columns read as they were labelled.
        """
        return self.columns_right / self.columns

    @property
    def wrong_share(self) -> float:
        """
        The share of columns read as a field that they are not.
        """
        return len(self.wrong_fields) / self.columns


def measured(office: Office, seed: int, count: int) -> Figures:
    """
    Return the figures of one office with so many people.
    """
    rng = random.Random(f"{office.name} {seed}")  # noqa: S311  # the same rows every time
    rows = list(_rows(office, rng, count))
    lines, merged = lines_of(office)
    width = len(office.headings)
    sheet = [
        ["人员花名册", *[None] * (width - 1)],
        *lines,
        *(list(row.cells) for row in rows),
        ["合计", f"{count}人", *[None] * (width - 2)],
        ["制表人：", *[None] * (width - 3), "日期："],
    ]
    shifted = [(top + 1, left, bottom + 1, right) for top, left, bottom, right in merged]
    layout = find_headings(sheet, merged=shifted)
    first = 1 + len(lines)
    figures = Figures(people=count)
    figures.lines_right = len({*layout.rows} & {*range(first, first + count)}) - len(
        {*layout.rows} - {*range(first, first + count)}
    )
    report = check_table(layout.headings, [row.cells for row in rows], on=ON, profile=_HOURS)
    for column, role in zip(report.columns.columns, office.roles, strict=True):
        figures.columns += 1
        right = column.field in FIELDS[role]
        figures.columns_right += right
        if not right:
            (figures.wrong_fields if column.field else figures.missed_columns).append(
                f"{office.name}: {column.text} -> {column.field or column.fate.value}"
            )
    places: dict[Any, set[int]] = {}
    for column in report.columns.columns:
        # Of two columns with one heading a finding does not say which.
        places.setdefault(column.heading, set()).add(column.place)
    for made, answer in zip(rows, report.rows, strict=True):
        _judge(made, answer, places, office, figures)
    return figures


def _judge(made: Made, report: Report[Any], places: dict[Any, set[int]], office: Office, figures: Figures) -> None:
    # That a number of fifteen places should be replaced is right, and no false alarm.
    serious = [it for it in report.findings if it.severity is not Severity.INFO and it.code != "CITIZEN_ID.FIFTEEN"]
    told = {place for item in serious if item.path for place in places[item.path[0]]}
    if made.mistake:
        figures.made[made.mistake] += 1
        figures.found[made.mistake] += bool(told & made.at)
    elif not made.slips:
        figures.sound += 1
        if serious:
            figures.false_alarms.append(f"{office.name}: {', '.join(f'{it.code} {it.path}' for it in serious)}")
    repaired: Any = report.repaired().raw
    for place, (before, after) in enumerate(zip(made.cells, repaired, strict=True)):
        name = f"{office.roles[place]}"
        if place in made.slips:
            figures.slips[name] += 1
            figures.undone[name] += str(after).upper() == str(made.truth[place]).upper()
        # Nothing may become something else than what was written or meant.
        if after != before and not (_means(after, made.truth[place]) or _means(after, before)):
            figures.wrong_repairs.append(f"{office.name}: {name}: {before!r} -> {after!r} ({made.mistake})")


def _means(after: object, before: object) -> bool:
    """
    Whether two cells mean the same: the same letters, the same date, or two names of one education or sex.
    """
    one, other = ("".join(str(it).split()).upper() for it in (after, before))
    dates = _date(after), _date(before)
    if all(dates):
        # A month written as a serial number or a date has its first day.
        length = min(map(len, dates))
        return dates[0][:length] == dates[1][:length]
    return one == other or any({one, other} <= names for names in _SAME)


def _date(cell: object) -> tuple[int, ...]:
    if isinstance(cell, dt.date):
        return (cell.year, cell.month, cell.day)
    if type(cell) is int and 15_000 < cell < 60_000:  # a serial number of a day since 1900
        return _date(dt.date(1899, 12, 30) + dt.timedelta(days=cell))
    parts = [int(part) for part in re.findall("[0-9]+", str(cell))] if isinstance(cell, str) else []
    if len(parts) == 1 and len(str(cell)) in {6, 8}:
        text = str(cell)
        parts = [int(text[:4]), int(text[4:6]), *([int(text[6:])] if len(text) == 8 else [])]
    return tuple(parts) if len(parts) in {2, 3} and 1900 < parts[0] < 2100 else ()


# Names of one thing, as the tables of the standards and as people write them.
_SAME: Final = (
    {"大专", "大学专科", "大学专科教育", "专科教育", "专科"},
    {"本科", "大学本科", "大学本科教育", "本科教育"},
    {"硕士研究生", "硕士研究生教育", "硕士研究生毕业"},
    {"博士研究生", "博士研究生教育", "博士研究生毕业"},
    {"汉", "汉族"},
    {"无", ""},
)


def _rows(office: Office, rng: random.Random, count: int) -> Iterator[Made]:
    known = {role for role in office.roles if role not in {"-", "x"}}
    kinds = [item for item in MISTAKES if set(item.needs) <= known]
    people: list[Person] = []
    told: list[Person] = []
    for serial in range(count):
        one = person(rng, office.trade, serial)
        if serial and "unit" in known and rng.random() < 0.7:
            one["unit"] = people[-1]["unit"]
        people.append(dict(one))
        truth = _cells(office, one, rng)
        if rng.random() < _BROKEN:
            made = _broken(office, one, truth, kinds, told, rng)
            if made is not None:
                yield made
                continue
        told.append(dict(one))
        yield _slipped(office, truth, rng)


def _cells(office: Office, one: Person, rng: random.Random) -> tuple[object, ...]:
    return tuple(
        _other_cell(heading, role, rng) if role in {"-", "x"} else written(rng, role.rstrip("?"), one[role.rstrip("?")])
        for heading, role in zip(office.headings, office.roles, strict=True)
    )


def _other_cell(heading: object, role: str, rng: random.Random) -> object:
    """
    Return what may stand in a column of no field, or in another person's or another time's.
    """
    text = heading if isinstance(heading, str) else "".join(heading)  # type: ignore[arg-type]  # a group and a text
    if role == "-" or rng.random() < _EMPTY:
        return rng.choice(_NOISE) if role == "-" and "编号" not in text else ""
    other = person(rng, "", rng.randint(1000, 9999))
    kinds = (
        ("电话", "mobile"),
        ("方式", "mobile"),
        ("身份证", "id"),
        ("学时", "total"),
        ("时间", "issued"),
        ("日期", "birth"),
        ("职称", "title"),
        ("单位", "unit"),
        ("岗位", "position"),
        ("", "name"),
    )
    name = next(value for word, value in kinds if word in text)
    return written(rng, name, 310 if name == "total" else other[name])


def _broken(
    office: Office,
    one: Person,
    truth: tuple[object, ...],
    kinds: list[Mistake],
    earlier: list[Person],
    rng: random.Random,
) -> Made | None:
    draw = rng.random()
    sound = [other for other in earlier if sound_check(other["id"])]
    if draw < 0.06 and sound and "id" in office.roles:
        return _again(office, truth, "id", rng.choice(sound)["id"], "the same person again")
    if draw < 0.1 and sound and "certificate" in office.roles:
        return _again(office, truth, "certificate", rng.choice(sound)["certificate"], "the same certificate again")
    if draw < 0.16 and sound and "unit" in office.roles and len(earlier[0]["unit"]) > 4:
        name = earlier[0]["unit"]
        return _again(office, truth, "unit", f"{name[:2]} {name[2:]}", "a unit spelled in two ways")
    kind = rng.choice(kinds)
    changed = dict(one)
    if not kind.make(rng, changed):
        return None
    cells = list(truth)
    for place, role in enumerate(office.roles):
        bare = role.rstrip("?")
        if bare in changed and changed[bare] != one.get(bare):
            cells[place] = written(rng, bare, changed[bare])
    at = frozenset(place for place, role in enumerate(office.roles) if role.rstrip("?") in kind.at)
    return Made(tuple(cells), kind.name, at, truth)


def _again(office: Office, truth: tuple[object, ...], role: str, value: object, name: str) -> Made | None:
    place = office.place(role)
    if place is None or truth[place] == value:
        return None
    cells = [*truth[:place], value, *truth[place + 1 :]]
    at = frozenset(at for at, item in enumerate(office.roles) if item in {role, "name"})
    return Made(tuple(cells), name, at, tuple(cells))


def _slipped(office: Office, truth: tuple[object, ...], rng: random.Random) -> Made:
    cells = list(truth)
    slips = []
    if rng.random() < _SLIPPED:
        role, _name, slip = rng.choice([item for item in SLIPS if item[0] in office.roles])
        place = office.place(role)
        text = truth[place] if place is not None else None
        if place is not None and isinstance(text, str) and text and slip(text) != text:
            cells[place] = slip(text)
            slips.append(place)
    return Made(tuple(cells), "", frozenset(), truth, tuple(slips))


def measure(seeds: tuple[int, ...] = (1, 2), count: int = 120) -> tuple[Figures, dict[str, Figures]]:
    """
    Return the figures of all offices together, and of each.
    """
    everything = Figures()
    single: dict[str, Figures] = {}
    for office in offices():
        own = Figures()
        for seed in seeds:
            own.add(measured(office, seed, count))
        single[office.name] = own
        everything.add(own)
    return everything, single
