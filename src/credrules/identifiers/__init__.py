"""
Numbers and names of people and organisations, one module per identifier.

Every module has the same verbs: `check`, `is_valid`, `normalize`, `parse`,
`format`, `mask`, and `check_digit` where the norm has one. `check` and
`is_valid` accept any object and never raise; only `parse` does.

Nothing is imported here, so that a program pays for what it asks for:

>>> from credrules.identifiers import citizen_id
>>> citizen_id.mask("450000199307010014")
'450000********0014'
"""

from __future__ import annotations

from credrules._lazy import loader

__all__ = [  # modules, imported on first use
    "certificate_number",
    "citizen_id",
    "email",
    "landline",
    "mobile",
    "org_code",
    "person_name",
    "uscc",
]
__getattr__ = loader(__name__, __all__)


def __dir__() -> list[str]:
    return sorted(__all__)
