"""
Rules of the record that follow from the scope: what must not be entered, and where it belongs.

OUT is an error of the record, so that `scope`, `check` and `submit` agree; REVIEW
is reported by `scope` alone, since most junior and middle titles are REVIEW. An
unlisted name that leaves the certificate open is a warning.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 一(1), 一(2), 二(16), 二(17).
Limitations: without seals, issuer and route, which the form does not all ask for,
most certificates stay open.
"""

from __future__ import annotations

from typing import Final

from credrules import codes
from credrules.codes import CodeTable
from credrules.engine import Context, Violation, rule, violation
from credrules.findings import Decision
from credrules.systems.guangxi import names
from credrules.systems.guangxi.names import CertificateCatalogue, CredentialKind, known_ending
from credrules.systems.guangxi.profile import GuangxiProfile
from credrules.systems.guangxi.records.whole import Basic, OccupationalCertificate, PersonalRecord, TitleCertificate
from credrules.systems.guangxi.scope.certificates import Certificate, CertificateDecision, decide
from credrules.systems.guangxi.scope.persons import decide_person, retired_by
from credrules.text import same_name
from credrules.values import FrozenMap

__all__ = [
    "SCOPE_RULES",
    "is_collected",
    "name_as_printed",
    "name_is_offered",
    "name_of_own_kind",
    "person_is_collected",
    "route_is_exam",
    "route_is_other",
    "title_has_route",
    "unit_never_decides",
]
__dir__ = __all__.copy

_OUT_CODES: Final = (
    "GX.CERT.EXCLUDED.WORKER",
    "GX.CERT.EXCLUDED.PHYSICIAN",
    "GX.CERT.EXCLUDED.POLITICAL",
    "GX.CERT.OTHER_PROVINCE",
    "GX.CERT.NOT_IN_TABLES",
    "GX.CERT.EXAM_ISSUER",
    "GX.CERT.OTHER_ISSUER",
)


# What the decision table reads of a title, and of an occupational certificate.
_OF_TITLE: Final = (
    "title_name", "title_series", "acquire_mode", "review_body", "approving_organ", "route", "issuer",
    "issuer_region", "seals", "certificate_kind", "printed_name",
)  # fmt: skip
_OF_OCCUPATION: Final = ("occupation_name", "route", "issuer", "issuer_region", "certificate_kind", "printed_name")


_OF_EITHER: Final = (*_OF_TITLE, "occupation_name")


def _decided(certificate: Certificate, profile: GuangxiProfile) -> CertificateDecision:
    return decide(certificate, catalogue=profile.catalogue, seal_rule=profile.seal_rule)


def _name(certificate: Certificate) -> tuple[str, str | None]:
    """
    Return the field with the certificate's name, and the name.
    """
    field = "title_name" if isinstance(certificate, TitleCertificate) else "occupation_name"
    return field, getattr(certificate, field)


def _table(certificate: Certificate, catalogue: CertificateCatalogue) -> CodeTable:
    return catalogue.titles if isinstance(certificate, TitleCertificate) else catalogue.occupations


@rule(*_OUT_CODES, reads=_OF_EITHER)
def is_collected(certificate: Certificate, context: Context) -> list[Violation]:
    """
    No certificate is entered that is certainly not collected (GX-D1).
    """
    decision = _decided(certificate, context.profile)
    return [violation(*item.path, code=item.code) for item in decision.findings if item.code in _OUT_CODES]


_OF_BOTH: Final = (*(f"titles.{name}" for name in _OF_TITLE), *(f"qualifications.{name}" for name in _OF_OCCUPATION))


@rule(
    "GX.SCOPE.RETIRED", "GX.SCOPE.IN_POST", "GX.SCOPE.BROAD", reports_missing=True,
    reads=("basic.retired_on", "basic.employment_status", *_OF_BOTH),
)  # fmt: skip
def person_is_collected(record: PersonalRecord, context: Context) -> list[Violation]:
    """
    A person who is retired, or has no certificate to be collected, is not collected (GX-D2).
    """
    profile, retired = context.profile, retired_by(record.basic, context.on)
    held: tuple[Certificate, ...] = (*record.titles, *record.qualifications)
    certificates = tuple(_decided(item, profile) for item in held)
    answer = decide_person(record, certificates, context.on, profile, retired=retired)
    if answer.decision is not Decision.OUT:
        return []
    return [violation(*item.path, code=item.code) for item in answer.findings]


@rule("GX.SCOPE.UNIT_KIND", requires=("unit_kind",))
def unit_never_decides(basic: Basic, _: Context) -> Violation | None:
    """
    The kind of unit is recorded but ignored, even if it is not one of the three that the text names.
    """
    found = {entry.code for entry in codes.UNIT_KINDS.find(basic.unit_kind)}
    return None if found & {"ORGAN", "ENTERPRISE", "INSTITUTION"} else violation("unit_kind", kind=basic.unit_kind)


@rule("GX.CODE.CERT_NAME", reads=_OF_EITHER)
def name_is_offered(certificate: Certificate, context: Context) -> Violation | None:
    """
    The name of a title or qualification is one the collection offers, as far as its list is known.
    """
    catalogue, (field, name) = context.profile.catalogue, _name(certificate)
    table = _table(certificate, catalogue)
    if name is None or name in table or any(entry.code in table for entry in catalogue.lookup(name)):
        return None
    if _decided(certificate, context.profile).reason == "NOT_IN_CATALOGUE":
        return None  # said already, as an error
    near = known_ending(name, table)
    return violation(field, name=name, near=(near,) if near else ())


@rule("GX.CERT.TITLE", reports_missing=True, reads=("acquire_mode", "review_body", "route"))
def title_has_route(title: TitleCertificate, _: Context) -> Violation | None:
    """
    A title comes by one of the routes: one of the three fields that state it must be filled.
    """
    if title.route is None and title.acquire_mode is None and title.review_body is None:
        return violation("route")
    return None


@rule("GX.CERT.ROUTE_NOT_EXAM", requires=("route",))
def route_is_exam(certificate: OccupationalCertificate, _: Context) -> Violation | None:
    """
    An occupational qualification comes from an examination.
    """
    if certificate.route != "EXAM":
        return violation("route", route=codes.ACQUISITION_ROUTES.format(certificate.route))
    return None


@rule("GX.CERT.ROUTE_OTHER", requires=("route",))
def route_is_other(title: TitleCertificate, _: Context) -> Violation | None:
    """
    The list of four routes is open: another one is left to be decided.
    """
    return violation("route") if title.route == "OTHER" else None


@rule("GX.CODE.CREDENTIAL_KIND", reads=("title_name", "occupation_name"))
def name_of_own_kind(certificate: Certificate, context: Context) -> Violation | None:
    """
    A name that appears only in the list of occupational qualifications is not a title, and the reverse.
    """
    catalogue, (field, name) = context.profile.catalogue, _name(certificate)
    own, found = _table(certificate, catalogue), catalogue.lookup(name)
    if not found or name in own or any(entry.code in own for entry in found):
        return None
    return violation(field, name=name, kind=_OTHER_KIND[field].label)


_OTHER_KIND: Final[FrozenMap[str, CredentialKind]] = FrozenMap(
    title_name=CredentialKind.OCCUPATIONAL, occupation_name=CredentialKind.TITLE
)


@rule("GX.CERT.FORCED_MATCH", requires=("printed_name",), reads=("title_name", "occupation_name"))
def name_as_printed(certificate: Certificate, context: Context) -> Violation | None:
    """
    The title or qualification chosen is the one printed on the certificate, not a similar one.
    """
    catalogue, (field, name) = context.profile.catalogue, _name(certificate)
    if name is None:
        return None
    table, printed = _table(certificate, catalogue), certificate.printed_name
    shown, bare = table.format(name), names.bare(printed)
    chosen, *meant = ({entry.code for entry in catalogue.lookup(text)} for text in (name, printed, bare))
    # 电气工程师 is an engineer with the speciality before the title.
    alike = same_name(shown, bare) or same_name(names.known_ending(bare, table), shown)
    if not alike and not same_name(shown, printed) and not any(chosen & codes for codes in meant):
        return violation(field, printed=printed, name=shown)
    return None


SCOPE_RULES: Final = (
    is_collected,
    person_is_collected,
    unit_never_decides,
    name_is_offered,
    title_has_route,
    route_is_exam,
    route_is_other,
    name_of_own_kind,
    name_as_printed,
)
"""The rules against entries that are not collected."""
