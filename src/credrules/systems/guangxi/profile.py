"""
What a host may change: readings of ambiguous rules, requiredness, severities.

The shipped profile is the state of March 2012
(广西专业技术人员信息采集常见问题解答, 一(3)); `PROFILE.switch`, `PROFILE.require` and
`attrs.evolve` give another one.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(12), 二(14), 二(15), 二(17).
Limitations: which fields must be filled is written nowhere but for 证书编号, so
the shipped requiredness says ASSUMED of every other field.
"""

from __future__ import annotations

from typing import Final

from credrules.engine import FieldRequirement, Profile
from credrules.systems.guangxi.names import CERTIFICATE_NAMES
from credrules.systems.guangxi.records.whole import FIELDS
from credrules.values import FrozenMap

__all__ = ["PROFILE", "SEAL_RULE", "SEAL_RULE_WIDE", "completed", "requiredness"]


def __dir__() -> list[str]:
    return sorted(__all__)


SEAL_RULE: Final = "(A or B) and C"
"""The seal of the one department or the other, and the seal of the leading group (二(17)); the likely reading."""

SEAL_RULE_WIDE: Final = "A or (B and C)"
"""The other reading of the same words: the first department's seal alone is enough."""

PROFILE: Final = Profile(
    "guangxi-2012",
    valid_from="2012-03",
    switches={
        # Which names the collection offers; a host that has annex 1 injects its own (一(2)).
        "catalogue": CERTIFICATE_NAMES,
        # SEAL_RULE or SEAL_RULE_WIDE (二(17)).
        "seal_rule": SEAL_RULE,
        # "For the time being" retired people are not collected (一(1)).
        "collect_retired": False,
        # Whether a report without a backup is refused or only warned of (二(18)).
        "backup_required": False,
        # "warn" in the years the text leaves open, or "strict" (二(14)).
        "health_boundary": "warn",
        # The first year of certificates with a control number; "after 2011" taken as including 2011 (二(15)).
        "control_number_since": 2011,
        # Whether a name outside a code list that was never published may stand (二(4)).
        "open_lists": False,
    },
)
"""The profile of March 2012, with the recommended reading of everything ambiguous."""


def requiredness(profile: Profile = PROFILE) -> FrozenMap[str, FieldRequirement]:
    """
    Return for every field of the form whether it must be filled, and how that is known.

    >>> requiredness()["Basic.name"]
    FieldRequirement(required=True, basis=<Evidence.ASSUMED: 'assumed'>)
    >>> requiredness()["TitleCertificate.certificate_number"].basis.value
    'stated'
    """
    return FrozenMap({field_id: profile.requirement(spec) for field_id, spec in FIELDS.items()})


def completed(profile: Profile) -> Profile:
    """
    Return a profile that has every switch: those it lacks stand as in `PROFILE`.

    >>> completed(Profile("mine", switches={"collect_retired": True})).switches["control_number_since"]
    2011
    """
    return profile.completed(PROFILE)
