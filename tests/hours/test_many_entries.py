"""
Many entries of one person: all of them count, and what is kept does not grow with their number.
"""

from __future__ import annotations

import decimal
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.findings import CredrulesError, Decision
from credrules.hours import REQUIREMENTS, Cap, Entry, Requirement, Statement, Subject, audit, audit_many, listing
from credrules.hours.amounts import show
from credrules.hours.ledger import order_of, worth

RULE = REQUIREMENTS["CN-GD-2010"]
PARTS = ("公需", "专业", "选修")


def _rows(count: int) -> Iterator[object]:
    return (("p1", 2016, PARTS[number % 3], 1) for number in range(count))


def _mappings(count: int) -> Iterator[object]:
    return ({"科目": PARTS[it % 3], "学时": "1", "年度": 2016, "编号": f"记录{it}"} for it in range(count))


def _one_course(count: int) -> Iterator[object]:
    return (Entry("专业", 1, 2016, course="课程甲", id=f"记录{number}") for number in range(count))


def _lengths(count: int) -> Iterator[object]:
    return (Entry("专业", number, 2016, course="课程甲", days=count - number) for number in range(count))


def _unread(count: int) -> Iterator[object]:
    return ({"科目": "选修", "学时": f"约{number}", "年度": 2016} for number in range(count))


def _people(count: int) -> Iterator[object]:
    return (Entry("专业", 1, 2016, f"人员{number}") for number in range(count))


def _courses(count: int) -> Iterator[object]:
    return (Entry(PARTS[number % 3], 1, 2016, course=f"课程{number}") for number in range(count))


def _peak(entries: Iterable[object]) -> int:
    tracemalloc.start()
    audit(entries, requirement=RULE)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


@pytest.mark.parametrize("made", [_rows, _mappings, _one_course, _lengths, _unread, _people])
def test_memory_does_not_grow_with_entries(made: Callable[[int], Iterator[object]]) -> None:
    """
    Six thousand entries more, as a stream, take less than five bytes each more: nothing is kept of them.
    """
    _peak(made(100))
    few, many = _peak(made(2_000)), _peak(made(8_000))

    assert many - few < 6_000 * 5


def test_memory_of_different_courses() -> None:
    """
    A course that counts once must be remembered by its name: that takes less than 250 bytes.
    """
    _peak(_courses(100))
    few, many = _peak(_courses(2_000)), _peak(_courses(8_000))

    assert many - few < 6_000 * 250


def test_every_entry_counts() -> None:
    """
    The verdict rests on all entries, also on those that are not listed: the last hour decides.
    """
    third = Fraction(1, 300)
    rows = [
        ("p1", 2016, part, third) for part, hours in zip(PARTS, (18, 42, 12), strict=True) for _ in range(hours * 300)
    ]
    whole, all_but_one = audit(iter(rows), requirement=RULE), audit(iter(rows[:-1]), requirement=RULE)

    assert (72, Decision.IN) == (whole.total, whole.decision)
    assert (Decision.OUT, {Subject.ELECTIVE: third}) == (all_but_one.decision, dict(all_but_one.shortfalls))


def test_the_first_entries_are_listed_and_the_others_added_up() -> None:
    """
    A thousand entries stand in the explanation one by one; of the others it says how many there are and their sum.
    """
    entries = (
        [Entry("公需", 1, 2016)] * 999
        + [Entry("专业", 1, 2016, days=1)] * 3
        + [Entry("选修", 2, 2015, tags=("online",))]
    )
    answer = audit(entries, requirement=RULE)
    lines = {lang: [line.strip() for line in answer.explain(lang).text().splitlines()] for lang in ("zh", "en")}

    assert 999 == lines["zh"].count("2016 公需 1学时")
    assert 1 == lines["zh"].count("2016 专业 1学时+1天")
    assert "2016 专业 另有 2 条记录未逐条列出，共 2学时+2天" in lines["zh"]
    assert "2016 professional 2 more entries, not listed one by one: 2 h + 2 d" in lines["en"]
    assert "2015 选修 另有 1 条记录未逐条列出，共 2学时·网络（其他年度，不计）" in lines["zh"]


def test_a_course_entered_again_is_said_where_it_is_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Of entries that are added up the explanation says how many name a course that was entered before.
    """
    monkeypatch.setattr(listing, "LISTED", 1)
    again = Entry("公需", 6, 2016, course="课程甲")
    entries = [again, again, again, Entry("公需", 6, 2016, course="课程乙", recognised=False)]
    text = audit(entries, requirement=RULE).explain("en").text()

    assert "2016 general 课程甲 6 h\n" in text
    assert "2016 general 2 more entries, not listed one by one: 12 h, 2 of them of a course entered before," in text
    assert "2016 general 1 more entries, not listed one by one: 6 h (not recognised)" in text


def test_findings_and_unread_entries_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Beyond those listed the explanation says how many entries could not be read and how many findings there are.
    """
    monkeypatch.setattr(listing, "LISTED", 2)
    monkeypatch.setattr("credrules.hours.audits.LISTED", 2)
    twice = [Entry("公需", 1, 2016, course=f"课程{name}") for name in "甲乙丙丁"] * 2
    answer = audit([*_unread(5), *twice], requirement=RULE)
    lines = answer.explain("zh").text().splitlines()

    assert 2 == sum("未能读取：" in line for line in lines)
    assert "  另有 3 条未能读取的记录未逐条列出" in lines
    assert "  另有 2 条提示未逐条列出" in lines
    assert {"count": 5}.items() <= next(it.params for it in answer.findings if it.code == "HOURS.NUMBER").items()
    assert 4 == sum(it.code == "HOURS.DUPLICATE_COURSE" for it in answer.findings)


def test_entries_with_long_texts_are_not_listed() -> None:
    """
    What is listed is bounded by its texts too: an entry with a text of a million characters is added up.
    """
    long = Entry("专业", 42, 2016, source="甲" * 1_000_000)
    answer = audit([long, Entry("公需", 18, 2016)], requirement=RULE)

    assert [18] == [it.entry.hours for it in answer.listed.records if it.entry is not None]
    assert "2016 专业 另有 1 条记录未逐条列出，共 42学时" in answer.explain().text()
    assert 60 == answer.total


ENTRIES = st.lists(
    st.builds(
        Entry,
        st.sampled_from((*Subject, None)),
        st.sampled_from((0, 1, 6, Fraction(1, 2))),
        st.sampled_from((2016, 2016, 2015)),
        days=st.integers(0, 2),
        minutes=st.sampled_from((0, 45, 90)),
        course=st.sampled_from((None, "甲", "乙")),
        recognised=st.booleans(),
        tags=st.sampled_from(((), ("online",), ("online", "ethics"))),
    ),
    max_size=12,
)
RULES = st.builds(
    lambda day, minutes: RULE.with_(hours_per_day=day, minutes_per_hour=minutes),
    st.sampled_from((None, 6, 8)),
    st.sampled_from((None, 45)),
)


def _by_hand(entries: list[Entry], rule: Requirement, *, pending: bool) -> dict[Any, Any]:
    # Each entry is compared with each: of a course, the greatest one counts.
    sums: dict[Any, Any] = {}
    for place, it in enumerate(entries):
        bucket = (it.year, it.subject, it.tags)
        key = (it.recognised, worth((it.hours, it.days, it.minutes), rule), order_of(bucket))
        others = [
            (
                (
                    one.recognised,
                    worth((one.hours, one.days, one.minutes), rule),
                    order_of((one.year, one.subject, one.tags)),
                ),
                -at,
            )
            for at, one in enumerate(entries)
            if it.course and (one.course, one.year) == (it.course, it.year)
        ]
        if it.year == 2016 and (it.recognised or pending) and (key, -place) >= max(others, default=(key, -place)):
            sums[bucket] = sums.get(bucket, 0) + key[1]
    return {bucket: amount for bucket, amount in sums.items() if amount}


@given(ENTRIES, RULES)
def test_sums_are_those_of_comparing_each_with_each(entries: list[Entry], rule: Requirement) -> None:
    """
    What is kept gives the sums that all entries side by side would give: recognised or pending, alone or in a stream.
    """
    alone = audit(entries, requirement=rule, year=2016)
    together = [it for _, year, it in audit_many(iter(entries), requirement=lambda _, __: rule) if year == 2016]
    courses = {it.course for it in entries if it.course and it.year == 2016}

    for pending in (False, True):
        expected = _by_hand(entries, rule, pending=pending)
        for answer in (alone, *together):
            sums = answer.ledger.only(2016, 2016)[0].sums(rule, pending=pending)
            assert expected == {bucket: amount for bucket, amount in sums.items() if amount}
    assert [it for it in sorted(courses) if 1 < sum((one.course, one.year) == (it, 2016) for one in entries)] == [
        it.params["course"] for it in alone.findings if it.code == "HOURS.DUPLICATE_COURSE"
    ]


def _walk(step: Statement) -> Iterator[Statement]:
    yield step
    for item in step.steps:
        yield from _walk(item)


@given(ENTRIES, st.integers(0, 12))
def test_what_is_listed_changes_no_answer(entries: list[Entry], most: int) -> None:
    """
    However many entries are listed, verdict and findings are the same; entries listed and added up are all entries.
    """
    rule = RULE.with_(elective=None, general=None, professional=None)
    whole = audit(entries, requirement=rule, year=2016)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "LISTED", most)
        part = audit(entries, requirement=rule, year=2016)
    steps: list[dict[str, Any]] = [
        {**dict(it.figures), "kind": it.kind} for it in _walk(part.explain().root) if it.kind in {"record", "records"}
    ]

    assert (whole, whole.decision, whole.findings) == (part, part.decision, part.findings)
    assert min(most, len(entries)) == sum(step["kind"] == "record" for step in steps)
    assert len(entries) == sum(step.get("count", 1) for step in steps)
    for name in ("hours", "days", "minutes"):
        assert sum(getattr(it, name) for it in entries) == sum(step[name] for step in steps)


@pytest.mark.parametrize("alone", ["alone", ""])
def test_one_course_of_many_lengths_takes_linear_time(alone: str) -> None:
    """
    Twenty thousand entries of one course, each of another length, take seconds, alone and in a stream.
    """
    start = time.process_time()
    if alone:
        answers = [audit(_lengths(20_000), requirement=RULE)]
    else:
        answers = [answer for _, _, answer in audit_many(_lengths(20_000), requirement=RULE)]

    assert [120_000] == [it.total for it in answers]
    assert time.process_time() - start < 10


def test_of_a_course_the_longest_entry_counts_in_a_stream() -> None:
    """
    Of entries that differ only in hours the longest one counts, whichever comes first.
    """
    short, long = (Entry("专业", hours, 2016, course="课程甲") for hours in (6, 8))
    for entries in ([short, long], [long, short]):
        assert [8] == [answer.total for _, _, answer in audit_many(entries, requirement=RULE)]


def test_a_cap_takes_from_the_first_subject() -> None:
    """
    Where a cap may take hours from several subjects alike, it takes them from the first, whatever courses are called.
    """
    rule = RULE.with_(caps=(Cap(10, (), "online"),))
    for names in ("甲乙", "乙甲"):
        entries = [
            Entry(part, 8, 2016, course=name, tags=("online",))
            for part, name in zip(("选修", "公需"), names, strict=True)
        ]
        assert [2, 0, 8] == list(audit(entries, requirement=rule).totals.values())


@pytest.mark.parametrize("denominator", [7, 45, 60, 365, 366 * 45, 10**12])
def test_parts_of_time_are_read(denominator: int) -> None:
    """
    Parts of an hour, a day or a year are exact hours.
    """
    assert Fraction(1, denominator) == Entry("公需", Fraction(1, denominator), 2016).hours


@pytest.mark.parametrize("denominator", [1009, 10**9 + 7, 10**13])
def test_numbers_whose_sums_grow_without_end_are_refused(denominator: int) -> None:
    """
    A fraction that is no part of any time is no number of hours: sums of such fractions have as many digits as terms.
    """
    with pytest.raises(CredrulesError):
        Entry("公需", Fraction(1, denominator), 2016)
    answer = audit([("p1", 2016, "公需", Fraction(1, denominator))], requirement=RULE)

    assert "HOURS.NUMBER" in {it.code for it in answer.findings}


def test_sums_of_all_parts_can_be_said() -> None:
    """
    The sum of a part of every kind is exact, and every answer about it can be written down.
    """
    parts = [Fraction(1, denominator) for denominator in range(1, 1001)]
    answer = audit([Entry("专业", part, 2016) for part in parts], requirement=RULE)

    assert sum(parts) == answer.total
    assert show(answer.total) in repr(answer)
    assert answer.explain().html()


@pytest.mark.parametrize(
    ("amount", "text"),
    [(Fraction(-15, 2), "-7.5"), (Fraction(1, 10**12), "0.000000000001"), (Fraction(1_000_001, 8), "125000.125")],
)
def test_decimals_do_not_depend_on_the_host(amount: Fraction, text: str) -> None:
    """
    A finite decimal is written with all its places, whatever precision the host has set.
    """
    with decimal.localcontext() as context:
        context.prec = 2
        assert text == show(amount)
