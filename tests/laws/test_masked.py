"""
No answer shows a secret whole: not in a repr, a message, the parameters, a path, plain data, HTML or an exception.
"""

from __future__ import annotations

import zlib
from typing import Any

import pytest
from hypothesis import settings

from credrules import codes, rosters
from credrules.leaves import NumberLeaf
from credrules.masking import Care, shown
from tests.support import entrances, faces, secrets

ENTRANCES = entrances.entrances()
LEAST = 200
# Of each kind, so many spellings go through each entrance; a soak sends all of them.
SAMPLE = 5


@pytest.mark.parametrize("kind", sorted(secrets.SECRETS))
def test_there_are_many_spellings(kind: str) -> None:
    """
    The corpus has hundreds of spellings of each kind of secret, and each shows it to a reader.
    """
    every = secrets.spellings(kind)

    assert len(every) >= LEAST
    assert [] == [spelling for spelling in every if not secrets.whole(spelling, spelling.text)]


@pytest.mark.parametrize("kind", sorted(secrets.SECRETS))
def test_the_masker_hides_every_spelling(kind: str) -> None:
    """
    However a secret is written, the masker hides it, in what was typed and in a cell of another kind.
    """
    told = [
        (care.name, spelling.text)
        for spelling in secrets.spellings(kind)
        for care in (Care.GIVEN, Care.CELL)
        if secrets.whole(spelling, shown(spelling.text, care))
    ]

    assert [] == told


def _sample(name: str, kind: str) -> tuple[secrets.Spelling, ...]:
    every = secrets.spellings(kind)
    if settings.default is not None and settings.get_current_profile_name() == "soak":
        return every
    # Another part of the corpus for each entrance, the same one in each run.
    first, step = zlib.crc32(f"{name} {kind}".encode()), max(len(every) // SAMPLE, 1)
    return (every[0], *(every[(first + step * number) % len(every)] for number in range(SAMPLE)))


@pytest.mark.parametrize("name", sorted(ENTRANCES))
def test_no_entrance_leads_to_a_secret_shown_whole(name: str) -> None:
    """
    Whatever way a secret is given, nothing that a host may show of the answer lets a reader put it together.
    """
    for kind in secrets.SECRETS:
        for spelling in _sample(name, kind):
            answer = entrances.answer_of(ENTRANCES[name], spelling.text)
            told = [(where, text) for where, text in entrances.exits(answer) if secrets.whole(spelling, text)]
            assert [] == told[:1], spelling.text


ANY_OBJECT = sorted(
    {name for name in ENTRANCES if name.endswith(("every cell", "every key")) and "check_frame" not in name}
    | set(faces.checks())
)


@pytest.mark.parametrize("name", ANY_OBJECT)
def test_no_object_carries_a_secret_through(name: str) -> None:
    """
    A secret in a list, a key, bytes, an exception, the name of a type or any other object is no more shown than alone.
    """
    carriers = sorted(secrets.CARRIERS)
    first = zlib.crc32(name.encode())
    for number, kind in enumerate(secrets.SECRETS):
        spelling = secrets.spellings(kind)[0]
        for way in (carriers[(first + number) % len(carriers)], carriers[(first + 5 * number + 1) % len(carriers)]):
            thing: Any = secrets.CARRIERS[way](spelling.text)
            answer = entrances.answer_of(ENTRANCES[name], thing)
            told = [(where, text) for where, text in entrances.exits(answer) if secrets.whole(spelling, text)]
            assert [] == told[:1], (way, kind)


NAMES = ("张三", "李小龙", "欧阳锋", "王 五", "赵六", "阿依古丽·买买提", "张三 13800001234")
OTHER_CELLS = sorted(
    name
    for name in ENTRANCES
    if name.startswith(("codes.", "dates.", "hours."))
    and name.endswith((".check", "[]", ".parse", "requirement", "read", "row", "subject", "year", "hours"))
    and "extend" not in name
)
# A repair of layout gives back the text it repaired.
TOLD = {"params", "message", "exception", "path", "html", "to_text"}


@pytest.mark.parametrize("name", OTHER_CELLS)
def test_a_person_in_a_cell_of_another_kind_is_not_named(name: str) -> None:
    """
    A name in the cell of a code, a date or a number of hours is no more shown than a number would be.
    """
    for person in NAMES:
        spelling = secrets.Spelling(person, "".join(filter(str.isalnum, person)))
        answer = entrances.answer_of(ENTRANCES[name], person)
        told = [item for item in entrances.exits(answer) if item[0] in TOLD and secrets.whole(spelling, item[1])]
        assert [] == told[:1], person


@pytest.mark.parametrize("table", codes.tables(), ids=lambda table: table.name)
def test_codes_and_names_of_the_tables_are_public(table: codes.CodeTable) -> None:
    """
    Whatever stands in a table is shown as it stands there, also where a message quotes it.
    """
    for entry in table.content.entries:
        for text in (entry.code, entry.name, entry.name_en, entry.short, *entry.aliases, *entry.former):
            assert text == shown(text, Care.WORDS)
    for entry in list(table)[:: max(len(table) // 40, 1)]:
        for name in (entry.name, *entry.aliases, *entry.former, *entry.loose):
            for found in table.check(name, on=entrances.ON).findings:
                assert "*" not in found.message("zh") + found.message("en"), name


@pytest.mark.parametrize(
    "text",
    [
        "1993-07-01", "1993年7月1日", "2012.06", "1 July 1993", "2012-2013", "2012—2013", "72学时", "30+42+18", "5年",
        "公需30/专业42", "GB 11643-1999", "GB/T 8561-2001", "2-02-10-09", "高级工程师", "壮族", "汉族", "甲市第一中学",
        "桂人社发", "第1中学", "1班", "3.14", "第12届", "2019年度", "中共党员", "CET-4", "本科",
    ],
)  # fmt: skip
def test_dates_figures_standards_and_names_stay_readable(text: str) -> None:
    """
    What identifies nobody is shown, so that a message can be understood.
    """
    assert [text, text] == [shown(text, Care.GIVEN), shown(text, Care.CELL)]


def test_bounds_are_figures_of_the_library() -> None:
    """
    The ends of a range are no numbers of anybody, however long they are.
    """
    found = NumberLeaf().check(10**12).findings[0]

    assert ("1000000000" in found.message("zh"), "1000000000" in found.message("en")) == (True, True)


def test_a_misspelt_code_is_shown() -> None:
    """
    Six digits that begin as a code of divisions are told as they were written; any others could be a certificate's.
    """
    told = [codes.DIVISIONS.check(text).findings[0].params["given"] for text in ("450199", "034567")]

    assert ["450199", "0****7"] == told


def test_a_repair_finds_its_masked_heading() -> None:
    """
    A heading that holds a secret is masked in the path, and the repair is made under it all the same.
    """
    heading = "姓名（13800001234）"
    report = rosters.check_row({heading: "张三 "}, on=entrances.ON)

    assert ("姓名（138******34）",) == report.findings[0].path
    assert {heading: "张三"} == report.repaired().raw
