"""
Fresh rosters of seventeen offices: what the reader finds in them is held, and stands in docs/rosters.md.
"""

from __future__ import annotations

from tools.measure_rosters import PAGE, fresh, page, templates
from tools.measuring.measure import measure
from tools.measuring.mistakes import MISTAKES
from tools.measuring.offices import offices


def test_offices_of_many_kinds() -> None:
    """
    A dozen offices at least, of seven trades.
    """
    assert len(offices()) >= 12
    assert len({office.trade for office in offices()}) >= 7


def test_what_a_roster_promises_is_kept() -> None:
    """
    95 of 100 mistakes told, one sound row in a hundred reported at most, every slip undone and no cell made wrong.
    """
    found, _single = fresh()

    assert found.recall >= 0.95
    assert found.false_share <= 0.01
    assert found.undone_share >= 0.98
    assert [] == found.wrong_repairs
    assert found.column_share >= 0.95
    assert found.wrong_share <= 0.01
    assert found.people == found.lines_right


def test_every_kind_of_mistake_is_told() -> None:
    """
    No kind is missed more than once in four: a kind nobody looks for would be lost in the sum.
    """
    found, _single = measure((11,), 70)
    kinds = {kind.name for kind in MISTAKES}

    assert kinds <= found.made.keys()
    assert [] == [name for name, count in found.made.items() if found.found[name] < 0.75 * count]


def test_other_seeds_say_the_same() -> None:
    """
    The figures do not hang on the seeds of the page.
    """
    found, _single = measure((21,), 30)

    assert found.recall >= 0.95
    assert found.false_share <= 0.01
    assert found.undone_share >= 0.98
    assert [] == found.wrong_repairs


def test_no_template_is_taken_wrongly() -> None:
    """
    By template: nothing of others is taken, and no part has more than one wrong field in a hundred columns.
    """
    parts = {item.part: [it for it in templates() if it.part == item.part] for item in templates()}

    assert 0 == sum(item.taken for item in templates())
    for own in parts.values():
        assert 100 * sum(item.wrong for item in own) <= sum(item.columns for item in own)


def test_the_page_gives_these_figures() -> None:
    """
    Both figures by template, and those of the fresh rosters, are on the page as they are measured.
    """
    written = PAGE.read_text(encoding="utf-8")

    assert page(written) == written
