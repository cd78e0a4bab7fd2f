"""
Check the changelog fragments in changelog.d: names, kinds and content.

``python -m tools.check_fragments`` exits with 1 and one line for each
problem. towncrier joins the fragments into CHANGELOG.md at a release, but it
would pass over a file with a misspelt kind in silence.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "changelog.d"
NAME = re.compile(r"\+?[a-z0-9][a-z0-9-]*\.(?P<kind>[a-z]+)\.md")
LONGEST = 120


def kinds() -> set[str]:
    """
    Return the kinds of change that pyproject.toml declares.
    """
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {item["directory"] for item in settings["tool"]["towncrier"]["type"]}


def problems(name: str, text: str, known: set[str]) -> list[str]:
    """
    Return what is wrong with one fragment.

    >>> problems("2-masking.fixed.md", "A phone number ...", {"fixed"})
    []
    >>> problems("masking.fixd.md", "", {"fixed"})
    ['unknown kind "fixd"', 'empty']
    """
    match = NAME.fullmatch(name)
    found = [] if match else ["name is not <topic>.<kind>.md"]
    if match and match["kind"] not in known:
        found.append(f'unknown kind "{match["kind"]}"')
    if not text.strip():
        found.append("empty")
    if any(len(line) > LONGEST for line in text.splitlines()):
        found.append(f"a line over {LONGEST} characters")
    return found


def main() -> int:
    """
    Check every fragment; return the exit status.
    """
    known = kinds()
    fragments = [path for path in sorted(FOLDER.iterdir()) if path.name not in {"README.md", ".gitkeep"}]
    wrong = [
        (path.name, problem) for path in fragments for problem in problems(path.name, path.read_text("utf-8"), known)
    ]
    for name, problem in wrong:
        sys.stderr.write(f"changelog.d/{name}: {problem}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
