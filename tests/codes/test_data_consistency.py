"""
Columns that name entries of other tables name real ones, and tables made of others stay in step with them.
"""

from __future__ import annotations

import pytest

from credrules import codes

LISTS = [table for table in codes.tables() if table.name != "DIVISIONS"]

# Table, column, and the table whose codes the column holds (several with `;` between them).
REFERENCES = [
    ("TITLES", "level", "TITLE_LEVELS"),
    ("TITLES_1988", "level", "TITLE_LEVELS"),
    ("TITLE_NAMES", "level", "TITLE_LEVELS"),
    ("TITLE_NAMES", "series", "TITLE_SERIES"),
    ("QUALIFICATION_TITLES", "level", "TITLE_LEVELS"),
    ("CURRENT_POSTS", "level", "TITLE_LEVELS"),
    ("TITLE_SERIES", "levels", "TITLE_LEVELS"),
    ("TITLE_SERIES", "gbt8561", "TITLES"),
    ("TITLE_SERIES", "maps_to", "TITLE_SERIES"),
    ("POST_GRADES", "level", "TITLE_LEVELS"),
    ("ACQUISITION_MODES", "route", "ACQUISITION_ROUTES"),
    ("ACQUISITION_ROUTES", "gbt14946", "OBTAINING_WAYS"),
    ("REVIEW_BODIES", "route", "ACQUISITION_ROUTES"),
    ("REVIEW_BODIES", "level", "TITLE_LEVELS"),
    ("SKILL_GRADES", "route", "ACQUISITION_ROUTES"),
    ("WORKER_GRADE_CONVENTIONS", "route", "ACQUISITION_ROUTES"),
    ("GRANTING_ORGANS", "award_level", "AWARD_LEVELS"),
    ("GRANTING_LEVELS", "award_level", "AWARD_LEVELS"),
    ("EXAMS_IN_LIEU", "series", "TITLE_SERIES"),
    ("EXAMS_IN_LIEU", "levels", "TITLE_LEVELS"),
    ("OCCUPATIONS", "minor", "OCCUPATION_GROUPS"),
    ("ETHNICITY_LETTERS", "number", "ETHNICITY"),
]


@pytest.mark.parametrize(("table", "column", "target"), REFERENCES)
def test_references_exist(table: str, column: str, target: str) -> None:
    """
    A column that holds codes of another table holds nothing else.
    """
    named = {code for entry in getattr(codes, table) for code in entry[column].split(";") if code}

    assert set() == {code for code in named if code not in getattr(codes, target)}


@pytest.mark.parametrize("table", ["TITLES", "TITLE_NAMES", "QUALIFICATION_TITLES", "CURRENT_POSTS", "TITLES_1988"])
def test_rank_follows_level(table: str) -> None:
    """
    A title ranks as its level does.
    """
    handle: codes.CodeTable = getattr(codes, table)

    assert [] == [e.code for e in handle if e["level"] and e.rank != codes.TITLE_LEVELS.rank(e["level"])]


def test_level_follows_the_third_digit() -> None:
    """
    In GB/T 8561 the third digit tells the level: 1 full senior to 5 and 6 technician.
    """
    digits = {"1": "411", "2": "412", "3": "420", "4": "434", "5": "435", "6": "435", "0": ""}

    assert [] == [entry.code for entry in codes.TITLES if digits[entry.code[2]] != entry["level"]]


def test_qualification_titles_contain_the_titles() -> None:
    """
    QUALIFICATION_TITLES is TITLES, the new names of TITLE_NAMES, and the group of workers.
    """
    shared = {entry.code for entry in codes.QUALIFICATION_TITLES}
    titles = {entry.code for entry in codes.TITLES}
    names = {entry.code for entry in codes.TITLE_NAMES}
    workers = {code for code in shared if code.startswith("EXT-WORKER")}

    assert titles < shared
    assert shared - titles - workers < names
    assert 6 == len(workers)
    assert [] == [e.code for e in codes.TITLES if e.aliases != codes.QUALIFICATION_TITLES[e.code].aliases]


def test_current_posts_are_the_qualifications_and_none() -> None:
    """
    CURRENT_POSTS is QUALIFICATION_TITLES without the workers, and 无.
    """
    posts = {entry.code: entry for entry in codes.CURRENT_POSTS}
    titles = {e.code: e for e in codes.QUALIFICATION_TITLES if not e.code.startswith("EXT-WORKER")}

    assert {"无"} == posts.keys() - titles.keys()
    assert set() == titles.keys() - posts.keys()
    assert [] == [code for code, entry in titles.items() if entry.to_row() != posts[code].to_row()]


def test_letters_are_those_of_the_ethnic_groups() -> None:
    """
    ETHNICITY_LETTERS and the column alpha of ETHNICITY say the same.
    """
    letters = {entry.code: entry["number"] for entry in codes.ETHNICITY_LETTERS}

    assert {entry["alpha"]: entry.code for entry in codes.ETHNICITY if entry["alpha"]} == letters


def test_personal_status_repeats_the_standard() -> None:
    """
    PERSONAL_STATUS is EMPLOYMENT_STATUS with marked extensions.
    """
    same = [e.code for e in codes.PERSONAL_STATUS if e.status.value == "standard"]

    assert [entry.code for entry in codes.EMPLOYMENT_STATUS] == same


def test_local_codes_of_standard_tables_are_marked() -> None:
    """
    A code of our own in a table of a national standard is an extension and shows it by EXT-.
    """
    standard = [table for table in codes.tables() if table.about.standard.startswith("GB")]
    local = [entry for table in standard for entry in table if entry.code.startswith("EXT-")]

    assert {"extension"} == {entry.status.value for entry in local}


@pytest.mark.parametrize("table", LISTS, ids=lambda t: t.name)
def test_every_entry_has_a_known_source(table: codes.CodeTable) -> None:
    """
    Every entry rests on a source that the table names; every table has notes in both languages.
    """
    keys = {source.key for source in table.about.sources}

    assert [] == [entry.code for entry in table if not entry.source or not set(entry.source.split()) <= keys]
    assert table.about.notes.zh
    assert table.about.notes.en
