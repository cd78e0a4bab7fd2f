"""
Each change of docs/extending.md is applied to a copy of the project, whose tests then pass; few files are touched.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.source import ROOT

PAGES = ("extending.md", "extending.zh.md")
STEPS = ("rule", "table", "system")
# What each step may touch: authored files only, the generated ones are written by the generators.
TOUCHED = {
    "rule": {"data/catalogue/guangxi-records.toml", "src/credrules/systems/guangxi/rules/units.py"},
    "table": {"data/codetables/shift_kinds.csv", "data/codetables/shift_kinds.toml"},
    "system": {
        "data/catalogue/somewhere.toml",
        "src/credrules/systems/_all.py",
        *(f"src/credrules/systems/somewhere/{name}.py" for name in ("__init__", "records", "profile", "rules")),
    },
}
GENERATORS = {"rule": "generate_catalogue", "table": "generate_codetables", "system": "generate_catalogue"}
TESTS = {
    "rule": ["tests/laws/test_catalogue.py", "tests/engine/test_reads.py", "-k", "UNIT or brackets"],
    "table": ["tests/codes/test_table.py", "tests/codes/test_data_names.py", "-k", "SHIFT_KINDS"],
    "system": [
        "tests/laws/test_catalogue.py", "tests/engine", "tests/laws/test_floors.py", "-k", "somewhere or SW",
    ],
}  # fmt: skip
PROGRAMS = {
    "rule": "from credrules.catalogue import RULES; print(RULES['GX.UNIT.BRACKETS'].severity.value)",
    "table": "from credrules import codes; print(codes.SHIFT_KINDS.check('白班').value)",
    "system": (
        "import datetime as dt; from credrules import schema; from credrules.systems import SYSTEMS, somewhere;"
        "print(somewhere.SYSTEM in SYSTEMS, somewhere.Application in schema.RECORDS,"
        "[f.code for f in somewhere.check({'职称': '工程师'}, on=dt.date(2024, 5, 1)).findings])"
    ),
}
ANSWERS = {"rule": "warning", "table": "1", "system": "True True ['SW.REQUIRED']"}


def changes(page: str) -> dict[str, list[tuple[str, str]]]:
    """
    Return step -> the (path, body) pairs of its diffs.
    """
    parts = re.split(r"^## .*$", (ROOT / "docs" / page).read_text("utf-8"), flags=re.MULTILINE)[1:]
    found: dict[str, list[tuple[str, str]]] = {}
    for step, part in zip(STEPS, parts, strict=True):
        for block in re.findall(r"```diff\n(.*?)```", part, flags=re.DOTALL):
            for piece in re.split(r"^--- .*\n(?=\+\+\+ )", block, flags=re.MULTILINE)[1:]:
                head, _, body = piece.partition("\n")
                found.setdefault(step, []).append((head.removeprefix("+++ b/"), body))
    return found


def apply(root: Path, path: str, body: str) -> None:
    """
    Apply one diff: at the end of the file, at the lines it shows, or as a new file.
    """
    mark, _, rest = body.partition("\n")
    lines = rest.splitlines()
    new = "\n".join(line[1:] for line in lines)
    target = root / path
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(new + "\n", "utf-8")
        return
    text = target.read_text("utf-8")
    old = "\n".join(line[1:] for line in lines if not line.startswith("+"))
    assert mark == "@@ end" or text.count(old) == 1, f"{path}: the lines shown are not there once"
    target.write_text(text + new + "\n" if mark == "@@ end" else text.replace(old, new), "utf-8")


def copied(root: Path) -> Path:
    """
    Return a copy of what the steps need of the project.
    """
    for name in ("src", "data", "tests", "tools", "docs"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, root / name)
    return root


def run(root: Path, *arguments: str) -> str:
    """
    Run Python at the top of the copy and return what it prints.
    """
    done = subprocess.run(  # noqa: S603  # our own interpreter with our own words
        [sys.executable, *arguments],
        cwd=root,
        env={"PYTHONPATH": "src:.", "PYTHONDONTWRITEBYTECODE": "1", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.mark.slow
@pytest.mark.parametrize("step", STEPS)
def test_a_step_works_on_a_copy(step: str, tmp_path: Path) -> None:
    """
    Applied as printed, a step generates, answers as promised and passes its tests.
    """
    root = copied(tmp_path / "project")
    for path, body in changes("extending.md")[step]:
        apply(root, path, body)
    run(root, f"tools/{GENERATORS[step]}.py")

    assert ANSWERS[step] == run(root, "-c", PROGRAMS[step])
    assert "passed" in run(root, "-m", "pytest", "-q", "-p", "no:cacheprovider", *TESTS[step])


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("step", STEPS)
def test_few_files_are_touched(page: str, step: str) -> None:
    """
    A rule is two authored files, a table two, a system its folder, its data and one line.
    """
    assert TOUCHED[step] == {path for path, _ in changes(page)[step]}
    line = [body for path, body in changes(page)[step] if path.endswith("_all.py")]
    assert all(sum(row.startswith("+") for row in body.splitlines()) == 1 for body in line)


def test_both_languages_show_the_same_changes() -> None:
    """
    The Chinese page changes what the English page changes.
    """
    assert changes("extending.md") == changes("extending.zh.md")
