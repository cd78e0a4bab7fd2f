"""
Names that are read but written otherwise: an ethnic group in one word, a degree in place of the education.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from credrules import codes
from credrules.engine import Pass, stage
from credrules.findings import Finding, finding
from credrules.rosters.records.row import RosterRow
from credrules.text import read_text

__all__ = ["degree_as_education", "other_names", "short_names"]
__dir__ = __all__.copy


@stage(cells=("ethnicity", "education"))
def other_names(done: Pass) -> tuple[Finding, ...]:
    """
    Return the findings with a remark on a short name, and a warning on a degree given as the education.
    """
    return (*done.findings, *short_names(done.cells, done.record), *degree_as_education(done.cells, done.record))


def short_names(cells: Mapping[str, object], row: RosterRow) -> Iterator[Finding]:
    """
    Yield a remark where an ethnic group is written short (汉 for 汉族).

    >>> next(short_names({"ethnicity": "汉"}, RosterRow(ethnicity="01"))).suggestion
    '汉族'
    """
    entry = codes.ETHNICITY.get(row.ethnicity or "")
    if entry is not None and read_text(cells["ethnicity"]).text == entry.short != entry.name:
        yield finding("ROSTER.SHORT_NAME", path=("ethnicity",), suggestion=entry.name, name=entry.name)


def degree_as_education(cells: Mapping[str, object], row: RosterRow) -> Iterator[Finding]:
    """
    Yield a warning where a degree is given as the education (硕士 for 硕士研究生).

    >>> next(degree_as_education({"education": "硕士"}, RosterRow(education="14"))).code
    'ROSTER.DEGREE_AS_EDUCATION'
    """
    if row.education is not None and codes.DEGREE.find(read_text(cells["education"]).text or ""):
        entry = codes.EDUCATION[row.education]
        yield finding("ROSTER.DEGREE_AS_EDUCATION", path=("education",), name=entry.short or entry.name)
