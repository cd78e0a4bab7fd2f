"""
Declare once: what a record's fields are, and how to read the declaration.

A field is declared on an attrs class with `form_field`; its leaf is in the
annotation. Conversion, missing-field findings, column matching, JSON Schema,
strategies and documentation all read this declaration.
"""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import fractions
import functools
import re
import typing
from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, Final, cast

import attrs
from attrs import field, frozen

from credrules import text
from credrules.codes import CodeTable
from credrules.dates import PartialDate
from credrules.findings import Step
from credrules.leaves import COUNT, TEXT, YEAR, AnyCodeLeaf, CodeLeaf, Leaf, OpenCodeLeaf
from credrules.masking import mask, masked_repr, shown_repr, type_name
from credrules.values import EMPTY, Evidence, FrozenMap, Label, Worded, exact_text, frozen_map

__all__ = [
    "MOST_ENTRIES",
    "Declared",
    "EntryMode",
    "FieldSpec",
    "RecordSpec",
    "SectionSpec",
    "all_fields",
    "fields_of",
    "form_field",
    "heading_key",
    "names_of",
    "section",
    "sections",
    "sections_of",
    "spec_of",
]
__dir__ = __all__.copy

_SPEC: Final = "credrules"


class EntryMode(Worded):
    """
    How a form field is filled: typed, picked from a code list, or a date (GX-041).
    """

    MANUAL = "manual", "手动录入", "typed"
    CODE = "code", "代码选择", "picked from a code list"
    DATE = "date", "时间格式", "date"
    FACT = "fact", "表外事实", "fact outside the form"


@frozen
class Declared:
    """
    What the record's author declared for one field.
    """

    label: Label
    help: Label
    requirement: str = ""
    aliases: tuple[str, ...] = ()
    entry: EntryMode = EntryMode.MANUAL
    required: bool = False
    basis: Evidence = Evidence.ASSUMED
    invalid: str = ""
    missing: str = ""
    sensitive: bool = False
    renames: FrozenMap[str, str] = field(default=EMPTY, converter=frozen_map)
    narrowed_by: tuple[str, ...] = ()


@frozen
class FieldSpec:
    """
    One field as all readers see it: its place, its leaf and its declaration.

    `owner` is the record's name, so `owner.name` identifies the field in a
    profile and in the documentation.
    """

    owner: str
    name: str
    leaf: Leaf
    declared: Declared

    @property
    def id(self) -> str:
        """
        The field's address, such as ``Basic.name``.
        """
        return f"{self.owner}.{self.name}"

    @property
    def label(self) -> Label:
        """
        The label as the form prints it, and its English name.
        """
        return self.declared.label

    @property
    def aliases(self) -> tuple[str, ...]:
        """
        Other spellings of its label.
        """
        return self.declared.aliases

    @property
    def on_form(self) -> bool:
        """
        Whether the form asks for it; facts that only a rule needs are never missing.
        """
        return self.declared.entry is not EntryMode.FACT

    @property
    def table(self) -> CodeTable | None:
        """
        The code table of a coded field (the first if there are several).
        """
        return self.tables[0] if self.tables else None

    @property
    def tables(self) -> tuple[CodeTable, ...]:
        """
        All tables a code may come from, in the order they are searched; empty for other cells.
        """
        if isinstance(self.leaf, AnyCodeLeaf):
            return self.leaf.tables
        if isinstance(self.leaf, OpenCodeLeaf):
            return (self.leaf.table, *self.leaf.more)
        return (self.leaf.table,) if isinstance(self.leaf, CodeLeaf) else ()


@frozen
class SectionSpec:
    """
    A part of a larger record: one record (`many` false) or a list of at most `most` of them.

    The fields of a `flat` one may appear at the top level of the larger record:
    every single record is flat, and a list if it is declared so.
    """

    name: str
    record: type
    label: Label
    aliases: tuple[str, ...]
    many: bool
    flat: bool = True
    most: int = 0


def form_field(  # noqa: PLR0913  # one keyword for each part of a declaration
    zh: str,
    en: str,
    *,
    help: tuple[str, str],  # noqa: A002  # the form's own word for it
    requirement: str = "",
    aliases: tuple[str, ...] = (),
    entry: EntryMode = EntryMode.MANUAL,
    required: bool = False,
    basis: Evidence = Evidence.ASSUMED,
    invalid: str = "",
    missing: str = "",
    sensitive: bool = False,
    renames: Mapping[str, str] | None = None,
    narrowed_by: tuple[str, ...] = (),
) -> Any:  # noqa: ANN401  # returns a value of the annotated type
    """
    Declare a field: labels, help in both languages, entry mode and requiredness.

    `invalid` is the finding code for a value that cannot be read, `missing`
    the one for an empty cell; both default to the system's own. `renames`
    gives single leaf findings a code of this field; it goes before the
    system's own renames. A `sensitive` field is masked in the record's repr.
    `narrowed_by` names other fields of the record that single out one of several
    candidates; the leaf is a `NarrowingLeaf` and is read after them.
    """
    declared = Declared(
        Label(zh, en), Label(*help), requirement, aliases, entry, required, basis, invalid, missing, sensitive,
        frozen_map(renames or {}), narrowed_by,
    )  # fmt: skip
    return field(default=None, metadata={_SPEC: declared}, repr=_hidden_repr if sensitive else _open_repr)


def _hidden_repr(value: object) -> str:
    # Short certificate numbers and addresses have no run of digits to find, so the whole text is masked.
    return repr(mask(value)) if isinstance(value, str) else _value_repr(value)


def _list_repr(value: object) -> str:
    # What the library made is shown by its own repr, what a host put in its place as it may be shown.
    given: Any = value
    own = issubclass(type(given), tuple) and all(attrs.has(type(item)) for item in given)
    return repr(given) if own else shown_repr(given)


def _open_repr(value: object) -> str:
    # Any cell may hold someone's number.
    if type(value) is tuple:
        # Parts of an address in a cell of names are still an address.
        return shown_repr("、".join(map(str, value)))
    if isinstance(value, str) and _CODE.fullmatch(value):
        return repr(value)
    return _value_repr(value)


# Codes of divisions are the longest codes that are digits only.
_CODE: Final = re.compile("[0-9]{1,4}|[1-8][0-9]{5}")


def _value_repr(value: object) -> str:
    # Values of the library and figures have no short number of anybody in them, what a host put in their place may.
    own = value is None or attrs.has(type(value)) or issubclass(type(value), _FIGURES)
    return masked_repr(value) if own else shown_repr(value)


_FIGURES: Final = (int, float, decimal.Decimal, fractions.Fraction, dt.date, enum.Enum)

# At most this many entries of one list in one record are read, so that a
# hostile input cannot make one record cost as much as a million.
MOST_ENTRIES: Final = 200


def section(zh: str, en: str, record: type, *, aliases: tuple[str, ...] = ()) -> Any:  # noqa: ANN401  # a record
    """
    Declare a part that is one record of type `record`.
    """
    return field(factory=record, metadata={_SPEC: (Label(zh, en), aliases, True, 0)})


def sections(zh: str, en: str, *, aliases: tuple[str, ...] = (), flat: bool = False, most: int = MOST_ENTRIES) -> Any:  # noqa: ANN401  # a tuple of records
    """
    Declare a part that is a list of records; the annotation is ``tuple[Record, ...]``.

    With `flat`, its fields may appear at the top level of the larger record,
    where they make one entry or belong to the only one. If a list is longer
    than `most`, only the beginning is read, and the record holds it as a `Cut`.
    """
    return field(default=(), metadata={_SPEC: (Label(zh, en), aliases, flat, most)}, repr=_list_repr)


_PLAIN_LEAVES: Final[Mapping[Any, Leaf]] = FrozenMap({str: TEXT, int: COUNT, PartialDate: YEAR})


def _leaf_of(annotation: Any, where: str) -> Leaf:  # noqa: ANN401  # a typing construct
    is_union = typing.get_origin(annotation) in {typing.Union, UnionType}
    options = [item for item in typing.get_args(annotation) if item is not NoneType] if is_union else [annotation]
    kind = options[0]
    for extra in getattr(kind, "__metadata__", ()):
        if isinstance(extra, CodeTable):
            return CodeLeaf(extra)
        if isinstance(extra, Leaf):
            return extra
    if len(options) == 1 and kind in _PLAIN_LEAVES:
        return _PLAIN_LEAVES[kind]
    message = f"{where}: no leaf for {annotation!r}"
    raise TypeError(message)


@frozen(eq=False)
class RecordSpec:
    """
    Everything derived from a record type's declaration, worked out once: see `spec_of`.

    `fields` and `sections` are in form order. What few callers need is worked out on first use.
    """

    record: type
    fields: tuple[FieldSpec, ...]
    sections: tuple[SectionSpec, ...]

    @functools.cached_property
    def by_name(self) -> FrozenMap[str, FieldSpec]:
        """
        Name -> field, without sections.
        """
        return FrozenMap({spec.name: spec for spec in self.fields})

    @functools.cached_property
    def parts(self) -> FrozenMap[str, SectionSpec]:
        """
        Name -> section.
        """
        return FrozenMap({part.name: part for part in self.sections})

    @functools.cached_property
    def named(self) -> FrozenMap[Step, FieldSpec | SectionSpec]:
        """
        Name -> field or section.
        """
        known: tuple[FieldSpec | SectionSpec, ...] = (*self.fields, *self.sections)
        return FrozenMap({item.name: item for item in known})

    @functools.cached_property
    def places(self) -> FrozenMap[str, int]:
        """
        Name of a field or section -> its place on the form.
        """
        return FrozenMap({str(name): place for place, name in enumerate(self.named)})

    @functools.cached_property
    def kinds(self) -> tuple[type, ...]:
        """
        The record type and those of its sections at any depth, each once, in form order.
        """
        return tuple(dict.fromkeys((self.record, *(k for part in self.sections for k in spec_of(part.record).kinds))))

    @functools.cached_property
    def names(self) -> FrozenMap[str, str]:
        """
        Reduced heading -> field or section, for every way a key may be written.
        """
        names: dict[str, str] = {}
        for item in self.named.values():
            for written in (item.name, item.label.zh, item.label.en):
                if names.setdefault(heading_key(written), item.name) != item.name:
                    first = names[heading_key(written)]
                    raise TypeError(f"{self.record.__name__}: {written!r} names both {first} and {item.name}")
        for item in self.named.values():
            for written in item.aliases:
                names.setdefault(heading_key(written), item.name)
        return FrozenMap(names)

    @functools.cached_property
    def exact_names(self) -> FrozenMap[str, str]:
        """
        Key as written -> field or section: the own names, and labels that differ only in brackets.
        """
        # Two fields of one label may differ by the words in brackets: 奖励等级 and 奖励等级（代码）.
        aliases = ((alias, item.name) for item in self.named.values() for alias in item.aliases)
        bracketed = {alias: name for alias, name in aliases if alias.endswith((")", "）"))}
        return FrozenMap({**bracketed, **{name: name for name in self.places}})

    @functools.cached_property
    def flat_names(self) -> FrozenMap[str, str]:
        """
        Reduced heading -> section, for the fields of the one-record sections, then of flat lists.
        """
        flat: dict[str, str] = {}
        for part in sorted(self.sections, key=lambda part: part.many):
            if part.flat:
                flat |= {key: part.name for key in spec_of(part.record).names if key not in flat}
        return FrozenMap(flat)


def spec_of(record: type) -> RecordSpec:
    """
    Return the declaration of a record type; TypeError for any other object.

    >>> from credrules.rosters import RosterRow
    >>> spec_of(RosterRow).by_name["sex"].label.en
    'sex'
    """
    if not issubclass(type(record), type) or not attrs.has(record):
        raise TypeError(f"not a declared record: {type_name(record)}")
    return _spec_of(record)


@functools.cache
def _spec_of(record: type) -> RecordSpec:
    hints = typing.get_type_hints(record, include_extras=True)
    cells: list[FieldSpec] = []
    parts: list[SectionSpec] = []
    for item in attrs.fields(record):
        declared, hint = item.metadata.get(_SPEC), hints.get(item.name)
        if isinstance(declared, Declared):
            leaf = _leaf_of(hint, f"{record.__name__}.{item.name}")
            cells.append(FieldSpec(record.__name__, item.name, leaf, declared))
        elif isinstance(declared, tuple):
            many = typing.get_origin(hint) is tuple
            kind = typing.get_args(hint)[0] if many else cast("type", hint)
            parts.append(SectionSpec(item.name, kind, declared[0], declared[1], many, *declared[2:]))
    return RecordSpec(record, tuple(cells), tuple(parts))


def fields_of(record: type) -> tuple[FieldSpec, ...]:
    """
    Return the fields of a record type in form order.
    """
    return spec_of(record).fields


def sections_of(record: type) -> tuple[SectionSpec, ...]:
    """
    Return the parts of a record type in form order; empty for a flat record.
    """
    return spec_of(record).sections


def all_fields(record: type) -> Iterator[FieldSpec]:
    """
    Yield the fields of a record and of its sections at any depth, in form order.

    A record type that is used in two sections appears once.
    """
    return (spec for kind in spec_of(record).kinds for spec in fields_of(kind))


_DECORATION: Final = re.compile(r"[（(\[【〔][^（()\[【〔〕】\])）]{0,20}[）)\]】〕]|[*＊※:：_\s/／、.\-]")


def heading_key(text_as_written: object) -> str:
    """
    Reduce a heading or key to what identifies it: without spaces, case, brackets and marks.

    >>> heading_key("证书编号（必填）*"), heading_key("Certificate Number")
    ('证书编号', 'certificatenumber')
    """
    written = exact_text(text_as_written)
    if written is None or len(written) > 200:
        return ""
    return _DECORATION.sub("", text.normalize(written)[0]).lower()


def names_of(record: type) -> FrozenMap[str, str]:
    """
    Return reduced heading -> field or section name for every way a key may be written.

    Names and labels win over aliases; among equals, the first in form order
    wins. Two fields with the same label are a fault of the declaration:
    TypeError.

    >>> from credrules.rosters import RosterRow
    >>> names_of(RosterRow)["姓名"]
    'name'
    """
    return spec_of(record).names
