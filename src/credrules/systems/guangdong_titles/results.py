"""
Results that come from another system, and two states of one person's basic information.

References: 广东省职称网上申报说明（2016，清远市页面）, 二, 五.
Limitations: how the systems exchange data is the host's concern; here two results become one, and differences are
reported.
"""

from __future__ import annotations

from typing import Any, cast

import attrs
from attrs import evolve, frozen

from credrules.engine import Profile, read_record
from credrules.fields import fields_of
from credrules.findings import Finding, finding
from credrules.systems.guangdong_titles.names import STORED_STATES
from credrules.systems.guangdong_titles.profile import PROFILE, completed
from credrules.systems.guangdong_titles.records import FIELDS, BasicInfo, Result
from credrules.systems.guangdong_titles.routing.chain import same_unit, unit_name

__all__ = [
    "MergedResult",
    "merge",
    "revise",
]
__dir__ = __all__.copy


@frozen
class MergedResult:
    """
    One result from two, and the findings: what was taken over, what differs.
    """

    value: Result
    findings: tuple[Finding, ...]


def merge(provincial: object, imported: object) -> MergedResult:
    """
    Merge a result in the provincial system with one from a local or industry system. Never raises.

    A value that only one side has is taken, so the applicant enters nothing again;
    if both differ, the provincial value is kept and the difference is reported.

    >>> joined = merge({}, {"证书号码": "粤0000001"})
    >>> joined.value.certificate_no, [item.code for item in joined.findings]
    ('粤0000001', ['GD.ROUTE.EXCHANGE'])
    """
    here, there = (cast("Result", read_record(item, Result).value) for item in (provincial, imported))
    taken: dict[str, Any] = {}
    findings: list[Finding] = []
    for spec in fields_of(Result):
        own, other = getattr(here, spec.name), getattr(there, spec.name)
        if own is None and other is not None:
            taken[spec.name] = other
            findings.append(finding("GD.ROUTE.EXCHANGE", path=(spec.name,), field=spec.label))
        elif None not in {own, other} and own != other:
            findings.append(finding("GD.ROUTE.EXCHANGE_DIFFERS", path=(spec.name,), field=spec.label))
    return MergedResult(evolve(here, **taken), tuple(findings))


def revise(before: object, after: object, *, profile: Profile = PROFILE) -> tuple[Finding, ...]:
    """
    Compare two states of one person's basic information. Never raises.

    After storage, the personnel management unit changes only through a change
    application. How other items are maintained then is not described, so the finding
    is to ask, never a prohibition.

    >>> stored = {"人事管理单位": "甲市人才市场", "状态": "已入库"}
    >>> [item.code for item in revise(stored, {**stored, "人事管理单位": "乙市人才市场"})]
    ['GD.FLOW.CHANGE_UNIT']
    """
    old, new = (cast("BasicInfo", read_record(item, BasicInfo).value) for item in (before, after))
    if old.state not in STORED_STATES:
        return ()
    units = completed(profile).units
    findings: list[Finding] = []
    names = (item.name for item in attrs.fields(BasicInfo) if item.name not in {"history", "state", "competent"})
    changed = [name for name in names if None not in {getattr(old, name), getattr(new, name)}]
    for name in changed:
        one, other = getattr(old, name), getattr(new, name)
        if name == "personnel_unit":
            approved = old.state == "CHANGE_PENDING" and new.state == "STORED"
            if not approved and not same_unit(one, other, units):
                findings.append(finding("GD.FLOW.CHANGE_UNIT", path=(name,), unit=unit_name(one, units)))
        elif one != other:
            label = FIELDS[f"BasicInfo.{name}"].label
            findings.append(finding("GD.FLOW.EDIT_STORED", path=(name,), state=label, event=label))
    return tuple(findings)
