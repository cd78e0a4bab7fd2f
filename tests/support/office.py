"""
A second office's roster: other headings, titles, places and slips than the shipped sample has.

Rules must not be fitted to one sample. Everybody here is invented; `person` makes a clean row, `DIRT`
says what may happen to it and in which columns an audit has to notice it.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

from credrules import rosters
from tools.generate_sample_roster import check_digit

ON = dt.date(2025, 6, 30)
PROFILE = rosters.PROFILE.switch(hours="CN-GD", hours_year=2024)
ID = "身份证号码"
Row = dict[str, Any]
WIDE = {0x30 + number: 0xFF10 + number for number in range(10)}

LADDERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("工程", ("技术员", "助理工程师", "工程师", "高级工程师", "正高级工程师")),
    ("卫生系列", ("护士", "护师", "主管护师", "副主任护师", "主任护师")),
    ("卫生", ("医士", "住院医师", "主治医师", "副主任医师", "主任医师")),
    ("中小学教师", ("三级教师", "二级教师", "一级教师", "高级教师", "正高级教师")),
    ("经济", ("", "助理经济师", "经济师", "高级经济师", "正高级经济师")),
    ("会计", ("", "助理会计师", "会计师", "高级会计师", "正高级会计师")),
    ("高等学校教师", ("", "助教", "讲师", "副教授", "教授")),
    ("图书资料", ("", "助理馆员", "馆员", "副研究馆员", "研究馆员")),
    ("农业", ("农业技术员", "助理农艺师", "农艺师", "高级农艺师", "正高级农艺师")),
    ("工程系列", ("", "助理工程师", "工程师", "高级工程师", "教授级高级工程师")),
    ("新闻", ("", "助理记者", "记者", "主任记者", "高级记者")),
    ("艺术", ("", "四级演员", "三级演员", "二级演员", "一级演员")),
    ("自然科学研究", ("", "研究实习员", "助理研究员", "副研究员", "研究员")),
    ("工程", ("", "助理电气工程师", "电气工程师", "高级工程师（建筑）", "")),
    ("水利工程", ("", "", "给排水工程师", "高级工程师（建筑施工）", "")),
    ("政工", ("", "助理政工师", "政工师", "高级政工师", "")),
    ("中学教师", ("", "", "中学一级教师", "中学高级教师", "")),
    ("播音", ("", "播音员", "一级播音员", "", "")),
    ("律师", ("", "", "三级律师", "", "")),
    ("幼儿园教师", ("", "", "幼儿园一级教师", "", "")),
)
LEVELS = (("员级", "初级"), ("助理级", "初级"), ("中级", "中级职称"), ("副高级", "副高", "高级"), ("正高级", "正高"))
EXAMINED = {"经济", "会计", "卫生", "卫生系列"}
STUDIES: dict[str, tuple[str, ...]] = {
    "博士研究生": ("博士", "理学博士"),
    "研究生": ("硕士", "教育硕士"),
    "硕士研究生": ("硕士", "法律硕士"),
    "大学本科": ("学士", "工学学士", "无", ""),
    "本科": ("学士", "文学学士", ""),
    "大专": ("", "无"),
    "大学专科": ("/",),
    "中专": ("", "—"),
    "党校本科": ("", "无"),
    "中央党校研究生": ("",),
    "自考本科": ("",),
    "在职研究生": ("硕士", "工商管理硕士"),
    "技校": ("",),
    "高中": ("",),
}
RARE = (
    "阿依古丽·买买提",
    "扎西次仁",
    "布和巴雅尔",
    "㛃婷",
    "刘䶮",
    "黄𬭎",
    "欧阳娜娜",
    "努尔比亚·吐尔逊",
    "单于飞",
    "沙玛阿依",
)
UNITS = (
    "中国人民解放军第九二三医院",
    "乙市公安局（机关）",
    "中共甲市委党校",
    "癸会计师事务所（特殊普通合伙）",
    "第七地质队",
    "甲市第一中学",
    "甲市人民医院",
    "乙县水利局",
    "丙市理工学院",
    "丁县财政局",
    "戊公司（南区）",
    "甲省图书馆",
)
PLACES = (
    "广西邕宁",
    "湖南省湘潭市湘潭县",
    "四川万县",
    "广西区南宁市",
    "广西柳州地区",
    "贵州黔东南州",
    "香港",
    "广西南宁",
    "广西桂林市",
    "湖南省长沙市",
    "广东",
    "北京",
    "四川省成都市",
    "广西玉林市博白县",
    "江苏省苏州市",
)
# The same columns in the words of two other offices; what is left out keeps its heading.
WORDS: dict[str, dict[str, str]] = {
    "office": {},
    "bureau": {
        "姓名": "姓  名", ID: "身份证件\n号码", "性别": "性别（男/女）",
        "出生年月": "出生年月日", "民族": "民 族（族别）",
        "籍贯": "籍贯（省、市、县）", "政治面貌": "政治面貌*",
        "参加工作时间": "参加工作\n年月", "工作单位": "编制单位",
        "最高学历": "学历层次", "学位": "学位（最高）", "毕业时间": "毕业年月",
        "职称名称": "现任专业技术职务", "职称等级": "职称层次",
        "职称系列": "专业技术职务系列", "取得时间": "任职资格取得时间",
        "取得方式": "资格取得方式", "聘任时间": "受聘时间",
        "证书编号": "专业技术职务任职资格证书编号", "批准机关": "审批机关",
        "联系电话": "联系方式", "邮箱": "电子邮箱",
        "职业资格": "职业资格证书名称", "公需学时": "公需课学时", "学时合计": "总学时",
        "职务": "现任行政职务", "年龄": "年龄（周岁）",
    },
    "english": {
        "姓名": "Name", ID: "ID Card Number", "性别": "Gender",
        "出生年月": "Date of Birth", "民族": "Ethnic Group",
        "政治面貌": "Political Status", "参加工作时间": "Date of First Employment",
        "工作单位": "Work Unit", "最高学历": "Education",
        "学位": "Degree", "毕业院校": "University", "所学专业": "Major",
        "毕业时间": "Graduation Date", "取得时间": "Date of Issue",
        "职称名称": "Professional Title", "职称等级": "Title Level",
        "证书编号": "Certificate No.", "批准机关": "Issued By",
        "手机": "Mobile Phone", "邮箱": "E-mail", "年龄": "Age",
    },
}  # fmt: skip
STYLES = ("%Y.%m", "%Y-%m", "%Y年%m月", "%Y/%m/%d", "%Y-%m-%d", "%Y%m")


def person(rng: random.Random, number: int, style: str) -> Row:
    """
    Return one clean row in which everything agrees.
    """
    series, titles = rng.choice(LADDERS)
    rank = rng.choice([place for place in range(5) if titles[place]])
    study = rng.choice(list(STUDIES))
    born = dt.date(rng.randint(1966, 1992), rng.randint(1, 12), rng.randint(1, 28))
    issued = dt.date(min(born.year + 27 + 2 * rank, 2024), rng.choice((5, 11, 12)), rng.randint(1, 28))
    male = rng.random() < 0.5
    # Serials that end in 000 look like what a spreadsheet rounded.
    body = rng.choice(("450000", "440000", "110000")) + f"{born:%Y%m%d}" + f"{rng.randint(51, 490) * 2 + male:03}"
    if body.endswith("00"):
        return person(rng, number, style)
    examined = series in EXAMINED and rank < 3
    given = "".join(rng.sample("建国志强秀英明华丽芳伟敏静磊洋艳勇军杰娟涛超霞平刚桂诺欣怡", rng.randint(1, 2)))
    return {
        "姓名": rng.choice(RARE)
        if rng.random() < 0.2
        else rng.choice("王李张刘陈杨黄赵吴周徐孙马朱胡林郭何韦覃莫陆农蒙潘廖") + given,
        "性别": "男" if male else "女",
        "民族": rng.choice(("汉族", "汉", "壮族", "瑶族", "回族", "维吾尔族", "苗", "满族")),
        "出生年月": born.strftime(style),
        ID: body + check_digit(body),
        "年龄": ON.year - born.year - ((ON.month, ON.day) < (born.month, born.day)),
        "政治面貌": rng.choice(("中共党员", "党员", "群众", "民盟盟员", "无党派人士", "中共预备党员", "九三学社社员")),
        "籍贯": rng.choice(PLACES),
        "参加工作时间": dt.date(born.year + 24, rng.randint(7, 12), 1).strftime(style),
        "工作单位": UNITS[number % len(UNITS)],
        "职务": rng.choice(("", "科长", "无", "教研组长")),
        "最高学历": study,
        "学位": rng.choice(STUDIES[study]),
        "毕业院校": rng.choice(("甲省大学", "乙省师范学院", "丙省医科大学", "中央党校")),
        "所学专业": rng.choice(("汉语言文学", "计算机科学与技术", "水利水电工程", "临床医学")),
        "毕业时间": dt.date(born.year + 24, 7, 1).strftime(style),
        "职称名称": titles[rank],
        "职称等级": rng.choice(LEVELS[rank]),
        "职称系列": series,
        "取得时间": issued.strftime(style),
        "取得方式": "考试" if examined else "认定" if rank < 2 else rng.choice(("评审", "晋升")),
        "证书编号": rng.choice(("11111111", f"4500{issued.year}{number:06}", f"桂职改字{issued.year}{number:04}号")),
        "管理号": rng.choice(("", "无", f"201{number:07}")),
        "批准机关": "甲市人力资源和社会保障局",
        "聘任时间": dt.date(issued.year, 12, 30).strftime(style),
        "联系电话": rng.choice((f"138000{number:05}", "0771-2345678", "07712345678")),
        "手机": f"138001{number:05}",
        "邮箱": rng.choice((f"p{number}@example.org", "", "无")),
        "职业资格": rng.choice(("", "无", "执业药师")),
        "公需学时": "30",
        "专业学时": "42",
        "选修学时": "18学时",
        "学时合计": "90",
        "备注": rng.choice(("", "退休返聘\n2024年")),
    }


def in_words(row: Row, words: str) -> Row:
    """
    Return the row under another office's headings, its columns in another order.
    """
    named = {WORDS[words].get(heading, heading): cell for heading, cell in row.items()}
    return named if words == "office" else dict(sorted(named.items(), key=lambda item: item[0][::-1]))


def _to(
    column: str, change: str | float | Callable[[Row], object] | None
) -> tuple[tuple[str, ...], Callable[[Row], Row]]:
    def spoil(row: Row) -> Row:
        return {**row, column: change(row) if callable(change) else change}

    return (column,), spoil


def _swap(one: str, other: str) -> tuple[tuple[str, ...], Callable[[Row], Row]]:
    return (one, other), lambda row: {**row, one: row[other], other: row[one]}


def _renumber(row: Row, birth: str | None = None, place: str | None = None) -> str:
    body: str = (place or row[ID][:6]) + (birth or row[ID][6:14]) + row[ID][14:17]
    return body + check_digit(body)


_DATES = {
    "month13": "2001.13",
    "february30": "2001-02-30",
    "two_digits": "85.7",
    "month0": "2005-00",
    "until_now": "至今",
    "range": "1990-1995",
    "words": "九几年",
    "future": "2031-05",
    "doubt": "2001.5?",
    "serial": "34151",
    "long_ago": "1900-01",
}
_PHONES = {
    "ten": "1380000001",
    "twelve": "138000000011",
    "prefix": "12800000001",
    "letters": "1380000OO01",
    "sci": "1.38E+10",
    "wide": "１３８00000001",
    "spaced": "138 0000 0001",
}
_MAILS = ("a.example.org", "a@@example.org", "a@example", "a@qq,com", "a@qq.con", "a b@example.org", "a＠example.org",
          "a@163.cmo", "@example.org", "a@", "a@example..org", "12345", "a@gmial.com")  # fmt: skip

DIRT: dict[str, tuple[tuple[str, ...], Callable[[Row], Row]]] = {
    "id wide": _to(ID, lambda row: row[ID].translate(WIDE)),
    "id spaced": _to(ID, lambda row: f"{row[ID][:6]} {row[ID][6:]}"),
    "id broken": _to(ID, lambda row: f"{row[ID][:10]}\n{row[ID][10:]}"),
    "id scientific": _to(ID, "4.50103E+17"),
    "id float": _to(ID, lambda row: float(row[ID][:17] + "0")),
    "id rounded": _to(ID, lambda row: int(row[ID][:15] + "000")),
    "id check digit": _to(ID, lambda row: row[ID][:17] + ("3" if row[ID][17] != "3" else "4")),
    "id month": _to(ID, lambda row: _renumber(row, birth=row[ID][6:10] + "1332")),
    "id future": _to(ID, lambda row: _renumber(row, birth="20320101")),
    "id province": _to(ID, lambda row: _renumber(row, place="990000")),
    "id short": _to(ID, lambda row: row[ID][:17]),
    "id long": _to(ID, lambda row: row[ID] + "1"),
    "id letter": _to(ID, lambda row: row[ID][:8] + "O" + row[ID][9:]),
    "id empty": _to(ID, ""),
    "id old": _to(ID, lambda row: row[ID][:6] + row[ID][8:17]),
    "id apostrophe": _to(ID, lambda row: "'" + row[ID]),
    "id dashed": _to(ID, lambda row: f"{row[ID][:6]}-{row[ID][6:14]}-{row[ID][14:]}"),
    "id hidden": _to(ID, lambda row: f"{row[ID][:5]}\u200b{row[ID][5:]}"),
    "id marked": _to(ID, "#N/A"),
    "id passport": _to(ID, "护照E12345678"),
    "id masked": _to(ID, lambda row: row[ID][:6] + "********" + row[ID][14:]),
    "sex other": _to("性别", lambda row: "女" if row["性别"] == "男" else "男"),
    "sex untold": _to("性别", "未知"),
    "sex unknown": _to("性别", "人"),
    "sex empty": _to("性别", ""),
    "birth year": _to("出生年月", lambda row: f"{int(row[ID][6:10]) - 1}.01"),
    "birth month": _to("出生年月", lambda row: f"{row[ID][6:10]}.{int(row[ID][10:12]) % 12 + 1:02}"),
    **{
        f"{column} {name}": _to(column, text)
        for name, text in _DATES.items()
        for column in ("出生年月", "参加工作时间", "毕业时间", "取得时间", "聘任时间")
    },
    "birth empty": _to("出生年月", ""),
    "work empty": _to("参加工作时间", " "),
    "ethnicity country": _to("民族", "中国"),
    "ethnicity slip": _to("民族", "壮簇"),
    "ethnicity spaced": _to("民族", "汉 族"),
    "ethnicity empty": _to("民族", None),
    "politics unknown": _to("政治面貌", "工党"),
    "politics empty": _to("政治面貌", ""),
    "politics vague": _to("政治面貌", "民主党派"),
    "place unknown": _to("籍贯", "火星省"),
    "place spaced": _to("籍贯", "广西 南宁"),
    "degree as education": _to("最高学历", "学士"),
    "master as education": _to("最高学历", "硕士"),
    "education slip": _to("最高学历", "大本科"),
    "education empty": _to("最高学历", ""),
    "education as degree": _to("学位", "本科"),
    "graduate as degree": _to("学位", "研究生"),
    "degree slip": _to("学位", "学土"),
    "degree garbled": _to("学位", "锟斤拷"),
    "qualification garbled": _to("职业资格", "锟斤拷"),
    "phone and certificate": _to("联系电话", "11111111"),
    "title and series": _swap("职称名称", "职称系列"),
    "phone and mail": _swap("手机", "邮箱"),
    "mode and level": _swap("取得方式", "职称等级"),
    "name and unit": _swap("姓名", "工作单位"),
    "sex and ethnicity": _swap("性别", "民族"),
    "mobile and id": _swap("手机", ID),
    "phone and id": _swap("联系电话", ID),
    "ethnicity and politics": _swap("民族", "政治面貌"),
    "name and id": _swap("姓名", ID),
    "name and sex": _swap("姓名", "性别"),
    "school and major": _swap("毕业院校", "所学专业"),
    "birth and work": _swap("出生年月", "参加工作时间"),
    "work and issue": (
        ("参加工作时间", "取得时间"),
        lambda row: {**row, "职称等级": "副高级", "职称名称": "高级工程师", "职称系列": "工程",
                     "参加工作时间": "2012-07", "取得时间": "2001-12"},
    ),
    "title and level": _swap("职称名称", "职称等级"),
    "series and level": _swap("职称系列", "职称等级"),
    "certificate and title": _swap("证书编号", "职称名称"),
    "unit empty": _to("工作单位", ""),
    "unit spaced": _to("工作单位", lambda row: f"{row['工作单位'][:2]} {row['工作单位'][2:]}"),
    "unit broken": _to("工作单位", lambda row: row["工作单位"] + "\n"),
    "name empty": _to("姓名", ""),
    "name spaced": _to("姓名", lambda row: f"{row['姓名'][0]}　{row['姓名'][1:]}"),
    "name digit": _to("姓名", lambda row: row["姓名"] + "1"),
    "name lost": _to("姓名", "张?"),
    "name of a unit": _to("姓名", "甲市第一中学"),
    "name bracket": _to("姓名", lambda row: row["姓名"] + "（女）"),
    "title slip": _to("职称名称", "高级工程帅"),
    "title broken": _to("职称名称", lambda row: f"{row['职称名称'][:1]}\n{row['职称名称'][1:]}"),
    "title empty": _to("职称名称", ""),
    "level other": (("职称等级",), lambda row: {**row, "职称名称": "主治医师", "职称等级": "初级"}),
    "level above": (("职称等级",), lambda row: {**row, "职称名称": "助理馆员", "职称等级": "正高级"}),
    "level of a speciality": (("职称等级",), lambda row: {**row, "职称名称": "高级工程师（建筑）", "职称等级": "初级"}),
    "series of a speciality": (
        ("职称系列",),
        lambda row: {**row, "职称名称": "电气工程师", "职称系列": "民用航空飞行"},
    ),
    "level unknown": _to("职称等级", "超级"),
    "series other": (("职称系列",), lambda row: {**row, "职称名称": "主管护师", "职称系列": "民用航空飞行"}),
    "series slip": _to("职称系列", "工程糸列"),
    "way slip": _to("取得方式", "平审"),
    **{
        f"certificate {text!r}": _to("证书编号", text)
        for text in ("1111111", "111111111", "", "无", "2.01E+10", "２０1200012", "/", "00000000")
    },
    "age other": _to("年龄", lambda row: row["年龄"] + 7),
    "age words": _to("年龄", "三十"),
    "age of nobody": _to("年龄", 200),
    "graduated unborn": _to("毕业时间", lambda row: f"{int(row[ID][6:10]) - 2}.07"),
    "worked as a child": _to("参加工作时间", lambda row: f"{int(row[ID][6:10]) + 6}.07"),
    "title as a child": _to("取得时间", lambda row: f"{int(row[ID][6:10]) + 9}.07"),
    "appointed before": (
        ("聘任时间",),
        lambda row: {**row, "取得时间": "2015-12", "聘任时间": "2014-01"},
    ),
    **{f"{column} {name}": _to(column, text) for name, text in _PHONES.items() for column in ("手机", "联系电话")},
    "phone too short": _to("联系电话", "0771-23456"),
    **{f"mail {text}": _to("邮箱", text) for text in _MAILS},
    "hours total": _to("学时合计", "72"),
    "hours negative": _to("公需学时", "-3"),
    "hours words": _to("专业学时", "四十多"),
    "hours as a sum": _to("学时合计", "30+42"),
    "hours of others": _to("公需学时", "30+42+18"),
}  # fmt: skip
