"""
Mistakes made on purpose: what is wrong with a row, and slips that a repaired copy has to undo.

A mistake says in which columns it may be reported. A slip leaves the meaning: undone, the cell is as it was.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from typing import Any, Final

from attrs import frozen

from tools.measuring.people import ON, check_digit

Person = dict[str, Any]


@frozen
class Mistake:
    """
    One kind: its name, the roles a table needs for it, the roles it is reported at, and what it does to a person.

    `make` returns False if this person cannot make it.
    """

    name: str
    needs: tuple[str, ...]
    at: tuple[str, ...]
    make: Callable[[random.Random, Person], bool]


def _full(person: Person) -> bool:
    return len(person["id"]) == 18


def _set(person: Person, role: str, value: object) -> bool:
    person[role] = value
    return True


def _check_digit(rng: random.Random, person: Person) -> bool:
    if not _full(person):
        return False
    wrong = [letter for letter in "0123456789X" if letter != person["id"][-1].upper()]
    return _set(person, "id", person["id"][:-1] + rng.choice(wrong))


def _swapped_digits(rng: random.Random, person: Person) -> bool:
    number = person["id"]
    places = [at for at in range(10, 16) if number[at] != number[at + 1]] if _full(person) else []
    if not places:
        return False
    at = rng.choice(places)
    return _set(person, "id", number[:at] + number[at + 1] + number[at] + number[at + 2 :])


def _shorter(_: random.Random, person: Person) -> bool:
    return _full(person) and _set(person, "id", person["id"][:-1])


def _longer(_: random.Random, person: Person) -> bool:
    return _full(person) and _set(person, "id", person["id"] + "1")


def _letter(_: random.Random, person: Person) -> bool:
    place = person["id"].find("0", 1)
    return _full(person) and place > 0 and _set(person, "id", f"{person['id'][:place]}O{person['id'][place + 1 :]}")


def _other_sex(_: random.Random, person: Person) -> bool:
    return _set(person, "sex", "女" if person["sex"] == "男" else "男")


def _other_birth(rng: random.Random, person: Person) -> bool:
    born = person["birth"]
    return _set(person, "birth", born.replace(year=born.year + rng.choice((-2, -1, 1, 2))))


def _age(rng: random.Random, person: Person) -> bool:
    return _set(person, "age", person["age"] + rng.choice((-9, -7, 8, 11)))


def _early(role: str) -> Callable[[random.Random, Person], bool]:
    return lambda rng, person: _set(person, role, dt.date(person["birth"].year + rng.randint(-3, 8), 7, 1))


def _future(role: str) -> Callable[[random.Random, Person], bool]:
    return lambda rng, person: _set(person, role, dt.date(ON.year + rng.randint(2, 9), 3, 1))


def _appointed_first(_: random.Random, person: Person) -> bool:
    return _set(person, "appointed", dt.date(person["issued"].year - 1, 3, 1))


def _word(role: str, *words: object) -> Callable[[random.Random, Person], bool]:
    return lambda rng, person: _set(person, role, rng.choice(words))


def _typo(role: str) -> Callable[[random.Random, Person], bool]:
    def make(rng: random.Random, person: Person) -> bool:
        text = person[role]
        at = rng.randrange(len(text)) if len(text) > 3 else -1
        changed = text[:at] + rng.choice(_LETTERS) + text[at + 1 :]
        return at >= 0 and changed != text and _set(person, role, changed)

    return make


def _level(_: random.Random, person: Person) -> bool:
    return _set(person, "level", "正高级" if person["level"] != "正高级" else "员级")


def _exchanged(one: str, other: str) -> Callable[[random.Random, Person], bool]:
    def make(_: random.Random, person: Person) -> bool:
        person[one], person[other] = person[other], person[one]
        return True

    return make


def _exchanged_id(rng: random.Random, person: Person) -> bool:
    return _full(person) and _exchanged("id", "mobile")(rng, person)


def _no_number(_: random.Random, person: Person) -> bool:
    return _set(person, "certificate", "")


def _sum(rng: random.Random, person: Person) -> bool:
    return _set(person, "total", 90 + rng.choice((-12, 5, 30)))


def _low(rng: random.Random, person: Person) -> bool:
    person["general"] = rng.randint(0, 20)
    return _set(person, "total", person["general"] + 60)


_LETTERS: Final = "帅呈土仔末己戊专木科"
_BAD_TITLES: Final = ("高级工程帅", "工呈师", "一级注册建造师", "中级工", "工程师、会计师", "执业药师", "不详职称")
_BAD_GROUPS: Final = ("汉仔族", "壮壮", "中国", "外族人")
_BAD_STUDIES: Final = ("二本线", "大学未知", "学前班级", "合格")
_BAD_PARTIES: Final = ("党员群众", "中共", "领导", "无产者")

MISTAKES: Final[tuple[Mistake, ...]] = (
    Mistake("check digit", ("id",), ("id",), _check_digit),
    Mistake("digits swapped", ("id",), ("id", "birth", "sex", "age", "work", "party"), _swapped_digits),
    Mistake("a digit missing", ("id",), ("id",), _shorter),
    Mistake("a digit too many", ("id",), ("id",), _longer),
    Mistake("letter for digit", ("id",), ("id",), _letter),
    Mistake("sex and number", ("id", "sex"), ("sex", "id"), _other_sex),
    Mistake("birth and number", ("id", "birth"), ("birth", "id"), _other_birth),
    Mistake("age and birth", ("age", "id"), ("age",), _age),
    Mistake("work as a child", ("work", "id"), ("work",), _early("work")),
    Mistake("party as a child", ("party", "id"), ("party",), _early("party")),
    Mistake("graduated as a child", ("graduated", "id"), ("graduated",), _early("graduated")),
    Mistake("first study as a child", ("first_graduated", "id"), ("first_graduated",), _early("first_graduated")),
    Mistake("title as a child", ("issued", "id"), ("issued",), _early("issued")),
    Mistake("title in the future", ("issued",), ("issued",), _future("issued")),
    Mistake("joined in the future", ("joined",), ("joined",), _future("joined")),
    Mistake("work in the future", ("work",), ("work",), _future("work")),
    Mistake("appointed before the title", ("appointed", "issued"), ("appointed", "issued"), _appointed_first),
    Mistake("no such day", ("birth",), ("birth",), _word("birth", "1985-02-30", "1985-13-01", "1979年6月31日")),
    Mistake("no such month", ("issued",), ("issued",), _word("issued", "2015-13", "2015年0月", "二〇一五年十三月")),
    Mistake("unknown ethnic group", ("ethnicity",), ("ethnicity",), _word("ethnicity", *_BAD_GROUPS)),
    Mistake("unknown party", ("politics",), ("politics",), _word("politics", *_BAD_PARTIES)),
    Mistake("unknown education", ("education",), ("education",), _word("education", *_BAD_STUDIES)),
    Mistake("letter in the education", ("education",), ("education",), _typo("education")),
    Mistake("letter in the party", ("politics",), ("politics",), _typo("politics")),
    Mistake("letter in the title", ("title",), ("title",), _typo("title")),
    Mistake("unknown sex", ("sex",), ("sex",), _word("sex", "不", "男女", "3")),
    Mistake("no such title", ("title",), ("title",), _word("title", *_BAD_TITLES)),
    Mistake("level and title", ("level", "title"), ("level", "title"), _level),
    Mistake("no certificate number", ("certificate", "title"), ("certificate",), _no_number),
    Mistake("telephone too short", ("mobile",), ("mobile",), _word("mobile", "1380013800", "138001380")),
    Mistake("no e-mail", ("email",), ("email",), _word("email", "甲#example.com", "user.example.com", "user@")),
    Mistake("landline too short", ("landline",), ("landline",), _word("landline", "0771-23456", "0771-12")),
    Mistake("number and telephone exchanged", ("id", "mobile"), ("id", "mobile"), _exchanged_id),
    Mistake("name and unit exchanged", ("name", "unit"), ("name", "unit"), _exchanged("name", "unit")),
    Mistake("no name", ("name",), ("name",), _word("name", "", None)),
    Mistake("no number", ("id",), ("id",), _word("id", "", None)),
    Mistake("unit as above", ("unit",), ("unit",), _word("unit", "同上", "〃")),
    Mistake("form of address", ("name",), ("name",), _word("name", "贾晓宁同志", "贾老师", "贾晓宁副主任")),
    Mistake("parts and total", ("general", "professional", "elective", "total"), ("total",), _sum),
    Mistake("hours short", ("general", "total"), ("general", "total"), _low),
)  # fmt: skip
"""Every kind that one row shows; duplicates and spellings of a unit are made between rows."""


def _wide(text: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) if letter.isdigit() else letter for letter in text)


SLIPS: Final[tuple[tuple[str, str, Callable[[str], str]], ...]] = (
    ("name", "blank inside", lambda text: f"{text[0]} {text[1:]}" if len(text) == 2 else text),
    ("name", "blank outside", lambda text: f" {text}\u3000"),
    ("id", "blanks between groups", lambda text: f"{text[:6]} {text[6:14]} {text[14:]}"),
    ("id", "full-width digits", _wide),
    ("id", "line break", lambda text: f"{text}\n"),
    ("id", "mark of a text cell", lambda text: f"'{text}"),
    ("mobile", "blanks between groups", lambda text: f"{text[:3]} {text[3:7]} {text[7:]}"),
    ("mobile", "full-width digits", _wide),
    ("email", "blank outside", lambda text: f" {text} "),
    ("unit", "blank outside", lambda text: f"{text} "),
    ("certificate", "blank outside", lambda text: f" {text}"),
    ("school", "blank outside", lambda text: f"{text}　"),
    ("title", "blank outside", lambda text: f" {text}"),
)
"""Role, name, and what the slip does to the text."""


def sound_check(number: str) -> bool:
    """
    Whether a number of eighteen places has its right last character.
    """
    return len(number) == 18 and check_digit(number[:17]) == number[-1].upper()
