"""
LYG-W2, one registered person in a declaration online, and LYG-W3, the offline channel.

One machine per person: up to the stamps, the events concern all persons of a
declaration alike; from the paper on, each person's course is separate. Ways back before
the paper are not described; they are assumed and marked so (annex 1, step 6).

References: the notice, 一 and 二; annex 1, steps 4 to 7.
"""

from __future__ import annotations

from typing import Final

from credrules.systems.lianyungang.names import ACTORS, EVENTS, SPELLINGS
from credrules.systems.lianyungang.workflow.rows import (
    DATES_UNKNOWN,
    FAULTLESS,
    OFFICE_OPEN,
    ONLINE_LATE,
    PAPER_LATE,
    PAPER_OVERDUE,
    NumberedTransition,
)
from credrules.values import Evidence, Label
from credrules.workflow import Fact, Machine, State

__all__ = [
    "OFFLINE",
    "REGISTRATION",
]
__dir__ = __all__.copy

_ASSUMED: Final = Evidence.ASSUMED
_DEDUCED: Final = Evidence.DEDUCED
_AGREES: Final = Label("纸质材料与网上信息一致", "paper and online record agree")

_NOT_PASSED: Final = ("NONE", "DRAFT", "AT_DEPARTMENT", "AT_OFFICE", "RETURNED")
_NOT_RECEIVED: Final = (*_NOT_PASSED, "OFFICE_PASSED", "PRINTED", "STAMPED")

REGISTRATION: Final = Machine(
    "LYG-W2",
    Label("网上报名（每人一份）", "registration online, one per person"),
    states=(
        State("NONE", Label("无", "none"), initial=True),
        State("DRAFT", Label("新增申报", "draft"), "contact entered, persons being added"),
        State("AT_DEPARTMENT", Label("主管部门审核中", "with the department")),
        State("AT_OFFICE", Label("工考办审核中", "with the office")),
        State("OFFICE_PASSED", Label("网上审核通过", "passed online"), "the form can be printed"),
        State("PRINTED", Label("已打印", "printed"), "技师 and 等级工 in batches of their own"),
        State("STAMPED", Label("已盖章", "stamped"), "by the unit and the department"),
        State("PAPER_RECEIVED", Label("纸质材料已收", "paper received"), "form and documents together"),
        State("CONFIRMED", Label("资格确认", "confirmed"), "the qualification is final", final=True),
        State("WAIVED", Label("视同放弃", "waived"), "no paper in time", final=True),
        State("DELETED", Label("记录删除", "deleted"), "paper and online record differed", final=True),
        State("RETURNED", Label("退回", "returned"), "assumed"),
    ),
    transitions=(
        NumberedTransition(
            id="LYG-W2-T01", source="NONE", event="new_declaration", actors=("UNIT",), target="DRAFT",
            facts=(
                Fact(
                    "all_workers_complete", Label("全部工勤人员信息完整", "all workers are complete"),
                    code="LYG.ENTRY.ALL_WORKERS",
                ),
                Fact(
                    "contact_given", Label("已填联系人和联系电话", "contact and telephone are given"),
                    code="LYG.DECL.CONTACT",
                ),
            ),
            basis=("LYG-016", "LYG-043"), step=4,
        ),
        NumberedTransition(
            id="LYG-W2-T02", source="DRAFT", event="add_person", actors=("UNIT",), target="DRAFT",
            facts=(
                Fact(
                    "ineligible", Label("不符合晋升条件", "the person may not be promoted"), wanted=False,
                    code="LYG.DECL.ADD_PERSON",
                ),
                Fact(
                    "remark_missing", Label("有特殊情况而未填备注", "a special case without a remark"), wanted=False,
                    code="LYG.DECL.REMARK", default=False,
                ),
            ),
            basis=("LYG-044", "LYG-045"), step=5,
        ),
        NumberedTransition(
            id="LYG-W2-T03", source="DRAFT", event="submit", actors=("UNIT",), target="AT_DEPARTMENT",
            facts=(
                Fact("has_persons", Label("至少有一名申报人员", "there is at least one person")),
                ONLINE_LATE,
                Fact(
                    "renewed_late", Label("逾期重新申报", "renewed after the deadline"), wanted=False,
                    code="LYG.FLOW.REAPPLY_LATE", default=False,
                ),
                DATES_UNKNOWN,
            ),
            basis=("LYG-003", "LYG-046"), step=6,
        ),
        NumberedTransition(
            id="LYG-W2-T04", source="AT_DEPARTMENT", event="submit", actors=("DEPARTMENT",), target="AT_OFFICE",
            facts=(FAULTLESS,), basis=("LYG-047",), step=6,
        ),
        NumberedTransition(
            id="LYG-W2-T05", source="AT_DEPARTMENT", event="return", actors=("DEPARTMENT",), target="RETURNED",
            basis=("LYG-048",), evidence=_ASSUMED,
        ),
        NumberedTransition(
            id="LYG-W2-T06", source="AT_OFFICE", event="pass", actors=("OFFICE",), target="OFFICE_PASSED",
            facts=(FAULTLESS,), basis=("LYG-049",), step=6,
        ),
        NumberedTransition(
            id="LYG-W2-T07", source="AT_OFFICE", event="return", actors=("OFFICE",), target="RETURNED",
            basis=("LYG-048",), evidence=_ASSUMED,
        ),
        NumberedTransition(
            id="LYG-W2-T08", source="RETURNED", event="edit", actors=("UNIT",), target="DRAFT", basis=("LYG-048",),
            evidence=_ASSUMED,
        ),
        NumberedTransition(
            id="LYG-W2-T09", source="OFFICE_PASSED", event="print", actors=("UNIT",), target="PRINTED",
            facts=(
                Fact(
                    "batch_mixed", Label("技师与等级工混在一批", "技师 and 等级工 in one batch"), wanted=False,
                    code="LYG.PRINT.SEPARATE",
                ),
            ),
            basis=("LYG-049", "LYG-050"), step=7,
        ),
        NumberedTransition(
            id="LYG-W2-T10", source="PRINTED", event="stamp", actors=("UNIT", "DEPARTMENT"), target="STAMPED",
            facts=(
                Fact(
                    "stamped_by_unit", Label("已盖申报单位公章", "the unit's stamp is there"), code="LYG.PAPER.STAMPS",
                ),
                Fact(
                    "stamped_by_department", Label("已盖主管部门公章", "the department's stamp is there"),
                    code="LYG.PAPER.STAMPS",
                ),
            ),
            basis=("LYG-051",), step=7,
        ),
        NumberedTransition(
            id="LYG-W2-T11", source="STAMPED", event="hand_in_paper", actors=("UNIT",), target="PAPER_RECEIVED",
            facts=(
                Fact(
                    "form_with_documents", Label("审批表与个人材料同时报送", "form and documents together"),
                    code="LYG.PAPER.TOGETHER",
                ),
                Fact(
                    "originals_and_copies", Label("原件和复印件齐全", "originals and copies"),
                    code="LYG.PAPER.ORIGINALS",
                ),
                OFFICE_OPEN,
                PAPER_LATE,
                DATES_UNKNOWN,
            ),
            basis=("LYG-004", "LYG-005", "LYG-007", "LYG-052"), step=7,
        ),
        *(
            NumberedTransition(
                id=f"LYG-W2-T{number}", source=source, event="deadline_passed", actors=("CLOCK",), target="WAIVED",
                facts=(PAPER_OVERDUE,), basis=("LYG-053",), step=7,
            )
            for number, source in ((12, "OFFICE_PASSED"), (13, "PRINTED"), (14, "STAMPED"))
        ),
        NumberedTransition(
            id="LYG-W2-T15", source="PAPER_RECEIVED", event="confirm", actors=("OFFICE",), target="CONFIRMED",
            facts=(Fact("paper_agrees", _AGREES),), basis=("LYG-054",), step=7,
        ),
        NumberedTransition(
            id="LYG-W2-T16", source="PAPER_RECEIVED", event="mismatch", actors=("OFFICE",), target="DELETED",
            facts=(
                Fact("paper_agrees", _AGREES, wanted=False),
                Fact(
                    "serious", Label("工考办认定情节严重", "the office calls it serious"), wanted=False,
                    code="LYG.FLOW.LIABILITY", default=False,
                ),
            ),
            basis=("LYG-055", "LYG-056", "LYG-057"), step=7,
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
    spellings=SPELLINGS,
    refusals={
        ("DRAFT", "submit"): "LYG.FLOW.UNIT_SUBMIT",
        ("AT_DEPARTMENT", "submit"): "LYG.FLOW.DEPT_SUBMIT",
        ("DRAFT", "pass"): "LYG.FLOW.DEPT_SUBMIT",
        ("AT_DEPARTMENT", "pass"): "LYG.FLOW.DEPT_SUBMIT",
        **{(state, "print"): "LYG.PRINT.AFTER_PASS" for state in _NOT_PASSED},
        **{(state, "hand_in_paper"): "LYG.FLOW.PAPER_AFTER_ONLINE" for state in _NOT_PASSED},
        **{(state, "confirm"): "LYG.FLOW.FINAL" for state in _NOT_RECEIVED},
        **{("DELETED", event): "LYG.FLOW.DELETED" for event in ("edit", "submit", "add_person")},
    },
    invariants=(
        Label("资格确认必经纸质材料审核", "CONFIRMED is reached only through PAPER_RECEIVED"),
        Label(
            "记录删除后须重新申报，期限是否仍适用未说明",
            "after DELETED a new declaration is needed; whether the deadlines still hold is not told",
        ),
        Label("逾期由使用方按给定日期提出", "no transition reads the clock: the host makes the event with a date"),
    ),
)  # fmt: skip
"""
One registered person (LYG-W2).

>>> REGISTRATION.step("OFFICE_PASSED", "print", actor="UNIT", facts={"batch_mixed": False}).state
'PRINTED'
"""

OFFLINE: Final = Machine(
    "LYG-W3",
    Label("线下报名", "offline channel"),
    states=(
        State("NONE", Label("无", "none"), initial=True),
        State("FORM_SENT", Label("表格已送", "form sent"), "annex 2 and paper"),
        State("CONFIRMED", Label("资格确认", "confirmed"), final=True),
        State("REJECTED", Label("不符合", "rejected"), "assumed", final=True),
        State("WAIVED", Label("视同放弃", "waived"), final=True),
    ),
    transitions=(
        NumberedTransition(
            id="LYG-W3-T01", source="NONE", event="send_form_and_paper", actors=("UNIT",), target="FORM_SENT",
            facts=(
                Fact(
                    "city_unit_with_system", Label("市直单位已安装系统", "a city unit that has the system"),
                    wanted=False,
                    code="LYG.SYS.CITY_MUST",
                ),
                Fact(
                    "city_unit_without_system", Label("市直单位未安装系统", "a city unit without the system"),
                    wanted=False,
                    code="LYG.SYS.MUST_CONFLICT", default=False,
                ),
                Fact(
                    "form_with_paper", Label("表格与纸质材料同时报送", "form and paper together"),
                    code="LYG.SYS.OFFLINE",
                ),
                PAPER_LATE,
                OFFICE_OPEN,
                DATES_UNKNOWN,
            ),
            basis=("LYG-010",),
        ),
        NumberedTransition(
            id="LYG-W3-T02", source="FORM_SENT", event="confirm", actors=("OFFICE",), target="CONFIRMED",
            basis=("LYG-054",), evidence=_DEDUCED,
        ),
        NumberedTransition(
            id="LYG-W3-T03", source="FORM_SENT", event="reject", actors=("OFFICE",), target="REJECTED",
            basis=("LYG-054",), evidence=_ASSUMED,
        ),
        NumberedTransition(
            id="LYG-W3-T04", source="NONE", event="deadline_passed", actors=("CLOCK",), target="WAIVED",
            facts=(PAPER_OVERDUE,), basis=("LYG-053",), evidence=_DEDUCED,
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
    spellings=SPELLINGS,
    invariants=(
        Label(
            "已安装系统的市直单位不得线下报名；未安装的提示；县区单位线下报名不算错误",
            "not for a city unit that has the system; a warning for one without; never an error for a county unit",
        ),
    ),
)  # fmt: skip
"""A person of a unit that sends form and paper (LYG-W3)."""
