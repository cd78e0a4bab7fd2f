"""
Write src/credrules/hours/_data/*.py from data/hours/.

``python tools/generate_hours.py`` writes, ``--check`` only compares and exits
with 1 when a byte differs. Duplicates, rows out of order, rows without a
source, two rows in force for the same people that do not name each other,
unknown columns, keys, words and references, and figures that are no numbers
stop the generation (data/hours/README.md tells the form).
"""

from __future__ import annotations

import itertools
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GENERATOR = Path(__file__).name
sys.path.insert(0, str(ROOT))

from tools.authored import (  # noqa: E402  # found once the root is on the path
    BadDataError,
    Row,
    digest,
    full,
    is_date,
    module,
    read_rows,
    write_or_compare,
)

SOURCE = ROOT / "data" / "hours"
TARGET = ROOT / "src" / "credrules" / "hours" / "_data"

REQUIREMENT_COLUMNS = (
    "id", "jurisdiction", "place", "authority", "professions", "grades", "since", "until", "assumed", "attested",
    "window", "cycle", "unit", "total", "general", "professional", "elective", "share", "share_base", "minima", "caps",
    "each_year", "last_year", "surplus", "carry_over", "minutes_per_hour", "hours_per_day", "deadlines", "yields_to",
    "coexists", "published", "document_no", "document", "clause", "confidence", "verified_on", "sources", "note",
)  # fmt: skip
CONVERSION_COLUMNS = (
    "id", "standard", "kind", "levels", "label", "condition", "since", "until", "formula", "value", "per", "ranks",
    "bonuses", "least", "item_cap", "day_cap", "year_cap", "cycle_cap", "path", "path_cap", "unit", "subject", "tag",
    "once", "precondition", "document_no", "document", "clause", "confidence", "sources", "note",
)  # fmt: skip
STANDARD_KEYS = {"jurisdiction", "place", "authority", "professions", "document_no", "document", "attributed"}
SOURCE_KEYS = {"title", "title_zh", "attests"}
FILES = {
    "requirements.csv",
    "conversions.csv",
    "places.csv",
    "professions.csv",
    "standards.toml",
    "sources.toml",
    "README.md",
}
NOWHERE = "CN-unattributed"
COUNTRY = "CN"

SUBJECT = "(?:general|professional|elective)"
NUMBER = r"[0-9]+(?:\.[0-9]+)?"
TAG = "[a-z][a-z0-9_]*"
MINIMUM = re.compile(rf"(?:{SUBJECT}(?:\+{SUBJECT})*)?(?:#{TAG})?={NUMBER}")
CAP = rf"(?:{SUBJECT})?(?:#{TAG})?={NUMBER}@(?:year|cycle)"
RANK_LIST = rf"{NUMBER}\*?(?:,{NUMBER}\*?)*"
FORMS: Mapping[str, re.Pattern[str]] = {
    "id": re.compile(r"[A-Z][A-Za-z0-9-]+"),
    "assumed": re.compile("(since|until|document)(;(since|until|document))*"),
    "attested": re.compile(r"[0-9]{4}(;[0-9]{4})*"),
    "window": re.compile(r"[0-9]{4}\.\.[0-9]{4}"),
    "cycle": re.compile("[1-9][0-9]?"),
    "unit": re.compile("hours|credits"),
    "share": re.compile("[1-9][0-9]*/[1-9][0-9]*"),
    "share_base": re.compile("required|done|unstated"),
    "minima": re.compile(rf"{MINIMUM.pattern}(;{MINIMUM.pattern})*"),
    "caps": re.compile(rf"{CAP}(;{CAP})*"),
    "each_year": re.compile(rf"(total|{SUBJECT})={NUMBER}(;(total|{SUBJECT})={NUMBER})*"),
    "last_year": re.compile(rf"(total|{SUBJECT})={NUMBER}(;(total|{SUBJECT})={NUMBER})*"),
    "surplus": re.compile(f"{TAG}:{SUBJECT}"),
    "carry_over": re.compile(
        "none|within_cycle|within_title_term|postpone_with_proof|makeup_window|limited:[0-9]+"
    ),
    "deadlines": re.compile(rf"{SUBJECT}:\+1-[0-9]{{2}}-[0-9]{{2}}(;{SUBJECT}:\+1-[0-9]{{2}}-[0-9]{{2}})*"),
    "confidence": re.compile("high|medium|low"),
    "formula": re.compile(
        "fixed|per_unit|multiplier|rank_table|cap|threshold|step|range|equivalent_full|reduced_target|authority_decides"
    ),
    "per": re.compile(rf"{NUMBER} (item|day|half_day|half_year|year|hour|minute|character|credit)"),
    "ranks": re.compile(rf"({RANK_LIST}|{TAG}:{RANK_LIST}(;{TAG}:{RANK_LIST})*)"),
    "bonuses": re.compile(rf"{TAG}:{NUMBER}(;{TAG}:{NUMBER})*"),
    "least": re.compile(rf"{NUMBER}(\.\.{NUMBER})?"),
    "value": re.compile(rf"{NUMBER}(\.\.{NUMBER})?"),
    "kind": re.compile(TAG),
    "levels": re.compile(rf"{TAG}(;{TAG})*"),
    "tag": re.compile(TAG),
    "subject": re.compile(SUBJECT),
    "path": re.compile("[A-Z]"),
    "once": re.compile("yes"),
    "precondition": re.compile("compulsory"),
    **dict.fromkeys(
        ("total", "general", "professional", "elective", "minutes_per_hour", "hours_per_day", "item_cap", "day_cap",
         "year_cap", "cycle_cap", "path_cap"),
        re.compile(NUMBER),
    ),
}  # fmt: skip


def cell_problems(row: Row, sources: set[str]) -> Iterable[str]:
    """Yield what is wrong with the cells of one row by themselves."""
    for column, cell in row.items():
        if cell != cell.strip() or any(sign in cell for sign in '\\\n\r"') or cell == "-":
            yield f"cell {column}: {cell!r}"
        form = FORMS.get(column)
        if cell and form is not None and not form.fullmatch(cell):
            yield f"{column} {cell!r}"
        if cell and column in {"since", "until", "published", "verified_on"} and not is_date(cell):
            yield f"{column} {cell!r}"
    if (row["since"] or "0000") > (row["until"] or "9999"):
        yield "ends before it begins"
    if not row["sources"]:
        yield "no source"
    yield from (f"unknown source {key}" for key in row["sources"].split() if key not in sources)


def order_problems(rows: list[Row]) -> Iterable[str]:
    """Yield rows out of order and ids that stand twice."""
    for before, after in itertools.pairwise(row["id"] for row in rows):
        if before == after:
            yield f"{after} twice"
        elif before > after:
            yield f"{after} stands out of order"


def together(first: Row, second: Row) -> bool:
    """Tell whether two requirements were in force at one time for the same people, as far as their dates tell."""
    if first["jurisdiction"] != second["jurisdiction"] or first["jurisdiction"] == NOWHERE:
        return False
    for column in ("professions", "grades"):
        one, two = set(first[column].split(";")), set(second[column].split(";"))
        if not one & two and not (column == "grades" and "" in one | two):
            return False
    if not all(row["since"] or row["until"] for row in (first, second)):
        return False
    # Texts of different precision: a bare year ends after all its days.
    ends = [(row["since"] or "0000", (row["until"] or "9999") + "~") for row in (first, second)]
    return ends[0][0] <= ends[1][1] and ends[1][0] <= ends[0][1]


def requirement_problems(rows: list[Row], places: set[str]) -> Iterable[str]:
    """Yield what is wrong among requirements: places, references, undeclared overlaps, minima that cross."""
    ids = {row["id"] for row in rows}
    for row in rows:
        if row["jurisdiction"] not in places | {NOWHERE, COUNTRY}:
            yield f"{row['id']}: unknown jurisdiction {row['jurisdiction']}"
        if bool(row["share"]) != bool(row["share_base"]):
            yield f"{row['id']}: a share needs its base"
        if not row["unit"] or not row["confidence"] or not row["place"]:
            yield f"{row['id']}: unit, confidence and place are needed"
        if not row["verified_on"] and row["confidence"] != "low":
            yield f"{row['id']}: a row nobody compared with a source (no verified_on) is of low confidence"
        for column in ("yields_to", "coexists"):
            yield from (f"{row['id']}: {column} {key}" for key in row[column].split(";") if key and key not in ids)
    for first, second in itertools.combinations(rows, 2):
        known = {first["id"], second["id"]} & {
            *first["yields_to"].split(";"), *second["yields_to"].split(";"),
            *first["coexists"].split(";"), *second["coexists"].split(";"),
        }  # fmt: skip
        if together(first, second) and not known:
            yield f"{first['id']} and {second['id']} are in force together and do not name each other"


def profession_problems(others: list[Row], rows: list[Row]) -> Iterable[str]:
    """Yield other names of professions that no requirement has, or that are a requirement's own name."""
    own = {name for row in rows for name in row["professions"].split(";")}
    yield from order_problems([{"id": f"{row['name']},{row['profession']}"} for row in others])
    for row in others:
        if row["profession"] not in own or row["name"] in own:
            yield f"professions.csv: {row['name']} for {row['profession']}"


def conversion_problems(rows: list[Row], standards: set[str]) -> Iterable[str]:
    """Yield what is wrong among conversions: unknown standards, figures that a formula needs, doubles."""
    seen: dict[tuple[str, ...], str] = {}
    for row in rows:
        if row["standard"] not in standards:
            yield f"{row['id']}: unknown standard {row['standard']}"
        needs = {"rank_table": "ranks", "cap": "", "authority_decides": "", "equivalent_full": ""}
        column = needs.get(row["formula"], "value")
        if not row["kind"] or not row["label"] or not row["formula"] or (column and not row[column]):
            yield f"{row['id']}: kind, label, formula and {column or 'no figure'} are needed"
        key = tuple(row[name] for name in ("standard", "kind", "levels", "since", "until"))
        if key in seen:
            yield f"{row['id']} and {seen[key]} are for the same activity"
        seen[key] = row["id"]
    yield from (f"standard {name} has no rule" for name in sorted(standards - {row["standard"] for row in rows}))


def check_keys(tables: Mapping[str, Mapping[str, Any]], keys: set[str], where: str) -> None:
    """Refuse TOML tables that lack a key or have another."""
    wrong = [f"{name}: {sorted(keys ^ table.keys())}" for name, table in tables.items() if keys != table.keys()]
    if wrong:
        raise BadDataError(f"{where}: missing or unknown keys: {'; '.join(wrong)}")


def other_names(others: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """Return each other name, in lower case, with the professions it may mean."""
    names: dict[str, tuple[str, ...]] = {}
    for row in others:
        key = row["name"].casefold()
        names[key] = (*names.get(key, ()), row["profession"])
    return names


def build(source: Path = SOURCE) -> dict[str, str]:
    """Return file name -> text of every generated module; BadDataError tells all problems of a file at once."""
    texts = {path.name: path.read_bytes().decode("utf-8") for path in sorted(source.iterdir())}
    unknown = texts.keys() - FILES
    if unknown:
        raise BadDataError(f"nobody reads {sorted(unknown)}")
    sources = tomllib.loads(texts["sources.toml"])
    about = tomllib.loads(texts["standards.toml"])
    if sources.keys() != {"source"} or about.keys() != {"horizon", "verified_on", "standard"}:
        raise BadDataError("sources.toml, standards.toml: unknown or missing keys")
    check_keys(sources["source"], SOURCE_KEYS, "sources.toml")
    check_keys(about["standard"], STANDARD_KEYS, "standards.toml")
    places = read_rows(texts["places.csv"], ("jurisdiction", "division", "name_en", "names"), "places.csv")
    others = read_rows(texts["professions.csv"], ("name", "profession"), "professions.csv")
    requirements = read_rows(texts["requirements.csv"], REQUIREMENT_COLUMNS, "requirements.csv")
    conversions = read_rows(texts["conversions.csv"], CONVERSION_COLUMNS, "conversions.csv")
    known = set(sources["source"])
    problems = [f"{row['id']}: {item}" for row in [*requirements, *conversions] for item in cell_problems(row, known)]
    problems += [*order_problems(requirements), *order_problems(conversions)]
    problems += requirement_problems(requirements, {row["jurisdiction"] for row in places})
    problems += conversion_problems(conversions, set(about["standard"]))
    problems += order_problems([{"id": row["jurisdiction"]} for row in places])
    problems += profession_problems(others, requirements)
    cited = {key for row in [*requirements, *conversions] for key in row["sources"].split()}
    problems += [f"source {key} supports no row" for key in sorted(known - cited)]
    if problems:
        raise BadDataError("\n  ".join(problems[:40]))
    titles = {key: (item["title_zh"], item["title"]) for key, item in sources["source"].items()}
    standards = {
        key: {**item, "professions": tuple(item["professions"])} for key, item in sorted(about["standard"].items())
    }
    return {
        "__init__.py": '"""\nGenerated requirements and conversions, decoded when first asked for.\n"""\n',
        "requirements.py": module(
            GENERATOR,
            "Requirements of continuing education, one dict per row without its empty cells.",
            "data/hours/requirements.csv",
            digest(texts["requirements.csv"], texts["standards.toml"]),
            {"HORIZON": about["horizon"], "ROWS": full(requirements)},
        ),
        "conversions.py": module(
            GENERATOR,
            "Standards and rules by which results become hours.",
            "data/hours/conversions.csv",
            digest(texts["conversions.csv"], texts["standards.toml"]),
            {"VERIFIED_ON": about["verified_on"].isoformat(), "STANDARDS": standards, "ROWS": full(conversions)},
        ),
        "places.py": module(
            GENERATOR,
            "Division code -> jurisdiction, and English name -> jurisdiction.",
            "data/hours/places.csv",
            digest(texts["places.csv"]),
            {
                "PLACES": {row["division"]: row["jurisdiction"] for row in places},
                "NAMES": {
                    name.casefold(): row["jurisdiction"]
                    for row in places
                    for name in (row["name_en"], *row["names"].split(";"))
                    if name
                },
            },
        ),
        "professions.py": module(
            GENERATOR,
            "Other name of a profession -> the names requirements use.",
            "data/hours/professions.csv",
            digest(texts["professions.csv"]),
            {"PROFESSIONS": other_names(others)},
        ),
        "sources.py": module(
            GENERATOR,
            "What the figures were read in.",
            "data/hours/sources.toml",
            digest(texts["sources.toml"]),
            {"SOURCES": titles},
        ),
    }


def main(arguments: list[str]) -> int:
    """Write or compare; return the exit status."""
    return write_or_compare(build, TARGET, arguments)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
