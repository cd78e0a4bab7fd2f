"""
Rules of the record that follow from the scope: what must not be entered, and where it belongs.

Only what is OUT for sure is an error of the record; what is REVIEW is told by
`scope` alone, since most junior and middle titles are.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 一(1), 一(2), 二(16), 二(17).
Limitations: a name outside the lists is told by GX.CODE.CERT_NAME, not again here.
"""

from __future__ import annotations

from typing import Final

from credrules import codes
from credrules.codes import CodeTable
from credrules.engine import Context, Violation, rule, violation
from credrules.systems.guangxi import names
from credrules.systems.guangxi.names import CertificateCatalogue, CredentialKind
from credrules.systems.guangxi.records.whole import OccupationalCertificate, TitleCertificate
from credrules.systems.guangxi.scope.certificates import decide_occupation, decide_title
from credrules.text import same_name

__all__ = [
    "SCOPE_RULES",
    "is_collected",
    "occupation_as_printed",
    "occupation_is_occupation",
    "route_is_exam",
    "route_is_other",
    "title_as_printed",
    "title_has_route",
    "title_is_title",
]


def __dir__() -> list[str]:
    return sorted(__all__)


_OUT_CODES: Final = (
    "GX.CERT.EXCLUDED.WORKER",
    "GX.CERT.EXCLUDED.PHYSICIAN",
    "GX.CERT.EXCLUDED.POLITICAL",
    "GX.CERT.OTHER_PROVINCE",
    "GX.CERT.EXAM_ISSUER",
    "GX.CERT.OTHER_ISSUER",
)


# What the decision table asks of a certificate of either kind.
_ABOUT: Final = (
    "title_series", "title_name", "occupation_name", "acquire_mode", "review_body", "approving_organ", "route",
    "issuer", "issuer_region", "seals", "certificate_kind", "printed_name",
)  # fmt: skip


@rule(*_OUT_CODES, reads=_ABOUT)
def is_collected(certificate: TitleCertificate | OccupationalCertificate, context: Context) -> list[Violation]:
    """
    No certificate is entered that surely is not collected (GX-D1).
    """
    profile = context.profile
    if isinstance(certificate, TitleCertificate):
        decision = decide_title(certificate, catalogue=profile.catalogue, seal_rule=profile.seal_rule)
    else:
        decision = decide_occupation(certificate, catalogue=profile.catalogue, seal_rule=profile.seal_rule)
    return [violation(*item.path, code=item.code) for item in decision.findings if item.code in _OUT_CODES]


@rule("GX.CERT.TITLE", reports_missing=True, reads=("acquire_mode", "review_body", "route"))
def title_has_route(title: TitleCertificate, _: Context) -> Violation | None:
    """
    A title comes by one of the routes: one of the three fields that tell it must be there.
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
    Four routes are named, the list is open: another one is to be decided.
    """
    return violation("route") if title.route == "OTHER" else None


@rule("GX.CODE.CREDENTIAL_KIND", requires=("title_name",))
def title_is_title(title: TitleCertificate, context: Context) -> Violation | None:
    """
    A name that only the list of occupational qualifications has is no title.
    """
    return _of_kind("title_name", title.title_name, CredentialKind.OCCUPATIONAL, context.profile.catalogue)


@rule("GX.CODE.CREDENTIAL_KIND", requires=("occupation_name",))
def occupation_is_occupation(certificate: OccupationalCertificate, context: Context) -> Violation | None:
    """
    A name that only the list of titles has is no occupational qualification.
    """
    return _of_kind("occupation_name", certificate.occupation_name, CredentialKind.TITLE, context.profile.catalogue)


def _of_kind(field: str, name: str | None, other: CredentialKind, catalogue: CertificateCatalogue) -> Violation | None:
    tables = {CredentialKind.TITLE: catalogue.titles, CredentialKind.OCCUPATIONAL: catalogue.occupations}
    found = {entry.code for entry in catalogue.lookup(name)}
    own = next(table for kind, table in tables.items() if kind is not other)
    if found and name not in own and all(code not in own for code in found):
        return violation(field, name=name, kind=other.label)
    return None


@rule("GX.CERT.FORCED_MATCH", requires=("title_name", "printed_name"))
def title_as_printed(title: TitleCertificate, context: Context) -> Violation | None:
    """
    The title picked is the one the certificate prints, not one like it.
    """
    catalogue = context.profile.catalogue
    return _as_printed("title_name", title.title_name, title.printed_name, catalogue.titles, catalogue)


@rule("GX.CERT.FORCED_MATCH", requires=("occupation_name", "printed_name"))
def occupation_as_printed(certificate: OccupationalCertificate, context: Context) -> Violation | None:
    """
    The qualification picked is the one the certificate prints, not one like it.
    """
    name, catalogue = certificate.occupation_name, context.profile.catalogue
    return _as_printed("occupation_name", name, certificate.printed_name, catalogue.occupations, catalogue)


def _as_printed(
    field: str, name: str | None, printed: str | None, table: CodeTable, catalogue: CertificateCatalogue
) -> Violation | None:
    shown = names.shown(name or "", table)
    bare = names.bare(printed)
    chosen, *meant = ({entry.code for entry in catalogue.lookup(text)} for text in (name, printed, bare))
    # 电气工程师 is an engineer with the speciality before the title.
    alike = same_name(shown, bare) or same_name(names.known_ending(bare, table), shown)
    if not alike and not same_name(shown, printed) and not any(chosen & codes for codes in meant):
        return violation(field, printed=printed, name=shown)
    return None


SCOPE_RULES: Final = (
    is_collected,
    title_has_route,
    route_is_exam,
    route_is_other,
    title_is_title,
    occupation_is_occupation,
    title_as_printed,
    occupation_as_printed,
)
"""The rules that keep out what is not collected."""
