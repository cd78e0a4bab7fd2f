"""
What can be wrong with the title in one row: its name, level, series, way and certificate.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(4), 二(14) to 二(16); the tables
TITLES, TITLE_NAMES, TITLE_SERIES, TITLE_LEVELS and EXAMS_IN_LIEU with their sources.

Limitations: a name that is in no table may still appear on the certificate, so
it is never an error. Whether a review was still possible is judged only where
the table of examinations dates the change, with a margin of one year.
"""

from __future__ import annotations

import functools
import re
from typing import Final

from credrules import codes
from credrules.codes import CodeTable, Entry
from credrules.dates import PartialDate
from credrules.engine import Context, Violation, rule, violation
from credrules.facts import titles
from credrules.facts.person import surely_before
from credrules.lists import grouped
from credrules.rosters.records.row import RosterRow
from credrules.rosters.rules.title_words import exam_titles, is_spoken_for
from credrules.values import Label

__all__ = [
    "TITLE_RULES",
    "certificate_is_number",
    "certificate_present",
    "examined_not_reviewed",
    "issued_after_work",
    "level_beside_agrees",
    "one_number",
    "title_level_agrees",
    "title_present",
    "title_series_agrees",
    "title_unknown",
    "title_unlisted",
]
__dir__ = __all__.copy

_OTHER_TABLES: Final = (codes.OCCUPATIONAL_QUALIFICATIONS, codes.QUALIFICATION_TITLES, codes.SKILL_GRADES)
_NOT_LISTED: Final = frozenset(
    {"CODE.UNKNOWN", "CODE.NOT_IN_FRAGMENT", "CODE.CONTRADICTION", "CODE.SPECIALITY", "CODE.NO_NAME"}
)
_BRACKETED: Final = re.compile("（[^（）]{1,20}）$|\\([^()]{1,20}\\)$")
_REVIEWED: Final = frozenset({"PROMOTION", "REVIEW"})
# Characters in which two real titles differ (中级, 高级; 一级, 二级), so not a typing error.
_GRADE_MARKS: Final = frozenset("初中高正副特一二三四五")
# Words in front of a title that may change its level.
_GRADED: Final = frozenset("助见习实初中高副正主任首席特教授级管员一二三四五")
_DIGIT: Final = re.compile("[0-9]|[〇零一二三四五六七八九十百]+号")
_HAN: Final = re.compile("[\u3400-\u9fff]")
_JUNIOR: Final = "430"
_NUMBERS: Final = ("diploma_number", "degree_number", "certificate_number", "qualification_number")
_COUNTED: Final = ("123456", "1234567", "12345678", "123456789", "1234567890")


@rule("ROSTER.TITLE_UNKNOWN", requires=("title_name",))
def title_unknown(row: RosterRow, _: Context) -> Violation | None:
    """
    A title that is not listed, even without a speciality in front, may be mistyped.
    """
    name = row.title_name or ""
    if not titles.meanings(name) and not _is_other_name(name) and not is_spoken_for(name):
        candidates = tuple(_slips_of(name) or titles.near(name))
        return violation("title_name", candidates=candidates, near=_near(candidates))
    return None


def _near(names: tuple[str, ...]) -> Label:
    return Label(f"（相近的有：{'、'.join(names)}）", f" (similar: {', '.join(names)})") if names else _NO_WORD


@rule("ROSTER.TITLE_UNLISTED", requires=("title_name",))
def title_unlisted(row: RosterRow, _: Context) -> Violation | None:
    """
    A title with its speciality before or after it gets a remark; the title alone is the candidate.
    """
    name = row.title_name or ""
    if titles.meanings(name) or not _is_other_name(name) or is_spoken_for(name):
        return None
    said = codes.QUALIFICATION_TITLES.check(name).findings
    meant = next((item.suggestion for item in said if item.code == "CODE.SPECIALITY"), None)
    title = meant if isinstance(meant, str) else _core(name, graded=True)
    if title == name or not titles.meanings(title):
        return violation("title_name", named=_NO_WORD)
    named = Label(f"（带有专业，规范名称为{title}）", f" (with a speciality; its name is {title})")
    return violation("title_name", suggestion=title, named=named)


_NO_WORD: Final = Label("", "")


@functools.lru_cache(maxsize=4096)
def _is_other_name(name: str) -> bool:
    """
    Whether a name is a qualification, a worker's grade, or a title with its speciality before or after it.
    """
    if not _HAN.search(name):
        return False
    if _is_listed_elsewhere(name):
        return True
    bare = _BRACKETED.sub("", name)
    parts = (bare, *(bare[start:] for start in range(1, len(bare) - 1)))
    return not _slips_of(name) and any(titles.meanings(part) for part in parts)


def _is_listed_elsewhere(name: str) -> bool:
    return name in exam_titles() or any(_in(table, name) for table in _OTHER_TABLES)


def _in(table: CodeTable, name: str) -> bool:
    # The editions of one list share names, so an ambiguous name is a listed one.
    return not any(item.code in _NOT_LISTED for item in table.check(name).findings)


@functools.lru_cache(maxsize=4096)
def _slips_of(name: str) -> tuple[str, ...]:
    """
    Return the titles of the same length, four characters or more, that differ in one character.
    """
    found = (known for known in _names_by_length().get(len(name), ()) if _one_slip(name, known))
    return tuple(dict.fromkeys(found))[:5] if len(name) > 3 else ()


def _one_slip(name: str, known: str) -> bool:
    different = [(one, other) for one, other in zip(name, known, strict=True) if one != other]
    return len(different) == 1 and not _GRADE_MARKS.issuperset(different[0])


@functools.cache
def _names_by_length() -> dict[int, tuple[str, ...]]:
    return grouped((len(entry.name), entry.name) for table in titles.NAMES for entry in table)


@rule("ROSTER.TITLE_LEVEL", requires=("title_name", "title_level"))
def title_level_agrees(row: RosterRow, _: Context) -> Violation | None:
    """
    The level is one the title can have.
    """
    levels = titles.levels(_core(row.title_name or "", graded=True))
    if levels and not titles.level_fits(row.title_level or "", levels):
        return violation("title_level", levels=_level_names(levels))
    return None


@rule("ROSTER.TITLE_LEVEL", requires=("title_name",))
def level_beside_agrees(row: RosterRow, _: Context) -> Violation | None:
    """
    A level written beside the title in its cell is one the title can have.
    """
    beside = titles.level_beside(row.title_name or "")
    if beside is None or titles.level_fits(beside[1], titles.levels(beside[0])):
        return None
    return violation("title_name", levels=_level_names(titles.levels(beside[0])))


def _level_names(levels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(codes.TITLE_LEVELS[code].name for code in levels)


@rule("ROSTER.TITLE_SERIES", requires=("title_name", "title_series"))
def title_series_agrees(row: RosterRow, _: Context) -> Violation | None:
    """
    The series is one the title belongs to, before or after the reform.
    """
    name, series = row.title_name or "", row.title_series or ""
    core = _core(name, graded=False)
    stated, meant = _groups_of(series), _groups(core)
    if stated and meant and not stated & meant:
        names = tuple(dict.fromkeys(_series_name(item.series) for item in titles.meanings(core) if item.series))
        return violation("title_series", series=names)
    return None


@functools.lru_cache(maxsize=4096)
def _core(name: str, *, graded: bool) -> str:
    """
    Return the title within a name with a speciality (高级工程师（建筑）), or the name itself.

    For the level (`graded`) words that may change it are kept: 助理 in 助理电气工程师.
    """
    if (beside := titles.level_beside(name)) is not None:
        return beside[0]
    if titles.meanings(name) or _is_listed_elsewhere(name):
        return name
    bare = _BRACKETED.sub("", name)
    for start in range(len(bare) - 2):
        if graded and not _GRADED.isdisjoint(bare[:start]):
            break
        if titles.meanings(bare[start:]):
            return bare[start:]
    return name


def _series_name(series: str) -> str:
    entry = codes.TITLE_SERIES.get(series)
    return entry.name if entry else series


def _groups_of(series: str) -> frozenset[str]:
    return frozenset(part for part in codes.TITLE_SERIES[series].attribute("gbt8561").split(";") if part)


@functools.lru_cache(maxsize=4096)
def _groups(name: str) -> frozenset[str]:
    """
    Return the groups of GB/T 8561 a title may belong to; each reformed series names its own.
    """
    found: set[str] = set()
    for item in titles.meanings(name):
        if item.table == codes.TITLES.name:
            found.add(codes.TITLES[item.code].parent)
        else:
            found |= _groups_of(codes.TITLE_NAMES[item.code].attribute("series"))
    return frozenset(found)


@functools.cache
def _exams() -> tuple[Entry, ...]:
    """
    Return the dated rows that end review for a whole series; rows for a part of one are left out.
    """
    return tuple(
        entry
        for entry in codes.EXAMS_IN_LIEU
        if entry.attribute("review_ended") == "Y"
        and entry.attribute("exam_from")
        and entry.attribute("levels")
        and any(found.code == entry.attribute("series") for found in codes.TITLE_SERIES.find(entry.attribute("field")))
    )


@functools.lru_cache(maxsize=4096)
def _exams_for(name: str) -> tuple[Entry, ...]:
    """
    Return the examinations that every reading of a title falls under.
    """
    levels, groups = titles.levels(name), _groups(name)
    return tuple(
        exam
        for exam in _exams()
        if groups
        and groups <= _groups_of(exam.attribute("series"))
        and all(titles.level_fits(level, tuple(exam.attribute("levels").split(";"))) for level in levels)
    )


@rule("ROSTER.EXAM_IN_LIEU", requires=("title_name", "acquire_mode", "issued_on"))
def examined_not_reviewed(row: RosterRow, _: Context) -> Violation | None:
    """
    A title obtained after an examination replaced the review does not come from a review.
    """
    exams = _exams_for(row.title_name or "") if row.acquire_mode in _REVIEWED else ()
    starts = ((exam.name, exam.attribute("exam_from")) for exam in exams)
    # A margin of one year: the first examination was not held everywhere at once.
    late = ((exam, start) for exam, start in starts if surely_before(PartialDate(int(start[:4]) + 1), row.issued_on))
    return next((violation("acquire_mode", start=start, exam=exam) for exam, start in late), None)


@rule("ROSTER.CERTIFICATE_MISSING", requires=("title_name",), reports_missing=True, reads=("certificate_number",))
def certificate_present(row: RosterRow, _: Context) -> Violation | None:
    """
    A title requires a certificate number, or 11111111 if the certificate has none.
    """
    return violation("certificate_number") if row.certificate_number is None else None


@rule(
    "ROSTER.CERTIFICATE_STAND_IN",
    reads=_NUMBERS,
)
def certificate_is_number(row: RosterRow, _: Context) -> list[Violation]:
    """
    Digits in sequence, or letters without a digit, are not the number of a certificate.
    """
    numbers = ((name, getattr(row, name)) for name in _NUMBERS)
    return [
        violation(name) for name, it in numbers if it and (it in _COUNTED or (it.isascii() and not _DIGIT.search(it)))
    ]


@rule("ROSTER.SEVERAL_NUMBERS", reads=_NUMBERS)
def one_number(row: RosterRow, _: Context) -> list[Violation]:
    """
    A cell holds the number of one certificate.
    """
    parts = ((name, _APART.split(getattr(row, name) or "")) for name in _NUMBERS)
    return [
        violation(name, count=len(several))
        for name, several in parts
        if len(several) > 1 and all(len(part.strip()) > 2 and _DIGIT.search(part) for part in several)
    ]


_APART: Final = re.compile("[、，,；;]")


@rule(
    "ROSTER.TITLE_MISSING",
    reports_missing=True,
    reads=("title_name", "title_level", "certificate_number", "qualification"),
)
def title_present(row: RosterRow, _: Context) -> Violation | None:
    """
    A level or a certificate number requires the title it belongs to.
    """
    certified = row.certificate_number and row.qualification is None
    return violation("title_name") if row.title_name is None and (row.title_level or certified) else None


@rule("ROSTER.ISSUED_BEFORE_WORK", requires=("issued_on", "work_start"), reads=("title_name", "title_level"))
def issued_after_work(row: RosterRow, _: Context) -> Violation | None:
    """
    A title of the middle or high level does not come before work; a junior one may, by examination.
    """
    levels = (row.title_level,) if row.title_level else titles.levels(row.title_name or "")
    senior = levels and not any(titles.level_fits(level, (_JUNIOR,)) for level in levels)
    return violation("issued_on") if senior and surely_before(row.issued_on, row.work_start) else None


TITLE_RULES: Final = (
    title_unknown,
    title_unlisted,
    title_level_agrees,
    level_beside_agrees,
    title_series_agrees,
    examined_not_reviewed,
    certificate_present,
    certificate_is_number,
    one_number,
    title_present,
    issued_after_work,
)
