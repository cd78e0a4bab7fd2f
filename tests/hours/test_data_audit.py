"""
What the audit of 2026-11-29 found of requirements is mended, each thing with its own confidence.
"""

from __future__ import annotations

import pytest

from credrules.findings import Decision
from credrules.hours import REQUIREMENTS, Entry, audit, find_requirement, requirement
from credrules.values import Confidence

HIGH, MEDIUM, LOW = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW


def test_consulting_engineers_have_no_first_day() -> None:
    """
    2023-03-01 was the day a platform was upgraded; the document is named and a page of 2021 quotes it.
    """
    row = REQUIREMENTS["CN-ZX-90"]

    assert (None, (2021, 2023), 90) == (row.since, row.attested, row.total)
    assert "咨询工程师（投资）继续教育规程" == row.document
    assert "CN-ZX-90" == requirement("CN", year=2022, profession="咨询工程师").id


@pytest.mark.parametrize(
    ("year", "row", "cycle"), [(2021, "CN-AQ-5Y", 5), (2026, "CN-AQ-5Y", 5), (2015, "CN-AQ-3Y", 3)]
)
def test_safety_engineers(year: int, row: str, cycle: int) -> None:
    """
    48 per five-year registration from 2019-03-01, by article 19; 48 per three years before it (one source).
    """
    rule = requirement("CN", year=year, profession="注册安全工程师")

    assert (row, cycle, 48) == (rule.id, rule.cycle, rule.total)
    assert ("应急〔2019〕8号", "第十九条", HIGH) == (
        REQUIREMENTS["CN-AQ-5Y"].document_no,
        REQUIREMENTS["CN-AQ-5Y"].clause,
        REQUIREMENTS["CN-AQ-5Y"].confidence,
    )
    assert MEDIUM is REQUIREMENTS["CN-AQ-3Y"].confidence


@pytest.mark.parametrize("name", ["CN-SW", "CN-SW-ASST"])
def test_social_workers_have_a_sure_document(name: str) -> None:
    """
    民发〔2009〕123号 is of 2009-09-07; the day it takes effect is still assumed.
    """
    row = REQUIREMENTS[name]

    assert ("民发〔2009〕123号", "2009-09-07", ("since",)) == (row.document_no, str(row.published), row.assumed)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("CN-JS-2021", "2005-05-26"),
        ("CN-JS-2022", "2005-05-26"),
        ("CN-HA-1998-senior", "not 学时"),
        ("CN-HA-1998-junior", "小时"),
        ("CN-CQ-2004", "right of the person"),
        ("CN-AH-2020", "doubtful"),
        ("CN-FDC", "probably three years"),
    ],
)
def test_what_is_doubtful_is_a_note(name: str, words: str) -> None:
    """
    A doubt, a legal basis or the words of the text stand in the note and change no figure.
    """
    assert words in REQUIREMENTS[name].note


def test_doubts_change_no_date_and_no_period() -> None:
    """
    Anhui's rule still begins in 2020 and the period of appraisers is still unknown.
    """
    since = REQUIREMENTS["CN-AH-2020"].since

    assert since is not None
    assert (2020, None) == (since.year, REQUIREMENTS["CN-FDC"].cycle)


@pytest.mark.parametrize(
    ("place", "year", "options", "row", "figures", "confidence"),
    [
        ("内蒙古", 2025, {}, "CN-NM-2017", (90, 30, 60), HIGH),
        ("内蒙古", 2018, {}, "CN-NM-2017", (90, 30, 60), HIGH),
        ("内蒙古", 2014, {"grade": "中级"}, "CN-NM-2011-mid", (120, 40, None), MEDIUM),
        ("内蒙古", 2014, {"grade": "初级"}, "CN-NM-2011-junior", (96, 32, None), MEDIUM),
        ("CN", 2022, {"profession": "注册消防工程师"}, "CN-XF-2019", (20, None, None), MEDIUM),
        ("CN", 2003, {"profession": "会计", "grade": "高级"}, "CN-ACC-1998-senior", (68, None, None), MEDIUM),
        ("CN", 2003, {"profession": "会计", "grade": "初级"}, "CN-ACC-1998-junior", (72, None, None), MEDIUM),
        ("CN", 2024, {"profession": "注册建筑师"}, "CN-JZ-2Y", (80, None, None), LOW),
        ("CN", 2024, {"profession": "勘察设计注册工程师"}, "CN-KCSJ-3Y", (120, None, None), LOW),
    ],
)
def test_new_rows(
    place: str, year: int, options: dict[str, str], row: str, figures: tuple[int | None, ...], confidence: Confidence
) -> None:
    """
    What the audit found comes in with its figures and its own confidence.
    """
    rule = requirement(place, year=year, **options)  # type: ignore[arg-type]  # options by name

    assert (row, figures, confidence) == (rule.id, (rule.total, rule.general, rule.professional), rule.confidence)


@pytest.mark.parametrize("name", ["CN-LN-2024", "CN-SN-2023", "CN-JX-259", "CN-HL-1996"])
def test_documents_without_their_total_decide_nothing(name: str) -> None:
    """
    A public subject alone, or a document alone, never judges a year.
    """
    row = REQUIREMENTS[name]
    report = find_requirement(row.jurisdiction, year=2024)

    assert (None, MEDIUM) == (row.total, row.confidence)
    assert "CN-ALL-2015" == (report.value.id if report.value else "")
    assert name in "".join(item.message() for item in report.warnings)


def test_fire_engineers() -> None:
    """
    20 a year: 4 of law and ethics, 12 of standards, 4 of management.
    """
    rule = requirement("CN", year=2023, profession="注册消防工程师")
    entries = [
        Entry(None, hours, 2023, tags=(tag,))
        for tag, hours in (("law_ethics", 4), ("standards", 12), ("management", 4))
    ]

    assert audit(entries, requirement=rule).passed
    assert audit([Entry(None, 20, 2023)], requirement=rule).decision is Decision.OUT


def test_one_employer_is_not_a_city() -> None:
    """
    What one group of companies in Ningbo asks for is reached by its name only, and decides nothing.
    """
    row = REQUIREMENTS["CN-ZJ-NB-GROUP"]

    assert ("CN-ZJ-2016", LOW) == (requirement("宁波", year=2022).id, row.confidence)
    assert row.professions
