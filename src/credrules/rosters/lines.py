"""
What each line of a sheet is, above and below its headings.

A line that is no person has a kind and is left out: sums, signatures, page numbers, the name of a group of rows,
headings repeated on the next page or those of another table.

References: public templates (tests/rosters/headings), and the lists offices hand in.

Limitations: a group's name without a number, a label or a usual last word counts as a person unless its row is merged
across the sheet; of another table below the first nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, frozen

from credrules.plain_words import SURNAMES
from credrules.rosters.headings.reading import Fate, read_heading
from credrules.values import Worded

__all__ = ["Below", "Line", "LineKind", "LineReader", "kind_above", "other_table_above"]
__dir__ = __all__.copy

# 示范幼儿园 and 样例公司 are units: the word stands alone, is labelled, or is the remark beside a name.
_EXAMPLE: Final = re.compile(
    r"^[（(【\[]?(?:示例|范例|(?:填写|填报|填表|录入|导入)(?:样例|样板|示范)|(?:样例|样板|示范|举例|例)(?:[：:\d）)\]】行]|数据|$))"
    r"|[（(【\[](?:示例|样例|范例|样板|示范|例)[）)\]】]|示例数据|^(?:example|sample)\b",
    re.IGNORECASE,
)
# A word that begins a name as well (数字经济局) asks for nothing unless it is alone or says what form is wanted.
_ASKS: Final = re.compile(
    r"^[（(]?(?:必填|选填|与.{1,6}一致|须与|\d{1,2}位|非必填|可填|可不填|必选|可选|下拉|多选|不填|请|如[：:]|例如|年月日|[yY]{4}"
    r"|(?:数字|文本|日期|字符|格式|自动|单选|填写)(?:格式|型|串|计算|生成|获取|带出|框|[：:，,/（(]|$)"
    r"|男[/、或]女|是[/、或]否|.{0,8}(?:必填|选填|下拉|请填写|请选择|格式[：:为]|位数字|位身份证|yyyy|YYYY|XXXX))"
)
_SUM: Final = re.compile(
    r"^[（(]?(?:合计|总计|小计|共计|累计|本页合计|本页小计|.{0,12}(?:小计|合计|总计)$|共\s*[\d一二三四五六七八九十百]+\s*人|(?:平均|最[高低大小])(?:值|分|数|年龄|学时)?$|人均)"
)
_SIGNATURE: Final = re.compile(
    r"(?:填表|制表|填报|审核|复核|经办|负责|批准|校对|主管|领导|盖章|签字|签名|签章|公章|联系).{0,8}(?:[：:]|$)|(?:填表|制表|填报|上报).{0,3}日期|盖章|签字"
)
# 注册会计师 is no note.
_NOTE: Final = re.compile(
    r"^[（(]?(?:(?:说明|备注|填表说明|填写说明|注意|要求|提示|须知)\s*\d*(?:[：:.、]|事项|$)|注\s*\d*[：:.、]|注$)|^\d+[.、]\s*\S{8,}"
)
_IDENTITY: Final = re.compile(r"\d{17}[\dXx]")


class LineKind(Worded):
    """
    What a line of a sheet is.
    """

    TITLE = "title", "标题", "title"
    NOTE = "note", "说明或备注", "note"
    HEADING = "heading", "列标题", "headings"
    REPEATED = "repeated", "重复的列标题", "headings repeated"
    OTHER_TABLE = "other_table", "另一张表，没有核对", "another table, not checked"
    SECTION = "section", "分组行", "heading of a group of rows"
    NUMBERS = "numbers", "栏次", "numbers of the columns"
    EXAMPLE = "example", "示例", "example"
    INSTRUCTION = "instruction", "填写要求", "instructions"
    PERSON = "person", "人员", "person"
    SUM = "sum", "合计或小计", "sum"
    SIGNATURE = "signature", "签字栏", "signatures"
    BLANK = "blank", "空行", "blank"


@frozen
class Line:
    """
    A line that is not a person: its place among the rows (from 0), its kind, and how it begins, masked.
    """

    row: int
    kind: LineKind
    text: str = ""


def kind_above(line: Sequence[str], found: Sequence[Line]) -> LineKind:
    """
    Return what a line above the headings is, after the lines found so far.

    >>> kind_above(["某校花名册"], ()).name, kind_above(["单位：甲校"], ()).name
    ('TITLE', 'NOTE')
    """
    filled = [text for text in line if text]
    if not filled:
        return LineKind.BLANK
    titled = any(item.kind is LineKind.TITLE for item in found)
    if titled or _NOTE.search(filled[0]) or len(filled) > 2 or "：" in filled[0] or ":" in filled[0]:
        return LineKind.NOTE
    return LineKind.TITLE


def other_table_above(lines: Sequence[Sequence[str]]) -> range:
    """
    Return the places of a table with fewer columns above the headings: its own headings and what follows them.

    >>> other_table_above([["某表"], ["姓名", "性别", "身份证号"], ["张三", "男", "450000199307010014"]])
    range(1, 3)
    """
    heads = (place for place, line in enumerate(lines) if _heads_a_table(["".join(it.split()) for it in line if it]))
    start = next(heads, len(lines))
    has_rows = any(sum(map(bool, line)) > 1 for line in lines[start + 1 :])
    return range(start, len(lines)) if has_rows else range(0)


@frozen
class Below:
    """
    What tells the lines below the headings apart.

    `heads` are the lines of headings, `named` counts the columns that have one, `across` are the rows that are merged
    across the sheet (from 0).
    """

    heads: tuple[tuple[str, ...], ...] = ()
    named: int = 0
    across: frozenset[int] = frozenset()

    def kind(self, line: Sequence[str], row: int | None = None) -> LineKind:
        """
        Return what a line of texts is; `row` is its place, if that is known.

        >>> below = Below((("姓名", "性别", "民族"),), 3)
        >>> below.kind(["合计", "2", ""]).name, below.kind(["二、退休人员"]).name, below.kind(["李四", "女", "汉"]).name
        ('SUM', 'SECTION', 'PERSON')
        """
        filled = ["".join(text.split()) for text in line if text]
        if not filled:
            return LineKind.BLANK
        few = len(filled) * 2 <= self.named or self.named < _NARROW
        signed = self._signatures(line) * 2 >= len(filled)
        asked = len(filled) > 1 and sum(bool(_ASKS.search(text)) for text in filled) * 2 >= len(filled)
        # Who has an identity number is a person, whatever else the line says.
        is_somebody = any(map(_IDENTITY.fullmatch, filled))
        few = few and not is_somebody
        is_headed = _heads_a_table(filled)
        kinds = (
            (LineKind.REPEATED, any(_repeats(line, head) for head in self.heads)),
            (LineKind.OTHER_TABLE, is_headed and self._is_other(line)),
            (LineKind.REPEATED, is_headed),
            (LineKind.NUMBERS, _numbers_columns(filled)),
            (LineKind.EXAMPLE, any(map(_EXAMPLE.search, filled[:3]))),
            (
                LineKind.SUM,
                not is_somebody and (bool(_SUM.search(filled[0])) or (few and any(map(_SUM.search, filled[:2])))),
            ),
            (LineKind.SIGNATURE, few and self.named > 1 and signed),
            (LineKind.INSTRUCTION, asked),
            (LineKind.NOTE, few and bool(_NOTE.search(filled[0]))),
            (LineKind.SECTION, few and self.named > 1 and (row in self.across or self._begins_a_section(line, filled))),
            (LineKind.NOTE, few and (bool(_OF_THE_PAGE.fullmatch("".join(filled))) or self._is_aside(line))),
        )
        return next((kind for kind, holds in kinds if holds), LineKind.PERSON)

    def _signatures(self, line: Sequence[str]) -> int:
        """
        Count the cells for signatures (审核人：, 盖章); not a post (部门负责人) or a name (李审核) in its own column.
        """
        return sum(
            _SIGNATURE.search(text) is not None
            and not (_LABEL.search(text) is None and self._is_own(place, "".join(text.split())))
            for place, text in enumerate(line)
        )

    def _is_own(self, place: int, text: str) -> bool:
        fields = {_field(head[place]) for head in self.heads if place < len(head)}
        is_named = "name" in fields and text[:1] in SURNAMES and len(text) > len("盖章")
        return is_named or not fields.isdisjoint(_SPEAKING)

    def _is_other(self, line: Sequence[str]) -> bool:
        # Name, Gender, ID below 姓名, 性别, 身份证号 are the same headings in another language.
        pairs = [zip(line, head, strict=False) for head in self.heads]
        return not any(sum(bool(_field(one)) and _field(one) == _field(other) for one, other in it) > 1 for it in pairs)

    def _begins_a_section(self, line: Sequence[str], filled: Sequence[str]) -> bool:
        """
        Whether a line names the group of rows below it: 二、退休人员; 单位：甲校; 语文组.
        """
        if len(filled) > 1:
            return len(filled) == _PAIR and _ORDINAL.fullmatch(filled[0]) is not None
        if _NUMBERED.match(filled[0]) or _LABELLED.match(filled[0]):
            return True
        # 文科组 may be a person, whom nobody may lose: 文 is a surname.
        may_be_a_person = filled[0][0] in SURNAMES and _is_a_name(line, self.heads)
        return _GROUP.fullmatch(filled[0]) is not None and not may_be_a_person

    def _is_aside(self, line: Sequence[str]) -> bool:
        return self.named >= _NARROW and sum(map(bool, line)) == 1 and not _is_a_name(line, self.heads)


@define
class LineReader:
    """
    Reads the lines below the headings one after the other: what follows the headings of another table belongs to it.
    """

    below: Below
    _is_elsewhere: bool = False
    _has_people: bool = False

    def kind(self, line: Sequence[str], row: int | None = None) -> LineKind:
        """
        Return what the next line is.

        >>> reader = LineReader(Below((("姓名", "性别", "民族"),), 3))
        >>> lines = ["张三", "男", "汉族"], ["身份证号", "姓名", "职称"], ["1", "李四", "教授"], ["姓名", "性别", ""]
        >>> [reader.kind(line).name for line in lines]
        ['PERSON', 'OTHER_TABLE', 'OTHER_TABLE', 'REPEATED']
        """
        kind = self.below.kind(line, row)
        if kind is LineKind.OTHER_TABLE and not self._has_people:
            # Headings below headings, before anybody: the same once more in other words.
            return LineKind.REPEATED
        if kind in {LineKind.OTHER_TABLE, LineKind.REPEATED}:
            self._is_elsewhere = kind is LineKind.OTHER_TABLE
        self._has_people = self._has_people or kind is LineKind.PERSON
        return LineKind.OTHER_TABLE if self._is_elsewhere and kind is LineKind.PERSON else kind


def _field(heading: str) -> str:
    return read_heading(heading).field


def _heads_a_table(filled: Sequence[str]) -> bool:
    """
    Whether a line holds headings, though not those of this table: who a row is of, and most others known.
    """
    if len(filled) < _FEWEST_HEADS or not any(map(_WHO.search, filled)) or any(map(_FIGURES.search, filled)):
        return False
    readings = [read_heading(text) for text in filled]
    fields = {item.field for item in readings if item.fate is Fate.FIELD}
    known = sum(item.fate is not Fate.NOT_UNDERSTOOD for item in readings)
    return len(fields) > 1 and not fields.isdisjoint({"name", "citizen_id"}) and known * 3 > len(filled) * 2


_ORDINAL: Final = re.compile("[（(]?[一二三四五六七八九十]{1,3}[）)、.．]?")
_NUMBERED: Final = re.compile(
    "(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]+[部分组类]).."
)
_LABELLED: Final = re.compile(
    "(?:所属|所在)?(?:单位|部门|科室|处室|学校|学段|年级|班级|教研组|组别|岗位|类别|类型|工种|系列|车间|片区|乡镇|街道)"
    "(?:名称)?[：:]."
)
_GROUP: Final = re.compile(
    ".{2,}(?:组|处|室|部|园|站|局|年级|人员|教师|教职工|干部|职工|名单|编制|在编|在职|退休|离休|聘用)(?:[（(].*[）)])?"
)
_OF_THE_PAGE: Final = re.compile(
    r"(?:第\d+页)?[，,/／]?(?:共?\d+页)|第\d+页|\d+[/／]\d+页|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?"
    "|[（(]?(?:以下空白|以下无.*|此[行处]以下.*|转下页|接上页|续上?表|表格结束)[）)]?|[-—_=*]{3,}"
)
_LABEL: Final = re.compile("[：:]")
# Columns whose cells may speak of heads and chiefs.
_SPEAKING: Final = frozenset(
    {"position", "department", "title_name", "title_series", "unit_name", "qualification", "major", "skill_grade"}
)
# What a heading of the person's name or number has in it; a quick look, since every row is asked.
_WHO: Final = re.compile("名|身[份分]|证|name|id", re.IGNORECASE)
_FIGURES: Final = re.compile(r"\d{4,}|^\d+$")
_FEWEST_HEADS: Final = 3
_NARROW: Final = 4
_PAIR: Final = 2


def _is_a_name(line: Sequence[str], heads: tuple[tuple[str, ...], ...]) -> bool:
    """
    Whether the one filled cell of a line is a name in the column of names: somebody of whom all else is missing.
    """
    place = next(at for at, text in enumerate(line) if text)
    above = [head[place] for head in heads if place < len(head) and head[place]]
    return (
        bool(above) and read_heading(above[-1]).field == "name" and bool(_NAME.fullmatch("".join(line[place].split())))
    )


_NAME: Final = re.compile("[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]+·[\u3400-\u9fff·]+")


def _numbers_columns(filled: Sequence[str]) -> bool:
    """
    Whether a line counts the columns: 1 2 3 4, or 甲 乙 1 2 as in statistical forms.
    """
    bare = [
        text.strip("（()）栏.").translate(_CIRCLED) for text in filled if text not in {"栏次", "列次", "栏号", "列号"}
    ]
    if len(bare) > _FEW and bare == [chr(ord("A") + at) for at in range(len(bare))]:
        return True
    letters = len([text for text in bare if text in _STEMS])
    rest = bare[letters:]
    numbered = rest == [str(number) for number in range(1, len(rest) + 1)] if rest else letters > _FEW
    return len(bare) > _FEW and bare[:letters] == list(_STEMS[:letters]) and numbered


_CIRCLED: Final = {ord("①") + at: str(at + 1) for at in range(20)}
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_FEW: Final = 2


def _repeats(line: Sequence[str], head: Sequence[str]) -> bool:
    texts = ["".join(text.split()) for text in line]
    heads = ["".join(text.split()) for text in head]
    same = sum(bool(text) and text == other for text, other in zip(texts, heads, strict=False))
    return same >= 2 and same * 2 > sum(map(bool, texts))
