"""
Which requirement holds: by place, year, profession and grade, and what is said when none surely does.
"""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import attrs
import pytest

from credrules.findings import CredrulesError
from credrules.hours import REQUIREMENTS, Minimum, Span, Subject, audit, find_requirement, requirement, source_title
from credrules.hours.places import read_place
from credrules.hours.requirements import Requirement, RequirementRow
from tests.support import hostile


def _codes(*place_and_year: object, **options: object) -> list[str]:
    place, year = place_and_year
    return [item.code for item in find_requirement(place, year=year, **options).findings]  # type: ignore[arg-type]  # options by name


@pytest.mark.parametrize(
    "place",
    ["CN-GD", "cn-gd", "GD", "440000", 440000, "广东", "广东省", " 广东 ", "Guangdong", "广州市", "440106"],
)
def test_one_place_has_many_names(place: object) -> None:
    """
    ISO code, division code, short, full and English name are one place; a city without rules has its province's.
    """
    assert "CN-GD-2021" == requirement(place, year=2023).id


@pytest.mark.parametrize(
    ("year", "expected"), [(2010, "CN-GD-2010"), (2020, "CN-GD-2010"), (2021, "CN-GD-2021"), (2026, "CN-GD-2021")]
)
def test_guangdong_changed_in_2021(year: int, expected: str) -> None:
    """
    72 hours to 2020, 90 hours from 2021.
    """
    assert expected == requirement("CN-GD", year=year).id


@pytest.mark.parametrize(
    ("place", "year"),
    [("CN-GD", 2009), ("CN", 2014), ("CN-GX", 2010), ("CN-NX", 2014), ("CN-SC", 2001), ("CN-SD", 2012)],
)
def test_no_neighbouring_year(place: str, year: int) -> None:
    """
    A year no row covers has no figure; the error names what is known.
    """
    with pytest.raises(CredrulesError) as caught:
        requirement(place, year=year)

    (found,) = caught.value.findings
    assert "HOURS.NOT_COVERED" == found.code
    assert found.params["known"]


def test_between_attested_years() -> None:
    """
    A year between two that sources show is covered, and the answer says which years were seen.
    """
    rule = requirement("广西", year=2023)

    assert ["2021", "2024"] == list(rule.remarks[0].params["years"])


def test_places_without_rows_have_the_national_rule() -> None:
    """
    Jilin has no row: the national one, and that is said; Hebei's row has no figures, so likewise.
    """
    assert "HOURS.NATIONAL_INSTEAD" in _codes("吉林", 2023)
    assert ("CN-ALL-2015", "CN-ALL-2015") == (requirement("吉林", year=2023).id, requirement("河北", year=2020).id)
    assert "HOURS.NATIONAL_INSTEAD" in _codes("河北", 2020)
    assert "HOURS.NOT_COVERED" in _codes("吉林", 2010)


@pytest.mark.parametrize("place", ["香港", "CN-MO", "Taiwan", "台湾省", 810000])
@pytest.mark.parametrize("profession", [None, "会计"])
def test_the_national_rule_does_not_reach_everywhere(place: object, profession: str | None) -> None:
    """
    Hong Kong, Macao and Taiwan have no row and not the mainland's: nothing is known of them.
    """
    report = find_requirement(place, year=2023, profession=profession)
    (found,) = report.errors

    assert (None, "HOURS.NOT_COVERED") == (report.value, found.code)
    assert ["无"] == [item.text("zh") for item in found.params["known"]]


def test_a_division_that_is_no_province() -> None:
    """
    The Corps of Xinjiang has no ISO code and no row: the national rule, and that is said.
    """
    assert "HOURS.NATIONAL_INSTEAD" in _codes("新疆生产建设兵团", 2023)


@pytest.mark.parametrize(("place", "year"), [("北京", 2016)])
def test_two_rules_in_one_year(place: str, year: int) -> None:
    """
    A rule that changed within the year is not chosen; a day decides.
    """
    assert "HOURS.SEVERAL" in _codes(place, year)
    early, late = (requirement(place, year=year, on=dt.date(2016, month, 1)) for month in (3, 12))
    assert (72, 90) == (early.total, late.total)


def test_texts_that_coexist() -> None:
    """
    Henan's regulation by grade and its certificate rule are both in force: with a grade both are named.
    """
    assert "CN-HA-2017" == requirement("河南", year=2018).id
    assert "HOURS.SEVERAL" in _codes("河南", 2018, grade="高级")
    assert 56 == requirement("河南", year=2010, grade="初级").total
    assert "HOURS.GRADE_NEEDED" in _codes("河南", 2010)


@pytest.mark.parametrize("on", [dt.date(2019, 1, 1), dt.date(2022, 1, 1), dt.date(2026, 11, 24)])
def test_the_year_is_asked_for_and_not_the_day(on: dt.date) -> None:
    """
    On whatever day one looks back, 2020 is judged by the rule of 2020; two rules within a year stay two.
    """
    assert "CN-GD-2010" == requirement("CN-GD", year=2020, on=on).id
    assert "CN-GD-2021" == requirement("CN-GD", year=2021, on=on).id
    assert ["HOURS.SEVERAL"] == _codes("CN", 2018, profession="会计", on=on)
    assert "CN-ACC-2018" == requirement("CN", year=2018, profession="会计", on=dt.date(2018, 7, 1)).id
    assert "CN-ACC-2013" == requirement("CN", year=2018, profession="会计", on=dt.date(2018, 6, 30)).id


def test_the_newer_rule_takes_over() -> None:
    """
    Anhui's rule of 2001 has no end in the sources; those of 2020 and 2025 take its place.
    """
    assert ["CN-AH-2001", "CN-AH-2020", "CN-AH-2025"] == [
        requirement("安徽", year=year).id for year in (2015, 2020, 2025)
    ]


def test_professions() -> None:
    """
    A profession's own rule goes first, the nation's before the province's general one; an unknown one has the general.
    """
    assert "CN-ACC-2018" == requirement("广东", year=2023, profession="会计").id
    assert "HOURS.SECTOR_RULE" in _codes("广东", 2023, profession="会计")
    assert "CN-GD-2021" == requirement("广东", year=2023, profession="翻译").id
    assert "HOURS.PROFESSION_GENERAL" in _codes("广东", 2023, profession="翻译")
    assert "HOURS.SEVERAL" in _codes("CN", 2018, profession="会计")
    assert "HOURS.SECTOR_RULE" not in _codes("吉林", 2023, profession="会计")


def test_doubts_are_told() -> None:
    """
    Weak sources, assumed dates, unknown beginnings, part of a year, and years beyond the sources.
    """
    assert "HOURS.LOW_CONFIDENCE" in _codes("山东", 2022)
    assert "HOURS.ONE_SOURCE" in _codes("江苏", 2023)
    assert {"HOURS.DATE_ASSUMED", "HOURS.PART_YEAR"} <= set(_codes("CN", 2015))
    assert "HOURS.START_UNKNOWN" in _codes("江苏", 2015)
    assert "HOURS.AFTER_HORIZON" in _codes("CN-GD", 2027)
    assert "HOURS.FIGURE_UNKNOWN" in _codes("CN", 2023, profession="出版")


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("CN-SD", {"HOURS.LOW_CONFIDENCE"}),
        ("CN-SC-CD", {"HOURS.ONE_SOURCE"}),
        ("CN-CME-LOCAL-A", {"HOURS.LOW_CONFIDENCE"}),
        ("CN-PHARM-old25", {"HOURS.LOW_CONFIDENCE"}),
        ("CN-GX", set()),
    ],
)
def test_a_row_without_dates_tells_its_doubts(name: str, codes: set[str]) -> None:
    """
    Rows without place or date have no other way in: their answers say how weak they are all the same.
    """
    answer = audit([], requirement=REQUIREMENTS[name], year=2022)
    doubts = {"HOURS.LOW_CONFIDENCE", "HOURS.ONE_SOURCE", "HOURS.DATE_ASSUMED"}

    assert codes == doubts & {item.code for item in answer.findings}
    assert all(item.message("en") in answer.explain("en").text() for item in answer.findings if item.code in codes)


@pytest.mark.parametrize("name", list(REQUIREMENTS))
def test_every_answer_names_its_source_and_date(name: str) -> None:
    """
    Pages that were read, the day on which the figures were compared with them, and when the row holds.
    """
    row = REQUIREMENTS[name]
    told = audit([], requirement=row, year=2022).explain("en").text()

    assert row.sources
    assert all(f"{key}: {source_title(key)}" in told and key != source_title(key) for key in row.sources)
    assert (f"verified on {row.verified_on}" in told) == (row.verified_on is not None)
    assert f"in force: {row.dates.en}" in told


@pytest.mark.parametrize("value", ["某地", "", None, "CN-XX", 999999])
def test_unknown_places(value: object) -> None:
    """
    A place nobody knows has no rule.
    """
    report = find_requirement(value, year=2023)

    assert (None, ["HOURS.PLACE_UNKNOWN"]) == (report.value, [item.code for item in report.findings])


def test_both_problems_at_once() -> None:
    """
    An unknown place and a year that is none are told together.
    """
    assert ["HOURS.PLACE_UNKNOWN", "HOURS.YEAR"] == _codes("某地", "x")


def test_hostile_questions() -> None:
    """
    Whatever is asked, a look-up answers.
    """
    for value in hostile.everything():
        assert find_requirement(value, year=2023).raw is value
        find_requirement("CN-GD", year=value, profession=value, grade=value)  # type: ignore[arg-type]  # that is the test


def test_national_names() -> None:
    """
    The country has its names too.
    """
    assert [("CN",)] * 3 == [read_place(name).value for name in ("CN", "全国", "中国")]


def test_the_table() -> None:
    """
    The table is a mapping of named rows, each with sources that say what they are.
    """
    assert 85 == len(REQUIREMENTS) == len(list(REQUIREMENTS))
    assert "85 requirements" in repr(REQUIREMENTS)
    assert all(source_title(key) for row in REQUIREMENTS.values() for key in row.sources)
    assert all(row.sources for row in REQUIREMENTS.values())
    assert {"CN-JZ-2Y", "CN-KCSJ-3Y"} == {row.id for row in REQUIREMENTS.values() if row.verified_on is None}
    assert {"CN", "CN-GD", "CN-unattributed"} <= {row.jurisdiction for row in REQUIREMENTS.values()}
    with pytest.raises(KeyError):
        REQUIREMENTS["CN-GD-1999"]


def test_periods() -> None:
    """
    Cycles are counted from a known end, or from the year asked for; a review looks at its window.
    """
    old = REQUIREMENTS["CN-CPA-P-old"]

    assert (2018, 2019) == old.with_(cycle_end=2021).period(2018)
    assert (2020, 2021) == old.with_(year=2021).period(2020)
    assert (2019, 2020) == old.period(2020)
    assert (2018, 2021) == REQUIREMENTS["CN-NX-MID2022"].period(1999)
    assert (2023, 2023) == REQUIREMENTS["CN-FDC"].period(2023)


def test_figures_of_parts() -> None:
    """
    Further minima and caps are decoded with subject, tag and span.
    """
    shanghai, chengdu = REQUIREMENTS["CN-SH-PUB2017"], REQUIREMENTS["CN-SC-CD"]

    assert Minimum(45, (Subject.GENERAL,), "compulsory") in shanghai.further
    assert Minimum(30, (Subject.GENERAL,), span=Span.EACH_YEAR) in shanghai.further
    assert ["professional online"] == [cap.label.en for cap in chengdu.caps]
    assert ["公需必修"] == [item.label.zh for item in shanghai.further if item.tag]


@pytest.mark.parametrize("place", ["CN", "China", "全国", "国家", "中国"])
def test_the_country_has_many_names(place: str) -> None:
    """
    The national rule is found by every usual name of the country.
    """
    assert "CN-ALL-2015" == requirement(place, year=2023).id


@pytest.mark.parametrize(
    ("profession", "expected"),
    [
        ("会计人员", "CN-ACC-2018"),
        ("CPA", "CN-CPA-P-2022"),
        ("非执业注册会计师", "CN-CPA-N-2022"),
        ("注册会计师（执业）", "CN-CPA-P-2022"),
        ("Pharmacist", "CN-PHARM-90"),
        ("卫生技术人员", "CN-CME-old"),
        ("一级注册建造师", "CN-JZS-2010"),
        ("中学教师", "CN-TEACH-2011"),
        ("咨询工程师", "CN-ZX-90"),
    ],
)
def test_a_profession_has_many_names(profession: str, expected: str) -> None:
    """
    The rule of a profession is found by its usual other names, whatever the case and the brackets.
    """
    assert expected == requirement("CN", year=2023, profession=profession).id


def test_a_name_of_two_professions_is_asked_back() -> None:
    """
    社会工作者 may be the assistant (72 hours) or the social worker (90): both are named, none is chosen.
    """
    (found,) = find_requirement("CN", year=2023, profession="社会工作者").findings

    assert "HOURS.SEVERAL" == found.code
    assert "全国在 2023 年有不止一个要求，请指明：CN-SW（2009 起）、CN-SW-ASST（2009 起）" == found.message()


@pytest.mark.parametrize(
    ("row", "zh", "en"),
    [
        ("CN-GD-2010", "2010 起至 2020-12-31", "2010 to 2020-12-31"),
        ("CN-GD-2021", "2021-01-01 起", "2021-01-01 to open"),
        ("CN-JS-2021", "至 2021-12-31", "unknown to 2021-12-31"),
        ("CN-GX", "来源所见年度 2021、2024", "seen in 2021, 2024"),
        ("CN-SC-CD", "起止日期不详", "no date known"),
    ],
)
def test_dates_in_force_in_words(row: str, zh: str, en: str) -> None:
    """
    Both ends, one end, the years a source shows, or nothing known.
    """
    assert (zh, en) == (REQUIREMENTS[row].dates.zh, REQUIREMENTS[row].dates.en)


def test_what_is_assumed_is_told_in_either_language() -> None:
    """
    The day that no source shows is named in the reader's language.
    """
    (found,) = (it for it in requirement("广东", year=2023).remarks if it.code == "HOURS.DATE_ASSUMED")

    assert found.message("zh").startswith("要求 CN-GD-2021 的生效日")
    assert found.message("en").startswith("the first day of CN-GD-2021 is not stated")


@pytest.mark.parametrize(
    ("year", "in_answer"), [(2019, False), (2020, True), (2021, True), (2022, False), (2023, False)]
)
def test_an_assumed_day_stands_in_an_answer_that_may_turn_on_it(year: int, *, in_answer: bool) -> None:
    """
    That the last day of 2010 or the first of 2021 is assumed stands on the requirement; in an answer only at the turn.
    """
    row = requirement("广东", year=year)
    answer = audit([], requirement=row, year=year)
    told = next(item for item in row.remarks if item.code == "HOURS.DATE_ASSUMED")

    assert in_answer == (told in answer.findings)
    assert in_answer == (told.message() in answer.explain().text())
    assert in_answer == row.turns_on_assumed_date(year, year)
    assert told in audit([], requirement=row.with_(year=None)).findings


def test_an_unknown_document_changes_no_answer() -> None:
    """
    What else is assumed, such as a document's number, stands on the requirement alone.
    """
    teachers = REQUIREMENTS["CN-TEACH-2011"]

    assert ("since", "document") == teachers.assumed
    assert [True, False] == [teachers.turns_on_assumed_date(year, year) for year in (2011, 2013)]
    assert teachers.turns_on_assumed_date(2009, 2011)


def test_a_document_has_a_day_of_issue_apart_from_its_first_day() -> None:
    """
    财会〔2018〕10号 was issued on 2018-05-19 and holds from 2018-07-01; Guangdong's notice of 2021 was not found.
    """
    accounting = REQUIREMENTS["CN-ACC-2018"]
    assert accounting.published is not None
    assert accounting.since is not None

    assert ("2018-05-19", "2018-07-01") == (accounting.published.isoformat(), accounting.since.isoformat())
    assert REQUIREMENTS["CN-GD-2021"].published is None


def test_an_answer_is_a_row_and_what_was_asked() -> None:
    """
    The row is what the table says; an answer adds the year asked for and what is unsure, changes nothing, and travels.
    """
    row, answer = REQUIREMENTS["CN-GD-2010"], requirement("广东", year=2016)
    said = [item.name for item in attrs.fields(RequirementRow)]

    assert ["year", "remarks"] == [item.name for item in attrs.fields(Requirement)][len(said) :]
    assert [getattr(row, name) for name in said] == [getattr(answer, name) for name in said]
    assert (None, 2016) == (row.year, answer.year)
    assert answer == row.with_(year=2016, remarks=answer.remarks) == pickle.loads(pickle.dumps(answer))
    assert (hash(answer), answer.plain) == (hash(copy.deepcopy(answer)), row.plain)
    assert "Requirement(CN-GD-2010, 2016: general 18, professional 42, elective 12, total 72)" == repr(answer)


def test_subjects_are_ordered_as_the_rules_name_them() -> None:
    """
    General, professional, elective: in this order wherever subjects are listed.
    """
    assert [Subject.GENERAL, Subject.PROFESSIONAL, Subject.ELECTIVE] == sorted(
        [Subject.ELECTIVE, Subject.GENERAL, Subject.PROFESSIONAL]
    )
