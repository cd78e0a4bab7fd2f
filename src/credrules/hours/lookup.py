"""
Which requirement is in force for a place, a year, a profession and a grade.

A row is given only if its own dates, or a source that shows that year, cover the
year; a neighbouring year's figure is never given. If a place has no row for the
year, the row of the place above it (at last the nation's) is given, and rows of the
place that are only partly known are listed with what is unknown. If two rows are in
force at once, both are listed and none is chosen.

References: data/hours/requirements.csv.
Limitations: rows whose place is unknown can only be found by name, as
``REQUIREMENTS["CN-CME-LOCAL-A"]``; rows without any date also by place and
profession without a year.
"""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve, frozen

from credrules.dates import PartialDate
from credrules.findings import Finding, Report, finding, value_or_raise
from credrules.hours.amounts import spoken
from credrules.hours.entries import read_year
from credrules.hours.places import place_label, read_place
from credrules.hours.requirements import Minimum, Requirement, Span
from credrules.hours.table import REQUIREMENTS
from credrules.masking import shown_cell
from credrules.values import Confidence, Label, exact_day, exact_text

__all__ = ["find_requirement", "requirement"]
__dir__ = __all__.copy


@frozen
class _Asked:
    """
    The question, read.
    """

    year: int | None
    profession: str
    professions: frozenset[str]
    grade: str
    on: dt.date | None


def requirement(
    jurisdiction: object,
    *,
    year: object,
    profession: str | None = None,
    grade: str | None = None,
    on: dt.date | None = None,
) -> Requirement:
    """
    Return the requirement of a place and year, or raise CredrulesError.

    `jurisdiction` is a code (``CN-GD``, ``GD``), a name (广东, 广东省, Guangdong) or
    a division code (440000); `profession` a name used in the rows or another usual
    one (会计, 会计人员). The error's findings list what is known instead. What is unsure
    about the row is listed in its `remarks`, and in every audit by it. With `year` None,
    rows of unknown dates are looked up.

    >>> requirement("CN-GD", year=2023).total, requirement("广东", year=2015).total
    (90, 72)
    >>> from credrules import CredrulesError
    >>> try:
    ...     requirement("CN-GD", year=2005)
    ... except CredrulesError as error:
    ...     print(error.findings[0].message("en"))
    no requirement of CN-GD is known for 2005; known: CN-GD-2010 (2010 to 2020-12-31), CN-GD-2021 (2021-01-01 to open)
    """
    return value_or_raise(find_requirement(jurisdiction, year=year, profession=profession, grade=grade, on=on))


def find_requirement(
    jurisdiction: object,
    *,
    year: object,
    profession: str | None = None,
    grade: str | None = None,
    on: dt.date | None = None,
) -> Report[Requirement]:
    """
    Return a report with the requirement, or with what is known instead; never raises.

    `on` selects the row when the rule changed within the year; a day of another
    year selects nothing, because the question is about `year`.

    >>> [item.code for item in find_requirement("吉林", year=2023).warnings]
    ['HOURS.NATIONAL_INSTEAD', 'HOURS.DATE_ASSUMED']
    """
    place = read_place(jurisdiction)
    number, found = (None, ()) if year is None else read_year(year, path=("year",))
    problems = [*place.findings, *found]
    if place.value is None or problems:
        return Report(jurisdiction, None, tuple(problems))
    words = [(exact_text(item) or "").strip() for item in (profession, grade)]
    asked = _Asked(number, words[0], _professions(words[0]), words[1], None if on is None else exact_day(on))
    row, remarks = _find(place.value, asked)
    if row is None:
        return Report(jurisdiction, None, tuple(remarks))
    remarks += _doubts(row, number)
    return Report(jurisdiction, evolve(row, year=number, remarks=tuple(remarks)), tuple(remarks))


def _professions(word: str) -> frozenset[str]:
    # 会计人员 is 会计; a name that may mean two professions finds the rows of both.
    plain = word.translate(_BRACKETS)
    names = importlib.import_module("credrules.hours._data.professions").PROFESSIONS
    return frozenset((plain, *names.get(plain.casefold(), ())))


_LONGEST: Final = 40
_BRACKETS: Final = str.maketrans("（）", "()")


def _find(places: tuple[str, ...], asked: _Asked) -> tuple[Requirement | None, list[Finding]]:
    remarks: list[Finding] = []
    if asked.profession:
        own = [(place, _of_profession(place, asked)) for place in places]
        row, place, found, passed = _climb([(place, rows) for place, rows in own if rows], asked)
        if row is None and not found:
            row, place = next(((rows[0], place) for place, rows in own if _alone(rows)), (None, ""))
            passed = [item for item in passed if row is None or item.params["id"] != row.id]
        remarks += passed
        if row is not None and place != places[0] and REQUIREMENTS.of(places[0]):
            remarks.append(
                finding(
                    "HOURS.SECTOR_RULE",
                    profession=shown_cell(asked.profession[:_LONGEST]),
                    place=place_label(places[0]),
                )
            )
        if row is not None or found:
            return row, [*remarks, *found]
        if not passed:
            remarks.append(finding("HOURS.PROFESSION_GENERAL", profession=shown_cell(asked.profession[:_LONGEST])))
    general = [(place, [row for row in REQUIREMENTS.of(place) if not row.professions]) for place in places]
    row, place, found, passed = _climb(general, asked)
    if row is None:
        return None, found or [_not_covered(places, general, asked)]
    if place != places[0]:
        remarks.append(finding("HOURS.NATIONAL_INSTEAD", place=place_label(places[0]), used=place_label(place)))
    return row, [*remarks, *passed, *found]


def _of_profession(place: str, asked: _Asked) -> list[Requirement]:
    return [row for row in REQUIREMENTS.of(place) if not asked.professions.isdisjoint(row.professions)]


def _climb(
    ways: Iterable[tuple[str, list[Requirement]]], asked: _Asked
) -> tuple[Requirement | None, str, list[Finding], list[Finding]]:
    """
    Search from the nearest place upwards; stop at the first that answers.

    Returns the row, its place, what is wrong (two rows at once, a grade needed), and the rows that were skipped
    because they are only partly known.
    """
    passed: list[Finding] = []
    for place, rows in ways:
        covering = [row for row in rows if _covers(row, asked)]
        whole = [row for row in covering if not _partial(row)]
        if whole:
            row, found = _pick(whole, place, asked)
            return row, place, found, passed
        passed += [_in_part(row, asked) for row in rows if _near(row, asked)]
    return None, "", [], passed


def _alone(rows: list[Requirement]) -> bool:
    # A single rule of a profession, without a known date and without another that could have replaced it.
    return len(rows) == 1 and not rows[0].attested and rows[0].since is None and rows[0].until is None


def _partial(row: Requirement) -> bool:
    """
    Whether a row for everyone is only partly known: without its total it cannot show that something is enough.
    """
    return row.total is None and not row.professions and row.confidence is not Confidence.LOW


def _near(row: Requirement, asked: _Asked) -> bool:
    # Rows for other grades than the one asked for are not relevant here.
    return not (asked.grade and row.grades) or asked.grade in row.grades


def _in_part(row: Requirement, asked: _Asked) -> Finding:
    """
    Return what is known of a row that does not answer, and what is unknown.
    """
    unknown: list[Label] = []
    if row.total is None:
        unknown.append(Label("总学时", "the total"))
    if row.since is None and row.until is None:
        unknown.append(Label("起止日期", "its dates"))
    elif not _covers(row, asked):
        unknown.append(Label(f"{asked.year} 年是否仍按此执行", f"whether it holds in {asked.year}"))
    if row.confidence is Confidence.LOW:
        unknown.append(Label("可靠的来源", "a reliable source"))
    figures = [_figure_words(it) for it in row.minima]
    zh, en = ("、".join(item.zh for item in figures), ", ".join(item.en for item in figures))
    cycle = Label(f"{row.cycle} 年合计", f"in {row.cycle} years ") if (row.cycle or 1) > 1 else Label("", "")
    return finding(
        "HOURS.KNOWN_IN_PART",
        id=row.id,
        what=Label(f"（{row.dates.zh}）{zh and f'：{cycle.zh}{zh}'}", f" ({row.dates.en}){en and f': {cycle.en}{en}'}"),
        unknown=Label("、".join(item.zh for item in unknown), ", ".join(item.en for item in unknown)),
    )


def _figure_words(minimum: Minimum) -> Label:
    year = Label("每年", "each year ") if minimum.span is Span.EACH_YEAR else Label("", "")
    name, amount = minimum.label, spoken(minimum.amount)
    return Label(f"{year.zh}{name.zh} {amount.text('zh')}", f"{year.en}{name.en} {amount.text('en')}")


def _not_covered(places: tuple[str, ...], general: Iterable[tuple[str, list[Requirement]]], asked: _Asked) -> Finding:
    # List the place's own rows, of the profession if there are any; else those of the place above.
    sectors = [(place, _of_profession(place, asked)) for place in places] if asked.profession else []
    place, rows = next(((place, rows) for place, rows in (*sectors, *general) if rows), (places[-1], []))
    known = tuple(_named(row) for row in rows) or (Label("无", "nothing"),)
    return finding("HOURS.NOT_COVERED", path=("year",), place=place_label(place), year=_asked_year(asked), known=known)


def _pick(covering: list[Requirement], place: str, asked: _Asked) -> tuple[Requirement | None, list[Finding]]:
    graded = [row for row in covering if not row.grades or asked.grade in row.grades]
    if not graded:
        grades = tuple(dict.fromkeys(grade for row in covering for grade in row.grades))
        return None, [
            finding(
                "HOURS.GRADE_NEEDED", path=("grade",), place=place_label(place), year=_asked_year(asked), grades=grades
            )
        ]
    ids = {row.id for row in graded}
    standing = [row for row in graded if not ids & set(row.yields_to)]
    if len(standing) > 1:
        names = tuple(_named(row) for row in standing)
        found = finding(
            "HOURS.SEVERAL",
            path=("year",),
            place=place_label(place),
            year=_asked_year(asked),
            known=names,
            decides=_border(standing),
        )
        return None, [found]
    return standing[0], []


def _asked_year(asked: _Asked) -> int | Label:
    return Label("（未指明）", "(not named)") if asked.year is None else asked.year


_NO_BORDER: Final = Label("", "")


def _border(rows: list[Requirement]) -> Label:
    """
    Return the day that decides between a rule and the one after it; empty if the rows hold side by side.
    """
    if len(rows) != 2:
        return _NO_BORDER
    first, second = sorted(rows, key=lambda row: dt.date.min if row.since is None else row.since.earliest())
    if second.since is None or first.until is None or first.until.latest() >= second.since.earliest():
        return _NO_BORDER
    day = second.since.earliest().isoformat()
    return Label(
        f"；以 {day} 为界：此前按 {first.id}，自该日起按 {second.id}，请指明日期（on）",
        f"; {day} decides: {first.id} before it, {second.id} from that day on; give the day as on",
    )


def _covers(row: Requirement, asked: _Asked) -> bool:
    if asked.year is None:
        return row.since is None and row.until is None
    if row.since is None and row.until is None:
        # If sources show the rule in two years, it is taken as unchanged in the years between.
        return bool(row.attested) and min(row.attested) <= asked.year <= max(row.attested)
    if asked.on is not None and asked.on.year == asked.year:
        begun = row.since is None or row.since.earliest() <= asked.on
        return begun and (row.until is None or asked.on <= row.until.latest())
    return row.in_force(asked.year)


def _named(row: Requirement) -> Label:
    return Label(f"{row.id}（{row.dates.zh}）", f"{row.id} ({row.dates.en})")


def _day(date: PartialDate | None) -> str:
    return "" if date is None else date.isoformat()


def _doubts(row: Requirement, year: int | None) -> Iterator[Finding]:
    yield from row.doubts
    if year is None:
        yield finding("HOURS.DATES_UNKNOWN", id=row.id, dates=row.dates)
        return
    if _alone([row]):
        yield finding("HOURS.DATES_UNKNOWN", id=row.id, dates=row.dates)
    elif row.since is None and row.until is None:
        yield finding("HOURS.ATTESTED", id=row.id, years=tuple(str(item) for item in row.attested))
    elif row.since is None:
        yield finding("HOURS.START_UNKNOWN", id=row.id, until=_day(row.until))
    elif row.since.year == year and row.since.latest() > dt.date(year, 1, 1) and row.window is None:
        yield finding("HOURS.PART_YEAR", id=row.id, since=_day(row.since), year=year)
    if not row.known:
        yield finding("HOURS.FIGURE_UNKNOWN", id=row.id)
    if year > int(REQUIREMENTS.horizon[:4]):
        yield finding("HOURS.AFTER_HORIZON", year=year, horizon=REQUIREMENTS.horizon)
