"""
How many entries each table holds, as counted in its sources.
"""

from __future__ import annotations

import pytest

from credrules import codes

# Table -> entries; the figures are those of the standards and lists, groups and marked extensions included.
COUNTS = {
    "SEX": 4,
    "ETHNICITY": 60,
    "ETHNICITY_LETTERS": 59,
    "POLITICAL_STATUS": 13,
    "EDUCATION": 41,
    "DEGREE": 56,
    "LANGUAGES": 183,
    "LANGUAGE_PROFICIENCY": 4,
    "FOREIGN_LANGUAGE_EXAMS": 41,
    "ENGLISH_EXAMS": 32,
    "EMPLOYMENT_STATUS": 13,
    "PERSONAL_STATUS": 17,
    "YES_NO": 2,
    "EDUCATION_ITEMS": 2,
    "DEGREE_ITEMS": 2,
    "TITLES": 291,
    "TITLES_1988": 24,
    "TITLE_SERIES": 56,
    "TITLE_SPECIALITIES": 533,
    "TITLE_NAMES": 225,
    "TITLE_LEVELS": 7,
    "QUALIFICATION_TITLES": 374,
    "CURRENT_POSTS": 369,
    "POSITION_LEVELS": 35,
    "POST_GRADES": 13,
    "ACQUISITION_MODES": 6,
    "ACQUISITION_ROUTES": 5,
    "OBTAINING_WAYS": 4,
    "REVIEW_BODIES": 26,
    "OCCUPATIONAL_QUALIFICATIONS": 180,
    "EXAMS_IN_LIEU": 24,
    "AWARD_LEVELS": 3,
    "AWARD_GRADES": 7,
    "AWARD_FORMS": 5,
    "GRANTING_LEVELS": 20,
    "AWARDS": 45,
    "HONOUR_TITLES": 56,
    "HONOUR_LEVELS_1988": 6,
    "DISCIPLINARY_SANCTIONS": 37,
    "GRANTING_ORGANS": 111,
    "SKILL_GRADES": 8,
    "SKILL_GRADES_2022": 8,
    "WORKER_LEVELS": 6,
    "WORKER_GRADE_CONVENTIONS": 5,
    "OCCUPATIONS": 1675,
    "OCCUPATION_GROUPS": 537,
    "WORKER_ESTABLISHMENTS": 2,
    "WORKER_IDENTITIES": 3,
    "WORKER_UNIT_LEVELS": 2,
    "WORKER_EXCEPTIONS": 3,
    "WORKER_SPECIAL_CASES": 3,
    "WORKER_STAMPS": 2,
    "DECLARATION_CHANNELS": 2,
    "DECLARATION_STATES": 12,
    "FORM_CARRIERS": 2,
    "HOLIDAYS_2018": 32,
    "ORGANISATION_DEPARTMENTS": 48,
    "UNIT_KINDS": 5,
    "LEARNING_SUBJECTS": 3,
    "LEARNING_STATES": 7,
    "LEARNING_ROUTES": 4,
    "LEARNING_ASSESSMENTS": 2,
    "LEARNING_ROLES": 9,
    "LEARNING_REQUESTS": 7,
    "LEARNING_UNIT_STATES": 4,
    "TITLE_SYSTEMS": 5,
    "TITLE_SYSTEM_USERS": 5,
    "TITLE_BUSINESSES": 6,
    "TITLE_UNIT_KINDS": 4,
    "TITLE_UNITS": 2,
    "TITLE_EMPLOYMENTS": 2,
    "TITLE_COMMITTEE_LEVELS": 3,
    "TITLE_BASIC_STATES": 7,
    "TITLE_APPLICATION_STATES": 14,
    "TITLE_ROLES": 7,
    "TITLE_FORM_SOURCES": 2,
    "TITLE_PAPER_AUDITS": 2,
}


def test_every_table_is_counted() -> None:
    """
    A table that is shipped has its count here; divisions have tests of their own.
    """
    assert {table.name for table in codes.tables()} - {"DIVISIONS"} == set(COUNTS)


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_count(name: str, count: int) -> None:
    """
    A table holds as many entries as its sources.
    """
    assert count == len(getattr(codes, name))


def test_parts_of_the_titles() -> None:
    """
    GB/T 8561-2001: 56 series and 235 posts.
    """
    kinds = [entry["kind"] for entry in codes.TITLES]

    assert (56, 235) == (kinds.count("series"), kinds.count("title"))


def test_schemes_of_the_series() -> None:
    """
    27 series after the reform, 29 before it.
    """
    schemes = [entry["scheme"] for entry in codes.TITLE_SERIES]

    assert (27, 29) == (schemes.count("post-reform-27"), schemes.count("pre-reform-29"))


def test_standard_ethnic_groups() -> None:
    """
    GB/T 3304 has 56 entries; everything else is marked.
    """
    standard = [entry.code for entry in codes.ETHNICITY if entry.status.value == "standard"]

    assert [f"{number:02}" for number in range(1, 57)] == standard


def test_entries_of_the_catalogue_of_2021() -> None:
    """
    The list of 2021 has 72 entries: 59 for professionals (33 access, 26 level), 13 for skilled workers.
    """
    top = [entry for entry in codes.OCCUPATIONAL_QUALIFICATIONS if entry["edition"] == "2021" and not entry.parent]
    professional = [entry["kind"] for entry in top if entry["section"] == "professional"]

    assert (72, 33, 26) == (len(top), professional.count("access"), professional.count("level"))


def test_languages_of_the_title_examination() -> None:
    """
    The national title examination was held in six languages.
    """
    assert ["de", "en", "es", "fr", "ja", "ru"] == [e.code for e in codes.LANGUAGES if e["title_exam"] == "yes"]
