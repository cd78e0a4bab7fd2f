"""
What happens to a good form: slips of the pen, and objects that nobody should pass.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from tests.support import hostile

Rng: TypeAlias = random.Random

_WIDE: Final = {number: number + 0xFEE0 for number in range(0x21, 0x7F)}
_LONG: Final = 20_000
_ODD: Final = hostile.everything()


def check_digit(body: str) -> str:
    """
    Return the last character of an identity number (GB 11643-1999).
    """
    rest = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(body)) % 11
    return "10X98765432"[rest]


def _swap(rng: Rng, text: str) -> str:
    place = rng.randrange(len(text))
    return text[:place] + text[place + 1 : place + 2] + text[place] + text[place + 2 :]


def _other(rng: Rng, text: str) -> str:
    place = rng.randrange(len(text))
    return text[:place] + rng.choice("0123456789XＸO·一年-./ ") + text[place + 1 :]


def _inside(rng: Rng, text: str, what: str) -> str:
    place = rng.randrange(len(text) + 1)
    return text[:place] + what + text[place:]


SLIPS: Final[tuple[Callable[[Rng, str], object], ...]] = (
    lambda _, text: f" {text}",
    lambda _, text: f"{text}　",
    lambda rng, text: _inside(rng, text, " "),
    lambda rng, text: _inside(rng, text, "\n"),
    lambda rng, text: _inside(rng, text, "\u200b"),
    lambda _, text: text.translate(_WIDE),
    lambda _, text: text.lower(),
    lambda _, text: text[:-1],
    lambda _, text: text + text[-1:],
    lambda _, text: text.replace("-", "."),
    lambda _, text: text.replace("-", "/"),
    lambda _, text: text.replace("-", ""),
    lambda _, text: f"'{text}",
    lambda _, text: f"{text}号",
    lambda rng, text: _swap(rng, text) if text else text,
    lambda rng, text: _other(rng, text) if text else text,
    lambda _, text: int(text) if text.isascii() and text.isdigit() else text,
    lambda _, text: float(text) if text.isascii() and text.isdigit() else text,
    lambda rng, _: rng.choice(("", "无", "/", "—", "不详", "未知", "N/A", "同上", "见附件", "至今", None)),
    lambda rng, _: rng.choice(("1993年7月", "1993.07", "199307", "1993/7/1", "93.7", "2031-05", "1993-13", "34151")),
)
"""What a person at the keyboard does to one cell."""


def slip(rng: Rng, cell: object) -> object:
    """
    Return a cell with one slip; what is no text is spoilt as its text.
    """
    return rng.choice(SLIPS)(rng, cell if type(cell) is str else "" if cell is None else str(cell))


def odd(rng: Rng) -> Any:  # noqa: ANN401  # that is the point
    """
    Return an object that nobody should pass; enormous texts come rarely.
    """
    found = rng.choice(_ODD)
    while type(found) is str and len(found) > _LONG and rng.random() < 0.9:
        found = rng.choice(_ODD)
    return found


def places(form: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """
    Return the paths of all cells of a form of dicts and lists.
    """
    if isinstance(form, dict):
        return [found for key, item in form.items() for found in places(item, (*path, key))]
    if isinstance(form, list):
        return [found for key, item in enumerate(form) for found in places(item, (*path, key))]
    return [path]


def copied(form: Any) -> Any:  # noqa: ANN401  # a form of dicts and lists
    """
    Return a copy of a form of dicts and lists; the cells themselves stay.
    """
    if type(form) is dict:
        return {key: copied(item) for key, item in form.items()}
    return [copied(item) for item in form] if type(form) is list else form


def changed(form: Any, path: tuple[Any, ...], change: Callable[[object], object]) -> None:  # noqa: ANN401  # as above
    """
    Change one place of a form.
    """
    *head, last = path
    for step in head:
        form = form[step]
    form[last] = change(form[last])


def spoilt(rng: Rng, form: Any) -> Any:  # noqa: ANN401  # a form of dicts and lists
    """
    Return a form with one to three slips.
    """
    form = copied(form)
    cells = places(form)
    for path in rng.sample(cells, min(len(cells), rng.randint(1, 3))):
        changed(form, path, lambda cell: slip(rng, cell))
    return form


def ruined(rng: Rng, form: Any) -> Any:  # noqa: ANN401  # a form of dicts and lists
    """
    Return a form with objects in it, or instead of it, that nobody should pass.
    """
    if rng.random() < 0.1:
        return odd(rng)
    form = copied(form)
    cells = places(form)
    for path in rng.sample(cells, min(len(cells), rng.randint(1, 4))):
        # Sometimes a whole section.
        cut = rng.randint(1, len(path)) if rng.random() < 0.2 else len(path)
        try:
            changed(form, path[:cut], lambda _: odd(rng))
        except Exception:  # noqa: BLE001, S112  # an odd object already stands above this place
            continue
    if rng.random() < 0.2:
        form[rng.choice(("星座", "basic ", "姓名", "x" * 300, "titles"))] = odd(rng)
    return form


def of_all_kinds(rng: Rng, form: Any) -> tuple[str, Any]:  # noqa: ANN401  # a form of dicts and lists
    """
    Return how a form was treated and the form: clean, nearly clean or hostile.
    """
    draw = rng.random()
    if draw < 0.35:
        return "clean", form
    return ("near", spoilt(rng, form)) if draw < 0.8 else ("hostile", ruined(rng, form))
