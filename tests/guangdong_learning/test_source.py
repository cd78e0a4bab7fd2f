"""
What the questions are, what they leave out, and what is the application's.
"""

from __future__ import annotations

import re

import pytest

from credrules import codes
from credrules.catalogue import RULES
from credrules.fields import fields_of
from credrules.systems import guangdong_learning as learning
from credrules.testing._samples import guangdong_learning as people
from credrules.testing._samples.guangdong_learning import ON
from credrules.values import LANGS, Evidence
from tests.support.cases import not_ok, ok
from tests.support.runners import findings_in
from tests.support.source import authored
from tools.documents import requirements

SYSTEM = next(data for data in requirements.systems() if data["name"] == "guangdong_learning")
OWN = {code: row for code, row in RULES.items() if code.startswith("CE.")}
PLACE = re.compile(r"[A-I][0-9]{1,2}(?:、[A-I][0-9]{1,2})*")
SOURCES = [module for module in authored() if module.name.startswith("credrules.systems.guangdong_learning")]


@pytest.mark.parametrize(
    ("citation", "clear"),
    [pytest.param("D1", True, marks=ok("CE-001")), pytest.param("Q1", False, marks=not_ok("CE-001"))],
)
def test_a_number_alone_says_nothing(citation: str, clear: bool) -> None:  # noqa: FBT001  # the expected answer
    """
    A place in the text is a block and a number, since the numbers restart.
    """
    cites = [cite for row in OWN.values() for cite in row.citations if cite.document == "gd-ce-faq"]

    assert clear is (citation in {place for cite in cites for place in cite.section.split("、")})


def test_every_citation_names_block_and_number() -> None:
    """
    Every row that cites the questions names block and number.
    """
    places = [cite.section for row in OWN.values() for cite in row.citations if cite.document == "gd-ce-faq"]

    assert [] == [place for place in places if PLACE.fullmatch(place) is None]
    assert len(places) > 50


@ok("CE-076")
@not_ok("CE-076")
def test_a_forgotten_administrator_account_has_no_answer() -> None:
    """
    I7 has no answer: of an account that is an administrator's only, no way of recovery is told.
    """
    admin = learning.Account("a", "440000199307010012", frozenset({"UNIT_ADMIN"}), "甲公司")

    assert () == learning.recovery(admin)


@ok("CE-002", "CE-076")
@not_ok("CE-002", "CE-076")
def test_unanswered_questions() -> None:
    """
    F2 is answered from outside, and the rows say so; I7 has no answer, so nothing cites it but a docstring's word.
    """
    direct = [row for row in learning.LEARNING_RECORD.transitions if row.source == "NONE" and row.event != "create"]

    assert {Evidence.OUTSIDE} == {row.evidence for row in direct}
    assert [] == [code for code, row in OWN.items() if any("I7" in cite.section for cite in row.citations)]
    assert [] == [code for code in OWN if "FORGOT" in code and "ADMIN" in code]


@ok("CE-003")
@pytest.mark.parametrize(
    "word",
    ["人社局", "人力资源部门", "人力资源和社会保障局", "人社局部门", "主管部门", "主管部门（各市区的人力资源部门）"],
)
def test_words_for_the_bureau(word: str) -> None:
    """
    The local bureau has many names and is one role.
    """
    assert "HR_BUREAU" == learning.role_of(word)


@not_ok("CE-003")
def test_competent_department_is_no_role_of_its_own() -> None:
    """
    主管部门 is the bureau here; nine roles are all there are, and what is no body has none.
    """
    assert {
        "HELPDESK", "HR_BUREAU", "INDUSTRY_BODY", "LEARNING_SITE", "PERSON", "PROVINCE", "TRAINING_BODY", "UNIT",
        "UNIT_ADMIN",
    } == {entry.code for entry in codes.LEARNING_ROLES}  # fmt: skip
    assert ("PROVINCE", "HELPDESK", None) == tuple(map(learning.role_of, ("省厅", "系统客服", "甲公司")))


@ok("CE-005", "CE-055", "CE-061")
@not_ok("CE-005", "CE-055", "CE-061")
def test_no_contact_data() -> None:
    """
    No telephone number and no web address stands in the rooms or their wording; the advice is whom to ask.
    """
    words = [row.template(lang) for row in OWN.values() for lang in LANGS]
    shown = "\n".join([*(module.text for module in SOURCES), *words])

    assert [] == re.findall(r"https?://|www\.|\b(?:0\d{2,3}|400)[- ]?\d{7,8}\b|\b1[3-9]\d{9}\b|\b12333\b", shown)
    assert "ASK_HELPDESK" in learning.LoginAdvice.__members__
    assert "CE.FLOW.PROVINCE" in OWN


@ok("CE-064")
@not_ok("CE-064")
def test_no_payment_and_no_courses() -> None:
    """
    A record names its provider; nothing has a price or delivers a course.
    """
    names = {spec.name for kind in learning.records.RECORD_TYPES for spec in fields_of(kind)}
    report = learning.check(people.file(record={"provider": "甲市继续教育基地"}), on=ON)

    assert ((), "甲市继续教育基地") == (report.findings, report.value and report.value.records[0].provider)
    assert set() == names & {"price", "fee", "payment", "url", "content"}


@ok("CE-062")
@not_ok("CE-062")
def test_sample_of_a_proof_is_only_named() -> None:
    """
    The sample form is a reference to annex 3 of the provincial document, not a copy.
    """
    assert "粤人社发〔2010〕321号 附件3" == learning.SAMPLE


def test_all_rows_are_of_the_documents() -> None:
    """
    What an assumption makes is at most a warning.
    """
    assumed = {code: row.severity.name for code, row in OWN.items() if row.evidence is Evidence.ASSUMED}

    assert {
        "CE.ATT.SIZE_UNSURE": "WARNING",
        "CE.CERT.ASSUMED": "INFO",
        "CE.F.ASSESSMENT_FAILED": "WARNING",
        "CE.UNIT.LAST_ADMIN": "WARNING",
    } == assumed


def test_no_word_is_missing() -> None:
    """
    The examples of every row fill in all its words, in both languages.
    """
    for row in OWN.values():
        for example in row.fails:
            told = [item for item in findings_in(example.call, example.arguments) if item.code == row.code]
            assert told, row.code
            words = "".join(item.message(lang) for item in told for lang in LANGS)
            assert not re.search(r"…|\*{4}", words), row.code


def test_requirement_kinds_are_as_counted() -> None:
    """
    Of the 99 requirements 21 are rows of fields.
    """
    assert 21 == sum(entry["kind"] == ["field"] for entry in SYSTEM["requirement"])
