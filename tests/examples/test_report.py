"""
The report: one page that needs nothing but itself, in which every finding leads to its rule and source.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from credrules.catalogue import RULES
from roster_audit.privacy import safe_for_spreadsheet, shown
from tests.examples.conftest import SAMPLE, Audit

VOID = {"meta", "input", "br", "link", "img"}


class Page(HTMLParser):
    """
    Reads a page, and complains about tags that are not closed in order.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """
        Note a tag, its id, its link, and whatever it loads.
        """
        given = {key: value or "" for key, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.loaded += [given[key] for key in ("src", "srcset", "action") if key in given]

    def handle_endtag(self, tag: str) -> None:
        """
        Close the innermost tag, or complain.
        """
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.fixture(params=["zh", "en"])
def html(request: pytest.FixtureRequest, audit: Audit) -> str:
    """
    Return the report of the sample in either language.
    """
    return audit(SAMPLE / "roster.xlsx", "--lang", str(request.param)).html


def test_the_page_is_whole(html: str) -> None:
    """
    Tags are closed, ids are unique, links lead somewhere in the page, nothing is loaded from outside.
    """
    page = Page(html)

    assert ([], []) == (page.wrong, page.open)
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert [] == page.loaded
    assert not re.search(r"https?://|@import|url\(", html)


def test_every_rule_is_explained(audit: Audit) -> None:
    """
    Each code that was found stands in the list of rules with its wording and its citation.
    """
    run = audit(SAMPLE / "roster.xlsx")
    rules = run.html[run.html.index('<section id="rules"') :]

    for code in {line["code"] for line in run.findings}:
        assert f'id="rule-{code}"' in rules
        assert RULES[code].citations[0].text().partition("<")[0][:12] in rules


def test_every_person_with_a_problem_is_listed(audit: Audit) -> None:
    """
    One article per person with an error or a warning, at the row's anchor.
    """
    run = audit(SAMPLE / "roster.xlsx")
    rows = {line["row"] for line in run.findings if line["severity"] != "info"}

    assert {f"row-{row}" for row in rows} == {item for item in Page(run.html).ids if item.startswith("row-")}


def test_a_long_list_is_cut_and_says_so(audit: Audit) -> None:
    """
    With --limit the report shows fewer people, and all counts stay whole.
    """
    run = audit(SAMPLE / "roster.xlsx", "--limit", "3")

    assert run.html.count('<article class="person') == 3
    assert "这里只列前 3 人" in run.html
    assert "300 人中" in run.html


def test_the_page_speaks_its_language(audit: Audit) -> None:
    """
    The English page has no Chinese of its own beside headings, cells and citations, and the other way round.
    """
    english = audit(SAMPLE / "roster.csv", "--lang", "en").html

    assert '<html lang="en">' in english
    assert "What to do first" in english
    assert not re.search("必须改|请核实|建议：|已改为", english)


def test_the_screen_ends_with_the_path(audit: Audit) -> None:
    """
    The summary has the numbers, the main problems, and the report's whole path on one line.
    """
    run = audit(SAMPLE / "roster.xlsx")

    assert "300" in run.screen
    assert str((run.out / "report.html").resolve()) in run.screen
    assert run.errors == ""


def test_all_in_order(audit: Audit, tmp_path: Path) -> None:
    """
    A table without problems gives a page that says so, and lists that have only their headings.
    """
    path = tmp_path / "a.csv"
    path.write_text("姓名,身份证号\n张三,450000199307010014\n", encoding="utf-8")
    run = audit(path)

    assert "1 人的信息全部通过" in run.html
    assert [] == run.findings
    assert "没有自动改动" in run.html


def test_cells_cannot_break_the_page(audit: Audit, tmp_path: Path) -> None:
    """
    Markup in a cell, a heading or a file name is text.
    """
    path = tmp_path / "a<b>&.csv"
    path.write_text('姓名,<script>x</script>,单位\n<b>张三</b>,1,"<img src=x onerror=y>"\n', encoding="utf-8")
    html = audit(path).html

    assert "<script>x" not in html
    assert "<img" not in html
    assert "a<b>" not in html


@pytest.mark.parametrize(
    ("cell", "sensitive", "seen"),
    [
        ("450000199307010014", True, "450000********0014"),
        ("450000199307010014", False, "450000********0014"),
        ("４５００００199307010014", True, "４５００００********0014"),
        ("450000 19930701 0014", True, "450000 ******** 0014"),
        ("13800000001", False, "138******01"),
        ("11111111", True, "11111111"),
        ("1111111", True, "1111111"),
        ("1993.07", False, "1993.07"),
        ("19930701", False, "19930701"),
        ("1993-07-01 00:00:00", False, "1993-07-01 00:00:00"),
        ("甲市某路1号院某栋", True, "甲市某路1号院某栋"),
        ("甲市某路某院某栋某室", True, "甲市某路某院***"),
        ("张　三", False, "张␣三"),
        (" 张三", False, "␣张三"),
        ("工程\n师", False, "工程⏎师"),
        ("甲  乙", False, "甲␣␣乙"),
        (None, True, ""),
        ("x" * 200, False, "x" * 79 + "…"),
    ],
)
def test_what_a_report_shows_of_a_cell(cell: object, sensitive: bool, seen: str) -> None:  # noqa: FBT001  # a switch of the function
    """
    Numbers keep their edges, dates and texts stay, odd blanks become visible.
    """
    assert seen == shown(cell, sensitive=sensitive, masked=True)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+1", "@x", "\t=1"])
def test_no_cell_is_run_as_a_formula(text: str) -> None:
    """
    What a spreadsheet would run is put in quotes; a lone stroke is a stroke.
    """
    assert safe_for_spreadsheet(text) == f"'{text}"
    assert safe_for_spreadsheet("-") == "-"


def test_hours_are_judged_by_the_place_and_year_asked_for(tmp_path: Path, audit: Audit) -> None:
    """
    Without a place, one warning says that hours were not judged; with it, what is missing is said.
    """
    path = tmp_path / "hours.csv"
    path.write_text("姓名,公需学时,专业学时\n张三,30,42\n李四,30,20\n", encoding="utf-8")

    plain = [row["code"] for row in audit(path).findings]
    judged = [row["code"] for row in audit(path, "--hours", "CN-GD", "--hours-year", "2023", "--force").findings]

    assert ["ROSTER.HOURS_NOT_JUDGED"] == plain
    assert ["ROSTER.HOURS_SHORT"] == judged
