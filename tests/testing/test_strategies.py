"""
What the public strategies construct is accepted, and nothing of it belongs to anybody.
"""

from __future__ import annotations

import datetime as dt
import importlib
import re
from typing import Annotated, Any

import pytest
from attrs import frozen
from hypothesis import assume, given
from hypothesis import strategies as st

from credrules import codes, leaves
from credrules.dates import PartialDate, Precision
from credrules.fields import fields_of, form_field
from credrules.identifiers import citizen_id, landline, mobile, org_code, uscc
from credrules.leaves import Answer, AnyCodeLeaf, IdentifierLeaf, Leaf, NamesLeaf, NumberLeaf, OpenCodeLeaf, TextLeaf
from credrules.rosters import RosterRow
from credrules.rosters.records.cells import AGE, PHONE
from credrules.rosters.records.hours import TOTAL
from credrules.systems.guangxi import PersonalRecord
from credrules.testing import laws, strategies
from tests.support.small import Shop
from tests.support.source import Module, authored

HELP = ("说明", "help")
ON = dt.date(2012, 6, 1)
IDENTIFIERS = {
    "citizen_id": strategies.citizen_ids(),
    "mobile": strategies.mobiles(),
    "landline": strategies.landlines(),
    "email": strategies.emails(),
    "person_name": strategies.person_names(),
    "certificate_number": strategies.certificate_numbers(),
    "uscc": strategies.usccs(),
    "org_code": strategies.org_codes(),
}


@pytest.mark.parametrize("name", IDENTIFIERS)
@given(data=st.data())
def test_drawn_identifiers_are_accepted(name: str, data: st.DataObject) -> None:
    """
    Every drawn identifier passes its check with nothing above INFO; only invented units are told to be internal.
    """
    module = importlib.import_module(f"credrules.identifiers.{name}")
    drawn = data.draw(IDENTIFIERS[name])

    laws.drawn_is_accepted(
        module.check(drawn, on=ON), besides={"ORG_CODE.SELF_DEFINED"} if name in {"uscc", "org_code"} else ()
    )
    assert drawn == module.normalize(drawn)


def test_every_identifier_has_its_strategy() -> None:
    """
    No identifier leaf of the library is without a strategy.
    """
    known = {leaf.name for leaf in vars(leaves).values() if isinstance(leaf, IdentifierLeaf)}

    assert known == set(IDENTIFIERS)


@pytest.mark.parametrize("sex", ["1", "2"])
@given(data=st.data())
def test_sex_and_birth_are_as_asked(sex: str, data: st.DataObject) -> None:
    """
    The number says the sex and the birth date it was asked for.
    """
    day = data.draw(st.dates(dt.date(1950, 1, 1), dt.date(2000, 12, 31)))
    typed = citizen_id.parse(data.draw(strategies.citizen_ids(births=st.just(day), sex=sex, division="440000")))

    assert (sex, day, "440000") == (typed.sex, typed.birth_date, typed.division)


@given(
    strategies.citizen_ids(), strategies.mobiles(), strategies.org_codes(), strategies.landlines(), strategies.usccs()
)
def test_nobody_s(person: str, phone: str, organ: str, line: str, unit: str) -> None:
    """
    Numbers come from ranges that are given to nobody.
    """
    assert person.startswith("450000")
    assert re.fullmatch("1380000[0-9]{4}", mobile.normalize(phone))
    assert re.fullmatch("PDY[0-9]{5}[0-9X]", org_code.normalize(organ))
    assert "0771-000" == landline.normalize(line)[:8]
    assert "PDY" == uscc.normalize(unit)[8:11]


@pytest.mark.parametrize("precision", Precision)
@given(data=st.data())
def test_dates_are_precise_enough(precision: Precision, data: st.DataObject) -> None:
    """
    A drawn date is known at least to the precision asked for.
    """
    date = data.draw(strategies.partial_dates(precision))

    assert isinstance(date, PartialDate)
    assert date.precision.rank >= precision.rank


@given(strategies.division_codes(on=ON), strategies.division_codes())
def test_divisions(then: str, any_time: str) -> None:
    """
    With a day, the division was in force on it; without, it is one the table knows.
    """
    assert then in codes.DIVISIONS.at(ON)
    assert any_time in codes.DIVISIONS


@pytest.mark.parametrize("table", codes.tables(), ids=lambda table: table.name)
@given(data=st.data())
def test_codes_of_every_table(table: codes.CodeTable, data: st.DataObject) -> None:
    """
    A drawn code is one of its table and is read as itself.
    """
    drawn = data.draw(strategies.table_codes(table))

    assert drawn == table.check(drawn).value


@given(strategies.texts(longest=3))
def test_texts_are_clean_and_short(drawn: str) -> None:
    """
    A drawn text needs no repair and keeps its limit.
    """
    laws.drawn_is_accepted(TextLeaf(3).check(drawn))


@frozen
class Everything:
    """
    A field of every kind of leaf.
    """

    text: Annotated[str, TextLeaf(3)] | None = form_field("甲", "a", help=HELP)
    code: Annotated[str, codes.SEX] | None = form_field("乙", "b", help=HELP)
    either: Annotated[str, AnyCodeLeaf((codes.SEX, codes.ETHNICITY))] | None = form_field("丙", "c", help=HELP)
    opened: Annotated[str, OpenCodeLeaf(codes.SEX, (codes.DEGREE,), 4)] | None = form_field("丁", "d", help=HELP)
    date: Annotated[PartialDate, leaves.DAY] | None = form_field("戊", "e", help=HELP)
    number: int | None = form_field("己", "f", help=HELP)
    half: Annotated[Any, NumberLeaf(whole=False)] | None = form_field("庚", "g", help=HELP)
    flag: Annotated[bool, leaves.FLAG] | None = form_field("辛", "h", help=HELP)
    names: Annotated[tuple[str, ...], NamesLeaf(2, 3)] | None = form_field("壬", "i", help=HELP)
    phone: Annotated[str, PHONE] | None = form_field("癸", "j", help=HELP)
    age: Annotated[int, AGE] | None = form_field("子", "k", help=HELP)
    hours: Annotated[Any, TOTAL] | None = form_field("丑", "l", help=HELP)


@given(strategies.records(Everything, complete=True))
def test_every_leaf_reads_what_is_drawn(record: Everything) -> None:
    """
    Each drawn value, dumped and read again, is accepted and is itself; nothing is empty in a complete record.
    """
    laws.record_round_trip(record)
    for spec in fields_of(Everything):
        drawn = getattr(record, spec.name)
        report = spec.leaf.check(spec.leaf.dump(drawn))

        laws.drawn_is_accepted(report)
        assert drawn == report.value


@pytest.mark.parametrize("record", [PersonalRecord, RosterRow, Shop])
@given(data=st.data())
def test_drafts_and_complete_records(record: type, data: st.DataObject) -> None:
    """
    Lists keep their limit, and a complete record has no empty field.
    """
    drawn = data.draw(strategies.records(record, complete=True, most=1, on=ON))

    assert isinstance(drawn, record)
    assert [] == [spec.id for spec in fields_of(record) if getattr(drawn, spec.name) is None]
    assert all(len(getattr(drawn, name)) <= 1 for name in ("educations", "awards", "members") if hasattr(drawn, name))


@frozen
class OwnLeaf(Leaf):
    """
    A host's leaf: even numbers.
    """

    def read(self, value: object, on: dt.date | None) -> Answer:
        """
        Read a number.
        """
        return leaves.COUNT.read(value, on)

    def schema(self) -> dict[str, Any]:
        """
        Return a schema of multiples.
        """
        return {"type": "integer", "multipleOf": 2}


@frozen
class NarrowLeaf(TextLeaf):
    """
    A leaf derived from a known one.
    """


@frozen
class Own:
    """
    A host's record.
    """

    even: Annotated[int, OwnLeaf()] | None = form_field("偶数", "even", help=HELP)
    derived: Annotated[str, NarrowLeaf(2)] | None = form_field("短", "short", help=HELP)


@given(st.data())
def test_a_host_s_leaves(data: st.DataObject) -> None:
    """
    A derived leaf is drawn as its base; one of the host's own needs a maker, and is refused by name without.
    """
    makers: dict[type, strategies.Maker] = {OwnLeaf: lambda _, __: st.integers(1, 9).map(lambda n: 2 * n)}
    drawn = data.draw(strategies.records(Own, complete=True, makers=makers))

    assert drawn.even is not None
    assert 0 == drawn.even % 2
    assert len(drawn.derived or "") <= 2
    with pytest.raises(TypeError, match=r"Own\.even: no strategy for OwnLeaf"):
        strategies.records(Own)


ROOMS = [module for module in authored() if module.name.startswith("credrules.testing.strategies")]


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_nothing_is_filtered(room: Module) -> None:
    """
    The strategies construct: there is no filter and no assumption in them.
    """
    assert ".filter(" not in room.text
    assert assume.__name__ + "(" not in room.text
