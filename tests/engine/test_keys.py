"""
From what somebody gives to the record's own names.
"""

from __future__ import annotations

from collections import OrderedDict, UserDict
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn, cast

import pytest
from attrs import frozen

from credrules.converter import structure, unstructure
from credrules.engine import read_record
from credrules.fields import form_field, section, sections
from credrules.findings import Finding, Path, Report
from credrules.keys import RecordForm, items_of, keyed_of, plain
from tests.support.naming import shown
from tests.support.small import ON, SYSTEM, WHOLE, Member, Owner, Shop, shop_of


def read(data: object) -> Report[Any]:
    """
    Read a shop without judging it.
    """
    return read_record(data, Shop)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, Path]]:
    """
    Return code and path of findings.
    """
    return [(item.code, item.path) for item in findings]


@pytest.mark.parametrize(
    "data",
    [
        {"sign": "甲店", "owner": {"name": "张三"}},
        {"店名": "甲店", "店主": {"姓名": "张三"}},
        {"Sign": "甲店", "Owner of the shop": {"Full name": "张三"}},
        {"店名*": "甲店", "boss": {"老板": "张三"}},
        {"店名": "甲店", "老板": "张三"},
        {"sign": "甲店", "full name": "张三", "owner": None},
        OrderedDict(sign="甲店", owner=UserDict(name="张三")),
        Shop("甲店", Owner(name="张三")),
        {"sign": "甲店", "owner": Owner(name="张三")},
    ],
)
def test_keys_of_any_spelling(data: object) -> None:
    """
    English names, labels of either language, aliases, flat forms and records are read alike.
    """
    report = read(data)

    assert (Shop("甲店", Owner(name="张三")), ()) == (report.value, report.findings)


def test_unknown_keys_are_told_and_masked() -> None:
    """
    A key no field has is told where it stands; what looks like an identifier is not shown, not even as a key.
    """
    report = read({"星座": "白羊", "450000199307010014": 1, 7: 2, "owner": {"血型": "O"}})

    assert [
        ("RECORD.UNKNOWN_KEY", ("owner", "血型")),
        ("RECORD.UNKNOWN_KEY", ("星座",)),
        ("RECORD.UNKNOWN_KEY", ("450000********0014",)),
        ("RECORD.UNKNOWN_KEY", ("<int>",)),
    ] == told(report.findings)
    assert "450000199307010014" not in str(report.to_dict("en"))
    assert report.ok


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"sign": "甲店", "店名": "乙店"}, ("sign",)),
        ({"owner": {"name": "张三", "姓名": "李四"}, "sign": "甲店"}, ("owner", "name")),
        ({"姓名": "张三", "老板": "李四", "sign": "甲店"}, ("owner", "name")),
        ({"姓名": "李四", "owner": {"姓名": "张三"}, "sign": "甲店"}, ("owner", "name")),
        ({"姓名": "李四", "owner": Owner(name="张三"), "sign": "甲店"}, ("owner", "name")),
    ],
)
def test_twice_given(data: object, path: tuple[str, ...]) -> None:
    """
    Of two values for one field the first counts, one in its section before one laid flat; the other is told.
    """
    report = read(data)

    assert [("RECORD.TWICE_GIVEN", path)] == told(report.findings)
    assert "甲店" == shop_of(report).sign
    assert shop_of(report).owner.name in {None, "张三"}


def test_an_empty_cell_is_not_given() -> None:
    """
    Of two spellings of one key, an empty one yields to the filled one without a word.
    """
    report = read({"sign": " ", "店名": "甲店", "Sign": None})

    assert ("甲店", ()) == (shop_of(report).sign, report.findings)


def test_repairing_keeps_what_did_not_fit() -> None:
    """
    A repaired record still has its unknown keys and second values, and is still told of them.
    """
    data = {"店名": " 甲店", "星座": "白羊", "sign": "乙店", "姓名": "张三 ", "老板": "李四", "Sign": "丙店"}
    once = read(data).repaired()

    assert "甲店" == shop_of(once).sign
    assert isinstance(once.raw, dict)
    assert all(text in once.raw.values() for text in ("白羊", "乙店", "丙店"))
    assert {"RECORD.TWICE_GIVEN", "RECORD.UNKNOWN_KEY"} == {item.code for item in once.findings}
    assert once == once.repaired()


def test_a_flat_cell_beside_a_broken_section() -> None:
    """
    A section that is no record is told though its fields stand flat beside it, and the flat cells are read.
    """
    report = read({"owner": "老王", "姓名": "张三"})

    assert [("RECORD.NOT_A_MAPPING", ("owner",))] == told(report.findings)
    assert "张三" == shop_of(report).owner.name


class Refusing(Mapping[Any, Any]):
    """
    A mapping that gives away nothing.
    """

    def __getitem__(self, key: object) -> NoReturn:
        raise RuntimeError

    def __iter__(self) -> Iterator[Any]:
        raise RuntimeError

    def __len__(self) -> int:
        return 3


class Unhashable(UserDict[Any, Any]):
    """
    A mapping with a key that no dict could hold.
    """

    def items(self) -> Any:  # noqa: ANN401  # deliberately no view
        """
        Return a list as a key.
        """
        return [([], 1), ("sign", " 甲店")]


class Cold(type):
    """
    A type that cannot be hashed.
    """

    __hash__ = None  # type: ignore[assignment]  # the point of the lie


class Thing(metaclass=Cold):
    """
    An instance of it.
    """


@pytest.mark.parametrize("data", [5, "张三", [1], Refusing(), Thing()], ids=lambda item: type(item).__name__)
def test_no_record_at_all(data: object) -> None:
    """
    What is no mapping, or cannot be read as one, is told at its place; the record is empty.
    """
    assert None is items_of(data)
    assert [("RECORD.NOT_A_MAPPING", ())] == told(read(data).findings)
    assert [("RECORD.NOT_A_MAPPING", ("owner",))] == told(read({"owner": data}).findings)
    assert Shop() == read(data).value
    assert data is RecordForm(Shop)(data)


@pytest.mark.parametrize("data", [None, "", float("nan"), {}, []], ids=shown)
def test_nothing_is_an_empty_record(data: object) -> None:
    """
    An empty cell in the place of a record, a part or a list is no fault of shape.
    """
    assert (Shop(), ()) == (read(data).value, read(data).findings)
    assert () == read({"owner": data, "members": data or None}).findings


def test_keys_that_no_dict_holds() -> None:
    """
    A key that cannot be hashed is told; a repair goes on without it.
    """
    report = read(Unhashable())

    assert ["TEXT.EXTRA_SPACE", "RECORD.UNKNOWN_KEY"] == [item.code for item in report.findings]
    assert {"sign": "甲店"} == report.repaired().raw


def test_lists() -> None:
    """
    One entry may stand for a list; anything but a list is told; entries after the 200th are told and not read.
    """
    one = read({"members": {"姓名": "李四"}})
    many = read({"members": [{"name": "李四"}] * 201})

    assert (Member(name="李四"),) == shop_of(one).members == shop_of(read({"members": Member(name="李四")})).members
    assert [("RECORD.NOT_A_LIST", ("members",))] == told(read({"members": "李四"}).findings)
    assert [("RECORD.TOO_MANY", ("members",))] == told(many.findings)
    assert 200 == len(shop_of(many).members)
    assert [("RECORD.NOT_A_MAPPING", ("members", 1))] == told(read({"members": [{}, 5]}).findings)


def test_repairs_reach_every_shape() -> None:
    """
    A suggestion finds its place in labels, in one entry for a list, in a record and in a tuple of them.
    """
    shapes: tuple[Any, ...] = (
        {"员工": {"姓 名": " 李四"}},
        {"members": [{"姓名": " 李四"}]},
        {"members": (Member(name=" 李四"),)},
        {"members": Member(name=" 李四")},
        Shop(members=(Member(name=" 李四"),)),
    )
    for data in shapes:
        once = read(data).repaired()

        assert ("李四", ()) == (shop_of(once).members[0].name, once.findings)


def test_plain_is_what_cattrs_makes() -> None:
    """
    The engine's plain data of a record is the converter's, field by field.
    """
    shop = structure(WHOLE, Shop)

    assert unstructure(shop) == plain(shop)
    assert {} == plain(Shop()) == unstructure(Shop())


def test_records_made_by_hand_may_hold_anything() -> None:
    """
    What stands in the wrong place of a record is handed on, and told like any wrong data.
    """
    wrong: Any = Shop(Thing(), Refusing(), "李四")  # type: ignore[arg-type]  # the point of the test
    report = SYSTEM.check(wrong, on=ON)

    assert [
        ("TEXT.NOT_TEXT", ("sign",)),
        ("RECORD.NOT_A_MAPPING", ("owner",)),
        ("RECORD.NOT_A_LIST", ("members",)),
    ] == [found for found in told(report.findings) if found[0] not in {"ROSTER.REQUIRED", "TEXT.EMPTY"}]
    nested: Any = Shop(members=(5, Member(since="1993年7月")))  # type: ignore[arg-type]  # the point of the test
    assert [5, {"since": "1993年7月"}] == plain(nested)["members"]


def test_keyed_sorts_flat_and_nested() -> None:
    """
    What is found, what is left over and what was wrong stand apart.
    """
    keyed = keyed_of(Shop, {"店名": "甲店", "星座": "白羊", "sign": "乙店"})

    assert ({"sign": "甲店"}, {"星座": "白羊", "店名": "乙店"}) == (keyed.found, keyed.rest)


@pytest.mark.parametrize(
    ("data", "path", "sent"),
    [
        ({"owner": {"mobile": "1"}}, ("owner", "mobile"), ("owner", "mobile")),
        ({"店主": {"手机": "1"}}, ("owner", "mobile"), ("店主", "手机")),
        ({"手机": "1"}, ("owner", "mobile"), ("手机",)),
        ({"boss": {"姓名": "张三"}, " 手机 ": "1"}, ("owner", "mobile"), (" 手机 ",)),
        ({"boss": {"手机": "1"}, "手机": "13800000001"}, ("owner", "mobile"), ("boss", "手机")),
        ({"员工": [{"入职": "x"}]}, ("members", 0, "since"), ("员工", 0, "入职")),
        ({"员工": {"入职": "x"}}, ("members", 0, "since"), ("员工", "入职")),
        ({"员工": [{"别名": ["小 李"]}]}, ("members", 0, "nicknames"), ("员工", 0, "别名")),
        ({"星座": "白羊"}, ("星座",), ("星座",)),
        ({}, ("sign",), ("sign",)),
    ],
)
def test_findings_know_the_keys_that_were_sent(data: dict[str, object], path: Path, sent: Path) -> None:
    """
    Beside the path in the record's own names stands the one in the keys that were sent.
    """
    found = [item for item in SYSTEM.check(data, on=ON).findings if item.path == path]

    assert [sent] == list({item.sent_path for item in found})


def test_places_are_told_in_the_words_of_the_form() -> None:
    """
    A report names places by their labels, list entries from 1; what the form does not have is told as sent.
    """
    report = SYSTEM.check({"店员": [{"姓名": "李四", "入职": "不知道"}], "星座": "白羊"}, on=ON)
    zh, en = (report.to_text(lang).splitlines() for lang in ("zh", "en"))

    assert any(line.startswith("[错误] 店员 第1条 入职：") for line in zh)
    assert any(line.startswith("[error] staff no. 1 joined: ") for line in en)
    assert any(line.startswith("[警告] 星座：") for line in zh)


@frozen
class Item:
    """
    Something in a bag.
    """

    kind: str | None = form_field("品名", "kind", help=("品名", "kind"))
    colour: str | None = form_field("颜色", "colour", help=("颜色", "colour"))


@frozen
class Tag:
    """
    What hangs on a bag.
    """

    colour: str | None = form_field("颜色", "colour", help=("颜色", "colour"))


@frozen
class Bag:
    """
    A bag with a label and things, which a flat form may name at the top.
    """

    items: tuple[Item, ...] = sections("物品", "items", flat=True)
    hung: tuple[Item, ...] = sections("挂件", "charms")
    label: Tag = section("标签", "label", Tag)


@pytest.mark.parametrize(
    ("data", "items"),
    [
        ({"品名": "笔"}, (Item("笔"),)),
        ({"品名": "笔", "物品": ""}, (Item("笔"),)),
        ({"品名": "笔", "物品": [{"颜色": "红"}]}, (Item("笔", "红"),)),
        ({"品名": "笔", "物品": (Item(colour="红"),)}, (Item("笔", "红"),)),
        ({"品名": "笔", "物品": {"颜色": "红"}}, (Item("笔", "红"),)),
        ({"品名": "笔", "物品": [{"颜色": "红"}, {"品名": "纸"}]}, (Item(None, "红"), Item("纸"), Item("笔"))),
        ({"品名": [{"品名": "笔"}, {"品名": "纸"}]}, (Item("笔"), Item("纸"))),
        ({"品名": "笔", "颜色": "红"}, (Item("笔"),)),
    ],
)
def test_a_flat_list_takes_what_stands_at_the_top(data: dict[str, object], items: tuple[Item, ...]) -> None:
    """
    Loose cells of a flat list make one entry, or belong to the only one; a label that single records have is theirs.
    """
    read = read_record(data, Bag)
    value = cast("Bag", read.value)

    assert (items, ()) == (value.items, value.hung)
    assert Tag("红" if "颜色" in data else None) == value.label
    assert () == read.errors


def test_a_broken_entry_beside_loose_cells() -> None:
    """
    An entry that is no record has its finding, and the loose cells make an entry of their own.
    """
    read = read_record({"品名": "笔", "物品": [5]}, Bag)

    assert ["RECORD.NOT_A_MAPPING"] == [item.code for item in read.errors]
    assert Item("笔") == cast("Bag", read.value).items[1]
