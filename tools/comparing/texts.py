"""
Code tables, translations between them, identifiers, dates, texts, and the wording of the catalogue.
"""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Iterator
from typing import Any, Final

from credrules import catalogue, codes, text
from credrules.dates import PartialDate
from tools.comparing import people, told
from tools.comparing.slips import Rng, odd, slip
from tools.comparing.told import Facets
from tools.comparing.world import Case, World

_DAYS: Final = (None, dt.date(1990, 1, 1), dt.date(2012, 6, 1), dt.date(2025, 6, 30), dt.date(1970, 1, 1))
_PER_TABLE: Final = 40
_QUERIES: Final = ("gcs", "gong", "高级", "教师", "zhuang", "甲", "", "助里", "nn", "青秀")


def _handle(name: str) -> Any:  # noqa: ANN401  # a code table
    return getattr(codes, name.upper())


def tables(world: World) -> Iterator[Case]:
    """
    Ask every code table about its codes, its names and slips of these.
    """
    for name in world.tables("codetables"):
        table = _handle(name)
        facets = Facets()
        facets.ask("about", lambda: repr(table.about))
        facets.ask("rows", table.rows)
        for query in _QUERIES:
            facets.ask(f"search {query}", lambda: table.search(query), _matches)
        yield name, facets
        rows = world.table(f"codetables/{name}")
        rng = world.rng("tables", len(rows))
        for row in rng.sample(rows, min(len(rows), max(4, _PER_TABLE * world.count // 20_000))):
            yield f"{name} {row['code']}", _entry(rng, table, row)


def _matches(matches: Any) -> object:  # noqa: ANN401  # what a search finds
    return [match.entry.code for match in matches]


def _entry(rng: Rng, table: Any, row: dict[str, str]) -> Facets:  # noqa: ANN401  # a code table
    facets = Facets()
    on = rng.choice(_DAYS)
    known = [row["code"], row["name"], *(row.get("aliases") or "").split(";")[:2]]
    for number, value in enumerate((*known, *(slip(rng, item) for item in known[:3]), odd(rng))):
        report = facets.ask(f"check {number}", lambda: table.check(value, on=on))
        if report is not None:
            facets.ask(f"repaired {number}", report.repaired)
        facets.ask(f"find {number}", lambda: [item.code for item in table.find(value)])
    facets.ask("ancestors", lambda: [item.code for item in table.ancestors(row["code"])])
    facets.ask("children", lambda: [item.code for item in table.children(row["code"])])
    facets.ask("rank", lambda: table.rank(row["code"]))
    if on is not None:
        facets.ask("at", lambda: row["code"] in table.at(on))
    if hasattr(table, "successors"):
        facets.ask("successors", lambda: [item.code for item in table.successors(row["code"])])
        facets.ask("predecessors", lambda: [item.code for item in table.predecessors(row["code"])])
    return facets


def translations(world: World) -> Iterator[Case]:
    """
    Ask for translations of every entry between every pair of related tables, in both directions.
    """
    for pair in world.tables("codetables/relations"):
        first, second = pair.split("__")
        for source, target in ((first, second), (second, first)):
            rows = world.table(f"codetables/{source}")
            step = max(1, len(rows) // max(8, world.count // 20))
            for number, row in enumerate(rows[::step]):
                rng = world.rng(f"{source} {target}", number)
                yield f"{source} {target} {row['code']} {number}", _translated(rng, source, target, row)
    for number in range(10):
        rng = world.rng("pairs", number)
        source, target = rng.sample(world.tables("codetables"), 2)
        row = rng.choice(world.table(f"codetables/{source}"))
        yield f"{source} {target} {number}", _translated(rng, source, target, row)
    places = world.table("codetables/divisions")
    for number in range(world.share(4)):
        rng = world.rng("divisions", number)
        row = rng.choice(places)
        yield f"divisions {number} {row['code']}", _translated(rng, "divisions", "divisions", row)


def _translated(rng: Rng, source: str, target: str, row: dict[str, str]) -> Facets:
    facets = Facets()
    on = rng.choice(_DAYS)
    for name, value in (("code", row["code"]), ("name", row["name"]), ("slip", slip(rng, row["name"]))):
        facets.ask(name, lambda: codes.translate(value, _handle(source), _handle(target), on=on), _translation)
    return facets


def _translation(found: Any) -> object:  # noqa: ANN401  # a translation
    return {
        "entry": None if found.entry is None else found.entry.code,
        "counterparts": [
            [item.entry.code, item.relation.name, *(told.plain(getattr(item, name)) for name in _SAID)]
            for item in found.counterparts
        ],
        "findings": told.findings(found.findings),
    }


_SAID: Final = ("condition", "confidence", "source", "note")

# --- leaves ---------------------------------------------------------------------

_SEEDS: Final[dict[str, tuple[str, ...]]] = {
    "citizen_id": ("450000199307010014", "45000019930701001X", "450000930701001", "810000199408230021", "E12345678"),
    "uscc": ("91110000600037341L", "91350100M000100Y43", "12100000000018032B"),
    "org_code": ("PDY00001X", "PDY000018", "D2143569-X"),
    "mobile": ("13800000000", "+86 138 0000 0000", "008613800000000"),
    "landline": ("0771-0000000", "010-12345678-9", "07712345678"),
    "email": ("a@example.org", "zhang.san@example.com.cn", "A@Example.ORG"),
    "certificate_number": ("0312345", "桂职改字20120001号", "A-0001", "11111111"),
    "person_name": ("张三", "阿依古丽·买买提", "欧阳娜娜", "John Smith"),
}
_DATES: Final = (
    "1993年7月", "1993.07", "199307", "1993/7/1", "1993-07-01", "至今", "1993.1", "93.7", "34151", "一九九三年七月",
    "July 1993", "1993", "1993-13", "2001-02-30", "１９９３年",
)  # fmt: skip
_CELLS: Final = (199307, 19930701, 34151, 1993.1, 1993, 34151.5, dt.date(1993, 7, 1), None, True)
_VERBS: Final = ("normalize", "parse", "is_valid", "format", "mask")


def leaves(world: World) -> Iterator[Case]:
    """
    Ask identifiers, dates and texts about good values, slips, and objects nobody should pass.
    """
    for number in range(world.share(2)):
        rng = world.rng("leaves", number)
        facets = Facets()
        for name, seeds in _SEEDS.items():
            _identifier(
                facets, rng, name, _value(rng, _drawn(rng, name, (*seeds, *_texts(world, f"identifiers.{name}"))))
            )
        cell = rng.choice((*_DATES, *_CELLS, *_texts(world, "dates.check")))
        value = _value(rng, cell) if type(cell) is str else cell
        date1904 = rng.random() < 0.2
        facets.ask("date", lambda: PartialDate.check(value, date1904=date1904))
        words = _value(rng, rng.choice(("甲市第一中学", "张 三", "ABC　公司", "e\u0301", "ﬁne", "")))
        if type(words) is str:
            facets.ask("text", lambda: text.normalize(words))
        yield str(number), facets


def _texts(world: World, call: str) -> list[str]:
    values = (example.get("value") for example in world.examples(call))
    return [value for value in values if type(value) is str]


def _drawn(rng: Rng, name: str, seeds: tuple[str, ...]) -> str:
    if name == "citizen_id" and rng.random() < 0.3:
        born = dt.date(rng.randint(1930, 2010), rng.randint(1, 12), rng.randint(1, 28))
        return people.number_of(rng, born, male=rng.random() < 0.5)
    return rng.choice(seeds)


def _value(rng: Rng, seed: str) -> object:
    draw = rng.random()
    if draw < 0.2:
        return seed
    if draw < 0.85:
        once = slip(rng, seed)
        return slip(rng, once) if rng.random() < 0.3 else once
    return odd(rng)


def _identifier(facets: Facets, rng: Rng, name: str, value: object) -> None:
    module = importlib.import_module(f"credrules.identifiers.{name}")
    on = rng.choice(_DAYS)
    report = facets.ask(f"{name}.check", lambda: module.check(value, on=on))
    if report is not None:
        facets.ask(f"{name}.repaired", report.repaired)
        facets.ask(f"{name} in words", lambda: report, told.in_words)
    for verb in _VERBS:
        facets.ask(f"{name}.{verb}", lambda: getattr(module, verb)(value))


# --- the catalogue --------------------------------------------------------------

_ROW: Final = ("severity", "zh", "en", "citations", "evidence", "requirement", "since", "until")


def wording(world: World) -> Iterator[Case]:
    """
    Ask the catalogue for every row the older state has.
    """
    for row in world.rules():
        facets = Facets()
        rule = facets.ask("code", lambda: catalogue.RULES[row["code"]], lambda it: it.code)
        if rule is not None:
            for name in _ROW:
                facets.ask(name, lambda: getattr(rule, name))
        yield row["code"], facets
