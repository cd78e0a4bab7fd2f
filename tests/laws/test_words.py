"""
One Chinese term has one English name: in labels, table titles, messages and the glossary.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from credrules import catalogue, codes
from credrules.fields import spec_of
from credrules.rosters.system import SYSTEM as ROSTER
from credrules.systems import SYSTEMS
from credrules.values import Label

GLOSSARY = Path(__file__).resolve().parents[2] / "data" / "glossary.csv"
# Names that were in use beside the one in the glossary.
RETIRED = {
    "citizen number": "公民身份号码",
    "id number": "公民身份号码",
    "granting organ": "授奖机关",
    "political affiliation": "政治面貌",
    "professional qualification": "专业技术资格",
    "order number": "顺序码",
    "own contact": "联系电话",
}


def _labels() -> list[tuple[str, Label]]:
    """
    Return every label of a field or a section, with where it stands.
    """
    systems = (*SYSTEMS, *(part for system in SYSTEMS for part in system.parts), ROSTER)
    records = dict.fromkeys(kind for system in systems for kind in spec_of(system.record).kinds)
    specs = [spec_of(record) for record in records]
    fields = [(f"{spec.record.__name__}.{item.name}", item.label) for spec in specs for item in spec.fields]
    return fields + [(f"{spec.record.__name__}.{part.name}", part.label) for spec in specs for part in spec.sections]


def _english() -> dict[str, dict[str, list[str]]]:
    """
    Return Chinese label -> English label -> where it stands.
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for where, label in _labels():
        found[label.zh][label.en.lower()].append(where)
    return found


def _glossary() -> dict[str, str]:
    with GLOSSARY.open(encoding="utf-8", newline="") as lines:
        return {row["zh"]: row["en"].lower() for row in csv.DictReader(lines)}


def test_a_label_has_one_english_name() -> None:
    """
    Two fields with one Chinese label have one English label.
    """
    assert {} == {zh: dict(names) for zh, names in _english().items() if len(names) > 1}


def test_labels_keep_to_the_glossary() -> None:
    """
    A label that the glossary has is named there as here.
    """
    terms, found = _glossary(), _english()

    assert {} == {zh: (terms[zh], *found[zh]) for zh in found if zh in terms and {terms[zh]} != set(found[zh])}


def test_a_term_stands_once_in_the_glossary() -> None:
    """
    The glossary lists no term twice.
    """
    with GLOSSARY.open(encoding="utf-8", newline="") as lines:
        terms = [row["zh"] for row in csv.DictReader(lines)]

    assert sorted(set(terms)) == sorted(terms)


@pytest.mark.parametrize("retired", RETIRED)
def test_a_retired_name_is_not_spoken(retired: str) -> None:
    """
    No label, table title or message says a name that the glossary does not have.
    """
    spoken = {where: label.en for where, label in _labels()}
    spoken |= {table.name: table.about.title.en for table in codes.tables()}
    spoken |= {code: row.en for code, row in catalogue.RULES.items()}

    assert [] == [where for where, words in spoken.items() if retired in words.lower()]
