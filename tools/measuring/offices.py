"""
Offices and the headings of their tables, each column with its role; what a role is to the library.

The headings were found in public code and lists (kinds of source only) and labelled before they were measured.
"""

from __future__ import annotations

import csv
import functools
import itertools
from pathlib import Path
from typing import Any, Final

from attrs import frozen

ROOT: Final = Path(__file__).resolve().parent.parent.parent
SOURCE: Final = ROOT / "tests" / "rosters" / "fresh" / "offices.csv"

FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "-": ("",),
    "x": ("",),
    "doctype": ("",),
    "name": ("name",),
    "id": ("citizen_id",),
    "sex": ("sex",),
    "birth": ("birth_date",),
    "age": ("age",),
    "ethnicity": ("ethnicity",),
    "native": ("native_place",),
    "birth_place": ("birth_place",),
    "politics": ("political_status",),
    "party": ("party_joined_on",),
    "work": ("work_start",),
    "joined": ("joined_on",),
    "prof_start": ("prof_start",),
    "unit": ("unit_name",),
    "unit?": ("unit_name", ""),
    "department": ("department",),
    "position": ("position",),
    "position?": ("position", ""),
    "education": ("education",),
    "degree": ("degree",),
    "school": ("school",),
    "major": ("major",),
    "graduated": ("graduated_on",),
    "title": ("title_name",),
    "level": ("title_level",),
    "title_major": ("title_major",),
    "issued": ("issued_on",),
    "appointed": ("appointed_on",),
    "appointed?": ("appointed_on", ""),
    "certificate": ("certificate_number",),
    "organ": ("approving_organ",),
    "qualification_number": ("qualification_number",),
    "mobile": ("mobile", "phone"),
    "landline": ("landline", "phone"),
    "email": ("email",),
    "address": ("address",),
    "hours_year": ("hours_year",),
    "general": ("general_hours",),
    "professional": ("professional_hours",),
    "elective": ("elective_hours",),
    "total": ("total_hours",),
    **{
        f"{study}_{name}": (f"{study}_{name}",)
        for study in ("first", "later")
        for name in ("education", "degree", "school", "major")
    },
    **{f"{study}_graduated": (f"{study}_graduated_on",) for study in ("first", "later")},
}
"""Role -> the fields that are right for it; "" is no field."""


@frozen
class Office:
    """
    One office's table: its headings in order, and the role of each column.
    """

    name: str
    trade: str
    headings: tuple[Any, ...]
    roles: tuple[str, ...]

    def place(self, *roles: str) -> int | None:
        """
        Return the place of the first column with one of the roles, None if the table has none.
        """
        return next((at for at, role in enumerate(self.roles) if role in roles), None)


@functools.cache
def offices() -> tuple[Office, ...]:
    """
    Return every office, in the order of the file.
    """
    with SOURCE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    found = []
    for name, group in itertools.groupby(rows, key=lambda row: row["office"]):
        columns = list(group)
        headings = tuple((row["group"], row["heading"]) if row["group"] else row["heading"] for row in columns)
        found.append(Office(name, columns[0]["trade"], headings, tuple(row["role"] for row in columns)))
    return tuple(found)


def lines_of(office: Office) -> tuple[list[list[Any]], list[tuple[int, int, int, int]]]:
    """
    Return the heading lines of a sheet, and its merged ranges counted from 1.
    """
    pairs = [("", item) if isinstance(item, str) else item for item in office.headings]
    if not any(group for group, _ in pairs):
        return [[text for _, text in pairs]], []
    upper: list[Any] = []
    merged: list[tuple[int, int, int, int]] = []
    for group, members in itertools.groupby(enumerate(pairs), key=lambda item: item[1][0] or item):
        places = [at for at, _ in members]
        if isinstance(group, str):
            upper += [group, *[None] * (len(places) - 1)]
            merged.append((1, places[0] + 1, 1, places[-1] + 1))
        else:
            upper.append(pairs[places[0]][1])
            merged.append((1, places[0] + 1, 2, places[0] + 1))
    return [upper, [text if group else None for group, text in pairs]], merged
