"""
The kinds of mistakes that headings of real tables led to, each with the tables it was seen in and fresh ones.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from credrules.rosters import Fate, check_row, check_table, find_headings, match_columns

ON = dt.date(2026, 11, 29)
ID = "450000199307010014"
SECOND = "450000198906300027"


def field_of(headings: str, name: str) -> list[int]:
    """
    Return the places of the columns that are read as a field.
    """
    return [column.place for column in match_columns(headings.split("|")).columns if column.field == name]


# The heading that a telling word hides, and its place; -1 where no column is it.
TELLING: list[tuple[str, str, int]] = [
    ("姓名|原职称名称|现职称名称", "title_name", 2),
    ("姓名|身份证件类型|身份证件号", "citizen_id", 2),
    ("姓名|身份证后四位", "citizen_id", -1),
    ("姓名|身份证号|职称|普通话发证日期|计算机证书编号", "issued_on", -1),
    ("姓名|身份证号|职称|普通话发证日期|计算机证书编号", "certificate_number", -1),
    ("姓名|申报职称名称|申报职称级别", "title_name", -1),
    ("姓名|申报职称名称|申报职称级别", "title_level", -1),
    ("姓名|监护人姓名|负责人姓名|紧急联系人姓名", "name", 0),
    ("姓名|联系人电话|紧急联系电话", "phone", -1),
    # fresh
    ("姓名|曾任职称|现任职称", "title_name", 2),
    ("姓名|晋升前职称|现聘职称", "title_name", 2),
    ("姓名|身份证类别|身份证编号", "citizen_id", 2),
    ("姓名|身份证前六位", "citizen_id", -1),
    ("姓名|身份证扫描件|身份证号码", "citizen_id", 2),
    ("姓名|身份证有效期|公民身份号码", "citizen_id", 2),
    ("姓名|英语证书编号|职称证书编号", "certificate_number", 2),
    ("姓名|职称|消防证书编号", "certificate_number", -1),
    ("姓名|拟聘职称|拟聘级别", "title_name", -1),
    ("姓名|意向岗位|职务", "position", 2),
    ("姓名|导师姓名|证明人姓名|介绍人姓名", "name", 0),
    ("监护人姓名|幼儿姓名|姓名", "name", 2),
    ("姓名|配偶手机号|手机号", "mobile", 2),
    ("姓名|母亲工作单位|工作单位", "unit_name", 2),
    ("姓名|出生日期问题描述|出生日期", "birth_date", 2),
    ("姓名|姓名拼音|性别", "name", 0),
    ("姓名|是否有职称|职称", "title_name", 2),
    ("姓名|民族成份是否一致|民族", "ethnicity", 2),
]


@pytest.mark.parametrize(("headings", "name", "place"), TELLING)
def test_a_telling_word_in_another_heading(headings: str, name: str, place: int) -> None:
    """
    A word is not enough: the field is the column that says nothing else, or none.
    """
    assert field_of(headings, name) == ([] if place < 0 else [place])


def test_the_stronger_of_two_numbers() -> None:
    """
    公民身份证号 is the number where 证件号码 stands beside it; two columns of one kind are both checked.
    """
    assert field_of("姓名|证件号码|公民身份证号", "citizen_id") == [2]
    report = check_row({"姓名": "张三", "身份证号": ID, "身份证号码": ID[:-1]}, on=ON)
    assert [("CITIZEN_ID.LENGTH", ("身份证号码",))] == [(item.code, item.path) for item in report.errors]


# Lines of a sheet: how many people are among them.
SHEETS: list[tuple[list[list[Any]], int, str]] = [
    ([["姓名", "身份证号", "性别"], ["示例：张三", ID, "女"], ["李四", SECOND, "女"]], 1, "EXAMPLE"),
    ([["姓名", "身份证号", "性别"], ["张三（示例）", ID, "女"], ["李四", SECOND, "女"]], 1, "EXAMPLE"),
    ([["姓名", "身份证号", "性别"], ["必填", "必填", "下拉选择"], ["李四", SECOND, "女"]], 1, "INSTRUCTION"),
    (
        [["姓名", "身份证号", "出生日期"], ["必填", "18位", "格式：1990-01-01"], ["李四", SECOND, None]],
        1,
        "INSTRUCTION",
    ),
    (
        [["姓名", "身份证号", "性别"], ["李四", SECOND, "女"], ["姓名", "身份证号", "性别"], ["张三", ID, "男"]],
        2,
        "REPEATED",
    ),
    ([["姓名", "身份证号", "性别"], ["李四", SECOND, "女"], ["培训机构负责人：", None, "填表人："]], 1, "SIGNATURE"),
    # fresh
    ([["姓名", "身份证号", "性别"], ["例：王某", ID, "女"], ["李四", SECOND, "女"]], 1, "EXAMPLE"),
    ([["姓名", "身份证号", "性别"], ["样例", ID, "女"], ["李四", SECOND, "女"]], 1, "EXAMPLE"),
    ([["序号", "姓名", "性别"], ["示范", "张三", "女"], [1, "李四", "女"]], 1, "EXAMPLE"),
    ([["姓名", "手机", "性别"], ["选填", "11位数字", "男/女"], ["李四", "13800138000", "女"]], 1, "INSTRUCTION"),
    ([["姓名", "身份证号", "性别"], ["请填写真实姓名", "文本格式", "下拉"], ["李四", SECOND, "女"]], 1, "INSTRUCTION"),
    ([["姓名", "身份证号", "性别"], ["李四", SECOND, "女"], ["小计", 1, None]], 1, "SUM"),
    ([["姓名", "身份证号", "性别"], ["李四", SECOND, "女"], ["合计", "1人", None]], 1, "SUM"),
    ([["姓名", "身份证号", "性别"], ["李四", SECOND, "女"], ["制表人：王五", None, None]], 1, "SIGNATURE"),
    ([["姓名", "身份证号", "性别"], ["李四", SECOND, "女"], ["审核：", None, "盖章"]], 1, "SIGNATURE"),
    ([["姓名", "身份证号", "性别"], [1, 2, 3], ["李四", SECOND, "女"]], 1, "NUMBERS"),
    (
        [
            ["姓名", "身份证号", "性别", "民族"],
            ["李四", SECOND, "女", "汉族"],
            ["说明：一律用文本格式填写", None, None, None],
        ],
        1,
        "NOTE",
    ),
]


@pytest.mark.parametrize(("sheet", "people", "kind"), SHEETS)
def test_lines_that_are_no_people(sheet: list[list[Any]], people: int, kind: str) -> None:
    """
    Examples, instructions, repeated headings, sums and signatures are left out, each with its kind.
    """
    layout = find_headings(sheet)

    assert (people, True) == (len(layout.rows), kind in {line.kind.name for line in layout.lines})


# A heading that declares its codes, a cell, and the code of the table it stands for; None where it stands for none.
LEGENDS: list[tuple[str, object, str, str | None]] = [
    ("性别(男是0，女是1)", 0, "sex", "1"),
    ("性别(男是0，女是1)", 1, "sex", "2"),
    ("性别（0女1男）", 0, "sex", "2"),
    ("政治面貌(0群众1党员2团员)", 2, "political_status", "03"),
    ("民族(1汉族2少数民族)", 2, "ethnicity", None),
    ("性别 1-男 0-女", 0, "sex", "2"),
    # fresh
    ("性别[1男2女]", 2, "sex", "2"),
    ("性别(1女;2男)", "1", "sex", "2"),
    ("性别：1=女，0=男", 0, "sex", "1"),
    ("性别（男填1，女填0）", 0, "sex", "2"),
    ("性别(0代表男，1代表女)", 1, "sex", "2"),
    ("政治面貌（1-中共党员，2-共青团员，3-群众）", 3, "political_status", "13"),
    ("学历(1本科2大专3中专)", 2, "education", "30"),
    ("学历(1研究生2本科3大专)", "2", "education", "20"),
    ("学位(1博士2硕士3学士)", 3, "degree", "4"),
    ("民族(1汉族2壮族3其他)", 2, "ethnicity", "08"),
    ("民族(1汉族2壮族3其他)", 3, "ethnicity", None),
    ("职称等级(1初级2中级3高级)", 2, "title_level", "420"),
]


@pytest.mark.parametrize(("heading", "cell", "name", "code"), LEGENDS)
def test_a_legend_is_read(heading: str, cell: object, name: str, code: str | None) -> None:
    """
    A declared code is the word it stands for; a word for a group of codes gives no value.
    """
    report = check_row({"姓名": "张三", heading: cell}, on=ON)
    value = getattr(report.value, name)

    assert [column.field for column in match_columns([heading]).columns] == [name]
    assert value == code or (code is not None and value is not None and value.startswith(code))


UNKNOWN: list[list[str]] = [
    ["名称", "编号"],
    ["代号", "内容"],
    ["A", "B"],
    ["星座", "血型"],
    ["甲", "乙"],
    ["字段1", "字段2"],
    ["Column1", "Column2"],
    ["项目", "数量"],
    ["配偶", "子女"],
    ["原单位", "原职务"],
    ["姓名拼音", "英文名"],
]


@pytest.mark.parametrize("headings", UNKNOWN)
def test_nothing_recognised(headings: list[str]) -> None:
    """
    An error of the table that names its headings; nothing passes.
    """
    report = check_table(headings, [["张三", "12345"]] * 3, on=ON)

    assert report.table[0].code == "ROSTER.NOT_RECOGNISED"
    assert all(text in report.table[0].message() for text in headings)
    assert not report.summary.all_passed


# What stands in many templates and has no field, or is another document's.
ELSEWHERE: list[tuple[str, str, Fate]] = [
    ("姓名|身份证号|证件到期日|发证机关|发证日期|职称", "发证日期", Fate.NO_FIELD),
    ("姓名|残疾证号|发证时间", "发证时间", Fate.NO_FIELD),
    ("姓名|消防证书编号|职称", "消防证书编号", Fate.NO_FIELD),
    ("姓名|证件类型|证件编号|职称", "证件编号", Fate.FIELD),
    ("称谓|成员姓名|出生年月|政治面貌|工作单位", "出生年月", Fate.OTHER_PERSON),
    ("称谓|成员姓名|出生年月|政治面貌|工作单位", "工作单位", Fate.OTHER_PERSON),
    ("姓名|学号|班级|入校时间", "入校时间", Fate.NO_FIELD),
    ("姓名|主键|操作", "主键", Fate.NO_FIELD),
    # fresh
    ("姓名|驾驶证号|发证机关", "发证机关", Fate.NO_FIELD),
    ("姓名|特种作业操作证|证书编号|有效期至", "证书编号", Fate.NO_FIELD),
    ("姓名|普通话等级|证书编号|发证日期", "发证日期", Fate.NO_FIELD),
    ("姓名|健康证|发证日期", "发证日期", Fate.NO_FIELD),
    ("姓名|结婚证|发证时间", "发证时间", Fate.NO_FIELD),
    ("姓名|关系|家属姓名|出生日期|职业|工作单位", "工作单位", Fate.OTHER_PERSON),
    ("户主|与户主关系|姓名|身份证号", "户主", Fate.OTHER_PERSON),
    ("姓名|紧急联系人|关系|电话", "电话", Fate.OTHER_PERSON),
    ("姓名|配偶姓名|身份证号|工作单位", "身份证号", Fate.OTHER_PERSON),
    ("姓名|岗位类别|编制类型|用工形式", "编制类型", Fate.NO_FIELD),
    ("姓名|户口性质|婚姻状况|健康状况", "户口性质", Fate.NO_FIELD),
    ("姓名|所在党支部|党内职务", "党内职务", Fate.NO_FIELD),
]


@pytest.mark.parametrize(("headings", "heading", "fate"), ELSEWHERE)
def test_particulars_of_something_else(headings: str, heading: str, fate: Fate) -> None:
    """
    Dates of other documents are no title's, a relative's columns are theirs, and columns of no field have a name.
    """
    found = match_columns(headings.split("|"))
    column = next(item for item in found.columns if item.heading == heading)

    assert fate is column.fate
    assert bool(column.means.zh)


PLAIN: list[tuple[str, str]] = [
    ("进入本单位时间", "joined_on"),
    ("来校工作时间", "joined_on"),
    ("来院工作时间", "joined_on"),
    ("到校时间", "joined_on"),
    ("最近入职时间", "joined_on"),
    ("出身年月", "birth_date"),
    ("现任职称", "title_name"),
    ("现专业技术职务任职资格", "title_name"),
    ("最高职称", "title_name"),
    ("现有专技资格名称", "title_name"),
    ("专技职务等级", "title_level"),
    ("职称取得日期", "issued_on"),
    ("专技职务评定时间", "issued_on"),
    ("评职日期", "issued_on"),
    ("审批时间", "issued_on"),
    ("现任专业技术职务开始时间(年)", "appointed_on"),
    ("现任专业技术职务结束时间(年)", "appointed_until"),
    ("党派加入时间", "party_joined_on"),
    ("入社时间", "party_joined_on"),
    ("取得最高学历时间", "graduated_on"),
    ("现学历", "education"),
    ("普通高等学校全日制教育学历", "first_education"),
    ("非全日制教育学历", "later_education"),
    ("执业资格证书取得时间", "qualified_on"),
    ("取得护士执业证书时间", "qualified_on"),
    ("护士执业证书编号", "qualification_number"),
    ("医师/护士执业证书编号", "qualification_number"),
    ("所属单位", "unit_name"),
    ("执业单位", "unit_name"),
    ("机构名称", "unit_name"),
    ("所属部门", "department"),
    ("科室/部门", "department"),
    ("工作部门", "department"),
    ("现籍贯", "native_place"),
    ("少数民族", "ethnicity"),
    ("职务或职名", "position"),
    ("通信地址", "address"),
    ("住宅电话", "phone"),
    ("学分", "total_hours"),
    ("总学分", "total_hours"),
    ("主键", ""),
    ("操作", ""),
    ("工作证号", ""),
    ("活动编码", ""),
    ("报名ID", ""),
    ("岗位等级", "post_grade"),
    ("户口所在地", "residence"),
    ("性别_gender", "sex"),
    ("民族(ethnicity)", "ethnicity"),
    ("*账号（必填；由字母或邮箱组成）", ""),
    ("到校日期", "joined_on"),
    ("任职日期", "appointed_on"),
    ("学位授予日期", "degree_on"),
    ("用工公司", "unit_name"),
    ("企业名称", "unit_name"),
    ("鉴定等级", "skill_grade"),
    ("毕业高校", "school"),
    ("教师名称", "name"),
    ("取证时间", "qualified_on|"),
    ("职称/专业技术职务", "title_name"),
    ("工作/学习单位", "unit_name"),
    # fresh
    ("调入本院时间", "joined_on"),
    ("来园工作时间", "joined_on"),
    ("进站时间", "joined_on"),
    ("专家姓名", "name"),
    ("农技人员姓名", "name"),
    ("从医时间", "prof_start"),
    ("从教年月", "prof_start"),
    ("现任专技职务", "title_name"),
    ("护师执业证书编号", "qualification_number|"),
    ("户籍地址", "residence"),
    ("参保人姓名", "name"),
    ("目前职称级别", "title_level"),
    ("最后毕业院校", "school"),
]


@pytest.mark.parametrize(("heading", "fields"), PLAIN)
def test_plain_headings(heading: str, fields: str) -> None:
    """
    A real heading leads to its field, or is said to have none; it is not "not understood".
    """
    column = match_columns([heading]).columns[0]

    assert column.field in fields.split("|")
    assert column.fate is not Fate.NOT_UNDERSTOOD or "|" in fields
