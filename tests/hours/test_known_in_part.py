"""
Rules known in part: the rule above with a warning, undated rules by place and profession, and which day decides.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.codes import DIVISIONS, Status
from credrules.findings import Decision
from credrules.hours import REQUIREMENTS, Entry, Requirement, audit, audit_many, find_requirement, requirement
from credrules.hours.places import read_place
from credrules.values import Confidence, Severity


def _told(*place: object, **asked: object) -> tuple[Requirement | None, str]:
    report = find_requirement(*place, **asked)  # type: ignore[arg-type]  # options by name
    return report.value, "\n".join(item.message() for item in report.warnings)


@pytest.mark.parametrize(
    ("place", "year", "row"),
    [
        ("山东", 2025, "CN-SD"),
        ("四川", 2025, "CN-SC-old"),
        ("湖南", 2025, "CN-HN"),
        ("陕西", 2025, "CN-SN"),
        ("天津", 2025, "CN-TJ-2001"),
        ("广西", 2025, "CN-GX"),
        # Fresh ones of the same kind.
        ("广西", 2020, "CN-GX"),
        ("山东", 2018, "CN-SD"),
        ("湖南", 2023, "CN-HN"),
        ("宁夏", 2023, "CN-NX-MID2022"),
        ("宁夏", 2021, "CN-NX-SEN2022"),
        ("四川", 2020, "CN-SC-old"),
        ("成都", 2024, "CN-SC-CD"),
        ("江西", 2025, "CN-JX-259"),
        ("黑龙江", 2025, "CN-HL-1996"),
        ("辽宁", 2024, "CN-LN-2024"),
        ("辽宁", 2025, "CN-LN-2024"),
        ("陕西", 2023, "CN-SN-2023"),
        ("河北", 2024, "CN-HE-2017"),
        ("青岛", 2025, "CN-SD"),
    ],
)
def test_the_national_rule_names_what_the_province_is_known_to_have(place: str, year: int, row: str) -> None:
    """
    A place without a row for the year has the nation's rule, and its own row is named with what is not known of it.
    """
    rule, told = _told(place, year=year)

    assert rule is not None
    assert "CN-ALL-2015" == rule.id
    assert f"另有要求 {row}（" in told
    assert "不详" in told
    assert row in str([item.params.get("id") for item in audit([], requirement=rule).findings])


@pytest.mark.parametrize("place", ["贵州", "吉林", "山西", "海南", "云南", "西藏", "甘肃", "青海", "新疆", "兵团"])
def test_a_province_of_which_nothing_is_known(place: str) -> None:
    """
    Where no figure was found the nation's rule is given, and that is said.
    """
    report = find_requirement(place, year=2025)

    assert "CN-ALL-2015" == (report.value.id if report.value else "")
    assert "HOURS.NATIONAL_INSTEAD" in [item.code for item in report.warnings]


@pytest.mark.parametrize("year", [2019, 2026])
def test_a_profession_seen_in_other_years(year: int) -> None:
    """
    Pharmacists are known for 2020 to 2025: before and after it the general rule stands, and every known row is named.
    """
    rule, told = _told("CN", year=year, profession="执业药师")

    assert rule is not None
    assert "CN-ALL-2015" == rule.id
    assert all(name in told for name in ("CN-PHARM-90", "CN-PHARM-old15", "CN-PHARM-old25"))


@pytest.mark.parametrize(
    ("place", "profession", "row"),
    [
        ("CN", "一级造价工程师", "CN-ZJGC-4Y"),
        ("广东", "造价工程师", "CN-ZJGC-4Y"),
        ("CN", "注册建筑师", "CN-JZ-2Y"),
        ("CN", "勘察设计注册工程师", "CN-KCSJ-3Y"),
        ("湖北", "住建施工现场专业人员(七大员)", "CN-HB-SITE"),
    ],
)
def test_an_undated_rule_is_reached_by_place_and_profession(place: str, profession: str, row: str) -> None:
    """
    The only rule of a profession, of no known date, is given, with the warning that its years are not known.
    """
    rule, told = _told(place, year=2025, profession=profession)

    assert rule is not None
    assert row == rule.id
    assert f"要求 {row}（起止日期不详）适用于哪些年度不详" in told


@pytest.mark.parametrize(
    ("place", "profession", "row"),
    [("四川", None, "CN-SC-old"), ("广西", None, "CN-GX"), ("成都", "教师", "CN-SC-CD-TEACH"), ("陕西", None, "CN-SN")],
)
def test_undated_rules_without_a_year(place: str, profession: str | None, row: str) -> None:
    """
    Asked without a year, a place gives its rule of unknown dates, with that warning.
    """
    rule, told = _told(place, year=None, profession=profession)

    assert rule is not None
    assert (row, None) == (rule.id, rule.year)
    assert "适用于哪些年度不详" in told


def test_several_undated_rules_are_named() -> None:
    """
    Asked without a year, three rules of unknown dates are named and none is chosen; dated ones only are no answer.
    """
    several, dated = find_requirement("CN", year=None, profession="执业药师"), find_requirement("广东", year=None)

    assert ["HOURS.SEVERAL"] == [item.code for item in several.errors]
    assert ["HOURS.NOT_COVERED"] == [item.code for item in dated.errors]
    assert "（未指明）" in dated.errors[0].message()


@pytest.mark.parametrize(
    ("code", "same_as"),
    [
        ("CN-GD-SZ", "深圳"),
        ("CN-SD-QD", "青岛"),
        ("CN-JS-NJ", "南京"),
        ("兵团", "新疆生产建设兵团"),
        ("CN-XJ-BT", "新疆兵团"),
        ("cn-gd-gz", "广州市"),
        ("CN-ZJ-HZ", "杭州"),
        ("CN-ZJ-NB", "宁波"),
        ("CN-HB-WH", "武汉"),
        ("CN-LN-DL", "大连"),
        ("CN-FJ-XM", "厦门"),
        ("CN-SN-XA", "西安"),
        ("CN-JS-SZ", "苏州"),
        ("CN-HL-HEB", "哈尔滨"),
        ("CN-GX-NN", "南宁"),
        ("GD-DG", "东莞"),
        ("CN-HB-XT", "仙桃"),
        ("CN-BJ-HD", "海淀区"),
        ("CN-SD-JN", "济南"),
        ("CN-GD-440300", "深圳"),
        ("CN-GD-Shenzhen", "深圳"),
    ],
)
def test_codes_of_cities(code: str, same_as: str) -> None:
    """
    A city's code (province and the initials, the whole name or the division code) is the city.
    """
    assert read_place(same_as).value == read_place(code).value is not None


@pytest.mark.parametrize("code", ["CN-GD-XX", "CN-XX-SZ", "CN-GD-330100", "CN-GD-S", "CN-GD-SZ-1"])
def test_codes_of_no_city(code: str) -> None:
    """
    A code of no city of the province is no place.
    """
    assert read_place(code).value is None


def test_the_day_that_decides() -> None:
    """
    Accounting changed on 2018-07-01: the message says so, and the day chooses.
    """
    (found,) = find_requirement("CN", year=2018, profession="会计").errors
    early, late = (requirement("CN", year=2018, profession="会计", on=dt.date(2018, month, 1)) for month in (6, 7))

    assert "以 2018-07-01 为界：此前按 CN-ACC-2013，自该日起按 CN-ACC-2018，请指明日期" in found.message()
    assert "2018-07-01 decides" in found.message("en")
    assert ("CN-ACC-2013", "CN-ACC-2018") == (early.id, late.id)


@pytest.mark.parametrize(
    ("place", "profession", "year", "day"),
    [
        ("北京", None, 2016, "2016-11-25"),
        ("CN", "会计", 2013, "2013-10-01"),
        ("CN", "注册安全工程师", 2019, "2019-03-01"),
    ],
)
def test_other_days_that_decide(place: str, profession: str | None, year: int, day: str) -> None:
    """
    Wherever one rule ends and the next begins within the year, the message names the day.
    """
    (found,) = find_requirement(place, year=year, profession=profession).errors

    assert f"以 {day} 为界" in found.message()


def test_rules_side_by_side_have_no_such_day() -> None:
    """
    Two rules for two kinds of people hold together: no day decides.
    """
    (found,) = find_requirement("CN", year=2023, profession="社会工作者").errors
    (three,) = find_requirement("CN", year=None, profession="执业药师").errors

    assert "为界" not in found.message() + three.message()


@pytest.mark.parametrize(
    ("place", "profession", "year", "words"),
    [
        ("广东", "教师", 2015, "5 年为一个周期，合计计算"),
        ("CN", "注册建造师", 2020, "3 年为一个周期，合计计算"),
        ("CN", "社会工作师", 2015, "3 年为一个周期，合计计算"),
        ("CN", "注册安全工程师", 2021, "5 年为一个周期，合计计算"),
    ],
)
def test_the_cycle_stands_in_the_first_line(place: str, profession: str, year: int, words: str) -> None:
    """
    A teacher's 360 are for five years: whoever shows one year of 72 reads that first.
    """
    done = audit([Entry(None, 72, year)], requirement=requirement(place, year=year, profession=profession))

    assert words in done.explain().text().splitlines()[0]
    assert "years count together" in done.explain("en").text().splitlines()[0]


def test_a_year_is_no_cycle() -> None:
    """
    Where a year counts by itself the first line says nothing of a cycle.
    """
    done = audit([Entry("公需", 30, 2023)], requirement=requirement("广东", year=2023))

    assert "周期" not in done.explain().text().splitlines()[0]


LOW = [row for row in REQUIREMENTS.values() if row.confidence is Confidence.LOW]


@pytest.mark.parametrize("row", LOW, ids=lambda row: row.id)
@pytest.mark.parametrize("hours", [0, 30, 1000])
def test_a_row_of_low_confidence_decides_nothing(row: Requirement, hours: int) -> None:
    """
    Whatever was done, an audit by it is REVIEW, passed and would_pass are False, the row is named, nothing is an error.
    """
    year = 2020
    entries = [Entry(subject, hours, year, "p") for subject in ("公需", "专业", "选修")]
    many = [answer for _, _, answer in audit_many(entries, requirement=row)]

    for answer in (audit(entries, requirement=row, year=year), *many):
        assert (Decision.REVIEW, False, False) == (answer.decision, answer.passed, answer.would_pass)
        named = [item for item in answer.findings if item.code == "HOURS.LOW_CONFIDENCE"]
        errors = [item.code for item in answer.findings if item.severity is Severity.ERROR]
        assert set() == set(errors) - {"HOURS.NOT_IN_FORCE"}
        assert row.doubts[0] in named or "HOURS.NOT_IN_FORCE" in errors


@pytest.mark.parametrize(("place", "year"), [("山东", 2022), ("北京", 2015), ("北京", 2000), ("上海", 2020)])
def test_places_of_weak_rules(place: str, year: int) -> None:
    """
    Shandong 2022 was OUT and Beijing before 2016 IN by rows of low confidence: both are REVIEW now, with the row named.
    """
    rule = requirement(place, year=year)

    for hours in (10, 300):
        answer = audit([Entry("公需", hours, year), Entry("专业", hours, year)], requirement=rule)
        assert (Decision.REVIEW, False) == (answer.decision, answer.passed)
        assert rule.id in "".join(item.message() for item in answer.findings if item.code == "HOURS.LOW_CONFIDENCE")


PLACES = st.sampled_from(
    [*{row.jurisdiction for row in REQUIREMENTS.values()} - {"CN-unattributed"}, "吉林", "贵州", "CN-GD-SZ", "CN-LN-SY"]
)


@given(PLACES, st.integers(2016, 2026))
def test_no_place_answers_less_than_none(place: str, year: int) -> None:
    """
    From 2016 on every place of the mainland has an answer, unless a grade is asked for or two rules are named.
    """
    report = find_requirement(place, year=year)

    assert {item.code for item in report.errors} <= {"HOURS.SEVERAL", "HOURS.GRADE_NEEDED"}
    assert (report.value is None) == bool(report.errors)


@pytest.mark.parametrize(
    "change", ["2018-07-01 会计", "2013-10-01 会计", "2019-03-01 注册安全工程师", "2016-11-25 北京"]
)
@pytest.mark.parametrize("days", [-58, -30, -1, 0, 1, 29])
def test_the_day_chooses_between_two_rules(change: str, days: int) -> None:
    """
    Before the day that decides the earlier rule is given, from that day on the later one.
    """
    written, who = change.split()
    border = dt.date.fromisoformat(written)
    place, profession = ("北京", None) if who == "北京" else ("CN", who)
    before = requirement(place, year=border.year, profession=profession, on=border - dt.timedelta(days=1))
    after = requirement(place, year=border.year, profession=profession, on=border)
    (found,) = find_requirement(place, year=border.year, profession=profession).errors
    day = border + dt.timedelta(days=days)
    rule = requirement(place, year=border.year, profession=profession, on=day)

    assert before.id != after.id
    assert (after if days >= 0 else before).id == rule.id
    assert f"以 {written} 为界：此前按 {before.id}，自该日起按 {after.id}" in found.message()


CYCLES = [row for row in REQUIREMENTS.values() if row.cycle and row.cycle > 1]


@pytest.mark.parametrize("row", CYCLES, ids=lambda row: row.id)
def test_every_cycle_is_said_first(row: Requirement) -> None:
    """
    Whatever rule counts several years together, the first line says how many, whoever shows one year.
    """
    year = row.since.year if row.since else row.attested[0] if row.attested else 2015
    done = audit([Entry(None, 10, year)], requirement=row, year=year)

    assert f"{row.cycle} 年为一个周期，合计计算" in done.explain().text().splitlines()[0]


ONE_YEAR = [row for row in REQUIREMENTS.values() if row.cycle == 1]


@pytest.mark.parametrize("row", ONE_YEAR, ids=lambda row: row.id)
def test_no_year_is_called_a_cycle(row: Requirement) -> None:
    """
    Where each year counts by itself the first line says nothing of a cycle.
    """
    assert "周期" not in audit([], requirement=row, year=2020).explain().text().splitlines()[0]


PROVINCES = sorted(
    {
        entry.short or entry.name
        for entry in DIVISIONS
        if entry.code.endswith("0000") and entry.code[:2] not in {"71", "81", "82"} and entry.status is Status.STANDARD
    }
)
COMMON = (
    None,
    "会计",
    "教师",
    "执业药师",
    "一级造价工程师",
    "注册建造师",
    "注册安全工程师",
    "卫生",
    "社会工作师",
    "工程",
    "律师",
)
OPEN = {"HOURS.SEVERAL", "HOURS.GRADE_NEEDED"}


@pytest.mark.parametrize("place", [*PROVINCES, "兵团"])
def test_no_province_answers_less_than_the_nation(place: str) -> None:
    """
    From 2010 to 2027, for the common professions: a place answers what the nation does, or better, or names a choice.

    A rule of the nation in the place of a province's own comes with a warning.
    """
    for year in range(2010, 2028):
        for profession in COMMON:
            told = find_requirement(place, year=year, profession=profession)
            nation = find_requirement("CN", year=year, profession=profession)
            codes = {item.code for item in told.findings}
            if told.value is None:
                assert codes & OPEN or (nation.value is None and year < 2016), (place, year, profession)
            elif told.value.jurisdiction == "CN" and not told.value.professions:
                assert told.warnings, (place, year, profession)


UNDATED = [
    row
    for row in REQUIREMENTS.values()
    if row.since is None and row.until is None and row.jurisdiction != "CN-unattributed" and row.total is not None
]


@pytest.mark.parametrize("row", UNDATED, ids=lambda row: row.id)
def test_every_undated_rule_is_reached(row: Requirement) -> None:
    """
    Without a year each rule of no known dates is given with the warning, or named among several, or by its grade.
    """
    profession = row.professions[0] if row.professions else None
    report = find_requirement(
        row.jurisdiction, year=None, profession=profession, grade=row.grades[0] if row.grades else None
    )
    codes = {item.code for item in report.findings}

    if report.value is not None:
        assert (row.id, True) == (report.value.id, "HOURS.DATES_UNKNOWN" in codes)
    else:
        assert row.id in "".join(item.message() for item in report.errors) or codes == {"HOURS.GRADE_NEEDED"}


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("一级注册消防工程师", "CN-XF-2019"),
        ("二级注册消防工程师", "CN-XF-2019"),
        ("消防工程师", "CN-XF-2019"),
        ("一级造价师", "CN-ZJGC-4Y"),
        ("注安师", "CN-AQ-5Y"),
        ("初级社工", "CN-SW-ASST"),
        ("中级社工", "CN-SW"),
        ("一级注册建筑师", "CN-JZ-2Y"),
        ("一级注册结构工程师", "CN-KCSJ-3Y"),
        ("注册土木工程师（岩土）", "CN-KCSJ-3Y"),
        ("注册电气工程师", "CN-KCSJ-3Y"),
        ("执业中药师", "CN-PHARM-90"),
        ("高级会计师", "CN-ACC-2018"),
        ("执业医师", "CN-CME-old"),
    ],
)
def test_a_profession_by_its_usual_names(name: str, row: str) -> None:
    """
    The grades and short names of a profession find its rule, not the general one.
    """
    assert row == requirement("CN", year=2024, profession=name).id
