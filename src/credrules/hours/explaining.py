"""
Explanations as trees: the verdict, every figure with its clause, every record.

A `Statement` says one thing; below it are the statements it rests on. The tree is
a value and the same in both languages; `to_dict` is its stable form, `text` an
indented list, and a notebook shows three bars with the required marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Any, Final

from attrs import frozen

from credrules.findings import Decision, Finding
from credrules.hours.adjustments import Adjustment, AdjustmentKind
from credrules.hours.amounts import Amount, as_amount, show, spoken
from credrules.hours.entries import Entry
from credrules.hours.judging import Judgement, Result, ShareResult
from credrules.hours.ledger import Bucket, CourseEntry, Time
from credrules.hours.listing import Listed, Record, Rest
from credrules.hours.requirements import Minimum, Requirement, tag_label
from credrules.hours.subjects import Subject
from credrules.hours.table import source_title
from credrules.masking import shown_text
from credrules.values import LANGS, Confidence, FrozenMap, Label, Lang

__all__ = [
    "VERDICTS",
    "Bar",
    "Explanation",
    "Statement",
    "Told",
    "adjustment_statement",
    "bars",
    "finding_statement",
    "further",
    "loose",
    "requirement_statement",
    "result_statement",
    "share_statement",
    "source_statement",
    "told",
]
__dir__ = __all__.copy

VERDICTS: Final[FrozenMap[Decision, Label]] = FrozenMap(
    {
        Decision.IN: Label("达到要求", "passed"),
        Decision.OUT: Label("未达到要求", "not passed"),
        Decision.REVIEW: Label("不能确定，须人工核定", "undecided, to be reviewed"),
    }
)


@frozen
class Statement:
    """
    One statement and what it rests on.

    `kind` is one of verdict, requirement, dates, source, minimum, share, cap, adjustment,
    record, records, finding; `figures` are (name, amount) pairs; `cite` is the clause.
    """

    kind: str
    label: Label
    figures: tuple[tuple[str, Amount], ...] = ()
    cite: str = ""
    steps: tuple[Statement, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """
        Return plain data: kind, label in both languages, figures as exact texts, clause, steps.
        """
        return {
            "kind": self.kind,
            "label": {"zh": self.label.zh, "en": self.label.en},
            "figures": {name: show(amount) for name, amount in self.figures},
            "cite": self.cite,
            "steps": [step.to_dict() for step in self.steps],
        }

    def lines(self, lang: Lang, depth: int = 0) -> Iterator[str]:
        """
        Yield the tree as indented lines.
        """
        cite = f" [{self.cite}]" if self.cite else ""
        yield "  " * depth + self.label.text(lang) + cite
        for step in self.steps:
            yield from step.lines(lang, depth + 1)


@frozen
class Bar:
    """
    One bar of the picture: what was done, and the mark to reach.
    """

    label: Label
    done: Amount
    need: Amount | None


@frozen
class Explanation:
    """
    The tree with its picture; `lang` is the language it is shown in.
    """

    root: Statement
    bars: tuple[Bar, ...] = ()
    lang: Lang = "zh"

    def to_dict(self) -> dict[str, Any]:
        """
        Return the tree as plain data, the same in every language.
        """
        return self.root.to_dict()

    def text(self) -> str:
        """
        Return the tree as indented lines.
        """
        return "\n".join(self.root.lines(self.lang))

    def __str__(self) -> str:
        return self.text()

    def html(self) -> str:
        """
        Return the picture, a bar per subject with its required mark, and the tree.
        """
        bars = "".join(_bar(bar, self.lang, self._scale()) for bar in self.bars)
        return f'<div class="credrules-hours">{bars}<pre>{escape(self.text())}</pre></div>'

    def _scale(self) -> Amount:
        return max((amount for bar in self.bars for amount in (bar.done, bar.need or 0)), default=0) or 1

    def _repr_html_(self) -> str:
        return self.html()


_WIDTH: Final = 300
# On a narrow screen the whole bar shrinks, so that its mark remains visible.
_SIZE: Final = (
    f'width="{_WIDTH + 4}" height="16" viewBox="0 0 {_WIDTH + 4} 16" preserveAspectRatio="none" style="max-width:50vw"'
)


def _bar(bar: Bar, lang: Lang, scale: Amount) -> str:
    width, mark = (int(_WIDTH * amount / scale) for amount in (bar.done, bar.need or 0))
    colour = "#2a7d2a" if bar.need is None or bar.done >= bar.need else "#b03030"
    line = (
        ""
        if bar.need is None
        else f'<line x1="{mark}" x2="{mark}" y1="0" y2="16" stroke="#000" stroke-width="2">'
        f"<title>{spoken(bar.need).text(lang)}</title></line>"
    )
    figures = spoken(bar.done).text(lang) + ("" if bar.need is None else f" / {spoken(bar.need).text(lang)}")
    return (
        '<div style="white-space:nowrap">'
        f'<span style="display:inline-block;width:6em">{escape(bar.label.text(lang))}</span>'
        f'<svg {_SIZE} role="img" aria-label="{escape(figures)}">'
        f'<rect width="{width}" height="16" fill="{colour}"/>{line}</svg> {figures}</div>'
    )


def requirement_statement(requirement: Requirement) -> Statement:
    """
    Return what is required, by which document, and how sure that is.
    """
    figures = [(item.label.en, item.amount) for item in requirement.minima]
    unit = requirement.unit.label
    minima = [(it.label, spoken(it.amount)) for it in requirement.minima]
    words = [(f"{name.zh} {it.text('zh')}", f"{name.en} {it.text('en')}") for name, it in minima]
    zh, en = "，".join(pair[0] for pair in words), ", ".join(pair[1] for pair in words)
    if requirement.share is not None:
        zh += f"，专业占比不低于 {show(requirement.share)}"
        en += f", professional share at least {show(requirement.share)}"
    dates, published, verified = requirement.dates, requirement.published, requirement.verified_on
    since = Label(
        f"适用时间：{dates.zh}" + (f"；发布：{published.isoformat()}" if published else ""),
        f"in force: {dates.en}" + (f"; published: {published.isoformat()}" if published else ""),
    )
    sure = Label(
        f"来源可靠程度：{_SURE[requirement.confidence]}；核对日期：{verified or '无'}",
        f"confidence: {requirement.confidence.value}; verified on {verified or 'never'}",
    )
    sources = [source_statement(key, source_title) for key in requirement.sources]
    notes = map(finding_statement, requirement.remarks)
    label = Label(
        f"要求 {requirement.id}（{requirement.place}）：{zh or '无已知数字'}（{unit.zh}）",
        f"requirement {requirement.id}: {en or 'no figure known'} ({unit.en})",
    )
    return Statement(
        "requirement",
        label,
        tuple(figures),
        requirement.citation,
        (Statement("dates", since), Statement("source", sure, steps=tuple(sources)), *notes),
    )


def source_statement(key: str, title: Callable[[str, Lang], str]) -> Statement:
    """
    Return a source with its title; a key of the host's own is its own title.
    """
    zh, en = title(key, "zh"), title(key, "en")
    return Statement("source", Label(key, key) if en == key else Label(f"{key}：{zh}", f"{key}: {en}"))


_SURE: Final = {Confidence.HIGH: "高", Confidence.MEDIUM: "中", Confidence.LOW: "低"}


@frozen
class Told:
    """
    The statement of one entry, or of entries that are not listed one by one; `bucket` is None if they were not read.
    """

    statement: Statement
    bucket: Bucket | None = None


def told(listed: Listed, period: tuple[int, int]) -> tuple[Told, ...]:
    """
    Return a statement of each entry listed, with the reason why it does not count, and of the others in sums.

    An entry does not count if it is of another year, of a course that counts already, or not recognised.
    """
    found: list[Told] = []
    counted: set[tuple[int, str]] = set()
    for record in listed.records:
        entry = record.entry
        if entry is None:
            found.append(Told(_unread_statement(record)))
            continue
        bucket, key = (entry.year, entry.subject, entry.tags), (entry.year, entry.course or "")
        own = CourseEntry(bucket, (entry.hours, entry.days, entry.minutes), entry.recognised)
        repeated = key in listed.counted and (key in counted or listed.counted[key] != own)
        counted |= set() if repeated else {key}
        found.append(Told(_record_statement(entry, _reason(own, period, repeated=repeated)), bucket))
    found += [Told(_rest_statement(rest, period), rest.bucket) for rest in listed.rest]
    return (*found, *map(Told, further("条未能读取的记录", "entries that could not be read", listed.unread)))


def _reason(entry: CourseEntry | Rest, period: tuple[int, int], *, repeated: bool = False) -> Label:
    if not period[0] <= entry.bucket[0] <= period[1]:
        return Label("（其他年度，不计）", " (another year, does not count)")
    if repeated:
        return Label("（同一课程，不重复计）", " (the same course, counted once)")
    return Label("", "") if entry.recognised else Label("（未认定）", " (not recognised)")


def result_statement(result: Result, requirement: Requirement, records: Iterable[Told]) -> Statement:
    """
    Return one minimum: done, needed, missing, and the records that count towards it.
    """
    name = result.minimum.label
    when = (f"{result.year} 年", f"{result.year} ") if result.year is not None else ("", "")
    done, need, short = spoken(result.done), spoken(result.need), spoken(result.short)
    missing = (f"，缺 {short.text('zh')}", f", short by {short.text('en')}") if result.short else ("", "")
    label = Label(
        f"{when[0]}{name.zh}：已完成 {done.text('zh')}，要求 {need.text('zh')}{missing[0]}",
        f"{when[1]}{name.en}: done {done.text('en')}, required {need.text('en')}{missing[1]}",
    )
    figures = (("done", result.done), ("need", result.need), ("short", result.short))
    below = [item.statement for item in records if _belongs(item, result.minimum, result.year)]
    return Statement("minimum", label, figures, requirement.citation, tuple(below))


def share_statement(share: ShareResult, requirement: Requirement, records: Iterable[Told]) -> Statement:
    """
    Return the share of the professional subject: done, what its base (or either base) requires, and its records.
    """
    needs = [spoken(amount) for amount in sorted(set(share.needs))]
    done, ratio = spoken(share.done), show(share.ratio)
    label = Label(
        f"专业科目占比：已完成 {done.text('zh')}，要求 {' 或 '.join(it.text('zh') for it in needs)}（不低于 {ratio}）",
        f"professional share: done {done.text('en')}, required {' or '.join(it.text('en') for it in needs)}"
        f" (at least {ratio})",
    )
    below = [item.statement for item in records if _belongs(item, _SHARED, None)]
    figures = (("done", share.done), ("need", min(share.needs)), ("ratio", share.ratio))
    return Statement("share", label, figures, requirement.citation, tuple(below))


_SHARED: Final = Minimum(0, (Subject.PROFESSIONAL,))


def loose(records: Iterable[Told], judgement: Judgement) -> tuple[Told, ...]:
    """
    Return the records listed under no minimum: they count towards the total only, or cannot be read.
    """
    minima = [(item.minimum, item.year) for item in judgement.results]
    if judgement.share is not None:
        minima.append((_SHARED, None))
    return tuple(item for item in records if not any(_belongs(item, *minimum) for minimum in minima))


def _belongs(told: Told, minimum: Minimum, year: int | None) -> bool:
    if told.bucket is None or not (minimum.subjects or minimum.tag):
        return False
    when, subject, tags = told.bucket
    return minimum.counts(subject, tags) and year in {None, when}


def _unread_statement(record: Record) -> Statement:
    zh = "；".join(item.message("zh") for item in record.findings)
    en = "; ".join(item.message("en") for item in record.findings)
    return Statement("record", Label(f"未能读取：{zh}", f"not read: {en}"))


def _record_statement(entry: Entry, reason: Label) -> Statement:
    subject, tags = _words(entry.subject, entry.tags)
    time = (entry.hours, entry.days, entry.minutes)
    done = _time(time)
    name = "".join(f" {shown_text(item)}" for item in (entry.course, entry.id) if item)
    label = Label(
        f"{entry.year} {subject.zh}{name} {done.zh}{tags.zh}{reason.zh}",
        f"{entry.year} {subject.en}{name} {done.en}{tags.en}{reason.en}",
    )
    return Statement("record", label, _figures(time), shown_text(entry.source))


def _rest_statement(rest: Rest, period: tuple[int, int]) -> Statement:
    year, subject, tags = rest.bucket
    name, kinds = _words(subject, tags)
    done, reason = _time(rest.time), _reason(rest, period)
    again = Label("", "")
    if rest.again:
        again = Label(
            f"，其中 {rest.again} 条的课程已录入过，同一课程只计一次",
            f", {rest.again} of them of a course entered before, which counts once",
        )
    label = Label(
        f"{year} {name.zh} 另有 {rest.count} 条记录未逐条列出，共 {done.zh}{kinds.zh}{again.zh}{reason.zh}",
        f"{year} {name.en} {rest.count} more entries, not listed one by one: {done.en}{kinds.en}{again.en}{reason.en}",
    )
    return Statement("records", label, (("count", rest.count), ("again", rest.again), *_figures(rest.time)))


def _words(subject: Subject | None, tags: Iterable[str]) -> tuple[Label, Label]:
    labels = [tag_label(tag) for tag in tags]
    kinds = Label("".join(f"·{tag.zh}" for tag in labels), "".join(f", {tag.en}" for tag in labels))
    return Label("不分科目", "no subject") if subject is None else subject.label, kinds


def _time(time: Time) -> Label:
    hours, days, minutes = time
    amounts = [(spoken(hours), "学时", "h")] if hours or not (days or minutes) else []
    amounts += [(spoken(days), "天", "d")] if days else []
    amounts += [(spoken(minutes), "分钟", "min")] if minutes else []
    return Label(
        "+".join(it.text("zh") + zh for it, zh, _ in amounts),
        " + ".join(f"{it.text('en')} {en}" for it, _, en in amounts),
    )


def _figures(time: Time) -> tuple[tuple[str, Amount], ...]:
    return tuple(zip(("hours", "days", "minutes"), time, strict=True))


def further(zh: str, en: str, count: int) -> tuple[Statement, ...]:
    """
    Return the statement that so many more things are not listed one by one; nothing if there are none.

    >>> [item.label.en for item in further("条提示", "findings", 3)], further("条提示", "findings", 0)
    (['3 more findings, not listed one by one'], ())
    """
    if count <= 0:
        return ()
    label = Label(f"另有 {count} {zh}未逐条列出", f"{count} more {en}, not listed one by one")
    return (Statement("records", label, (("count", count),)),)


def adjustment_statement(item: Adjustment) -> Statement:
    """
    Return one adjustment with its basis.
    """
    name = item.kind.label
    # A share of the whole (1/3) is written as it is, hours are rounded.
    is_share = item.kind is AdjustmentKind.SCALE
    zh, en = (show(item.amount) if is_share else spoken(item.amount).text(lang) for lang in LANGS)
    label = Label(f"{name.zh} {zh}", f"{name.en} {en}")
    return Statement("adjustment", label, (("amount", item.amount),), item.basis)


def finding_statement(item: Finding) -> Statement:
    """
    Return one finding.
    """
    return Statement("finding", Label(item.message("zh"), item.message("en")))


def bars(judgement: Judgement, requirement: Requirement) -> tuple[Bar, ...]:
    """
    Return a bar per subject, and one for the total if there is one.
    """
    needs = {Subject.GENERAL: requirement.general, Subject.PROFESSIONAL: requirement.professional}
    needs[Subject.ELECTIVE] = requirement.elective
    done: dict[Subject | None, Amount] = {}
    for (_, subject, _), amount in judgement.sums:
        done[subject] = as_amount(done.get(subject, 0) + amount)
    whole = as_amount(sum(done.values(), start=0))
    return (
        *(Bar(subject.label, done.get(subject, 0), needs[subject]) for subject in Subject),
        Bar(Label("总计", "total"), whole, requirement.total),
    )
