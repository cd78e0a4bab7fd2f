"""
Real headings: the ones that were misread once, and fresh ones of every kind.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.rosters import PROFILE, Fate, Owner, When, check_row, match_columns

ON = dt.date(2026, 11, 29)
ID = "450000199307010014"


def fields(*headings: object) -> dict[object, str]:
    """
    Return heading -> field.
    """
    return {heading: name for heading, name in match_columns(headings).fields.items()}  # noqa: C416  # other types of keys


# Headings as given -> what each means; a heading that is not named means no field.
ROWS: tuple[tuple[list[str], dict[str, str]], ...] = (
    # A telling word in a heading about something else.
    (["姓名", "原职称名称", "现职称名称"], {"姓名": "name", "现职称名称": "title_name"}),
    (["姓名", "身份证件类型", "身份证件号"], {"姓名": "name", "身份证件号": "citizen_id"}),
    (["姓名", "身份证后四位"], {"姓名": "name"}),
    (
        ["姓名", "身份证号", "职称", "普通话发证日期", "计算机证书编号"],
        {"姓名": "name", "身份证号": "citizen_id", "职称": "title_name"},
    ),
    (["姓名", "申报职称名称", "申报职称级别"], {"姓名": "name"}),
    (["姓名", "证件号码", "公民身份证号"], {"姓名": "name", "公民身份证号": "citizen_id"}),
    (["监护人姓名", "负责人姓名", "紧急联系人姓名", "联系人电话", "紧急联系电话"], {}),
    (["姓名", "曾任职务", "现任职务"], {"姓名": "name", "现任职务": "position"}),
    (["姓名", "拟聘职称", "聘任时间"], {"姓名": "name", "聘任时间": "appointed_on"}),
    (["姓名", "原工作单位", "现工作单位"], {"姓名": "name", "现工作单位": "unit_name"}),
    (["姓名", "证件种类", "证件号"], {"姓名": "name", "证件号": "citizen_id"}),
    (["姓名", "身份证有效期", "身份证号"], {"姓名": "name", "身份证号": "citizen_id"}),
    (["姓名", "职称", "教师资格证号", "驾驶证号"], {"姓名": "name", "职称": "title_name"}),
    (["姓名", "拟晋升职务", "应聘岗位", "报考专业"], {"姓名": "name"}),
    (["姓名", "法人姓名", "户主姓名", "介绍人姓名", "导师姓名"], {"姓名": "name"}),
    (["姓名", "姓名拼音", "曾用名", "英文名"], {"姓名": "name"}),
    (["姓名", "职称", "会计证编号", "英语证书编号", "合格证书编号"], {"姓名": "name", "职称": "title_name"}),
    # Another document's particulars.
    (
        ["姓名", "证件类型", "证件号码", "发证机关", "发证日期", "证件到期日", "职称"],
        {"姓名": "name", "证件号码": "citizen_id", "职称": "title_name"},
    ),
    (["姓名", "残疾证号", "发证时间"], {"姓名": "name"}),
    (["姓名", "职称", "消防证书编号"], {"姓名": "name", "职称": "title_name"}),
    (
        ["姓名", "证件类型", "证件编号", "职称", "证书编号"],
        {"姓名": "name", "证件编号": "citizen_id", "职称": "title_name", "证书编号": "certificate_number"},
    ),
    (
        ["姓名", "身份证号", "职称", "证件编号"],
        {"姓名": "name", "身份证号": "citizen_id", "职称": "title_name", "证件编号": "certificate_number"},
    ),
    (
        ["姓名", "执业证书编号", "发证日期", "发证机关"],
        {"姓名": "name", "执业证书编号": "qualification_number", "发证日期": "qualified_on"},
    ),
    (
        ["姓名", "职称", "取得时间", "执业资格", "取得日期"],
        {
            "姓名": "name",
            "职称": "title_name",
            "取得时间": "issued_on",
            "执业资格": "qualification",
            "取得日期": "qualified_on",
        },
    ),
    (["姓名", "技能等级", "证书编号", "发证日期"], {"姓名": "name", "技能等级": "skill_grade"}),
    (
        ["姓名", "学历", "取得时间", "职称", "取得日期"],
        {
            "姓名": "name",
            "学历": "education",
            "取得时间": "graduated_on",
            "职称": "title_name",
            "取得日期": "issued_on",
        },
    ),
    (["姓名", "驾驶证号", "发证机关", "有效期"], {"姓名": "name"}),
    (
        ["姓名", "职称", "批准机关", "批准时间"],
        {"姓名": "name", "职称": "title_name", "批准机关": "approving_organ", "批准时间": "issued_on"},
    ),
    (["姓名", "身份证号", "发证时间"], {"姓名": "name", "身份证号": "citizen_id", "发证时间": "issued_on"}),
    (["姓名", "职务", "取得时间"], {"姓名": "name", "职务": "position"}),
    (["姓名", "证号"], {"姓名": "name", "证号": "certificate_number"}),
    (["姓名", "健康证号", "职务", "发证时间"], {"姓名": "name", "职务": "position"}),
    (["姓名", "学位", "学位证书编号", "发证日期"], {"姓名": "name", "学位": "degree", "学位证书编号": "degree_number"}),
    # Family sheets, and people beside the person.
    (["姓名", "称谓", "成员姓名", "出生年月", "政治面貌", "工作单位"], {"姓名": "name"}),
    (["姓名", "联系电话", "紧急联系人", "电话", "关系"], {"姓名": "name", "联系电话": "phone"}),
    (
        ["姓名", "紧急联系人", "紧急联系人电话", "家庭电话", "学历"],
        {"姓名": "name", "家庭电话": "phone", "学历": "education"},
    ),
    (["法定代表人", "身份证号", "联系电话"], {}),
    (["姓名", "性别", "监护人", "性别", "年龄", "手机"], {"姓名": "name", "性别": "sex"}),
    (["姓名", "配偶姓名", "工作单位"], {"姓名": "name"}),
    (["姓名", "父亲", "电话", "母亲", "手机号"], {"姓名": "name"}),
    (["姓名", "联系人", "本人手机号"], {"姓名": "name", "本人手机号": "mobile"}),
    (["姓名（配偶）", "身份证号（子女）", "姓名"], {"姓名": "name"}),
    (["姓名", "亲属姓名", "职务", "单位"], {"姓名": "name"}),
    # Order: each school belongs to the education before it.
    (
        ["第一学历", "专业", "毕业院校", "最高学历", "专业名称", "毕业学校"],
        {
            "第一学历": "first_education",
            "专业": "first_major",
            "毕业院校": "first_school",
            "最高学历": "education",
            "专业名称": "major",
            "毕业学校": "school",
        },
    ),
    (
        ["全日制学历", "毕业时间", "在职学历", "毕业年月", "学位"],
        {
            "全日制学历": "first_education",
            "毕业时间": "first_graduated_on",
            "在职学历": "later_education",
            "毕业年月": "later_graduated_on",
            "学位": "later_degree",
        },
    ),
    (
        ["学历（全日制）", "学历（在职）", "学位(在职)"],
        {"学历（全日制）": "first_education", "学历（在职）": "later_education", "学位(在职)": "later_degree"},
    ),
    (
        ["学历", "毕业院校", "所学专业", "毕业时间"],
        {"学历": "education", "毕业院校": "school", "所学专业": "major", "毕业时间": "graduated_on"},
    ),
    (
        ["第一学历", "学习形式", "毕业院校", "职称", "专业"],
        {"第一学历": "first_education", "毕业院校": "first_school", "职称": "title_name", "专业": "major"},
    ),
    (["姓名", "资格名称", "专业"], {"姓名": "name", "资格名称": "title_name", "专业": "title_major"}),
    (
        ["姓名", "所学专业", "职称", "专业"],
        {"姓名": "name", "所学专业": "major", "职称": "title_name", "专业": "title_major"},
    ),
    (["姓名", "执业资格", "专业"], {"姓名": "name", "执业资格": "qualification"}),
    (["姓名", "毕业院校", "入校时间"], {"姓名": "name", "毕业院校": "school"}),
    (["学号", "姓名", "入校时间"], {"姓名": "name"}),
    (["姓名", "部门", "入校时间"], {"姓名": "name", "部门": "department", "入校时间": "joined_on"}),
    (["学校名称", "姓名", "毕业院校"], {"学校名称": "unit_name", "姓名": "name", "毕业院校": "school"}),
    (["姓名", "政治面貌", "加入时间"], {"姓名": "name", "政治面貌": "political_status", "加入时间": "party_joined_on"}),
    # System suffixes and remarks.
    (
        ["姓名", "性别_gender", "民族(ethnicity)", "*账号（必填；由字母或邮箱组成）"],
        {"姓名": "name", "性别_gender": "sex", "民族(ethnicity)": "ethnicity"},
    ),
    (
        [
            "*姓名（必填）",
            "1.性别",
            "（2）民族",
            "学历：本科/大专",
            "【职称】",
            "身份证号(18位，文本格式，末位X大写，必须与身份证一致)",
        ],
        {
            "*姓名（必填）": "name",
            "1.性别": "sex",
            "（2）民族": "ethnicity",
            "学历：本科/大专": "education",
            "【职称】": "title_name",
            "身份证号(18位，文本格式，末位X大写，必须与身份证一致)": "citizen_id",
        },
    ),
    (
        ["姓名(XM)", "性别代码(XBDM)", "出生日期(yyyy-mm-dd)", "联系电话(LXDH)"],
        {"姓名(XM)": "name", "性别代码(XBDM)": "sex", "出生日期(yyyy-mm-dd)": "birth_date", "联系电话(LXDH)": "phone"},
    ),
    # Hours of a year or a period.
    (
        ["姓名", "2024公需", "2024专业", "2025公需学时", "三年总学时", "近三年总学时", "2022-2024年总学时"],
        {
            "姓名": "name",
            "2024公需": "general_hours",
            "2024专业": "professional_hours",
            "2025公需学时": "general_hours",
        },
    ),
    (
        ["姓名", "公需", "专业", "合计"],
        {"姓名": "name", "公需": "general_hours", "专业": "professional_hours", "合计": "total_hours"},
    ),
)


@pytest.mark.parametrize(("headings", "expected"), ROWS, ids=lambda value: "|".join(value)[:60])
def test_a_row_of_headings(headings: list[str], expected: dict[str, str]) -> None:
    """
    Each heading means what an office means by it, in the company it stands in.
    """
    assert expected == fields(*headings)


WORDS = {
    "joined_on": (
        "进入本单位时间",
        "来校工作时间",
        "来院工作时间",
        "到校时间",
        "最近入职时间",
        "到校日期",
        "调入本校时间",
        "进公司日期",
        "到园时间",
        "入司日期",
        "来所时间",
        "到中心工作时间",
        "入局时间",
    ),
    "birth_date": (
        "出身年月",
        "出生年月日期",
        "实际生日",
        "出生年",
        "档案出生日期",
        "出身日期",
        "出生日期（公历）",
        "出生 年月",
        "本人出生年月",
        "何时出生",
    ),
    "title_name": (
        "现任职称",
        "现专业技术职务任职资格",
        "最高职称",
        "现有专技资格名称",
        "职称/专业技术职务",
        "已取得职称",
        "最高专业技术职务",
        "现聘职称",
        "目前职称",
        "本人现有职称",
        "专技资格",
        "现任职称名称",
    ),
    "title_level": (
        "专技职务等级",
        "专业技术职务级别",
        "职称档次",
        "现职称等级",
        "最高职称级别",
        "职称 级别",
        "本人职称等级",
        "目前职称级别",
        "专业技术资格等级",
        "职称（级别）等级",
    ),
    "issued_on": (
        "职称取得日期",
        "专技职务评定时间",
        "评职日期",
        "审批时间",
        "评职时间",
        "取得现任职称时间",
        "职称批准日期",
        "任职资格取得日期",
        "职称证书颁发日期",
        "专业技术资格取得年月",
        "现职称评定时间",
    ),
    "appointed_on": (
        "现任专业技术职务开始时间(年)",
        "任职日期",
        "聘任年月",
        "受聘日期",
        "聘任起始日期",
        "职称聘任时间",
        "专业技术职务聘任时间",
        "聘任开始时间",
        "现聘任时间",
        "职称聘用时间",
    ),
    "appointed_until": (
        "现任专业技术职务结束时间",
        "聘任截止日期",
        "聘期结束日期",
        "聘任到期日期",
        "受聘截止时间",
        "聘用终止日期",
        "职称聘任截止时间",
        "聘期届满时间",
        "聘任终止时间",
        "专业技术职务聘任结束时间",
    ),
    "party_joined_on": (
        "党派加入时间",
        "入社时间",
        "加入党派日期",
        "参加党派年月",
        "入党(团)时间",
        "加入共产党时间",
        "何时入党",
        "入党派时间",
        "参加民主党派时间",
        "入党年月",
    ),
    "graduated_on": (
        "取得最高学历时间",
        "最高学历取得时间",
        "毕业年份",
        "学历取得时间",
        "最高学历毕业日期",
        "毕业证取得时间",
        "取得学历日期",
        "毕业年月日",
        "何时毕业时间",
        "最后学历毕业时间",
    ),
    "education": (
        "现学历",
        "最终学历",
        "最后学历",
        "现最高学历",
        "目前学历",
        "教育程度",
        "本人学历",
        "学历名称",
        "学历层次",
        "毕业学历",
    ),
    "first_education": (
        "普通高等学校全日制教育学历",
        "全日制教育学历",
        "统招学历",
        "第一学历层次",
        "初始学历",
        "全日制最高学历",
        "学历(第一学历)",
        "全日制 学历",
        "最高全日制学历",
        "普通全日制学历",
    ),
    "later_education": (
        "非全日制教育学历",
        "在职教育学历",
        "后续学历",
        "在职最高学历",
        "最高在职学历",
        "非全日制学历",
        "学历(在职)",
        "在职 学历",
        "成人教育学历",
        "后取学历",
    ),
    "qualified_on": (
        "执业资格证书取得时间",
        "取得护士执业证书时间",
        "执业证书取得时间",
        "取得执业资格日期",
        "职业资格取得年月",
        "执业资格证取得时间",
        "护士执业证书取得时间",
        "取得医师资格时间",
        "职业资格证书颁发日期",
        "执业证书发证日期",
    ),
    "qualification_number": (
        "护士执业证书编号",
        "医师/护士执业证书编号",
        "执业证号",
        "医师执业证书编码",
        "注册证书编号",
        "护士执业证号",
        "执业证书号码",
        "执业资格证书号码",
        "医师资格证书编号",
        "执业注册编号",
    ),
    "unit_name": (
        "所属单位",
        "执业单位",
        "机构名称",
        "用工公司",
        "企业名称",
        "工作/学习单位",
        "劳务单位",
        "所在医院",
        "现单位",
        "聘用单位名称",
        "所属企业",
    ),
    "department": (
        "所属部门",
        "科室/部门",
        "工作部门",
        "所在教研室",
        "二级部门",
        "院系",
        "任职部门",
        "所属处室",
        "现工作部门",
        "部门(科室)",
    ),
    "native_place": (
        "现籍贯",
        "祖籍",
        "籍贯（省市县）",
        "籍贯地",
        "籍 贯",
        "原籍",
        "本人籍贯",
        "*籍贯",
        "籍贯：",
        "籍贯_native",
    ),
    "ethnicity": (
        "少数民族",
        "民族成份",
        "民族成分",
        "民族代码",
        "民族名称",
        "族别",
        "本人民族",
        "民族（如汉族）",
        "*民族",
        "民 族",
    ),
    "position": (
        "职务或职名",
        "党政职务",
        "领导职务",
        "现任党政职务",
        "职务/岗位",
        "职位",
        "行政职务名称",
        "现职务",
        "单位职务",
        "本人职务",
    ),
    "address": (
        "通信地址",
        "现家庭住址",
        "常住地址",
        "邮寄地址",
        "居住详细地址",
        "现居住地址",
        "本人通讯地址",
        "家庭详细地址",
        "联系地址（必填）",
        "现住所",
    ),
    "phone": (
        "住宅电话",
        "家庭电话",
        "宅电",
        "本人联系方式",
        "常用电话",
        "学员电话",
        "联系电话（手机或座机）",
        "个人电话",
        "联络电话",
        "员工电话",
    ),
    "total_hours": (
        "学分",
        "总学分",
        "总课时",
        "继续教育学分",
        "学时小计",
        "完成学时",
        "年度总学时",
        "年度累计学时",
        "学时数",
        "继续教育学时合计",
    ),
    "degree_on": (
        "学位授予日期",
        "学位获得时间",
        "最高学位取得时间",
        "学位取得日期",
        "授予学位日期",
        "取得学位年月",
        "学位时间",
        "学位授予年月",
        "学位证书取得时间",
        "获得学位日期",
    ),
    "school": (
        "毕业高校",
        "最高毕业院校",
        "学习院校",
        "毕业大学",
        "最高学历院校",
        "学历毕业院校",
        "院校名称",
        "毕业院校(全称)",
        "最高学历毕业学校",
        "本人毕业院校",
    ),
    "name": (
        "教师名称",
        "真实姓名",
        "持证人姓名",
        "参训人员姓名",
        "护士姓名",
        "考核对象姓名",
        "中文姓名",
        "申请人姓名",
        "受聘人",
        "姓名（必填）",
    ),
    "skill_grade": (
        "鉴定等级",
        "技能级别",
        "职业技能鉴定等级",
        "现技能等级",
        "工勤技能等级",
        "技能等级",
        "技术工人等级",
        "职业等级",
        "工种等级",
        "本人技能等级",
    ),
    "post_grade": (
        "岗位等级",
        "现聘岗位等级",
        "专技岗位等级",
        "岗位级别",
        "聘用岗位等级",
        "所聘岗位等级",
        "岗位聘任等级",
        "主岗等级",
        "现岗位等级",
        "专业技术岗位级别",
    ),
    "residence": (
        "户口所在地",
        "户籍所在地",
        "户籍地",
        "户籍",
        "入户地",
        "户口所在",
        "户籍地区",
        "常住户口所在地",
        "户口地",
        "落户地",
    ),
    "education_degree": (
        "学历学位",
        "学历（位）",
        "学历/学位",
        "学历、学位",
        "学历及学位",
        "学历和学位",
        "最高学历学位",
        "学历与学位",
        "最高学历/学位",
        "学历(位)",
    ),
}


@pytest.mark.parametrize(("name", "heading"), [(name, text) for name, texts in WORDS.items() for text in texts])
def test_plain_words(name: str, heading: str) -> None:
    """
    What an office writes for a field is that field, though no form prints it so.
    """
    assert {heading: name} == fields(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "主键",
        "操作",
        "工作证号",
        "活动编码",
        "报名ID",
        "员工编号",
        "婚姻状况",
        "国籍",
        "编制类型",
        "岗位类别",
        "证件类型",
        "户口性质",
        "工龄",
        "学习形式",
        "党支部",
        "合同期限",
        "健康状况",
        "银行卡号",
        "是否双师型",
        "紧急程度备注",
    ],
)
def test_columns_of_no_field_have_a_name(heading: str) -> None:
    """
    What tables hold and no field has is known by name, so that nobody takes it for a column that was overlooked.
    """
    column = match_columns([heading]).columns[0]

    assert Fate.NO_FIELD is column.fate
    assert column.means.zh


# A heading that declares its own codes: row -> the value, or the finding.
CODED: tuple[tuple[dict[str, object], str, str | None], ...] = (
    ({"性别(男是0，女是1)": 0}, "sex", "1"),
    ({"性别(男是0，女是1)": "1"}, "sex", "2"),
    ({"性别（0女1男）": "0"}, "sex", "2"),
    ({"性别 1-男 0-女": "1"}, "sex", "1"),
    ({"政治面貌(0群众1党员2团员)": 2}, "political_status", "03"),
    ({"政治面貌(0群众1党员2团员)": "0"}, "political_status", "13"),
    ({"民族(1汉族2少数民族)": 1}, "ethnicity", "01"),
    ({"民族(1汉族2少数民族)": 2}, "ethnicity", None),
    ({"性别（1：男；2：女）": "2.0"}, "sex", "2"),
    ({"性别[男=1,女=0]": "0"}, "sex", "2"),
    ({"性别：0男1女": 1}, "sex", "2"),
    ({"性别(1、男 2、女)": "01"}, "sex", "1"),
    ({"性别（男填1，女填2）": "女"}, "sex", "2"),
    ({"性别(0或男1女)": None}, "sex", None),
)


@pytest.mark.parametrize(("row", "name", "value"), CODED, ids=str)
def test_a_heading_that_declares_its_codes(row: dict[str, object], name: str, value: str | None) -> None:
    """
    The codes are those of the heading, not the standard's; a word in such a column is read as a word.
    """
    report = check_row({"姓名": "张三", **row}, on=ON)

    assert value == getattr(report.value, name)
    assert report.ok


def test_a_code_that_the_heading_does_not_declare() -> None:
    """
    It is an error of its own, and the cell is not called empty.
    """
    report = check_row({"姓名": "张三", "性别（0女1男）": 3}, on=ON)

    assert [("ROSTER.CODE_UNDECLARED", ("性别（0女1男）",))] == [(item.code, item.path) for item in report.findings]


def test_a_group_of_codes_is_no_code() -> None:
    """
    少数民族 is no ethnic group: nothing is read, nothing is called empty, and it is said.
    """
    report = check_row({"姓名": "张三", "民族(1汉族2少数民族)": 2}, on=ON)

    assert ["ROSTER.CODE_OF_GROUP"] == [item.code for item in report.findings]


def test_two_columns_of_one_field_are_both_checked() -> None:
    """
    The sound one gives the value; the other is told under its own heading, and two different numbers are an error.
    """
    short = check_row({"身份证号": ID, "身份证号码": ID[:-1]}, on=ON)
    first_bad = check_row({"姓名": "张三", "身份证号": ID[:-1], "身份证号码": ID}, on=ON)
    other = check_row({"身份证号": ID, "身份证号码": "450000198906300027"}, on=ON)
    none = check_row({"姓名": "张三", "职务": "科长", "现任职务": "无"}, on=ON)
    blank = check_row({"身份证号": "", "身份证号码": " "}, on=ON)

    assert [("CITIZEN_ID.LENGTH", ("身份证号码",))] == [(item.code, item.path) for item in short.findings]
    assert [("CITIZEN_ID.LENGTH", ("身份证号",))] == [(item.code, item.path) for item in first_bad.errors]
    assert None not in {short.value and short.value.citizen_id, first_bad.value and first_bad.value.citizen_id}
    assert [("ROSTER.COLUMNS_DIFFER", ("身份证号码",))] == [(item.code, item.path) for item in other.errors]
    assert () == none.findings
    assert ["ROSTER.BLANK_ROW"] == [item.code for item in blank.findings]


def test_what_the_second_column_repairs_is_listed_there() -> None:
    """
    A repair of the second column is a change at its heading.
    """
    report = check_row({"姓名": "张三", "工作单位": "甲校", "单位名称": " 乙校"}, on=ON)

    assert [("单位名称",)] == [item.path for item in report.changes]


@pytest.mark.parametrize(
    ("kind", "read"),
    [
        ("护照", False),
        ("港澳通行证", False),
        ("军官证", False),
        ("台胞证", False),
        ("回乡证", False),
        ("驾驶证", False),
        ("居民身份证", True),
        ("身份证", True),
        ("1", True),
        ("", True),
        ("港澳台居民居住证", True),
        ("外国人永久居留身份证", True),
        ("其他", False),
        ("其他证件", False),
        ("正常", True),
        ("I", True),
    ],
)
def test_the_kind_of_document_says_what_the_number_is(kind: str, *, read: bool) -> None:
    """
    Beside 护照 a number is a passport's and is not judged as an identity number.
    """
    report = check_row({"姓名": "张三", "证件类型": kind, "证件号码": "E12345678"}, on=ON)
    codes = [item.code for item in report.findings]

    assert read == any(code.startswith("CITIZEN_ID") for code in codes)
    assert read != ("ROSTER.OTHER_DOCUMENT" in codes)


@pytest.mark.parametrize(
    ("kind", "number", "codes"),
    [
        ("护照", "450000199307010014", ["ROSTER.DOCUMENT_DISAGREES"]),
        ("护照", "450000199307010013", ["CITIZEN_ID.CHECK_DIGIT", "ROSTER.DOCUMENT_DISAGREES"]),
        ("其他", "450000199307010013", ["CITIZEN_ID.CHECK_DIGIT", "ROSTER.DOCUMENT_DISAGREES"]),
        ("正常", "450000199307010013", ["CITIZEN_ID.CHECK_DIGIT", "ROSTER.DOCUMENT_UNKNOWN"]),
        ("正常", "450000199307010014", ["ROSTER.DOCUMENT_UNKNOWN"]),
        ("I", "450000199307010014", ["ROSTER.DOCUMENT_UNKNOWN"]),
        ("护照", "E12345678", ["ROSTER.OTHER_DOCUMENT"]),
        ("居民身份证", "450000199307010014", []),
        ("", "450000199307010014", []),
        ("军官证", "南字第1234567号", ["ROSTER.OTHER_DOCUMENT"]),
    ],
)
def test_no_number_escapes_by_the_kind_of_document(kind: str, number: str, codes: list[str]) -> None:
    """
    A word that is no document takes no number out of the check; a number built as a citizen's is checked as one.
    """
    report = check_row({"姓名": "张三", "证件类型": kind, "证件号码": number}, on=ON)

    assert codes == sorted(item.code for item in report.findings)


HOURS: tuple[tuple[dict[str, object], int | None, list[str]], ...] = (
    ({"2024公需": 30, "2024专业": 60, "2025公需": 0, "2025专业": 0}, 2024, []),
    ({"2024公需": 30, "2024专业": 60, "2025公需": 0, "2025专业": 0}, 2025, ["2025公需", "2025专业"]),
    ({"2024公需": 30, "2024专业": 60}, 2025, []),
    ({"三年总学时": 180}, 2025, []),
    ({"近三年总学时": 120}, 2025, []),
    ({"2022-2024年总学时": 20}, 2024, []),
    ({"上年度学时": 20}, 2025, []),
    ({"任期总学时": 20}, 2025, []),
    ({"五年学时合计": 20}, 2025, []),
    ({"2023年总学时": 20}, 2025, []),
    ({"2025年总学时": 20}, 2025, ["2025年总学时"]),
    ({"公需学时": 10}, 2025, ["公需学时"]),
    ({"2025年公需学时": 10}, None, ["2025年公需学时"]),
    ({"2024年公需学时": 10, "2025年公需学时": 10}, None, []),
    ({"年度": 2025, "2024年公需学时": 10, "2025年公需学时": 30}, None, []),
)


@pytest.mark.parametrize(("row", "year", "short"), HOURS, ids=str)
def test_hours_of_another_year_or_a_period_are_not_the_asked_year_s(
    row: dict[str, object], year: int | None, short: list[str]
) -> None:
    """
    Only hours of the year that is asked for are held against it.
    """
    report = check_row({"姓名": "张三", **row}, on=ON, profile=PROFILE.switch(hours="CN-GD", hours_year=year))

    assert short == [item.path[0] for item in report.findings if item.code == "ROSTER.HOURS_SHORT"]


def test_hours_that_are_not_judged_are_told() -> None:
    """
    A column of another year, or of several with no year named, says why its hours were not judged.
    """
    rows: tuple[tuple[dict[str, object], int | None], ...] = (
        ({"2024公需": 30}, 2025),
        ({"2024公需": 30, "2023公需": 30}, None),
        ({"2024公需": None}, 2025),
    )
    said = [
        [item.params["reason"] for item in report.findings]
        for row, year in rows
        for report in [
            check_row({"姓名": "张三", **row}, on=ON, profile=PROFILE.switch(hours="CN-GD", hours_year=year))
        ]
    ]

    assert [1, 2, 0] == [len(reasons) for reasons in said]


GROUPS: tuple[tuple[tuple[str, str], str, Owner, When], ...] = (
    (("普通高等学校全日制教育", "学历"), "first_education", Owner.SELF, When.NOW),
    (("在职教育", "毕业院校"), "later_school", Owner.SELF, When.NOW),
    (("在职教育", "毕业院校及专业"), "", Owner.SELF, When.NOW),
    (("最高学历", "学位"), "degree", Owner.SELF, When.HIGHEST),
    (("联系人", "姓名"), "", Owner.CONTACT, When.NOW),
    (("配偶", "身份证号"), "", Owner.SPOUSE, When.NOW),
    (("子女", "出生日期"), "", Owner.CHILD, When.NOW),
    (("家庭成员", "工作单位"), "", Owner.RELATIVE, When.NOW),
    (("专业技术职务", "名称"), "title_name", Owner.SELF, When.NOW),
    (("专业技术职务", "取得时间"), "issued_on", Owner.SELF, When.NOW),
    (("专业技术职务", "聘任时间"), "appointed_on", Owner.SELF, When.NOW),
    (("现任岗位级别及时间", "任职时间"), "", Owner.SELF, When.NOW),
    (("原职称", "名称"), "", Owner.SELF, When.FORMER),
    (("申报职称", "级别"), "", Owner.SELF, When.APPLIED),
    (("拟聘专业技术职务", "名称"), "", Owner.SELF, When.APPLIED),
    (("基本信息", "姓名"), "name", Owner.SELF, When.NOW),
    (("2024年度", "公需"), "general_hours", Owner.SELF, When.NOW),
    (("出生日期", "问题描述"), "", Owner.SELF, When.NOW),
    (("职业资格", "证书编号"), "qualification_number", Owner.SELF, When.NOW),
    (("最高学历", "院校"), "school", Owner.SELF, When.HIGHEST),
    (("第一学历", "院校"), "first_school", Owner.SELF, When.NOW),
    (("继续教育学时", "专业"), "professional_hours", Owner.SELF, When.NOW),
    (("继续教育学时", "公需"), "general_hours", Owner.SELF, When.NOW),
    (("职业资格", "星座"), "", Owner.SELF, When.NOW),
    (("证书", "学历"), "education", Owner.SELF, When.NOW),
    (("消防证书", "编号"), "", Owner.SELF, When.NOW),
)


@pytest.mark.parametrize(("heading", "name", "owner", "when"), GROUPS, ids=str)
def test_a_group_says_whose_when_and_of_what(heading: tuple[str, str], name: str, owner: Owner, when: When) -> None:
    """
    A heading under a group is read with it.
    """
    column = match_columns([heading]).columns[0]

    assert (name, owner, when) == (column.field, column.owner, column.when)


@given(
    st.sampled_from(["原", "拟", "申报", "应聘", "曾任", "拟申报", "第二", "其他"]),
    st.sampled_from(["职称", "职务", "职称名称", "职称级别"]),
)
def test_another_time_is_never_taken_for_now(time: str, thing: str) -> None:
    """
    What was, what is applied for and what is another one are not what the person has.
    """
    assert {} == fields(time + thing)
