"""
Rules of the businesses: what may be started, in which system, with which chain, and the certificate number at the end.

References: 广东省职称网上申报说明（2016，清远市页面）, 一, 二, 三, 五.
Limitations: a state that is not stated refuses nothing. Whether a business is open is known only from its state.
"""

from __future__ import annotations

from typing import Final

from credrules import codes
from credrules.codes import Status
from credrules.engine import Context, Violation, rule, violation
from credrules.findings import Decision
from credrules.systems.guangdong_titles.names import OPEN_STATES, PASSED_STATES, STORED_STATES
from credrules.systems.guangdong_titles.records import Application, Result, TitleFile
from credrules.systems.guangdong_titles.routing.chain import same_unit, unit_name
from credrules.systems.guangdong_titles.routing.systems import Routing, committee_of, route_system
from credrules.values import Label

__all__ = [
    "business_of_text",
    "by_committee",
    "chain_kept",
    "change_while_open",
    "committee_for_review",
    "known_business",
    "level_for_review",
    "maintained_first",
    "notice_decides",
    "number_after_review",
    "number_allotted",
    "number_needs_both",
    "own_system",
    "stored_first",
]
__dir__ = __all__.copy

_CHANGE: Final = "CHANGE_UNIT"
NUMBER: Final = (
    "basic.state",
    "applications.business",
    "applications.state",
    "results.certificate_no",
    "results.allotted",
    "results.review_passed",
)
"""What a rule of the certificate number reads."""


# --- before storage -------------------------------------------------------------


@rule("GD.FLOW.MAINTAIN_FIRST", reads=("basic.state", "applications"))
def maintained_first(file: TitleFile, _: Context) -> Violation | None:
    """
    A new user enters the basic information before anything else.
    """
    return violation("applications", 0, "business") if file.applications and file.basic.state == "NEW" else None


@rule("GD.FLOW.BUSINESS_AFTER_STORE", reads=("basic.state", "applications"))
def stored_first(file: TitleFile, _: Context) -> tuple[Violation, ...]:
    """
    A business needs stored basic information.
    """
    state = file.basic.state
    if state is None or state == "NEW" or state in STORED_STATES:
        return ()
    label = codes.TITLE_BASIC_STATES[state].label
    return tuple(violation("applications", index, "business", state=label) for index in range(len(file.applications)))


# --- the business itself --------------------------------------------------------


@rule("GD.F.BUSINESS", reads=("business",))
def known_business(application: Application, _: Context) -> Violation | None:
    """
    A business that neither the text nor the manuals name is reported.
    """
    given = application.business
    return None if given is None or given in codes.TITLE_BUSINESSES else violation("business", business=given)


@rule("GD.CODE.BUSINESS", reads=("business",))
def business_of_text(application: Application, _: Context) -> Violation | None:
    """
    A business known only from the manuals is reported as such.
    """
    entry = codes.TITLE_BUSINESSES.get(application.business)
    return None if entry is None or entry.status is Status.STANDARD else violation("business", business=entry.label)


@rule("GD.F.COMMITTEE", reads=("business", "committee"), reports_missing=True)
def committee_for_review(application: Application, _: Context) -> Violation | None:
    """
    A review names its committee.
    """
    return violation("committee") if application.business == "REVIEW" and application.committee is None else None


@rule("GD.F.TARGET_MISSING", reads=("business", "target_level"), reports_missing=True)
def level_for_review(application: Application, _: Context) -> Violation | None:
    """
    A review names the level applied for.
    """
    missing = application.business == "REVIEW" and application.target_level is None
    return violation("target_level") if missing else None


# --- the system -----------------------------------------------------------------


def _route(application: Application, context: Context) -> Routing | None:
    return None if application.committee is None else route_system(application.committee, profile=context.profile)


@rule("GD.ROUTE.NOT_REQUIRED", reads=("committee", "applied_in"))
def own_system(application: Application, context: Context) -> Violation | None:
    """
    For a committee with its own system, a record in the provincial one is not required.
    """
    route = _route(application, context)
    if route is None or route.decision is not Decision.OUT or application.applied_in == route.system:
        return None
    return violation("committee", system=codes.TITLE_SYSTEMS[route.system or ""].label)


@rule("GD.ROUTE.BY_COMMITTEE", "GD.ROUTE.PROVINCIAL_COMMITTEE", reads=("committee", "applied_in"))
def by_committee(application: Application, context: Context) -> Violation | None:
    """
    The application is made in the system that the committee uses; for a provincial committee, in the provincial one.
    """
    route = _route(application, context)
    if route is None or route.system is None or application.applied_in in {None, route.system}:
        return None
    committee = committee_of(application.committee, profile=context.profile)
    if committee.level == "PROVINCIAL" and route.system == "PROVINCIAL":
        return violation("applied_in", code="GD.ROUTE.PROVINCIAL_COMMITTEE")
    return violation("applied_in", system=codes.TITLE_SYSTEMS[route.system].label)


@rule("GD.ROUTE.NOTICE", reads=("committee",))
def notice_decides(application: Application, context: Context) -> Violation | None:
    """
    If no list states which system a committee uses, its notice has to be read.
    """
    route = _route(application, context)
    return violation("committee") if route is not None and route.decision is Decision.REVIEW else None


# --- the chain ------------------------------------------------------------------


@rule("GD.BASIC.CHAIN_FIXED", reads=("basic.personnel_unit", "applications.business", "applications.personnel_unit"))
def chain_kept(file: TitleFile, context: Context) -> tuple[Violation, ...]:
    """
    Every business uses the stored unit; another one needs a change application.
    """
    units = context.profile.units
    changes = [item for item in file.applications if item.business == _CHANGE]
    if file.basic.personnel_unit is None or any(item.personnel_unit is None for item in changes):
        return ()
    allowed = [file.basic.personnel_unit, *(item.personnel_unit for item in changes if item.personnel_unit)]
    return tuple(
        violation("applications", index, "personnel_unit", unit=unit_name(file.basic.personnel_unit, units))
        for index, item in enumerate(file.applications)
        if item.business != _CHANGE and item.personnel_unit is not None
        if not any(same_unit(item.personnel_unit, name, units) for name in allowed)
    )


@rule("GD.FLOW.CHANGE_OPEN", "GD.FLOW.CHANGE_REFUSED", reads=("applications.business", "applications.state"))
def change_while_open(file: TitleFile, context: Context) -> tuple[Violation, ...]:
    """
    A change of unit while a business is open is reported, or refused with the switch on.
    """
    open_ones = [item for item in file.applications if item.business != _CHANGE and _is_open(item)]
    names = tuple(dict.fromkeys(_business(item) for item in open_ones))
    code = "GD.FLOW.CHANGE_REFUSED" if context.profile.refuse_change_while_open else "GD.FLOW.CHANGE_OPEN"
    return tuple(
        violation("applications", index, "business", code=code, businesses=names)
        for index, item in enumerate(file.applications)
        if names and item.business == _CHANGE and item.state not in _FINISHED
    )


_FINISHED: Final = frozenset({"CERTIFIED", "CONFIRMED", "NOT_PASSED", "REJECTED"})


def _is_open(application: Application) -> bool:
    return application.state is None or application.state in OPEN_STATES


def _business(application: Application) -> Label | str:
    entry = codes.TITLE_BUSINESSES.get(application.business)
    return entry.label if entry is not None else application.business or Label("业务", "a business")


# --- the certificate number -----------------------------------------------------


@rule("GD.F.CERTIFICATE_NO", reads=NUMBER)
def number_after_review(file: TitleFile, _: Context) -> tuple[Violation, ...]:
    """
    A certificate number that is present before the review, or was typed, is reported.
    """
    return tuple(
        violation("results", index, "certificate_no")
        for index, result in enumerate(file.results)
        if result.certificate_no is not None and _passed(file, result) is False
    )


@rule("GD.F.CERTIFICATE_NO_ALLOTTED", reads=NUMBER)
def number_allotted(file: TitleFile, _: Context) -> tuple[Violation, ...]:
    """
    A certificate number is allotted by the province; reported if nothing states that the review is over.
    """
    return tuple(
        violation("results", index, "certificate_no")
        for index, result in enumerate(file.results)
        if result.certificate_no is not None and _passed(file, result) is None
    )


def _passed(file: TitleFile, result: Result) -> bool | None:
    if result.allotted is False or result.review_passed is False:
        return False
    states = [item.state for item in file.applications if item.business != _CHANGE]
    if any(state in PASSED_STATES for state in states) or result.allotted or result.review_passed:
        return True
    known = [state for state in states if state is not None]
    if len(known) == len(states) and known:
        return False
    return False if file.basic.state is not None and file.basic.state not in STORED_STATES else None


@rule("GD.YEAR.PURPOSE", reads=("basic.state", "paper.audit", "results.certificate_no"))
def number_needs_both(file: TitleFile, _: Context) -> tuple[Violation, ...]:
    """
    A certificate number requires that the paper file and the online record are both complete.
    """
    if file.paper.audit != "FAILED" and file.basic.state in {None, *STORED_STATES}:
        return ()
    return tuple(
        violation("results", index, "certificate_no")
        for index, result in enumerate(file.results)
        if result.certificate_no is not None
    )


APPLICATION_RULES: Final = (
    maintained_first,
    stored_first,
    known_business,
    business_of_text,
    committee_for_review,
    level_for_review,
    own_system,
    by_committee,
    notice_decides,
    chain_kept,
    change_while_open,
    number_after_review,
    number_allotted,
    number_needs_both,
)
"""Every rule of the businesses and their results."""
