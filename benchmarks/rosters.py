"""
Rows of a roster through `check_rows`, beside a pydantic model with the same field checks, in one run.

``python -m benchmarks.rosters [ROWS] [ROUNDS]`` prints rows per second and the
peak of memory of a fresh process, all candidates in turn in every round. The
model refuses what is not in its lists and compares birth and sex with the
number; headings, variants, warnings, cross-row checks and repairs are ours
alone, so the ratio is the price of these. The model needs the dependency group
``bench``. "rows alone" makes the rows and throws them away.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator

from credrules import codes
from credrules.identifiers.citizen_id import check_digit
from credrules.rosters import check_rows, match_columns

Row = dict[str, object]
ON = dt.date(2025, 6, 30)
_TITLES = ("工程师", "高级工程师", "主管护师", "一级教师", "讲师", "会计师")
_STUDIES = ("大学本科", "大专", "硕士研究生", "中专")
_GROUPS = ("汉族", "壮族", "瑶族", "回族")
_STATUS = ("中共党员", "群众", "共青团员")


def rows(count: int) -> Iterator[Row]:
    """Yield rows of invented people; one of fifty has a wrong check digit, one of fifty the other sex."""
    first = dt.date(1965, 1, 1)
    for number in range(count):
        born = first + dt.timedelta(number % 10_000)
        serial = 1 + number // 10_000 * 2 + number % 2
        body = f"450000{born:%Y%m%d}{serial:03}"
        digit = check_digit(body)
        male = (number % 2 == 0) != (number % 50 == 1)
        yield {
            "姓名": f"张{chr(0x4E00 + number % 2000)}",
            "身份证号": body + (("1" if digit != "1" else "2") if number % 50 == 0 else digit),
            "性别": "男" if male else "女",
            "出生日期": born.isoformat(),
            "民族": _GROUPS[number % 4],
            "政治面貌": _STATUS[number % 3],
            "工作单位": f"甲市第{number % 97}中学",
            "参加工作时间": f"{born.year + 23}-07",
            "最高学历": _STUDIES[number % 4],
            "职称": _TITLES[number % 6],
            "证书编号": f"G{number:08}",
            "手机": f"1380000{number % 10_000:04}",
            "邮箱": f"p{number}@example.org",
        }


def alone(items: Iterable[Row]) -> int:
    """Throw the rows away."""
    return sum(1 for _ in items) * 0


def ours(items: Iterable[Row]) -> int:
    """Count the rows with an error."""
    columns = match_columns(next(rows(1)))
    return sum(not report.ok for report in check_rows(items, on=ON, columns=columns))


def _model() -> Callable[[Row], bool]:
    from pydantic import BaseModel, Field, ValidationError, field_validator, model_validator  # noqa: PLC0415  # optional

    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    allowed = {
        "民族": {entry.name for entry in codes.ETHNICITY},
        "政治面貌": set(_STATUS),
        "最高学历": set(_STUDIES),
        "职称": {entry.name for entry in codes.TITLES} | {entry.name for entry in codes.TITLE_NAMES},
    }

    class Person(BaseModel):
        """One row."""

        姓名: str = Field(min_length=2, max_length=30)
        身份证号: str = Field(pattern=r"^\d{17}[\dX]$")
        性别: str = Field(pattern="^[男女]$")
        出生日期: dt.date
        民族: str
        政治面貌: str
        工作单位: str = Field(min_length=2)
        参加工作时间: str = Field(pattern=r"^(19|20)\d{2}-(0[1-9]|1[0-2])$")
        最高学历: str
        职称: str
        证书编号: str = Field(pattern=r"^[A-Z0-9]{4,30}$")
        手机: str = Field(pattern=r"^1[3-9]\d{9}$")
        邮箱: str = Field(pattern=r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$")

        @field_validator("身份证号")
        @classmethod
        def sound(cls, value: str) -> str:
            """Compute the check digit."""
            total = sum(int(digit) * weight for digit, weight in zip(value, weights, strict=False))
            if "10X98765432"[total % 11] != value[17]:
                raise ValueError(value[:0])
            return value

        @field_validator("民族", "政治面貌", "最高学历", "职称")
        @classmethod
        def listed(cls, value: str, info: object) -> str:
            """Look the name up."""
            if value not in allowed[info.field_name]:  # type: ignore[attr-defined]  # pydantic's own
                raise ValueError(value)
            return value

        @model_validator(mode="after")
        def agrees(self) -> Person:
            """Compare birth and sex with the number."""
            if f"{self.出生日期:%Y%m%d}" != self.身份证号[6:14] or "女男"[int(self.身份证号[16]) % 2] != self.性别:
                raise ValueError(self.性别)
            if int(self.参加工作时间[:4]) - self.出生日期.year < 14:
                raise ValueError(self.参加工作时间)
            return self

    def sound(row: Row) -> bool:
        try:
            Person.model_validate(row)
        except ValidationError:
            return False
        return True

    return sound


def with_pydantic(items: Iterable[Row]) -> int:
    """Count the rows the model refuses."""
    sound = _model()
    return sum(not sound(row) for row in items)


CANDIDATES: dict[str, Callable[[Iterable[Row]], int]] = {
    "rows alone": alone,
    "credrules": ours,
    "pydantic": with_pydantic,
}


def one(name: str, count: int) -> None:
    """Run one candidate; print seconds, MiB and the rows with errors."""
    CANDIDATES[name](rows(200))
    start = time.perf_counter()
    wrong = CANDIDATES[name](rows(count))
    taken = time.perf_counter() - start
    print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, wrong)


def main(count: int, rounds: int) -> None:
    """Run all candidates in turn, each in a process of its own, and print a table."""
    names = [name for name in CANDIDATES if name != "pydantic" or importlib.util.find_spec("pydantic")]
    found: dict[str, list[tuple[float, float, int]]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            done = subprocess.run(  # noqa: S603  # our own interpreter with this very module
                [sys.executable, "-m", "benchmarks.rosters", "--one", name, str(count)],
                capture_output=True,
                text=True,
                check=True,
            )
            seconds, memory, wrong = re.split(r"\s+", done.stdout.strip())
            found[name].append((float(seconds), float(memory), int(wrong)))
    bare = statistics.median(taken for taken, _, _ in found["rows alone"])
    net = {name: statistics.median(taken for taken, _, _ in runs) - bare for name, runs in found.items()}
    assert len({runs[0][2] for name, runs in found.items() if name != "rows alone"}) == 1
    print(f"\n{count:,} rows, {rounds} rounds, time without making the rows\n")
    print("| candidate | rows a second | share of our time | peak MiB | with errors |\n|---|---:|---:|---:|---:|")
    for name, runs in found.items():
        if name != "rows alone":
            memory, wrong = statistics.median(peak for _, peak, _ in runs), runs[0][2]
            share = net[name] / net["credrules"]
            print(f"| {name} | {count / net[name]:,.0f} | {share:.2f} | {memory:,.0f} | {wrong:,} |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], int(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 10_000, int(sys.argv[2]) if sys.argv[2:] else 5)
