"""
Random forms of the two systems: check, repair, scope, submission, year, and what else a form is asked.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Any, Final

from credrules.systems import guangdong_learning, guangxi
from tools.comparing import people, told
from tools.comparing.slips import Rng, of_all_kinds
from tools.comparing.told import Facets
from tools.comparing.world import Case, World

ON: Final = dt.date(2012, 6, 1)
_DAYS: Final = (ON, ON, ON, dt.date(2012, 3, 1), dt.date(2013, 12, 31), dt.datetime(2012, 6, 1, 8, 30))  # noqa: DTZ001  # as given
_STREAM: Final = 100

GUANGXI_SWITCHES: Final[tuple[dict[str, Any], ...]] = (
    {"seal_rule": "A or (B and C)"},
    {"collect_retired": True},
    {"health_boundary": "strict"},
    {"control_number_since": 2012},
    {"open_lists": True},
    {"backup_required": True},
)
LEARNING_SWITCHES: Final[tuple[dict[str, Any], ...]] = (
    {"electives_locked": False},
    {"treat_jpeg_as_jpg": True},
    {"kb": 1000},
    {"carry_over": True},
    {"sealed_cities": ("440100", "441800")},
    {"majors": ("计算机应用",), "occupations": ("软件工程", "会计")},
    {"jurisdiction": "CN-ALL"},
)
_REQUIRED: Final = ("Basic.email", "TitleCertificate.control_number", "Honour.honour_title")


def profile_of(rng: Rng, shipped: Any, switches: tuple[dict[str, Any], ...]) -> Any:  # noqa: ANN401  # a profile of a system
    """
    Return the shipped profile or one with another switch.
    """
    draw = rng.random()
    if draw < 0.75:
        return shipped
    return shipped.switch(**rng.choice(switches))


def checked(  # what makes a check
    facets: Facets,
    module: Any,  # noqa: ANN401  # a system's package
    form: object,
    *,
    number: int,
    on: dt.date,
    profile: Any,  # noqa: ANN401  # a profile of it
) -> Any:  # noqa: ANN401  # the report
    """
    Ask the questions that every system is asked (the dear ones of some forms only); return the report.
    """
    report = facets.ask("check", lambda: module.check(form, on=on, profile=profile))
    if report is None:
        return None
    if number % 3 == 0:
        facets.ask("in words", lambda: report, told.in_words)
    if any(item.suggestion is not None for item in report.findings) or number % 5 == 0:
        facets.ask("repaired", report.repaired)
    if report.value is not None:
        value = report.value
        data = facets.ask("unstructure", lambda: module.unstructure(value))
        if number % 3 == 0:
            facets.ask("in Chinese", lambda: module.unstructure(value, labels="zh"))
            facets.ask("structure", lambda: module.structure(data) == value)
        if number % 4 == 0:
            facets.ask("check the record", lambda: module.check(value, on=on, profile=profile))
    return report


def _codes(reports: Any) -> object:  # noqa: ANN401  # reports of any system
    return [[(item.code, list(item.path)) for item in report.findings] for report in reports]


def _streams(module: Any, area: str, forms: Iterator[object]) -> Iterator[Case]:  # noqa: ANN401  # a system's package
    number = 0
    while block := list(itertools.islice(forms, _STREAM)):
        facets = Facets()
        facets.ask("check_many", lambda: list(module.check_many(block, on=ON)), _codes)
        yield f"{area} stream {number}", facets
        number += 1


def guangxi_records(world: World) -> Iterator[Case]:
    """
    Ask about records of the Guangxi collection.
    """
    count = world.share(25)
    submissions: list[Any] = []
    for number in range(count):
        rng = world.rng("guangxi", number)
        kind, form = of_all_kinds(rng, people.guangxi(world, rng))
        on = rng.choice(_DAYS)
        profile = profile_of(rng, guangxi.PROFILE, GUANGXI_SWITCHES)
        if rng.random() < 0.05:
            profile = profile.require(rng.choice(_REQUIRED))
        facets = Facets()
        report = checked(facets, guangxi, form, number=number, on=on, profile=profile)
        facets.ask("scope", lambda: guangxi.scope(form, on=on, profile=profile))
        if report is not None and report.value is not None:
            facets.ask("can_report", lambda: guangxi.can_report(report))
            facets.ask("split", lambda: guangxi.split(report.findings), told.plain)
            if number % 2 == 0:
                _submitted(facets, rng, report.value, on=on, profile=profile, submissions=submissions)
        yield f"{number} {kind}", facets
    forms = (_of(world, "guangxi", number, people.guangxi) for number in range(count // 5))
    yield from _streams(guangxi, "records", forms)
    facets = Facets()
    facets.ask(
        "roster", lambda: guangxi.roster(submissions[:400]), lambda it: [it._repr_html_(), told.plain(it.rows)]
    )  # what a notebook calls
    names = [item.record.basic.unit_name for item in submissions[:400]]
    facets.ask("find_near_duplicates", lambda: guangxi.find_near_duplicates(names))
    yield "unit", facets


def _of(world: World, area: str, number: int, draw: Any) -> object:  # noqa: ANN401  # one of the drawers of `people`
    rng = world.rng(area, number)
    return of_all_kinds(rng, draw(world, rng))[1]


def _submitted(
    facets: Facets,
    rng: Rng,
    value: Any,  # noqa: ANN401  # a record
    *,
    on: dt.date,
    profile: Any,  # noqa: ANN401  # a profile
    submissions: list[Any],
) -> None:
    backup = facets.ask("dump", lambda: guangxi.dump(value))
    facets.ask("load", lambda: guangxi.load(backup) == value)
    kept = backup if rng.random() < 0.5 else None
    sent = facets.ask("submit", lambda: guangxi.submit(value, on=on, profile=profile, backup=kept), _sent)
    for award in value.awards:
        organ, told_so, proof = award.award_organ, award.authorised_by_city, award.authorisation_proof
        facets.ask("classify_award", lambda: guangxi.classify_award(organ, authorised=told_so, proof=proof), told.plain)
    if sent is None or sent.value is None:
        return
    submissions.append(sent.value)
    if len(submissions) % 4 == 0:
        other = guangxi.unstructure(value)
        other["basic"]["unit_name"] = "甲市第一中学"
        facets.ask(
            "amend", lambda: guangxi.amend(sent.value, other, by="甲某", on=dt.date(2012, 7, 1), profile=profile), _sent
        )
        facets.ask("diff", lambda: guangxi.diff(value, guangxi.structure(other)))


def _sent(report: Any) -> object:  # noqa: ANN401  # the report of a submission
    said = {"ok": report.ok, "findings": told.findings(report.findings), "changes": told.plain(report.changes)}
    if report.value is None:
        return said
    parts = {name: told.plain(getattr(report.value, name)) for name in ("record", "on", "revision", "amendments")}
    return {**said, **parts, "repr": repr(report.value)}


def learning_files(world: World) -> Iterator[Case]:
    """
    Ask about files of people in the Guangdong system, and about their year.
    """
    count = world.share(15)
    for number in range(count):
        rng = world.rng("learning", number)
        kind, form = of_all_kinds(rng, people.learning(world, rng))
        profile = profile_of(rng, guangdong_learning.PROFILE, LEARNING_SWITCHES)
        facets = Facets()
        report = checked(facets, guangdong_learning, form, number=number, on=ON, profile=profile)
        if report is not None and report.value is not None:
            value = report.value
            facets.ask("can_declare", lambda: guangdong_learning.can_declare(value, profile=profile))
            _year(facets, rng, value, profile)
            _sites(facets, rng, value)
        yield f"{number} {kind}", facets
    forms = (_of(world, "learning", number, people.learning) for number in range(count // 5))
    yield from _streams(guangdong_learning, "files", forms)


def _year(facets: Facets, rng: Rng, value: Any, profile: Any) -> None:  # noqa: ANN401  # a file, a profile
    year, city = rng.choice((2012, 2016, 2021, 2005)), rng.choice((None, "440106", "441800"))
    actor, own = rng.choice(("PERSON", "UNIT", "HR_BUREAU")), rng.random() < 0.8
    shown = rng.choice((None, 72, 18))
    options: dict[str, Any] = {"year": year, "profile": profile, "shown_total": shown}
    facets.ask("annual_result", lambda: guangdong_learning.annual_result(value, **options))
    facets.ask(
        "can_print",
        lambda: guangdong_learning.can_print_certificate(value, actor=actor, own=own, city=city, **options),
    )
    facets.ask("recount", lambda: guangdong_learning.recount(value, year=year, profile=profile))


_EVENTS: Final = ("edit", "submit", "approve", "return", "resubmit", "recognise", "delete", "attach", "upload", "-")
_ROLES: Final = ("PERSON", "UNIT", "HR_BUREAU", "LEARNING_SITE", "PROVINCE", "-")


def _sites(facets: Facets, rng: Rng, value: Any) -> None:  # noqa: ANN401  # a file
    records = value.records
    cut = rng.randint(0, len(records))
    facets.ask("merge", lambda: guangdong_learning.merge_site_records(records[:cut], records[cut:]))
    facets.ask("reconcile", lambda: guangdong_learning.reconcile(records[:cut], records[cut:]))
    wanted = rng.choice((None, "PASSED", "合格", "全部", "RETURNED_TO_UNIT", "-"))
    facets.ask("select", lambda: guangdong_learning.select(records, result=wanted))
    for number, record in enumerate(records):
        event, actor = rng.choice(_EVENTS), rng.choice(_ROLES)
        facts = {"has_errors": rng.random() < 0.3, "came_through_unit": rng.random() < 0.7}
        facets.ask(
            f"act_on {number}", lambda: guangdong_learning.act_on(record, event, actor=actor, facts=facts), _acted
        )


def _acted(pair: Any) -> object:  # noqa: ANN401  # a record and a step
    record, step = pair
    return [told.plain(record), step.state, step.ok, told.findings(step.findings)]


def units_and_requests(world: World) -> Iterator[Case]:
    """
    Ask about registrations of units and written requests.
    """
    known: list[Any] = []
    for number in range(world.share(6)):
        rng = world.rng("units", number)
        kind, form = of_all_kinds(rng, people.unit(world, rng))
        facets = Facets()
        report = facets.ask("check_unit", lambda: guangdong_learning.check_unit(form, on=ON))
        if report is not None:
            facets.ask("repaired", report.repaired)
        if report is not None and report.value is not None:
            known = [*known[-8:], report.value]
            _registered(facets, world, rng, report.value, tuple(known))
        yield f"unit {number} {kind}", facets
    for number in range(world.share(6)):
        rng = world.rng("requests", number)
        kind, form = of_all_kinds(rng, people.request(rng))
        facets = Facets()
        report = facets.ask("check_request", lambda: guangdong_learning.check_request(form, on=ON))
        if report is not None:
            facets.ask("repaired", report.repaired)
        line = rng.choice(people.SUBJECT_LINES)
        facets.ask("read_subject_line", lambda: guangdong_learning.read_subject_line(line))
        yield f"request {number} {kind}", facets


def _registered(facets: Facets, world: World, rng: Rng, unit: Any, known: tuple[Any, ...]) -> None:  # noqa: ANN401  # a unit
    file: Any = guangdong_learning.check(people.learning(world, rng), on=ON).value
    facets.ask("explain_unit_missing", lambda: guangdong_learning.explain_unit_missing(file, known))
    facets.ask("explain_person_missing", lambda: guangdong_learning.explain_person_missing(file, unit))
    facets.ask("find_duplicates", lambda: guangdong_learning.find_duplicates(known))
    code, codes = unit.unit_code or "", [item.unit_code or "" for item in known[:-1]]
    facets.ask("register_unit", lambda: guangdong_learning.register_unit(code, codes))
    hr_account_ok = rng.random() < 0.5
    facets.ask(
        "diagnose_login",
        lambda: guangdong_learning.diagnose_login(unit.unit_state or "", hr_account_ok=hr_account_ok),
    )
    logins = rng.sample(("a", "b", "c"), 2)
    accounts = [
        guangdong_learning.Account(
            login, f"44000019930701001{place}", {rng.choice(_ROLES)}, rng.choice((None, "甲公司", "乙公司"))
        )
        for place, login in enumerate(logins)
    ]
    registry = guangdong_learning.Registry(tuple(accounts[:1]))
    facets.ask("register", lambda: registry.register(accounts[rng.randint(0, 1)])[1])
    facets.ask("reset_password", lambda: guangdong_learning.reset_password(accounts[0], by=accounts[1]))
    facets.ask("recovery", lambda: guangdong_learning.recovery(accounts[0]))
    facets.ask("change_login", lambda: guangdong_learning.change_login(accounts[0], "a"))
