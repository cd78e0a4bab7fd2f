"""
The studies of a roster row beside the highest: the first one, and the one while in work.

References: the columns of public templates (tests/rosters/headings).

Limitations: one study of each kind; a third is a column of another time.
"""

from __future__ import annotations

from typing import Annotated

from attrs import frozen

from credrules import codes
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field
from credrules.leaves import MONTH, TEXT
from credrules.rosters._words import ALIASES
from credrules.rosters.records.cells import EDUCATION_DEGREE
from credrules.rosters.records.entries import MAJORS, SCHOOLS
from credrules.rosters.records.person import PersonCells

__all__ = [
    "StudyCells",
]
__dir__ = __all__.copy


@frozen(kw_only=True)
class StudyCells(PersonCells):
    """
    The cells about the first study and the one while in work; see `RosterRow`.

    >>> StudyCells(first_school="甲大学").first_school
    '甲大学'
    """

    education_degree: Annotated[str, EDUCATION_DEGREE] | None = form_field(
        "学历学位",
        "education and degree",
        help=("学历和学位写在一格，如本科/学士。", "Education and degree in one cell, such as 本科/学士."),
        aliases=ALIASES["education_degree"],
        entry=EntryMode.CODE,
        invalid="ROSTER.NAME_UNLISTED",
    )
    first_degree: Annotated[str, codes.DEGREE] | None = form_field(
        "第一学位",
        "first degree",
        help=("第一学历的学位，没有则留空。", "The degree of the first study; empty if there is none."),
        aliases=ALIASES["first_degree"],
        entry=EntryMode.CODE,
    )
    first_school: Annotated[str, SCHOOLS] | None = form_field(
        "第一学历毕业院校",
        "school of the first study",
        help=("第一学历的毕业学校。", "The school of the first study."),
        aliases=ALIASES["first_school"],
    )
    first_major: Annotated[str, MAJORS] | None = form_field(
        "第一学历专业",
        "major of the first study",
        help=("第一学历所学的专业。", "The major of the first study."),
        aliases=ALIASES["first_major"],
    )
    first_graduated_on: Annotated[PartialDate, MONTH] | None = form_field(
        "第一学历毕业时间",
        "first graduated on",
        help=("第一学历毕业的年月。", "The month of the first graduation."),
        aliases=ALIASES["first_graduated_on"],
        entry=EntryMode.DATE,
    )
    later_degree: Annotated[str, codes.DEGREE] | None = form_field(
        "在职学位",
        "degree while in work",
        help=("在职教育的学位，没有则留空。", "The degree of the study while in work; empty if there is none."),
        aliases=ALIASES["later_degree"],
        entry=EntryMode.CODE,
    )
    later_school: Annotated[str, TEXT] | None = form_field(
        "在职学历毕业院校",
        "school of the study while in work",
        help=("在职教育的毕业学校。", "The school of the study while in work."),
        aliases=ALIASES["later_school"],
    )
    later_major: Annotated[str, TEXT] | None = form_field(
        "在职学历专业",
        "major of the study while in work",
        help=("在职教育所学的专业。", "The major of the study while in work."),
        aliases=ALIASES["later_major"],
    )
    later_graduated_on: Annotated[PartialDate, MONTH] | None = form_field(
        "在职学历毕业时间",
        "graduated while in work on",
        help=("在职教育毕业的年月。", "The month of the graduation while in work."),
        aliases=ALIASES["later_graduated_on"],
        entry=EntryMode.DATE,
    )
