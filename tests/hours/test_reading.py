"""
Hours as people write them: read when plain, refused when they would have to be guessed.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from credrules.hours import Subject, Written, read
from credrules.values import FrozenMap
from tests.support import hostile

G, P, E = Subject.GENERAL, Subject.PROFESSIONAL, Subject.ELECTIVE


def _hours(**names: int) -> Written:
    subjects = {"g": G, "p": P, "e": E}
    return Written(FrozenMap({subjects[name]: amount for name, amount in names.items()}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30+42+18", _hours(g=30, p=42, e=18)),
        ("公需30/专业42", _hours(g=30, p=42)),
        ("公需科目：30学时，专业课 42学时、选修18", _hours(g=30, p=42, e=18)),
        ("专业42；专业3", _hours(p=45)),
        ("公需 30 学时、专业 42 学时", _hours(g=30, p=42)),
        ("公需30专业42选修18", _hours(g=30, p=42, e=18)),
        ("30 + 42 + 18", _hours(g=30, p=42, e=18)),
        ("一般公需12、行业公需6、专业60", _hours(g=18, p=60)),
        ("72 学时", Written(total=72)),
        ("公需３０", _hours(g=30)),
        ("公需3天/选修2天", Written(days=FrozenMap({G: 3, E: 2}))),
        ("12天", Written(total_days=12)),
        ("72", Written(total=72)),
        ("71.5学时", Written(total=Fraction(143, 2))),
        (72, Written(total=72)),
        (Decimal("7.5"), Written(total=Fraction(15, 2))),
        (0.5, Written(total=Fraction(1, 2))),
    ],
)
def test_plain_texts_are_read(text: object, expected: Written) -> None:
    """
    What is plainly written is read, whatever the separators and widths.
    """
    assert expected == read(text).value


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "30+42",
        "30+42+18+2",
        "约72",
        "72左右",
        "合格",
        "公需",
        "公需30/自学3",
        "///",
        "30-42",
        "公需30 12",
        "公需3 0",
        "30/42/18",
        "公需30专业",
        "9" * 80,
        "-3",
    ],
)
def test_what_would_be_guessed_is_refused(text: str) -> None:
    """
    Two or four bare numbers, words, unknown subjects: no value, and the reason.
    """
    report = read(text)

    assert (None, ["HOURS.TEXT"]) == (report.value, [item.code for item in report.findings])


def test_the_order_is_said() -> None:
    """
    Three bare numbers are read in the usual order, with a finding.
    """
    assert ["HOURS.TEXT_ORDER"] == [item.code for item in read("30+42+18").findings]


def test_any_object_is_answered() -> None:
    """
    Reading never raises and keeps what was given.
    """
    for value in hostile.everything():
        assert read(value).raw is value
    assert ["HOURS.NUMBER"] == [item.code for item in read(True).findings]
    assert ["HOURS.NUMBER", "HOURS.NEGATIVE", "HOURS.NUMBER"] == [
        read(value).findings[0].code for value in (Decimal("1e90"), -1, Fraction(1, 10**13))
    ]
