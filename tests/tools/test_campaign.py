"""
The campaign: quotas for every entrance and kind of input, the same calls for one seed, escapes found and told.
"""

from __future__ import annotations

from typing import Any, NoReturn

import pytest

from credrules.findings import finding
from tests.support import entrances, faces
from tools import campaign


def test_nothing_escapes() -> None:
    """
    A few calls through each table of codes: none escapes, and the same seed tells the same.
    """
    told: list[str] = []
    runs = [campaign.run(calls=300, seed=3, only="codes.SEX", tell=told.append) for _ in range(2)]

    assert [0, 0] == [sum(escapes.values()) for escapes in runs]
    assert told[0] == told[-1]
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
    told: list[str] = []
    escapes = campaign.run(calls=60, seed=1, tell=told.append)

    assert {("raises", "raised RuntimeError")} < {(item.entrance, item.how) for item in escapes}
    assert "shows" in {item.entrance for item in escapes}
    assert "refuses" not in {item.entrance for item in escapes}
    assert any("raises, text" in line for line in told)


def test_the_exit_code_tells(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """
    0 without an escape, 1 with one.
    """
    arguments = ["--calls", "40", "--only", "codes.SEX.check"]
    fine = campaign.main(arguments)
    monkeypatch.setattr(entrances, "entrances", lambda: {"codes.SEX.check": _broken})

    assert (0, 1) == (fine, campaign.main(arguments))
    assert "escape: codes.SEX.check" in capsys.readouterr().out
    assert "codes.SEX.check" in faces.checks()


def _broken(_: Any) -> NoReturn:  # noqa: ANN401  # whatever is sent
    raise RuntimeError
