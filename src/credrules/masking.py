"""
What may be shown of an identifier.

One rule for every repr, message and exception of the library: runs of letters
and digits that could identify a person or a certificate keep their edges and
lose their middle. Dates and short codes stay readable.
"""

from __future__ import annotations

import re
from typing import Final

# A run of seven or more ASCII letters and digits with at least six digits in
# it: ID numbers, phone numbers, certificate numbers. ISO dates have hyphens
# and division codes have six digits, so neither is touched.
_RUN: Final = re.compile(r"(?<![0-9A-Za-z])(?=[A-Za-z]*(?:[0-9][A-Za-z]*){6})[0-9A-Za-z]{7,}")
_EMAIL: Final = re.compile(r"([^\s@]{1,64})@([^\s@]+)")
_WIDE: Final = {0xFF10 + n: 0x30 + n for n in range(10)}


def mask(text: str, *, head: int = 6, tail: int = 4) -> str:
    """
    Replace the middle of `text` by asterisks, keeping `head` and `tail` characters.

    A text too short to keep both ends keeps about a third of itself, and never
    everything.

    >>> mask("450000199307010014")
    '450000********0014'
    >>> mask("0312345")
    '03****5'
    """
    size = len(text)
    if size < head + tail + 4:
        head, tail = (size + 1) // 4, size // 5
    return text[:head] + "*" * (size - head - tail) + text[size - tail :]


def mask_email(text: str) -> str:
    """
    Keep the first letter and the domain of an e-mail address.

    >>> mask_email("zhangsan@example.org")
    'z*******@example.org'
    """
    return _EMAIL.sub(lambda found: found[1][0] + "*" * max(len(found[1]) - 1, 1) + "@" + found[2], text)


def mask_text(text: str) -> str:
    """
    Mask every identifier-like run in a free text.

    >>> mask_text("身份证 450000199307010014, 生于 1993-07-01, 45000")
    '身份证 450000********0014, 生于 1993-07-01, 45000'
    """
    narrow = text.translate(_WIDE)
    return _RUN.sub(lambda found: mask(found[0]), mask_email(narrow))


def masked_repr(value: object) -> str:
    """
    Return a short repr of any object in which no identifier is whole.

    >>> masked_repr("450000199307010014")
    "'450000********0014'"
    """
    shown: object = value
    if isinstance(value, str):
        shown = value if len(value) <= 60 else value[:57] + "..."
        return repr(mask_text(str(shown)))
    try:
        text = repr(shown)
    except Exception:  # noqa: BLE001  # a foreign object's repr may raise anything
        text = f"<{type(value).__name__}>"
    return mask_text(text if len(text) <= 200 else text[:197] + "...")
