"""
Drawn forms are accepted by their system, whatever the keys, and differ.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

from credrules.findings import CredrulesError
from credrules.systems import SYSTEMS, guangxi
from credrules.testing import strategies
from credrules.testing.strategies import DAYS

NAMES = [system.name for system in SYSTEMS]
BY_NAME = {system.name: system for system in SYSTEMS}
# A unit of the state's system is in no list that ships.
KNOWN_WARNINGS = {"guangdong_titles": {"GD.UNIT.NOT_LISTED"}}


def test_every_system_has_forms_and_a_day() -> None:
    """
    Forms and days are there for the systems of SYSTEMS, on a day on which the shipped profile is in force.
    """
    assert set(NAMES) == set(DAYS)
    assert all(BY_NAME[name].profile.covers(day) for name, day in DAYS.items())


@pytest.mark.parametrize("name", NAMES)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_forms_are_accepted(name: str, data: st.DataObject) -> None:
    """
    The check of a drawn form finds no error, and warns only where a list ships in part.
    """
    form = data.draw(strategies.submissions(name))
    report = BY_NAME[name].check(form, on=DAYS[name])

    assert () == report.errors
    assert {item.code for item in report.warnings} <= KNOWN_WARNINGS.get(name, set())


@pytest.mark.parametrize("labels", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_forms_with_labels(name: str, labels: Any, data: st.DataObject) -> None:  # noqa: ANN401  # zh or en
    """
    A form under the labels of its system is the same form.
    """
    system = BY_NAME[name]
    form = data.draw(strategies.submissions(system, labels=labels))
    report = system.check(form, on=DAYS[name])

    assert () == report.errors
    assert form == system.unstructure(system.structure(form), labels=labels)
    assert labels == "en" or not set(form) & set(system.unstructure(system.structure(form)))


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_forms_of_another_day(name: str, data: st.DataObject) -> None:
    """
    A form of a day that is given has no error on that day, from 2000 to 2026.
    """
    day = data.draw(st.dates(dt.date(2000, 1, 1), dt.date(2026, 12, 31)))
    form = data.draw(strategies.submissions(name, on=day))

    assert () == BY_NAME[name].check(form, on=day).errors


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.submissions("guangxi"))
def test_guangxi_takes_them(form: dict[str, Any]) -> None:
    """
    A drawn form of Guangxi can be reported: nothing puts it out of scope, and its submission is there.
    """
    report = guangxi.submit(form, on=DAYS["guangxi"])

    assert "OUT" != guangxi.scope(form, on=DAYS["guangxi"]).decision.name
    assert isinstance(report.value, guangxi.Submission)


@pytest.mark.parametrize("name", NAMES)
def test_forms_differ(name: str) -> None:
    """
    Forms are different, and every list of a form is drawn empty or short and long.
    """
    seen: list[dict[str, Any]] = []

    @settings(max_examples=80, database=None, suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.submissions(name))
    def look(form: dict[str, Any]) -> None:
        seen.append(form)

    look()
    lists = {key for form in seen for key, cell in form.items() if isinstance(cell, list)}
    fixed = {"applications", "educations", "education"}

    assert len({repr(form) for form in seen}) > 20
    for key in lists - fixed:
        assert len({len(form[key]) for form in seen}) > 1, key


@pytest.mark.parametrize("system", ["guangdong", "", None, 7, "guangdong_learning.unit", object()])
def test_a_system_without_forms(system: Any) -> None:  # noqa: ANN401  # what is no system
    """
    What is not one of the four is refused, and the refusal names them.
    """
    with pytest.raises(CredrulesError) as caught:
        strategies.submissions(system)

    assert ["TESTING.SYSTEM"] == [item.code for item in caught.value.findings]
    assert all(name in caught.value.findings[0].message("en") for name in NAMES)


def test_a_day_without_forms() -> None:
    """
    A day on which no one is drawn is refused as for people.
    """
    with pytest.raises(CredrulesError) as caught:
        strategies.submissions("guangxi", on=dt.date(1975, 1, 1))

    assert ["TESTING.DAY"] == [item.code for item in caught.value.findings]


def test_the_simplest_form_is_simple() -> None:
    """
    Shrinking ends at a form with as little as its system takes.
    """
    form = find(strategies.submissions("guangxi"), lambda _: True, settings=settings(database=None))

    assert (0, 1, 0, 0) == tuple(len(form[key]) for key in ("titles", "qualifications", "awards", "honours"))
