"""
Findings and reports: what every check of the library answers.

A finding holds code, severity, path and parameters; its words are made when
somebody asks for them. A report is a value with its findings, the input as it
was given, and the list of repairs that were needed to read it.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Generic, TypeAlias, TypeVar, cast

from attrs import evolve, field, frozen

from credrules import markup
from credrules.catalogue import RULES, Rule
from credrules.masking import mask_text, masked_repr, masked_str, shown_repr, shown_text
from credrules.values import EMPTY, FrozenMap, Label, Lang, Severity, frozen_map

__all__ = [
    "SEVERITY_LABELS",
    "Change",
    "ChangeKind",
    "CredrulesError",
    "Decision",
    "Finding",
    "Path",
    "Report",
    "Rerun",
    "T",
    "T_co",
    "apply_suggestions",
    "finding",
    "path_text",
    "retyped",
    "value_or_raise",
]


def __dir__() -> list[str]:
    return sorted(__all__)


T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Path: TypeAlias = tuple[str | int, ...]


class Decision(enum.Enum):
    """
    A three-valued decision; REVIEW is never turned into yes or no by the library.
    """

    IN = "in"
    OUT = "out"
    REVIEW = "review"


class ChangeKind(enum.Enum):
    """
    Why a text was rewritten before it was read.
    """

    SPACE = "space"
    LINE_BREAK = "line_break"
    INVISIBLE = "invisible"
    FULL_WIDTH = "full_width"
    CASE = "case"
    PUNCTUATION = "punctuation"
    NOTATION = "notation"
    NAME = "name"

    @property
    def label(self) -> Label:
        """
        The kind in words.

        >>> ChangeKind.SPACE.label.zh
        '去除多余空格'
        """
        return _CHANGE_LABELS[self]


_CHANGE_LABELS: Final = {
    ChangeKind.SPACE: Label("去除多余空格", "white space removed"),
    ChangeKind.LINE_BREAK: Label("去除换行", "line break removed"),
    ChangeKind.INVISIBLE: Label("去除不可见字符", "invisible character removed"),
    ChangeKind.FULL_WIDTH: Label("全角转半角", "full-width characters narrowed"),
    ChangeKind.CASE: Label("统一大小写", "letter case unified"),
    ChangeKind.PUNCTUATION: Label("统一标点", "punctuation unified"),
    ChangeKind.NOTATION: Label("统一写法", "notation unified"),
    ChangeKind.NAME: Label("名称换为代码", "name replaced by its code"),
}


@frozen(repr=False)
class Change:
    """
    One repair: what stood there, what was read instead, and why.
    """

    kind: ChangeKind
    before: object
    after: object
    path: Path = ()

    def __repr__(self) -> str:
        # The code of a table is public.
        after = (masked_repr if self.kind is ChangeKind.NAME else shown_repr)(self.after)
        return f"Change({self.kind.name}, {shown_repr(self.before)} -> {after}, at={_where(self.path)!r})"


def _where(path: Path) -> str:
    return mask_text("/".join(map(_step, path)))


def _step(step: object) -> str:
    # A heading that stands under a group is the tuple of both.
    return "·".join(map(str, step)) if isinstance(step, tuple) else str(step)


def _words(value: object, lang: Lang) -> str:
    # Types are asked, not objects: a host may pass on whatever its users gave it.
    kind = type(value)
    if kind is Label:
        return cast("Label", value).text(lang)
    if issubclass(kind, (tuple, list)):
        return ("、" if lang == "zh" else ", ").join(_words(item, lang) for item in _items(value))
    if issubclass(kind, enum.Enum):
        return _words(cast("enum.Enum", value).value, lang)
    return masked_str(value)


def _items(value: Any) -> tuple[object, ...]:  # noqa: ANN401  # a tuple or a list, as its type has shown
    return tuple.__getitem__(value, slice(None)) if issubclass(type(value), tuple) else tuple(list.copy(value))


class _Params(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _render(row: Rule, lang: Lang, params: Mapping[str, Any]) -> str:
    # What is filled in is masked, the authored wording is not: it may cite GB 11643-1999.
    shown = _Params({key: _words(item, lang) for key, item in params.items()})
    # The parameter `cause` names another finding; that one is told with the
    # remaining parameters, so it cannot name itself again.
    cause = RULES.get(shown.get("cause", ""))
    if cause is not None:
        shown["cause"] = _render(cause, lang, {key: item for key, item in params.items() if key != "cause"})
    return row.template(lang).format_map(shown)


@frozen(repr=False)
class Finding:
    """
    One thing found, without words.

    `code` is a key of the catalogue, `path` leads down to the leaf, `params`
    fill the wording and hold no raw identifier, `suggestion` is a value that
    would repair it (or None).

    >>> from credrules.findings import finding
    >>> found = finding("TEXT.EXTRA_SPACE", suggestion="张三")
    >>> found.severity.name, found.message("en").partition(",")[0]
    ('WARNING', 'superfluous white space')
    """

    code: str
    severity: Severity
    path: Path = ()
    params: FrozenMap[str, Any] = field(default=EMPTY, converter=frozen_map)
    suggestion: object = None

    @property
    def rule(self) -> Rule:
        """
        The catalogue row of this code (KeyError for a code of the host's own).
        """
        return RULES[self.code]

    def message(self, lang: Lang = "zh") -> str:
        """
        Return the finding in words, in `"zh"` or `"en"`; never a whole identifier.
        """
        row = RULES.get(self.code)
        return _render(row, lang, self.params) if row is not None else self.code

    def at(self, *head: str | int) -> Finding:
        """
        Return the same finding one or more steps further down, under `head`.
        """
        return evolve(self, path=(*head, *self.path))

    def to_dict(self, lang: Lang | None = None) -> dict[str, Any]:
        """
        Return plain data for JSON; with `lang`, also the message in that language.
        """
        params = {key: _plain(item, lang) for key, item in self.params.items()}
        data: dict[str, Any] = {
            "code": self.code,
            "severity": self.severity.value,
            "path": _plain(self.path, lang),
            "params": params,
            "suggestion": _given(self.suggestion, lang),
        }
        if lang is not None:
            data["message"] = self.message(lang)
        return data

    def __repr__(self) -> str:
        hint = f", suggestion={shown_repr(self.suggestion)}" if self.suggestion is not None else ""
        return f"Finding({self.code}, {self.severity.name}, at={_where(self.path)!r}{hint})"


def _plain(value: object, lang: Lang | None) -> Any:  # noqa: ANN401  # JSON data of any shape
    kind = type(value)
    if kind is Label:
        label = cast("Label", value)
        return label.text(lang) if lang else {"zh": label.zh, "en": label.en}
    if issubclass(kind, (tuple, list)):
        return [_plain(item, lang) for item in _items(value)]
    if issubclass(kind, enum.Enum):
        return _plain(cast("enum.Enum", value).value, lang)
    harmless = value is None or kind is bool or (kind is int and abs(cast("int", value)) < _SMALL)
    return value if harmless else masked_str(value)


# A longer number may be an identifier and is shown masked.
_SMALL: Final = 1_000_000


def _given(value: object, lang: Lang | None) -> Any:  # noqa: ANN401  # JSON data of any shape
    # What somebody typed, or would have typed: masked as carefully as in a repr.
    if issubclass(type(value), (tuple, list)):
        return [_given(item, lang) for item in _items(value)]
    plain = _plain(value, lang)
    kind = type(plain)
    if kind is str:
        return shown_text(plain)
    return shown_text(str(plain)) if kind is int and abs(plain) >= _SHORT else plain


# A certificate number may have five digits.
_SHORT: Final = 10_000


def finding(code: str, /, *, path: Path = (), suggestion: object = None, **params: object) -> Finding:
    """
    Make a finding with the severity its catalogue row gives it.

    Raises KeyError for a code without a row, so a typo fails the first test.
    """
    if not params and not path and suggestion is None:
        return _bare(code)
    return Finding(code, _severity(code), path, FrozenMap(params) if params else EMPTY, suggestion)


@functools.lru_cache(maxsize=4096)
def _severity(code: str) -> Severity:
    return RULES[code].severity


@functools.lru_cache(maxsize=4096)
def _bare(code: str) -> Finding:
    # Findings never change, so one that holds nothing but its code is made once.
    return Finding(code, _severity(code))


@frozen
class Rerun:
    """
    How to check again: a module-level function and its keyword arguments.

    `prepare` brings the raw input to the keys that the paths speak of.
    """

    function: Callable[..., Report[Any]]
    options: FrozenMap[str, Any] = EMPTY
    prepare: Callable[[object], object] | None = None

    def __call__(self, value: object) -> Report[Any]:
        """
        Check `value` as the first time.
        """
        return self.function(value, **self.options)


# Without slots a frozen object is made in two thirds of the time, and every check makes one.
@frozen(repr=False, slots=False)
class Report(Generic[T_co]):
    """
    The answer of a check: value, findings, the input as given, and the repairs.

    `ok` is true when no finding is an error. `value` is the typed value (of a
    record as far as it could be read), None when there is none. Findings stand
    in form order.
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
        The findings that must not stand.
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
        The findings that ask for nothing.
        """
        return tuple(item for item in self.findings if item.severity is Severity.INFO)

    def repaired(self) -> Report[Any]:
        """
        Return a new report in which every safe suggestion has been applied.

        A suggestion is safe when its finding carries one; a leaf is replaced
        whole, inside a record the suggestion goes to the finding's path.

        >>> from credrules.identifiers import citizen_id
        >>> citizen_id.check(" 450000199307010014 ").repaired().findings
        ()
        """
        if self.rerun is None:
            return self
        raw = self.rerun.prepare(self.raw) if self.rerun.prepare else self.raw
        return self.rerun(apply_suggestions(raw, self.findings))

    def to_dict(self, lang: Lang | None = None) -> dict[str, Any]:
        """
        Return verdict, findings and repairs as plain data; identifiers stay masked.
        """
        return {
            "ok": self.ok,
            "findings": [item.to_dict(lang) for item in self.findings],
            "changes": [
                {
                    "kind": item.kind.value,
                    "path": _plain(item.path, lang),
                    "before": _given(item.before, lang),
                    # The code of a table is public.
                    "after": (_plain if item.kind is ChangeKind.NAME else _given)(item.after, lang),
                }
                for item in self.changes
            ],
        }

    def to_text(self, lang: Lang = "zh") -> str:
        """
        Return one line per finding, most severe first inside the form order kept.
        """
        if not self.findings:
            return "没有问题" if lang == "zh" else "no findings"
        names = SEVERITY_LABELS
        return "\n".join(
            f"[{names[item.severity].text(lang)}] {path_text(item.path)}{item.message(lang)} ({item.code})"
            for item in self.findings
        )

    def _repr_html_(self) -> str:
        rows = [
            (SEVERITY_LABELS[item.severity].zh, path_text(item.path), item.message("zh"), item.code)
            for item in self.findings
        ]
        return markup.table(("程度", "位置", "说明", "代码"), rows, caption="通过" if self.ok else "有错误")

    def __repr__(self) -> str:
        verdict = "ok" if self.ok else "not ok"
        codes = ", ".join(item.code for item in self.findings)
        return f"Report({verdict}, raw={shown_repr(self.raw)}, findings=[{codes}])"


SEVERITY_LABELS: Final = {
    Severity.ERROR: Label("错误", "error"),
    Severity.WARNING: Label("警告", "warning"),
    Severity.INFO: Label("提示", "info"),
}


def path_text(path: Path) -> str:
    """
    Return a path as text for people, numbers counted from one, with a colon after it.

    >>> path_text(("titles", 0, "issued_on"))
    'titles[1].issued_on: '
    """
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{_step(step)}"
    return mask_text(text.removeprefix(".")) + ": " if text else ""


def apply_suggestions(raw: object, findings: Iterable[Finding]) -> object:
    """
    Return a copy of `raw` with each finding's suggestion put at its path.

    Mappings and sequences are copied, never changed. A path that does not
    exist in `raw` is left alone: nothing is invented.
    """
    for item in findings:
        if item.suggestion is not None:
            raw = _put(raw, item.path, item.suggestion)
    return raw


def _put(node: object, path: Path, value: object) -> object:
    if not path:
        return value
    head, *rest = path
    if isinstance(node, Mapping) and head in node:
        return {**node, head: _put(node[head], tuple(rest), value)}
    if isinstance(node, (list, tuple)) and isinstance(head, int) and 0 <= head < len(node):
        copy = list(node)
        copy[head] = _put(copy[head], tuple(rest), value)
        return copy
    return node


class CredrulesError(ValueError):
    """
    Raised by `parse`, `structure` and constructors only; carries the findings.

    >>> from credrules.identifiers import citizen_id
    >>> try:
    ...     citizen_id.parse("450000199307010013")
    ... except CredrulesError as error:
    ...     [item.code for item in error.findings]
    ['CITIZEN_ID.CHECK_DIGIT']
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        super().__init__("; ".join(f"{path_text(item.path)}{item.message('en')}" for item in self.findings))

    def __reduce__(self) -> tuple[type[CredrulesError], tuple[tuple[Finding, ...]]]:
        return type(self), (self.findings,)


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
