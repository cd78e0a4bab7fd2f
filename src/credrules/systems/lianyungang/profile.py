"""
What a host may change: readings of ambiguous rules, requiredness, dates of rounds, figures of eligibility.

The shipped profile is the round of 2018 under the provincial notice
苏人社发〔2018〕98号, whose text and figures are not known.

References: the notice, 一 and 二; annex 1, steps 2 to 8.
Limitations: which fields the red frame holds is not known (the screenshot is
missing); the fields required here are those the text itself names. A host that
has the form adds the others with `PROFILE.require`.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from credrules.engine import Profile
from credrules.systems.lianyungang.calendar.rounds import ROUND_2018
from credrules.systems.lianyungang.records.whole import FIELDS
from credrules.values import Evidence, FrozenMap, Label

__all__ = [
    "PROFILE",
    "LianyungangProfile",
    "RequiredField",
    "completed",
    "requiredness",
]


def __dir__() -> list[str]:
    return sorted(__all__)


@frozen
class LianyungangProfile(Profile):
    """
    The profile with the notice it stands under: eligibility figures come from there and nowhere else.
    """

    parent: str = "jiangsu-2018"


PROFILE: Final = LianyungangProfile(
    "lianyungang-2018",
    valid_from="2018-04-23",
    switches={
        # The rounds whose dates are known (一); a host adds its own.
        "rounds": (ROUND_2018,),
        # The trades a certificate may name (步骤2); None: no list is known.
        "trades": None,
        # 高级技师 are printed in a batch of their own ("own") or with 技师 ("with_technicians"); not named (步骤7).
        "senior_technicians": "own",
        # From which year the two organs hold; earlier certificates bear older names (步骤2).
        "organs_since": 2010,
        # After how many days a certificate that is not entered is told; the text says only "soon" (步骤8).
        "enter_result_days": 30,
        # The figures of the provincial notice, rules of `credrules.eligibility`; None: nobody knows.
        "requirements": None,
    },
)
"""The profile of 2018, with the recommended reading of everything ambiguous."""


@frozen
class RequiredField:
    """
    Whether a field must be filled, how that is known, its label, and the requirement it rests on.
    """

    required: bool
    basis: Evidence
    label: Label
    requirement: str


def requiredness(profile: Profile = PROFILE) -> FrozenMap[str, RequiredField]:
    """
    Return for every field of the form whether it must be filled, how that is known, its label and requirement.

    The red frame of step 2 may hold more fields: its picture is missing.

    >>> requiredness()["SkillRecord.trade"].basis.value, requiredness()["Education.school"].basis.value
    ('stated', 'assumed')
    """
    found = {field_id: (spec, profile.requirement(spec)) for field_id, spec in FIELDS.items()}
    return FrozenMap(
        {
            field_id: RequiredField(need.required, need.basis, spec.label, spec.declared.requirement)
            for field_id, (spec, need) in found.items()
        }
    )


def completed(profile: Profile) -> Profile:
    """
    Return a profile that has every switch: those it lacks stand as in `PROFILE`.

    >>> completed(Profile("mine", switches={"organs_since": 2009})).switches["senior_technicians"]
    'own'
    """
    return profile.completed(PROFILE)
