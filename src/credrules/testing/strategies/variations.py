"""
Small changes to the arguments of a call: another person, other words, another character, date, day, heading, step.

A change is three numbers: which kind, where, and what; so it shrinks to the
call as it was. Whether a changed call still means the same is for the caller
to see.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Final, TypeAlias, cast

import attrs
from attrs import evolve

from credrules.codes import CodeTable
from credrules.engine import Profile
from credrules.identifiers import citizen_id
from credrules.rosters import match_columns
from credrules.testing._calls.call import Call
from credrules.testing.strategies.tables import spellings
from credrules.values import FrozenMap
from credrules.workflow import Machine

__all__ = ["KINDS", "Edit", "edited"]
__dir__ = __all__.copy

Edit: TypeAlias = "tuple[int, int, int]"

_Walk: TypeAlias = "Callable[[Any], Any]"
_HAN: Final = "甲乙丙丁戊己庚辛明文武华兰国"
_NAMES: Final = ("赵一", "钱二", "孙三甲", "李文", "周明华", "吴兰", "郑国强", "韦武")
_LETTERS: Final = "abcdefghkmnpqrstuvwxyz"
_MOBILE: Final = re.compile("1380000[0-9]{4}")
_DATE: Final = re.compile("([12][0-9]{3})-([01][0-9])(?:-([0-3][0-9]))?")
_WORDS: Final = str.maketrans("甲乙丙某", "丁戊己庚")
_WORD: Final = re.compile("[甲乙丙某]")


def _walked(value: Any, change: _Walk) -> Any:  # noqa: ANN401  # plain data of any shape
    """
    Return plain data and records with every leaf changed; anything else is kept.
    """
    if type(value) is dict:
        return {key: _walked(item, change) for key, item in value.items()}
    if type(value) in {list, tuple}:
        return type(value)(_walked(item, change) for item in value)
    if _is_record(value):
        cells = {item.name: _walked(getattr(value, item.name), change) for item in attrs.fields(type(value))}
        return evolve(value, **cells)
    return change(value)


def _is_record(value: Any) -> bool:  # noqa: ANN401  # any value
    kind = type(value)
    return kind.__module__.startswith("credrules.systems.") and attrs.has(kind) and not isinstance(value, Profile)


def _leaves(value: Any) -> Iterator[Any]:  # noqa: ANN401  # plain data of any shape
    if type(value) in {dict, list, tuple}:
        for item in value.values() if type(value) is dict else value:
            yield from _leaves(item)
    elif _is_record(value):
        for item in attrs.fields(type(value)):
            yield from _leaves(getattr(value, item.name))
    else:
        yield value


def _leaves_of(call: Call) -> Iterator[Any]:
    return itertools.chain(_leaves(call.args), _leaves(dict(call.kwargs)))


def _of_call(call: Call, change: _Walk) -> Call:
    """
    Return the call with every leaf of its arguments changed; the same call if no leaf is.
    """
    if all(change(leaf) is leaf for leaf in _leaves_of(call)):
        return call
    return evolve(call, args=_walked(call.args, change), kwargs=FrozenMap(_walked(dict(call.kwargs), change)))


def _texts(call: Call) -> list[str]:
    return sorted({leaf for leaf in _leaves_of(call) if type(leaf) is str and leaf})


def _one_of(call: Call, known: Sequence[Any], where: int, change: _Walk) -> Call:
    """
    Return the call with one of its known leaves changed, wherever that leaf is.
    """
    if not known:
        return call
    old = known[where % len(known)]
    new = change(old)
    return _of_call(call, lambda leaf: new if type(leaf) is type(old) and leaf == old != new else leaf)


def _person(call: Call, where: int, what: int) -> Call:
    """
    Exchange identity numbers and mobile numbers for others: same birth date, same sex, another sequence.
    """
    return _of_call(call, lambda leaf: _other_number(leaf, where, what) if type(leaf) is str else leaf)


def _other_number(text: str, where: int, what: int) -> str:
    if _MOBILE.fullmatch(text):
        return f"{text[:7]}{(int(text[7:]) + where) % 10_000:04}"
    if len(text) == 18 and text[:17].isdecimal() and citizen_id.is_valid(text):
        last_two = 2 * (what % 49) + (1 if int(text[16]) % 2 else 2)
        body = f"{text[:14]}{where % 10}{last_two:02}"
        return body + citizen_id.check_digit(body)
    return text


def _name(call: Call, where: int, what: int) -> Call:
    """
    Exchange a short text of Chinese characters for a name.
    """
    known = [text for text in _texts(call) if 2 <= len(text) <= 3 and _is_han(text)]
    return _one_of(call, known, where, lambda _: _NAMES[what % len(_NAMES)])


def _is_han(text: str) -> bool:
    return all("一" <= letter <= "鿿" for letter in text)


def _words(call: Call, _: int, __: int) -> Call:
    """
    Exchange the signs that stand for names of places and units in invented words.
    """
    return _of_call(call, lambda leaf: leaf.translate(_WORDS) if type(leaf) is str and _WORD.search(leaf) else leaf)


def _character(call: Call, where: int, what: int) -> Call:
    """
    Exchange one character for another of its kind.
    """
    place, number = divmod(what, 17)
    return _one_of(call, _texts(call), where, lambda text: _exchanged(text, place % len(text), number))


def _exchanged(text: str, place: int, number: int) -> str:
    old = text[place]
    if old.isascii() and old.isdigit():
        new = str((int(old) + 1 + number % 9) % 10)
    elif old.isascii() and old.isalpha():
        new = _LETTERS[number % len(_LETTERS)]
        new = new.upper() if old.isupper() else new
    elif _is_han(old):
        new = _HAN[number % len(_HAN)]
    else:
        new = old
    return text[:place] + new + text[place + 1 :]


def _date(call: Call, where: int, what: int) -> Call:
    """
    Exchange a date for one some months away, in its own or in another notation.
    """
    known = [text for text in _texts(call) if _DATE.fullmatch(text)]
    return _one_of(call, known, where, lambda text: _other_date(text, *divmod(what, 3)))


def _other_date(text: str, months: int, notation: int) -> str:
    year, month, day = cast("re.Match[str]", _DATE.fullmatch(text)).groups()
    over, number = divmod(int(month) - 1 + months % 25 - 12, 12)
    parts = (f"{int(year) + over}", f"{number + 1:02}", *(() if day is None else (day,)))
    if notation == 1:
        return ".".join(parts)
    return "".join(part + sign for part, sign in zip(parts, "年月日", strict=False)) if notation else "-".join(parts)


def _number(call: Call, where: int, what: int) -> Call:
    """
    Exchange a number for one near it.
    """
    known = sorted({leaf for leaf in _leaves_of(call) if type(leaf) in {int, float, Decimal}})
    return _one_of(call, known, where, lambda number: number + what % 7 - 3)


def _day(call: Call, where: int, what: int) -> Call:
    """
    Ask on another day, up to half a year away.
    """
    on = call.kwargs.get("on")
    if type(on) is not dt.date:
        return call
    other = on + dt.timedelta((17 * where + what) % 367 - 183)
    return evolve(call, kwargs=FrozenMap({**call.kwargs, "on": other}))


def _heading(call: Call, where: int, what: int) -> Call:
    """
    Write a heading of a roster's row in another office's words.
    """
    row = call.args[0] if call.args else None
    if type(row) is not dict or not call.name.startswith("credrules.rosters."):
        return call
    fields = {heading: name for heading, name in match_columns(list(row)).fields.items() if spellings(name)}
    if not fields:
        return call
    old = list(fields)[where % len(fields)]
    known = spellings(fields[old])
    new = known[what % len(known)]
    return evolve(call, args=({new if key == old else key: cell for key, cell in row.items()}, *call.args[1:]))


def _step(call: Call, where: int, what: int) -> Call:
    """
    Try another event, of another actor or in another state of the same machine.
    """
    owner = getattr(call.function, "__self__", None)
    machine = next((item for item in (owner, *call.args) if isinstance(item, Machine)), None)
    place = None if machine is None else 0 if machine is owner else 1
    if machine is None or place is None or len(call.args) < place + 2:
        return call
    rows = machine.transitions
    row, other = rows[where % len(rows)], rows[what % len(rows)]
    kwargs = FrozenMap({**call.kwargs, "actor": other.actors[0]})
    return evolve(call, args=(*call.args[:place], row.source, other.event, *call.args[place + 2 :]), kwargs=kwargs)


def _entry(call: Call, where: int, what: int) -> Call:
    """
    Ask a code table about another of its entries, by any of its spellings.
    """
    table = getattr(call.function, "__self__", None)
    if not isinstance(table, CodeTable) or call.function.__name__ != "check":
        return call
    entries = tuple(table)
    entry = entries[(401 * where + what) % len(entries)]
    known = (entry.code, entry.name, *entry.aliases, *entry.former, *entry.loose)
    return evolve(call, args=(known[what % len(known)], *call.args[1:]))


_CELLS: Final = (
    ("姓名", _NAMES),
    ("工作单位", ("甲公司", "乙县水利局", "丙市第一中学")),
    ("course", ("课程甲", "课程乙", "课程丙")),
)


def _cell(call: Call, where: int, what: int) -> Call:
    """
    Fill in one more cell of a form, of a row, or of one row of several.
    """
    given = call.args[0] if call.args else None
    rows = [given] if type(given) is dict else given if type(given) is list else []
    key, known = _CELLS[where % len(_CELLS)]
    free = [place for place, row in enumerate(rows) if type(row) is dict and key not in row]
    if not free:
        return call
    place = free[what % len(free)]
    filled = [{**row, key: known[what % len(known)]} if at == place else row for at, row in enumerate(rows)]
    return evolve(call, args=(filled[0] if type(given) is dict else filled, *call.args[1:]))


KINDS: Final = (_person, _name, _words, _character, _date, _number, _day, _heading, _step, _entry, _cell)
"""The kinds of change."""


def edited(call: Call, edit: Edit) -> Call:
    """
    Return the call with one change, of the kind asked for or else of the next kind that it has anything of.

    >>> from credrules.identifiers import mobile
    >>> edited(Call(mobile.check, ("138",)), (3, 0, 2 * 17)).args
    ('139',)
    """
    kind, where, what = edit
    made = (KINDS[place % len(KINDS)](call, where, what) for place in range(kind, kind + len(KINDS)))
    return next((other for other in made if other is not call), call)
