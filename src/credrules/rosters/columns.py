"""
How every column of a table is understood: the field it holds, or why it holds none.

Headings are read first (`credrules.rosters.headings`), then the values below
them are examined. Every column gets an answer, and the answer is data: it can
be shown, kept, and compared with next month's table.

References: ``data/headings``; docs/adr/0017.

Limitations: two columns with the same heading are told apart by place only in
`check_table`; a row given as a mapping has one of them.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, cast

import attrs
from attrs import evolve, frozen

from credrules import markup
from credrules.fields import FieldSpec
from credrules.findings import CredrulesError, Finding, finding
from credrules.lists import entries_of, first_of, grouped
from credrules.masking import type_name
from credrules.remembering import remembered
from credrules.rosters._words import ALIASES
from credrules.rosters.column import Column, Heading, at, specs, value_label
from credrules.rosters.headings.evidence import SAMPLE, Values
from credrules.rosters.headings.neighbours import read_row
from credrules.rosters.headings.parts import Owner, When
from credrules.rosters.headings.reading import Fate, Reading, read_heading
from credrules.rosters.veiled import veiled_heading
from credrules.values import FrozenMap, Label, Lang, exact_text

__all__ = [
    "MOST_COLUMNS",
    "ColumnMatch",
    "cell_of",
    "match_columns",
    "nearest_fields",
    "own_match",
]
__dir__ = __all__.copy

MOST_COLUMNS: Final = 16_384
"""Further columns of a table are not looked at."""

_NEAREST: Final = 3
_NEAR: Final = 0.34


def _given(fields: object) -> tuple[Column, ...]:
    if isinstance(fields, Mapping):
        return tuple(
            Column(heading, place, Fate.FIELD, name)
            for place, (heading, name) in enumerate(fields.items())
            if name in specs()
        )
    return tuple(cast("Iterable[Column]", fields))


@frozen(repr=False)
class ColumnMatch:
    """
    The answer of `match_columns`: every column of the table, in order.

    A host that knows the columns may write one itself, from heading to field:
    ``ColumnMatch({"甲": "name", "乙": "citizen_id"})``.
    """

    columns: tuple[Column, ...] = attrs.field(default=(), converter=_given)

    @functools.cached_property
    def fields(self) -> FrozenMap[Heading, str]:
        """
        Heading -> field, of the columns that hold one, in table order.
        """
        return FrozenMap({column.heading: column.field for column in self.columns if column.field})

    @functools.cached_property
    def by_field(self) -> Mapping[str, tuple[Column, ...]]:
        """
        Field -> its columns; most fields have one.
        """
        return FrozenMap(grouped((column.field, column) for column in self.columns if column.field))

    @functools.cached_property
    def headings(self) -> Mapping[str, Heading]:
        """
        Field -> heading as written, that of the first of several columns.
        """
        return FrozenMap({name: columns[0].heading for name, columns in self.by_field.items()})

    @functools.cached_property
    def places(self) -> Mapping[Heading, int]:
        """
        Heading -> place of its column, the last of several.
        """
        return FrozenMap({column.heading: column.place for column in self.columns})

    @functools.cached_property
    def words(self) -> Mapping[Label, str]:
        """
        Label of a field -> its heading on one line, cut to a length that fits a sentence.
        """
        return FrozenMap({specs()[name].label: columns[0].text for name, columns in self.by_field.items()})

    @functools.cached_property
    def years(self) -> tuple[int, ...]:
        """
        The years that headings of hours name, each once.
        """
        years = [column.year for column in self.columns if column.field.endswith("_hours") and column.year is not None]
        return tuple(dict.fromkeys(years))

    @functools.cached_property
    def document(self) -> Column | None:
        """
        The column that names the kind of document whose number the table holds; None if there is none.
        """
        return next((column for column in self.columns if column.about == "document_type"), None)

    @property
    def unmatched(self) -> tuple[Column, ...]:
        """
        The columns without a field.
        """
        return tuple(column for column in self.columns if not column.field)

    @property
    def not_understood(self) -> tuple[Column, ...]:
        """
        The columns that were not understood; a table with such columns is only checked in part.
        """
        return tuple(
            column
            for column in self.columns
            if column.fate in {Fate.NOT_UNDERSTOOD, Fate.EMPTY} and (column.filled or column.text)
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """
        The required fields that no column holds.
        """
        return tuple(name for name, spec in specs().items() if _is_mandatory(spec) and name not in self.by_field)

    @property
    def ok(self) -> bool:
        """
        Whether anything was recognised at all.
        """
        return bool(self.by_field)

    def to_dict(self) -> dict[str, Any]:
        """
        Return plain data for JSON, to be kept and read by `from_dict`.

        It holds the headings as they are written, also one with a number in
        it, for they are what another table is compared with: it is to be kept
        as the table is.
        """
        return {"columns": [column.to_dict() for column in self.columns]}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> ColumnMatch:
        """
        Return the match that `to_dict` wrote; a CredrulesError for anything else.
        """
        try:
            return cls(tuple(map(Column.from_dict, data["columns"])))
        except Exception:  # noqa: BLE001  # whatever a foreign object makes of it
            raise CredrulesError([finding("RECORD.NOT_A_MAPPING", kind=type_name(data)[:40])]) from None

    def hold(self, headings: Iterable[object], rows: Iterable[object] | None = None) -> tuple[Finding, ...]:
        """
        Compare a table with this match: which columns are gone, which are new, and whose values changed in kind.

        >>> kept = match_columns(["姓名", "身份证号"])
        >>> [(item.code, item.path) for item in kept.hold(["姓名", "电话"])]
        [('ROSTER.COLUMN_GONE', ('身份证号',)), ('ROSTER.COLUMN_NEW', ('电话',))]
        """
        now = match_columns(headings, rows)
        before = {column.heading for column in self.columns}
        there = {column.heading: column for column in now.columns}
        gone = [
            finding("ROSTER.COLUMN_GONE", path=at(veiled_heading(column.heading)), field=column.means)
            for column in self.columns
            if column.field and column.heading not in there
        ]
        new = [
            finding("ROSTER.COLUMN_NEW", path=at(veiled_heading(column.heading)), fate=column.fate.label)
            for column in now.columns
            if column.heading not in before and column.fate is not Fate.EMPTY
        ]
        other = [
            finding(
                "ROSTER.COLUMN_DISAGREES",
                path=at(veiled_heading(column.heading)),
                field=specs()[column.field].label,
                values=value_label(said),
            )
            for column in self.columns
            if column.field and column.heading in there
            for said in [there[column.heading].values_say]
            if said
        ]
        return (*gone, *new, *other)

    def to_text(self, lang: Lang = "zh") -> str:
        """
        Return one line per column: its heading, how it was understood, what it is and on what evidence.
        """
        lines = []
        for column in self.columns:
            said = [column.fate.label.text(lang), column.means.text(lang)]
            said += [column.evidence.text(lang)] if column.field or column.values_say else []
            lines.append(f"{column.text or '—'}: " + "; ".join(filter(None, said)))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        rows = [(column.text, column.fate.label.zh, column.means.zh, column.evidence.zh) for column in self.columns]
        return markup.table(("列", "处理", "含义", "依据"), rows, caption=f"共 {len(self.columns)} 列")

    def __repr__(self) -> str:
        unmatched = len(self.unmatched)
        return f"ColumnMatch({len(self.columns) - unmatched} matched, {unmatched} unmatched, missing={self.missing!r})"


def own_match(columns: object) -> ColumnMatch | None:
    """
    Return a match; for anything else None, so that the headings are matched anew.

    >>> own_match("姓名") is None
    True
    """
    return cast("ColumnMatch", columns) if issubclass(type(columns), ColumnMatch) else None


def match_columns(headings: Iterable[object], rows: Iterable[object] | None = None) -> ColumnMatch:
    r"""
    Match the headings of a table to roster fields, with the evidence of its values.

    A heading is a text, or a tuple of the group above it and the text. `rows`
    are mappings from heading to cell or sequences of cells; at most 200 are
    looked at. Never raises; anything that is not text is an unmatched heading.

    >>> match = match_columns(["姓 名", "身份证号码\n(18位)", "原职称", "星座"])
    >>> dict(match.fields), [column.fate.name for column in match.unmatched]
    ({'姓 名': 'name', '身份证号码\n(18位)': 'citizen_id'}, ['OTHER_TIME', 'NOT_UNDERSTOOD'])
    """
    columns = _matched(tuple(_written(item) for item in entries_of(headings, MOST_COLUMNS)))
    return ColumnMatch(columns if rows is None else _weighed(columns, first_of(rows, SAMPLE)))


@remembered(256)
def _matched(written: tuple[Heading, ...]) -> tuple[Column, ...]:
    readings = read_row([read_heading(*_text_and_group(heading)) for heading in written])
    return tuple(
        _column(heading, place, reading) for place, (heading, reading) in enumerate(zip(written, readings, strict=True))
    )


def _text_and_group(heading: Heading) -> tuple[str, str]:
    if isinstance(heading, str):
        return heading, ""
    parts = [part for part in heading if part.strip()]
    if len(parts) > 1 and parts[-1] != parts[-2]:
        return parts[-1], "".join(parts[:-1])
    return (parts[-1] if parts else ""), ""


def _column(heading: Heading, place: int, reading: Reading) -> Column:
    candidates = nearest_fields(reading.key) if reading.fate is Fate.NOT_UNDERSTOOD else ()
    return Column(
        heading, place, reading.fate, reading.field, reading.owner, reading.when, reading.year, reading.about,
        reading.legend, candidates,
    )  # fmt: skip


@remembered(1024)
def nearest_fields(key: str) -> tuple[str, ...]:
    """
    Return the fields whose spellings share most letters with a heading.

    >>> nearest_fields("姓名栏")[0]
    'name'
    """
    letters = set(key)
    scores = {
        name: max(len(letters & set(alias)) / len(letters | set(alias)) for alias in aliases)
        for name, aliases in ALIASES.items()
    }
    best = sorted((name for name in scores if scores[name] >= _NEAR), key=lambda name: -scores[name])
    return tuple(best[:_NEAREST])


def _weighed(columns: tuple[Column, ...], rows: Sequence[object]) -> tuple[Column, ...]:
    """
    Return the columns with the evidence of the sample: values that disagree remove a field, proof adds one.
    """
    samples = [Values.of([cell_of(row, column) for row in rows]) for column in columns]
    found = [_against(column, values) for column, values in zip(columns, samples, strict=True)]
    held = {column.field for column in found if column.field}
    for place, (column, values) in enumerate(zip(found, samples, strict=True)):
        name = values.enough_alone()
        free = column.owner is Owner.SELF and column.when in {When.NOW, When.HIGHEST}
        if name and name not in held and not column.field and free:
            held.add(name)
            read = values.counts[values.kind]
            found[place] = evolve(
                column, fate=Fate.FIELD, field=name, by_values=True, read=read, about="", values_say=""
            )
    return tuple(found)


def _against(column: Column, values: Values) -> Column:
    column = evolve(column, filled=values.filled)
    if not column.field:
        return column
    said = values.against(column.field)
    if not said or column.legend:
        return column
    return evolve(column, fate=Fate.NOT_UNDERSTOOD, field="", values_say=said, candidates=(column.field,))


def cell_of(row: object, column: Column) -> object:
    """
    Return a row's cell of a column; None if the row has none.

    >>> cell_of(["张三", "男"], match_columns(["姓名", "性别"]).columns[1])
    '男'
    """
    try:
        if isinstance(row, Mapping):
            return row.get(column.heading)
        if isinstance(row, Sequence) and not isinstance(row, str | bytes):
            return row[column.place] if column.place < len(row) else None
    except Exception:  # noqa: BLE001  # a hostile row has no cells
        return None
    return None


def _written(heading: object) -> Heading:
    return tuple(map(_text_of, heading[:4])) if type(heading) is tuple else _text_of(heading)


def _text_of(heading: object) -> str:
    text = "" if heading is None else exact_text(heading)
    return text if text is not None else f"<{type_name(heading)[:40]}>"


def _is_mandatory(spec: FieldSpec) -> bool:
    # A field with its own finding for a blank is required only where the column exists.
    return spec.declared.required and not spec.declared.missing
