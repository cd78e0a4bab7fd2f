"""
Invented forms in which everything agrees, drawn from the authored tables.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from tools.comparing.samples import sample
from tools.comparing.slips import Rng, check_digit, copied
from tools.comparing.world import World

_LEARNING, _GUANGXI = sample("guangdong_learning"), sample("guangxi")
_FAMILY: Final = "王李张刘陈杨黄赵吴周韦覃莫陆农"
_GIVEN: Final = "建国志强秀英明华丽芳伟敏静磊"
_UNITS: Final = ("甲市第一中学", "乙县水利局", "丙市人民医院", "丁公司", "戊大学", "甲 市第一中学", "中央驻桂己单位")
_ORGANS: Final = (
    "广西壮族自治区人事厅", "广西壮族自治区职称改革工作领导小组", "甲市人事局", "甲市职称改革工作领导小组",
    "中华人民共和国人事部", "中华人民共和国财政部", "国家安全生产监督管理总局", "丙大学", "广西壮族自治区卫生厅",
)  # fmt: skip
_MODES: Final = ("PROMOTION", "EXAM", "RECOGNISE", "CONVERSION", "评审", "考试", "认定", "以考代评")


def _given(rng: Rng) -> str:
    return rng.choice(_FAMILY) + "".join(rng.sample(_GIVEN, rng.randint(1, 2)))


def number_of(rng: Rng, born: dt.date, *, male: bool) -> str:
    """
    Return an identity number that nobody has: its place is a province.
    """
    body = rng.choice(("450000", "440000", "110000")) + f"{born:%Y%m%d}{rng.randint(0, 499) * 2 + male:03}"
    return body + check_digit(body)


def coded(world: World, rng: Rng, table: str) -> str:
    """
    Return a code or a name of a table of today.
    """
    row = rng.choice(world.codes(table))
    return row["code"] if rng.random() < 0.6 else row["name"]


def month(rng: Rng, first: int, last: int) -> str:
    """
    Return a month of one of the years.
    """
    return f"{rng.randint(first, last)}-{rng.randint(1, 12):02}"


def day(rng: Rng, first: int, last: int) -> str:
    """
    Return a day of one of the years.
    """
    return f"{month(rng, first, last)}-{rng.randint(1, 28):02}"


def _maybe(rng: Rng, chance: float, draw: Callable[[], object]) -> object:
    return draw() if rng.random() < chance else None


# Codes that bind nothing else, and codes that other cells have to agree with.
_FREE: Final = {"ethnicity": "ethnicity", "political_status": "political_status", "native_place": "divisions"}
_BOUND: Final = {
    "birth_place": "divisions", "current_post": "current_posts", "english_exam": "english_exams",
    "language_1": "languages", "language_1_level": "language_proficiency", "language_2": "languages",
    "language_2_level": "language_proficiency", "personal_status": "personal_status",
}  # fmt: skip


def guangxi(world: World, rng: Rng) -> dict[str, Any]:
    """
    Return a record of the Guangxi collection: a person in whom all agrees, or one with other tables and facts.
    """
    draw = rng.random()
    # The cells of an example bring its rule within reach.
    if draw < 0.1:
        forms = [item["data"] for item in world.examples("guangxi.scope") if type(item["data"]) is dict]
        return {name: copied(part) for name, part in rng.choice(forms).items()}
    given = rng.choice(world.examples("guangxi.person")) if draw < 0.4 else {}
    sections = {name: copied(part) for name, part in given.items() if name in _GUANGXI.PERSON}
    form: dict[str, Any] = _GUANGXI.person(**sections)
    born, male = dt.date(rng.randint(1955, 1988), rng.randint(1, 12), rng.randint(1, 28)), rng.random() < 0.5
    person = {
        "name": _given(rng),
        "citizen_id": number_of(rng, born, male=male),
        "sex": "1" if male else "2",
        "birth_date": born.isoformat(),
        "work_start": month(rng, born.year + 18, born.year + 20),
        "prof_start": month(rng, born.year + 21, born.year + 23),
    }
    person |= {name: coded(world, rng, table) for name, table in _FREE.items() if rng.random() < 0.3}
    form["basic"] |= {name: cell for name, cell in person.items() if name not in given.get("basic", ())}
    if draw > 0.7:
        _other_tables(world, rng, form)
    return form


def _other_tables(world: World, rng: Rng, form: dict[str, Any]) -> None:
    basic = form["basic"]
    basic["unit_name"] = rng.choice(_UNITS)
    basic |= {name: coded(world, rng, table) for name, table in _BOUND.items() if rng.random() < 0.3}
    if rng.random() < 0.2:
        basic["retired_on"] = day(rng, 2008, 2014) if rng.random() < 0.7 else str(rng.randint(2009, 2013))
    if rng.random() < 0.2:
        basic["employment_status"] = rng.choice(("在职", "已退休", "离职", "70", "80", "待岗"))
    form["titles"] = [_title(world, rng, form["titles"][0]) for _ in range(rng.randint(0, 2))]
    form["qualifications"] = [_qualification(world, rng, form["qualifications"][0]) for _ in range(rng.randint(0, 2))]
    form["awards"] = [_award(rng, form["awards"][0]) for _ in range(rng.randint(0, 2))]
    if rng.random() < 0.4:
        form["educations"][-1]["education_level"] = coded(world, rng, "education")
        form["degrees"][-1]["degree_level"] = coded(world, rng, "degree")
    if rng.random() < 0.3:
        form["honours"][0]["honour_title"] = coded(world, rng, "honour_titles")


def _title(world: World, rng: Rng, row: dict[str, Any]) -> dict[str, Any]:
    title = rng.choice([item for item in world.codes("titles") if item["level"]])
    return {
        **row,
        "title_series": coded(world, rng, "title_series") if rng.random() < 0.5 else row["title_series"],
        "title_level": title["level"],
        "title_name": title["code"] if rng.random() < 0.5 else title["name"],
        "acquire_mode": rng.choice(_MODES),
        "approving_organ": rng.choice(_ORGANS),
        "issued_on": day(rng, 1985, 2012),
        "certificate_number": rng.choice(("0312345", "", "无", f"{rng.randint(0, 9999999):07}", None)),
        "control_number": _maybe(rng, 0.3, lambda: f"{rng.randint(2000, 2012)}{rng.randint(0, 999999):06}"),
    }


def _qualification(world: World, rng: Rng, row: dict[str, Any]) -> dict[str, Any]:
    return {
        **row,
        "occupation_name": rng.choice(world.codes("occupational_qualifications"))["name"],
        "issuer": rng.choice(_ORGANS),
        "issued_on": day(rng, 1998, 2012),
    }


def _award(rng: Rng, row: dict[str, Any]) -> dict[str, Any]:
    return {
        **row,
        "award_organ": rng.choice(_ORGANS),
        "award_level": rng.choice(("PROVINCE_MINISTRY", "NATIONAL", "CITY", "省部级", None)),
        "award_rank": rng.randint(1, 9),
        "award_year": str(rng.randint(1985, 2012)),
        "authorised_by_city": rng.choice((None, True, False, "是")),
        "authorisation_proof": rng.choice((None, True, False)),
    }


_STATES: Final = (
    "RECOGNISED", "RECOGNISED", "RECOGNISED", "UNIT_AUDIT", "HR_RECOGNITION", "RETURNED_TO_PERSON",
    "RETURNED_TO_UNIT", "DRAFT", "DELETED", None, "认定通过",
)  # fmt: skip


def course(rng: Rng) -> dict[str, Any]:
    """
    Return one record of learning in Guangdong.
    """
    record = copied(_LEARNING.RECORD)
    year = rng.choice((2012, 2012, 2012, 2016, 2021, 2011))
    return {
        **record,
        "course": f"课程{rng.choice('甲乙丙丁')}",
        "subject": rng.choice(("GENERAL", "PROFESSIONAL", "ELECTIVE", "公修课", "专业科目", "选修")),
        "hours": rng.choice(("6", 18, "12.5", 42, "24学时", None)),
        "days": rng.choice((None, None, None, 1, "3", "半天")),
        "year": year,
        "state": rng.choice(_STATES),
        "route": rng.choice((None, "PERSON", "LEARNING_SITE", "UNIT", "学习网上传")),
        "start_date": _maybe(rng, 0.3, lambda: month(rng, year, year)),
        "confirmed_by": _maybe(rng, 0.3, lambda: rng.choice(("UNIT", "HR_BUREAU", "用人单位"))),
        "attachments": [
            {
                "sequence": rng.choice((place, place, place, 1, 9)),
                "file_name": rng.choice(("证明.pdf", "a.JPG", "b.jpeg", "c.exe", "无后缀")),
                "size_bytes": rng.choice((300_000, 2_000_000, 2_040_000, 2_048_001, 0)),
            }
            for place in range(1, rng.randint(1, 4))
        ],
    }


def learning(world: World, rng: Rng) -> dict[str, Any]:
    """
    Return the file of a person of the Guangdong system: a year that is done, or up to six records of any kind.
    """
    draw = rng.random()
    given = rng.choice(world.examples("guangdong_learning.file")) if draw < 0.3 else {}
    born = dt.date(rng.randint(1950, 1990), rng.randint(1, 12), rng.randint(1, 28))
    person = {
        "name": _given(rng),
        "citizen_id": number_of(rng, born, male=rng.random() < 0.5),
        "unit": rng.choice(("甲公司", "乙公司", "甲 公司")),
        "unit_city": rng.choice(("441800", "440100", "440106", "广州", coded(world, rng, "divisions"))),
    }
    account = {"login": f"u{rng.randint(1, 99):02}", **given.get("account", {})}
    form: dict[str, Any] = _LEARNING.file(account, {**person, **given.get("person", {})}, given.get("record"))
    if draw > 0.7:
        year = rng.choice((2012, 2012, 2016))
        amounts = (("GENERAL", 18), ("PROFESSIONAL", 42), ("ELECTIVE", rng.choice((12, 12, 6))))
        form["records"] = [_done(year, *amount) for amount in amounts]
    elif draw > 0.2:
        form["records"] += [course(rng) for _ in range(rng.randint(0, 5))]
    return form


def _done(year: int, subject: str, hours: int) -> dict[str, Any]:
    return {
        **copied(_LEARNING.RECORD),
        "course": f"课程{subject}",
        "subject": subject,
        "hours": hours,
        "year": year,
        "state": "RECOGNISED",
    }


def unit(world: World, rng: Rng) -> dict[str, Any]:
    """
    Return the registration of a unit.
    """
    place = rng.choice(("441800", "440100", coded(world, rng, "divisions")))
    return {
        **copied(_LEARNING.UNIT),
        "unit_name": rng.choice(("甲公司", "乙公司", "甲 公司", "丙市第一中学")),
        "unit_code": rng.choice(("PDY00001X", "PDY000018", "914400007178382590", "")),
        "division": place,
        "hr_account": rng.choice((place, "440000", None)),
        "unit_state": rng.choice(("APPROVED", "PENDING", "待审核", None)),
    }


KINDS: Final = (
    "CHANGE_UNIT_CITY", "CHANGE_ID_NO", "DELETE_BUREAU_ACCOUNT", "DELETE_UNIT", "DELETE_PERSON_ACCOUNT",
    "CHANGE_UNIT_CODE", "CHANGE_HR_ACCOUNT", "修改身份证号码", "别的事",
)  # fmt: skip
SUBJECT_LINES: Final = (
    None, "广东省继续教育管理系统修改身份证号码", "广东省继续教育系统删除单位", "申请删除个人账号", "变更单位城市",
    "其他",
)  # fmt: skip


def request(rng: Rng) -> dict[str, Any]:
    """
    Return a written request of any kind with all the parts there are, some left out.
    """
    kept = {name: cell for name, cell in _LEARNING.REQUEST.items() if rng.random() < 0.85}
    line = rng.choice(SUBJECT_LINES)
    return {"kind": rng.choice(KINDS), **kept, **({} if line is None else {"subject_line": line})}
