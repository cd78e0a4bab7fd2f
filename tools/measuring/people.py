"""
Invented people with sound papers, odd ones among them, as offices write them down.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from typing import Any, Final

ON: Final = dt.date(2026, 11, 29)
_PLACES: Final = ("450103", "110105", "320102", "440106", "510104", "370202")
_FAMILY: Final = ("王", "李", "张", "韦", "覃", "欧阳", "司马", "上官", "诸葛", "闫", "亓", "仉", "单", "查")
_GIVEN: Final = ("伟", "芳", "建国", "秀英", "子涵", "嘉怡", "志强", "㛃", "𬀩", "喆", "淼", "堃", "赟", "一")
_ODD_NAMES: Final = (
    "买买提·吐尔逊",
    "古丽米热·艾比布力",
    "安东尼·威廉姆斯",
    "娜塔莎·伊万诺娃",
    "扎西达娃",
    "欧阳娜娜",
    "阿依古丽·买买提明",
    "司徒雨",
    "㝳博",
    "乌云其木格",
)
_GROUPS: Final = ("汉族", "汉族", "汉族", "壮族", "回族", "维吾尔族", "藏族", "蒙古族", "瑶族", "仫佬族", "汉")
_PARTIES: Final = ("中共党员", "群众", "九三学社社员", "民盟盟员", "中共党员")
_TOWNS: Final = ("广西南宁市", "山东省青岛市", "湖北省武汉市", "北京市海淀区", "江苏南京", "四川省成都市")
_STUDIES: Final = (
    ("大学专科", "", 21),
    ("大专", "", 21),
    ("大学本科", "学士", 22),
    ("本科", "学士", 22),
    ("硕士研究生", "硕士", 25),
    ("博士研究生", "博士", 28),
)
_SCHOOLS: Final = ("广西大学", "中山大学", "武汉大学", "南京师范大学", "四川农业大学", "某某职业技术学院")
_MAJORS: Final = ("汉语言文学", "临床医学", "护理学", "土木工程", "农学", "会计学", "计算机科学与技术")
TITLES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "school": (
        ("一级教师", "中级"),
        ("高级教师", "副高级"),
        ("讲师", "中级"),
        ("副教授", "副高级"),
        ("二级教师", "助理级"),
    ),
    "hospital": (("护师", "助理级"), ("主管护师", "中级"), ("副主任护师", "副高级")),
    "building": (("工程师", "中级"), ("助理工程师", "助理级"), ("高级工程师", "副高级")),
    "agriculture": (("农艺师", "中级"), ("高级农艺师", "副高级"), ("助理农艺师", "助理级")),
    "": (("工程师", "中级"), ("经济师", "中级"), ("会计师", "中级"), ("高级经济师", "副高级"), ("馆员", "中级")),
}
_UNITS: Final[dict[str, tuple[str, ...]]] = {
    "school": ("甲市第一中学", "乙县实验小学", "丙大学"),
    "hospital": ("甲市人民医院",),
    "building": ("丁建筑工程有限公司", "戊建设集团有限公司"),
    "agriculture": ("己县农业技术推广中心", "庚县种子管理站"),
    "": ("辛投资集团有限公司", "壬市水利局", "癸信息技术有限公司"),
}
_OFFICES: Final = ("办公室", "人事科", "教务处", "内科", "财务部", "工程部")
_POSTS: Final = ("科长", "主任", "副主任", "院长助理", "班组长", "")


def check_digit(body: str) -> str:
    """
    Return the last character of a citizen number (GB 11643-1999).
    """
    return "10X98765432"[sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(body)) % 11]


def number_of(rng: random.Random, born: dt.date, *, male: bool, place: str = "") -> str:
    """
    Return a sound citizen number that nobody is known to have.
    """
    order = rng.randint(1, 498) * 2 + male
    body = f"{place or rng.choice(_PLACES)}{born:%Y%m%d}{order:03}"
    return body + check_digit(body)


def person(rng: random.Random, trade: str, serial: int) -> dict[str, Any]:
    """
    Return role -> value of one sound person; dates are dates, written down later.
    """
    male = rng.random() < 0.5
    born = dt.date(rng.randint(1968, 1996), rng.randint(1, 12), rng.randint(1, 28))
    education, degree, age = rng.choice(_STUDIES)
    graduated = dt.date(born.year + age, 7, 1)
    work = dt.date(graduated.year, rng.choice((7, 8, 9)), 1)
    issued = dt.date(min(work.year + rng.randint(6, 9), 2025), 12, 1)
    title, level = rng.choice(TITLES.get(trade, TITLES[""]))
    name = rng.choice(_ODD_NAMES) if rng.random() < 0.15 else rng.choice(_FAMILY) + rng.choice(_GIVEN)
    if len(name) < 2:
        name += "平"
    number = number_of(rng, born, male=male)
    draw = rng.random()
    if draw < 0.06:
        # A number of fifteen places, as papers before 1999 have it.
        number = number[:6] + number[8:17]
    elif draw < 0.12:
        # Residents from Hong Kong, Macao and Taiwan.
        number = number_of(rng, born, male=male, place=rng.choice(("810000", "820000", "830000")))
    elif number.endswith("X") and draw < 0.6:
        number = number.lower()
    return {
        "-": "",
        "x": "",
        "doctype": "居民身份证",
        "name": name,
        "id": number,
        "sex": "男" if male else "女",
        "birth": born,
        "age": ON.year - born.year - ((born.month, born.day) > (ON.month, ON.day)),
        "ethnicity": rng.choice(_GROUPS),
        "native": rng.choice(_TOWNS),
        "birth_place": rng.choice(_TOWNS),
        "politics": (party := rng.choice(_PARTIES)),
        "party": dt.date(born.year + 24, 7, 1) if party != "群众" else "",
        "work": work,
        "joined": dt.date(min(work.year + rng.randint(0, 3), 2025), 9, 1),
        "prof_start": work,
        "unit": rng.choice(_UNITS.get(trade, _UNITS[""])),
        "department": rng.choice(_OFFICES),
        "position": rng.choice(_POSTS),
        "education": education,
        "degree": degree or "无",
        "school": rng.choice(_SCHOOLS),
        "major": rng.choice(_MAJORS),
        "graduated": graduated,
        "first_education": education,
        "first_degree": degree or "无",
        "first_school": rng.choice(_SCHOOLS),
        "first_major": rng.choice(_MAJORS),
        "first_graduated": graduated,
        "later_education": "",
        "later_degree": "",
        "later_school": "",
        "later_major": "",
        "later_graduated": "",
        "title": title,
        "level": level,
        "title_major": rng.choice(_MAJORS),
        "issued": issued,
        "appointed": dt.date(issued.year + 1, 3, 1),
        "certificate": f"{issued.year}{serial:06}",
        "organ": "甲市人力资源和社会保障局",
        "qualification_number": f"2015450{serial:05}",
        "mobile": f"1{rng.choice(('38', '39', '50', '77', '89'))}{rng.randint(10_000_000, 99_999_999)}",
        "landline": f"0771-{rng.randint(2_000_000, 7_999_999)}",
        "email": f"user{serial}@example.com",
        "address": "甲市乙路3号2栋501",
        "hours_year": 2023,
        "general": 30,
        "professional": 42,
        "elective": 18,
        "total": 90,
    }


_DAYS: Final[tuple[Callable[[dt.date], object], ...]] = (
    lambda day: day.isoformat(),
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day:%Y%m%d}",
    lambda day: f"{day:%Y.%m.%d}",
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: (day - dt.date(1899, 12, 30)).days,
    lambda day: day,
)
_MONTHS: Final[tuple[Callable[[dt.date], object], ...]] = (
    lambda day: f"{day:%Y-%m}",
    lambda day: f"{day.year}年{day.month}月",
    lambda day: f"{day:%Y%m}",
    lambda day: f"{day:%Y.%m}",
    lambda day: f"{day.year}/{day.month}",
    lambda day: (day - dt.date(1899, 12, 30)).days,
    lambda day: day,
)


def written(rng: random.Random, role: str, value: object) -> object:
    """
    Return a value as an office writes it: dates as texts, serial numbers or dates.
    """
    if not isinstance(value, dt.date):
        return value
    return rng.choice(_DAYS if role == "birth" else _MONTHS)(value)
