"""
One heading read alone: the field it means, or why it means none.

First the headings listed as a whole (names, labels and aliases of fields;
columns without a field), then the words. A heading with a word that is not
understood means no field.

References: ``data/headings``; headings of public templates (tests/rosters/headings).

Limitations: what only the neighbours or the values show is left to
`credrules.rosters.headings.neighbours` and `credrules.rosters.headings.evidence`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import attrs
from attrs import evolve, frozen

from credrules.fields import fields_of, heading_key, names_of
from credrules.leaves import CodeLeaf
from credrules.remembering import remembered
from credrules.rosters._words import ACCEPTS, ALIASES, OTHERS, PATTERNS, WORDS
from credrules.rosters.headings.parts import Owner, Parts, When, take_apart
from credrules.rosters.headings.periods import counts_hours, time_of
from credrules.rosters.headings.spelling import Spelling, spelled, squeezed
from credrules.rosters.records.row import RosterRow
from credrules.values import EMPTY, FrozenMap, Worded, frozen_map

__all__ = [
    "STUDIED",
    "Fate",
    "Reading",
    "known",
    "other",
    "read_core",
    "read_heading",
]
__dir__ = __all__.copy

_JOINED: Final = re.compile("[及与和跟]|、|/|\\\\|\\||,|;|\\+|&")
_SEPARATED: Final = re.compile(r"[、/\\|,;+&]")
_YES_OR_NO: Final = re.compile("^(?:是否|有无|是不是|可否|能否)")
# Facts about a person named in one word: a joint heading of two of them is two things.
_SAME: Final = {
    **dict.fromkeys(map(frozenset, (("phone", "mobile"), ("landline", "mobile"), ("phone", "landline"))), "phone"),
    frozenset({"address", "residence"}): "address",
}
_NOT_NOW: Final = frozenset({When.FORMER, When.APPLIED})
_WHOLE_DEGREE: Final = frozenset({"education", "degree"})
_OTHER_STUDIES: Final = frozenset({When.FORMER, When.APPLIED, When.OTHER, When.PERIOD})
_HOURS: Final = frozenset({"general_hours", "professional_hours", "elective_hours", "total_hours", "hours_year"})


class Fate(Worded):
    """
    How a column was understood.
    """

    FIELD = "field", "已识别，逐行检查", "recognised, checked row by row"
    OTHER_PERSON = "other_person", "是别人的信息，未检查", "about another person, not checked"
    OTHER_TIME = "other_time", "不是现在的情况，未检查", "about another time, not checked"
    NO_FIELD = "no_field", "本库没有对应的检查项", "no field here holds it"
    NOT_UNDERSTOOD = "not_understood", "没有看懂，未检查", "not understood, not checked"
    EMPTY = "empty", "没有标题，未检查", "no heading, not checked"


_NO_PARTS: Final = Parts()
_NO_SPELLING: Final = Spelling()


@frozen
class Reading:
    """
    What a heading means by itself, without its neighbours and values.

    `field` is the roster field, empty if there is none; `about` names a column
    without a field; `parts` are the words; `explicit` states that the heading
    itself names the thing, so that no neighbour is needed.
    """

    fate: Fate
    field: str = ""
    about: str = ""
    parts: Parts = attrs.field(default=_NO_PARTS, repr=False)
    spelling: Spelling = attrs.field(default=_NO_SPELLING, repr=False)
    group: Parts = attrs.field(default=_NO_PARTS, repr=False)
    legend: FrozenMap[str, str] = attrs.field(default=EMPTY, converter=frozen_map)

    @property
    def owner(self) -> Owner:
        """
        Whose the column is; the group above says it for all columns under it.
        """
        return self.group.owner if self.group.owner is not Owner.SELF else self.parts.owner

    @property
    def when(self) -> When:
        """
        The time it refers to.
        """
        return self.parts.when if self.parts.when is not When.NOW else self.group.when

    @property
    def year(self) -> int | None:
        """
        The year that the heading or its group names.
        """
        return self.parts.year if self.parts.year is not None else self.group.year

    @property
    def key(self) -> str:
        """
        The core as it was read.
        """
        return self.spelling.core


@functools.cache
def _names() -> Mapping[str, str]:
    return names_of(RosterRow)


@functools.cache
def _whole() -> Mapping[str, str]:
    # Spellings with brackets or strokes of their own: 学历（位） is not 学历.
    return FrozenMap(
        {
            squeezed(alias): name
            for name, aliases in ALIASES.items()
            for alias in aliases
            if _JOINED.search(alias) or "（" in alias
        }
    )


@functools.cache
def _others() -> Mapping[str, str]:
    return FrozenMap({squeezed(alias): name for name, row in OTHERS.items() for alias in row[2]})


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in PATTERNS)


@functools.cache
def _other_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, row in OTHERS.items() for pattern in row[3])


def known(core: str) -> str:
    """
    Return the field a whole heading names, empty if it names none.

    >>> known("身份证号码"), known("星座")
    ('citizen_id', '')
    """
    return _names().get(heading_key(core)) or _of_pattern(core)


def _of_pattern(core: str) -> str:
    parts = take_apart(core)
    if parts.owner is not Owner.SELF or parts.when in _OTHER_STUDIES:
        return ""
    return next((name for name, pattern in _patterns() if pattern.fullmatch(core)), "")


def other(core: str) -> str:
    """
    Return the name of a listed column without a field, empty if it is not listed.

    >>> other("工号"), other("姓名")
    ('staff_number', '')
    """
    found = _others().get(core)
    if found is None:
        found = next((name for name, pattern in _other_patterns() if pattern.fullmatch(core)), "")
    return found


def read_heading(written: str, group: str = "") -> Reading:
    """
    Read one heading, with the group above it if there is one.

    >>> read_heading("职称取得日期").field, read_heading("原职称").fate
    ('issued_on', <Fate.OTHER_TIME: 'other_time'>)
    >>> read_heading("姓名", "联系人").owner
    <Owner.CONTACT: 'contact'>
    """
    return _read(written[:400], group[:400])


@remembered(4096)
def _read(written: str, group: str) -> Reading:
    spelling = spelled(written)
    above = take_apart(spelled(group).core)
    if above.when is When.OTHER and not above.things:
        # 其他信息 over 民族 does not mean another ethnic group.
        above = evolve(above, when=When.NOW)
    if not spelling.whole:
        return Reading(Fate.EMPTY, spelling=spelling, group=above)
    found = _of_whole(spelling)
    if group and above.owner is Owner.SELF:
        found = _in_group(found, spelling, spelled(group).core, above)
    found = evolve(found, spelling=spelling, group=above, legend=spelling.legend)
    return _placed(_timed(_remarked(found)))


def _of_whole(spelling: Spelling) -> Reading:
    name = _whole().get(spelling.whole) or _whole().get(spelling.core)
    if name is not None:
        return Reading(Fate.FIELD, name, parts=take_apart(spelling.core))
    return read_core(spelling.core or spelling.whole)


@remembered(4096)
def read_core(core: str) -> Reading:
    """
    Read a heading without its layout: by the first reader that understands it.
    """
    parts = take_apart(core)
    return next(filter(None, (reader(core, parts) for reader in _READERS)), Reading(Fate.NOT_UNDERSTOOD, parts=parts))


def _yes_or_no(core: str, _: Parts) -> Reading | None:
    return Reading(Fate.NO_FIELD, about="yes_or_no") if _YES_OR_NO.match(core) else None


def _whole_field(core: str, parts: Parts) -> Reading | None:
    # 学历/专业 is two things, though 学历专业 is one.
    name = "" if _SEPARATED.search(core) else known(core)
    return Reading(Fate.FIELD, name, parts=_of_alias(parts, name)) if name else None


def _coded_field(core: str, parts: Parts) -> Reading | None:
    # 学历编码 holds codes of educations, not the number of a diploma.
    said = _CODE_OF.fullmatch(core)
    name = known(said[1]) if said else ""
    return Reading(Fate.FIELD, name, parts=_of_alias(parts, name)) if name in _coded() else None


_CODE_OF: Final = re.compile("(.{2,})(?:代码|编码|代号|名称)")


@functools.cache
def _coded() -> frozenset[str]:
    return frozenset(spec.name for spec in fields_of(RosterRow) if isinstance(spec.leaf, CodeLeaf))


def _somebody_else(core: str, parts: Parts) -> Reading | None:
    about_family = parts.owner is not Owner.SELF and other(core) != "resume"
    return Reading(Fate.OTHER_PERSON, parts=parts) if about_family else None


def _hours_of_a_period(core: str, parts: Parts) -> Reading | None:
    # Whatever else it says: no hours of a period are judged.
    counted = parts.when is When.PERIOD and counts_hours(core)
    return Reading(Fate.OTHER_TIME, parts=parts) if counted else None


def _named_column(core: str, parts: Parts) -> Reading | None:
    about = other(core)
    return Reading(Fate.NO_FIELD, about=about, parts=parts) if about else None


def _without_field(_: str, parts: Parts) -> Reading | None:
    return Reading(Fate.NO_FIELD, about=_NONE_ABOUT.get(parts.none, "detail"), parts=parts) if parts.none else None


def _made_of_words(_: str, parts: Parts) -> Reading | None:
    name = _composed(parts)
    return Reading(Fate.FIELD, name, parts=parts) if name else None


def _another_time(_: str, parts: Parts) -> Reading | None:
    return Reading(Fate.OTHER_TIME, parts=parts) if parts.when in {*_OTHER_STUDIES, When.FIRST} else None


def _known_words(_: str, parts: Parts) -> Reading | None:
    # Every word is known, but together they make no field: 普通话证书, 岗位名称.
    if parts.rest or not (parts.things or parts.qualities):
        return None
    about = "post" if {"post", "position"} & set(parts.things) else "detail"
    return Reading(Fate.NO_FIELD, about=about, parts=parts)


def _of_alias(parts: Parts, name: str) -> Parts:
    # 申报单位 is this person's unit, 首次参加工作时间 the start of work: a whole spelling is preferred to its words.
    when = parts.when if name in _HOURS and parts.when is When.PERIOD else When.NOW
    return evolve(parts, owner=Owner.SELF, when=when)


def _composed(parts: Parts) -> str:
    """
    Return the field that the words make: as a whole without the words that add nothing, or part by part.
    """
    if parts.when in _OTHER_STUDIES or (parts.when is When.FIRST and not parts.study):
        return ""
    for bare in _barer(parts):
        name = known(bare)
        if name:
            return name
    return "" if parts.rest else ACCEPTS.get(_simplified(parts), "")


def _simplified(parts: Parts) -> str:
    things = tuple(dict.fromkeys(parts.things))
    # A diploma belongs to an education, a degree certificate to the degree.
    if {"education", "diploma"} <= set(things):
        things = tuple(item for item in things if item != "education")
    return evolve(parts, things=things).signature


# What may be taken out of a heading: the least important first.
_LEFT_OUT: Final = (("self",), ("now", "highest"), ("self", "now", "highest"), ("self", "now", "highest", "plain"))


def _barer(parts: Parts) -> Iterable[str]:
    if parts.year is not None:
        # 2024年累计学时 are the hours of that year.
        yield "".join(parts.pieces).replace("累计", "")
    for values in _LEFT_OUT:
        kept = [piece for piece in parts.pieces if WORDS.get(piece, ("", ""))[1] not in values]
        if 0 < len(kept) < len(parts.pieces):
            yield "".join(kept)


def _joint(core: str, _: Parts) -> Reading | None:
    """
    Return the reading of a heading with two parts: alternatives of one field, or two things, which no field holds.
    """
    pieces = [piece for piece in _JOINED.split(core) if piece]
    if len(pieces) < 2:  # one part is not a joint heading
        return None
    readings = [read_core(piece) for piece in pieces]
    fields = [reading.field for reading in readings if reading.field]
    if set(fields) == _WHOLE_DEGREE and len(pieces) == len(fields):
        return Reading(Fate.FIELD, "education_degree", parts=readings[0].parts)
    same = _SAME.get(frozenset(fields))
    if len(fields) == len(pieces) and (len(set(fields)) == 1 or same):
        return Reading(Fate.FIELD, same or fields[0], parts=readings[0].parts)
    if fields or all(reading.fate is not Fate.NOT_UNDERSTOOD for reading in readings):
        return Reading(Fate.NO_FIELD, about="joint", parts=readings[0].parts)
    return None


_NONE_ABOUT: Final = {
    "类型": "detail", "有效期": "document_validity", "有效期限": "document_validity", "有效": "document_validity",
    "到期": "document_validity", "年限": "years", "附件": "picture", "扫描件": "picture",
    "复印件": "picture", "照片": "picture", "津贴": "pay", "工资": "pay", "补贴": "pay", "待遇": "pay",
}  # fmt: skip


_READERS: Final[tuple[Callable[[str, Parts], Reading | None], ...]] = (
    _yes_or_no, _whole_field, _coded_field, _somebody_else, _hours_of_a_period, _named_column, _joint, _without_field,
    _made_of_words, _another_time, _known_words,
)  # fmt: skip


def _in_group(found: Reading, spelling: Spelling, group: str, above: Parts) -> Reading:
    """
    Take from the group what the heading alone leaves open: 学历 under 在职教育, 时间 under 职称.
    """
    core = spelling.core or spelling.whole
    if above.study and not found.parts.study and found.about != "joint":
        parts = evolve(found.parts, study=above.study)
        name = STUDIED.get((above.study, found.field)) or ACCEPTS.get(_simplified(parts), "")
        if name:
            return Reading(Fate.FIELD, name, parts=parts)
    if found.field in _OF_TITLE_DATES and {"post", "position"} & set(above.things) and "title" not in above.things:
        # 任职时间 under 现任岗位 is the post's, not the title's.
        return Reading(Fate.NO_FIELD, about="post", parts=found.parts)
    if found.fate in {Fate.FIELD, Fate.OTHER_PERSON, Fate.OTHER_TIME}:
        bare = bool(found.parts.qualities) and not found.parts.rest and not found.parts.things
        return _with_group(found, group, core) if above.things and bare else found
    return _with_group(found, group, core)


def _with_group(found: Reading, group: str, core: str) -> Reading:
    if found.parts.year is not None and counts_hours(group):
        # 2023年 under 近三年学时 is one of the three.
        group = time_of(group).rest
    joined = read_core(group + core)
    if joined.fate is Fate.FIELD or (joined.fate is Fate.OTHER_TIME and found.fate is Fate.NOT_UNDERSTOOD):
        return joined
    return Reading(Fate.NO_FIELD, about="detail", parts=found.parts) if found.fate is Fate.FIELD else found


_OF_TITLE_DATES: Final = frozenset({"appointed_on", "appointed_until", "issued_on"})

STUDIED: Final[Mapping[tuple[str, str], str]] = FrozenMap(
    {
        (study, name): f"{study}_{rest}"
        for study in ("first", "later")
        for name, rest in (
            ("education", "education"), ("education_degree", "education"), ("degree", "degree"), ("school", "school"),
            ("major", "major"), ("graduated_on", "graduated_on"), ("degree_on", "graduated_on"),
        )
    }
)  # fmt: skip
"""(kind of study, field) -> the field of that study."""


def _remarked(found: Reading) -> Reading:
    """
    Take from the brackets whose, when and which study: 姓名（配偶）, 职称（拟申报）, 学历（在职）.
    """
    for remark in found.spelling.remarks:
        parts = take_apart(remark)
        if found.field.endswith("education") and {"school", "major"} & set(parts.qualities):
            found = evolve(found, fate=Fate.NO_FIELD, field="", about="joint")
        if parts.rest or found.fate is not Fate.FIELD:
            continue
        if parts.owner is not Owner.SELF:
            return evolve(found, fate=Fate.OTHER_PERSON, parts=evolve(found.parts, owner=parts.owner))
        if parts.when in _OTHER_STUDIES:
            found = evolve(found, parts=evolve(found.parts, when=parts.when))
        elif parts.study and not found.parts.study:
            name = STUDIED.get((parts.study, found.field))
            if name is not None:
                found = evolve(found, field=name, parts=evolve(found.parts, study=parts.study))
    return found


def _timed(found: Reading) -> Reading:
    """
    Take the time of hours from the group and from the brackets: 公需科目 under 任现职以来, 总学时（2022-2024年）.
    """
    if found.field not in _HOURS and not counts_hours(found.key):
        return found
    group = time_of(found.group.core, hours=True)
    if group.period and found.parts.year is None:
        return evolve(found, fate=Fate.OTHER_TIME, field="", about="", parts=evolve(found.parts, when=When.PERIOD))
    if group.period:
        # 2023年 under 近三年 is one of the three.
        found = evolve(found, group=evolve(found.group, when=When.NOW))
    for remark in found.spelling.remarks:
        said = time_of(remark, hours=True)
        if _ASKED.search(remark):
            continue
        if said.period:
            return evolve(found, parts=evolve(found.parts, when=When.PERIOD))
        if said.year is not None and found.parts.year is None:
            found = evolve(found, parts=evolve(found.parts, year=said.year))
    return found


# What is required is no time: 公需学时（每年不少于30）.
_ASKED: Final = re.compile("少于|至少|以上|须|需|要求|满|达|应|≥|>=")


def _placed(found: Reading) -> Reading:
    if found.owner is not Owner.SELF and found.fate is not Fate.EMPTY:
        return evolve(found, fate=Fate.OTHER_PERSON, field="")
    if found.group.when in _NOT_NOW and found.fate is Fate.NO_FIELD:
        return evolve(found, fate=Fate.OTHER_TIME)
    second = found.spelling.ordinal > 1 and found.field.startswith(("title_", "issued_", "certificate_"))
    if found.fate is Fate.FIELD and (found.when in _OTHER_STUDIES or second):
        parts = evolve(found.parts, when=When.OTHER) if second else found.parts
        return evolve(found, fate=Fate.OTHER_TIME, field="", parts=parts)
    return found
