"""
Written requests: which parts each kind needs, and which kind a subject line means.

The library says what is missing; faxing and answering are the application's.

References: 广东省专业技术人员继续教育管理系统常见问题, B1, B3, C5, C7, I1, I4, I5.
Limitations: the fixed subject lines are not held word for word, so a line is
read by the thing it asks for (assumed); the system's name in it may stand with
or without 管理, as the text itself has both.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from credrules import codes, text
from credrules.engine import Context, Violation, rule, violation
from credrules.fields import fields_of
from credrules.systems.guangdong_learning.records.whole import Request
from credrules.values import FrozenMap, Label

__all__ = [
    "KINDS",
    "REQUEST_RULES",
    "RequestKind",
    "has_subject_line",
    "line_fits_kind",
    "missing_parts",
    "parts_are_there",
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


@rule(
    *(kind.finding for kind in KINDS.values()),
    requires=("kind",),
    reports_missing=True,
    reads=tuple(dict.fromkeys(part for kind in KINDS.values() for part in kind.parts)),
)
def parts_are_there(request: Request, _: Context) -> list[Violation]:
    """
    Every part that the kind needs is there.
    """
    return [
        violation(part, part=_LABELS[part], code=KINDS[str(request.kind)].finding) for part in missing_parts(request)
    ]


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


@rule("CE.REQ.SUBJECT_LINES", requires=("kind", "subject_line"))
def line_fits_kind(request: Request, _: Context) -> Violation | None:
    """
    The subject line means the kind that is asked for.
    """
    meant = read_subject_line(request.subject_line)
    if meant is not None and meant != request.kind:
        entry = codes.LEARNING_REQUESTS[meant]
        return violation("subject_line", kind=Label(entry.name, entry.name_en))
    return None


@rule("CE.REQ.SUBJECT_LINE_EMPTY", requires=("kind",), reports_missing=True, reads=("subject_line",))
def has_subject_line(request: Request, _: Context) -> Violation | None:
    """
    A fax of five kinds bears a subject line.
    """
    kind = KINDS.get(request.kind or "")
    return violation("subject_line") if kind is not None and kind.titled and request.subject_line is None else None


REQUEST_RULES: Final = (parts_are_there, has_subject_line, line_fits_kind)
"""The rules of requests."""
