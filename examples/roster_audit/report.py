"""
The report for people: one HTML page that needs nothing but itself.

It begins with the verdict in numbers, then what to do first, then where the problems are, then every
person, then the rules. It reads without colour, prints, and works without its little script.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, TextIO

from attrs import frozen

from credrules.catalogue import RULES
from credrules.findings import SEVERITY_LABELS, Finding
from credrules.values import Evidence, Label, Lang, Severity
from roster_audit.audit import Outcome, Problem, ShownFinding, ShownPerson, general_wording, stray_columns
from roster_audit.source import Source
from roster_audit.table import Columns, one_line

HERE: Final = Path(__file__).resolve().parent
MAX_UNITS_SHOWN: Final = 30
_ORDER: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_TAGS: Final = {
    Severity.ERROR: Label("必须改", "must be fixed"),
    Severity.WARNING: Label("请核实", "please check"),
    Severity.INFO: Label("提示", "note"),
}
_MARKS: Final = {Severity.ERROR: "✕", Severity.WARNING: "！", Severity.INFO: "i"}
# Where the right value of a cell is found, by how the code of the error begins; the last one fits all.
_SOURCES: Final[tuple[tuple[tuple[str, ...], Label], ...]] = (
    (("MOBILE.", "LANDLINE.", "EMAIL."), Label("请向本人问明后修改。", "Ask the person and correct it.")),
    (
        ("CITIZEN_ID.", "PERSON_NAME.", "ROSTER.SEX", "ROSTER.BIRTH"),
        Label("请对照身份证修改。", "Correct it from the ID card."),
    ),
    (
        ("CERTIFICATE_NUMBER.", "ROSTER.TITLE", "ROSTER.CERTIFICATE", "ROSTER.EDUCATION", "ROSTER.DUPLICATE_CERT"),
        Label("请对照证书修改。", "Correct it from the certificate."),
    ),
    (("CODE.", "ROSTER.NAME_UNLISTED"), Label("请改用代码表中的名称。", "Use a name of the code table.")),
    (("USCC.", "ORG_CODE."), Label("请对照单位证照修改。", "Correct it from the unit's certificate.")),
    (("HOURS.", "ROSTER.HOURS"), Label("请对照学时证明修改。", "Correct it from the proof of the hours.")),
    (("ROSTER.DUPLICATE_PERSON",), Label("同一个人只留一行。", "Keep one row of a person.")),
    (("ROSTER.REQUIRED", "ROSTER.NOT_READ"), Label("请补填。", "Fill it in.")),
    (("",), Label("请对照证件、证书等原件修改。", "Correct it from the original papers.")),
)
_EVIDENCE: Final = {
    Evidence.STATED: Label("文件明文规定", "stated by the document"),
    Evidence.DEDUCED: Label("由文件推定", "deduced from the document"),
    Evidence.ASSUMED: Label("通行做法，以主管部门的口径为准", "assumed; the authority has the last word"),
    Evidence.OUTSIDE: Label("依据其他标准或文件", "from another standard or document"),
}


@frozen
class About:
    """
    What the page says about the run itself.
    """

    lang: Lang
    masked: bool
    copy_name: str
    changes_name: str
    version: str


def _e(text: object) -> str:
    return html.escape(str(text))


@frozen
class Page:
    """
    The page of one audit; `parts` yields it piece by piece.
    """

    source: Source
    outcome: Outcome
    about: About

    def t(self, zh: str, en: str) -> str:
        """
        Return the wording in the language of the page.
        """
        return en if self.about.lang == "en" else zh

    def parts(self) -> Iterator[str]:
        """
        Yield the whole page.
        """
        css = (HERE / "report.css").read_text(encoding="utf-8")
        script = (HERE / "report.js").read_text(encoding="utf-8")
        lang = self.t("zh-CN", "en")
        title = self.t("花名册核对报告", "Roster audit report")
        yield f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        yield '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        yield "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        yield f"<title>{_e(title)} · {_e(self.source.sheet.path.name)}</title>\n<style>\n{css}</style>\n"
        yield "</head>\n<body>\n"
        yield f'<a class="skip" href="#people">{_e(self.t("跳到逐人清单", "Skip to the list of people"))}</a>\n'
        yield from self._header(title)
        yield "<main>\n"
        yield from self._first_things()
        yield from self._repairs()
        yield from self._by_column()
        yield from self._by_unit()
        yield from self._people()
        yield from self._not_checked()
        yield from self._rules()
        yield "</main>\n"
        yield from self._footer()
        yield f"<script>\n{script}</script>\n</body>\n</html>\n"

    # The head of the page: verdict and numbers.

    def _header(self, title: str) -> Iterator[str]:
        outcome, source = self.outcome, self.source
        yield f"<header>\n<h1>{_e(source.layout.title or title)}</h1>\n"
        facts = [
            title,
            self.t("文件：", "file: ") + source.sheet.path.name,
            source.about.text(self.about.lang),
            self.t("核对日期：", "checked as of ") + outcome.on.isoformat(),
        ]
        yield f'<p class="meta">{_e(" · ".join(facts))}</p>\n'
        yield f'<p class="verdict">{self._verdict()}</p>\n'
        cards = [
            ("", outcome.people, self.t("核对人数", "people"), self.t("表中的人员行", "rows with a person")),
            (
                "error",
                outcome.wrong,
                self.t("必须改", "must be fixed"),
                self.t("有错误，改好才能上报", "rows with errors"),
            ),
            (
                "warning",
                outcome.doubtful,
                self.t("请核实", "please check"),
                self.t("没有错误，但有疑点", "no error, but a doubt"),
            ),
            ("fine", outcome.fine, self.t("没有问题", "in order"), self.t("不需要处理", "nothing to do")),
        ]
        yield '<ul class="cards">\n'
        for kind, number, words, small in cards:
            yield f'<li class="{kind}"><b>{number:,}</b><span>{_e(words)}</span><small>{_e(small)}</small></li>\n'
        yield "</ul>\n"
        yield '<div class="strip" aria-hidden="true">'
        for kind, number, _, _ in cards[1:]:
            yield f'<i class="{kind}" style="width:{_percent(number, outcome.people)}"></i>'
        yield "</div>\n"
        errors, warnings = outcome.findings[Severity.ERROR], outcome.findings[Severity.WARNING]
        total = self.t(
            f"共 {errors:,} 处错误、{warnings:,} 处疑点；修正副本已安全改好 {outcome.changed:,} 个单元格。",
            f"{errors:,} errors and {warnings:,} doubts in all; {outcome.changed:,} cells repaired in the copy.",
        )
        yield f'<p class="meta">{_e(total)}</p>\n'
        links = [
            ("first", self.t("先做什么", "What to do first")),
            ("repairs", self.t("已自动改好", "Repaired")),
            ("columns", self.t("按列统计", "By column")),
            ("units", self.t("按单位统计", "By unit")),
            ("people", self.t("逐人清单", "Person by person")),
            ("unchecked", self.t("没有核对的内容", "Not checked")),
            ("rules", self.t("规则和依据", "Rules and sources")),
        ]
        label = _e(self.t("目录", "contents"))
        yield f'<nav aria-label="{label}">' + "".join(f'<a href="#{at}">{_e(text)}</a>' for at, text in links)
        yield "</nav>\n</header>\n"

    def _verdict(self) -> str:
        outcome = self.outcome
        if outcome.all_passed:
            return _e(
                self.t(f"{outcome.people} 人的信息全部通过，没有发现问题。", f"All {outcome.people} rows passed.")
            )
        if not outcome.listed:
            return _e(
                self.t(
                    f"{outcome.people} 人已核对的内容没有发现问题，但有内容没有核对，见“没有核对的内容”。",
                    f"Nothing wrong was found in what was checked of {outcome.people} people, "
                    "but not everything was checked; see below.",
                )
            )
        zh = (
            f"{outcome.people} 人中，<strong>{outcome.wrong} 人的信息必须改</strong>，{outcome.doubtful} 人的需要核实，"
        )
        en = (
            f"Of {outcome.people} people, <strong>{outcome.wrong} must be fixed</strong>, "
            f"{outcome.doubtful} need a look, "
        )
        return self.t(f"{zh}{outcome.fine} 人没有问题。", f"{en}{outcome.fine} are in order.")

    # What to do, and what was done.

    def _section(self, at: str, title: str, note: str = "") -> str:
        text = f'<p class="note">{_e(note)}</p>\n' if note else ""
        return f'<section id="{at}" aria-labelledby="{at}-h">\n<h2 id="{at}-h">{_e(title)}</h2>\n{text}'

    def _first_things(self) -> Iterator[str]:
        yield self._section(
            "first",
            self.t("先做什么", "What to do first"),
            self.t(
                "按严重程度和涉及人数排列。点行号可看这个人的详情。",
                "By severity and number of people; row numbers are links.",
            ),
        )
        problems = self.outcome.ranked()
        if not problems:
            yield f"<p>{_e(self.t('没有要处理的问题。', 'Nothing to do.'))}</p>\n</section>\n"
            return
        labels = self._labels()
        heads = [
            self.t("程度", "severity"),
            self.t("列", "column"),
            self.t("问题", "problem"),
            self.t("人数", "people"),
            self.t("怎么处理", "what to do"),
            self.t("例（行号）", "rows, e.g."),
        ]
        rows = (
            (
                self._tag(problem.example.severity),
                _e(labels.get(heading, one_line(heading))),
                f"{_e(problem.words(self.about.lang))} {self._rule_link(code)}",
                f"{problem.people:,}",
                _e(self._advice(problem)),
                self._row_links(problem.rows),
            )
            for (code, heading), problem in problems
        )
        yield from self._table(heads, rows, numeric={3})
        yield "</section>\n"

    def _labels(self) -> dict[str, str]:
        return {column.heading: column.label for column in self.source.layout.columns}

    def _advice(self, problem: Problem) -> str:
        left = problem.findings - problem.repaired
        if not left:
            return self.t("修正副本里已经改好，抽查即可。", "Done in the repaired copy; spot-check it.")
        some = (
            self.t(f"修正副本已改好 {problem.repaired} 处；", f"{problem.repaired} repaired in the copy; ")
            if problem.repaired
            else ""
        )
        if problem.example.severity is Severity.ERROR:
            code = problem.example.code
            rest = next(words for starts, words in _SOURCES if code.startswith(starts)).text(self.about.lang)
        else:
            rest = self.t("请核实；属实就不用改。", "Look at it; if it is true, leave it.")
        return some + rest

    def _row_links(self, rows: Iterable[int]) -> str:
        listed = {person.row for person in self.outcome.shown}
        return self.t("、", ", ").join(f'<a href="#row-{n}">{n}</a>' if n in listed else str(n) for n in rows)

    def _repairs(self) -> Iterator[str]:
        outcome = self.outcome
        note = self.t(
            f"只做有把握的修改；每一处都列在 {self.about.changes_name}，请逐条复核。原文件没有改动。",
            f"Only what is safe; each change is listed in {self.about.changes_name}, please look through it. "
            "The original is untouched.",
        )
        title = self.t("已在修正副本中自动改好", "Repaired in the copy")
        yield self._section("repairs", f"{title}（{self.about.copy_name}）", note)
        if not outcome.changes:
            yield f"<p>{_e(self.t('没有自动改动。', 'Nothing was changed.'))}</p>\n</section>\n"
            return
        heads = [self.t("列", "column"), self.t("原来的问题", "what was wrong"), self.t("单元格数", "cells")]
        rows = (
            (_e(column), _e(reason), f"{number:,}")
            for (column, reason), number in sorted(outcome.changes.items(), key=lambda pair: (-pair[1], pair[0]))
        )
        yield from self._table(heads, rows, numeric={2})
        yield "</section>\n"

    # Where the problems are.

    def _by_column(self) -> Iterator[str]:
        yield self._section("columns", self.t("按列统计", "By column"))
        labels = self._labels()
        counted = [
            (labels.get(heading) or one_line(heading) or self.t("（整行）", "(whole row)"), counts)
            for heading, counts in self.outcome.columns.items()
        ]
        counted.sort(key=lambda pair: (-pair[1][Severity.ERROR], -pair[1][Severity.WARNING], pair[0]))
        most = max((c[Severity.ERROR] + c[Severity.WARNING] for _, c in counted), default=0)
        heads = [
            self.t("列", "column"),
            self.t("错误", "errors"),
            self.t("疑点", "doubts"),
            self.t("提示", "notes"),
            self.t("对比", "compare"),
        ]
        rows = (
            (
                _e(name),
                f"{counts[Severity.ERROR]:,}",
                f"{counts[Severity.WARNING]:,}",
                f"{counts[Severity.INFO]:,}",
                _bar(counts[Severity.ERROR], counts[Severity.WARNING], most),
            )
            for name, counts in counted
        )
        yield from self._table(heads, rows, numeric={1, 2, 3})
        yield "</section>\n"

    def _by_unit(self) -> Iterator[str]:
        yield self._section("units", self.t("按单位统计", "By unit"))
        units = sorted(self.outcome.units.values(), key=lambda unit: (-unit.wrong, -unit.doubtful, unit.name))
        heads = [
            self.t("单位", "unit"),
            self.t("人数", "people"),
            self.t("必须改", "must be fixed"),
            self.t("请核实", "please check"),
            self.t("占比", "share"),
        ]
        rows = (
            (
                _e(unit.name or self.t("（未填单位）", "(no unit given)")),
                f"{unit.people:,}",
                f"{unit.wrong:,}",
                f"{unit.doubtful:,}",
                _bar(unit.wrong, unit.doubtful, unit.people),
            )
            for unit in units[:MAX_UNITS_SHOWN]
        )
        yield from self._table(heads, rows, numeric={1, 2, 3})
        if len(units) > MAX_UNITS_SHOWN:
            rest = len(units) - MAX_UNITS_SHOWN
            more = self.t(f"另有 {rest} 个单位未列出。", f"{rest} more units are not listed.")
            yield f'<p class="note">{_e(more)}</p>\n'
        yield "</section>\n"

    # Person by person.

    def _people(self) -> Iterator[str]:
        outcome = self.outcome
        note = self.t(
            "行号与原文件一致。␣ 表示多余或全角空格，⏎ 表示换行。",
            "Row numbers are those of the file. ␣ marks an odd blank, ⏎ a line break.",
        )
        if self.about.masked:
            note += self.t("号码、电话等已部分隐去。", " Numbers and addresses are partly hidden.")
        yield self._section("people", self.t("逐人清单", "Person by person"), note)
        if len(outcome.shown) < outcome.listed:
            more = self.t(
                f"有问题的共 {outcome.listed:,} 人，这里只列前 {len(outcome.shown):,} 人；"
                "上面的统计包含所有人，全部问题见 findings.csv。",
                f"{outcome.listed:,} people have findings, the first {len(outcome.shown):,} are listed; "
                "all counts above are complete, and findings.csv has every finding.",
            )
            yield f'<p class="note"><strong>{_e(more)}</strong></p>\n'
        if outcome.shown:
            shown = _e(self.t("显示 0 人", "0 people shown"))
            yield '<div class="filter" id="filter" hidden>\n'
            yield f'<label>{_e(self.t("查找：", "Find: "))}<input type="search" id="filter-text" '
            yield f'placeholder="{_e(self.t("姓名、单位、行号、问题…", "name, unit, row, problem…"))}"></label>\n'
            only = _e(self.t("只看必须改的", "only what must be fixed"))
            yield f'<label><input type="checkbox" id="filter-errors"> {only}</label>\n'
            yield f'<span id="filter-count" role="status" data-words="{shown}"></span>\n</div>\n'
        for person in outcome.shown:
            yield from self._person(person)
        if not outcome.shown:
            yield f"<p>{_e(self.t('没有。', 'None.'))}</p>\n"
        yield "</section>\n"

    def _person(self, person: ShownPerson) -> Iterator[str]:
        row = self.t(f"第 {person.row} 行", f"row {person.row}")
        name = person.name or self.t("（无姓名）", "(no name)")
        yield f'<article class="person {person.severity.value}" id="row-{person.row}">\n'
        yield f"<h3>{_e(row)} · {_e(name)}<small>{_e(person.unit)}</small></h3>\n<table>\n"
        heads = [
            ("c-tag", self.t("程度", "severity")),
            ("c-col", self.t("列", "column")),
            ("c-val", self.t("原内容", "as written")),
            ("", self.t("问题和建议", "problem and suggestion")),
            ("c-rule", self.t("规则", "rule")),
        ]
        yield "<thead><tr>" + "".join(f'<th scope="col" class="{kind}">{_e(text)}</th>' for kind, text in heads)
        yield "</tr></thead>\n<tbody>\n"
        for item in person.findings:
            yield self._finding(item)
        yield "</tbody>\n</table>\n</article>\n"

    def _finding(self, item: ShownFinding) -> str:
        value = _e(item.value) if item.value else f'<span class="note">{_e(self.t("（空）", "(empty)"))}</span>'
        advice = ""
        if item.repaired:
            words = self.t("已改为：", "changed to: ")
            advice = f'<span class="advice"><span class="done">✓ {_e(words)}</span>{_e(item.suggestion)}</span>'
        elif item.suggestion:
            advice = f'<span class="advice">{_e(self.t("建议：", "suggestion: "))}{_e(item.suggestion)}</span>'
        return (
            f"<tr><td>{self._tag(item.severity)}</td><td>{_e(item.column)}</td>"
            f'<td class="value">{value}</td><td>{_e(item.message)}{advice}</td>'
            f"<td>{self._rule_link(item.code)}</td></tr>\n"
        )

    def _tag(self, severity: Severity) -> str:
        words = _TAGS[severity].text(self.about.lang)
        return f'<span class="tag {severity.value}">{_MARKS[severity]} {_e(words)}</span>'

    def _rule_link(self, code: str) -> str:
        return f'<a class="code" href="#rule-{_e(code)}">{_e(code)}</a>'

    # What the numbers do not cover, and what they rest on.

    def _not_checked(self) -> Iterator[str]:
        outcome, layout = self.outcome, self.source.layout
        yield self._section("unchecked", self.t("没有核对的内容", "What was not checked"))
        items = [self._of_table(item) for item in outcome.table]
        for heading, reason in self._matched().unmatched.items():
            name = next((column.label for column in layout.columns if column.heading == heading), one_line(heading))
            why = reason.text(self.about.lang)
            items.append(self.t(f"列“{name}”：{why}", f"column {name!r}: {why}"))
        if stray := stray_columns(outcome):
            letters = self.t("、", ", ").join(stray)
            items.append(
                self.t(f"{letters} 列有内容但没有列名。", f"columns {letters} hold something but have no heading.")
            )
        for number, text in outcome.skipped:
            items.append(self.t(f"第 {number} 行不是人员：{text}", f"row {number} is no person: {text}"))
        if (more := outcome.skipped_count - len(outcome.skipped)) > 0:
            items.append(self.t(f"另有 {more} 行不是人员。", f"{more} more rows are no people."))
        if outcome.blank:
            items.append(self.t(f"空行 {outcome.blank} 行。", f"{outcome.blank} blank rows."))
        if self.source.other_sheets:
            names = self.t("、", ", ").join(self.source.other_sheets)
            items.append(self.t(f"其他工作表没有核对：{names}", f"other sheets: {names}"))
        if items:
            yield "<ul>\n" + "".join(f"<li>{_e(item)}</li>\n" for item in items) + "</ul>\n"
        else:
            yield f"<p>{_e(self.t('全部内容都核对了。', 'Everything was checked.'))}</p>\n"
        yield f"<details>\n<summary>{_e(self.t('列名是这样认的', 'How the headings were read'))}</summary>\n"
        heads = [self.t("列", "column"), self.t("认作", "read as")]
        known = [column for column in layout.columns if column.heading in self._matched().fields]
        rows = ((_e(column.label), _e(self._field(column.heading))) for column in known)
        yield from self._table(heads, rows)
        yield "</details>\n</section>\n"

    def _matched(self) -> Columns:
        return self.outcome.matched or self.source.layout.matched

    def _of_table(self, item: Finding) -> str:
        heading = str(item.path[0]) if item.path else ""
        words = item.message(self.about.lang)
        return f"{self._labels().get(heading, one_line(heading))}: {words}" if heading else words

    def _field(self, heading: str) -> str:
        matched = self._matched()
        label = matched.labels.get(heading)
        return label.text(self.about.lang) if label else matched.fields[heading]

    def _rules(self) -> Iterator[str]:
        note = self.t("本报告用到的规则，每条都注明出处。", "The rules this report speaks of, each with its source.")
        yield self._section("rules", self.t("规则和依据", "Rules and sources"), note)
        yield '<dl class="rules">\n'
        for code in sorted({code for code, _heading in self.outcome.problems}):
            yield f'<dt id="rule-{_e(code)}">{_e(code)} '
            row = RULES.get(code)
            if row is None:
                yield "</dt>\n"
                continue
            wording = general_wording(code, self.about.lang)
            yield f"{self._tag(row.severity)}</dt>\n<dd>{_e(wording)}</dd>\n"
            sources = "；".join(citation.text() for citation in row.citations)
            basis = _EVIDENCE[row.evidence].text(self.about.lang)
            yield f'<dd class="note">{_e(self.t("依据：", "Source: "))}{_e(sources)}（{_e(basis)}）'
            yield f" {_e(' '.join(row.requirements))}</dd>\n"
        yield "</dl>\n</section>\n"

    def _footer(self) -> Iterator[str]:
        masked = (
            self.t(
                "号码等已部分隐去，报告仍含姓名，请按内部资料保管。",
                "Numbers are masked; names are not. Keep it as internal.",
            )
            if self.about.masked
            else self.t("报告含完整号码，请按敏感资料保管。", "It shows whole numbers. Keep it as confidential.")
        )
        made = self.t(
            f"由 credrules {self.about.version} 在本机生成，数据没有离开这台电脑。",
            f"Made by credrules {self.about.version} on this computer; no data left it.",
        )
        scale = self.t(
            f"“{_TAGS[Severity.ERROR].zh}”即{SEVERITY_LABELS[Severity.ERROR].zh}，"
            f"“{_TAGS[Severity.WARNING].zh}”即{SEVERITY_LABELS[Severity.WARNING].zh}。",
            "",
        )
        yield f"<footer>\n<p>{_e(masked)}{_e(made)}{_e(scale)}</p>\n</footer>\n"

    def _table(
        self, heads: list[str], rows: Iterable[tuple[str, ...]], numeric: set[int] | None = None
    ) -> Iterator[str]:
        """
        Yield a table; the cells of `rows` are HTML already, the headings are text.
        """
        kinds = [' class="num"' if place in (numeric or set()) else "" for place in range(len(heads))]
        head = "".join(f'<th scope="col"{kind}>{_e(text)}</th>' for kind, text in zip(kinds, heads, strict=True))
        yield f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
        for row in rows:
            # On a narrow screen each cell is a line of its own and bears its heading.
            cells = zip(heads, kinds, row, strict=True)
            yield (
                "<tr>"
                + "".join(f'<td data-head="{_e(head)}"{kind}>{cell}</td>' for head, kind, cell in cells)
                + "</tr>\n"
            )
        yield "</tbody>\n</table>\n"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "0"


def _bar(errors: int, warnings: int, whole: int) -> str:
    return (
        f'<span class="bar" aria-hidden="true"><i class="error" style="width:{_percent(errors, whole)}"></i>'
        f'<i class="warning" style="width:{_percent(warnings, whole)}"></i></span>'
    )


def write_report(stream: TextIO, page: Page) -> None:
    """
    Write the page to an open UTF-8 text file.
    """
    stream.writelines(page.parts())
