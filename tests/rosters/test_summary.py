"""
The summary counts what the reports say, and nothing else.
"""

from __future__ import annotations

import datetime as dt
import json
import pickle

import pytest

from credrules.findings import Finding, Report
from credrules.rosters import Crosstab, Summary, check_rows, summarize
from credrules.values import Severity

ON = dt.date(2025, 6, 30)
ROWS = [
    {"姓名": "张三", "性别": "男", "民族": "汉族", "学历": "大学本科教育", "单位": "甲校"},
    {"姓名": "李 四", "性别": "女", "民族": "壮族", "学历": "大学本科", "单位": "甲校"},
    {"姓名": "", "性别": "男", "民族": "汉", "学历": "学士", "单位": "乙校"},
    {"姓名": "", "性别": "", "民族": "", "学历": "", "单位": ""},
    {"姓名": "王五", "性别": "女", "民族": "汉族", "学历": "大专", "单位": None},
]


@pytest.fixture
def summary() -> Summary:
    """
    Return the summary of the rows above.
    """
    return summarize(check_rows(ROWS, on=ON))


def test_rows_count_by_their_worst_finding(summary: Summary) -> None:
    """
    One row counts once: as in order, under error, warning or info, or, if it is blank, as not checked.
    """
    assert summary.total == 5
    # The first row bears what is said of the table: it has no column of identity numbers.
    assert {"error": 1, "warning": 2, "info": 1, "not_checked": 1} == dict(summary.by_severity)
    assert (4, 1) == (summary.checked, summary.not_checked)


def test_findings_count_by_code_column_and_unit(summary: Summary) -> None:
    """
    Findings by code and heading, people and people with errors by unit.
    """
    assert summary.by_finding["TEXT.EXTRA_SPACE"] == 1
    assert summary.by_column["姓名"] == 2
    assert {"甲校": 2, "": 1, "乙校": 1} == dict(summary.units)
    assert {"乙校": 1} == dict(summary.by_unit)
    assert summary.changes > 0


def test_codes_and_crosstabs(summary: Summary) -> None:
    """
    Coded fields are counted by code; an unreadable or empty cell counts as the empty code.
    """
    assert {"1": 2, "2": 2} == dict(summary.codes["sex"])
    assert "skill_grade" not in summary.codes
    table = summary.crosstab("ethnicity", "sex")
    assert [{"ethnicity": "01", "sex": "1", "count": 2}, {"ethnicity": "01", "sex": "2", "count": 1},
            {"ethnicity": "08", "sex": "2", "count": 1}] == table.rows()  # fmt: skip
    assert ("", "1") in summary.crosstab("education", "sex").counts
    with pytest.raises(KeyError, match="mobile"):
        summary.crosstab("sex", "mobile")


def test_other_crosstabs_may_be_asked_for() -> None:
    """
    Pairs of coded fields are the caller's choice.
    """
    found = summarize(check_rows(ROWS, on=ON), crosstabs=[("sex", "education")])

    assert [("sex", "education")] == [(item.row_field, item.column_field) for item in found.crosstabs]
    assert isinstance(found.crosstabs[0], Crosstab)


def test_it_is_plain_data_on_request(summary: Summary) -> None:
    """
    It becomes JSON, with wording if a language is named, a table in a notebook, and a pickle.
    """
    data = json.loads(json.dumps(summary.to_dict("zh"), ensure_ascii=False))

    assert data["total"] == 5
    assert data["wording"]["ROSTER.REQUIRED"] == "“{field}”未填，请补填"
    assert "wording" not in summary.to_dict()
    assert "共 5 行" in summary._repr_html_()
    assert pickle.loads(pickle.dumps(summary)) == summary


def test_nothing_is_a_summary_too() -> None:
    """
    No reports, no counts.
    """
    assert summarize([]).to_dict() == {**summarize(iter(())).to_dict(), "total": 0}


def test_a_code_of_the_hosts_own_is_counted() -> None:
    """
    A finding without a catalogue row has no wording, and counts.
    """
    report: Report[object] = Report({}, None, (Finding("HOST.OWN", Severity.ERROR),))
    found = summarize([report])  # type: ignore[list-item]  # a host may make its own reports

    assert {"HOST.OWN": 1} == dict(found.by_finding)
    assert found.to_dict("en")["wording"] == {}
    assert "HOST.OWN" not in found._repr_html_()
