"""
Marks for the OK and Not OK cases of the requirements.

A test (or one of its parameters) that executes such a case carries `ok("GX-045")`
or `not_ok("GX-045")`; `tests/laws/test_cases.py` counts them, so that none is missing.
"""

from __future__ import annotations

import pytest


def ok(*ids: str) -> pytest.MarkDecorator:
    """
    Mark a case that must pass.
    """
    return pytest.mark.requirement(*ids, side="ok")


def not_ok(*ids: str) -> pytest.MarkDecorator:
    """
    Mark a case that must not pass.
    """
    return pytest.mark.requirement(*ids, side="not_ok")
