"""
The promised interface as docs/api.md lists it, and its comparison with what can be imported.
"""

from __future__ import annotations

import enum
import importlib
import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import attrs
from attrs import frozen

from credrules import codes
from tests.support.source import ROOT

PAGE = ROOT / "docs" / "api.md"
HEADING = re.compile(r"^#{2,3} .*$")
MODULE = re.compile(r"`(credrules[.\w]*)`")
NAME = re.compile(r"^\| `([.\w]+)(\(.*\))?` \| (\w+) \| .+ \|$")
NOT_YET = re.compile(r"^\| `([.\w]+)` \| (?:`(\(.*\))`)? ?\|$")
OPEN = "(...)"

KINDS: Mapping[str, Callable[[object], bool]] = {
    "module": inspect.ismodule,
    "class": inspect.isclass,
    "function": lambda value: callable(value) and not inspect.isclass(value),
    "method": lambda value: callable(value) and not inspect.isclass(value),
    "attribute": lambda value: not callable(value),
    "constant": lambda value: not (callable(value) or inspect.ismodule(value)),
    "member": lambda value: isinstance(value, enum.Enum),
    "table": lambda value: isinstance(value, codes.CodeTable),
}


@frozen
class Promise:
    """
    One promised name: the module, the dotted rest (empty for the module itself), the kind, the signature as written.
    """

    module: str
    name: str
    kind: str
    signature: str = ""

    @property
    def path(self) -> str:
        """
        The import path.
        """
        return f"{self.module}.{self.name}" if self.name else self.module


def read(page: Path = PAGE) -> tuple[tuple[Promise, ...], dict[str, str]]:
    """
    Return the promises of the page, and what is not built yet: path -> today's signature, empty if there is none.

    A line of a table that fits neither list is refused, so no promise is lost to a slip of the pen.
    """
    promises: list[Promise] = []
    not_yet: dict[str, str] = {}
    modules: list[str] = []
    listing = False
    for line in page.read_text("utf-8").splitlines():
        if HEADING.match(line):
            modules, listing = MODULE.findall(line), line == "## Not yet"
            known = {promise.path for promise in promises}
            promises += [Promise(module, "", "module") for module in modules if module not in known]
        elif line.startswith("| `") and listing:
            path, today = _match(NOT_YET, line)
            not_yet[path] = today
        elif line.startswith("| `"):
            name, signature, kind = _match(NAME, line)
            if not modules or kind not in KINDS or (kind in {"function", "method"} and not signature):
                raise ValueError(line)
            promises += [_promise(module, name, kind, signature) for module in modules]
    return tuple(promises), not_yet


def _match(pattern: re.Pattern[str], line: str) -> tuple[str, ...]:
    found = pattern.match(line)
    if found is None:
        raise ValueError(line)
    return found.groups("")


def _promise(module: str, name: str, kind: str, signature: str) -> Promise:
    return Promise(f"{module}.{name}", "", kind) if kind == "module" else Promise(module, name, kind, signature)


def fault(promise: Promise) -> str | None:
    """
    Return what is wrong with a promised name: missing, of another kind, or of another signature; None if it is kept.
    """
    try:
        value: object = importlib.import_module(promise.module)
        for part in filter(None, promise.name.split(".")):
            value = _member(value, part)
    except (ImportError, AttributeError) as error:
        return f"missing: {error}"
    if not KINDS[promise.kind](value):
        return f"not of the kind {promise.kind}"
    if promise.signature in {"", OPEN}:
        return None
    wanted, found = as_written(promise.signature), _signature(value)
    return None if wanted == found else f"has {found}"


def _member(owner: object, name: str) -> object:
    # The fields of a value without slots, and the findings of an error, are on the instances only.
    if inspect.isclass(owner) and attrs.has(owner) and name in attrs.fields_dict(owner):
        return attrs.fields_dict(owner)[name]
    if inspect.isclass(owner) and issubclass(owner, Exception):
        return getattr(owner(()), name)
    return getattr(owner, name)


def as_written(signature: str) -> str:
    """
    Return a signature of the page with every default as `…`.
    """
    return re.sub(r"=(?:\(\)|[^,()]+)", "=…", signature)


def _signature(value: object) -> str:
    # The same spelling of what can be imported: no annotations, every default as `…`, no `self`.
    assert callable(value)
    plain = [
        item.replace(annotation=item.empty, default=item.default if item.default is item.empty else ...)
        for item in inspect.signature(value).parameters.values()
        if item.name != "self"
    ]
    return str(inspect.Signature(plain)).replace("=Ellipsis", "=…")


def is_open(promise: Promise, not_yet: Iterable[str]) -> bool:
    """
    Return whether the list "Not yet" has the name, or the module or class that it is in.
    """
    return any(promise.path == entry or promise.path.startswith(entry + ".") for entry in not_yet)
