"""
The difference between two states of the tables is complete, small and the same every time.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tools import compare_data

TABLES = Path(__file__).resolve().parents[2] / "data" / "codetables"


def _printed(capsys: pytest.CaptureFixture[str], *folders: Path) -> object:
    assert 0 == compare_data.main([str(folder) for folder in folders])
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """
    A copy of the tables in which one row changed, one went and one came.
    """
    folder = tmp_path / "codetables"
    shutil.copytree(TABLES, folder)
    path = folder / "sex.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    changed = [line.replace("男性", "男") if line.startswith("1,") else line for line in lines if line[0] != "9"]
    path.write_text("".join([*changed, lines[-1].replace("9,", "8,", 1)]), "utf-8")
    return folder


def test_no_change_is_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """
    A state compared with itself differs in nothing.
    """
    assert {} == _printed(capsys, TABLES, TABLES)


def test_changes_are_named(capsys: pytest.CaptureFixture[str], other: Path) -> None:
    """
    What came, what went and which columns changed are told, for the one table they concern.
    """
    found = _printed(capsys, TABLES, other)

    assert {
        "sex": {
            "added": [["8", ""]],
            "removed": [["9", ""]],
            "changed": [{"row": ["1", ""], "name": ["男性", "男"]}],
        }
    } == found


def test_backwards_is_the_mirror(capsys: pytest.CaptureFixture[str], other: Path) -> None:
    """
    Compared the other way round, added and removed change places.
    """
    found = _printed(capsys, other, TABLES)

    assert isinstance(found, dict)
    assert [["9", ""]] == found["sex"]["added"]
    assert [["8", ""]] == found["sex"]["removed"]


@pytest.mark.parametrize("arguments", [[], ["nowhere", "nowhere"], [str(TABLES)]])
def test_anything_but_two_folders_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """
    Wrong arguments give one line and exit status 2.
    """
    assert 2 == compare_data.main(arguments)
    assert 1 == capsys.readouterr().err.count("\n")
