"""
docs/glossary.md: Chinese term, English name, definition, from data/glossary.csv.
"""

from __future__ import annotations

import csv

from tools.documents.markdown import ROOT, escape, page, table

SOURCE = ROOT / "data" / "glossary.csv"
COLUMNS = ["zh", "en", "name", "definition"]


def terms() -> list[dict[str, str]]:
    """
    Return the terms as they are authored.
    """
    with SOURCE.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != COLUMNS:
            message = f"{SOURCE.name}: the columns must be {COLUMNS}"
            raise ValueError(message)
        return list(reader)


def render() -> str:
    """
    Return the page, in the order of the file.
    """
    rows = [
        (
            escape(term["zh"]),
            escape(term["en"]),
            f"`{term['name']}`" if term["name"] else "",
            escape(term["definition"]),
        )
        for term in terms()
    ]
    introduction = """
One Chinese term has one English name here, in code, findings and documents.
*name* is how it is written in the library, where it is.
"""
    return page("Glossary", introduction, table(("中文", "English", "name", "definition"), rows))
