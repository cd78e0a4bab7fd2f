"""
Laws of audits: more hours never hurt, order never matters, the least additions are least.
"""

from __future__ import annotations

import copy
import itertools
import pickle
from collections.abc import Iterator
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from credrules.findings import Decision
from credrules.hours import (
    REQUIREMENTS,
    STANDARDS,
    Activity,
    Additions,
    Audit,
    Cap,
    Entry,
    Minimum,
    Requirement,
    ShareBase,
    Span,
    Subject,
    audit,
    audit_many,
    convert,
    convert_all,
)

SUBJECTS = st.sampled_from((*Subject, None))
YEARS = st.integers(2020, 2023)
AMOUNTS = st.integers(0, 60) | st.integers(0, 120).map(lambda half: Fraction(half, 2))
TAGS = st.sampled_from(((), (), ("online",), ("ethics",), ("compulsory",)))

ENTRIES = st.builds(
    Entry,
    SUBJECTS,
    AMOUNTS,
    YEARS,
    st.sampled_from(("p1", "p2", "p3")),
    days=st.integers(0, 3),
    course=st.sampled_from((None, None, "甲", "乙")),
    recognised=st.sampled_from((True, True, False)),
    tags=TAGS,
)
ROWS = st.tuples(
    st.sampled_from(("p1", "p2", "p3")),
    YEARS,
    st.sampled_from((*Subject, "公需", "公修课", "professional", None, "自学")),
    st.integers(-1, 40) | st.sampled_from((600, 0.5, 2.0, Fraction(1, 3), "7", "x", True, None)),
)
SHARES = st.sampled_from((None, Fraction(1, 2), Fraction(2, 3)))


@st.composite
def requirements(draw: st.DrawFn, *, small: bool = False, cycle: int | None = None) -> Requirement:
    """
    Draw a requirement of the shapes that the data know: figures, a share, a part, caps, years of a cycle.
    """
    top = 3 if small else 60
    figure = st.none() | st.integers(0, top)
    length = draw(st.sampled_from((1, 1, 2))) if cycle is None else cycle
    further: list[Minimum] = []
    if draw(st.booleans()):
        within = draw(st.sampled_from(((), (Subject.GENERAL,))))
        further.append(Minimum(draw(st.integers(1, top)), within, "compulsory"))
    if length > 1 and draw(st.booleans()):
        further.append(Minimum(draw(st.integers(1, top)), span=Span.EACH_YEAR))
    if length > 1 and draw(st.booleans()):
        further.append(Minimum(draw(st.integers(1, top)), (Subject.GENERAL,), span=Span.LAST_YEAR))
    return Requirement(
        "X",
        "CN",
        "全国",
        cycle=length,
        cycle_end=2023,
        total=draw(figure),
        general=draw(figure),
        professional=draw(figure),
        elective=draw(figure),
        share=draw(SHARES),
        share_base=draw(st.sampled_from(ShareBase)),
        further=tuple(further),
        caps=(Cap(draw(st.integers(0, top)), tag="online"),) if draw(st.booleans()) else (),
        hours_per_day=6,
    )


def _same(one: Audit, other: Audit) -> bool:
    views = [
        (
            item.decision,
            item.would_pass,
            item.totals,
            item.total,
            item.pending,
            item.shortfalls,
            [it.code for it in item.findings],
        )
        for item in (one, other)
    ]
    return views[0] == views[1]


@given(requirements(), st.lists(ENTRIES, max_size=8), st.data())
def test_more_hours_never_hurt(rule: Requirement, entries: list[Entry], data: st.DataObject) -> None:
    """
    Adding an entry never turns passed into not passed, unless the share is taken of the hours done.

    A course that comes again under another heading is no more hours: it counts where it is longer, and only there.
    """
    added = data.draw(ENTRIES)
    same = [it for it in entries if it.course and (it.course, it.year) == (added.course, added.year)]
    assume(all((it.subject, it.tags) == (added.subject, added.tags) for it in same))
    if rule.share is not None:
        rule = rule.with_(share_base=ShareBase.REQUIRED, total=rule.total or 0)
    mine = [evolve(it, person="p1") for it in (*entries, added)]
    before, after = (audit(some, requirement=rule, year=2023) for some in (mine[:-1], mine))

    assert not (before.passed and not after.passed)
    assert before.total <= after.total


@given(requirements(), st.lists(ENTRIES, max_size=12), st.randoms())
def test_stream_is_the_audit_of_each(rule: Requirement, entries: list[Entry], rng: object) -> None:
    """
    `audit_many` gives, in any order of the entries, the audit of each person and cycle.
    """
    shuffled = list(entries)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis' random
    answers = {(who, year): it for who, year, it in audit_many(shuffled, requirement=rule)}

    assert {(it.person, rule.period(it.year)[1]) for it in entries} == set(answers)
    for (person, year), answer in answers.items():
        first, last = rule.period(year or 0)
        mine = [it for it in entries if it.person == person and first <= it.year <= last]
        alone = audit(mine, requirement=rule, year=year, person=person)
        assert alone == answer
        assert _same(alone, answer)


@given(st.sampled_from(("CN-GD-2021", "CN-GD-2010", "CN-ZJ-2016", "CN-ALL-2015")), st.lists(ROWS, max_size=12))
def test_stream_of_rows_is_the_audit_of_each(name: str, rows: list[tuple[str, int, object, object]]) -> None:
    """
    Plain rows, odd ones among them, give the same verdicts, sums and findings on the packed path.
    """
    rule = REQUIREMENTS[name]
    for person, year, answer in audit_many(rows, requirement=rule):
        mine = [row for row in rows if (row[0], row[1]) == (person, year)]
        alone = audit(mine, requirement=rule, year=year, person=person)
        assert _same(alone, answer)
        assert answer.passed is (answer.decision is Decision.IN)


@given(requirements(cycle=1), st.lists(ENTRIES, max_size=6))
def test_a_function_of_person_and_year(rule: Requirement, entries: list[Entry]) -> None:
    """
    A requirement may depend on person and year.
    """
    other = rule.with_(total=1000)
    answers = audit_many(entries, requirement=lambda person, _: other if person == "p2" else rule)

    for person, _, answer in answers:
        assert (1000 == answer.requirement.total) is (person == "p2" or rule.total == 1000)


@given(requirements(), st.lists(ENTRIES, max_size=8))
def test_least_additions_suffice(rule: Requirement, entries: list[Entry]) -> None:
    """
    What `least_additions` answers is enough, whatever is missing.
    """
    entries = [Entry(it.subject, it.hours, it.year, days=it.days, tags=it.tags) for it in entries]
    done = audit(entries, requirement=rule, year=2023)
    more = done.least_additions()
    after = audit([*entries, *_entries(more)], requirement=rule, year=2023)

    assert after.passed or not rule.minima
    assert (more.total == 0) is done.passed or not rule.minima
    assert more.total == sum(more.by_subject.values()) + more.free


def _entries(more: Additions) -> list[Entry]:
    return [Entry(it.subject, it.amount, it.year, tags=(it.tag,) if it.tag else ()) for it in more.parts]


def _smaller(total: Fraction, years: tuple[int, ...]) -> Iterator[list[Entry]]:
    # The slow twin: every way to add halves that is smaller than the answer.
    cells = [(s, tag, year) for s in (*Subject, None) for tag in ((), ("compulsory",)) for year in years]
    for size in range(int(total)):
        for chosen in itertools.combinations_with_replacement(cells, size):
            yield [Entry(s, 1, year, tags=tag) for s, tag, year in chosen]


@pytest.mark.slow
@given(requirements(small=True, cycle=2), st.lists(ENTRIES, max_size=2))
def test_nothing_smaller_suffices(rule: Requirement, entries: list[Entry]) -> None:
    """
    No set of whole hours smaller than the answer is enough (answers up to four hours, all sets tried).
    """
    rule = rule.with_(share=None, caps=())
    entries = [Entry(it.subject, 1, it.year, tags=it.tags) for it in entries]
    answer = audit(entries, requirement=rule, year=2023).least_additions().total
    if answer > 4:
        return

    for more in _smaller(Fraction(answer), (2022, 2023)):
        assert not audit([*entries, *more], requirement=rule, year=2023).passed


@given(st.integers(0, 90), st.integers(0, 90), st.sampled_from(ShareBase))
def test_share_alone_is_met_with_the_least(professional: int, other: int, base: ShareBase) -> None:
    """
    Additions for a share are least: a hundredth of an hour less is not enough.
    """
    rule = REQUIREMENTS["CN-ALL-2015"].with_(share_base=base)
    done = [Entry("专业", professional, 2023), Entry("公需", other, 2023)]
    more = audit(done, requirement=rule).least_additions()
    less = more.total - Fraction(1, 100)

    assert audit([*done, *_entries(more)], requirement=rule).passed
    for part in (Fraction(0), less / 2, less) if more.total else ():
        fewer = [Entry("专业", part, 2023), Entry("公需", less - part, 2023)]
        assert not audit([*done, *fewer], requirement=rule).passed


@given(
    st.sampled_from(sorted(STANDARDS)),
    st.data(),
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 6)), min_size=1, max_size=5),
)
def test_conversions_keep_their_caps(name: str, data: st.DataObject, asked: list[tuple[int, int]]) -> None:
    """
    Never more than claimed, never below zero, never beyond a cap, alone or together; more never gives less.
    """
    rule = data.draw(st.sampled_from(STANDARDS[name].rules))
    level = next(iter(rule.levels or rule.ranks), "")
    activities = [
        Activity(rule=rule.id, quantity=n, rank=rank, level=level, year=2026, compulsory_done=True) for n, rank in asked
    ]
    alone = [convert(it, standard=name) for it in activities]
    together = convert_all(activities, standard=name)
    caps = [cap for cap in (rule.year_cap, rule.path_cap, rule.cycle_cap) if cap is not None]

    assert all(0 <= them.hours <= one.hours <= one.claimed for one, them in zip(alone, together, strict=True))
    assert all(sum(it.hours for it in together) <= cap for cap in caps)
    assert all(it.hours <= rule.item_cap for it in alone if rule.item_cap is not None)
    assert all(it.hours == 0 for it in together if it.decision is not Decision.IN)


@pytest.mark.parametrize("name", sorted(REQUIREMENTS))
def test_values_survive_a_round_trip(name: str) -> None:
    """
    Requirements, entries and audits pickle, copy and compare by value.
    """
    rule = REQUIREMENTS[name]
    done = audit([Entry("公需", 18, 2023, "p1", course="甲")], requirement=rule, year=2023)

    for value in (rule, done, done.explain(), done.least_additions()):
        assert value == pickle.loads(pickle.dumps(value)) == copy.deepcopy(value)
    assert hash(rule) == hash(pickle.loads(pickle.dumps(rule)))


def _splits(hours: int) -> Iterator[list[Entry]]:
    for general in range(hours + 1):
        for professional in range(hours + 1 - general):
            parts = (general, professional, hours - general - professional)
            yield [Entry(subject, part, 2023) for subject, part in zip(Subject, parts, strict=True)]


@given(
    st.sampled_from(
        (
            REQUIREMENTS["CN-GD-2021"].with_(general=6, professional=9, elective=4, total=20),
            REQUIREMENTS["CN-ALL-2015"].with_(total=20, share_base=ShareBase.REQUIRED),
        )
    ),
    st.tuples(st.integers(0, 10), st.integers(0, 14), st.integers(0, 8)),
    st.integers(0, 8),
)
def test_hours_of_no_subject_leave_open_what_they_could_fill(
    rule: Requirement, parts: tuple[int, int, int], unsaid: int
) -> None:
    """
    What no division of them among the subjects could make enough is OUT; what one could is REVIEW.
    """
    told = [Entry(subject, part, 2023) for subject, part in zip(Subject, parts, strict=True)]
    enough = audit(told, requirement=rule).total + unsaid
    could = any(audit([*told, *split], requirement=rule).passed for split in _splits(unsaid))
    done = audit([*told, Entry(None, unsaid, 2023)], requirement=rule)

    assert enough == done.total
    assert (Decision.IN if done.passed else Decision.REVIEW if could else Decision.OUT) == done.decision
    assert (done.decision is Decision.REVIEW) == ("HOURS.SUBJECT_UNSAID" in [item.code for item in done.findings])
