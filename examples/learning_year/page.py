"""
The page: the unit at a glance, then each person with the bars and the reasons.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from attrs import frozen

from credrules.findings import Decision
from credrules.hours import Subject
from credrules.systems.guangdong_learning import AnnualResult
from learning_year.reading import Person

_STYLE: Final = """
body{font:15px/1.5 sans-serif;max-width:66em;margin:2em auto;padding:0 1em;color:#222}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}
td,th{text-align:left;padding:.25em .6em;border-bottom:1px solid #ddd;white-space:nowrap}
td:last-child{white-space:normal;min-width:11em}td svg{vertical-align:middle}
.passed{color:#2a7d2a}.short{color:#b03030}pre{white-space:pre-wrap;background:#f6f6f6;padding:.6em}
section{margin-top:2.5em;break-inside:avoid}
@media(max-width:45em){td,th{padding:.25em .3em}td svg{width:3em}}
"""
_WIDTH: Final = 96


@frozen
class Line:
    """
    One person with the result of the year.
    """

    person: Person
    result: AnnualResult

    @property
    def missing(self) -> str:
        """
        What is short, in words; empty for a passed year.
        """
        audit = self.result.audit
        if audit is None:
            return "没有该年度的要求"
        if self.result.passed:
            return ""
        pending = f"（另有在办 {audit.pending}）" if audit.pending else ""
        waiting = "（在办记录认定后可达到）" if audit.would_pass else pending
        unread = f"（{self.unread}）" if self.unread else ""
        return "；".join(audit.least_additions().text().splitlines()) + waiting + unread

    @property
    def unread(self) -> str:
        """
        Which lines of the file could not be counted, in words.
        """
        lines = dict.fromkeys(str(item.line) for item in self.person.unread)
        return f"第 {'、'.join(lines)} 行未能计入，须核对" if lines else ""

    @property
    def decision(self) -> Decision:
        """
        The year's decision; nobody is called short while a record of theirs cannot be read.
        """
        if self.result.decision is Decision.OUT and self.person.unread:
            return Decision.REVIEW
        return self.result.decision


def _bar(result: AnnualResult, subject: Subject) -> str:
    audit = result.audit
    if audit is None:
        return ""
    done = audit.totals[subject]
    need = {
        Subject.GENERAL: audit.requirement.general,
        Subject.PROFESSIONAL: audit.requirement.professional,
        Subject.ELECTIVE: audit.requirement.elective,
    }[subject]
    full = max(done, need or 0, 1)
    enough = need is None or done >= need
    width, mark = (int(_WIDTH * amount / full) for amount in (done, need or 0))
    colour = "#2a7d2a" if enough else "#b03030"
    words = f"{subject.label.zh} {done}" + ("" if need is None else f" / {need}")
    size = f'width="{_WIDTH + 4}" height="14" viewBox="0 0 {_WIDTH + 4} 14" preserveAspectRatio="none"'
    return (
        f'<svg {size} role="img" aria-label="{escape(words)}"><title>{escape(words)}</title>'
        f'<rect width="{width}" height="14" fill="{colour}"/>'
        f'<line x1="{mark}" x2="{mark}" y1="0" y2="14" stroke="#000" stroke-width="2"/></svg> {done}'
    )


_VERDICTS: Final = {
    Decision.IN: ("passed", "通过"),
    Decision.OUT: ("short", "未通过"),
    Decision.REVIEW: ("short", "须核定"),
}


def unit_picture(lines: Sequence[Line], *, links: bool = True) -> str:
    """
    Return the unit's picture: a line per person, three bars with the required marks, what is missing.
    """
    rows = []
    for place, line in enumerate(lines, 1):
        css, verdict = _VERDICTS[line.decision]
        bars = "".join(f"<td>{_bar(line.result, subject)}</td>" for subject in Subject)
        name = f'<a href="#p{place}">{escape(line.person.name)}</a>' if links else escape(line.person.name)
        rows.append(f'<tr><td>{name}</td>{bars}<td class="{css}">{verdict}</td><td>{escape(line.missing)}</td></tr>')
    heads = "".join(f"<th>{name}</th>" for name in ("姓名", "公需", "专业", "选修", "结果", "还差"))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    return f'<div class="wide">{table}</div>'


@frozen
class Unit:
    """
    A unit's lines, shown in a notebook as their picture.
    """

    lines: tuple[Line, ...]

    def _repr_html_(self) -> str:
        return unit_picture(self.lines, links=False)


def person_picture(line: Line, place: int) -> str:
    """
    Return one person's picture: the bars, the records they rest on, and what was found while reading.

    The key, which may be an identity number, is not shown.
    """
    told = "".join(f"<li>{escape(item.text)}</li>" for item in line.person.told)
    picture = line.result._repr_html_()  # what a notebook shows
    unread = f'<p class="short">{escape(line.unread)}；下面的结果不含这些记录。</p>' if line.unread else ""
    return (
        f'<section id="p{place}"><h2>{escape(line.person.name)}</h2>{unread}{picture}'
        f"{f'<ul>{told}</ul>' if told else ''}</section>"
    )


def page(lines: Sequence[Line], *, year: int) -> str:
    """
    Return the whole page, which needs nothing but itself.
    """
    passed = sum(line.result.passed for line in lines)
    title = f"{year} 年度继续教育学时"
    people = "".join(person_picture(line, place) for place, line in enumerate(lines, 1))
    return (
        '<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style>"
        f"</head><body><h1>{title}</h1><p>{len(lines)} 人，通过 {passed} 人。</p>{unit_picture(lines)}{people}"
        "</body></html>\n"
    )
