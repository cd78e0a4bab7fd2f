"""
E-mail address: `local@domain`.

A practical reading of RFC 5321, RFC 5322 and RFC 6531: local parts with or
without quotes, in any script; domains with at least one dot, or an address in
square brackets. Whether the mailbox exists is not checked.
"""

from __future__ import annotations

import datetime as dt
import ipaddress
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from credrules import masking
from credrules.findings import ChangeKind, Finding, Report, finding, value_or_raise
from credrules.identifiers._domains import COM_SLIPS, DOMAIN_SLIPS
from credrules.identifiers._drafts import (
    Draft,
    is_nothing_word,
    open_cell,
    report_of,
    rerun_of,
    without_remark,
)

__all__ = ["Email", "check", "format", "is_valid", "mask", "normalize", "parse"]
__dir__ = __all__.copy

# RFC 5321, 4.5.3.1: octets of the local part and of the whole path (256 with
# its angle brackets); RFC 1035, 2.3.4: octets of a label.
_LONGEST_LOCAL: Final = 64
_LONGEST: Final = 254
_LONGEST_LABEL: Final = 63

_ATOM: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-\u00a1-\ud7ff\ue000-\U0010ffff]+")
_QUOTED: Final = re.compile(r'"(?:[^"\\\r\n]|\\[^\r\n])*"')
_LABEL: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?")
_LABELLED: Final = re.compile(
    r"(?:(?:[\u4e00-\u9fff]{0,6}(?:邮箱|邮件|邮箱地址)|e-?mail|mailto) ?[:：] ?)*", re.IGNORECASE
)
_AFTER: Final = " ;,，；、。"
_DISPLAY: Final = re.compile(r"[^<>]*<([^<>\s]+)>")
_SEPARATORS: Final = re.compile(r"[;,；，、\s]+")
_FOR_DOT: Final = re.compile(r"[,，、;；。]|\.{2,}")
_AROUND: Final = re.compile(r" *([@.]) *")

# Besides letters, marks and digits, a label in another script may contain these.
_LABEL_SIGNS: Final = frozenset("-\u00b7\u30fb")

_LABEL_KINDS: Final = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd"))
_NEVER: Final = frozenset(("Zs", "Zl", "Zp", "Ps", "Pe", "Pi", "Pf", "Pd", "Po", "Cc", "Cs", "Co"))

# Top-level domains are two letters or more, or letters of another script in their encoding.
_TOP: Final = re.compile(r"[a-z]{2,}|xn--[a-z0-9-]+")


@frozen(repr=False)
class Email:
    """
    An e-mail address and its parts; the domain in lower case.

    >>> parse("a@Example.org").address
    'a@example.org'
    """

    local: str
    domain: str

    @property
    def address(self) -> str:
        """
        The canonical text.
        """
        return f"{self.local}@{self.domain}"

    def __repr__(self) -> str:
        return f"Email({masking.mask_email(self.address)!r})"


def check(value: object, *, on: dt.date | None = None) -> Report[Email]:
    """
    Check an e-mail address; accepts any object and never raises.

    `on` is ignored; accepted for uniformity.

    >>> check("a＠example．org").value.address
    'a@example.org'
    >>> [item.code for item in check("a.example.org").findings]
    ['EMAIL.NO_AT']
    """
    return report_of(value, _read(value), _judge, lambda address: Email(*address.rsplit("@", 1)), rerun_of(check, on))


def is_valid(value: object, *, on: dt.date | None = None) -> bool:
    """
    Return whether `check` finds no error.

    >>> is_valid("a@example.org"), is_valid("a@@example.org")
    (True, False)
    """
    return check(value, on=on).ok


def normalize(value: object) -> str:
    """
    Return the address without blanks and with its domain in lower case.

    >>> normalize("张三 <a@Example.org>")
    'a@example.org'
    """
    return _read(value).text


def parse(value: object, *, on: dt.date | None = None) -> Email:
    """
    Return the typed address, or raise CredrulesError with the errors found.
    """
    return value_or_raise(check(value, on=on))


def format(value: object) -> str:  # noqa: A001  # the same verb in every module
    """
    Return the address for people, which is the canonical one.

    >>> format(" a@example.org")
    'a@example.org'
    """
    return normalize(value)


def mask(value: object) -> str:
    """
    Return what may be shown: the first letter and the domain.

    >>> mask("zhangsan@example.org")
    'z*******@example.org'
    """
    address = normalize(value)
    return masking.mask_email(address) if "@" in address else masking.mask(address)


def _read(value: object) -> Draft:
    draft = open_cell(value, "EMAIL")
    if is_nothing_word(draft.text):
        return draft.refused("EMAIL.PLACEHOLDER")
    several = [part for part in _SEPARATORS.split(draft.text) if "@" in part[1:-1]]
    if len(several) > 1 and '"' not in draft.text:
        return draft.refused("EMAIL.SEVERAL", count=len(several))
    return _tidied(draft)


def _closed_up(draft: Draft) -> Draft:
    return draft.step(ChangeKind.SPACE, _AROUND.sub(r"\1", draft.text))


def _tidied(draft: Draft) -> Draft:
    """
    Remove what mail programs and keyboards add around an address.
    """
    draft = without_remark(draft.step(ChangeKind.PUNCTUATION, draft.text.rstrip(_AFTER)))
    if '"' not in draft.text:
        draft = _closed_up(draft)
    found = _DISPLAY.fullmatch(draft.text)
    address = found[1] if found else draft.text
    draft = without_remark(draft.step(ChangeKind.NOTATION, _LABELLED.sub("", address, count=1)))
    draft = draft.step(ChangeKind.PUNCTUATION, draft.text.rstrip(_AFTER))
    local, at, domain = draft.text.rpartition("@")
    if not at:
        return draft
    if '"' not in local:
        draft = _closed_up(draft)
        local, at, domain = draft.text.rpartition("@")
    draft = draft.step(ChangeKind.PUNCTUATION, f"{local}@{domain.replace('。', '.').rstrip(_AFTER + '.')}")
    local, at, domain = draft.text.rpartition("@")
    return draft.step(ChangeKind.CASE, f"{local}@{domain.lower()}")


def _octets(part: str) -> int:
    # Lone surrogates cannot be encoded; each is counted as its replacement.
    return len(part.encode("utf-8", "replace"))


def _judge(address: str) -> Iterator[Finding]:
    if "@" not in address:
        yield finding("EMAIL.NO_AT")
        return
    local, domain = address.rsplit("@", 1)
    if "@" in local and not _QUOTED.fullmatch(local):
        yield finding("EMAIL.SEVERAL_AT")
    elif not _local_is_sound(local):
        yield finding("EMAIL.LOCAL")
    if _octets(local) > _LONGEST_LOCAL or _octets(address) > _LONGEST:
        yield finding("EMAIL.LENGTH", length=len(address))
    if domain.startswith("[") and domain.endswith("]"):
        yield finding("EMAIL.ADDRESS_LITERAL" if _is_address(domain[1:-1]) else "EMAIL.DOMAIN")
    elif not _domain_is_sound(domain):
        dotted = _FOR_DOT.sub(".", domain)
        yield finding("EMAIL.DOMAIN", suggestion=f"{local}@{dotted}" if _domain_is_sound(dotted) else None)
    else:
        yield from _slips(domain)


def _slips(domain: str) -> Iterator[Finding]:
    if domain in DOMAIN_SLIPS:
        yield finding("EMAIL.DOMAIN_SLIP", typed=domain, likely=DOMAIN_SLIPS[domain])
    elif (last := domain.rpartition(".")[2]) in COM_SLIPS:
        yield finding("EMAIL.DOMAIN_SLIP", typed=f".{last}", likely=".com")


def _local_is_sound(local: str) -> bool:
    if local.startswith('"'):
        return _QUOTED.fullmatch(local) is not None
    return all(_ATOM.fullmatch(atom) and (atom.isascii() or all(map(_may_stand, atom))) for atom in local.split("."))


def _may_stand(mark: str) -> bool:
    """
    Return whether a local part may contain a character: no space, punctuation or control beyond ASCII.
    """
    return mark.isascii() or mark in _LABEL_SIGNS or unicodedata.category(mark) not in _NEVER


def _domain_is_sound(domain: str) -> bool:
    labels = domain.split(".")
    # A domain of digits only would be an address without its brackets.
    top = labels[-1]
    sound = _TOP.fullmatch(top) is not None if top.isascii() else not top.isdigit()
    return len(labels) > 1 and all(map(_label_is_sound, labels)) and sound


def _label_is_sound(label: str) -> bool:
    if len(label) > _LONGEST_LABEL:
        return False
    if label.isascii():
        return _LABEL.fullmatch(label) is not None
    return (
        all(unicodedata.category(mark) in _LABEL_KINDS or mark in _LABEL_SIGNS for mark in label)
        and "-" not in {label[0], label[-1]}
        and len(b"xn--" + label.encode("punycode")) <= _LONGEST_LABEL
    )


def _is_address(inner: str) -> bool:
    try:
        ipaddress.IPv6Address(inner[5:]) if inner.startswith("ipv6:") else ipaddress.IPv4Address(inner)
    except ValueError:
        return False
    return True
