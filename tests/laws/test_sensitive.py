"""
A field that holds what identifies a person is declared sensitive, in every system alike.
"""

from __future__ import annotations

from typing import Any

import pytest

from credrules.engine import System
from credrules.fields import FieldSpec, spec_of
from credrules.rosters.system import SYSTEM as ROSTERS
from credrules.systems import SYSTEMS

PERSONAL = {"person_name", "citizen_id", "mobile", "landline", "email", "certificate_number"}
"""Identifiers of a person; codes of units are public."""
LEAVES = {"AddressLeaf", "ResidenceLeaf", "PhoneLeaf"}
EVERY = [*SYSTEMS, *(part for system in SYSTEMS for part in system.parts), ROSTERS]


def fields(system: System[Any]) -> list[FieldSpec]:
    """
    Return every field of the records a system reads.
    """
    return [spec for kind in spec_of(system.record).kinds for spec in spec_of(kind).fields]


@pytest.mark.parametrize("system", EVERY, ids=lambda system: system.name)
def test_what_identifies_a_person_is_sensitive(system: System[Any]) -> None:
    """
    Names, identity numbers, telephones, e-mails, certificate numbers and addresses are declared sensitive.
    """
    personal = [
        spec
        for spec in fields(system)
        if getattr(spec.leaf, "module", "") in PERSONAL or type(spec.leaf).__name__ in LEAVES
    ]

    assert [] == [spec.id for spec in personal if not spec.declared.sensitive]


@pytest.mark.parametrize("system", EVERY, ids=lambda system: system.name)
def test_no_repr_shows_a_sensitive_field(system: System[Any]) -> None:
    """
    The repr of a record with something in every sensitive field shows none of them.
    """
    for kind in spec_of(system.record).kinds:
        filled = {spec.name: f"某{spec.name}之秘" for spec in spec_of(kind).fields if spec.declared.sensitive}
        shown = repr(kind(**filled))

        assert [] == [name for name, text in filled.items() if text in shown]
