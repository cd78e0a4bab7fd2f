"""
Calls of whole frames: an example gives the columns, the first frame library at hand makes the frame.

Limitations: without Narwhals and one of polars, pandas and PyArrow there is no
frame to be checked, and only what is not a frame can be given.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, cast

from credrules.findings import CredrulesError, finding
from credrules.hours import REQUIREMENTS
from credrules.testing._calls.call import ON, Call, call

__all__ = ["CALLS", "frame_of"]

_LIBRARIES: Final = ("polars", "pandas", "pyarrow")


def frame_of(columns: dict[str, Any], *, libraries: Sequence[str] = _LIBRARIES) -> object:
    """
    Return the columns as a frame; CredrulesError where no frame library is installed.
    """
    for library in libraries:
        try:
            import narwhals  # noqa: PLC0415  # an extra, needed here only

            return narwhals.from_dict(columns, backend=cast("Any", library)).to_native()
        except (ImportError, ValueError):  # not installed, or not known to Narwhals
            continue
    raise CredrulesError([finding("TESTING.NO_FRAMES", libraries=tuple(libraries))])


def _check(columns: Any) -> Call:  # noqa: ANN401  # a dict of columns, or what is none
    from credrules.frames import check_frame  # noqa: PLC0415  # needs an extra

    return call(check_frame, frame_of(columns) if isinstance(columns, dict) else columns, on=ON)


def _audit(columns: dict[str, Any]) -> Call:
    from credrules.frames import audit_frame  # noqa: PLC0415  # needs an extra

    return call(audit_frame, frame_of(columns), requirement=REQUIREMENTS["CN-GD-2021"])


CALLS = {"frames.check": _check, "frames.audit": _audit}
