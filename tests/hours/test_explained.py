"""
What an explanation names: every record once beneath what it counts for, the share, and caps in the reader's language.
"""

from __future__ import annotations

from credrules.hours import Entry, audit, requirement


def _lines(*entries: Entry, year: int, lang: str = "en", profession: str | None = None) -> list[str]:
    rule = requirement("CN", year=year, profession=profession)
    return audit(entries, requirement=rule).explain("en" if lang == "en" else "zh").text().splitlines()


def test_a_share_is_told_with_its_records_whether_it_is_reached_or_not() -> None:
    """
    Done and required stand in the tree: both bases where the text names none, the records beneath.
    """
    reached = _lines(Entry("公需", 30, 2023), Entry("专业", 60, 2023), year=2023)
    either = _lines(Entry("公需", 40, 2023), Entry("专业", 60, 2023), year=2023, lang="zh")
    (share,) = [place for place, line in enumerate(reached) if "professional share: done" in line]

    assert "  professional share: done 60, required 60 (at least 2/3)" == reached[share].partition(" [")[0]
    assert "    2023 professional 60 h" == reached[share + 1]
    assert ["  专业科目占比：已完成 60，要求 60 或 约 66.67（不低于 2/3）"] == [
        line.partition(" [")[0] for line in either if "占比：" in line
    ]


def test_every_record_is_named() -> None:
    """
    Hours of a subject without a minimum count towards the total and are named all the same, each record once.
    """
    entries = [Entry("公需", 30, 2023), Entry("专业", 60, 2023), Entry(None, 5, 2023)]
    named = [line.strip() for line in _lines(*entries, year=2023) if line.strip().startswith("2023 ")][1:]

    assert ["2023 general 30 h", "2023 no subject 5 h", "2023 professional 60 h"] == sorted(named)


def test_a_record_without_a_subject_stands_beneath_its_kind_only() -> None:
    """
    What a minimum of a kind names is not named once more at the end.
    """
    entries = [Entry(None, 36, 2025), Entry(None, 4, 2025, tags=("ethics",))]
    lines = _lines(*entries, year=2025, profession="注册会计师")

    assert ["    2025 no subject 4 h, ethics"] == [line for line in lines if "4 h" in line]


def test_what_could_not_be_read_is_told_once() -> None:
    """
    A record that cannot be read stands in the tree with its reason, which is not repeated at the end.
    """
    bad = {"科目": "选修", "学时": "abc", "年度": 2023}
    lines = audit([bad, bad], requirement=requirement("CN-GD", year=2023)).explain("en").text().splitlines()
    (reason,) = audit([bad], requirement=requirement("CN-GD", year=2023)).findings[:1]

    assert 2 == sum(line.startswith("  not read: ") for line in lines)
    assert 0 == sum(line.strip() == reason.message("en") for line in lines)


def test_a_cap_is_told_in_the_reader_s_language() -> None:
    """
    English has no Chinese word for what is capped, and the other way round.
    """
    entries = [Entry(None, 36, 2025), Entry(None, 30, 2025, tags=("online",))]
    zh, en = (
        next(
            line
            for line in _lines(*entries, year=2025, lang=lang, profession="注册会计师")
            if "6 " in line and "24 " in line
        )
        for lang in ("zh", "en")
    )

    assert (
        "  网络最多计 24 学时，超出的 6 不计入",
        "  online counts for at most 24 hours; the 6 above that do not count",
    ) == (
        zh,
        en,
    )
