"""
Words of tables are no names, names are no words; what a reader or a browser puts together is no secret way round.
"""

from __future__ import annotations

import re

import pytest

from credrules import codes
from credrules.findings import finding
from credrules.masking import Care, shown, shown_cell, shown_params
from tests.support import secrets

WORDS = [
    "高级",
    "高级工",
    "高校",
    "高中",
    "高职",
    "高新",
    "高压",
    "方向",
    "方案",
    "方法",
    "方式",
    "方面",
    "马上",
    "石油",
    "石化",
    "石材",
    "金融",
    "金融学",
    "金属",
    "水利",
    "水产",
    "水电",
    "水泥",
    "黄金",
    "白银",
    "时间",
    "时段",
    "计算",
    "计算机",
    "计划",
    "计量",
    "全日制",
    "全国",
    "全省",
    "全科",
    "文化",
    "文学",
    "文字",
    "文物",
    "文件",
    "安全",
    "安全员",
    "安装",
    "单元",
    "单位",
    "管理",
    "管道工",
    "程序员",
    "项目",
    "应用",
    "应急",
    "应届",
    "成人",
    "成果",
    "成绩",
    "荣誉",
    "党校",
    "党派",
    "任职",
    "任期",
    "华侨",
    "家庭",
    "广播",
    "广告",
    "施工",
    "武术",
    "印刷",
    "印染",
    "包装",
    "劳动",
    "劳务",
    "危险",
    "康复",
    "从业",
    "后勤",
    "房屋",
    "养殖",
    "利用",
    "相关",
    "权限",
    "关系",
    "车辆",
    "车工",
    "商业",
    "商务",
    "空调",
    "空白",
    "查询",
    "元旦",
    "明细",
    "平均",
    "平台",
    "常见",
    "严重",
    "齐全",
    "解放",
    "解答",
    "充值",
    "代码",
    "仲裁",
    "纪律",
    "皮肤",
    "麻醉",
    "简历",
    "司机",
    "司法",
    "宣传",
    "江苏",
    "江西",
    "山东",
    "山西",
    "广东",
    "广西",
    "云南",
    "宁夏",
    "安徽",
    "甘肃",
    "吉林",
    "东北",
    "温室",
    "游泳",
    "班级",
    "班主任",
    "农业",
    "农艺师",
    "农民工",
    "玉林",
    "玉米",
    "零售",
    "东方",
]
NAMES = [
    "张三",
    "李小龙",
    "王小明",
    "欧阳修远",
    "令狐冲",
    "诸葛亮",
    "尧十三",
    "买买提",
    "次仁卓玛",
    "王小明同志",
    "张老师",
    "赵六",
    "高明",
    "江山",
    "方圆",
    "金明",
    "农小明",
    "零晓",
    "司徒明",
    "万俟宁",
    "太史慈安",
]


@pytest.mark.parametrize("word", WORDS)
def test_an_ordinary_word_is_shown(word: str) -> None:
    """
    A word of tables in a cell of another kind is shown as it stands there.
    """
    assert word == shown_cell(word)


@pytest.mark.parametrize("name", [*NAMES, "John Smith", "Wang Xiaoming", "John·Smith", "张 三"])
def test_a_name_is_not(name: str) -> None:
    """
    A person's name in such a cell keeps its first letter alone, also one that could be a word.
    """
    assert name[0] + "*" * (len(name) - 1) == shown_cell(name)


@pytest.mark.parametrize("table", codes.tables(), ids=lambda table: table.name)
def test_the_words_of_the_tables_are_known(table: codes.CodeTable) -> None:
    """
    Every name of a table is shown in a cell of another kind; of the divisions, those of provinces.
    """
    entries = [entry for entry in table.content.entries if table.name != "DIVISIONS" or entry.code.endswith("0000")]
    named = {word for it in entries for name in (it.name, *it.aliases, *it.former) for word in _HAN.findall(name)}

    assert [] == sorted(word for word in named if len(word) < 5 and "*" in shown_cell(word))


_HAN = re.compile("[\u3400-\u9fff]+")
NUMBER = "450000199307010014"
_GROUPS = [NUMBER[place : place + 4] for place in range(0, 18, 4)]


def _each(form: str, number: str = NUMBER) -> str:
    return "".join(form.format(ord(sign)) for sign in number)


GAPS = ("……", "    ", "----", " / / ", "&nbsp;", "<br>", "</td><td>", "\\n", "*", "***")
TEXTS = (
    *(gap.join(_GROUPS) for gap in GAPS),
    "*".join(NUMBER),
    f"**{NUMBER}**",
    "四五〇〇〇〇一九九三〇七〇一〇〇一四",
    "肆伍零零零零壹玖玖叁零柒零壹零零壹肆",
    "450000一九九三〇七〇一0014",
    *map(_each, ("&#{};", "&#x{:x};", "%{:02x}", "\\u{:04x}", "\\x{:02x}")),
    "".join("〇" if sign == "0" else chr(0x327F + int(sign)) for sign in NUMBER),
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("care", [Care.GIVEN, Care.CELL])
def test_no_way_of_writing_shows_a_number(text: str, care: Care) -> None:
    """
    Asterisks that somebody typed, numerals, entities, tags and wide gaps hide no digit from a reader.
    """
    told = shown(text, care)

    assert "****" in told
    assert not secrets.whole(secrets.Spelling(text, NUMBER), told)


def test_what_a_masker_left_stays() -> None:
    """
    A text that was masked is not masked again.
    """
    for text in (NUMBER, "13800001234", "A12345", "zhangsan@example.org", "甲市乙路88号2栋301室"):
        once = shown(text)
        assert once == shown(once)


def test_what_holds_itself_is_described() -> None:
    """
    A suggestion or a parameter that holds lists without end is described from the eighth level on.
    """
    ring: list[object] = []
    ring.append(ring)
    deep: tuple[object, ...] = ()
    for _ in range(200):
        deep = (deep,)
    found = [finding("TEXT.EMPTY", suggestion=ring), finding("TEXT.EMPTY", x=ring, y=deep, suggestion=deep)]

    assert ["<list of 1>" in repr(found[0].to_dict("zh")), "<tuple of 1>" in repr(found[1].to_dict("en"))] == [
        True,
        True,
    ]
    assert "<tuple of 1>" in repr(shown_params(deep))


@pytest.mark.parametrize(
    ("text", "hidden"), [("姓名28 Nathan Road, Kowloon", "Nathan Road"), ("住28 Nathan Road号", "Nathan Road")]
)
def test_a_road_in_latin_letters_beside_characters(text: str, hidden: str) -> None:
    """
    A Chinese character before or behind an address in Latin letters does not hide it from the masker.
    """
    assert hidden not in shown(text)


def test_a_name_in_latin_letters_beside_characters() -> None:
    """
    A name in Latin letters behind a Chinese character is still a name.
    """
    assert "Smith" not in shown("姓名John Smith", Care.CELL)


def test_an_address_split_into_texts_is_still_one() -> None:
    """
    An e-mail in two entries of a list is masked as if it stood in one; names of systems stay.
    """
    assert "zhangsan" not in repr(shown_params(("zhangsan", "@example.org")))
    assert "zhangsan" not in repr(shown_params(("专项资金申报系统", "zhangsan", "＠example.org")))
    assert ("专项资金申报系统", "乙系统") == shown_params(("专项资金申报系统", "乙系统"))
