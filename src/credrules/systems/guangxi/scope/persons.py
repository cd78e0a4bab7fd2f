"""
Whether a person is collected: decision table GX-D2, with a decision on every certificate.

Certificates and retirement decide; the kind of unit, the person's status and
the present work are ignored. IN, OUT and REVIEW all have reason codes.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 一(1), 二(16), 二(17).
Limitations: 在职 is recognised by a few words; any other word is ignored. An age
over sixty does not mean retirement and gives only a remark.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, NamedTuple, cast

from attrs import frozen

from credrules import codes
from credrules.answers import Answered
from credrules.dates import years_between
from credrules.engine import Profile, read_record
from credrules.findings import Decision, Finding, finding
from credrules.masking import type_name
from credrules.systems.guangxi.names import CertificateCatalogue, CredentialKind
from credrules.systems.guangxi.profile import PROFILE, GuangxiProfile
from credrules.systems.guangxi.records.whole import Basic, PersonalRecord
from credrules.systems.guangxi.scope.certificates import CertificateDecision, decide
from credrules.systems.guangxi.scope.words import PERSON_ROWS, told
from credrules.text import name_key
from credrules.values import Lang, exact_day

__all__ = ["USUAL_RETIREMENT_AGE", "PersonAnswer", "ScopeDecision", "decide_person", "retired_by", "scope"]
__dir__ = __all__.copy

IN, OUT, REVIEW = Decision.IN, Decision.OUT, Decision.REVIEW

USUAL_RETIREMENT_AGE: Final = 60
"""Above this age the formalities are usually completed (assumed, only for a remark)."""

# 病退 and 提前退休 are retirements; 内退, 退养 and 未退休 are not.
_RETIRED: Final = re.compile(
    "(?:现?已|现)?(?:办理?)?了?(?:正常|正式|提前|因病|病)?(?:退休|离休|离退休|退离休|[退离]\\([退离]\\)休|病退)"
    "(?:手续|人员|职工|干部|教师|教职工|返聘)?|返聘"
)
_NOT_EMPLOYED: Final = frozenset(
    {"离职", "已离职", "辞职", "已辞职", "下岗", "失业", "待业", "无业", "待岗", "未就业", "解除合同", "自动离职"}
    | {"辞退", "被辞退", "解聘", "被解聘", "开除", "离职人员", "辞职人员", "下岗人员", "下岗职工"}
    | {"去世", "已去世", "死亡", "已死亡", "逝世", "已逝世", "已故", "病故", "亡故", "过世", "已过世"}
)
# 退职 ends the service without retirement.
_UNSURE: Final = frozenset(
    {"退职", "已退职", "退职人员", "退休退职", "离退休退职"}
    | {"未知", "不详", "不明", "不清楚", "情况不明", "待查", "待核实", "不确定", "unknown"}
)
_RETIRED_CODE: Final = "80"
_JOBLESS_CODE: Final = "70"
_CENTRAL: Final = frozenset({"中央", "中直", "中央单位", "中央直属", "驻桂中直单位", "国家级", "CENTRAL", "central"})


@frozen
class ScopeDecision(Answered):
    """
    The decision on a person: reason codes, the decision on each certificate, findings; `row` is the row of GX-D2.

    >>> import datetime
    >>> scope({"单位": "甲市第一中学"}, on=datetime.date(2012, 6, 1)).reasons
    ('NO_CERTIFICATE',)
    """

    decision: Decision
    reasons: tuple[str, ...]
    per_certificate: tuple[CertificateDecision, ...] = ()
    findings: tuple[Finding, ...] = ()
    row: str = ""

    def explain(self, lang: Lang = "zh") -> tuple[str, ...]:
        """
        Return in words which rows of GX-D2 and GX-D1 decided, and the clauses behind them.

        >>> import datetime
        >>> scope({"在职状态": "退休"}, on=datetime.date(2012, 6, 1)).explain()[0]
        'GX-D2 第1行，不采集：已办理退休手续；一(1)：已经办理了退休手续的，暂不采集'
        """
        if not self.reasons:
            return tuple(item.message(lang) for item in self.findings)
        clause = PERSON_ROWS[self.row]
        lines = [told("GX-D2", self.row, self.decision, reason, clause, lang) for reason in self.reasons]
        for item in self.per_certificate:
            lines += item.explain(lang)
        return tuple(lines)


def scope(
    record: object,
    *,
    on: dt.date,
    profile: Profile = PROFILE,
    catalogue: CertificateCatalogue | None = None,
) -> ScopeDecision:
    """
    Decide whether a person is collected, and which certificates are.

    `record` is a `PersonalRecord` or a mapping; any object is accepted. What
    cannot be read counts as not given, except a date of retirement, which
    leaves the decision open; so does an `on` that is not a date. `catalogue`
    replaces the profile's. The switch `collect_retired` includes retired people.

    >>> import datetime
    >>> title = {"资格名称": "会计师", "取得途径": "考试", "签发单位": "广西壮族自治区人事厅"}
    >>> answer = scope({"单位": "甲公司", "专业技术资格信息": [title]}, on=datetime.date(2012, 6, 1))
    >>> answer.decision.name, answer.per_certificate[0].reason
    ('IN', 'EXAM_ISSUER')
    """
    profile, day = profile.completed(PROFILE), exact_day(on)
    if day is None:
        return ScopeDecision(Decision.REVIEW, (), (), (finding("RECORD.NO_DAY", kind=type_name(on)[:40]),))
    report = read_record(record, PersonalRecord)
    person = cast("PersonalRecord", report.value)
    certificates = _certificates(person, profile, catalogue or profile.catalogue)
    retired = retired_by(person.basic, day)
    if retired is False and any(_unread_retirement(item) for item in report.errors):
        retired = None
    answer = decide_person(person, certificates, day, profile, retired=retired)
    cut = tuple(item for item in report.findings if item.code == "RECORD.TOO_MANY")
    if cut and answer.reasons != ("RETIRED",):
        # Another certificate may follow further down.
        answer = PersonAnswer("5a", REVIEW, ("LIST_CUT",), (*answer.findings, *cut))
    inner = tuple(item for certificate in certificates for item in certificate.findings)
    return ScopeDecision(answer.decision, answer.reasons, certificates, (*answer.findings, *inner), answer.row)


def _certificates(
    person: PersonalRecord, profile: GuangxiProfile, catalogue: CertificateCatalogue
) -> tuple[CertificateDecision, ...]:
    return tuple(
        decide(item, catalogue=catalogue, seal_rule=profile.seal_rule, path=(section, place))
        for section in ("titles", "qualifications")
        for place, item in enumerate(getattr(person, section))
    )


def _unread_retirement(item: Finding) -> bool:
    # A word for "none" in the cell means that there is no such date.
    return item.path == ("basic", "retired_on") and item.code != "DATE.UNKNOWN_WORD"


class PersonAnswer(NamedTuple):
    """
    The decision on the person alone: the row of GX-D2, the reasons, the findings.
    """

    row: str
    decision: Decision
    reasons: tuple[str, ...]
    findings: tuple[Finding, ...]


def decide_person(
    person: PersonalRecord,
    certificates: tuple[CertificateDecision, ...],
    on: dt.date,
    profile: GuangxiProfile,
    *,
    retired: bool | None,
) -> PersonAnswer:
    """
    Apply GX-D2 to a person whose certificates are decided; the unit is ignored.
    """
    basic = person.basic
    kept = [item for item in certificates if item.decision is not OUT]
    if retired is True and not profile.collect_retired:
        code = "GX.SCOPE.RETIRED" if basic.retired_on is not None else "GX.SCOPE.IN_POST"
        field = "retired_on" if basic.retired_on is not None else "employment_status"
        return PersonAnswer("1", OUT, ("RETIRED",), (finding(code, path=("basic", field)),))
    if not kept:
        return PersonAnswer("2", OUT, ("NO_CERTIFICATE",), (finding("GX.SCOPE.BROAD", path=("titles",)),))
    doubt = _doubt(basic, retired=retired, open_to_retired=profile.collect_retired)
    if doubt is not None:
        return doubt
    if any(item.decision is IN for item in kept):
        return PersonAnswer("4", IN, ("CERTIFICATE_IN",), _remarks(basic, kept, on, retired=retired))
    return PersonAnswer("5", REVIEW, ("CERTIFICATE_REVIEW",), (finding("GX.SCOPE.PERSON_FROM_CERTS"),))


def retired_by(basic: Basic, on: dt.date) -> bool | None:
    """
    Return whether the formalities are completed on the day; None if the date is too coarse.

    >>> import datetime
    >>> [retired_by(Basic(employment_status=word), datetime.date(2012, 6, 1)) for word in ("病退", "内退", "未退休")]
    [True, False, False]
    """
    if basic.retired_on is not None:
        if basic.retired_on.latest() <= on:
            return True
        return False if basic.retired_on.earliest() > on else None
    status = name_key(basic.employment_status or "")
    return bool(_RETIRED.fullmatch(status)) or _is_code(status, _RETIRED_CODE)


def _is_code(status: str, code: str) -> bool:
    return codes.EMPLOYMENT_STATUS.check(status).value == code


def _doubt(basic: Basic, *, retired: bool | None, open_to_retired: bool) -> PersonAnswer | None:
    status, path = name_key(basic.employment_status or ""), ("basic", "employment_status")
    if retired is None and not open_to_retired:
        return _open("1a", "RETIREMENT_UNSURE", finding("GX.SCOPE.RETIREMENT_UNSURE", path=("basic", "retired_on")))
    if retired is False and (status in _NOT_EMPLOYED or _is_code(status, _JOBLESS_CODE)):
        return _open("3", "NOT_EMPLOYED", finding("GX.SCOPE.NOT_EMPLOYED", path=path))
    if retired is False and status in _UNSURE:
        found = finding("GX.SCOPE.STATUS_UNSURE", path=path, status=basic.employment_status)
        return _open("3a", "STATUS_UNSURE", found)
    return None


def _open(row: str, reason: str, found: Finding) -> PersonAnswer:
    return PersonAnswer(row, REVIEW, (reason,), (found,))


def _remarks(
    basic: Basic, kept: list[CertificateDecision], on: dt.date, *, retired: bool | None
) -> tuple[Finding, ...]:
    found: list[Finding] = []
    born = basic.birth_date
    if retired is False and born is not None and years_between(born, on)[0] > USUAL_RETIREMENT_AGE:
        found.append(finding("GX.SCOPE.PAST_AGE", path=("basic", "birth_date"), age=USUAL_RETIREMENT_AGE))
    central = basic.unit_level is not None and name_key(basic.unit_level) in _CENTRAL
    if central and all(item.kind is CredentialKind.OCCUPATIONAL for item in kept if item.decision is IN):
        found.append(finding("GX.SCOPE.CENTRAL_UNIT", path=("basic", "unit_level")))
    return tuple(found)
