"""
A system: record, rules, profile, codes and stages as one value, whose methods are its public interface.

`SYSTEM.check` is the only way into the engine: streams, rosters and frames
call it. Problems of shape, unreadable cells and broken rules are collected
together, in form order; the report's value is the record as far as it could
be read.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeAlias, TypeVar, cast

import attrs
from attrs import evolve, field, frozen

from credrules.catalogue import RULES
from credrules.engine.judging import form_order, judge
from credrules.engine.plan import Codes, Plan, partial_plan, plan_of
from credrules.engine.profile import FieldRequirement, Profile, foreign
from credrules.engine.reading import Reading, read, read_cells
from credrules.engine.rules import Context, RecordRule
from credrules.engine.stages import Stage
from credrules.fields import FieldSpec, all_fields
from credrules.findings import CredrulesError, Finding, Report, Rerun, finding
from credrules.keys import Labels, RecordForm, plain
from credrules.lists import listed
from credrules.masking import type_name
from credrules.values import EMPTY, Evidence, FrozenMap, exact_day, frozen_map

__all__ = ["After", "Before", "Pass", "System", "read_record", "structured"]
__dir__ = __all__.copy

_R = TypeVar("_R")


@frozen
class Pass:
    """
    What a stage after the rules may use.

    `given` holds the record's cells under its own names, `cells` the same cells
    after the stages before the rules, `findings` the findings so far.
    """

    given: Mapping[str, Any]
    cells: Mapping[str, Any]
    record: Any
    on: dt.date
    profile: Any
    findings: tuple[Finding, ...]

    @functools.cached_property
    def emptied(self) -> tuple[str, ...]:
        """
        The fields whose cells the stages before the rules have emptied.
        """
        return tuple(name for name, cell in self.cells.items() if cell is None and self.given[name] is not None)


Before: TypeAlias = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""A stage before the rules: the record's cells under its own names, as they are to be read."""

After: TypeAlias = Callable[[Pass], tuple[Finding, ...]]
"""A stage after the rules: all findings, as they are to be reported. A `Stage` declares which raw cells it looks at."""


@frozen(repr=False)
class System(Generic[_R]):
    """
    One system: its name, the whole record, its rules, the shipped profile, its codes.

    `mandatory` and `optional` are the codes of empty cells, `renames` maps
    leaf findings to the system's own codes (white space has a rule of its own
    in Guangxi). `before` and `after` are stages around the rules, named by
    their functions. `parts` are the smaller systems that belong to this
    one. `home` is the module that defines the system, as `SYSTEM` or under the
    name of a part: shipped systems are pickled by name.
    """

    name: str
    record: type[_R]
    rules: tuple[RecordRule, ...] = field(default=(), kw_only=True)
    profile: Profile = field(default=Profile("plain"), kw_only=True)
    mandatory: str = field(default="", kw_only=True)
    optional: str = field(default="", kw_only=True)
    renames: FrozenMap[str, str] = field(default=EMPTY, kw_only=True, converter=frozen_map)
    before: tuple[Before, ...] = field(default=(), kw_only=True)
    after: tuple[After, ...] = field(default=(), kw_only=True)
    parts: tuple[System[Any], ...] = field(default=(), kw_only=True)
    home: str = field(default="", kw_only=True)

    @property
    def stages(self) -> tuple[str, ...]:
        """
        The names of a check's stages, in order.

        >>> from credrules.systems import guangxi
        >>> guangxi.SYSTEM.stages
        ('keys', 'cells', 'rules')
        """
        before, after = ((stage.__name__ for stage in stages) for stages in (self.before, self.after))
        return ("keys", *before, "cells", "rules", *after)

    @property
    def records(self) -> tuple[type, ...]:
        """
        The whole records of this system and of its parts.
        """
        return (self.record, *(record for part in self.parts for record in part.records))

    @functools.cached_property
    def plan(self) -> Plan:
        """
        How the record is read and judged, worked out for the first record.
        """
        return plan_of(self.record, self.rules, self.renames)

    @functools.cached_property
    def codes(self) -> Codes:
        """
        The codes for empty cells.
        """
        return Codes(self.mandatory, self.optional)

    def check(self, data: object, *, on: dt.date, profile: Profile | None = None) -> Report[_R]:
        """
        Read and judge one record; accepts any object and never raises.

        `data` is a mapping (English keys, labels of either language, aliases;
        the cells of a one-record section may be at the top level) or a record.
        `on` is the day that counts as today. The report's value is the record
        as far as it could be read; findings are in form order.
        """
        rerun = Rerun(self.check, FrozenMap(on=on, profile=profile), form=RecordForm(self.record))
        return self._checked(data, on, profile, None, rerun)

    def check_present(
        self, data: object, present: frozenset[str], *, on: dt.date, profile: Profile | None = None
    ) -> Report[_R]:
        """
        Check a record from a source that has only the named fields and sections, such as the columns of a table.

        Other fields are not read, and neither engine nor rules report anything about them.

        >>> import datetime
        >>> from credrules.rosters.system import SYSTEM
        >>> SYSTEM.check_present({"name": "张三"}, frozenset({"name"}), on=datetime.date(2026, 1, 1)).findings
        ()
        """
        options: FrozenMap[str, Any] = FrozenMap(present=present, on=on, profile=profile)
        rerun = Rerun(self.check_present, options, form=RecordForm(self.record))
        return self._checked(data, on, profile, present, rerun)

    def _checked(
        self, data: object, on: dt.date, profile: Profile | None, present: frozenset[str] | None, rerun: Rerun
    ) -> Report[_R]:
        day, own = exact_day(on), self.profile.own(profile)
        if day is None or own is None:
            refusal = foreign(profile, self.profile) if day else finding("RECORD.NO_DAY", kind=type_name(on)[:40])
            return Report(data, None, (refusal,), (), rerun)
        plan = self.plan if present is None else partial_plan(self.plan, present)
        reading = Reading(self.codes, own, day, present)
        if not own.covers(day):
            reading.add(finding("PROFILE.OUTSIDE", on=day, name=own.name))
        given = reading.keyed(self.record, data, ())
        cells = functools.reduce(lambda now, stage: stage(now), self.before, given)
        record = read_cells(plan, cells, (), reading)
        judge(plan, record, reading, Context(day, own, record))
        found = tuple(sorted(reading.findings, key=lambda item: form_order(self.record, item.path)))
        for stage in self.after:
            if not isinstance(stage, Stage) or stage.concerns(present):
                found = stage(Pass(given, cells, record, day, own, found))
        return Report(data, record, tuple(map(reading.sent, found)), tuple(reading.changes), rerun)

    def requiredness(self, profile: Profile | None = None) -> FrozenMap[str, FieldRequirement]:
        """
        Return for every field id of the form whether the field must be filled, how that is known, and the clause.

        The fields of the system's parts are included. The clause is that of the
        finding about the empty field or, where the text speaks of the field itself,
        of that requirement ("" if no finding cites it).

        >>> from credrules.systems import guangxi
        >>> need = guangxi.SYSTEM.requiredness()["TitleCertificate.certificate_number"]
        >>> need.label.zh, need.required, need.basis.value, need.clause
        ('证书编号', True, 'stated', '广西专业技术人员信息采集常见问题解答 (2012-03), 二(15)')
        """
        own = self.profile.own(profile)
        if own is None:
            raise CredrulesError([foreign(profile, self.profile)])
        needs = ((spec, own.requirement(spec)) for spec in all_fields(self.record) if spec.on_form)
        mine = {
            spec.id: evolve(
                need, label=spec.label, requirement=spec.declared.requirement, clause=self._clause(spec, need)
            )
            for spec, need in needs
        }
        parts = {name: need for part in self.parts for name, need in part.requiredness(own).items()}
        return FrozenMap({**mine, **{name: need for name, need in parts.items() if name not in mine}})

    def _clause(self, spec: FieldSpec, need: FieldRequirement) -> str:
        code = (spec.declared.missing or self.mandatory) if need.required else self.optional
        if code and (spec.declared.missing or not need.required or need.basis is Evidence.ASSUMED):
            return "; ".join(item.text() for item in RULES[code].citations)
        rows = [row for row in RULES.values() if spec.declared.requirement in row.requirements]
        rows.sort(key=lambda row: len(row.requirements))  # the row about this requirement alone comes first
        cited = [item for row in rows for item in row.citations]
        cited += RULES[code].citations if code else ()
        source = {item.document for item in RULES[self.mandatory].citations} if self.mandatory else set[str]()
        return next((item.text() for item in cited if item.document in source), "")

    def check_many(
        self, items: Iterable[object], *, on: dt.date, profile: Profile | None = None
    ) -> Iterator[Report[_R]]:
        """
        Check a stream of records, one report each, in order; holds one record at a time.
        """
        for item in listed(items):
            yield self.check(item, on=on, profile=profile)

    def structure(self, data: object) -> _R:
        """
        Return `data` as a record, or raise CredrulesError with every problem of shape or value.

        A draft with empty fields is a valid value; rules are not applied.
        """
        return structured(data, self.record)

    def unstructure(self, record: _R, labels: Labels = None) -> dict[str, Any]:
        """
        Return a record as plain data, empty fields left out; `labels="zh"` or `"en"` gives the form's labels as keys.
        """
        return cast("dict[str, Any]", plain(record, labels))

    def __repr__(self) -> str:
        return f"<system {self.name}: {self.record.__name__}, {len(self.rules)} rules>"

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        if self.home and _at_home(self.home, self.name) is self:
            return _at_home, (self.home, self.name)
        return functools.partial(System, **attrs.asdict(self, recurse=False)), ()


def _at_home(home: str, name: str) -> object:
    found = getattr(importlib.import_module(home), "SYSTEM", None)
    known = (found, *found.parts) if isinstance(found, System) else ()
    return next((item for item in known if item.name == name), None)


@functools.lru_cache(maxsize=256)
def _unjudged(record: type) -> System[Any]:
    return System(record.__name__, record)


def read_record(data: object, record: type) -> Report[Any]:
    """
    Read one record without judging it: shape and values only, no rule, no day.
    """
    system = _unjudged(record)
    reading = Reading(system.codes, system.profile, None)
    value = read(system.plan, data, (), reading)
    found = map(reading.sent, sorted(reading.findings, key=lambda item: form_order(record, item.path)))
    rerun = Rerun(read_record, FrozenMap(record=record), form=RecordForm(record))
    return Report(data, value, tuple(found), tuple(reading.changes), rerun)


def structured(data: object, record: type[_R]) -> _R:
    """
    Return `data` as a `record`, or raise CredrulesError with every problem of shape or value; see `System.structure`.
    """
    report = read_record(data, record)
    if report.errors:
        raise CredrulesError(report.errors)
    return cast("_R", report.value)
