"""
Calls of eligibility: one question as plain data; `day` stands for an `on` that is no date.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credrules import eligibility
from credrules.testing._calls.call import Call, call

__all__ = ["CALLS"]


def _assess(*, facts: object, jurisdiction: object = "CN", **asked: Any) -> Call:  # noqa: ANN401  # options of assess
    asked["on"] = asked.pop("day", asked.get("on"))
    return call(eligibility.assess, facts, jurisdiction=jurisdiction, **asked)


def _rule(**fields: Any) -> Call:  # noqa: ANN401  # the fields of a rule
    return call(eligibility.EligibilityRule, jurisdiction="CN", scheme="ENGINEERING", targets=("420",), **fields)


CALLS: Mapping[str, Any] = {"eligibility.assess": _assess, "eligibility.rule": _rule}
