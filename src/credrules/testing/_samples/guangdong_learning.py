"""
An invented person of the Guangdong continuing-education system, a unit, and requests with all their parts.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, Final

from credrules.systems.guangdong_learning import KINDS, LearningRecord

ON: Final = dt.date(2012, 6, 1)
"""The day on which it is complete."""

RECORD: dict[str, Any] = {
    "course": "公需科目课程甲",
    "subject": "GENERAL",
    "hours": "6",
    "year": 2012,
    "assessment": "PASSED",
    "provider": "甲市继续教育基地",
    "attachments": [{"sequence": 1, "file_name": "证明.pdf", "size_bytes": 300_000}],
}

PERSON: dict[str, Any] = {
    "account": {"login": "chen01"},
    "person": {
        "name": "陈某",
        "citizen_id": "440000198002290039",
        "unit": "甲公司",
        "unit_city": "441800",
        "major": "计算机应用",
        "occupation": "软件工程",
    },
    "records": [RECORD],
}

UNIT: dict[str, Any] = {
    "unit_name": "甲公司",
    "unit_code": "PDY00001X",
    "division": "441800",
    "hr_account": "441800",
    "unit_state": "APPROVED",
    "admins": [{"name": "张三", "citizen_id": "440000199307010012", "contact": "13800000001"}],
}

REQUEST: dict[str, Any] = {
    "id_card_copy": True,
    "id_card_note": "个人误注册为人社局，请删除",
    "code_certificate_copy": True,
    "old_unit": "甲公司",
    "old_city": "441800",
    "new_unit": "乙公司",
    "new_city": "440100",
    "old_id_no": "440000198002290038",
    "old_code": "PDY000018",
    "new_code": "PDY00001X",
    "unit_name": "甲公司",
    "unit_code": "PDY00001X",
    "admin_id_no": "440000199307010012",
    "admin_name": "张三",
    "admin_contact": "13800000001",
    "reason": "他人误用本人身份证号码注册",
    "contact_name": "陈某",
    "contact": "13800000002",
    "unit_seal": True,
}


def file(
    account: dict[str, Any] | None = None,
    person: dict[str, Any] | None = None,
    record: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """
    Return the complete file with some cells changed.
    """
    return {
        "account": {**PERSON["account"], **(account or {})},
        "person": {**PERSON["person"], **(person or {})},
        "records": [{**RECORD, **(record or {})}],
    }


def request(kind: str, without: tuple[str, ...] = (), **cells: Any) -> dict[str, Any]:  # noqa: ANN401  # any cells
    """
    Return a request of a kind with exactly the parts it needs, some left out.
    """
    parts = {name: REQUEST[name] for name in KINDS[kind].parts if name not in without}
    return {"kind": kind, **parts, **cells}


def learnt(subject: str, hours: Any = None, days: Any = None, **cells: Any) -> LearningRecord:  # noqa: ANN401  # numbers of any kind
    """
    Return a record with hours or days; of 2012 and recognised unless said otherwise.
    """
    amounts = {name: None if given is None else Decimal(given) for name, given in (("hours", hours), ("days", days))}
    given: dict[str, Any] = {"year": 2012, "state": "RECOGNISED", **amounts, **cells}
    return LearningRecord(subject=subject, **given)


def year_of(
    general: Any = 18,  # noqa: ANN401  # hours, or a pair of days and hours
    professional: Any = 42,  # noqa: ANN401  # as `general`
    elective: Any = 12,  # noqa: ANN401  # as `general`
    *,
    year: int = 2012,
    state: str = "RECOGNISED",
) -> list[LearningRecord]:
    """
    Return the recognised records of a year, one per subject: hours, or (days, hours).
    """
    amounts = {"GENERAL": general, "PROFESSIONAL": professional, "ELECTIVE": elective}
    pairs = {name: amount if isinstance(amount, tuple) else (None, amount) for name, amount in amounts.items()}
    return [
        learnt(name, hours, days, course=f"课程{name}", year=year, state=state) for name, (days, hours) in pairs.items()
    ]
