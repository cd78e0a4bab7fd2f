"""
E-mail addresses: what the RFCs allow, what hands and keyboards add, and slips.
"""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.identifiers import email
from credrules.identifiers.email import Email
from tests.support.cases import not_ok, ok

LONGEST_LABEL = "a" * 63
LONGEST_DOMAIN = ".".join([LONGEST_LABEL, LONGEST_LABEL, LONGEST_LABEL[:61]])


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("a@example.org", marks=ok("GX-096")),
        "12345@example.org",
        "first.last+tag@example.org",
        "user-@example.org",
        "mailhost!user@example.org",
        "user%example.net@example.org",
        "!#$%&'*+/=?^_`{|}~-@example.org",
        '" "@example.org',
        '"a..b"@example.org',
        '"a@b"@example.org',
        '"a\\"b"@example.org',
        "a@s.example",
        "a@valid-----hyphens.example",
        "a@xn--fsqu00a.xn--0zwm56d",
        "张三@例子.中国",
        "用户@例子.广告",
        "test@उदाहरण.परीक्षा",
        "a@l·l.example",
        f"{'a' * 64}@example.org",
        f"a@{LONGEST_LABEL}.example",
        f"{'a' * 64}@{LONGEST_DOMAIN}",
    ],
)
def test_sound_address_passes_silently(address: str) -> None:
    """
    Whatever RFC 5321, 5322 and 6531 allow is no fault.
    """
    assert () == email.check(address).findings
    assert address == email.normalize(address)


@pytest.mark.parametrize("address", ["a@[192.0.2.1]", "a@[IPv6:2001:db8::1]"])
def test_address_literal_is_remarked(address: str) -> None:
    """
    A network address in brackets is allowed and unusual.
    """
    report = email.check(address)

    assert report.ok
    assert ["EMAIL.ADDRESS_LITERAL"] == [item.code for item in report.findings if item.code.startswith("EMAIL")]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a＠example．org", "a@example.org"),
        ("ａ@example.org", "a@example.org"),
        ("a@example。org", "a@example.org"),
        ("a@example.org。", "a@example.org"),
        ("a@example.org.", "a@example.org"),
        ("a@example.org;", "a@example.org"),
        ("a @ example.org", "a@example.org"),
        ("a@example. org", "a@example.org"),
        (" a@example.org\n", "a@example.org"),
        ("a@Example.ORG", "a@example.org"),
        ("A.B@example.org", "A.B@example.org"),
        ("mailto:a@example.org", "a@example.org"),
        ("<a@example.org>", "a@example.org"),
        ("邮箱：a@example.org", "a@example.org"),
        ("E-mail: a@example.org", "a@example.org"),
        ("a@example.org（常用）", "a@example.org"),
        ("张三 <a@example.org>", "a@example.org"),
    ],
)
def test_what_is_added_around_is_taken_off(value: str, expected: str) -> None:
    """
    Width, blanks, final marks and the case of the domain are repaired and listed; the local part keeps its case.
    """
    report = email.check(value)

    assert expected == email.parse(value).address
    assert (value == expected) is not bool(report.changes)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("a.example.org", ["NO_AT"], marks=not_ok("GX-096")),
        ("12345", ["NO_AT"]),
        ("a@@example.org", ["SEVERAL_AT"]),
        ("a@b@example.org", ["SEVERAL_AT"]),
        ("a@example.org;b@example.org", ["SEVERAL"]),
        ("a@example.org b@example.org", ["SEVERAL"]),
        ("@example.org", ["LOCAL"]),
        (".a@example.org", ["LOCAL"]),
        ("a.@example.org", ["LOCAL"]),
        ("a..b@example.org", ["LOCAL"]),
        ("a b@example.org", ["LOCAL"]),
        ("a(b)@example.org", ["LOCAL"]),
        ('a"b"c@example.org', ["LOCAL"]),
        ('"a@example.org', ["LOCAL"]),
        ('"a"b"@example.org', ["LOCAL"]),
        ("a@", ["DOMAIN"]),
        ("a@example", ["DOMAIN"]),
        ("a@localhost", ["DOMAIN"]),
        ("a@.org", ["DOMAIN"]),
        ("a@-example.org", ["DOMAIN"]),
        ("a@example-.org", ["DOMAIN"]),
        ("a@例子-.中国", ["DOMAIN"]),
        ("a@例☃.中国", ["DOMAIN"]),
        ("a@exa_mple.org", ["DOMAIN"]),
        ("a@ex ample.org", ["DOMAIN"]),
        ("a@192.0.2.1", ["DOMAIN"]),
        ("a@⒈example.org", ["DOMAIN"]),
        ("a@example.org-2", ["DOMAIN"]),
        ("a@example.c0m", ["DOMAIN"]),
        ("a@[2001:db8::1]", ["DOMAIN"]),
        ("甲：a@example.org", ["LOCAL"]),
        ("a、b@example.org", ["LOCAL"]),
        ("\ue000@example.org", ["LOCAL"]),
        ("a@[300.0.2.1]", ["DOMAIN"]),
        ("a@[example.org]", ["DOMAIN"]),
        (f"a@{LONGEST_LABEL}a.example", ["DOMAIN"]),
        (f"a@{'例' * 60}.example", ["DOMAIN"]),
        (f"{'a' * 65}@example.org", ["LENGTH"]),
        (f"{'张' * 22}@example.org", ["LENGTH"]),
        (f"{'a' * 64}@a{LONGEST_DOMAIN}", ["LENGTH", "DOMAIN"]),
        (f"{'a' * 64}@{LONGEST_DOMAIN}aa", ["LENGTH"]),
        ("无", ["PLACEHOLDER"]),
        ("", ["EMPTY"]),
        (b"a@example.org", ["NOT_TEXT"]),
    ],
)
def test_wrong_address_is_refused_with_its_reason(value: object, expected: list[str]) -> None:
    """
    A missing or doubled @, the local part, the domain, and length are told apart.
    """
    assert expected == [item.code.partition(".")[2] for item in email.check(value).errors]
    assert not email.is_valid(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a@example,org", "a@example.org"),
        ("a@example，org", "a@example.org"),
        ("a@example、org", "a@example.org"),
        ("a@example..org", "a@example.org"),
        ("a@exa_mple,org", None),
    ],
)
def test_sign_typed_for_a_dot_is_proposed(value: str, expected: str | None) -> None:
    """
    A comma for the dot is refused with the address it stands for, if that one is sound.
    """
    assert [expected] == [item.suggestion for item in email.check(value).errors]
    assert (expected is not None) is email.check(value).repaired().ok


@pytest.mark.parametrize(
    ("value", "likely"),
    [("a@gmial.com", "gmail.com"), ("a@qq.cm", "qq.com"), ("a@example.con", ".com"), ("a@example.cmo", ".com")],
)
def test_likely_slip_is_only_remarked(value: str, likely: str) -> None:
    """
    A domain that looks like a slip passes with a warning; nothing is put in its place.
    """
    report = email.check(value)

    assert report.ok
    assert [("EMAIL.DOMAIN_SLIP", likely, None)] == [
        (item.code, item.params["likely"], item.suggestion) for item in report.findings
    ]


def test_mask_keeps_first_letter_and_domain() -> None:
    """
    What has no @ is masked as a number is.
    """
    assert "z*******@example.org" == email.mask("zhangsan@example.org")
    assert "a.e********rg" == email.mask("a.example.org")
    assert "Email('z*******@example.org')" == repr(Email("zhangsan", "example.org"))


@given(
    local=st.lists(
        st.text(string.ascii_letters + string.digits + "_-+", min_size=1, max_size=8), min_size=1, max_size=4
    ),
    labels=st.lists(st.text(string.ascii_lowercase, min_size=1, max_size=10), min_size=1, max_size=3),
    top=st.text(string.ascii_lowercase, min_size=2, max_size=10),
)
def test_dotted_words_are_an_address(local: list[str], labels: list[str], top: str) -> None:
    """
    Words joined by dots on both sides of the @ are sound; a last label of one letter does not exist.
    """
    domain = ".".join((*labels, top))

    assert Email(".".join(local), domain) == email.parse(f"{'.'.join(local)}@{domain}")
    assert not email.check(f"{'.'.join(local)}@{'.'.join((*labels, top[0]))}").ok
