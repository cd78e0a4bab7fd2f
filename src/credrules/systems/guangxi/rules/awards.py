"""
The level of an award follows from the organ on the certificate: decision table GX-D4.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(10).
Limitations: the organ is recognised by its name alone, see `credrules.facts.organs`;
what the text leaves open is REVIEW, with the advice to ask the city's title office.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve, field, frozen

from credrules import codes
from credrules.answers import FoundAnswer
from credrules.engine import Context, Violation, rule, violation
from credrules.facts.organ_patterns import OrganKind
from credrules.facts.organs import OrganVerdict, classify
from credrules.findings import Decision, Finding, finding
from credrules.masking import shown_text
from credrules.systems.guangxi.records.whole import Award
from credrules.values import Evidence, exact_text

__all__ = [
    "AWARD_RULES",
    "AwardDecision",
    "authorisation_is_proven",
    "classify_award",
    "level_by_certificate",
    "organ_counts",
]
__dir__ = __all__.copy


@frozen
class AwardDecision(FoundAnswer):
    """
    Whether an award counts, at which level (AWARD_LEVELS, "" for none), and the finding if it does not.

    `code` is the finding's code, "" if there is none.
    """

    decision: Decision
    level: str
    organ: OrganVerdict
    code: str = ""
    name: str = field(default="", eq=False, repr=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """
        Why the award does not count, or must be asked about; empty if all is clear.

        >>> classify_award("甲市教育局").reasons
        ('GX.AWARD.CITY_BUREAU',)
        """
        return (finding(self.code, organ=shown_text(self.name)),) if self.code else ()


_CITY: Final = ("authorised_by_city", "authorisation_proof")
_OUT_CODES: Final = {
    OrganKind.CITY_BUREAU: "GX.AWARD.CITY_BUREAU",
    OrganKind.SOCIAL_BODY: "GX.AWARD.SOCIAL_BODY",
    OrganKind.COUNTY: "GX.AWARD.MIN_LEVEL",
}


def classify_award(organ: object, *, authorised: bool | None = None, proof: bool | None = None) -> AwardDecision:
    """
    Decide about an award by the organ's name; accepts any object.

    `authorised` states that a city government authorised the body, `proof` that
    the authorisation is attached: the award then counts as the city's own.

    >>> classify_award("自治区教育厅").level, classify_award("甲市教育局").decision.name
    ('CITY_DEPARTMENT', 'OUT')
    >>> classify_award("甲市教育局", authorised=True, proof=True).level
    'CITY_DEPARTMENT'
    """
    return evolve(_by_organ(classify(organ), authorised=authorised, proof=proof), name=exact_text(organ) or "")


def _by_organ(verdict: OrganVerdict, *, authorised: bool | None, proof: bool | None) -> AwardDecision:
    if authorised and verdict.scope is not Decision.IN:
        if not proof:
            return AwardDecision(Decision.OUT, "", verdict, "GX.AWARD.AUTHORISATION")
        level = codes.GRANTING_ORGANS["PAT-CITY-AUTHORISED"].attribute("award_level")
        return AwardDecision(Decision.IN, level, verdict)
    if verdict.scope is Decision.OUT:
        return AwardDecision(Decision.OUT, "", verdict, _OUT_CODES[verdict.kind])
    # A result that follows only by interpretation is to be asked about, like one that stays open.
    sure = verdict.scope is Decision.IN and verdict.evidence is not Evidence.ASSUMED
    return AwardDecision(verdict.scope, verdict.level, verdict, "" if sure else "GX.AWARD.CITY_REVIEW")


def _decided(award: Award) -> AwardDecision:
    return classify_award(award.award_organ, authorised=award.authorised_by_city, proof=award.authorisation_proof)


@rule("GX.AWARD.BY_CERTIFICATE", requires=("award_organ", "award_level"), reads=_CITY)
def level_by_certificate(award: Award, _: Context) -> Violation | None:
    """
    The stated level is that of the organ printed on the certificate.
    """
    answer = _decided(award)
    sure = answer.decision is Decision.IN and not answer.code
    if sure and award.award_level != answer.level:
        shown = codes.AWARD_LEVELS[answer.level].name
        return violation("award_level", organ=award.award_organ, level=shown, suggestion=answer.level)
    return None


@rule("GX.AWARD.AUTHORISATION", requires=("award_organ",), reports_missing=True, reads=_CITY)
def authorisation_is_proven(award: Award, _: Context) -> Violation | None:
    """
    An award of a body authorised by a city government requires the proof.
    """
    proven = _decided(award).code != "GX.AWARD.AUTHORISATION"
    return None if proven else violation("authorisation_proof", organ=award.award_organ)


@rule(
    "GX.AWARD.MIN_LEVEL",
    "GX.AWARD.CITY_BUREAU",
    "GX.AWARD.SOCIAL_BODY",
    "GX.AWARD.CITY_REVIEW",
    requires=("award_organ",),
    reads=_CITY,
)
def organ_counts(award: Award, _: Context) -> Violation | None:
    """
    The award comes from an organ at least of a city department's rank; in doubt the city's title office is asked.
    """
    code = _decided(award).code
    return violation("award_organ", organ=award.award_organ, code=code) if code in organ_counts.codes else None


AWARD_RULES: Final = (level_by_certificate, authorisation_is_proven, organ_counts)
"""The rules of awards."""
