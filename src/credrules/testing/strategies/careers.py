"""
The tables invented lives are drawn from: ways of study, series of titles with their names, units and places.

References: GB/T 8561-2001 (names and codes of titles); the conventional years
of study of each level of education.

Limitations: a few series whose names are the same before and after the reform
of the titles; schools and units are called 甲, 乙, 丙, so none is a real one.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from credrules.values import FrozenMap

__all__ = ["CAREERS", "HIGHEST", "NATIVE_PLACES", "WAYS", "Career", "Stage", "Step", "Way"]
__dir__ = __all__.copy


@frozen
class Stage:
    """
    One study of a way: level, kind of school, years, degree, and whether it is done while in work.
    """

    level: str
    school: str
    years: int
    degree: str | None = None
    in_work: bool = False


@frozen
class Way:
    """
    The studies of a life in order, and the age in the summer of the last full-time graduation.
    """

    stages: tuple[Stage, ...]
    age: int


_COLLEGE: Final = Stage("31", "专科学校", 3)
_BACHELOR: Final = Stage("21", "大学", 4, "4")

WAYS: Final = (
    Way((_BACHELOR,), 22),
    Way((_COLLEGE,), 21),
    Way((_BACHELOR, Stage("14", "大学", 3, "3")), 25),
    Way((_COLLEGE, Stage("21", "大学", 3, None, in_work=True)), 21),
    Way((Stage("41", "中等专业学校", 3), Stage("31", "学院", 3, None, in_work=True)), 18),
    Way((_BACHELOR, Stage("14", "大学", 3, "3", in_work=True)), 22),
)
"""Ways of study, the most usual first; at most one study is done while in work, and it is the last."""

HIGHEST: Final = FrozenMap({"41": "434", "31": "420", "21": "412", "14": "411"})
"""The highest level of titles that people are drawn with, by the level of their last study."""


@frozen
class Step:
    """
    One title of a series: its code, its name on certificates, its level, and how it is obtained.
    """

    code: str
    name: str
    level: str
    route: str = "REVIEW"


@frozen
class Career:
    """
    A series of titles, the lowest first, with what people of the series studied, do, and where.

    `examined_since` is the first year in which steps with the route EXAM are
    examined; before it they are reviewed.
    """

    series: str
    major: str
    work: str
    units: tuple[str, ...]
    steps: tuple[Step, ...]
    examined_since: int = 0


CAREERS: Final = (
    Career(
        "工程技术人员",
        "土木工程",
        "建筑工程设计",
        ("甲市建筑设计院", "乙公司", "丙县水利局"),
        (
            Step("084", "助理工程师", "434", "RECOGNISE"),
            Step("083", "工程师", "420"),
            Step("082", "高级工程师", "412"),
        ),
    ),
    Career(
        "卫生技术人员",
        "护理学",
        "临床护理",
        ("甲市人民医院", "乙县中医医院"),
        (
            Step("254", "护师", "434", "EXAM"),
            Step("253", "主管护师", "420", "EXAM"),
            Step("252", "副主任护师", "412"),
            Step("251", "主任护师", "411"),
        ),
        2001,
    ),
    Career(
        "高等学校教师",
        "汉语言文学",
        "写作课教学",
        ("丙市理工学院", "丁医科大学"),
        (
            Step("014", "助教", "434", "RECOGNISE"),
            Step("013", "讲师", "420"),
            Step("012", "副教授", "412"),
            Step("011", "教授", "411"),
        ),
    ),
    Career(
        "经济专业人员",
        "国民经济管理",
        "企业管理",
        ("丁公司", "戊集团"),
        (
            Step("124", "助理经济师", "434", "EXAM"),
            Step("123", "经济师", "420", "EXAM"),
            Step("122", "高级经济师", "412"),
        ),
        1993,
    ),
    Career(
        "农业技术人员",
        "农学",
        "农作物栽培",
        ("甲县农业局", "乙县农业技术推广站"),
        (
            Step("094", "助理农艺师", "434", "RECOGNISE"),
            Step("093", "农艺师", "420"),
            Step("092", "高级农艺师", "412"),
        ),
    ),
)
"""The series that people are drawn from."""

NATIVE_PLACES: Final = ("450100", "450200", "450300", "440100", "430100", "320700")
"""Prefecture-level divisions that have had their code since the 1980s."""
