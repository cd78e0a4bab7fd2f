"""
JSON Schema and data dictionary say what the declarations say.
"""

from __future__ import annotations

import json
from typing import Annotated, Any

import pytest
from attrs import frozen
from hypothesis import given
from jsonschema import Draft202012Validator

from credrules import codes
from credrules.converter import unstructure
from credrules.engine import MOST_ENTRIES
from credrules.fields import all_fields, form_field, section
from credrules.leaves import AnyCodeLeaf
from credrules.rosters import RosterRow
from credrules.schema import RECORDS, data_dictionary, json_schema
from credrules.systems.guangxi import PersonalRecord
from credrules.testing import strategies
from tests.support.small import Member, Owner, Shop


def errors(record: type, plain: object, *, draft: bool = False) -> list[str]:
    """
    Return where plain data breaks a record's schema.
    """
    found = Draft202012Validator(json_schema(record, draft=draft)).iter_errors(plain)
    return sorted("/".join(map(str, item.absolute_path)) or item.validator for item in found)


@pytest.mark.parametrize("record", [*RECORDS, Shop, Member])
def test_the_schema_is_one(record: type) -> None:
    """
    A schema is valid JSON and a valid schema of the 2020-12 dialect.
    """
    schema = json_schema(record)

    Draft202012Validator.check_schema(schema)
    assert schema == json.loads(json.dumps(schema))
    assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]


@given(strategies.records(PersonalRecord, complete=True))
def test_drawn_records_are_valid(record: PersonalRecord) -> None:
    """
    The plain form of every complete record validates.
    """
    assert [] == errors(PersonalRecord, unstructure(record))


@given(strategies.records(RosterRow))
def test_drawn_rows_are_valid(row: RosterRow) -> None:
    """
    The plain form of a row validates, with any cells empty.
    """
    assert [] == errors(RosterRow, unstructure(row), draft=True)


@given(strategies.records(Shop))
def test_drafts_are_valid_as_drafts(shop: Shop) -> None:
    """
    Nothing is required of a draft.
    """
    assert [] == errors(Shop, unstructure(shop), draft=True)


def test_what_the_schema_refuses() -> None:
    """
    Unknown keys, wrong types, unlisted codes and fields that a document demands are refused at their place.
    """
    plain: dict[str, Any] = {
        "sign": "",
        "owner": {"ethnicity": "壮族", "citizen_id": 450000, "星座": "白羊"},
        "members": [{"name": "李四", "count": "3", "since": "1993.7"}],
    }

    assert [
        "members/0/count", "members/0/since", "owner", "owner", "owner/citizen_id", "owner/ethnicity", "sign",
    ] == errors(Shop, plain)  # fmt: skip


def test_only_what_is_known_to_be_required_is_required() -> None:
    """
    A field required by assumption is marked with its basis and not demanded.
    """
    schema = json_schema(Shop)

    assert "required" not in schema
    assert ["name"] == schema["$defs"]["Owner"]["required"] == schema["$defs"]["Member"]["required"]
    assert ("assumed", "stated") == (
        schema["properties"]["sign"]["x-required"],
        schema["$defs"]["Owner"]["properties"]["name"]["x-required"],
    )
    assert "required" not in json_schema(Shop, draft=True)["$defs"]["Owner"]


def test_the_declaration_is_quoted() -> None:
    """
    Title, help, sensitivity and the record's first sentence stand in the schema.
    """
    schema = json_schema(Shop)
    owner = schema["$defs"]["Owner"]

    assert ("Shop", "The whole record.") == (schema["title"], schema["description"])
    assert "Who owns the shop." == owner["description"]
    assert ("身份证号", "In English: 身份证号", True) == (
        owner["properties"]["citizen_id"]["title"],
        owner["properties"]["citizen_id"]["description"],
        owner["properties"]["citizen_id"]["x-sensitive"],
    )
    assert "x-sensitive" not in owner["properties"]["name"]
    assert MOST_ENTRIES == schema["properties"]["members"]["maxItems"]


def test_a_record_in_two_places_is_defined_once() -> None:
    """
    Two sections of one record share its definition; a flat record defines nothing else.
    """

    @frozen
    class Pair:
        first: Owner = section("甲", "a", Owner)
        second: Owner = section("乙", "b", Owner)

    schema = json_schema(Pair)

    assert {"Owner"} == set(schema["$defs"])
    assert schema["properties"]["first"] == schema["properties"]["second"] == {"$ref": "#/$defs/Owner"}
    assert "Pair" in schema["description"]
    assert "$defs" not in json_schema(Member)


def test_the_dictionary_has_a_row_per_field() -> None:
    """
    By default all fields of all known records are told, sections included, in form order; else those asked for.
    """
    rows = data_dictionary()

    assert [(spec.owner, spec.name) for record in RECORDS for spec in all_fields(record)] == [
        (row["record"], row["field"]) for row in rows
    ]
    assert {"Shop", "Owner", "Member"} == {row["record"] for row in data_dictionary(Shop)}


def test_a_row_of_the_dictionary() -> None:
    """
    A row says what is declared: labels, aliases, entry, tables, requiredness with its basis, sensitivity.
    """

    @frozen
    class Cell:
        either: Annotated[str, AnyCodeLeaf((codes.SEX, codes.DEGREE))] | None = form_field("甲", "a", help=("乙", "b"))

    name = next(row for row in data_dictionary(Owner) if row["field"] == "name")

    assert {
        "record": "Owner", "field": "name", "requirement": "", "label_zh": "姓名", "label_en": "full name",
        "aliases": "老板", "entry": "manual", "table": "", "required": True, "basis": "stated", "sensitive": False,
        "help_zh": "姓名", "help_en": "In English: 姓名",
    } == name  # fmt: skip
    assert ("SEX; DEGREE", "") == (data_dictionary(Cell)[0]["table"], data_dictionary(Cell)[0]["basis"])
