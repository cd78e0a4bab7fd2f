"""
Headings as a report may show them: one that holds a person's number or address is masked in every path.

If a row of data is taken for the headings, they may be identity numbers. Columns
are looked up by the heading as written; only what leaves the roster is masked
here.
"""

from __future__ import annotations

import functools
from typing import Any

from attrs import evolve

from credrules.findings import Change, Finding, Path, Report
from credrules.masking import shown_key

__all__ = ["veiled", "veiled_heading"]
__dir__ = __all__.copy


def veiled(report: Report[Any]) -> Report[Any]:
    """
    Return the report with masked headings in its paths, or the same report if there is nothing to hide.

    >>> from credrules.findings import finding
    >>> report = Report({}, None, (finding("TEXT.EMPTY", path=("姓名（13800001234）",)),))
    >>> veiled(report).findings[0].path
    ('姓名（138******34）',)
    """
    placed: tuple[Finding | Change, ...] = (*report.findings, *report.changes)
    if all(_path(item.path) is item.path for item in placed):
        return report
    findings = tuple(evolve(item, path=_path(item.path)) for item in report.findings)
    changes = tuple(evolve(item, path=_path(item.path)) for item in report.changes)
    return evolve(report, findings=findings, changes=changes)


def _path(path: Path) -> Path:
    if not path:
        return path
    head = veiled_heading(path[0])
    return path if head == path[0] else (head, *path[1:])


def veiled_heading(heading: Any) -> Any:  # noqa: ANN401  # a heading, or group and heading, of the same kind again
    """
    Return a heading masked; of a group and its heading both.

    >>> veiled_heading(("联系人", "姓名 13800001234"))
    ('联系人', '姓名 138******34')
    """
    if type(heading) is tuple:
        return tuple(map(veiled_heading, heading))
    if type(heading) is not str:
        return heading
    # Of a heading longer than a sentence only the beginning is shown, and it is not cached.
    return _remembered(heading) if len(heading) <= _LONGEST else shown_key(heading)


_LONGEST = 60


@functools.lru_cache(maxsize=1024)
def _remembered(heading: str) -> str:
    return shown_key(heading)
