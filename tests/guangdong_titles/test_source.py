"""
What the page is, what it leaves out, and what is the application's.
"""

from __future__ import annotations

import datetime as dt
import re

import pytest

from credrules.catalogue import RULES
from credrules.fields import fields_of
from credrules.systems import guangdong_titles as titles
from credrules.systems.guangdong_titles import workflow
from credrules.testing._samples import guangdong_titles as people
from credrules.testing._samples.guangdong_titles import ON, PROFILE
from credrules.values import LANGS, Evidence
from tests.support.cases import not_ok, ok
from tests.support.runners import findings_in
from tests.support.source import authored
from tools.documents import requirements

SYSTEM = next(data for data in requirements.systems() if data["name"] == "guangdong_titles")
OWN = {code: row for code, row in RULES.items() if code.startswith("GD.")}
SOURCES = [module for module in authored() if module.name.startswith("credrules.systems.guangdong_titles")]
CHANCHENG = "GD.ACCOUNT.CHANCHENG_LICENCE"


def _codes(data: object, profile: object = PROFILE, on: dt.date = ON) -> set[str]:
    report = titles.check(data, on=on, profile=profile)  # type: ignore[arg-type]  # a profile of this system
    return {item.code for item in report.findings}


@ok("GD-001", "GD-048")
@not_ok("GD-001", "GD-048")
def test_the_local_ending_is_off_by_default() -> None:
    """
    The counter's rule of Chancheng holds under its own profile and not in Qingyuan; section 二 holds everywhere.
    """
    branch = people.file(basic={"division": "440604", "registered_by": "440605"})
    elsewhere = people.file(basic={"division": "441802", "registered_by": "440605"})
    licensed = people.file(basic={"division": "440604", "registered_by": "440604"})

    assert CHANCHENG not in _codes(branch)
    assert CHANCHENG in _codes(branch, titles.FOSHAN_CHANCHENG)
    assert CHANCHENG not in _codes(elsewhere, titles.FOSHAN_CHANCHENG)
    assert CHANCHENG not in _codes(licensed, titles.FOSHAN_CHANCHENG)
    assert CHANCHENG not in _codes(people.file(), titles.FOSHAN_CHANCHENG)
    assert CHANCHENG in _codes(branch, titles.PROFILE.switch(licence_division="440604"))
    assert "PROVINCIAL" == titles.route_system({"level": "PROVINCIAL"}, profile=titles.FOSHAN_CHANCHENG).system


@ok("GD-002")
@not_ok("GD-002")
def test_nothing_of_the_tail_is_here() -> None:
    """
    The catalogue cites sections 一 to 六 only; none of the teasers behind them is a rule.
    """
    places = {cite.section for row in OWN.values() for cite in row.citations if cite.document == "gd-titles"}
    words = "\n".join(row.template("zh") for row in OWN.values())

    assert [] == [
        place for place in places if re.fullmatch(r"[一二三四五六](\([12]\))?(、[一二三四五六])*", place) is None
    ]
    assert None is re.search("失业|公积金|社保|社会保险|户口|贷款|旅游|工伤|广播|占道", words)


@ok("GD-003")
@not_ok("GD-003")
def test_the_rebuilt_machine_says_so() -> None:
    """
    The review application is marked as reconstructed, and what follows the chain is not stated evidence.
    """
    late = [
        row
        for row in workflow.REVIEW_APPLICATION.transitions
        if row.source in {"AT_COMMITTEE_OFFICE", "IN_REVIEW", "PASSED"}
    ]

    assert "reconstructed" == workflow.EVIDENCE
    assert "重建" in workflow.REVIEW_APPLICATION.label.zh
    assert {Evidence.OUTSIDE} == {row.evidence for row in late}


@ok("GD-047")
@not_ok("GD-047")
def test_no_contact_data() -> None:
    """
    No address, telephone number or web address stands in the rooms or their wording.
    """
    words = [row.template(lang) for row in OWN.values() for lang in LANGS]
    shown = "\n".join([*(module.text for module in SOURCES), *words])

    assert [] == re.findall(r"https?://|www\.|\b0\d{2,3}[- ]?\d{7,8}\b|\b1[3-9]\d{9}\b|\d+号(?:窗口|楼)", shown)


@ok("GD-050")
@not_ok("GD-050")
def test_no_login_is_stored() -> None:
    """
    No record has a field for an account name or a password; one that is given is passed over with a warning.
    """
    names = {spec.name for kind in titles.records.RECORD_TYPES for spec in fields_of(kind)}
    report = titles.check(people.file(account={"密码": "geheim"}), on=ON, profile=PROFILE)

    assert set() == names & {"login", "password", "account_name"}
    assert ["RECORD.UNKNOWN_KEY"] == [item.code for item in report.warnings]
    assert "geheim" not in repr(report.value)


def test_what_is_assumed_refuses_nothing_by_default() -> None:
    """
    A rule that is assumed is at most a warning, but for what only a switch turns on.
    """
    assumed = {code for code, row in OWN.items() if row.evidence is Evidence.ASSUMED and row.severity.name == "ERROR"}

    assert {"GD.FLOW.CHANGE_REFUSED", "GD.FLOW.CHANGE_APPROVER"} == assumed


@pytest.mark.parametrize("code", sorted(OWN))
def test_no_word_is_missing(code: str) -> None:
    """
    The failing examples of every row fill in all its words, in both languages.
    """
    for example in OWN[code].fails:
        told = [item for item in findings_in(example.call, example.arguments) if item.code == code]
        words = "".join(item.message(lang) for item in told for lang in LANGS)

        assert told
        assert not re.search(r"…|\*{4}|None", words)


def test_requirements_are_as_counted() -> None:
    """
    Of the 61 requirements thirteen are rows of fields.
    """
    assert 13 == sum(entry["kind"] == ["field"] for entry in SYSTEM["requirement"])
