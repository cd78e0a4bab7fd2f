"""
The difference between two states of the tables is complete, small and the same every time.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tools import compare_data

DATA = Path(__file__).resolve().parents[2] / "data"
TABLES = DATA / "codetables"


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


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """
    A copy of all data in which a requirement begins earlier, one went, and what is known of a table changed.
    """
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    path = folder / "hours" / "requirements.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("CN-XF-2019,")]
    path.write_text("".join(kept).replace(",2019-03-01,,,,,5,", ",2018-03-01,,,,,5,"), "utf-8")
    about = folder / "codetables" / "sex.toml"
    about.write_text(about.read_text("utf-8").replace('confidence = "high"', 'confidence = "medium"'), "utf-8")
    (folder / "eligibility").mkdir(exist_ok=True)
    rules = folder / "eligibility" / "probe.csv"
    rules.write_text("id,since,level_years\nEL-X,2019,5\n", "utf-8")
    return folder


def test_requirements_and_eligibility_are_compared(capsys: pytest.CaptureFixture[str], state: Path) -> None:
    """
    Of a whole data folder the requirements of hours, the rules of eligibility and what is known of a table are told.
    """
    found = _printed(capsys, DATA, state)

    assert isinstance(found, dict)
    assert {
        "codetables/sex.toml": {
            "added": [],
            "removed": [],
            "changed": [{"row": ["", ""], "confidence": ["high", "medium"]}],
        },
        "hours/requirements": {
            "added": [],
            "removed": [["CN-XF-2019", ""]],
            "changed": [{"row": ["CN-AQ-5Y", ""], "since": ["2019-03-01", "2018-03-01"]}],
        },
        "eligibility/probe": {"added": [["EL-X", ""]], "removed": [], "changed": []},
    } == found


def test_words_for_the_changelog(capsys: pytest.CaptureFixture[str], state: Path) -> None:
    """
    In words a reader sees which tables and which dates move.
    """
    assert 0 == compare_data.main(["--words", str(DATA), str(state)])

    assert [
        "- `eligibility/probe`: 1 added (EL-X)",
        "- `hours/requirements`: 1 removed (CN-XF-2019); 1 changed in since (CN-AQ-5Y)",
        "  - CN-AQ-5Y: since 2019-03-01 -> 2018-03-01",
    ] == capsys.readouterr().out.splitlines()


def test_long_lists_are_cut() -> None:
    """
    Of many rows the first twelve are named.
    """
    (line,) = compare_data.words({"t": {"added": [[f"R{n:02}", ""] for n in range(20)], "removed": [], "changed": []}})

    assert line.endswith("R11, ...)")
    assert line.startswith("- `t`: 20 added (R00")


def test_every_row_has_a_key_of_its_own() -> None:
    """
    No two rows of a table are taken for one, so that none is lost in a comparison.
    """
    tables = compare_data.read(DATA)
    for path in sorted(DATA.rglob("*.csv")):
        rows = path.read_text("utf-8").count("\n") - 1
        name = path.relative_to(DATA).with_suffix("").as_posix()
        if name != "glossary":
            assert (name, rows) == (name, len(tables[name]))
