"""
A stage after the rules that declares which cells, as they were written, it looks at.

Rules see typed values only. Some faults can be seen in the raw cells alone: two
cells in one another's column, a word for "none". A stage names these cells, so
that it is left out where a source has none of them, and a test holds it to
what it names.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from attrs import frozen

from credrules.engine.rules import pickled_by_name
from credrules.findings import Finding

__all__ = ["ALL_CELLS", "Stage", "StageFunction", "stage"]
__dir__ = __all__.copy

StageFunction: TypeAlias = Callable[[Any], tuple[Finding, ...]]

ALL_CELLS: Final = ("*",)
"""What a stage declares that may look at any cell."""


@frozen(repr=False)
class Stage:
    """
    A stage after the rules: its function, and the raw cells it looks at.

    Calling the stage calls its function with the `Pass`.
    """

    function: StageFunction
    cells: tuple[str, ...] = ()

    @property
    def __name__(self) -> str:  # a stage is named as its function is
        return self.function.__name__

    def concerns(self, present: frozenset[str] | None) -> bool:
        """
        Whether a source with these fields (None: all) has anything for it to look at.

        >>> stage(cells=("name", "unit_name"))(lambda done: done.findings).concerns(frozenset({"sex"}))
        False
        """
        return present is None or not self.cells or self.cells == ALL_CELLS or not present.isdisjoint(self.cells)

    def __call__(self, done: Any) -> tuple[Finding, ...]:  # noqa: ANN401  # a Pass
        """
        Return all findings as they are to be reported after this stage.
        """
        return self.function(done)

    def __repr__(self) -> str:
        return f"<stage {self.__name__}>"

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return pickled_by_name(self)


def stage(*, cells: tuple[str, ...]) -> Callable[[StageFunction], Stage]:
    """
    Make a stage of a function from a `Pass` to findings; `cells` are the raw cells it looks at.
    """

    def make(function: StageFunction) -> Stage:
        return Stage(function, cells)

    return make
