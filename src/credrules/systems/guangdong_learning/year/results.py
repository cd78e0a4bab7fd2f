"""
Conversion of papers, patents and the like into professional hours, after the compulsory part is done.

The employer and the industry's department fix the figures (D4), so none is shipped:
the host gives its table, a `credrules.hours.Standard`, in the switch
`conversion_table`.

References: 广东省专业技术人员继续教育管理系统常见问题, D4.
Limitations: the document does not state how many professional hours are compulsory;
if it is not known whether they are done, the answer is REVIEW.
"""

from __future__ import annotations

from attrs import evolve, frozen

from credrules.answers import FoundAnswer
from credrules.engine import Profile
from credrules.findings import Decision, Finding, finding
from credrules.hours import Activity, Conversion, convert
from credrules.systems.guangdong_learning.profile import PROFILE

__all__ = ["ResultDecision", "convert_result"]
__dir__ = __all__.copy


@frozen
class ResultDecision(FoundAnswer):
    """
    The hours that a result gives by the table, or none with the reason.
    """

    decision: Decision
    conversion: Conversion | None
    findings: tuple[Finding, ...]

    @property
    def hours(self) -> object:
        """
        The hours that count; zero unless the decision is IN.
        """
        return self.conversion.hours if self.conversion is not None and self.decision is Decision.IN else 0


def convert_result(activity: Activity, *, profile: Profile = PROFILE) -> ResultDecision:
    """
    Return the professional hours that a result gives.

    `activity.compulsory_done` states whether the compulsory part is done: False is
    an error, None (unknown) gives REVIEW. Without a table nothing is counted.

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
