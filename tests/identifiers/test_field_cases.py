"""
Numbers and names as people type them: other documents, letters for digits, lost digits and dots, forms of address.
"""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.identifiers import certificate_number, citizen_id, email, landline, mobile, org_code, person_name, uscc
from credrules.testing import strategies
from credrules.values import Severity


def _codes(module: object, value: object) -> list[str]:
    return [item.code for item in module.check(value).findings]  # type: ignore[attr-defined]  # every identifier has `check`


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("H12345678", "港澳居民来往内地通行证"),
        ("M12345678", "港澳居民来往内地通行证"),
        ("H1234567801", "港澳居民来往内地通行证"),
        ("h12345678", "港澳居民来往内地通行证"),
        ("12345678", "台湾居民来往大陆通行证"),
        ("0312345601", "台湾居民来往大陆通行证"),
        ("E12345678", "中国护照"),
        ("G12345678", "中国护照"),
        ("EA1234567", "中国护照"),
        ("C12345678", "往来港澳（台湾）通行证"),
        ("A123456(3)", "香港身份证"),
        ("A123456789", "台湾地区身份证"),
        ("5123456(7)", "澳门身份证"),
        ("军字第2001988号", "军官（士兵）证"),
        ("X1234567", "护照"),
        ("南字第12345678号", "军官（士兵）证"),
        ("武字第123456号", "军官（士兵）证"),
        ("台胞证12345678", "台湾居民来往大陆通行证"),
        ("护照E12345678", "护照"),
        ("回乡证H12345678", "港澳居民来往内地通行证"),
        ("港澳通行证C12345678", "往来港澳（台湾）通行证"),
        ("户口本450103", "户口簿"),
        ("EJ1234567", "中国护照"),
    ],
)
def test_another_document_is_named(text: str, document: str) -> None:
    """
    What is the number of another document is called so; nobody is told of eighteen places.
    """
    (found,) = citizen_id.check(text).errors

    assert ("CITIZEN_ID.OTHER_DOCUMENT", document) == (found.code, found.params["document"].zh)
    assert "18 位" not in found.message()


@pytest.mark.parametrize("text", ["19930701", "20051231", "4500001993070100", "123456", "45000019930701001"])
def test_what_is_no_other_document(text: str) -> None:
    """
    A day of birth, and a number with places missing, are no permit.
    """
    assert "CITIZEN_ID.LENGTH" in _codes(citizen_id, text)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("93215619850101001", "156"),
        ("93200019850101001", "000"),
        ("93299919850101001", "999"),
        ("97184019850101001", "71"),
        ("93284019850101000", "000"),
        ("93139219900215000", "000"),
        ("91115620001231012", "156"),
        ("94400019770707123", "000"),
        ("97139219900215010", "71"),
        ("95199919660606066", "999"),
    ],
)
def test_parts_no_card_shows(body: str, value: str) -> None:
    """
    A foreigner's number with China's country code, none, or 999, of Taiwan, or with order 000 is warned of.
    """
    report = citizen_id.check(body + citizen_id.check_digit(body))

    assert report.ok
    assert value in [item.params["value"] for item in report.warnings if item.code == "CITIZEN_ID.FOREIGN_PART"]


def test_a_sound_foreigner_needs_no_word() -> None:
    """
    A number whose parts a card may show has no such warning.
    """
    assert "CITIZEN_ID.FOREIGN_PART" not in _codes(citizen_id, "932682198501010017")


LETTERS = {"0": "OoD", "1": "IlL", "5": "Ss", "2": "Zz", "8": "B"}


@given(strategies.citizen_ids(), st.data())
def test_a_letter_for_a_digit_is_suggested_back(number: str, data: st.DataObject) -> None:
    """
    O for 0, I for 1 and the like: where the check character agrees, the number is suggested, and applying it is sound.
    """
    places = [place for place, mark in enumerate(number[:17]) if mark in LETTERS]
    if len(number) != 18 or not places:
        return
    place = data.draw(st.sampled_from(places))
    letter = data.draw(st.sampled_from(LETTERS[number[place]]))
    report = citizen_id.check(number[:place] + letter + number[place + 1 :])
    found = next(item for item in report.findings if item.code == "CITIZEN_ID.CHARACTER")

    assert (number, (place + 1,)) == (found.suggestion, found.params["places"])
    assert report.repaired().ok


@pytest.mark.parametrize("text", ["11O108199001011232", "11A108199001011231", "OOOOO8199001011231"])
def test_no_suggestion_where_the_check_character_disagrees(text: str) -> None:
    """
    A letter that stands for no digit, or digits that give another check character, are not guessed at.
    """
    found = next(item for item in citizen_id.check(text).findings if item.code == "CITIZEN_ID.CHARACTER")

    assert found.suggestion is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("11O108199001011231", "110108199001011231"),
        ("9135O100M000100Y43", "91350100M000100Y43"),
        ("9I350100M000100Y43", "91350100M000100Y43"),
        ("9135010OM000100Y43", "91350100M000100Y43"),
        ("91350100MOOO100Y43", "91350100M000100Y43"),
        ("913S0100M000100Y43", "91350100M000100Y43"),
        ("9I3S01OOM000100Y43", "91350100M000100Y43"),
        ("1245OOOOPDY000018U", "12450000PDY000018U"),
        ("I2450000PDY000018U", "12450000PDY000018U"),
        ("124S0000PDY000018U", "12450000PDY000018U"),
        ("12450000PDYOOOO18U", "12450000PDY000018U"),
    ],
)
def test_letters_in_codes(text: str, code: str) -> None:
    """
    A credit code has no I, O, S and Z: what they were typed for is suggested where both check characters agree.
    """
    module = citizen_id if code.isdecimal() else uscc
    suggestions = [item.suggestion for item in module.check(text).findings if item.code.endswith(".CHARACTER")]

    assert [code] == suggestions


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("021-6234567", "少一位"),
        ("010-6234567", "少一位"),
        ("0755-2345678", "少一位"),
        ("0999-81234567", "多一位"),
        ("020-8123456", "少一位"),
        ("0571-8765432", "少一位"),
        ("0532-8123456", "少一位"),
        ("0771-21234567", "多一位"),
        ("0991-23456789", "多一位"),
        ("0891-62345678", "多一位"),
        ("023 6123456", "少一位"),
        ("(0512)6123456", "少一位"),
        ("0471-23456789", "多一位"),
    ],
)
def test_local_numbers_have_the_length_of_their_area(text: str, change: str) -> None:
    """
    A digit too few or too many for the area is said; the number itself is not refused.
    """
    report = landline.check(text)
    found = next(item for item in report.findings if item.code == "LANDLINE.LOCAL_LENGTH")

    assert (True, change) == (report.ok, found.params["change"].zh)


@pytest.mark.parametrize(
    "text", ["021-62345678", "0999-8123456", "0771-2123456", "0433-2123456", "0433-21234567", "62345678"]
)
def test_lengths_that_are_right_or_not_known(text: str) -> None:
    """
    The usual length, and any length in an area that is not listed, need no word.
    """
    assert "LANDLINE.LOCAL_LENGTH" not in _codes(landline, text)


@pytest.mark.parametrize(
    "text", ["123-87562", "12387562", "1234567", "12-345678", "62345-678", "1-2345678", "133-87562"]
)
def test_what_is_no_local_number(text: str) -> None:
    """
    Nobody's number begins with 1, and nobody groups three and five digits.
    """
    assert "LANDLINE.FORM" in _codes(landline, text)


@pytest.mark.parametrize(
    ("text", "dotted"),
    [
        ("古丽米热 艾比布力", "古丽米热·艾比布力"),
        ("买买提 吐尔逊", "买买提·吐尔逊"),
        ("阿依古丽　买买提", "阿依古丽·买买提"),
        ("艾力 买买提", "艾力·买买提"),
        ("阿不都热合曼  吐尔逊", "阿不都热合曼·吐尔逊"),
        ("张三 李四", "张三·李四"),
        ("扎西 多吉", "扎西·多吉"),
        ("阿布力孜\n买买提", "阿布力孜·买买提"),
        (" 努尔兰 别克 ", "努尔兰·别克"),
        ("迪丽娜尔 阿不都拉", "迪丽娜尔·阿不都拉"),
        ("哈斯 巴特尔", "哈斯·巴特尔"),
        ("阿卜杜拉 穆罕默德 艾山", "阿卜杜拉·穆罕默德·艾山"),
    ],
)
def test_a_blank_where_a_dot_may_belong_is_asked_about(text: str, dotted: str) -> None:
    """
    A name of several parts with a blank is neither joined nor dotted: the dot is offered, the copy keeps the cell.
    """
    report = person_name.check(text)
    (found,) = (item for item in report.findings if item.code == "PERSON_NAME.PARTS")

    assert (dotted, True, Severity.WARNING) == (found.suggestion, found.asks, found.severity)
    assert report.repaired().raw == text
    assert dotted.replace("·", "") not in [item.suggestion for item in report.findings]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("李 四", "李四"),
        ("张　三", "张三"),
        ("王 小明", "王小明"),
        ("欧阳 小明", "欧阳小明"),
        ("欧 阳 小 明", "欧阳小明"),
        ("司马 光", "司马光"),
        ("李\n四", "李四"),
        (" 张三 ", "张三"),
        ("李　 四", "李四"),
        ("诸葛 孔明", "诸葛孔明"),
    ],
)
def test_blanks_that_are_layout_go(text: str, name: str) -> None:
    """
    李 四 is 李四, as before.
    """
    report = person_name.check(text)

    assert report.value is not None
    assert (name, name) == (report.value.text, person_name.normalize(text))
    assert "PERSON_NAME.PARTS" not in [item.code for item in report.findings]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("贾晓宁同志", "贾晓宁"),
        ("贾老师", "贾"),
        ("贾晓宁副主任", "贾晓宁"),
        ("王小明先生", "王小明"),
        ("李芳女士", "李芳"),
        ("欧阳锋校长", "欧阳锋"),
        ("张三常务副院长", "张三"),
        ("李四处长", "李四"),
        ("赵六护士长", "赵六"),
        ("钱七总经理", "钱七"),
        ("孙八大夫", "孙八"),
        ("周九书记", "周九"),
        ("阿依古丽·买买提老师", "阿依古丽·买买提"),
        ("周教练", "周"),
        ("吴讲师", "吴"),
        ("冯出纳", "冯"),
        ("王五副研究员", "王五"),
        ("李四指导员", "李四"),
    ],
)
def test_forms_of_address_are_no_part_of_a_name(text: str, name: str) -> None:
    """
    The form of address is warned of, the name offered; the cell is not rewritten.
    """
    report = person_name.check(text)
    found = next(item for item in report.findings if item.code == "PERSON_NAME.ADDRESS")

    assert (name, Severity.WARNING) == (found.suggestion, found.severity)
    assert report.repaired().raw == text


@pytest.mark.parametrize(
    "text", ["贾晓宁", "王主", "张会", "李师", "陈先", "欧阳锋", "阿依古丽·买买提", "张任", "丁长", "主任"]
)
def test_names_stay_names(text: str) -> None:
    """
    A name that happens to hold such a character is a name; a post alone is none of this.
    """
    assert "PERSON_NAME.ADDRESS" not in _codes(person_name, text)


@pytest.mark.parametrize(
    "text",
    [
        "第",
        "见证书",
        "遗失",
        "补办中",
        "待查",
        "已领",
        "同上",
        "如上",
        "证书在单位",
        "审批中",
        "字第号",
    ],
)
def test_words_are_no_certificate_number(text: str) -> None:
    """
    A text without a figure and without a letter of an alphabet is words about a number, not the number.
    """
    report = certificate_number.check(text)

    assert (True, ["CERTIFICATE_NUMBER.WORDS"]) == (report.ok, [item.code for item in report.findings])


@pytest.mark.parametrize(
    "text", ["桂职改字第一二三号", "桂职改字0312345", "A", "甲第〇一号", "Кн-7", "ＧＸ２０１５", "(2015)壹号"]
)
def test_a_number_holds_a_figure_or_a_letter(text: str) -> None:
    """
    Figures in Chinese, letters of any alphabet and the ten stems number certificates.
    """
    assert "CERTIFICATE_NUMBER.WORDS" not in _codes(certificate_number, text)


@pytest.mark.parametrize(
    "text",
    [
        "先生", "女士", "老师", "同志", "工程师", "副主任", "护士长", "姓名", "名字", "申请人", "合计", "小计", "同上",
        "测试", "XXX", "xx", "***", "姓名：",
    ],
)  # fmt: skip
def test_what_is_nobodys_name(text: str) -> None:
    """
    A form of address alone, a label, a line of sums and a filler are warned of.
    """
    assert {"PERSON_NAME.NO_NAME"} == {item.code for item in person_name.check(text).findings} & {
        "PERSON_NAME.NO_NAME",
        "PERSON_NAME.ADDRESS",
    }


@pytest.mark.parametrize(
    "text", ["李某", "某某", "张某某", "王主", "Max", "XX Li", "姓明", "合浦", "测量", "何老", "Xu"]
)
def test_names_that_only_look_so(text: str) -> None:
    """
    A hidden name and a name with such a character are names.
    """
    assert "PERSON_NAME.NO_NAME" not in _codes(person_name, text)


@pytest.mark.parametrize(
    ("module", "value"),
    [
        (mobile, "0771-5324816"),
        (mobile, "1381 2345"),
        (mobile, "+852 91234567"),
        (citizen_id, "No.450103198506150028"),
        (citizen_id, "45010319850615001＊"),
        (citizen_id, "4501031985 0615 0021"),
        (citizen_id, "H 12345678"),
        (email, "张三 @ qq"),
        (email, "a＠b＠c.com"),
        (uscc, "9135 0100 M000 100Y 44"),
        (landline, "０771-12"),
        (org_code, "1234－5678－1"),
    ],
)
def test_a_refused_value_is_not_rewritten(module: ModuleType, value: str) -> None:
    """
    A value that is refused stays in the copy as it was written, blanks and hyphens too.
    """
    report = module.check(value)

    assert (False, value) == (report.ok, report.repaired().raw)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("024-2345678", "少一位"),
        ("025-8345678", "少一位"),
        ("022-2345678", "少一位"),
        ("028-8765432", "少一位"),
        ("027-8765432", "少一位"),
        ("0731-8456789", "少一位"),
        ("0851-8567890", "少一位"),
        ("0898-6234567", "少一位"),
        ("0891-23456789", "多一位"),
        ("0763-33333333", "多一位"),
        ("0756-22345678", "多一位"),
        ("0668-22345678", "多一位"),
        ("0971-62345678", "多一位"),
    ],
)
def test_more_local_numbers_of_an_area(text: str, change: str) -> None:
    """
    The length of the local numbers of an area is a warning where it differs, never an error.
    """
    report = landline.check(text)

    assert (True, [change]) == (
        report.ok,
        [item.params["change"].zh for item in report.warnings if item.code == "LANDLINE.LOCAL_LENGTH"],
    )


@pytest.mark.parametrize(
    "text", ["123-45678", "12-3456789", "1345678", "612-34567", "98765-432", "1-234567", "11234567"]
)
def test_more_of_what_is_no_local_number(text: str) -> None:
    """
    A group of three before five, a single figure before the rest, and a number that begins with 1 are none.
    """
    assert not landline.check(text).ok


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张三 主任", "张三"),
        ("李 老师", "李"),
        ("欧阳锋　校长", "欧阳锋"),
        ("王小明 同志", "王小明"),
        ("赵六 副处长", "赵六"),
    ],
)
def test_a_blank_before_a_form_of_address_is_layout(text: str, name: str) -> None:
    """
    张三 主任 is one person with his post: no dot belongs there.
    """
    codes = {item.code: item.suggestion for item in person_name.check(text).findings}

    assert name == codes["PERSON_NAME.ADDRESS"]
    assert "PERSON_NAME.PARTS" not in codes


@pytest.mark.parametrize("text", ["编号", "证书编号", "号", "证书号：", "管理号", "登记号"])
def test_a_heading_is_no_certificate_number(text: str) -> None:
    """
    The heading of the column in its cell says that nothing was filled in.
    """
    assert ["CERTIFICATE_NUMBER.NO_NUMBER_WORD"] == [item.code for item in certificate_number.check(text).errors]
