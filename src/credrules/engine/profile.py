"""
What a host may inject into a system: requiredness, switches, severities, dates.
"""

from __future__ import annotations

from typing import Any

from attrs import evolve, field, frozen

from credrules.fields import FieldSpec, all_fields
from credrules.values import EMPTY, Evidence, FrozenMap, Severity, frozen_map

__all__ = ["FieldRequirement", "Profile"]


def __dir__() -> list[str]:
    return sorted(__all__)


@frozen
class FieldRequirement:
    """
    Whether a field must be filled, and how that is known.
    """

    required: bool
    basis: Evidence


@frozen
class Profile:
    """
    What a system's host may inject: requiredness, switches, severities, dates.

    `requiredness` maps field ids (``"Basic.name"``) to a `FieldRequirement`;
    fields not named keep the declared default. `switches` hold the readings
    of ambiguous rules, `severities` override the catalogue. `record` is the
    whole record it speaks of; with it, misspelt field ids are refused.
    """

    name: str
    valid_from: str = ""
    valid_to: str = ""
    requiredness: FrozenMap[str, FieldRequirement] = field(default=EMPTY, converter=frozen_map)
    switches: FrozenMap[str, Any] = field(default=EMPTY, converter=frozen_map)
    severities: FrozenMap[str, Severity] = field(default=EMPTY, converter=frozen_map)
    record: type | None = None

    def requirement(self, spec: FieldSpec) -> FieldRequirement:
        """
        Return whether `spec` must be filled under this profile.
        """
        declared = spec.declared
        injected = self.requiredness.get(spec.id) if self.requiredness else None
        return injected or FieldRequirement(declared.required, declared.basis)

    def require(self, *field_ids: str, required: bool = True, basis: Evidence = Evidence.STATED) -> Profile:
        """
        Return a profile in which the named fields are required (or are not).

        With a `record`, a field it does not have raises KeyError.

        >>> from credrules.rosters import RosterRow
        >>> strict = Profile("strict", record=RosterRow).require("RosterRow.sex")
        >>> strict.requiredness["RosterRow.sex"].required
        True
        """
        if self.record is not None:
            known = {spec.id for spec in all_fields(self.record)}
            for field_id in field_ids:
                if field_id not in known:
                    raise KeyError(field_id)
        more = {field_id: FieldRequirement(required, basis) for field_id in field_ids}
        return evolve(self, requiredness=FrozenMap({**self.requiredness, **more}))

    def switch(self, **readings: object) -> Profile:
        """
        Return a profile with other readings; KeyError for a switch it does not have.
        """
        for name in readings:
            if name not in self.switches:
                raise KeyError(name)
        return evolve(self, switches=FrozenMap({**self.switches, **readings}))

    def completed(self, base: Profile) -> Profile:
        """
        Return a profile that has every switch of `base`: those it lacks stand as there.

        >>> Profile("mine", switches={"a": 1}).completed(Profile("base", switches={"a": 0, "b": 2})).switches
        FrozenMap({'a': 1, 'b': 2})
        """
        if base.switches.keys() <= self.switches.keys():
            return self
        return evolve(self, switches=FrozenMap({**base.switches, **self.switches}))
