"""
Continuing education: random audits with their explanations, and results turned into hours.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from credrules import hours
from tools.comparing import told
from tools.comparing.slips import Rng, odd, slip
from tools.comparing.told import LANGUAGES, Facets
from tools.comparing.world import Case, World

_SUBJECTS: Final = ("公需", "专业", "选修", "GENERAL", "公需科目", "专业课", "", None, "其他")
_AMOUNTS: Final = (6, 12, 18, 24, 30, 42, 60, "12", "18学时", "7.5", "1天", 0, -3, "三十", None, 1000)
_TAGS: Final = ("", "", "", "online", "government", "credit_bank", "甲")


def _entries(rng: Rng, year: int) -> list[object]:
    if rng.random() < 0.4:
        # A year as it should be, more or less.
        amounts = [rng.choice((12, 18, 24, 30)), rng.choice((42, 60, 72)), rng.choice((6, 12, 18))]
        return [("p1", year, subject, amount) for subject, amount in zip(_SUBJECTS, amounts, strict=False)]
    return [_entry(rng, year) for _ in range(rng.randint(0, 8))]


def _entry(rng: Rng, year: int) -> object:
    found = rng.choice((year, year, year, year - 1, year + 1))
    subject, amount, person = (
        rng.choice(_SUBJECTS),
        rng.choice(_AMOUNTS),
        rng.choice(("p1", "p1", "p1", "p1", "p1", None, "p2")),
    )
    draw = rng.random()
    if draw < 0.4:
        return (person, found, subject, amount)
    if draw < 0.95:
        row = {
            "人员": "p1", "年度": found, "科目": subject, "学时": amount, "课程": f"课程{rng.choice('甲乙丙丁')}",
            "tags": rng.choice(_TAGS), "认定": rng.choice((None, True, False, "是", "否")),
        }  # fmt: skip
        return {key: slip(rng, cell) if rng.random() < 0.05 else cell for key, cell in row.items()}
    return odd(rng)


def audits(world: World) -> Iterator[Case]:
    """
    Ask for audits of random entries by every requirement there is, and for the requirement of places and years.
    """
    rules = world.table("hours/requirements")
    for number in range(world.share(8)):
        rng = world.rng("audits", number)
        row = rng.choice(rules)
        year = int(rng.choice((row["since"][:4], row["until"][:4], "2012", "2016", "2023", "2025")) or 2023)
        facets = Facets()
        _found(facets, rng, row, year)
        entries = _entries(rng, year)
        rule = hours.REQUIREMENTS[row["id"]]
        _audited(facets, "audit", lambda: hours.audit(entries, requirement=rule, year=year))
        rows = [(f"p{place % 3}", *_bare(rng, year)) for place in range(rng.randint(0, 12))]
        facets.ask("audit_many", lambda: list(hours.audit_many(rows, requirement=rule)), _many)
        yield f"{number} {row['id']} {year}", facets


def _bare(rng: Rng, year: int) -> tuple[int, str, object]:
    return rng.choice((year, year, year + 1)), rng.choice(("公需", "专业", "选修")), rng.choice((6, 18, 24, 42, "12"))


def _found(facets: Facets, rng: Rng, row: dict[str, str], year: int) -> None:
    profession = rng.choice(row["professions"].split(";")) or None
    place = rng.choice((row["jurisdiction"], row["place"]))
    rule = facets.ask(
        "requirement", lambda: hours.requirement(place, year=year, profession=profession), lambda it: [it.id, repr(it)]
    )
    if rule is not None:
        _audited(facets, "audit of nothing", lambda: hours.audit([], requirement=rule))


def _audited(facets: Facets, name: str, call: Any) -> None:  # noqa: ANN401  # what makes the audit
    audit = facets.ask(name, call, _audit)
    if audit is not None:
        for lang in LANGUAGES:
            facets.ask(f"{name}, explained in {lang}", lambda: audit.explain(lang), str)
        facets.ask(f"{name}, html", lambda: audit.explain("zh")._repr_html_(), str)  # what a notebook calls


def _audit(audit: Any) -> object:  # noqa: ANN401  # an audit
    return {
        "passed": audit.passed,
        "decision": audit.decision.name,
        "totals": told.plain(audit.totals),
        "shortfalls": told.plain(audit.shortfalls),
        "least_additions": [told.plain(audit.least_additions()), repr(audit.least_additions())],
        "findings": told.findings(audit.findings),
        "repr": repr(audit),
    }


def _many(triples: Any) -> object:  # noqa: ANN401  # what `audit_many` yields
    return [[told.plain(person), year, _audit(audit)] for person, year, audit in triples]


def conversions(world: World) -> Iterator[Case]:
    """
    Ask what results are worth by every standard there is.
    """
    rules = world.table("hours/conversions")
    standards = sorted({row["standard"] for row in rules})
    for number in range(world.share(3)):
        rng = world.rng("conversions", number)
        row = rng.choice(rules)
        fields: dict[str, Any] = {
            "kind": row["kind"],
            "level": rng.choice((*row["levels"].split(";"), "")),
            "measure": rng.choice(("", *row["per"].split()[-1:], "hour", "piece")),
            "quantity": rng.choice((1, 1, 2, 3, "1.5", 40, 90, 10_000)),
            "rank": rng.choice((1, 1, 2, 3, 7)),
            "year": rng.choice((None, 2012, 2016, 2020, 2023, 2025)),
            "compulsory_done": rng.choice((None, True, False)),
            "days": rng.choice((None, None, 1, 3)),
            "rule": rng.choice(("", "", row["id"])),
        }
        standard = row["standard"] if rng.random() < 0.9 else rng.choice(standards)
        facets = Facets()
        activity = facets.ask("activity", lambda: hours.Activity(**fields), repr)
        if activity is not None:
            facets.ask("convert", lambda: hours.convert(activity, standard=standard), _conversion)
        yield f"{number} {row['id']} {standard}", facets
    for text in (
        "24学时",
        "3天",
        "公需30，专业42，选修18",
        "30+42+18",
        "三十学时",
        "",
        "半天",
        dt.date(2020, 1, 1),
        72,
    ):
        facets = Facets()
        facets.ask("read", lambda: hours.read(text))
        yield f"read {text}", facets


def _conversion(conversion: Any) -> object:  # noqa: ANN401  # what a result gives
    return {
        "decision": conversion.decision.name,
        "hours": told.plain(conversion.hours),
        "claimed": told.plain(conversion.claimed),
        "citation": conversion.citation,
        "findings": told.findings(conversion.findings),
        "repr": repr(conversion),
    }
