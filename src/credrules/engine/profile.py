"""
What a host may inject into a system: requiredness, switches, severities, dates.

Every system has an attrs class of its own, whose switches are declared with
`switch`: type, allowed values and the question they settle. Wrong values and
misspelt names are refused where they are given, with one CredrulesError that
lists all of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from types import NoneType
from typing import Any, Final, Self, TypeVar, cast

import attrs
from attrs import evolve, field, frozen

from credrules.catalogue import RULES
from credrules.codes import CodeTable
from credrules.dates import PartialDate
from credrules.fields import FieldSpec, all_fields
from credrules.findings import CredrulesError, Finding, finding
from credrules.lists import is_mapping
from credrules.masking import masked_repr, shown_key, shown_repr, type_name
from credrules.values import EMPTY, Evidence, FrozenMap, Label, Severity, frozen_map

_P = TypeVar("_P", bound="Profile")

_SWITCH: Final = "credrules.switch"

__all__ = ["FieldRequirement", "Profile", "Switch", "foreign", "switch", "switches_of"]
__dir__ = __all__.copy

_NO_LABEL: Final = Label("", "")


@frozen
class FieldRequirement:
    """
    Whether a field must be filled, and how that is known.

    In the answer of a system (`System.requiredness`), `label` names the field,
    `requirement` is the requirement that mentions it and `clause` cites the text
    behind it; what a host injects needs none of them.
    """

    required: bool
    basis: Evidence
    label: Label = _NO_LABEL
    requirement: str = ""
    clause: str = ""


@frozen
class Switch:
    """
    The declaration of a switch: the question it settles, and the types and values it may have.

    `of` is the type of what stands in its tuple or mapping, or the table of
    the codes that it may hold; `least` is its smallest number.
    """

    about: Label
    kinds: tuple[type, ...]
    one_of: tuple[Any, ...] = ()
    of: type | CodeTable = object
    least: int | None = None

    def allows(self, value: object) -> bool:
        """
        Return whether a switch may have this value.

        >>> Switch(Label("每KB字节数", "bytes of a KB"), (int,), (1000, 1024)).allows(1000.0)
        False
        """
        return (
            any(type(value) is kind for kind in self.kinds)
            and (not self.one_of or value in self.one_of)
            and (self.least is None or cast("int", value) >= self.least)
            and all(map(self._may_hold, _entries(value)))
        )

    def _may_hold(self, entry: object) -> bool:
        return issubclass(type(entry), self.of) if isinstance(self.of, type) else entry in self.of

    @property
    def allowed(self) -> str:
        """
        The allowed values, as Python writes them.
        """
        if self.one_of:
            return ", ".join(map(repr, self.one_of))
        kinds = " | ".join("None" if kind is NoneType else kind.__name__ for kind in self.kinds)
        of = self.of.__name__ if isinstance(self.of, type) else self.of.name
        return f"{kinds}{f' ({of})' * (of != 'object')}{'' if self.least is None else f' ≥ {self.least}'}"


def _entries(value: object) -> Iterable[object]:
    if value is None:
        return ()
    if type(value) is FrozenMap:
        return (*value, *value.values())
    return value if type(value) is tuple else (value,)


def switch(  # noqa: PLR0913  # one keyword for each thing that is declared
    default: object,
    zh: str,
    en: str,
    *,
    kinds: tuple[type, ...] = (),
    one_of: tuple[object, ...] = (),
    of: type | CodeTable = object,
    least: int | None = None,
) -> Any:  # noqa: ANN401  # a value of the annotated type
    """
    Declare a switch of a profile, with the question it settles in both languages.

    `kinds` are the exact types of its values (by default the type of the
    default), `one_of` lists the values if only some are allowed; for `of`
    and `least` see `Switch`. A switch that holds a tuple takes any list or
    set, one that holds a map any mapping.
    """
    declared = Switch(Label(zh, en), kinds or (type(default),), one_of, of, least)
    convert = _to_tuple if tuple in declared.kinds else _to_map if FrozenMap in declared.kinds else None
    return field(default=default, kw_only=True, metadata={_SWITCH: declared}, converter=convert)


def _to_tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list | set | frozenset) else value


def _to_map(value: Mapping[Any, Any]) -> FrozenMap[Any, Any]:
    # Anything else is kept, as in a tuple's place, and refused later.
    return frozen_map(value) if is_mapping(value) else cast("FrozenMap[Any, Any]", value)


def _day(value: PartialDate | str | None) -> PartialDate | None:
    # A text is read as a date; anything else is kept and refused later, together with all other faults.
    if type(value) is not str:
        return cast("PartialDate | None", value)
    return (PartialDate.check(value).value or cast("PartialDate", value)) if value else None


def _pairs(given: FrozenMap[Any, Any]) -> Iterable[tuple[Any, Any]]:
    # What is no map is refused as such.
    return given.items() if type(given) is FrozenMap else ()


# The fields of every profile, as its switches are declared.
_OWN: Final = {
    "name": Switch(_NO_LABEL, (str,)),
    "valid_from": Switch(_NO_LABEL, (PartialDate, NoneType)),
    "valid_to": Switch(_NO_LABEL, (PartialDate, NoneType)),
    "requiredness": Switch(_NO_LABEL, (FrozenMap,)),
    "severities": Switch(_NO_LABEL, (FrozenMap,)),
    "records": Switch(_NO_LABEL, (tuple,), of=type),
}


@frozen(repr=False)
class Profile:
    """
    What a system's host may inject: requiredness, switches, severities, dates.

    `requiredness` maps field ids (``"Basic.name"``) to a `FieldRequirement`;
    fields not named keep the declared default. `severities` override the
    catalogue for codes it has. `records` are the whole records it applies to; if they
    are given, misspelt field ids are refused. `valid_from` and `valid_to` are
    the dates it was made for: for any other day, a report states this once.

    >>> Profile("mine", severities={"ROSTER.SEX": Severity.WARNING}).severities["ROSTER.SEX"].value
    'warning'
    """

    name: str
    valid_from: PartialDate | None = field(default=None, converter=_day)
    valid_to: PartialDate | None = field(default=None, converter=_day)
    requiredness: FrozenMap[str, FieldRequirement] = field(default=EMPTY, converter=_to_map)
    severities: FrozenMap[str, Severity] = field(default=EMPTY, converter=_to_map)
    records: tuple[type, ...] = field(default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        faults = tuple(self._faults())
        if faults:
            raise CredrulesError(faults)

    def _faults(self) -> Iterator[Finding]:
        for name, declared in (_OWN | switches_of(type(self))).items():
            if not declared.allows(getattr(self, name)):
                yield _refused(name, getattr(self, name), declared.allowed)
        begin, end = self.valid_from, self.valid_to
        if isinstance(begin, PartialDate) and isinstance(end, PartialDate) and end.latest() < begin.earliest():
            yield _refused("valid_to", end, f"≥ {begin}")
        for code, severity in _pairs(self.severities):
            if type(severity) is not Severity:
                yield _refused(code, severity, "Severity")
            elif type(code) is not str or code not in RULES:
                yield finding("PROFILE.CODE", name=shown_key(code))
        yield from _faulty_requirements(dict(_pairs(self.requiredness)), self.records)

    @property
    def switches(self) -> FrozenMap[str, Any]:
        """
        Name -> value of every switch.
        """
        return FrozenMap({name: getattr(self, name) for name in switches_of(type(self))})

    def requirement(self, spec: FieldSpec) -> FieldRequirement:
        """
        Return whether `spec` must be filled under this profile.
        """
        declared = spec.declared
        injected = self.requiredness.get(spec.id) if self.requiredness else None
        return injected or FieldRequirement(declared.required, declared.basis)

    def require(self, *field_ids: str, required: bool = True, basis: Evidence = Evidence.STATED) -> Self:
        """
        Return a profile in which the named fields are required (or are not); CredrulesError for an unknown field.

        >>> from credrules.rosters import PROFILE
        >>> PROFILE.require("RosterRow.sex").requiredness["RosterRow.sex"].required
        True
        """
        more = {field_id: FieldRequirement(required, basis) for field_id in field_ids}
        return evolve(self, requiredness=FrozenMap({**self.requiredness, **more}))

    def switch(self, **readings: Any) -> Self:  # noqa: ANN401  # each switch has its own type
        """
        Return a profile with other switch values; CredrulesError for an unknown switch or value.

        >>> from credrules.rosters import PROFILE
        >>> PROFILE.switch(hours="CN-GD").hours
        'CN-GD'
        """
        known = switches_of(type(self))
        unknown = [name for name in readings if name not in known]
        if unknown:
            raise CredrulesError(
                finding("PROFILE.SWITCH", name=shown_key(name), known=tuple(known)) for name in unknown
            )
        return evolve(self, **readings)

    def own(self, given: object) -> Self | None:
        """
        Return what a host gives as a profile of this one's class; None for anything else.

        None means this profile itself, and a plain `Profile` gets its switches.

        >>> from credrules.rosters import PROFILE
        >>> PROFILE.own(None) is PROFILE, PROFILE.own(Profile("mine")).hours, PROFILE.own("mine")
        (True, None, None)
        """
        if given is None:
            return self
        # Not `isinstance`: the `__class__` of a foreign object may raise.
        if issubclass(type(given), type(self)):
            return cast("Self", given)
        return given.completed(self) if type(given) is Profile else None

    def completed(self, base: _P) -> _P:
        """
        Return this profile; a plain `Profile`, which has no switches, gets those of `base`.

        A profile of another system is refused with a CredrulesError.

        >>> from credrules.rosters import PROFILE
        >>> Profile("mine").completed(PROFILE).hours is None
        True
        """
        if isinstance(self, type(base)):
            return self
        if type(self) is not Profile:
            raise CredrulesError([foreign(self, base)])
        given = {item.name: getattr(self, item.name) for item in attrs.fields(Profile) if item.name != "records"}
        return evolve(base, **given)

    def __repr__(self) -> str:
        told = (*switches_of(type(self)), "requiredness", "severities")
        fields = attrs.fields_dict(type(self))
        own = ((name, getattr(self, name)) for name in told if getattr(self, name) != fields[name].default)
        changed = ", ".join(f"{name}={masked_repr(value)[:60]}" for name, value in own)
        return f"<{self.name}: {changed}>" if changed else f"<{self.name}>"

    def covers(self, day: dt.date) -> bool:
        """
        Return whether a day lies between `valid_from` and `valid_to`; a coarse date covers all its days.

        >>> Profile("mine", valid_from="2012-03").covers(dt.date(2012, 2, 29))
        False
        """
        early = self.valid_from is not None and day < self.valid_from.earliest()
        return not early and (self.valid_to is None or day <= self.valid_to.latest())


def switches_of(profile: type[Profile]) -> dict[str, Switch]:
    """
    Return the switches a class of profiles declares, in their order.
    """
    fields = attrs.fields(profile)
    return {item.name: item.metadata[_SWITCH] for item in fields if _SWITCH in item.metadata}


def foreign(given: object, base: Profile) -> Finding:
    """
    Return the finding about a profile that is not one of this system's.
    """
    return finding("PROFILE.FOREIGN", kind=type_name(given)[:40], wanted=type(base).__name__)


def _refused(name: str, value: object, allowed: str) -> Finding:
    return finding("PROFILE.VALUE", name=shown_key(name), given=shown_repr(value)[:80], allowed=allowed)


def _faulty_requirements(needs: Mapping[Any, Any], records: tuple[type, ...]) -> Iterator[Finding]:
    for name, need in needs.items():
        if type(need) is not FieldRequirement:
            yield _refused(name, need, "FieldRequirement")
    if needs and records:
        known = {spec.id for record in records for spec in all_fields(record)}
        yield from (finding("PROFILE.FIELD", name=shown_key(name)) for name in needs if name not in known)
