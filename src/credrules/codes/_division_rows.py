"""
How a division is packed into a line, and how the line is unpacked.
"""

from __future__ import annotations

from typing import Final

from credrules.codes.entry import Entry, Status
from credrules.values import Confidence, PublicMap

_CONFIDENCE: Final = {item.value[0]: item for item in Confidence}
_COLUMNS: Final = ("level", "successors", "successors_basis", "category", "same_unit", "today")


def division_row(prefix: str, line: str) -> Entry:
    """
    Unpack one line; tools/generate_codetables.py defines the form.
    """
    attested = line[0] == "*"
    cells = line[1:].split("|") if attested else line.split("|")
    cells.extend([""] * (10 - len(cells)))
    code, name = prefix + cells[0][:4], cells[0][4:]
    more = ["province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county", *[""] * 5]
    if attested:
        mark, confidence, source = cells[4], _CONFIDENCE[cells[8]], cells[9]
        more[3:] = cells[5], _whole(prefix, cells[6]), _whole(prefix, cells[7])
    else:
        mark, confidence, source = cells[5], Confidence.HIGH, cells[7] or "areacodes"
        more[1:3] = _whole(prefix, cells[4]), "derived" if cells[6] else ""
    return Entry(
        code=code,
        name=name,
        parent=_parent(code, mark),
        short=name[: int(cells[1])] if cells[1] else "",
        valid_from=_year(cells[2]),
        valid_to=_year(cells[3]),
        status=Status.ATTESTED if attested else Status.STANDARD,
        confidence=confidence,
        source=source,
        attributes=PublicMap(dict(zip(_COLUMNS, more, strict=True))),
    )


def _whole(prefix: str, codes: str) -> str:
    if not codes:
        return ""
    return " ".join(prefix + code if len(code) == 4 else code for code in codes.split())


def _parent(code: str, mark: str) -> str:
    if mark == "-" or code.endswith("0000"):
        return ""
    if mark == "^" or code.endswith("00"):
        return code[:2] + "0000"
    return mark or code[:4] + "00"


def _year(packed: str) -> str:
    if len(packed) != 2:
        return packed
    return ("19" if packed >= "50" else "20") + packed
