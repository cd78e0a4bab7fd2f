"""
Papers, patents and the like into professional hours: only by a table the host has, after the compulsory part.

The figures are the employer's and the industry's (D4), so there is none here:
the table is a `credrules.hours.Standard` in the profile's switch
`conversion_table`.

References: 广东省专业技术人员继续教育管理系统常见问题, D4.
Limitations: how many professional hours are compulsory is not told; who does
not know whether they are done gets REVIEW.
"""

from __future__ import annotations

from attrs import evolve, frozen

from credrules.answers import Answered
from credrules.engine import Profile
from credrules.findings import Decision, Finding, finding
from credrules.hours import Activity, Conversion, convert
from credrules.systems.guangdong_learning.profile import PROFILE

__all__ = ["ResultDecision", "convert_result"]


def __dir__() -> list[str]:
    return sorted(__all__)


@frozen
class ResultDecision(Answered):
    """
    What a result gives: hours by the table, or none with the reason.
    """

    decision: Decision
    conversion: Conversion | None
    findings: tuple[Finding, ...]

    @property
    def hours(self) -> object:
        """
        The hours that count; zero where nothing is decided.
        """
        return self.conversion.hours if self.conversion is not None and self.decision is Decision.IN else 0


def convert_result(activity: Activity, *, profile: Profile = PROFILE) -> ResultDecision:
    """
    Return what a result is worth in professional hours.

    `activity.compulsory_done` says whether the compulsory part is done: False
    is an error, None leaves it open. Without a table nothing is counted.

    >>> answer = convert_result(Activity("paper", compulsory_done=True))
    >>> answer.decision.name, answer.hours, [item.code for item in answer.findings]
    ('REVIEW', 0, ['CE.CONV.TABLE'])
    """
    if activity.compulsory_done is False:
        return ResultDecision(Decision.OUT, None, (finding("CE.CONV.PRECONDITION"),))
    table = profile.completed(PROFILE).conversion_table
    if table is None:
        return ResultDecision(Decision.REVIEW, None, (finding("CE.CONV.TABLE"),))
    answer = convert(evolve(activity, compulsory_done=True), standard=table)
    if activity.compulsory_done is None:
        return ResultDecision(Decision.REVIEW, answer, (*answer.findings, finding("CE.CONV.COMPULSORY_UNKNOWN")))
    return ResultDecision(answer.decision, answer, answer.findings)
