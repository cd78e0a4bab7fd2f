"""
Whether a person is collected: decision table GX-D2, with a decision on every certificate.

Certificates and retirement decide; the kind of unit, the person's status and
the present work never do. IN, OUT and REVIEW all carry reason codes.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 一(1), 二(16), 二(17).
Limitations: 在职 is told by a few words; a word nobody listed decides nothing.
An age past sixty is no retirement and only remarked.
"""

from __future__ import annotations

import datetime as dt
from typing import Final, cast

from attrs import frozen

from credrules import codes
from credrules.dates import years_between
from credrules.engine import Profile, read_record
from credrules.findings import Decision, Finding, finding, language
from credrules.masking import type_name
from credrules.systems.guangxi.names import CertificateCatalogue, CredentialKind
from credrules.systems.guangxi.profile import PROFILE, GuangxiProfile
from credrules.systems.guangxi.records.whole import Basic, PersonalRecord
from credrules.systems.guangxi.scope.certificates import (
    REASONS,
    CertificateDecision,
    decide_occupation,
    decide_title,
)
from credrules.text import name_key
from credrules.values import Lang, exact_day

__all__ = ["USUAL_RETIREMENT_AGE", "ScopeDecision", "scope"]


def __dir__() -> list[str]:
    return sorted(__all__)


IN, OUT, REVIEW = Decision.IN, Decision.OUT, Decision.REVIEW

USUAL_RETIREMENT_AGE: Final = 60
"""Past it the formalities are usually completed (assumed, only for a remark)."""

_RETIRED: Final = frozenset({"已退休", "已离休", "已办退休", "已办退休手续", "已办理退休手续", "退休返聘", "返聘"})
_NOT_EMPLOYED: Final = frozenset(
    {"离职", "已离职", "辞职", "已辞职", "下岗", "失业", "待业", "无业", "待岗", "未就业", "解除合同", "自动离职"}
    | {"辞退", "被辞退", "解聘", "被解聘", "开除", "离职人员", "辞职人员", "下岗人员", "下岗职工"}
)
_RETIRED_CODE: Final = "80"
_JOBLESS_CODE: Final = "70"
_CENTRAL: Final = frozenset({"中央", "中直", "中央单位", "中央直属", "驻桂中直单位", "国家级", "CENTRAL", "central"})


@frozen
class ScopeDecision:
    """
    The decision on a person: reason codes, the decision on each certificate, findings.

    >>> import datetime
    >>> scope({"单位": "甲市第一中学"}, on=datetime.date(2012, 6, 1)).reasons
    ('NO_CERTIFICATE',)
    """

    decision: Decision
    reasons: tuple[str, ...]
    per_certificate: tuple[CertificateDecision, ...] = ()
    findings: tuple[Finding, ...] = ()

    def explain(self, lang: Lang = "zh") -> tuple[str, ...]:
        """
        Return the reasons in words.
        """
        return tuple(REASONS[reason].text(language(lang)) for reason in self.reasons)


def scope(
    record: object,
    *,
    on: dt.date,
    profile: Profile = PROFILE,
    catalogue: CertificateCatalogue | None = None,
) -> ScopeDecision:
    """
    Decide whether a person is collected, and which certificates are.

    `record` is a `PersonalRecord` or a mapping; any object is answered. What
    cannot be read counts as not given, but for a date of retirement, which
    leaves the decision open; so does an `on` that is no date. `catalogue`
    stands for the profile's. The switch `collect_retired` takes retired people in.

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
    retired = _retired(person.basic, day)
    if retired is False and any(_unread_retirement(item) for item in report.errors):
        retired = None
    decision, reasons, found = _decide(person, certificates, day, profile, retired=retired)
    cut = tuple(item for item in report.findings if item.code == "RECORD.TOO_MANY")
    if cut and reasons != ("RETIRED",):
        # Another certificate may stand further down.
        decision, reasons, found = REVIEW, ("LIST_CUT",), (*found, *cut)
    inner = tuple(item for certificate in certificates for item in certificate.findings)
    return ScopeDecision(decision, reasons, certificates, (*found, *inner))


def _certificates(
    person: PersonalRecord, profile: GuangxiProfile, catalogue: CertificateCatalogue
) -> tuple[CertificateDecision, ...]:
    rule = profile.seal_rule
    titles = [
        decide_title(item, catalogue=catalogue, seal_rule=rule, path=("titles", index))
        for index, item in enumerate(person.titles)
    ]
    others = [
        decide_occupation(item, catalogue=catalogue, seal_rule=rule, path=("qualifications", index))
        for index, item in enumerate(person.qualifications)
    ]
    return (*titles, *others)


def _unread_retirement(item: Finding) -> bool:
    # A word for "none" in the cell says that there is no such date.
    return item.path == ("basic", "retired_on") and item.code != "DATE.UNKNOWN_WORD"


def _decide(
    person: PersonalRecord,
    certificates: tuple[CertificateDecision, ...],
    on: dt.date,
    profile: GuangxiProfile,
    *,
    retired: bool | None,
) -> tuple[Decision, tuple[str, ...], tuple[Finding, ...]]:
    basic = person.basic
    kept = [item for item in certificates if item.decision is not OUT]
    if retired is True and not profile.collect_retired:
        code = "GX.SCOPE.RETIRED" if basic.retired_on is not None else "GX.SCOPE.IN_POST"
        field = "retired_on" if basic.retired_on is not None else "employment_status"
        return OUT, ("RETIRED",), (finding(code, path=("basic", field)),)
    if not kept:
        return OUT, ("NO_CERTIFICATE",), (finding("GX.SCOPE.BROAD"),)
    doubts, remarks = _doubts(basic, kept, retired=retired, open_to_retired=profile.collect_retired)
    if doubts:
        return REVIEW, doubts, remarks
    if any(item.decision is IN for item in kept):
        return IN, ("CERTIFICATE_IN",), (*remarks, *_remarks(basic, kept, on, retired=retired))
    return REVIEW, ("CERTIFICATE_REVIEW",), (*remarks, finding("GX.SCOPE.PERSON_FROM_CERTS"))


def _retired(basic: Basic, on: dt.date) -> bool | None:
    """
    Return whether the formalities are completed on the day; None when the date is too coarse to tell.
    """
    if basic.retired_on is not None:
        if basic.retired_on.latest() <= on:
            return True
        return False if basic.retired_on.earliest() > on else None
    return _status_is(basic, _RETIRED, _RETIRED_CODE)


def _status_is(basic: Basic, words: frozenset[str], code: str) -> bool:
    status = basic.employment_status
    if status is None:
        return False
    return name_key(status) in words or codes.EMPLOYMENT_STATUS.check(status).value == code


def _doubts(
    basic: Basic, kept: list[CertificateDecision], *, retired: bool | None, open_to_retired: bool
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    reasons: list[str] = []
    found: list[Finding] = []
    if retired is None and not open_to_retired:
        reasons.append("RETIREMENT_UNSURE")
        found.append(finding("GX.SCOPE.RETIREMENT_UNSURE", path=("basic", "retired_on")))
    if retired is False and _status_is(basic, _NOT_EMPLOYED, _JOBLESS_CODE):
        reasons.append("NOT_EMPLOYED")
        found.append(finding("GX.SCOPE.NOT_EMPLOYED", path=("basic", "employment_status")))
    if not reasons and basic.unit_name is None and any(item.decision is IN for item in kept):
        reasons.append("UNIT_UNKNOWN")
        found.append(finding("GX.SCOPE.UNIT_KIND", path=("basic", "unit_name")))
    return tuple(reasons), tuple(found)


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
