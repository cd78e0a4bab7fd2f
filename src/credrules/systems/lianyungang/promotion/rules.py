"""
A registration and its worker: the grade applied for, exceptional applications, remarks, what is typed by hand.

The same rules apply to a worker with a registration of their own and to the
persons of a unit's declaration, who are found by name.

References: annex 1, step 3 no. 4, step 5 and (二).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from attrs import evolve

from credrules import text
from credrules.engine import Context, Violation, rule, violation
from credrules.findings import Decision, Path
from credrules.systems.lianyungang.names import name_of
from credrules.systems.lianyungang.promotion.standing import is_next, is_open, order_of_grades
from credrules.systems.lianyungang.records.whole import Award, Declaration, Registration, Worker
from credrules.systems.lianyungang.rules.latest import all_read, latest_records
from credrules.systems.lianyungang.rules.paths import below, with_sections

__all__ = [
    "PERSONS_RULES",
    "PROMOTION_RULES",
    "Beside",
    "award_is_entered",
    "changed_trade",
    "exception_by_award",
    "hand_agrees_with_subset",
    "nothing_is_typed_again",
    "own_target_is_named",
    "persons_are_workers",
    "persons_may_be_promoted",
    "registered",
    "remark_is_expected",
    "target_is_next",
    "target_step",
    "targets_are_named",
    "typed_again",
    "typed_by_hand",
    "workers_called",
]
__dir__ = __all__.copy

Beside: TypeAlias = Callable[[Worker, Registration], Violation | None]


def registered(declaration: Declaration) -> Iterator[tuple[Path, Registration, Worker | None]]:
    """
    Yield every registration of a declaration with its path and its worker (None if not exactly one has that name).

    A worker's own registration counts if it names a grade.

    >>> from credrules.systems.lianyungang.records import Person
    >>> unit = Declaration(workers=(Worker(Person("李某")),), registrations=(Registration("李某"),))
    >>> [(path, worker.person.name) for path, _, worker in registered(unit)]
    [(('registrations', 0), '李某')]
    """
    for place, registration in enumerate(declaration.registrations):
        found = workers_called(declaration, registration.name)
        yield ("registrations", place), registration, found[0] if len(found) == 1 else None
    for place, worker in enumerate(declaration.workers):
        if worker.registration.target_grade is not None:
            yield ("workers", place, "registration"), worker.registration, worker


def workers_called(declaration: Declaration, name: str | None) -> tuple[Worker, ...]:
    """
    Return the workers with a name.
    """
    return tuple(item for item in declaration.workers if name and text.same_name(item.person.name, name))


def target_is_next(worker: Worker, registration: Registration) -> Violation | None:
    """
    The grade applied for is the next above the highest held, unless a special case or 破格 is open.
    """
    target = registration.target_grade
    if target is None or is_open(registration) or is_next(worker, target) is not False:
        return None
    return violation("target_grade", target=name_of(target))


def remark_is_expected(worker: Worker, registration: Registration) -> Violation | None:
    """
    A trade other than that of the last certificate is a changed post, which the remark explains.
    """
    trades = {record.trade for record in latest_records(worker) if record.trade is not None}
    wanted = registration.trade
    if wanted is None or registration.remark is not None or not trades or not all_read(worker):
        return None
    return None if any(text.same_name(wanted, trade) for trade in trades) else violation("remark")


def award_is_entered(worker: Worker, registration: Registration) -> Violation | None:
    """
    An exceptional application by award needs the award in its subset.
    """
    entered = any(item != Award() for item in worker.awards)
    return violation("exceptional") if registration.exceptional == "BY_AWARD" and not entered else None


def hand_agrees_with_subset(worker: Worker, registration: Registration) -> Violation | None:
    """
    For staff on the establishment, what is typed by hand does not differ from what the system extracts.
    """
    if worker.person.establishment != "ON" or registration.manual_training is None:
        return None
    known = [item.course for item in worker.training if item.course is not None]
    strange = [name for name in registration.manual_training if not any(text.same_name(name, it) for it in known)]
    return violation("manual_training") if strange else None


def nothing_is_typed_again(worker: Worker, registration: Registration) -> Violation | None:
    """
    For staff on the establishment, training is extracted automatically; typing it again is superfluous.
    """
    typed = worker.person.establishment == "ON" and registration.manual_training is not None
    return violation("manual_training") if typed and hand_agrees_with_subset(worker, registration) is None else None


def _judged(record: Worker | Declaration, judge: Beside) -> list[Violation]:
    """
    Return what a judgement finds on a worker's own registration, or on each person that a declaration registers.

    A worker's own registration inside a declaration is judged with the worker.
    """
    found = [
        (path, judge(worker, registration))
        for path, registration, worker in _beside(record)
        if worker is not None and path[0] != "workers"
    ]
    return [evolve(item, path=(*path, *item.path)) for path, item in found if item is not None]


def _beside(record: Worker | Declaration) -> Iterable[tuple[Path, Registration, Worker | None]]:
    return (
        registered(record) if isinstance(record, Declaration) else ((("registration",), record.registration, record),)
    )


# What each judgement reads, of the registration and of the worker.
_TARGET: Final = (("target_grade", "remark", "exceptional"), ("person.main_grade", "skills.grade"))
_REMARK: Final = (("trade", "remark"), ("skills.trade", "skills.obtained_on"))
_AWARD: Final = (("exceptional",), below("awards", Award))
_ADDED: Final = tuple(f"workers.registration.{name}" for name in ("remark", "exceptional"))
_HAND: Final = (("manual_training",), ("person.establishment", "training.course"))


def _of_worker(reads: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    return (*(f"registration.{name}" for name in reads[0]), *reads[1])


_BY_NAME: Final = (
    "registrations.name",
    "registrations.target_grade",
    "workers.person.name",
    "workers.registration.target_grade",
)
"""How the workers are found for the persons of a declaration."""


def _of_persons(reads: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    own = (f"registrations.{name}" for name in reads[0])
    return with_sections(*_BY_NAME, *own, *(f"workers.{name}" for name in reads[1]))


def _of_both(reads: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    return (*_of_worker(reads), *_of_persons(reads))


@rule("LYG.DECL.TARGET_STEP", reads=_of_both(_TARGET))
def target_step(record: Worker | Declaration, _: Context) -> list[Violation]:
    """
    The grade applied for is the next above the highest held.
    """
    return _judged(record, target_is_next)


@rule("LYG.DECL.REMARK", reads=_of_both(_REMARK), reports_missing=True)
def changed_trade(record: Worker | Declaration, _: Context) -> list[Violation]:
    """
    A changed trade is explained by the remark.
    """
    return _judged(record, remark_is_expected)


@rule("LYG.AWARD.EXCEPTION", reads=_of_both(_AWARD))
def exception_by_award(record: Worker | Declaration, _: Context) -> list[Violation]:
    """
    An exceptional application by award has its award.
    """
    return _judged(record, award_is_entered)


@rule("LYG.OFF.MANUAL", reads=_of_both(_HAND))
def typed_by_hand(record: Worker | Declaration, _: Context) -> list[Violation]:
    """
    For staff on the establishment, nothing typed by hand contradicts the subset.
    """
    return _judged(record, hand_agrees_with_subset)


@rule("LYG.TRAIN.AUTO", reads=_of_both(_HAND))
def typed_again(record: Worker | Declaration, _: Context) -> list[Violation]:
    """
    For staff on the establishment, training is not typed again.
    """
    return _judged(record, nothing_is_typed_again)


@rule("LYG.DECL.TARGET", reads=below("registration", Registration), reports_missing=True)
def own_target_is_named(worker: Worker, _: Context) -> Violation | None:
    """
    A registration names the grade applied for.
    """
    own = worker.registration
    bare = evolve(own, name=None, trade=None, remark=None) == Registration()
    return None if bare or own.target_grade is not None else violation("registration", "target_grade")


@rule("LYG.DECL.TARGET", reads=("registrations.target_grade",), reports_missing=True)
def targets_are_named(declaration: Declaration, _: Context) -> list[Violation]:
    """
    Every registered person has a grade applied for.
    """
    given = enumerate(declaration.registrations)
    return [violation("registrations", place, "target_grade") for place, item in given if item.target_grade is None]


@rule("LYG.DECL.NOT_LISTED", reads=with_sections("registrations.name", "workers.person.name"))
def persons_are_workers(declaration: Declaration, _: Context) -> list[Violation]:
    """
    Registered persons are selected from the unit's workers.
    """
    return [
        violation("registrations", place, "name")
        for place, item in enumerate(declaration.registrations)
        if declaration.workers and item.name is not None and len(workers_called(declaration, item.name)) != 1
    ]


@rule("LYG.DECL.ADD_PERSON", reads=(*_of_persons(_TARGET), *_ADDED))
def persons_may_be_promoted(declaration: Declaration, _: Context) -> list[Violation]:
    """
    No one is added who cannot be promoted because the grade below is missing and no exception is open.
    """
    return [
        violation(*path, "target_grade", target=name_of(target))
        for path, registration, worker in registered(declaration)
        if worker is not None
        and (target := registration.target_grade) is not None
        and order_of_grades(worker, registration, target) is Decision.OUT
    ]


PROMOTION_RULES: Final = (
    target_step,
    changed_trade,
    exception_by_award,
    typed_by_hand,
    typed_again,
    own_target_is_named,
)
"""The rules of a registration and its worker, and of the persons of a declaration."""

PERSONS_RULES: Final = (
    targets_are_named,
    persons_are_workers,
    persons_may_be_promoted,
)
"""Further rules for the persons of a declaration."""
