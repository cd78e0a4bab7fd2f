"""
Leaves: how one cell of a record is read and judged.

A leaf joins a kind of value (text, code, date, number, identifier) with the
one function that checks it, so that a record, a roster column and a JSON
Schema all mean the same thing. A field names its leaf in its annotation:
``Annotated[str, codes.ETHNICITY] | None`` or ``Annotated[str, MOBILE] | None``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Final, cast

from attrs import frozen

from credrules import identifiers, text
from credrules.codes import CodeTable
from credrules.dates import PartialDate, Precision, check_precision
from credrules.findings import Change, ChangeKind, Finding, finding
from credrules.leaf import Answer, Leaf, answer_of, is_blank, is_sequence, refused
from credrules.values import FrozenMap, Label, exact_int, exact_number, exact_text

__all__ = [
    "CERTIFICATE_NUMBER",
    "CITIZEN_ID",
    "COUNT",
    "DAY",
    "EMAIL",
    "FLAG",
    "FLAGS",
    "LANDLINE",
    "MOBILE",
    "MONTH",
    "NAMES",
    "ORG_CODE",
    "PERSON_NAME",
    "TEXT",
    "USCC",
    "YEAR",
    "Answer",
    "AnyCodeLeaf",
    "CodeLeaf",
    "DateLeaf",
    "FlagLeaf",
    "IdentifierLeaf",
    "Leaf",
    "NamesLeaf",
    "NumberLeaf",
    "OpenCodeLeaf",
    "TextLeaf",
    "answer_of",
    "is_blank",
    "refused",
]
__dir__ = __all__.copy

# The semicolon of &nbsp; or &#160; ends a sign, not a name.
_SEPARATORS: Final = re.compile("[、，,；\n]|" + "".join(f"(?<!&[#0-9A-Za-z]{{{n}}})" for n in range(2, 8)) + ";")


@frozen
class TextLeaf(Leaf):
    """
    Free text; at most `longest` characters.
    """

    longest: int = 500

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Normalise white space and width; refuse what is not text or too long.
        """
        answer = answer_of(text.check(value, on=on))
        if answer.value is not None and len(answer.value) > self.longest:
            found = finding("VALUE.TOO_LONG", length=len(answer.value), longest=self.longest)
            return Answer(None, (*answer.findings, found), answer.changes)
        return answer

    def schema(self) -> dict[str, Any]:
        """
        Return a string schema.
        """
        return {"type": "string", "minLength": 1, "maxLength": self.longest}


@frozen
class CodeLeaf(Leaf):
    """
    A code of `table`; names and aliases are read as well.
    """

    table: CodeTable
    repeats: ClassVar[bool] = True

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Look the cell up in the table.
        """
        return answer_of(self.table.check(value, on=on))

    def schema(self) -> dict[str, Any]:
        """
        Return an enumeration for small tables, the table's name for large ones.
        """
        codes = [entry.code for entry in self.table]
        base: dict[str, Any] = {"type": "string", "x-code-table": self.table.name}
        return {**base, "enum": codes} if len(codes) <= 300 else base


@frozen
class AnyCodeLeaf(Leaf):
    """
    A code of one of several tables; the first table that accepts the cell decides.

    If none accepts it, the answer is the first table's refusal.
    """

    tables: tuple[CodeTable, ...]
    repeats: ClassVar[bool] = True

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Try the tables in turn.
        """
        reports = [table.check(value, on=on) for table in self.tables]
        return answer_of(next((report for report in reports if report.ok and report.value is not None), reports[0]))

    def schema(self) -> dict[str, Any]:
        """
        Return a choice among the tables' schemas.
        """
        return {"anyOf": [CodeLeaf(table).schema() for table in self.tables]}


@frozen
class DateLeaf(Leaf):
    """
    A date of at least `precision`; coarser ones are kept, with a warning.
    """

    precision: Precision = Precision.YEAR
    repeats: ClassVar[bool] = True

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read a date in any notation of `PartialDate.check`.
        """
        return answer_of(check_precision(value, precision=self.precision, on=on))

    def dump(self, value: PartialDate) -> object:
        """
        Return the ISO form.
        """
        return value.isoformat()

    def schema(self) -> dict[str, Any]:
        """
        Return a string schema for ISO dates; the precision is a hint, as a coarser date is kept.
        """
        return {"type": "string", "pattern": _DATE_PATTERN, "x-precision": self.precision.value}


@frozen
class OpenCodeLeaf(CodeLeaf):
    """
    A code of `table` (then of `more`) or, if no document prints the whole list, the cleaned name itself.

    A name that several entries share is kept as a name, too: nothing is lost
    and nothing chosen. Whether an unlisted name is allowed is for a rule to
    decide.
    """

    more: tuple[CodeTable, ...] = ()
    longest: int = 100

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Try the tables in turn; if none lists the name, keep the text.
        """
        for table in (self.table, *self.more):
            report = table.check(value, on=on)
            if report.value is not None:
                return answer_of(report)
        return self.keep(value)

    def keep(self, value: object) -> Answer:
        """
        Read the cell as plain text of at most `longest` characters.
        """
        return TextLeaf(self.longest).read(value, None)

    def schema(self) -> dict[str, Any]:
        """
        Return a string schema; the table's name is a hint, not a limit.
        """
        return {"type": "string", "minLength": 1, "maxLength": self.longest, "x-code-table": self.table.name}


# A year from 1800 to 2200, as PartialDate knows them.
_DATE_PATTERN: Final = r"^(1[89][0-9]{2}|2[01][0-9]{2}|2200)(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"


@frozen
class IdentifierLeaf(Leaf):
    """
    A number or name that has its own module in `credrules.identifiers`.

    With `typed`, the record holds the value that `parse` returns (`CitizenId`);
    otherwise the canonical text.
    """

    name: str
    typed: bool = False

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Check the cell with the identifier's module.
        """
        module = getattr(identifiers, self.name)
        if self.typed:
            return answer_of(module.check(_number_of(value, module.__name__), on=on))
        report = module.check(value, on=on)
        return Answer(getattr(report.value, _TEXT_OF[self.name], None), report.findings, report.changes)

    def dump(self, value: Any) -> object:  # noqa: ANN401  # text or typed identifier
        """
        Return the number as text.
        """
        return value.number if self.typed else value

    def schema(self) -> dict[str, Any]:
        """
        Return a string schema; the check itself is more than a pattern can express.
        """
        return {"type": "string", "minLength": 1, "x-identifier": self.name}


# The canonical text of each typed identifier.
_TEXT_OF: Final = FrozenMap(
    {
        "mobile": "number",
        "landline": "number",
        "citizen_id": "number",
        "email": "address",
        "uscc": "code",
        "org_code": "code",
        "certificate_number": "text",
        "person_name": "text",
    }
)


def _number_of(value: object, home: str) -> object:
    # A typed identifier in a record built by hand is read as the number it was parsed from.
    try:
        return value.number if type(value).__module__ == home else value  # type: ignore[attr-defined]  # of that module
    except Exception:  # noqa: BLE001  # a foreign type may refuse to name its module
        return value


@frozen
class NumberLeaf(Leaf):
    """
    A number between `least` and `most`; `whole` ones are int, others `Decimal` with up to six places, never floats.
    """

    least: Decimal = Decimal(0)
    most: Decimal = Decimal(10**9)
    whole: bool = True

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read a number, or a text with digits and perhaps a unit (`3`, `３`, `2.5年`, `第1`).
        """
        del on
        findings: tuple[Finding, ...] = ()
        changes: tuple[Change, ...] = ()
        written = exact_text(value)
        if written is None:
            number = _number(value)
        else:
            clean, changes = text.normalize(written)
            found = _NUMBER_WITH_UNIT.fullmatch(clean)
            number = Decimal(found[1]) if found else None
            findings = text.findings_for(changes, found[1] if found else clean)
            if found and found[1] != clean:  # a unit is not a fault of the text
                changes = (*changes, Change(ChangeKind.NOTATION, clean, found[1]))
        if number is None:
            return refused("VALUE.NOT_A_NUMBER")
        if self.whole and number != number.to_integral_value():
            return refused("VALUE.NOT_WHOLE")
        if not self.least <= number <= self.most:
            return refused("VALUE.OUT_OF_RANGE", least=_bound(self.least), most=_bound(self.most))
        return Answer(int(number) if self.whole else number, findings, changes)

    def dump(self, value: Any) -> object:  # noqa: ANN401  # int or Decimal
        """
        Return an int, or a Decimal as text so that nothing is rounded.
        """
        return value if self.whole else f"{value:f}"

    def schema(self) -> dict[str, Any]:
        """
        Return an integer schema, or a pattern for decimal text.
        """
        if self.whole:
            return {"type": "integer", "minimum": int(self.least), "maximum": int(self.most)}
        return {"type": "string", "pattern": f"^{_NUMBER}$"}


def _bound(number: Decimal) -> Label:
    # A bound is the library's own text: as plain text, 1000000000 would be masked.
    return Label(f"{number:f}", f"{number:f}")


_NUMBER: Final = r"-?[0-9]{1,20}(\.[0-9]{1,6})?"
_NUMBER_WITH_UNIT: Final = re.compile(f"第?({_NUMBER}) ?[年个名届次]?")


def _number(value: object) -> Decimal | None:
    whole = exact_int(value)
    if whole is not None:
        return Decimal(whole) if abs(whole) < 10**20 else None
    number = exact_number(value)
    if number is None:
        return None
    # The decimal a person typed is the shortest that gives this float.
    exact = number if isinstance(number, Decimal) else Decimal(repr(number))
    bare = f"{exact:f}".rstrip("0") if -7 < exact.adjusted() < 20 else ""
    return Decimal(bare) if re.fullmatch(_NUMBER, bare) else None


@frozen
class FlagLeaf(Leaf):
    """
    Yes or no: a bool, 0 or 1, 是 or 否, yes or no.
    """

    repeats: ClassVar[bool] = True

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read a flag; anything else is refused, not guessed.
        """
        del on
        if value is True or value is False:
            return Answer(value)
        written = exact_text(value)
        clean, changes = text.normalize(written) if written is not None else (str(_number(value)), ())
        flag = FLAGS.get(clean[:20].lower())
        if flag is None:
            return refused("VALUE.NOT_A_FLAG")
        return Answer(flag, text.findings_for(changes, clean), changes)

    def schema(self) -> dict[str, Any]:
        """
        Return a boolean schema.
        """
        return {"type": "boolean"}


FLAGS: Final[Mapping[str, bool]] = FrozenMap(
    {"是": True, "否": False, "yes": True, "no": False, "y": True, "n": False}
    | {"true": True, "false": False, "1": True, "0": False}
)
"""Yes and no in words, in small letters."""


@frozen
class NamesLeaf(Leaf):
    """
    Several names in one cell: a list, or a text with names separated by 、 ， ； or line breaks.

    At most `most` names of at most `longest` characters; an empty list says that there is none.

    >>> NamesLeaf().check([]).value, NamesLeaf().check("甲、乙").value
    ((), ('甲', '乙'))
    """

    several: ClassVar[bool] = True
    most: int = 20
    longest: int = 200

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Split and normalise; empty pieces are dropped, blanks beside a separator are not a fault.
        """
        del on
        if is_sequence(value) and not value:
            return Answer(())
        written = exact_text(value)
        pieces = _pieces(value) if written is None else _SEPARATORS.split(written)
        cleaned = [text.normalize(piece.strip()) for piece in pieces or ()]
        names = tuple(name for name, _ in cleaned if name)
        if pieces is None or len(names) > self.most:
            return refused("VALUE.NOT_NAMES", most=self.most)
        if not names:
            return refused("TEXT.EMPTY")
        length = max(map(len, names))
        if length > self.longest:
            return refused("VALUE.TOO_LONG", length=length, longest=self.longest)
        changes = tuple(change for name, several in cleaned for change in several if name)
        hint: object = names if written is None else "、".join(names)
        return Answer(names, text.findings_for(changes, hint), changes)

    def dump(self, value: tuple[str, ...]) -> object:
        """
        Return a list.
        """
        return list(value) if type(value) is tuple else value

    def schema(self) -> dict[str, Any]:
        """
        Return an array schema.
        """
        name = {"type": "string", "minLength": 1, "maxLength": self.longest}
        return {"type": "array", "items": name, "maxItems": self.most}


def _pieces(value: object) -> list[str] | None:
    texts = [exact_text(item) for item in value] if is_sequence(value) else [None]
    return None if None in texts else cast("list[str]", texts)


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
