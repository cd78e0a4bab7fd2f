"""
Write ``examples/notebooks/*.ipynb`` from the Markdown files beside them, code cells run and outputs kept.

``python -m tools.generate_notebooks`` writes, ``--check`` only compares and exits with 1 when a byte differs. A
fenced block that begins with three backticks and ``python`` is a code cell, everything between such blocks a
Markdown cell. Cells run with plain `exec` in the notebook's own folder: no Jupyter is needed, and what a notebook
would show of a last expression (its picture, else its repr) is what is kept.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import re
import sys
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
HOME: Final = ROOT / "examples" / "notebooks"
_BLOCK: Final = re.compile(r"^```python\n(.*?)^```\n", re.MULTILINE | re.DOTALL)


def cells_of(text: str) -> list[tuple[str, str]]:
    r"""
    Return ("markdown" or "code", source) of every cell, in order.

    >>> cells_of("# A\n\n```python\n1 + 1\n```\n")
    [('markdown', '# A'), ('code', '1 + 1')]
    """
    parts = _BLOCK.split(text)
    kinds = ("markdown", "code")
    return [(kinds[place % 2], part.strip()) for place, part in enumerate(parts) if part.strip()]


def run_cell(source: str, names: dict[str, Any]) -> tuple[str, object]:
    r"""
    Run one code cell among `names`; return what it printed, and its last expression (None if it has none).

    >>> run_cell("print(1)\n2", {})
    ('1\n', 2)
    """
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "<cell>", "exec"), names)  # noqa: S102  # the cells are ours
        shown = None
        if isinstance(last, ast.Expr):
            shown = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)  # noqa: S307  # as above
    return printed.getvalue(), shown


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _outputs(printed: str, shown: object, number: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if printed:
        found.append({"name": "stdout", "output_type": "stream", "text": _lines(printed)})
    if shown is not None:
        data = {"text/plain": _lines(repr(shown))}
        picture = getattr(shown, "_repr_html_", None)
        if picture is not None:
            data = {"text/html": _lines(picture()), **data}
        found.append({"data": data, "execution_count": number, "metadata": {}, "output_type": "execute_result"})
    return found


def render(source: Path) -> str:
    """
    Return the notebook of a Markdown file as the text of an .ipynb file.
    """
    names: dict[str, Any] = {"__name__": "__main__"}
    cells: list[dict[str, Any]] = []
    number = 0
    with contextlib.chdir(source.parent):
        for place, (kind, text) in enumerate(cells_of(source.read_text("utf-8"))):
            cell: dict[str, Any] = {"cell_type": kind, "id": f"cell-{place:02}", "metadata": {}, "source": _lines(text)}
            if kind == "code":
                number += 1
                printed, shown = run_cell(text, names)
                cell |= {"execution_count": number, "outputs": _outputs(printed, shown, number)}
            cells.append(dict(sorted(cell.items())))
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    book = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(book, ensure_ascii=False, indent=1) + "\n"


def main(arguments: list[str]) -> int:
    """
    Write or compare; return the exit status.
    """
    wrong = []
    for source in sorted(HOME.glob("*.md")):
        target, text = source.with_suffix(".ipynb"), render(source)
        if "--check" not in arguments:
            target.write_text(text, encoding="utf-8", newline="\n")
        elif not target.exists() or target.read_text("utf-8") != text:
            wrong.append(target.name)
    for name in wrong:
        sys.stderr.write(f"out of step: {name}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
