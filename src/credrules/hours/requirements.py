"""
A requirement: who must learn how much, since when, by which clause.

Figures are exact; what the sources do not state is None or empty, never zero.
`RequirementRow` is what the table says, `Requirement` adds what it is asked for and
what is unsure about the answer. A requirement is a value: `with_` asks "what if"
and leaves the original unchanged.

References: data/hours/requirements.csv names the document and clause of every
row.
Limitations: a share rule whose base the source does not state is judged on both
bases; if they give different answers, it is undecided.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
from fractions import Fraction
from typing import Any, Final

from attrs import evolve, field, frozen

from credrules.dates import PartialDate
from credrules.findings import CredrulesError, Finding, finding
from credrules.hours.amounts import Amount, exact, exact_or_none, show
from credrules.hours.rows import covers
from credrules.hours.subjects import Subject
from credrules.masking import shown_text
from credrules.values import Confidence, Label, Worded

__all__ = [
    "Cap",
    "CarryOver",
    "Minimum",
    "Requirement",
    "RequirementRow",
    "ShareBase",
    "Span",
    "Unit",
    "tag_label",
    "weakness",
]
__dir__ = __all__.copy


class Unit(Worded):
    """
    What is counted: hours (学时) or credits (学分).
    """

    HOURS = "hours", "学时", "hours"
    CREDITS = "credits", "学分", "credits"


class ShareBase(enum.Enum):
    """
    What a share is taken of: the REQUIRED total, the hours DONE, or UNSTATED by the source.
    """

    REQUIRED = "required"
    DONE = "done"
    UNSTATED = "unstated"


class Span(enum.Enum):
    """
    The period of a minimum or a cap: the whole cycle, every year, or its last year.
    """

    CYCLE = "cycle"
    EACH_YEAR = "year"
    LAST_YEAR = "last_year"


class CarryOver(enum.Enum):
    """
    What happens to surplus and shortage.

    NONE; WITHIN_CYCLE and WITHIN_TITLE_TERM pool the years; POSTPONE: a shortage
    with proof moves forward; MAKEUP: late study is accepted in a window; LIMITED:
    surplus up to a limit moves forward; UNKNOWN.
    """

    NONE = "none"
    WITHIN_CYCLE = "within_cycle"
    WITHIN_TITLE_TERM = "within_title_term"
    POSTPONE = "postpone_with_proof"
    MAKEUP = "makeup_window"
    LIMITED = "limited"
    UNKNOWN = ""


@frozen
class _Group:
    """
    An amount of all hours, of some subjects together, or of those with a tag.
    """

    amount: Amount = field(converter=exact)
    subjects: tuple[Subject, ...] = ()
    tag: str = ""

    @property
    def label(self) -> Label:
        """
        What is counted, in words.
        """
        names, tag = [item.label for item in self.subjects], tag_label(self.tag)
        zh = "+".join(name.zh for name in names) + tag.zh
        en = " ".join(filter(None, ("+".join(name.en for name in names), tag.en)))
        return Label(zh or "总计", en or "total")

    def counts(self, subject: Subject | None, tags: tuple[str, ...]) -> bool:
        """
        Whether hours of this subject with these tags count here.
        """
        return (not self.subjects or subject in self.subjects) and (not self.tag or self.tag in tags)


@frozen
class Minimum(_Group):
    """
    A minimum: of all hours, of some subjects together, or of those with a tag.

    `subjects` empty means every entry, `tag` empty any tag.

    >>> Minimum(18, (Subject.GENERAL,)).label.zh
    '公需'
    >>> Minimum(4, tag="ethics").label.en
    'ethics'
    """

    span: Span = Span.CYCLE


@frozen
class Cap(_Group):
    """
    What exceeds `amount` in a year or cycle does not count.

    >>> Cap(30, (Subject.PROFESSIONAL,), "online").label.zh
    '专业网络'
    """

    span: Span = Span.EACH_YEAR


_TAGS: Final = {
    "online": Label("网络", "online"),
    "live": Label("直播", "live"),
    "ethics": Label("职业道德", "ethics"),
    "compulsory": Label("必修", "compulsory"),
    "offset": Label("抵算", "offset"),
    "class1": Label("Ⅰ类", "class I"),
    "class2": Label("Ⅱ类", "class II"),
    "self_study": Label("自学", "self-study"),
    "input": Label("吸收式", "input"),
    "output": Label("产出式", "output"),
    "law_ethics": Label("法律法规与职业道德", "law and ethics"),
    "standards": Label("技术标准", "standards"),
    "management": Label("管理", "management"),
    "facetoface": Label("面授", "face to face"),
    "offline": Label("线下", "off line"),
    "training": Label("培训", "training"),
}


def tag_label(tag: str) -> Label:
    """
    Return a tag in words; a tag of the host's own is returned unchanged.

    >>> tag_label("ethics").zh, tag_label("mine").zh
    ('职业道德', 'mine')
    """
    return _TAGS.get(tag) or Label(shown_text(tag), shown_text(tag))


def _part(value: object) -> Fraction | None:
    share = exact_or_none(value)
    if share is not None and not 0 < share < 1:
        raise CredrulesError([finding("HOURS.SHARE_FIGURE", share=str(share))])
    return None if share is None else Fraction(share)


_WEAK: Final = {Confidence.LOW: "HOURS.LOW_CONFIDENCE", Confidence.MEDIUM: "HOURS.ONE_SOURCE"}


def weakness(confidence: Confidence, row: str, sources: tuple[str, ...]) -> tuple[Finding, ...]:
    """
    Return that a row has few or weak sources, if it has.
    """
    return (finding(_WEAK[confidence], id=row, sources=sources),) if confidence in _WEAK else ()


_ASSUMED: Final = {
    "since": Label("生效日", "the first day"),
    "until": Label("失效日", "the last day"),
    "document": Label("文号", "the document"),
}


@frozen
class RequirementRow:
    """
    What the table says: one dated, cited row.

    `id` is the row's name; `jurisdiction` as in ISO 3166-2 with a city as third
    part; `professions` and `grades` are empty for all. `since` and `until` are
    inclusive and as precise as the source; `published` is when the document was
    issued; `assumed` names what was not read in a source. `cycle` is the number of years
    counted together (None: unknown), `window` the years of a review if they
    differ. `total`, `general`, `professional` and `elective` are minima per cycle
    in `unit`, `further` lists other minima, `share` is the minimum share of the professional
    subject.
    """

    id: str
    jurisdiction: str
    place: str
    authority: str = ""
    professions: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    assumed: tuple[str, ...] = ()
    attested: tuple[int, ...] = ()
    window: tuple[int, int] | None = None
    cycle: int | None = 1
    cycle_end: int | None = None
    unit: Unit = Unit.HOURS
    total: Amount | None = field(default=None, converter=exact_or_none)
    general: Amount | None = field(default=None, converter=exact_or_none)
    professional: Amount | None = field(default=None, converter=exact_or_none)
    elective: Amount | None = field(default=None, converter=exact_or_none)
    share: Fraction | None = field(default=None, converter=_part)
    share_base: ShareBase = ShareBase.REQUIRED
    further: tuple[Minimum, ...] = ()
    caps: tuple[Cap, ...] = ()
    surplus: tuple[str, Subject] | None = None
    carry_over: CarryOver = CarryOver.UNKNOWN
    carry_limit: Amount | None = field(default=None, converter=exact_or_none)
    minutes_per_hour: Amount | None = field(default=None, converter=exact_or_none)
    hours_per_day: Amount | None = field(default=None, converter=exact_or_none)
    deadlines: tuple[tuple[Subject, int, int], ...] = ()
    yields_to: tuple[str, ...] = ()
    published: PartialDate | None = None
    document_no: str = ""
    document: str = ""
    clause: str = ""
    confidence: Confidence = Confidence.HIGH
    verified_on: dt.date | None = None
    sources: tuple[str, ...] = ()
    note: str = ""

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """
        What is unsure about the row in any year: few or weak sources, and what was not read in one.

        >>> from credrules.hours import REQUIREMENTS
        >>> [item.code for item in REQUIREMENTS["CN-GD-2021"].doubts]
        ['HOURS.DATE_ASSUMED']
        """
        weak = weakness(self.confidence, self.id, self.sources)
        if not self.assumed:
            return weak
        return (*weak, finding("HOURS.DATE_ASSUMED", id=self.id, what=tuple(_ASSUMED[item] for item in self.assumed)))

    def turns_on_assumed_date(self, first: int, last: int) -> bool:
        """
        Return whether an assumed first or last day lies in these years, so that it can change an answer about them.

        >>> from credrules.hours import REQUIREMENTS
        >>> [REQUIREMENTS["CN-GD-2021"].turns_on_assumed_date(year, year) for year in (2021, 2023)]
        [True, False]
        """
        days = {"since": self.since, "until": self.until}
        assumed = (day for name, day in days.items() if name in self.assumed and day is not None)
        return any(first <= day.year <= last for day in assumed)

    @property
    def citation(self) -> str:
        """
        Document, number and clause in one line, if known.
        """
        number = f"（{self.document_no}）" if self.document_no else ""
        return f"{self.document}{number}{self.clause}"

    @property
    def dates(self) -> Label:
        """
        From when to when it holds, in words.

        >>> from credrules.hours import REQUIREMENTS
        >>> REQUIREMENTS["CN-GD-2010"].dates.en, REQUIREMENTS["CN-GD-2021"].dates.zh
        ('2010 to 2020-12-31', '2021-01-01 起')
        """
        since, until = ("" if item is None else item.isoformat() for item in (self.since, self.until))
        if not since and not until:
            years = [str(year) for year in self.attested]
            seen = Label(f"来源所见年度 {'、'.join(years)}", f"seen in {', '.join(years)}")
            return seen if years else Label("起止日期不详", "no date known")
        end = f"至 {until}" if until else ""
        return Label(f"{since} 起{end}" if since else end, f"{since or 'unknown'} to {until or 'open'}")

    @property
    def minima(self) -> tuple[Minimum, ...]:
        """
        Every minimum that is known, narrow ones first.
        """
        figures = ((self.general, Subject.GENERAL), (self.professional, Subject.PROFESSIONAL))
        subjects = [(amount, (subject,)) for amount, subject in (*figures, (self.elective, Subject.ELECTIVE))]
        plain = [Minimum(amount, subject) for amount, subject in subjects if amount is not None]
        whole = [] if self.total is None else [Minimum(self.total)]
        return tuple(sorted((*self.further, *plain, *whole), key=_narrow))

    @functools.cached_property
    def plain(self) -> tuple[int, int, tuple[Amount, Amount, Amount, Amount]] | None:
        """
        Years in force and the four minima, of a yearly requirement that has nothing else; else None.

        Also None for a row of low confidence: it decides nothing.
        """
        more = self.further or self.caps or self.share or self.surplus or self.window
        if more or self.cycle not in {None, 1} or not self.known or self.confidence is Confidence.LOW:
            return None
        first, last = (0 if self.since is None else self.since.year), (9999 if self.until is None else self.until.year)
        return first, last, (self.total or 0, self.general or 0, self.professional or 0, self.elective or 0)

    @property
    def known(self) -> bool:
        """
        Whether any figure is known.
        """
        return bool(self.minima)

    def in_force(self, year: int) -> bool:
        """
        Whether the row's dates cover any part of `year`; an unknown end is open.
        """
        return covers(self.since, self.until, year)


@frozen(repr=False)
class Requirement(RequirementRow):
    """
    A row as an answer: `year` is set if it was looked up for a year, `remarks` say what is unsure about it.

    >>> from credrules.hours import REQUIREMENTS
    >>> row = REQUIREMENTS["CN-GD-2010"]
    >>> row.total, row.general, row.professional, row.elective, row.hours_per_day
    (72, 18, 42, 12, 6)
    >>> row.with_(general=20).general, row.general
    (20, 18)
    >>> row
    Requirement(CN-GD-2010: general 18, professional 42, elective 12, total 72)
    """

    year: int | None = None
    remarks: tuple[Finding, ...] = ()

    def __repr__(self) -> str:
        figures = ", ".join(f"{item.label.en} {show(item.amount)}" for item in self.minima)
        when = "" if self.year is None else f", {self.year}"
        return f"Requirement({self.id}{when}: {figures or 'no figure known'})"

    def with_(self, **changes: Any) -> Requirement:  # noqa: ANN401  # the fields' own types
        """
        Return the same requirement with other figures: the way to ask "what if".

        Raises CredrulesError for a figure that is not an exact number.
        """
        return evolve(self, **changes)

    def period(self, year: int) -> tuple[int, int]:
        """
        Return first and last year of the cycle that `year` belongs to.

        Cycles are counted from `cycle_end`, or from the year asked for; without
        either, the cycle ends in `year` itself.

        >>> from credrules.hours import REQUIREMENTS
        >>> REQUIREMENTS["CN-CPA-P-old"].with_(cycle_end=2021).period(2018)
        (2018, 2019)
        """
        if self.window is not None:
            return self.window
        length = self.cycle or 1
        anchor = next(item for item in (self.cycle_end, self.year, year) if item is not None)
        last = year + (anchor - year) % length
        return last - length + 1, last


def _narrow(item: Minimum) -> tuple[int, int, int, str]:
    # A part of a subject before the subject, a subject before the total, a year before the cycle.
    return (0 if item.tag else 1, len(item.subjects) or 9, 0 if item.span is not Span.CYCLE else 1, item.tag)
