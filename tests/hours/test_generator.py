"""
The generator of requirements and conversions refuses whatever could make an answer doubtful.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tools import generate_hours
from tools.authored import BadDataError
from tools.generate_hours import build


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """
    A copy of the authored files.
    """
    return Path(shutil.copytree(generate_hours.SOURCE, tmp_path / "hours"))


def _edit(data: Path, name: str, change: Callable[[str], str]) -> None:
    text = (data / name).read_text("utf-8")
    changed = change(text)
    assert changed != text
    (data / name).write_text(changed, "utf-8")


def _twice(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([*lines[:2], lines[1], *lines[2:]])


def _swapped(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([lines[0], lines[2], lines[1], *lines[3:]])


GD = "CN-GD-2010,CN-GD,广东,广东省人力资源和社会保障厅,,,2010,2020-12-31"

CASES = [
    ("professions.csv", _swapped, "out of order"),
    ("professions.csv", lambda text: text.replace("CPA,注册会计师", "CPA,注册统计师"), "professions.csv: CPA"),
    ("professions.csv", lambda text: text.replace("会计人员,会计", "会计,会计"), "professions.csv: 会计 for 会计"),
    ("requirements.csv", lambda text: text.replace(",2018-05-19,", ",2018-05-32,"), "published"),
    ("requirements.csv", _twice, "twice"),
    ("requirements.csv", _swapped, "out of order"),
    ("conversions.csv", _twice, "twice"),
    ("places.csv", _swapped, "out of order"),
    ("requirements.csv", lambda text: text.replace("id,jurisdiction", "id,juris"), "the columns must be"),
    ("requirements.csv", lambda text: text.replace("CN-GD-2010,", "CN-GD-2010,,", 1), "cells, not"),
    ("requirements.csv", lambda text: text.replace(GD, GD.replace("2020-12-31", "2020-02-30")), "until"),
    ("requirements.csv", lambda text: text.replace(GD, GD.replace("2020-12-31", "2009")), "ends before it begins"),
    ("requirements.csv", lambda text: text.replace(GD, GD.replace("2020-12-31", "2021-06-30")), "in force together"),
    ("requirements.csv", lambda text: text.replace("CN-GD-2010,CN-GD,", "CN-GD-2010,CN-ZZ,"), "unknown jurisdiction"),
    ("requirements.csv", lambda text: text.replace("S01 S02 S03", "S01 S02 S999"), "unknown source"),
    ("requirements.csv", lambda text: text.replace(",S01 S02 S03,", ",,"), "no source"),
    ("requirements.csv", lambda text: text.replace("CN-AH-2020;CN-AH-2025", "CN-AH-2020;CN-AH-1999"), "yields_to"),
    ("requirements.csv", lambda text: text.replace("2/3,unstated", "2/3,"), "a share needs its base"),
    ("requirements.csv", lambda text: text.replace("#ethics=4", "ethics:4"), "minima"),
    ("requirements.csv", lambda text: text.replace("general:+1-04-30", "general:04-30"), "deadlines"),
    ("conversions.csv", lambda text: text.replace("rank_table", "ranks", 1), "formula"),
    ("conversions.csv", lambda text: text.replace("HZ-14,CN-ZJ-HZ,", "HZ-14,CN-ZJ-XX,"), "unknown standard"),
    (
        "conversions.csv",
        lambda text: text.replace("HZ-14,CN-ZJ-HZ,paper,core", "HZ-14,CN-ZJ-HZ,paper,ordinary"),
        "same",
    ),
    ("standards.toml", lambda text: text.replace("attributed = true", "known = true", 1), "unknown keys"),
    ("standards.toml", lambda text: text + "\n[other]\n", "unknown or missing keys"),
    ("standards.toml", lambda text: text + text[text.rindex("[standard") :].replace("]", "2]", 1), "has no rule"),
    (
        "sources.toml",
        lambda text: text + '\n[source.S999]\ntitle = "x"\ntitle_zh = "某页"\nattests = "y"\n',
        "supports no row",
    ),
    ("sources.toml", lambda text: text.replace("attests", "says", 1), "unknown keys"),
]


@pytest.mark.parametrize(("name", "change", "problem"), CASES, ids=[f"{name}-{item}" for name, _, item in CASES])
def test_refused(data: Path, name: str, change: Callable[[str], str], problem: str) -> None:
    """
    Duplicates, overlaps, missing sources, unsorted rows, unknown keys and figures that are none stop the generation.
    """
    _edit(data, name, change)

    with pytest.raises(BadDataError, match=problem):
        build(data)


def test_a_stray_file_is_refused(data: Path) -> None:
    """
    A file nobody reads is a mistake.
    """
    (data / "notes.txt").write_text("x", "utf-8")

    with pytest.raises(BadDataError, match="nobody reads"):
        build(data)


def test_check_tells_what_is_out_of_step(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    `--check` writes nothing and names each file that differs; without it the files are brought into step.
    """
    target = tmp_path / "_data"
    target.mkdir()
    (target / "stray.py").write_text("", "utf-8")
    monkeypatch.setattr(generate_hours, "TARGET", target)

    assert 1 == generate_hours.main(["--check"])
    assert {"requirements.py", "stray.py"} <= {line.split()[-1] for line in capsys.readouterr().err.splitlines()}
    assert (0, 0) == (generate_hours.main([]), generate_hours.main(["--check"]))
    assert {path.name for path in target.iterdir()} == set(build())


def test_every_figure_arrives(data: Path) -> None:
    """
    Nothing authored is lost: every row stands in its module, with origin and version.
    """
    files = build(data)

    for name in ("requirements.py", "conversions.py", "places.py", "sources.py"):
        assert 'ORIGIN = "data/hours/' in files[name]
        assert "VERSION = " in files[name]
