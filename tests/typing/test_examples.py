"""
The examples that the type checkers read also run.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest

from credrules.fields import fields_of
from tests.typing import api_examples


@pytest.mark.parametrize("example", api_examples.EXAMPLES, ids=lambda function: function.__name__)
def test_example_runs(example: Callable[[], None]) -> None:
    """
    What is typed so is also so at run time.
    """
    example()


def test_every_example_is_run() -> None:
    """
    No function without arguments is left out.
    """
    written = {
        function
        for _, function in inspect.getmembers(api_examples, inspect.isfunction)
        if function.__module__ == api_examples.__name__ and not inspect.signature(function).parameters
    }

    assert written == set(api_examples.EXAMPLES)
    assert {"Course.title"} == set(api_examples.specs(fields_of(api_examples.Course)[0]))
