"""
Names for parameters of tests, the same in every process.
"""

from __future__ import annotations

import re

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
_LONGEST = 60


def shown(value: object) -> str:
    """
    Return a short repr without the address of an object, so that parallel runs agree.

    >>> shown(object()), len(shown("x" * 400))
    ('<object object>', 60)
    """
    return _ADDRESS.sub("", repr(value))[:_LONGEST]
