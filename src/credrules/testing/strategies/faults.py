"""
Faults of a roster that are made on purpose: which finding each gives, and what it does to the cells of a row.

A fault changes a row of a coherent person in such a way that the finding follows
from the change alone, whoever the person is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import frozen

from credrules import codes
from credrules.testing.person import Person
from credrules.values import FrozenMap

__all__ = ["FAULTS", "Cells", "Damage", "Other"]
__dir__ = __all__.copy

Cells = dict[str, Any]


@frozen
class Damage:
    """
    What makes one finding: the field it is found at, the fields that must be columns, and the change.

    `titled` means that the person must hold a title. The change gets the
    cells by field and the person, and returns the cells that differ.
    """

    field: str
    change: Callable[[Cells, Person], Mapping[str, Any]]
    needs: tuple[str, ...] = ()
    titled: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """
        Every field that must be a column.
        """
        return (self.field, *self.needs)


def _digit(cells: Cells, _: Person) -> Cells:
    number = cells["citizen_id"]
    return {"citizen_id": number[:17] + ("3" if number[17] != "3" else "4")}


def _short(cells: Cells, _: Person) -> Cells:
    return {"citizen_id": cells["citizen_id"][:16]}


def _other_sex(_: Cells, person: Person) -> Cells:
    return {"sex": "女" if person.sex == "1" else "男"}


def _other_birth(_: Cells, person: Person) -> Cells:
    return {"birth_date": f"{person.birth_date.year - 1}-{person.birth_date:%m}"}


def _other_age(_: Cells, person: Person) -> Cells:
    return {"age": person.age + 7}


def _worked_as_a_child(_: Cells, person: Person) -> Cells:
    return {"work_start": f"{person.birth_date.year + 9}-09"}


def _ahead(_: Cells, person: Person) -> Cells:
    return {"work_start": f"{person.as_of.year + 2}-07"}


def _no_month(_: Cells, person: Person) -> Cells:
    return {"work_start": f"{person.work_started_on.year}-13"}


def _two_names(cells: Cells, _: Person) -> Cells:
    return {"name": cells["name"][:1] + " " + cells["name"][1:]}


def _other_level(_: Cells, person: Person) -> Cells:
    held = person.title.level if person.title is not None else ""
    return {"title_level": codes.TITLE_LEVELS["420" if held != "420" else "411"].name}


def _appointed_first(_: Cells, person: Person) -> Cells:
    obtained = person.title.obtained_on if person.title is not None else person.as_of
    return {"appointed_on": f"{obtained.year - 1}-01"}


@frozen
class Other:
    """
    The change to the same cells for everybody.

    >>> Other(FrozenMap(name="")).cells["name"]
    ''
    """

    cells: FrozenMap[str, str]

    def __call__(self, _: Cells, __: Person) -> Cells:
        """
        Return the cells, whatever the row.
        """
        return dict(self.cells)


def _with(**cells: str) -> Other:
    return Other(FrozenMap(cells))


FAULTS: Final = FrozenMap(
    {
        "CITIZEN_ID.CHECK_DIGIT": Damage("citizen_id", _digit),
        "CITIZEN_ID.LENGTH": Damage("citizen_id", _short),
        "ROSTER.SEX": Damage("sex", _other_sex, ("citizen_id",)),
        "ROSTER.BIRTH_DATE": Damage("birth_date", _other_birth, ("citizen_id",)),
        "ROSTER.AGE_STATED": Damage("age", _other_age, ("citizen_id", "birth_date")),
        "ROSTER.AGE": Damage("work_start", _worked_as_a_child, ("citizen_id",)),
        "ROSTER.DATE_FUTURE": Damage("work_start", _ahead),
        "DATE.IMPOSSIBLE": Damage("work_start", _no_month),
        "ROSTER.REQUIRED": Damage("name", _with(name="")),
        "ROSTER.EMPTY": Damage("ethnicity", _with(ethnicity="")),
        "TEXT.EXTRA_SPACE": Damage("name", _two_names),
        "CODE.UNKNOWN": Damage("political_status", _with(political_status="工党")),
        "MOBILE.LENGTH": Damage("mobile", _with(mobile="1380000000")),
        "EMAIL.NO_AT": Damage("email", _with(email="a.example.org")),
        "ROSTER.TITLE_LEVEL": Damage("title_level", _other_level, ("title_name",), titled=True),
        "ROSTER.APPOINTED_BEFORE_ISSUE": Damage(
            "appointed_on", _appointed_first, ("issued_on", "title_name"), titled=True
        ),
        "ROSTER.CERTIFICATE_MISSING": Damage(
            "certificate_number", _with(certificate_number=""), ("title_name",), titled=True
        ),
    }
)
"""The faults by the code of their finding."""
