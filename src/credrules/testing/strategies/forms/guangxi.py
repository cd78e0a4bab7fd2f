"""
Forms of the Guangxi collection, drawn from a person: what the form asks for and the person has, filled in.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(4), 二(13) to 二(17).
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from hypothesis import strategies as st

from credrules.testing.person import HeldTitle, Person, Study
from credrules.testing.strategies.identifiers import certificate_numbers
from credrules.testing.strategies.persons import people
from credrules.values import FrozenMap

__all__ = ["guangxi_forms"]
__dir__ = __all__.copy

_MODES: Final = FrozenMap({"REVIEW": "PROMOTION", "EXAM": "EXAM", "RECOGNISE": "RECOGNISE"})
_LEVELS: Final = FrozenMap({"434": "助理级", "420": "中级", "412": "高级", "411": "高级"})
_ORGAN_OLD: Final = "广西壮族自治区人事厅"
_ORGAN_NEW: Final = "广西壮族自治区人力资源和社会保障厅"
# The two departments of the region were merged in 2009.
_MERGED: Final = 2009
_EXAMS: Final = ("EXT-NONE", "211", "212", "401", "402")
_OCCUPATIONS: Final = ("注册安全工程师", "注册会计师")
_AWARDS: Final = (
    ("科技进步奖", "PROVINCE_MINISTRY", "广西壮族自治区人民政府"),
    ("优秀教学成果奖", "PROVINCE_MINISTRY", "广西壮族自治区人民政府"),
)


@st.composite
def guangxi_forms(draw: st.DrawFn, on: dt.date) -> dict[str, Any]:
    """
    Return forms with every mandatory item filled; certificates, awards and honours are there or not.

    >>> from hypothesis import find
    >>> sorted(find(guangxi_forms(dt.date(2012, 6, 1)), bool))
    ['awards', 'basic', 'degrees', 'educations', 'honours', 'qualifications', 'titles']
    """
    person = draw(people(on=on))
    start = person.work_started_on.year
    years = st.integers(min(start + 1, on.year - 1), on.year - 1)
    # People without any certificate are not collected.
    count = draw(st.integers(0 if person.titles else 1, 2))
    return {
        "basic": draw(_basic(person)),
        "educations": _educations(person.studies),
        "degrees": _degrees(person.studies),
        "titles": [_title(title) for title in person.titles],
        "qualifications": [draw(_qualifications(years, number)) for number in range(1, count + 1)],
        "awards": draw(st.lists(_awards(years), max_size=2)),
        "honours": draw(st.lists(_honours(years), max_size=1)),
    }


@st.composite
def _basic(draw: st.DrawFn, person: Person) -> dict[str, Any]:
    basic: dict[str, Any] = {
        "name": person.name,
        "citizen_id": person.citizen_id,
        "sex": person.sex,
        "ethnicity": person.ethnicity,
        "birth_date": person.birth_date.isoformat(),
        "birth_place": person.native_place,
        "native_place": person.native_place,
        "political_status": person.political_status,
        "returnee": "0",
        "personal_status": "13",
        "unit_name": person.unit_name,
        "unit_place": person.unit_place,
        "work_start": f"{person.work_started_on:%Y-%m}",
        "prof_start": f"{person.work_started_on:%Y-%m}",
        "current_work": person.work,
        "current_post": "无" if person.title is None else person.title.code,
        "english_exam": draw(st.sampled_from(_EXAMS)),
        "address": person.address,
        "landline": person.landline,
        "mobile": person.mobile,
        "email": person.email,
    }
    if draw(st.booleans()):
        basic |= {"language_1": "英语", "language_1_level": draw(st.sampled_from("1234"))}
    return basic


def _educations(studies: tuple[Study, ...]) -> list[dict[str, Any]]:
    # Whoever has a single education enters it twice.
    return [
        {
            "seq": number,
            "education_item": item,
            "education_level": study.level,
            "school": study.school,
            "major": study.major,
            "study_years": str(study.years),
            "graduated_on": f"{study.graduated_on:%Y-%m}",
        }
        for number, (item, study) in enumerate((("FIRST", studies[0]), ("HIGHEST", studies[-1])), start=1)
    ]


def _degrees(studies: tuple[Study, ...]) -> list[dict[str, Any]]:
    having = [study for study in studies if study.degree is not None]
    if not having:
        return []
    return [
        {"degree_item": item, "degree_level": study.degree, "conferred_on": f"{study.graduated_on:%Y-%m}"}
        for item, study in (("FIRST", having[0]), ("HIGHEST", having[-1]))
    ]


def _title(title: HeldTitle) -> dict[str, Any]:
    bodies = {"EXAM": f"EXAM-{title.level}", "RECOGNISE": "RECOGNISE"}
    return {
        "title_series": title.series,
        "title_level": title.level,
        "title_name": title.code,
        "title_major": title.name,
        "acquire_mode": _MODES[title.route],
        "review_body": bodies.get(title.route, f"甲市{_LEVELS[title.level]}评审委员会"),
        "approving_organ": title.organ,
        "issued_on": title.obtained_on.isoformat(),
        "certificate_number": title.certificate_number,
    }


def _issuer(year: int) -> str:
    return _ORGAN_OLD if year < _MERGED else _ORGAN_NEW


@st.composite
def _qualifications(draw: st.DrawFn, years: st.SearchStrategy[int], number: int) -> dict[str, Any]:
    year = draw(years)
    return {
        "occupation_name": draw(st.sampled_from(_OCCUPATIONS)),
        "category": "其他",
        "issuer": _issuer(year),
        "issued_on": dt.date(year, draw(st.integers(1, 12)), draw(st.integers(1, 28))).isoformat(),
        # No two certificates have one number.
        "certificate_number": f"A{number}{draw(certificate_numbers())[2:]}",
    }


@st.composite
def _awards(draw: st.DrawFn, years: st.SearchStrategy[int]) -> dict[str, Any]:
    name, level, organ = draw(st.sampled_from(_AWARDS))
    return {
        "award_name": name,
        "award_grade": draw(st.sampled_from(("一等奖", "二等奖", "三等奖"))),
        "award_level": level,
        "award_organ": organ,
        "award_rank": draw(st.integers(1, 5)),
        "award_year": str(draw(years)),
    }


@st.composite
def _honours(draw: st.DrawFn, years: st.SearchStrategy[int]) -> dict[str, Any]:
    year = draw(years)
    return {
        "honour_title": "02",
        "approval_title": "关于表彰劳动模范的决定",
        "document_no": f"某字〔{year}〕{draw(st.integers(1, 99))}号",
        "certificate_number": draw(certificate_numbers()),
        "honour_date": f"{year}-05-01",
    }
