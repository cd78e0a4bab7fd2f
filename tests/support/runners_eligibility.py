"""
Runners of eligibility: one question as plain data; `day` stands for an `on` that is no date.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credrules import eligibility
from credrules.findings import CredrulesError, Finding


def _assess(*, facts: object, jurisdiction: object = "CN", **asked: Any) -> object:  # noqa: ANN401  # options of assess
    asked["on"] = asked.pop("day", asked.get("on"))
    return eligibility.assess(facts, jurisdiction=jurisdiction, **asked)


def _rule(**fields: Any) -> tuple[Finding, ...]:  # noqa: ANN401  # the fields of a rule
    try:
        eligibility.EligibilityRule(jurisdiction="CN", scheme="ENGINEERING", targets=("420",), **fields)
    except CredrulesError as error:
        return error.findings
    return ()


RUNNERS: Mapping[str, Any] = {"eligibility.assess": _assess, "eligibility.rule": _rule}
