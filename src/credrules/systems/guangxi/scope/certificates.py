"""
Whether a certificate is collected: decision table GX-D1, the first matching row wins.

The list of exclusions is applied before every inclusion and is open ("等"): an
unlisted kind is REVIEW. The annex with the names of certificates was not
published, so a name missing only from the shipped catalogue, or in rows of low
confidence alone, is REVIEW if the signer or the seals would include it (row 2a);
a missing name, if they are not known and it ends like a listed one; else it is
OUT, as with a host's complete list.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 一(2), 二(16), 二(17).
Limitations: seals, issuer and printed name are facts the form does not ask for;
without them the answer is REVIEW. Approval below the region (outside the text)
is recognised by the approver's name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Final, TypeAlias

from attrs import frozen

from credrules.answers import Answered
from credrules.codes import CodeTable
from credrules.facts.organ_patterns import OrganKind
from credrules.facts.organs import GUANGXI, classify
from credrules.findings import Decision, Finding, Path, finding
from credrules.remembering import LONGEST_KEPT
from credrules.systems.guangxi import names
from credrules.systems.guangxi.names import CertificateCatalogue, CredentialKind
from credrules.systems.guangxi.profile import SEAL_RULE_WIDE
from credrules.systems.guangxi.records.whole import OccupationalCertificate, TitleCertificate
from credrules.systems.guangxi.rules.certificates import is_place
from credrules.systems.guangxi.rules.titles import route_of_body, route_of_mode
from credrules.systems.guangxi.scope.words import CERTIFICATE_ROWS, told
from credrules.text import name_key
from credrules.values import Confidence, Lang

__all__ = [
    "CERTIFICATE_TABLE",
    "Certificate",
    "CertificateDecision",
    "ScopeRow",
    "decide",
]
__dir__ = __all__.copy

Certificate: TypeAlias = TitleCertificate | OccupationalCertificate

IN, OUT, REVIEW = Decision.IN, Decision.OUT, Decision.REVIEW

# --- who signs ------------------------------------------------------------------
# The full names are those of 二(17); 自治区 and 广西 are the usual short forms.
_REGION: Final = "(?:广西壮族自治区|广西自治区|自治区|广西区|广西)"
_HR_DEPARTMENT: Final = re.compile(f"{_REGION}(?:人力资源和?社会保障|人社)厅")
_PERSONNEL_DEPARTMENT: Final = re.compile(f"{_REGION}人事厅")
_LEADING_GROUP: Final = re.compile(f"{_REGION}职称改革(?:工作)?领导小组")
_LEADING_OFFICE: Final = re.compile(f"{_REGION}职称改革|{_REGION}职改")
_LOCAL_GROUP: Final = re.compile("职称改革|职改(?:办|领导小组)")
_LOCAL_BUREAU: Final = re.compile("(?:人事|人力资源和?社会保障)(?:局|处)$")
# Two seals written as one text: 人事厅和自治区…, 人事厅+广西….
_JOINED_SEALS: Final = re.compile("(?<=[厅组])[和与及+/]?(?=广西|自治区)")
_CENTRAL_HEAD: Final = re.compile("^(?:中国|国家|全国|中华|[^市县区]{1,12}部(?=职))")
_CENTRAL_KINDS: Final = frozenset(
    {
        OrganKind.CENTRAL, OrganKind.MINISTRY, OrganKind.STATE_COUNCIL_BODY, OrganKind.VICE_MINISTRY,
        OrganKind.MINISTRY_BUREAU, OrganKind.SOCIAL_BODY,
    }
)  # fmt: skip

# --- kinds ----------------------------------------------------------------------
# The three kinds named end with "等": more may be excluded (二(17)).
_WORKER: Final = re.compile(
    "工人|技能等级|技术等级|(?:(?:初级|中级|高级)技?工|高级技师)(?:$|[(证资])"
    "|职业资格[一二三四五1-5]级|[一二三四五1-5]级(?:工|/|职业资格)"
)
_PHYSICIAN: Final = re.compile("执业(?:助理)?医师|医师资格")
_POLITICAL: Final = re.compile("(?<!邮)政工|思想政治工作")
_KNOWN_KIND: Final = re.compile("专业技术|职称|任职资格|职业资格|执业资格|^title$|^occupational$", re.IGNORECASE)

_EXAM: Final = "EXAM"
_SEALED_ROUTES: Final = frozenset({"REVIEW", "RECOGNISE", "RECONFIRM"})


@frozen
class CertificateDecision(Answered):
    """
    The decision on one certificate: reason code, kind, its place in the record, findings.

    `reason` is a key of `scope.words.REASONS`; `row` the row of GX-D1 that decided.
    """

    decision: Decision
    reason: str
    kind: CredentialKind
    path: Path
    row: str
    findings: tuple[Finding, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """
        The reason, as other answers have several.
        """
        return (self.reason,)

    def explain(self, lang: Lang = "zh") -> tuple[str, ...]:
        """
        Return the row that decided, the reason and the clause in words, then what was found.

        >>> seals = ("广西壮族自治区人事厅", "广西壮族自治区职称改革工作领导小组")
        >>> title = TitleCertificate(title_name="工程师", route="REVIEW", seals=seals)
        >>> answer = decide(title, catalogue=names.CERTIFICATE_NAMES, seal_rule="(A or B) and C")
        >>> answer.explain()[0].partition("；")[0]
        'GX-D1 第6行，采集：两枚印章齐全'
        """
        line = told("GX-D1", self.row, self.decision, self.reason, CERTIFICATE_ROWS[self.row], lang)
        return (line, *(item.message(lang) for item in self.findings))


@frozen
class _Facts:
    kind: CredentialKind
    table: CodeTable
    catalogue: CertificateCatalogue
    name: str | None
    printed: str
    kind_text: str
    series: str | None
    route: str | None
    issuer: str | None
    approver: str | None
    seals: tuple[str, ...] | None
    region: str | None
    wide: bool

    @property
    def may_be_kept(self) -> bool:
        """
        Whether the answer may be remembered: the catalogue is the shipped one, and the texts are as short as names are.
        """
        texts = (self.name, self.printed, self.kind_text, self.series, self.route, self.issuer, self.approver)
        length = sum(len(text or "") for text in (*texts, self.region, *(self.seals or ())))
        return length <= LONGEST_KEPT and self.catalogue == names.CERTIFICATE_NAMES

    @property
    def shown(self) -> str:
        return self.table.format(self.name)

    def says(self, expression: re.Pattern[str]) -> bool:
        return any(expression.search(name_key(item)) for item in (self.shown, self.printed, self.kind_text))

    @property
    def signers(self) -> tuple[str, ...]:
        """
        The organs known to have signed: the seals, or else issuer and approver.
        """
        return self.seals or tuple(name for name in (self.issuer, self.approver) if name)

    def has_seal(self, expression: re.Pattern[str]) -> bool:
        return any(expression.fullmatch(name_key(seal)) for seal in self.seals or ())


def _is_department(name: str) -> bool:
    key = name_key(name)
    return bool(_HR_DEPARTMENT.fullmatch(key) or _PERSONNEL_DEPARTMENT.fullmatch(key))


def _is_worker(facts: _Facts) -> bool:
    entry = facts.table.get(facts.name)
    return facts.says(_WORKER) or (entry is not None and entry.parent == "EXT-WORKER")


def _is_physician(facts: _Facts) -> bool:
    filed = facts.kind is CredentialKind.OCCUPATIONAL and facts.shown == "医师"
    return filed or facts.says(_PHYSICIAN)


def _is_political(facts: _Facts) -> bool:
    if facts.says(_POLITICAL) or _POLITICAL.search(facts.series or ""):
        return True
    entry = facts.table.get(facts.name)
    return entry is not None and "980" in names.families_of(entry)


def _signed_by_region(facts: _Facts) -> bool:
    signer = facts.issuer or facts.approver
    return facts.route == _EXAM and signer is not None and _is_department(signer)


def _other_province(facts: _Facts) -> bool:
    if _signed_by_region(facts):
        return False
    told = {facts.region[:2]} if facts.region else {classify(name).region for name in facts.signers} - {""}
    return bool(told) and GUANGXI not in told


def _listed(facts: _Facts) -> bool:
    return facts.name in facts.table or bool(facts.catalogue.lookup(facts.name))


def _surely_listed(facts: _Facts) -> bool:
    """
    Whether a row that is not of low confidence has the name; a host's complete list is sure.
    """
    if facts.catalogue.complete or not _listed(facts):
        return _listed(facts)
    entries = (facts.table.get(facts.name), *facts.catalogue.lookup(facts.name))
    known = [entry for entry in entries if entry is not None]
    others = (entry for item in known for entry in facts.catalogue.lookup(item.name))
    return any(entry.confidence is not Confidence.LOW for entry in (*known, *others))


def _name_unsure(facts: _Facts) -> bool:
    named = facts.name is None or (not facts.catalogue.complete and not _surely_listed(facts))
    return named and _tested(facts)


def _not_in_catalogue(facts: _Facts) -> bool:
    if facts.name is None or _listed(facts):
        return False
    # Row 2a did not apply: neither row 4 nor row 6 applies, or the facts they need are not known.
    open_name = not facts.catalogue.complete and names.known_ending(facts.name, facts.table) is not None
    return not (open_name and _untested(facts))


def _untested(facts: _Facts) -> bool:
    """
    Whether issuer or seals, which rows 4 and 6 need, are not known.
    """
    return facts.issuer is None if facts.route == _EXAM else _no_route(facts) or _unknown(facts)


def _doubt(facts: _Facts) -> bool:
    # 技师 is a health title as well as a worker's grade: without the series it stays open.
    both = facts.name == "技师" and not names.is_health(None, facts.series)
    return both or bool(facts.kind_text and not _KNOWN_KIND.search(facts.kind_text))


def _exam_elsewhere(facts: _Facts) -> bool:
    # The approver of an examined title need not have signed the certificate: only the issuer excludes.
    return facts.route == _EXAM and facts.issuer is not None and not _is_department(facts.issuer)


def _sealed(facts: _Facts) -> bool:
    first, second = facts.has_seal(_HR_DEPARTMENT), facts.has_seal(_PERSONNEL_DEPARTMENT)
    group = facts.has_seal(_LEADING_GROUP)
    passed = first or (second and group) if facts.wide else (first or second) and group
    return facts.route in _SEALED_ROUTES and passed


def _tested(facts: _Facts) -> bool:
    return _signed_by_region(facts) or _sealed(facts)


def _unknown_kind(facts: _Facts) -> bool:
    return _tested(facts) and _doubt(facts)


def _local(facts: _Facts) -> bool:
    title = facts.kind is CredentialKind.TITLE and facts.route in _SEALED_ROUTES
    return title and any(_is_local(name) for name in facts.signers)


def _is_local(name: str) -> bool:
    key = name_key(name)
    if _LEADING_OFFICE.match(key) or _CENTRAL_HEAD.match(key) or classify(name).kind in _CENTRAL_KINDS:
        return False
    return bool(_LOCAL_GROUP.search(key) or _LOCAL_BUREAU.search(key))


def _some_seals(facts: _Facts) -> bool:
    return facts.route in _SEALED_ROUTES and any(
        _is_department(seal) or _LEADING_OFFICE.match(name_key(seal)) for seal in facts.seals or ()
    )


def _no_test(facts: _Facts) -> bool:
    return facts.route in {"RECOGNISE", "RECONFIRM"} and (bool(facts.seals) or _unknown(facts))


def _no_route(facts: _Facts) -> bool:
    return facts.route not in {_EXAM, *_SEALED_ROUTES}


def _unknown(facts: _Facts) -> bool:
    if facts.route == _EXAM:
        return True
    if facts.seals:
        return False
    return not any(_CENTRAL_HEAD.match(name) or classify(name).kind in _CENTRAL_KINDS for name in facts.signers)


def _always(_: _Facts) -> bool:
    return True


@frozen
class ScopeRow:
    """
    One row of GX-D1: when it applies, what it decides, the finding that reports it ("" for none).

    `field` is the field the finding points at: `<name>` that of the name, `<signer>`
    the one that states who signed, `<region>` the region if it is given.
    """

    id: str
    decision: Decision
    reason: str
    applies: Callable[[_Facts], bool]
    code: str = ""
    field: str = "<name>"


CERTIFICATE_TABLE: Final = (
    ScopeRow("1a", OUT, "EXCLUDED_KIND", _is_worker, "GX.CERT.EXCLUDED.WORKER"),
    ScopeRow("1b", OUT, "EXCLUDED_KIND", _is_physician, "GX.CERT.EXCLUDED.PHYSICIAN"),
    ScopeRow("1c", OUT, "EXCLUDED_KIND", _is_political, "GX.CERT.EXCLUDED.POLITICAL"),
    ScopeRow("2", OUT, "OTHER_PROVINCE", _other_province, "GX.CERT.OTHER_PROVINCE", "<region>"),
    ScopeRow("2a", REVIEW, "NAME_UNSURE", _name_unsure, "GX.CERT.UNKNOWN_KIND"),
    ScopeRow("3", OUT, "NOT_IN_CATALOGUE", _not_in_catalogue, "GX.CERT.NOT_IN_TABLES"),
    ScopeRow("4a", REVIEW, "UNKNOWN_KIND", _unknown_kind, "GX.CERT.UNKNOWN_KIND"),
    ScopeRow("4", IN, "EXAM_ISSUER", _signed_by_region),
    ScopeRow("5", OUT, "OTHER_ISSUER", _exam_elsewhere, "GX.CERT.EXAM_ISSUER", "issuer"),
    ScopeRow("6", IN, "REVIEW_SEALS", _sealed),
    ScopeRow("7", REVIEW, "LOCAL_APPROVAL", _local, "GX.CERT.LOCAL_APPROVAL", "<signer>"),
    ScopeRow("7a", REVIEW, "SEALS_INCOMPLETE", _some_seals, "GX.CERT.REVIEW_SEALS", "<signer>"),
    ScopeRow("7b", REVIEW, "NO_TEST", _no_test, "GX.CERT.OTHER_ROUTES", "<signer>"),
    ScopeRow("8a", REVIEW, "UNKNOWN", _no_route, "GX.CERT.TITLE", "route"),
    ScopeRow("8", REVIEW, "UNKNOWN", _unknown),
    ScopeRow("9", OUT, "OTHER_ISSUER", _always, "GX.CERT.OTHER_ISSUER", "<signer>"),
)
"""GX-D1; rows with letters fill what the table leaves open; the first that applies decides."""


def _row(facts: _Facts) -> ScopeRow:
    return _known_row(facts) if facts.may_be_kept else _first_row(facts)


def _first_row(facts: _Facts) -> ScopeRow:
    # Facts are names of titles and organs, which rarely identify a person; no number is among them.
    return next(row for row in CERTIFICATE_TABLE if row.applies(facts))


_known_row: Final = functools.lru_cache(maxsize=4096)(_first_row)


def _pointed(field: str, facts: _Facts) -> str:
    if field == "<name>":
        return "title_name" if facts.kind is CredentialKind.TITLE else "occupation_name"
    if field == "<region>" and facts.region:
        return "issuer_region"
    if field in {"<signer>", "<region>"}:
        return "seals" if facts.seals else "issuer" if facts.issuer else "approving_organ"
    return field


def _each(seals: tuple[str, ...] | None) -> tuple[str, ...] | None:
    return None if seals is None else tuple(part for seal in seals for part in _JOINED_SEALS.split(seal))


def _approver(title: TitleCertificate) -> str | None:
    # A place under the misprinted label (批准籍贯) is a native place and does not show who signed.
    return None if title.approving_organ is None or is_place(title.approving_organ) else title.approving_organ


def _facts(certificate: Certificate, catalogue: CertificateCatalogue, *, wide: bool) -> _Facts:
    if isinstance(certificate, TitleCertificate):
        title = certificate
        return _Facts(
            CredentialKind.TITLE, catalogue.titles, catalogue, title.title_name, title.printed_name or "",
            title.certificate_kind or "", title.title_series,
            title.route or route_of_mode(title.acquire_mode) or route_of_body(title.review_body),
            title.issuer, _approver(title), _each(title.seals), title.issuer_region, wide,
        )  # fmt: skip
    return _Facts(
        CredentialKind.OCCUPATIONAL, catalogue.occupations, catalogue, certificate.occupation_name,
        certificate.printed_name or "", certificate.certificate_kind or "", None, certificate.route or _EXAM,
        certificate.issuer, None, None, certificate.issuer_region, wide,
    )  # fmt: skip


def decide(
    certificate: Certificate, *, catalogue: CertificateCatalogue, seal_rule: str, path: Path = ()
) -> CertificateDecision:
    """
    Decide on a certificate.

    If the route of a title is not given, it follows from 取得方式 or the review body; an occupational
    certificate comes from a nationwide examination unless stated otherwise.
    """
    facts = _facts(certificate, catalogue, wide=seal_rule == SEAL_RULE_WIDE)
    row = _row(facts)
    found = (finding(row.code, path=(*path, _pointed(row.field, facts))),) if row.code else ()
    return CertificateDecision(row.decision, row.reason, facts.kind, path, row.id, found)
