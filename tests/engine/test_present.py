"""
A source that has only some of the fields: nothing is read, asked or reported of the others.
"""

from __future__ import annotations

import pickle

import pytest
from attrs import evolve

from credrules.engine import Context, System, Violation, rule, violation
from credrules.engine.plan import partial_plan
from credrules.findings import finding
from tests.support.small import ON, SYSTEM, Owner, Shop, shop_of


@rule("VALUE.NOT_NAMES", reports_missing=True)
def _sign_or_owner(shop: Shop, _: Context) -> list[Violation] | None:
    return None if shop.sign or shop.owner.name else [violation(), violation("sign"), violation("owner", "name")]


@rule("VALUE.NOT_A_FLAG", requires=("sign",))
def _needs_a_sign(_: Shop, __: Context) -> Violation:
    return violation("owner")


RULED = evolve(SYSTEM, rules=(*SYSTEM.rules, _sign_or_owner, _needs_a_sign))


@pytest.mark.parametrize(
    ("present", "missing"),
    [
        ({"sign", "owner", "members"}, [("sign",), ("owner", "name")]),
        ({"sign"}, [("sign",)]),
        ({"owner"}, [("owner", "name")]),
        ({"members"}, []),
        (set(), []),
    ],
)
def test_absent_fields_and_sections_are_not_missing(present: set[str], missing: list[tuple[str, ...]]) -> None:
    """
    Only what the source has can be empty; what it lacks is reported once for the table, by whoever knows the table.
    """
    report = SYSTEM.check_present({}, frozenset(present), on=ON)

    assert missing == [item.path for item in report.findings]
    assert Shop() == report.value


def test_no_finding_is_made_of_an_absent_field(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Findings about absent fields are not made and thrown away: none is made.
    """
    made: list[object] = []

    def counted(*args: object, **params: object) -> object:
        made.append(args)
        return finding(*args, **params)  # type: ignore[arg-type]  # as it was called

    for module in ("reading", "judging"):
        monkeypatch.setattr(f"credrules.engine.{module}.finding", counted)

    assert [] == list(RULED.check_present({"members": []}, frozenset({"members"}), on=ON).findings[1:])
    assert [("VALUE.NOT_NAMES",)] == made


def test_rules_report_nothing_of_an_absent_field() -> None:
    """
    A rule that reports an empty place is heard on the whole record and on what the source has.
    """
    heard = [item.path for item in RULED.check_present({}, frozenset({"owner"}), on=ON).findings]

    assert [(), ("owner", "name"), ("owner", "name")] == heard


def test_a_cell_of_an_absent_field_is_not_read() -> None:
    """
    What is given and not present stays unread, narrowed cells too, and rules that require it do not apply.
    """
    report = RULED.check_present({"sign": "甲店", "owner": {"ethnicity": "同"}}, frozenset({"members"}), on=ON)

    assert Shop() == report.value
    assert [()] == [item.path for item in report.findings]


def test_all_present_is_a_plain_check() -> None:
    """
    With every field present the answer is that of `check`; it can be pickled and repaired with the same fields.
    """
    whole = frozenset({"sign", "owner", "members"})
    report = RULED.check_present({"sign": " 甲店"}, whole, on=ON)
    part = SYSTEM.check_present({"sign": " 甲店"}, frozenset({"sign"}), on=ON)
    again = pickle.loads(pickle.dumps(part))

    assert RULED.check({"sign": " 甲店"}, on=ON) == report
    assert ["甲店", "甲店"] == [shop_of(item.repaired()).sign for item in (part, again)]
    assert () == part.repaired().findings


def test_a_plan_of_some_fields_is_worked_out_once() -> None:
    """
    Rows of one table share it; however many tables there are, a bounded number of plans is kept.
    """
    some = frozenset({"sign"})

    assert partial_plan(SYSTEM.plan, some) is partial_plan(SYSTEM.plan, frozenset({"sign"}))
    assert () == partial_plan(System("owner", Owner).plan, frozenset({"name"})).narrowed
    assert 0 < partial_plan.cache_info().maxsize < 1000  # type: ignore[operator]  # it is bounded
