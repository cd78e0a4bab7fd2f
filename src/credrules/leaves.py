"""
Leaves: how one cell of a record is read and judged.

A leaf joins a kind of value (text, code, date, number, identifier) with the
one function that checks it, so that a record, a roster column and a JSON
Schema all speak of the same thing. A field names its leaf in its annotation:
``Annotated[str, codes.ETHNICITY] | None`` or ``Annotated[str, MOBILE] | None``.
"""

from __future__ import annotations

import datetime as dt
import importlib
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, Protocol, TypeGuard, runtime_checkable

from attrs import evolve, frozen

from credrules import text
from credrules.codes import CodeTable
from credrules.dates import PartialDate, Precision
from credrules.findings import Change, ChangeKind, Finding, Report, Rerun, finding
from credrules.values import FrozenMap, exact_int, exact_text, is_missing

# Longer cells than this are not numbers, flags or lists of names.
_LONGEST: Final = 400
_SEPARATORS: Final = re.compile(r"[、，,;；\n]")


@runtime_checkable
class Leaf(Protocol):
    """
    What every leaf can do.
    """

    def check(self, value: object, *, on: dt.date | None = None) -> Report[Any]:
        """
        Read one cell; never raise.
        """

    def dump(self, value: Any) -> object:  # noqa: ANN401  # each leaf dumps its own type
        """
        Return the typed value as plain data that `check` reads back.
        """

    def schema(self) -> dict[str, Any]:
        """
        Return the JSON Schema (2020-12) of the plain data.
        """


@runtime_checkable
class NarrowingLeaf(Leaf, Protocol):
    """
    A leaf that other cells of the same record help to read.
    """

    def check_among(self, value: object, known: Mapping[str, Any], *, on: dt.date | None = None) -> Report[Any]:
        """
        Read one cell as `check` does, with the typed values of the cells beside it.
        """


def is_blank(value: object) -> bool:
    """
    Whether a cell holds nothing: None, NaN, a missing-value marker, or only white space.

    >>> is_blank(" \u3000"), is_blank(float("nan")), is_blank(0)
    (True, True, False)
    """
    written = exact_text(value)
    if written is None:
        return is_missing(value)
    return not written.strip(" \t\r\n\f\v\u00a0\u3000\u200b\ufeff")


@frozen
class TextLeaf:
    """
    Free text; at most `longest` characters.
    """

    longest: int = 500

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Normalise white space and width; refuse what is not text or too long.
        """
        report = text.check(value, on=on)
        if report.value is not None and len(report.value) > self.longest:
            found = finding("VALUE.TOO_LONG", length=len(report.value), longest=self.longest)
            return evolve(report, value=None, findings=(*report.findings, found))
        return report

    def dump(self, value: str) -> object:
        """
        Return the text itself.
        """
        return value

    def schema(self) -> dict[str, Any]:
        """
        Return a string schema.
        """
        return {"type": "string", "minLength": 1, "maxLength": self.longest}


@frozen
class CodeLeaf:
    """
    A code of `table`; names and aliases are read as well.
    """

    table: CodeTable

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Ask the table.
        """
        return self.table.check(value, on=on)

    def dump(self, value: str) -> object:
        """
        Return the code string.
        """
        return value

    def schema(self) -> dict[str, Any]:
        """
        Return an enumeration for small tables, the table's name for large ones.
        """
        codes = [entry.code for entry in self.table]
        base: dict[str, Any] = {"type": "string", "x-code-table": self.table.name}
        return {**base, "enum": codes} if len(codes) <= 300 else base


@frozen
class AnyCodeLeaf:
    """
    A code of one of several tables; the first table that accepts the cell answers.

    When none does, the first table's refusal stands.
    """

    tables: tuple[CodeTable, ...]

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Ask the tables in turn.
        """
        reports = [table.check(value, on=on) for table in self.tables]
        return next((report for report in reports if report.ok and report.value is not None), reports[0])

    def dump(self, value: str) -> object:
        """
        Return the code string.
        """
        return value

    def schema(self) -> dict[str, Any]:
        """
        Return a choice among the tables' schemas.
        """
        return {"anyOf": [CodeLeaf(table).schema() for table in self.tables]}


@frozen
class DateLeaf:
    """
    A date of at least `precision`; coarser ones are kept, with a warning.
    """

    precision: Precision = Precision.YEAR

    def check(self, value: object, *, on: dt.date | None = None) -> Report[PartialDate]:
        """
        Read a date in any notation of `PartialDate.check`.
        """
        report = PartialDate.check(value, on=on)
        date = report.value
        if date is not None and _FINENESS[date.precision] < _FINENESS[self.precision]:
            found = finding("DATE.PRECISION", precision=self.precision.value, date=date.isoformat())
            return evolve(report, findings=(*report.findings, found))
        return report

    def dump(self, value: PartialDate) -> object:
        """
        Return the ISO form.
        """
        return value.isoformat()

    def schema(self) -> dict[str, Any]:
        """
        Return a string schema for ISO dates of the allowed precisions.
        """
        return {"type": "string", "pattern": _DATE_PATTERNS[self.precision]}


@frozen
class OpenCodeLeaf(CodeLeaf):
    """
    A code of `table` (then of `more`) or, where no document prints the whole list, the clean name itself.

    A name that several entries share stays a name too: nothing is lost and
    nothing chosen. Whether an unlisted name may stand is for a rule to say.
    """

    more: tuple[CodeTable, ...] = ()
    longest: int = 100

    def check(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Ask the tables in turn, then keep the text.
        """
        for table in (self.table, *self.more):
            report = table.check(value, on=on)
            if report.value is not None:
                return report
        return self.keep(value, on=on)

    def keep(self, value: object, *, on: dt.date | None = None) -> Report[str]:
        """
        Read the cell as plain text of at most `longest` characters.
        """
        return TextLeaf(self.longest).check(value, on=on)

    def schema(self) -> dict[str, Any]:
        """
        Return a string schema; the table's name is a hint, not a limit.
        """
        return {"type": "string", "minLength": 1, "maxLength": self.longest, "x-code-table": self.table.name}


_FINENESS: Final = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}
_DATE_PATTERNS: Final = {
    Precision.YEAR: r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    Precision.MONTH: r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$",
    Precision.DAY: r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
}


@frozen
class IdentifierLeaf:
    """
    A number or name with a module of its own in `credrules.identifiers`.

    With `typed`, the record holds what `parse` gives (`CitizenId`); otherwise
    the canonical text.
    """

    name: str
    typed: bool = False

    def check(self, value: object, *, on: dt.date | None = None) -> Report[Any]:
        """
        Ask the identifier's module.
        """
        module: Any = importlib.import_module(f"credrules.identifiers.{self.name}")
        given = getattr(value, "number", value) if self.typed and type(value).__module__ == module.__name__ else value
        report: Report[Any] = module.check(given, on=on)
        if self.typed or report.value is None:
            return report
        return evolve(report, value=self._canonical(module, given))

    def _canonical(self, module: Any, given: object) -> str:  # noqa: ANN401  # a module, by protocol
        return str(module.normalize(given))

    def dump(self, value: Any) -> object:  # noqa: ANN401  # text or typed identifier
        """
        Return the number as text.
        """
        return value.number if self.typed else value

    def schema(self) -> dict[str, Any]:
        """
        Return a string schema; the check itself is more than a pattern can say.
        """
        return {"type": "string", "minLength": 1, "x-identifier": self.name}


@frozen
class NumberLeaf:
    """
    A number between `least` and `most`; whole unless `step` allows fractions.

    Fractions are `Decimal`, never floats.
    """

    least: Decimal = Decimal(0)
    most: Decimal = Decimal(10**9)
    whole: bool = True

    def check(self, value: object, *, on: dt.date | None = None) -> Report[Any]:
        """
        Read an int, Decimal, whole float or a text with digits (`3`, `３`, `2.5年`, `第1`).
        """
        del on
        findings: tuple[Finding, ...] = ()
        changes: tuple[Change, ...] = ()
        number = _decimal(value)
        written = exact_text(value)
        if written is not None:
            clean, changes = text.normalize(written)
            bare = clean.removeprefix("第").rstrip("年个名届次") if len(clean) <= _LONGEST else ""
            number = _decimal_text(bare)
            findings = text.findings_for(changes, clean)
            if number is not None and bare != clean:
                changes = (*changes, Change(ChangeKind.NOTATION, clean, bare))
                findings = tuple(evolve(item, suggestion=bare) for item in findings)
        if number is None:
            return self._refused(value, finding("VALUE.NOT_A_NUMBER"))
        if self.whole and number != number.to_integral_value():
            return self._refused(value, finding("VALUE.NOT_WHOLE"))
        if not self.least <= number <= self.most:
            return self._refused(value, finding("VALUE.OUT_OF_RANGE", least=str(self.least), most=str(self.most)))
        typed: int | Decimal = int(number) if self.whole else number
        return Report(value, typed, findings, changes, Rerun(self.check))

    def _refused(self, value: object, found: Finding) -> Report[Any]:
        return Report(value, None, (found,), (), Rerun(self.check))

    def dump(self, value: Any) -> object:  # noqa: ANN401  # int or Decimal
        """
        Return an int, or a Decimal as text so that nothing is rounded.
        """
        return value if self.whole else str(value)

    def schema(self) -> dict[str, Any]:
        """
        Return an integer schema, or a pattern for decimal text.
        """
        if self.whole:
            return {"type": "integer", "minimum": int(self.least), "maximum": int(self.most)}
        return {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$"}


def _decimal(value: object) -> Decimal | None:
    whole = exact_int(value)
    if whole is not None:
        return Decimal(whole) if whole.bit_length() <= 100 else None
    if type(value) is Decimal:
        return value if value.is_finite() and abs(value.adjusted()) <= 30 else None
    if type(value) is float and abs(value) < 1e12 and round(value, 3) == value:
        # Half years are exact in binary; what is not exact to 3 places is no entry of a form.
        return Decimal(repr(value))
    return None


def _decimal_text(value: str) -> Decimal | None:
    return Decimal(value) if re.fullmatch(r"[0-9]{1,20}(\.[0-9]{1,6})?", value) else None


@frozen
class FlagLeaf:
    """
    Yes or no: a bool, 0 or 1, 是 or 否, yes or no.
    """

    def check(self, value: object, *, on: dt.date | None = None) -> Report[bool]:
        """
        Read a flag; anything else is refused, not guessed.
        """
        del on
        written = "1" if value is True else "0" if value is False else exact_text(value)
        key = str(exact_int(value)) if written is None and exact_int(value) in {0, 1} else (written or "")
        flag = _FLAGS.get(key[:20].strip().lower())
        if flag is not None:
            return Report(value, flag, (), (), Rerun(self.check))
        return Report(value, None, (finding("VALUE.NOT_A_FLAG"),), (), Rerun(self.check))

    def dump(self, value: bool) -> object:  # noqa: FBT001  # the value itself is the flag
        """
        Return the bool.
        """
        return value

    def schema(self) -> dict[str, Any]:
        """
        Return a boolean schema.
        """
        return {"type": "boolean"}


_FLAGS: Final[Mapping[str, bool]] = FrozenMap(
    {"是": True, "否": False, "yes": True, "no": False, "true": True, "false": False, "1": True, "0": False}
)


@frozen
class NamesLeaf:
    """
    Several names in one cell: a list, or a text with 、 ， ； or line breaks between them.
    """

    most: int = 20

    def check(self, value: object, *, on: dt.date | None = None) -> Report[tuple[str, ...]]:
        """
        Split and normalise; empty pieces are dropped.
        """
        del on
        written = exact_text(value)
        if written is not None:
            pieces: tuple[object, ...] = tuple(_SEPARATORS.split(written[: _LONGEST * self.most]))
        else:
            pieces = tuple(value[: self.most + 1]) if _is_sequence(value) else (None,)
        texts = [exact_text(piece) for piece in pieces]
        names = tuple(text.normalize(piece)[0] for piece in texts if piece is not None and not is_blank(piece))
        if len(names) > self.most or None in texts:
            return Report(value, None, (finding("VALUE.NOT_NAMES"),), (), Rerun(self.check))
        return Report(value, names, (), (), Rerun(self.check))

    def dump(self, value: tuple[str, ...]) -> object:
        """
        Return a list.
        """
        return list(value)

    def schema(self) -> dict[str, Any]:
        """
        Return an array schema.
        """
        return {"type": "array", "items": {"type": "string"}, "maxItems": self.most}


def _is_sequence(value: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    return type(value) in {list, tuple}


CITIZEN_ID: Final = IdentifierLeaf("citizen_id", typed=True)
MOBILE: Final = IdentifierLeaf("mobile")
LANDLINE: Final = IdentifierLeaf("landline")
EMAIL: Final = IdentifierLeaf("email")
PERSON_NAME: Final = IdentifierLeaf("person_name")
CERTIFICATE_NUMBER: Final = IdentifierLeaf("certificate_number")
USCC: Final = IdentifierLeaf("uscc")
ORG_CODE: Final = IdentifierLeaf("org_code")
TEXT: Final = TextLeaf()
FLAG: Final = FlagLeaf()
NAMES: Final = NamesLeaf()
YEAR: Final = DateLeaf(Precision.YEAR)
MONTH: Final = DateLeaf(Precision.MONTH)
DAY: Final = DateLeaf(Precision.DAY)
COUNT: Final = NumberLeaf(least=Decimal(1), most=Decimal(100_000))
