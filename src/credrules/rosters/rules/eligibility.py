"""
Whether the person of one row qualifies for a title or grade.

The profile names the place, the scheme and the target; the calculator of
`credrules.eligibility` answers from the row. An empty cell counts as unknown,
and no row states conditions or assessments: what depends on them stays open.

References: the rules of `credrules.eligibility.REQUIREMENTS`, each with its document.

Limitations: a row holds one title or grade and one education; others that the
person may have are not seen.
"""

from __future__ import annotations

from typing import Any, Final

from credrules.engine import Context, Violation, rule, violation
from credrules.findings import Decision, Finding
from credrules.rosters.records.row import RosterRow
from credrules.values import Label

__all__ = ["ELIGIBILITY_RULES", "qualifies"]
__dir__ = __all__.copy

_SWITCHES: Final = {
    "jurisdiction": Label("地区", "the place"),
    "scheme": Label("系列或类别", "the scheme"),
    "target": Label("申报级别", "the target"),
}
_CODES: Final = {
    Decision.IN: "ROSTER.ELIGIBLE",
    Decision.OUT: "ROSTER.NOT_ELIGIBLE",
    Decision.REVIEW: "ROSTER.ELIGIBILITY_OPEN",
}


@rule(
    "ROSTER.ELIGIBLE",
    "ROSTER.NOT_ELIGIBLE",
    "ROSTER.ELIGIBILITY_OPEN",
    "ROSTER.ELIGIBILITY_UNNAMED",
    reads=(
        "birth_date",
        "work_start",
        "prof_start",
        "education",
        "graduated_on",
        "degree",
        "degree_on",
        "title_name",
        "title_level",
        "title_series",
        "acquire_mode",
        "issued_on",
        "appointed_on",
        "skill_grade",
    ),
)
def qualifies(row: RosterRow, context: Context) -> Violation | None:
    """
    If a place, a scheme and a target are named, every row gets an answer.
    """
    profile = context.profile
    asked = {name: getattr(profile, name) for name in _SWITCHES}
    missing = [_SWITCHES[name] for name, value in asked.items() if value is None]
    if len(missing) == len(asked):
        return None
    if missing:
        return violation("name", code="ROSTER.ELIGIBILITY_UNNAMED", what=tuple(missing))
    from credrules.eligibility import assess  # noqa: PLC0415  # a third of the import, for those who ask for it

    answer = assess(_facts(row), on=context.on, **asked)
    code = _CODES[answer.decision]
    if answer.met_by is not None:
        return violation("name", code=code, id=answer.met_by.key)
    if answer.decision is Decision.REVIEW:
        return violation("name", code=code, reasons=tuple(_reasons(answer.findings)))
    earliest = answer.earliest
    when = Label("无法仅凭等待满足", "waiting does not help") if earliest is None else earliest.isoformat()
    return violation("name", code=code, earliest=when)


def _reasons(findings: tuple[Finding, ...]) -> list[Label]:
    # The first few are enough in a table; the calculator gives the rest.
    return [Label(item.message("zh"), item.message("en")) for item in findings[:_SHOWN]]


_SHOWN: Final = 3


def _facts(row: RosterRow) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "birth_date": row.birth_date,
        "work_started_on": row.work_start,
        "specialty_started_on": row.prof_start,
    }
    if row.education is not None:
        facts["education"] = [{"level": row.education, "graduated_on": row.graduated_on}]
    if row.degree is not None:
        facts["degrees"] = [{"degree": row.degree, "granted_on": row.degree_on}]
    if row.title_level is not None or row.title_name is not None:
        facts["titles"] = [
            {
                "level": row.title_level or row.title_name,
                "name": row.title_name,
                "series": row.title_series,
                "obtained_on": row.issued_on,
                "appointed_on": row.appointed_on,
                "route": row.acquire_mode,
            }
        ]
    if row.skill_grade is not None:
        facts["grades"] = [{"grade": row.skill_grade}]
    return facts


ELIGIBILITY_RULES: Final = (qualifies,)
"""The rule of eligibility, silent unless the profile names place, scheme and target."""
