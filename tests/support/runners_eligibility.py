"""
Runners of eligibility: one question as plain data; `day` stands for an `on` that is no date.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credrules import eligibility


def _assess(*, facts: object, jurisdiction: object = "CN", **asked: Any) -> object:  # noqa: ANN401  # options of assess
    asked["on"] = asked.pop("day", asked.get("on"))
    return eligibility.assess(facts, jurisdiction=jurisdiction, **asked)


RUNNERS: Mapping[str, Any] = {"eligibility.assess": _assess}
