"""
Written requests: which parts each kind needs, and which kind a subject line means.

The library says what is missing; faxing and answering are the application's.

References: 广东省专业技术人员继续教育管理系统常见问题, B1, B3, C5, C7, I1, I4, I5.
Limitations: the fixed subject lines are not held word for word, so a line is
read by the thing it asks for (assumed); the system's name in it may stand with
or without 管理, as the text itself has both.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Final

from attrs import evolve, frozen

from credrules import codes, text
from credrules.engine import Context, Profile, RecordRule, RecordSystem, Violation, check_record, violation
from credrules.fields import fields_of
from credrules.findings import Report, Rerun
from credrules.keys import Prepare
from credrules.systems.guangdong_learning.profile import PROFILE, completed
from credrules.systems.guangdong_learning.records.whole import Request
from credrules.values import FrozenMap, Label

__all__ = [
    "KINDS",
    "REQUEST_RULES",
    "REQUEST_SYSTEM",
    "RequestKind",
    "check_request",
    "has_subject_line",
    "line_fits_kind",
    "missing_parts",
    "read_subject_line",
]


def __dir__() -> list[str]:
    return sorted(__all__)


@frozen
class RequestKind:
    """
    One kind: the parts it needs (fields of `Request`), the finding of a missing one, words of its subject line.

    `titled` tells whether the text fixes a subject line for it.
    """

    code: str
    finding: str
    parts: tuple[str, ...]
    words: tuple[str, ...]
    titled: bool = True


KINDS: Final = FrozenMap(
    {
        kind.code: kind
        for kind in (
            RequestKind(
                "CHANGE_UNIT_CITY",
                "CE.REQ.MOVE",
                (
                    "id_card_copy", "old_unit", "old_city", "new_unit", "new_city", "admin_name", "admin_contact",
                    "contact", "unit_seal",
                ),
                ("城市", "单位变更", "变更单位", "工作单位", "调动"),
            ),
            RequestKind(
                "CHANGE_ID_NO",
                "CE.REQ.ID_NO",
                ("id_card_copy", "old_id_no", "contact_name", "contact"),
                ("身份证",),
            ),
            RequestKind(
                "DELETE_BUREAU_ACCOUNT",
                "CE.REQ.DELETE_WRONG_KIND",
                ("id_card_copy", "id_card_note", "contact_name", "contact"),
                ("人社局", "人力资源", "误注册"),
                titled=False,
            ),
            RequestKind(
                "DELETE_UNIT",
                "CE.UNIT.DELETE_PENDING",
                ("code_certificate_copy", "unit_name", "admin_id_no", "reason", "contact_name", "contact"),
                ("删除单位",),
            ),
            RequestKind(
                "DELETE_PERSON_ACCOUNT",
                "CE.REQ.DELETE_ACCOUNT",
                ("id_card_copy", "reason", "admin_name", "admin_contact", "contact"),
                ("删除",),
            ),
            RequestKind(
                "CHANGE_UNIT_CODE",
                "CE.REQ.UNIT_CODE",
                ("code_certificate_copy", "old_code", "contact_name", "contact"),
                ("法人码", "组织机构代码"),
            ),
            RequestKind("CHANGE_HR_ACCOUNT", "CE.REQ.HR_ACCOUNT", ("unit_code",), ("人事户头",), titled=False),
        )
    }
)  # fmt: skip
"""The kinds by code, with what each needs (CE-D4)."""

_SYSTEM_NAME: Final = re.compile("(?:广东省)?(?:专业技术人员)?继续教育(?:管理)?系统")
_LABELS: Final = FrozenMap({spec.name: spec.label for spec in fields_of(Request)})
_DELETES: Final = re.compile("删除|注销")


def _lacks(request: Request, part: str) -> bool:
    value = getattr(request, part)
    return value is None or value is False


def missing_parts(request: Request) -> tuple[str, ...]:
    """
    Return the parts a request still needs, in the order of the table; empty for one without a kind.

    >>> missing_parts(Request(kind="CHANGE_HR_ACCOUNT"))
    ('unit_code',)
    """
    kind = KINDS.get(request.kind or "")
    return () if kind is None else tuple(part for part in kind.parts if _lacks(request, part))


def _parts_of(kind: RequestKind) -> Callable[[Request, Context], Iterator[Violation]]:
    def rule(request: Request, _: Context) -> Iterator[Violation]:
        if request.kind == kind.code:
            for part in missing_parts(request):
                yield violation(part, part=_LABELS[part])

    return rule


def read_subject_line(line: object) -> str | None:
    """
    Return the kind that a subject line means, None when it is unclear.

    >>> read_subject_line("广东省继续教育管理系统修改身份证号码"), read_subject_line("广东省继续教育系统修改身份证号码")
    ('CHANGE_ID_NO', 'CHANGE_ID_NO')
    """
    words = _SYSTEM_NAME.sub("", text.name_key(line)[:200])
    deletes = _DELETES.search(words) is not None
    kinds = [kind for kind in KINDS.values() if kind.code.startswith("DELETE") is deletes]
    return next((kind.code for kind in kinds if any(word in words for word in kind.words)), None)


def line_fits_kind(request: Request, _: Context) -> Iterator[Violation]:
    """
    The subject line means the kind that is asked for.
    """
    meant = read_subject_line(request.subject_line)
    if meant is not None and meant != request.kind:
        entry = codes.LEARNING_REQUESTS[meant]
        yield violation("subject_line", kind=Label(entry.name, entry.name_en))


def has_subject_line(request: Request, _: Context) -> Iterator[Violation]:
    """
    A fax of five kinds bears a subject line.
    """
    kind = KINDS.get(request.kind or "")
    if kind is not None and kind.titled and request.subject_line is None:
        yield violation("subject_line")


REQUEST_RULES: Final = (
    *(RecordRule(kind.finding, Request, _parts_of(kind), ("kind",), reports_missing=True) for kind in KINDS.values()),
    RecordRule("CE.REQ.SUBJECT_LINE_EMPTY", Request, has_subject_line, ("kind",), reports_missing=True),
    RecordRule("CE.REQ.SUBJECT_LINES", Request, line_fits_kind, ("kind", "subject_line")),
)
"""The rules of requests: one per kind."""

REQUEST_SYSTEM: Final = RecordSystem(Request, rules=REQUEST_RULES, mandatory="CE.F.REQUIRED")
"""A request as the engine needs it."""


def check_request(data: object, *, on: dt.date, profile: Profile = PROFILE) -> Report[Request]:
    """
    Check a written request: every missing part is told; accepts any object and never raises.

    >>> import datetime
    >>> form = {"申请类别": "删除个人账号", "身份证正反面复印件": "是"}
    >>> report = check_request(form, on=datetime.date(2012, 6, 1))
    >>> [item.path[0] for item in report.errors]
    ['admin_name', 'admin_contact', 'reason', 'contact']
    """
    report: Report[Request] = check_record(data, system=REQUEST_SYSTEM, on=on, profile=completed(profile))
    again = Rerun(check_request, FrozenMap(on=on, profile=profile), prepare=Prepare(Request))
    return evolve(report, rerun=again)
