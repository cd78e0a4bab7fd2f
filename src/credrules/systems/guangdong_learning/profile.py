"""
What a host may change: readings of ambiguous rules, policies of cities, lists that were not published.

The shipped profile is the text of the questions (years 2010 to 2020); the
figures themselves are those of `credrules.hours` for the year asked about.

References: 广东省专业技术人员继续教育管理系统常见问题, D1, D4, E1 to E3, G3, C6.
Limitations: which cities print a seal, which options the lists of 专业 hold and
how many hours a result is worth is not told; the switches are empty until the
host fills them.
"""

from __future__ import annotations

from typing import Final

from credrules.engine import Profile

__all__ = ["PROFILE", "completed"]


def __dir__() -> list[str]:
    return sorted(__all__)


PROFILE: Final = Profile(
    "guangdong-learning-2010",
    valid_from="2010",
    switches={
        # Whose requirement the annual audit takes (E1); a city may have its own.
        "jurisdiction": "CN-GD",
        # Whether electives are locked once recognised, as the other two subjects are (D1).
        "electives_locked": True,
        # Whether a file called .jpeg passes for .jpg, which the list has (G3).
        "treat_jpeg_as_jpg": False,
        # Bytes of a KB: 1024, or 1000 in the strict reading (G3).
        "kb": 1024,
        # Whether surplus hours of the year before may count; the text says "each year" (E1).
        "carry_over": False,
        # Codes of the divisions whose prints bear the seal already (E3).
        "sealed_cities": (),
        # What the lists of 所学专业 and 从事专业 offer (C6); None: nobody knows.
        "majors": None,
        "occupations": None,
        # The employer's or industry's table of hours for results, a `credrules.hours.Standard` (D4).
        "conversion_table": None,
    },
)
"""The profile of the questions, with the recommended reading of everything ambiguous."""


def completed(profile: Profile) -> Profile:
    """
    Return a profile that has every switch: those it lacks stand as in `PROFILE`.

    >>> completed(Profile("mine", switches={"kb": 1000})).switches["electives_locked"]
    True
    """
    return profile.completed(PROFILE)
