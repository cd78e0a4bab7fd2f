"""
The notebooks: written from their sources, every code cell runs with plain `exec`.
"""

from __future__ import annotations

import doctest
import json
from pathlib import Path
from typing import Any

import pytest

from tools import generate_notebooks as notebooks

BOOKS = sorted(notebooks.HOME.glob("*.ipynb"))


@pytest.mark.parametrize("book", BOOKS, ids=lambda path: path.name)
def test_every_cell_runs(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The code cells of the notebook, run in order without Jupyter, raise nothing.
    """
    monkeypatch.chdir(book.parent)
    cells = [cell for cell in json.loads(book.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    names: dict[str, Any] = {}
    for cell in cells:
        exec("".join(cell["source"]), names)  # noqa: S102  # our own cells

    assert len(cells) > 5


@pytest.mark.parametrize("book", BOOKS, ids=lambda path: path.name)
def test_outputs_are_those_of_today(book: Path) -> None:
    """
    The notebook is byte for byte what its source gives.
    """
    assert book.read_text("utf-8") == notebooks.render(book.with_suffix(".md"))


def test_every_source_has_its_notebook() -> None:
    """
    Sources and notebooks are pairs.
    """
    assert [path.stem for path in sorted(notebooks.HOME.glob("*.md"))] == [path.stem for path in BOOKS]


def test_the_tool_compares(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """
    With --check a missing or changed notebook is told; without, it is written.
    """
    (tmp_path / "a.md").write_text("# A\n\n```python\nprint(1)\n```\n\n```python\nx = 2\nx\n```\n", encoding="utf-8")
    monkeypatch.setattr(notebooks, "HOME", tmp_path)

    assert [1, 0, 0] == [notebooks.main(["--check"]), notebooks.main([]), notebooks.main(["--check"])]
    assert "a.ipynb" in capsys.readouterr().err
    cells = json.loads((tmp_path / "a.ipynb").read_text("utf-8"))["cells"]
    assert ["markdown", "code", "code"] == [cell["cell_type"] for cell in cells]
    assert [["1\n"], ["2"]] == [
        output.get("text") or output["data"]["text/plain"] for cell in cells[1:] for output in cell["outputs"]
    ]


def test_the_tool_s_examples_hold() -> None:
    """
    The docstrings of the tool do not lie.
    """
    assert 0 == doctest.testmod(notebooks)[0]
