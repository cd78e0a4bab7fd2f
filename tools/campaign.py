"""
A campaign against the promise that everything is answered and nothing is shown whole.

``python -m tools.campaign --calls 5000000`` sends so many seeded inputs through every entrance of the library. Each
entrance and each kind of input has its quota, so that no cheap function takes all of it. An escape is an exception
other than those that the entrance promises, or a secret that a reader could put together from an answer.

Two runs with one seed make the same calls. Exit code 0: no escape, 1: escapes (each is printed once, with what to
call again), 2: wrong arguments.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from credrules.findings import CredrulesError
from tests.support import calls, entrances, faces, hostile, secrets

CALLS: Final = 5_000_000
# Answers are read whole for one call in so many of the quick kinds; all are for secrets.
_READ_EVERY: Final = 7
# These say so: a subscript of an unknown code, a profile or a constructor of the wrong type.
_PROMISED: Final = (CredrulesError, KeyError)


@frozen
class Input:
    """
    One thing to send, and the secret in it if there is one.
    """

    thing: object
    secret: secrets.Spelling | None = None


def _of_secrets(draw: random.Random) -> Iterator[Input]:
    kinds = sorted(secrets.SECRETS)
    while True:
        spelling = draw.choice(secrets.spellings(draw.choice(kinds)))
        yield Input(spelling.text, spelling)


_ALPHABETS: Final = (
    "0123456789", "0123456789Xx -/.年月日", "张三李四王五 ·", "abcxyz@.-_ ", " \u3000\n\t\u200b\ufeff\u0301",
    "（）()〔〕【】,，、;；:：", "０１２３Ａｂ①②⁴₅", "\ud800\udfff\U0001d7ce\u202e", "专业技术资格证书编号高级工程师",
)  # fmt: skip


def _of_texts(draw: random.Random) -> Iterator[Input]:
    while True:
        alphabet = draw.choice(_ALPHABETS) + draw.choice(_ALPHABETS)
        yield Input("".join(draw.choices(alphabet, k=draw.choice((1, 2, 4, 8, 18, 40, 200)))))


def _of_things(draw: random.Random) -> Iterator[Input]:
    things = hostile.plain()
    while True:
        yield Input(draw.choice(things))


def _of_liars(draw: random.Random) -> Iterator[Input]:
    liars = hostile.liars()
    while True:
        yield Input(draw.choice(liars))


def _of_nests(draw: random.Random) -> Iterator[Input]:
    texts, things = _of_texts(draw), hostile.plain()
    names = ("name", "姓名", "basic", "titles", "records", "subject", "year", "hours", "id_number", "x")

    def node(depth: int) -> object:
        kind = draw.randrange(4 if depth else 2)
        if kind == 0:
            return next(texts).thing
        if kind == 1:
            return draw.choice(things)
        if kind == 2:
            return [node(depth - 1) for _ in range(draw.randrange(4))]
        return {draw.choice(names): node(depth - 1) for _ in range(draw.randrange(4))}

    while True:
        yield Input(node(3))


KINDS: Final[dict[str, Callable[[random.Random], Iterator[Input]]]] = {
    "secret": _of_secrets,
    "text": _of_texts,
    "thing": _of_things,
    "liar": _of_liars,
    "nest": _of_nests,
}
# The other entrances take a text alone: constructors, subscripts, parsers.
_ANY_OBJECT: Final = frozenset(faces.checks()) | frozenset(calls.calls())
# So many of the calls of a cheap entrance are made of a dear one (all records, frames, the largest tables), and of one
# in between. The names decide, not a clock, so that two runs make the same calls.
_CHEAP, _COSTLY, _DEAR = 20, 4, 1
# 7.5, or 30+42+18.
_FIGURE: Final = re.compile(r"\s*[0-9]+(?:[.．+/][0-9]+)+\s*")
_DEAR_NAMES: Final = re.compile(
    r"every cell|check_many\(|^frames\.|rosters\.(?:check_rows|summarize)|extend row"
    r"|codes\.(?:DIVISIONS|TITLES_1988)\.check"
)
_COSTLY_NAMES: Final = re.compile(
    r"guangxi|check_many|every key|hours\.audit|rosters\.|^systems\..*check|extend|without|near_duplicates"
    r"|codes\.(?:OCCUPATION|TITLE|CURRENT|QUALIF|DIVISIONS)"
)


@frozen
class Escape:
    """
    What went wrong: where, with what kind of input, how, and how often.
    """

    entrance: str
    kind: str
    how: str


def _call(entrance: entrances.Entrance, given: Input) -> object:
    if isinstance(entrance, calls.Call):
        return _answer_of(entrance, given.thing)
    try:
        answer = entrance(given.thing)  # type: ignore[arg-type]  # whatever it is, it has to be answered
        return list(itertools.islice(answer, 1000)) if isinstance(answer, Iterator) else answer
    except _PROMISED as error:
        return error


def _answer_of(call: calls.Call, thing: object) -> object:
    if not calls.fits(call, thing):
        return None
    try:
        answer = call(thing)
        return list(itertools.islice(answer, 1000)) if isinstance(answer, Iterator) else answer
    except CredrulesError as error:
        if call.total:
            raise
        return error
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        if not calls.is_in_order(call, thing, error):
            raise
        return None


def _is_readable(entrance: entrances.Entrance, thing: object) -> bool:
    # A value that somebody made of a thing of the wrong type is not the library's to show.
    if not isinstance(entrance, calls.Call) or not entrance.typed:
        return True
    return entrance.takes_text and type(thing) is str


def _tried(entrance: entrances.Entrance, given: Input, *, text_only: bool, read: bool) -> str:
    """
    Return how an input escaped, empty if it did not.
    """
    try:
        answer = _call(entrance, given)
        if given.secret is None and not (read and _is_readable(entrance, given.thing)):
            return ""
        for where, shown in entrances.exits(answer):
            if given.secret is not None and secrets.whole(given.secret, shown):
                return f"shown in {where}"
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001  # an escape is what is looked for
        # A part that takes what was read already, or no text, may raise what Python raises.
        own = text_only and isinstance(error, (TypeError, AttributeError, ValueError))
        return "" if own else f"raised {type(error).__name__}"
    return ""


@frozen
class Quota:
    """
    How many inputs of a kind an entrance gets.
    """

    name: str
    kind: str
    calls: int


def _weight(name: str) -> int:
    if _DEAR_NAMES.search(name):
        return _DEAR
    return _COSTLY if _COSTLY_NAMES.search(name) else _CHEAP


def plan_of(names: Iterable[str], total: int) -> tuple[Quota, ...]:
    """
    Return the quotas of a campaign; together they are `total`.
    """
    pairs = [
        (name, kind)
        for name in sorted(names)
        for kind in KINDS
        # A secret goes through `entrances`, where it is known which answers are the text itself.
        if (kind == "secret" and name not in calls.calls())
        or kind == "text"
        or (kind != "secret" and name in _ANY_OBJECT)
    ]
    whole = sum(_weight(name) for name, _ in pairs)
    ends = [
        0,
        *(total * weight // max(whole, 1) for weight in itertools.accumulate(_weight(name) for name, _ in pairs)),
    ]
    return tuple(
        Quota(name, kind, end - begin)
        for (name, kind), (begin, end) in zip(pairs, itertools.pairwise(ends), strict=True)
    )


def run(
    *, total: int, seed: int, only: str = "", part: tuple[int, int] = (1, 1), tell: Callable[[str], object] = print
) -> Counter[Escape]:
    """
    Make the calls and return the escapes; the same seed makes the same calls.

    `part` (2, 3) is every third quota from the second on: three parts make the calls of the whole.
    """
    every: dict[str, entrances.Entrance] = {**entrances.entrances(), **calls.calls()}
    chosen = {name: entrance for name, entrance in every.items() if only in name}
    plan = plan_of(chosen, total)[part[0] - 1 :: part[1]]
    total = sum(quota.calls for quota in plan)
    escapes: Counter[Escape] = Counter()
    used = time.process_time()
    done, started, last = 0, time.monotonic(), time.monotonic()
    for quota in plan:
        name, kind = quota.name, quota.kind
        draw = random.Random(f"{seed} {name} {kind}")  # noqa: S311  # repeatable, no secret of anybody
        inputs = itertools.islice(KINDS[kind](draw), quota.calls)
        for number, given in enumerate(inputs):
            done += 1
            if name.startswith("hours.") and given.secret is not None and _FIGURE.fullmatch(given.secret.text):
                continue  # read as hours, it is the figure
            how = _tried(chosen[name], given, text_only=name not in _ANY_OBJECT, read=number % _READ_EVERY == 0)
            if how:
                escape = Escape(name, kind, how)
                if escape not in escapes:
                    tell(f"escape: {name}, {kind} {number} of seed {seed}: {how}")
                escapes[escape] += 1
        if time.monotonic() - last > 30:
            last = time.monotonic()
            tell(f"{done:,} of {total:,} calls, {done / (last - started):,.0f} a second, at {name}")
    sizes = [quota.calls for quota in plan] or [0]
    tell(
        f"{done:,} calls, {len(chosen)} entrances, {len(plan)} quotas of {min(sizes):,} to {max(sizes):,}, "
        f"seed {seed}, part {part[0]}/{part[1]}, {time.process_time() - used:,.0f} s of this process: "
        f"{sum(escapes.values())} escapes of {len(escapes)} kinds"
    )
    return escapes


def _part(text: str) -> tuple[int, int]:
    number, count = map(int, text.split("/"))
    if not 1 <= number <= count:
        raise ValueError(text)
    return number, count


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the campaign from the command line.
    """
    parser = argparse.ArgumentParser(prog="tools.campaign", description=(__doc__ or "").split("\n")[1])
    parser.add_argument("--calls", type=int, default=CALLS, help="how many calls altogether (default: 5,000,000)")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other calls")
    parser.add_argument("--only", default="", metavar="PART", help="entrances whose name holds this")
    parser.add_argument("--part", type=_part, default=(1, 1), metavar="K/N", help="the K-th of N parts of the calls")
    options = parser.parse_args(arguments)
    with contextlib.suppress(BrokenPipeError):
        return 1 if run(total=options.calls, seed=options.seed, only=options.only, part=options.part) else 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
