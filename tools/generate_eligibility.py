"""
Write src/credrules/eligibility/_data/*.py from data/eligibility/.

``python tools/generate_eligibility.py`` writes, ``--check`` only compares and
exits with 1 when a byte differs. Rows that are not accounted for, duplicates,
rows out of order, rows without a source, unknown columns, places, schemes,
levels, conditions and words stop the generation (data/eligibility/README.md
describes the form).
"""

from __future__ import annotations

import itertools
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

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

SOURCE = ROOT / "data" / "eligibility"
TARGET = ROOT / "src" / "credrules" / "eligibility" / "_data"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "rules.csv": (
        "id", "part", "jurisdiction", "scheme", "targets", "names", "route", "since", "until", "attested",
        "approximate", "education", "full_time", "with_degree", "education_years", "prior", "level_years", "level_by",
        "counting", "level_from", "licences", "total_years", "total_by", "specialty_years", "after", "cutoff",
        "cutoff_unsure", "conditions", "trades", "assessments", "special_cases", "ground", "exception", "over_age",
        "age_education", "unknown", "confidence", "document_no", "document_note", "document_note_zh", "words",
        "sources", "verified_on", "note",
    ),
    "rows.csv": ("id", "became", "why", "place", "scheme", "period", "target", "confidence", "sources"),
    "conventions.csv": (
        "id", "kind", "jurisdiction", "schemes", "since", "until", "routes", "first_review", "last_review", "starts",
        "confidence", "note",
    ),
    "places.csv": ("jurisdiction", "division", "name", "name_en"),
    "schemes.csv": ("scheme", "kind", "label", "label_en", "series", "prior_series", "other_names"),
    "titles.csv": ("scheme", "name", "level"),
}  # fmt: skip
FILES = {*COLUMNS, "sources.toml", "README.md"}
OTHER_PLACES = {"CN", "CN-central", "CN-unattributed"}

EDUCATION = (
    "DOCTOR|MASTER|SECOND_BACHELOR|GRADUATE_CLASS|BACHELOR|COLLEGE|VOCATIONAL|SPECIALISED|UPPER_SECONDARY"
    "|LOWER_SECONDARY|ENGINEERING_MASTER|ENGINEERING_DOCTOR|MIDDLE_CLASS|HIGH_CLASS|TECHNICIAN_CLASS"
)
CONDITION = (
    "assessed|work_matches_study|results|continuing_education|same_trade|no_breach|in_post|trade_in_range"
    "|first_application|primary|primary_or_lower_secondary"
)
FIGURE = "education|prior|level_years|total_years|specialty_years"
LICENCE = "PHYSICIAN|RESIDENCY|VETERINARIAN|ECONOMIST_EQUIVALENT|ECONOMIST_CONDITIONAL"
ROUTE = "EXAM|REVIEW|EXAM_REVIEW|RECOGNISE|ASSESSMENT|CORRESPONDENCE|RECONFIRM"
YEARS = r"[0-9]+(\.[0-9]+)?"
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


def several(words: str) -> re.Pattern[str]:
    """Return a pattern for one or more of the words, `;` between them."""
    return re.compile(f"({words})(;({words}))*")


FORMS: Mapping[str, re.Pattern[str]] = {
    "id": re.compile("EL-[0-9]{3}"),
    "part": re.compile("[1-9][0-9]?"),
    "route": re.compile(ROUTE),
    "routes": several(ROUTE),
    "attested": re.compile(r"[0-9]{4}(;[0-9]{4})*|[0-9]{4}\.\."),
    "education": several(EDUCATION),
    "prior": re.compile("4[1-3][0-9]|[1-5]|G[1-5]"),
    "targets": several("4[1-3][0-9]|[1-5]"),
    "counting": re.compile("INCLUSIVE"),
    "level_from": re.compile("APPOINTED"),
    "licences": several(LICENCE),
    "after": re.compile("EDUCATION|DEGREE|MAYBE"),
    "cutoff": re.compile(f"DAY|YEAR_END|PREVIOUS_YEAR_END|{DAY}"),
    "conditions": several(CONDITION),
    "assessments": re.compile("last:[1-9]|year:[0-9]{4}"),
    "over_age": re.compile("[1-9][0-9]"),
    "age_education": re.compile(f"[1-9][0-9]:({EDUCATION})"),
    "unknown": several(FIGURE),
    "confidence": re.compile("high|medium|low|none"),
    "became": re.compile("rule|convention|note"),
    "starts": re.compile("ON_THE_DAY|BEFORE_THE_YEAR|YEAR_AFTER_REVIEW|REVIEW_YEAR|DAY|DAY_OR_YEAR_AFTER"),
    "kind": re.compile("TITLE|GRADE|SENIORITY|RETIRED|CIVIL_SERVANT|SKILLED_CLASS"),
    "level": re.compile("4[1-3][0-9]"),
    **dict.fromkeys(("level_years", "total_years", "specialty_years", "education_years"), re.compile(YEARS)),
    **dict.fromkeys(("level_by", "total_by"), re.compile(DAY)),
    **dict.fromkeys(
        ("approximate", "full_time", "with_degree", "ground", "exception", "cutoff_unsure"), re.compile("yes")
    ),
}
DATED = frozenset({"since", "until", "level_by", "total_by", "verified_on"})


def cell_problems(row: Row) -> Iterable[str]:
    """Yield what is wrong with the cells of one row by themselves."""
    for column, cell in row.items():
        if cell != cell.strip() or any(sign in cell for sign in '\\\n\r"'):
            yield f"cell {column}: {cell!r}"
        form = FORMS.get(column)
        badly_formed = form is not None and not form.fullmatch(cell)
        if cell and (badly_formed or (column in DATED and not is_date(cell))):
            yield f"{column} {cell!r}"
    if (row.get("since") or "0000") > (row.get("until") or "9999"):
        yield "ends before it begins"


def order_problems(keys: Iterable[tuple[str, ...]], name: str) -> Iterable[str]:
    """Yield keys that stand twice or out of order."""
    for before, after in itertools.pairwise(keys):
        if before == after:
            yield f"{name}: {' '.join(after)} twice"
        elif before > after:
            yield f"{name}: {' '.join(after)} stands out of order"


def rule_problems(rows: list[Row], places: set[str], schemes: Mapping[str, Row]) -> Iterable[str]:
    """Yield what is wrong among rules: places, schemes, targets of another kind, what lacks or contradicts."""
    for row in rows:
        name = f"{row['id']} {row['part']}".strip()
        if row["jurisdiction"] not in places | OTHER_PLACES:
            yield f"{name}: unknown jurisdiction {row['jurisdiction']}"
        scheme = schemes.get(row["scheme"])
        if scheme is None:
            yield f"{name}: unknown scheme {row['scheme']}"
        elif any((len(target) == 1) is not (scheme["kind"] == "GRADE") for target in row["targets"].split(";")):
            yield f"{name}: a target of another kind than its scheme"
        needed = ("confidence", "cutoff", "targets", "sources", "verified_on")
        yield from (f"{name}: no {column}" for column in needed if not row[column])
        if row["level_years"] and not (row["prior"] or row["licences"]):
            yield f"{name}: years in no level"
        if row["after"] and not row["specialty_years"]:
            yield f"{name}: years after an education, but none asked"
        if row["attested"] and not row["approximate"]:
            yield f"{name}: years are attested of an approximate period only"


def double_problems(rows: list[Row]) -> Iterable[str]:
    """Yield rules that say the same, and parts of a row that do not count from one."""
    seen: dict[tuple[str, ...], str] = {}
    for row in rows:
        name = f"{row['id']} {row['part']}".strip()
        key = tuple(cell for column, cell in row.items() if column not in {"id", "part", "sources", "note", "words"})
        if key in seen and not row["ground"] and row["confidence"] in {"high", "medium"}:
            yield f"{name} and {seen[key]} say the same"
        seen[key] = name
    for id_, group in itertools.groupby(rows, key=lambda row: row["id"]):
        parts = [row["part"] for row in group]
        if parts != ([""] if len(parts) == 1 else [str(number) for number in range(1, len(parts) + 1)]):
            yield f"{id_}: parts {parts}"


def account_problems(rows: list[Row], rules: list[Row], conventions: list[Row]) -> Iterable[str]:
    """Yield rows of the facts that are not accounted for, or are said to have become what they have not."""
    for number, row in enumerate(rows, 1):
        if row["id"] != f"EL-{number:03}":
            yield f"rows.csv: {row['id']} where EL-{number:03} is due"
        if (row["became"] == "rule") is bool(row["why"]):
            yield f"rows.csv: {row['id']}: a note or a convention needs its reason, a rule says it by itself"
    for became, ids in (("rule", {row["id"] for row in rules}), ("convention", {row["id"] for row in conventions})):
        said = {row["id"] for row in rows if row["became"] == became}
        yield from (f"rows.csv: {name} and {became}s disagree" for name in sorted(said ^ ids))
    told = {row["id"]: row["confidence"] for row in rows}
    for row in [*rules, *conventions]:
        if told.get(row["id"]) != row["confidence"]:
            yield f"{row['id']}: confidence {row['confidence']}, but {told.get(row['id'])} in rows.csv"


def source_problems(rows: Iterable[Row], known: set[str]) -> Iterable[str]:
    """Yield unknown sources and sources that support no row."""
    cited: set[str] = set()
    for row in rows:
        keys = set(row["sources"].split())
        if not keys:
            yield f"{row['id']}: no source"
        yield from (f"{row['id']}: unknown source {key}" for key in sorted(keys - known))
        cited |= keys
    yield from (f"source {key} supports no row" for key in sorted(known - cited))


def half_told(row: Row) -> bool:
    """Return whether a note on the document is given in one language only."""
    return bool(row["document_note"]) is not bool(row["document_note_zh"])


def build(source: Path = SOURCE) -> dict[str, str]:
    """Return file name -> text of every generated module; BadDataError says all problems at once."""
    texts = {path.name: path.read_bytes().decode("utf-8") for path in sorted(source.iterdir())}
    if texts.keys() - FILES:
        raise BadDataError(f"files that are not read: {sorted(texts.keys() - FILES)}")
    sources = tomllib.loads(texts["sources.toml"])
    if sources.keys() != {"source"} or any(item.keys() != {"title", "title_zh"} for item in sources["source"].values()):
        raise BadDataError("sources.toml: unknown or missing keys")
    tables = {name: read_rows(texts[name], columns, name) for name, columns in COLUMNS.items()}
    rules, rows, conventions = tables["rules.csv"], tables["rows.csv"], tables["conventions.csv"]
    schemes = {row["scheme"]: row for row in tables["schemes.csv"]}
    problems = [
        f"{name}: {row.get('id') or next(iter(row.values()))}: {item}"
        for name, table in tables.items()
        for row in table
        for item in cell_problems(row)
    ]
    problems += order_problems([(row["id"], row["part"].rjust(2)) for row in rules], "rules.csv")
    problems += order_problems([(row["id"], row["kind"]) for row in conventions], "conventions.csv")
    problems += order_problems([(row["jurisdiction"],) for row in tables["places.csv"]], "places.csv")
    problems += order_problems([(row["scheme"],) for row in tables["schemes.csv"]], "schemes.csv")
    problems += order_problems([(row["scheme"], row["name"]) for row in tables["titles.csv"]], "titles.csv")
    problems += [f"titles.csv: {row['scheme']}" for row in tables["titles.csv"] if row["scheme"] not in schemes]
    problems += rule_problems(rules, {row["jurisdiction"] for row in tables["places.csv"]}, schemes)
    problems += double_problems(rules)
    problems += account_problems(rows, rules, conventions)
    problems += source_problems([*rules, *rows], set(sources["source"]))
    problems += [f"rules.csv: {row['id']}: document_note in one language" for row in rules if half_told(row)]
    if problems:
        raise BadDataError("\n  ".join(problems[:40]))
    named = ("rules.csv", "rows.csv", "conventions.csv", "places.csv", "schemes.csv", "titles.csv")
    titles = {
        "rules.csv": "Rules of eligibility, one dict per alternative without its empty cells.",
        "rows.csv": "What became of every row of the facts.",
        "conventions.csv": "What counts as a year, who is kept out, and what a class of a technical school counts as.",
        "places.csv": "Jurisdictions with their division codes and names.",
        "schemes.csv": "Schemes: which series they are and what they are called.",
        "titles.csv": "Names of titles whose level a scheme fixes.",
    }
    files = {"__init__.py": '"""\nGenerated rules of eligibility, decoded when first asked for.\n"""\n'}
    for name in named:
        file = name.replace(".csv", ".py")
        files[file] = module(
            GENERATOR,
            titles[name],
            f"data/eligibility/{name}",
            digest(texts[name]),
            {"ROWS": full(tables[name])},
        )
    files["sources.py"] = module(
        GENERATOR,
        "What the rules were read in.",
        "data/eligibility/sources.toml",
        digest(texts["sources.toml"]),
        {"SOURCES": {key: (item["title_zh"], item["title"]) for key, item in sorted(sources["source"].items())}},
    )
    return files


def main(arguments: list[str]) -> int:
    """Write or compare; return the exit status."""
    return write_or_compare(build, TARGET, arguments)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
