"""
Rules of the record that follow from the scope: what must not be entered, and where it belongs.

Only what is OUT for sure is an error of the record; what is REVIEW is told by
`scope` alone, since most junior and middle titles are.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 一(1), 一(2), 二(16), 二(17).
Limitations: a name outside the lists is told by GX.CODE.CERT_NAME, not again here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from credrules import codes
from credrules.codes import CodeTable
from credrules.engine import Context, RecordRule, Violation, violation
from credrules.systems.guangxi import names
from credrules.systems.guangxi.names import CertificateCatalogue, CredentialKind
from credrules.systems.guangxi.records.whole import OccupationalCertificate, TitleCertificate
from credrules.systems.guangxi.scope.certificates import CertificateDecision, decide_occupation, decide_title
from credrules.text import same_name

__all__ = [
    "SCOPE_RULES",
    "decide",
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


def _catalogue(context: Context) -> CertificateCatalogue:
    found: CertificateCatalogue = context.profile.switches["catalogue"]
    return found


def decide(certificate: TitleCertificate | OccupationalCertificate, context: Context) -> CertificateDecision:
    """
    Decide on a certificate under the profile of a check.
    """
    catalogue, rule = _catalogue(context), context.profile.switches["seal_rule"]
    if isinstance(certificate, TitleCertificate):
        return decide_title(certificate, catalogue=catalogue, seal_rule=rule)
    return decide_occupation(certificate, catalogue=catalogue, seal_rule=rule)


def _telling(code: str) -> Callable[[TitleCertificate | OccupationalCertificate, Context], Iterator[Violation]]:
    def rule(certificate: TitleCertificate | OccupationalCertificate, context: Context) -> Iterator[Violation]:
        for found in decide(certificate, context).findings:
            if found.code == code:
                yield violation(*found.path)

    return rule


def title_has_route(title: TitleCertificate, _: Context) -> Iterator[Violation]:
    """
    A title comes by one of the routes: one of the three fields that tell it must be there.
    """
    if title.route is None and title.acquire_mode is None and title.review_body is None:
        yield violation("route")


def route_is_exam(certificate: OccupationalCertificate, _: Context) -> Iterator[Violation]:
    """
    An occupational qualification comes from an examination.
    """
    if certificate.route != "EXAM":
        yield violation("route", route=codes.ACQUISITION_ROUTES.format(certificate.route))


def route_is_other(title: TitleCertificate, _: Context) -> Iterator[Violation]:
    """
    Four routes are named, the list is open: another one is to be decided.
    """
    if title.route == "OTHER":
        yield violation("route")


def title_is_title(title: TitleCertificate, context: Context) -> Iterator[Violation]:
    """
    A name that only the list of occupational qualifications has is no title.
    """
    yield from _of_kind("title_name", title.title_name, CredentialKind.OCCUPATIONAL, context)


def occupation_is_occupation(certificate: OccupationalCertificate, context: Context) -> Iterator[Violation]:
    """
    A name that only the list of titles has is no occupational qualification.
    """
    yield from _of_kind("occupation_name", certificate.occupation_name, CredentialKind.TITLE, context)


def _of_kind(field: str, name: str | None, other: CredentialKind, context: Context) -> Iterator[Violation]:
    catalogue = _catalogue(context)
    tables = {CredentialKind.TITLE: catalogue.titles, CredentialKind.OCCUPATIONAL: catalogue.occupations}
    found = {entry.code for entry in catalogue.lookup(name)}
    own = next(table for kind, table in tables.items() if kind is not other)
    if found and name not in own and all(code not in own for code in found):
        yield violation(field, name=name, kind=other.label)


def title_as_printed(title: TitleCertificate, context: Context) -> Iterator[Violation]:
    """
    The title picked is the one the certificate prints, not one like it.
    """
    yield from _as_printed("title_name", title.title_name, title.printed_name, _catalogue(context).titles, context)


def occupation_as_printed(certificate: OccupationalCertificate, context: Context) -> Iterator[Violation]:
    """
    The qualification picked is the one the certificate prints, not one like it.
    """
    table = _catalogue(context).occupations
    yield from _as_printed("occupation_name", certificate.occupation_name, certificate.printed_name, table, context)


def _as_printed(
    field: str, name: str | None, printed: str | None, table: CodeTable, context: Context
) -> Iterator[Violation]:
    shown = names.shown(name or "", table)
    bare = names.bare(printed)
    chosen, *meant = ({entry.code for entry in _catalogue(context).lookup(text)} for text in (name, printed, bare))
    # 电气工程师 is an engineer with the speciality before the title.
    alike = same_name(shown, bare) or same_name(names.known_ending(bare, table), shown)
    if not alike and not same_name(shown, printed) and not any(chosen & codes for codes in meant):
        yield violation(field, printed=printed, name=shown)


_KINDS: Final = (TitleCertificate, OccupationalCertificate)
_OUT_CODES: Final = (
    "GX.CERT.EXCLUDED.WORKER",
    "GX.CERT.EXCLUDED.PHYSICIAN",
    "GX.CERT.EXCLUDED.POLITICAL",
    "GX.CERT.OTHER_PROVINCE",
    "GX.CERT.EXAM_ISSUER",
    "GX.CERT.OTHER_ISSUER",
)

SCOPE_RULES: Final = (
    *(RecordRule(code, kind, _telling(code)) for code in _OUT_CODES for kind in _KINDS),
    RecordRule("GX.CERT.TITLE", TitleCertificate, title_has_route, reports_missing=True),
    RecordRule("GX.CERT.ROUTE_NOT_EXAM", OccupationalCertificate, route_is_exam, ("route",)),
    RecordRule("GX.CERT.ROUTE_OTHER", TitleCertificate, route_is_other, ("route",)),
    RecordRule("GX.CODE.CREDENTIAL_KIND", TitleCertificate, title_is_title, ("title_name",)),
    RecordRule("GX.CODE.CREDENTIAL_KIND", OccupationalCertificate, occupation_is_occupation, ("occupation_name",)),
    RecordRule("GX.CERT.FORCED_MATCH", TitleCertificate, title_as_printed, ("title_name", "printed_name")),
    RecordRule(
        "GX.CERT.FORCED_MATCH", OccupationalCertificate, occupation_as_printed, ("occupation_name", "printed_name")
    ),
)
"""The rules that keep out what is not collected."""
