"""
What the text is: questions about the collection of spring 2012, beside an advertisement for something else.
"""

from __future__ import annotations

import datetime as dt
import inspect

from credrules import hours
from credrules.catalogue import RULES
from credrules.dates import PartialDate
from credrules.systems import guangxi
from tests.support.cases import not_ok, ok

ROWS = [row for code, row in RULES.items() if code.startswith("GX.")]


@ok("GX-001")
def test_rules_are_about_the_collection() -> None:
    """
    The rules of Guangxi cite the questions' sections, never the banner of the training portal.
    """
    assert guangxi.PROFILE.name.startswith("guangxi-")
    sections = {item.section for row in ROWS for item in row.citations if item.document == "gx-faq"}

    assert {"一", "二"} == {section[0] for section in sections if section != "附件1"}


@not_ok("GX-001")
def test_no_hours_from_this_text() -> None:
    """
    No figure of annual hours is derived from the text.
    """
    rules = [row for row in hours.REQUIREMENTS.values() if row.jurisdiction == "CN-GX"]
    titles = [hours.source_title(key) for row in rules for key in row.sources]

    assert [] == [row.code for row in ROWS if "学时" in row.zh or "HOURS" in row.code]
    assert [] == [title for title in titles if "信息采集" in title]
    assert [] == [row.id for row in rules if "信息采集" in row.citation]


@ok("GX-002")
def test_state_of_march_2012() -> None:
    """
    Profile and rules are of March 2012; the day is an argument.
    """
    assert ("guangxi-2012", PartialDate(2012, 3), None) == (
        guangxi.PROFILE.name,
        guangxi.PROFILE.valid_from,
        guangxi.PROFILE.valid_to,
    )
    assert {"2012-03"} == {row.since for row in ROWS}
    assert guangxi.check({}, on=dt.date(2012, 6, 1)).value is not None


@not_ok("GX-002")
def test_no_rule_uses_today() -> None:
    """
    Whatever depends on a day asks for it.
    """
    for function in (guangxi.check, guangxi.check_many, guangxi.scope, guangxi.submit, guangxi.amend):
        assert inspect.Parameter.empty is inspect.signature(function).parameters["on"].default
