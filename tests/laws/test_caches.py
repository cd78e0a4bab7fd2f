"""
Every cache of the library has an end, in entries and in bytes, whatever a host sends.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import gc
import inspect
from collections.abc import Iterator
from typing import Any, Final

import pytest
from attrs import evolve

from credrules import codes
from credrules.remembering import LONGEST_KEPT
from credrules.systems import guangxi
from credrules.systems.guangxi.records.whole import TitleCertificate
from tests.support import entrances, faces

ON: Final = dt.date(2014, 6, 1)
_CACHE: Final = type(functools.lru_cache(maxsize=1)(len))
# A tuple of texts, such as the headings of a table, may be longer than one text.
_LONGEST_ROW: Final = 4_100

# Caches without a maximum, by what bounds them instead.
UNBOUNDED: Final = {
    "catalogue._area": "areas of the catalogue",
    "codes.divisions.ShippedDivisions._split": "provinces",
    "codes.places.Places._named_in": "first two signs of the codes of one table",
    "codes.places.Places._named_below": "first two signs of the codes of one table",
    "codes.translating._compared": "pairs of tables that were compared",
    "converter._converter": "systems",
    "fields._spec_of": "classes of records",
    "testing.strategies.tables.spellings": "names of the shipped tables",
}

# The names of a place and a title in a far too long text, with signs that a reader leaves out.
LONG: Final = "广东省高级工程师" + "\u3000" * 5_000 + "甲" * 5_000


def _caches() -> Iterator[tuple[str, Any]]:
    faces.public_modules()
    for item in gc.get_objects():
        # Not `isinstance`: an object of another test may refuse to be asked for its class.
        if type(item) is _CACHE:
            name = f"{getattr(item, '__module__', '')}.{getattr(item, '__qualname__', '')}"
            if name.startswith("credrules."):
                yield name.removeprefix("credrules."), item


def _keys(cache: Any) -> list[object]:  # noqa: ANN401  # a cached function
    return [key for held in gc.get_referents(cache) if type(held) is dict and held is not vars(cache) for key in held]


def _length(key: object) -> int:
    if isinstance(key, str):
        return len(key)
    if isinstance(key, codes.CodeTable) or type(key).__hash__ in {object.__hash__, type.__hash__}:
        return 0  # itself, not what it says
    return sum(map(_length, gc.get_referents(key))) if gc.is_tracked(key) or isinstance(key, tuple) else 0


def test_every_cache_has_a_maximum() -> None:
    """
    A cached function keeps a certain number of answers, unless it has no parameters or few possible arguments.
    """
    endless = {
        name
        for name, cache in _caches()
        if cache.cache_parameters()["maxsize"] is None and inspect.signature(cache.__wrapped__).parameters
    }

    assert set() == endless - UNBOUNDED.keys()


def test_no_cache_is_named_for_nothing() -> None:
    """
    Each cache that is said to be bounded by something else is one without a maximum.
    """
    codes.DIVISIONS.check("广西南宁市青秀区")
    codes.translate("ZH", codes.ETHNICITY_LETTERS, codes.ETHNICITY)

    assert (
        UNBOUNDED.keys()
        == {name for name, cache in _caches() if cache.cache_parameters()["maxsize"] is None} & UNBOUNDED.keys()
    )


def test_no_cache_keeps_a_long_text() -> None:
    """
    After far too long texts in every way into the library no cache holds one, so that its bytes are bounded too.
    """
    for name, call in entrances.entrances().items():
        with contextlib.suppress(Exception):  # what may be raised is the law of others
            call(f"{LONG}{name}")
    kept = {name: max(map(_length, _keys(cache)), default=0) for name, cache in _caches()}

    assert {} == {name: length for name, length in kept.items() if length > _LONGEST_ROW}
    assert any(kept.values())


def test_a_host_s_tables_are_not_kept() -> None:
    """
    A catalogue of a host, and a certificate with a text of any length, are judged as any other and not remembered.
    """
    catalogue = guangxi.names.CERTIFICATE_NAMES.with_names(titles=["教练型教师"])
    title = TitleCertificate(title_name="工程师", issuer="甲市人力资源和社会保障局")
    long = evolve(title, issuer="甲" * 10_000)
    record = evolve(guangxi.structure({}), titles=(title, long))

    assert guangxi.scope(record, on=ON).decision is guangxi.scope(record, on=ON, catalogue=catalogue).decision
    held = {id(item) for _, cache in _caches() for key in _keys(cache) for item in _parts(key)}
    assert not held & {id(catalogue), id(catalogue.titles), id(catalogue.titles.whole), id(long.issuer)}


def _parts(key: object) -> list[object]:
    inner = [] if isinstance(key, (str, type)) or callable(key) else gc.get_referents(key)
    return [key, *inner, *(more for item in inner for more in gc.get_referents(item))]


@pytest.mark.parametrize("many", [1, 30])
def test_the_caches_can_be_read(many: int) -> None:
    """
    The test sees what a cache holds: a text as long as may be kept, in each of its entries.
    """
    known = functools.lru_cache(maxsize=64)(len)
    for number in range(many):
        known("甲" * (LONGEST_KEPT - number))

    assert (many, LONGEST_KEPT) == (len(_keys(known)), max(map(_length, _keys(known))))
