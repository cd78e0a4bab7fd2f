"""
The engine's short cuts change nothing: a plain twin says the same of every record.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from credrules.engine import Context, Profile, Violation, form_order
from credrules.fields import FieldSpec, fields_of
from credrules.findings import Finding, finding
from credrules.leaves import is_blank
from credrules.rosters import PROFILE, RosterRow
from credrules.rosters.system import SYSTEM
from credrules.values import FrozenMap, Severity
from tests.support import hostile

ON = dt.date(2025, 6, 30)
# The stages of a roster are another matter; see tests/rosters.
BARE = evolve(SYSTEM, before=(), after=())
WORDS = st.sampled_from(
    ["张三", "李 四", "男", "汉", "壮族", "1993.07", "1993年7月1日", "2O01-05", "450000199307010014", "工程师", "中级",
     "高级工程帅", "工程", "政工", "大学本科", "硕士", "无", "", " ", "11111111", "30", "30+42+18", "12天", "2023年度",
     "a@qq.con", "13800000001", "是", "考试", "ＡＢ", "广西南宁", "１９９３", "党员", "三十"]
)  # fmt: skip
CELLS = WORDS | st.none() | st.booleans() | st.integers(-5, 200_000) | st.floats() | st.dates() | st.lists(WORDS)
ROWS = st.dictionaries(st.sampled_from([spec.name for spec in fields_of(RosterRow)]), CELLS)
PROFILES = st.sampled_from(
    [
        PROFILE,
        PROFILE.switch(hours="CN-GD", hours_year=2023),
        PROFILE.require("RosterRow.email", "RosterRow.title_name"),
        Profile("loose", severities={"CODE.UNKNOWN": Severity.INFO}).require("RosterRow.sex", required=False),
    ]
)


def plainly(row: Mapping[str, object], profile: Profile) -> tuple[RosterRow, list[Finding]]:
    """
    Read every field through its leaf, then ask every rule: what the engine does, without its short cuts.
    """
    found: list[Finding] = []
    values: dict[str, Any] = {}
    unread: set[object] = set()
    for spec in fields_of(RosterRow):
        raw = row.get(spec.name)
        if is_blank(raw):
            found.extend(_missing(spec, profile))
            continue
        report = spec.leaf.check(raw, on=ON)
        values[spec.name] = report.value if report.ok else None
        unread |= set() if report.ok else {(spec.name,)}
        found.extend(dict.fromkeys(_named(spec, item) for item in report.findings))
    record = RosterRow(**values)
    for rule in SYSTEM.rules:
        if all(getattr(record, name) is not None for name in rule.requires):
            answer = rule(record, Context(ON, profile.completed(PROFILE), record))
            found += [
                finding(item.code or rule.code, path=item.path, suggestion=item.suggestion, **item.params)
                for item in ((answer,) if isinstance(answer, Violation) else answer or ())
                if not (rule.reports_missing and item.path in unread)
            ]
    weighed = [
        Finding(item.code, profile.severities.get(item.code, item.severity), item.path, item.params, item.suggestion)
        for item in found
    ]
    return record, sorted(weighed, key=lambda item: form_order(RosterRow, item.path))


def _missing(spec: FieldSpec, profile: Profile) -> Iterator[Finding]:
    need = profile.requirement(spec)
    if need.required:
        code = spec.declared.missing or SYSTEM.mandatory
        yield finding(code, path=(spec.name,), field=spec.label, basis=need.basis.value)


def _named(spec: FieldSpec, item: Finding) -> Finding:
    path, params = (spec.name, *item.path), {**item.params, "field": spec.label}
    renamed = spec.declared.renames.get(item.code)
    if renamed is None and item.severity is Severity.ERROR and spec.declared.invalid:
        return finding(spec.declared.invalid, path=path, suggestion=item.suggestion, cause=item.code, **params)
    if renamed is not None:
        return finding(renamed, path=path, suggestion=item.suggestion, **params)
    return Finding(item.code, item.severity, path, FrozenMap(params), item.suggestion)


@given(ROWS, PROFILES)
def test_the_plain_twin_agrees(row: dict[str, object], profile: Profile) -> None:
    """
    Value and findings are those of the twin, the first time and again.
    """
    record, found = plainly(row, profile)

    for _ in range(2):
        report = BARE.check(row, on=ON, profile=profile)
        assert record == report.value
        assert tuple(found) == report.findings


@pytest.mark.parametrize("cell", [1, True, 1.0, "1"], ids=repr)
def test_equal_cells_of_other_types_are_not_confused(cell: object) -> None:
    """
    What was said of the text 1 is not said of the number 1 or of a truth value.
    """
    for warm in ("1", 1, True, 1.0):
        BARE.check({"sex": warm}, on=ON)
    report = BARE.check({"sex": cell}, on=ON)
    record, found = plainly({"sex": cell}, PROFILE)

    assert (record, tuple(found)) == (report.value, report.findings)


def test_hostile_cells_are_answered_the_same() -> None:
    """
    Objects that cannot be hashed or compared take the long way.
    """
    for cell in hostile.everything():
        _, found = plainly({"title_level": cell}, PROFILE)
        report = BARE.check({"title_level": cell}, on=ON)
        assert [item.code for item in found] == [item.code for item in report.findings]
