"""
What an education or a degree reaches: the classes that rules require.

`surely` are the classes a record reaches, `perhaps` those it may reach, `by_class`
those that a class of a technical school counts as if a convention says so
(EL-070), `own` the classes of the record itself. 结业 and 肄业 do not reach their
level; whether they reach a lower one is left open. A certificate of a 专业证书班 is
not an education.

References: EDUCATION and DEGREE.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve, frozen

from credrules import codes
from credrules.eligibility.spans import ANY, Span
from credrules.remembering import remembered

__all__ = ["Reach", "Schooling", "reach_of_class", "reach_of_degree", "reach_of_education"]
__dir__ = __all__.copy


@frozen
class Reach:
    """
    The classes an education or a degree reaches; the highest of several has the highest `rank`.
    """

    rank: int
    surely: frozenset[str] = frozenset()
    perhaps: frozenset[str] = frozenset()
    by_class: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()


_SECONDARY: Final = ("VOCATIONAL", "SPECIALISED", "UPPER_SECONDARY", "LOWER_SECONDARY")
_COLLEGE: Final = ("COLLEGE", *_SECONDARY)
_BACHELOR: Final = ("BACHELOR", *_COLLEGE)
_GRADUATE: Final = ("GRADUATE_CLASS", *_BACHELOR)
_MASTER: Final = ("MASTER", "SECOND_BACHELOR", *_GRADUATE)
_DOCTOR: Final = ("DOCTOR", *_MASTER)
_ALL: Final = frozenset(_DOCTOR)


def _reach(rank: int, surely: tuple[str, ...], perhaps: tuple[str, ...] = (), own: tuple[str, ...] = ()) -> Reach:
    return Reach(rank, frozenset(surely), frozenset(perhaps), own=frozenset(own or surely[:1]))


_SPECIALISED: Final = _reach(4, ("SPECIALISED", "VOCATIONAL", "UPPER_SECONDARY", "LOWER_SECONDARY"), (), _SECONDARY[:3])
_VOCATIONAL: Final = _reach(4, ("VOCATIONAL", "UPPER_SECONDARY", "LOWER_SECONDARY"), ("SPECIALISED",), _SECONDARY[:3])
_UPPER: Final = _reach(4, ("UPPER_SECONDARY", "LOWER_SECONDARY"))

_EDUCATION: Final = {
    "10": _reach(
        7, _BACHELOR, ("GRADUATE_CLASS", "MASTER", "SECOND_BACHELOR", "DOCTOR"), ("DOCTOR", "MASTER", "GRADUATE_CLASS")
    ),
    "11": _reach(9, _DOCTOR, ("ENGINEERING_DOCTOR",), ("DOCTOR", "ENGINEERING_DOCTOR")),
    "14": _reach(8, _MASTER, ("ENGINEERING_MASTER",), ("MASTER", "ENGINEERING_MASTER")),
    "17": _reach(7, _GRADUATE),
    "20": _reach(6, _BACHELOR),
    "21": _reach(6, _BACHELOR),
    "28": _reach(5, _COLLEGE, ("BACHELOR",), ("COLLEGE", "BACHELOR")),
    "30": _reach(5, _COLLEGE),
    "31": _reach(5, _COLLEGE),
    "40": _SPECIALISED,
    "41": _SPECIALISED,
    "44": _VOCATIONAL,
    "47": _VOCATIONAL,
    "60": _UPPER,
    "61": _UPPER,
    "70": _reach(3, ("LOWER_SECONDARY",)),
    "71": _reach(3, ("LOWER_SECONDARY",)),
    # 大普, 结业 and 肄业: the level itself is not reached, and the levels below it are left open.
    "12": _reach(8, ("LOWER_SECONDARY",), _MASTER, _MASTER),
    "13": _reach(8, ("LOWER_SECONDARY",), _MASTER, _MASTER),
    "15": _reach(6, ("LOWER_SECONDARY",), _BACHELOR, _BACHELOR),
    "16": _reach(6, ("LOWER_SECONDARY",), _BACHELOR, _BACHELOR),
    "18": _reach(6, ("LOWER_SECONDARY",), _BACHELOR, _BACHELOR),
    "19": _reach(6, ("LOWER_SECONDARY",), _BACHELOR, _BACHELOR),
    "22": _reach(5, ("LOWER_SECONDARY",), _COLLEGE, _COLLEGE),
    "23": _reach(5, ("LOWER_SECONDARY",), _COLLEGE, _COLLEGE),
    "32": _reach(4, ("LOWER_SECONDARY",), _SECONDARY, _SECONDARY),
    "33": _reach(4, ("LOWER_SECONDARY",), _SECONDARY, _SECONDARY),
    **dict.fromkeys(("42", "43", "45", "46", "48", "49", "62", "63"), _reach(3, ("LOWER_SECONDARY",))),
    **dict.fromkeys(("73", "80", "81", "83"), Reach(2)),
    "90": Reach(1, perhaps=_ALL, own=_ALL),
    "EXT-ZYZSB": Reach(0),
}

_WORDS: Final = {
    "第二学士": "SECOND_BACHELOR",
    "第二学士学位": "SECOND_BACHELOR",
    "双学士": "SECOND_BACHELOR",
    "双学士学位": "SECOND_BACHELOR",
    "学士": "BACHELOR",
    "学士学位": "BACHELOR",
    "工程硕士": "ENGINEERING_MASTER",
    "工程博士": "ENGINEERING_DOCTOR",
    "工程硕士专业学位": "ENGINEERING_MASTER",
    "工程博士专业学位": "ENGINEERING_DOCTOR",
}
_NAMED: Final = {
    "SECOND_BACHELOR": _reach(7, ("SECOND_BACHELOR", *_BACHELOR)),
    "BACHELOR": _reach(6, _BACHELOR),
    "ENGINEERING_MASTER": _reach(8, ("ENGINEERING_MASTER", *_MASTER), (), ("MASTER", "ENGINEERING_MASTER")),
    "ENGINEERING_DOCTOR": _reach(9, ("ENGINEERING_DOCTOR", *_DOCTOR), (), ("DOCTOR", "ENGINEERING_DOCTOR")),
}
_CLASSES: Final = {
    "中级工班": ("MIDDLE_CLASS",),
    "高级工班": ("HIGH_CLASS", "MIDDLE_CLASS"),
    "预备技师班": ("TECHNICIAN_CLASS", "HIGH_CLASS", "MIDDLE_CLASS"),
}
_CLASS_NAMES: Final = {
    **dict.fromkeys(("中级工班", "中级班", "技工院校中级工班", "技工院校中级班", "中级技工班"), "中级工班"),
    **dict.fromkeys(("高级工班", "高级班", "技工院校高级工班", "高级技工班", "技工院校高级班"), "高级工班"),
    **dict.fromkeys(
        ("预备技师班", "技师班", "预备技师", "预备技师（技师）班", "预备技师(技师)班", "技工院校预备技师班"),
        "预备技师班",
    ),
}
_COUNTS_AS: Final = {"中级工班": _SECONDARY, "高级工班": _COLLEGE, "预备技师班": _BACHELOR}


@remembered(1024)
def reach_of_education(word: str) -> Reach | None:
    """
    Return what an education (code or name, the name of a degree too) reaches, None if it cannot be read.

    >>> "BACHELOR" in reach_of_education("本科").surely, "BACHELOR" in reach_of_education("本科肄业").surely
    (True, False)
    >>> reach_of_education("某学历") is None
    True
    """
    named = _WORDS.get(word)
    if named is not None:
        return _NAMED[named]
    code = codes.EDUCATION.check(word).value
    return reach_of_class(word) if code is None else _EDUCATION.get(code)


@remembered(1024)
def reach_of_degree(word: str) -> Reach | None:
    """
    Return what a degree (code or name) reaches, None if it cannot be read.

    >>> "MASTER" in reach_of_degree("工学硕士").surely, "ENGINEERING_MASTER" in reach_of_degree("硕士").perhaps
    (True, True)
    """
    named = _WORDS.get(word)
    if named is not None:
        return _NAMED[named]
    code = codes.DEGREE.check(word).value
    if code is None:
        return None
    if code == "1":
        return Reach(0)
    if code == "343":
        return _NAMED["ENGINEERING_MASTER"]
    reach = _EDUCATION[{"2": "11", "3": "14", "4": "21"}[code[0]]]
    # A degree named with its subject is not a professional degree of engineering.
    return (
        reach
        if len(code) == 1
        else evolve(reach, perhaps=frozenset(), own=reach.own & {"DOCTOR", "MASTER", "BACHELOR"})
    )


def reach_of_class(word: str, level: Reach | None = None) -> Reach | None:
    """
    Return what a class of a technical school reaches, in addition to its own level; None for an unknown class.

    >>> sorted(reach_of_class("高级工班").surely & {"HIGH_CLASS", "COLLEGE", "VOCATIONAL"})
    ['HIGH_CLASS', 'VOCATIONAL']
    """
    name = _CLASS_NAMES.get(word)
    if name is None:
        return None
    base = _VOCATIONAL if level is None else level
    counted = frozenset(_COUNTS_AS[name])
    rank = max(base.rank, {"中级工班": 4, "高级工班": 5, "预备技师班": 6}[name])
    own = base.own | frozenset(_COUNTS_AS[name][:1])
    return Reach(rank, base.surely | frozenset(_CLASSES[name]), base.perhaps, counted, own)


@frozen
class Schooling:
    """
    One education or degree: what it reaches, since when, full time or not (None: not stated).
    """

    reach: Reach
    since: Span = ANY
    full_time: bool | None = None
    degree: bool = False
