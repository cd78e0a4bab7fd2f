"""
Findings and reports: what every check of the library returns.

A finding holds code, severity, path and parameters; its message is made on
request. A report is a value with its findings, the input as it
was given, and the list of repairs that were needed to read it.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Callable, Iterable
from typing import Any, Final, Generic, Protocol, TypeVar

from attrs import field, frozen

from credrules import markup
from credrules.catalogue import RULES, Rule
from credrules.masking import Care, masked_repr, shown_repr
from credrules.repairing import apply_suggestions
from credrules.values import EMPTY, LANGS, Evidence, FrozenMap, Label, Lang, Severity, Worded, exact_text, frozen_map
from credrules.wording import Path, Step, as_data, as_typed_data, filled, path_text, place_text, where

__all__ = [
    "SEVERITY_LABELS",
    "Change",
    "ChangeKind",
    "CredrulesError",
    "Decision",
    "Finding",
    "Form",
    "Path",
    "Report",
    "Rerun",
    "Step",
    "T",
    "T_co",
    "apply_suggestions",
    "finding",
    "language",
    "path_text",
    "retyped",
    "unknown_language",
    "value_or_raise",
]
__dir__ = __all__.copy

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Decision(enum.Enum):
    """
    A three-valued decision; REVIEW is never turned into yes or no by the library.
    """

    IN = "in"
    OUT = "out"
    REVIEW = "review"


class ChangeKind(Worded):
    """
    Why a text was rewritten before it was read.
    """

    SPACE = "space", "去除多余空格", "white space removed"
    LINE_BREAK = "line_break", "去除换行", "line break removed"
    INVISIBLE = "invisible", "去除不可见字符", "invisible character removed"
    FULL_WIDTH = "full_width", "全角转半角", "full-width characters narrowed"
    CASE = "case", "统一大小写", "letter case unified"
    PUNCTUATION = "punctuation", "统一标点", "punctuation unified"
    NOTATION = "notation", "统一写法", "notation unified"
    NAME = "name", "名称换为代码", "name replaced by its code"


@frozen(repr=False)
class Change:
    """
    One repair: the original text, what was read instead, and why.
    """

    kind: ChangeKind
    before: object
    after: object
    path: Path = ()

    def __repr__(self) -> str:
        before = shown_repr(self.before)
        # The code of a table is public.
        by_name = self.kind is ChangeKind.NAME
        after = masked_repr(self.after) if by_name else _hidden_too(self, before, shown_repr(self.after))
        return f"Change({self.kind.name}, {before} -> {after}, at={where(self.path)!r})"

    def to_dict(self, lang: Lang | None = None) -> dict[str, Any]:
        """
        Return the repair as plain data; identifiers stay masked.
        """
        before, after = as_typed_data(self.before, lang), as_typed_data(self.after, lang)
        after = as_data(self.after, lang) if self.kind is ChangeKind.NAME else _hidden_too(self, before, after)
        return {"kind": self.kind.value, "path": as_data(self.path, lang), "before": before, "after": after}


def _hidden_too(change: Change, before: object, after: object) -> object:
    # Without the signs that a repair took out, a secret may no longer be known as one.
    sides = ((change.before, before), (change.after, after))
    masked = [str(shown).count("*") > (exact_text(raw) or "").count("*") for raw, shown in sides]
    return "***" if masked == [True, False] else after


@frozen(repr=False)
class Finding:
    """
    One finding, without its message.

    `code` is a key of the catalogue, `path` leads down to the leaf (lists are
    counted from 0), `params` fill the message and hold no raw identifier,
    `suggestion` is a value that would repair it (or None). `sent_path` is the
    same place in the keys that were sent.

    >>> from credrules.findings import finding
    >>> found = finding("TEXT.EXTRA_SPACE", suggestion="张三")
    >>> found.severity.name, found.message("en").partition(",")[0]
    ('WARNING', 'there are extra spaces; please delete them')
    """

    code: str
    severity: Severity
    path: Path = ()
    params: FrozenMap[str, Any] = field(default=EMPTY, converter=frozen_map)
    suggestion: object = None
    # It does not describe what was found, so equality ignores it; only `sent_as` sets it.
    _sent_path: Path | None = field(default=None, eq=False, init=False)

    @property
    def sent_path(self) -> Path:
        """
        The path in the keys that were sent; the own names if nothing was sent or its keys are unknown.
        """
        return self.path if self._sent_path is None else self._sent_path

    @property
    def evidence(self) -> Evidence:
        """
        How the rule is known: the catalogue row's evidence, or the field's if that is weaker.

        A host's own finding has no row; its evidence is OUTSIDE.

        >>> finding("GX.REQ.MANDATORY", basis="assumed").evidence.name
        'ASSUMED'
        """
        row = RULES.get(self.code)
        known = [Evidence.OUTSIDE if row is None else row.evidence]
        known += [item for item in Evidence if item.value == self.params.get("basis")]
        return max(known, key=tuple(Evidence).index)

    @property
    def rule(self) -> Rule:
        """
        The catalogue row of this code (KeyError for a host's own code).
        """
        return RULES[self.code]

    def message(self, lang: Lang = "zh") -> str:
        """
        Return the finding in words, in `"zh"` or `"en"`; never a whole identifier.
        """
        row = RULES.get(self.code)
        return filled(row, language(lang), self.params) if row is not None else self.code

    @property
    def asks(self) -> bool:
        """
        Whether the suggestion is a question: something else may be meant, so it is shown but not applied.
        """
        row = RULES.get(self.code)
        return row is not None and row.asks

    def at(self, *head: Step) -> Finding:
        """
        Return the same finding one or more steps further down, under `head`.
        """
        moved = Finding(self.code, self.severity, (*head, *self.path), self.params, self.suggestion)
        return moved if self._sent_path is None else moved.sent_as((*head, *self._sent_path))

    def sent_as(self, path: Path) -> Finding:
        """
        Return the same finding with its place in the keys that were sent.

        >>> finding("TEXT.EMPTY", path=("name",)).sent_as(("姓名",)).sent_path
        ('姓名',)
        """
        found = Finding(self.code, self.severity, self.path, self.params, self.suggestion)
        object.__setattr__(found, "_sent_path", path)
        return found

    def to_dict(self, lang: Lang | None = None) -> dict[str, Any]:
        """
        Return plain data for JSON; with `lang`, also the message in that language.
        """
        if lang is not None:
            language(lang)
        params = {key: as_data(item, lang) for key, item in self.params.items()}
        data: dict[str, Any] = {
            "code": self.code,
            "severity": self.severity.value,
            "path": as_data(self.path, lang),
            "sent_path": as_data(self.sent_path, lang),
            "params": params,
            "suggestion": as_typed_data(self.suggestion, lang),
        }
        if lang is not None:
            data["message"] = self.message(lang)
        return data

    def __repr__(self) -> str:
        hint = f", suggestion={shown_repr(self.suggestion)}" if self.suggestion is not None else ""
        return f"Finding({self.code}, {self.severity.name}, at={where(self.path)!r}{hint})"


def finding(code: str, /, *, path: Path = (), suggestion: object = None, **params: object) -> Finding:
    """
    Make a finding with the severity its catalogue row gives it.

    Raises KeyError for a code without a row, so a typo fails the first test.
    """
    if not params and not path and suggestion is None:
        return _bare(code)
    return Finding(code, _bare(code).severity, path, FrozenMap(params) if params else EMPTY, suggestion)


@functools.lru_cache(maxsize=4096)
def _bare(code: str) -> Finding:
    # Findings are immutable, so one with nothing but its code is made once.
    return Finding(code, RULES[code].severity)


class Form(Protocol):
    """
    What a report must know about the form that was checked.
    """

    def __call__(self, data: object) -> object:
        """
        Return raw input under the keys that the paths use.
        """
        ...

    def place(self, path: Path, lang: Lang) -> str:
        """
        Return a path in the words of the form, numbers counted from one.
        """
        ...


@frozen
class Rerun:
    """
    How to check again: a function and its keyword arguments.

    `form` describes the form that was checked, if it was a form.
    """

    function: Callable[..., Report[Any]]
    options: FrozenMap[str, Any] = EMPTY
    form: Form | None = None

    def __call__(self, value: object) -> Report[Any]:
        """
        Check `value` with the same arguments as the first time.
        """
        return self.function(value, **self.options)


# Without slots, making a frozen object takes two thirds of the time, and every check makes one.
@frozen(repr=False, slots=False)
class Report(Generic[T_co]):
    """
    The answer of a check: value, findings, the input as given, and the repairs.

    `ok` is true when no finding is an error. `value` is the typed value (a
    record as far as it could be read), or None. Findings are in form order.
    """

    raw: object
    value: T_co | None
    findings: tuple[Finding, ...] = ()
    changes: tuple[Change, ...] = ()
    rerun: Rerun | None = field(default=None, eq=False)

    @property
    def ok(self) -> bool:
        """
        Whether no finding is an error.
        """
        return not any(item.severity is Severity.ERROR for item in self.findings)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """
        The findings that must be corrected.
        """
        return tuple(item for item in self.findings if item.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """
        The findings a person should look at.
        """
        return tuple(item for item in self.findings if item.severity is Severity.WARNING)

    @property
    def infos(self) -> tuple[Finding, ...]:
        """
        The findings that need no action.
        """
        return tuple(item for item in self.findings if item.severity is Severity.INFO)

    def repaired(self) -> Report[Any]:
        """
        Return a new report in which every safe suggestion has been applied.

        A suggestion is safe unless its rule `asks`, that is, unless something
        else may be meant; a single cell is replaced as a whole; in a
        record, the value at the finding's path is replaced.

        >>> from credrules.identifiers import citizen_id
        >>> citizen_id.check(" 450000199307010014 ").repaired().findings
        ()
        """
        if self.rerun is None:
            return self
        raw = self.rerun.form(self.raw) if self.rerun.form else self.raw
        return self.rerun(apply_suggestions(raw, self.findings))

    def to_dict(self, lang: Lang | None = None) -> dict[str, Any]:
        """
        Return verdict, findings and repairs as plain data; identifiers stay masked.
        """
        return {
            "ok": self.ok,
            "findings": [item.to_dict(lang) for item in self.findings],
            "changes": [item.to_dict(lang) for item in self.changes],
        }

    def to_text(self, lang: Lang = "zh") -> str:
        """
        Return one line per finding, in form order; places are named in words and counted from 1.

        >>> from credrules.identifiers import mobile
        >>> mobile.check("1380000001").to_text("en").partition(",")[0]
        '[error] a mobile number has eleven digits'
        """
        if not self.findings:
            return _NOTHING_FOUND.text(lang)
        lines = ((SEVERITY_LABELS[item.severity].text(lang), self._place(item, lang), item) for item in self.findings)
        return "\n".join(
            f"[{name}] {place}{_COLON.text(lang) if place else ''}{item.message(lang)} ({item.code})"
            for name, place, item in lines
        )

    def _place(self, item: Finding, lang: Lang) -> str:
        form = self.rerun.form if self.rerun is not None else None
        return form.place(item.path, lang) if form is not None else place_text(item.path, lang)

    def _repr_html_(self) -> str:
        rows = [
            (SEVERITY_LABELS[item.severity].zh, self._place(item, "zh"), item.message("zh"), item.code)
            for item in self.findings
        ]
        # An answer without a value has judged nothing: a blank cell, an empty row.
        passed = "通过" if self.value is not None else "未检查"
        return markup.table(("程度", "位置", "说明", "代码"), rows, caption=passed if self.ok else "有错误")

    def __repr__(self) -> str:
        verdict = "ok" if self.ok else "not ok"
        codes = ", ".join(item.code for item in self.findings)
        # What could not be read may be something else: someone's name.
        raw = shown_repr(self.raw, Care.CELL if self.value is None else Care.GIVEN)
        return f"Report({verdict}, raw={raw}, findings=[{codes}])"


SEVERITY_LABELS: Final[FrozenMap[Severity, Label]] = FrozenMap(
    {
        Severity.ERROR: Label("错误", "error"),
        Severity.WARNING: Label("警告", "warning"),
        Severity.INFO: Label("提示", "info"),
    }
)
"""The severities in words."""

_NOTHING_FOUND: Final = Label("没有问题", "no findings")
_COLON: Final = Label("：", ": ")
_TOLD: Final = 20


class CredrulesError(ValueError):
    """
    Raised by `parse`, `structure` and constructors only; carries all the findings, and as a text the first twenty.

    >>> from credrules.identifiers import citizen_id
    >>> try:
    ...     citizen_id.parse("450000199307010013")
    ... except CredrulesError as error:
    ...     [item.code for item in error.findings]
    ['CITIZEN_ID.CHECK_DIGIT']
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        told = [f"{path_text(item.path)}{item.message('en')}" for item in self.findings[:_TOLD]]
        more = len(self.findings) - len(told)
        super().__init__("; ".join((*told, f"and {more} more") if more else told))

    def __reduce__(self) -> tuple[type[CredrulesError], tuple[tuple[Finding, ...]]]:
        return type(self), (self.findings,)


def language(lang: Any) -> Lang:  # noqa: ANN401  # anything may be asked for
    """
    Return a language of the library, or raise CredrulesError for any other.

    >>> language("en")
    'en'
    """
    if type(lang) is not str or lang not in LANGS:
        raise unknown_language(lang)
    return lang


def unknown_language(lang: object) -> CredrulesError:
    """
    Return the error about a language that is neither zh nor en.
    """
    return CredrulesError([finding("VALUE.LANGUAGE", given=shown_repr(lang)[:20], known=LANGS)])


def value_or_raise(report: Report[T]) -> T:
    """
    Return the report's value, or raise CredrulesError with its errors.
    """
    if report.ok and report.value is not None:
        return report.value
    raise CredrulesError(report.errors or report.findings)


def retyped(report: Report[Any], value: T) -> Report[T]:
    """
    Return the same report with another typed value.
    """
    return Report(report.raw, value, report.findings, report.changes, report.rerun)
