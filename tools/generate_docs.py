"""
Write the generated pages of docs/ from data/ and from the library itself.

``python -m tools.generate_docs`` writes, ``--check`` only compares and exits
with 1 when a byte differs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from tools.documents import (
    codetables,
    divisions_compared,
    eligibility,
    findings,
    glossary,
    hours,
    messages,
    reference,
    requirements,
)
from tools.documents.markdown import ROOT

PAGES: dict[str, Callable[[], str]] = {
    "findings.md": findings.render,
    "messages.md": messages.render,
    "requirements.md": requirements.render,
    "fields.md": reference.fields,
    "codetables.md": codetables.index,
    "workflows.md": reference.workflows,
    "glossary.md": glossary.render,
    "divisions-compared.md": divisions_compared.render,
    **codetables.pages(),
    **hours.pages(),
    **eligibility.pages(),
}


def stale() -> list[str]:
    """
    Return the pages that are not what would be written now.
    """
    found = []
    for name, render in PAGES.items():
        path = ROOT / "docs" / name
        if not path.exists() or path.read_text("utf-8") != render():
            found.append(name)
    return found


def main(arguments: list[str]) -> int:
    """
    Write or compare; return the exit status.
    """
    names = stale()
    for name in names:
        if "--check" in arguments:
            sys.stderr.write(f"out of step: docs/{name}\n")
        else:
            (ROOT / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / "docs" / name).write_text(PAGES[name](), "utf-8")
    return 1 if names and "--check" in arguments else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
