"""
The collection of public headings, measured: how many columns are right, by template.
"""

from __future__ import annotations

import csv
import functools
import hashlib
from collections import defaultdict
from pathlib import Path

import pytest
from attrs import frozen

from credrules.rosters import Owner, RosterRow, When, match_columns
from credrules.rosters.column import specs

FOLDER = Path(__file__).parent / "headings"
PARTS = ("worked on", "set aside")


@frozen
class Label:
    """
    One column as it was labelled: any of `fields` is right, none where it is empty.
    """

    place: str
    heading: str | tuple[str, str]
    fields: tuple[str, ...]
    foreign: bool


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@functools.cache
def templates() -> dict[str, dict[str, str]]:
    """
    Return template -> its line.
    """
    return {row["template"]: row for row in _rows("templates.csv")}


@functools.cache
def labels() -> dict[str, tuple[Label, ...]]:
    """
    Return template -> its columns in order; struck labels are left out.
    """
    struck = {(row["template"], row["place"]) for row in _rows("struck.csv")}
    found: dict[str, list[Label]] = defaultdict(list)
    for path in sorted(FOLDER.glob("*.csv")):
        for row in _rows(path.name) if path.stem not in {"templates", "struck"} else ():
            assert row["owner"] in {item.value for item in Owner}
            assert row["time"] in {item.value for item in When}
            heading = (row["group"], row["heading"]) if row["group"] else row["heading"]
            foreign = row["owner"] != "self" or row["time"] != "now"
            if (row["template"], row["place"]) not in struck:
                found[row["template"]].append(
                    Label(row["place"], heading, tuple(row["field"].split("|")), foreign and row["field"] == "")
                )
    return {name: tuple(columns) for name, columns in found.items()}


def wrong(template: str) -> list[Label]:
    """
    Return the columns of a template that are read as something else than they were labelled.
    """
    columns = match_columns([label.heading for label in labels()[template]]).columns
    return [
        label for label, column in zip(labels()[template], columns, strict=True) if column.field not in label.fields
    ]


def share(part: str) -> tuple[int, int]:
    """
    Return how many columns of a part are right, and how many there are.
    """
    names = [name for name, row in templates().items() if row["part"] == part]
    everything = sum(len(labels()[name]) for name in names)
    return everything - sum(len(wrong(name)) for name in names), everything


def test_the_collection_is_whole() -> None:
    """
    Sixty templates and six hundred headings at least, of different trades; every label names a field there is.
    """
    fields = {field for columns in labels().values() for label in columns for field in label.fields} - {""}

    assert len(templates()) >= 60
    assert sum(map(len, labels().values())) >= 600
    assert len({row["trade"] for row in templates().values()}) >= 7
    assert fields <= {*specs()}
    assert templates().keys() == labels().keys()


@pytest.mark.parametrize("name", sorted(templates()))
def test_the_split_is_that_of_the_name(name: str) -> None:
    """
    A template is set aside if the digest of its name is divisible by five.
    """
    digest = int(hashlib.sha256(name.encode()).hexdigest(), 16)

    assert templates()[name]["part"] == PARTS[digest % 5 == 0]


@pytest.mark.parametrize("part", PARTS)
def test_columns_are_read_right(part: str) -> None:
    """
    At least 95 of 100 columns are read as they were labelled, by template and in all.
    """
    right, everything = share(part)

    assert right >= 0.95 * everything


@pytest.mark.parametrize("name", sorted(templates()))
def test_nothing_of_others_is_taken_for_this_person_s(name: str) -> None:
    """
    No column of another person or another time is read as the person's own.
    """
    assert [] == [label for label in wrong(name) if label.foreign]


@functools.cache
def later() -> dict[str, list[dict[str, str]]]:
    """
    Return template -> columns of the templates that were found after the reader stood.
    """
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows("later/columns.csv"):
        found[row["template"]].append(row)
    return dict(found)


def test_what_was_found_later_is_read_right_too() -> None:
    """
    Nobody had seen them; 309 of 311 columns were right at first sight, and none of another person is taken.
    """
    wrong_ones = []
    for rows in later().values():
        columns = match_columns([row["heading"] for row in rows]).columns
        wrong_ones += [
            row for row, column in zip(rows, columns, strict=True) if column.field not in row["field"].split("|")
        ]

    assert [] == [row["heading"] for row in wrong_ones if row["whose"] != "self"]
    assert len(wrong_ones) <= 2
    assert sum(map(len, later().values())) == 311
    assert later().keys() == {row["template"] for row in _rows("later/templates.csv")}


def test_every_field_of_a_row_has_words() -> None:
    """
    Each field of the row is declared among the headings, so that none is found by its label alone.
    """
    from credrules.rosters._words import ALIASES  # noqa: PLC0415  # looks behind the face

    assert {spec.name for spec in specs().values() if spec.owner == RosterRow.__name__} == {*ALIASES}
