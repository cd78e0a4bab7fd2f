"""
What may be shown of an identifier.
"""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from credrules.masking import (
    mask,
    mask_email,
    mask_text,
    masked_repr,
    masked_str,
    own_text,
    shown_repr,
    shown_text,
    type_name,
)
from tests.support import hostile

# A run that could identify somebody: seven or more letters and digits, six digits among them.
RUN = re.compile(r"[0-9A-Za-z０-９]{7,}")


def _whole_runs(text: str) -> list[str]:
    # The n of an escaped line break belongs to no number.
    return [run for run in RUN.findall(text.replace("\\n", " ")) if sum(map(str.isdecimal, run)) >= 6]


SECRETS = st.one_of(
    st.from_regex(r"4500001993070[0-9]{4}[0-9X]", fullmatch=True),
    st.from_regex(r"1380000[0-9]{4}", fullmatch=True),
    st.from_regex(r"[A-Z]{1,3}[0-9]{6,12}", fullmatch=True),
    st.from_regex(r"[0-9]{7,30}", fullmatch=True),
    st.from_regex(r"[０-９]{7,20}", fullmatch=True),
)
AROUND = st.text(alphabet="身份证号 :,，。()（）生于-/\n\u200b", max_size=8)


@given(before=AROUND, secret=SECRETS, after=AROUND)
def test_no_identifier_survives(before: str, secret: str, after: str) -> None:
    """
    Whatever stands around it, an identifier is not whole in a text, a repr or a string made of it.
    """
    text = f"{before}{secret}{after}"

    for shown in (mask_text(text), masked_repr(text), masked_repr([text]), masked_str(text), shown_repr(text)):
        assert [] == _whole_runs(shown)
        assert secret not in shown


@given(secret=SECRETS, gap=st.sampled_from(["\u200b", "\xad", "\ufeff", "\u2060"]), at=st.integers(1, 6))
def test_invisible_characters_do_not_break_a_number_open(secret: str, gap: str, at: int) -> None:
    """
    An identifier with characters inside that print nothing is masked as the reader sees it.
    """
    shown = mask_text(f"{secret[:at]}{gap}{secret[at:]}")

    assert [] == _whole_runs(shown.replace(gap, ""))


@given(text=st.text())
def test_masking_twice_changes_nothing(text: str) -> None:
    """
    What is masked stays as it is.
    """
    assert mask_text(text) == mask_text(mask_text(text))


@given(text=st.text(min_size=1), head=st.integers(0, 8), tail=st.integers(0, 8))
def test_a_mask_keeps_the_length_and_hides_something(text: str, head: int, tail: int) -> None:
    """
    A masked text is as long as the text, keeps its ends, and at least one character is hidden.
    """
    shown = mask(text, head=head, tail=tail)
    hidden = [place for place, char in enumerate(shown) if char == "*"]

    assert len(text) == len(shown)
    assert "*" in shown
    assert all(char in {"*", text[place]} for place, char in enumerate(shown))
    assert hidden


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("450000199307010014", "450000********0014"),
        ("45000019930701001X", "450000********001X"),
        ("450000 19930701 0014", "450000**********0014"),
        ("13800001234", "138******34"),
        ("138 0000 1234", "138********34"),
        ("0771-0001234", "077*******34"),
        ("000-1234", "00*****4"),
        ("2013 034567", "201******67"),
        ("GB 450000199307010014", "GB 450000********0014"),
        ("GB 45000-199307010014", "GB 45000*********0014"),
        ("zhangsan@example.org", "z*******@example.org"),
        ("张三 13800001234 zs@example.org", "张三 138******34 z*@example.org"),
        ("４５００００１９９３", "４５******９３"),
        ("٤٥٠٠٠٠١٩٩٣٠٧٠١٠٠١٤", "٤٥٠٠٠٠********٠٠١٤"),
        ("", ""),
    ],
)
def test_what_is_masked(text: str, expected: str) -> None:
    """
    Identity numbers, phones, certificate numbers and e-mail addresses lose their middle, in any script.
    """
    assert expected == mask_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "1993-07-01",
        "1993-07",
        "1993.07.01",
        "1 7 1993",
        "2012-2013",
        "2-02-10-09",
        "GB 11643-1999",
        "GB/T 8561-2001",
        "GB/T 2261.1-2003",
        "2012-06-01",
        "450103",
        "工程师 2013",
        "ABCDEFGH",
        "第1中学",
        "3.14",
    ],
)
def test_what_stays_readable(text: str) -> None:
    """
    Dates, division codes, occupations, numbers of standards, words and small numbers identify nobody.
    """
    assert text == mask_text(text)


def test_short_local_parts_are_hidden_too() -> None:
    """
    Of an e-mail address the first letter and the domain stay, however short the name.
    """
    assert ["a*@example.org", "a*@example.org", "无"] == [
        mask_email(text) for text in ("a@example.org", "ab@example.org", "无")
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("A12345", "'A****5'"),
        ("20130345", "'20*****5'"),
        ("桂职字〔2013〕0345号", "'桂职字〔20******5号'"),
        ("桂2013/1234", "'桂20******4'"),
        ("2013第1234", "'20******4'"),
        ("12，34，56，78", "'12*******78'"),
        ("〔20\u200b13〕0345", "'〔20******45'"),
        ("1993年07月01日", "'1993年07月01日'"),
        ("1993/07/01", "'1993/07/01'"),
        ("01/07/1993", "'01/07/1993'"),
        ("1993-07-01 09:30:00", "'1993-07-01 09:30:00'"),
        ("2019年度72学时", "'2019年度72学时'"),
        (199307, "1****7"),
        ("1993年7月", "'1993年7月'"),
        (None, "None"),
        ({"address": "甲市乙路 1 号"}, "<dict of 1>"),
        (["甲市乙路 1 号"], "<list of 1>"),
        (dt.date(1993, 7, 1), "datetime.date(1993, 7, 1)"),
    ],
)
def test_what_was_given_is_shown_with_care(value: object, expected: str) -> None:
    """
    Of what somebody filled in, short numbers are masked too, and a record is told by its size only.
    """
    assert expected == shown_repr(value)


@given(text=st.text(alphabet="0123456789A〔〕()/#:，年月 -*", max_size=40))
@example(text="00000年00000000")
@example(text="0000A年00000000")
def test_showing_with_care_twice_changes_nothing(text: str) -> None:
    """
    What is masked with care stays as it is.
    """
    assert shown_text(text) == shown_text(shown_text(text))


def test_reprs_are_short() -> None:
    """
    The repr of a long text or object is cut.
    """
    assert "'" + "张" * 57 + "...'" == masked_repr("张" * 100)
    assert 200 == len(masked_repr(["张"] * 100))


def test_dates_are_shown_in_iso_notation() -> None:
    """
    A date is shown as ISO 8601, any other object as its text.
    """
    assert ["1993-07-01", "1.5", "450000********0014"] == [
        masked_str(item) for item in (dt.date(1993, 7, 1), 1.5, 450000199307010014)
    ]


def test_hostile_objects_are_shown_by_their_type() -> None:
    """
    Objects whose methods raise are shown all the same, if only by the name of their type.
    """
    for item in hostile.everything():
        assert masked_repr(item)
        assert isinstance(masked_str(item), str)
        assert shown_repr(item)
        assert type_name(item)
    assert "<HostileAll>" == masked_repr(hostile._hostile_class("HostileAll", object, *hostile.EVERYTHING)())
    assert "<int>" == masked_str(10**5000)


def test_the_text_behind_a_text_is_plain() -> None:
    """
    The text of a subclass of `str` is read without asking it.
    """
    assert str is type(own_text(hostile.EndlessText("abc")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地址：甲市乙区民族大道88号", "地址************"),
        ("地\u200b址：民族大道88号", "***********"),
        ("桂职字〔2013〕0345号", "桂职字〔20******5号"),
    ],
)
def test_the_ends_of_a_text_of_another_kind_are_hidden_too(text: str, expected: str) -> None:
    """
    What keeps its ends shows of a label and an address no house number, and stays as long as it was.
    """
    assert (expected, len(text)) == (mask(text), len(mask(text)))


def test_a_name_of_a_type_is_masked() -> None:
    """
    A number in the name of a class is no more shown than elsewhere.
    """
    assert "T13*******34" == type_name(type("T13800001234", (), {})())
