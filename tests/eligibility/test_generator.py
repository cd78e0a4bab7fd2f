"""
The generator of the rules refuses whatever could make an answer doubtful.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from attrs import evolve

from credrules.eligibility import REQUIREMENTS, assess, conventions, fact_rows, source_title
from credrules.findings import CredrulesError
from credrules.values import LANGS
from tools import generate_eligibility
from tools.authored import BadDataError
from tools.generate_eligibility import build


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """
    A copy of the authored files.
    """
    return Path(shutil.copytree(generate_eligibility.SOURCE, tmp_path / "eligibility"))


def _edit(data: Path, name: str, change: Callable[[str], str]) -> None:
    text = (data / name).read_text("utf-8")
    changed = change(text)
    assert changed != text
    (data / name).write_text(changed, "utf-8")


def _twice(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([*lines[:2], lines[1], *lines[2:]])


def _swapped(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([lines[0], lines[2], lines[1], *lines[3:]])


def _without_first(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([lines[0], *lines[2:]])


EL3 = "EL-003,,CN-JS,WORKER_GRADES,4,,EXAM,2020,2020,"
EL4 = "EL-004,,CN-JS,WORKER_GRADES,3,,EXAM,2020,2020,"

CASES = [
    ("rules.csv", _twice, "twice"),
    ("rules.csv", _swapped, "out of order"),
    ("rules.csv", lambda text: text.replace("id,part", "id,parts"), "the columns must be"),
    ("rules.csv", lambda text: text.replace(EL3, EL3 + ","), "cells, not"),
    ("rules.csv", lambda text: text.replace(EL3, EL3.replace("CN-JS", "CN-ZZ")), "unknown jurisdiction"),
    ("rules.csv", lambda text: text.replace(EL3, EL3.replace("WORKER_GRADES", "WORKERS")), "unknown scheme"),
    ("rules.csv", lambda text: text.replace(EL3, EL3.replace(",4,", ",420,")), "another kind"),
    ("rules.csv", lambda text: text.replace(EL3, EL3.replace(",4,", ",,")), "no targets"),
    ("rules.csv", lambda text: text.replace(EL3, EL3.replace("2020,2020", "2020,2019")), "ends before it begins"),
    ("rules.csv", lambda text: text.replace(EL3, EL3.replace("2020,2020", "2020-02-30,2020")), "since"),
    ("rules.csv", lambda text: text.replace(EL3, EL3.replace("EXAM", "EXAMS")), "route"),
    ("rules.csv", lambda text: text.replace(EL3, EL3 + "2020"), "attested of an approximate period only"),
    ("rules.csv", lambda text: text.replace("continuing_education;same_trade", "continuing;same_trade"), "conditions"),
    ("rules.csv", lambda text: text.replace("LOWER_SECONDARY,,,,5,5,", "LOWER,,,,5,5,"), "education"),
    (
        "rules.csv",
        lambda text: text.replace("LOWER_SECONDARY,,,,5,5,", "LOWER_SECONDARY,,,,,5,", 1),
        "years in no level",
    ),
    ("rules.csv", lambda text: text.replace(",P09,2026-11-29,last 5", ",,2026-11-29,last 5", 1), "no source"),
    ("rules.csv", lambda text: text.replace(",P09,", ",P99,", 1), "unknown source P99"),
    ("rules.csv", lambda text: text.replace("EL-008,1,", "EL-008,3,"), "parts"),
    ("rules.csv", lambda text: text.replace("1,MAYBE,DAY", ",MAYBE,DAY", 1), "years after an education"),
    ("rules.csv", lambda text: text.replace(",high,", ",medium,", 1), "in rows.csv"),
    ("rows.csv", _without_first, "where EL-001 is due"),
    ("rows.csv", lambda text: text.replace("EL-003,rule,,", "EL-003,note,because,"), "disagree"),
    ("rows.csv", lambda text: text.replace("EL-003,rule,,", "EL-003,rule,because,"), "needs its reason"),
    ("rows.csv", lambda text: text.replace("EL-003,rule,", "EL-003,law,"), "became"),
    ("conventions.csv", _swapped, "out of order"),
    ("conventions.csv", lambda text: text.replace("SENIORITY", "COUNTING", 1), "kind"),
    ("places.csv", _swapped, "out of order"),
    ("schemes.csv", _swapped, "out of order"),
    ("titles.csv", _swapped, "out of order"),
    ("titles.csv", lambda text: text.replace("SCHOOL_TEACHERS,高级教师", "SCHOOLS,高级教师"), "titles.csv: SCHOOLS"),
    ("sources.toml", lambda text: text + '\n[source.X]\ntitle = "x"\ntitle_zh = "某页"\n', "supports no row"),
    ("sources.toml", lambda text: text + '\n[source.X]\ntitle = "x"\n', "unknown or missing keys"),
    ("rules.csv", lambda text: text.replace(",一所高校的执行通知,", ",,", 1), "EL-003: document_note in one language"),
    ("sources.toml", lambda text: text + '\n[source.X]\nname = "x"\n', "unknown or missing keys"),
]


@pytest.mark.parametrize(("name", "change", "problem"), CASES)
def test_refuses(data: Path, name: str, change: Callable[[str], str], problem: str) -> None:
    """
    A row that says something unknown, twice, or without a source stops the generation and is named.
    """
    _edit(data, name, change)

    with pytest.raises(BadDataError, match=problem.replace(".", r"\.")):
        build(data)


def test_two_rows_that_say_the_same(data: Path) -> None:
    """
    Two alternatives with the same demands are one.
    """

    def same(text: str) -> str:
        lines = text.splitlines()
        at = next(place for place, line in enumerate(lines) if line.startswith("EL-008,2"))
        return "\n".join([*lines[:at], lines[at - 1].replace("EL-008,1", "EL-008,2"), *lines[at + 1 :]]) + "\n"

    _edit(data, "rules.csv", same)

    with pytest.raises(BadDataError, match="say the same"):
        build(data)


def test_a_file_nobody_reads(data: Path) -> None:
    """
    A file that is not read is refused.
    """
    (data / "more.csv").write_text("id\n", "utf-8")

    with pytest.raises(BadDataError, match="more"):
        build(data)


def test_every_row_is_accounted_for() -> None:
    """
    285 rows: each became a rule, a convention or a note; a note and a convention have their reason.
    """
    rows = fact_rows()
    kinds = {kind: {row.id for row in rows if row.became == kind} for kind in ("rule", "convention", "note")}

    assert [f"EL-{number:03}" for number in range(1, 286)] == [row.id for row in rows]
    assert kinds["rule"] == {rule.id for rule in REQUIREMENTS.values()}
    assert kinds["convention"] == {
        item.id for kind in ("SENIORITY", "RETIRED", "CIVIL_SERVANT", "SKILLED_CLASS") for item in conventions(kind)
    }
    assert all(bool(row.why) is (row.became != "rule") for row in rows)
    assert "mine" == source_title("mine") == source_title("mine", "zh")


def test_a_document_may_have_a_note() -> None:
    """
    The number stands alone, in Chinese; what else is known of the document is told in the reader's language.
    """
    rule = REQUIREMENTS["EL-003"]
    told = [
        assess({}, target="中级工", on=dt.date(2020, 6, 1), jurisdiction="CN-JS", scheme=rule.scheme, rules=[rule])
        .explain(lang)
        .text()
        for lang in LANGS
    ]

    assert "苏人社函〔2020〕139号 EL-003" == rule.citation
    assert "文件说明：一所高校的执行通知" in told[0]
    assert "the document: as applied by a university" in told[1]
    assert "P09：高校2020年通知" in told[0]
    with pytest.raises(CredrulesError):
        evolve(rule, document_note=cast("Any", "x"))


def test_a_table_is_a_mapping() -> None:
    """
    Rules are found by their key: the row's id, with the part where a row holds several.
    """
    assert "<315 rules of eligibility>" == repr(REQUIREMENTS)
    assert REQUIREMENTS["EL-012.2"].key == "EL-012.2"
    assert "EL-012" not in REQUIREMENTS
