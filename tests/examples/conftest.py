"""
What the tests of the audit program share: the sample, and a way to run the program.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from rich.console import Console

from roster_audit.cli import main

SAMPLE = Path(__file__).resolve().parents[2] / "examples" / "roster_audit" / "sample"


@frozen
class Run:
    """
    One run of the program: its exit code, what it printed, and the folder of its results.
    """

    code: int
    screen: str
    errors: str
    out: Path

    @property
    def findings(self) -> list[dict[str, str]]:
        """
        The lines of findings.csv.
        """
        with (self.out / "findings.csv").open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))

    @property
    def html(self) -> str:
        """
        The report.
        """
        return (self.out / "report.html").read_text(encoding="utf-8")


class Audit:
    """
    Runs the program in a folder of the test's own.
    """

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, path: Path, *options: str, out: Path | None = None) -> Run:
        """
        Run it on a file as of the sample's day.
        """
        target = out or self.folder / "out"
        console = Console(width=200, color_system=None)
        code = main([str(path), "--out", str(target), "--on", "2025-06-30", *options], console=console)
        printed = self._capsys.readouterr()
        return Run(code, printed.out, printed.err, target)


@pytest.fixture
def audit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Audit:
    """
    Return the program.
    """
    return Audit(tmp_path, capsys)


@pytest.fixture(scope="session")
def truth() -> Any:  # noqa: ANN401  # JSON
    """
    Return what was spoilt in the sample.
    """
    return json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(params=["csv", "xlsx"])
def sample(request: pytest.FixtureRequest) -> Path:
    """
    Return the sample in either form.
    """
    return SAMPLE / f"roster.{request.param}"
