"""
Results into hours by standards: figures, or REVIEW with the reason.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from credrules.findings import CredrulesError, Decision
from credrules.hours import (
    STANDARDS,
    Activity,
    Conversion,
    ConversionRule,
    Formula,
    Ranks,
    Subject,
    convert,
    convert_all,
    source_title,
    table_of,
)
from tests.support.cases import not_ok, ok


def _codes(done: Conversion) -> list[str]:
    return [item.code for item in done.findings]


UNIT = ConversionRule(
    "UNIT-1", "output", "论文", Formula.FIXED, value=20, subject=Subject.PROFESSIONAL, after_compulsory=True
)


@pytest.mark.parametrize(
    ("done", "decision", "hours"),
    [
        pytest.param(True, Decision.IN, 20, marks=ok("CE-038")),
        pytest.param(False, Decision.OUT, 0, marks=not_ok("CE-038")),
        (None, Decision.REVIEW, 0),
    ],
)
def test_compulsory_part_first(done: bool | None, decision: Decision, hours: int) -> None:  # noqa: FBT001  # the fact under test
    """
    Results count only after the compulsory part; when that is not known, it is to be reviewed.
    """
    host = STANDARDS["CN-GD"].with_rules(UNIT)
    answer = convert(Activity("output", year=2023, compulsory_done=done), standard=host)

    assert (decision, hours, Subject.PROFESSIONAL) == (answer.decision, answer.hours, answer.subject)


@ok("CE-039")
@not_ok("CE-039")
def test_guangdong_has_no_figure_of_its_own() -> None:
    """
    The figure is the employer's and the industry body's: without their table there is none, with it theirs.
    """
    paper = Activity("output", year=2023, compulsory_done=True)
    bare = convert(paper, standard="CN-GD")
    theirs = convert(paper, standard=STANDARDS["CN-GD"].with_rules(UNIT))

    assert (Decision.REVIEW, 0, ["HOURS.CONVERSION_UNKNOWN"]) == (bare.decision, bare.hours, _codes(bare))
    assert (Decision.IN, 20) == (theirs.decision, theirs.hours)
    assert Decision.REVIEW is convert(Activity("paper", year=2023), standard="CN-GD").decision


def test_injected_rules_take_precedence_by_level() -> None:
    """
    A host's rule replaces those of its kind and level, and only those.
    """
    core = ConversionRule("U", "paper", "核心期刊", Formula.FIXED, levels=("core",), value=99)
    host = STANDARDS["CN-ZJ-HZ"].with_rules(core)

    assert 99 == convert(Activity("paper", level="core"), standard=host).hours
    assert 20 == convert(Activity("paper", level="ordinary"), standard=host).hours


def test_a_table_needs_its_basis() -> None:
    """
    A table of the host's own says on whose decision it rests.
    """
    with pytest.raises(CredrulesError):
        table_of("unit", [UNIT], document=" ")
    assert "某单位" == table_of("unit", [UNIT], document="某单位").citation(UNIT)


@pytest.mark.parametrize(
    ("activity", "standard", "code"),
    [
        (Activity("podcast"), "CN-ZJ-HZ", "HOURS.CONVERSION_NONE"),
        (Activity(rule="X-1"), "CN-ZJ-HZ", "HOURS.CONVERSION_NONE"),
        (Activity(rule="GD-01", year=2023), "CN-GD", "HOURS.CONVERSION_NONE"),
        (Activity("soft_project", level="national", rank=2, year=2026), "CN-ZJ-NATSCI", "HOURS.CONVERSION_UNKNOWN"),
        (Activity("standard", level="local", rank=2, year=2026), "CN-ZJ-NATSCI", "HOURS.CONVERSION_UNKNOWN"),
        (Activity("paper"), "CN-ZJ-HZ", "HOURS.CONVERSION_SEVERAL"),
        (Activity("paper", level="space"), "CN-ZJ-HZ", "HOURS.CONVERSION_NONE"),
        (Activity("face_training", 3, "character"), "CN-ZJ-HZ", "HOURS.CONVERSION_MEASURE"),
        (Activity("self_study", 2000, "character"), "CN-SC", "HOURS.CONVERSION_UNKNOWN"),
        (Activity("degree_study", year=2022), "CN-NX", "HOURS.CONVERSION_UNKNOWN"),
        (Activity("exemption_maternity"), "CN-CME-LOCAL", "HOURS.CONVERSION_UNKNOWN"),
        (Activity("designated_materials"), "CN-CME-OLD", "HOURS.CONVERSION_UNKNOWN"),
        (Activity("project", level="national", rank=6), "CN-CME-OLD", "HOURS.CONVERSION_UNKNOWN"),
        (Activity(rule="CME06-08"), "CN-CME-OLD", "HOURS.CONVERSION_UNKNOWN"),
        (Activity("paper", rank=4), "CN-FDC", "HOURS.CONVERSION_SEVERAL"),
    ],
)
def test_what_is_not_stated_is_reviewed(activity: Activity, standard: str, code: str) -> None:
    """
    No rule, several rules, another measure, no figure: REVIEW, zero hours, and the reason.
    """
    done = convert(activity, standard=standard)

    assert (Decision.REVIEW, 0, [code]) == (done.decision, done.hours, _codes(done))


@pytest.mark.parametrize(
    ("activity", "standard", "hours"),
    [
        (Activity("clock_time", 3, "hour", year=2022), "CN-GD", 4),
        (Activity("clock_time", 90, "minute", year=2016), "CN-GD", 2),
        (Activity("day_of_training", 2, "day", year=2020), "CN-GD", 12),
        (Activity("day_of_training", 2, "day", year=2021), "CN-GD", 16),
        (Activity("project_hours", 90, "minute", year=2025), "CN-CME-2024", Fraction(1, 2)),
        (Activity("project_hours", 10, "hour", year=2025), "CN-CME-2024", Fraction(10, 3)),
        (Activity("visiting_study", year=2025), "CN-CME-2024", 25),
        (Activity("paper", level="provincial", rank=3, year=2026), "CN-ZJ-NATSCI", 5),
        (Activity("project", level="provincial", rank=2, year=2026), "CN-ZJ-NATSCI", Fraction(25, 2)),
        (Activity("soft_project", level="national", year=2026), "CN-ZJ-NATSCI", 30),
        (Activity(rule="GD-01", year="2019"), "CN-GD", 6),
        (Activity("project", rank=2, year=2024), "CN-ACC-2018", 60),
        (Activity("project", level="provincial", rank=2), "CN-CME-OLD", 7),
        (Activity("conference", level="national", bonus="paper_long"), "LOCAL-UA", 14),
        (Activity("training", 3, "day"), "LOCAL-UC", 16),
        (Activity("patent", level="invention", subject=Subject.ELECTIVE), "CN-ZJ-HZ", 90),
        (Activity(rule="UB-04", rank=2), "LOCAL-UB", 56),
    ],
)
def test_figures(activity: Activity, standard: str, hours: Fraction | int) -> None:
    """
    Units, ranks, levels, bonuses and caps by published standards, exactly.
    """
    done = convert(activity, standard=standard)

    assert (Decision.IN, hours) == (done.decision, done.hours)
    assert done.rule is not None
    assert done.rule.sources


def test_weak_rules_say_so() -> None:
    """
    A figure from one source or a weak one comes with that finding; a well attested one with none.
    """
    asked = (("paper", "CN-ACC-2018"), ("conference", "CN-ACC-2018"), ("standard", "CN-JZS2-LOCAL"))

    assert [[], ["HOURS.ONE_SOURCE"], ["HOURS.LOW_CONFIDENCE"]] == [
        _codes(convert(Activity(kind), standard=name)) for kind, name in asked
    ]


def test_a_rule_that_began_within_the_year_says_so() -> None:
    """
    Accounting changed in July 2018: a paper of 2018 may be of the months before.
    """
    first, second = (convert(Activity("paper", year=year), standard="CN-ACC-2018") for year in (2018, 2019))

    assert (["HOURS.PART_YEAR"], []) == (_codes(first), _codes(second))
    assert "2018-07-01" in first.findings[0].message("en")


def test_rules_are_dated() -> None:
    """
    A rule counts in its years; the answer cites its clause.
    """
    old, new = (convert(Activity("credit", year=year), standard="CN-GD") for year in (2020, 2021))

    assert (Decision.REVIEW, Decision.IN) == (old.decision, new.decision)
    assert "财会〔2018〕10号" in convert(Activity("book", year=2024), standard="CN-ACC-2018").citation


def test_the_highest_claim_of_a_result_counts() -> None:
    """
    A result claimed as a patent and as an ordinary paper counts once, as the patent.
    """
    claims = [
        Activity("paper", level="ordinary", item="甲"),
        Activity("patent", level="invention", item="甲"),
        Activity("podcast", item="甲"),
        Activity("paper", level="core", item="乙"),
    ]
    results = convert_all(claims, standard="CN-ZJ-HZ")

    assert [0, 90, 0, 35] == [item.hours for item in results]
    assert "HOURS.CONVERSION_ONCE" in _codes(results[0])


def test_conversions_become_entries() -> None:
    """
    The entry carries subject, tag and the citation as its source; its repr is short.
    """
    done = convert(Activity("teaching", 3, "hour", year=2012), standard="CN-JZS")
    entry = done.entry(2012, "p1")

    assert (Subject.ELECTIVE, 3, ("offset",), "p1") == (entry.subject, entry.hours, entry.tags, entry.person)
    assert "第二十条" in entry.source
    assert "Conversion(JZS-05, IN, 3 of 3)" == repr(done)
    assert "Conversion(-, REVIEW, 0 of 0)" == repr(convert(Activity("x"), standard="CN-JZS"))
    assert Subject.GENERAL is convert(Activity("x", subject=Subject.GENERAL), standard="CN-JZS").subject


@pytest.mark.parametrize(
    ("rule", "citation"),
    [
        ("GD-01", "继续教育证书的管理办法（粤人社发〔2010〕321号）第三条"),
        ("GD-03", "年度继续教育工作通知二"),
        ("GD-06", "省继续教育管理系统常见问题FAQ"),
        ("CPA-01", "继续教育制度(2021修订)"),
        ("CPA-03", "继续教育制度(修订前)"),
        ("FDC-12", "注册房地产估价师继续教育实施办法(暂行)第三、五、七、八条"),
    ],
)
def test_a_rule_is_cited_from_its_own_document(rule: str, citation: str) -> None:
    """
    Rules of one standard may stand in several documents: a day of 8 hours is none of the documents of 2010.
    """
    found = [standard.citation(it) for standard in STANDARDS.values() for it in standard.rules if it.id == rule]

    assert [citation] == found


@pytest.mark.parametrize("name", list(STANDARDS))
def test_every_figure_names_its_source_and_date(name: str) -> None:
    """
    A document, pages that were read, and the day on which the figures were compared with them.
    """
    standard = STANDARDS[name]

    assert dt.date(2026, 11, 24) == standard.verified_on
    assert all(standard.citation(rule) and rule.sources for rule in standard.rules)
    assert all(key != source_title(key) for rule in standard.rules for key in rule.sources)


@pytest.mark.parametrize("year", [23, "去年", dt.date(2023, 1, 1)])
def test_a_year_of_an_activity_is_a_year(year: object) -> None:
    """
    A rule is looked up by the year: what is none is refused.
    """
    assert 2023 == Activity("paper", year="2023年").year
    with pytest.raises(CredrulesError):
        Activity("paper", year=year)


def test_the_table_of_standards() -> None:
    """
    180 rules in 27 standards; those without a place say so.
    """
    assert (27, 180) == (len(STANDARDS), sum(len(item.rules) for item in STANDARDS.values()))
    assert "27 standards" in repr(STANDARDS)
    assert not STANDARDS["LOCAL-UA"].attributed
    with pytest.raises(KeyError):
        convert(Activity("paper"), standard="CN-XX")


@pytest.mark.parametrize("kind", ["paper", "book", "patent", "seminar"])
@pytest.mark.parametrize(
    ("done", "expected"),
    [(True, ("REVIEW", "HOURS.CONVERSION_UNKNOWN")), (False, ("OUT", "HOURS.COMPULSORY_FIRST")),
     (None, ("REVIEW", "HOURS.COMPULSORY_UNKNOWN"))],
)  # fmt: skip
def test_results_in_guangdong_come_after_the_compulsory_part(
    kind: str, done: object, expected: tuple[str, str]
) -> None:
    """
    Papers, books, patents and seminars count only then, and no provincial figure says how much.
    """
    answer = convert(Activity(kind, year=2023, compulsory_done=done), standard="CN-GD")  # type: ignore[arg-type]  # one of three

    assert (*expected, 0) == (answer.decision.name, answer.findings[0].code, answer.hours)


@pytest.mark.parametrize("rank", [0, -1, "0.5"])
def test_a_rank_is_counted_from_one(rank: object) -> None:
    """
    There is no author before the first; no table of ranks has hours for one.
    """
    with pytest.raises(CredrulesError):
        Activity("paper", rank=rank)
    assert [None, None, 30] == [Ranks((30,), 10).of(place) for place in (-1, 0, 1)]


def test_rank_and_subject_are_read() -> None:
    """
    A rank as text and a subject by name are as good as their values; a subject nobody knows is refused.
    """
    assert Activity("paper", rank=2, subject=Subject.PROFESSIONAL) == Activity("paper", rank="2", subject="专业")
    with pytest.raises(CredrulesError):
        Activity("paper", subject="必修课")


def test_hours_of_output_are_not_pieces() -> None:
    """
    A paper is no hour of 产出式 study: where output is counted by the hour, no rule is for papers.
    """
    assert ["HOURS.CONVERSION_NONE"] == _codes(convert(Activity("paper", year=2020), standard="CN-CPA"))
