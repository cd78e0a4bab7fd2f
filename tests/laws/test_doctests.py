"""
Every example in a docstring runs and prints what it says.
"""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from tests.support.faces import public_modules
from tests.support.source import authored


@pytest.mark.parametrize("module", public_modules(), ids=lambda module: module.__name__)
def test_examples_of_module(module: ModuleType) -> None:
    """
    The module's docstrings hold no example that lies.
    """
    failed, _ = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)

    assert 0 == failed


def test_there_are_examples() -> None:
    """
    Most authored modules show themselves at work.
    """
    showing = [module.name for module in authored() if ">>>" in module.text]

    assert len(showing) >= len(authored()) // 2
