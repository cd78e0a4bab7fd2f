"""
Between records and plain data.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from attrs import field, frozen
from hypothesis import given

from credrules import codes
from credrules.converter import Labels, converter, structure, unstructure
from credrules.dates import PartialDate
from credrules.findings import CredrulesError
from credrules.rosters import RosterRow
from credrules.systems.guangxi import PersonalRecord
from credrules.testing import laws, strategies
from tests.support.small import WHOLE, Member, Owner, Shop

LABELLED: tuple[tuple[Labels, dict[str, Any]], ...] = (
    (None, {"sign": "甲店", "owner": {"name": "张三"}, "members": [{"since": "1993-07", "nicknames": ["小李"]}]}),
    ("zh", {"店名": "甲店", "店主": {"姓名": "张三"}, "店员": [{"入职": "1993-07", "别名": ["小李"]}]}),
    (
        "en",
        {
            "sign": "甲店",
            "owner of the shop": {"full name": "张三"},
            "staff": [{"joined": "1993-07", "nicknames": ["小李"]}],
        },
    ),
)
SHOP = Shop("甲店", Owner(name="张三"), (Member(since=PartialDate(1993, 7), nicknames=("小李",)),))


@pytest.mark.parametrize(("labels", "plain"), LABELLED)
def test_there_and_back(labels: Labels, plain: dict[str, Any]) -> None:
    """
    A record becomes plain data under names or labels, empty fields left out, and comes back equal.
    """
    assert plain == unstructure(SHOP, labels=labels)
    assert SHOP == structure(plain, Shop)
    assert plain == json.loads(json.dumps(plain))


@given(strategies.records(PersonalRecord))
def test_drafts_of_the_form_come_back(record: PersonalRecord) -> None:
    """
    Unstructuring and structuring a personal record, however incomplete, changes nothing.
    """
    laws.record_round_trip(record)


@given(strategies.records(RosterRow))
def test_rows_come_back(row: RosterRow) -> None:
    """
    Unstructuring and structuring a row of a roster changes nothing.
    """
    laws.record_round_trip(row)


def test_every_problem_is_raised_at_once() -> None:
    """
    Structuring bad data raises one error that holds every problem of shape and value with its path.
    """
    bad = {"owner": {"mobile": "138", "citizen_id": "450000199307010013"}, "members": [{"count": 0}, 5]}

    with pytest.raises(CredrulesError) as caught:
        structure(bad, Shop)
    assert [
        ("CITIZEN_ID.CHECK_DIGIT", ("owner", "citizen_id")),
        ("MOBILE.LENGTH", ("owner", "mobile")),
        ("VALUE.OUT_OF_RANGE", ("members", 0, "count")),
        ("RECORD.NOT_A_MAPPING", ("members", 1)),
    ] == [(item.params.get("cause", item.code), item.path) for item in caught.value.findings]
    assert "450000199307010013" not in str(caught.value)


def test_a_draft_is_structured() -> None:
    """
    Requiredness and rules are not asked; what is merely warned of is repaired and read.
    """
    assert Shop() == structure({}, Shop)
    assert "甲店" == structure({"sign": " 甲 店", "星座": "白羊"}, Shop).sign


def test_what_stands_in_the_wrong_place_is_handed_on() -> None:
    """
    A record built by hand is unstructured without a loss, whatever it holds.
    """
    wrong: Any = Shop(owner=Owner(citizen_id="450000"), members=(Member(since="1993年7月"),))  # type: ignore[arg-type]  # the point

    assert {"owner": {"citizen_id": "450000"}, "members": [{"since": "1993年7月"}]} == unstructure(wrong)


def test_a_host_extends_a_copy() -> None:
    """
    The converter given away is a copy that knows all declared records and takes the host's own hooks.
    """

    @frozen
    class Page:
        shops: list[Shop]
        price: Decimal

    own = converter()
    own.register_unstructure_hook(Decimal, str)
    own.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    page = Page([SHOP], Decimal("2.50"))
    plain = own.unstructure(page)

    assert {"shops": [LABELLED[0][1]], "price": "2.50"} == plain
    assert page == own.structure(plain, Page)
    assert Decimal("2.50") == converter().unstructure(Decimal("2.50"))
    assert LABELLED[1][1] == converter("zh").unstructure(SHOP)


@frozen
class Desk:
    """
    A host's own class around records.
    """

    number: int
    shop: Shop
    rows: list[RosterRow] = field(factory=list)
    chief: RosterRow | None = None
    opened: PartialDate | None = None


def test_a_host_class_that_holds_records_goes_both_ways() -> None:
    """
    A class of the host's own with records inside is unstructured and structured in one call, labels included.
    """
    desk = Desk(3, SHOP, [RosterRow(name="张三")], RosterRow(name="李四"), PartialDate(1993, 7))

    assert desk == structure(unstructure(desk), Desk)
    assert desk == structure(unstructure(desk, "zh"), Desk)
    assert [{"姓名": "张三"}] == unstructure(desk, "zh")["rows"]
    assert "1993-07" == unstructure(desk)["opened"]


def test_all_findings_come_with_their_places() -> None:
    """
    What is wrong anywhere inside is one CredrulesError: findings of records, foreign values, missing parts.
    """
    bad = {
        "number": "three",
        "shop": {"members": [{"count": 0}]},
        "rows": [{"sex": "1"}, {"sex": "男的", "mobile": "138"}],
        "opened": "不知道",
    }

    with pytest.raises(CredrulesError) as caught:
        structure(bad, Desk)
    assert {
        ("RECORD.UNREADABLE", ("number",)),
        ("VALUE.OUT_OF_RANGE", ("shop", "members", 0, "count")),
        ("CODE.UNKNOWN", ("rows", 1, "sex")),
        ("MOBILE.LENGTH", ("rows", 1, "mobile")),
        ("DATE.UNKNOWN_WORD", ("opened",)),
    } == {(item.code, item.path) for item in caught.value.findings}
    assert "three" not in str(caught.value)
    with pytest.raises(CredrulesError) as caught:
        structure({"number": 1}, Desk)
    assert ["RECORD.UNREADABLE"] == [item.code for item in caught.value.findings]
    with pytest.raises(CredrulesError) as caught:
        structure([5, {"name": "张三"}], list[RosterRow])
    assert [("RECORD.NOT_A_MAPPING", (0,))] == [(item.code, item.path) for item in caught.value.findings]
    with pytest.raises(CredrulesError):
        structure({"opened": "x"}, PartialDate)


def test_a_host_s_hooks_are_used() -> None:
    """
    A converter with the host's hooks may be given; records inside are read as ever, all problems together.
    """

    @frozen
    class Priced:
        row: RosterRow
        price: Decimal

    own = converter()
    own.register_structure_hook(Decimal, lambda value, _: Decimal(value))

    assert Priced(RosterRow(sex="1"), Decimal("2.5")) == structure(
        {"row": {"sex": "男"}, "price": "2.5"}, Priced, using=own
    )
    with pytest.raises(CredrulesError) as caught:
        structure({"row": {"sex": "x"}, "price": "dear"}, Priced, using=own)
    assert {("row", "sex"), ("price",)} == {item.path for item in caught.value.findings}


def test_codes_are_read_from_names() -> None:
    """
    A coded cell may hold the code or the name; the record holds the code.
    """
    (code,) = {structure({"民族": given}, RosterRow).ethnicity for given in ("08", "壮族", "壮")}

    assert "壮族" == codes.ETHNICITY[str(code)].name
    assert WHOLE["owner"]["ethnicity"] == structure(WHOLE, Shop).owner.ethnicity
