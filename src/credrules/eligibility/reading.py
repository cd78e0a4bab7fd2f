"""
Reading the facts of a person: keys or labels, lists or single values, dates in any notation; never raises.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from credrules import codes
from credrules.dates import PartialDate
from credrules.eligibility.facts import Grade, Licence, Person, Title, cells, sequence
from credrules.eligibility.labels import ITEMS, LIST_LABELS, LISTS, SECTIONS, TOP
from credrules.eligibility.schooling import Schooling, reach_of_class, reach_of_degree, reach_of_education
from credrules.eligibility.spans import ANY, Span, span_of
from credrules.eligibility.targets import Scheme, read_grade, read_level, series_of, series_of_title, word_of
from credrules.eligibility.terms import CONDITIONS
from credrules.findings import Decision, Finding, finding
from credrules.hours import Audit
from credrules.leaves import FLAGS
from credrules.lists import is_cut
from credrules.masking import shown_cell, type_name
from credrules.none_words import NO_DEGREE_OR_POST_WORDS, NO_TITLE_WORDS, NONE_WORDS
from credrules.values import FrozenMap, Label, exact_int, exact_text, is_missing

__all__ = ["read_facts"]
__dir__ = __all__.copy

_T = TypeVar("_T")
_MOST: Final = 200
"""More items than anyone has are not read."""

_TRUTHS: Final = {
    **FLAGS,
    **dict.fromkeys(("√", "有", "符合", "满足", "合格"), True),
    **dict.fromkeys(("×", "无", "不符合", "不满足"), False),
}
_GOOD: Final = frozenset(
    {
        "优秀", "合格", "称职", "良好", "优", "优秀等次", "合格等次",
        "称职等次", "excellent", "good", "pass", "passed", "qualified", "competent",
    }
)  # fmt: skip
_BAD: Final = frozenset(
    {
        "不合格", "不称职", "基本合格", "基本称职", "不合格等次", "基本合格等次",
        "fail", "failed", "unqualified", "basic", "basically qualified",
    }
)  # fmt: skip
_NONE: Final = NONE_WORDS | {"否"}
_NO_DATE: Final = _NONE | {"未退休"}
_NO_EDUCATION: Final = _NONE | {"无学历"}
_NO_DEGREE: Final = _NONE | NO_DEGREE_OR_POST_WORDS
_NO_TITLE: Final = _NONE | NO_TITLE_WORDS
_ROUTES: Final = {
    **dict.fromkeys(("评审", "REVIEW", "评定", "评审取得", "评审通过"), "REVIEW"),
    **dict.fromkeys(("考试", "EXAM", "考试取得", "全国统一考试", "国家统一考试", "以考代评"), "EXAM"),
    **dict.fromkeys(("认定", "RECOGNISE", "考核认定", "初定", "初次认定", "考核", "确认"), "RECOGNISE"),
}
_CASES: Final = (
    ("退伍", "退伍兵初定"),
    ("退役", "退伍兵初定"),
    ("军人", "退伍兵初定"),
    ("转岗", "转岗"),
    ("转换工种", "转岗"),
)
_EQUIVALENT: Final = frozenset(
    {
        "房地产估价师", "咨询工程师(投资)", "咨询工程师（投资）", "土地登记代理人", "房地产经纪人",
        "银行业专业人员中级", "银行业专业人员(中级)", "银行业专业人员（中级）",
        "银行业专业人员职业资格(中级)", "银行业专业人员职业资格（中级）",
    }
)  # fmt: skip


class _Reader:
    """
    The findings of one reading, and the lists that could not be read completely.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.unread: set[str] = set()

    def problem(self, code: str, path: tuple[str | int, ...], value: object, *, whole: str = "") -> None:
        given = shown_cell(word_of(value)) or type_name(value)
        self.findings.append(finding(code, path=path, given=given))
        if whole:
            self.unread.add(whole)

    def cut(self, path: tuple[str | int, ...], section: Label, *wholes: str) -> None:
        # What was not read may hold what is missing.
        self.findings.append(finding("RECORD.TOO_MANY", path=path, section=section, most=_MOST))
        self.unread.update(wholes)

    def date(self, value: object, path: tuple[str | int, ...]) -> Span | None:
        if _is_empty(value) or _says(value, _NO_DATE):
            return None
        report = PartialDate.check(value)
        if report.value is None or not report.ok:
            self.findings += [item.at(*path) for item in report.errors or report.findings]
            return ANY
        return span_of(report.value)

    def year(self, value: object, path: tuple[str | int, ...]) -> int | None:
        number = _year(value)
        if number is None and not _is_empty(value):
            self.problem("ELIGIBILITY.YEAR", path, value)
        return number

    def truth(self, value: object, path: tuple[str | int, ...]) -> bool | None:
        answer = _truth(value)
        if answer is None and not _is_empty(value):
            self.problem("ELIGIBILITY.YES_OR_NO", path, value)
        return answer


def _year(value: object) -> int | None:
    number = exact_int(value)
    text = word_of(value).removesuffix("度").removesuffix("年")
    if number is None and len(text) == 4 and text.isascii() and text.isdigit():
        number = int(text)
    return number if number is not None and 1900 <= number < 2200 else None


def _truth(value: object) -> bool | None:
    if type(value) is bool:
        return value
    if type(value) is Audit:
        value = value.decision
    if type(value) is Decision:
        return {Decision.IN: True, Decision.OUT: False}.get(value)
    return _TRUTHS.get(word_of(value).lower())


def read_facts(facts: object, scheme: Scheme | None = None) -> Person:
    """
    Return the person that a mapping or a record describes; never raises.

    >>> person = read_facts({"学历": [{"学历": "本科", "毕业时间": "2015年7月"}], "职称": []})
    >>> person.schooling[0].since.last.isoformat(), person.titles, person.grades
    ('2015-07-31', (), None)
    """
    if type(facts) is Person:
        return facts
    pairs = cells(facts)
    reader = _Reader()
    if pairs is None:
        if facts is not None:
            reader.problem("ELIGIBILITY.FACTS", (), facts)
        return Person(findings=tuple(reader.findings))
    inner = (cells(cell) for key, cell in pairs if (exact_text(key) or "").strip() in SECTIONS)
    given = _keyed([*pairs, *(pair for section in inner for pair in section or ())], TOP)
    education = _items(given, "education", _education, reader)
    degrees = _items(given, "degrees", _degree, reader)
    return Person(
        schooling=_together(education, degrees),
        education_given=education is not None,
        degrees_given=degrees is not None,
        titles=_items(given, "titles", functools.partial(_title, scheme=scheme), reader),
        grades=_items(given, "grades", _grade, reader),
        licences=_items(given, "licences", _licence, reader),
        trade=word_of(given.get("trade")),
        birth=reader.date(given.get("birth_date"), ("birth_date",)),
        retired=reader.date(given.get("retired_on"), ("retired_on",)),
        work=reader.date(given.get("work_started_on"), ("work_started_on",)),
        specialty=reader.date(given.get("specialty_started_on"), ("specialty_started_on",)),
        civil_servant=_civil_servant(given.get("position_level")),
        assessments=_assessments(given.get("assessments"), reader),
        special_case=_special_case(given),
        application_year=reader.year(given.get("application_year"), ("application_year",)),
        conditions=_conditions(given.get("conditions"), reader),
        unread=frozenset(reader.unread),
        findings=tuple(reader.findings),
    )


def _keyed(pairs: list[tuple[object, object]], names: Mapping[str, str]) -> dict[str, Any]:
    # None and empty cells are treated as absent; the first of two labels for one key counts.
    found: dict[str, Any] = {}
    for key, cell in pairs:
        name = names.get((exact_text(key) or "").strip())
        if name is not None and not _is_empty(cell):
            found.setdefault(name, cell)
    return found


def _is_empty(cell: object) -> bool:
    written = exact_text(cell)
    return is_missing(cell) or (written is not None and not written.strip())


def _says(value: object, words: frozenset[str]) -> bool:
    return word_of(value).lower() in words


def _listed(given: dict[str, Any], key: str, reader: _Reader) -> list[dict[str, Any]] | None:
    if key not in given:
        return None
    value = given[key]
    items = sequence(value)
    if items is None:
        items = [] if _says(value, _NONE) else [value]
    if len(items) > _MOST or is_cut(value):
        reader.cut((key,), LIST_LABELS[key], "education" if key == "degrees" else key)
    found: list[dict[str, Any]] = []
    for place, item in enumerate(items[:_MOST]):
        pairs = cells(item)
        if pairs is not None:
            found.append(_keyed(pairs, ITEMS[key]))
        elif word_of(item):
            found.append({LISTS[key]: item})
        else:
            reader.problem("ELIGIBILITY.ITEM", (key, place), item, whole=key)
    return found


def _items(
    given: dict[str, Any], key: str, read: Callable[[dict[str, Any], int, _Reader], _T | None], reader: _Reader
) -> tuple[_T, ...] | None:
    listed = _listed(given, key, reader)
    if listed is None:
        return None
    found = [read(item, place, reader) for place, item in enumerate(listed)]
    return tuple(item for item in found if item is not None)


def _together(
    education: tuple[Schooling, ...] | None, degrees: tuple[Schooling, ...] | None
) -> tuple[Schooling, ...] | None:
    # Items of either list state what the person has; if one is empty and the other absent, nothing is known.
    together = (*(education or ()), *(degrees or ()))
    return together if together or (education is not None and degrees is not None) else None


def _education(item: dict[str, Any], place: int, reader: _Reader) -> Schooling | None:
    path = ("education", place)
    word, class_ = word_of(item.get("level")), word_of(item.get("skilled_class"))
    told = next((full_time for part, full_time in _MODES if part in word), None)
    # 本科（非全日制） is 本科; other words in brackets (在读) may mean that there is no such education.
    bare = word if told is None else word.partition("（")[0].partition("(")[0]
    # A number is a code of EDUCATION: the same digit among degrees means something else.
    as_degree = None if word.isdigit() else reach_of_degree(word)
    read = (reach_of_education(word), as_degree, reach_of_education(bare)) if word else ()
    reach = next((item for item in read if item is not None), None)
    has_class = bool(class_) and not _says(class_, _NONE)
    if _says(word, _NO_EDUCATION) and not has_class:
        return None
    if has_class:
        reach = reach_of_class(class_, reach) or reach
    if reach is None:
        reader.problem("ELIGIBILITY.EDUCATION_UNKNOWN", (*path, "level"), item.get("level"), whole="education")
        return None
    since = reader.date(item.get("graduated_on"), (*path, "graduated_on"))
    way = item.get("full_time")
    full_time = _WAYS.get(word_of(way).lower())
    if full_time is None:
        full_time = reader.truth(way, (*path, "full_time"))
    return Schooling(reach, ANY if since is None else since, told if full_time is None else full_time)


# Words for the way of study in a full name of an education: 全日制本科, 非全日制研究生, 本科（自考）.
_MODES: Final = (
    ("非全日制", False), ("全日制", True), ("在职", False), ("自考", False), ("自学考试", False), ("函授", False),
    ("成人", False), ("业余", False),
)  # fmt: skip


# The way of study in a cell of its own.
_WAYS: Final = {
    **dict.fromkeys(("全日制", "普通全日制", "统招", "full-time", "full time", "fulltime"), True),
    **dict.fromkeys(
        (
            "非全日制", "在职", "函授", "自考", "自学考试", "成人", "成人教育", "业余", "夜大", "电大", "网络教育",
            "远程教育", "开放教育", "part-time", "part time", "parttime",
        ),
        False,
    ),
}  # fmt: skip


# Words for an education that are written for the degree.
_DEGREES: Final = {"硕士研究生": "硕士", "博士研究生": "博士", "双学位": "双学士"}


def _degree(item: dict[str, Any], place: int, reader: _Reader) -> Schooling | None:
    word = word_of(item.get("degree"))
    if _says(word, _NO_DEGREE):
        return None
    reach = reach_of_degree(_DEGREES.get(word, word)) if word else None
    if reach is None:
        reader.problem(
            "ELIGIBILITY.DEGREE_UNKNOWN", ("degrees", place, "degree"), item.get("degree"), whole="education"
        )
        return None
    since = reader.date(item.get("granted_on"), ("degrees", place, "granted_on"))
    return Schooling(reach, ANY if since is None else since, degree=True)


def _title(item: dict[str, Any], place: int, reader: _Reader, *, scheme: Scheme | None) -> Title | None:
    path = ("titles", place)
    words = [word for word in (word_of(item.get("level")), word_of(item.get("name"))) if word]
    code = scheme.code if scheme is not None else ""
    read = [found for word in words if (found := read_level(word, code))]
    if words and _says(words[0], _NO_TITLE):
        return None
    if not read:
        reader.problem(
            "ELIGIBILITY.LEVEL_UNKNOWN", (*path, "level"), item.get("level", item.get("name")), whole="titles"
        )
        return None
    series, series_read = _series(word_of(item.get("series")), words)
    return Title(
        levels=read[0],
        series=series,
        series_read=series_read,
        obtained=reader.date(item.get("obtained_on"), (*path, "obtained_on")),
        appointed=reader.date(item.get("appointed_on"), (*path, "appointed_on")),
        route=_route(word_of(item.get("route"))),
        review_year=reader.year(item.get("review_year"), (*path, "review_year")),
    )


@functools.lru_cache(maxsize=1024)
def _route(word: str) -> str:
    return "" if not word else _ROUTES.get(word) or _ROUTES.get(codes.ACQUISITION_ROUTES.check(word).value or "", "")


def _series(word: str, names: list[str]) -> tuple[frozenset[str] | None, bool]:
    if word:
        found = series_of(word)
        return (found, True) if found else (None, False)
    return frozenset[str]().union(*(series_of_title(name) for name in names)) or None, True


def _grade(item: dict[str, Any], place: int, reader: _Reader) -> Grade | None:
    path = ("grades", place)
    word = word_of(item.get("grade"))
    code = read_grade(word) if word else None
    if _says(word, _NONE):
        return None
    if code is None:
        reader.problem("ELIGIBILITY.GRADE_UNKNOWN", (*path, "grade"), item.get("grade"), whole="grades")
        return None
    return Grade(
        code,
        reader.date(item.get("obtained_on"), (*path, "obtained_on")),
        reader.date(item.get("appointed_on"), (*path, "appointed_on")),
        word_of(item.get("trade")),
    )


def _licence(item: dict[str, Any], place: int, reader: _Reader) -> Licence | None:
    name = word_of(item.get("name"))
    if not name:
        reader.problem("ELIGIBILITY.ITEM", ("licences", place), item.get("name"), whole="licences")
        return None
    return Licence(_licence_kinds(name), reader.date(item.get("registered_on"), ("licences", place, "registered_on")))


def _licence_kinds(name: str) -> frozenset[str]:
    kinds: set[str] = set()
    low = name.lower()
    if "规范化培训" in name or "规培" in name or "residency" in low:
        kinds.add("RESIDENCY")
    elif (
        ("医师" in name or "physician" in low) and "助理" not in name and "兽医" not in name and "assistant" not in low
    ):
        kinds.add("PHYSICIAN")
    if "执业兽医" in name and "助理" not in name:
        kinds.add("VETERINARIAN")
    if name in _EQUIVALENT:
        kinds.add("ECONOMIST_EQUIVALENT")
    if name in {"税务师", "资产评估师"}:
        kinds.add("ECONOMIST_CONDITIONAL")
    return frozenset(kinds)


def _civil_servant(value: object) -> bool | None:
    word = word_of(value)
    code = codes.POSITION_LEVELS.check(word).value if word else None
    return None if code is None else code.startswith("1")


def _assessments(value: object, reader: _Reader) -> FrozenMap[int, bool] | None:
    pairs = cells(value)
    if pairs is None:
        if value is not None:
            reader.problem("ELIGIBILITY.ITEM", ("assessments",), value)
        return None
    found: dict[int, bool] = {}
    for key, cell in pairs:
        year, word = _year(key), word_of(cell).lower()
        if year is None:
            reader.problem("ELIGIBILITY.YEAR", ("assessments",), key)
        elif word in _GOOD or word in _BAD:
            found[year] = word in _GOOD
        elif not _is_empty(cell):
            reader.problem("ELIGIBILITY.RESULT_UNKNOWN", ("assessments", year), cell)
    return FrozenMap(found)


def _special_case(given: dict[str, Any]) -> str | None:
    if "special_case" not in given:
        return None
    word = word_of(given["special_case"])
    return "" if _says(word, _NONE) else next((case for part, case in _CASES if part in word), word)


_CONDITION_NAMES: Final = {
    **{label.zh: name for name, label in CONDITIONS.items()},
    "考核合格": "assessed",
    "继续教育": "continuing_education",
}


def _conditions(value: object, reader: _Reader) -> FrozenMap[str, bool | None]:
    pairs = cells(value)
    if pairs is None:
        if value is not None:
            reader.problem("ELIGIBILITY.ITEM", ("conditions",), value)
        return FrozenMap()
    # A condition that is named but not answered stays unknown: `*` does not answer for it.
    found: dict[str, bool | None] = {}
    for key, cell in pairs:
        name = (exact_text(key) or "").strip()
        answer = reader.truth(cell, ("conditions", shown_cell(name[:40])))
        if name:
            found[_CONDITION_NAMES.get(name, name)] = answer
    return FrozenMap(found)
