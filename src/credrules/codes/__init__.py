"""
Code tables: standards and lists with their names, hierarchy, history and sources.

One light handle per table, named in capitals; a table is decoded on first use.
A coded field of a record holds the code string and names its table in the
annotation: ``Annotated[str, codes.ETHNICITY] | None``.

>>> from credrules import codes
>>> codes.ETHNICITY["08"].name
'壮族'
>>> codes.DIVISIONS.check("广西南宁").value
'450100'
"""

from __future__ import annotations

from credrules.codes import _tables
from credrules.codes._tables import *  # noqa: F403  # one generated name per authored table, listed in its __all__
from credrules.codes.divisions import DivisionTable
from credrules.codes.entry import About, Completeness, Entry, Match, OnClash, Source, Status
from credrules.codes.table import CodeTable, UnknownCodeError
from credrules.codes.translating import Counterpart, Relation, Translation, relations, translate

__all__ = [
    "About",
    "CodeTable",
    "Completeness",
    "Counterpart",
    "DivisionTable",
    "Entry",
    "Match",
    "OnClash",
    "Relation",
    "Source",
    "Status",
    "Translation",
    "UnknownCodeError",
    "relations",
    "tables",
    "translate",
]
__dir__ = __all__.copy
__all__ += _tables.__all__


def tables() -> tuple[CodeTable, ...]:
    """
    Return the handles of all shipped tables, by name.

    >>> [table.name for table in tables()][:2]
    ['ACQUISITION_MODES', 'ACQUISITION_ROUTES']
    """
    return _tables.ALL
