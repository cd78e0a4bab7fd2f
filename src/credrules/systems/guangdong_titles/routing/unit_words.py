"""
The words of GD-D2: for every row its conclusion, what it rests on, and what would change it.
"""

from __future__ import annotations

from typing import Final

from credrules import codes
from credrules.masking import shown_cell
from credrules.systems.guangdong_titles.routing.steps import DecisionStep
from credrules.values import FrozenMap, Label

__all__ = [
    "ASSUMED_KEEPS",
    "BY_ISSUER",
    "BY_PLACE",
    "CHANGED_BY",
    "CONTRADICTION",
    "PLACE_UNKNOWN",
    "RESTS_ON",
    "RULES",
    "SAID",
    "SEVERAL_NAMED",
    "THE_EMPLOYER",
    "division_step",
    "place_label",
]
__dir__ = __all__.copy

RULES: Final = FrozenMap({1: "GD-026", 2: "GD-027", 3: "GD-029", 4: "GD-033", 5: "GD-033", 6: "GD-034", 7: "GD-032"})
"""Row of GD-D2 -> the requirement it rests on."""

SAID: Final = FrozenMap(
    {
        1: Label("人事档案由本单位管理，选择本单位。", "The employer keeps the file: choose the employer."),
        2: Label(
            "人事档案由本单位管理，但名单中找不到本单位，请咨询单位人事部门或当地职称管理部门。",
            "The employer keeps the file and is not listed: ask its personnel office or the local title authority.",
        ),
        3: Label("行政区划未定，不能选择单位。", "The division is not fixed, so no unit can be chosen."),
        4: Label(
            "人事档案由当地名单中的单位保管，选择该单位。", "The file is with a keeper in the local list: choose it."
        ),
        5: Label(
            "是否属于“当地”不能确定，请咨询当地人社部门。",
            "Whether the keeper counts as local is open: ask the local department.",
        ),
        6: Label(
            "人事档案不在当地，选择当地的非公申报点。", "The file is kept elsewhere: the local application point."
        ),
        7: Label("不知道人事档案由谁保管，不能选择单位。", "Who keeps the file is unknown, so no unit can be chosen."),
    }
)
SEVERAL_NAMED: Final = Label(
    "名单中有几个同名的单位，请核实是哪一个。", "The list has several units of this name: find out which one is meant."
)
RESTS_ON: Final = FrozenMap(
    {
        1: Label("第四条：体制内单位一般由本单位管理档案", "section 四: state-system units generally keep the files"),
        2: Label("第四条：找不到本单位的，咨询单位人事部门或当地职称管理部门", "section 四: not in the list, ask"),
        3: Label("第四条(1)：先定行政区划", "section 四(1): first the division"),
        4: Label(
            "第四条(2)：档案在当地人才市场或企业的，直接选取", "section 四(2): kept by the local market or enterprise"
        ),
        5: Label("第四条(2)：原文没有说明“当地”的范围", "section 四(2): how far 当地 reaches is not said"),
        6: Label("第四条(2)：否则选择当地的非公申报点", "section 四(2): else the local application point"),
        7: Label("第四条(2)：按档案保管部门选择", "section 四(2): by the keeper of the file"),
    }
)
CHANGED_BY: Final = FrozenMap(
    {
        1: Label("本单位不管理本人的人事档案", "a file kept by someone else"),
        2: Label("名单补上本单位", "the employer in the list"),
        3: Label(
            "填写工作单位所在地或初级证书的发证地", "the place of the work unit or of the junior certificates' issuer"
        ),
        4: Label("档案转出，或改定行政区划", "a file that moves, or another division"),
        5: Label("当地人社部门答复，或名单补上该保管部门", "the department's answer, or the keeper in the list"),
        6: Label("档案转入当地人才市场", "a file that moves to the local market"),
        7: Label("填写人事档案保管部门", "the keeper of the file"),
    }
)

ASSUMED_KEEPS: Final = Label(
    "体制内单位一般自己管理人事档案（未另外说明），选择本单位。",
    "State-system units generally keep the files (nothing else was said): choose the employer.",
)
PLACE_UNKNOWN: Final = Label("不知道档案保管部门在哪个行政区划。", "In which division the keeper is, is unknown.")
CONTRADICTION: Final = Label("档案由谁保管，两处填写不一致。", "The two statements on who keeps the file differ.")
BY_ISSUER: Final = Label(
    "第四条(1)：本单位初级证书的发证部门所在地", "section 四(1): whose department issues the junior certificates"
)
BY_PLACE: Final = Label("第四条(1)：一般为工作单位所在地", "section 四(1): normally where the work unit is")
THE_EMPLOYER: Final = Label("工作单位", "the employer")


def place_label(division: str) -> Label:
    """
    Return a division's full name.

    >>> place_label("441622").zh
    '广东省河源市龙川县'
    """
    name = codes.DIVISIONS.full_name(division) if division in codes.DIVISIONS else shown_cell(division)
    return Label(name, name)


def division_step(rule: str, division: str, basis: Label) -> DecisionStep:
    """
    Return the step that fixed the division (row 3 of GD-D2).
    """
    name = place_label(division)
    said = Label(f"行政区划：{name.zh}。", f"Division: {name.en}.")
    return DecisionStep(rule, said, basis, Label("初级证书改由其他地方发放", "junior certificates issued elsewhere"), 3)
