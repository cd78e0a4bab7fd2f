"""
A review application (GD-W3), reconstructed: the flow figure of the text is missing (GD-003).

The chain of four is in the text; what follows it comes from the manuals of the
system and from the ministry's order 40, and the rows state this.

References: 广东省职称网上申报说明（2016，清远市页面）, 二, 三, 四(2), 五; 系统操作手册; 职称评审管理暂行规定.
Limitations: in 2016 the paper application is also required, and it decides (GD-005); the notice inside the unit and
the way a committee returns material are known only from unreliable copies and never refuse anything.
"""

from __future__ import annotations

from typing import Final

from credrules.systems.guangdong_titles.names import ACTORS, BY_HR, BY_PERSON, BY_UNIT_OR_POINT, EVENTS, SPELLINGS
from credrules.systems.guangdong_titles.workflow.basic import NO_ERRORS, PAPER_PASSED
from credrules.values import Evidence, Label
from credrules.workflow import Fact, Machine, State, Transition

__all__ = [
    "EVIDENCE",
    "REVIEW_APPLICATION",
]
__dir__ = __all__.copy

EVIDENCE: Final = "reconstructed"
"""Where the machine comes from: the flow figure is missing; reconstructed from text and outside facts (GD-003)."""

_OFFICE: Final = ("COMMITTEE_OFFICE",)
_COMMITTEE: Final = ("COMMITTEE",)
_OUTSIDE: Final = Evidence.OUTSIDE
_PAST_UNIT: Final = (
    "AT_COMPETENT", "AT_HR", "AT_COMMITTEE_OFFICE", "IN_REVIEW", "PASSED", "PUBLISHED", "CONFIRMED",
)  # fmt: skip

REVIEW_APPLICATION: Final = Machine(
    "GD-W3",
    Label("评审申请（重建）", "review application (reconstructed)"),
    states=(
        State("NONE", Label("未申请", "no application"), "no application", initial=True),
        State("DRAFT", Label("草稿", "draft"), "results, publications and list of documents selected"),
        State("AT_UNIT", Label("人事管理单位审核中", "with the personnel management unit")),
        State("AT_COMPETENT", Label("主管单位审核中", "with the competent unit")),
        State("AT_HR", Label("人社部门审核中", "with the human-resources department"), "link 4, where it applies"),
        State("AT_COMMITTEE_OFFICE", Label("评委会办公室受理中", "with the committee's office"), "formal acceptance"),
        State("IN_REVIEW", Label("评审中", "in review"), "expert group and committee vote"),
        State("PASSED", Label("评审通过", "passed")),
        State("PUBLISHED", Label("评审结果公示中", "results posted"), "at least 5 working days"),
        State("CONFIRMED", Label("确认发文", "confirmed")),
        State("CERTIFIED", Label("已发证", "certified"), "certificate number allotted", final=True),
        State("RETURNED", Label("退回修改", "returned for correction"), "editable"),
        State("NOT_PASSED", Label("评审未通过", "not passed"), final=True),
        State("REJECTED", Label("不予受理", "not accepted"), "outside the committee's range", final=True),
    ),
    transitions=(
        Transition(
            id="GD-W3-T01", source="NONE", event="start", actors=BY_PERSON, target="DRAFT",
            facts=(
                Fact(
                    "basic_stored", Label("个人基本信息已入库", "the basic information is stored"),
                    code="GD.FLOW.STORE_FIRST",
                ),
                Fact(
                    "committee_uses_system", Label("申报的评委会使用本系统", "the committee uses this system"),
                    code="GD.ROUTE.OTHER_SYSTEM",
                ),
            ),
            basis=("GD-014", "GD-018"),
        ),
        Transition(
            id="GD-W3-T02", source="DRAFT", event="submit", actors=BY_PERSON, target="AT_UNIT",
            facts=(NO_ERRORS,),
            basis=("GD-041",),
        ),
        Transition(
            id="GD-W3-T03", source="AT_UNIT", event="withdraw", actors=BY_PERSON, target="DRAFT",
            basis=("GD-040",), evidence=Evidence.DEDUCED,
        ),
        Transition(
            id="GD-W3-T04", source="AT_UNIT", event="return", actors=BY_UNIT_OR_POINT, target="RETURNED",
            basis=("GD-041",), evidence=_OUTSIDE,
        ),
        Transition(
            id="GD-W3-T05", source="AT_UNIT", event="approve", actors=("PERSONNEL_UNIT",), target="AT_COMPETENT",
            facts=(
                Fact(
                    "posted_in_unit", Label("已在单位公示不少于5个工作日", "posted in the unit for 5 working days"),
                    code="GD.FLOW.UNIT_NOTICE", default=True,
                ),
            ),
            basis=("GD-041",),
        ),
        Transition(
            id="GD-W3-T06", source="AT_COMPETENT", event="return", actors=("COMPETENT",), target="RETURNED",
            basis=("GD-041",), evidence=_OUTSIDE,
        ),
        Transition(
            id="GD-W3-T07", source="AT_COMPETENT", event="approve", actors=("COMPETENT",), target="AT_HR",
            basis=("GD-041",),
        ),
        Transition(
            id="GD-W3-T08", source="AT_HR", event="return", actors=BY_HR, target="RETURNED",
            basis=("GD-041",), evidence=_OUTSIDE,
        ),
        Transition(
            id="GD-W3-T09", source="AT_HR", event="approve", actors=BY_HR, target="AT_COMMITTEE_OFFICE",
            basis=("GD-041",), evidence=_OUTSIDE,
        ),
        Transition(
            id="GD-W3-T10", source="AT_COMMITTEE_OFFICE", event="return", actors=_OFFICE, target="RETURNED",
            facts=(
                Fact(
                    "original_channel",
                    Label("按原报送渠道退回并告知本人", "returned the way it came, the applicant informed"),
                    code="GD.FLOW.RETURN_CHANNEL", default=True,
                ),
            ),
            basis=("GD-041",), evidence=_OUTSIDE,
        ),
        Transition(
            id="GD-W3-T11", source="AT_COMMITTEE_OFFICE", event="refuse", actors=_OFFICE, target="REJECTED",
            facts=(
                Fact(
                    "outside_range",
                    Label("超出评委会的受理范围或不符合条件", "outside the range, or conditions not met"),
                    code="GD.FLOW.IN_RANGE",
                ),
            ),
            basis=("GD-041",), evidence=_OUTSIDE,
        ),
        Transition(
            id="GD-W3-T12", source="AT_COMMITTEE_OFFICE", event="accept", actors=_OFFICE, target="IN_REVIEW",
            basis=("GD-041",), evidence=_OUTSIDE,
        ),
        Transition(
            id="GD-W3-T13", source="IN_REVIEW", event="vote_pass", actors=_COMMITTEE, target="PASSED",
            facts=(
                Fact("quorum", Label("出席人数达到规定", "the quorum is present"), code="GD.FLOW.VOTE"),
                Fact("two_thirds", Label("赞成票达到三分之二", "two thirds voted for it"), code="GD.FLOW.VOTE"),
            ),
            basis=("GD-005",), evidence=_OUTSIDE,
        ),
        Transition(
            id="GD-W3-T14", source="IN_REVIEW", event="vote_fail", actors=_COMMITTEE, target="NOT_PASSED",
            basis=("GD-005",), evidence=_OUTSIDE,
        ),
        Transition(
            id="GD-W3-T15", source="PASSED", event="publish", actors=_OFFICE, target="PUBLISHED",
            basis=("GD-005",), evidence=_OUTSIDE,
        ),
        Transition(
            id="GD-W3-T16", source="PUBLISHED", event="objection_upheld", actors=_OFFICE, target="NOT_PASSED",
            basis=("GD-005",), evidence=Evidence.ASSUMED,
        ),
        Transition(
            id="GD-W3-T17", source="PUBLISHED", event="confirm", actors=BY_HR, target="CONFIRMED",
            facts=(
                Fact("posted_five_days", Label("公示已满5个工作日", "posted for 5 days"), code="GD.FLOW.POSTING"),
                Fact(
                    "open_objection", Label("有未处理的异议", "an objection is open"), wanted=False,
                    code="GD.FLOW.POSTING",
                ),
            ),
            basis=("GD-005",), evidence=_OUTSIDE,
        ),
        Transition(
            id="GD-W3-T18", source="CONFIRMED", event="issue", actors=BY_HR, target="CERTIFIED",
            facts=(
                Fact(
                    "number_allotted", Label("省已分配证书号码", "the province allotted the certificate number"),
                    code="GD.FLOW.NUMBER_FIRST",
                ),
            ),
            basis=("GD-005", "GD-060"),
        ),
        Transition(
            id="GD-W3-T19", source="RETURNED", event="edit", actors=BY_PERSON, target="DRAFT",
            basis=("GD-041",), evidence=_OUTSIDE,
        ),
        Transition(
            id="GD-W3-T20", source="AT_UNIT", event="approve", actors=("APPLICATION_POINT",), target="AT_COMPETENT",
            facts=(PAPER_PASSED,),
            basis=("GD-038", "GD-041"),
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
    spellings=SPELLINGS,
    refusals={
        **{(state, "withdraw"): "GD.FLOW.WITHDRAW" for state in _PAST_UNIT},
        **{(state, "edit"): "GD.FLOW.EDIT_SUBMITTED" for state in ("AT_UNIT", *_PAST_UNIT)},
        ("DRAFT", "approve"): "GD.FLOW.CHAIN",
    },
    invariants=(
        Label("每次审核通过只前进一环", "each approval moves exactly one link along the chain"),
        Label("只有草稿状态可以修改内容", "DRAFT is the only state in which the applicant can change content"),
        Label("未确认发文不能发证", "CERTIFIED is unreachable without CONFIRMED"),
    ),
)  # fmt: skip
"""
A review application (GD-W3).

>>> REVIEW_APPLICATION.step("AT_COMPETENT", "approve", actor="COMPETENT").state
'AT_HR'
"""
