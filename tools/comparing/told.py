"""
What an answer of the library says, as plain data that two states of the library can be compared by.

Nothing is told by the name of a class or of a module, so that code may move; sets are sorted, all
other order is kept, because it is a part of the answer.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final

from credrules import CredrulesError, Finding, Report
from credrules.dates import PartialDate

LANGUAGES: Final = ("zh", "en")

# What an answer of any kind may carry; what it has of these is told.
_TELLING: Final = (
    "decision", "ok", "passed", "state", "value", "reasons", "reason", "findings", "per_certificate", "path",
    "code", "level", "organ", "hours", "claimed", "citation", "usage", "stale", "shown", "hidden", "set_aside",
    "records", "missing", "surplus", "differing",
)  # fmt: skip


def finding(item: Finding) -> dict[str, object]:
    """
    Return everything a finding says, its message in both languages among it.
    """
    told: dict[str, object] = {
        "code": item.code,
        "severity": item.severity.name,
        "path": list(item.path),
        "params": plain(item.params),
        "suggestion": plain(item.suggestion),
    }
    return told | {lang: item.message(lang) for lang in LANGUAGES}


def findings(items: Iterable[Finding]) -> list[dict[str, object]]:
    """
    Return everything that findings say, in their order.
    """
    return [finding(item) for item in items]


def report(item: Report[Any]) -> dict[str, object]:
    """
    Return verdict, findings, changes and value of a report; the value by its repr and its parts.
    """
    return {
        "ok": item.ok,
        "findings": findings(item.findings),
        "changes": plain(item.changes),
        "repr": repr(item.value),
        "value": plain(item.value),
    }


def in_words(item: Report[Any]) -> dict[str, object]:
    """
    Return what a report shows to people: text, plain data, HTML and repr.
    """
    return {
        **{f"text {lang}": item.to_text(lang) for lang in LANGUAGES},
        **{f"data {lang}": plain(item.to_dict(lang)) for lang in LANGUAGES},
        "html": item._repr_html_(),  # what a notebook calls
        "repr": repr(item),
    }


def answer(item: Any) -> object:  # noqa: ANN401  # an answer of any kind
    """
    Return what any answer says: reports and findings as above, of others what they are known to carry.
    """
    if isinstance(item, Finding):
        return finding(item)
    if isinstance(item, Report):
        return report(item)
    if isinstance(item, CredrulesError):
        return {"raised": "CredrulesError", "findings": findings(item.findings), "text": str(item)}
    if isinstance(item, (list, tuple)):
        return [answer(part) for part in item]
    if isinstance(item, type) or not hasattr(item, "findings"):
        return plain(item)
    carried = {name: getattr(item, name) for name in _TELLING if hasattr(item, name)}
    told: dict[str, object] = {name: answer(value) for name, value in carried.items()}
    if hasattr(item, "explain"):
        told |= {f"explained {lang}": str(item.explain(lang)) for lang in LANGUAGES}
    return told


def plain(value: Any) -> object:  # noqa: ANN401  # any value
    """
    Return a value as data for JSON, without names of classes.

    Of a host's object that refuses to be looked at, its type is told.
    """
    if value is None or type(value) in {bool, int, str}:
        return value
    try:
        return _plain(value)
    except Exception:  # noqa: BLE001  # what was given stands beside what was read, and may be hostile
        return f"an object of {type.__repr__(type(value))}"


def _plain(value: Any) -> object:  # noqa: ANN401  # any value
    for kinds, told in _BY_KIND:
        if isinstance(value, kinds):
            return told(value)
    fields = getattr(type(value), "__attrs_attrs__", None)
    if fields is None:
        return repr(value)
    # What is kept in private is told where it is public under its own name.
    names = (field.name.lstrip("_") for field in fields)
    return {name: plain(getattr(value, name)) for name in names if hasattr(type(value), name) or hasattr(value, name)}


_BY_KIND: Final[tuple[tuple[Any, Callable[[Any], object]], ...]] = (
    (enum.Enum, lambda value: f"<{value.name}>"),
    (PartialDate, str),
    ((Finding, Report, CredrulesError), answer),
    (Mapping, lambda value: {_key(key): plain(item) for key, item in value.items()}),
    (AbstractSet, lambda value: sorted((plain(item) for item in value), key=repr)),
    ((list, tuple), lambda value: [plain(item) for item in value]),
)


def _key(key: object) -> str:
    return key if type(key) is str else str(plain(key))


class Facets(dict[str, object]):
    """
    The answers to one question, by name; an exception is an answer too.
    """

    def ask(
        self,
        name: str,
        call: Callable[[], Any],
        told: Callable[[Any], object] = answer,
    ) -> Any:  # noqa: ANN401  # the answer itself, for further questions
        """
        Call, keep what the answer says under `name`, and return the answer (None after an exception).
        """
        try:
            got = call()
            self[name] = told(got)
        except Exception as error:  # noqa: BLE001  # what is raised is compared like everything else
            self[name] = answer(error) if isinstance(error, CredrulesError) else _raised(error)
            return None
        return got


def _raised(error: Exception) -> dict[str, object]:
    return {"raised": type(error).__name__, "text": str(error)[:400]}
