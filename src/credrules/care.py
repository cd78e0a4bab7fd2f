"""
How careful the masker is, and which texts it lets pass at a glance.

Most texts are words in which nothing could identify anyone. For these the
patterns of `spotting` are not needed, and not compiled.
"""

from __future__ import annotations

import enum
import re
from typing import Final

__all__ = ["HAN", "Care", "is_quiet"]
__dir__ = __all__.copy

HAN: Final = "\u3400-\u9fff"
"""Chinese characters, for a set in a pattern."""


class Care(enum.Enum):
    """
    How careful the masker is: with the library's own words, with what someone typed, or with a misplaced value.

    In the library's own words, short codes and lists of figures are public.
    What someone typed may be a short certificate number. In a cell that should
    hold something else, a name of two or three characters may be a person's.
    """

    WORDS = "words"
    GIVEN = "given"
    CELL = "cell"


# Words without a figure, a numeral, a sign of an address on the net or anything that must be decoded.
_QUIET: Final = re.compile(
    r"(?:[A-Za-z ,;:()\[\]'\"_/=>|!?+\u3001-\u3003\u3008-\u3011\u3014-\u3017\u2018-\u201d"
    r"\uff01\uff08-\uff0c\uff1a\uff1b\uff1f-]"
    rf"|(?![〇零一二三四五六七八九十百壹贰叁肆伍陆柒捌玖两幺])[{HAN}])*"
)
_AT_WORD: Final = re.compile("at", re.IGNORECASE)


def is_quiet(text: str) -> bool:
    """
    Tell of a text at a glance that nothing in it could be a number, an e-mail or an address; it may be a name.

    >>> is_quiet("高级工程师"), is_quiet("A1")
    (True, False)
    """
    return _QUIET.fullmatch(text) is not None and not _AT_WORD.search(text)
