"""
Numbers and names of people and organisations, one module per identifier.

Every module has the same verbs: `check`, `is_valid`, `normalize`, `parse`,
`format`, `mask`, and `check_digit` where the norm has one. `check` and
`is_valid` accept any object and never raise; only `parse` does.

Each module is loaded on first use, so that a program pays only for what it uses:

>>> from credrules.identifiers import citizen_id
>>> citizen_id.mask("450000199307010014")
'450000********0014'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from credrules._lazy import loader

if TYPE_CHECKING:
    from credrules.identifiers import (
        certificate_number,
        citizen_id,
        email,
        landline,
        mobile,
        org_code,
        person_name,
        uscc,
    )

__all__ = [
    "certificate_number",
    "citizen_id",
    "email",
    "landline",
    "mobile",
    "org_code",
    "person_name",
    "uscc",
]
__dir__ = __all__.copy

if not TYPE_CHECKING:
    # Not for type checkers: for them it would turn every misspelt name into a module.
    __getattr__ = loader(__name__, dict(zip(__all__, __all__, strict=True)))
