"""
What is said about hours: bases of a share by their names, fractions as people write them, one figure everywhere.
"""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.findings import Decision, Finding
from credrules.hours import (
    REQUIREMENTS,
    Adjustment,
    AdjustmentKind,
    Audit,
    Entry,
    Requirement,
    Subject,
    audit,
    requirement,
)
from credrules.values import Figure

G, P, E = Subject.GENERAL, Subject.PROFESSIONAL, Subject.ELECTIVE
NATION = requirement("CN", year=2023)
# Share rules of every base, and plain ones.
RULES = [
    NATION,
    REQUIREMENTS["CN-GX"],
    REQUIREMENTS["CN-HA-2017"],
    REQUIREMENTS["CN-GD-2021"],
    REQUIREMENTS["CN-AH-2025"],
]


def _year(general: object, professional: object, rule: object = NATION) -> Audit:
    entries = [Entry(G, general, 2023), Entry(P, professional, 2023)]
    return audit(entries, requirement=rule, year=2023)  # type: ignore[arg-type]  # a requirement of RULES


def _found(done: Audit, code: str) -> Finding:
    (found,) = (item for item in done.findings if item.code == code)
    return found


@pytest.mark.parametrize(
    ("general", "professional", "required", "actual"),
    [
        (20, 42, "60", "约 41.33"),
        (38, 62, "60", "约 66.67"),
        (40, 60, "60", "约 66.67"),
        (10, 50, "60", "40"),
        (0, 1, "60", "约 0.67"),
        (60, 75, "60", "90"),
        (35, 65, "60", "约 66.67"),
        (15, 45, "60", "40"),
        (22, 50, "60", "48"),
        (1, 59, "60", "40"),
        (50, 70, "60", "80"),
    ],
)
def test_each_base_has_its_own_figure(general: int, professional: int, required: str, actual: str) -> None:
    """
    By the required total of 90 it is always 60; by the hours done it is two thirds of these, larger or smaller.
    """
    found = _found(_year(general, professional), "HOURS.SHARE_BASE")

    assert f"按要求总量计为 {required} 学时，按实际总量计为 {actual} 学时" in found.message()
    assert (
        f"{required} hours of the required total, {actual.replace('约', 'about')} of the hours done"
        in found.message("en")
    )


@given(st.integers(0, 120), st.integers(0, 120), st.sampled_from(RULES))
def test_no_sentence_holds_a_fraction_of_hours(general: int, professional: int, rule: object) -> None:
    """
    Nobody studies 178/3 hours: findings, steps and additions write decimals; only the share itself is 2/3.
    """
    done = _year(general, professional, rule)
    said = [item.message(lang) for item in done.findings for lang in ("zh", "en")]
    steps = [line for lang in ("zh", "en") for line in done.explain(lang).text().splitlines()]
    said += [line for line in steps if not re.match(r" +[SA][0-9]+[:：]", line)]
    said += done.least_additions().text().splitlines()

    assert {"2/3"} >= set(re.findall(r"[0-9]+/[0-9]+", "\n".join(said)))


@given(st.fractions(0, 200, max_denominator=30))
def test_figures_in_words_are_near(amount: Fraction) -> None:
    """
    A figure in words is the amount to two decimals, and says where it was rounded.
    """
    figure = Figure(str(amount))
    words = figure.text("zh")

    assert abs(Fraction(words.removeprefix("约 ")) - amount) <= Fraction(1, 200)
    assert words.startswith("约 ") == (amount.denominator != 1)
    assert str(amount) == figure


@given(st.integers(0, 120), st.integers(0, 120), st.sampled_from(RULES))
def test_what_is_short_is_what_is_to_be_added(general: int, professional: int, rule: object) -> None:
    """
    Of every subject the shortfall is what the least additions ask for, whenever something is surely short.
    """
    done = _year(general, professional, rule)

    if done.decision is Decision.OUT:
        assert dict(done.shortfalls) == dict(done.least_additions().by_subject)


@given(st.integers(0, 120), st.integers(0, 120), st.sampled_from(RULES))
def test_adding_the_shortfalls_leaves_no_subject_short(general: int, professional: int, rule: object) -> None:
    """
    Whoever does what is short, and the rest of the total in any subject, has done enough.
    """
    done = _year(general, professional, rule)
    more = done.least_additions()
    entries = [Entry(G, general, 2023), Entry(P, professional, 2023)]
    entries += [Entry(item.subject, item.amount, 2023) for item in more.parts]

    if done.decision is Decision.OUT:
        assert audit(entries, requirement=rule, year=2023).passed  # type: ignore[arg-type]  # a requirement of RULES


@pytest.mark.parametrize(
    ("general", "professional", "short", "words"),
    [
        (30, 59, 1, "即 约 59.33 学时，已完成 59，至少再学专业科目 1 学时"),
        (31, 59, 3, "即 60 学时，已完成 59，至少再学专业科目 3 学时"),
    ],
)
def test_the_share_says_what_to_do(general: int, professional: int, short: int, words: str) -> None:
    """
    89 hours of which 59 are professional lack one professional hour, not a third of one.

    Of 90 hours 31 of which are general, three: they raise the hours of which two thirds are asked for.
    """
    done = _year(general, professional)

    assert {P: short} == dict(done.shortfalls) == dict(done.least_additions())
    assert words in _found(done, "HOURS.SHARE").message()


@given(
    st.lists(
        st.tuples(
            st.sampled_from([G, P, E, None]),
            st.fractions(0, 200, max_denominator=12),
            st.integers(0, 20),
            st.booleans(),
        ),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(RULES),
)
def test_no_line_holds_a_fraction_of_hours(
    rows: list[tuple[Subject | None, Fraction, int, bool]], rule: Requirement
) -> None:
    """
    Whatever was entered, each record, sum, bar, adjustment and finding writes decimals, in both languages.
    """
    entries = [
        Entry(subject, hours, 2023, days=days, recognised=recognised, id=f"N{place}")
        for place, (subject, hours, days, recognised) in enumerate(rows)
    ]
    waived = Adjustment(AdjustmentKind.POSTPONED, Fraction(5, 3), basis="某单位证明")
    done = audit(entries, requirement=rule, year=2023, adjustments=[waived])
    for lang in ("zh", "en"):
        told = done.explain(lang)
        said = [
            told.text(),
            told.html(),
            *(item.message(lang) for item in done.findings),
            done.least_additions().text(),
        ]
        # The addresses of sources hold figures of their own.
        plain = re.sub(r"[SA][0-9]+[:：][^<\n]*", "", "\n".join(said))
        assert {"2/3"} >= set(re.findall(r"[0-9]+/[0-9]+", plain))
