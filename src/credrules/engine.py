"""
One pass over a record: read every cell, judge every rule, lose nothing.

`check_record` is the only engine: faces of systems, streams and rosters call
it. Shape problems (unknown keys, a list where a record belongs), cells that
cannot be read and broken rules are collected together, in form order.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias, cast

from attrs import Factory, evolve, field, frozen

from credrules.fields import FieldSpec, SectionSpec, all_fields, fields_of, sections_of
from credrules.findings import Change, Finding, Path, Report, Rerun, finding
from credrules.keys import Prepare, items_of, keyed_of
from credrules.leaves import NarrowingLeaf, is_blank
from credrules.values import EMPTY, Evidence, FrozenMap, Severity, day_of, frozen_map

# More list entries than this in one section of one record are refused, so
# that a hostile input cannot make one record cost like a million.
MOST_ENTRIES: Final = 200


@frozen
class Requirement:
    """
    Whether a field must be filled, and how that is known.
    """

    required: bool
    basis: Evidence


@frozen
class Profile:
    """
    What a system's host may inject: requiredness, switches, severities, dates.

    `requiredness` maps field ids (``"Basic.name"``) to a `Requirement`;
    fields not named keep the declared default. `switches` hold the readings
    of ambiguous rules, `severities` override the catalogue. `record` is the
    whole record it speaks of; with it, misspelt field ids are refused.
    """

    name: str
    valid_from: str = ""
    valid_to: str = ""
    requiredness: FrozenMap[str, Requirement] = field(default=EMPTY, converter=frozen_map)
    switches: FrozenMap[str, Any] = field(default=EMPTY, converter=frozen_map)
    severities: FrozenMap[str, Severity] = field(default=EMPTY, converter=frozen_map)
    record: type | None = None

    def requirement(self, spec: FieldSpec) -> Requirement:
        """
        Return whether `spec` must be filled under this profile.
        """
        declared = spec.declared
        injected = self.requiredness.get(spec.id) if self.requiredness else None
        return injected or Requirement(declared.required, declared.basis)

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
        more = {field_id: Requirement(required, basis) for field_id in field_ids}
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


@frozen
class Context:
    """
    What a rule may look at beside its record.
    """

    on: dt.date
    profile: Profile
    root: Any


@frozen
class Hit:
    """
    A rule's answer: where below its record, with which words' parameters.
    """

    path: Path = ()
    params: FrozenMap[str, Any] = field(default=EMPTY, converter=frozen_map)
    suggestion: object = None


def hit(*path: str | int, suggestion: object = None, **params: object) -> Hit:
    """
    Make a hit at `path`.
    """
    return Hit(path, FrozenMap(params), suggestion)


RuleFunction: TypeAlias = Callable[[Any, Context], Iterable[Hit]]


@frozen
class RecordRule:
    """
    One rule: the catalogue code, the record type it looks at, and the function.

    `needs` names the fields that must hold a value before the rule can say
    anything; with one of them empty the rule is not applicable. A rule that
    `asks` wants its place filled; of a cell that could not be read it says
    nothing, for the cell is not empty and its error has been told.
    """

    code: str
    record: type
    function: RuleFunction
    needs: tuple[str, ...] = ()
    asks: bool = False


def _needs_by_record(system: RecordSystem) -> FrozenMap[type, tuple[str, ...]]:
    by_record = {
        kind: [name for rule in rules for name in rule.needs] for kind, rules in _rules_by_record(system).items()
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

    _needs: FrozenMap[type, tuple[str, ...]] = field(
        init=False, eq=False, repr=False, default=Factory(_needs_by_record, takes_self=True)
    )

    def needs_of(self, record: type) -> tuple[str, ...]:
        """
        Return the fields of `record` that some rule cannot do without.
        """
        return self._needs.get(record, ())

    def rules_for(self, record: type) -> tuple[RecordRule, ...]:
        """
        Return the rules that look at `record`, in the order they are listed.
        """
        return self._by_record.get(record, ())


# --- reading -----------------------------------------------------------------


_Answer: TypeAlias = tuple[Any, tuple[Finding, ...], tuple[Change, ...]]


@frozen
class _Reading:
    """
    Where findings and repairs of one pass are put together.
    """

    system: RecordSystem
    profile: Profile
    on: dt.date | None
    findings: list[Finding] = field(factory=list)
    changes: list[Change] = field(factory=list)
    unread: set[Path] = field(factory=set)

    def add(self, item: Finding) -> None:
        severity = self.profile.severities.get(item.code) if self.profile.severities else None
        self.findings.append(evolve(item, severity=severity) if severity else item)

    def take(self, answer: _Answer, path: Path, name: str) -> Any:  # noqa: ANN401  # the field's type
        value, findings, changes = answer
        before = len(self.findings)
        for item in findings:
            self.add(item.at(*path) if path else item)
        self.changes.extend(evolve(item, path=(*path, *item.path)) if path else item for item in changes)
        if value is None and any(item.severity is Severity.ERROR for item in self.findings[before:]):
            self.unread.add((*path, name))
        return value


def _read(record: type, data: object, path: Path, reading: _Reading) -> Any:  # noqa: ANN401  # the record's type
    read = keyed_of(record, data)
    for item in read.problems:
        reading.add(item.at(*path))
    keyed, profile, system = read.found, reading.profile, reading.system
    form = _form_of(record, system.renames)
    asks = bool(system.optional or profile.requiredness)
    values: dict[str, Any] = {}
    for cell in form.cells:
        raw = keyed.get(cell.name)
        if raw is None or is_blank(raw):
            if asks or cell.required:
                _missing(cell.spec, (*path, cell.name), reading)
        else:
            values[cell.name] = reading.take(cell.read(raw, reading.on), path, cell.name)
    for spec in form.narrowed:
        raw = keyed.get(spec.name)
        if is_blank(raw):
            _missing(spec, (*path, spec.name), reading)
        else:
            known = FrozenMap({name: values.get(name) for name in spec.declared.narrowed_by})
            report = cast("NarrowingLeaf", spec.leaf).check_among(raw, known, on=reading.on)
            values[spec.name] = reading.take(_answer(spec, system.renames, report), path, spec.name)
    for part in form.parts:
        values[part.name] = _read_section(part, keyed.get(part.name), (*path, part.name), reading)
    return record(**values)


def _read_section(part: SectionSpec, data: object, path: Path, reading: _Reading) -> Any:  # noqa: ANN401  # its type
    if not part.many:
        return _read(part.record, data, path, reading)
    if is_blank(data):
        return ()
    if type(data) is part.record or items_of(data) is not None:
        data = [data]
    if type(data) is not list and type(data) is not tuple:
        reading.add(finding("RECORD.NOT_A_LIST", path=path, section=part.label))
        reading.unread.add(path)
        return ()
    if len(data) > MOST_ENTRIES:
        reading.add(finding("RECORD.TOO_MANY", path=path, section=part.label, most=MOST_ENTRIES))
        data = data[:MOST_ENTRIES]
    return tuple(_read(part.record, item, (*path, index), reading) for index, item in enumerate(data))


class _Cell:
    """
    One field as the engine reads it: its leaf's answer under the system's codes, at the field's name.

    What a leaf that `repeats` (codes, dates, flags) says of a text is kept for
    a while, for the next record will say the same. Names and numbers of people are not kept.
    """

    __slots__ = ("_again", "_first", "name", "required", "spec")

    def __init__(self, spec: FieldSpec, renames: FrozenMap[str, str]) -> None:
        def read(raw: object, on: dt.date | None) -> _Answer:
            return _answer(spec, renames, spec.leaf.check(raw, on=on))

        self.spec = spec
        self.name = spec.name
        self.required = spec.declared.required
        self._first = read
        self._again = functools.lru_cache(maxsize=_KEPT)(read) if getattr(spec.leaf, "repeats", False) else read

    def read(self, raw: object, on: dt.date | None) -> _Answer:
        # Only a plain text is the same as an equal one: 1 equals True.
        return self._again(raw, on) if type(raw) is str else self._first(raw, on)


@frozen
class _Form:
    cells: tuple[_Cell, ...]
    narrowed: tuple[FieldSpec, ...]
    parts: tuple[SectionSpec, ...]


_KEPT: Final = 1024


@functools.lru_cache(maxsize=256)
def _form_of(record: type, renames: FrozenMap[str, str]) -> _Form:
    """
    Return how a record is read in a system with these renames: cells, those that others narrow, sections.
    """
    specs = fields_of(record)
    return _Form(
        tuple(_Cell(spec, renames) for spec in specs if not spec.declared.narrowed_by),
        tuple(spec for spec in specs if spec.declared.narrowed_by),
        sections_of(record),
    )


def _answer(spec: FieldSpec, renames: FrozenMap[str, str], report: Report[Any]) -> _Answer:
    named: list[Finding] = []
    for item in report.findings:
        found = _named(spec, item, renames)
        if found not in named:  # two repairs may bear one name in this system
            named.append(found)
    changes = tuple(Change(item.kind, item.before, item.after, (spec.name, *item.path)) for item in report.changes)
    return report.value if report.ok else None, tuple(named), changes


def _named(spec: FieldSpec, item: Finding, renames: FrozenMap[str, str]) -> Finding:
    path = (spec.name, *item.path)
    params = FrozenMap({**item.params, "field": spec.label})
    named = spec.declared.renames.get(item.code)
    if named is None and item.severity is Severity.ERROR and spec.declared.invalid:
        return finding(spec.declared.invalid, path=path, suggestion=item.suggestion, cause=item.code, **params)
    code = named or renames.get(item.code) or item.code
    if code != item.code:
        return finding(code, path=path, suggestion=item.suggestion, **params)
    return Finding(code, item.severity, path, params, item.suggestion)


def _missing(spec: FieldSpec, path: Path, reading: _Reading) -> None:
    system = reading.system
    if not spec.on_form or not (system.mandatory or system.optional):
        return
    need = reading.profile.requirement(spec)
    code = (spec.declared.missing or system.mandatory) if need.required else system.optional
    if code:
        reading.add(finding(code, path=path, field=spec.label, basis=need.basis.value))


# --- judging -----------------------------------------------------------------


def _walk(record: Any, path: Path) -> Iterator[tuple[Any, Path]]:  # noqa: ANN401  # any record
    yield record, path
    for part in sections_of(type(record)):
        inner = getattr(record, part.name)
        if part.many:
            for index, item in enumerate(inner):
                yield from _walk(item, (*path, part.name, index))
        else:
            yield from _walk(inner, (*path, part.name))


def _judge(record: Any, reading: _Reading, on: dt.date) -> None:  # noqa: ANN401  # any record
    context = Context(on, reading.profile, record)
    for inner, path in _walk(record, ()):
        empty = {name for name in reading.system.needs_of(type(inner)) if getattr(inner, name) is None}
        for rule in reading.system.rules_for(type(inner)):
            if empty.isdisjoint(rule.needs):
                for answer in rule.function(inner, context):
                    where = (*path, *answer.path)
                    if not rule.asks or where not in reading.unread:
                        reading.add(finding(rule.code, path=where, suggestion=answer.suggestion, **answer.params))


def form_order(record: type, path: Path) -> tuple[int, ...]:
    """
    Return a sort key that puts paths in the order of the form.

    A path that leaves the form (an unknown key) comes after everything beside it.
    """
    key: list[int] = []
    current: type | None = record
    for step in path:
        if isinstance(step, int):
            key.append(step)
            continue
        places = _places_of(current) if current is not None else _NOWHERE
        place, current = places.get(step, (len(places), None))
        key.append(place)
    return tuple(key)


_NOWHERE: Final[FrozenMap[str, tuple[int, type | None]]] = FrozenMap()


@functools.cache
def _places_of(record: type) -> Mapping[str, tuple[int, type | None]]:
    """
    Return name -> (place on the form, the section's record) for fields, then sections.
    """
    inner: dict[str, type | None] = {spec.name: None for spec in fields_of(record)}
    inner |= {part.name: part.record for part in sections_of(record)}
    return MappingProxyType({name: (place, kind) for place, (name, kind) in enumerate(inner.items())})


def check_record(data: object, *, system: RecordSystem, on: dt.date, profile: Profile) -> Report[Any]:
    """
    Read and judge one record; never raises, whatever `data` is.

    `data` is a mapping (English keys, labels of either language, aliases) or
    a record of the system. The report's value is the record as far as it
    could be read.
    """
    on = day_of(on)
    reading = _Reading(system, profile, on)
    record = _read(system.record, data, (), reading)
    _judge(record, reading, on)
    ordered = sorted(reading.findings, key=lambda item: form_order(system.record, item.path))
    rerun = Rerun(_check_again, FrozenMap(system=system, on=on, profile=profile), prepare=Prepare(system.record))
    return Report(data, record, tuple(ordered), tuple(reading.changes), rerun)


def read_record(data: object, record: type) -> Report[Any]:
    """
    Read one record without judging it: shape and values only, no rule, no day.
    """
    reading = _Reading(RecordSystem(record, rules=(), mandatory=""), _UNJUDGED, None)
    value = _read(record, data, (), reading)
    ordered = sorted(reading.findings, key=lambda item: form_order(record, item.path))
    rerun = Rerun(read_record, FrozenMap(record=record), prepare=Prepare(record))
    return Report(data, value, tuple(ordered), tuple(reading.changes), rerun)


_UNJUDGED: Final = Profile("unjudged")


def _check_again(data: object, *, system: RecordSystem, on: dt.date, profile: Profile) -> Report[Any]:
    return check_record(data, system=system, on=on, profile=profile)
