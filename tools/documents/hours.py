"""
docs/hours.md and docs/hours/<jurisdiction>.md: what is required where, since when, by what, and what is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from credrules.codes import DIVISIONS
from credrules.hours import (
    REQUIREMENTS,
    STANDARDS,
    CarryOver,
    ConversionRule,
    Requirement,
    ShareBase,
    Standard,
    source_title,
)
from credrules.hours._data.places import PLACES
from credrules.hours._data.requirements import ROWS
from credrules.hours.amounts import show
from credrules.hours.places import COUNTRY, NOWHERE
from credrules.values import Confidence
from tools.documents.markdown import escape, page, table

CARRY = {
    CarryOver.NONE: "none",
    CarryOver.WITHIN_CYCLE: "within the cycle",
    CarryOver.WITHIN_TITLE_TERM: "within the term of the title",
    CarryOver.POSTPONE: "a shortage may be postponed with proof",
    CarryOver.MAKEUP: "late study in a window",
    CarryOver.LIMITED: "surplus up to a limit",
    CarryOver.UNKNOWN: "not known",
}
BASES = {
    ShareBase.REQUIRED: "of the required total",
    ShareBase.DONE: "of the hours done",
    ShareBase.UNSTATED: "of a base the source does not state",
}


ASSUMED = {"since": "the first day", "until": "the last day", "document": "the document"}


def _figures(row: Requirement) -> Iterator[str]:
    if not row.known:
        yield "not known" + ("" if row.professions or row.jurisdiction == COUNTRY else "; the nation's rule is given")
    for item in row.minima:
        span = {"cycle": "", "year": " in each year", "last_year": " in the last year"}[item.span.value]
        yield f"{escape(item.label.zh)} ({item.label.en}) {show(item.amount)}{span}"
    if row.share is not None:
        yield f"专业 (professional) at least {show(row.share)} {BASES[row.share_base]}"
    for cap in row.caps:
        yield f"{escape(cap.label.zh)} ({cap.label.en}) counts up to {show(cap.amount)} per {cap.span.value}"


def _unknown(row: Requirement) -> Iterator[str]:
    if not row.known:
        yield "the figures"
    if row.since is None:
        yield "since when it holds"
    if row.assumed:
        yield f"assumed, not read in a source: {', '.join(ASSUMED[name] for name in row.assumed)}"
    if row.published is None:
        yield "the day it was issued"
    for name, value in (("minutes per hour", row.minutes_per_hour), ("hours per day", row.hours_per_day)):
        if value is None:
            yield name
    if row.cycle is None:
        yield "the length of the cycle"
    if row.carry_over is CarryOver.UNKNOWN:
        yield "carry-over"
    if not row.document_no:
        yield "the number of the document"


def _beside(row: Requirement) -> list[str]:
    named = {item["id"]: item.get("coexists", "").split(";") for item in ROWS}
    return sorted(name for name in named if name in named[row.id] or row.id in named[name])


def _further(row: Requirement) -> Iterator[tuple[str, str]]:
    # What only some rows have.
    years = ", ".join(map(str, row.attested))
    late = (
        f"{it.label.zh} ({it.label.en}) of a year until {month:02}-{day:02} of the next"
        for it, month, day in row.deadlines
    )
    yield "years that a source shows", years
    yield "gives way to", ", ".join(row.yields_to)
    beside = ", ".join(_beside(row))
    yield "in force beside it", beside and f"{beside}; where both hold the library names both and chooses none"
    yield "done late counts", "<br>".join(late)
    if row.surplus is not None:
        tag, subject = row.surplus
        yield "surplus", f"beyond the minimum of {tag} it counts as {subject.label.zh} ({subject.label.en})"


def _row(row: Requirement) -> str:
    cycle = "" if row.cycle is None else f"{row.cycle} year" + ("s" if row.cycle > 1 else "")
    if row.window is not None:
        cycle = f"review of the years {row.window[0]} to {row.window[1]}"
    rates = [f"{show(row.minutes_per_hour)} minutes an hour"] if row.minutes_per_hour is not None else []
    rates += [f"{show(row.hours_per_day)} hours a day"] if row.hours_per_day is not None else []
    note, _, rest = row.note.partition("[")
    note, further = note.strip(), rest.removesuffix("]").split(";") if rest else []
    lines = [
        (
            "who",
            escape("、".join(row.professions) or "everybody")
            + escape(f" ({'、'.join(row.grades)})" if row.grades else ""),
        ),
        ("in force", row.dates.en),
        ("published", row.published.isoformat() if row.published else "not known"),
        ("cycle", cycle or "not known"),
        (f"at least ({row.unit.value})", "<br>".join(_figures(row))),
        ("rates", "; ".join(rates) or "not known"),
        ("carry-over", CARRY[row.carry_over] + (f" of {show(row.carry_limit)}" if row.carry_limit else "")),
        *_further(row),
        ("by", escape(row.authority) or "not known"),
        ("document", escape(row.citation) or "not known"),
        (
            "confidence",
            f"{row.confidence.value}, " + (f"verified on {row.verified_on}" if row.verified_on else "not verified"),
        ),
        ("sources", "<br>".join(f"{key}: {escape(source_title(key))}" for key in row.sources)),
        ("not known", "<br>".join(_unknown(row)) or "nothing that the library asks for"),
        ("note", escape(note)),
        ("also stated", "<br>".join(escape(it.replace("=", ": ").replace("_", " ")) for it in further)),
    ]
    return f"## {row.id}\n\n" + table(("", ""), [line for line in lines if line[1]])


def _value(rule: ConversionRule) -> str:
    if rule.ranks:
        lists = []
        for level, ranks in rule.ranks.items():
            places = ", ".join(show(amount) for amount in ranks.amounts)
            tail = "" if ranks.tail is None else " and so on"
            lists.append(f"{level + ': ' if level else ''}{places}{tail}")
        return escape("; ".join(lists))
    return "" if rule.value is None else f"{show(rule.value)} per {show(rule.per)} {escape(rule.measure)}"


def _dates(rule: ConversionRule) -> str:
    since, until = ("" if day is None else day.isoformat() for day in (rule.since, rule.until))
    return f"{since or 'unknown'} to {until or 'open'}" if since or until else "not known"


def _most(rule: ConversionRule) -> str:
    caps = (
        ("result", rule.item_cap), ("day", rule.day_cap), ("year", rule.year_cap),
        (f"way and year ({rule.path})", rule.path_cap), ("cycle", rule.cycle_cap),
    )  # fmt: skip
    return "; ".join(f"{show(amount)} per {span}" for span, amount in caps if amount is not None)


def _subject(rule: ConversionRule) -> str:
    subject = "as declared" if rule.subject is None else rule.subject.value
    return subject + (f" ({rule.tag})" if rule.tag else "")


def _standard(standard: Standard) -> str:
    rows = [
        (
            rule.id,
            escape(rule.label) + (f" ({', '.join(rule.levels)})" if rule.levels else ""),
            rule.formula.value,
            _value(rule),
            _most(rule),
            escape(_subject(rule)),
            _dates(rule),
            "<br>".join(escape(text) for text in (rule.condition, rule.note) if text),
            escape(standard.citation(rule) if rule.document else rule.clause),
            rule.confidence.value,
            " ".join(rule.sources),
        )
        for rule in standard.rules
    ]
    title = (
        escape(f"{standard.document}{standard.document_no and f'（{standard.document_no}）'}") or "document not known"
    )
    headings = (
        "rule", "result", "formula", "value", "at most", "subject", "in force", "condition and note",
        "clause (or another document)", "confidence", "sources",
    )  # fmt: skip
    return f"## Conversion: {standard.id}\n\n{title}\n\nVerified on {standard.verified_on}.\n\n" + table(headings, rows)


def _name(place: str) -> str:
    rows = REQUIREMENTS.of(place) or [it for it in STANDARDS.values() if it.jurisdiction == place]
    if rows:
        return rows[0].place
    code = next(code for code, name in PLACES.items() if name == place)
    return DIVISIONS[code].short or DIVISIONS[code].name


def _said(row: Requirement) -> str:
    words = [f"{item.label.en} {show(item.amount)}" for item in row.minima]
    who = escape("、".join((*row.professions[:1], *row.grades)))
    years = "" if row.cycle in {None, 1} else f" in {row.cycle} years"
    return f"{row.id}{who and f' ({who})'}: {', '.join(words) + years if words else 'the document only'}"


def _short(place: str, rows: tuple[Requirement, ...]) -> str:
    """
    Return what is known, since when, and what is not, row by row.
    """
    nation = REQUIREMENTS["CN-ALL-2015"]
    if not rows:
        known = f"no requirement of its own was found; the nation's is given, and that is said ({_said(nation)})"
        lines = [(known, f"the nation's: {nation.dates.en}", "whether it has figures, subjects, documents of its own")]
    else:
        lines = [(_said(row), row.dates.en, ", ".join(_open(row)) or "nothing that decides") for row in rows]
    if place not in {COUNTRY, NOWHERE} and rows and not any(_decides(row) for row in rows):
        lines.append(("years that no row above covers: the nation's rule, with a warning", nation.dates.en, ""))
    return "## In short\n\n" + table(("known", "since when", "not known"), lines)


def _decides(row: Requirement) -> bool:
    weak = row.confidence is Confidence.LOW or row.total is None
    return not weak and not row.professions and row.since is not None and row.until is None


def _open(row: Requirement) -> Iterator[str]:
    if row.confidence is Confidence.LOW:
        yield "whether it is so at all (low confidence: it decides nothing)"
    if row.total is None:
        yield "the total"
    if row.since is None:
        yield "since when it holds"
    elif "since" in row.assumed:
        yield "its first day (assumed)"
    if row.until is None and row.since is None:
        yield "whether it still holds"
    if not row.document_no:
        yield "the number of the document"


def _page(place: str) -> Callable[[], str]:
    def render() -> str:
        rows = REQUIREMENTS.of(place)
        standards = [item for item in STANDARDS.values() if item.jurisdiction == place]
        name = _name(place)
        introduction = f"""
What `credrules.hours` knows about continuing education in {escape(name)}. An
unknown figure is not zero; a row of low confidence decides nothing.
"""
        return page(f"{place} {name}", introduction, _short(place, rows), *map(_row, rows), *map(_standard, standards))

    return render


# A province has a page whether anything is known of it or not; Hong Kong, Macao and Taiwan have rules of another kind.
APART = {"CN-HK", "CN-MO", "CN-TW"}


def _provinces() -> list[str]:
    return sorted(name for code, name in PLACES.items() if code.endswith("0000") and name not in APART)


def _places() -> list[str]:
    required = (row.jurisdiction for row in REQUIREMENTS.values())
    return sorted({*required, *_provinces(), *(item.jurisdiction for item in STANDARDS.values())})


def index() -> str:
    """
    Return the page that lists the jurisdictions.
    """
    rows = []
    for place in _places():
        here = REQUIREMENTS.of(place)
        rules = sum(len(item.rules) for item in STANDARDS.values() if item.jurisdiction == place)
        weak = sum(row.confidence is Confidence.LOW for row in here)
        rows.append((f"[{place}](hours/{place}.md)", escape(_name(place)), str(len(here)), str(weak), str(rules)))
    introduction = f"""
What is known of the requirements of continuing education and of the rules of
conversion: a page for each of the 31 provinces, for the Corps of Xinjiang (兵团)
and for every city with rows. The sources speak up to {REQUIREMENTS.horizon}.
Where a place has no row for a year the library gives the rule above it, at last
the nation's, and names what is known of the place in part. A row of low
confidence decides nothing.
"""
    headings = ("place", "name", "requirements", "of these low", "conversion rules")
    return page("Continuing education", introduction, table(headings, rows))


def pages() -> dict[str, Callable[[], str]]:
    """
    Return page name -> function that renders it.
    """
    return {"hours.md": index, **{f"hours/{place}.md": _page(place) for place in _places()}}
