"""
The generator of headings refuses what would make a heading mean two things.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tools import generate_headings
from tools.generate_headings import BadHeadingsError, main, module


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    A copy of the authored files, which the generator reads and writes beside.
    """
    folder = Path(shutil.copytree(generate_headings.SOURCE, tmp_path / "headings"))
    monkeypatch.setattr(generate_headings, "SOURCE", folder)
    monkeypatch.setattr(generate_headings, "TARGET", tmp_path / "_words.py")
    return folder


def test_what_is_written_is_what_is_compared(data: Path) -> None:
    """
    Nothing there differs; what was written does not; one more alias does.
    """
    assert main(["--check"]) == 1
    assert main([]) == 0
    assert main(["--check"]) == 0

    with (data / "others.toml").open("a", encoding="utf-8") as stream:
        stream.write('\n[something]\nzh = "甲"\nen = "a"\naliases = ["某某某"]\n')

    assert main(["--check"]) == 1


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("others", '[odd]\nzh = "甲"\nen = "a"\ncolour = "red"\n', "unknown key"),
        ("others", '[odd]\nzh = "甲"\nen = "a"\naliases = ["某", "某"]\n', "stands twice"),
        ("fields", '[odd]\naliases = ["身份证号码"]\n', "stands twice"),
        ("fields", '[odd]\naccepts = ["nothing.known"]\n', "accepts"),
        ("fields", '[odd]\naccepts = ["title.date"]\n', "accepts"),
        ("words", '[kind_of_its_own]\nx = ["职称"]\n', "职称 is"),
    ],
)
def test_what_is_refused(data: Path, name: str, more: str, said: str) -> None:
    """
    Unknown keys, spellings of two fields, parts that no word has or two fields accept, words with two meanings.
    """
    with (data / f"{name}.toml").open("a", encoding="utf-8") as stream:
        stream.write("\n" + more)

    with pytest.raises(BadHeadingsError, match=said):
        module()
