"""
Write the sample roster of ``examples/roster_audit/sample``: 300 invented people and known dirt.

``python tools/generate_sample_roster.py [DIRECTORY]`` writes ``roster.csv`` (GBK, as Excel in China
saves it), ``roster.xlsx`` and ``truth.json``, which lists every row and column that was spoilt and how.
The same seed gives the same bytes: only `random.Random.random` is used, whose sequence Python promises
to keep, and the workbook carries fixed time stamps.

Nobody is meant. Identity numbers have province-level address codes, which no resident has; phones run from
13800000000; mail addresses are at example.org; places are called 甲市, 乙县 and so on.

In the truth, ``must`` says what an audit owes: ``find`` (a warning or an error) or ``read`` (genuine,
only written in another way: it may be remarked upon, and has to be understood).
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import random
import re
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.sample_dirt import DIRT, Choices, Dirt, Spoilt  # noqa: E402  # found once the root is on the path

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

SEED: Final = 20250630
ON: Final = dt.date(2025, 6, 30)
PEOPLE: Final = 300
HEADING_ROW: Final = 3
TARGET: Final = ROOT / "examples" / "roster_audit" / "sample"

# The headings as people write them: line breaks, units and hints in brackets.
HEADINGS: Final = {
    "seq": "序号",
    "name": "姓名",
    "sex": "性别",
    "id": "身份证\n号码",
    "birth": "出生年月",
    "ethnicity": "民族",
    "native": "籍贯",
    "politics": "政治\n面貌",
    "work": "参加工作\n时间",
    "unit": "工作单位",
    "education": "最高学历",
    "degree": "学位",
    "school": "毕业院校",
    "major": "所学专业",
    "years": "学制（年）",
    "graduated": "毕业时间",
    "title": "职称(专业技术资格)",
    "level": "职称级别",
    "series": "职称系列",
    "issued": "取得时间",
    "mode": "取得方式",
    "certificate": "证书编号",
    "issuer": "发证单位",
    "mobile": "手机号码（11位）",
    "email": "邮箱",
    "note": "备注",
}


class Ladder(NamedTuple):
    """
    A series with its titles from the lowest to the highest level; an empty text where it has none.
    """

    series: str
    titles: tuple[str, str, str, str, str]
    majors: tuple[str, ...]
    field: str


TEACHING: Final = Ladder(
    "中学教师",
    ("中学三级教师", "中学二级教师", "中学一级教师", "中学高级教师", ""),
    ("数学教育", "汉语言文学", "英语", "物理学", "化学"),
    "理学",
)
NURSING: Final = Ladder("卫生技术人员", ("护士", "护师", "主管护师", "副主任护师", "主任护师"), ("护理学",), "医学")
MEDICINE: Final = Ladder("卫生", ("", "药师", "主管药师", "副主任药师", "主任药师"), ("药学", "中药学"), "医学")
ENGINEERING: Final = Ladder(
    "工程技术人员",
    ("技术员", "助理工程师", "工程师", "高级工程师", ""),
    ("水利水电工程", "土木工程", "机械工程", "测绘工程"),
    "工学",
)
FARMING: Final = Ladder(
    "农业技术人员",
    ("农业技术员", "助理农艺师", "农艺师", "高级农艺师", "农业技术推广研究员"),
    ("农学", "植物保护", "园艺"),
    "农学",
)
ACCOUNTING: Final = Ladder(
    "会计专业人员", ("会计员", "助理会计师", "会计师", "高级会计师", ""), ("会计学", "财务管理"), "管理学"
)
LECTURING: Final = Ladder("高等学校教师", ("", "助教", "讲师", "副教授", "教授"), ("化学", "历史学", "哲学"), "理学")


class Unit(NamedTuple):
    """
    A unit, its number of people, its ladder, and how its clerk writes dates.
    """

    name: str
    size: int
    ladder: Ladder
    style: str = "{0.year}.{0.month:02}"
    merged: bool = False


# Two units were merged cells once: in the CSV only the first row of each says the name.
UNITS: Final = (
    Unit("甲市第一中学", 44, TEACHING),
    Unit("甲市人民医院", 46, NURSING),
    Unit("乙县水利局", 26, ENGINEERING, "{0.year}-{0.month:02}"),
    Unit("乙县农业技术推广站", 9, FARMING, merged=True),
    Unit("甲市中医医院（东院区）", 24, MEDICINE),
    Unit("丙市理工学院", 38, LECTURING),
    Unit("丙市建筑设计院有限公司", 32, ENGINEERING, "{0.year}年{0.month}月"),
    Unit("丁县财政局", 7, ACCOUNTING, merged=True),
    Unit("丁县初级中学", 34, TEACHING),
    Unit("戊市农业科学研究所", 24, FARMING),
    Unit("戊市会计核算中心", 16, ACCOUNTING, "{0.year}-{0.month:02}"),
)
BLANK_AFTER: Final = frozenset({"甲市人民医院", "丙市理工学院"})
LEVELS: Final = ("员级", "助理级", "中级", "副高级", "正高级")
SHORT_LEVELS: Final = {"副高级": "副高", "正高级": "正高"}
SURNAMES: Final[tuple[str, ...]] = (*"韦黄李陈梁覃莫陆蒙蓝罗潘张刘周吴何唐邓谭", "欧阳", "司徒", "㙍")
GIVEN: Final = "家明志强秀英文华国庆海燕春梅建军丽娟晓东小红永福美玲宏伟桂兰振宁婉清思远子轩"
ETHNICITIES: Final = ("汉族", "汉族", "汉族", "汉族", "壮族", "壮族", "壮族", "瑶族", "苗族", "侗族", "仫佬族", "京族")
NATIVE: Final = ("广西南宁", "广西桂林", "广西柳州", "广西玉林", "湖南长沙", "广东茂名", "四川成都")
POLITICS: Final = ("中共党员", "中共党员", "群众", "群众", "群众", "民盟盟员", "九三学社社员", "无党派民主人士")
EDUCATIONS: Final = {
    "中专": (19, 3),
    "大专": (21, 3),
    "大学本科": (22, 4),
    "硕士研究生": (25, 3),
    "博士研究生": (28, 3),
}
DEGREES: Final = {"大学本科": "学士", "硕士研究生": "硕士", "博士研究生": "博士"}
UNIVERSITIES: Final = ("甲省师范大学", "乙省理工大学", "丙省农业大学", "丁省医科大学")
SCHOOLS: Final = {
    "中专": ("乙市中等专业学校",),
    "大专": ("甲市职业技术学院", "丙省农业大学"),
    "大学本科": UNIVERSITIES,
    "硕士研究生": UNIVERSITIES,
    "博士研究生": UNIVERSITIES,
}
PROVINCES: Final = ("450000", "450000", "450000", "450000", "430000", "440000", "510000")


class Rng:
    """
    Choices made of `random.Random.random` alone, so every Python version draws the same.
    """

    def __init__(self, seed: int) -> None:
        """
        Start the sequence of `seed`.
        """
        self._random = random.Random(seed)  # noqa: S311  # invented data, not secrets

    def below(self, limit: int) -> int:
        """
        Return a whole number from 0 up to but not including `limit`.
        """
        return int(self._random.random() * limit)

    def between(self, low: int, high: int) -> int:
        """
        Return a whole number from `low` to `high`, both included.
        """
        return low + self.below(high - low + 1)

    def pick(self, items: Sequence[T]) -> T:
        """
        Return one of `items`.
        """
        return items[self.below(len(items))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """
        Return the items in another order.
        """
        left = list(items)
        return [left.pop(self.below(len(left))) for _ in items]


def check_digit(body: str) -> str:
    """
    Return the check character of 17 digits as GB 11643-1999 writes it: weights, sum, remainder.
    """
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11]


def _name(rng: Rng, taken: set[str]) -> str:
    while True:
        name = rng.pick(SURNAMES) + "".join(rng.pick(GIVEN) for _ in range(rng.between(1, 2)))
        if name not in taken:
            taken.add(name)
            return name


def _person(rng: Rng, number: int, unit: Unit, taken: set[str]) -> dict[str, Any]:
    """
    Return one clean row, everything in it agreeing with everything else.
    """
    education = rng.pick(("中专", "大专", "大专", "大学本科", "大学本科", "大学本科", "硕士研究生", "博士研究生"))
    if unit.ladder is LECTURING and education in {"中专", "大专"}:
        education = "硕士研究生"
    leaving_age, years = EDUCATIONS[education]
    birth = dt.date(rng.between(1967, 2024 - leaving_age - 3), rng.between(1, 12), rng.between(1, 28))
    graduated = dt.date(birth.year + leaving_age, rng.pick((6, 7)), 30)
    work = dt.date(graduated.year, rng.pick((7, 8, 9)), 1)
    served = 2024 - work.year
    steps = (1, 2, 7, 13, 19)
    open_levels = [n for n in range(5) if unit.ladder.titles[n] and steps[n] <= served]
    rank = rng.pick(open_levels or [next(n for n in range(5) if unit.ladder.titles[n])])
    issued = dt.date(
        min(work.year + steps[rank] + rng.between(0, 1), 2024), rng.pick((3, 6, 11, 12)), rng.between(1, 28)
    )
    # The health examinations began in 2001 and 2002; the sample stays clear of the years between.
    if unit.ladder in {NURSING, MEDICINE} and 2000 <= issued.year <= 2002:
        issued = issued.replace(year=2003)
    # Middle school titles were renamed from 2016 on; the sample keeps to the years before.
    if unit.ladder is TEACHING and issued.year > 2015:
        return _person(rng, number, unit, taken)
    sequence = rng.between(1, 499) * 2
    male = rng.below(2) == 0
    body = f"{rng.pick(PROVINCES)}{birth:%Y%m%d}{sequence - male:03}"
    if body in taken:
        return _person(rng, number, unit, taken)
    taken.add(body)
    level = LEVELS[rank]
    name = _name(rng, taken)
    ethnicity = rng.pick(ETHNICITIES)
    if number in {60, 190}:
        name, ethnicity = ("买买提·吐尔逊", "维吾尔族") if number == 60 else ("𬭎子轩", "汉族")
    return {
        "seq": number,
        "name": name,
        "sex": "男" if male else "女",
        "id": body + check_digit(body),
        "birth": unit.style.format(birth),
        "ethnicity": ethnicity,
        "native": rng.pick(NATIVE),
        "politics": "共青团员" if birth.year > 1998 else rng.pick(POLITICS),
        "work": unit.style.format(work),
        "unit": unit.name,
        "education": education,
        "degree": unit.ladder.field + DEGREES[education] if education in DEGREES else "",
        "school": rng.pick(SCHOOLS[education]),
        "major": rng.pick(unit.ladder.majors),
        "years": years,
        "graduated": unit.style.format(graduated),
        "title": unit.ladder.titles[rank],
        "level": SHORT_LEVELS.get(level, level) if rng.below(4) == 0 else level,
        "series": unit.ladder.series,
        "issued": unit.style.format(issued),
        "mode": _mode(rng, unit.ladder, rank, issued),
        "certificate": "11111111" if rng.below(12) == 0 else f"{issued.year}{rng.between(10, 99)}{number:05}",
        "issuer": "广西壮族自治区人力资源和社会保障厅" if issued.year > 2009 else "广西壮族自治区人事厅",
        "mobile": f"138000{number:05}",
        "email": f"person{number:03}@example.org" if rng.below(3) else "",
        "note": "",
    }


def _mode(rng: Rng, ladder: Ladder, rank: int, issued: dt.date) -> str:
    """
    Return how the title was obtained, as the notes on the form want it.
    """
    if ladder in {NURSING, MEDICINE}:
        return "考试取得" if rank < 3 and issued.year > 2000 else "晋升"
    if ladder is ACCOUNTING:
        return "考试取得" if rank < 3 else "晋升"
    return "认定" if rank < 2 else rng.pick(("晋升", "晋升", "晋升", "转评"))


def generate(seed: int = SEED) -> tuple[list[list[object]], list[list[object]], dict[str, Any], list[tuple[int, int]]]:
    """
    Return the rows of the CSV, the rows of the workbook, the truth, and the merged row ranges.

    Rows are counted from one as a spreadsheet does; title lines, blank lines and the footer count.
    """
    rng = Rng(seed)
    taken: set[str] = set()
    people: dict[int, dict[str, Any]] = {}
    sheet: dict[int, dict[str, Any]] = {}
    merged: list[tuple[int, int]] = []
    items: list[dict[str, Any]] = []
    free: list[int] = []
    row = HEADING_ROW
    for unit in UNITS:
        first = row + 1
        for _ in range(unit.size):
            row += 1
            people[row] = _person(rng, len(people) + 1, unit, taken)
            sheet[row] = dict(people[row])
        if unit.merged:
            merged.append((first, row))
            for gap in range(first + 1, row + 1):
                people[gap]["unit"] = ""
                items.append(_item("merged_gap", Spoilt({"unit": ""}), [gap], unit.name, only="csv"))
        else:
            free.extend(range(first, row + 1))
        row += unit.name in BLANK_AFTER
    queue = rng.shuffled(free)
    for dirt in DIRT:
        for _ in range(dirt.times):
            rows, spoilt, clean = _spoil(dirt, queue, people, rng)
            items.append(_item(dirt.kind, spoilt, rows, clean, must=dirt.must))
            people[rows[0]].update(spoilt.csv)
            sheet[rows[0]].update(spoilt.csv | spoilt.xlsx)
    items.sort(key=lambda item: (item["rows"][0], item["kind"]))
    last = max(people)
    truth = {
        "seed": seed,
        "on": ON.isoformat(),
        "people": len(people),
        "heading_row": HEADING_ROW,
        "first_row": HEADING_ROW + 1,
        "last_row": last,
        "blank_rows": [n for n in range(HEADING_ROW + 1, last + 2) if n not in people],
        "footer_rows": [last + 2, last + 3],
        "headings": HEADINGS,
        "items": items,
    }
    return _lines(people, last), _lines(sheet, last), truth, merged


def _spoil(
    dirt: Dirt, queue: list[int], people: dict[int, dict[str, Any]], rng: Choices
) -> tuple[list[int], Spoilt, object]:
    """
    Take the first waiting row the dirt sticks to, and for a pair the next one as its twin.
    """
    for row in queue:
        twin = next(other for other in queue if other != row and people[other]["unit"] != people[row]["unit"])
        spoilt = dirt.function(people[row], people[twin], rng)
        if spoilt is None:
            continue
        rows = [row, twin] if spoilt.twin else [row]
        for used in rows:
            queue.remove(used)
        return rows, spoilt, people[row][next(iter(spoilt.csv))]
    message = f"no row left for {dirt.kind}"
    raise RuntimeError(message)


def _item(
    kind: str, spoilt: Spoilt, rows: list[int], clean: object, *, must: str = "find", only: str = ""
) -> dict[str, Any]:
    columns = [HEADINGS[key] for key in spoilt.csv]
    item = {
        "kind": kind,
        "must": must,
        "rows": rows,
        "columns": columns,
        "clean": clean,
        "dirty": next(iter(spoilt.csv.values())),
    }
    return item | ({"only": only} if only else {})


def _lines(people: dict[int, dict[str, Any]], last: int) -> list[list[object]]:
    width = len(HEADINGS)
    lines: list[list[object]] = [
        ["2025年专业技术人员花名册（样例，人员全部虚构）", *[""] * (width - 1)],
        ["填报单位：甲市人力资源和社会保障局", *[""] * (width - 5), "填报日期：2025年6月30日", *[""] * 3],
        list(HEADINGS.values()),
    ]
    for row in range(HEADING_ROW + 1, last + 1):
        cells = people.get(row)
        lines.append([cells[key] for key in HEADINGS] if cells else [""] * width)
    lines.append([""] * width)
    lines.append(["填表人：", *[""] * 8, "审核人：", *[""] * 9, "单位负责人（盖章）：", *[""] * (width - 20)])
    lines.append(["说明：本表一式两份，由单位人事部门留存。", *[""] * (width - 1)])
    return lines


def write_csv(path: Path, lines: list[list[object]]) -> None:
    """
    Write the lines as GB 18030, which for these characters is what GBK programs read.
    """
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(lines)
    path.write_bytes(buffer.getvalue().encode("gb18030"))


def write_xlsx(path: Path, lines: list[list[object]], merged: list[tuple[int, int]]) -> None:
    """
    Write the lines as a workbook with merged unit cells, a second sheet, and fixed time stamps.
    """
    book = Workbook()
    sheet = book.active
    if sheet is None:  # pragma: no cover  # a new workbook always has a sheet
        return
    sheet.title = "花名册"
    for line in lines:
        sheet.append([None if cell == "" else cell for cell in line])
    width = len(HEADINGS)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A1"].alignment = Alignment(horizontal="center")
    for column in range(1, width + 1):
        cell = sheet.cell(HEADING_ROW, column)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
        sheet.column_dimensions[get_column_letter(column)].width = 12
    unit = list(HEADINGS).index("unit") + 1
    for first, last in merged:
        sheet.merge_cells(start_row=first, start_column=unit, end_row=last, end_column=unit)
    for row in sheet.iter_rows(min_row=HEADING_ROW + 1):
        for cell in row:
            if isinstance(cell.value, str) and cell.value[:6].isdigit():
                cell.number_format = "@"
    notes = book.create_sheet("填表说明")
    notes.append(["样例说明"])
    notes.append(["人员、单位、号码全部虚构；数据中的错误是有意放入的。"])
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(_fixed_times(buffer.getvalue()))


def _fixed_times(data: bytes) -> bytes:
    """
    Return the same archive with every time stamp set to the sample's day.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", f"{ON}T00:00:00Z".encode(), content)
            new.writestr(zipfile.ZipInfo(name, (ON.year, ON.month, ON.day, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def write_all(target: Path, seed: int = SEED) -> None:
    """
    Write the three files into the directory `target`, which has to exist.
    """
    csv_lines, xlsx_lines, truth, merged = generate(seed)
    write_csv(target / "roster.csv", csv_lines)
    write_xlsx(target / "roster.xlsx", xlsx_lines, merged)
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (target / "truth.json").write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
