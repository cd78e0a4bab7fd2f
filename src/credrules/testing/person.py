"""
An invented person as one coherent value: what the strategies draw, and how it fills rows and facts.

Every date is a day and every code is one of the library's tables. What
`Person.row` and `Person.facts` return is plain data.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, Final

from attrs import field, frozen

from credrules import codes
from credrules.dates import full_years
from credrules.fields import fields_of
from credrules.masking import mask, mask_email
from credrules.rosters import RosterRow, match_columns
from credrules.rosters.column import Heading

__all__ = ["HeldTitle", "Person", "Study"]
__dir__ = __all__.copy

# How offices write the way a title was obtained, by its route.
_MODES: Final = {"REVIEW": "评审", "EXAM": "考试取得", "RECOGNISE": "认定"}


def _masked(text: str) -> str:
    return repr(mask(text))


def _masked_email(text: str) -> str:
    return repr(mask_email(text))


@frozen(kw_only=True)
class Study:
    """
    One education: its level (EDUCATION), where, of what, from when to when, and its degree (DEGREE) if there is one.

    `full_time` is False for a study while in work.

    >>> Study(level="21", school="甲大学", major="土木工程", entered_on=dt.date(2001, 9, 1),
    ...     graduated_on=dt.date(2005, 7, 1), degree="4").years
    4
    """

    level: str
    school: str
    major: str
    entered_on: dt.date
    graduated_on: dt.date
    full_time: bool = True
    degree: str | None = None

    @property
    def years(self) -> int:
        """
        The years of study as schools count them: from autumn 1998 to summer 2001 are three.
        """
        return self.graduated_on.year - self.entered_on.year


@frozen(kw_only=True)
class HeldTitle:
    """
    One professional title: its name as on the certificate, level, route, dates, who approved it.

    `code` is that of QUALIFICATION_TITLES, `level` one of TITLE_LEVELS,
    `route` one of ACQUISITION_ROUTES; `series` is the name of the series, which
    is read in the lists before and after the reform.

    >>> HeldTitle(code="083", name="工程师", level="420", series="工程技术人员", route="REVIEW",
    ...     obtained_on=dt.date(2010, 12, 1), appointed_on=dt.date(2011, 1, 1), organ="甲市人事局",
    ...     certificate_number="03000001")
    HeldTitle(code='083', name='工程师', level='420', series='工程技术人员', route='REVIEW',
        obtained_on=datetime.date(2010, 12, 1), appointed_on=datetime.date(2011, 1, 1), organ='甲市人事局',
        certificate_number='03*****1')
    """

    code: str
    name: str
    level: str
    series: str
    route: str
    obtained_on: dt.date
    appointed_on: dt.date
    organ: str
    certificate_number: str = field(repr=_masked)


@frozen(kw_only=True)
class Person:
    """
    An invented person on a day, `as_of`; drawn by `people`, or written by hand.

    Number, sex and birth date agree; `studies` and `titles` are in order of
    time, the highest last; nothing lies after `as_of`. Codes are those of SEX,
    ETHNICITY, POLITICAL_STATUS and DIVISIONS. A repr masks number, phones and
    addresses; the attributes hold them whole.

    >>> from hypothesis import find
    >>> from credrules.testing import strategies
    >>> person = find(strategies.people(on=dt.date(2025, 6, 30)), bool)
    >>> person.age, len(person.studies), person.titles
    (22, 1, ())
    """

    as_of: dt.date
    name: str
    citizen_id: str = field(repr=_masked)
    sex: str
    birth_date: dt.date
    ethnicity: str
    political_status: str
    native_place: str
    unit_name: str
    unit_place: str
    work: str
    work_started_on: dt.date
    studies: tuple[Study, ...]
    titles: tuple[HeldTitle, ...] = ()
    mobile: str = field(repr=_masked)
    landline: str = field(repr=_masked)
    email: str = field(repr=_masked_email)
    address: str = field(repr=_masked)

    @property
    def age(self) -> int:
        """
        Full years on `as_of`.
        """
        return full_years(self.birth_date, self.as_of)

    @property
    def highest(self) -> Study:
        """
        The highest and last study.
        """
        return self.studies[-1]

    @property
    def title(self) -> HeldTitle | None:
        """
        The highest and last title; None if there is none.
        """
        return self.titles[-1] if self.titles else None

    def facts(self) -> dict[str, Any]:
        """
        Return the facts that `credrules.eligibility.assess` reads.

        A list is complete: who has no title has an empty list, so nothing about it is unknown.

        >>> from hypothesis import find
        >>> from credrules.eligibility import assess
        >>> from credrules.testing import strategies
        >>> on = dt.date(2025, 6, 30)
        >>> facts = find(strategies.people(on=on), lambda person: len(person.titles) == 1).facts()
        >>> assess(facts, target="工程师", on=on, jurisdiction="CN-GD", scheme="ENGINEERING").decision.name
        'OUT'
        """
        return {
            "birth_date": self.birth_date.isoformat(),
            "work_started_on": self.work_started_on.isoformat(),
            "specialty_started_on": self.work_started_on.isoformat(),
            "education": [
                {"level": study.level, "graduated_on": study.graduated_on.isoformat(), "full_time": study.full_time}
                for study in self.studies
            ],
            "degrees": [
                {"degree": study.degree, "granted_on": study.graduated_on.isoformat()}
                for study in self.studies
                if study.degree
            ],
            "titles": [
                {
                    "level": title.level,
                    "series": title.series,
                    "obtained_on": title.obtained_on.isoformat(),
                    "appointed_on": title.appointed_on.isoformat(),
                    "route": title.route,
                }
                for title in self.titles
            ],
        }

    def row(self, headings: Iterable[object] | None = None, *, dates: str = "%Y-%m-%d") -> dict[Any, Any]:
        """
        Return the person as a row of a roster: heading -> cell, as people write it.

        `headings` are those of the host's own table, read by `match_columns`; a
        heading without a field, or of something the person lacks, has an empty
        cell. Without them the row has every field the person fills, under its
        label. `dates` is how dates are written (a pattern of strftime); a
        pattern without a day is enough for every date but that of birth in a
        table that asks for it.

        >>> from hypothesis import find
        >>> from credrules.testing import strategies
        >>> person = find(strategies.people(on=dt.date(2025, 6, 30)), lambda person: person.sex == "2")
        >>> person.row(["Gender", "年龄（周岁）", "民 族", "Remarks"])
        {'Gender': '女', '年龄（周岁）': 22, '民 族': '汉族', 'Remarks': ''}
        """
        cells = self._cells(dates)
        if headings is None:
            labels = {spec.name: spec.label.zh for spec in fields_of(RosterRow)}
            return {labels[name]: cell for name, cell in cells.items() if cell != ""}
        fields = match_columns(written := list(headings)).fields
        return {heading: cells.get(fields.get(_key(heading), ""), "") for heading in written}

    def _cells(self, dates: str) -> dict[str, str | int]:
        cells: dict[str, str | int] = {
            "name": self.name,
            "citizen_id": self.citizen_id,
            "sex": codes.SEX[self.sex].name.rstrip("性"),
            "birth_date": self.birth_date.strftime(dates),
            "age": self.age,
            "ethnicity": codes.ETHNICITY[self.ethnicity].name,
            "native_place": codes.DIVISIONS[self.native_place].name,
            "political_status": codes.POLITICAL_STATUS[self.political_status].name,
            "work_start": self.work_started_on.strftime(dates),
            "prof_start": self.work_started_on.strftime(dates),
            "unit_name": self.unit_name,
            "unit_place": codes.DIVISIONS[self.unit_place].name,
            "mobile": self.mobile,
            "phone": self.mobile,
            "landline": self.landline,
            "email": self.email,
            "address": self.address,
            **_study_cells("", self.highest, dates),
            **_study_cells("first_", self.studies[0], dates),
        }
        if self.highest.degree is not None:
            cells["degree_on"] = self.highest.graduated_on.strftime(dates)
        if not self.highest.full_time:
            cells |= _study_cells("later_", self.highest, dates)
        if self.title is not None:
            cells |= _title_cells(self.title, dates)
        return cells


def _study_cells(which: str, study: Study, dates: str) -> dict[str, str]:
    return {
        f"{which}education": codes.EDUCATION[study.level].name,
        f"{which}degree": "" if study.degree is None else codes.DEGREE[study.degree].name,
        f"{which}school": study.school,
        f"{which}major": study.major,
        f"{which}graduated_on": study.graduated_on.strftime(dates),
    }


def _title_cells(title: HeldTitle, dates: str) -> dict[str, str]:
    return {
        "title_name": title.name,
        "title_level": codes.TITLE_LEVELS[title.level].name,
        "title_series": title.series,
        "acquire_mode": _MODES[title.route],
        "issued_on": title.obtained_on.strftime(dates),
        "appointed_on": title.appointed_on.strftime(dates),
        "certificate_number": title.certificate_number,
        "approving_organ": title.organ,
    }


def _key(heading: object) -> Heading:
    return tuple(map(str, heading)) if isinstance(heading, (tuple, list)) else str(heading)
