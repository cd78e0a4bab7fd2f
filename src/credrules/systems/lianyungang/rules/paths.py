"""
Names of the fields a rule reads: all fields of a section.
"""

from __future__ import annotations

from credrules.fields import fields_of

__all__ = [
    "below",
    "with_sections",
]
__dir__ = __all__.copy


def below(section: str, record: type) -> tuple[str, ...]:
    """
    Return the paths of every field of a section.

    >>> from credrules.systems.lianyungang.records import Award
    >>> below("awards", Award)
    ('awards.award', 'awards.organ', 'awards.awarded_on')
    """
    return tuple(f"{section}.{spec.name}" for spec in fields_of(record))


def with_sections(*paths: str) -> tuple[str, ...]:
    """
    Return paths together with every section above them.

    >>> with_sections("workers.person.name")
    ('workers', 'workers.person', 'workers.person.name')
    """
    found: dict[str, None] = {}
    for path in paths:
        steps = path.split(".")
        found |= {".".join(steps[: size + 1]): None for size in range(len(steps))}
    return tuple(found)
