"""
Name of a person, in Han characters or in letters.

Names of minority people carry a middle dot between their parts (`·`, U+00B7;
every other dot is read as this one). Rare characters of all extensions,
characters of the private use area and descriptions of characters are never
refused: they are part of the person's name, even if the character set of the
form lacks them.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from credrules import masking
from credrules.findings import ChangeKind, Finding, Report, finding, value_or_raise
from credrules.identifiers._called import addressed, is_no_name, parted
from credrules.identifiers._drafts import Draft, is_nothing_word, open_cell, report_of, rerun_of
from credrules.text import HAN_SET
from credrules.values import exact_text

__all__ = ["DOT", "PersonName", "check", "format", "is_valid", "mask", "normalize", "parse"]
__dir__ = __all__.copy

DOT: Final = "·"

_PRIVATE_SET: Final = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_DESCRIPTION_SET: Final = "\u2ff0-\u2fff\u31ef\u303e"
_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")

_HAN: Final = re.compile(f"[{HAN_SET}]")
_PRIVATE: Final = re.compile(f"[{_PRIVATE_SET}]")
_DESCRIPTION: Final = re.compile(f"[{_DESCRIPTION_SET}]")
_PLAIN: Final = re.compile("[\u4e00-\u9fff]{2,4}")

# Every dot typed between two parts of a name; the full stop only between Han
# characters, since `J. Li` is right.
_DOTS: Final = re.compile(
    "(?: ?[\u00b7\u02d9\u0387\u16eb\u2022\u2024\u2027\u2219\u22c5\u25cf\u25e6\u2981\u26ab\u2b24"
    "\u2e30-\u2e33\u30fb\ua78f\uff65\U00010101])+ ?"
)
_STOP: Final = re.compile(f"(?<=[{HAN_SET}])[.\uff0e。](?=[{HAN_SET}])")
_BRACKET: Final = re.compile(r"[()（）\[\]［］【】〔〕{}<>《》]")
_LOST: Final = re.compile("[?？\ufffd□\u25a1]")
_NUMBER: Final = re.compile("[0-9]")

# Apostrophes in every form, and the signs that join the parts of Tibetan and Mongolian names.
_SIGNS: Final = frozenset(" '.,-`\u00b4\u2018\u2019\u2010\u2011\u0f0b\u0f0c\u180e")

# Null, Nan and No are surnames, and a monk may be called 空.
_MAYBE_A_NAME: Final = re.compile("[A-Za-z]+|[空缺]$")

_LONG_HAN: Final = 6
_LONGEST: Final = 50


@frozen(repr=False)
class PersonName:
    """
    A name in its canonical spelling.

    >>> parse("买买提・吐尔逊").text
    '买买提·吐尔逊'
    """

    text: str

    def __repr__(self) -> str:
        return f"PersonName({masking.shown_repr(self.text)})"


def check(value: object, *, on: dt.date | None = None) -> Report[PersonName]:
    """
    Check a person's name; accepts any object and never raises.

    `on` is ignored; accepted for uniformity. Blanks inside a name of Han
    characters are removed and listed if they are layout; if a dot may belong
    there, a finding asks. Digits, brackets and lost characters are refused with
    a reason.

    >>> report = check("张　三")
    >>> report.value.text, [item.code for item in report.findings]
    ('张三', ['TEXT.EXTRA_SPACE'])
    """
    return report_of(value, _read(value), _judge, PersonName, rerun_of(check, on))


def is_valid(value: object, *, on: dt.date | None = None) -> bool:
    """
    Return whether `check` finds no error.

    >>> is_valid("张三"), is_valid("张3")
    (True, False)
    """
    if type(value) is str and _PLAIN.fullmatch(value) and not is_nothing_word(value):
        return True
    return check(value, on=on).ok


def normalize(value: object) -> str:
    """
    Return the canonical spelling: no blanks between Han characters, one kind of dot.

    >>> normalize("阿依古丽 • 买买提")
    '阿依古丽·买买提'
    """
    return _read(value).text


def parse(value: object, *, on: dt.date | None = None) -> PersonName:
    """
    Return the typed name, or raise CredrulesError with the errors found.
    """
    return value_or_raise(check(value, on=on))


def format(value: object) -> str:  # noqa: A001  # the same verb in every module
    """
    Return the name for people, which is the canonical one.

    >>> format(" 张三 ")
    '张三'
    """
    return normalize(value)


def mask(value: object) -> str:
    """
    Return the name with all but its first character hidden.

    >>> mask("欧阳锋"), mask("Anna Li")
    ('欧**', 'A******')
    """
    name = normalize(value)
    return name[:1] + "*" * (len(name) - 1)


def _read(value: object) -> Draft:
    draft = open_cell(value, "PERSON_NAME")
    blanks = parted(exact_text(value) or "")
    if blanks is not None:
        # A finding asks whether a dot belongs there or the cell names two people; the cell is not changed.
        return Draft(blanks)
    if is_nothing_word(draft.text) and not _MAYBE_A_NAME.match(draft.text):
        return draft.refused("PERSON_NAME.PLACEHOLDER")
    return draft.step(ChangeKind.PUNCTUATION, _STOP.sub(DOT, _DOTS.sub(DOT, draft.text)))


def _judge(name: str) -> Iterator[Finding]:
    dotted = name.replace(" ", DOT)
    if dotted == name or parted(name) is None:
        yield from _faults(name)
    else:
        yield from _faults(dotted)
        yield finding("PERSON_NAME.PARTS", suggestion=dotted)


def _faults(name: str) -> Iterator[Finding]:
    if _NUMBER.search(name):
        yield finding("PERSON_NAME.DIGIT")
    if _BRACKET.search(name):
        yield finding("PERSON_NAME.BRACKET")
    if _LOST.search(name):
        yield finding("PERSON_NAME.LOST_CHARACTER")
    han = _HAN.search(name) is not None
    others = sorted({mark for mark in name if not _belongs(mark, in_han=han)})[:5]
    outside = name.startswith(DOT) or name.endswith(DOT)
    if others or outside or _SIGNS.issuperset(name):
        yield finding(
            "PERSON_NAME.CHARACTER",
            characters=tuple(f"U+{ord(mark):04X}" for mark in others or ([DOT] if outside else name[:1])),
        )
    yield from _remarks(name, han=han)


def _belongs(mark: str, *, in_han: bool) -> bool:
    """
    Return whether a character is allowed in a name or has a finding of its own.
    """
    if mark == DOT or unicodedata.category(mark)[0] in "LM":
        return True
    if any(kind.match(mark) for kind in (_HAN, _PRIVATE, _DESCRIPTION, _NUMBER, _BRACKET, _LOST)):
        return True
    return mark in _SIGNS and not in_han


def _remarks(name: str, *, han: bool) -> Iterator[Finding]:
    if _PRIVATE.search(name) or _DESCRIPTION.search(name):
        yield finding("PERSON_NAME.STAND_IN")
    size = len(_SELECTORS.sub("", name))
    if is_no_name(name):
        yield finding("PERSON_NAME.NO_NAME")
        return
    if size == 1:
        yield finding("PERSON_NAME.ONE_CHARACTER")
    if size > _LONGEST or (han and DOT not in name and size > _LONG_HAN):
        yield finding("PERSON_NAME.LONG", length=size)
    letters = [mark for mark in name if unicodedata.category(mark)[0] == "L" and not _HAN.match(mark)]
    called = addressed(name)
    if called is not None:
        yield finding("PERSON_NAME.ADDRESS", suggestion=called[0], address=called[1])
    if han and letters:
        yield finding("PERSON_NAME.MIXED")
    elif any(not unicodedata.name(mark, "").startswith("LATIN") for mark in letters):
        yield finding("PERSON_NAME.OTHER_SCRIPT")
