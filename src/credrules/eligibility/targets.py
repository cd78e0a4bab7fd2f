"""
What is applied for: the scheme (a series, worker grades, first recognition, ...) and the title or grade in it.

A target is a level (中级, 420), a title (工程师, 主治医师) or a grade (高级工,
三级, 3). A level that is a group (初级, 高级) means each of its parts. The name
of a title is kept if a rule applies to some titles only.

References: data/eligibility/schemes.csv and titles.csv; TITLE_LEVELS,
TITLE_SERIES, TITLES, TITLE_NAMES and SKILL_GRADES.
"""

from __future__ import annotations

import functools
import importlib
import re
from typing import Final

from attrs import frozen

from credrules import codes
from credrules.facts.titles import levels, meanings
from credrules.findings import Report, finding
from credrules.masking import shown_cell, type_name
from credrules.remembering import remembered
from credrules.text import normalize
from credrules.values import FrozenMap, Label, exact_int, exact_text

__all__ = [
    "RANKS",
    "Scheme",
    "Target",
    "level_code",
    "read_grade",
    "read_level",
    "read_scheme",
    "read_target",
    "schemes",
    "series_of",
    "series_of_title",
    "word_of",
]
__dir__ = __all__.copy

RANKS: Final = FrozenMap({"435": 1, "434": 2, "420": 3, "412": 4, "411": 5})
"""How high a level of titles is."""
_GROUPS: Final = {"430": ("434", "435"), "410": ("412", "411")}
_LONGEST: Final = 60


@frozen
class Scheme:
    """
    One set of rules that are compared with one another.

    `grade` is whether its targets are workers' grades; `series` are the
    codes of TITLE_SERIES it covers, `prior_series` those that may also hold the
    lower title.
    """

    code: str
    grade: bool
    label: Label
    series: tuple[str, ...] = ()
    prior_series: tuple[str, ...] = ()


@frozen
class Target:
    """
    What is applied for: codes of TITLE_LEVELS or of SKILL_GRADES, and the title's name if one was given.
    """

    codes: tuple[str, ...]
    name: str = ""
    grade: bool = False

    @property
    def label(self) -> Label:
        """
        The target in words.
        """
        table = codes.SKILL_GRADES if self.grade else codes.TITLE_LEVELS
        names = [table[code].label for code in self.codes]
        zh, en = "/".join(item.zh for item in names), "/".join(item.en or item.zh for item in names)
        return Label(self.name or zh, self.name or en)


@functools.cache
def _schemes() -> dict[str, Scheme]:
    rows = importlib.import_module("credrules.eligibility._data.schemes").ROWS
    return {
        row["scheme"]: Scheme(
            row["scheme"],
            row["kind"] == "GRADE",
            Label(row["label"], row["label_en"]),
            tuple(row["series"].split(";")) if "series" in row else (),
            tuple(row["prior_series"].split(";")) if "prior_series" in row else (),
        )
        for row in rows
    }


def schemes() -> dict[str, Scheme]:
    """
    Return every scheme by its code.
    """
    return _schemes()


@functools.cache
def _scheme_names() -> dict[str, str]:
    rows = importlib.import_module("credrules.eligibility._data.schemes").ROWS
    names: dict[str, str] = {}
    for row in rows:
        words = (row["scheme"], row["label"], row["label_en"], *row.get("other_names", "").split(";"))
        names |= {_key(word): row["scheme"] for word in words if word}
    # A series means its scheme; the health series has a separate scheme for review.
    series = {
        code: row["scheme"]
        for row in rows
        if row["scheme"] != "HEALTH_EXAM"
        for code in row.get("series", "").split(";")
    }
    return {**{_key(code): scheme for code, scheme in series.items() if code}, **names}


def _key(word: str) -> str:
    return re.sub(r"[\s/、（）()_-]+", "", word).casefold()


def word_of(value: object) -> str:
    """
    Return the cleaned text of a value, a whole number as its digits; empty for anything else.

    >>> word_of(" 工程师 "), word_of(420), word_of(None)
    ('工程师', '420', '')
    """
    written = exact_text(value)
    if written is None:
        number = exact_int(value)
        return str(number) if number is not None and abs(number) < 10**6 else ""
    return normalize(written)[0] if len(written) <= _LONGEST else ""


def read_scheme(value: object) -> Report[Scheme]:
    """
    Return the scheme that a code, a label, or a series of TITLE_SERIES means; never raises.

    >>> read_scheme("工程系列").value.code, read_scheme("05").value.code, read_scheme("工勤技能岗位").value.code
    ('ENGINEERING', 'ENGINEERING', 'WORKER_POSTS')
    """
    word = word_of(value)
    found = _scheme_of(word)
    if found is None:
        given = shown_cell(word) or type_name(value)
        return Report(value, None, (finding("ELIGIBILITY.SCHEME_UNKNOWN", path=("scheme",), given=given),))
    return Report(value, found)


@remembered(1024)
def _scheme_of(word: str) -> Scheme | None:
    names = _scheme_names()
    code = names.get(_key(word)) if word else None
    if code is not None:
        return _schemes()[code]
    entries = codes.TITLE_SERIES.find(word) if word else ()
    code = next((names[_key(entry.code)] for entry in entries if _key(entry.code) in names), None)
    if code is not None:
        return _schemes()[code]
    # A series without rules of its own.
    return Scheme(entries[0].code, False, entries[0].label, tuple(item.code for item in entries)) if entries else None


@functools.cache
def _fixed_titles() -> dict[tuple[str, str], str]:
    rows = importlib.import_module("credrules.eligibility._data.titles").ROWS
    return {(row["scheme"], row["name"]): row["level"] for row in rows}


@remembered(1024)
def level_code(word: str) -> str | None:
    """
    Return the code of TITLE_LEVELS that a code or a level's name means, None for the name of a title.

    >>> level_code("中级"), level_code("工程师")
    ('420', None)
    """
    return codes.TITLE_LEVELS.check(word).value if word else None


_BRACKETS: Final = re.compile(r"[（(][^（()）]*[)）]")


@remembered(4096)
def read_level(word: str, scheme: str = "") -> tuple[str, ...]:
    """
    Return the levels of titles that a code, a level's name or a title's name may mean; empty if unknown.

    >>> read_level("工程师（中级）"), read_level("高级工程师（正高级）"), read_level("高级")
    (('420',), ('411',), ('412', '411'))
    >>> read_level("一级教师", "SCHOOL_TEACHERS"), read_level("某师")
    (('420',), ())
    """
    bare = _BRACKETS.sub("", word).strip()
    inside = [part[1:-1].strip() for part in _BRACKETS.findall(word)]
    # 高级工程师（正高级）: a level in brackets is more exact than the name.
    exact = [text for text in inside if level_code(text) in RANKS]
    for text in dict.fromkeys((word, *exact, bare, *inside)):
        fixed = _fixed_titles().get((scheme, text))
        if fixed:
            return (fixed,)
        level = level_code(text)
        found = (level,) if level is not None else levels(text) if text else ()
        if found:
            return tuple(dict.fromkeys(part for item in found for part in _GROUPS.get(item, (item,))))
    return ()


@remembered(1024)
def read_grade(word: str) -> str | None:
    """
    Return the grade (a code of SKILL_GRADES) that a code or a name means, None if unknown.

    >>> read_grade("高级工"), read_grade("三级/高级工"), read_grade("一级（高级技师）"), read_grade("工程师")
    ('3', '3', '1', None)
    """
    bare = _BRACKETS.sub("", word).strip()
    read = (codes.SKILL_GRADES.check(text).value for text in dict.fromkeys((word, bare)) if text)
    return next(filter(None, read), None)


@remembered(1024)
def series_of(word: str) -> frozenset[str]:
    """
    Return the codes of TITLE_SERIES that the name of a series means; empty if unknown.

    >>> sorted(series_of("工程系列")), series_of("某系列")
    (['05', 'EXT-OLD-ENGINEERING'], frozenset())
    """
    found = codes.TITLE_SERIES.find(word) or codes.TITLE_SERIES.find(word.partition("（")[0].partition("(")[0])
    scheme = None if found else _scheme_of(word)
    if scheme is not None:
        return frozenset(scheme.series)
    if not found and "工程" in word:
        found = codes.TITLE_SERIES.find("工程")
    return frozenset(entry.code for entry in found)


@remembered(1024)
def series_of_title(name: str) -> frozenset[str]:
    """
    Return the series of a title by its name; empty if unknown, and for the code or name of a level.

    >>> "EXT-ACCOUNTING" in series_of_title("会计师"), series_of_title("中级"), series_of_title("420")
    (True, frozenset(), frozenset())
    """
    if name.isdigit() or level_code(name) is not None:
        return frozenset()
    return frozenset[str]().union(*(series_of(item.series) for item in meanings(name) if item.series))


def read_target(value: object, scheme: Scheme) -> Report[Target]:
    """
    Return the target of a scheme; never raises.

    >>> read_target("工程师", schemes()["ENGINEERING"]).value
    Target(codes=('420',), name='工程师', grade=False)
    >>> read_target(3, schemes()["WORKER_GRADES"]).value.label.zh
    '高级工'
    """
    word = word_of(value)
    if scheme.grade:
        grade = read_grade(word)
        if grade is not None:
            return Report(value, Target((grade,), grade=True))
    else:
        found = () if _is_of_another_series(word, scheme) else read_level(word, scheme.code)
        level = level_code(word)
        if found:
            return Report(value, Target(found, "" if level is not None else _BRACKETS.sub("", word).strip()))
    given = shown_cell(word) or type_name(value)
    problem = finding("ELIGIBILITY.TARGET_UNKNOWN", path=("target",), given=given, scheme=scheme.label)
    return Report(value, None, (problem,))


def _is_of_another_series(word: str, scheme: Scheme) -> bool:
    bare = _BRACKETS.sub("", word).strip()
    if not scheme.series or (scheme.code, bare) in _fixed_titles() or (scheme.code, word) in _fixed_titles():
        return False
    own = series_of_title(bare)
    return bool(own) and own.isdisjoint(scheme.series)
