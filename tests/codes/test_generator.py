"""
The generator refuses whatever could make a lookup doubtful.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tools import generate_codetables as tool

HEADER = "code,name,name_en,parent,short,aliases,former,loose,valid_from,valid_to,status,confidence,source,note"


def _meta(**changes: Any) -> dict[str, Any]:  # noqa: ANN401  # a value of a toml file
    meta = {
        "object": "T",
        "title_zh": "表",
        "title_en": "table",
        "standard": "",
        "edition": "",
        "completeness": "complete",
        "horizon": "",
        "verified_on": "2026-11-24",
        "confidence": "high",
        "notes_zh": "注",
        "notes_en": "note",
        "licence": "",
        "ranked": False,
        "source": [{"key": "s", "title": "source", "licence": ""}],
    }
    return {**meta, **changes}


def _row(code: str, name: str, **cells: str) -> str:
    row = {**dict.fromkeys(HEADER.split(","), ""), "status": "standard", "confidence": "high", "source": "s"}
    row.update({"code": code, "name": name, **cells})
    return ",".join(row[column] for column in [*HEADER.split(","), *(set(cells) - set(HEADER.split(",")))])


def _check(*rows: str, header: str = HEADER, **changes: Any) -> None:  # noqa: ANN401  # a value of a toml file
    columns, parsed = tool.read_rows("\n".join([header, *rows]) + "\n", "t")
    tool.check_table("t", _meta(**changes), columns, parsed)


def test_a_sound_table_passes() -> None:
    """
    A table that keeps the rules is taken.
    """
    _check(_row("1", "甲"), _row("2", "乙", parent="1", aliases="丙;丁"))


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([_row("1", "甲"), _row("1", "乙")], "1 twice at one time"),
        ([_row("1", "甲", valid_to="2001"), _row("1", "乙", valid_from="2000")], "1 twice at one time"),
        ([_row("1", "甲", status="attested"), _row("1", "甲", status="attested")], "1 甲 twice"),
        ([_row("2", "甲"), _row("1", "乙")], "1 stands out of order"),
        ([_row("1", "甲", parent="7")], "unknown parent 7"),
        ([_row("1", "甲", parent="2"), _row("2", "乙", parent="1")], "hierarchy runs in a circle"),
        ([_row("1", "甲", source="")], "no source"),
        ([_row("1", "甲", source="s x")], "unknown source x"),
        ([_row("1", "")], "no name"),
        ([_row("1", "甲 ")], "cell name"),
        ([_row("1", "-")], "cell name"),
        ([_row("1", "甲|乙")], "cell name"),
        ([_row("1", "甲", status="old")], "status 'old'"),
        ([_row("1", "甲", confidence="sure")], "confidence 'sure'"),
        ([_row("1", "甲", valid_from="2023-02-30")], "valid_from '2023-02-30'"),
        ([_row("1", "甲", valid_to="1.1.2000")], "valid_to '1.1.2000'"),
        ([_row("1", "甲", valid_from="2001", valid_to="2000")], "ends before it begins"),
        ([_row("1", "甲", aliases="乙;乙")], "aliases: empty or double name"),
        ([_row("1", "甲", loose="乙;")], "loose: empty or double name"),
        ([_row("1", "甲"), _row("2", "甲")], "甲 is a name of 1 2"),
        ([_row("1", "甲（一）"), _row("2", "乙", aliases="甲(一)")], "甲(一) is a name of 1 2"),
    ],
)
def test_refused(rows: list[str], problem: str) -> None:
    """
    Duplicates, overlaps, unknown parents, rows out of order, missing sources and shared names stop the generation.
    """
    with pytest.raises(tool.BadTableError) as caught:
        _check(*rows)

    assert problem in str(caught.value)


def test_a_common_day_of_change_is_no_overlap() -> None:
    """
    One row may end where the next of its code begins, and names may pass from one entry to another.
    """
    _check(_row("1", "甲", valid_to="2000"), _row("1", "乙", valid_from="2000"), _row("2", "甲", valid_from="2000"))


def test_declared_ambiguity() -> None:
    """
    A shared name passes when declared; a declaration that nothing needs is refused.
    """
    _check(_row("1", "甲", aliases="丙"), _row("2", "乙", aliases="丙"), ambiguous=["丙"])
    _check(_row("1", "甲", loose="丙"), _row("2", "乙", loose="丙"), ambiguous=["丙"])
    with pytest.raises(tool.BadTableError, match="丙 is declared ambiguous and is not"):
        _check(_row("1", "甲", aliases="丙"), _row("2", "乙"), ambiguous=["丙"])


def test_meanings_elsewhere() -> None:
    """
    A meaning in another table is declared for a name of this one only.
    """
    label = {"zh": "某", "en": "some"}
    _check(_row("1", "甲"), elsewhere={"甲": label})
    with pytest.raises(tool.BadTableError, match="乙 has a meaning elsewhere and none here"):
        _check(_row("1", "甲"), elsewhere={"乙": label})


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"colour": "red"}, "unknown key colour"),
        ({"object": "OTHER"}, "object OTHER"),
        ({"completeness": "half"}, "completeness half"),
        ({"confidence": "sure"}, "confidence sure"),
        ({"horizon": "soon"}, "horizon soon"),
        ({"since": "2000-00"}, "since 2000-00"),
        ({"source": [{"key": "s", "title": "", "licence": ""}]}, "source"),
        ({"source": [{"key": "s", "title": "t"}]}, "source"),
        ({"source": [{"key": k, "title": "t", "licence": ""} for k in "sx"]}, "source x supports no row"),
        ({"columns": {"alpha": {"zh": "字母", "en": "alpha"}}}, "label for no column: alpha"),
        ({"ranked": True}, "ranked does not agree"),
    ],
)
def test_what_is_known_is_checked(changes: dict[str, Any], problem: str) -> None:
    """
    Keys nobody reads, values nobody knows, and sources without a row are refused.
    """
    with pytest.raises(tool.BadTableError, match=problem):
        _check(_row("1", "甲"), **changes)


def test_missing_key() -> None:
    """
    What every table has to tell about itself may not be left out.
    """
    meta = _meta()
    del meta["verified_on"]
    with pytest.raises(tool.BadTableError, match="missing key verified_on"):
        tool.check_meta(meta, "t")


def test_columns_and_cells() -> None:
    """
    A missing or double column and a line of another length are refused; so is a column without a label.
    """
    with pytest.raises(tool.BadTableError, match="columns missing or twice"):
        tool.read_rows("code,name\n1,甲\n", "t")
    with pytest.raises(tool.BadTableError, match="line 2 has 1 cells"):
        tool.read_rows(f"{HEADER}\n1\n", "t")
    with pytest.raises(tool.BadTableError, match="column rank has no label"):
        _check(_row("1", "甲", rank="3"), header=f"{HEADER},rank", ranked=True)
    label = {"rank": {"zh": "等级", "en": "rank"}}
    with pytest.raises(tool.BadTableError, match="rank 'hoch'"):
        _check(_row("1", "甲", rank="hoch"), header=f"{HEADER},rank", ranked=True, columns=label)
    with pytest.raises(tool.BadTableError, match="unknown successor 7"):
        _check(_row("1", "甲", successors="7"), header=f"{HEADER},successors", columns={"successors": label["rank"]})


def test_own_order() -> None:
    """
    A table with a column `order` is sorted by it.
    """
    _check(_row("2", "甲", order="1"), _row("1", "乙", order="2"), header=f"{HEADER},order")
    with pytest.raises(tool.BadTableError, match="1 stands out of order"):
        _check(_row("2", "甲", order="2"), _row("1", "乙", order="1"), header=f"{HEADER},order")


DIVISION = {
    **dict.fromkeys(HEADER.split(","), ""),
    "level": "county",
    "successors": "",
    "successors_basis": "",
    "category": "",
    "same_unit": "",
    "today": "",
    "code": "450103",
    "name": "青秀区",
    "status": "standard",
    "confidence": "high",
    "source": "areacodes",
}


@pytest.mark.parametrize(
    "changes",
    [
        {"level": "province"},
        {"code": "45010"},
        {"confidence": "low"},
        {"note": "注"},
        {"aliases": "甲"},
    ],
)
def test_divisions_fit_their_packed_form(changes: dict[str, str]) -> None:
    """
    What the packed form of divisions could not hold is refused, not lost.
    """
    with pytest.raises(tool.BadTableError):
        tool.check_divisions([{**DIVISION, **changes}])


def test_a_short_form_begins_its_name() -> None:
    """
    The packed form stores the length of a short form only, so it has to be the beginning of the name.
    """
    with pytest.raises(tool.BadTableError, match="does not begin the name"):
        tool.division_line({**DIVISION, "short": "秀"})


def test_generating_changes_nothing() -> None:
    """
    The committed modules are what the generator writes, byte by byte, and no other file lies beside them.
    """
    files = tool.build()

    assert [] == [path.name for path, text in files.items() if path.read_bytes() != text.encode("utf-8")]
    assert set() == set(tool.TARGET.glob("*.py")) - set(files)


def test_bad_tables_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A table without its toml file is refused by name; asked to keep going, the generator collects what is wrong.
    """
    (tmp_path / "t.csv").write_text(f"{HEADER}\n{_row('1', '甲')}\n", encoding="utf-8")
    monkeypatch.setattr(tool, "SOURCE", tmp_path)
    problems: list[str] = []

    with pytest.raises(tool.BadTableError, match=r"no t\.toml"):
        tool.build()
    tool.build(problems)

    assert ["t: no t.toml"] == problems


def test_words_that_tables_share() -> None:
    """
    Lists are joined and tables of words merged; a reason stays where the table has the wording, or states it itself.
    """
    _, rows = tool.read_rows(f"{HEADER}\n{_row('1', '甲')}\n", "t")
    words = {"endings": ["职称"], "reasons": {"甲": "a", "乙": "b"}, "levels": {"高级": ["4"]}}
    whole = tool.with_shared(_meta(endings=["职务"], reasons={"丙": "c"}), [words], rows)

    assert (["职务", "职称"], {"丙": "c", "甲": "a"}, {"高级": ["4"]}) == (
        whole["endings"],
        whole["reasons"],
        whole["levels"],
    )


@pytest.mark.parametrize("key", ["endings", "levels"])
def test_a_word_is_stated_once(key: str) -> None:
    """
    What a table shares it does not state again.
    """
    own = {"endings": ["职称"], "levels": {"高级": ["4"]}}

    with pytest.raises(tool.BadTableError, match=f"{key} twice"):
        tool.with_shared(_meta(**{key: own[key]}), [own], [])


def test_a_shared_file_must_be_there(tmp_path: Path) -> None:
    """
    A name of no shared file is refused.
    """
    with pytest.raises(tool.BadTableError, match=r"t: no shared/none\.toml"):
        tool.read_shared(tmp_path / "none.toml", "t")
