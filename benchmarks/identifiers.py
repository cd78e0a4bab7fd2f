"""
Identity numbers and credit codes beside python-stdnum, and the check sums beside the sums as the standards write them.

``python -m benchmarks.identifiers`` (needs the dependency group ``bench``)
prints tables of one run and exits with 1 when a goal was missed. The numbers
are made up; province-level address codes that python-stdnum's table knows only
by province fail there, so the numbers carry the codes of a few counties.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Callable, Sequence

from stdnum.cn import ric as stdnum_ric
from stdnum.cn import uscc as stdnum_uscc

from benchmarks.measure import Job, goals, in_turns, show
from credrules.identifiers import citizen_id, org_code, uscc

COUNT = 2000
SEED = 20240101
# Counties in force since before 1950's births were numbered; python-stdnum lists them without years.
COUNTIES = ("110101", "310101", "440103", "450103", "510104", "610102")


def _numbers() -> list[str]:
    draw = random.Random(SEED)  # noqa: S311  # invented numbers, no secret
    found: list[str] = []
    while len(found) < COUNT:
        day = dt.date(1950, 1, 1) + dt.timedelta(draw.randrange(26_000))
        body = f"{draw.choice(COUNTIES)}{day:%Y%m%d}{draw.randrange(1, 999):03}"
        number = body + citizen_id.check_digit(body)
        if stdnum_ric.is_valid(number) and citizen_id.is_valid(number):
            found.append(number)
    return found


def _codes() -> list[str]:
    found: list[str] = []
    for serial in range(1, COUNT + 1):
        body = f"PDY{serial:05}"
        number = f"12450000{body}{org_code.check_digit(body)}"
        found.append(number + uscc.check_digit(number))
    return found


def _wrong(number: str) -> str:
    return number[:-1] + ("1" if number[-1] != "1" else "2")


def _plain_org_check(body: str) -> str:
    # GB 11714 as it is written.
    values = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    check = 11 - sum(values.index(mark) * weight for mark, weight in zip(body, weights, strict=True)) % 11
    return {10: "X", 11: "0"}.get(check, str(check))


def _each(function: Callable[[str], object], items: Sequence[str]) -> Job:
    def job() -> None:
        for item in items:
            function(item)

    return job


def _per_item(jobs: dict[str, Job]) -> dict[str, float]:
    return {name: taken / COUNT for name, taken in in_turns(jobs).items()}


def main() -> int:
    """
    Run all comparisons; return the exit status.
    """
    numbers, codes = _numbers(), _codes()
    bad = [_wrong(number) for number in numbers]
    mixed = [bad[place] if place % 10 == 0 else number for place, number in enumerate(numbers)]

    found: dict[str, dict[str, float]] = {}
    for title, items in (("valid", numbers), ("one in ten wrong", mixed), ("all wrong", bad)):
        found[title] = _per_item(
            {
                "stdnum ric.is_valid": _each(stdnum_ric.is_valid, items),
                "credrules is_valid": _each(citizen_id.is_valid, items),
                "credrules check": _each(citizen_id.check, items),
            }
        )
        show(f"Identity numbers, {title}", found[title], against="stdnum ric.is_valid")
    credit = _per_item(
        {
            "stdnum uscc.is_valid": _each(stdnum_uscc.is_valid, codes),
            "credrules is_valid": _each(uscc.is_valid, codes),
            "credrules check": _each(uscc.check, codes),
        }
    )
    show("Unified social credit codes, valid", credit, against="stdnum uscc.is_valid")
    bodies = [code[8:16] for code in codes]
    sums = _per_item(
        {
            "sum as written": _each(_plain_org_check, bodies),
            "credrules check_digit": _each(org_code.check_digit, bodies),
        }
    )
    show("Check character of organisation codes", sums, against="sum as written")

    valid, some, wrong = found["valid"], found["one in ten wrong"], found["all wrong"]
    return int(
        goals(
            [
                (
                    "is_valid, share of stdnum, valid",
                    1 / 85,
                    valid["credrules is_valid"] / valid["stdnum ric.is_valid"],
                ),
                ("check, share of stdnum, valid", 1 / 25, valid["credrules check"] / valid["stdnum ric.is_valid"]),
                (
                    "is_valid, share of stdnum, one in ten wrong",
                    1 / 50,
                    some["credrules is_valid"] / some["stdnum ric.is_valid"],
                ),
                (
                    "check, share of stdnum, one in ten wrong",
                    1 / 25,
                    some["credrules check"] / some["stdnum ric.is_valid"],
                ),
                (
                    "is_valid, share of stdnum, all wrong",
                    1 / 3,
                    wrong["credrules is_valid"] / wrong["stdnum ric.is_valid"],
                ),
                ("check, share of stdnum, all wrong", 1 / 3, wrong["credrules check"] / wrong["stdnum ric.is_valid"]),
                ("uscc, share of stdnum", 1 / 12, credit["credrules is_valid"] / credit["stdnum uscc.is_valid"]),
                ("org_code, share of the sum", 1 / 4, sums["credrules check_digit"] / sums["sum as written"]),
            ]
        )
        > 0
    )


if __name__ == "__main__":
    sys.exit(main())
