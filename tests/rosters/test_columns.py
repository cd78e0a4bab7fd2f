"""
Headings as people write them lead to fields; what is not clear stays unmatched, with the reason.
"""

from __future__ import annotations

import pickle

import pytest

from credrules.fields import fields_of
from credrules.rosters import ColumnMatch, RosterRow, Unmatched, match_columns
from credrules.rosters.columns import candidates_of
from credrules.values import Label

KNOWN = {
    "name": ("姓名", "姓  名", "姓　名", "姓名*", "姓名（必填）", "教师姓名", "Name", "FULL NAME", "教职工姓名"),
    "citizen_id": (
        "身份证号", "身份证\n号码", "居民身份证号码（18位）", "公民身份号码", "身份证号 码", "身份证号码(文本格式)",
        "证件号码", "ID Number", "职工身份证号码",
    ),
    "sex": ("性别", "性 别", "性别\n(男/女)", "Gender"),
    "birth_date": ("出生日期", "出生年月", "出生\n年月", "出生年月（如1993.07）", "Date of Birth", "本人出生年月日期"),
    "age": ("年龄", "年龄（周岁）", "Age", "现年龄"),
    "ethnicity": ("民族", "民　族", "Ethnic Group"),
    "political_status": ("政治面貌", "政治\n面貌", "现政治面貌"),
    "native_place": ("籍贯", "籍贯（省市）"),
    "work_start": ("参加工作时间", "参加\n工作时间", "何时参加工作"),
    "joined_on": ("入职时间", "来校时间"),
    "party_joined_on": ("入党时间",),
    "prof_start": ("从事专业技术工作时间",),
    "unit_name": ("单位", "工作单位（全称）", "所在单位", "现工作单位名称", "Work Unit", "编制单位", "人员所在单位"),
    "department": ("部门", "科室"),
    "position": ("职务", "现任职务"),
    "unit_code": ("统一社会信用代码", "单位信用代码"),
    "org_code": ("组织机构代码",),
    "education": ("学历", "最高学历", "文化程度", "Education"),
    "first_education": ("第一学历", "全日制学历", "学历（全日制）"),
    "later_education": ("在职学历", "学历（在职）"),
    "degree": ("学位", "最高学位"),
    "degree_on": ("学位授予时间",),
    "degree_number": ("学位证书编号",),
    "school": ("毕业院校", "最高学历毕业学校"),
    "major": ("所学专业", "专业"),
    "graduated_on": ("毕业时间", "何时毕业时间", "最高学历毕业年月"),
    "diploma_number": ("毕业证号", "学历证书编号"),
    "title_name": ("职称", "职称(专业技术资格)", "现专业技术职务", "现任专业技术职务名称", "Title",
                   "专业技术职务任职资格", "任职资格名称"),
    "title_level": ("职称等级", "职称级别", "现职称级别", "专业技术职务等级", "职称层次"),
    "title_series": ("职称系列", "系列"),
    "issued_on": ("取得时间", "取得\n资格时间", "职称批准时间", "发证时间", "任职资格取得时间"),
    "appointed_on": ("聘任时间", "聘任起始时间"),
    "appointed_until": ("聘任截止时间",),
    "acquire_mode": ("取得方式", "取得途径"),
    "certificate_number": ("证书编号", "证书\n编号", "证书编号（必填）*", "职称证书号", "Certificate No.",
                           "中级证书编号", "专业技术职务任职资格证书编号"),
    "control_number": ("管理号", "职称证书管理号"),
    "approving_organ": ("批准机关", "批准籍贯", "发证单位"),
    "qualification": ("职业资格",),
    "qualification_number": ("执业证书编号",),
    "qualified_on": ("职业资格取得时间",),
    "mobile": ("手机", "手机号码（11位）", "Mobile"),
    "phone": ("联系电话", "电话", "联系方式", "本人联系电话号码"),
    "landline": ("固定电话", "办公电话"),
    "email": ("邮箱", "E-mail", "常用邮箱"),
    "general_hours": ("公需学时", "2024年公需科目学时数"),
    "professional_hours": ("专业学时",),
    "elective_hours": ("选修学时",),
    "hours_year": ("年度", "学习年度"),
    "total_hours": ("学时合计", "总学时", "年度学时合计"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "heading"), [(name, text) for name, texts in KNOWN.items() for text in texts])
def test_heading_leads_to_its_field(name: str, heading: str) -> None:
    """
    Synonyms in both languages, units in brackets, line breaks, blanks and marks do not hide a field.
    """
    assert (name,) == candidates_of(heading)


@pytest.mark.parametrize(
    "heading",
    ["星座", "配偶身份证号", "配偶姓名", "子女出生日期", "毕业时间（在职）", "政治面貌及入党时间", "原工作单位",
     "职称及取得时间", "会计从业资格证号", "曾用姓名", "学历学位", "毕业院校及专业",
     "教师资格证编号", "工作单位及职务", "紧急联系人手机", "教龄", "家属手机", "聘任职务", "普通话证书编号"],
)  # fmt: skip
def test_what_is_no_field_is_not_guessed(heading: str) -> None:
    """
    A heading about something or somebody else matches nothing.
    """
    match = match_columns(["姓名", heading])

    assert {"姓名": "name"} == dict(match.fields)
    assert [Unmatched.UNKNOWN] == [item.reason for item in match.unmatched]


def test_each_leftover_has_its_reason() -> None:
    """
    Empty, ignored, repeated, ambiguous and foreign headings are told apart, in table order.
    """
    match = match_columns(["", "序号", "姓名", "名字", None, "发证时间手机", 7, "姓名"])

    assert [
        ("", Unmatched.EMPTY),
        ("序号", Unmatched.IGNORED),
        ("名字", Unmatched.TAKEN),
        ("", Unmatched.EMPTY),
        ("发证时间手机", Unmatched.AMBIGUOUS),
        ("<int>", Unmatched.UNKNOWN),
        ("姓名", Unmatched.TAKEN),
    ] == [(item.heading, item.reason) for item in match.unmatched]
    assert match.unmatched[4].candidates == ("issued_on", "mobile")
    assert all(item.label.zh for item in Unmatched)


def test_exact_headings_go_before_telling_words() -> None:
    """
    Of two columns for one field the one with the exact heading is taken, wherever it stands.
    """
    match = match_columns(["中级证书编号", "证书编号"])

    assert {"证书编号": "certificate_number"} == dict(match.fields)


def test_missing_names_what_nobody_can_do_without() -> None:
    """
    Name and number are missed when no column holds them; other columns are the office's choice.
    """
    assert match_columns(["性别"]).missing == ("name", "citizen_id")
    assert match_columns(["姓名", "身份证号"]).missing == ()


@pytest.mark.parametrize("headings", [None, 5, object(), {"姓名": 1}, "姓名", ["x" * 5000]])
def test_anything_may_be_asked(headings: object) -> None:
    """
    What is no list of headings matches what it can, and never raises.
    """
    assert isinstance(match_columns(headings), ColumnMatch)  # type: ignore[arg-type]  # the point of the test


def test_the_match_is_a_value() -> None:
    """
    It compares, pickles, finds headings and declarations, and its repr counts.
    """
    match = match_columns(["姓\n名", "星座"])

    assert match == pickle.loads(pickle.dumps(match))
    assert match.ok
    assert not match_columns([]).ok
    assert match.heading("name") == "姓\n名"
    assert match.heading("sex") is None
    assert match.spec("姓\n名").name == "name"
    assert match.words[Label("姓名", "name")] == "姓 名"
    assert repr(match) == "ColumnMatch(1 matched, 1 unmatched, missing=('citizen_id',))"


def test_labels_are_read_as_their_own_field() -> None:
    """
    Every field is found by its name and by both labels.
    """
    for spec in fields_of(RosterRow):
        for written in (spec.name, spec.label.zh, spec.label.en):
            assert candidates_of(written) == (spec.name,), written
