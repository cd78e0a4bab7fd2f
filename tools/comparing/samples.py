"""
The invented people of the library's tests, of the working tree, whichever state of the library is asked.

An older state may not have them, so the files are read where they are and not imported from the library.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any, Final

__all__ = ["sample"]

_FOLDER: Final = Path(__file__).resolve().parents[2] / "src" / "credrules" / "testing" / "_samples"


def sample(name: str) -> Any:  # noqa: ANN401  # a module
    """
    Return the module with the invented person of a system.
    """
    spec = importlib.util.spec_from_file_location(f"tools.comparing.sample_{name}", _FOLDER / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
