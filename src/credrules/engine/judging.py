"""
Judging one record: every rule is applied to every record of its type, and findings are in form order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from credrules.engine.plan import Plan
from credrules.engine.reading import Reading
from credrules.engine.rules import Context, RecordRule, Violation
from credrules.fields import RecordSpec, spec_of
from credrules.findings import Path, finding
from credrules.masking import shown_params

__all__ = ["form_order", "judge"]
__dir__ = __all__.copy


def _walk(plan: Plan, record: Any, path: Path) -> Iterator[tuple[Plan, Any, Path]]:  # noqa: ANN401  # any record
    yield plan, record, path
    for part in plan.parts:
        name = part.section.name
        inner = getattr(record, name)
        if part.section.many:
            for index, item in enumerate(inner):
                yield from _walk(part.plan, item, (*path, name, index))
        else:
            yield from _walk(part.plan, inner, (*path, name))


def judge(plan: Plan, record: Any, reading: Reading, context: Context) -> None:  # noqa: ANN401  # any record
    """
    Apply every rule of the plan; the findings go into `reading`.
    """
    for own, inner, path in _walk(plan, record, ()):
        empty = {name for name in own.required if getattr(inner, name) is None}
        for rule in own.rules:
            if empty.isdisjoint(rule.requires):
                answer = rule.function(inner, context)
                if answer is None:
                    continue
                half = [place for place in reading.cut if _is_read(rule, place, path)] if reading.cut else ()
                for item in (answer,) if isinstance(answer, Violation) else answer:
                    where = (*path, *item.path)
                    # What is missing, or spoken against, may stand further down in a list.
                    if any(where[: len(place)] != place or where == place for place in half):
                        continue
                    if reading.concerns(where) and not (rule.reports_missing and where in reading.unread):
                        code = item.code or rule.codes[0]
                        # A plain text may be what someone typed, a `Label` is the library's.
                        shown: dict[str, Any] = {name: shown_params(value) for name, value in item.params.items()}
                        reading.add(finding(code, path=where, suggestion=item.suggestion, **shown))


def _is_read(rule: RecordRule, place: Path, path: Path) -> bool:
    """
    Tell whether a rule, applied to the record at `path`, looks at the list at `place`.
    """
    name = ".".join(step for step in place[len(path) :] if type(step) is str)
    return place[: len(path)] == path and any(f"{it}.".startswith(f"{name}.") for it in (*rule.requires, *rule.reads))


def form_order(record: type, path: Path) -> tuple[int, ...]:
    """
    Return a sort key that puts paths in the order of the form.

    A path that is not on the form (an unknown key) comes after everything at its level.
    """
    key: list[int] = []
    spec: RecordSpec | None = spec_of(record)
    for step in path:
        if isinstance(step, int):
            key.append(step)
            continue
        key.append(spec.places.get(str(step), len(spec.places)) if spec is not None else 0)
        part = spec.parts.get(str(step)) if spec is not None else None
        spec = spec_of(part.record) if part is not None else None
    return tuple(key)
