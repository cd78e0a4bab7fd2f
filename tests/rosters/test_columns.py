"""
Headings as people write them lead to fields; every other column ends somewhere too, with the reason.
"""

from __future__ import annotations

import datetime as dt
import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import CredrulesError
from credrules.fields import fields_of
from credrules.rosters import Column, ColumnMatch, Fate, Owner, RosterRow, When, check_row, match_columns
from credrules.rosters.column import value_label
from credrules.rosters.columns import cell_of
from credrules.rosters.veiled import veiled_heading
from credrules.values import Label

KNOWN = {
    "name": ("姓名", "姓  名", "姓　名", "姓名*", "姓名（必填）", "教师姓名", "Name", "FULL NAME", "教职工姓名"),
    "citizen_id": (
        "身份证号",
        "身份证\n号码",
        "居民身份证号码（18位）",
        "公民身份号码",
        "身份证号 码",
        "身份证号码(文本格式)",
        "证件号码",
        "ID Number",
        "职工身份证号码",
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
    "title_name": (
        "职称",
        "职称(专业技术资格)",
        "现专业技术职务",
        "现任专业技术职务名称",
        "Title",
        "专业技术职务任职资格",
        "任职资格名称",
    ),
    "title_level": ("职称等级", "职称级别", "现职称级别", "专业技术职务等级", "职称层次"),
    "title_series": ("职称系列", "系列"),
    "issued_on": ("取得时间", "取得\n资格时间", "职称批准时间", "发证时间", "任职资格取得时间"),
    "appointed_on": ("聘任时间", "聘任起始时间"),
    "appointed_until": ("聘任截止时间",),
    "acquire_mode": ("取得方式", "取得途径"),
    "certificate_number": (
        "证书编号",
        "证书\n编号",
        "证书编号（必填）*",
        "职称证书号",
        "Certificate No.",
        "中级证书编号",
        "专业技术职务任职资格证书编号",
    ),
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
}


@pytest.mark.parametrize(("name", "heading"), [(name, text) for name, texts in KNOWN.items() for text in texts])
def test_heading_leads_to_its_field(name: str, heading: str) -> None:
    """
    Synonyms in both languages, units in brackets, line breaks, blanks and marks do not hide a field.
    """
    assert {heading: name} == dict(match_columns([heading]).fields)


FOREIGN = {
    "星座": Fate.NOT_UNDERSTOOD,
    "配偶身份证号": Fate.OTHER_PERSON,
    "配偶姓名": Fate.OTHER_PERSON,
    "子女出生日期": Fate.OTHER_PERSON,
    "政治面貌及入党时间": Fate.NO_FIELD,
    "原工作单位": Fate.OTHER_TIME,
    "职称及取得时间": Fate.NO_FIELD,
    "会计从业资格证号": Fate.NO_FIELD,
    "曾用姓名": Fate.NO_FIELD,
    "毕业院校及专业": Fate.NO_FIELD,
    "教师资格证编号": Fate.NO_FIELD,
    "工作单位及职务": Fate.NO_FIELD,
    "紧急联系人手机": Fate.OTHER_PERSON,
    "教龄": Fate.NO_FIELD,
    "家属手机": Fate.OTHER_PERSON,
    "聘任职务": Fate.NO_FIELD,
    "普通话证书编号": Fate.NO_FIELD,
    "": Fate.EMPTY,
    "是否在编": Fate.NO_FIELD,
    "申请材料": Fate.OTHER_TIME,
    "毕业证照片": Fate.NO_FIELD,
}


@pytest.mark.parametrize(("heading", "fate"), FOREIGN.items())
def test_what_is_no_field_is_not_guessed(heading: str, fate: Fate) -> None:
    """
    A heading about something or somebody else matches nothing, and its column says what became of it.
    """
    match = match_columns(["姓名", heading])

    assert {"姓名": "name"} == dict(match.fields)
    assert fate is match.columns[1].fate


def test_of_two_columns_of_one_field_both_are_kept() -> None:
    """
    The first gives the heading that findings of the field name; the other is a column of the field too.
    """
    match = match_columns(["身份证号", "身份证号码"])

    assert {"身份证号": "citizen_id", "身份证号码": "citizen_id"} == dict(match.fields)
    assert match.headings["citizen_id"] == "身份证号"


def test_missing_names_what_nobody_can_do_without() -> None:
    """
    Name and number are missed when no column holds them; other columns are the office's choice.
    """
    assert match_columns(["性别"]).missing == ("name", "citizen_id")
    assert match_columns(["姓名", "身份证号"]).missing == ()


@pytest.mark.parametrize("headings", [None, 5, object(), {"姓名": 1}, "姓名", ["x" * 5000], [("联系人", None)], [()]])
@pytest.mark.parametrize("rows", [None, 5, [5], [["张三"]], [{"姓名": "张三"}], [object()]])
def test_anything_may_be_asked(headings: object, rows: object) -> None:
    """
    What is no list of headings or rows matches what it can, and never raises.
    """
    assert isinstance(match_columns(headings, rows), ColumnMatch)  # type: ignore[arg-type]  # the point of the test


def test_the_match_is_a_value() -> None:
    """
    It compares, pickles, finds headings and declarations, and its repr counts.
    """
    match = match_columns(["姓\n名", "星座"])

    assert match == pickle.loads(pickle.dumps(match))
    assert match.ok
    assert not match_columns([]).ok
    assert dict(match.headings) == {"name": "姓\n名"}
    assert match.words[Label("姓名", "name")] == "姓 名"
    assert repr(match) == "ColumnMatch(1 matched, 1 unmatched, missing=('citizen_id',))"


def test_labels_are_read_as_their_own_field() -> None:
    """
    Every field is found by its name and by both labels.
    """
    for spec in fields_of(RosterRow):
        for written in (spec.name, spec.label.zh, spec.label.en):
            assert [spec.name] == list(match_columns([written]).fields.values()), written


def test_a_match_is_kept_as_plain_data() -> None:
    """
    What `to_dict` writes goes through JSON and comes back equal, groups, owners, codes and evidence included.
    """
    headings = ["姓名", ("联系人", "姓名"), "原职称", "性别（0女1男）", "2024公需", "星座", ""]
    match = match_columns(headings, [["张三", "李四", "", 1, 30, "x", "y"]] * 3)

    assert match == ColumnMatch.from_dict(json.loads(json.dumps(match.to_dict())))
    with pytest.raises(CredrulesError):
        ColumnMatch.from_dict({})


def test_a_match_in_words() -> None:
    """
    Each column is told with what became of it, in both languages and as HTML.
    """
    columns = match_columns(["姓名", "身份证号", "配偶姓名", "原职称", "工号", "星座"], [["张三", "男"]] * 3)

    assert [
        "姓名: 已识别，逐行检查; 姓名; 按标题识别，内容 3 格有值",
        "身份证号: 没有看懂，未检查; 内容像性别，与标题不符",
        "配偶姓名: 是别人的信息，未检查; 配偶",
        "原职称: 不是现在的情况，未检查; 以前的",
        "工号: 本库没有对应的检查项; 工号、账号或档案号",
        "星座: 没有看懂，未检查",
    ] == columns.to_text().splitlines()
    assert "about another person, not checked; spouse" in columns.to_text("en")
    assert "配偶姓名" in columns._repr_html_()
    assert value_label("date").en == "dates"


def test_the_host_may_write_a_match() -> None:
    """
    A mapping from heading to field is a match; a field nobody knows is left out.
    """
    match = ColumnMatch({"甲": "name", "乙": "nothing"})

    assert (Column("甲", 0, Fate.FIELD, "name"),) == match.columns
    assert match.columns[0].evidence.zh == "按标题识别"


def test_next_month_s_table_is_held_against_this_one() -> None:
    """
    What is gone, what is new, and a column whose values are of another kind now.
    """
    kept = match_columns(["姓名", "性别", "出生日期"])
    rows = [["张三", "汉族", "男"], ["李四", "壮族", "女"], ["王五", "汉族", "男"]]
    found = kept.hold(["姓名", "民族", "出生日期"], rows)

    assert [
        ("ROSTER.COLUMN_GONE", ("性别",)),
        ("ROSTER.COLUMN_NEW", ("民族",)),
        ("ROSTER.COLUMN_DISAGREES", ("出生日期",)),
    ] == [(item.code, item.path) for item in found]
    assert () == kept.hold(["姓名", "性别", "出生日期"])


NUMBERS = ["450000199307010014", "450000198906300027", "450000197501010035"]


@pytest.mark.parametrize("heading", ["编号", "号码", "社保号", "备注", "星座", "工号", ""])
def test_sound_numbers_are_the_identity_number_whatever_their_heading(heading: str) -> None:
    """
    Eighteen digits with sound check characters are taken for what they are, unless the heading says whose or when.
    """
    rows = [["张三", number] for number in NUMBERS]

    assert match_columns(["姓名", heading], rows).fields[heading] == "citizen_id"
    assert "citizen_id" not in match_columns(["姓名", "配偶" + (heading or "号码")], rows).fields.values()
    assert "citizen_id" not in match_columns(["姓名", "原" + (heading or "号码")], rows).fields.values()


def test_values_need_company() -> None:
    """
    Two numbers prove nothing, a second column of them is no second identity, and credit codes prove themselves too.
    """
    few = [["张三", number] for number in NUMBERS[:2]]
    two = [[number, number] for number in NUMBERS]
    units = [["张三", code] for code in ("91350100M000100Y43",) * 3]

    assert {"姓名": "name"} == dict(match_columns(["姓名", "编号"], few).fields)
    assert {"身份证号": "citizen_id"} == dict(match_columns(["身份证号", "编号"], two).fields)
    assert match_columns(["姓名", "代码"], units).fields["代码"] == "unit_code"


DISAGREE = {
    "身份证": ["3419", "0014", "123X"],
    "身份证号": ["男", "女", "男"],
    "出生日期": NUMBERS,
    "性别": ["1990-01-01"] * 3,
    "姓名": ["13800000001", "13900000002", "13700000003"],
    "职称": ["2019-12", "2020年1月", "2021.03"],
    "工作单位": ["a@example.com", "b@example.com", "c@example.com"],
    "学历": ["工程师", "高级工程师", "助理工程师"],
    "手机号": ["a@example.com", "b@example.com", "c@example.com"],
    "职称取得时间": ["汉族", "壮族", "汉族"],
    "民族": ["工程师", "教授", "讲师"],
    "参加工作时间": ["大学本科教育", "大学专科教育", "大学本科教育"],
}


@pytest.mark.parametrize(("heading", "cells"), DISAGREE.items())
def test_heading_and_values_that_disagree(heading: str, cells: list[str]) -> None:
    """
    A column whose values plainly are something else is not read as what its heading says.
    """
    column = match_columns([heading], [[cell] for cell in cells]).columns[0]

    assert column.field in {"", "citizen_id"}
    assert column.values_say or column.by_values


AGREE = {
    "身份证号": ["45000019930701001", "x", "450000199307010013"],
    "职称": ["中级", "高级", "副高"],
    "学历": ["硕士", "学士", "博士"],
    "性别": ["汉族", "壮族", "汉族"],
    "出生日期": ["不详", "待查", "？"],
    "联系电话": ["13800000001"] * 3,
    "姓名": ["张三", "李四", "王五"],
    "身份证件号": ["E12345678", "H12345678", "M12345678"],
}


@pytest.mark.parametrize(("heading", "cells"), AGREE.items())
def test_bad_values_are_not_another_kind_of_value(heading: str, cells: list[str]) -> None:
    """
    Cells that are wrong, or of a neighbouring kind, leave the column what its heading says: its rows say what is wrong.
    """
    assert [heading] == list(match_columns([heading], [[cell] for cell in cells]).fields)


@given(st.lists(st.text(max_size=12), max_size=8))
def test_every_column_ends_somewhere(headings: list[str]) -> None:
    """
    Whatever the headings are, each has one column, in order; only read columns have a field.
    """
    match = match_columns(headings)

    assert headings == [column.heading for column in match.columns]
    assert all(bool(column.field) == (column.fate is Fate.FIELD) for column in match.columns)


@given(st.sampled_from(sorted({text for texts in KNOWN.values() for text in texts})), st.sampled_from(list(Owner)))
def test_another_person_s_column_is_never_this_person_s(heading: str, owner: Owner) -> None:
    """
    Under a group that names another person every heading is that person's.
    """
    column = match_columns([(owner.label.zh, heading)]).columns[0]
    theirs = owner not in {Owner.SELF, Owner.OTHER}

    assert not theirs or (column.fate, column.field) == (Fate.OTHER_PERSON, "")


@given(st.sampled_from(sorted({text for texts in KNOWN.values() for text in texts if not text.isascii()})))
def test_a_former_thing_is_not_the_present_one(heading: str) -> None:
    """
    原 in front of any heading, or a group 原任情况 above it, is another time.
    """
    column = match_columns(["原" + heading.lstrip("现").strip()]).columns[0]

    assert column.when is not When.NOW or column.field in {"", "native_place"}
    assert column.field in {"", "native_place", "position", "unit_name"} or column.fate is not Fate.FIELD


def test_cells_of_rows_of_any_kind() -> None:
    """
    A cell is found by heading or by place; where there is none it is None.
    """
    column = match_columns(["甲", "姓名"]).columns[1]

    assert ["张三", "张三", None, None, None] == [
        cell_of(row, column) for row in ({"姓名": "张三"}, ["x", "张三"], ["x"], "张三", {})
    ]


def test_a_heading_that_is_no_text_is_kept() -> None:
    """
    A heading that is neither a text nor a group of texts has nothing to mask.
    """
    assert 5 == veiled_heading(5)


@pytest.mark.parametrize(
    ("headings", "field"),
    [
        (["姓名", "全日制学历", "毕业院校", "在职学历", "毕业院校", "最高学位"], "degree"),
        (["姓名", "在职学历", "最高学位"], "degree"),
        (["姓名", "第一学历", "最高毕业院校"], "school"),
        (["姓名", "第一学历", "现最高学位"], "degree"),
        (["姓名", "在职教育", "最后学历"], "education"),
        (["姓名", "在职学历", "学位"], "later_degree"),
        (["姓名", "第一学历", "毕业院校"], "first_school"),
        (["姓名", "现住址", "户籍地址"], "residence"),
        (["姓名", "户口所在地地址"], "residence"),
        (["姓名", "学位代码"], "degree"),
        (["姓名", "男/女"], "sex"),
    ],
)
def test_the_highest_is_the_person_s_own(headings: list[str], field: str) -> None:
    """
    最高学位 after a study is the highest all the same; a registered address is no second postal one.
    """
    assert field == match_columns(headings).columns[-1].field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Name 姓名", "name"),
        ("ID 身份证", "citizen_id"),
        ("Gender 性别", "sex"),
        ("DOB 出生日期", "birth_date"),
        ("Dept. 部门", "department"),
        ("Education 学历", "education"),
        ("Work Unit（工作单位）", "unit_name"),
        ("Title\n职称", "title_name"),
        ("Mobile/手机", "mobile"),
        ("姓名 Name", "name"),
        ("姓名(Name)", "name"),
        ("学历Education Level", "education"),
        ("QQ 号", ""),
        ("IC 卡号", ""),
    ],
)
def test_a_heading_in_two_languages(heading: str, field: str) -> None:
    """
    The Chinese half says what it is, whichever comes first.
    """
    assert field == match_columns([heading]).columns[0].field


@pytest.mark.parametrize("data", [None, {}, {"columns": [5]}, {"columns": [{"heading": "450000199307010014"}]}])
def test_what_is_no_kept_match_is_refused(data: Any) -> None:  # noqa: ANN401  # whatever was kept
    """
    A match is read from what `to_dict` wrote and from nothing else; the refusal quotes nothing of it.
    """
    with pytest.raises(CredrulesError) as caught:
        ColumnMatch.from_dict(data)

    assert "4500001993" not in f"{caught.value!r}{caught.value.__cause__!r}"


def test_columns_that_are_none_are_matched_anew() -> None:
    """
    A check never raises: an object that is no match counts as none.
    """
    row = {"姓名": "张三"}
    foreign: Any = "姓名"

    assert (
        check_row(row, on=dt.date(2012, 6, 1)).findings
        == check_row(row, on=dt.date(2012, 6, 1), columns=foreign).findings
    )
