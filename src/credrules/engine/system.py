"""
A system as the engine sees it: the whole record, its rules, and its codes.
"""

from __future__ import annotations

from attrs import Factory, field, frozen

from credrules.engine.rules import RecordRule
from credrules.values import EMPTY, FrozenMap, frozen_map

__all__ = ["RecordSystem"]


def __dir__() -> list[str]:
    return sorted(__all__)


def _required_by_record(system: RecordSystem) -> FrozenMap[type, tuple[str, ...]]:
    by_record = {
        kind: [name for rule in rules for name in rule.requires] for kind, rules in _rules_by_record(system).items()
    }
    return FrozenMap({kind: tuple(dict.fromkeys(names)) for kind, names in by_record.items()})


def _rules_by_record(system: RecordSystem) -> FrozenMap[type, tuple[RecordRule, ...]]:
    kinds = dict.fromkeys(rule.record for rule in system.rules)
    return FrozenMap({kind: tuple(rule for rule in system.rules if rule.record is kind) for kind in kinds})


@frozen
class RecordSystem:
    """
    A system as the engine needs it: the whole record, its rules, and its codes.

    `renames` maps leaf findings to the system's own codes (white space has a
    rule of its own in Guangxi), `mandatory` and `optional` are the codes for
    empty cells; an empty code keeps silent, with both empty no cell is missing.
    """

    record: type
    rules: tuple[RecordRule, ...]
    mandatory: str
    optional: str = ""
    renames: FrozenMap[str, str] = field(default=EMPTY, converter=frozen_map)
    _by_record: FrozenMap[type, tuple[RecordRule, ...]] = field(
        init=False, eq=False, repr=False, default=Factory(_rules_by_record, takes_self=True)
    )

    _required: FrozenMap[type, tuple[str, ...]] = field(
        init=False, eq=False, repr=False, default=Factory(_required_by_record, takes_self=True)
    )

    def required_by_rules(self, record: type) -> tuple[str, ...]:
        """
        Return the fields of `record` that some rule cannot do without.
        """
        return self._required.get(record, ())

    def rules_for(self, record: type) -> tuple[RecordRule, ...]:
        """
        Return the rules that look at `record`, in the order they are listed.
        """
        return self._by_record.get(record, ())
