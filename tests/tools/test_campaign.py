"""
The campaign: quotas for every entrance and kind of input, the same calls for one seed, escapes found and told.
"""

from __future__ import annotations

from typing import Any, NoReturn

import pytest

from credrules.findings import CredrulesError, finding
from tests.support import calls, entrances, faces
from tools import campaign


def test_nothing_escapes() -> None:
    """
    A few calls through each table of codes: none escapes, and the same seed tells the same.
    """
    told: list[str] = []
    runs = [campaign.run(total=300, seed=3, only="codes.SEX", tell=told.append) for _ in range(2)]

    assert [0, 0] == [sum(escapes.values()) for escapes in runs]
    assert 1 == len({line.partition(" s of this process")[0].rpartition(",")[0] for line in told})
    assert told[0].startswith("300 calls")


def test_escapes_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    An exception nobody promised, and a secret in an answer, are escapes; what Python raises for a wrong type is none.
    """

    def shows(text: str) -> object:
        return finding("TEXT.NOT_TEXT", path=(), kind=f"{text}")

    def raises(_: object) -> NoReturn:
        raise RuntimeError

    def refuses(_: object) -> NoReturn:
        raise TypeError

    monkeypatch.setattr(entrances, "entrances", lambda: {"shows": shows, "raises": raises, "refuses": refuses})
    monkeypatch.setattr(calls, "calls", dict)
    told: list[str] = []
    escapes = campaign.run(total=60, seed=1, tell=told.append)

    assert {("raises", "raised RuntimeError")} < {(item.entrance, item.how) for item in escapes}
    assert "shows" in {item.entrance for item in escapes}
    assert "refuses" not in {item.entrance for item in escapes}
    assert any("raises, text" in line for line in told)


def test_parts_make_the_whole() -> None:
    """
    The quotas make the calls that are asked for, each entrance and kind has its own, and dear ones have fewer.
    """
    plan = campaign.plan_of(["codes.SEX.check", "guangxi.check every cell"], 10_000)
    parts = [campaign.run(total=90, seed=2, only="codes.SEX.check", part=(k, 2), tell=lambda _: None) for k in (1, 2)]

    assert 10_000 == sum(quota.calls for quota in plan)
    assert len(plan) == len({(quota.name, quota.kind) for quota in plan})
    assert 0 < min(quota.calls for quota in plan) < max(quota.calls for quota in plan)
    assert [0, 0] == [sum(escapes.values()) for escapes in parts]
    assert ((1, 2), (2, 2)) == (campaign._part("1/2"), campaign._part("2/2"))
    with pytest.raises(ValueError, match="3/2"):
        campaign._part("3/2")


def test_calls_keep_their_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    An error that a call may raise is no escape: a refusal of the library, a wrong type, an iterable's own.
    """

    def refuses(_: object) -> NoReturn:
        raise CredrulesError(())

    def typed(_: object) -> NoReturn:
        raise TypeError

    def call(function: Any, *, total: bool = False, is_typed: bool = False) -> calls.Call:  # noqa: ANN401  # any
        return calls.Call(
            function, "_", positional=False, others={}, total=total, typed=is_typed, many=False, annotation="object"
        )

    every = {"a": call(refuses), "b": call(typed, is_typed=True), "c": call(refuses, total=True), "d": call(typed)}
    monkeypatch.setattr(entrances, "entrances", dict)
    monkeypatch.setattr(calls, "calls", lambda: every)
    monkeypatch.setattr(campaign, "_ANY_OBJECT", frozenset(every))
    escapes = campaign.run(total=80, seed=1, tell=lambda _: None)

    assert {"c", "d"} == {item.entrance for item in escapes}


def test_the_exit_code_tells(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """
    0 without an escape, 1 with one.
    """
    arguments = ["--calls", "40", "--only", "codes.SEX.check"]
    fine = campaign.main(arguments)
    monkeypatch.setattr(entrances, "entrances", lambda: {"codes.SEX.check": _broken})
    monkeypatch.setattr(calls, "calls", dict)

    assert (0, 1) == (fine, campaign.main(arguments))
    assert "escape: codes.SEX.check" in capsys.readouterr().out
    assert "codes.SEX.check" in faces.checks()


def _broken(_: Any) -> NoReturn:  # noqa: ANN401  # whatever is sent
    raise RuntimeError
