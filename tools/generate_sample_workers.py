"""
Write the sample of ``examples/worker_grades/sample``: a unit's workers as people keep them, and what is true of them.

``python tools/generate_sample_workers.py [DIRECTORY]`` writes ``workers.csv`` (sixty workers, some with two
certificates, under a title line, with a repeated heading and a note at the end) and ``truth.json`` (what is wrong
with whom, who may apply for what). The same seed gives the same bytes. Nobody is meant: people are called 赵某甲
and so on, certificates are numbered through.
"""

from __future__ import annotations

import csv
import io
import json
import random
import sys
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
TARGET: Final = ROOT / "examples" / "worker_grades" / "sample"
SEED: Final = 2018
HEADINGS: Final = (
    "序号", "*姓名", "*本人身份", "在编/编外", "主集技术等级", "主集职务", "专业技术资格名称", "取得资格途径",
    "资格审批单位", "取得资格时间", "工种", "证书号码", "职务", "学历", "毕业院校", "所学专业", "毕业时间",
    "培训名称", "年度", "申报等级", "申报工种", "备注",
)  # fmt: skip
SURNAMES: Final = "赵钱孙李周吴郑王冯陈褚卫"
TRADES: Final = ("汽车驾驶与管理", "电工", "中式烹调", "锅炉操作", "园林绿化")
GRADES: Final = ("初级工", "中级工", "高级工", "技师", "高级技师")
# Year of the certificate, month and day, way, organ.
HELD: Final = {
    "初级工": (2002, "08-31", "考试", "连云港市工考办"),
    "中级工": (2006, "08-31", "考试", "连云港市工考办"),
    "高级工": (2012, "08-31", "考试", "连云港市工考办"),
    "技师": (2016, "11-30", "评审", "江苏省人社厅"),
    "高级技师": (2017, "05-30", "评审", "江苏省人社厅"),
}
LATE: Final = {"初级工", "中级工"}

# What is wrong with whom: the grade held, cells that are changed, what is found for it (errors and warnings).
Fate = tuple[str, dict[str, str], tuple[str, ...]]
FATES: Final[tuple[Fate, ...]] = (
    ("高级工", {"申报等级": "技师"}, ()),
    ("高级工", {"申报等级": "技师", "资格审批单位": "连云港市工考办公室"}, ("LYG.SKILL.APPROVER",)),
    ("中级工", {"申报等级": "高级工"}, ()),
    ("技师", {"资格审批单位": "江苏省人力资源和社会保障厅"}, ("LYG.SKILL.APPROVER",)),
    ("高级工", {"取得资格途径": "评审"}, ("LYG.SKILL.ROUTE",)),
    ("高级工", {"申报等级": "技师", "取得资格时间": "2012.8.31"}, ("LYG.SKILL.DATE_FORMAT",)),
    ("技师", {"取得资格时间": "2016-08-31"}, ("LYG.SKILL.USUAL_DATE",)),
    ("高级工", {"取得资格时间": "2012-11-31"}, ("LYG.SKILL.DATE",)),
    ("高级工", {"主集技术等级": "中级工"}, ("LYG.SKILL.SAVE_UPDATE",)),
    ("高级工", {"申报等级": "高级技师"}, ("LYG.DECL.TARGET_STEP", "LYG.DECL.ADD_PERSON")),
    ("高级工", {"申报等级": "技师", "申报工种": "装卸"}, ("LYG.DECL.REMARK",)),
    ("高级工", {"申报等级": "技师", "申报工种": "装卸", "备注": "转岗"}, ()),
    ("高级工", {"所学专业": ""}, ("LYG.EDU.NO_GAPS",)),
    ("中级工", {"学历": "初中毕业", "所学专业": ""}, ()),
    ("高级工", {"*本人身份": "普通工"}, ("LYG.ENTRY.IDENTITY",)),
    ("高级工", {"培训名称": "", "年度": ""}, ("LYG.TRAIN.NONE",)),
    ("中级工", {"在编/编外": "编外", "培训名称": "", "年度": ""}, ("LYG.SUBSET.REQUIRED",)),
    ("高级工", {"证书号码": ""}, ("LYG.SKILL.NUMBER",)),
    ("高级工", {"专业技术资格名称": "工程师"}, ("LYG.SKILL.NAME",)),
    ("高级工", {"主集职务": "技术工四级"}, ("LYG.POST.ACTUAL",)),
    ("高级工", {"在编/编外": ""}, ("LYG.ENTRY.TWO_GROUPS",)),
    ("高级技师", {}, ()),
    ("技师", {"申报等级": "高级技师"}, ()),
    ("中级工", {"申报等级": "技师", "备注": "退伍兵初定"}, ()),
    ("初级工", {"申报等级": "中级工"}, ()),
    ("中级工", {"资格审批单位": "徐州市工考办"}, ("LYG.SKILL.APPROVER_ELSEWHERE",)),
    ("高级工", {"工种": ""}, ("LYG.SKILL.TRADE",)),
    ("高级工", {"学历": "专业证书班"}, ()),
    ("高级工", {"申报等级": "技师", "取得资格时间": "２０１２－０８－３１"}, ("TEXT.FULL_WIDTH",)),
    ("高级工", {"毕业院校": "", "毕业时间": ""}, ("LYG.EDU.NO_GAPS",)),
)  # fmt: skip


def _person(number: int, draw: random.Random) -> tuple[str, list[dict[str, str]], tuple[str, ...], Fate]:
    fate = FATES[number % len(FATES)]
    grade, changes, codes = fate
    name = f"{SURNAMES[number % len(SURNAMES)]}某{'甲乙丙丁戊'[number // len(SURNAMES)]}"
    trade = TRADES[int(draw.random() * len(TRADES))]
    rows = [_certificate(grade, number, trade)]
    post = {
        "初级工": "技术工五级",
        "中级工": "技术工四级",
        "高级工": "技术工三级",
        "技师": "技师",
        "高级技师": "高级技师",
    }
    rows[0] |= {
        "序号": str(number + 1), "*姓名": name, "*本人身份": "技术工人", "在编/编外": "在编", "主集技术等级": grade,
        "主集职务": post[grade], "职务": post[grade], "学历": "中等专科毕业", "毕业院校": "甲市职业学校",
        "所学专业": trade, "毕业时间": "1999-07", "培训名称": "公需科目", "年度": "2017",
    }  # fmt: skip
    if changes.get("申报等级"):
        rows[0]["申报工种"] = trade
    rows[0] |= changes
    if number % 7 == 0 and grade not in LATE:
        # The certificate before, on a line of its own; the name is not always repeated.
        earlier = _certificate(GRADES[GRADES.index(grade) - 1], number + 300, trade)
        rows.append(earlier | ({"*姓名": name} if number % 2 else {}))
    if number % 11 == 3:
        rows[0]["*姓名"] = f"{name[0]} {name[1:]}"
        codes = (*codes, "LYG.ENTRY.NAME")
    return name, rows, codes, fate


def _certificate(grade: str, number: int, trade: str) -> dict[str, str]:
    year, day, way, organ = HELD[grade]
    return {
        "专业技术资格名称": grade, "取得资格途径": way, "资格审批单位": organ, "取得资格时间": f"{year}-{day}",
        "工种": trade, "证书号码": f"{year % 100:02}{number:05}",
    }  # fmt: skip


def _decision(grade: str, changes: dict[str, str]) -> str | None:
    """
    Return what is known without figures: OUT without the grade below and nothing open, else REVIEW; None at the top.
    """
    held = changes.get("专业技术资格名称", grade)
    target = changes.get("申报等级") or _next(grade)
    if target is None:
        return None
    below = GRADES[GRADES.index(target) - 1] if GRADES.index(target) else ""
    return "OUT" if below and held != below and not changes.get("备注") and held in GRADES else "REVIEW"


def _next(grade: str) -> str | None:
    place = GRADES.index(grade) + 1
    return GRADES[place] if place < len(GRADES) else None


def build() -> tuple[list[list[str]], dict[str, Any]]:
    """
    Return the lines of the sheet and the truth.
    """
    draw = random.Random(SEED)  # noqa: S311  # a sample, no secret
    sheet: list[list[str]] = [["某市直单位工勤人员情况表（样例）"], list(HEADINGS)]
    truth: dict[str, Any] = {}
    for number in range(60):
        name, rows, codes, (grade, changes, _) = _person(number, draw)
        if number == 30:
            sheet += [[], list(HEADINGS)]
        sheet += [[row.get(heading, "") for heading in HEADINGS] for row in rows]
        truth[name] = {
            "found": sorted(codes),
            "target": changes.get("申报等级") or _next(grade),
            "registered": "申报等级" in changes,
            "decision": _decision(grade, changes),
        }
    sheet.append(["填表人：王某　　填表日期：2018年4月24日"])
    return sheet, {"people": truth}


def render() -> dict[str, str]:
    """
    Return file name -> text.
    """
    sheet, truth = build()
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(sheet)
    return {
        "workers.csv": "\ufeff" + out.getvalue(),
        "truth.json": json.dumps(truth, ensure_ascii=False, indent=1) + "\n",
    }


def main(arguments: list[str]) -> int:
    """
    Write the sample; return the exit status.
    """
    target = Path(arguments[0]) if arguments else TARGET
    target.mkdir(parents=True, exist_ok=True)
    for name, text in render().items():
        (target / name).write_text(text, encoding="utf-8", newline="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
