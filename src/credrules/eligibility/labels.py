"""
The keys of facts: English names and the Chinese labels that mean the same; the names of this library's records too.
"""

from __future__ import annotations

from typing import Final

from credrules.values import FrozenMap, Label

__all__ = ["ITEMS", "LISTS", "LIST_LABELS", "SECTIONS", "TOP"]
__dir__ = __all__.copy


def _named(table: dict[str, tuple[str, ...]]) -> FrozenMap[str, str]:
    return FrozenMap({word: name for name, words in table.items() for word in (name, *words)})


TOP: Final = _named(
    {
        "education": ("educations", "学历", "教育", "教育经历", "学历情况", "学历信息"),
        "degrees": ("学位", "学位情况", "学位信息"),
        "titles": ("职称", "职称情况", "职称信息", "专业技术资格", "专业技术职务", "专业技术职称"),
        "grades": ("skills", "等级", "技术等级", "技能等级", "工人技术等级", "职业技能等级", "技术等级情况"),
        "licences": ("执业资格", "职业资格", "执业注册", "执业证书", "职业资格证书"),
        "trade": ("工种", "申报工种", "岗位工种"),
        "birth_date": ("出生日期", "出生年月", "出生时间", "出生年月日"),
        "retired_on": ("退休时间", "退休日期"),
        "work_started_on": ("work_start", "参加工作时间", "参加工作日期", "参加工作年月", "工作时间"),
        "specialty_started_on": (
            "prof_start", "从事专业时间", "从事本专业时间", "从事专业技术工作时间", "从事本工种时间", "从事专业日期",
            "从事本专业工作时间",
        ),
        "position_level": ("职务级别", "职务层次"),
        "assessments": ("年度考核", "年度考核结果", "年度考核情况", "考核结果"),
        "special_case": ("特殊情况", "特殊情形", "备注"),
        "application_year": ("申报年度", "申报年份"),
        "conditions": ("条件", "其他条件"),
    }
)  # fmt: skip
"""Keys and labels of the facts."""

ITEMS: Final = FrozenMap(
    {
        "education": _named(
            {
                "level": ("education_level", "学历", "学历层次", "层次", "文化程度", "education", "name", "名称"),
                "graduated_on": ("毕业时间", "毕业日期", "毕业年月", "取得时间"),
                "full_time": ("全日制", "是否全日制", "学习形式", "学习方式"),
                "skilled_class": ("班别", "技工班", "技工院校班别", "技工院校班级"),
            }
        ),
        "degrees": _named(
            {
                "degree": ("degree_level", "学位", "level", "name", "名称", "学位名称"),
                "granted_on": ("conferred_on", "授予时间", "授予日期", "授予年月", "学位授予时间", "取得时间"),
            }
        ),
        "titles": _named(
            {
                "level": ("title_level", "级别", "职称级别", "资格级别", "level_code"),
                "name": ("title_name", "职称", "名称", "资格名称", "职称名称", "title"),
                "series": ("title_series", "系列", "职称系列", "专业系列"),
                "obtained_on": ("issued_on", "取得时间", "取得日期", "取得资格时间", "取得年月", "资格取得时间"),
                "appointed_on": ("聘任时间", "聘用时间", "任职时间", "聘任日期"),
                "route": ("acquire_mode", "取得方式", "取得途径", "途径", "方式"),
                "review_year": ("评审年度", "评审年份"),
            }
        ),
        "grades": _named(
            {
                "grade": ("等级", "技术等级", "技能等级", "level", "级别", "name"),
                "obtained_on": ("取得时间", "取得日期", "发证时间", "发证日期", "取得年月"),
                "appointed_on": ("聘任时间", "聘用时间", "任职时间", "聘任日期"),
                "trade": ("工种", "职业"),
            }
        ),
        "licences": _named(
            {
                "name": ("名称", "资格名称", "证书名称", "执业资格", "职业资格"),
                "registered_on": ("注册时间", "注册日期", "取得时间", "执业注册时间"),
            }
        ),
    }
)
"""Keys and labels of the items of a list."""

LISTS: Final = FrozenMap(
    {"education": "level", "degrees": "degree", "titles": "level", "grades": "grade", "licences": "name"}
)
"""The lists, and the key under which a bare text in each of them is read."""

LIST_LABELS: Final = FrozenMap(
    {
        "education": Label("学历", "Education"),
        "degrees": Label("学位", "Degrees"),
        "titles": Label("职称", "Titles"),
        "grades": Label("技术等级", "Grades"),
        "licences": Label("执业资格", "Licences"),
    }
)
"""What a clerk calls them."""

SECTIONS: Final = frozenset({"basic", "基本信息", "基本情况", "person"})
"""Sections of a record that hold single facts."""
