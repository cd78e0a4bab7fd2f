"""
Written requests: every part of every kind, subject lines, codes in them.
"""

from __future__ import annotations

import pytest

from credrules.findings import CredrulesError, Finding, Step
from credrules.systems import guangdong_learning as learning
from credrules.systems.guangdong_learning import KINDS, Request
from credrules.systems.guangdong_learning.workflow.record import REQUEST
from credrules.testing._samples import guangdong_learning as people
from credrules.testing._samples.guangdong_learning import ON
from tests.support.cases import not_ok, ok

# CE-D4, part by part.
PARTS = {
    "CHANGE_UNIT_CITY": {
        "id_card_copy", "old_unit", "old_city", "new_unit", "new_city", "admin_name", "admin_contact", "contact",
        "unit_seal",
    },
    "CHANGE_ID_NO": {"id_card_copy", "old_id_no", "contact_name", "contact"},
    "DELETE_PERSON_ACCOUNT": {"id_card_copy", "reason", "admin_name", "admin_contact", "contact"},
    "DELETE_BUREAU_ACCOUNT": {"id_card_copy", "id_card_note", "contact_name", "contact"},
    "DELETE_UNIT": {"code_certificate_copy", "unit_name", "admin_id_no", "reason", "contact_name", "contact"},
    "CHANGE_UNIT_CODE": {"code_certificate_copy", "old_code", "contact_name", "contact"},
    "CHANGE_HR_ACCOUNT": {"unit_code"},
}  # fmt: skip


def errors(data: object) -> list[tuple[str, Step]]:
    """
    Return code and field of the errors of a request.
    """
    found: tuple[Finding, ...] = learning.check_request(data, on=ON).errors
    return [(item.code, item.path[0]) for item in found]


def test_the_table_is_ce_d4() -> None:
    """
    Each kind needs exactly the parts of the table.
    """
    assert PARTS == {code: set(kind.parts) for code, kind in KINDS.items()}


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param("CHANGE_UNIT_CITY", marks=ok("CE-010")),
        pytest.param("CHANGE_ID_NO", marks=ok("CE-013")),
        pytest.param("DELETE_PERSON_ACCOUNT", marks=ok("CE-021")),
        pytest.param("DELETE_BUREAU_ACCOUNT", marks=ok("CE-022")),
        pytest.param("DELETE_UNIT", marks=ok("CE-066")),
        pytest.param("CHANGE_UNIT_CODE", marks=ok("CE-070")),
        pytest.param("CHANGE_HR_ACCOUNT", marks=ok("CE-071")),
    ],
)
def test_a_request_with_its_parts_is_complete(kind: str) -> None:
    """
    With exactly the parts of its kind a request has no error.
    """
    assert [] == errors(people.request(kind))


@pytest.mark.parametrize(
    ("kind", "part", "code"),
    [
        pytest.param("CHANGE_UNIT_CITY", "unit_seal", "CE.REQ.MOVE", marks=not_ok("CE-010")),
        pytest.param("CHANGE_ID_NO", "old_id_no", "CE.REQ.ID_NO", marks=not_ok("CE-013")),
        pytest.param("DELETE_PERSON_ACCOUNT", "reason", "CE.REQ.DELETE_ACCOUNT", marks=not_ok("CE-021")),
        pytest.param("DELETE_BUREAU_ACCOUNT", "id_card_note", "CE.REQ.DELETE_WRONG_KIND", marks=not_ok("CE-022")),
        pytest.param("DELETE_UNIT", "admin_id_no", "CE.UNIT.DELETE_PENDING", marks=not_ok("CE-066")),
        pytest.param("CHANGE_UNIT_CODE", "old_code", "CE.REQ.UNIT_CODE", marks=not_ok("CE-070")),
        pytest.param("CHANGE_HR_ACCOUNT", "unit_code", "CE.REQ.HR_ACCOUNT", marks=not_ok("CE-071")),
    ],
)
def test_a_missing_part_is_told(kind: str, part: str, code: str) -> None:
    """
    The part that is missing is named at its field.
    """
    assert [(code, part)] == errors(people.request(kind, (part,)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_part_is_asked_for(kind: str) -> None:
    """
    Without any part, each is missing; a part answered "no" is missing too.
    """
    assert KINDS[kind].parts == learning.accounts.missing_parts(Request(kind=kind))
    assert {(KINDS[kind].finding, part) for part in KINDS[kind].parts} == set(errors({"kind": kind}))
    assert () == learning.accounts.missing_parts(Request())


def test_a_no_is_no_copy() -> None:
    """
    A copy that is not enclosed is missing.
    """
    assert [("CE.REQ.ID_NO", "id_card_copy")] == errors(people.request("CHANGE_ID_NO", id_card_copy=False))


def test_a_request_has_a_kind() -> None:
    """
    Without a kind nobody knows what it needs.
    """
    assert [("CE.F.REQUIRED", "kind")] == errors({})


@not_ok("CE-013")
def test_nobody_edits_the_number_directly() -> None:
    """
    The person cannot type over the own number.
    """
    assert ["CE.ACC.ID_NO_LOCKED"] == [item.code for item in learning.may_edit("PersonalInfo.citizen_id")]


@not_ok("CE-070")
def test_the_new_code_is_right() -> None:
    """
    A new code with a wrong check character is refused.
    """
    assert [("CE.UNIT.CODE", "new_code")] == errors(people.request("CHANGE_UNIT_CODE", new_code="PDY000018"))


@ok("CE-077")
@pytest.mark.parametrize("kind", ["CHANGE_UNIT_CITY", "DELETE_PERSON_ACCOUNT"])
def test_the_administrator_is_named(kind: str) -> None:
    """
    Two kinds name the unit's administrator with a contact.
    """
    assert [] == errors(people.request(kind))
    assert [(KINDS[kind].finding, part) for part in ("admin_name", "admin_contact")] == errors(
        people.request(kind, ("admin_name", "admin_contact"))
    )


@not_ok("CE-077")
def test_the_administrator_is_not_asked_for_elsewhere() -> None:
    """
    A change of the identity number does not name the administrator.
    """
    assert set() == {"admin_name", "admin_contact"} & set(people.request("CHANGE_ID_NO"))
    assert [] == errors(people.request("CHANGE_ID_NO"))


@ok("CE-014")
@pytest.mark.parametrize(
    "system", ["广东省继续教育管理系统", "广东省继续教育系统", "广东省专业技术人员继续教育管理系统"]
)
@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("修改单位所在城市", "CHANGE_UNIT_CITY"),
        ("修改身份证号码", "CHANGE_ID_NO"),
        ("删除个人账号", "DELETE_PERSON_ACCOUNT"),
        ("删除误注册的人社局账号", "DELETE_BUREAU_ACCOUNT"),
        ("个人注册为人力资源局，申请删除", "DELETE_BUREAU_ACCOUNT"),
        ("修改工作单位", "CHANGE_UNIT_CITY"),
        ("删除单位注册信息", "DELETE_UNIT"),
        ("修改法人码", "CHANGE_UNIT_CODE"),
        ("修改人事户头", "CHANGE_HR_ACCOUNT"),
    ],
)
def test_both_wordings_of_the_system_are_read(system: str, words: str, kind: str) -> None:
    """
    A subject line is read whichever way it names the system.
    """
    assert kind == learning.read_subject_line(f"{system}{words}")


@not_ok("CE-014")
def test_no_wording_is_refused() -> None:
    """
    A line with either name is no fault; one that asks for another thing, or for nothing, is noted.
    """
    lines = ("广东省继续教育系统修改身份证号码", "广东省继续教育管理系统修改法人码", "你好")
    found = [learning.check_request(people.request("CHANGE_ID_NO", subject_line=line), on=ON) for line in lines]

    assert [True, True, True] == [report.ok for report in found]
    assert [[], ["CE.REQ.SUBJECT_LINES"], ["CE.REQ.SUBJECT_LINE"]] == [
        [item.code for item in report.infos] for report in found
    ]
    assert learning.read_subject_line("你好") is None
    assert learning.read_subject_line(None) is None


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("CHANGE_UNIT_CITY", True),
        ("CHANGE_ID_NO", True),
        ("DELETE_PERSON_ACCOUNT", True),
        ("DELETE_UNIT", True),
        ("CHANGE_UNIT_CODE", True),
        ("DELETE_BUREAU_ACCOUNT", False),
        ("CHANGE_HR_ACCOUNT", False),
    ],
)
def test_a_fax_bears_a_subject_line(kind: str, told: bool) -> None:  # noqa: FBT001  # the answer
    """
    Five kinds have a fixed subject line; without one it is told, with one it is not.
    """
    bare = learning.check_request(people.request(kind), on=ON)
    titled = learning.check_request(people.request(kind, subject_line="广东省继续教育系统"), on=ON)
    code = "CE.REQ.SUBJECT_LINE_EMPTY"

    assert bare.ok
    assert [("subject_line",)] * told == [item.path for item in bare.warnings if item.code == code]
    assert [] == [item for item in titled.warnings if item.code == code]


def test_an_incomplete_request_is_not_sent() -> None:
    """
    A request goes out once all parts are there.
    """
    assert "SENT" == REQUEST.step("DRAFT", "send", actor="PERSON", facts={"parts_missing": False}).state
    assert "INCOMPLETE" == REQUEST.step("DRAFT", "check_parts", actor="PERSON", facts={"parts_missing": True}).state
    assert ["CE.REQ.INCOMPLETE"] == [
        item.code for item in REQUEST.step("DRAFT", "send", actor="PERSON", facts={"parts_missing": True}).findings
    ]


def test_a_report_on_a_request_checks_again() -> None:
    """
    A suggestion inside a request is applied where it belongs.
    """
    report = learning.check_request({"kind": "CHANGE_HR_ACCOUNT", "法人码": "91440000PDY00001XK"}, on=ON)
    repaired = report.repaired().value

    assert isinstance(repaired, Request)
    assert "PDY00001X" == repaired.unit_code


@ok("CE-014")
@pytest.mark.parametrize(
    ("kind", "title", "channel", "sender"),
    [
        ("CHANGE_UNIT_CITY", "广东省继续教育管理系统修改单位所在城市", "传真", "PERSON"),
        ("CHANGE_ID_NO", "广东省继续教育系统修改身份证号码", "传真", "PERSON"),
        ("DELETE_PERSON_ACCOUNT", "广东省继续教育管理系统删除账号", "传真", "PERSON"),
        ("DELETE_BUREAU_ACCOUNT", None, "传真", "PERSON"),
        ("DELETE_UNIT", "广东省继续教育系统删除单位注册信息", "传真", "UNIT"),
        ("CHANGE_UNIT_CODE", "广东省继续教育管理系统修改单位组织机构代码", "传真", "UNIT"),
        ("CHANGE_HR_ACCOUNT", None, "电话或在线客服", "UNIT"),
    ],
)
def test_what_must_be_sent_is_one_answer(kind: str, title: str | None, channel: str, sender: str) -> None:
    """
    Each kind of request has its parts, its literal title line, its channel and its sender; the line means the kind.
    """
    sending = learning.what_to_send(kind)

    assert (title, channel, sender) == (sending.title, sending.channel.label.zh, sending.sender)
    assert KINDS[kind].parts == sending.parts
    assert title is None or kind == learning.read_subject_line(title)
    assert title is None or [] == [
        item.code
        for item in learning.check_request(people.request(kind, subject_line=title), on=ON).findings
        if item.code.startswith("CE.REQ.SUBJECT")
    ]


def test_another_kind_of_request_is_unknown() -> None:
    """
    What is no kind of request raises with the table's finding.
    """
    with pytest.raises(CredrulesError):
        learning.what_to_send("修改密码")


def test_an_empty_subject_line_is_suggested() -> None:
    """
    A request without a subject line is told the line to write.
    """
    report = learning.check_request(people.request("CHANGE_ID_NO", subject_line=None), on=ON)

    assert ["广东省继续教育系统修改身份证号码"] == [
        item.suggestion for item in report.findings if item.code == "CE.REQ.SUBJECT_LINE_EMPTY"
    ]


@not_ok("CE-070")
@pytest.mark.parametrize(
    ("field", "way"),
    [
        ("PersonalInfo.unit_city", "传真"),
        ("UnitRegistration.unit_code", "传真"),
        ("UnitRegistration.hr_account", "电话"),
    ],
)
def test_what_the_help_desk_changes_the_form_does_not(field: str, way: str) -> None:
    """
    The city of the unit, the unit's code and its personnel account are changed on request; the message names the way.
    """
    (found,) = learning.may_edit(field)

    assert "CE.ACC.ON_REQUEST" == found.code
    assert way in found.message("zh")
