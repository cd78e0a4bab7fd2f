"""
The three kinds of subjects of continuing education.

公需科目, 专业科目 and 选修科目 (Order 25 of 2015 names the first two, the provinces
add the third). Zhejiang divides the first into 一般公需 and 行业公需, with one
minimum for both (浙人社发〔2016〕63号). Users who ask about 公修课 mean 公需科目
(requirement CE-004).
"""

from __future__ import annotations

from typing import Final

from credrules.findings import CredrulesError, Finding, Path, finding
from credrules.masking import shown_cell, type_name
from credrules.values import FrozenMap, Worded, exact_text

__all__ = ["PARTS", "SUBJECT_NAMES", "Subject", "read_part", "read_subject", "subject_or_none"]
__dir__ = __all__.copy


class Subject(Worded):
    """
    A kind of subject.

    >>> Subject.GENERAL.label.zh, Subject.read("专业科目")
    ('公需', <Subject.PROFESSIONAL: 'professional'>)
    """

    GENERAL = "general", "公需", "general"
    PROFESSIONAL = "professional", "专业", "professional"
    ELECTIVE = "elective", "选修", "elective"

    @classmethod
    def read(cls, value: object) -> Subject:
        """
        Return the subject that `value` names, or raise CredrulesError.
        """
        subject, found = read_subject(value)
        if subject is None:
            raise CredrulesError(found)
        return subject

    # The members are singletons, so their identity is their hash; Enum would compute it in Python.
    __hash__ = object.__hash__

    def __lt__(self, other: Subject) -> bool:
        return _ORDER[self] < _ORDER[other]


_ORDER: Final = {subject: place for place, subject in enumerate(Subject)}
_HEADS: Final = {
    Subject.GENERAL: ("公需", "公修", "公共", "一般公需", "行业公需"),
    Subject.PROFESSIONAL: ("专业",),
    Subject.ELECTIVE: ("选修", "个人选修"),
}
SUBJECT_NAMES: Final[FrozenMap[str, Subject]] = FrozenMap(
    {
        **{subject.value: subject for subject in Subject},
        **{subject.name: subject for subject in Subject},
        **{
            head + tail: subject
            for subject, heads in _HEADS.items()
            for head in heads
            for tail in ("", "课", "课程", "科目", "学时", "类")
        },
    }
)
"""Every way to write a subject."""


_PARTS: Final = {
    "必修": (None, "compulsory"),
    "公需必修": (Subject.GENERAL, "compulsory"),
    "专业必修": (Subject.PROFESSIONAL, "compulsory"),
    "公需选修": (Subject.GENERAL, ""),
    "专业选修": (Subject.PROFESSIONAL, ""),
    "职业道德": (None, "ethics"),
    **dict.fromkeys(("I类", "Ⅰ类", "一类", "1类", "ⅰ类"), (None, "class1")),
    **dict.fromkeys(("II类", "Ⅱ类", "二类", "2类", "ⅱ类"), (None, "class2")),
}
PARTS: Final = FrozenMap(
    {head + tail: part for head, part in _PARTS.items() for tail in ("", "课", "课程", "科目", "学时", "学分", "项目")}
)
"""Words for a part that a requirement states separately: its subject (None: any) and its tag."""

_LONGEST: Final = 40


def read_subject(value: object, *, path: Path = ()) -> tuple[Subject | None, tuple[Finding, ...]]:
    """
    Return the subject a value names (None if it names none) and the findings.

    >>> read_subject("公修课")
    (<Subject.GENERAL: 'general'>, ())
    """
    if type(value) is Subject:
        return value, ()
    written = exact_text(value)
    subject = None if written is None else SUBJECT_NAMES.get(written.strip())
    if subject is not None:
        return subject, ()
    return None, (
        finding("HOURS.SUBJECT", path=path, given=shown_cell(written[:_LONGEST]) if written else type_name(value)),
    )


def read_part(value: object) -> tuple[Subject | None, str] | None:
    """
    Return subject and tag of a word for a requirement's own part (必修课, I类, 公需必修); None for any other word.

    >>> read_part("公需必修"), read_part("II类学分"), read_part("公需")
    ((<Subject.GENERAL: 'general'>, 'compulsory'), (None, 'class2'), None)
    """
    written = exact_text(value)
    return None if written is None else PARTS.get(written.strip().replace(" ", ""))


def subject_or_none(value: object) -> Subject | None:
    """
    Return None unchanged and any other value as `Subject.read` does; the converter of attrs fields.

    >>> subject_or_none(None), subject_or_none("选修")
    (None, <Subject.ELECTIVE: 'elective'>)
    """
    return None if value is None else Subject.read(value)
