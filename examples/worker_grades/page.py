"""
The page: the unit at a glance, the print batches, then each worker with the grade held and what is short.

Certificate and telephone numbers are not on it.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import Final

from credrules.findings import SEVERITY_LABELS, Decision, Finding
from credrules.systems.lianyungang.names import GRADES, name_of, rank_of
from credrules.systems.lianyungang.rules.latest import highest
from credrules.values import Severity
from worker_grades.judging import Line, Unit

_STYLE: Final = """
body{font:15px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em;color:#222;background:#fff}
h1{font-size:1.5em}h2{font-size:1.15em;margin-top:2em}
.cards{display:flex;flex-wrap:wrap;gap:.8em;margin:1em 0}
.cards div{border:1px solid #ddd;border-radius:.4em;padding:.5em 1em}
.cards b{display:block;font-size:1.5em}.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.35em .6em;border-bottom:1px solid #ddd}
th{background:#f6f6f6}.number{text-align:right;color:#777}td svg{vertical-align:middle}
.in{color:#1f7a33}.out{color:#a52727}.review{color:#8a5a00}
ul{margin:0;padding-left:1.1em}li.error::marker{color:#a52727}li.warning::marker{color:#8a5a00}.more{color:#777}
.batch{border:1px solid #ddd;border-radius:.4em;padding:.5em 1em;margin:.6em 0;break-inside:avoid}
tr{break-inside:avoid}
th,td:nth-child(-n+6){white-space:nowrap}
td:last-child{min-width:14em}@media(max-width:45em){td,th{padding:.25em .3em}}
"""
_VERDICTS: Final = {
    Decision.IN: ("in", "可以申报"),
    Decision.OUT: ("out", "不能申报"),
    Decision.REVIEW: ("review", "须核定"),
}
_STEP: Final = 15


def ladder(line: Line) -> str:
    """
    Return the five grades as steps: those reached are filled, the one applied for is framed.
    """
    top = highest(line.worker)
    reached = -1 if top is None else rank_of(top)
    wanted = -1 if line.target is None else rank_of(line.target)
    words = f"现有{line.held or '无等级'}" + (f"，申报{name_of(line.target)}" if line.target else "")
    bars = []
    for place in range(len(GRADES)):
        height, left = 5 + 3 * place, place * _STEP + 2
        fill = "#4a7db0" if place <= reached else "#e8edf2"
        frame = ' stroke="#c05600" stroke-width="2"' if place == wanted else ""
        bars.append(f'<rect x="{left}" y="{20 - height}" width="11" height="{height}" fill="{fill}"{frame}/>')
    width = len(GRADES) * _STEP + 2
    return (
        f'<svg width="{width}" height="22" viewBox="0 0 {width} 22" role="img" aria-label="{escape(words)}">'
        f"<title>{escape(words)}</title>{''.join(bars)}</svg>"
    )


def _item(found: Finding) -> str:
    kind = "error" if found.severity is Severity.ERROR else "warning"
    return f'<li class="{kind}">{SEVERITY_LABELS[found.severity].zh}：{escape(found.message("zh"))}</li>'


def _verdict(line: Line) -> str:
    css, words = _VERDICTS[line.decision]
    if line.target is None:
        return '<span class="more">已是最高等级</span>'
    return f'<span class="{css}">{escape(name_of(line.target))}：{words}</span>'


def _row(line: Line, place: int) -> str:
    items = dict.fromkeys(map(_item, line.told))
    found = f"<ul>{''.join(items)}</ul>" if items else '<span class="in">齐全</span>'
    numbers = "、".join(map(str, line.entry.lines))
    mark = "是" if line.is_registered else ""
    return (
        f'<tr><td class="number">{place}</td><td>{escape(line.name)}</td><td class="more">{numbers}</td>'
        f"<td>{ladder(line)} {escape(line.held)}</td><td>{mark}</td><td>{_verdict(line)}</td><td>{found}</td></tr>"
    )


def _batches(unit: Unit) -> str:
    parts = []
    for group in unit.groups:
        names = "、".join(escape(str(member["姓名"])) for member in group.members)
        parts.append(f'<div class="batch"><b>{group.kind.label.zh}</b>（{len(group.members)} 人）：{names}</div>')
    return "".join(parts) or "<p>没有申报人员。</p>"


def page(unit: Unit, *, title: str) -> str:
    """
    Return the whole page, which needs nothing but itself.
    """
    complete = sum(not line.errors for line in unit.lines)
    registered = [line for line in unit.lines if line.is_registered]
    ready = sum(not line.errors and line.decision is not Decision.OUT for line in registered)
    cards = [
        (len(unit.lines), "工勤人员"),
        (complete, "信息齐全"),
        (len(registered), "申报"),
        (ready, "申报中没有错误"),
    ]
    shown = "".join(f"<div><b>{number}</b>{words}</div>" for number, words in cards)
    often = Counter(item.message("zh") for line in unit.lines for item in dict.fromkeys(line.errors))
    common = "".join(f"<li>{escape(words)}（{count} 处）</li>" for words, count in often.most_common(5))
    whole = "".join(map(_item, unit.findings))
    heads = "".join(f"<th>{words}</th>" for words in ("", "姓名", "行", "等级", "申报", "可申报", "还差什么"))
    rows = "".join(_row(line, place) for place, line in enumerate(unit.lines, 1))
    return (
        '<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>"
        f'<div class="cards">{shown}</div>{f"<ul>{whole}</ul>" if whole else ""}'
        f"<h2>最常见的错误</h2><ul>{common or '<li>没有</li>'}</ul>"
        f"<h2>分开打印</h2>{_batches(unit)}"
        "<p class='more'>年限、学历等条件在省通知里，本通知没有写明，所以没有人直接判为“可以申报”。</p>"
        f'<h2>逐人</h2><div class="wide"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
        "</body></html>\n"
    )
