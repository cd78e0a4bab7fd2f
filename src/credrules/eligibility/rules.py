"""
One rule of eligibility: one alternative of one row of the facts, dated and cited.

A rule requires what is filled in. Several rules for one target are
alternatives: any one of them is enough. `unknown` names the figures that exist
but that no source states: such a rule never says IN.

References: data/eligibility/rules.csv, row by row.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from types import NoneType
from typing import Final

from attrs import frozen

from credrules.dates import PartialDate
from credrules.eligibility.terms import EDUCATION_LABELS, LICENCES, Counting, Cutoff, Route
from credrules.findings import CredrulesError, finding
from credrules.hours.places import NOWHERE
from credrules.masking import shown_cell
from credrules.values import Confidence, Label

__all__ = ["EligibilityRule"]
__dir__ = __all__.copy

_LEVELS: Final = frozenset({"435", "434", "420", "412", "411"})
_GRADES: Final = frozenset("12345")
_TARGETS: Final = _LEVELS | _GRADES
_PRIOR: Final = _TARGETS | {"", "430"} | {f"G{grade}" for grade in _GRADES}
_FIGURES: Final = frozenset({"education", "prior", "level_years", "total_years", "specialty_years"})
_AFTER: Final = frozenset({"", "EDUCATION", "DEGREE", "MAYBE"})


_KINDS: Final[dict[str, tuple[type, ...]]] = {
    "since": (PartialDate, NoneType),
    "until": (PartialDate, NoneType),
    "level_by": (dt.date, NoneType),
    "total_by": (dt.date, NoneType),
    "cutoff": (Cutoff, dt.date),
    "document_note": (Label,),
}
_NO_NOTE: Final = Label("", "")


@frozen(repr=False)
class EligibilityRule:
    """
    What is required for a target, since when, by which document.

    `id` is the row of the facts (``EL-064``), `part` numbers the alternatives of
    a row that holds several. `targets` are codes of TITLE_LEVELS or
    SKILL_GRADES; `names` the titles meant (with ``!`` first: the titles not
    meant). `education` lists classes, at least one of which is needed.
    `prior` is a level, a grade, or ``G3`` for a grade required for a title.
    Years are kept in months: `level_months`, `total_months` (all work),
    `specialty_months` (in the speciality or trade, `after` an education or
    not), `education_months` (since the education). `level_by` and `total_by`
    are days by which the certificate was obtained or the work begun.
    `exception` marks a way beside the usual ones: if only exceptions are known, the answer is never OUT.
    `cutoff_unsure`: the source names the cut-off for another of its rows, so the
    day asked for is tried as well. `ground`: the host states the ground of the exception under the row's id.
    `document_note` says in words what is to be known of the document, such as that a city forwarded it.
    `attested` are years in which a source shows a row whose period is only
    approximate, with `attested_on` open at the end. Raises CredrulesError for an
    invalid word and for a figure that is not a whole number.

    >>> from credrules.eligibility import REQUIREMENTS
    >>> rule = REQUIREMENTS["EL-064"]
    >>> rule.education, rule.prior, rule.level_months, rule.decides
    (('BACHELOR',), '434', 48, True)
    >>> rule
    EligibilityRule(EL-064: CN ENGINEERING 420)
    """

    id: str
    jurisdiction: str
    scheme: str
    targets: tuple[str, ...]
    part: int = 0
    names: tuple[str, ...] = ()
    route: Route = Route.UNKNOWN
    since: PartialDate | None = None
    until: PartialDate | None = None
    approximate: bool = False
    attested: tuple[int, ...] = ()
    attested_on: bool = False
    education: tuple[str, ...] = ()
    full_time: bool = False
    with_degree: bool = False
    education_months: int = 0
    prior: str = ""
    level_months: int = 0
    level_by: dt.date | None = None
    counting: Counting = Counting.FULL
    appointed: bool = False
    licences: tuple[str, ...] = ()
    total_months: int = 0
    total_by: dt.date | None = None
    specialty_months: int = 0
    after: str = ""
    cutoff: Cutoff | dt.date = Cutoff.DAY
    cutoff_unsure: bool = False
    conditions: tuple[str, ...] = ()
    trades: tuple[str, ...] = ()
    assessments: tuple[int, int] = (0, 0)
    special_cases: tuple[str, ...] = ()
    ground: bool = False
    exception: bool = False
    over_age: int = 0
    age_education: tuple[int, str] = (0, "")
    unknown: tuple[str, ...] = ()
    confidence: Confidence | None = Confidence.HIGH
    document_no: str = ""
    document_note: Label = _NO_NOTE
    words: str = ""
    sources: tuple[str, ...] = ()
    verified_on: dt.date | None = None
    note: str = ""

    def __attrs_post_init__(self) -> None:
        wrong = [*self._misspelt(), *self._mistyped()]
        if wrong:
            raise CredrulesError(
                [finding("ELIGIBILITY.RULE", path=(name,), id=shown_cell(str(self.id))) for name in wrong]
            )

    def _misspelt(self) -> Iterator[str]:
        words: tuple[tuple[str, object, Collection[str]], ...] = (
            ("targets", self.targets, _TARGETS),
            ("education", self.education, EDUCATION_LABELS),
            ("licences", self.licences, LICENCES),
            ("unknown", self.unknown, _FIGURES),
            ("prior", (self.prior,), _PRIOR),
            ("after", (self.after,), _AFTER),
        )
        for name, given, known in words:
            if type(given) is not tuple or not all(type(item) is str and item in known for item in given):
                yield name

    def _mistyped(self) -> Iterator[str]:
        for name in ("part", "education_months", "level_months", "total_months", "specialty_months", "over_age"):
            if type(getattr(self, name)) is not int or getattr(self, name) < 0:
                yield name
        for name, kinds in _KINDS.items():
            if not isinstance(getattr(self, name), kinds):
                yield name

    def __repr__(self) -> str:
        return f"EligibilityRule({self.key}: {self.jurisdiction} {self.scheme} {'/'.join(self.targets)})"

    @property
    def key(self) -> str:
        """
        The row's id, with the part if the row holds several alternatives.
        """
        return f"{self.id}.{self.part}" if self.part else self.id

    @property
    def decides(self) -> bool:
        """
        Whether the row is sure enough to decide: of high or medium confidence, and its place is named.
        """
        return self.confidence in {Confidence.HIGH, Confidence.MEDIUM} and self.jurisdiction != NOWHERE

    @property
    def citation(self) -> str:
        """
        The document's number, if known, and the row.
        """
        return f"{self.document_no} {self.key}".strip()

    @property
    def dates(self) -> Label:
        """
        From when to when it holds, in words.

        >>> from credrules.eligibility import REQUIREMENTS
        >>> REQUIREMENTS["EL-064"].dates.en, REQUIREMENTS["EL-135"].dates.zh
        ('2019 to open', '约 2020 起；来源所见年度 2023、2024')
        """
        since, until = ("" if item is None else item.isoformat() for item in (self.since, self.until))
        about = ("约 ", "about ") if self.approximate else ("", "")
        if not since and not until:
            base = Label(
                "起止日期不详" if self.approximate else "未限定时间",
                "no date known" if self.approximate else "any time",
            )
        elif since == until:
            base = Label(f"{about[0]}{since}", f"{about[1]}{since}")
        elif since:
            base = Label(
                f"{about[0]}{since} 起" + (f"至 {until}" if until else ""), f"{about[1]}{since} to {until or 'open'}"
            )
        else:
            base = Label(f"至{about[0] or ' '}{until}", f"until {about[1]}{until}")
        if not self.attested:
            return base
        years = [str(year) for year in self.attested]
        tail = ("起", " on") if self.attested_on else ("", "")
        return Label(
            f"{base.zh}；来源所见年度 {'、'.join(years)}{tail[0]}", f"{base.en}; seen in {', '.join(years)}{tail[1]}"
        )

    def may_hold(self, year: int, on: dt.date) -> bool:
        """
        Whether the row's dates cover any part of the year applied for, or the day if they name days.
        """
        since, until = self.since, self.until
        if since is not None and (since.year > year or (since.year == on.year == year and on < since.earliest())):
            return False
        return until is None or not (until.year < year or (until.year == on.year == year and on > until.latest()))

    def surely_holds(self, year: int) -> bool:
        """
        Whether a source shows the row in the year, if its period is only approximate.

        >>> from credrules.eligibility import REQUIREMENTS
        >>> row = REQUIREMENTS["EL-135"]
        >>> row.surely_holds(2023), row.surely_holds(2025)
        (True, False)
        """
        if not self.approximate:
            return True
        return bool(self.attested) and min(self.attested) <= year and (self.attested_on or year <= max(self.attested))
