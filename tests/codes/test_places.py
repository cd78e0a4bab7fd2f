"""
Place names as personnel tables write them.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.codes import Entry
from credrules.codes.names import Via
from credrules.codes.places import PREFIXES, division_names

TABLE = codes.DIVISIONS
NOW = dt.date(2026, 10, 6)

# What is written = its code, on the last day of the data.
WRITTEN = """
    广西=450000 广西壮族自治区=450000 广西自治区=450000 广西省=450000 内蒙=150000 新疆=650000 北京=110000
    广西南宁=450100 广西南宁市=450100 南宁市=450100 南宁=450100 广西壮族自治区南宁市=450100
    广西南宁青秀区=450103 广西南宁市青秀区=450103 南宁青秀=450103 南宁市青秀区=450103 青秀区=450103 广西青秀区=450103
    广西-南宁-青秀区=450103 广西/南宁/青秀区=450103 广西、南宁、青秀区=450103 中国广西南宁=450100
    中华人民共和国广西壮族自治区=450000 南宁人=450100 广西籍=450000 广西桂林人=450300
    义乌=330782 浙江义乌=330782 浙江省金华市义乌市=330782 三江县=450226 三江侗族自治县=450226 凉山州=513400 凉山=513400
    恩施州=422800 恩施市=422801 济源市=419001 河南济源=419001 东莞=441900 广东东莞市=441900 仙桃=429004
    湖北仙桃市=429004 上海浦东=310115 浦东=310115 湖北神农架=429021 清新=441803
    北京市朝阳区=110105 北京朝阳=110105 海南三亚=460200 重庆万州=500101 香港=810000 澳门=820000
    呼市=150100 内蒙呼市=150100 新疆巴州=652800 四川巴州=511902 博州=652700 克州=653000 锡盟=152500 乌市=650100
"""

# What may be several places, or none: no code without the word.
OPEN = "巴州 鼓楼区 朝阳 朝阳区 城关区 火星市 中国 市辖区 县 南宁市火星区 广东南宁 某地 长春路"


@pytest.mark.parametrize(("text", "code"), [pair.split("=") for pair in WRITTEN.split()])
def test_written_so(text: str, code: str) -> None:
    """
    A name, a short name or a path of names is read as its code.
    """
    report = TABLE.check(text, on=NOW)

    assert (code, True) == (report.value, report.ok)


@pytest.mark.parametrize("text", OPEN.split())
def test_open_names(text: str) -> None:
    """
    What may be several places, or none, gets no code without a word.
    """
    report = TABLE.check(text, on=NOW)

    assert report.value is None or "CODE.ASSUMED" in [found.code for found in report.findings]
    assert report.findings


def test_same_name_in_many_cities() -> None:
    """
    鼓楼区 lists all its cities and says that the city decides.
    """
    found = TABLE.check("鼓楼区", on=NOW).findings[0]

    assert {"320106", "320302", "350102", "410204"} == set(found.params["codes"])
    assert "所属省、市" in found.message("zh")


def test_short_name_with_rivals() -> None:
    """
    A short name that one place bears more surely than another is given with the other named.
    """
    report = TABLE.check("吉林", on=NOW)

    assert "220000" == report.value


def test_a_place_inside_a_place_of_the_same_name() -> None:
    """
    恩施 is a prefecture and the city inside it: the wider holds both, and is a true answer.
    """
    report = TABLE.check("恩施", on=NOW)

    assert "422800" == report.value


@pytest.mark.parametrize(("text", "code"), [("恩施人", "422800"), ("吉林人", "220000"), ("吉林籍", "220000")])
def test_people_of_a_place_within_a_place(text: str, code: str) -> None:
    """
    People of 吉林 may come from the city or from elsewhere in the province: the province is true, the city is told.
    """
    report = TABLE.check(text, on=NOW)

    assert (code, ["CODE.ASSUMED"]) == (report.value, [found.code for found in report.findings])


@pytest.mark.parametrize(
    ("text", "on", "code"),
    [
        ("北京市崇文区", dt.date(2000, 1, 1), "110103"),
        ("北京市崇文区", NOW, "110103"),
        ("四川省重庆市", dt.date(1990, 1, 1), "510200"),
        ("重庆市", NOW, "500000"),
        ("横县", dt.date(2010, 1, 1), "450127"),
        ("横县", dt.date(1990, 1, 1), "452122"),
    ],
)
def test_names_of_a_time(text: str, on: dt.date, code: str) -> None:
    """
    A name means the unit that bore it then; a name given up is read, and said to have ended.
    """
    assert code == TABLE.check(text, on=on).value


def test_an_ended_place_says_what_it_became() -> None:
    """
    The finding about an ended place names its successors.
    """
    found = TABLE.check("北京市崇文区", on=NOW).findings[0]

    assert ("CODE.ENDED", ("110101",)) == (found.code, found.params["successors"])
    assert "110101 北京市东城区" in found.message("zh")


@pytest.mark.parametrize("text", ["", " ", "长" * 41, "·", "中国", "人"])
def test_no_place(text: str) -> None:
    """
    Nothing, signs, a country or a text too long for a path is no place.
    """
    assert TABLE.check(text).value is None


def test_prefixes_are_those_of_the_table() -> None:
    """
    The first two digits known to the reader are those of the data.
    """
    assert sorted({row.code[:2] for row in TABLE.content.entries}) == sorted(PREFIXES)


def test_collective_lines_have_no_name() -> None:
    """
    市辖区 and its like name no place of their own, but inside their city they are found.
    """
    assert [] == list(division_names(TABLE["450101"]))
    assert "450101" == TABLE.check("广西南宁市市辖区").value
    assert () == tuple(entry for entry in TABLE.find("市辖区"))


def test_every_code_is_found() -> None:
    """
    Exact search finds every code of the table, that of a collective line too.
    """
    assert [] == [entry.code for entry in TABLE if (entry,) != TABLE.find(entry.code)]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("450000", {(Via.NAME, "广西"), (Via.ALIAS, "广西省"), (Via.ALIAS, "广西自治区")}),
        ("150000", {(Via.ALIAS, "内蒙")}),
        ("450100", {(Via.SHORT, "南宁")}),
        ("450103", {(Via.LOOSE, "青秀")}),
        ("330782", {(Via.ALIAS, "义乌")}),
        ("450226", {(Via.ALIAS, "三江县"), (Via.ALIAS, "三江")}),
    ],
)
def test_names_by_level(code: str, expected: set[tuple[Via, str]]) -> None:
    """
    How sure a short form is depends on the level; autonomous units go without their peoples.
    """
    assert expected <= set(division_names(TABLE[code]))


def test_find_of_divisions() -> None:
    """
    `find` looks for names and codes to the letter, over all times.
    """
    assert ["450103"] == [entry.code for entry in TABLE.find("青秀区")]
    assert ["450103"] == [entry.code for entry in TABLE.find("450103")]
    assert () == TABLE.find("青 秀区")


PATHS = st.sampled_from([row for row in TABLE.at(NOW) if row["level"] == "county" and not row.parent.endswith("0000")])


@given(row=PATHS, sign=st.sampled_from(["", "-", " ", "/", "·"]), short_top=st.booleans(), short_middle=st.booleans())
def test_paths_in_any_form(row: Entry, sign: str, *, short_top: bool, short_middle: bool) -> None:
    """
    Province, prefecture and county, each in full or short and with any sign between, are read as the county or listed.
    """
    middle = TABLE[row.parent]
    top = TABLE[middle.parent]
    names = [
        top.short if short_top and top.short else top.name,
        middle.short if short_middle and middle.short else middle.name,
        row.name,
    ]
    report = TABLE.check(sign.join(names), on=NOW)

    assert row.code == report.value


@given(st.text("广西南宁青秀区市县中国人籍 -·1450", max_size=14))
def test_any_text(text: str) -> None:
    """
    Any text is answered with a code of the table or none, and never with an error raised.
    """
    report = TABLE.check(text)

    assert report.value is None or report.value in TABLE
