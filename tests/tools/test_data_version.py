"""
The data have a version, a day, and nothing was compared with a source after it.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from credrules import codes, data_version
from credrules.hours import REQUIREMENTS, STANDARDS
from tools import generate_data_version
from tools.generate_data_version import BadVersionError, build

DAY = dt.date.fromisoformat(data_version.VERSION.replace(".", "-"))


def test_no_row_is_newer_than_the_version() -> None:
    """
    Whoever compares a row with its source later moves the version as well.
    """
    days = [row.verified_on for row in REQUIREMENTS.values() if row.verified_on]
    days += [item.verified_on for item in STANDARDS.values() if item.verified_on]
    days += [dt.date.fromisoformat(table.about.verified_on) for table in codes.tables() if table.about.verified_on]

    assert max(days) <= DAY


@pytest.mark.parametrize("version", ["2026.13.01", "1.0", "", "2026-11-29", "2026.02.30"])
def test_a_version_that_is_no_day_is_refused(version: str, tmp_path: Path) -> None:
    """
    The version is a day of the calendar.
    """
    path = tmp_path / "version.toml"
    text = generate_data_version.SOURCE.read_text("utf-8").replace(f'"{data_version.VERSION}"', f'"{version}"')
    path.write_text(text, "utf-8")

    with pytest.raises(BadVersionError):
        build(path)


@pytest.mark.parametrize("change", [('hours = "fragment"', 'hours = "some"'), ('hours = "fragment"', "")])
def test_completeness_is_said_of_every_kind(change: tuple[str, str], tmp_path: Path) -> None:
    """
    Requirements, relations and rules of eligibility say whether they are complete, in one of two words.
    """
    path = tmp_path / "version.toml"
    path.write_text(generate_data_version.SOURCE.read_text("utf-8").replace(*change), "utf-8")

    with pytest.raises(BadVersionError):
        build(path)
    assert {"hours", "relations", "eligibility"} == set(data_version.COMPLETENESS)
    assert {"complete", "fragment"} >= set(data_version.COMPLETENESS.values())


def test_the_module_is_in_step(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """
    `--check` tells a stale module, writing mends it, a bad version stops with one line.
    """
    monkeypatch.setattr(generate_data_version, "TARGET", tmp_path / "data_version.py")

    assert 1 == generate_data_version.main(["--check"])
    assert 0 == generate_data_version.main([])
    assert 0 == generate_data_version.main(["--check"])
    assert "out of step: data_version.py\n" == capsys.readouterr().err
