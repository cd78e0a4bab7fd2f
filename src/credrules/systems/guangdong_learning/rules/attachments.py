"""
Attachments: size, type, sequence number; all faults of a file are reported together.

References: 广东省专业技术人员继续教育管理系统常见问题, D2, G1 to G5; the sample of a
proof is annex 3 of 粤人社发〔2010〕321号 (`SAMPLE`), which is not held here.
Limitations: only the name of a file is checked, not its content; KB may mean 1000
or 1024 bytes, so a size between the two limits is a warning.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from credrules.engine import Context, Profile, System, Violation, rule, violation
from credrules.findings import Finding
from credrules.lists import repeated
from credrules.systems.guangdong_learning.profile import PROFILE
from credrules.systems.guangdong_learning.records.whole import Attachment, LearningRecord
from credrules.values import Label

__all__ = [
    "ATTACHMENT_RULES",
    "LIMIT_KB",
    "SAMPLE",
    "TYPES",
    "accepted_type",
    "check_attachment",
    "counted_from_one",
    "distinct_numbers",
    "expected",
    "extension",
    "numbers_run_on",
    "surely_within_size",
    "within_size",
]
__dir__ = __all__.copy

TYPES: Final = ("doc", "docx", "pdf", "jpg", "png", "gif", "bmp")
"""The accepted types (G3)."""

LIMIT_KB: Final = 2000
"""The largest size of a file, in KB (G3)."""

SAMPLE: Final = "粤人社发〔2010〕321号 附件3"
"""The document that contains the sample form of a proof (G5)."""

_STRICT_KB: Final = 1000
_LONGEST_TYPE: Final = 12
_LARGE: Final = 100_000


def extension(file_name: str) -> str:
    """
    Return the part after the last dot in lower case; empty if there is no dot.

    >>> extension("Certificate.PDF"), extension("pdf")
    ('pdf', '')
    """
    return file_name.rpartition(".")[2].lower() if "." in file_name else ""


def _shown(size: int, kb: int) -> Label:
    # Rounded up, so that a size above the limit is not printed as the limit. A size identifies no one.
    kilobytes = -(-size // kb)
    words = f"{kilobytes}KB" if kilobytes < _LARGE else f"{-(-size // kb**3)}GB"
    return Label(words, words)


@rule("CE.ATT.SIZE", requires=("size_bytes",))
def within_size(item: Attachment, context: Context) -> Violation | None:
    """
    A file has at most 2000 KB.
    """
    size, kb = item.size_bytes or 0, context.profile.kb
    return violation("size_bytes", size=_shown(size, kb), most=LIMIT_KB) if size > LIMIT_KB * kb else None


@rule("CE.ATT.SIZE_UNSURE", requires=("size_bytes",))
def surely_within_size(item: Attachment, context: Context) -> Violation | None:
    """
    A size between 2000 x 1000 and 2000 x 1024 bytes is reported.
    """
    size = item.size_bytes or 0
    if LIMIT_KB * _STRICT_KB < size <= LIMIT_KB * context.profile.kb:
        return violation("size_bytes", size=_shown(size, _STRICT_KB), most=LIMIT_KB)
    return None


@rule("CE.ATT.TYPE", requires=("file_name",))
def accepted_type(item: Attachment, context: Context) -> Violation | None:
    """
    The type is one of seven; for .jpeg the name with .jpg is suggested.
    """
    name = item.file_name or ""
    kind = extension(name)
    jpeg = kind == "jpeg"
    if kind in TYPES or (jpeg and context.profile.treat_jpeg_as_jpg):
        return None
    renamed = f"{name[:-4]}jpg" if jpeg else None
    return violation("file_name", type=kind[:_LONGEST_TYPE] or "-", accepted=TYPES, suggestion=renamed)


@rule("CE.ATT.SEQUENCE_ZERO", requires=("sequence",))
def counted_from_one(item: Attachment, _: Context) -> Violation | None:
    """
    The first attachment is 1, by the text's example (例如); 0 is a number all the same.
    """
    return violation("sequence") if item.sequence == 0 else None


@rule("CE.ATT.SEQUENCE_TWICE", reads=("attachments.sequence",))
def distinct_numbers(record: LearningRecord, _: Context) -> list[Violation]:
    """
    No sequence number appears twice in a course.
    """
    numbers = [item.sequence for item in record.attachments]
    return [violation("attachments", place, "sequence", number=numbers[place]) for place, _ in repeated(numbers)]


@rule("CE.ATT.SEQUENCE_GAP", reads=("attachments.sequence",))
def numbers_run_on(record: LearningRecord, _: Context) -> Violation | None:
    """
    The numbers of a course begin with 1 and have no gap.
    """
    known = {item.sequence for item in record.attachments if item.sequence}
    missing = next((number for number in range(1, len(known) + 1) if number not in known), None)
    return violation("attachments", number=missing) if missing is not None else None


@rule("CE.ATT.EXPECTED", reports_missing=True, reads=("route", "attachments"))
def expected(record: LearningRecord, _: Context) -> Violation | None:
    """
    A course has an attachment unless a learning site uploaded it.
    """
    return violation("attachments") if not record.attachments and record.route != "LEARNING_SITE" else None


ATTACHMENT_RULES: Final = (
    within_size,
    surely_within_size,
    accepted_type,
    counted_from_one,
    distinct_numbers,
    numbers_run_on,
    expected,
)
"""The rules of attachments."""

_ALONE: Final = System("attachment", Attachment, rules=ATTACHMENT_RULES[:4], profile=PROFILE, mandatory="CE.F.REQUIRED")


def check_attachment(
    name: object, size_bytes: object, seq: object, *, on: dt.date, profile: Profile = PROFILE
) -> tuple[Finding, ...]:
    """
    Return everything that prevents the upload of one file; empty if it may be uploaded.

    `on` is the day of the check; the rules here ignore it, it is accepted for uniformity.

    >>> import datetime
    >>> found = check_attachment("scan.jpeg", 2_048_001, None, on=datetime.date(2012, 6, 1))
    >>> [item.code for item in found]
    ['CE.ATT.UPLOAD_CHECKS', 'CE.ATT.TYPE', 'CE.ATT.SIZE']
    """
    data = {"sequence": seq, "file_name": name, "size_bytes": size_bytes}
    return _ALONE.check(data, on=on, profile=profile).findings
