"""
HTML for notebooks.
"""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from credrules import markup


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.tags.append(tag)


@given(cells=st.lists(st.text(), min_size=1, max_size=3), caption=st.text())
def test_nothing_breaks_out_of_a_table(cells: list[str], caption: str) -> None:
    """
    Whatever stands in headings, cells and caption, the table holds its own tags only.
    """
    parser = _Cells()
    parser.feed(markup.table(cells, [cells], caption=caption))
    width = len(cells)
    title = ["caption"] if caption else []

    assert ["table", *title, "thead", "tr", *["th"] * width, "tbody", "tr", *["td"] * width] == parser.tags


def test_a_table_without_rows() -> None:
    """
    A table may be empty and without a caption.
    """
    assert "<table><thead><tr><th>a</th></tr></thead><tbody></tbody></table>" == markup.table(["a"], [])
