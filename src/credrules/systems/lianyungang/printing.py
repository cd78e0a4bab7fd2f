"""
What is printed together: 技师 and 等级工 never in one batch.

References: annex 1, step 7.
Limitations: 高级技师 are not mentioned there; they get a separate batch, or one
with 技师, as the profile says, and never one with 等级工.
"""

from __future__ import annotations

from typing import Any, Final

from attrs import field, frozen

from credrules.engine import Context, Profile, Violation, rule, violation
from credrules.keys import items_of
from credrules.lists import first_of, grouped
from credrules.systems.lianyungang.names import GRADE_WORKERS, SENIOR_TECHNICIAN, TECHNICIAN, PrintKind
from credrules.systems.lianyungang.profile import PROFILE
from credrules.systems.lianyungang.promotion.rules import registered
from credrules.systems.lianyungang.reading import registration_of
from credrules.systems.lianyungang.records.cells import GRADE
from credrules.systems.lianyungang.records.whole import Declaration, Registration, Worker
from credrules.systems.lianyungang.rules.paths import with_sections
from credrules.values import exact_text

__all__ = [
    "PRINT_RULES",
    "PrintGroup",
    "batches_are_pure",
    "kind_of",
    "print_groups",
]
__dir__ = __all__.copy

_MOST: Final = 10_000


@frozen
class PrintGroup:
    """
    A batch: its kind and its members, the items as they were given.
    """

    kind: PrintKind
    members: tuple[Any, ...] = field(repr=False)


def print_groups(registrations: object, *, profile: Profile = PROFILE) -> tuple[PrintGroup, ...]:
    """
    Put registrations into batches, each into exactly one, in the order of the kinds' first members.

    An item is a registration, a mapping (English keys or labels), a worker with
    a registration, or the grade itself. An item whose grade cannot be read is in a
    separate batch, to be asked about. Never raises.

    >>> groups = print_groups([{"申报等级": "技师"}, {"申报等级": "高级工"}, {"申报等级": "中级工"}])
    >>> [(group.kind.value, len(group.members)) for group in groups]
    [('技师', 1), ('等级工', 2)]
    """
    kinds = grouped((kind_of(_target(item), profile=profile), item) for item in _items(registrations))
    return tuple(PrintGroup(kind, members) for kind, members in kinds.items())


def kind_of(target: str | None, *, profile: Profile = PROFILE) -> PrintKind:
    """
    Return the kind of batch with which a grade applied for is printed.

    >>> kind_of("1").value, kind_of("1", profile=PROFILE.switch(senior_technicians="with_technicians")).value
    ('高级技师', '技师')
    """
    if target == SENIOR_TECHNICIAN and (PROFILE.own(profile) or PROFILE).senior_technicians == "own":
        return PrintKind.SENIOR_TECHNICIAN
    if target in {TECHNICIAN, SENIOR_TECHNICIAN}:
        return PrintKind.TECHNICIAN
    return PrintKind.GRADE_WORKER if target in GRADE_WORKERS else PrintKind.UNKNOWN


def _items(registrations: object) -> list[object]:
    one = type(registrations) is Registration or type(registrations) is Worker
    if one or items_of(registrations) is not None or exact_text(registrations) is not None:
        return [registrations]
    if issubclass(type(registrations), (list, tuple, set, frozenset)):
        return first_of(registrations)
    # A stream may have no end. One that goes on after what any unit declares is asked about, not put into batches.
    found = first_of(registrations, _MOST + 1)
    return found if len(found) <= _MOST else [registrations]


def _target(item: object) -> str | None:
    return GRADE.check(item).value if exact_text(item) is not None else registration_of(item).target_grade


@rule(
    "LYG.PRINT.SEPARATE",
    reads=with_sections(
        *("registrations.name", "registrations.target_grade", "registrations.print_batch", "workers.person.name"),
        *("workers.registration.target_grade", "workers.registration.print_batch"),
    ),
)
def batches_are_pure(declaration: Declaration, context: Context) -> list[Violation]:
    """
    Registrations of one print batch are of one kind.
    """
    found = []
    seen: dict[str, PrintKind] = {}
    for path, registration, _worker in registered(declaration):
        if registration.print_batch is not None:
            kind = kind_of(registration.target_grade, profile=context.profile)
            first = seen.setdefault(registration.print_batch, kind)
            if kind is not first:
                found.append(violation(*path, "print_batch", kinds=(first.label, kind.label)))
    return found


PRINT_RULES: Final = (batches_are_pure,)
"""The rule of a declaration's print batches."""
