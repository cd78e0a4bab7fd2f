"""
Written requests: the parts that each kind requires, and the kind that a subject line means.

The library reports what is missing; the application sends the fax and answers it.

References: 广东省专业技术人员继续教育管理系统常见问题, B1, B3, C5, C7, I1, I4, I5.
Limitations: two kinds have no fixed subject line (C7, I5); the name of the system
may be written with 管理 or without, since the text has both.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from credrules import codes, text
from credrules.engine import Context, Violation, rule, violation
from credrules.fields import fields_of
from credrules.none_words import says_none
from credrules.systems.guangdong_learning.records.whole import Request
from credrules.values import FrozenMap, Label, WordedText

__all__ = [
    "KINDS",
    "REQUEST_RULES",
    "Channel",
    "RequestKind",
    "Sending",
    "has_subject_line",
    "line_fits_kind",
    "line_is_the_fixed_one",
    "missing_parts",
    "parts_are_there",
    "read_subject_line",
    "what_to_send",
]
__dir__ = __all__.copy


class Channel(WordedText):
    """
    How a request reaches the help desk.
    """

    FAX = "fax", "传真", "fax"
    TELEPHONE_OR_CHAT = "telephone or chat", "电话或在线客服", "telephone or chat"


@frozen
class RequestKind:
    """
    One kind: the parts it requires (fields of `Request`), the code of a missing part, words of its subject line.

    `title` is the subject line fixed by the text, None if there is none; `channel`
    and `sender` state how it is sent and by whom.
    """

    code: str
    finding: str
    parts: tuple[str, ...]
    words: tuple[str, ...]
    title: str | None = None
    channel: Channel = Channel.FAX
    sender: str = "PERSON"


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
                title="广东省继续教育管理系统修改单位所在城市",
            ),
            RequestKind(
                "CHANGE_ID_NO",
                "CE.REQ.ID_NO",
                ("id_card_copy", "old_id_no", "contact_name", "contact"),
                ("身份证",),
                title="广东省继续教育系统修改身份证号码",
            ),
            RequestKind(
                "DELETE_BUREAU_ACCOUNT",
                "CE.REQ.DELETE_WRONG_KIND",
                ("id_card_copy", "id_card_note", "contact_name", "contact"),
                ("人社局", "人力资源", "误注册"),
            ),
            RequestKind(
                "DELETE_UNIT",
                "CE.UNIT.DELETE_PENDING",
                ("code_certificate_copy", "unit_name", "admin_id_no", "reason", "contact_name", "contact"),
                ("删除单位",),
                title="广东省继续教育系统删除单位注册信息",
                sender="UNIT",
            ),
            RequestKind(
                "DELETE_PERSON_ACCOUNT",
                "CE.REQ.DELETE_ACCOUNT",
                ("id_card_copy", "reason", "admin_name", "admin_contact", "contact"),
                ("删除",),
                title="广东省继续教育管理系统删除账号",
            ),
            RequestKind(
                "CHANGE_UNIT_CODE",
                "CE.REQ.UNIT_CODE",
                ("code_certificate_copy", "old_code", "contact_name", "contact"),
                ("法人码", "组织机构代码"),
                title="广东省继续教育管理系统修改单位组织机构代码",
                sender="UNIT",
            ),
            RequestKind(
                "CHANGE_HR_ACCOUNT",
                "CE.REQ.HR_ACCOUNT",
                ("unit_code",),
                ("人事户头",),
                channel=Channel.TELEPHONE_OR_CHAT,
                sender="UNIT",
            ),
        )
    }
)  # fmt: skip
"""The kinds by code, with the parts that each requires (CE-D4)."""

_SYSTEM_NAME: Final = re.compile("(?:广东省)?(?:专业技术人员)?继续教育(?:管理)?系统")
_LABELS: Final = FrozenMap({spec.name: spec.label for spec in fields_of(Request)})
_DELETES: Final = re.compile("删除|注销")


def _lacks(request: Request, part: str) -> bool:
    value = getattr(request, part)
    return value is None or value is False or says_none(value)


@frozen
class Sending:
    """
    What to send for a request: its parts (fields of `Request`), the subject line, the channel, the sender's role.
    """

    parts: tuple[str, ...]
    title: str | None
    channel: Channel
    sender: str


def what_to_send(kind: object) -> Sending:
    """
    Return what a kind of request requires and how it is sent; CredrulesError if the kind is unknown.

    `kind` is a code or a name of the table LEARNING_REQUESTS.

    >>> sending = what_to_send("修改身份证号码")
    >>> sending.title, sending.channel.label.zh, sending.sender
    ('广东省继续教育系统修改身份证号码', '传真', 'PERSON')
    """
    row = KINDS[codes.LEARNING_REQUESTS.parse(kind)]
    return Sending(row.parts, row.title, row.channel, row.sender)


def missing_parts(request: Request) -> tuple[str, ...]:
    """
    Return the parts that a request still lacks, in the order of the table; empty if it has no kind.

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
    Every part that the kind requires is there.
    """
    return [
        violation(part, part=_LABELS[part], code=KINDS[str(request.kind)].finding) for part in missing_parts(request)
    ]


def _asked(line: object) -> str:
    return _SYSTEM_NAME.sub("", text.name_key(line)[:200])


def read_subject_line(line: object) -> str | None:
    """
    Return the kind that a subject line means; None if it is unclear.

    >>> read_subject_line("广东省继续教育管理系统修改身份证号码"), read_subject_line("广东省继续教育系统修改身份证号码")
    ('CHANGE_ID_NO', 'CHANGE_ID_NO')
    """
    words = _asked(line)
    deletes = _DELETES.search(words) is not None
    kinds = [kind for kind in KINDS.values() if kind.code.startswith("DELETE") is deletes]
    return next((kind.code for kind in kinds if any(word in words for word in kind.words)), None)


@rule("CE.REQ.SUBJECT_LINES", requires=("kind", "subject_line"))
def line_fits_kind(request: Request, _: Context) -> Violation | None:
    """
    The subject line matches the kind of the request.
    """
    meant = read_subject_line(request.subject_line)
    if meant is not None and meant != request.kind:
        entry = codes.LEARNING_REQUESTS[meant]
        return violation("subject_line", kind=Label(entry.name, entry.name_en))
    return None


@rule("CE.REQ.SUBJECT_LINE", requires=("kind", "subject_line"))
def line_is_the_fixed_one(request: Request, _: Context) -> Violation | None:
    """
    The subject line is the one fixed by the text, with 管理 or without.
    """
    kind = KINDS.get(request.kind or "")
    if kind is None or kind.title is None or _asked(request.subject_line) == _asked(kind.title):
        return None
    if read_subject_line(request.subject_line) not in {None, kind.code}:
        return None  # it names another kind, which CE.REQ.SUBJECT_LINES reports
    return violation("subject_line", title=Label(kind.title, kind.title), suggestion=kind.title)


@rule("CE.REQ.SUBJECT_LINE_EMPTY", requires=("kind",), reports_missing=True, reads=("subject_line",))
def has_subject_line(request: Request, _: Context) -> Violation | None:
    """
    A request of one of the five kinds with a fixed subject line has one.
    """
    kind = KINDS.get(request.kind or "")
    if kind is None or kind.title is None or request.subject_line is not None:
        return None
    return violation("subject_line", title=Label(kind.title, kind.title), suggestion=kind.title)


REQUEST_RULES: Final = (parts_are_there, has_subject_line, line_fits_kind, line_is_the_fixed_one)
"""The rules of requests."""
