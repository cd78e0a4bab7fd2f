"""
docs/findings.md: every row of the catalogue, with its examples.
"""

from __future__ import annotations

import itertools

from credrules._catalogue import AREAS
from credrules.catalogue import RULES, Example, Rule, thaw
from tools.documents.markdown import code, escape, page, table

TITLES = {
    "text": "Texts",
    "dates": "Dates",
    "codes": "Code tables",
    "identifiers": "Identifiers",
    "records": "Records: keys and cells",
    "workflow": "State machines",
    "rosters": "Rosters",
    "frames": "Frames",
    "hours": "Hours of continuing education",
    "eligibility": "Eligibility for titles and grades",
    "guangxi": "Guangxi: collection of information on professional and technical personnel",
    "guangdong_titles": "Guangdong: online applications for professional titles",
    "lianyungang": "Lianyungang: skill grades of workers",
    "guangdong_learning": "Guangdong: continuing education, its records, units and certificates",
}

INTRODUCTION = """
Every finding the library can give, grouped by area. The wording is what
`Finding.message("zh")` and `Finding.message("en")` show; braces are filled in
from the finding's parameters. *Evidence* tells where a rule comes from: stated
in the cited document, deduced from it, assumed by the library, or taken from
outside. Each example is run by the tests: one under *fails* gives the
finding, one under *passes* does not.
"""


def _arguments(example: Example) -> str:
    return ", ".join(f"{key}={thaw(value)!r}" for key, value in example.arguments.items())


def _examples(kind: str, examples: tuple[Example, ...]) -> str:
    shown = "; ".join(code(f"{example.call}({_arguments(example)})") for example in examples)
    return f"- {kind}: {shown}"


def _force(row: Rule) -> str:
    if row.since and row.until:
        return f"; in force {row.since} to {row.until}"
    return f"; in force since {row.since}" if row.since else f"; in force until {row.until}" if row.until else ""


def entry(row: Rule) -> str:
    """
    Return one row as a section.
    """
    sources = "; ".join(escape(cite.text()) for cite in row.citations)
    links = ", ".join(f"[{item}](requirements.md#{item.lower()})" for item in row.requirements)
    lines = [
        f'<a id="{row.code}"></a>',
        f"### `{row.code}`",
        "",
        f"**{row.severity.value}**: {escape(row.zh)}  ",
        escape(row.en),
        "",
        f"- source: {sources} ({row.evidence.value}{_force(row)})",
        *([f"- requirement: {links}"] if links else []),
        *([f"- note: {escape(row.note)}"] if row.note else []),
        _examples("passes", row.passes),
        _examples("fails", row.fails),
    ]
    return "\n".join(lines)


def render() -> str:
    """
    Return the page.
    """
    rows = sorted(RULES.values(), key=lambda row: (AREAS[row.code.partition(".")[0]], row.code))
    parts = []
    summary = []
    for area, group in itertools.groupby(rows, key=lambda row: AREAS[row.code.partition(".")[0]]):
        members = list(group)
        title = TITLES.get(area, area)
        count = {name: sum(row.severity.value == name for row in members) for name in ("error", "warning", "info")}
        summary.append((f"[{title}](#{area})", *(str(number) for number in count.values())))
        parts.append("\n\n".join([f'<a id="{area}"></a>\n\n## {title}', *(entry(row) for row in members)]))
    return page("Findings", INTRODUCTION, table(("area", "errors", "warnings", "infos"), summary), *parts)
