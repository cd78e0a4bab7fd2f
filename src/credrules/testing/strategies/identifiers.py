"""
Identifiers that belong to no one: numbers are drawn in parts and their check characters computed.

Identity numbers use the province-level address code 450000, which is no
resident's county; telephones and codes of units come from ranges that were
given to no one.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from hypothesis import strategies as st

from credrules.identifiers import citizen_id, org_code, uscc

__all__ = [
    "PAST",
    "certificate_numbers",
    "citizen_ids",
    "emails",
    "landlines",
    "mobiles",
    "org_codes",
    "person_names",
    "usccs",
]
__dir__ = __all__.copy

PAST: Final = (dt.date(1930, 1, 1), dt.date(2010, 12, 31))
"""The first and the last day on which something happened in an invented life."""
_SURNAMES: Final = "赵钱孙李周吴郑王冯陈韦黄覃农"
_GIVEN: Final = "一二三甲乙丙丁文武明华兰芳国强伟"


def citizen_ids(
    *, births: st.SearchStrategy[dt.date] | None = None, sex: str | None = None, division: str = "450000"
) -> st.SearchStrategy[str]:
    """
    Return identity numbers of 18 characters that belong to no one, with the right check digit.

    `births` draws the birth date, `sex` fixes the parity of the sequence
    (codes of GB/T 2261.1: "1" male, "2" female).

    >>> from hypothesis import find
    >>> find(citizen_ids(sex="2"), bool)[:6], citizen_id.parse(find(citizen_ids(sex="2"), bool)).sex
    ('450000', '2')
    """
    days = st.dates(*PAST) if births is None else births
    # No sequence ends in 00: with the check digit 0 it would look rounded by a spreadsheet.
    last_two = {"1": st.integers(0, 49).map(lambda n: 2 * n + 1), "2": st.integers(1, 49).map(lambda n: 2 * n)}
    numbers = st.builds(
        lambda hundreds, rest: 100 * hundreds + rest, st.integers(0, 9), last_two.get(sex or "", st.integers(1, 99))
    )
    return st.builds(lambda day, number: _with_check(f"{division}{day:%Y%m%d}{number:03}"), days, numbers)


def _with_check(body: str) -> str:
    return body + citizen_id.check_digit(body)


def org_codes() -> st.SearchStrategy[str]:
    """
    Return nine-character organisation codes in the self-defined range PDY00001 to PDY99999.

    Only these certainly belong to no one; `check` therefore reports them
    (ORG_CODE.SELF_DEFINED), and nothing else.

    >>> from hypothesis import find
    >>> find(org_codes(), bool)[:3]
    'PDY'
    """
    return st.integers(1, 99999).map(lambda n: f"PDY{n:05}").map(lambda body: body + org_code.check_digit(body))


def usccs() -> st.SearchStrategy[str]:
    """
    Return unified social credit codes of invented public institutions and enterprises in Guangxi.

    They hold organisation codes of the self-defined range; see `org_codes`.

    >>> from hypothesis import find
    >>> len(find(usccs(), bool))
    18
    """
    heads = st.sampled_from(("12450000", "91450000", "51450000"))
    bodies = st.builds(lambda head, code: head + code, heads, org_codes())
    return bodies.map(lambda body: body + uscc.check_digit(body))


def mobiles() -> st.SearchStrategy[str]:
    """
    Return mobile numbers of the form 1380000nnnn.

    >>> from hypothesis import find
    >>> find(mobiles(), bool)[:7]
    '1380000'
    """
    return st.integers(0, 9999).map(lambda n: f"1380000{n:04}")


def landlines() -> st.SearchStrategy[str]:
    """
    Return telephone numbers of Nanning that begin with 000 and so belong to no one.

    >>> from hypothesis import find
    >>> find(landlines(), bool)[:8]
    '0771-000'
    """
    return st.integers(0, 9999).map(lambda n: f"0771-000{n:04}")


def emails() -> st.SearchStrategy[str]:
    """
    Return addresses at example.org.

    >>> from hypothesis import find
    >>> find(emails(), bool).partition("@")[2]
    'example.org'
    """
    return st.text("abcdefgh", min_size=1, max_size=8).map(lambda name: f"{name}@example.org")


def certificate_numbers() -> st.SearchStrategy[str]:
    """
    Return eight-digit certificate numbers, never the sign for "no number".

    >>> from hypothesis import find
    >>> len(find(certificate_numbers(), bool))
    8
    """
    return st.integers(1, 999999).map(lambda n: f"03{n:06}")


def person_names() -> st.SearchStrategy[str]:
    """
    Return invented Han names of two or three characters.

    >>> from hypothesis import find
    >>> 2 <= len(find(person_names(), bool)) <= 3
    True
    """
    return st.builds(str.__add__, st.sampled_from(_SURNAMES), st.text(_GIVEN, min_size=1, max_size=2))
