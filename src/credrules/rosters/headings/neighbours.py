"""
What the other headings of the row add to one of them.

A bare quality belongs to the thing before it: 取得时间 after 执业资格 is the
qualification's, 专业 after 第一学历 the first study's, 联系电话 after 紧急联系人
the contact's. Of two headings for one thing the more specific one counts.

References: headings of public templates (tests/rosters/headings).

Limitations: a thing is looked for to the left, as people read; a column of
another subject in between ends it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from attrs import evolve

from credrules.rosters.headings.parts import Owner, When
from credrules.rosters.headings.periods import counts_hours
from credrules.rosters.headings.reading import STUDIED, Fate, Reading
from credrules.values import FrozenMap

__all__ = [
    "Step",
    "read_row",
]
__dir__ = __all__.copy

# Spellings that name a quality and leave open what it belongs to.
_BARE_DATES: Final = frozenset(
    {
        "取得时间", "取得日期", "获得时间", "获得日期", "发证时间", "发证日期", "签发时间", "签发日期", "批准时间",
        "批准日期", "颁发日期", "颁发时间", "颁证日期", "领证时间", "取证时间", "审批时间", "评定时间", "证书签发日期",
        "证书取得时间", "证书发证时间",
    }
)  # fmt: skip
_BARE_NUMBERS: Final = frozenset({"证书编号", "证书号", "证书号码", "证书编码", "证号"})
# So short that the thing must come right before them.
_NEEDY: Final = frozenset({"证号", "领证时间"})
_BARE_ORGANS: Final = frozenset(
    {
        "发证机关", "发证单位", "发证机构", "发证部门", "签发机关", "签发单位", "颁发机关", "颁发单位", "颁发部门",
        "颁证机构", "颁证单位", "批准机关", "批准单位", "批准部门", "审批机关", "审批单位", "审批部门", "审批机构",
    }
)  # fmt: skip
_BARE_MAJORS: Final = frozenset({"专业", "专业名称"})
_BARE_SCHOOLS: Final = frozenset({"学校", "学校名称", "院校", "院校名称"})
_WEAK_NUMBERS: Final = frozenset({"证件号码", "证件号", "证照号码", "证件编号"})
_BARE_JOINED: Final = frozenset({"入校时间", "进校时间", "入校日期", "入学时间"})
_STUDY: Final = frozenset({"school", "major", "graduated_on", "degree", "degree_on", "education_degree"})
_OF_STUDY: Final = frozenset({*_STUDY, "education", "diploma_number", "degree_number"})
# What is asked about any person right after the name.
_CALLS: Final = frozenset({"phone", "mobile", "landline"})
_ASKED_IF_TAKEN: Final = frozenset(
    {"sex", "age", "birth_date", "political_status", "unit_name", "position", "education", "ethnicity"}
)
# Words of a column about the person of the row.
_OWN: Final = re.compile("本人|个人|家庭|住宅|宅电|学员|员工|职工|教师")
# 最高学位 after 在职学历 is the highest all the same.
_HIGHEST: Final = re.compile("(?:现|目前|本人)?(?:最高|最后|最终)")
_FAMILY: Final = frozenset({"称谓", "成员姓名", "家庭成员姓名", "家庭主要成员姓名", "亲属姓名", "家属姓名"})
_PAPERS: Final = frozenset(
    {"title", "qualification", "skill", "document", "identity", "diploma", "degree_paper", "post", "position"}
)
_OF_TITLE: Final = frozenset(
    {
        "title_name",
        "title_level",
        "title_series",
        "title_major",
        "acquire_mode",
        "review_body",
        "appointed_on",
        "appointed_until",
    }
)
_OF_ANY_STUDY: Final = frozenset({*_OF_STUDY, *STUDIED.values()})
_PAPER_OF_FIELD: Final[Mapping[str, str]] = FrozenMap(
    {
        **dict.fromkeys(_OF_TITLE, "title"),
        **dict.fromkeys(("qualification", "qualification_number", "qualified_on"), "qualification"),
        "citizen_id": "identity", "skill_grade": "skill", "diploma_number": "diploma", "degree_number": "diploma",
        "position": "post", "post_grade": "post",
    }
)  # fmt: skip
_PAPER_OF_ABOUT: Final[Mapping[str, str]] = FrozenMap({"post": "post", "document_type": "identity"})
_PUPILS: Final = frozenset({"学号", "班级", "年级", "学籍号", "考生号", "入学年份", "入学年月"})

Step = Callable[[list[Reading]], None]


def read_row(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """
    Return the readings of a heading row, each completed by its neighbours.

    >>> from credrules.rosters.headings.reading import read_heading
    >>> row = [read_heading(text) for text in ("姓名", "紧急联系人", "电话")]
    >>> [reading.owner.value for reading in read_row(row)]
    ['self', 'contact', 'contact']
    """
    row = list(readings)
    for step in _STEPS:
        step(row)
    return tuple(row)


def _other_people(row: list[Reading]) -> None:
    """
    Assign the columns after another person's name to that person.
    """
    owner, taken, at = Owner.SELF, set[str](), -1
    sheet = called = block = False
    for place, reading in enumerate(row):
        if reading.owner is not Owner.SELF:
            # A telephone already given still counts for the same person if only the relation comes between.
            called = _is_call(reading.key) or (called and at == place - 1 and "关系" in reading.key)
            owner, at = reading.owner, place
            sheet = sheet or reading.key in _FAMILY
            continue
        beside = place == at + 1 and owner is not Owner.SELF
        if beside and reading.group.core != row[at].group.core:
            # After the columns under 配偶 another group, or none, is about this person again.
            beside = sheet = block = False
        if beside and row[at].key != reading.key and row[at].key.endswith(reading.key):
            # 工作单位 after 母亲工作单位 is the person's own: hers has been given.
            beside = False
        theirs = _is_asked(reading, taken, sheet=sheet or block, beside=beside, called=called)
        if theirs:
            row[place] = _of_other(reading, owner)
            at = place
            called = called or _is_call(reading.key)
            # A second sex or birth date opens a block of columns about the other person.
            block = block or reading.field in taken
        elif reading.field:
            taken.add(reading.field)
            block = False


def _is_call(key: str) -> bool:
    return any(word in key for word in ("电话", "手机", "联系方式"))


def _is_asked(reading: Reading, taken: set[str], *, sheet: bool, beside: bool, called: bool) -> bool:
    if _OWN.search(reading.key) or not (beside or sheet):
        return False
    if reading.key == "关系":
        return True
    name = reading.field
    if name in _CALLS:
        # No one is asked for a telephone twice.
        return sheet or not called
    if name == "citizen_id":
        return True
    return name in _ASKED_IF_TAKEN and (sheet or name in taken or name in {"unit_name", "position"})


def _of_other(reading: Reading, owner: Owner) -> Reading:
    return evolve(reading, fate=Fate.OTHER_PERSON, field="", parts=evolve(reading.parts, owner=owner))


def _identity(row: list[Reading]) -> None:
    """
    Prefer 公民身份证号 to 证件号码, and read 证件编号 as the person's document if a column beside it names its kind.
    """
    strong = any(reading.field == "citizen_id" and reading.key not in _WEAK_NUMBERS for reading in row)
    weak = any(reading.field == "citizen_id" and reading.key in _WEAK_NUMBERS for reading in row)
    kind = any(reading.about == "document_type" for reading in row)
    titled = any(reading.field in _OF_TITLE for reading in row)
    for place, reading in enumerate(row):
        if reading.key == "证件编号" and reading.field and not strong and not weak and (kind or not titled):
            row[place] = evolve(reading, field="citizen_id")
        elif reading.key in _WEAK_NUMBERS and reading.field == "citizen_id" and strong:
            row[place] = evolve(reading, fate=Fate.NO_FIELD, field="", about="document_number")


def _studies(row: list[Reading]) -> None:
    """
    Assign each school, major and date to the education before it.
    """
    study = ""
    for place, reading in enumerate(row):
        name = reading.field
        if name.startswith(("first_", "later_")):
            study = name.partition("_")[0]
        elif name == "education" or (name in _STUDY and _HIGHEST.match(reading.key)):
            study = ""
        elif name in _STUDY and study and not reading.parts.study:
            row[place] = evolve(reading, field=STUDIED.get((study, name), name))
        elif (
            name not in _OF_STUDY
            and reading.about not in {"study_way", "joint", "yes_or_no"}
            and not reading.parts.study
        ):
            study = ""


def _papers(row: list[Reading]) -> None:
    """
    Assign each bare date, number and organ to the certificate before it.
    """
    titled = any(reading.field in _OF_TITLE for reading in row)
    papers = any(_paper(reading) in {"qualification", "skill", "document"} for reading in row)
    valid = any(reading.about in {"document_validity", "document_type"} for reading in row)
    thing = ""
    for place, reading in enumerate(row):
        bare = _bare(reading)
        if not bare:
            thing = _paper(reading) or (thing if _belongs(reading) else "")
            continue
        if reading.group.things:
            continue
        row[place] = _of_paper(reading, bare, thing, titled=titled, papers=papers, valid=valid)
        if row[place].field in {"issued_on", "certificate_number", "approving_organ"}:
            thing = thing or "title"


def _bare(reading: Reading) -> str:
    if reading.owner is not Owner.SELF:
        return ""
    bare = (("date", _BARE_DATES), ("number", _BARE_NUMBERS), ("organ", _BARE_ORGANS))
    return next((quality for quality, spellings in bare if reading.key in spellings), "")


def _paper(reading: Reading) -> str:
    """
    Return the thing a column is about if it could have its own date, number or organ.
    """
    found = _PAPER_OF_FIELD.get(reading.field) or _PAPER_OF_ABOUT.get(reading.about)
    if found is None and reading.field in _OF_ANY_STUDY:
        found = "study"
    if found is None and counts_hours(reading.key):
        # 证书编号 after the hours is that of the training.
        found = "document"
    if found is None and reading.owner is Owner.SELF:
        found = next((thing for thing in reading.parts.things if thing in _PAPERS), None)
    return found or ""


def _belongs(reading: Reading) -> bool:
    return reading.about in {"document_validity", "detail", "picture", "document_type", "yes_or_no", "years"}


def _of_paper(reading: Reading, bare: str, thing: str, *, titled: bool, papers: bool, valid: bool) -> Reading:
    found = _OF_PAPER.get((thing, bare))
    if found is None and thing == "study" and bare == "date" and reading.key.startswith(("取得", "获得")):
        found = "graduated_on"
    if found is not None:
        return _as(reading, found)
    identity = thing == "identity" and bare != "number"
    post = thing == "post" and bare == "date" and not titled
    elsewhere = papers if not titled else reading.key in _NEEDY
    lost = post or (valid if identity and (valid or not titled) else elsewhere)
    return _as(reading, "") if lost else reading


_OF_PAPER: Final[Mapping[tuple[str, str], str]] = FrozenMap(
    {
        ("title", "date"): "issued_on", ("title", "number"): "certificate_number",
        ("title", "organ"): "approving_organ", ("qualification", "date"): "qualified_on",
        ("qualification", "number"): "qualification_number",
        ("qualification", "organ"): "",
        **{(thing, bare): "" for thing in ("skill", "document", "diploma") for bare in ("date", "number", "organ")},
    }
)  # fmt: skip


def _as(reading: Reading, name: str) -> Reading:
    if not name:
        return evolve(reading, fate=Fate.NO_FIELD, field="", about="document_detail")
    return evolve(reading, fate=Fate.FIELD, field=name, about="")


def _majors(row: list[Reading]) -> None:
    """
    Assign 专业 after a title or a qualification to it, if the study has its own column or none at all.
    """
    own = any(reading.field == "major" and reading.key not in _BARE_MAJORS for reading in row)
    schools = any(reading.field in {"school", "first_school", "later_school"} for reading in row)
    for place, reading in enumerate(row):
        if reading.field != "major" or reading.key not in _BARE_MAJORS or not place:
            continue
        before = _paper(row[place - 1])
        if before == "qualification" or row[place - 1].key in {"资格名称", "证书名称", "资格证书名称"}:
            row[place] = _as(reading, "title_major" if row[place - 1].field in _OF_TITLE and not schools else "")
        elif before == "title" and (own or not schools):
            row[place] = evolve(reading, field="title_major")


def _schools(row: list[Reading]) -> None:
    """
    Read 学校 before the name, or beside 毕业院校, as the school that keeps the table.
    """
    graduated = any(reading.field == "school" and reading.key not in _BARE_SCHOOLS for reading in row)
    named = next((place for place, reading in enumerate(row) if reading.field == "name"), -1)
    united = any(reading.field == "unit_name" for reading in row)
    for place, reading in enumerate(row):
        if {"education", "degree"} & set(reading.group.things):
            # 院校 under 最高学历 is where one graduated.
            continue
        if reading.field == "school" and reading.key in _BARE_SCHOOLS and (graduated or place < named) and not united:
            row[place] = evolve(reading, field="unit_name")


def _pupils(row: list[Reading]) -> None:
    """
    Read 入校时间 as the beginning of a study in a list of pupils, or after a school.
    """
    pupils = any(reading.key in _PUPILS for reading in row)
    for place, reading in enumerate(row):
        before = row[place - 1].field if place else ""
        if reading.key in _BARE_JOINED and reading.field and (pupils or before in _OF_STUDY):
            row[place] = evolve(reading, fate=Fate.NO_FIELD, field="", about="study_now")


def _party(row: list[Reading]) -> None:
    """
    Read 加入时间 after the political status as the day of joining.
    """
    for place, reading in enumerate(row):
        if place and reading.key in {"加入时间", "加入日期", "加入年月"} and row[place - 1].field == "political_status":
            row[place] = evolve(reading, fate=Fate.FIELD, field="party_joined_on", about="")


def _hours(row: list[Reading]) -> None:
    """
    Read 专业 and 合计 beside 公需 as hours: 2024公需, 2024专业, 合计.
    """
    for place, reading in enumerate(row):
        beside = {row[other].field for other in (place - 1, place + 1) if 0 <= other < len(row)}
        grouped = "hours" in reading.group.things or (place and reading.group.year is not None)
        if not beside & _HOURS and not grouped:
            continue
        if reading.when is When.PERIOD:
            # 合计 under 近五年学时 is no year's.
            row[place] = evolve(reading, fate=Fate.OTHER_TIME, field="", about="")
            continue
        bare = _YEARS.sub("", reading.key)
        general = "hours" in reading.group.things or "general_hours" in {item.field for item in row}
        if bare in {"专业", "专业课", "专业科目"} and general:
            row[place] = evolve(reading, fate=Fate.FIELD, field="professional_hours", about="")
        elif bare in {"合计", "总计", "小计", "总"}:
            row[place] = evolve(reading, fate=Fate.FIELD, field="total_hours", about="")


_HOURS: Final = frozenset({"general_hours", "professional_hours", "elective_hours", "total_hours"})
_YEARS: Final = re.compile("(?:19|20)[0-9][0-9](?:年度?|学年)?")

_STEPS: Final[tuple[Step, ...]] = (
    _other_people, _identity, _hours, _studies, _majors, _papers, _schools, _pupils, _party,
)  # fmt: skip
