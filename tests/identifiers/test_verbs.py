"""
What every identifier module promises: the same verbs, total, agreeing with one another.
"""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from types import ModuleType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from credrules.findings import CredrulesError, Report
from credrules.identifiers import (
    certificate_number,
    citizen_id,
    email,
    landline,
    mobile,
    org_code,
    person_name,
    uscc,
)

# Each with a sound value and what must not be seen of it.
SOUND: dict[ModuleType, tuple[str, str]] = {
    citizen_id: ("450000199307010014", "199307010014"),
    uscc: ("12450000PDY00001XW", "PDY00001X"),
    org_code: ("D2143569X", "D2143569"),
    mobile: ("13800000001", "13800000001"),
    landline: ("0771-0000001", "0000001"),
    email: ("zhangsan@example.org", "zhangsan"),
    certificate_number: ("0312345", "0312345"),
}
MODULES = [*SOUND, person_name]
NAMES = [module.__name__.rpartition(".")[2] for module in MODULES]

each_module = pytest.mark.parametrize("module", MODULES, ids=NAMES)
each_masked = pytest.mark.parametrize("module", list(SOUND), ids=NAMES[:-1])

# Texts near what the modules read: digits, letters, separators, and anything.
NEAR = st.text("0123456789Xx*-－ 　+()（）/.@:；\"'=EabHＡ１张·•无", max_size=24)
WORDS = ("无", "不详", "没有", "null", "11111111", "0000", "张三", "a@b", "+85250000001", "95000", "12E+5", "####")
TEXTS = NEAR | st.text(max_size=30) | st.sampled_from([*WORDS, *(text for text, _ in SOUND.values())])
VALUES = TEXTS | st.integers() | st.floats() | st.none() | st.booleans() | st.binary(max_size=20)
DAYS = st.none() | st.dates()

# What people and programs put around a number, in any order and as often as they like.
AROUND = [
    "'",
    '"',
    "=",
    "`",
    ";",
    "，",
    "。",
    ".",
    "-",
    "－",
    " ",
    "\u3000",
    "\n",
    "(",
    "）",
    "（办公室）",
    "电话:",
    "手机：",
]
AROUND += [
    "tel:",
    "邮箱:",
    "mailto:",
    "<",
    ">",
    ".0",
    "转",
    "#",
    "*",
    "@",
    "/",
    "+86",
    "86",
    "0",
    "无",
    "·",
    "E5",
    "号",
    "; --",
]
MIXED = st.lists(st.sampled_from([*AROUND, *(text for text, _ in SOUND.values())]), max_size=8).map("".join)


@each_module
@given(value=VALUES, on=DAYS)
def test_is_valid_is_check_ok(module: ModuleType, value: object, on: dt.date | None) -> None:
    """
    The quick answer is the careful one, and a value is there exactly when there is no error.
    """
    report = module.check(value, on=on)

    assert report.ok is module.is_valid(value, on=on)
    assert report.ok is (report.value is not None)
    assert report.raw is value


@each_module
@given(value=VALUES)
def test_normalizing_twice_changes_nothing(module: ModuleType, value: object) -> None:
    """
    The canonical spelling of what is accepted is its own canonical spelling, accepted as well.
    """
    once = module.normalize(value)

    if module.is_valid(value):
        assert once == module.normalize(once)
        assert module.is_valid(once)
        assert module.parse(value) == module.parse(once)


@each_module
@given(value=MIXED | VALUES)
@example(value="'; drop table x; --")
@example(value="a@example.org。(办公室)")
def test_repairing_twice_changes_nothing(module: ModuleType, value: object) -> None:
    """
    One repair is all there is to repair, in whatever is accepted or refused.
    """
    once = module.check(value).repaired()
    again = once.repaired()

    assert (once.raw, once.findings) == (again.raw, again.findings)


@each_module
@given(value=MIXED | TEXTS)
def test_normalized_text_is_its_own_normal_form(module: ModuleType, value: str) -> None:
    """
    `normalize` gives the same for what it gave, whether or not the text is an identifier.
    """
    once = module.normalize(value)

    assert once == module.normalize(once)


@each_module
@given(value=MIXED | VALUES)
def test_parse_raises_exactly_when_there_are_errors(module: ModuleType, value: object) -> None:
    """
    `parse` gives the report's value, or raises with its errors.
    """
    report: Report[object] = module.check(value)
    if report.ok:
        assert report.value == module.parse(value)
        return
    with pytest.raises(CredrulesError) as raised:
        module.parse(value)

    assert report.errors == raised.value.findings


@each_module
@given(value=VALUES)
def test_format_and_mask_are_total(module: ModuleType, value: object) -> None:
    """
    Words for people come out of any value, and the mask is never longer than the number.
    """
    assert isinstance(module.format(value), str)
    assert len(module.mask(value)) <= max(len(module.normalize(value)) + 1, 1)


@each_module
@given(value=TEXTS)
def test_formatted_value_reads_as_itself(module: ModuleType, value: str) -> None:
    """
    What is shown to people can be typed in again; only the word for the missing number stands for itself.
    """
    if module.is_valid(value) and module.format(value) != "无编号":
        assert module.normalize(value) == module.normalize(module.format(value))


@each_module
@given(value=TEXTS)
def test_repaired_report_is_no_worse(module: ModuleType, value: str) -> None:
    """
    Applying the suggestions of an accepted value keeps its meaning.
    """
    report = module.check(value)

    if report.ok and not any(item.code.endswith("MISTYPED_PLACEHOLDER") for item in report.findings):
        assert report.value == report.repaired().value


@each_module
def test_change_and_finding_go_together(module: ModuleType) -> None:
    """
    A blank around a sound value is repaired with one finding that proposes the clean text.
    """
    text = SOUND.get(module, ("张三", ""))[0]
    report = module.check(f" {text} ")

    assert text in [item.suggestion for item in report.findings]
    assert text == module.normalize(f" {text} ")
    assert 1 == len(report.changes)


@each_masked
def test_nothing_shows_the_whole(module: ModuleType) -> None:
    """
    Mask, repr of value and report show no whole number.
    """
    text, secret = SOUND[module]
    shown = f"{module.mask(text)} {module.parse(text)!r} {module.check(text)!r}"

    assert secret not in shown


@each_module
def test_values_are_values(module: ModuleType) -> None:
    """
    Typed values compare, hash, pickle and copy by value; reports pickle with how to run again.
    """
    text = SOUND.get(module, ("张三", ""))[0]
    value = module.parse(text)
    report = module.check(f"{text} ", on=dt.date(2024, 1, 1))

    assert value == pickle.loads(pickle.dumps(value)) == copy.deepcopy(value)
    assert hash(value) == hash(module.parse(text))
    assert report == pickle.loads(pickle.dumps(report))
    assert pickle.loads(pickle.dumps(report)).repaired().ok


@each_module
@pytest.mark.parametrize("value", ["9" * 200_000, "a@" * 100_000, "·" * 200_000, "- " * 100_000, "x" * 200_000])
def test_long_texts_are_no_trouble(module: ModuleType, value: str) -> None:
    """
    Enormous cells are answered without stack or time running out.
    """
    assert not module.is_valid(value) or module in {certificate_number, person_name}
