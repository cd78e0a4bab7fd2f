"""
What is generated is what the generators would write now, byte by byte.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.source import ROOT
from tools import generate_docs

GENERATORS = (
    "tools.generate_catalogue",
    "tools.generate_codetables",
    "tools.generate_relations",
    "tools.generate_pinyin",
    "tools.generate_hours",
    "tools.generate_headings",
    "tools.generate_data_version",
    "tools.generate_eligibility",
)


@pytest.mark.parametrize("module", GENERATORS)
def test_generated_modules_are_in_step(module: str) -> None:
    """
    The generated modules are those of the authored data.
    """
    done = subprocess.run(  # noqa: S603  # our own interpreter with our own script
        [sys.executable, "-m", module, "--check"], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )

    assert (0, "") == (done.returncode, done.stderr)


def test_documents_are_in_step() -> None:
    """
    The generated pages are those of the data and the library (`make docs` writes them).
    """
    assert [] == generate_docs.stale()
