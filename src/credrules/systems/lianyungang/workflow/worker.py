"""
LYG-W1, the information on one worker, and LYG-W4, what comes after the examination.

References: annex 1, steps 1 to 3 and 8.
Limitations: the sources do not say who trains and who examines; in LYG-W4 it is the office.
"""

from __future__ import annotations

from typing import Final

from credrules.systems.lianyungang.names import ACTORS, EVENTS, SPELLINGS
from credrules.systems.lianyungang.workflow.rows import NumberedTransition
from credrules.values import Evidence, Label
from credrules.workflow import Fact, Machine, State

__all__ = [
    "AFTER_EXAMINATION",
    "WORKER_INFORMATION",
]
__dir__ = __all__.copy

_DEDUCED: Final = Evidence.DEDUCED
_SIX_ITEMS: Final = Label("专技资格六项填写正确", "the six items of the subset are right")
_NEW: Final = Fact("new_certificate", Label("新取得证书", "a new certificate was obtained"))
_CORRECTION: Final = Fact(
    "correction", Label("更正已有记录", "an existing record is corrected"), code="LYG.SKILL.APPEND"
)

WORKER_INFORMATION: Final = Machine(
    "LYG-W1",
    Label("工勤人员信息", "worker information"),
    states=(
        State("MISSING", Label("未录入", "missing"), initial=True),
        State("PARTIAL", Label("不完整", "partial"), "a mandatory field or a subset is missing"),
        State("SAVED", Label("已保存", "saved"), "subset saved, main set not updated yet"),
        State("COMPLETE", Label("已更新到主集", "complete"), "all checks passed"),
    ),
    transitions=(
        NumberedTransition(
            id="LYG-W1-T01", source="MISSING", event="select_or_add", actors=("UNIT",), target="PARTIAL",
            facts=(
                Fact(
                    "technical_worker", Label("本人身份为技术工人", "the identity is 技术工人"),
                    code="LYG.ENTRY.IDENTITY",
                ),
                Fact(
                    "listed",
                    Label("在编的在单位名册中，编外的已在编外名册新增", "in the unit's roster, or added to 编外名册"),
                    code="LYG.OFF.ROUTE", default=True,
                ),
            ),
            basis=("LYG-019", "LYG-041"), step=1,
        ),
        NumberedTransition(
            id="LYG-W1-T02", source="PARTIAL", event="fill", actors=("UNIT",), target="PARTIAL",
            basis=tuple(f"LYG-{number:03}" for number in range(20, 37)), step=2,
        ),
        NumberedTransition(
            id="LYG-W1-T03", source="PARTIAL", event="save", actors=("UNIT",), target="SAVED",
            facts=(Fact("six_items_valid", _SIX_ITEMS, code="LYG.SKILL.SUBSET"),),
            basis=tuple(f"LYG-{number:03}" for number in range(22, 33)), step=2,
        ),
        NumberedTransition(
            id="LYG-W1-T04", source="SAVED", event="update_main_set", actors=("UNIT",), target="COMPLETE",
            facts=(
                Fact("mandatory_complete", Label("红框必填项已填全", "the mandatory fields are filled")),
                Fact("subsets_complete", Label("各子集已填全", "the subsets are complete")),
            ),
            basis=("LYG-020", "LYG-032", "LYG-034", "LYG-035"), step=2,
        ),
        NumberedTransition(
            id="LYG-W1-T05", source="COMPLETE", event="add_record", actors=("UNIT",), target="SAVED", facts=(_NEW,),
            basis=("LYG-023", "LYG-060"), step=2,
        ),
        NumberedTransition(
            id="LYG-W1-T06", source="COMPLETE", event="amend", actors=("UNIT",), target="SAVED", facts=(_CORRECTION,),
            basis=("LYG-023",), step=2,
        ),
        NumberedTransition(
            id="LYG-W1-T07", source="SAVED", event="add_record", actors=("UNIT",), target="SAVED", facts=(_NEW,),
            basis=("LYG-023",), step=2, evidence=_DEDUCED,
        ),
        NumberedTransition(
            id="LYG-W1-T08", source="SAVED", event="amend", actors=("UNIT",), target="SAVED",
            facts=(
                Fact(
                    "correction", Label("更正已有记录或补录子集", "a correction, or a missing subset is filled"),
                    code="LYG.SKILL.APPEND",
                ),
            ),
            basis=("LYG-023", "LYG-034"), step=2, evidence=_DEDUCED,
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
    spellings=SPELLINGS,
    invariants=(
        Label(
            "已更新到主集即主集等级与最新资格记录一致", "COMPLETE: the main set shows the grade of the latest record"
        ),
        Label("全单位人员信息完整后才能新增申报", "all workers COMPLETE before a declaration is started"),
    ),
)  # fmt: skip
"""
One worker's information (LYG-W1); saving and updating the main set are two steps.

>>> WORKER_INFORMATION.step("PARTIAL", "save", actor="UNIT", facts={"six_items_valid": True}).state
'SAVED'
"""

AFTER_EXAMINATION: Final = Machine(
    "LYG-W4",
    Label("考后维护", "after the examination"),
    states=(
        State("CONFIRMED", Label("资格确认", "confirmed"), initial=True),
        State("TRAINED", Label("培训合格", "trained")),
        State("CERTIFIED", Label("取得证书", "certified")),
        State("RECORDED", Label("信息已录入", "recorded"), "a new skill record in LYG-W1", final=True),
        State("FAILED", Label("未合格", "failed"), final=True),
    ),
    transitions=(
        NumberedTransition(
            id="LYG-W4-T01", source="CONFIRMED", event="pass_training", actors=("OFFICE",), target="TRAINED",
            basis=("LYG-059",), step=8, evidence=_DEDUCED,
        ),
        NumberedTransition(
            id="LYG-W4-T02", source="CONFIRMED", event="fail", actors=("OFFICE",), target="FAILED", basis=("LYG-059",),
            step=8, evidence=_DEDUCED,
        ),
        NumberedTransition(
            id="LYG-W4-T03", source="TRAINED", event="obtain_certificate", actors=("OFFICE",), target="CERTIFIED",
            facts=(
                Fact(
                    "issuer_by_grade", Label("发证机关与等级相符", "the issuer fits the grade"),
                    code="LYG.SKILL.APPROVER",
                ),
            ),
            basis=("LYG-059",), step=8, evidence=_DEDUCED,
        ),
        NumberedTransition(
            id="LYG-W4-T04", source="TRAINED", event="fail", actors=("OFFICE",), target="FAILED", basis=("LYG-059",),
            step=8, evidence=_DEDUCED,
        ),
        NumberedTransition(
            id="LYG-W4-T05", source="CERTIFIED", event="enter_result", actors=("UNIT",), target="RECORDED",
            facts=(
                Fact("six_items_valid", _SIX_ITEMS, code="LYG.POST.SAME_RULES"),
                Fact(
                    "main_set_updated", Label("已更新到主集", "the main set is updated"), code="LYG.SKILL.SAVE_UPDATE",
                ),
                Fact(
                    "training_entered", Label("培训信息已录入", "the training is entered"), code="LYG.POST.SAME_RULES",
                ),
            ),
            basis=("LYG-059", "LYG-060"), step=8,
        ),
    ),
    actors=ACTORS,
    words=EVENTS,
    spellings=SPELLINGS,
    invariants=(Label("信息已录入即有申报等级的资格记录", "RECORDED: there is a skill record of the target grade"),),
)  # fmt: skip
"""From the confirmed registration to the new record (LYG-W4)."""
