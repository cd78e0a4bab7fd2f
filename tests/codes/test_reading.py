"""
From what people write to a code, or to the reasons why not.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.codes import CodeTable, Entry, OnClash
from credrules.codes.names import simplified
from credrules.findings import ChangeKind
from tests.support.naming import shown

DAY = dt.date(2024, 6, 1)
LISTS = [table for table in codes.tables() if table.name != "DIVISIONS"]


def _codes(table: CodeTable, value: object, on: dt.date | None = None) -> list[str]:
    return [found.code for found in table.check(value, on=on).findings]


def _kinds(table: CodeTable, value: object) -> list[ChangeKind]:
    return [change.kind for change in table.check(value).changes]


@pytest.mark.parametrize("value", [True, 1.5, ["01"], {"a": 1}, b"01", object()], ids=shown)
def test_what_is_no_text(value: object) -> None:
    """
    What is neither text nor a whole number is refused by its type.
    """
    report = codes.ETHNICITY.check(value)

    assert report.value is None
    assert not report.ok


@pytest.mark.parametrize("value", [None, "", "  ", "\u3000", float("nan")], ids=shown)
def test_nothing_given(value: object) -> None:
    """
    An empty cell is said to be empty.
    """
    assert ["CODE.EMPTY"] == _codes(codes.ETHNICITY, value)


@pytest.mark.parametrize("text", ["01", "汉族", "汉"])
def test_plain_answers_need_no_word(text: str) -> None:
    """
    A code and a printed name are read without a finding; only the name is a change.
    """
    report = codes.ETHNICITY.check(text)
    changes = [] if text == "01" else [ChangeKind.NAME]

    assert ("01", ()) == (report.value, report.findings)
    assert changes == [change.kind for change in report.changes]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("汉　族", ChangeKind.SPACE),
        ("０１", ChangeKind.FULL_WIDTH),
        ("汉\n族", ChangeKind.LINE_BREAK),
        ("汉\u200b族", ChangeKind.INVISIBLE),
    ],
)
def test_layout_is_repaired_and_listed(text: str, kind: ChangeKind) -> None:
    """
    Blanks, breaks, full-width digits and hidden characters are taken out and listed.
    """
    assert "01" == codes.ETHNICITY.check(text).value
    assert kind in _kinds(codes.ETHNICITY, text)


def test_brackets_and_case_are_no_other_name() -> None:
    """
    The shape of a bracket and the case of a code are listed as such changes.
    """
    assert ("013", "EXT-8") == (codes.TITLES.check("讲师(高校)").value, codes.SKILL_GRADES.check("ext-8").value)
    assert ChangeKind.PUNCTUATION in _kinds(codes.TITLES, "讲师(高校)")
    assert ChangeKind.CASE in _kinds(codes.SKILL_GRADES, "ext-8")


@pytest.mark.parametrize("table", LISTS, ids=lambda t: t.name)
def test_reading_twice_is_reading_once(table: CodeTable) -> None:
    """
    Normalising gives a code or a text, and normalising that again changes nothing.
    """
    for entry in table:
        for name in (entry.name, *entry.aliases, f" {entry.name}　"):
            once = table.normalize(name)

            assert once == table.normalize(once)


@given(st.sampled_from(LISTS), st.text(max_size=12) | st.text("0123456789-（） 汉族", max_size=8))
def test_check_and_normalize_agree(table: CodeTable, text: str) -> None:
    """
    The value of a check is what normalising answers, and is a code of the table.
    """
    report = table.check(text)

    assert report.value is None or (report.value in table and report.value == table.normalize(text))
    assert report.ok is not any(found.severity.value == "error" for found in report.findings)


def test_names_given_up_and_other_names() -> None:
    """
    An alias, a former name and a less certain name are each read with their own word.
    """
    assert [["CODE.ALIAS"], ["CODE.FORMER_NAME"], ["CODE.ASSUMED"]] == [
        _codes(codes.ETHNICITY, text) for text in ("维族", "僮族", "蒙族")
    ]


def test_only_sure_names_are_suggested() -> None:
    """
    An alias suggests the printed name; an assumption suggests nothing, for it is to be confirmed.
    """
    alias, assumed = (codes.ETHNICITY.check(text).findings[0] for text in ("维族", "蒙族"))

    assert ("维吾尔族", None) == (alias.suggestion, assumed.suggestion)


def test_repaired_text_reads_clean() -> None:
    """
    With the suggestion applied nothing is left to say.
    """
    assert () == codes.ETHNICITY.check("维族").repaired().findings


def test_ambiguity_is_an_answer() -> None:
    """
    A name of several entries is answered with all of them, their groups, and what would decide.
    """
    found = codes.TITLES.check("讲师").findings[0]

    assert ("CODE.AMBIGUOUS", 3, ("013", "023", "033")) == (found.code, found.params["count"], found.params["codes"])
    assert "013 讲师（高校）〔高等学校教师〕" == found.params["candidates"][0]
    assert "所属类别" in found.message("zh")


def test_ambiguity_within_one_group() -> None:
    """
    Where the candidates share their group, a fuller name or the code decides.
    """
    assert "更完整的名称" in codes.POLITICAL_STATUS.check("民主党派").findings[0].message("zh")


def test_undeclared_ambiguity_of_an_overlay() -> None:
    """
    Two entries of one name in a host's table are both listed, although nobody declared the name ambiguous.
    """
    table = codes.SEX.extend([{"code": "7", "name": "其他"}, {"code": "8", "name": "其他"}])

    assert ("CODE.AMBIGUOUS", ("7", "8")) == (
        table.check("其他").findings[0].code,
        table.check("其他").findings[0].params["codes"],
    )
    assert "7" == table.check("7").value
    assert "7" == table.check(table.check("7").repaired().raw).value


def test_a_sure_name_beside_an_unsure_one() -> None:
    """
    A printed name stands even where another entry bears it as an alias; an alias against a loose name is said aloud.
    """
    table = codes.SEX.extend(
        [
            {**_STATED, "code": "5", "name": "甲", "loose": ["丙"]},
            {**_STATED, "code": "6", "name": "乙", "aliases": ("甲", "丙")},
        ]
    )

    assert ("5", ()) == (table.check("甲").value, table.check("甲").findings)
    assert "6" == table.check("丙").value
    assert "也可能是：5 甲" in table.check("丙").findings[0].message("zh")


def test_meaning_in_another_table() -> None:
    """
    技师 is a health title and a worker's grade: the code is given, and what else it may mean is told.
    """
    report = codes.TITLES.check("技师")

    assert ("264", ["CODE.ASSUMED"]) == (report.value, [found.code for found in report.findings])
    assert "SKILL_GRADES 2" in report.findings[0].message("zh")
    assert "SKILL_GRADES 2" in report.findings[0].message("en")
    assert ("264", ()) == (codes.TITLES.check("264").value, codes.TITLES.check("264").findings)


@pytest.mark.parametrize("value", ["8", 8, " 8 "], ids=shown)
def test_lost_leading_zero(value: object) -> None:
    """
    A code that lost its zeros in a number cell is read with a warning and its repair.
    """
    report = codes.ETHNICITY.check(value)

    assert "08" == report.value
    assert ("CODE.LEADING_ZERO", "08") == (report.findings[-1].code, report.findings[-1].suggestion)


def test_no_zero_is_added_where_it_fits_nothing() -> None:
    """
    A number that is no code even with zeros is unknown.
    """
    assert ["CODE.UNKNOWN"] == _codes(codes.ETHNICITY, "77") == _codes(codes.ETHNICITY, "777")


@pytest.mark.parametrize(
    "text", ["08 壮族", "08-壮", "08壮族", "壮族(08)", "壮族（08）", "08（壮族）", "壮族 08", "08、壮族"]
)
def test_code_and_name_together(text: str) -> None:
    """
    Code and name written together are read where they agree.
    """
    report = codes.ETHNICITY.check(text)

    assert "08" == report.value
    assert ["TEXT.NOTATION"] == [found.code for found in report.findings]


def test_code_and_name_that_disagree() -> None:
    """
    Code and name of two entries give no value and show both.
    """
    report = codes.ETHNICITY.check("08 苗族")

    assert (None, ["CODE.CONTRADICTION"]) == (report.value, [found.code for found in report.findings])
    assert ("06 苗族",) == report.findings[0].params["candidates"]


def test_code_with_an_unknown_name() -> None:
    """
    A code beside a name nobody knows gives no value, but the code is shown as a candidate.
    """
    report = codes.ETHNICITY.check("08 火星族")

    assert report.value is None
    assert ("08 壮族",) == report.findings[0].params["candidates"]


@pytest.mark.parametrize("text", ["（）", "-", "。", "[]", "（08）壮族"])
def test_signs_without_a_name(text: str) -> None:
    """
    Signs alone, or around a part only, are no code and no name.
    """
    assert (None, ["CODE.UNKNOWN"]) == (codes.ETHNICITY.check(text).value, _codes(codes.ETHNICITY, text))


@pytest.mark.parametrize("text", ["汉族。", "“汉族”", "（汉族）", "【汉族】", "汉族,", "'01", "((汉))", "01."])
def test_signs_around_a_name(text: str) -> None:
    """
    Quotation marks, brackets and stops around the whole are taken off, and that is listed.
    """
    report = codes.ETHNICITY.check(text)

    assert ("01", ["TEXT.NOTATION"]) == (report.value, [found.code for found in report.findings])


@pytest.mark.parametrize(
    ("table", "text", "code"),
    [
        (codes.ETHNICITY, "滿族", "11"),
        (codes.ETHNICITY, "“烏孜別克族”", "43"),
        (codes.TITLES, "高級會計師", "132"),
        (codes.DIVISIONS, "廣西南寧", "450100"),
    ],
)
def test_traditional_characters(table: codes.CodeTable, text: str, code: str) -> None:
    """
    A name in traditional characters is the name, and the other spelling is listed.
    """
    report = table.check(text)

    assert (code, ["TEXT.NOTATION"]) == (report.value, [found.code for found in report.findings])


def test_no_name_is_written_in_what_is_replaced() -> None:
    """
    No printed name of any table changes when traditional characters are replaced, quotation marks apart.
    """
    changed = [
        name
        for table in codes.tables()
        for entry in table.content.entries
        for name in (entry.name, entry.short)
        if simplified(name) != name.replace("“", "").replace("”", "")
    ]

    assert [] == changed


@pytest.mark.parametrize(
    ("table", "text", "code"),
    [
        (codes.ETHNICITY, "汉族（Han）", "01"),
        (codes.ETHNICITY, "汉族(Chinese)", "01"),
        (codes.POLITICAL_STATUS, "中国共产党党员（中共党员）", "01"),
        (codes.DEGREE, "公共管理硕士(M.P.A.)", "349"),
        (codes.TITLES, "高级工程师（Senior Engineer）", "082"),
    ],
)
def test_second_name_in_brackets(table: codes.CodeTable, text: str, code: str) -> None:
    """
    A second name in brackets is let go when it means the same, or is foreign and unknown.
    """
    report = table.check(text)

    assert (code, "TEXT.NOTATION") == (report.value, report.findings[0].code)


@pytest.mark.parametrize(
    ("table", "text", "found"),
    [
        # The two parts contradict each other.
        (codes.DEGREE, "工商管理硕士（MPA）", "CODE.UNKNOWN"),
        (codes.DEGREE, "法律硕士（法学硕士）", "CODE.UNKNOWN"),
        # What stands in the brackets narrows the name down, and is not known.
        (codes.POLITICAL_STATUS, "中共党员（发展对象）", "CODE.UNKNOWN"),
        (codes.TITLES, "高级工程师（外聘）", "CODE.UNKNOWN"),
        (codes.TITLES, "研究员（Z）", "CODE.AMBIGUOUS"),
        (codes.TITLES, "甲（Engineer）", "CODE.UNKNOWN"),
    ],
)
def test_second_name_that_does_not_fit(table: codes.CodeTable, text: str, found: str) -> None:
    """
    Brackets that say something else, or more, leave the name unread.
    """
    report = table.check(text)

    assert (None, found) == (report.value, report.findings[0].code)


def test_signs_around_an_ambiguous_name() -> None:
    """
    What is ambiguous without its brackets is ambiguous within.
    """
    assert ["CODE.AMBIGUOUS"] == _codes(codes.TITLES, "（讲师）")


def test_long_text_is_no_name() -> None:
    """
    A text longer than any name is not looked for, and shown cut.
    """
    report = codes.ETHNICITY.check("长" * 121)

    assert (None, "长" * 29 + "…") == (report.value, report.findings[0].params["given"])


def test_personal_number_in_the_wrong_cell() -> None:
    """
    An identity number in a coded cell is masked in the finding.
    """
    assert "450000199001010014" not in codes.ETHNICITY.check("450000199001010014").to_text("zh")


def test_fragments_do_not_refuse() -> None:
    """
    What an incomplete list does not hold is a warning: it may well be genuine.
    """
    report = codes.REVIEW_BODIES.check("某系列评审委员会")

    assert (True, ["CODE.NOT_IN_FRAGMENT"]) == (report.ok, [found.code for found in report.findings])


def test_marked_entries_say_so() -> None:
    """
    A code outside the standard is read and said to be outside.
    """
    assert ["CODE.EXTENSION"] == _codes(codes.ETHNICITY, "97")
    assert "GB/T 3304" in codes.ETHNICITY.check("97").findings[0].message("zh")


_STATED = {"status": "standard", "confidence": "high"}


def _dated() -> CodeTable:
    rows = [
        {**_STATED, "code": "7", "name": "旧", "valid_from": "1990", "valid_to": "2000", "aliases": "名"},
        {**_STATED, "code": "8", "name": "中", "valid_from": "2000", "valid_to": "2010", "aliases": "名"},
        {**_STATED, "code": "N", "name": "新", "valid_from": "2015", "aliases": "名"},
    ]
    return codes.SEX.extend(rows)


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (None, "N"),
        (dt.date(1980, 1, 1), "7"),
        (dt.date(1995, 1, 1), "7"),
        (dt.date(2005, 1, 1), "8"),
        (dt.date(2012, 1, 1), "8"),
        (dt.date(2020, 1, 1), "N"),
    ],
)
def test_a_name_means_what_was_in_force(on: dt.date | None, code: str) -> None:
    """
    A name of several times means the entry in force, in a gap the one that ended last, before all the first.
    """
    assert code == _dated().check("名", on=on).value


def test_dates_are_judged() -> None:
    """
    Outside its dates an entry is read with a warning, and without a day an ended one with a note.
    """
    table = _dated()

    assert ["CODE.NOT_YET"] == _codes(table, "旧", dt.date(1980, 1, 1))
    assert [] == _codes(table, "旧", dt.date(1995, 1, 1))
    assert ["CODE.ENDED"] == _codes(table, "旧", dt.date(2005, 1, 1))
    assert ["CODE.RETIRED"] == _codes(table, "旧")
    assert [] == _codes(table, "新")


def test_an_unknown_text_on_a_day() -> None:
    """
    Nothing found beyond the horizon says both: not found, and how far the data reach.
    """
    assert ["CODE.UNKNOWN", "CODE.HORIZON"] == _codes(codes.DIVISIONS, "火星", dt.date(2030, 1, 1))
    assert ["CODE.AMBIGUOUS", "CODE.HORIZON"] == _codes(codes.DIVISIONS, "鼓楼区", dt.date(2030, 1, 1))
    assert ["CODE.BEFORE_RECORDS"] == _codes(codes.DIVISIONS, "450000", dt.date(1970, 1, 1))


def test_successors_of_a_list_entry() -> None:
    """
    What took an ended entry's place is told where the table says so.
    """
    row = Entry("7", "旧", valid_to="2000", attributes=codes.SEX["1"].attributes)
    table = codes.OCCUPATIONAL_QUALIFICATIONS

    assert [] == [e.code for e in table if not set(e.attribute("successors").split()) <= {x.code for x in table}]
    assert () == codes.SEX.content.successors(row)


def test_a_row_with_successors() -> None:
    """
    A host's row names its successors by code, and the finding shows them.
    """
    rows = [{**_STATED, "code": "7", "name": "旧", "valid_to": "2000", "successors": "1 2 X"}]
    report = codes.SEX.extend(rows, OnClash.RAISE).check("旧", on=DAY)

    assert ("1", "2") == report.findings[0].params["successors"]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("汉族族", "汉族"), ("维尔吾族", "维吾尔族"), ("士家族", None), ("民家族", None), ("火星", None)],
)
def test_slips(text: str, suggestion: str | None) -> None:
    """
    Exchanged and doubled letters are mended by a suggestion; one letter for another may be meant, and is not.
    """
    report = codes.ETHNICITY.check(text)

    assert (None, suggestion) == (report.value, report.findings[0].suggestion)


def test_near_names_are_shown() -> None:
    """
    What is one letter away is shown, though not suggested.
    """
    assert "15 土家族" in codes.ETHNICITY.check("士家族").findings[0].params["candidates"]


@given(st.sampled_from([e for e in codes.TITLES if len(e.name) > 2]), st.data())
def test_a_changed_letter_gives_no_wrong_code(entry: Entry, data: st.DataObject) -> None:
    """
    With one letter changed, a name is another name of the table or no name: never its own with a silent repair.
    """
    place = data.draw(st.integers(0, len(entry.name) - 1))
    letter = data.draw(st.sampled_from("师士员正副高甲"))
    written = entry.name[:place] + letter + entry.name[place + 1 :]
    report = codes.TITLES.check(written)

    assert report.value in {None, *(found.code for found in codes.TITLES.find(written)), *_loosely(written)}


def _loosely(text: str) -> set[str]:
    return {entry.code for entry in codes.TITLES if text in {*entry.loose, *entry.aliases, entry.name}}


def test_codes_and_standards_are_shown_whole() -> None:
    """
    The code of an occupation and the number of a standard identify nobody and are not masked.
    """
    shown = codes.OCCUPATIONS.check("1-01-00-01 法官").to_text("zh")

    assert "1-01-00-01 是中国共产党机关负责人" in shown
    assert "2-07-02-00 法官" in shown
