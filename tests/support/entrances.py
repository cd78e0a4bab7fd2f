"""
Every way into the library for a text that somebody typed, and every way out of its answers.

`entrances()` are calls of one argument, found by looking wherever they can be;
`exits(answer)` are the texts that a host may show of an answer or an exception.
"""

from __future__ import annotations

import contextlib
import decimal
import functools
import importlib
import inspect
import itertools
import json
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, cast

import attrs
import polars as pl

import credrules
from credrules import codes, frames, hours, rosters
from credrules.engine import System
from credrules.fields import fields_of, sections_of
from credrules.findings import Change, CredrulesError, Finding, Report
from credrules.lists import is_mapping
from credrules.systems import SYSTEMS
from credrules.workflow import Machine
from tests.support import calls, faces

ON = faces.ON

Entrance = Callable[[str], object]


# --- in ----------------------------------------------------------------------------------------


def _record_entrances(system: System[Any]) -> Iterator[tuple[str, Entrance]]:
    """
    Every cell of a record, and every key, through `check` and `structure` of a system and of its parts.
    """
    check = functools.partial(system.check, on=ON)
    for name, call in (("check", check), ("structure", system.structure)):
        yield f"{system.name}.{name} every cell", lambda text, call=call: call(_filled(system.record, text))  # type: ignore[misc]  # the type of a lambda with a default is not inferred
        yield f"{system.name}.{name} every key", lambda text, call=call: call({text: text, "basic": {text: text}})  # type: ignore[misc]  # the type of a lambda with a default is not inferred
    for part in system.parts:
        yield from _record_entrances(part)


def _filled(record: type, text: str) -> dict[str, object]:
    """
    Return a record that holds `text` in every cell, and one entry in every list.
    """
    data: dict[str, object] = {spec.name: text for spec in fields_of(record)}
    for part in sections_of(record):
        inner = _filled(part.record, text)
        data[part.name] = [inner, inner] if part.many else inner
    return data


def _machines() -> Iterator[tuple[str, Machine]]:
    seen: set[int] = set()
    for module in faces.public_modules():
        for name, value in vars(module).items():
            if isinstance(value, Machine) and id(value) not in seen:
                seen.add(id(value))
                yield f"{module.__name__.removeprefix('credrules.')}.{name}", value


def _machine_entrances(name: str, machine: Machine) -> Iterator[tuple[str, Entrance]]:
    actor = machine.transitions[0].actors[0]
    yield f"{name}.step event", lambda text: machine.step(machine.initial, text, actor=actor)
    yield f"{name}.step state", lambda text: machine.step(text, text, actor=text, facts={text: text})
    yield f"{name}.step actor", lambda text: machine.step(machine.initial, machine.transitions[0].event, actor=text)
    yield f"{name}.state", machine.state
    yield f"{name}.events", lambda text: machine.events(text, text)


def _table_entrances(table: codes.CodeTable) -> Iterator[tuple[str, Entrance]]:
    name = f"codes.{table.name}"
    yield f"{name}[]", lambda text: table[text]
    yield f"{name}.parse", table.parse
    yield f"{name}.without", table.without
    yield f"{name}.replace", lambda text: table.replace(text, name=text)
    yield f"{name}.replace column", lambda text: table.replace(next(iter(table)).code, **{text: text})
    yield f"{name}.extend", lambda text: table.extend([{"code": "zz", "name": "甲", "parent": text}])
    yield (
        f"{name}.extend row",
        lambda text: table.extend([{"code": text, "valid_from": text}, {"code": text, "name": text}] * 2),
    )
    yield f"{name}.translate", lambda text: codes.translate(text, table, codes.DIVISIONS, on=ON)


def _hours_entrances() -> Iterator[tuple[str, Entrance]]:
    rule = hours.requirement("广东", year=2016)
    keys = ("subject", "hours", "year", "person", "days", "minutes", "course", "id", "recognised", "tags", "source")
    sound = {"subject": "公需", "hours": 10, "year": 2016}

    def entered(**more: object) -> object:
        audit = hours.audit([{**sound, **more}, {**sound, **more}], requirement=rule)
        return audit, audit.explain("zh"), audit.explain("en"), audit.findings, audit.least_additions()

    for key in keys:
        yield f"hours.audit {key}", lambda text, key=key: entered(**{key: [text] if key == "tags" else text})  # type: ignore[misc]  # the type of a lambda with a default is not inferred
    yield "hours.audit row", lambda text: hours.audit([(text, text, text, text)], requirement=rule)
    yield "hours.audit person", lambda text: hours.audit([sound], requirement=rule, person=text)
    yield (
        "hours.audit_many",
        lambda text: [
            audit
            for _, _, audit in hours.audit_many([(text, text, text, text), (text, 2016, "公需", 1)], requirement=rule)
        ],
    )
    yield "hours.Entry", lambda text: hours.Entry(text, text, text, text)
    yield "hours.Entry ok", lambda text: hours.Entry("公需", 1, 2016, text, course=text, id=text, source=text)
    yield "hours.requirement", lambda text: hours.requirement(text, year=2016)
    yield "hours.requirement year", lambda text: hours.requirement("广东", year=text)
    yield "hours.requirement profession", lambda text: hours.requirement("广东", year=2016, profession=text, grade=text)
    yield "hours.find_requirement", lambda text: hours.find_requirement(text, year=text, profession=text, grade=text)
    yield "hours.find_requirement profession", lambda text: hours.find_requirement("江苏", year=2020, profession=text)
    yield "hours.read", hours.read
    yield "hours.REQUIREMENTS[]", lambda text: hours.REQUIREMENTS[text]
    yield "hours.STANDARDS[]", lambda text: hours.STANDARDS[text]
    yield "hours.Adjustment", lambda text: hours.Adjustment(text, basis=text)
    for key in ("kind", "quantity", "measure", "level", "rank", "year", "rule", "bonus", "days", "subject", "item"):
        yield f"hours.convert {key}", lambda text, key=key: _converted({"kind": "paper", key: text})  # type: ignore[misc]  # the type of a lambda with a default is not inferred
    yield "hours.convert standard", lambda text: hours.convert(hours.Activity("paper"), standard=text)


def _converted(given: Mapping[str, Any]) -> object:
    activity = hours.Activity(**given)
    one = hours.convert(activity, standard="CN-GD")
    return activity, one, hours.convert_all([activity, activity], standard="CN-ZJ-HZ")


def _storable(text: str) -> str:
    # No frame holds half a pair of surrogates in a column of texts.
    return text.encode("utf-8", "replace").decode("utf-8")


def _roster_entrances() -> Iterator[tuple[str, Entrance]]:
    names = [spec.labels.zh if hasattr(spec, "labels") else spec.label.zh for spec in fields_of(rosters.RosterRow)]
    yield "rosters.check_row every cell", lambda text: rosters.check_row(dict.fromkeys(names, text), on=ON)
    yield "rosters.check_row heading", lambda text: rosters.check_row({text: text, f"姓名{text}": "张三"}, on=ON)
    yield (
        "rosters.check_row known heading",
        lambda text: rosters.check_row({f"姓名（{text}）": "a1", "性别": text}, on=ON),
    )
    # `to_dict` of a match is its stored form: it holds the headings, as a record holds its cells.
    yield "rosters.match_columns", lambda text: repr(rosters.match_columns([text, f"姓名 {text}", "姓名"]))
    yield "rosters.check_rows", lambda text: list(rosters.check_rows([dict.fromkeys(names, text)] * 2, on=ON))
    yield (
        "rosters.summarize",
        lambda text: rosters.summarize(rosters.check_rows([dict.fromkeys(names, text)] * 2, on=ON)).to_dict("zh"),
    )
    yield (
        "frames.check_frame cells",
        lambda text: frames.check_frame(pl.DataFrame({name: [text] for name in names}), on=ON).rows(),
    )
    yield (
        "frames.check_frame heading",
        lambda text: frames.check_frame(
            pl.DataFrame({_storable(text): [_storable(text)], f"姓名（{_storable(text)}）": ["a1"]}), on=ON
        ).rows(),
    )


# What they answer is the text itself, brought into another form.
_TEXT_ITSELF: Final = frozenset({"normalize", "format", "plain", "fold", "simplified"})


# With these a rule or a leaf makes its answer; what it puts in is for the rule to choose.
_PARTS: Final = frozenset(
    {
        "credrules.codes.content.module_of",
        "credrules.codes.places.address_heads",
        "credrules.dates.outcome.undecided",
        "credrules.engine.violation",
        "credrules.eligibility.wording.time_words",
        "credrules.rosters.headings.periods.time_of",
        "credrules.systems.guangdong_titles.years.year_label",
    }
)


def _function_entrances() -> Iterator[tuple[str, Entrance]]:
    """
    Every public function of one argument, whose answer is more than a text.
    """
    seen: set[int] = set()
    for module in faces.public_modules():
        if module.__name__.startswith(("credrules.masking", "credrules.testing")):
            continue
        for name in getattr(module, "__all__", ()):
            function = getattr(module, name)
            if not inspect.isfunction(function) or name in _TEXT_ITSELF or id(function) in seen:
                continue
            seen.add(id(function))
            if f"{module.__name__}.{name}" in _PARTS:
                continue
            given = inspect.signature(function).parameters
            needed = [
                item.name for item in given.values() if item.default is item.empty and item.kind != item.VAR_KEYWORD
            ]
            if [item for item in needed if item != "on"][1:] or not needed or needed[0] == "on":
                continue
            call = functools.partial(function, on=ON) if "on" in given else function
            yield f"{module.__name__.removeprefix('credrules.')}.{name}", lambda text, call=call: _more(call(text))  # type: ignore[misc]  # the type of a lambda with a default is not inferred


def _more(answer: object) -> object:
    known = list(itertools.islice(answer, 1000)) if isinstance(answer, Iterator) else answer
    return None if isinstance(known, (str, Mapping)) or _is_texts(known) else known


def _is_texts(answer: object) -> bool:
    return isinstance(answer, (tuple, list, set, frozenset)) and any(isinstance(item, str) for item in answer)


def _other_entrances() -> Iterator[tuple[str, Entrance]]:
    for name, module in faces.identifiers().items():
        yield f"identifiers.{name}.parse", module.parse
        yield f"identifiers.{name}.mask", module.mask
        if hasattr(module, "check_digit"):
            yield f"identifiers.{name}.check_digit", module.check_digit
    yield "catalogue.RULES[]", lambda text: credrules.catalogue.RULES[text]
    yield "dates.PartialDate.parse", importlib.import_module("credrules.dates").PartialDate.parse


@functools.cache
def entrances() -> Mapping[str, Entrance]:
    """
    Return name -> call of one text, of every way into the library.
    """
    found: dict[str, Entrance] = dict(faces.checks())
    for system in SYSTEMS:
        found.update(_record_entrances(system))
    for name, machine in _machines():
        found.update(_machine_entrances(name, machine))
    for table in (codes.ETHNICITY, codes.DIVISIONS, codes.OCCUPATIONS, codes.TITLE_NAMES):
        found.update(_table_entrances(table))
    for table in codes.tables():
        found[f"codes.{table.name}[]"] = table.__getitem__
    found.update(_function_entrances())
    found.update(_hours_entrances())
    found.update(_roster_entrances())
    found.update(_other_entrances())
    found.update(_call_entrances())
    return found


# Tables, requirements and findings are made of public words by who writes rules.
_PUBLIC: Final = ("Finding(", "codes.Entry(", "hours.Requirement(", "hours.Minimum(", "hours.Cap(", "codes.Match(")


def _call_entrances() -> Iterator[tuple[str, Entrance]]:
    """
    A text in each parameter of what is promised and of what takes any object; alone and as an entry of a list.
    """
    for name, call in calls.calls().items():
        function = call.function
        # With a type of the library given, a text is a mistake that only Python meets.
        if name.startswith(_PUBLIC) or (call.typed and not call.takes_text):
            continue
        if getattr(function, "__name__", "") in _TEXT_ITSELF or name.startswith("rosters.match_columns("):
            continue
        yield f"{name[:-1]} = text)", lambda text, call=call: _more(call(text))  # type: ignore[misc]  # the type of a lambda with a default is not inferred
        if call.many:
            yield f"{name[:-1]} = [text])", lambda text, call=call: _more(call([text, text]))  # type: ignore[misc]  # the type of a lambda with a default is not inferred


# --- out ---------------------------------------------------------------------------------------


def answer_of(entrance: Entrance, text: str) -> object:
    """
    Return the answer of a call, or the exception it raises.
    """
    try:
        answer = entrance(text)
        return list(answer) if isinstance(answer, Iterator) else answer
    except Exception as error:  # noqa: BLE001  # whatever it is, it must not quote the text
        return error


def exits(answer: object) -> Iterator[tuple[str, str]]:
    """
    Yield (exit, text) for all that a host may show of an answer.
    """
    if isinstance(answer, BaseException):
        yield from _of_error(answer)
    elif isinstance(answer, Report):
        yield from _of_report(answer)
    elif isinstance(answer, Finding):
        yield from _of_finding(answer)
    elif isinstance(answer, (str, Change)):
        yield "text", str(answer)
        yield "repr", repr(answer)
    elif is_mapping(answer):
        for key, value in answer.items():
            yield from exits(key)
            yield from exits(value)
    elif issubclass(type(answer), Iterable) and not attrs.has(type(answer)):
        for item in cast("Iterable[object]", answer):
            yield from exits(item)
    elif answer is not None and type(answer) not in _FIGURES:
        yield from _of_value(answer)


# A figure that was read is the figure, and one of 5,000 digits Python does not print.
_FIGURES: Final = frozenset({bool, int, float, complex, decimal.Decimal})


def _of_error(error: BaseException) -> Iterator[tuple[str, str]]:
    seen: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in seen:
        seen.append(link)
        yield "exception", f"{link}{link!r}{link.args!r}{getattr(link, '__notes__', '')!r}"
        yield from (it for item in getattr(link, "findings", ()) for it in _of_finding(item))
        link = link.__cause__ or link.__context__


def _of_finding(found: Finding) -> Iterator[tuple[str, str]]:
    yield "repr", repr(found)
    yield "params", repr(dict(found.params))
    yield "path", repr(found.path)
    yield "sent_path", repr(getattr(found, "sent_path", ()))
    for lang in (None, "zh", "en"):
        plain = found.to_dict(lang)
        yield f"to_dict {lang}", json.dumps(plain, ensure_ascii=False)
    yield "message", found.message("zh") + found.message("en")


def _of_report(report: Report[object]) -> Iterator[tuple[str, str]]:
    yield "repr", repr(report) + str(report)
    yield "changes", repr(report.changes)
    yield "html", report._repr_html_()
    yield "to_text", report.to_text("zh") + report.to_text("en")
    yield "to_dict", json.dumps([report.to_dict(), report.to_dict("zh"), report.to_dict("en")], ensure_ascii=False)
    yield "pickle", repr(pickle.loads(pickle.dumps(report.to_dict("en"))))  # made on this line
    yield "error", f"{CredrulesError(report.findings)!r}"
    for found in report.findings:
        yield from _of_finding(found)
    if report.value is not None and attrs.has(type(report.value)):
        yield "value", repr(report.value)


def _of_value(answer: object) -> Iterator[tuple[str, str]]:
    yield "repr", repr(answer) + str(answer)
    for name in ("_repr_html_", "to_dict", "to_text", "text", "html", "explain"):
        view = getattr(answer, name, None)
        if callable(view):
            with contextlib.suppress(TypeError):  # a view that asks for more than the answer itself
                yield name, repr(view())
    for name in ("findings", "reasons", "label"):
        for found in _listed(getattr(answer, name, ())):
            yield from exits(found)


def _listed(value: object) -> Iterable[object]:
    return value if isinstance(value, tuple) else ()
