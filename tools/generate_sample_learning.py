"""
Write the sample of ``examples/learning_year/sample``: a unit's learning records of one year, and what is true of them.

``python tools/generate_sample_learning.py [DIRECTORY]`` writes ``records.csv`` (what the unit's system holds),
``site.csv`` (what the learning site holds) and ``truth.json`` (who is short of what). The same seed gives the
same bytes. Nobody is meant: people are called by surname and number, units 甲市 and so on.
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
TARGET: Final = ROOT / "examples" / "learning_year" / "sample"
SEED: Final = 2016
YEAR: Final = 2016
HEADINGS: Final = (
    "人员",
    "姓名",
    "课程名称",
    "科目",
    "学时",
    "天数",
    "年度",
    "考核结果",
    "来源",
    "办理情况",
    "施教机构",
)
SURNAMES: Final = "赵钱孙李周吴郑王冯陈褚卫"
NEED: Final = {"公需科目": 18, "专业科目": 42, "选修科目": 12}
SUBJECTS: Final = {"公需科目": "general", "专业科目": "professional", "选修科目": "elective"}
DAY: Final = 6

# What happens to whom: subject -> hours short (negative: more than needed), hours still with an office, days, the site.
FATES: Final[tuple[dict[str, Any], ...]] = (
    {},
    {"short": {"选修科目": 6}},
    {"short": {"公需科目": 18, "专业科目": -20}},
    {"days": True},
    {"pending": "专业科目"},
    {"site": "declared_twice"},
    {"short": {"专业科目": 1}},
    {"site": "not_declared"},
    {"short": {"公需科目": 6, "选修科目": 12}},
    {"pending": "选修科目"},
    {"days": True, "short": {"选修科目": 6}},
    {},
)


def _course(subject: str, number: int) -> str:
    return f"{subject[:2]}课程{number}"


def _split(total: int, draw: random.Random) -> list[int]:
    # Courses of whole days, and a rest.
    parts: list[int] = []
    while total > 0:
        part = min(total, DAY * (1 + int(draw.random() * 3)))
        parts.append(part)
        total -= part
    return parts


def build() -> tuple[list[dict[str, str]], list[dict[str, str]], dict[str, Any]]:
    """
    Return the rows of both tables and the truth.
    """
    draw = random.Random(SEED)  # noqa: S311  # a sample, no secret
    records: list[dict[str, str]] = []
    site: list[dict[str, str]] = []
    truth: dict[str, Any] = {}
    for place, fate in enumerate(FATES):
        person = f"p{place + 1:02}"
        base = {"人员": person, "姓名": f"{SURNAMES[place]}某{place + 1}", "年度": str(YEAR), "考核结果": "合格"}
        short = {name: max(0, hours) for name, hours in fate.get("short", {}).items()}
        if fate.get("pending"):
            short[fate["pending"]] = NEED[fate["pending"]]
        for subject, need in NEED.items():
            online = subject == "公需科目" and fate.get("site")
            for number, hours in enumerate(_split(need - fate.get("short", {}).get(subject, 0), draw), start=1):
                in_days = bool(fate.get("days")) and hours % DAY == 0
                row = {
                    **base,
                    "课程名称": _course(subject, number),
                    "科目": "公修课" if subject == "公需科目" and place % 3 == 0 else subject,
                    "学时": "" if in_days else str(hours),
                    "天数": str(hours // DAY) if in_days else "",
                    "来源": "个人申报",
                    "办理情况": "单位审核中" if fate.get("pending") == subject else "认定通过",
                    "施教机构": "甲市继续教育基地",
                }
                if online:
                    site.append({**row, "来源": "学习网上传", "施教机构": "甲市学习网"})
                if online != "not_declared":
                    records.append(row)
        truth[person] = {
            "passed": not any(short.values()),
            "would_pass": not any(max(0, hours) for hours in fate.get("short", {}).values()),
            "short": {SUBJECTS[name]: hours for name, hours in short.items() if hours},
        }
    return records, site, truth


def text_of(rows: list[dict[str, str]]) -> str:
    """
    Return rows as CSV text.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, HEADINGS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def main(arguments: list[str]) -> int:
    """
    Write the files; return the exit status.
    """
    home = Path(arguments[0]) if arguments else TARGET
    home.mkdir(parents=True, exist_ok=True)
    records, site, truth = build()
    files = {
        "records.csv": text_of(records),
        "site.csv": text_of(site),
        "truth.json": json.dumps({"year": YEAR, "people": truth}, ensure_ascii=False, indent=1) + "\n",
    }
    for name, text in files.items():
        (home / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
