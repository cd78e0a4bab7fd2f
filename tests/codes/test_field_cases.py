"""
Codes and names as cells hold them: decimals of exports, what stands beside a name, places of pickers, informal titles.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules import codes
from credrules.codes import CodeTable
from credrules.findings import Finding

TITLE_TABLES = (codes.TITLES, codes.TITLE_NAMES, codes.QUALIFICATION_TITLES, codes.CURRENT_POSTS)


def _found(table: CodeTable, text: str, code: str) -> Finding:
    (found,) = (item for item in table.check(text).findings if item.code == code)
    return found


@pytest.mark.parametrize("table", [codes.SEX, codes.ETHNICITY, codes.EDUCATION, codes.POLITICAL_STATUS, codes.DEGREE])
def test_codes_out_of_exports(table: CodeTable) -> None:
    """
    Every code of digits is read with a point and a zero behind, as a text, and the change is listed.
    """
    for code in [entry.code for entry in table if entry.code.isdecimal()]:
        report = table.check(f"{code}.0")
        assert (code, True) == (report.value, report.ok)
        assert (f"{code}.0", code) in [(change.before, change.after) for change in report.changes]


@pytest.mark.parametrize("text", ["13.5", "77.0", "13.0.0", ".0"])
def test_decimals_that_are_no_code(text: str) -> None:
    """
    A real decimal, and a number that is no code, are not read.
    """
    assert codes.ETHNICITY.check(text).value is None


@pytest.mark.parametrize(
    ("text", "code", "aside"),
    [
        ("本科/学士", "20", "学士"),
        ("研究生/硕士", "10", "硕士"),
        ("大学本科（函授）", "20", "函授"),
        ("本科（学士）", "20", "学士"),
        ("大专（电大）", "30", "电大"),
        ("大专(自考)", "30", "自考"),
        ("本科（党校）", "20", "党校"),
        ("学士/本科", "20", "学士"),
        ("本科、学士", "20", "学士"),
        ("大学本科/工学学士", "20", "工学学士"),
        ("研究生（硕士学位）", "10", "硕士学位"),
        ("硕士研究生/硕士", "14", "硕士"),
        ("中专（业余）", "40", "业余"),
        ("大学本科（网络教育）", "20", "网络教育"),
        ("专科（成人教育）", "30", "成人教育"),
    ],
)
def test_what_stands_beside_a_schooling(text: str, code: str, aside: str) -> None:
    """
    A degree, or a way of study, beside the schooling is left out with a remark; the cell is not rewritten.
    """
    report = codes.EDUCATION.check(text)

    assert (code[:1], True) == ((report.value or "")[:1], report.ok)
    assert aside == _found(codes.EDUCATION, text, "CODE.ASIDE").params["aside"]
    assert report.repaired().raw == text


@pytest.mark.parametrize(("text", "code"), [("本科/学士", "20"), ("研究生/硕士", "10"), ("大专（电大）", "30")])
def test_the_codes_themselves(text: str, code: str) -> None:
    """
    本科/学士 is 20, 研究生/硕士 10, 大专（电大） 30.
    """
    assert code == codes.EDUCATION.check(text).value


@pytest.mark.parametrize(
    "text", ["本科/硕士", "大专/学士", "硕士/博士", "大专/本科", "本科（在读）", "本科（预科）", "函授", "学士/硕士"]
)
def test_what_changes_a_schooling_is_no_aside(text: str) -> None:
    """
    Two schoolings, a degree that does not belong to it, and study not finished leave the cell unread.
    """
    assert codes.EDUCATION.check(text).value is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("国际商务专业硕士", "3"),
        ("社会工作专业硕士", "3"),
        ("会计硕士", "3"),
        ("会计专业硕士", "3"),
        ("文物硕士", "3"),
        ("文物专业硕士", "3"),
        ("金融专业硕士", "3"),
        ("翻译专业硕士", "3"),
        ("工程管理专业硕士", "3"),
        ("应用心理专业硕士", "3"),
        ("护理专业硕士", "3"),
        ("出版专业硕士", "3"),
        ("食品与营养硕士", "3"),
    ],
)
def test_professional_degrees_after_the_edition(text: str, code: str) -> None:
    """
    A professional degree created after the standard's edition is a master's degree, as assumed; never another one.
    """
    report = codes.DEGREE.check(text)

    assert code == report.value
    assert "CODE.ASSUMED" in [item.code for item in report.findings]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("硕士（工学）", "308"),
        ("学士（文学）", "405"),
        ("博士(理学)", "207"),
        ("工程专业硕士", "343"),
        ("学士（管理学）", "412"),
    ],
)
def test_degrees_with_their_branch_in_brackets(text: str, code: str) -> None:
    """
    硕士（工学） is 工学硕士; a professional degree of the edition keeps its own code.
    """
    assert code == codes.DEGREE.check(text).value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("北京市市辖区朝阳区", "110105"),
        ("重庆市县城口县", "500229"),
        ("湖北省省直辖县级行政区划仙桃市", "429004"),
        ("北京市北京市海淀区", "110108"),
        ("上海市市辖区浦东新区", "310115"),
        ("重庆市市辖区渝中区", "500103"),
        ("天津市天津市和平区", "120101"),
        ("海南省省直辖县级行政区划琼海市", "469002"),
        ("新疆维吾尔自治区自治区直辖县级行政区划石河子市", "659001"),
        ("河南省省直辖县级行政区划济源市", "419001"),
        ("重庆市县巫山县", "500237"),
        ("上海市上海市徐汇区", "310104"),
        ("北京市/市辖区/西城区", "110102"),
    ],
)
def test_places_as_pickers_store_them(text: str, code: str) -> None:
    """
    The collective line between province and county, or the municipality twice, is passed over.
    """
    assert code == codes.DIVISIONS.check(text).value


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("浙江省温州市苍南县龙港镇", "330327", "龙港镇"),
        ("广西南宁市青秀区民族大道1号", "450103", "民族****"),  # an address is shown by its beginning
        ("广东省广州市天河区石牌街道", "440106", "石牌街道"),
        ("山东省菏泽市曹县庄寨镇", "371721", "庄寨镇"),
        ("河南省郑州市中牟县官渡镇店李口村", "410122", "官渡镇店李口村"),
        ("四川省成都市双流区某某小区", "510116", "某某小区"),
        ("江苏省南京市玄武区珠江路", "320102", "珠江路"),
        ("湖南省长沙市岳麓区某某村", "430104", "某某村"),
        ("福建省泉州市安溪县某某乡", "350524", "某某乡"),
        ("河北省石家庄市正定县某某镇", "130123", "某某镇"),
    ],
)
def test_the_rest_of_an_address_is_named(text: str, code: str, rest: str) -> None:
    """
    A town, a village or a street below the county is not read, and that is said.
    """
    assert code == codes.DIVISIONS.check(text).value
    assert rest == _found(codes.DIVISIONS, text, "CODE.REST_UNREAD").params["rest"]


@pytest.mark.parametrize(
    "text", ["某某市某某县某某镇", "甲县乙镇", "市辖区某某路1号", "浙江省温州市苍南县人", "苍南县苍南县"]
)
def test_an_address_of_nowhere_is_not_read(text: str) -> None:
    """
    Where the head of an address is no place, or what follows is no smaller place, nothing is read.
    """
    assert "CODE.REST_UNREAD" not in [item.code for item in codes.DIVISIONS.check(text).findings]


@pytest.mark.parametrize(
    ("text", "code", "name", "years", "today"),
    [
        ("四川涪陵", "511400", "涪陵市", "1995 至 1997", "眉山市"),
        ("河南省鹤壁市郊区", "410611", "郊区", "1983 至 2001", "淇滨区"),
    ],
)
def test_a_code_used_twice_is_the_row_of_its_years(text: str, code: str, name: str, years: str, today: str) -> None:
    """
    The finding speaks of the place that was meant, and no suggestion turns it into today's holder of the code.
    """
    report = codes.DIVISIONS.check(text)
    found = _found(codes.DIVISIONS, text, "CODE.RETIRED")

    assert (code, today) == (report.value, codes.DIVISIONS[code].name)
    assert f"{code} {name}的使用时间为 {years}" in found.message()
    assert code not in [item.suggestion for item in codes.DIVISIONS.check(f"{text} ").findings]
    assert name == codes.DIVISIONS.at(dt.date(1996, 6, 1))[code].name


@pytest.mark.parametrize("table", [codes.TITLES, codes.QUALIFICATION_TITLES, codes.CURRENT_POSTS])
@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("水利工程师", "工程师"),
        ("工程师（电力）", "工程师"),
        ("高级水利工程师", "高级工程师"),
        ("建筑工程高级工程师", "高级工程师"),
        ("高级工程师（建筑工程专业）", "高级工程师"),
        ("助理机械工程师", "助理工程师"),
        ("计算机软件工程师", "工程师"),
        ("内科主治医师", "主治医师"),
        ("副主任医师（儿科）", "副主任医师"),
        ("语文一级教师", "一级教师"),
        ("金融经济师", "经济师"),
        ("测绘工程师", "工程师"),
        ("工程师/水利水电", "工程师"),
    ],
)
def test_specialities_point_to_the_title(table: CodeTable, text: str, title: str) -> None:
    """
    A title with its speciality has no code of its own; the title is the candidate, as a question.
    """
    report = table.check(text)
    found = _found(table, text, "CODE.SPECIALITY")

    assert (None, title, True) == (report.value, found.suggestion, found.asks)
    assert title in found.message()


@pytest.mark.parametrize("text", ["水利会计师", "内科工程师", "语文工程师", "水利", "电力专业", "水利水利工程师"])
def test_specialities_of_other_titles_point_nowhere(text: str) -> None:
    """
    A speciality goes with its own titles only, and alone it is none.
    """
    assert "CODE.SPECIALITY" not in [item.code for item in codes.TITLES.check(text).findings]


def test_specialities_have_sources_and_no_codes() -> None:
    """
    Each row rests on a source; a speciality is its own code and no title of any table.
    """
    table = codes.TITLE_SPECIALITIES

    assert all(entry.code == entry.name and entry.source and entry["family"] for entry in table)
    assert [] == [entry.name for entry in table if any(entry.name in titles for titles in TITLE_TABLES)]


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("高工", "高级工程师", "口头简称"),
        ("正高工", "正高级工程师", "口头简称"),
        ("助工", "助理工程师", "口头简称"),
        ("中教二级", "二级教师（中学）", "口头简称"),
        ("中教一级", "一级教师（中学）", "口头简称"),
        ("小教高级", "高级教师（小学）", "口头简称"),
        ("教授级高工", "正高级工程师", "部分地区、部门的叫法"),
        ("研究员级高工", "正高级工程师", "部分地区、部门的叫法"),
        ("研究员级高级工程师", "正高级工程师", "部分地区、部门的叫法"),
        ("中级工程师", "工程师", "把级别写进了名称"),
        ("中级会计师", "会计师", "把级别写进了名称"),
        ("中级经济师", "经济师", "把级别写进了名称"),
    ],
)
def test_colloquial_names_have_their_true_reason(text: str, name: str, reason: str) -> None:
    """
    What people say is read as the title it means, and the reason why it is no name is the true one.
    """
    found = _found(codes.QUALIFICATION_TITLES, text, "CODE.COLLOQUIAL")

    assert (name, True) == (found.suggestion, found.asks)
    assert reason in found.message()
    assert name == codes.QUALIFICATION_TITLES[codes.QUALIFICATION_TITLES.check(text).value or ""].name


@pytest.mark.parametrize("table", TITLE_TABLES)
@pytest.mark.parametrize("text", ["副高", "正高", "中级", "高级职称", "副高级", "员级"])
def test_a_level_is_no_title(table: CodeTable, text: str) -> None:
    """
    副高 tells the level only.
    """
    report = table.check(text)

    assert report.value is None
    assert "只说明级别" in _found(table, text, "CODE.NO_NAME").message()


@pytest.mark.parametrize("code", ["080", "010", "230", "120"])
def test_a_series_is_no_title(code: str) -> None:
    """
    The code or the name of a series in a column of titles is warned of.
    """
    for text in (code, codes.TITLES[code].name):
        assert "请填写证书上的职称名称" in _found(codes.TITLES, text, "CODE.SERIES").message()


@pytest.mark.parametrize("table", [codes.QUALIFICATION_TITLES, codes.CURRENT_POSTS, codes.TITLES])
@pytest.mark.parametrize(
    ("text", "name", "asides"),
    [
        ("工程师任职资格", "工程师", ["任职资格"]),
        ("高级工程师专业技术资格", "高级工程师", ["专业技术资格"]),
        ("助理工程师职务任职资格", "助理工程师", ["职务任职资格"]),
        ("经济师专业技术职务任职资格", "经济师", ["专业技术职务任职资格"]),
        ("会计师职称", "会计师", ["职称"]),
        ("农艺师职务", "农艺师", ["职务"]),
        ("工程师资格", "工程师", ["资格"]),
        ("经济师资格", "经济师", ["资格"]),
        ("主管护师（中级）", "主管护师", ["中级"]),
        ("护师（初级师）", "护师", ["初级师"]),
        ("副主任医师（副高级）", "副主任医师", ["副高级"]),
        ("正高级（教授）", "教授", ["正高级"]),
        ("中级/主治医师", "主治医师", ["中级"]),
        ("高级实验师（副高）", "高级实验师", ["副高"]),
        ("高级工程师任职资格（副高级）", "高级工程师", ["副高级", "任职资格"]),
        ("主任医师任职资格", "主任医师", ["任职资格"]),
    ],
)
def test_what_certificates_write_after_a_title(table: CodeTable, text: str, name: str, asides: list[str]) -> None:
    """
    任职资格 after a title, and the level it has, are left out with a remark; the title is read.
    """
    report = table.check(text)

    assert (name, True) == (table.format(report.value), report.ok)
    assert sorted(asides) == sorted(str(item.params["aside"]) for item in report.findings if item.code == "CODE.ASIDE")
    assert text == report.repaired().raw


@pytest.mark.parametrize(
    "text",
    [
        "副高级（经济师）",
        "中级（高级工程师）",
        "主任医师（中级）",
        "护士资格",
        "药师资格",
        "教师资格",
        "任职资格",
    ],
)
def test_what_does_not_go_with_the_title(text: str) -> None:
    """
    A level that the title does not have, and a licence that only sounds like a title, give no code.
    """
    assert codes.QUALIFICATION_TITLES.check(text).value is None


@pytest.mark.parametrize("text", ["讲师任职资格", "副研究员任职资格", "馆员职称", "研究员（正高级）", "编辑任职资格"])
def test_a_shared_title_stays_shared(text: str) -> None:
    """
    What follows a title that several series share does not choose among them.
    """
    assert "CODE.AMBIGUOUS" in [item.code for item in codes.QUALIFICATION_TITLES.check(text).findings]


@pytest.mark.parametrize("text", ["一级教授", "二级教授", "三级教授", "四级教授"])
def test_the_grade_of_a_post_is_no_title(text: str) -> None:
    """
    二级教授 is a professor on a post of the second grade.
    """
    assert "教授岗位等级" in _found(codes.QUALIFICATION_TITLES, text, "CODE.NO_NAME").message()
    assert codes.QUALIFICATION_TITLES.check(text).value is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("中学数学高级教师", "中学高级教师"),
        ("小学英语一级教师", "小学一级教师"),
        ("高中语文一级教师", "一级教师"),
        ("初中英语二级教师", "二级教师"),
        ("中学历史一级教师", "中学一级教师"),
        ("小学音乐高级教师", "小学高级教师"),
    ],
)
def test_a_subject_between_school_and_title(text: str, title: str) -> None:
    """
    The subject of a teacher is a speciality wherever it is written.
    """
    assert title == _found(codes.QUALIFICATION_TITLES, text, "CODE.SPECIALITY").suggestion


@pytest.mark.parametrize(
    ("table", "text"),
    [
        (codes.EDUCATION, "本科 工学学士 x"),
        (codes.ETHNICITY, "汉族 壮族"),
        (codes.SEX, "男 女"),
        (codes.ETHNICITY, "０2 汉族"),
        (codes.POLITICAL_STATUS, "党员 民盟"),
        (codes.DEGREE, "工学 文学"),
        (codes.DIVISIONS, "朝 阳 区"),
        (codes.EDUCATION, "大专 本科"),
        (codes.SEX, "不 知 道 吗"),
        (codes.ETHNICITY, "少数　民族"),
    ],
)
def test_a_refused_cell_is_not_rewritten(table: CodeTable, text: str) -> None:
    """
    A cell that is refused keeps its blanks: they may part two values.
    """
    report = table.check(text)

    assert (False, text) == (report.ok, report.repaired().raw)


def _used_twice() -> list[tuple[str, str, str]]:
    """
    Return code, full name in its years and name of every row whose code means another place by now.
    """
    rows: dict[str, list[codes.Entry]] = {}
    for entry in codes.DIVISIONS.content.entries:
        rows.setdefault(entry.code, []).append(entry)
    found = []
    for code, dated in rows.items():
        for row in dated[:-1]:
            until = str(row.to_row()["valid_to"])
            # The year before the last: the province and the prefecture had their names of that time.
            full = codes.DIVISIONS.full_name(code, dt.date(int(until[:4]) - 1, 7, 1)) if until else ""
            if row.name != dated[-1].name and full.endswith(row.name):
                found.append((code, full, row.name))
    return found


def test_every_code_used_twice_keeps_the_row_that_was_meant() -> None:
    """
    By the full name of its years each such place is read as itself: the finding names it and no suggestion is the code.

    Places that moved to another code since, or kept their seat under a longer name, are read as those.
    """
    as_itself = 0
    for code, full, name in _used_twice():
        report = codes.DIVISIONS.check(full)
        told = [item.params["name"] for item in report.findings if item.code == "CODE.RETIRED"]
        longer = "CODE.ALIAS" in [item.code for item in report.findings]
        if report.value == code and not longer:
            as_itself += 1
            assert [name] == told, full
            assert {code, codes.DIVISIONS[code].name}.isdisjoint(item.suggestion for item in report.findings)
    assert as_itself > 150


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("天津市东郊区", "120110", "东郊区"),
        ("天津市西郊区", "120111", "西郊区"),
        ("天津市南郊区", "120112", "南郊区"),
        ("天津市北郊区", "120113", "北郊区"),
        ("河北省唐山市东矿区", "130204", "东矿区"),
    ],
)
def test_districts_of_before(text: str, code: str, name: str) -> None:
    """
    The suburban districts of Tianjin have today's codes and their own names and years.
    """
    report = codes.DIVISIONS.check(text)

    assert (code, name) == (report.value, _found(codes.DIVISIONS, text, "CODE.RETIRED").params["name"])
    assert code not in [item.suggestion for item in report.findings]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("天津市市辖区滨海新区", "120116"),
        ("重庆市市辖区万州区", "500101"),
        ("重庆市县石柱土家族自治县", "500240"),
        ("上海市市辖区崇明区", "310151"),
        ("北京市北京市延庆区", "110119"),
        ("湖北省省直辖县级行政区划神农架林区", "429021"),
        ("湖北省省直辖县级行政区划潜江市", "429005"),
        ("海南省省直辖县级行政区划文昌市", "469005"),
        ("海南省省直辖县级行政区划琼中黎族苗族自治县", "469030"),
        ("新疆维吾尔自治区自治区直辖县级行政区划图木舒克市", "659003"),
        ("上海市上海市闵行区", "310112"),
        ("天津市市辖区/河西区", "120103"),
        ("海南省省直辖行政单位五指山市", "469001"),
        ("河南省省直辖县级行政单位济源市", "419001"),
        ("北京市,市辖区,朝阳区", "110105"),
    ],
)
def test_more_places_of_pickers(text: str, code: str) -> None:
    """
    Every line between province and county that a picker stores is passed over.
    """
    assert code == codes.DIVISIONS.check(text).value


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("广东省佛山市顺德区大良街道", "440606", "大良街道"),
        ("河南省洛阳市伊川县城关镇", "410329", "城关镇"),
        ("江西省赣州市南康区龙岭镇某某村", "360703", "龙岭镇某某村"),
        ("贵州省遵义市播州区某某乡", "520304", "某某乡"),
        ("云南省昆明市五华区某某路", "530102", "某某路"),
    ],
)
def test_more_rests_of_addresses(text: str, code: str, rest: str) -> None:
    """
    What follows the county is named and not read.
    """
    assert (code, rest) == (
        codes.DIVISIONS.check(text).value,
        _found(codes.DIVISIONS, text, "CODE.REST_UNREAD").params["rest"],
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("新闻与传播专业硕士", "3"),
        ("税务专业硕士", "3"),
        ("保险硕士", "3"),
        ("旅游管理专业硕士", "3"),
        ("图书情报专业硕士", "3"),
        ("资产评估硕士", "3"),
        ("审计专业硕士", "3"),
        ("警务硕士", "3"),
        ("应用统计硕士", "3"),
        ("汉语国际教育硕士", "3"),
    ],
)
def test_more_professional_degrees(text: str, code: str) -> None:
    """
    A master's degree of a profession is a master's degree, its own code only where the edition has one.
    """
    report = codes.DEGREE.check(text)

    assert (report.value or "").startswith(code)
    assert report.ok


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("工学（硕士）", "308"),
        ("管理学（学士）", "412"),
        ("硕士（文学）", "305"),
        ("博士（医学）", "210"),
        ("学士（农学）", "409"),
        ("硕士（管理学）", "312"),
        ("学士(理学)", "407"),
        ("博士（法学）", "203"),
        ("硕士(教育学)", "304"),
        ("学士（经济学）", "402"),
    ],
)
def test_more_degrees_with_their_branch_in_brackets(text: str, code: str) -> None:
    """
    The branch in brackets is the branch in front.
    """
    assert code == codes.DEGREE.check(text).value


@pytest.mark.parametrize("code", ["090", "130", "140", "150", "170", "200", "240", "250", "260", "280"])
def test_more_series_are_no_titles(code: str) -> None:
    """
    No series of the standard is a title, by code or by name.
    """
    for text in (code, codes.TITLES[code].name):
        assert "CODE.SERIES" in [item.code for item in codes.TITLES.check(text).findings]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("高农", "高级农艺师"),
        ("高经", "高级经济师"),
        ("助经", "助理经济师"),
        ("高会", "高级会计师"),
        ("助会", "助理会计师"),
        ("高统", "高级统计师"),
        ("高审", "高级审计师"),
        ("中高", "高级教师（中学）"),
        ("小高", "高级教师（小学）"),
        ("中级审计师", "审计师"),
        ("中级统计师", "统计师"),
        ("初级工程师", "助理工程师"),
    ],
)
def test_more_colloquial_names(text: str, name: str) -> None:
    """
    What people say has the full name as its candidate and keeps the cell.
    """
    found = _found(codes.QUALIFICATION_TITLES, text, "CODE.COLLOQUIAL")

    assert (name, True) == (found.suggestion, found.asks)
    assert text == codes.QUALIFICATION_TITLES.check(text).repaired().raw


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("大学/学士", "20"),
        ("大学专科（夜大学）", "30"),
        ("研究生学历硕士学位", "10"),
        ("研究生学历、博士学位", "10"),
        ("本科学历/学士", "20"),
        ("大专（业大）", "30"),
        ("本科（网教）", "20"),
        ("本科-学士", "20"),
        ("本科学士", "20"),
        ("研究生硕士", "10"),
        ("大学本科 学士学位", "20"),
        ("本科（第二学历）", "20"),
        ("本科（师范类）", "20"),
        ("大专（职大）", "30"),
        ("本科（在职）/学士", "20"),
        ("博士研究生/博士", "11"),
        ("函授（本科）", "20"),
        ("研究生博士", "10"),
        ("专科（夜校）", "30"),
    ],
)
def test_more_of_what_stands_beside_a_schooling(text: str, code: str) -> None:
    """
    A degree or a way of study is left out however it is joined to the schooling.
    """
    report = codes.EDUCATION.check(text)

    assert (code, True) == (report.value, report.ok)
    assert "CODE.ASIDE" in [item.code for item in report.findings]


@pytest.mark.parametrize("text", ["大专学士", "高中学士", "本科硕士", "本科博士", "大专-硕士", "学士学士", "本科 大专"])
def test_a_degree_that_does_not_belong_to_its_schooling(text: str) -> None:
    """
    Joined or parted, a degree that the schooling does not give leaves the cell unread.
    """
    assert codes.EDUCATION.check(text).value is None


@pytest.mark.parametrize("table", TITLE_TABLES)
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("高讲", "高级讲师"),
        ("助讲", "助理讲师"),
        ("副研", "副研究员"),
        ("助研", "助理研究员"),
        ("正研", "研究员"),
        ("副研馆", "副研究馆员"),
        ("助馆", "助理馆员"),
    ],
)
def test_a_short_form_that_several_series_share(table: CodeTable, text: str, name: str) -> None:
    """
    The full name is offered although it is the title of several series; no code is taken and the cell is kept.
    """
    found = _found(table, text, "CODE.NO_NAME")

    assert (None, name, True) == (table.check(text).value, found.suggestion, found.asks)
    assert f"规范名称为{name}" in found.message()
    assert text == table.check(text).repaired().raw
