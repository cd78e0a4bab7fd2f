"""
docs/eligibility.md and docs/eligibility/*.md: who may apply for what, where, by what, and what is not known.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from credrules.codes import TITLE_SERIES
from credrules.eligibility import (
    REQUIREMENTS,
    Cutoff,
    EligibilityRule,
    conventions,
    fact_rows,
    schemes,
    source_title,
)
from credrules.eligibility._data.places import ROWS as PLACES
from credrules.eligibility.judging import Demand
from credrules.eligibility.places import place_name
from credrules.eligibility.targets import Target
from credrules.eligibility.terms import CONDITIONS, Kind
from credrules.eligibility.wording import demand_words
from credrules.findings import Decision
from credrules.values import Confidence
from tools.documents.markdown import code, escape, page, table

SURE = {
    Confidence.HIGH: "high",
    Confidence.MEDIUM: "medium",
    Confidence.LOW: "low: never decides",
    None: "none: never decides",
}
KINDS = {
    "SENIORITY": "what counts as a year",
    "RETIRED": "who is kept out: retired",
    "CIVIL_SERVANT": "who is kept out: civil servants",
    "SKILLED_CLASS": "what a class of a technical school counts as",
}


def _asked(rule: EligibilityRule) -> Iterator[str]:
    wanted: list[Demand] = []
    if rule.education:
        wanted.append(Demand(Kind.EDUCATION, Decision.IN, ";".join(rule.education)))
    levels = rule.licences or ((rule.prior,) if rule.prior else ())
    wanted += [Demand(Kind.PRIOR_LEVEL, Decision.IN, level) for level in levels]
    if rule.level_months or rule.level_by:
        wanted.append(Demand(Kind.LEVEL_YEARS, Decision.IN, levels[0], rule.level_months))
    years = (("education", rule.education_months), ("total", rule.total_months), ("specialty", rule.specialty_months))
    wanted += [Demand(Kind.WORK_YEARS, Decision.IN, what, months) for what, months in years if months]
    if rule.total_by:
        wanted.append(Demand(Kind.WORK_YEARS, Decision.IN, "total_by"))
    wanted += [Demand(Kind.CONDITION, Decision.IN, name) for name in rule.conditions]
    if rule.special_cases:
        wanted.append(Demand(Kind.CONDITION, Decision.IN, ";".join(rule.special_cases)))
    for item in wanted:
        words = demand_words(item, rule)
        yield f"{escape(words.zh)} ({escape(words.en)})"
    yield from _more(rule)


def _more(rule: EligibilityRule) -> Iterator[str]:
    last, year = rule.assessments
    if last or year:
        yield f"annual assessments passed: {year or f'the last {last}'}"
    age, class_ = rule.age_education
    if age:
        yield f"under {age} years of age: {class_}"
    if rule.over_age:
        yield f"over {rule.over_age} years of age"
    if rule.full_time:
        yield "full-time study" + (" with the degree" if rule.with_degree else "")
    if rule.appointed:
        yield "years count from the appointment"
    if rule.after:
        yield {"EDUCATION": "work after graduation", "DEGREE": "work after the degree"}.get(
            rule.after, "work before a later graduation leaves it open"
        )
    if rule.trades:
        yield f"trades: {escape('、'.join(rule.trades))}"
    if rule.ground:
        yield f"a ground of exception, stated as {code(rule.id)}"
    for name in rule.unknown:
        yield f"**not known**: {demand_words(Demand(Kind.CONDITION, Decision.REVIEW, name, known=False), rule).en}"


def _cutoff(rule: EligibilityRule) -> str:
    return rule.cutoff.label.en if isinstance(rule.cutoff, Cutoff) else f"counted to {rule.cutoff}"


def _rule(rule: EligibilityRule) -> tuple[str, ...]:
    sources = "<br>".join(f"{key}: {escape(source_title(key))}" for key in rule.sources)
    told = [("wording", rule.words), ("names", "、".join(rule.names)), ("note", rule.note)]
    return (
        rule.key,
        rule.route.label.en,
        rule.dates.en,
        "<br>".join(_asked(rule)) or "nothing more",
        _cutoff(rule),
        "<br>".join(f"{name}: {escape(text)}" for name, text in told if text),
        escape(f"{rule.document_no} ({rule.document_note.en})" if rule.document_note.en else rule.document_no)
        or "not known",
        SURE[rule.confidence],
        sources,
    )


HEADINGS = ("row", "way", "in force", "asks for", "years", "as the source says", "document", "confidence", "sources")


def _name(jurisdiction: str, scheme: str) -> str:
    return f"eligibility/{jurisdiction}-{scheme}.md"


def _pairs() -> dict[tuple[str, str], list[EligibilityRule]]:
    found: dict[tuple[str, str], list[EligibilityRule]] = {}
    for rule in REQUIREMENTS.values():
        found.setdefault((rule.jurisdiction, rule.scheme), []).append(rule)
    return dict(sorted(found.items()))


def _page(pair: tuple[str, str], rules: list[EligibilityRule]) -> Callable[[], str]:
    def render() -> str:
        jurisdiction, scheme = pair
        told = schemes()[scheme]
        parts = []
        targets = sorted({target for rule in rules for target in rule.targets}, reverse=told.grade)
        for target in targets:
            label = Target((target,), grade=told.grade).label
            rows = [_rule(rule) for rule in rules if target in rule.targets]
            parts.append(f"## {label.zh} ({label.en}, {target})\n\n" + table(HEADINGS, rows))
        introduction = f"""
Each row is one alternative: any one that is met is enough. {told.label.zh} ({told.label.en}) in
{place_name(jurisdiction)} ({code(jurisdiction)}). A row of low or no confidence never decides.
"""
        return page(f"{place_name(jurisdiction)}：{told.label.zh}", introduction, *parts)

    return render


def index() -> str:
    """
    Return the page that lists places and schemes, the conventions and the conditions.
    """
    rows = [
        (
            f"[{jurisdiction}]({_name(jurisdiction, scheme)})",
            escape(place_name(jurisdiction)),
            escape(f"{schemes()[scheme].label.zh} ({scheme})"),
            str(len({rule.id for rule in rules})),
            str(sum(rule.decides for rule in rules)),
        )
        for (jurisdiction, scheme), rules in _pairs().items()
    ]
    told = [
        (item.id, item.jurisdiction, KINDS[kind], item.since.isoformat() if item.since else "", escape(item.note))
        for kind in KINDS
        for item in conventions(kind)
    ]
    conditions = [(code(name), escape(label.zh), label.en) for name, label in CONDITIONS.items()]
    introduction = """
Where conditions for titles and workers' grades are known. The nearest place
with a row in force is asked; a national row decides for the country and for
national examinations, and is a floor elsewhere. [Every row of the
facts](eligibility/rows.md) and what became of it; [what is not
known](eligibility/unknown.md).
"""
    return page(
        "Eligibility",
        introduction,
        table(("place", "name", "scheme", "rows", "alternatives that may decide"), rows),
        "## Conventions\n\n" + table(("row", "place", "what", "since", "says"), told),
        "## Conditions a host states\n\n"
        + table(("id", "Chinese", "English"), conditions)
        + "\n\n`*` answers every condition that is not named, but no assessment and no ground of an exception. "
        "A ground has the id of its row, such as `EL-018`.",
    )


def _why(id_: str, rules: list[EligibilityRule]) -> str:
    # A rule says by itself what it may do.
    rule = rules[0]
    parts = "" if len(rules) == 1 else f"{len(rules)} alternatives; "
    if rule.jurisdiction == "CN-unattributed":
        return f"{parts}the place is not named: never decides"
    if not rule.decides:
        return f"{parts}{SURE[rule.confidence]}; REVIEW, naming {id_}"
    if rule.approximate:
        years = ", ".join(map(str, rule.attested)) + (" on" if rule.attested_on else "")
        return (
            f"{parts}the period is approximate: decides in {years}"
            if years
            else f"{parts}the period is approximate and no source shows a year: REVIEW"
        )
    if rule.unknown:
        return (
            f"{parts}holds figures nobody knows ({', '.join(rule.unknown)}): OUT when a known figure fails, else REVIEW"
        )
    return f"{parts}decides" + (" where its ground is stated" if rule.ground else "")


def rows() -> str:
    """
    Return the page that accounts for every row of the facts.
    """
    by_id = {id_: list(group) for id_, group in itertools.groupby(REQUIREMENTS.values(), key=lambda rule: rule.id)}
    lines = []
    for row in fact_rows():
        rules = by_id.get(row.id, [])
        became = row.became
        if rules:
            became = f"[rule]({_name(rules[0].jurisdiction, rules[0].scheme).partition('/')[2]})"
        why = row.why or _why(row.id, rules)
        told = (row.id, became, escape(why), row.place, row.scheme, row.period, row.target, row.confidence)
        lines.append((*told[:3], *(escape(text) for text in told[3:]), " ".join(row.sources)))
    headings = ("row", "became", "why", "place", "scheme", "period", "target", "confidence", "sources")
    introduction = "Each row of the facts: a rule, a convention of counting, or a note, and why."
    return page("Eligibility: every row", introduction, table(headings, lines))


def unknown() -> str:
    """
    Return the page of what is not known: series and provinces without a row, figures, periods, weak rows.
    """
    all_rules = list(REQUIREMENTS.values())
    with_rules = {code_ for item in schemes().values() for code_ in item.series}
    series = [f"{escape(item.name)} ({item.code})" for item in TITLE_SERIES if item.code not in with_rules]
    here = {rule.jurisdiction for rule in all_rules}
    cities = sorted(f"{item['name']} ({item['jurisdiction']})" for item in PLACES if item["jurisdiction"].isdigit())
    provinces = [
        escape(item["name"])
        for item in PLACES
        if item["jurisdiction"] not in here and not item["jurisdiction"].isdigit()
    ]
    figures = [
        (rule.key, escape(place_name(rule.jurisdiction)), ", ".join(rule.unknown)) for rule in all_rules if rule.unknown
    ]
    periods = [
        (rule.key, escape(place_name(rule.jurisdiction)), rule.dates.en) for rule in all_rules if rule.approximate
    ]
    weak = [
        (rule.key, escape(place_name(rule.jurisdiction)), SURE[rule.confidence])
        for rule in all_rules
        if not rule.decides
    ]
    return page(
        "Eligibility: what is not known",
        "What the library does not know it says, and never fills in from another province or year.",
        "## Series without a row\n\n" + "、".join(series),
        "## Provinces without a row of their own\n\n"
        + "、".join(provinces)
        + "\n\nThere a national row is a floor. Of these, single cities have rows of their own: "
        + "、".join(cities),
        "## Figures that exist and that no source shows\n\n" + table(("row", "place", "not known"), figures),
        "## Periods that are only approximate\n\n" + table(("row", "place", "period"), periods),
        "## Rows that never decide\n\n" + table(("row", "place", "confidence"), weak),
    )


def pages() -> dict[str, Callable[[], str]]:
    """
    Return page name -> function that renders it.
    """
    return {
        "eligibility.md": index,
        "eligibility/rows.md": rows,
        "eligibility/unknown.md": unknown,
        **{_name(*pair): _page(pair, rules) for pair, rules in _pairs().items()},
    }
