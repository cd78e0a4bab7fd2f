"""
Wordings of other projects, and the codes that may be given for them.

`wordings.csv` was collected from what personnel, school, household and hospital
systems write: option lists, dictionaries, enumerations, free text. `codes` are
the codes that are right, with a blank between them; ``!`` is a wording that is
no entry of the table, or may be one of several. `kind` names the kind of list;
``second`` and ``third`` are later collections, each made when the tables were
thought to be ready for the ones before; ``third`` holds whole lists.
"""

from __future__ import annotations

import collections
import csv
import enum
import functools
import pathlib
from fractions import Fraction

import pytest

from credrules import codes

NONE = "!"
LEAST = Fraction(97, 100)


class Answer(enum.Enum):
    """
    How a table answered a wording.
    """

    RIGHT = "right"
    REFUSED = "refused"
    WRONG_BUT_TOLD = "wrong, but told"
    WRONG = "wrong and silent"


@functools.cache
def wordings() -> tuple[tuple[str, str, str, str], ...]:
    """
    Return table, wording, codes and kind of list of each row.
    """
    path = pathlib.Path(__file__).with_name("wordings.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return tuple((table, wording, allowed, kind) for table, wording, allowed, kind in rows)


def answered(table: str, wording: str, allowed: str) -> Answer:
    """
    Compare a table's answer with the codes that are right.
    """
    report = getattr(codes, table).check(wording)
    found = [item for item in report.findings if item.code.startswith("CODE.")]
    right = allowed.split()
    if report.value is None:
        several = allowed == NONE or (len(right) > 1 and found[0].code == "CODE.AMBIGUOUS")
        return Answer.RIGHT if several else Answer.REFUSED
    if report.value in right:
        return Answer.RIGHT
    return Answer.WRONG_BUT_TOLD if found else Answer.WRONG


TABLES = sorted({table for table, *_ in wordings()})


def test_enough_wordings() -> None:
    """
    Each wording stands once for a table, and there are more than a thousand with a code.
    """
    named = collections.Counter((table, wording) for table, wording, *_ in wordings())

    assert set() == {pair for pair, count in named.items() if count > 1}
    assert sum(allowed != NONE for _, _, allowed, _ in wordings()) > 1000


def test_no_wording_gets_a_wrong_code_silently() -> None:
    """
    No wording is given a code it may not have without a word about it.
    """
    assert [] == [row for row in wordings() if answered(*row[:3]) is Answer.WRONG]


def test_no_wording_gets_a_wrong_code_at_all() -> None:
    """
    Nor is a wording given a wrong code with a word: what is no entry, or several, gets none.
    """
    assert [] == [row for row in wordings() if answered(*row[:3]) is Answer.WRONG_BUT_TOLD]


@pytest.mark.parametrize("table", TABLES)
def test_wordings_of_a_table(table: str) -> None:
    """
    At least 97 of 100 wordings of each table are answered right.
    """
    answers = [answered(*row[:3]) for row in wordings() if row[0] == table]

    assert LEAST <= Fraction(answers.count(Answer.RIGHT), len(answers))


@pytest.mark.parametrize("kind", sorted({kind for *_, kind in wordings()}))
def test_wordings_of_a_kind(kind: str) -> None:
    """
    The share holds for each kind of list, not only for those that print the standard's names.
    """
    answers = [answered(*row[:3]) for row in wordings() if row[3] == kind]

    assert LEAST <= Fraction(answers.count(Answer.RIGHT), len(answers))
