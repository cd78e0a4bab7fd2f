"""
Fifty-two worked examples of published rules, each with its figure, its source and its date.

The numbers in the names are those of the list they come from. Where the list
computes with a figure the sources leave open, the test says which way it is.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from credrules.findings import CredrulesError, Decision
from credrules.hours import (
    REQUIREMENTS,
    STANDARDS,
    Activity,
    Adjustment,
    AdjustmentKind,
    Audit,
    CarryOver,
    Conversion,
    Entry,
    Requirement,
    ShareBase,
    Subject,
    audit,
    convert,
    convert_all,
    find_requirement,
    requirement,
    source_title,
)

G, P, E = Subject.GENERAL, Subject.PROFESSIONAL, Subject.ELECTIVE


def _of(rule: Requirement, general: object = 0, professional: object = 0, elective: object = 0) -> Audit:
    year = rule.year or 2025
    parts = ((G, general), (P, professional), (E, elective))
    return audit([Entry(subject, hours, year) for subject, hours in parts], requirement=rule, year=year)


def _year(place: str, year: int, *hours: int) -> Audit:
    return _of(requirement(place, year=year), *hours)


def _plain(year: int, hours: int, *tags: str) -> Entry:
    return Entry(None, hours, year, tags=tags)


def _answers_from(audited: Audit, source: str) -> None:
    # Each answer names its source and its date.
    assert source in audited.requirement.sources
    assert source_title(source)
    assert audited.requirement.verified_on == dt.date(2026, 11, 24)
    assert source in audited.explain("en").text()


def test_01_guangdong_exact_minima_pass() -> None:
    """
    Guangdong 2016: 18 + 42 + 12 is 72 and passes (粤人社发〔2010〕321号, article 3).
    """
    done = _year("CN-GD", 2016, 18, 42, 12)

    assert (72, True) == (done.total, done.passed)
    _answers_from(done, "S02")


def test_02_guangdong_total_alone_is_not_enough() -> None:
    """
    Guangdong 2016: 24 + 42 + 6 is 72, and the elective subject is short by 6.
    """
    done = _year("CN-GD", 2016, 24, 42, 6)

    assert (72, False, {E: 6}) == (done.total, done.passed, dict(done.shortfalls))


def test_03_guangdong_days() -> None:
    """
    Guangdong 2019: 3, 7 and 2 full days are 18, 42 and 12 hours.
    """
    rule = requirement("CN-GD", year=2019)
    done = audit([Entry(s, 0, 2019, days=d) for s, d in ((G, 3), (P, 7), (E, 2))], requirement=rule)

    assert ({G: 18, P: 42, E: 12}, True) == (dict(done.totals), done.passed)


def test_04_part_of_a_day_counts_its_hours() -> None:
    """
    Guangdong 2019: an event of 4 hours is 4, not a day of 6; half a day is no full day.
    """
    rule = requirement("CN-GD", year=2019)

    assert 4 == audit([Entry(P, 4, 2019)], requirement=rule).total
    with pytest.raises(CredrulesError):
        Entry(P, 0, 2019, days="0.5")


def test_05_guangdong_2021_asks_for_more() -> None:
    """
    Guangdong 2021: 18 + 42 + 12 lacks 12 general and 6 elective hours.
    """
    done = _year("CN-GD", 2021, 18, 42, 12)

    assert (72, {G: 12, E: 6}) == (done.total, dict(done.shortfalls))
    _answers_from(done, "S03")


def test_06_guangdong_day_of_eight_and_45_minutes() -> None:
    """
    Guangdong 2022: 5 full days are 40 hours and 90 minutes 2 more.
    """
    rule = requirement("CN-GD", year=2022)
    done = audit([Entry(P, 0, 2022, days=5), Entry(P, 0, 2022, minutes=90)], requirement=rule)

    assert 42 == done.totals[P]
    assert P not in done.shortfalls


def test_07_provincial_minima_lie_below_the_national_share() -> None:
    """
    Guangdong 2023: 30 + 42 + 18 passes in the province; the professional share is 46.7 % and fails nationally.
    """
    province, nation = _year("CN-GD", 2023, 30, 42, 18), _year("CN", 2023, 30, 42, 18)

    assert (90, True, False) == (province.total, province.passed, nation.passed)
    assert Fraction(7, 15) == Fraction(province.totals[P], province.total)


def test_08_minima_of_five_years() -> None:
    """
    Guangdong 2019 to 2023: the minima add up to 126, 210, 78, and 414 in all.
    """
    rules = [requirement("CN-GD", year=year) for year in range(2019, 2024)]

    sums = [sum(getattr(rule, name) for rule in rules) for name in ("general", "professional", "elective", "total")]
    assert [126, 210, 78, 414] == sums


def test_09_national_share() -> None:
    """
    Nationally 59 of 90 professional hours are too few, 60 are enough (Order 25, article 8).
    """
    few, enough = _year("CN", 2023, 31, 59), _year("CN", 2023, 30, 60)

    assert (Decision.OUT, Decision.IN) == (few.decision, enough.decision)
    _answers_from(enough, "S40")


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        (ShareBase.REQUIRED, Decision.IN),
        (ShareBase.DONE, Decision.OUT),
        (ShareBase.UNSTATED, Decision.REVIEW),
    ],
)
def test_10_share_of_which_total(base: ShareBase, expected: Decision) -> None:
    """
    62 professional of 100 hours: enough for the required 90, too few for the actual 100, undecided when unstated.
    """
    rule = requirement("CN", year=2023).with_(share_base=base)

    assert expected is _of(rule, 38, 62).decision


def test_11_zhejiang_total_is_its_own_test() -> None:
    """
    Zhejiang 2025: 60 + 18 is 78, short by 12 of any subject.
    """
    done = _year("CN-ZJ", 2025, 18, 60)

    assert (78, 12, {}) == (done.total, done.short, dict(done.shortfalls))
    assert 12 == done.least_additions().free
    _answers_from(done, "S28")


def test_12_zhejiang_public_minimum() -> None:
    """
    Zhejiang 2025: 72 + 18 passes; 80 + 10 lacks 8 general hours.
    """
    good, bad = _year("CN-ZJ", 2025, 18, 72), _year("CN-ZJ", 2025, 10, 80)

    assert (True, 90, {G: 8}) == (good.passed, bad.total, dict(bad.shortfalls))


def _hz(*activities: Activity) -> tuple[Conversion, ...]:
    return convert_all(activities, standard="CN-ZJ-HZ")


def test_13_hangzhou_conversions() -> None:
    """
    Hangzhou: 3 training days, a core paper as first author and a utility patent are 109 professional credits.
    """
    results = _hz(
        Activity("face_training", 3, "day"), Activity("paper", level="core"), Activity("patent", level="utility")
    )
    rule = requirement("CN-ZJ-HZ", year=2025)
    done = audit([item.entry(2025) for item in results], requirement=rule)

    assert [24, 35, 50] == [item.hours for item in results]
    assert (109, {G: 18}) == (done.totals[P], dict(done.shortfalls))
    assert all("第八条" in item.citation for item in results)


def test_14_one_book_counts_once() -> None:
    """
    Hangzhou: a book of 120,000 characters is 180 credits; claimed again it is nothing.
    """
    book = Activity("book", 120_000, "character", item="甲")

    assert [180, 0] == [item.hours for item in _hz(book, book)]


def test_15_hangzhou_examinations() -> None:
    """
    Hangzhou: two subjects of a qualification examination are 72 professional credits.
    """
    (done,) = _hz(Activity("qualification_exam", 2))

    assert (72, P) == (done.hours, done.subject)


def _natural(*activities: Activity) -> tuple[Conversion, ...]:
    return convert_all(activities, standard="CN-ZJ-NATSCI")


def _science(kind: str, level: str, rank: int = 1) -> Activity:
    return Activity(kind, level=level, rank=rank, year=2026)


def test_16_zhejiang_science_path_cap() -> None:
    """
    Zhejiang natural science: two papers are 40 capped 30, two patents 40 capped 30; with 18 general 78, short by 12.
    """
    results = _natural(*[_science("paper", "core")] * 2, *[_science("patent", "invention")] * 2)
    rule = requirement("CN-ZJ", year=2026, profession="自然科学研究")
    done = audit([*(item.entry(2026) for item in results), Entry(G, 18, 2026)], requirement=rule)

    assert [20, 10, 20, 10] == [item.hours for item in results]
    assert (78, 12, Decision.OUT) == (done.total, done.short, done.decision)


def test_17_zhejiang_science_seminar_and_second_author() -> None:
    """
    A seminar of 4 days at 12 hours is 48, of which 36 count; a second author gets half of 20.
    """
    seminar = Activity("training_seminar", 48, "hour", days=4, year=2026)

    assert (48, 36) == ((result := _natural(seminar)[0]).claimed, result.hours)
    assert 10 == _natural(_science("paper", "core", 2))[0].hours


def _construction(years: dict[int, tuple[int, int, int]]) -> list[Entry]:
    return [Entry(s, hours, year) for year, parts in years.items() for s, hours in zip((G, P, E), parts, strict=True)]


def test_18_zhejiang_construction_pools_four_years() -> None:
    """
    2022 to 2025 with 90, 60, 110, 100 hours is 360 and passes; were each year to reach 90, 2023 would lack 30.
    """
    rule = requirement("CN-ZJ", year=2026, profession="建设工程", grade="正高级")
    entries = _construction({2022: (18, 60, 12), 2023: (18, 42, 0), 2024: (18, 69, 23), 2025: (18, 69, 13)})
    pooled = audit(entries, requirement=rule)
    yearly = [audit(entries, requirement=REQUIREMENTS["CN-ZJ-2016"], year=year).short for year in range(2022, 2026)]

    assert (360, 240, 72, True) == (pooled.total, pooled.totals[P], pooled.totals[G], pooled.passed)
    assert [0, 30, 0, 0] == yearly
    assert CarryOver.MAKEUP is rule.carry_over


def test_19_hangzhou_three_years_and_the_last() -> None:
    """
    180 credits in 2023 to 2025 pass when 2025 has 90, and fail when it has 30.
    """
    rule = requirement("CN-ZJ-HZ", year=2026, profession="建设工程中级", grade="中级")
    good = _construction({2023: (0, 50, 0), 2024: (0, 40, 0), 2025: (18, 60, 12)})
    bad = _construction({2023: (18, 60, 12), 2024: (0, 60, 0), 2025: (18, 12, 0)})

    assert (180, True) == ((first := audit(good, requirement=rule)).total, first.passed)
    assert (180, False) == ((second := audit(bad, requirement=rule)).total, second.passed)
    assert 2025 in {item.params.get("year") for item in second.findings if item.code == "HOURS.YEAR_IN_CYCLE"}


@pytest.mark.parametrize(("days", "expected"), [(20, 0), (21, 60)])
def test_20_rural_service_over_twenty_days(days: int, expected: int) -> None:
    """
    Zhejiang construction: more than 20 days of service are 60 professional hours, 20 days are none.
    """
    done = convert(Activity("rural_service", days, "day", year=2026), standard="CN-ZJ-CONSTR")

    assert (expected, P) == (done.hours, done.subject)


def _jiangsu(first: int, last: int) -> tuple[int, int]:
    rules = [requirement("CN-JS", year=year) for year in range(first, last + 1)]
    return sum(int(rule.total or 0) for rule in rules), sum(int(rule.professional or 0) for rule in rules)


def test_21_jiangsu_middle_grade() -> None:
    """
    Jiangsu 2021 to 2024: 342 hours with 228 professional; counted at 90 a year 360.
    """
    assert (342, 228) == _jiangsu(2021, 2024)
    assert 360 == 4 * requirement("CN-JS", year=2024).total  # type: ignore[operator]  # the row has a total


def test_22_jiangsu_senior_grade() -> None:
    """
    Jiangsu 2020 to 2024: 414 hours with 276 professional; counted at 90 a year 450.
    """
    assert (414, 276) == _jiangsu(2020, 2024)
    assert 450 == 5 * requirement("CN-JS", year=2024).total  # type: ignore[operator]  # the row has a total


def test_23_ningxia_pools_the_window() -> None:
    """
    Ningxia 2022, middle grade: 30, 150, 90 and 90 hours with 30 general each pass together.
    """
    rule = requirement("CN-NX", year=2022, grade="中级")
    done = audit(
        _construction({2018: (30, 0, 0), 2019: (30, 120, 0), 2020: (30, 60, 0), 2021: (30, 60, 0)}), requirement=rule
    )

    assert (360, 120, True) == (done.total, done.totals[G], done.passed)
    _answers_from(done, "S34")


def test_24_ningxia_tour_and_teaching() -> None:
    """
    Ningxia: a tour of 5 days with one of travel is 24 hours, teaching of 10 hours is 30.
    """
    tour = convert(Activity("visit_exchange", 5 - 1, "day", year=2022), standard="CN-NX")
    taught = convert(Activity("teaching", 10, "hour", year=2022), standard="CN-NX")

    assert (24, 30) == (tour.hours, taught.hours)


def test_25_shanghai_metallurgy_live_part() -> None:
    """
    Shanghai metallurgy: 126 online and 54 live pass; 130 and 50 lack 4 live hours.
    """
    rule = requirement("上海", year=2026, profession="冶金工程", grade="高级")

    def done(online: int, live: int) -> Audit:
        return audit([Entry(P, online, 2026, tags=("online",)), Entry(P, live, 2026, tags=("live",))], requirement=rule)

    assert (180, True) == (done(126, 54).total, done(126, 54).passed)
    assert (180, False) == (done(130, 50).total, done(130, 50).passed)
    assert ["4"] == [item.params["short"] for item in done(130, 50).findings if item.code == "HOURS.PART"]


def test_26_guangxi_share_of_the_total() -> None:
    """
    Guangxi 2024: 15 + 75 passes; 31 + 59 is 65.6 % and fails.
    """
    good, bad = _year("CN-GX", 2024, 15, 75), _year("CN-GX", 2024, 31, 59)

    assert (True, Decision.OUT) == (good.passed, bad.decision)
    _answers_from(good, "S36")


def test_27_chengdu_caps() -> None:
    """
    Chengdu: 45 hours online count 30, a class day of 7 hours 6, and another year's study nothing.
    """
    online = convert(Activity("online_professional", 45, "hour"), standard="CN-SC-CD")
    class_day = convert(Activity("face_training", 7, "hour", days=1), standard="CN-SC-CD")
    rule = REQUIREMENTS["CN-SC-CD"]
    entered = audit([Entry(P, 45, 2025, tags=("online",)), Entry(P, 20, 2024)], requirement=rule, year=2025)

    assert (30, 6, 30) == (online.hours, class_day.hours, entered.total)
    assert "HOURS.OTHER_YEAR" in {item.code for item in entered.findings}


def test_28_henan_1998_in_cycles() -> None:
    """
    Henan 1998: three years are 192 hours for seniors and 168 for juniors.
    """
    senior, junior = (requirement("CN-HA", year=2005, grade=grade).total for grade in ("高级", "初级"))

    assert (192, 168) == (3 * (senior or 0), 3 * (junior or 0))


def test_29_henan_2018() -> None:
    """
    Henan 2018: 24 + 66 passes and 20 + 70 lacks 4 general hours.
    """
    good, bad = _year("CN-HA", 2018, 24, 66), _year("CN-HA", 2018, 20, 70)

    assert (True, {G: 4}) == (good.passed, dict(bad.shortfalls))
    _answers_from(good, "S13")


def test_30_anhui_twelve_days() -> None:
    """
    Anhui 2003: 12 days off the job are 72 hours and pass.
    """
    done = audit([Entry(P, 0, 2003, days=12)], requirement=requirement("CN-AH", year=2003))

    assert (72, True) == (done.total, done.passed)


def test_31_beijing_term() -> None:
    """
    Beijing 2017 to 2021: 60, 120, 90, 90 and 90 hours are 450 of 450 over one term.
    """
    rule = requirement("CN-BJ", year=2021)
    term = rule.with_(cycle=5, total=5 * (rule.total or 0))
    done = audit(
        [_plain(year, hours) for year, hours in zip(range(2017, 2022), (60, 120, 90, 90, 90), strict=True)],
        requirement=term,
    )

    assert CarryOver.WITHIN_TITLE_TERM is rule.carry_over
    assert (450, True) == (done.total, done.passed)


def test_32_chongqing_between_two_rules() -> None:
    """
    Chongqing 2016: 85 hours pass the local 80 and fail the national 90.
    """
    assert (True, False) == (_year("CN-CQ", 2016, 0, 85).passed, _year("CN", 2016, 0, 85).passed)


def test_33_accounting_conversions() -> None:
    """
    Accounting 2024: a first author's paper, a conference of 3 days and 30 hours of training are 90 credits.

    The rate of the training is attested for 2013 only: by the standard of 2018 it is to be reviewed.
    """
    paper = convert(Activity("paper", year=2024), standard="CN-ACC-2018")
    meeting = convert(Activity("conference", 3, "day", year=2024), standard="CN-ACC-2018")
    training = convert(Activity("training", 30, "hour", year=2024), standard="CN-ACC-2018")
    earlier = convert(Activity("training", 30, "hour", level="general", year=2014), standard="CN-ACC-2013")

    assert Decision.REVIEW is training.decision
    assert 90 == paper.hours + meeting.hours + earlier.hours


def test_34_accounting_carries_nothing() -> None:
    """
    Accounting: one examination subject passed in 2024 is 90; two are 180, and 2025 still needs 90.
    """
    exam = convert(Activity("exam", 2, year=2024), standard="CN-ACC-2018")
    rule = requirement("CN", year=2025, profession="会计")
    next_year = audit([exam.entry(2024)], requirement=rule)

    assert (90, 180) == (convert(Activity("exam", year=2024), standard="CN-ACC-2018").hours, exam.hours)
    assert audit([exam.entry(2024)], requirement=rule.with_(year=2024)).passed
    assert (0, 90, CarryOver.NONE) == (next_year.total, next_year.short, rule.carry_over)


def test_35_accounting_starts_the_year_after() -> None:
    """
    A qualification obtained in 2025 needs credits from 2026 on: 2025 is an exemption with that basis.
    """
    rule = requirement("CN", year=2025, profession="会计")
    exempt = Adjustment(AdjustmentKind.EXEMPT, basis="财会〔2018〕10号：取得资格的次年起")

    assert "start=year_after_qualification" in rule.note
    assert audit([], requirement=rule, adjustments=[exempt]).passed
    assert not audit([], requirement=rule, year=2026).passed


def test_36_accounting_postponed_shortage() -> None:
    """
    Accounting 2015: 10 of 24 credits and a proof accepted; 2016 then needs 24 + 14 = 38.
    """
    rule = requirement("CN", year=2015, profession="会计")
    short = audit([_plain(2015, 10)], requirement=rule).short
    later = Adjustment(AdjustmentKind.POSTPONED, short, basis="财会〔2013〕18号 第十七条")
    next_year = rule.with_(year=2016)

    assert (14, CarryOver.POSTPONE) == (short, rule.carry_over)
    assert not audit([_plain(2016, 37)], requirement=next_year, adjustments=[later]).passed
    assert audit([_plain(2016, 38)], requirement=next_year, adjustments=[later]).passed


@pytest.mark.parametrize(("first", "second", "passed"), [(4, 21, False), (6, 19, True)])
def test_37_health_classes(first: int, second: int, passed: bool) -> None:  # noqa: FBT001  # the expected verdict
    """
    Health before 2025: class I needs 5 credits of its own, class II does not fill it.
    """
    rule = requirement("CN", year=2023, profession="卫生")
    done = audit([_plain(2023, first, "class1"), _plain(2023, second, "class2")], requirement=rule)

    assert (25, passed) == (done.total, done.passed)


def test_38_health_old_rates() -> None:
    """
    Health, old: national 12 hours are 4, provincial 12 hours 2, a speaker's 2 hours 4, and 45 hours 15 capped at 10.
    """
    old = STANDARDS["CN-CME-OLD"]
    asked = (
        ("national_project", 12),
        ("provincial_project", 12),
        ("national_project_speaker", 2),
        ("national_project", 45),
    )
    results = [convert(Activity(kind, hours, "hour", year=2020), standard=old) for kind, hours in asked]

    assert [4, 2, 4, 10] == [item.hours for item in results]
    assert 15 == results[3].claimed


def test_39_health_from_2025() -> None:
    """
    Health from 2025: 54 hours are 18 credits, 14 of self-study count 10, together 28 of 25.
    """
    items = convert(Activity("project_hours", 54, "hour", year=2025), standard="CN-CME-2024")
    study = convert(Activity("self_study", 14, "hour", year=2025), standard="CN-CME-2024")
    rule = requirement("CN", year=2025, profession="卫生")
    done = audit([items.entry(2025), study.entry(2025)], requirement=rule)

    assert (18, 10, 28, True) == (items.hours, study.hours, done.total, done.passed)


@pytest.mark.parametrize(("first", "second", "passed"), [(50, 30, True), (55, 25, False)])
def test_40_cpa_two_years(first: int, second: int, passed: bool) -> None:  # noqa: FBT001  # the expected verdict
    """
    Practising CPA 2020 and 2021: 80 in two years, and no year below 30.
    """
    rule = requirement("CN", year=2021, profession="注册会计师(执业)")
    entries = [_plain(2020, first - 4), _plain(2020, 4, "ethics"), _plain(2021, second)]
    done = audit(entries, requirement=rule)

    assert (80, passed) == (done.total, done.passed)


def test_41_cpa_online_cap() -> None:
    """
    Practising CPA 2020 and 2021: of 40 online hours 32 count, so 72 of 80.
    """
    rule = requirement("CN", year=2021, profession="注册会计师(执业)")
    entries = [_plain(2020, 40, "online"), _plain(2021, 36), _plain(2021, 4, "ethics")]
    done = audit(entries, requirement=rule)

    assert (72, 8, False) == (done.total, done.short, done.passed)


@pytest.mark.parametrize(("ethics", "passed"), [(4, True), (2, False)])
def test_42_cpa_ethics(ethics: int, passed: bool) -> None:  # noqa: FBT001  # the expected verdict
    """
    Practising CPA 2023: 30 online count 24, 16 in class make 40; of them 4 must be ethics.
    """
    rule = requirement("CN", year=2023, profession="注册会计师(执业)")
    entries = [_plain(2023, 30, "online"), _plain(2023, 16 - ethics), _plain(2023, ethics, "ethics")]
    done = audit(entries, requirement=rule)

    assert (40, passed) == (done.total, done.passed)


def test_43_cpa_surplus_moves_only_under_the_old_rule() -> None:
    """
    Non-practising CPA 2020: 40 input hours pass; 16 beyond 24 may move to 2021, nothing moves into 2022.
    """
    old, new = (requirement("CN", year=year, profession="注册会计师(非执业会员)") for year in (2021, 2022))
    first = audit([_plain(2020, 40, "input")], requirement=old.with_(year=2020))
    moved = Adjustment(AdjustmentKind.CARRIED, 16, basis="非执业会员继续教育制度")
    entries = [_plain(2021, 24, "input")]

    assert first.passed
    assert 40 == audit(entries, requirement=old, adjustments=[moved]).total
    assert 0 == audit([], requirement=new, adjustments=[moved]).total


def test_44_builder_with_two_specialities() -> None:
    """
    Builders: a second speciality adds 60 to 120, that is 180 with 90 compulsory and 90 elective.
    """
    one, more = REQUIREMENTS["CN-JZS-2010"], REQUIREMENTS["CN-JZS-2010-ADD"]

    assert 180 == (one.total or 0) + (more.total or 0)
    assert 90 == (one.elective or 0) + (more.elective or 0)
    assert 90 == one.further[0].amount + more.further[0].amount


def test_45_builder_offsets() -> None:
    """
    Builders: outline 20, textbook 20, paper 10 and book 20 are 70, of which 60 count as elective.
    """
    kinds = ("exam_setting", "textbook", "paper", "book")
    results = convert_all([Activity(kind, year=2012) for kind in kinds], standard="CN-JZS")

    assert (70, 60) == (sum(it.claimed for it in results), sum(it.hours for it in results))
    assert {E} == {item.subject for item in results}


@pytest.mark.parametrize(("minutes", "expected"), [(19, 0), (22, Fraction(1, 2)), (45, None)])
def test_46_sessions_of_minutes(minutes: int, expected: Fraction | int | None) -> None:
    """
    A local rule: below 20 minutes nothing, 20 to 25 half an hour, 45 minutes are not stated.
    """
    done = convert(Activity("online_session", minutes, "minute"), standard="CN-JZS2-LOCAL")

    assert expected == (done.hours if done.decision is Decision.IN else None)
    assert not STANDARDS["CN-JZS2-LOCAL"].attributed


def test_47_supervision_engineer() -> None:
    """
    Supervision engineers: 48 + 48 in three years pass; moving to another province asks for 8 electives more.
    """
    rule = requirement("CN", year=2020, profession="注册监理工程师")
    entries = [_plain(2020, 48, "compulsory"), Entry(E, 48, 2020)]
    moving = rule.with_(total=104, elective=56)

    assert audit(entries, requirement=rule).passed
    assert {E: 8} == audit(entries, requirement=moving).shortfalls
    assert "change_province_elective=8" in rule.note


def test_48_social_workers() -> None:
    """
    Social workers: 60 hours fail the 90, a degree is 90 and passes; an assistant passes with 72.
    """
    rule = requirement("CN", year=2012, profession="社会工作师")
    assistant = requirement("CN", year=2012, profession="助理社会工作师")
    degree = convert(Activity("degree_study", level="obtained"), standard="CN-SW")

    assert not audit([Entry(P, 60, 2012)], requirement=rule).passed
    assert audit([degree.entry(2012)], requirement=rule).passed
    assert audit([Entry(P, 72, 2012)], requirement=assistant).passed


def test_49_teachers() -> None:
    """
    Teachers: 300 hours in five years pass under 240 and fail under 360.
    """
    entries = [_plain(year, 60) for year in range(2006, 2011)]
    later = [_plain(year, 60) for year in range(2012, 2017)]

    assert audit(entries, requirement=requirement("CN", year=2010, profession="中小学教师")).passed
    assert not audit(later, requirement=requirement("CN", year=2016, profession="中小学教师")).passed


def test_50_pharmacists() -> None:
    """
    Pharmacists: 30 general and 60 professional hours are 10 + 20 credits and pass.
    """
    rule = requirement("CN", year=2022, profession="执业药师")
    credits_ = [convert(Activity("credit", hours, "hour"), standard="CN-PHARM").hours for hours in (30, 60)]

    assert [10, 20] == credits_
    assert _of(rule, 30, 60).passed


def test_51_appraiser() -> None:
    """
    Appraisers: teaching of 5 hours, two reviews and an article as third author are 20 + 20 + 30.
    """
    asked = [
        Activity("teaching", 5, "hour"),
        Activity("report_review", 2),
        Activity("paper", level="article", rank=3),
    ]

    assert [20, 20, 30] == [convert(item, standard="CN-FDC").hours for item in asked]


def test_52_suqian_days() -> None:
    """
    Suqian: 5 full days are 30 hours and 3 half-time days 9.
    """
    full = convert(Activity("face_training", 5, "day"), standard="CN-JS-SQ")
    half = convert(Activity("half_time_training", 3, "day"), standard="CN-JS-SQ")

    assert (30, 9) == (full.hours, half.hours)


def test_nothing_is_attested_for_every_row() -> None:
    """
    A row whose place or date no source names is never given for a year.
    """
    unplaced = {name for name, row in REQUIREMENTS.items() if row.jurisdiction == "CN-unattributed"}

    assert unplaced
    assert find_requirement("CN-unattributed", year=2020).value is None
