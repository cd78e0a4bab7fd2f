"""
A field is declared once; everybody reads the same declaration.
"""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from attrs import frozen

from credrules import codes, leaves
from credrules.dates import PartialDate
from credrules.fields import (
    EntryMode,
    all_fields,
    fields_of,
    form_field,
    heading_key,
    names_of,
    section,
    sections,
    sections_of,
)
from credrules.leaves import AnyCodeLeaf, CodeLeaf, OpenCodeLeaf
from credrules.schema import RECORDS
from credrules.values import Evidence
from tests.support.small import Member, Owner, Shop

HELP = ("说明", "help")


@frozen
class Cells:
    """
    A field of every kind of annotation.
    """

    plain: str | None = form_field("甲", "a", help=HELP)
    date: PartialDate | None = form_field("乙", "b", help=HELP)
    number: int | None = form_field("丙", "c", help=HELP)
    coded: Annotated[str, "a remark", codes.SEX] | None = form_field("丁", "d", help=HELP, entry=EntryMode.CODE)
    own: Annotated[bool, leaves.FLAG] = form_field("戊", "e", help=HELP)
    bare: str = form_field("己", "f", help=HELP)
    either: Annotated[str, AnyCodeLeaf((codes.SEX, codes.DEGREE))] | None = form_field("庚", "g", help=HELP)
    opened: Annotated[str, OpenCodeLeaf(codes.SEX, more=(codes.DEGREE,))] | None = form_field("辛", "h", help=HELP)
    aside: int = 7


def test_the_leaf_stands_in_the_annotation() -> None:
    """
    A table makes a code leaf, a leaf is itself, plain types have a leaf each; None in the union does not matter.
    """
    expected = {
        "plain": leaves.TEXT, "date": leaves.YEAR, "number": leaves.COUNT, "coded": CodeLeaf(codes.SEX),
        "own": leaves.FLAG, "bare": leaves.TEXT, "either": AnyCodeLeaf((codes.SEX, codes.DEGREE)),
        "opened": OpenCodeLeaf(codes.SEX, more=(codes.DEGREE,)),
    }  # fmt: skip

    assert expected == {spec.name: spec.leaf for spec in fields_of(Cells)}


def test_the_tables_of_a_field() -> None:
    """
    A coded field names its tables in the order they are asked, any other none.
    """
    tables = {spec.name: spec.tables for spec in fields_of(Cells)}

    assert (codes.SEX,) == tables["coded"]
    assert (codes.SEX, codes.DEGREE) == tables["either"] == tables["opened"]
    assert () == tables["plain"]
    assert [None, codes.SEX] == [spec.table for spec in fields_of(Cells) if spec.name in {"plain", "coded"}]


@pytest.mark.parametrize("annotation", [float, float | None, str | int, Annotated[str, "no leaf"], list[str]])
def test_an_annotation_without_a_leaf_is_a_fault(annotation: Any) -> None:  # noqa: ANN401  # a typing construct
    """
    A field of a type that no leaf reads, or of two types, is refused when the declaration is first read.
    """
    kind = frozen(
        type("Wrong", (), {"__annotations__": {"cell": annotation}, "cell": form_field("甲", "a", help=HELP)})
    )

    with pytest.raises(TypeError, match=r"Wrong\.cell: no leaf"):
        fields_of(kind)


def test_what_is_declared_can_be_read() -> None:
    """
    Address, label, requiredness and its basis, and place on the form are read off the declaration.
    """
    spec = {spec.name: spec for spec in fields_of(Owner)}

    assert "Owner.name" == spec["name"].id
    assert ("姓名", "full name") == (spec["name"].label.zh, spec["name"].label.en)
    assert (True, Evidence.STATED) == (spec["name"].declared.required, spec["name"].declared.basis)
    assert [True, False] == [spec["name"].on_form, spec["proven"].on_form]
    assert ("老板",) == spec["name"].aliases
    assert "事实" in EntryMode.FACT.label.zh
    assert {mode.label.en for mode in EntryMode} == {
        "typed", "picked from a code list", "date", "fact outside the form",
    }  # fmt: skip


def test_sections_are_found_with_their_records() -> None:
    """
    A part is one record or a list of them; all fields are told in form order.
    """
    assert [("owner", Owner, False), ("members", Member, True)] == [
        (part.name, part.record, part.many) for part in sections_of(Shop)
    ]
    assert () == sections_of(Member)
    assert ["Shop.sign", "Owner.ethnicity"] == [spec.id for spec in all_fields(Shop)][:2]
    assert [*fields_of(Shop), *fields_of(Owner), *fields_of(Member)] == list(all_fields(Shop))


def test_sensitive_fields_are_masked() -> None:
    """
    The repr of a record shows no sensitive value whole, of whatever type.
    """
    shown = repr(Owner(name="张三", mobile="13800000001", citizen_id=None))
    stray: Any = 450000199307010014

    assert "13800000001" not in shown
    assert "张三" in shown
    assert "450000199307010014" not in repr(Owner(citizen_id=stray))


def test_a_draft_is_a_value() -> None:
    """
    Every field may be empty; a list without entries is an empty tuple.
    """
    assert Shop(None, Owner(), ()) == Shop()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("姓名", "姓名"),
        (" 姓 名：", "姓名"),
        ("姓名（必填）*", "姓名"),
        ("Full_Name", "fullname"),
        ("full name", "fullname"),
        ("身份证\n号码", "身份证号码"),
        ("ＩＤ", "id"),
        ("（全部）", ""),
        ("长" * 201, ""),
        (5, ""),
        (None, ""),
    ],
)
def test_headings_are_reduced(written: object, expected: str) -> None:
    """
    Space, case, width, brackets and marks do not tell headings apart.
    """
    assert expected == heading_key(written)


def test_every_way_of_writing_leads_to_its_field() -> None:
    """
    Names, labels in both languages and aliases of fields and sections are known.
    """
    names = names_of(Shop)

    assert {
        "sign": "sign",
        "店名": "sign",
        "boss": "owner",
        "店主": "owner",
        "员工": "members",
    }.items() <= names.items()
    assert "name" == names_of(Owner)["老板"]


def test_labels_go_before_aliases() -> None:
    """
    An alias never takes the label of a later field away.
    """

    @frozen
    class Early:
        first: str | None = form_field("甲", "a", help=HELP, aliases=("乙", "丙"))
        second: str | None = form_field("乙", "b", help=HELP, aliases=("丙",))

    assert ("second", "first") == (names_of(Early)["乙"], names_of(Early)["丙"])


def test_one_label_for_two_fields_is_a_fault() -> None:
    """
    Two fields or parts that are written alike could not be told apart.
    """

    @frozen
    class Twice:
        first: str | None = form_field("甲 ", "a", help=HELP)
        second: tuple[Member, ...] = sections("（甲）甲", "b")
        third: Member = section("丙", "c", Member)

    with pytest.raises(TypeError, match="names both first and second"):
        names_of(Twice)


@pytest.mark.parametrize("record", RECORDS)
def test_shipped_records_are_declared_well(record: type) -> None:
    """
    Every shipped field has label and help in both languages, is known by its labels, and no address occurs twice.
    """
    specs = list(all_fields(record))

    assert len(specs) == len({spec.id for spec in specs}) > 0
    for spec in specs:
        assert all([spec.label.zh, spec.label.en, spec.declared.help.zh, spec.declared.help.en])
    for kind in (record, *(part.record for part in sections_of(record))):
        for spec in fields_of(kind):
            assert {spec.name} == {names_of(kind)[heading_key(label)] for label in (spec.label.zh, spec.label.en)}
            assert set(spec.declared.narrowed_by) <= {other.name for other in fields_of(kind)}
