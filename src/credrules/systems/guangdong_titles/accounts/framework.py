"""
Accounts in the province's integrated framework: one identity number, one account.

References: 广东省职称网上申报说明（2016，清远市页面）, 六.
Limitations: account and password are kept by the host and never read here. Counters and their addresses are not
rules and are not in the library (GD-047).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from attrs import frozen

from credrules.findings import Finding, finding
from credrules.identifiers import citizen_id
from credrules.keys import items_of
from credrules.lists import first_of, is_mapping
from credrules.masking import shown_params
from credrules.values import FrozenMap, Label, Severity, Worded, exact_text

__all__ = [
    "EVIDENCE_NEEDED",
    "MOST_ACCOUNTS",
    "AccountRegistration",
    "Recovery",
    "RecoveryChannel",
    "already_registered",
    "recover",
    "register",
]
__dir__ = __all__.copy


@frozen
class AccountRegistration:
    """
    The answer to a registration: whether a new account may be created, and the findings.

    `origins` are the systems in which the number is registered already.
    """

    ok: bool
    origins: tuple[str, ...]
    findings: tuple[Finding, ...]


MOST_ACCOUNTS: Final = 1_000_000
"""Entries of a bare list beyond this number are not read, so that an endless one ends; the answer is then not ok."""

_ACCOUNTS: Final = Label("已有账号", "the existing accounts")


def register(id_no: object, *, framework_accounts: object = ()) -> AccountRegistration:
    """
    Return whether a number may be registered, given the accounts that the framework has. Never raises.

    `framework_accounts` maps a number to the system or systems in which it is
    registered. A registered number uses its existing account; a second one is refused.

    >>> answer = register("440000198002290039", framework_accounts={"440000198002290039": "专项资金申报系统"})
    >>> answer.ok, answer.origins, [item.code for item in answer.findings]
    (False, ('专项资金申报系统',), ['GD.ACCOUNT.SHARED', 'GD.ACCOUNT.REUSE'])
    """
    report = citizen_id.check(id_no)
    if report.value is None or not report.ok:
        return AccountRegistration(ok=False, origins=(), findings=report.findings)
    numbers = () if is_mapping(framework_accounts) else first_of(framework_accounts, MOST_ACCOUNTS + 1)
    pairs = items_of(framework_accounts) or [(item, ()) for item in numbers if exact_text(item) is not None]
    origins = _origins(report.value.number, pairs)
    if origins is None:
        cut = len(numbers) > MOST_ACCOUNTS
        told = (finding("RECORD.TOO_MANY", section=_ACCOUNTS, most=MOST_ACCOUNTS),) if cut else ()
        return AccountRegistration(ok=not cut, origins=(), findings=(*report.findings, *told))
    return AccountRegistration(ok=False, origins=origins, findings=already_registered(origins))


def already_registered(origins: Iterable[str]) -> tuple[Finding, ...]:
    """
    Return the findings for a number that is already registered: where, and that this account is to be used.

    >>> [item.severity.name for item in already_registered(("劳动力转移申报系统",))]
    ['ERROR', 'INFO']
    """
    names: tuple[str | Label, ...] = ((origins,) if type(origins) is str else tuple(origins)) or (_ANOTHER,)
    path = ("account", "registered_in")
    return (
        finding("GD.ACCOUNT.SHARED", path=path, systems=shown_params(names)),
        finding("GD.ACCOUNT.REUSE", path=path, systems=shown_params(names)),
    )


_ANOTHER: Final = Label("框架内的其他系统", "another system of the framework")


def _origins(number: str, pairs: list[tuple[Any, Any]]) -> tuple[str, ...] | None:
    found = [systems for key, systems in pairs if citizen_id.normalize(exact_text(key) or "") == number]
    return tuple(name for systems in found for name in _names(systems)) if found else None


def _names(systems: object) -> tuple[str, ...]:
    written = exact_text(systems)
    if written is not None:
        return (written,)
    if not issubclass(type(systems), (list, tuple, set, frozenset)):
        return ()
    return tuple(name for item in first_of(systems) if (name := exact_text(item)) is not None)


class RecoveryChannel(Worded):
    """
    How a forgotten registration is recovered: in person, at the counter of the local department.

    >>> RecoveryChannel.IN_PERSON.label.zh
    '本人到当地专业技术人员管理部门窗口办理'
    """

    IN_PERSON = (
        "in_person",
        "本人到当地专业技术人员管理部门窗口办理",
        "in person, at the counter of the local department",
    )


EVIDENCE_NEEDED: Final = frozenset({"ID_CARD"})
"""What the person brings: the ID card."""

_CARDS: Final = FrozenMap({"身份证": "ID_CARD", "居民身份证": "ID_CARD", "身份证原件": "ID_CARD", "ID_CARD": "ID_CARD"})


@frozen
class Recovery:
    """
    How to recover a forgotten registration, and what is still missing for it.
    """

    channel: RecoveryChannel
    evidence: frozenset[str]
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """
        Whether nothing is missing.
        """
        return all(item.severity is not Severity.ERROR for item in self.findings)


def recover(evidence: object = (), *, channel: object = RecoveryChannel.IN_PERSON) -> Recovery:
    """
    Return how a forgotten registration is recovered: in person with the ID card, no other way. Never raises.

    >>> recover(["身份证"]).ok, [item.code for item in recover([]).findings]
    (True, ['GD.ACCOUNT.RECOVER', 'GD.ACCOUNT.ID_CARD'])
    """
    brought = frozenset(code for name in _names(evidence) if (code := _CARDS.get(name)) is not None)
    findings = [finding("GD.ACCOUNT.RECOVER")]
    if not brought >= EVIDENCE_NEEDED or channel not in _IN_PERSON:
        findings.append(finding("GD.ACCOUNT.ID_CARD"))
    return Recovery(RecoveryChannel.IN_PERSON, EVIDENCE_NEEDED, tuple(findings))


_IN_PERSON: Final = (RecoveryChannel.IN_PERSON, "in_person", "IN_PERSON", "本人", "窗口")
