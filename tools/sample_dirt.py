"""
The dirt of real rosters, one small function per kind, for tools/generate_sample_roster.py.

A function gets a clean row, another row (its twin, for pairs) and a source of choices; it returns the cells
that replace the clean ones, or None when this row cannot be spoilt in this way.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")
Cells: TypeAlias = dict[str, Any]


class Choices(Protocol):
    """
    What a dirt function may ask for.
    """

    def below(self, limit: int) -> int:
        """
        Return a whole number from 0 up to but not including `limit`.
        """

    def pick(self, items: Sequence[T]) -> T:
        """
        Return one of `items`.
        """


class Spoilt(NamedTuple):
    """
    The spoilt cells; `xlsx` where a workbook cell would hold something else than the text of the CSV.
    """

    csv: Cells
    xlsx: Cells = {}  # noqa: RUF012  # never written to
    twin: bool = False


WIDE: Final = {0x30 + n: 0xFF10 + n for n in range(10)}


def full_width_id(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Type the identity number in full-width digits.
    """
    return Spoilt({"id": cells["id"].translate(WIDE)})


def spaced_id(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Group the identity number by blanks.
    """
    number = cells["id"]
    return Spoilt({"id": f"{number[:6]} {number[6:14]} {number[14:]}"})


def spaced_name(cells: Cells, _twin: Cells, rng: Choices) -> Spoilt | None:
    """
    Stretch a name of two characters to the width of three.
    """
    name = cells["name"]
    return Spoilt({"name": name[0] + rng.pick((" ", "　", "  ")) + name[1]}) if len(name) == 2 else None


def broken_line(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Leave a line break in the title.
    """
    title = cells["title"]
    return Spoilt({"title": f"{title[:2]}\n{title[2:]}"}) if len(title) > 3 else None


def trailing_blank(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Leave a blank behind the certificate number.
    """
    return Spoilt({"certificate": cells["certificate"] + " "}) if cells["certificate"] != "11111111" else None


def damaged_id(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Let the spreadsheet turn the identity number into a number: fifteen digits survive, five are shown.
    """
    number = cells["id"]
    if number.endswith("X"):
        return None
    return Spoilt({"id": f"{int(number):.5E}"}, {"id": float(number[:15] + "000")})


def wrong_check(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Mistype the check character.
    """
    return Spoilt({"id": cells["id"][:17] + ("1" if cells["id"][17] != "1" else "2")})


def transposed(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Swap two neighbours in the serial number, which the check character always shows.
    """
    number = cells["id"]
    if number[14] == number[15]:
        return None
    return Spoilt({"id": number[:14] + number[15] + number[14] + number[16:]})


def short_id(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Lose one digit.
    """
    return Spoilt({"id": cells["id"][:13] + cells["id"][14:]})


def old_id(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Write the number of fifteen digits that the person had before 1999.
    """
    number = cells["id"]
    return Spoilt({"id": number[:6] + number[8:17]}) if number[6:10] < "1983" else None


def lower_x(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Write the check character as a small letter.
    """
    return Spoilt({"id": cells["id"].lower()}) if cells["id"].endswith("X") else None


def no_id(_cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Leave the identity number out.
    """
    return Spoilt({"id": ""})


def no_name(_cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Leave the name out.
    """
    return Spoilt({"name": ""})


def _birth(cells: Cells) -> dt.date:
    return dt.datetime.strptime(cells["id"][6:14], "%Y%m%d").replace(tzinfo=dt.UTC).date()


def compact_date(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Write the month without a mark, 199307; a number in the workbook.
    """
    born = _birth(cells)
    return Spoilt({"birth": f"{born:%Y%m}"}, {"birth": born.year * 100 + born.month})


def chinese_date(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Write 1993年7月.
    """
    born = _birth(cells)
    return Spoilt({"birth": f"{born.year}年{born.month}月"})


def slash_date(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Write 1993/7/1; a date cell in the workbook.
    """
    born = _birth(cells)
    return Spoilt({"birth": f"{born.year}/{born.month}/{born.day}"}, {"birth": born})


def serial_date(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Show the serial number behind a date cell, 34151.
    """
    serial = (_birth(cells) - dt.date(1899, 12, 30)).days
    return Spoilt({"birth": str(serial)}, {"birth": serial})


def short_year(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Write the year with two digits, 93.7.
    """
    born = _birth(cells)
    return Spoilt({"birth": f"{born.year % 100:02}.{born.month}"}) if born.year < 2000 else None


def short_ethnicity(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Write 汉 for 汉族.
    """
    return Spoilt({"ethnicity": "汉"}) if cells["ethnicity"] == "汉族" else None


def unknown_ethnicity(_cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Write a nationality where the ethnic group belongs.
    """
    return Spoilt({"ethnicity": "中国"})


def swapped(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Put the unit into the column of the name and the name into that of the unit.
    """
    return Spoilt({"name": cells["unit"], "unit": cells["name"]})


def same_person(_cells: Cells, twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Enter somebody of another unit a second time.
    """
    keys = "id name sex birth ethnicity native politics work education degree school major years graduated mobile email"
    return Spoilt({key: twin[key] for key in keys.split()}, twin=True)


def same_certificate(cells: Cells, twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Give two people one certificate number.
    """
    if "11111111" in {cells["certificate"], twin["certificate"]}:
        return None
    return Spoilt({"certificate": twin["certificate"]}, twin=True)


def spaced_unit(cells: Cells, _twin: Cells, rng: Choices) -> Spoilt | None:
    """
    Put a blank into the unit's name, which makes it another unit.
    """
    unit = cells["unit"]
    return Spoilt({"unit": unit[:2] + rng.pick((" ", "　")) + unit[2:]})


def other_brackets(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Type the brackets of the unit's name half-width.
    """
    unit = cells["unit"]
    return Spoilt({"unit": unit.replace("（", "(").replace("）", ")")}) if "（" in unit else None


def other_sex(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Contradict the sex in the identity number.
    """
    return Spoilt({"sex": "女" if cells["sex"] == "男" else "男"})


def other_birth(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Contradict the birth date in the identity number by two years.
    """
    born = _birth(cells)
    return Spoilt({"birth": f"{born.year - 2}.{born.month:02}"})


def other_level(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Give a middle title the level above.
    """
    return Spoilt({"level": "副高级"}) if cells["level"] == "中级" else None


def other_series(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Put a health title into the series of engineers.
    """
    return Spoilt({"series": "工程技术人员"}) if cells["series"] == "卫生技术人员" else None


def reviewed_health(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Say that a junior or middle health title of the examination years came from a review.
    """
    is_health = cells["series"] in {"卫生", "卫生技术人员"}
    return Spoilt({"mode": "晋升"}) if is_health and cells["mode"] == "考试取得" else None


def no_certificate(_cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Leave the certificate number out.
    """
    return Spoilt({"certificate": ""})


def seven_ones(_cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Mistype the placeholder of eight ones.
    """
    return Spoilt({"certificate": "1111111"})


def future_date(_cells: Cells, _twin: Cells, rng: Choices) -> Spoilt | None:
    """
    Obtain the title in years to come.
    """
    return Spoilt({"issued": rng.pick(("2031.06", "2052.12", "2035-11"))})


def impossible_date(_cells: Cells, _twin: Cells, rng: Choices) -> Spoilt | None:
    """
    Graduate in a month or on a day that does not exist.
    """
    return Spoilt({"graduated": rng.pick(("1998.13", "2006年2月30日", "2010-06-31"))})


def early_work(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Begin to work as a child.
    """
    born = _birth(cells)
    return Spoilt({"work": f"{born.year + 5}.{born.month:02}"})


def short_phone(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Lose a digit of the phone number.
    """
    return Spoilt({"mobile": cells["mobile"][:10]})


def bad_mail(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Write the mail address without its sign.
    """
    return Spoilt({"email": cells["email"].replace("@", ".")}) if cells["email"] else None


def degree_as_education(cells: Cells, _twin: Cells, _rng: Choices) -> Spoilt | None:
    """
    Write a degree where the education belongs.
    """
    return Spoilt({"education": "学士"}) if cells["education"] == "大学本科" else None


class Dirt(NamedTuple):
    """
    A kind of dirt, how often it is strewn, and what an audit owes.
    """

    function: Callable[[Cells, Cells, Choices], Spoilt | None]
    times: int
    must: str = "find"

    @property
    def kind(self) -> str:
        """
        The name of the kind, as the truth lists it.
        """
        return self.function.__name__


# Kinds that only stick to few rows come first, while there are rows to choose from.
DIRT: Final = (
    Dirt(lower_x, 3, "read"),
    Dirt(other_brackets, 3),
    Dirt(other_series, 3),
    Dirt(reviewed_health, 3),
    Dirt(degree_as_education, 3),
    Dirt(other_level, 4),
    Dirt(spaced_name, 6),
    Dirt(short_year, 4),
    Dirt(short_ethnicity, 8, "read"),
    Dirt(broken_line, 4),
    Dirt(full_width_id, 5),
    Dirt(spaced_id, 4),
    Dirt(damaged_id, 5),
    Dirt(wrong_check, 4),
    Dirt(transposed, 4),
    Dirt(short_id, 4),
    Dirt(old_id, 3, "read"),
    Dirt(no_id, 2),
    Dirt(no_name, 2),
    Dirt(compact_date, 4, "read"),
    Dirt(chinese_date, 4, "read"),
    Dirt(slash_date, 4, "read"),
    Dirt(serial_date, 4, "read"),
    Dirt(unknown_ethnicity, 2),
    Dirt(swapped, 4),
    Dirt(same_person, 4),
    Dirt(same_certificate, 3),
    Dirt(spaced_unit, 4),
    Dirt(other_sex, 4),
    Dirt(other_birth, 4),
    Dirt(no_certificate, 4),
    Dirt(seven_ones, 2),
    Dirt(trailing_blank, 3),
    Dirt(future_date, 4),
    Dirt(impossible_date, 4),
    Dirt(early_work, 2),
    Dirt(short_phone, 4),
    Dirt(bad_mail, 3),
)
