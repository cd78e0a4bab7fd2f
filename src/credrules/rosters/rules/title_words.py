"""
Entries in a column of titles that are not titles: a qualification, a worker's grade, a series, a level, two titles.

Each is reported with the table it belongs to, or with the name that is meant;
a name that is also a title (技师, 经济师) counts as a title.

References: the tables TITLES, TITLE_NAMES, OCCUPATIONAL_QUALIFICATIONS, SKILL_GRADES and EXAMS_IN_LIEU.
"""

from __future__ import annotations

import functools
import re
from typing import Final

from credrules import codes
from credrules.engine import Context, Violation, rule, violation
from credrules.facts import titles
from credrules.findings import Finding
from credrules.remembering import remembered
from credrules.rosters.records.row import RosterRow
from credrules.values import Label

__all__ = [
    "TITLE_WORD_RULES",
    "exam_titles",
    "informal_title",
    "is_spoken_for",
    "issue_date_present",
    "kind_of",
    "not_a_title",
    "one_title",
]
__dir__ = __all__.copy

_QUALIFICATION: Final = Label(
    "职业资格（见国家职业资格目录）", "a qualification (national list of occupational qualifications)"
)
_GRADE: Final = Label("职业技能等级（见职业技能等级表）", "a worker's skill grade (list of skill grades)")
_CERTIFICATE: Final = Label("证书（资格、上岗或等级证书）", "a certificate of another kind")
_OCCUPATION: Final = Label("职业、工种（见职业分类大典）", "an occupation (classification of occupations)")
_DUTY: Final = Label("职务或岗位", "a post")
_HONOUR: Final = Label("荣誉称号（见荣誉称号表）", "an honorary title (list of honorary titles)")
_SERIES: Final = Label("职称系列（见职称系列表）", "a series of titles (list of series)")
_CERTIFICATES: Final = re.compile(
    ".*(?:证|证书|资格|驾照)|普通话.*|(?:大学)?英语[四六]级|(?:全国)?计算机[一二三四]级.*"
)
_GRADED: Final = re.compile("(?:初级|中级|高级)(.+)")
_TRADE: Final = re.compile("[(（]([^()（）]+)[)）]")
# Posts of offices and of the Party: what a person does there, not what a certificate says.
_DUTIES: Final = re.compile(
    ".*(?:书记|科员|办事员|公务员|[处科局厅股镇乡县区市]长|[处科局厅股]级|法官|检察官|(?:办公室|居委会|村委会|车间|工会|学生处|教务处)(?:副?主任))"
)
_APART: Final = re.compile(r"[、，,;；/／|+＋&和及兼]|\s+")
# Entries of the list whose examination confers the title itself.
_GIVES_TITLE: Final = "the examination itself gives the title"


@remembered(4096)
def kind_of(name: str) -> Label | None:
    """
    Return what a name in a column of titles is instead, None for a title and for an unknown name.

    >>> kind_of("执业药师").zh[:4], kind_of("中级工").zh[:6], kind_of("工程师")
    ('职业资格', '职业技能等级', None)
    """
    if titles.meanings(name) or name in exam_titles() or _ends_a_title(name):
        return None
    return _of_titles(name) if _is_in_titles(name) else _of_others(name)


def _is_in_titles(name: str) -> bool:
    return codes.QUALIFICATION_TITLES.check(name).value is not None or codes.SKILL_GRADES.check(name).value is not None


def _of_titles(name: str) -> Label | None:
    found = codes.QUALIFICATION_TITLES.check(name)
    if any(item.code == "CODE.SERIES" for item in found.findings):
        return _SERIES
    # Else 工程师任职资格: a title and what certificates write after it.
    return _GRADE if found.value is None or found.value.startswith("EXT-WORKER") else None


def _of_others(name: str) -> Label | None:
    if any(item.code == "CODE.AMBIGUOUS" for item in codes.QUALIFICATION_TITLES.check(name).findings):
        return None
    qualification = codes.OCCUPATIONAL_QUALIFICATIONS.check(name)
    if qualification.value is not None:
        entry = codes.OCCUPATIONAL_QUALIFICATIONS[qualification.value]
        return None if _GIVES_TITLE in entry.note else _QUALIFICATION
    if _is_graded_trade(name):
        return _GRADE
    kinds = (
        (_HONOUR, bool(codes.HONOUR_TITLES.find(name))),
        (_CERTIFICATE, _CERTIFICATES.fullmatch(name) is not None),
        (_OCCUPATION, _is_occupation(name)),
        (_DUTY, _DUTIES.fullmatch(name) is not None),
    )
    return next((kind for kind, fits in kinds if fits), None)


def _is_graded_trade(name: str) -> bool:
    """
    Return whether a name is a worker's grade with the trade in brackets: 高级工（电工）, 技师（焊工）.
    """
    trade = _TRADE.search(name)
    return (
        trade is not None
        and bool(codes.OCCUPATIONS.find(trade[1]))
        and codes.SKILL_GRADES.check(_TRADE.sub("", name)).value is not None
    )


def _is_occupation(name: str) -> bool:
    graded = _GRADED.fullmatch(name)
    return any(codes.OCCUPATIONS.find(bare) for bare in (name, graded[1] if graded else name))


def _ends_a_title(name: str) -> bool:
    # 播音员 without its grade (一级播音员) is short for a title, though a qualification has that name too.
    named = (entry.name for table in (codes.TITLES, codes.TITLE_NAMES) for entry in table if entry.attribute("level"))
    return len(name) > 2 and any(title.endswith(name) for title in named)


@functools.cache
def exam_titles() -> frozenset[str]:
    """
    Return the titles that an examination confers in place of review.
    """
    return frozenset(title for entry in codes.EXAMS_IN_LIEU for title in entry.attribute("titles").split(";") if title)


@remembered(4096)
def _parts(name: str) -> tuple[str, ...]:
    """
    Return the titles of a cell that holds several, or a title and a qualification; empty for one.
    """
    if titles.meanings(name):
        return ()
    parts = tuple(part for part in _APART.split(name) if part)
    if len(parts) > 1:
        known = all(_is_title(part) or kind_of(part) for part in parts)
        return parts if known and any(map(_is_title, parts)) else ()
    # The blank between the two has been removed as layout: 讲师 工程师 arrives as 讲师工程师.
    pairs = ((name[:cut], name[cut:]) for cut in range(2, len(name) - 1))
    return next((pair for pair in pairs if all(map(titles.meanings, pair))), ())


def _is_title(part: str) -> bool:
    # 高级工程师（2020年） and 高工 count as well.
    bare = _BRACKETED.sub("", part)
    return bool(titles.meanings(bare)) or any(
        item.code == "CODE.COLLOQUIAL" for item in codes.QUALIFICATION_TITLES.check(bare).findings
    )


_BRACKETED: Final = re.compile("[（(][^（）()]*[）)]$")


@remembered(4096)
def _said_of(name: str) -> Finding | None:
    """
    Return what the table of titles says about a wording that is not a name, None for a name.
    """
    found = codes.QUALIFICATION_TITLES.check(name).findings
    return next((item for item in found if item.code in {"CODE.COLLOQUIAL", "CODE.NO_NAME"}), None)


def is_spoken_for(name: str) -> bool:
    """
    Whether a rule of this module reports a name, so that no other rule needs to.

    >>> is_spoken_for("工程师、会计师"), is_spoken_for("副高"), is_spoken_for("高级工程师")
    (True, True, False)
    """
    return bool(kind_of(name) or _parts(name) or _said_of(name) or titles.level_beside(name))


@rule("ROSTER.NOT_A_TITLE", requires=("title_name",))
def not_a_title(row: RosterRow, _: Context) -> Violation | None:
    """
    A qualification, a worker's grade, a certificate or a series is not a title; the table it belongs to is named.
    """
    kind = kind_of(row.title_name or "")
    return None if kind is None else violation("title_name", kind=kind)


@rule("ROSTER.TWO_TITLES", requires=("title_name",))
def one_title(row: RosterRow, _: Context) -> Violation | None:
    """
    A cell holds one title.
    """
    parts = _parts(row.title_name or "")
    return violation("title_name", titles=parts) if parts else None


@rule("ROSTER.TITLE_INFORMAL", requires=("title_name",))
def informal_title(row: RosterRow, _: Context) -> Violation | None:
    """
    A colloquial name (高工, 副高) or a level beside the name does not appear on certificates; the name is suggested.
    """
    beside = titles.level_beside(row.title_name or "")
    if beside is not None:
        return violation("title_name", suggestion=beside[0], reason=_LEVEL_TOO, named=_named(beside[0]))
    said = _said_of(row.title_name or "")
    if said is None:
        return None
    name = said.suggestion
    named = _NO_NAME if name is None else _named(str(name))
    return violation("title_name", suggestion=name, reason=said.params["reason"], named=named)


def _named(name: str) -> Label:
    return Label(f"，规范名称为{name}", f"; the name is {name}")


_LEVEL_TOO: Final = Label("除名称外还写了级别", "gives the level beside the name")
_NO_NAME: Final = Label("，不是职称名称", "; it is no name of a title")


@rule("ROSTER.ISSUED_MISSING", requires=("title_name",), reads=("issued_on",), reports_missing=True)
def issue_date_present(row: RosterRow, _: Context) -> Violation | None:
    """
    A title requires the day it was obtained.
    """
    return violation("issued_on") if row.issued_on is None and kind_of(row.title_name or "") is None else None


TITLE_WORD_RULES: Final = (not_a_title, one_title, informal_title, issue_date_present)
"""Rules about entries in the column of titles that are not titles, and about the title's day."""
