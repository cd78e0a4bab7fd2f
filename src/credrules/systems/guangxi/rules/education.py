"""
Rules about schooling and degrees: first and highest, each once, in order.

The same four rules hold for educations and for degrees
(广西专业技术人员信息采集常见问题解答, 二(13)); `Ladder` states where each kind of
record keeps its item, its level and its date. Neither list is derived from the
other: a degree without the education, or the reverse, is correct.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(13).
Limitations: highest means highest by level, not by date; the first education may
be that of the first graduation or of the first employment, which is not checked.
No minimum time of study is derived from the document's example.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from attrs import frozen

from credrules import codes
from credrules.codes import CodeTable
from credrules.dates import PartialDate, overlaps, years_between
from credrules.engine import Context, Violation, rule, violation
from credrules.facts import person
from credrules.lists import is_cut, repeated
from credrules.systems.guangxi.records.whole import FIELDS, Degree, Education, PersonalRecord
from credrules.values import Evidence, Label

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
__dir__ = __all__.copy

FIRST: Final = "FIRST"
HIGHEST: Final = "HIGHEST"


@frozen
class Ladder:
    """
    A list of records with a first and a highest one.

    `content` are the fields that must agree if a single one is entered twice.
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
        return cast("tuple[Any, ...]", getattr(record, self.section))

    @property
    def reads(self) -> tuple[str, ...]:
        """
        The fields its rules read.
        """
        return tuple(f"{self.section}.{name}" for name in (self.item, *self.content))

    def numbered(self, record: PersonalRecord, item: str | None) -> list[int]:
        """
        Return the indices of the records with an item, or (None) of those whose item is empty or could not be read.
        """
        return [place for place, entry in enumerate(self.of(record)) if getattr(entry, self.item) == item]

    def rank(self, entry: Any) -> int | None:  # noqa: ANN401  # an education or a degree
        """
        Return the rank of a record's level, None if it has none.
        """
        return self.levels.rank(getattr(entry, self.level))

    def pair(self, record: PersonalRecord) -> tuple[int, int] | None:
        """
        Return the indices of the first and the highest record if there is one of each, and none can follow.
        """
        first, highest = self.numbered(record, FIRST), self.numbered(record, HIGHEST)
        one_each = len(first) == len(highest) == 1 and not is_cut(self.of(record))
        return (first[0], highest[0]) if one_each else None


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


def _items(ladder: Ladder, record: PersonalRecord, item: str) -> list[Violation]:
    places, shown = ladder.numbered(record, item), ladder.items[item].label
    # A record whose item could not be read may be the missing one.
    if not places and not ladder.numbered(record, None):
        missing = Label(f"缺少“{shown.zh}”", f"the {shown.en} is missing")
        # `basis` states how it is known that an empty item must be filled; `split` counts the finding among those.
        return [violation(ladder.section, problem=missing, basis=Evidence.STATED.value)]
    twice = Label(f"“{shown.zh}”只能有一条", f"there can be one {shown.en} only")
    return [violation(ladder.section, place, ladder.item, problem=twice) for place in places[1:]]


_NOT_HIGHEST: Final = Label("所填不是层次最高的", "a higher one is entered beside it")
_DIFFERENT: Final = Label("同一学历或学位填两条时内容应相同", "the same one entered twice must have the same content")
_ONCE: Final = Label("现在只有一条", "there is one record only")
_ABOVE: Final = Label("“第一”的层次高于“最高”", "the first ranks above the highest")
_LATER: Final = Label("“第一”的时间晚于“最高”", "the first is later than the highest")


def _is_highest(ladder: Ladder, record: PersonalRecord) -> list[Violation]:
    ranks = [ladder.rank(entry) for entry in ladder.of(record)]
    known = [rank for rank in ranks if rank is not None]
    return [
        violation(ladder.section, place, ladder.level, problem=_NOT_HIGHEST)
        for place in ladder.numbered(record, HIGHEST)
        if (rank := ranks[place]) is not None and rank < max(known)
    ]


def _single_twice(ladder: Ladder, record: PersonalRecord) -> list[Violation]:
    if len(ladder.of(record)) == 1:
        return [violation(ladder.section, 0, problem=_ONCE)]
    names = _differing(ladder, record)
    if not names or "school" in names:
        return []
    place = ladder.numbered(record, HIGHEST)[0]
    return [violation(ladder.section, place, name, problem=_DIFFERENT) for name in names]


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
    # If one of two cells adds the day to the month, the dates still agree.
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return overlaps(one, other)
    return bool(one == other)


def _same_level(ladder: Ladder, first: Any, highest: Any) -> bool:  # noqa: ANN401  # an education or a degree
    a, b = getattr(first, ladder.level), getattr(highest, ladder.level)
    return ladder.levels.subsumes(a, b) or ladder.levels.subsumes(b, a)


def _in_order(ladder: Ladder, record: PersonalRecord) -> list[Violation]:
    pair, found = ladder.pair(record), []
    if pair is None:
        return []
    first, highest = (ladder.of(record)[place] for place in pair)
    low, high = ladder.rank(first), ladder.rank(highest)
    if low is not None and high is not None and low > high:
        found += [violation(ladder.section, pair[0], ladder.level, problem=_ABOVE)]
    if person.surely_before(getattr(highest, ladder.date), getattr(first, ladder.date)):
        found += [violation(ladder.section, pair[0], ladder.date, problem=_LATER)]
    return found


@rule("GX.EDU.FIRST", reports_missing=True, reads=("educations.education_item",))
def first_education(record: PersonalRecord, _: Context) -> list[Violation]:
    """
    Exactly one education is the first.
    """
    return _items(EDUCATIONS, record, FIRST)


@rule("GX.EDU.HIGHEST", reports_missing=True, reads=("educations.education_item", "educations.education_level"))
def highest_education(record: PersonalRecord, _: Context) -> list[Violation]:
    """
    Exactly one education is the highest, and none ranks above it.
    """
    return [*_items(EDUCATIONS, record, HIGHEST), *_is_highest(EDUCATIONS, record)]


@rule("GX.EDU.SINGLE_TWICE", reads=EDUCATIONS.reads)
def single_education_twice(record: PersonalRecord, _: Context) -> list[Violation]:
    """
    A single education is entered twice, with the same content.
    """
    return _single_twice(EDUCATIONS, record)


@rule("GX.EDU.SAME_LEVEL", reads=EDUCATIONS.reads)
def schools_of_one_level(record: PersonalRecord, _: Context) -> Violation | None:
    """
    Two schools of the same level are possible, but give a warning.
    """
    if "school" in _differing(EDUCATIONS, record):
        return violation("educations", EDUCATIONS.numbered(record, HIGHEST)[0], "school")
    return None


@rule("GX.EDU.ORDER", reads=("educations.education_item", "educations.education_level", "educations.graduated_on"))
def educations_in_order(record: PersonalRecord, _: Context) -> list[Violation]:
    """
    The first education neither ranks above the highest nor is later.
    """
    return _in_order(EDUCATIONS, record)


@rule(
    "GX.EDU.FIRST_OR_EMPLOYED",
    reads=("basic.work_start", "educations.education_item", "educations.education_level", "educations.graduated_on"),
)
def graduated_twice_before_work(record: PersonalRecord, _: Context) -> Violation | None:
    """
    A person who went on to a higher education before work may enter either as the first.
    """
    pair, work = EDUCATIONS.pair(record), record.basic.work_start
    if pair is None:
        return None
    first, highest = (record.educations[place] for place in pair)
    low, high = EDUCATIONS.rank(first), EDUCATIONS.rank(highest)
    if low is not None and high is not None and low < high and person.surely_before(highest.graduated_on, work):
        return violation("educations", pair[0], "education_level")
    return None


@rule("GX.DEG.SAME_METHOD", reads=DEGREES.reads)
def degrees_likewise(record: PersonalRecord, _: Context) -> list[Violation] | None:
    """
    The rules of educations hold for degrees, if there is any.
    """
    if not record.degrees:
        return None
    items = (found for item in (FIRST, HIGHEST) for found in _items(DEGREES, record, item))
    return [*items, *_is_highest(DEGREES, record), *_single_twice(DEGREES, record), *_in_order(DEGREES, record)]


@rule("GX.F.SEQ", reads=("educations.seq",))
def numbered_once(record: PersonalRecord, _: Context) -> list[Violation]:
    """
    No serial number appears on two educations.
    """
    return [
        violation("educations", place, "seq", field=FIELDS["Education.seq"].label, cause=_SEQ_TWICE)
        for place, _ in repeated(education.seq for education in record.educations)
    ]


_SEQ_TWICE: Final = Label("与前面的记录重复", "an earlier record has it already")

# Which educations a degree usually comes from; related, not equal (二(13)).
_USUAL: Final[Mapping[str, str]] = {"2": "10", "3": "10", "4": "20"}


@rule(
    "GX.DEG.BEFORE_GRADUATION",
    reads=("educations.education_level", "educations.graduated_on", "degrees.degree_level", "degrees.conferred_on"),
)
def conferred_after_graduation(record: PersonalRecord, _: Context) -> list[Violation]:
    """
    A degree is not conferred more than a year before every graduation it may belong to.
    """
    places = (place for place, degree in enumerate(record.degrees) if _is_early(degree, record.educations))
    return [violation("degrees", place, "conferred_on") for place in places]


def _is_early(degree: Degree, educations: tuple[Education, ...]) -> bool:
    dates = [entry.graduated_on for entry in educations if _may_belong(entry, degree.degree_level)]
    known, given = [date for date in dates if date is not None], degree.conferred_on
    return given is not None and bool(known) and all(_more_than_a_year(given, date) for date in known)


def _may_belong(education: Education, degree: str | None) -> bool:
    return codes.EDUCATION.subsumes(_USUAL.get((degree or "")[:1]), education.education_level)


def _more_than_a_year(earlier: PartialDate, later: PartialDate) -> bool:
    return person.surely_before(earlier, later) and years_between(earlier, later)[0] >= 1


EDUCATION_RULES: Final = (
    numbered_once,
    first_education,
    highest_education,
    single_education_twice,
    schools_of_one_level,
    educations_in_order,
    graduated_twice_before_work,
    degrees_likewise,
    conferred_after_graduation,
)
"""The rules of the second table."""
