"""
The words of eligibility: kinds of shortfalls, cut-offs, routes, classes of education, conditions.

The classes of education are a ladder with branches: a person with a class also has
those below it. A class of a technical school is separate (EL-070).

References: data/eligibility/rules.csv uses these words.
"""

from __future__ import annotations

import enum
from typing import Final

from credrules.values import FrozenMap, Label, WordedText

__all__ = ["CONDITIONS", "EDUCATION_LABELS", "LICENCES", "Counting", "Cutoff", "Kind", "Route"]
__dir__ = __all__.copy


class Kind(WordedText):
    """
    What is short.

    >>> Kind.LEVEL_YEARS == "LEVEL_YEARS", Kind.LEVEL_YEARS.label.zh
    (True, '任职年限')
    """

    EDUCATION = "EDUCATION", "学历学位", "education"
    PRIOR_LEVEL = "PRIOR_LEVEL", "现有职称或等级", "prior title or grade"
    LEVEL_YEARS = "LEVEL_YEARS", "任职年限", "years in the prior title or grade"
    WORK_YEARS = "WORK_YEARS", "工作年限", "years of work"
    CONDITION = "CONDITION", "其他条件", "condition"
    ASSESSMENT = "ASSESSMENT", "年度考核", "annual assessment"


class Cutoff(WordedText):
    """
    The day to which years are counted: the day asked for, the end of the year, or of the year before.
    """

    DAY = "DAY", "算至当日", "counted to the day"
    YEAR_END = "YEAR_END", "算至申报年度12月31日", "counted to 31 December of the year applied for"
    PREVIOUS_YEAR_END = "PREVIOUS_YEAR_END", "算至上一年12月31日", "counted to 31 December of the year before"


class Counting(enum.StrEnum):
    """
    FULL: completed years (满5年). INCLUSIVE: calendar years, the first and the last counted (达5年).
    """

    FULL = "FULL"
    INCLUSIVE = "INCLUSIVE"


class Route(WordedText):
    """
    The way to a title or grade.
    """

    EXAM = "EXAM", "考试", "examination"
    REVIEW = "REVIEW", "评审", "review"
    EXAM_REVIEW = "EXAM_REVIEW", "考评结合", "examination and review"
    RECOGNISE = "RECOGNISE", "认定", "recognition"
    ASSESSMENT = "ASSESSMENT", "考核", "assessment"
    CORRESPONDENCE = "CORRESPONDENCE", "资格对应", "a qualification that corresponds"
    RECONFIRM = "RECONFIRM", "重新确认", "reconfirmation"
    UNKNOWN = "", "途径不详", "way not known"


EDUCATION_LABELS: Final[FrozenMap[str, Label]] = FrozenMap(
    DOCTOR=Label("博士", "doctorate"),
    MASTER=Label("硕士", "master's degree"),
    SECOND_BACHELOR=Label("第二学士学位（双学士）", "second bachelor's degree"),
    GRADUATE_CLASS=Label("研究生班", "graduate class"),
    BACHELOR=Label("本科或学士", "bachelor's degree or four-year course"),
    COLLEGE=Label("大专", "junior college"),
    VOCATIONAL=Label("中等职业学校", "secondary vocational school"),
    SPECIALISED=Label("中专", "specialised secondary school"),
    UPPER_SECONDARY=Label("高中（中专、职高、技校）", "upper secondary school"),
    LOWER_SECONDARY=Label("初中", "lower secondary school"),
    ENGINEERING_MASTER=Label("工程硕士专业学位", "professional master's degree of engineering"),
    ENGINEERING_DOCTOR=Label("工程博士专业学位", "professional doctorate of engineering"),
    MIDDLE_CLASS=Label("技工院校中级工班", "middle class of a technical school"),
    HIGH_CLASS=Label("技工院校高级工班", "senior class of a technical school"),
    TECHNICIAN_CLASS=Label("技工院校预备技师（技师）班", "technician class of a technical school"),
)
"""The classes of education, in words."""

CONDITIONS: Final[FrozenMap[str, Label]] = FrozenMap(
    assessed=Label("见习期满（转正）并考核合格", "probation ended and assessed"),
    work_matches_study=Label("从事工作与所学专业一致或相近", "the work matches the subject studied"),
    results=Label("有相应的业绩成果", "results of work are shown"),
    continuing_education=Label("完成规定的继续教育", "continuing education is complete"),
    same_trade=Label("申报工种与现从事（原等级）工种一致", "the same trade"),
    no_breach=Label("无违规违纪（或影响期已满）", "no breach of discipline, or its effect has ended"),
    in_post=Label("在岗（至规定日期）", "in post until the day named"),
    trade_in_range=Label("工种在可申报范围内", "the trade is in the range"),
    first_application=Label("首次申报", "first application"),
    primary=Label("在小学任教", "teaches in a primary school"),
    primary_or_lower_secondary=Label("在小学或初中任教", "teaches in a primary or lower secondary school"),
)
"""What a host states as a fact, by its id; `*` answers those that are not named."""

LICENCES: Final[FrozenMap[str, Label]] = FrozenMap(
    PHYSICIAN=Label("医师执业注册", "registration as a physician"),
    RESIDENCY=Label("住院医师规范化培训合格证书", "certificate of residency training"),
    VETERINARIAN=Label("执业兽医资格", "licence of a veterinarian"),
    ECONOMIST_EQUIVALENT=Label(
        "可对应经济师的职业资格", "a qualification that corresponds to the middle title of economics"
    ),
    ECONOMIST_CONDITIONAL=Label("税务师或资产评估师", "tax adviser or asset appraiser"),
)
"""The licences that rules require."""
