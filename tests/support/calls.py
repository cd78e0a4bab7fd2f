"""
Calls of every promised function, method and constructor, a thing in each of its parameters, found by looking.

`calls()` goes through docs/api.md and through every public function that takes an `object`: one call for each
parameter, sound values in the others. A function whose other parameters nobody has a sound value for is an error,
so none can be left out.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import polars as pl
from attrs import frozen

from credrules import codes, eligibility, hours, rosters
from credrules.dates import PartialDate, Precision
from credrules.findings import CredrulesError, finding
from credrules.hours import Activity
from credrules.identifiers import citizen_id
from credrules.systems import guangdong_learning, guangdong_titles, guangxi, lianyungang
from credrules.values import Severity
from tests.support import faces, hostile, interface

ON: Final = faces.ON
RULE: Final = hours.requirement("广东", year=2016)
ROW: Final = {"姓名": "张三", "性别": "男"}
HEADS: Final = [["姓名", "性别"], ["张三", "男"]]
WORKER: Final = {"person": {"姓名": "张三"}}
SUBMISSION: Final = guangxi.Submission(guangxi.structure({}), ON)
LEARNING_FILE: Final = guangdong_learning.structure({})
UNIT: Final = guangdong_learning.check_unit({}, on=ON).value
ACCOUNT: Final = guangdong_learning.Account("zhangsan", "450000199307010014", ())
RECORD: Final = guangxi.structure({"basic": {"name": "张三"}})


@frozen
class Call:
    """
    A function, the parameter that takes the thing, and the sound values of the others.

    `total` says that nothing may be raised, `typed` that the parameter takes a type of the library or a text alone,
    so that Python's own errors are in order for anything else; `many` that it takes an iterable, which is read to its
    end and whose own errors are passed on.
    """

    function: Callable[..., object]
    parameter: str
    positional: bool
    others: Mapping[str, object]
    total: bool
    typed: bool
    many: bool
    annotation: str

    @property
    def takes_text(self) -> bool:
        """
        Whether the parameter says that it takes a text.
        """
        return re.search(r"\bstr\b", self.annotation) is not None and "tuple[" not in self.annotation

    def __call__(self, thing: object) -> object:
        """
        Make the call and, if the answer is an iterator, take its beginning.
        """
        place = () if not self.positional else (thing,)
        named = {} if self.positional else {self.parameter: thing}
        return self.function(*place, **self.others, **named)


# Sound values by the name of a parameter; a name with a function before it is of that function alone.
_SOUND: Final[Mapping[str, object]] = {
    "on": ON,
    "year": 2016,
    "lang": "zh",
    "standard": "CN-GD",
    "actor": "PERSON",
    "by": "UNIT",
    "requirement": RULE,
    "jurisdiction": "CN-GD",
    "scheme": "ENGINEERING",
    "target": "中级",
    "translate.target": codes.DIVISIONS,
    "translate.source": codes.ETHNICITY,
    "eligibility.target": "TECHNICIAN",
    "code": "1",
    "Entry.code": "zz",
    "Finding.code": "TEXT.EMPTY",
    "wider": "1",
    "narrower": "1",
    "query": "工程师",
    "day": ON,
    "rows": HEADS,
    "Layout.people.rows": HEADS,
    "headings": ["姓名", "性别"],
    "row": ROW,
    "items": [{}],
    "data": {},
    "from_dict.data": rosters.match_columns(["姓名", "性别"]).to_dict(),
    "records": [{"subject": "公需", "hours": 10, "year": 2016}],
    "site_records": [{"subject": "公需", "hours": 10, "year": 2016}],
    "entries": [{"subject": "公需", "hours": 10, "year": 2016}],
    "extend.entries": [{"code": "zz", "name": "甲"}],
    "kind": "",
    "CitizenId.kind": citizen_id.check("450000199307010014").value.kind,  # type: ignore[union-attr]  # it is sound
    "value": "1",
    "event": "SUBMIT",
    "state": "DRAFT",
    "before": WORKER,
    "after": WORKER,
    "diff.before": RECORD,
    "diff.after": RECORD,
    "record": WORKER,
    "guangxi.unstructure.record": RECORD,
    "guangxi.dump.record": RECORD,
    "document": WORKER,
    "online": {},
    "paper": {},
    "case": {},
    "units": [],
    "committee": {},
    "facts": {},
    "worker": WORKER,
    "person": WORKER,
    "account": {},
    "unit": {},
    "file": {},
    "registry": guangdong_learning.Registry(),
    "a": "甲市第一中学",
    "b": "甲市第一中学",
    "dates.compare.a": PartialDate(1993),
    "dates.compare.b": PartialDate(1993),
    "start": ON,
    "end": ON,
    "names": ["甲市第一中学"],
    "findings": [finding("TEXT.EMPTY", path=("x",))],
    "report": guangxi.check({}, on=ON),
    "reports": [],
    "most": 10,
    "size_bytes": 1,
    "seq": 1,
    "name": "a.jpg",
    "unit_state": "x",
    "hr_account_ok": True,
    "text": "1",
    "subject": "公需",
    "hours": 1,
    "id": "x",
    "place": "x",
    "amount": 1,
    "body": "45000019930701001",
    "other": PartialDate(1993),
    "severity": Severity.ERROR,
    "number": "450000199307010014",
    "division": "450000",
    "birth_date": ON,
    "sex": "1",
    "citizen_id": "450000199307010014",
    "roles": (),
    "backup": guangxi.dump(RECORD),
    "submission": SUBMISSION,
    "can_print_certificate.records": [guangdong_learning.LearningRecord()],
    "annual_result.records": [guangdong_learning.LearningRecord()],
    "recount.records": [guangdong_learning.LearningRecord()],
    "select.records": [guangdong_learning.LearningRecord()],
    "act_on.record": guangdong_learning.LearningRecord(),
    "explain_person_missing.file": LEARNING_FILE,
    "explain_unit_missing.file": LEARNING_FILE,
    "can_declare.file": LEARNING_FILE,
    "explain_person_missing.unit": UNIT,
    "explain_unit_missing.registry": (UNIT,),
    "find_duplicates.units": [UNIT],
    "change_login.account": ACCOUNT,
    "recovery.account": ACCOUNT,
    "reset_password.person": ACCOUNT,
    "reset_password.by": ACCOUNT,
    "read_record.record": guangdong_learning.LearningRecord,
    "structured.record": guangdong_learning.LearningRecord,
    "read_target.scheme": eligibility.targets.read_scheme("WORKER_GRADES").value,
    "submissions": [],
    "role": guangxi.Role.INDIVIDUAL,
    "action": "roster",
    "organ": "国务院",
    "machine": guangdong_learning.LEARNING_RECORD,
    "field_id": "name",
    "given": {},
    "known": [],
    "login": "x",
    "line": "x",
    "registrations": [],
    "activity": Activity("paper"),
    "df": pl.DataFrame({"姓名": ["张三"]}),
    # Of functions that are not promised, and take any object all the same.
    "provincial": {},
    "imported": {},
    "id_no": "",
    "precision": Precision.DAY,
    "path": (),
    "cells": ("张三", "男"),
    "native": pl.DataFrame({"姓名": ["张三"]}),
    "evidence": (),
    "profile": None,
    "raw": {},
    "key": "x",
    "clean": "",
    "column": rosters.match_columns(["姓名"]).columns[0],
    "match": rosters.match_columns(["姓名"]),
    "plan_row.profile": rosters.PROFILE,
    "changes": (),
}

_INSTANCES: Final[Mapping[str, object]] = {
    "Finding": finding("TEXT.EMPTY", path=("x",)),
    "Report": guangxi.check({}, on=ON),
    "PartialDate": PartialDate(1993, 7),
    "CodeTable": codes.SEX,
    "DivisionTable": codes.DIVISIONS,
    "Machine": guangdong_learning.LEARNING_RECORD,
    "ScopeDecision": guangxi.scope({}, on=ON),
    "AwardDecision": guangxi.classify_award("国务院"),
    "PrintDecision": guangdong_learning.can_print_certificate([], year=2016),
    "AnnualResult": guangdong_learning.annual_result([], year=2016),
    "ResultDecision": guangdong_learning.convert_result(Activity("paper")),
    "Routing": guangdong_titles.route_system({}),
    "Recommendation": guangdong_titles.choose_unit({}, units=[]),
    "Window": lianyungang.window(),
    "Eligibility": eligibility.assess({}, target="中级", on=ON, jurisdiction="CN-GD", scheme="ENGINEERING"),
    "Layout": rosters.find_headings(HEADS),
    "ColumnMatch": rosters.match_columns(["姓名", "性别"]),
    "Summary": rosters.summarize([]),
    "Audit": hours.audit([], requirement=RULE),
    "Conversion": hours.convert(Activity("paper"), standard="CN-GD"),
}

# What a parameter that takes anything says of itself; another one takes what the library made.
_OPEN: Final = ("object", "Any")


def _calls_of(path: str, function: Callable[..., object], *, objects_only: bool = False) -> Iterator[tuple[str, Call]]:
    given = [item for item in inspect.signature(function).parameters.values() if item.kind is not item.VAR_KEYWORD]
    needed = [item.name for item in given if _is_needed(item)]
    verb = path.rpartition(".")[2]
    for item in given:
        annotation = str(item.annotation)
        if annotation == "bool" or (objects_only and annotation not in {"object", "Iterable[object]"}):
            continue
        rest = {name: _sound(path, name) for name in needed if name != item.name}
        positional = item.kind in {item.POSITIONAL_ONLY, item.VAR_POSITIONAL}
        # What stands before a positional parameter is positional, too; no function has two of them.
        typed = annotation != "object" if inspect.isclass(function) else not any(word in annotation for word in _OPEN)
        typed = typed or path.endswith("Layout.people")  # it takes the rows that the layout was found in
        total = verb.startswith(("check", "is_valid")) and verb != "check_digit" and item.name != "lang"
        many = "Iterable" in annotation or "Sequence" in annotation
        yield f"{path}({item.name})", Call(function, item.name, positional, rest, total, typed, many, annotation)


def _is_needed(item: inspect.Parameter) -> bool:
    return item.default is item.empty and item.kind not in {item.VAR_POSITIONAL, item.VAR_KEYWORD}


def _sound(path: str, name: str) -> object:
    parts = [*path.split("."), name]
    for place in range(len(parts)):
        key = ".".join(parts[place:])
        if key in _SOUND:
            return _SOUND[key]
    raise LookupError(f"{path} needs a sound {name}")


def _promised() -> Iterator[tuple[str, Callable[..., object]]]:
    promises, not_yet = interface.read()
    for promise in promises:
        constructor = promise.kind == "class" and promise.signature
        if promise.kind not in {"function", "method"} and not constructor:
            continue
        if interface.is_open(promise, not_yet) or promise.module.startswith("credrules.testing"):
            continue
        owner: object = importlib.import_module(promise.module)
        *way, last = promise.name.split(".")
        for part in way:
            owner = getattr(owner, part)
        if inspect.isclass(owner) and not isinstance(inspect.getattr_static(owner, last), (classmethod, staticmethod)):
            owner = _INSTANCES[way[-1]]
        yield promise.path.removeprefix("credrules."), getattr(owner, last)


@functools.cache
def calls() -> Mapping[str, Call]:
    """
    Return name -> call with a thing in one parameter, of everything promised and everything that takes an object.
    """
    found: dict[str, Call] = {}
    for path, function in _promised():
        found.update(_calls_of(path, function))
    seen = {_of(call.function) for call in found.values()} | parts()
    for module in faces.public_modules():
        if module.__name__.startswith("credrules.testing"):
            continue
        for name in getattr(module, "__all__", ()):
            function = getattr(module, name)
            if inspect.isfunction(function) and function not in seen and takes_objects(function):
                seen.add(function)
                path = f"{module.__name__.removeprefix('credrules.')}.{name}"
                found.update(_calls_of(path, function, objects_only=True))
    return found


def parts() -> set[object]:
    """
    Return the functions that PARTS names.
    """
    found: set[object] = set()
    for path in PARTS:
        module, _, name = f"credrules.{path}".rpartition(".")
        found.add(getattr(importlib.import_module(module), name))
    return found


def takes_objects(function: Callable[..., object]) -> bool:
    """
    Tell whether a function says of a parameter that it may be any object.
    """
    return any(str(item.annotation) == "object" for item in inspect.signature(function).parameters.values())


def _of(function: object) -> object:
    return getattr(function, "__func__", function)


PARTS: Final = frozenset(
    {
        "eligibility.facts.cells",
        "findings.apply_suggestions",
        "keys.items_of",
        "hours.entries.whose",
        "lists.entries_of",
        "lists.first_of",
        "lists.listed",
        "masking.shown_params",
        "systems.guangdong_titles.workflow.event_code",
        "systems.guangdong_titles.workflow.state_code",
        "catalogue.freeze",
        "catalogue.thaw",
        "codes.reading.check",
        "codes.reading.normalize",
        "codes.searching.search",
        "codes.showing.shown_code",
        "converter.structure",
        "converter.unstructure",
        "engine.profile.foreign",
        "engine.reading.read",
        "engine.switch",
        "engine.violation",
        "findings.finding",
        "keys.dumped",
        "keys.keyed_of",
        "rosters.columns.cell_of",
        "rosters.plan.plan_row",
        "values.refuse_language",
        "wording.as_data",
        "wording.as_typed_data",
    }
)
"""With these a rule, a leaf or a table makes its answer; what it puts in is for it to choose."""

# So long a text is no list of names, and nobody waits for a billion of them.
_TOO_MANY: Final = 10_000


def fits(call: Call, thing: object) -> bool:
    """
    Tell whether a thing is sent at all: no huge text or range to what reads an iterable to its end.
    """
    huge = type(thing) is range or (type(thing) is str and len(thing) > _TOO_MANY)
    return not (call.many and huge)


def escape_of(call: Call, thing: object) -> str:
    """
    Return the name of an error that should not have come out of a call; empty if none did.
    """
    try:
        call(thing)
    except CredrulesError:
        return "CredrulesError" if call.total else ""
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001  # an escape is what is looked for
        return "" if is_in_order(call, thing, error) else type(error).__name__
    return ""


def is_in_order(call: Call, thing: object, error: BaseException) -> bool:
    """
    Tell whether an error is the caller's own: of a wrong type, of a mapping's key, of an iterable that raises.
    """
    if isinstance(error, KeyError) and not call.total:
        return True
    if isinstance(error, hostile.Refusal) and call.many:
        return True
    wrong_type = call.typed and not (call.takes_text and type(thing) is str)
    own = (TypeError, AttributeError, ValueError, MemoryError, ArithmeticError, LookupError, hostile.Refusal)
    return wrong_type and not call.total and isinstance(error, own)
