"""
The catalogue: one row per finding code, defined nowhere else.

A row holds the severity, the wording in Chinese and English, the norm with its
clause, the evidence, the dates in force and examples that pass and fail. Rows
are authored in ``data/catalogue/*.toml``; the modules under ``_catalogue`` are
generated from them and loaded when a code of their area is first needed.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import field, frozen

from credrules._catalogue import AREAS
from credrules.masking import shown_key
from credrules.values import Evidence, FrozenMap, Label, Lang, Severity

__all__ = ["RULES", "Citation", "Example", "Rule", "freeze", "thaw"]
__dir__ = __all__.copy


@frozen
class Citation:
    """
    A clause of a document: its short key, its title and the section meant.

    `document` is a key of the project's list of documents; `title` is the full
    name, with the document number if it is known.
    """

    document: str
    title: str
    section: str = ""

    def text(self) -> str:
        """
        Return title and section in one line, as a note would print it.

        >>> Citation("gb11643", "GB 11643-1999 公民身份号码", "4.2").text()
        'GB 11643-1999 公民身份号码, 4.2'
        """
        return f"{self.title}, {self.section}" if self.section else self.title


@frozen
class Example:
    """
    A call the tests run and the documentation shows.

    `call` names the check (`"identifiers.citizen_id"`, `"guangxi.check"`);
    `arguments` are its keyword arguments as plain data.
    """

    call: str
    arguments: FrozenMap[str, Any]


@frozen
class Rule:
    """
    One row of the catalogue.

    `requirements` are the ids of the requirements it implements, `since` and
    `until` the dates in force as far as they are known (ISO, possibly only a
    year), `passes` and `fails` the executed examples. `asks` marks a rule whose
    suggestion is a question: it is shown, but `repaired()` never applies it.
    """

    code: str
    severity: Severity
    zh: str
    en: str
    citations: tuple[Citation, ...]
    evidence: Evidence
    requirements: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    note: str = ""
    asks: bool = False
    passes: tuple[Example, ...] = field(default=(), repr=False)
    fails: tuple[Example, ...] = field(default=(), repr=False)

    @property
    def requirement(self) -> str:
        """
        The first requirement id, or an empty text for a rule of the library itself.
        """
        return self.requirements[0] if self.requirements else ""

    def template(self, lang: Lang = "zh") -> str:
        """
        Return the wording with its placeholders, in zh or en.
        """
        return Label(self.zh, self.en).text(lang)


def freeze(value: object) -> object:
    """
    Turn plain data (dicts, lists) into hashable values, recursively.

    >>> freeze({"a": [1, 2]})
    FrozenMap({'a': (1, 2)})
    """
    if isinstance(value, Mapping):
        return FrozenMap({key: freeze(item) for key, item in value.items()})
    if isinstance(value, (list, tuple)):
        return tuple(freeze(item) for item in value)
    return value


def thaw(value: object) -> Any:  # noqa: ANN401  # the mirror of freeze: plain data of any shape
    """
    Turn frozen data back into plain dicts and lists that can be changed.

    >>> thaw(freeze({"a": [1, 2]}))
    {'a': [1, 2]}
    """
    if isinstance(value, Mapping):
        return {key: thaw(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [thaw(item) for item in value]
    return value


def _example(row: Mapping[str, Any]) -> Example:
    return Example(row["call"], FrozenMap({key: freeze(item) for key, item in row.items() if key != "call"}))


@functools.cache
def _area(module: str) -> dict[str, Rule]:
    data = importlib.import_module(f"credrules._catalogue.{module}")
    documents: Mapping[str, str] = data.DOCUMENTS
    return {
        row["code"]: Rule(
            code=row["code"],
            severity=Severity(row["severity"]),
            zh=row["zh"],
            en=row["en"],
            citations=tuple(Citation(key, documents[key], section) for key, section in row["cites"]),
            evidence=Evidence(row["evidence"]),
            requirements=tuple(row.get("requirements", ())),
            since=row.get("since", ""),
            until=row.get("until", ""),
            note=row.get("note", ""),
            asks=row.get("asks", False),
            passes=tuple(_example(item) for item in row.get("passes", ())),
            fails=tuple(_example(item) for item in row.get("fails", ())),
        )
        for row in data.ROWS
    }


class _Catalogue(Mapping[str, Rule]):
    """
    All rows, loaded area by area.
    """

    def __getitem__(self, code: str) -> Rule:
        module = AREAS.get(code.partition(".")[0])
        row = None if module is None else _area(module).get(code)
        if row is None:
            raise KeyError(shown_key(code))
        return row

    def __iter__(self) -> Iterator[str]:
        for module in sorted(set(AREAS.values())):
            yield from _area(module)

    def __len__(self) -> int:
        return sum(len(_area(module)) for module in set(AREAS.values()))

    def __repr__(self) -> str:
        return f"<catalogue of {len(self)} rules>"


RULES: Final[Mapping[str, Rule]] = _Catalogue()
"""One row per finding code: ``RULES["GX.CERTNO.REQUIRED"]``."""
