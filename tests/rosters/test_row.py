"""
One row: what is read, what is found, and where.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.engine import Profile
from credrules.findings import Report
from credrules.rosters import RosterRow, check_row, match_columns
from credrules.values import Severity

ON = dt.date(2025, 6, 30)
ID = "450000199307010014"


def check(row: object) -> Report[RosterRow]:
    """
    Check a row on the day of these tests.
    """
    return check_row(row, on=ON)


def codes(row: object) -> dict[str, str]:
    """
    Return finding code -> heading of a row, remarks left out.
    """
    return {item.code: str(item.path[0]) for item in check(row).findings if item.severity is not Severity.INFO}


def value(row: object) -> RosterRow:
    """
    Return the typed row.
    """
    found = check(row).value
    assert found is not None
    return found


def test_paths_begin_with_the_heading_as_written() -> None:
    """
    The user finds the cell by their own heading, line breaks and all, and the message uses it too.
    """
    report = check({"姓名": "张三", "取得\n时间": "2031-06"})

    assert [("ROSTER.DATE_FUTURE", ("取得\n时间",))] == [(item.code, item.path) for item in report.errors]
    assert report.errors[0].message() == "“取得 时间”晚于检查日期 2025-06-30，请核对"


def test_findings_stand_in_table_order() -> None:
    """
    The order of findings is that of the columns, not that of the form.
    """
    row = {"手机": "1380000001", "姓名": "", "邮箱": "a"}

    assert [("手机",), ("姓名",), ("邮箱",)] == [item.path for item in check(row).findings]


def test_the_input_is_kept_and_changes_are_listed() -> None:
    """
    The raw row stays, the typed row holds what was read, the changes name the heading.
    """
    row = {"姓 名": "张　三", "备注": "x"}
    report = check(row)

    assert report.raw is row
    assert value(row).name == "张三"
    assert [("姓 名",)] == [item.path for item in report.changes]


def test_repaired_applies_the_suggestions() -> None:
    """
    A report can be repaired: suggestions go to the cells, and the check runs again.
    """
    report = check({"姓 名": "张　三", "民族": "汉", "身份证号": f" {ID}"}).repaired()

    assert {"姓 名": "张三", "民族": "汉族", "身份证号": ID} == report.raw
    assert report.findings == ()


def test_columns_may_be_given() -> None:
    """
    With the headings matched once, a row that lacks a key has an empty cell there.
    """
    columns = match_columns(["姓名", "身份证号"])
    report = check_row({"姓名": "张三"}, on=ON, columns=columns)

    assert [("ROSTER.REQUIRED", ("身份证号",))] == [(item.code, item.path) for item in report.findings]


def test_a_profile_may_change_severities() -> None:
    """
    The host may weigh a finding otherwise.
    """
    profile = Profile("host", severities={"ROSTER.SEX": Severity.INFO})
    row = {"姓名": "张三", "性别": "女", "身份证号": ID}

    assert not check(row).ok
    assert check_row(row, on=ON, profile=profile).ok


@pytest.mark.parametrize("row", [None, 3, "张三", ["张三"], {}, {1: 2}, {"星座": "x"}, {"姓名": ""}, object()])
def test_anything_is_answered(row: object) -> None:
    """
    What is no row, or an empty one, is said to be so, and nothing is read from it.
    """
    report = check(row)

    assert report.value is None
    said = {"ROSTER.NOT_A_ROW", "ROSTER.BLANK_ROW", "ROSTER.NOT_RECOGNISED"}
    assert said & {item.code for item in report.findings}


@given(
    st.dictionaries(
        st.sampled_from(["姓名", "身份证号", "性别", "年龄", "职称", "邮箱", "联系电话", "学时"]),
        st.one_of(
            st.none(),
            st.text(max_size=20),
            st.integers(),
            st.floats(),
            st.dates(),
            st.decimals(),
            st.binary(max_size=3),
        ),
    )
)
def test_never_raises(row: dict[str, Any]) -> None:
    """
    Whatever the cells hold, the row is answered, and every path is a heading of the row.
    """
    for item in check(row).findings:
        assert item.message("zh")
        assert not item.path or item.path[0] in row


class Hostile(dict[str, object]):
    """
    A mapping that cannot be read.
    """

    def items(self) -> NoReturn:
        """
        Raise.
        """
        raise RuntimeError


def test_a_hostile_mapping_is_no_row() -> None:
    """
    A mapping that raises when it is read is answered as anything else that is no row.
    """
    assert ["ROSTER.NOT_A_ROW"] == [item.code for item in check(Hostile(a=1)).findings]


# What nobody lacks, and what anybody may.


@pytest.mark.parametrize("heading", ["性别", "出生日期", "民族", "政治面貌", "参加工作时间", "单位", "学历"])
def test_what_everybody_has_is_missed_only_in_its_column(heading: str) -> None:
    """
    A blank is a warning where the column exists; a table without it is complete.
    """
    assert codes({"姓名": "张三", heading: " "}) == {"ROSTER.EMPTY": heading}
    assert codes({"姓名": "张三"}) == {}


@pytest.mark.parametrize("word", ["无", "/", "—", "没有", "暂无", "N/A", "无学位"])
def test_a_word_for_none_is_read_as_blank(word: str) -> None:
    """
    Who has no degree writes a word or a stroke; that is no wrong degree.
    """
    report = check({"姓名": "张三", "学位": word})

    assert ["ROSTER.NONE_WORD"] == [item.code for item in report.findings]
    assert report.ok
    assert value({"姓名": "张三", "学位": word}).degree is None


@pytest.mark.parametrize("heading", ["手机", "联系电话", "毕业时间", "毕业院校", "籍贯", "入职时间", "组织机构代码"])
def test_a_word_for_none_is_a_remark_wherever_a_blank_is_none(heading: str) -> None:
    """
    Where a blank is no fault, the word for it is none either.
    """
    assert ["ROSTER.NONE_WORD"] == [item.code for item in check({"姓名": "张三", heading: "无"}).findings]


@pytest.mark.parametrize("heading", ["性别", "民族", "政治面貌", "学历", "出生日期"])
def test_nobody_lacks_what_everybody_has(heading: str) -> None:
    """
    A word for none stays a fault in a column everybody has something for.
    """
    assert not check({"姓名": "张三", heading: "无"}).ok


def test_none_for_a_certificate_depends_on_the_title() -> None:
    """
    With a title, "none" is no certificate number (11111111 is); without a title it is the plain truth.
    """
    assert "CERTIFICATE_NUMBER.NO_NUMBER_WORD" in codes({"姓名": "张三", "职称": "工程师", "证书编号": "无"})
    assert codes({"姓名": "张三", "职称": "无", "证书编号": "无"}) == {}
    assert codes({"姓名": "张三", "证书编号": "无"}) == {}


def test_short_ethnicity_is_a_remark() -> None:
    """
    汉 is understood as 汉族, remarked upon, and never more.
    """
    report = check({"姓名": "张三", "民族": "汉"})

    assert [("ROSTER.SHORT_NAME", Severity.INFO, "汉族")] == [
        (item.code, item.severity, item.suggestion) for item in report.findings
    ]
    assert value({"民族": "汉"}).ethnicity == "01"
    assert check({"姓名": "张三", "民族": "汉族"}).findings == ()


# One cell against another.


def test_number_and_cells_agree() -> None:
    """
    Sex and birth date are those of the number; a month that holds the day agrees.
    """
    assert codes({"姓名": "张三", "身份证号": ID, "性别": "男", "出生年月": "1993.07"}) == {}
    assert codes({"姓名": "张三", "身份证号": ID, "性别": "女"}) == {"ROSTER.SEX": "性别"}
    assert codes({"姓名": "张三", "身份证号": ID, "性别": "未知"}) == {"ROSTER.SEX": "性别"}
    assert codes({"姓名": "张三", "性别": "未知"}) == {}
    assert codes({"姓名": "张三", "身份证号": ID, "出生年月": "1993.08"}) == {"ROSTER.BIRTH_DATE": "出生年月"}
    assert check({"姓名": "张三", "身份证号": ID, "性别": "女"}).errors[0].message("en") == (
        "the sex does not agree with the identity number (male there); please check both"
    )


def test_a_foreigners_old_number_says_less() -> None:
    """
    Where the number tells neither sex nor birth date, nothing is compared.
    """
    number = "KAZ110010123101"  # the year 10 may be 1910 or 2010
    row = {"姓名": "Zhang San", "身份证号": number, "性别": "女", "出生年月": "1961-01", "年龄": 64}
    found = value(row).citizen_id

    assert found is not None
    assert found.sex is None
    assert not {"ROSTER.SEX", "ROSTER.AGE_STATED"} & set(codes(row))


@pytest.mark.parametrize(
    ("age", "code"),
    [(31, ""), (30, ""), (29, ""), (32, ""), ("31岁", ""), (28, "ROSTER.AGE_STATED"), (33, "ROSTER.AGE_STATED"),
     ("三十", "VALUE.NOT_A_NUMBER"), (200, "VALUE.OUT_OF_RANGE")],
)  # fmt: skip
def test_age_fits_the_birth_date(age: object, code: str) -> None:
    """
    Born 1993-07-01, a person is 31 on the day; tables two years old and years begun are allowed for.
    """
    assert set(codes({"姓名": "张三", "身份证号": ID, "年龄": age})) == ({code} if code else set())


def test_without_a_birth_date_an_age_says_nothing() -> None:
    """
    No birth date, or one that lies ahead, gives no second opinion on the age.
    """
    assert codes({"姓名": "张三", "年龄": 31}) == {}
    assert codes({"姓名": "张三", "年龄": 31, "出生日期": "2031-01-01"}) == {"ROSTER.DATE_FUTURE": "出生日期"}


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"出生日期": "2015-01-01"}, {"ROSTER.AGE_NOW": "出生日期"}),
        ({"出生日期": "1915-01-01"}, {"ROSTER.AGE_NOW": "出生日期"}),
        ({"身份证号": "450000201001010018"}, {}),
        ({"参加工作时间": "1999-07", "身份证号": ID}, {"ROSTER.AGE": "参加工作时间"}),
        ({"参加工作时间": "2007-07", "身份证号": ID}, {}),
        ({"毕业时间": "1990-07", "出生日期": "1993-07"}, {"ROSTER.AGE": "毕业时间"}),
        ({"参加工作时间": "1940-07"}, {"ROSTER.LONG_AGO": "参加工作时间"}),
        ({"参加工作时间": "1945-05"}, {"ROSTER.LONG_AGO": "参加工作时间"}),
        ({"参加工作时间": "1945-06"}, {}),
        (
            {"参加工作时间": "1995-08", "从事专业技术工作时间": "1993-07"},
            {"ROSTER.PROFESSION_BEFORE_WORK": "从事专业技术工作时间"},
        ),
        ({"参加工作时间": "1990-08", "从事专业技术工作时间": "1993-07"}, {}),
        ({"取得时间": "2010-12", "聘任时间": "2009-01"}, {"ROSTER.APPOINTED_BEFORE_ISSUE": "聘任时间"}),
        ({"聘任时间": "2010-12", "聘任截止时间": "2009-12"}, {"ROSTER.APPOINTMENT_ENDS": "聘任截止时间"}),
        ({"聘任时间": "2010-12", "聘任截止时间": "2030-12"}, {}),
        ({"入党时间": "2031-07"}, {"ROSTER.DATE_FUTURE": "入党时间"}),
    ],
)  # fmt: skip
def test_dates_come_in_a_possible_order(row: dict[str, object], found: dict[str, str]) -> None:
    """
    Nobody works, graduates or is appointed before they could; the future is only for the end of a term.
    """
    row = {"姓名": "张三", **row}
    # A made-up number of a child: its own check digit is not the point here.
    left = {code: heading for code, heading in codes(row).items() if not code.startswith("CITIZEN_ID")}

    assert left == found


def test_studies_agree() -> None:
    """
    The first education is not above the highest, and a degree needs undergraduate studies.
    """
    assert codes({"姓名": "张三", "第一学历": "本科", "最高学历": "大专"}) == {"ROSTER.EDUCATION_ORDER": "最高学历"}
    assert codes({"姓名": "张三", "在职学历": "本科", "最高学历": "大专"}) == {"ROSTER.EDUCATION_ORDER": "最高学历"}
    assert codes({"姓名": "张三", "第一学历": "大专", "在职学历": "本科", "最高学历": "本科"}) == {}
    assert codes({"姓名": "张三", "第一学历": "大专", "最高学历": "本科", "学位": "学士"}) == {}
    assert codes({"姓名": "张三", "最高学历": "大专", "学位": "学士"}) == {"ROSTER.DEGREE_WITHOUT_EDUCATION": "学位"}


@pytest.mark.parametrize(
    ("mail", "suggestion"),
    [
        ("a@qq.con", "a@qq.com"),
        ("a@163.cmo", "a@163.com"),
        ("a@gmial.com", "a@gmail.com"),
        ("a@gmal.com", "a@gmail.com"),
        ("a@gmaill.com", "a@gmail.com"),
        ("a@gmaik.com", "a@gmail.com"),
        ("a@example.ogr", "a@example.org"),
        ("a@school.edu.con", "a@school.edu.com"),
        ("a@qq.com", ""),
        ("a@136.com", ""),
        ("a@gxu.edu.cn", ""),
        ("a@example.net", ""),
    ],
)
def test_nearly_a_provider_is_a_slip(mail: str, suggestion: str) -> None:
    """
    One letter away from a large provider, or a last part that no domain has, is worth a warning.
    """
    found = [
        item.suggestion
        for item in check({"姓名": "张三", "邮箱": mail}).findings
        if item.code == "ROSTER.EMAIL_PROVIDER"
    ]

    assert found == ([suggestion] if suggestion else [])


def test_hours_add_up() -> None:
    """
    A total is compared with its parts when all are there; fractions stay exact.
    """
    row = {"姓名": "张三", "公需学时": "30.1", "专业学时": 42, "选修学时": "0.2学时", "学时合计": "72.3"}

    def wrong(**cells: object) -> set[str]:
        return set(codes({**row, **cells})) - {"ROSTER.HOURS_NOT_JUDGED"}

    assert set() == wrong()
    assert {"ROSTER.HOURS_TOTAL"} == wrong(学时合计="72")
    assert set() == wrong(选修学时="", 学时合计="72")
    assert set() == wrong(选修学时="12天")


@pytest.mark.parametrize("name", ["张三", "李四", "欧阳建国"])
def test_a_garbled_name_is_noticed(name: str) -> None:
    """
    UTF-8 read as GBK looks like Chinese; read back it is the name that was meant.
    """
    garbled = name.encode().decode("gb18030")

    assert codes({"姓名": name}) == {}
    assert codes({"姓名": garbled})["ROSTER.MOJIBAKE"] == "姓名"


@pytest.mark.parametrize("name", ["Zhang San", "买买提·吐尔逊", "𬭎子轩", "栾红丽"])
def test_other_names_are_not_garbled(name: str) -> None:
    """
    Letters, dots and rare characters are no accident; the accident's own trace is.
    """
    assert "ROSTER.MOJIBAKE" not in codes({"姓名": name})
    assert codes({"姓名": "张三", "单位": "锟斤拷校"}) == {"ROSTER.MOJIBAKE": "单位"}
