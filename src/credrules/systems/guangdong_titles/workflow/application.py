"""
A review application (GD-W3), rebuilt: the flow figure of the text is missing (GD-003).

The chain of four is the text's; what follows it comes from the manuals of the
system and from the ministry's order 40, and its rows say so.

References: 广东省职称网上申报说明（2016，清远市页面）, 二, 三, 四(2), 五; 系统操作手册; 职称评审管理暂行规定.
Limitations: in 2016 the paper application runs beside it and decides (GD-005); the notice inside the unit and the
way a committee returns material are known from weak copies only and never refuse anything.
"""

from __future__ import annotations

from typing import Final

from credrules.systems.guangdong_titles.names import ACTORS, EVENTS
from credrules.systems.guangdong_titles.workflow.basic import NO_ERRORS, PAPER_PASSED
from credrules.values import Evidence, Label
from credrules.workflow import Fact, Machine, State, Transition

__all__ = [
    "EVIDENCE",
    "REVIEW_APPLICATION",
]


def __dir__() -> list[str]:
    return sorted(__all__)


EVIDENCE: Final = "reconstructed"
"""How the machine came about: the flow figure is missing, so it is rebuilt from text and outside facts (GD-003)."""

_PERSON: Final = ("PERSON",)
_EITHER: Final = ("PERSONNEL_UNIT", "APPLICATION_POINT")
_HR: Final = ("HR_DEPARTMENT",)
_OFFICE: Final = ("COMMITTEE_OFFICE",)
_COMMITTEE: Final = ("COMMITTEE",)
_OUTSIDE: Final = Evidence.OUTSIDE

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
            "GD-W3-T01", "NONE", "start", _PERSON, "DRAFT",
            (
                Fact(
                    "basic_stored", Label("个人基本信息已入库", "the basic information is stored"),
                    code="GD.FLOW.STORE_FIRST",
                ),
                Fact(
                    "committee_uses_system", Label("申报的评委会使用本系统", "the committee uses this system"),
                    code="GD.ROUTE.OTHER_SYSTEM",
                ),
            ),
            ("GD-014", "GD-018"),
        ),
        Transition("GD-W3-T02", "DRAFT", "submit", _PERSON, "AT_UNIT", (NO_ERRORS,), ("GD-041",)),
        Transition("GD-W3-T03", "AT_UNIT", "withdraw", _PERSON, "DRAFT", (), ("GD-040",), Evidence.DEDUCED),
        Transition("GD-W3-T04", "AT_UNIT", "return", _EITHER, "RETURNED", (), ("GD-041",), _OUTSIDE),
        Transition(
            "GD-W3-T05", "AT_UNIT", "approve", ("PERSONNEL_UNIT",), "AT_COMPETENT",
            (
                Fact(
                    "posted_in_unit", Label("已在单位公示不少于5个工作日", "posted in the unit for 5 working days"),
                    code="GD.FLOW.UNIT_NOTICE", default=True,
                ),
            ),
            ("GD-041",),
        ),
        Transition("GD-W3-T06", "AT_COMPETENT", "return", ("COMPETENT",), "RETURNED", (), ("GD-041",), _OUTSIDE),
        Transition("GD-W3-T07", "AT_COMPETENT", "approve", ("COMPETENT",), "AT_HR", (), ("GD-041",)),
        Transition("GD-W3-T08", "AT_HR", "return", _HR, "RETURNED", (), ("GD-041",), _OUTSIDE),
        Transition("GD-W3-T09", "AT_HR", "approve", _HR, "AT_COMMITTEE_OFFICE", (), ("GD-041",), _OUTSIDE),
        Transition(
            "GD-W3-T10", "AT_COMMITTEE_OFFICE", "return", _OFFICE, "RETURNED",
            (
                Fact(
                    "original_channel",
                    Label("按原报送渠道退回并告知本人", "returned the way it came, the applicant informed"),
                    code="GD.FLOW.RETURN_CHANNEL", default=True,
                ),
            ),
            ("GD-041",), _OUTSIDE,
        ),
        Transition(
            "GD-W3-T11", "AT_COMMITTEE_OFFICE", "refuse", _OFFICE, "REJECTED",
            (
                Fact(
                    "outside_range",
                    Label("超出评委会的受理范围或不符合条件", "outside the range, or conditions not met"),
                    code="GD.FLOW.IN_RANGE",
                ),
            ),
            ("GD-041",), _OUTSIDE,
        ),
        Transition("GD-W3-T12", "AT_COMMITTEE_OFFICE", "accept", _OFFICE, "IN_REVIEW", (), ("GD-041",), _OUTSIDE),
        Transition(
            "GD-W3-T13", "IN_REVIEW", "vote_pass", _COMMITTEE, "PASSED",
            (
                Fact("quorum", Label("出席人数达到规定", "the quorum is present"), code="GD.FLOW.VOTE"),
                Fact("two_thirds", Label("赞成票达到三分之二", "two thirds voted for it"), code="GD.FLOW.VOTE"),
            ),
            ("GD-005",), _OUTSIDE,
        ),
        Transition("GD-W3-T14", "IN_REVIEW", "vote_fail", _COMMITTEE, "NOT_PASSED", (), ("GD-005",), _OUTSIDE),
        Transition("GD-W3-T15", "PASSED", "publish", _OFFICE, "PUBLISHED", (), ("GD-005",), _OUTSIDE),
        Transition(
            "GD-W3-T16", "PUBLISHED", "objection_upheld", _OFFICE, "NOT_PASSED", (), ("GD-005",), Evidence.ASSUMED
        ),
        Transition(
            "GD-W3-T17", "PUBLISHED", "confirm", _HR, "CONFIRMED",
            (
                Fact("posted_five_days", Label("公示已满5个工作日", "posted for 5 days"), code="GD.FLOW.POSTING"),
                Fact(
                    "open_objection", Label("有未处理的异议", "an objection is open"), wanted=False,
                    code="GD.FLOW.POSTING",
                ),
            ),
            ("GD-005",), _OUTSIDE,
        ),
        Transition(
            "GD-W3-T18", "CONFIRMED", "issue", _HR, "CERTIFIED",
            (
                Fact(
                    "number_allotted", Label("省已分配证书号码", "the province allotted the certificate number"),
                    code="GD.FLOW.NUMBER_FIRST",
                ),
            ),
            ("GD-005", "GD-060"),
        ),
        Transition("GD-W3-T19", "RETURNED", "edit", _PERSON, "DRAFT", (), ("GD-041",), _OUTSIDE),
        Transition(
            "GD-W3-T20", "AT_UNIT", "approve", ("APPLICATION_POINT",), "AT_COMPETENT", (PAPER_PASSED,),
            ("GD-038", "GD-041"),
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
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
