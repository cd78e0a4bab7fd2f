"""
The year: which hours are recognised, whether they are enough, who may print the certificate.

The figures and the arithmetic are those of `credrules.hours`; this module decides
which records count (recognised ones), when a displayed total is out of date, who
prints, and what a print may be used for.

References: 广东省专业技术人员继续教育管理系统常见问题, E1 to E4.
Limitations: the document does not state which cities print a seal (`sealed_cities`);
waiting for the system to update and the printing itself are left to the host.
"""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from html import escape
from typing import Any, Final

from attrs import field, frozen

from credrules.answers import FoundAnswer
from credrules.codes import LEARNING_ROUTES
from credrules.engine import Profile
from credrules.fields import spec_of
from credrules.findings import CredrulesError, Decision, Finding, Report, finding, language
from credrules.hours import Adjustment, Audit, CarryOver, Requirement, audit, find_requirement
from credrules.hours.amounts import read_amount, show
from credrules.lists import is_cut
from credrules.masking import shown_repr
from credrules.systems.guangdong_learning.accounts.units import city_of
from credrules.systems.guangdong_learning.profile import PROFILE
from credrules.systems.guangdong_learning.records.whole import LearningFile, LearningRecord
from credrules.systems.guangdong_learning.workflow.record import YEAR
from credrules.systems.guangdong_learning.workflow.roles import UNIT_ROLES
from credrules.systems.guangdong_learning.year.merging import not_counted
from credrules.values import Label, Lang

__all__ = ["AnnualResult", "PrintDecision", "Usage", "annual_result", "can_print_certificate", "entries_of", "recount"]
__dir__ = __all__.copy

_CUT: Final = "RECORD.TOO_MANY"
_COUNTS: Final = "RECOGNISED"
_RECORDS: Final = spec_of(LearningFile).parts["records"]
_UNDECIDED: Final = Label("不能确定，须人工核定", "undecided, to be reviewed")


class Usage(enum.Enum):
    """
    What a print may be used for (E3): official with a seal, for inquiry only without one.
    """

    OFFICIAL = "official"
    INQUIRY_ONLY = "inquiry_only"


def entries_of(records: Iterable[LearningRecord]) -> tuple[dict[str, Any], ...]:
    """
    Return records as the calculator reads them: recognised or not, hours and days as entered.

    Deleted records are left out. Of a course declared twice, the learning site's
    record counts (for the exception see `merging.not_counted`).

    >>> entries_of([LearningRecord(course="甲", subject="GENERAL", hours=6, year=2012)])[0]["recognised"]
    False
    """
    everything = tuple(item for item in records)  # an iterable's word about its length is not asked for
    return tuple(_entries(everything, not_counted(everything)))


def _entries(records: Sequence[LearningRecord], aside: Collection[int]) -> Iterator[dict[str, Any]]:
    return (_entry(item) for place, item in enumerate(records) if place not in aside and item.state != "DELETED")


def _entry(record: LearningRecord) -> dict[str, Any]:
    cells = {
        "subject": record.subject,
        "hours": record.hours,
        "days": record.days,
        "year": record.year,
        "course": record.course,
        "id": record.record_id,
        "source": _route(record.route),
        "recognised": record.state == _COUNTS,
    }
    return {key: value for key, value in cells.items() if value is not None}


def _route(code: str | None) -> str | None:
    # The name from the table, for display; a route that only the host's table has is kept as it is.
    row = None if code is None else LEARNING_ROUTES.get(code)
    return code if row is None else row.name


_SUBJECTS: Final = {
    "HOURS.GENERAL": "CE.HOURS.GENERAL",
    "HOURS.PROFESSIONAL": "CE.HOURS.PROFESSIONAL",
    "HOURS.ELECTIVE": "CE.HOURS.ELECTIVE",
}
_CODES: Final = {**_SUBJECTS, "HOURS.TOTAL": "CE.HOURS.TOTAL"}
_SHORT: Final = frozenset({*_CODES.values(), "CE.HOURS.ALL_THREE"})


def _own(audited: Audit) -> Iterator[Finding]:
    given = audited.findings
    for item in given:
        yield finding(_CODES[item.code], path=item.path, **item.params) if item.code in _CODES else item
    if not audited.short and any(item.code in _SUBJECTS for item in given):
        yield finding("CE.HOURS.ALL_THREE", total=show(audited.total), unit=audited.requirement.unit.label)


@frozen
class AnnualResult(FoundAnswer):
    """
    The result of one year (年度审核): the audit, or why there is none.

    `stale` is true if the total shown elsewhere differs from the total of the
    records. Nothing is decided if the year has no known requirement, or if the
    records are `cut` (the beginning of a longer list). `set_aside` are the positions
    of the recognised records of the year that another record of the same course replaces.
    """

    year: int = field(repr=shown_repr)
    requirement: Report[Requirement] = field(repr=False)
    audit: Audit | None
    shown_total: Fraction | int | None = None
    cut: bool = False
    set_aside: tuple[int, ...] = ()

    @property
    def decision(self) -> Decision:
        """
        IN (passed), OUT or REVIEW; REVIEW if some of the records were not read.
        """
        return Decision.REVIEW if self.audit is None or self.cut else self.audit.decision

    @property
    def passed(self) -> bool:
        """
        Whether each subject reaches its hours; only recognised records count.
        """
        return self.decision is Decision.IN

    @property
    def stale(self) -> bool:
        """
        Whether the total shown differs from the total of the records now.
        """
        return self.audit is not None and self.shown_total is not None and self.shown_total != self.audit.total

    @property
    def state(self) -> str:
        """
        The state of the machine YEAR that follows from the records: OPEN (also when undecided), STALE or PASSED.
        """
        return "STALE" if self.stale else "PASSED" if self.passed else "OPEN"

    @property
    def findings(self) -> tuple[Finding, ...]:
        """
        The hours missing (under this system's codes), what is unsure, a stale total, the verdict of the year.
        """
        found: list[Finding] = list(self.requirement.findings if self.audit is None else _own(self.audit))
        if self.cut:
            # The missing hours may be among the records that were not read.
            found = [item for item in found if item.code not in _SHORT]
            found.append(finding(_CUT, path=("records",), section=_RECORDS.label, most=_RECORDS.most))
        found += [finding("CE.FLOW.NO_DOUBLE", path=("records", place)) for place in self.set_aside]
        if self.stale:
            found.append(finding("CE.CERT.STALE"))
        if self.decision is Decision.OUT:
            found.append(finding("CE.CERT.ANNUAL_STATUS", year=self.year))
        return tuple(found)

    def explain(self, lang: Lang = "zh") -> str:
        """
        Return why the year passes or not: first subject by subject, then a stale total (E2).

        >>> print(annual_result([], year=2015).explain("en").splitlines()[0])
        2015 continuing education: not passed (done: 0 hours)
        """
        lines = [] if self.audit is None else [self.audit.explain(language(lang)).text()]
        return "\n".join([*lines, *(item.message(lang) for item in self._told())])

    def _told(self) -> Iterator[Finding]:
        # The findings that the audit's own explanation does not contain.
        told = {*_CODES.values()} if self.audit is not None else set[str]()
        return (
            it
            for it in self.findings
            if it.code not in told and (self.audit is None or it.code[:3] == "CE." or it.code == _CUT)
        )

    def _repr_html_(self) -> str:
        picture = "" if self.audit is None else self.audit.explain().html()
        told = "".join(f"<p>{escape(item.message())}</p>" for item in self._told())
        return picture + told if picture else f"<pre>{escape(self.explain())}</pre>"


def annual_result(
    records: Iterable[LearningRecord] | LearningFile,
    *,
    year: int,
    profession: str | None = None,
    profile: Profile = PROFILE,
    shown_total: Fraction | int | None = None,
    adjustments: Iterable[Adjustment] = (),
) -> AnnualResult:
    """
    Return the result of a year, counted anew from the records (重新统计学时).

    The requirement is that of the profile's jurisdiction for this year, so
    2021 has other figures than 2015. `shown_total` is the total on the screen; if
    it is out of date, a warning is reported, and what is no number is refused
    with a CredrulesError. `adjustments` are decisions already made (exemptions,
    pro rata). Hours carried in are refused with a finding, unless the switch
    `carry_over` is on.

    >>> parts = [("GENERAL", 18), ("PROFESSIONAL", 42), ("ELECTIVE", 12)]
    >>> done = [LearningRecord(subject=name, hours=hours, year=2015, state="RECOGNISED") for name, hours in parts]
    >>> annual_result(done, year=2015).passed, annual_result(done[:2], year=2015).audit.short
    (True, 12)
    """
    own, shown_total = profile.completed(PROFILE), _total_on_screen(shown_total)
    found = find_requirement(own.jurisdiction, year=year, profession=profession)
    if found.value is None:
        return AnnualResult(year, found, None, shown_total)
    rule = found.value if own.carry_over else found.value.with_(carry_over=CarryOver.NONE)
    given = records.records if isinstance(records, LearningFile) else records
    items = given if is_cut(given) else tuple(given)
    aside = not_counted(items)
    result = audit(_entries(items, aside), requirement=rule, year=year, adjustments=tuple(adjustments))
    told = tuple(place for place in sorted(aside) if items[place].state == _COUNTS and items[place].year == year)
    return AnnualResult(year, found, result, shown_total, is_cut(items), told)


@frozen
class PrintDecision(FoundAnswer):
    """
    Whether the certificate of a year may be printed, the year's result, and what the print may be used for.

    Its truth value is `ok`.
    """

    decision: Decision
    result: AnnualResult = field(repr=False)
    usage: Usage
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """
        Whether it may be printed.
        """
        return self.decision is Decision.IN

    def __bool__(self) -> bool:
        return self.ok


_BY_PERSON: Final = Label("由本人打印", "the person prints it")
_OF_OWN: Final = Label(
    "打印的是本人或本单位人员的证书", "the certificate is the person's own or that of the unit's staff"
)


def _total_on_screen(given: object) -> Fraction | int | None:
    if given is None:
        return None
    total, found = read_amount(given)
    if total is None:
        raise CredrulesError(found)
    return total


def can_print_certificate(  # noqa: PLR0913  # who asks, for which year, of which city, with what in hand
    records: Iterable[LearningRecord] | LearningFile,
    *,
    year: int,
    actor: str | None = None,
    own: bool | None = None,
    city: str | None = None,
    profession: str | None = None,
    profile: Profile = PROFILE,
    shown_total: Fraction | int | None = None,
    adjustments: Iterable[Adjustment] = (),
) -> PrintDecision:
    """
    Decide whether `actor` may print the certificate of a year.

    The year must be passed; only recognised records count. A person prints their
    own certificate, a unit those of its staff (`own`). If `actor` is left out, the
    person is assumed; if `own` is left out, the person's own certificate or that
    of the unit's staff; the answer states each assumption. A stale total is a
    warning: recount first. `city` is the code of a city, or of a district in it;
    the profile's `sealed_cities` decide whether the print is official.

    >>> decided = can_print_certificate([], year=2015, actor="UNIT", own=False)
    >>> decided.ok, [item.code for item in decided.findings if item.code[:7] == "CE.CERT"]
    (False, ['CE.CERT.ANNUAL_STATUS', 'CE.CERT.PRINT_GUARD', 'CE.CERT.WHO_PRINTS', 'CE.CERT.SEALED'])
    """
    result = annual_result(
        records, year=year, profession=profession, profile=profile, shown_total=shown_total, adjustments=adjustments
    )
    found = list(result.findings)
    if not result.passed:
        state = _UNDECIDED if result.decision is Decision.REVIEW else YEAR.state(result.state).label
        found.append(finding("CE.CERT.PRINT_GUARD", state=state))
    found += [
        finding("CE.CERT.ASSUMED", fact=fact) for given, fact in ((actor, _BY_PERSON), (own, _OF_OWN)) if given is None
    ]
    entitled = YEAR.read_actor(actor or "PERSON") in {"PERSON", *UNIT_ROLES} and own in {None, True}
    if not entitled:
        found.append(finding("CE.CERT.WHO_PRINTS"))
    sealed = city is not None and not {city, city_of(city)}.isdisjoint(profile.completed(PROFILE).sealed_cities)
    if not sealed:
        found.append(finding("CE.CERT.SEALED"))
    decision = result.decision if entitled else Decision.OUT
    return PrintDecision(decision, result, Usage.OFFICIAL if sealed else Usage.INQUIRY_ONLY, tuple(found))


def recount(
    records: Iterable[LearningRecord] | LearningFile, *, year: int, profile: Profile = PROFILE
) -> Fraction | int | None:
    """
    Return the recognised hours of a year, recounted; None if the year has no known requirement.

    >>> recount([LearningRecord(subject="GENERAL", days=3, year=2015, state="RECOGNISED")], year=2015)
    18
    """
    result = annual_result(records, year=year, profile=profile).audit
    return None if result is None else result.total
