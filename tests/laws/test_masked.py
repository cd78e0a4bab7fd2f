"""
No check shows an identifier whole: not in a repr, a message, the parameters, plain data or HTML.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator

import pytest

from credrules.findings import CredrulesError, Report
from tests.support import faces

CHECKS = faces.checks()

# Invented numbers of people and certificates, right and wrong. Codes of units are public, 11111111 is nobody's.
NUMBERS = (
    "450000199307010014", "450000199307010013", "450000930701001", "13800001234", "0771-0001234",
    "2013034567", "桂20130345", "A450000123456", "6222020000000000",
)  # fmt: skip


def _spoiled(number: str) -> Iterator[object]:
    yield number
    yield f" {number} "
    yield number.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    yield f"{number[:4]}\u200b{number[4:]}"
    yield f"{number[:6]} {number[6:]}"
    yield f"张三{number}"
    yield f"{number}\n"
    yield [number]
    yield {"name": number, "citizen_id": number, "证书编号": number, number: number}
    yield {"basic": {"name": number, "id_number": number}, "titles": [{"certificate_number": number}]}
    if number.isdecimal():
        yield int(number)
        yield float(number)


def _reports(answer: object) -> Iterator[Report[object]]:
    if isinstance(answer, Report):
        yield answer
    elif isinstance(answer, (list, tuple)):
        for item in answer:
            yield from _reports(item)


def _shown(report: Report[object]) -> Iterator[str]:
    yield repr(report)
    yield report.to_text("zh")
    yield report.to_text("en")
    yield report._repr_html_()
    yield json.dumps([report.to_dict(), report.to_dict("zh"), report.to_dict("en")], ensure_ascii=False)
    yield str(CredrulesError(report.findings))
    yield repr(report.findings)
    yield repr(report.changes)
    for found in report.findings:
        yield from (str(item) for item in found.params.values())


def _bare(text: str) -> str:
    # What a reader puts together again: width, blanks, dashes and invisible characters carry nothing.
    narrow = unicodedata.normalize("NFKC", text)
    return "".join(char for char in narrow if char.isalnum())


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_no_identifier_is_shown_whole(name: str) -> None:
    """
    Whatever way a number is given, what a report shows does not hold it.
    """
    for number in NUMBERS:
        for value in _spoiled(number):
            for report in _reports(CHECKS[name](value)):
                for shown in _shown(report):
                    assert _bare(number) not in _bare(shown), f"{number} in {shown}"
