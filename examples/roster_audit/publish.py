"""
All results appear together, or none does.

Everything is written into a temporary folder beside the target and moved into place at the end. A file
that is already there is never replaced unless the person said so, and never the input.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from roster_audit.problems import BadInputError, Trouble


def _cannot_write(path: Path, error: OSError) -> BadInputError:
    return BadInputError(Trouble.CANNOT_WRITE, path=path, detail=error.strerror or str(error))


def check_target(target: Path, names: list[str], source: Path, *, force: bool) -> None:
    """
    Raise when the target is no folder, holds a result already, or holds the input under a result's name.
    """
    if target.exists() and not target.is_dir():
        raise BadInputError(Trouble.OUTPUT_EXISTS, path=target)
    for name in names:
        path = target / name
        if not os.path.lexists(path):
            continue
        if not force or path.is_dir() or (path.exists() and path.samefile(source)):
            raise BadInputError(Trouble.OUTPUT_EXISTS, path=path)


@contextlib.contextmanager
def workshop(target: Path) -> Iterator[Path]:
    """
    Give a temporary folder on the target's file system; it is gone afterwards, whatever happened.

    What cannot be written, in it or for it, is a BadInputError.
    """
    # The name first, so that no interrupt falls between the folder and who takes it away.
    folder = target.parent / f".roster-audit-{secrets.token_hex(8)}"
    missing = [parent for parent in (target.parent, *target.parent.parents) if not parent.exists()]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700)
        yield folder
    except OSError as error:
        raise _cannot_write(Path(error.filename or target), error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        # A folder made for nothing is taken back; one that holds the results is not empty.
        for parent in missing:
            with contextlib.suppress(OSError):
                parent.rmdir()


def publish(folder: Path, target: Path, *, force: bool) -> None:
    """
    Move every file of `folder` into `target`; when one cannot be moved, take the others back.
    """
    placed: list[Path] = []
    made = not target.exists()
    try:
        target.mkdir(exist_ok=True)
        for path in sorted(folder.iterdir()):
            _place(path, target / path.name, force=force)
            placed.append(target / path.name)
    except BaseException as error:
        # Without force nothing stood at these names, so taking them back restores what was.
        if not force:
            for path in placed:
                path.unlink(missing_ok=True)
            if made:
                with contextlib.suppress(OSError):
                    target.rmdir()
        if isinstance(error, FileExistsError):
            raise BadInputError(Trouble.OUTPUT_EXISTS, path=error.filename2 or error.filename) from error
        if isinstance(error, OSError):
            raise _cannot_write(target, error) from error
        raise


def _place(path: Path, goal: Path, *, force: bool) -> None:
    if force:
        path.replace(goal)
        return
    try:
        # A hard link fails when the name is taken, even by somebody else a moment ago; a rename would not.
        os.link(path, goal)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(goal):
            raise FileExistsError(17, "exists", str(goal)) from None
        path.rename(goal)
