"""
Items of an education that are present but empty: a gap, whichever they are.

All items must be filled in (annex 1, step 3 no. 2). Which items the form has was
on a picture that is missing: an item that is given but empty is a gap; one that
is not mentioned may not be on the form at all. What does not exist (a degree, a
major up to 初中) is not a gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from credrules.engine import Pass, form_order
from credrules.fields import fields_of
from credrules.findings import Finding, Path, finding
from credrules.keys import keyed_of
from credrules.leaf import is_blank, is_sequence
from credrules.systems.lianyungang.records.whole import Education, Worker
from credrules.systems.lianyungang.rules.subsets import may_have_major

__all__ = [
    "education_gaps",
    "gaps_below",
    "with_gaps",
]
__dir__ = __all__.copy

_GAP: Final = "LYG.EDU.NO_GAPS"
_ITEMS: Final = {
    spec.name: spec for spec in fields_of(Education) if spec.on_form and spec.name not in {"level", "degree"}
}


def education_gaps(done: Pass) -> tuple[Finding, ...]:
    """
    The stage of a worker: report what is given but empty, in form order.
    """
    return with_gaps(done, gaps_below(done.given, done.record, ()))


def with_gaps(done: Pass, gaps: Iterator[Finding]) -> tuple[Finding, ...]:
    """
    Return the findings including the gaps; a gap is not also reported as an empty optional item.
    """
    known = {item.path for item in done.findings if item.code == _GAP}
    new = [item for item in gaps if item.path not in known]
    places = {item.path for item in new}
    kept = [item for item in done.findings if item.code != "LYG.ENTRY.AS_FULL" or item.path not in places]
    return tuple(sorted((*kept, *new), key=lambda item: form_order(type(done.record), item.path)))


def gaps_below(given: Mapping[str, Any], worker: Worker, head: Path) -> Iterator[Finding]:
    """
    Yield the gaps of a worker's educations; `given` are the worker's cells as given.
    """
    raw = given.get("education")
    entries = raw if is_sequence(raw) else [raw]
    for place, (entry, education) in enumerate(zip(entries, worker.education, strict=False)):
        cells = keyed_of(Education, entry).found
        for name, spec in _ITEMS.items():
            empty = name in cells and is_blank(cells[name])
            if empty and (name != "major" or may_have_major(education.level)):
                path = (*head, "education", place, name)
                yield finding(_GAP, path=path, field=spec.label, basis=spec.declared.basis.value)
