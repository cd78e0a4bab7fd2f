"""
How many digits local telephone numbers have in an area, as far as that is certain.

Beijing, the area codes 020 to 029 and the larger cities have eight; areas in
the west and in sparsely populated provinces have seven. An area that is not
listed is not judged, because the areas changed to longer numbers one by one
over many years.

References: the pages 中国大陆电话号码 and "Telephone numbers in China" of Wikipedia for local numbers of seven or eight
digits and the eight of 010 and 02x. Limitations: the lengths of the other areas are general knowledge, of medium
confidence; they lead to a warning only and refuse nothing.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["local_length"]


_EIGHT: Final = frozenset(
    """
    010 020 021 022 023 024 025 027 028 029 0311 0371 0379 0411 0431 0432 0451 0510 0511 0512 0513 0514 0515
    0516 0517 0518 0519 0523 0527 0531 0532 0551 0571 0573 0574 0575 0576 0577 0579 0591 0595 0731 0755 0757
    0769 0791 0851 0871 0898
    """.split()  # noqa: SIM905  # read as text
)
# Inner Mongolia, Shanxi, Gansu, Ningxia, Qinghai, smaller cities of Guangdong, Guangxi, Tibet, Xinjiang.
_SEVEN: Final = re.compile(
    "035[0-9]|0349|04[78][0-9]|077[0-9]|089[1-7]|093[0-9]|094[13]|095[2-5]|097[0-9]|090[1-9]|099[0-9]"
    "|066[0238]|075[01368]|0759|0762|0763|0766|0768"
)


def local_length(area: str) -> int | None:
    """
    Return how many digits the local numbers of an area code have, None if that is not known.

    >>> local_length("021"), local_length("0999"), local_length("0433")
    (8, 7, None)
    """
    if area in _EIGHT:
        return 8
    return 7 if _SEVEN.fullmatch(area) else None
