"""
"May this worker apply for that grade?": the shared calculator, and what the notice adds to it.

The notice gives no figures; they are in the provincial notice of 2018, whose
text is not known. Without figures only the order of grades is checked, as a rule
whose other figures are unknown: it can refuse, but it never says yes. A host
that has the figures passes them in.

References: annex 1, step 3 no. 4 and step 5; 苏人社发〔2018〕98号 (not found).
Limitations: that grades are climbed one by one is deduced. No one is refused
while a special case or an exceptional application is open.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from typing import Any, Final

from attrs import evolve, frozen

from credrules import codes
from credrules.eligibility import Eligibility, EligibilityRule, assess
from credrules.eligibility.deciding import first_day
from credrules.eligibility.facts import Person
from credrules.findings import Decision, Finding, finding
from credrules.keys import keyed_of
from credrules.lists import Cut, entries_of, like
from credrules.systems.lianyungang.names import GRADES, name_of, next_below
from credrules.systems.lianyungang.promotion.standing import (
    has_grade_below,
    is_open,
    order_of_grades,
    special_case,
)
from credrules.systems.lianyungang.reading import worker_of
from credrules.systems.lianyungang.records.cells import GRADE
from credrules.systems.lianyungang.records.whole import SkillRecord, Worker

__all__ = [
    "JURISDICTION",
    "SCHEME",
    "GradeEligibility",
    "eligibility",
    "order_rule",
]
__dir__ = __all__.copy

JURISDICTION: Final = "320700"
"""连云港市, GB/T 2260."""

SCHEME: Final = "WORKER_GRADES"
"""机关事业单位工人技术等级."""


@frozen(repr=False)
class GradeEligibility(Eligibility):
    """
    The calculator's answer, changed by the order of grades and the missing table.

    `notes` are reasons of this system in addition to the calculator's own; `blocked`
    means that waiting does not help, because the grade below is missing.
    """

    notes: tuple[str, ...] = ()
    blocked: bool = False

    @property
    def reasons(self) -> tuple[str, ...]:
        """
        The reasons: this system's first, then the calculator's.
        """
        return (*self.notes, *(code for code in super().reasons if code not in self.notes))

    @functools.cached_property
    def earliest(self) -> dt.date | None:
        """
        The first day on which the answer is IN with the same facts; None when waiting does not help.
        """
        if self.blocked or self.question is None or self.on is None:
            return None
        return first_day(self.question, self.person, after=None if self.decision is Decision.IN else self.on)


def eligibility(
    worker: object, *, target: object, on: dt.date, requirements: Iterable[EligibilityRule] | None = None
) -> Eligibility:
    """
    Decide whether a worker may apply for a grade; never raises.

    `worker` is a mapping (English keys or labels) or a `Worker`; further facts
    of `credrules.eligibility` (assessments, conditions, dates of work) may be given
    beside its sections. `requirements` are the figures a host has; without them
    only the order of grades is known.

    >>> junior = {"专技资格": [{"等级": "中级工"}]}
    >>> eligibility(junior, target="技师", on=dt.date(2018, 4, 24)).decision.name
    'OUT'
    >>> answer = eligibility({"专技资格": [{"等级": "高级工"}]}, target="技师", on=dt.date(2018, 4, 24))
    >>> answer.decision.name, answer.reasons[0]
    ('REVIEW', 'TABLE_UNKNOWN')
    """
    person = worker_of(worker)
    grade = GRADE.check(target).value
    own = () if grade is None else (order_rule(grade),)
    given = (item for item in entries_of(requirements, _MOST) if type(item) is EligibilityRule)
    rules = own if requirements is None else tuple(given)
    answer = assess(
        _facts(worker, person),
        target=target if grade is None else grade,
        on=on,
        jurisdiction=JURISDICTION,
        scheme=_scheme(rules),
        rules=rules,
    )
    notes, found = ["TABLE_UNKNOWN"] if requirements is None else [], list(answer.problems)
    if requirements is None:
        found.append(finding("LYG.ELIG.NOT_HERE"))
    decision, blocked = answer.decision, False
    if grade is not None:
        known = answer.person.grades
        holder = person if person.skills else _holder(person, answer.person)
        decision, more = _with_order(answer.decision, holder, grade, known=known is not None)
        blocked = not has_grade_below(holder, grade)
        notes += [item.code for item in more]
        found += more
    kept = {item: getattr(answer, item) for item in ("on", "verdicts", "question", "person")}
    met = answer.met_by if decision is Decision.IN else None
    return GradeEligibility(decision, met, **kept, problems=tuple(found), notes=tuple(notes), blocked=blocked)


def order_rule(grade: str) -> EligibilityRule:
    """
    Return the order of grades as a rule: the grade below, and unknown figures.

    >>> order_rule("2").prior, order_rule("5").prior, order_rule("2").unknown
    ('3', '', ('education', 'level_years', 'total_years'))
    """
    return EligibilityRule(
        "LYG-044",
        JURISDICTION,
        SCHEME,
        (grade,),
        prior=next_below(grade) or "",
        unknown=("education", "level_years", "total_years"),
        document_no="苏人社发〔2018〕98号",
        note="逐级申报为推断，年限见省通知",
    )


def _holder(worker: Worker, person: Person) -> Worker:
    # Grades that were stated as facts, or only in the main set; a list with one that could not be read is cut.
    held = (SkillRecord(item.code) for item in person.grades or () if item.code in GRADES)
    return evolve(worker, skills=Cut(held) if "grades" in person.unread else tuple(held))


def _with_order(decision: Decision, person: Worker, grade: str, *, known: bool) -> tuple[Decision, tuple[Finding, ...]]:
    """
    Return the decision after the order of grades: never IN without the grade below, OUT only if nothing is open.
    """
    open_ = is_open(person.registration)
    below = has_grade_below(person, grade)
    if not below and not known:
        return Decision.REVIEW, ()
    if order_of_grades(person, person.registration, grade) is Decision.OUT:
        return Decision.OUT, (finding("LYG.DECL.ADD_PERSON", target=name_of(grade)),)
    if not below or (open_ and decision is Decision.OUT):
        return Decision.REVIEW, (finding("LYG.ELIG.OPEN", target=name_of(grade)),) if open_ else ()
    return decision, ()


def _grades_are_known(worker: object, person: Worker) -> bool:
    # An absent key is unknown, an empty list means none; the main set may contain the grade.
    given = type(worker) is Worker or "skills" in keyed_of(Worker, worker).found
    return given or person.person.main_grade is not None


def _facts(worker: object, person: Worker) -> dict[Any, Any]:
    own = person.registration
    facts: dict[Any, Any] = {} if type(worker) is Worker else dict(keyed_of(Worker, worker).rest)
    if _grades_are_known(worker, person):
        held = [
            {"grade": item.grade, "obtained_on": item.obtained_on, "trade": item.trade}
            for item in person.skills
            if item.grade is not None
        ] or [{"grade": grade} for grade in (person.person.main_grade,) if grade is not None]
        facts["grades"] = like(person.skills, held)
    if person.education:
        schools = [{"level": item.level, "graduated_on": item.graduated_on} for item in person.education if item.level]
        facts["education"] = like(person.education, schools)
    case = special_case(own.remark)
    named = own.remark if case is None or case == "OTHER" else codes.WORKER_SPECIAL_CASES[case].name
    more = {"trade": own.trade, "special_case": named, "application_year": own.round}
    return {**facts, **{name: value for name, value in more.items() if value is not None}}


_MOST: Final = 2000
"""More rules than any notice contains are not read."""


def _scheme(rules: tuple[EligibilityRule, ...]) -> str:
    # The figures of 工勤技能岗位 may also be listed under that scheme.
    given = [rule.scheme for rule in rules]
    return SCHEME if SCHEME in given or not given else given[0]
