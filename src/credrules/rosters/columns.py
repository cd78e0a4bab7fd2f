"""
Which column holds which field, and why a column could not be matched.

Headings are reduced first (white space, line breaks, brackets with units or
remarks, asterisks), then looked up exactly among labels and aliases, then
asked for telling words. What fits two fields stays unmatched: a guess here
would put every row of a table under the wrong rule.
"""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Iterable, Mapping
from typing import Final, cast

from attrs import field, frozen

from credrules.fields import FieldSpec, fields_of, heading_key, names_of
from credrules.masking import type_name
from credrules.rosters.records.row import RosterRow
from credrules.values import FrozenMap, Label, exact_text, frozen_map


class Unmatched(enum.Enum):
    """
    Why a heading has no field.
    """

    EMPTY = "empty"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    TAKEN = "taken"
    IGNORED = "ignored"

    @property
    def label(self) -> Label:
        """
        The reason in words.
        """
        return _REASONS[self]


_REASONS: Final = {
    Unmatched.EMPTY: Label("标题为空", "the heading is empty"),
    Unmatched.UNKNOWN: Label("不认识的标题", "the heading is not known"),
    Unmatched.AMBIGUOUS: Label("可能指多个字段", "the heading fits several fields"),
    Unmatched.TAKEN: Label("该字段已有一列", "another column already holds this field"),
    Unmatched.IGNORED: Label("无需检查的列", "a column that needs no check"),
}

# Columns that rosters have and nobody checks.
_IGNORED: Final = frozenset(
    {
        "序号",
        "编号",
        "备注",
        "说明",
        "no",
        "seq",
        "remark",
        "remarks",
        "note",
        "notes",
        "行号",
        "人员编号",
        "工号",
        "员工编号",
        "照片",
    }
)

# Words of a heading that speaks of somebody else.
_OTHERS: Final = ("子女", "配偶", "父", "母", "家属", "联系人", "法人")

# Words of a heading about another certificate than that of the title.
_OTHER_CERTIFICATES: Final = (
    "管理", "毕业", "学位", "学历", "职业", "执业", "教师资格", "合格", "普通话",
)  # fmt: skip

# What a heading says when it is no known label: all words of `all_of` occur,
# none of `none_of`. Rows of one field are alternatives.
_HINTS: Final[tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]] = (
    ("name", ("姓名",), ("曾用", "英文", "拼音", "证", "及", *_OTHERS)),
    ("citizen_id", ("身份证",), ("地址", "有效", "签发", "姓名", *_OTHERS)),
    ("citizen_id", ("公民身份",), _OTHERS),
    ("birth_date", ("出生", "日期"), _OTHERS),
    ("birth_date", ("出生", "年月"), _OTHERS),
    ("birth_date", ("出生", "时间"), _OTHERS),
    ("work_start", ("参加工作",), ("及", "单位")),
    ("political_status", ("政治面",), ("及", "时间")),
    ("unit_code", ("信用代码",), ()),
    ("graduated_on", ("毕业", "时间"), ("第一", "全日制")),
    ("graduated_on", ("毕业", "日期"), ("第一", "全日制")),
    ("graduated_on", ("毕业", "年月"), ("第一", "全日制")),
    ("school", ("毕业", "院校"), ("第一", "全日制", "专业", "时间", "及")),
    ("school", ("毕业", "学校"), ("第一", "全日制", "专业", "时间", "及")),
    ("certificate_number", ("证书", "编号"), _OTHER_CERTIFICATES),
    ("certificate_number", ("资格证", "号"), ("管理", "职业", "执业", "从业", "教师")),
    ("control_number", ("证书", "管理号"), ()),
    ("title_name", ("职称", "名称"), ("时间", "证", "系列", "等级", "级别")),
    ("title_name", ("专业技术", "名称"), ("时间", "证", "系列", "等级", "级别")),
    ("title_level", ("职称", "级"), ("时间", "证", "名称", "系列")),
    ("title_level", ("职称", "层次"), ("时间", "证", "名称", "系列")),
    ("title_level", ("专业技术", "等级"), ("时间", "岗位")),
    ("issued_on", ("职称", "时间"), ("聘", "及")),
    ("issued_on", ("资格", "时间"), ("聘", "及", "职业", "执业", "从业")),
    ("issued_on", ("发证", "时间"), ()),
    ("issued_on", ("发证", "日期"), ()),
    ("appointed_on", ("聘", "时间"), ("截止", "结束", "到期", "届满", "解聘")),
    ("mobile", ("手机",), ("密码", "品牌", *_OTHERS)),
    ("phone", ("联系电话",), _OTHERS),
    ("email", ("邮箱",), ("密码",)),
    ("age", ("年龄",), ("工作", "教龄", "工龄", *_OTHERS)),
    ("general_hours", ("公需", "学时"), ()),
    ("professional_hours", ("专业", "学时"), ()),
    ("elective_hours", ("选修", "学时"), ()),
    ("total_hours", ("学时", "合计"), ()),
    ("total_hours", ("总学时",), ()),
    ("unit_name", ("工作单位",), ("电话", "地址", "性质", "代码", "及", "时间", "所在", "原", "曾", "拟")),
    ("unit_name", ("单位", "全称"), ()),
    ("unit_name", ("所在单位",), ("电话", "地址", "性质", "代码", "及", "时间", "原", "曾", "拟")),
    ("approving_organ", ("发证", "机关"), ("身份证",)),
    ("approving_organ", ("发证", "单位"), ("身份证",)),
)


# Brackets are layout in most headings; here they tell which of two studies is meant.
_KIND_OF_STUDY: Final = re.compile("全日制|在职")
_EDUCATIONS: Final = {"全日制": "first_education", "在职": "later_education"}
_ABOUT_STUDY: Final = frozenset({"学历", "学位", "毕业院校", "毕业学校", "所学专业", "专业", "毕业时间"})


@frozen
class Unused:
    """
    A heading without a field, the reason, and what it may mean.
    """

    heading: str
    reason: Unmatched
    candidates: tuple[str, ...] = ()


@frozen(repr=False)
class ColumnMatch:
    """
    The answer of `match_columns`.

    `fields` maps each heading as written to its field's name, in table order;
    `unmatched` lists the others with the reason; `missing` the required
    fields no column holds.
    """

    fields: FrozenMap[str, str] = field(converter=frozen_map)
    unmatched: tuple[Unused, ...] = ()
    missing: tuple[str, ...] = ()

    @functools.cached_property
    def headings(self) -> Mapping[str, str]:
        """
        Field name -> heading as written.
        """
        return FrozenMap({name: heading for heading, name in self.fields.items()})

    @functools.cached_property
    def places(self) -> Mapping[str | int, int]:
        """
        Field name -> place of its column among those matched, from 0.
        """
        return FrozenMap({name: place for place, name in enumerate(self.fields.values())})

    @functools.cached_property
    def words(self) -> Mapping[Label, str]:
        """
        Label of a field -> its heading on one line, cut to what a sentence bears.
        """
        return FrozenMap(
            {_SPECS()[name].label: " ".join(heading.split())[:40] for heading, name in self.fields.items()}
        )

    def heading(self, name: str) -> str | None:
        """
        Return the heading that holds the field `name`, None if there is none.
        """
        return self.headings.get(name)

    def spec(self, heading: str) -> FieldSpec:
        """
        Return the declaration of the field under `heading`; KeyError if unmatched.
        """
        return _SPECS()[self.fields[heading]]

    @property
    def ok(self) -> bool:
        """
        Whether anything was recognised at all.
        """
        return bool(self.fields)

    def __repr__(self) -> str:
        return f"ColumnMatch({len(self.fields)} matched, {len(self.unmatched)} unmatched, missing={self.missing!r})"


@functools.cache
def _SPECS() -> Mapping[str, FieldSpec]:  # noqa: N802  # a constant made on first use
    return FrozenMap({spec.name: spec for spec in fields_of(RosterRow)})


def candidates_of(heading: object) -> tuple[str, ...]:
    r"""
    Return the fields a heading may mean: one when it is clear, several when not.

    >>> candidates_of("公民身份证\n号码（18位）"), candidates_of("星座")
    (('citizen_id',), ())
    """
    key = heading_key(heading)
    if not key:
        return ()
    kind = _KIND_OF_STUDY.search(exact_text(heading) or "")
    if kind is not None and key in _ABOUT_STUDY:
        # 学历（全日制） and 学历（在职） are two columns; schools and dates of either have no field of their own.
        return (_EDUCATIONS[kind[0]],) if key == "学历" else ()
    exact = names_of(RosterRow).get(key)
    if exact is not None:
        return (exact,)
    found = (
        name
        for name, all_of, none_of in _HINTS
        if all(word in key for word in all_of) and not any(word in key for word in none_of)
    )
    return tuple(dict.fromkeys(found))


def match_columns(headings: Iterable[object]) -> ColumnMatch:
    r"""
    Match the headings of a table to roster fields.

    Never raises; anything that is no text is an unmatched heading. The first
    of two columns for one field is taken, exact headings before telling words.

    >>> match = match_columns(["姓 名", "身份证号码\n(18位)", "星座"])
    >>> dict(match.fields), match.unmatched[0].reason.name
    ({'姓 名': 'name', '身份证号码\n(18位)': 'citizen_id'}, 'UNKNOWN')
    """
    written = [_written(item) for item in _listed(headings)]
    exact = names_of(RosterRow)
    taken: dict[str, str] = {}
    reasons: dict[int, Unused] = {}
    order = sorted(range(len(written)), key=lambda index: (heading_key(written[index]) not in exact, index))
    for index in order:
        heading = written[index]
        names = candidates_of(heading)
        reason = _reason(heading, names, taken, repeated=heading in taken.values())
        if reason is None:
            taken[names[0]] = heading
        else:
            reasons[index] = Unused(heading[:200], reason, names)
    by_heading = {heading: name for name, heading in taken.items()}
    fields = {heading: by_heading[heading] for heading in dict.fromkeys(written) if heading in by_heading}
    required = tuple(name for name, spec in _SPECS().items() if _is_mandatory(spec) and name not in taken)
    return ColumnMatch(fields, tuple(reasons[index] for index in sorted(reasons)), required)


def _written(heading: object) -> str:
    text = "" if heading is None else exact_text(heading)
    return text if text is not None else f"<{type_name(heading)[:40]}>"


def _is_mandatory(spec: FieldSpec) -> bool:
    # A field with a finding of its own for a blank is asked for only where the column exists.
    return spec.declared.required and not spec.declared.missing


def _reason(heading: str, names: tuple[str, ...], taken: Mapping[str, str], *, repeated: bool) -> Unmatched | None:
    key = heading_key(heading)
    if not key:
        return Unmatched.EMPTY
    if key in _IGNORED:
        return Unmatched.IGNORED
    if not names:
        return Unmatched.UNKNOWN
    if len(names) > 1:
        return Unmatched.AMBIGUOUS
    return Unmatched.TAKEN if repeated or not taken.keys().isdisjoint(names) else None


def _listed(headings: object) -> list[object]:
    try:
        return list(cast("Iterable[object]", headings))[:2000]
    except Exception:  # noqa: BLE001  # a thing that cannot be listed has no headings
        return []
