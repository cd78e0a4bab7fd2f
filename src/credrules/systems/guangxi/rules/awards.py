"""
The level of an award follows from the organ on the certificate: decision table GX-D4.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(10).
Limitations: the organ is known by its name alone, see `credrules.facts.organs`;
what the text leaves open is REVIEW and told to ask the city's title office.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from attrs import frozen

from credrules import codes
from credrules.engine import Context, RecordRule, Violation, violation
from credrules.facts.organ_patterns import OrganKind
from credrules.facts.organs import OrganVerdict, classify
from credrules.findings import Decision
from credrules.systems.guangxi.records.whole import Award
from credrules.values import Evidence

__all__ = ["AWARD_RULES", "AwardDecision", "classify_award", "level_by_certificate"]


def __dir__() -> list[str]:
    return sorted(__all__)


@frozen
class AwardDecision:
    """
    Whether an award counts, at which level (AWARD_LEVELS, "" for none), and by which finding if not.

    `code` is the finding's code, "" where there is nothing to say.
    """

    decision: Decision
    level: str
    organ: OrganVerdict
    code: str = ""


_OUT_CODES: Final = {
    OrganKind.CITY_BUREAU: "GX.AWARD.CITY_BUREAU",
    OrganKind.SOCIAL_BODY: "GX.AWARD.SOCIAL_BODY",
    OrganKind.COUNTY: "GX.AWARD.MIN_LEVEL",
}


def classify_award(organ: object, *, authorised: bool | None = None, proof: bool | None = None) -> AwardDecision:
    """
    Decide about an award by the organ's name; any object is answered.

    `authorised` says that a city government authorised the body, `proof` that
    the authorisation is attached: then the award counts as the city's own.

    >>> classify_award("自治区教育厅").level, classify_award("甲市教育局").decision.name
    ('CITY_DEPARTMENT', 'OUT')
    >>> classify_award("甲市教育局", authorised=True, proof=True).level
    'CITY_DEPARTMENT'
    """
    verdict = classify(organ)
    if authorised and verdict.scope is not Decision.IN:
        if not proof:
            return AwardDecision(Decision.OUT, "", verdict, "GX.AWARD.AUTHORISATION")
        level = codes.GRANTING_ORGANS["PAT-CITY-AUTHORISED"].attribute("award_level")
        return AwardDecision(Decision.IN, level, verdict)
    if verdict.scope is Decision.OUT:
        return AwardDecision(Decision.OUT, "", verdict, _OUT_CODES[verdict.kind])
    # What follows by interpretation only is said to be asked about, as what stays open.
    sure = verdict.scope is Decision.IN and verdict.evidence is not Evidence.ASSUMED
    return AwardDecision(verdict.scope, verdict.level, verdict, "" if sure else "GX.AWARD.CITY_REVIEW")


def _decided(award: Award) -> AwardDecision:
    return classify_award(award.award_organ, authorised=award.authorised_by_city, proof=award.authorisation_proof)


def level_by_certificate(award: Award, _: Context) -> Iterator[Violation]:
    """
    The stated level is that of the organ printed on the certificate.
    """
    answer = _decided(award)
    sure = answer.decision is Decision.IN and not answer.code
    if sure and award.award_level != answer.level:
        shown = codes.AWARD_LEVELS[answer.level].name
        yield violation("award_level", organ=award.award_organ, level=shown, suggestion=answer.level)


def _telling(code: str, field: str = "award_organ") -> Callable[[Award, Context], Iterator[Violation]]:
    def rule(award: Award, _: Context) -> Iterator[Violation]:
        if _decided(award).code == code:
            yield violation(field, organ=award.award_organ)

    return rule


_ORGAN: Final = ("award_organ",)

AWARD_RULES: Final = (
    RecordRule("GX.AWARD.MIN_LEVEL", Award, _telling("GX.AWARD.MIN_LEVEL"), _ORGAN),
    RecordRule("GX.AWARD.BY_CERTIFICATE", Award, level_by_certificate, ("award_organ", "award_level")),
    RecordRule(
        "GX.AWARD.AUTHORISATION",
        Award,
        _telling("GX.AWARD.AUTHORISATION", "authorisation_proof"),
        _ORGAN,
        reports_missing=True,
    ),
    RecordRule("GX.AWARD.CITY_BUREAU", Award, _telling("GX.AWARD.CITY_BUREAU"), _ORGAN),
    RecordRule("GX.AWARD.SOCIAL_BODY", Award, _telling("GX.AWARD.SOCIAL_BODY"), _ORGAN),
    RecordRule("GX.AWARD.CITY_REVIEW", Award, _telling("GX.AWARD.CITY_REVIEW"), _ORGAN),
)
"""The rules of awards."""
