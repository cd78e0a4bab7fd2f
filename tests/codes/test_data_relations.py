"""
The authored relations between tables: real codes, known words, nothing twice.
"""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import pytest

from credrules import codes

FOLDER = Path(__file__).resolve().parents[2] / "data" / "codetables" / "relations"
FILES = sorted(FOLDER.glob("*.csv"))
RELATIONS = {"equal", "wider", "narrower", "related", "none"}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _targets(pair: str, code: str) -> list[tuple[str, str]]:
    return [(r["target_code"], r["relation"]) for r in _rows(FOLDER / f"{pair}.csv") if r["source_code"] == code]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_codes_are_real(path: Path) -> None:
    """
    Both sides name entries of the tables in the file's name; `none` alone has no target.
    """
    source, target = (getattr(codes, name.upper()) for name in path.stem.split("__"))
    rows = _rows(path)

    assert [] == [row for row in rows if row["source_code"] not in source]
    assert [] == [row for row in rows if (row["target_code"] in target) is (row["relation"] == "none")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rows_are_sound(path: Path) -> None:
    """
    Rows are sorted, use the five relations, name a declared source, and say nothing twice or against each other.
    """
    rows = _rows(path)
    declared = {item["key"] for item in tomllib.loads((FOLDER / "relations.toml").read_text("utf-8"))["source"]}
    lines = [(row["source_code"], row["target_code"], row["relation"], row["condition"], row["source"]) for row in rows]
    lost = {row["source_code"] for row in rows if row["relation"] == "none"}
    found = {row["source_code"] for row in rows if row["relation"] != "none"}

    assert sorted(lines) == lines
    assert len(set(lines)) == len(lines)
    assert {row["relation"] for row in rows} <= RELATIONS
    assert {row["confidence"] for row in rows} <= {"high", "medium", "low"}
    assert {row["source"] for row in rows} <= declared
    assert set() == lost & found


@pytest.mark.parametrize(
    ("pair", "code", "targets"),
    [
        ("titles_1988__titles", "061", [("611", "narrower"), ("621", "narrower")]),
        (
            "title_series__title_series",
            "EXT-OLD-ACCOUNTING",
            [("EXT-ACCOUNTING", "narrower"), ("EXT-AUDIT", "narrower")],
        ),
        ("title_series__title_series", "EXT-OLD-LAWYER", [("", "none")]),
        ("title_names__titles", "0501", [("", "none")]),
        ("title_names__titles", "0423", [("253", "equal")]),
        ("title_names__titles", "EXT-SCHOOL-420", [("053", "narrower"), ("413", "narrower")]),
        ("education__degree", "21", [("4", "related")]),
        ("skill_grades__skill_grades_2022", "1", [("6", "equal")]),
        ("ethnicity_letters__ethnicity", "ZH", [("08", "equal")]),
        ("acquisition_modes__acquisition_routes", "CONVERSION", [("REVIEW", "wider")]),
    ],
)
def test_known_relations(pair: str, code: str, targets: list[tuple[str, str]]) -> None:
    """
    Relations that are often got wrong.
    """
    assert targets == _targets(pair, code)


def test_schooling_never_implies_a_degree() -> None:
    """
    Between schooling and degrees there is no stronger relation than `related`.
    """
    assert {"related", "none"} == {row["relation"] for row in _rows(FOLDER / "education__degree.csv")}


def test_qualifications_only_correspond_to_titles() -> None:
    """
    An occupational qualification corresponds to a title under conditions; it is never the title.
    """
    assert {"related"} == {row["relation"] for row in _rows(FOLDER / "occupational_qualifications__titles.csv")}
