"""
The public laws hold for what is right and fail for what is wrong.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest
from attrs import evolve, frozen

from credrules import codes, text
from credrules.fields import form_field
from credrules.findings import CredrulesError, Report, Rerun, finding
from credrules.identifiers import mobile
from credrules.testing import laws
from credrules.values import Severity
from tests.support.small import Owner, Shop

BAD = finding("TEXT.EMPTY")


def _bad(value: object) -> Report[Any]:
    return Report(value, None, (BAD,))


def _good(value: object) -> Report[Any]:
    return Report(value, value)


def _restless(value: object) -> Report[Any]:
    return Report(value, value, (finding("TEXT.EXTRA_SPACE", suggestion=f"{value}."),), (), Rerun(_restless))


def _raising(*findings: Any) -> Callable[[object], NoReturn]:  # noqa: ANN401  # findings, or none at all
    def parse(_: object) -> NoReturn:
        raise CredrulesError(findings)

    return parse


@frozen(eq=False)
class Aloof:
    """
    A value that equals nothing but itself.
    """


@frozen
class Wrong:
    """
    A record that does not come back: its value is no text.
    """

    cell: str | None = form_field("格", "cell", help=("格", "cell"))


def test_laws_hold_for_the_library() -> None:
    """
    A text, an identifier, a table and a record keep the laws that speak of them.
    """
    for value in ("13800000001", " 13800000001", "138", None):
        laws.check_is_total(text.check, value)
        laws.bool_is_a_view(mobile, value)
        laws.bool_is_a_view(codes.SEX, value)
        laws.parse_follows_check(mobile, value)
        laws.repairing_is_stable(mobile.check, value)
        laws.report_travels(mobile.check(value))
    laws.record_round_trip(Shop("甲店", Owner(name="张三")))
    laws.record_and_data_agree(_good_shop, Shop("甲店"))
    laws.drawn_is_accepted(mobile.check("13800000001"))


def _good_shop(_: object) -> Report[Any]:
    return Report(None, "the same")


BROKEN: dict[str, tuple[Callable[..., None], tuple[Any, ...]]] = {
    "an answer that is no report": (laws.check_is_total, (lambda _: True, 1)),
    "a bool of its own": (laws.bool_is_a_view, (SimpleNamespace(is_valid=lambda _: True, check=_bad), 1)),
    "endless repair": (laws.repairing_is_stable, (_restless, "a")),
    "a report that does not pickle alike": (laws.report_travels, (Report(None, Aloof()),)),
    "raised though ok": (laws.parse_follows_check, (SimpleNamespace(check=_good, parse=_raising(BAD)), 1)),
    "raised without findings": (laws.parse_follows_check, (SimpleNamespace(check=_bad, parse=_raising()), 1)),
    "answered though not ok": (laws.parse_follows_check, (SimpleNamespace(check=_bad, parse=lambda _: None), 1)),
    "another value": (laws.parse_follows_check, (SimpleNamespace(check=_good, parse=lambda _: 2), 1)),
    "a record that changes": (laws.record_round_trip, (Wrong(" 甲"),)),
    "other findings for data": (
        laws.record_and_data_agree,
        (lambda data: _good_shop(0) if type(data) is Shop else _bad(0), Shop()),
    ),
    "another value for data": (laws.record_and_data_agree, (_good, Shop())),
    "a refused value": (laws.drawn_is_accepted, (_bad(1),)),
    "a doubtful value": (laws.drawn_is_accepted, (_restless(1),)),
}


@pytest.mark.parametrize(("law", "arguments"), BROKEN.values(), ids=BROKEN)
def test_laws_find_what_breaks_them(law: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    """
    A law fails, with a message, on what it forbids.
    """
    with pytest.raises(AssertionError, match=r"\w+ \w+"):
        law(*arguments)


def test_every_law_is_put_to_the_test() -> None:
    """
    No public law is without a case that breaks it, and each says what it demands.
    """
    public = {
        function
        for name, function in vars(laws).items()
        if inspect.isfunction(function) and function.__module__ == laws.__name__ and not name.startswith("_")
    }

    assert public == {law for law, _ in BROKEN.values()}
    assert all(inspect.getdoc(function) for function in public)


def test_laws_need_no_pytest() -> None:
    """
    A host may run the laws under any test runner.
    """
    assert "import pytest" not in inspect.getsource(laws)


def test_warnings_are_not_hidden() -> None:
    """
    A finding of INFO does not break a drawn value; made a warning, it does.
    """
    mild = evolve(BAD, severity=Severity.INFO)
    laws.drawn_is_accepted(Report(1, 1, (mild,)))
    with pytest.raises(AssertionError):
        laws.drawn_is_accepted(Report(1, 1, (evolve(BAD, severity=Severity.WARNING),)))
