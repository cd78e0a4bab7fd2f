"""
Random applications for titles and skill grades: check, repair, routing, units, paper, and who may apply for what.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from credrules import eligibility
from credrules.systems import guangdong_titles, lianyungang
from tools.comparing import applicants, systems, told
from tools.comparing.samples import sample
from tools.comparing.slips import Rng, of_all_kinds
from tools.comparing.told import Facets
from tools.comparing.world import Case, World

_TITLES = sample("guangdong_titles")

TITLES_ON: Final = dt.date(2016, 7, 1)
WORKERS_ON: Final = dt.date(2018, 5, 3)

TITLE_SWITCHES: Final[tuple[dict[str, Any], ...]] = (
    {"store_after": "personnel_unit"},
    {"change_approver": "both"},
    {"refuse_change_while_open": True},
    {"require_generated_forms": True},
    {"licence_division": "440300"},
    {"assess_eligibility": False},
)
WORKER_SWITCHES: Final[tuple[dict[str, Any], ...]] = (
    {"trades": ("电工",)},
    {"senior_technicians": "with_technicians"},
    {"organs_since": 2012},
    {"enter_result_days": 10},
)


def title_files(world: World) -> Iterator[Case]:
    """
    Ask about files of applicants in Guangdong, and where and through whom one applies.
    """
    shipped = guangdong_titles.PROFILE.switch(units=_TITLES.UNITS)
    for number in range(world.share(12)):
        rng = world.rng("titles", number)
        kind, form = of_all_kinds(rng, applicants.title_file(world, rng))
        profile = systems.profile_of(rng, shipped, TITLE_SWITCHES)
        if rng.random() < 0.1:
            profile = guangdong_titles.FOSHAN_CHANCHENG
        facets = Facets()
        systems.checked(facets, guangdong_titles, form, number=number, on=TITLES_ON, profile=profile)
        _, committee = of_all_kinds(rng, applicants.committee(world, rng))
        facets.ask("route_system", lambda: guangdong_titles.route_system(committee, profile=profile))
        _, case = of_all_kinds(rng, applicants.unit_case(world, rng))
        facets.ask("choose_unit", lambda: guangdong_titles.choose_unit(case, units=_TITLES.UNITS))
        yield f"{number} {kind}", facets
    facets = Facets()
    for year in range(2014, 2022):
        facets.ask(f"policy {year}", lambda: guangdong_titles.policy(year), told.plain)
    facets.ask("requiredness", lambda: told.plain(guangdong_titles.requiredness()))
    yield "policies", facets


def workers(world: World) -> Iterator[Case]:
    """
    Ask about workers of Lianyungang and declarations of units, and about the days of the round.
    """
    earlier: Any = {}
    for number in range(world.share(12)):
        rng = world.rng("workers", number)
        kind, form = of_all_kinds(rng, applicants.worker(world, rng))
        profile = systems.profile_of(rng, lianyungang.PROFILE, WORKER_SWITCHES)
        facets = Facets()
        systems.checked(facets, lianyungang, form, number=number, on=WORKERS_ON, profile=profile)
        _about(facets, rng, form, earlier)
        earlier = form
        yield f"worker {number} {kind}", facets
    for number in range(world.share(4)):
        rng = world.rng("declarations", number)
        kind, form = of_all_kinds(rng, applicants.declaration(world, rng))
        profile = systems.profile_of(rng, lianyungang.PROFILE, WORKER_SWITCHES)
        facets = Facets()
        report = facets.ask("check_unit", lambda: lianyungang.check_unit(form, on=WORKERS_ON, profile=profile))
        if report is not None:
            facets.ask("repaired", report.repaired)
            facets.ask("in words", lambda: report, told.in_words)
        if report is not None and report.value is not None:
            registrations = report.value.registrations
            facets.ask("print_groups", lambda: lianyungang.print_groups(registrations, profile=profile), told.plain)
        yield f"unit {number} {kind}", facets
    yield "days", _days()


def _about(facets: Facets, rng: Rng, form: Any, earlier: Any) -> None:  # noqa: ANN401  # forms of any kind
    target = rng.choice(("技师", "高级技师", "高级工", "高工"))
    facets.ask("eligibility", lambda: lianyungang.eligibility(form, target=target, on=WORKERS_ON))
    facets.ask("revise", lambda: lianyungang.revise(earlier, form))
    skills = form.get("skills") if type(form) is dict else None
    if type(skills) is list and len(skills) > 1:
        facets.ask("compare", lambda: lianyungang.compare(skills[0], skills[1]))
        facets.ask("reconcile", lambda: lianyungang.reconcile(skills[:1], skills[1:]), told.plain)


def _days() -> Facets:
    facets = Facets()
    window = facets.ask("window", lambda: lianyungang.window(on=WORKERS_ON), told.plain)
    for offset in range(-5, 40):
        day = dt.date(2018, 4, 20) + dt.timedelta(days=offset)
        facets.ask(f"is_open {day}", lambda: lianyungang.is_open(day))
        facets.ask(f"working_days {day}", lambda: lianyungang.working_days(day, WORKERS_ON))
        for what in ("online", "paper"):
            facets.ask(f"late {what} {day}", lambda: None if window is None else window.late(day, what))
    facets.ask("requiredness", lambda: told.plain(lianyungang.requiredness()))
    return facets


def assessments(world: World) -> Iterator[Case]:
    """
    Ask who may apply for what: the questions of the catalogue, with slips in the facts and on other days.
    """
    asked = world.examples("eligibility.assess")
    for number in range(world.share(8)):
        rng = world.rng("eligibility", number)
        question = dict(rng.choice(asked))
        given = question.pop("facts")
        # Some questions of the catalogue give no facts but another object.
        kind, facts = of_all_kinds(rng, given) if type(given) is dict and given else ("odd", given)
        jurisdiction = question.pop("jurisdiction", "CN")
        on = question.pop("day", question.pop("on", "2024-05-01"))
        days = (on, dt.date(rng.randint(2010, 2026), rng.randint(1, 12), rng.randint(1, 28)))
        facets = Facets()
        for day in days:
            answer = facets.ask(
                f"assess {day}", lambda: eligibility.assess(facts, jurisdiction=jurisdiction, on=day, **question)
            )
            if answer is not None:
                facets.ask(f"plain {day}", lambda: answer, told.plain)
        yield f"{number} {kind}", facets
