"""
docs/codetables.md and docs/codetables/*.md: an index of the code tables, and one page for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from credrules import codes
from credrules.codes import About, CodeTable, Entry, Status
from tools.documents.markdown import code, escape, page, table

# From this many rows on a page is divided under headings, so that it can be found through.
_LARGE = 400

INDEX = """
What each table of `credrules.codes` holds, how complete it is, up to which day
its content is known (horizon) and when somebody last looked. A fragment never
says that a code does not exist, only that it does not know it. Each table has a
page of its own with every entry, its sources and the disagreements among them.
"""
RELATIONS = """
`codes.translate(value, source, target)` goes from one table to another, in both
directions of each pair; every correspondence names its relation and its source.
Divisions are translated through time.
"""


def index() -> str:
    """
    Return the page of all tables.
    """
    rows = [
        (
            f'<a id="{item.name}"></a>[{code(item.name)}](codetables/{item.name}.md)',
            f"{escape(item.about.title.zh)}<br>{escape(item.about.title.en)}",
            escape(_standard(item.about)),
            str(len(item)),
            "complete" if item.about.complete else "fragment",
            item.about.horizon,
            item.about.verified_on,
        )
        for item in codes.tables()
    ]
    headings = ("table", "title", "standard, edition", "codes", "extent", "horizon", "verified")
    pairs = [(code(source), code(target)) for source, target in codes.relations()]
    translation = f"## Translation\n\n{RELATIONS.strip()}\n\n" + table(("source", "target"), pairs)
    return page("Code tables", INDEX, table(headings, rows), translation)


def pages() -> dict[str, Callable[[], str]]:
    """
    Return path below docs/ -> what writes it, one page per table.
    """
    return {f"codetables/{item.name}.md": _renderer(item) for item in codes.tables()}


def _renderer(item: CodeTable) -> Callable[[], str]:
    return lambda: render(item)


def render(item: CodeTable) -> str:
    """
    Return the page of one table: what it means, what is known about it, every entry.
    """
    about = item.about
    facts = [
        ("standard", escape(_standard(about)) or "none"),
        ("extent", "complete" if about.complete else "fragment: more entries exist than are listed here"),
        ("speaks from", about.since or "not dated"),
        ("horizon", about.horizon or "does not change with time"),
        ("verified on", about.verified_on),
        ("confidence", about.confidence.value),
        ("licence of the source data", escape(about.licence) or "not stated"),
        ("codes, dated rows", f"{len(item)}, {len(item.content.entries)}"),
    ]
    sources = [(code(source.key), escape(source.title), escape(source.licence)) for source in about.sources]
    return page(
        f"{item.name}: {about.title.zh}",
        f"{escape(about.title.en)}. Use `credrules.codes.{item.name}`.",
        table(("fact", "value"), facts),
        f"## Notes\n\n{_lines(about.notes.zh)}\n\n{_lines(about.notes.en)}",
        "## Sources\n\n" + table(("key", "title", "licence"), sources),
        "## Entries\n\n" + "\n\n".join(_entries(item)),
    )


def _standard(about: About) -> str:
    return " ".join(part for part in (about.standard, about.edition) if part)


def _lines(text: str) -> str:
    return "  \n".join(escape(line) for line in text.splitlines()) or "None."


def _entries(item: CodeTable) -> Iterable[str]:
    columns = _columns(item)
    rows = item.content.entries
    if len(rows) < _LARGE:
        yield _list(rows, columns, item.about)
        return
    groups: dict[str, list[Entry]] = {}
    for row in rows:
        groups.setdefault(_top(item, row), []).append(row)
    for top, members in groups.items():
        heading = item.get(top)
        title = f"{top} {heading.name}" if heading is not None else top
        yield f"### {escape(title)}\n\n{_list(members, columns, item.about)}"


def _top(item: CodeTable, row: Entry) -> str:
    above = item.ancestors(row.code)
    return above[-1].code if above else row.code


def _columns(item: CodeTable) -> tuple[str, ...]:
    # Columns that are empty throughout would only widen the page.
    rows = [row.to_row() for row in item.content.entries]
    names = [name for name in rows[0] if name not in {"code", "name", "status", "confidence", "source"}]
    return tuple(name for name in names if any(row[name] for row in rows))


def _list(rows: Sequence[Entry], columns: Sequence[str], about: About) -> str:
    labels = [about.columns[name].en if name in about.columns else name.replace("_", " ") for name in columns]
    shown = []
    for row in rows:
        plain = row.to_row()
        cells = [escape(str(plain[name]).replace(";", "; ")) for name in columns]
        doubt = [row.confidence.value] + ([row.status.value] if row.status is not Status.STANDARD else [])
        shown.append((code(row.code), escape(row.name), *cells, ", ".join(doubt), escape(row.source)))
    return table(("code", "name", *labels, "confidence", "source"), shown)
