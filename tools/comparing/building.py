"""
From a commit, or from the working tree, to a folder in which that state of the library is installed.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
from pathlib import Path


class BuildError(RuntimeError):
    """
    A state that cannot be had; the text says why.
    """


def _run(*command: str | Path, cwd: Path) -> bytes:
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False)  # noqa: S603  # our own words
    if done.returncode:
        raise BuildError(f"{' '.join(map(str, command))}\n{done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def check_out(root: Path, commit: str, folder: Path) -> None:
    """
    Write the files of a commit into a folder; the repository's own tree and index stay as they are.
    """
    archive = _run("git", "archive", "--format=tar", commit, cwd=root)
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")


def install(source: Path, folder: Path) -> None:
    """
    Build the wheel of a source folder and install it, alone, into another folder.
    """
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    wheels = folder / "wheel"
    _run(*pip, "wheel", "--no-deps", "--wheel-dir", wheels, ".", cwd=source)
    wheel = next(wheels.glob("*.whl"))
    _run(*pip, "install", "--no-deps", "--target", folder / "installed", wheel, cwd=source)
