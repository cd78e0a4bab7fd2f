"""
Rules about schooling and degrees: first and highest, each once, in order.

The same four rules hold for educations and for degrees
(广西专业技术人员信息采集常见问题解答, 二(13)); `Ladder` says where each kind of
record keeps its item, its level and its date. Neither list is derived from the
other: who has a degree without the education, or the other way round, is right.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(13).
Limitations: highest means highest by level, not by date; whether a record is
the first graduation or the first employment's is not asked, either may be
entered. No least time of study is derived from the document's example.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from credrules import codes
from credrules.codes import CodeTable
from credrules.dates import PartialDate, overlaps, years_between
from credrules.engine import Context, RecordRule, Violation, violation
from credrules.facts import person
from credrules.systems.guangxi.records.whole import FIELDS, Education, PersonalRecord
from credrules.values import Label

__all__ = [
    "DEGREES",
    "EDUCATIONS",
    "EDUCATION_RULES",
    "FIRST",
    "HIGHEST",
    "Ladder",
    "conferred_after_graduation",
    "degrees_likewise",
    "educations_in_order",
    "first_education",
    "graduated_twice_before_work",
    "highest_education",
    "numbered_once",
    "schools_of_one_level",
    "single_education_twice",
]


def __dir__() -> list[str]:
    return sorted(__all__)


FIRST: Final = "FIRST"
HIGHEST: Final = "HIGHEST"


@frozen
class Ladder:
    """
    A list of records with a first and a highest one.

    `content` are the fields that must agree when a single one is entered twice.
    """

    section: str
    item: str
    items: CodeTable
    level: str
    levels: CodeTable
    date: str
    content: tuple[str, ...]

    def of(self, record: PersonalRecord) -> tuple[Any, ...]:
        """
        Return the records of the list.
        """
        entries: tuple[Any, ...] = getattr(record, self.section)
        return entries

    def numbered(self, record: PersonalRecord, item: str) -> list[int]:
        """
        Return the places of the records with an item.
        """
        return [place for place, entry in enumerate(self.of(record)) if getattr(entry, self.item) == item]

    def rank(self, entry: Any) -> int | None:  # noqa: ANN401  # an education or a degree
        """
        Return the rank of a record's level, None where it has none.
        """
        return self.levels.rank(getattr(entry, self.level))

    def pair(self, record: PersonalRecord) -> tuple[int, int] | None:
        """
        Return the places of the first and the highest record when there is one of each.
        """
        first, highest = self.numbered(record, FIRST), self.numbered(record, HIGHEST)
        return (first[0], highest[0]) if len(first) == len(highest) == 1 else None


EDUCATIONS: Final = Ladder(
    "educations",
    "education_item",
    codes.EDUCATION_ITEMS,
    "education_level",
    codes.EDUCATION,
    "graduated_on",
    ("education_level", "school", "major", "study_years", "graduated_on"),
)
DEGREES: Final = Ladder(
    "degrees",
    "degree_item",
    codes.DEGREE_ITEMS,
    "degree_level",
    codes.DEGREE,
    "conferred_on",
    ("degree_level", "conferred_on"),
)

_PROBLEMS: Final[Mapping[str, Label]] = {
    "missing": Label("缺少“{item}”", "the {item} is missing"),
    "twice": Label("“{item}”只能有一条", "there can be one {item} only"),
}


def _items(ladder: Ladder, record: PersonalRecord, item: str) -> Iterator[Violation]:
    # A record whose item could not be read may be the one that seems to be missing.
    entries = ladder.of(record)
    places = ladder.numbered(record, item)
    shown = ladder.items[item].label
    unread = any(getattr(entry, ladder.item) is None for entry in entries)
    if not places and not unread:
        yield violation(ladder.section, problem=_label("missing", shown))
    for place in places[1:]:
        yield violation(ladder.section, place, ladder.item, problem=_label("twice", shown))


def _label(problem: str, item: Label) -> Label:
    words = _PROBLEMS[problem]
    return Label(words.zh.format(item=item.zh), words.en.format(item=item.en))


_NOT_HIGHEST: Final = Label("所填不是层次最高的", "a higher one is entered beside it")
_DIFFERENT: Final = Label("同一学历或学位填两条时内容应相同", "the same one entered twice must have the same content")
_ONCE: Final = Label("现在只有一条", "there is one record only")
_ABOVE: Final = Label("“第一”的层次高于“最高”", "the first ranks above the highest")
_LATER: Final = Label("“第一”的时间晚于“最高”", "the first is later than the highest")


def _is_highest(ladder: Ladder, record: PersonalRecord) -> Iterator[Violation]:
    ranks = [rank for rank in map(ladder.rank, ladder.of(record)) if rank is not None]
    for place in ladder.numbered(record, HIGHEST):
        rank = ladder.rank(ladder.of(record)[place])
        if rank is not None and rank < max(ranks):
            yield violation(ladder.section, place, ladder.level, problem=_NOT_HIGHEST)


def _single_twice(ladder: Ladder, record: PersonalRecord) -> Iterator[Violation]:
    entries = ladder.of(record)
    if len(entries) == 1:
        yield violation(ladder.section, 0, problem=_ONCE)
    for name in _differing(ladder, record):
        if not _other_school(ladder, record):
            place = ladder.numbered(record, HIGHEST)[0]
            yield violation(ladder.section, place, name, problem=_DIFFERENT)


def _differing(ladder: Ladder, record: PersonalRecord) -> tuple[str, ...]:
    """
    Return the fields in which a first and a highest record of one level differ.
    """
    pair = ladder.pair(record)
    if pair is None:
        return ()
    first, highest = (ladder.of(record)[place] for place in pair)
    if not _same_level(ladder, first, highest):
        return ()
    both = ((name, getattr(first, name), getattr(highest, name)) for name in ladder.content)
    return tuple(name for name, a, b in both if a is not None and b is not None and not _alike(a, b))


def _alike(one: Any, other: Any) -> bool:  # noqa: ANN401  # cells of one field
    # The day that one of two cells adds to the month is no other date.
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return overlaps(one, other)
    return bool(one == other)


def _same_level(ladder: Ladder, first: Any, highest: Any) -> bool:  # noqa: ANN401  # an education or a degree
    a, b = getattr(first, ladder.level), getattr(highest, ladder.level)
    return ladder.levels.subsumes(a, b) or ladder.levels.subsumes(b, a)


def _other_school(ladder: Ladder, record: PersonalRecord) -> bool:
    return "school" in _differing(ladder, record)


def _in_order(ladder: Ladder, record: PersonalRecord) -> Iterator[Violation]:
    pair = ladder.pair(record)
    if pair is None:
        return
    first, highest = (ladder.of(record)[place] for place in pair)
    low, high = ladder.rank(first), ladder.rank(highest)
    if low is not None and high is not None and low > high:
        yield violation(ladder.section, pair[0], ladder.level, problem=_ABOVE)
    earlier: PartialDate | None = getattr(first, ladder.date)
    if person.surely_before(getattr(highest, ladder.date), earlier):
        yield violation(ladder.section, pair[0], ladder.date, problem=_LATER)


def first_education(record: PersonalRecord, _: Context) -> Iterator[Violation]:
    """
    Exactly one education is the first.
    """
    yield from _items(EDUCATIONS, record, FIRST)


def highest_education(record: PersonalRecord, _: Context) -> Iterator[Violation]:
    """
    Exactly one education is the highest, and none ranks above it.
    """
    yield from _items(EDUCATIONS, record, HIGHEST)
    yield from _is_highest(EDUCATIONS, record)


def single_education_twice(record: PersonalRecord, _: Context) -> Iterator[Violation]:
    """
    A single education is entered twice, with the same content.
    """
    yield from _single_twice(EDUCATIONS, record)


def schools_of_one_level(record: PersonalRecord, _: Context) -> Iterator[Violation]:
    """
    Two schools of the same level are possible, and looked at.
    """
    if _other_school(EDUCATIONS, record):
        yield violation("educations", EDUCATIONS.numbered(record, HIGHEST)[0], "school")


def educations_in_order(record: PersonalRecord, _: Context) -> Iterator[Violation]:
    """
    The first education neither ranks above the highest nor is later.
    """
    yield from _in_order(EDUCATIONS, record)


def graduated_twice_before_work(record: PersonalRecord, _: Context) -> Iterator[Violation]:
    """
    Who went on to a higher education before work may enter either as the first.
    """
    pair, work = EDUCATIONS.pair(record), record.basic.work_start
    if pair is None:
        return
    first, highest = (record.educations[place] for place in pair)
    low, high = EDUCATIONS.rank(first), EDUCATIONS.rank(highest)
    if low is not None and high is not None and low < high and person.surely_before(highest.graduated_on, work):
        yield violation("educations", pair[0], "education_level")


def degrees_likewise(record: PersonalRecord, _: Context) -> Iterator[Violation]:
    """
    The rules of educations hold for degrees, if there is any.
    """
    if record.degrees:
        yield from _items(DEGREES, record, FIRST)
        yield from _items(DEGREES, record, HIGHEST)
        yield from _is_highest(DEGREES, record)
        yield from _single_twice(DEGREES, record)
        yield from _in_order(DEGREES, record)


def numbered_once(record: PersonalRecord, _: Context) -> Iterator[Violation]:
    """
    No serial number stands on two educations.
    """
    counted = Counter[int | None]()
    for place, education in enumerate(record.educations):
        counted[education.seq] += 1
        if education.seq is not None and counted[education.seq] > 1:
            yield violation("educations", place, "seq", field=FIELDS["Education.seq"].label, cause=_SEQ_TWICE)


_SEQ_TWICE: Final = Label("与前面的记录重复", "an earlier record has it already")

# Which educations a degree usually comes from; related, not equal (二(13)).
_USUAL: Final[Mapping[str, str]] = {"2": "10", "3": "10", "4": "20"}


def conferred_after_graduation(record: PersonalRecord, _: Context) -> Iterator[Violation]:
    """
    A degree is not conferred more than a year before every graduation it may belong to.
    """
    for place, degree in enumerate(record.degrees):
        dates = [entry.graduated_on for entry in record.educations if _may_belong(entry, degree.degree_level)]
        known = [date for date in dates if date is not None]
        given = degree.conferred_on
        if given is not None and known and all(_more_than_a_year(given, date) for date in known):
            yield violation("degrees", place, "conferred_on")


def _may_belong(education: Education, degree: str | None) -> bool:
    return codes.EDUCATION.subsumes(_USUAL.get((degree or "")[:1]), education.education_level)


def _more_than_a_year(earlier: PartialDate, later: PartialDate) -> bool:
    return person.surely_before(earlier, later) and years_between(earlier, later)[0] >= 1


EDUCATION_RULES: Final = (
    RecordRule("GX.F.SEQ", PersonalRecord, numbered_once),
    RecordRule("GX.EDU.FIRST", PersonalRecord, first_education, reports_missing=True),
    RecordRule("GX.EDU.HIGHEST", PersonalRecord, highest_education, reports_missing=True),
    RecordRule("GX.EDU.SINGLE_TWICE", PersonalRecord, single_education_twice),
    RecordRule("GX.EDU.SAME_LEVEL", PersonalRecord, schools_of_one_level),
    RecordRule("GX.EDU.ORDER", PersonalRecord, educations_in_order),
    RecordRule("GX.EDU.FIRST_OR_EMPLOYED", PersonalRecord, graduated_twice_before_work),
    RecordRule("GX.DEG.SAME_METHOD", PersonalRecord, degrees_likewise),
    RecordRule("GX.DEG.BEFORE_GRADUATION", PersonalRecord, conferred_after_graduation),
)
"""The rules of the second table."""
