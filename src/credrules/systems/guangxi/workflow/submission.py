"""
The report of a person as a frozen snapshot, the unit's amendments, and the roster.

`submit` is 生成报送: it gives a `Submission` only if there is no error. The
unit's officer may amend it with a trail, or return it (a new report follows).

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 一(5), 二(2), 二(18).
Limitations: the columns of the 名册表 were not published; those here are assumed.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from typing import Any, Final, cast

from attrs import evolve, field, frozen

from credrules import codes, markup
from credrules.codes import CodeTable
from credrules.engine import Profile
from credrules.findings import Finding, Report, Rerun, finding, retyped
from credrules.keys import RecordForm, items_of
from credrules.systems.guangxi.profile import PROFILE
from credrules.systems.guangxi.records.whole import PersonalRecord
from credrules.systems.guangxi.rules.education import HIGHEST
from credrules.systems.guangxi.system import check
from credrules.systems.guangxi.workflow.backup import Difference, diff, dump
from credrules.values import FrozenMap, Label, Severity, exact_day, exact_int

__all__ = ["ROSTER_COLUMNS", "Amendment", "Roster", "Submission", "amend", "roster", "submit"]
__dir__ = __all__.copy


@frozen
class Amendment:
    """
    One change by the unit: who, when, which fields.
    """

    by: str
    on: dt.date
    differences: tuple[Difference, ...]


@frozen
class Submission:
    """
    A report: the record as it was on the day, its revision, and the unit's amendments.

    Made by `submit` and `amend` only, so it never holds an error.
    """

    record: PersonalRecord
    on: dt.date
    revision: int = 1
    profile: str = PROFILE.name
    amendments: tuple[Amendment, ...] = field(default=())


def submit(record: object, *, on: dt.date, profile: Profile = PROFILE, backup: object = None) -> Report[Submission]:
    """
    Produce the report of a person: the value is a `Submission` if there is no error, else None.

    A person who is not collected cannot report (an error of `check`); under
    REVIEW the person may. In addition to the findings of `check`, a missing
    backup of the same content is a warning, with `backup_required` an error.

    >>> import datetime
    >>> report = submit({"姓名": "张三"}, on=datetime.date(2012, 6, 1))
    >>> report.value is None, "GX.REQ.MANDATORY" in {item.code for item in report.errors}
    (True, True)
    """
    checked = check(record, on=on, profile=profile)
    options = FrozenMap[str, Any](on=on, profile=profile, backup=backup)
    again = Rerun(submit, options, form=RecordForm(PersonalRecord))
    if checked.value is None:  # the day is not a date, or the profile is another system's
        return cast("Report[Submission]", evolve(checked, rerun=again))
    revision = _backed_up(checked.value, backup)
    findings = checked.findings
    if revision is None:
        late = finding("GX.FLOW.BACKUP_FIRST")
        strict = profile.completed(PROFILE).backup_required
        findings = (*findings, _weighed(evolve(late, severity=Severity.ERROR) if strict else late, profile))
    report = evolve(checked, findings=findings, rerun=again)
    if not report.ok:
        return cast("Report[Submission]", evolve(report, value=None))
    return retyped(report, Submission(checked.value, cast("dt.date", exact_day(on)), revision or 1, profile.name))


def _backed_up(record: PersonalRecord, backup: object) -> int | None:
    """
    Return the revision of a backup of the same content, None for anything else.
    """
    given = {key: value for key, value in items_of(backup) or () if type(key) is str}
    revision = exact_int(given.get("revision"))
    return revision if {**given, "revision": 1} == dump(record) else None


def _weighed(item: Finding, profile: Profile) -> Finding:
    return evolve(item, severity=profile.severities.get(item.code, item.severity))


def amend(
    submission: Submission, record: object, *, by: str, on: dt.date, profile: Profile = PROFILE
) -> Report[Submission]:
    """
    Return the submission with the amended record of the unit or department and a trail: who, when, what.

    A change without a name is refused, like everything `submit` refuses: a
    record with errors, someone who is not collected (一(5), 二(18)). Another
    identity number is a warning: a wrong number is corrected in this way, but
    the record of another person must not replace this one.
    """
    checked = check(record, on=on, profile=profile)
    more = [] if by.strip() else [finding("GX.FLOW.UNIT_FIX")]
    if checked.value is not None and _is_another(submission.record, checked.value):
        more.append(finding("GX.FLOW.OTHER_PERSON", path=("basic", "citizen_id")))
    again = Rerun(
        functools.partial(amend, submission),
        FrozenMap[str, Any](by=by, on=on, profile=profile),
        form=RecordForm(PersonalRecord),
    )
    weighed = (_weighed(item, profile) for item in more)
    checked = evolve(checked, findings=(*checked.findings, *weighed), rerun=again)
    if not checked.ok or checked.value is None:
        return cast("Report[Submission]", evolve(checked, value=None))
    trail = Amendment(by, cast("dt.date", exact_day(on)), diff(submission.record, checked.value))
    changed = evolve(
        submission,
        record=checked.value,
        revision=submission.revision + 1,
        amendments=(*submission.amendments, trail),
    )
    return retyped(checked, changed)


def _is_another(before: PersonalRecord, after: PersonalRecord) -> bool:
    numbers = before.basic.citizen_id, after.basic.citizen_id
    return None not in numbers and numbers[0] != numbers[1]


# --- the roster -----------------------------------------------------------------


ROSTER_COLUMNS: Final = (
    Label("单位", "unit"),
    Label("姓名", "name"),
    Label("性别", "sex"),
    Label("出生日期", "date of birth"),
    Label("最高学历", "highest education"),
    Label("现专业技术职务", "present post"),
    Label("专业技术资格", "titles"),
    Label("职业资格", "occupational qualifications"),
)
"""The columns of the roster, in order (assumed)."""


def _cells(record: PersonalRecord) -> tuple[str, ...]:
    """
    Return the cells of a person, one for each of ROSTER_COLUMNS.
    """
    basic, sex = record.basic, codes.SEX.get(record.basic.sex)
    return (
        _text(basic.unit_name),
        _text(basic.name),
        sex.short if sex is not None else "",
        _text(basic.birth_date),
        _names(codes.EDUCATION, (item.education_level for item in record.educations if item.education_item == HIGHEST)),
        _names(codes.CURRENT_POSTS, (basic.current_post,)),
        _names(codes.QUALIFICATION_TITLES, (item.title_name for item in record.titles)),
        _names(codes.OCCUPATIONAL_QUALIFICATIONS, (item.occupation_name for item in record.qualifications)),
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _names(table: CodeTable, given: Iterable[str | None]) -> str:
    return "、".join(map(table.format, given))


@frozen(repr=False)
class Roster:
    """
    The 名册表: headings and rows of texts, the first column a running number.
    """

    columns: tuple[Label, ...]
    rows: tuple[tuple[str, ...], ...]

    def __repr__(self) -> str:
        return f"Roster({len(self.rows)} persons)"

    def _repr_html_(self) -> str:
        return markup.table([label.zh for label in self.columns], self.rows, caption="名册表")


def roster(submissions: Iterable[Submission]) -> Roster:
    """
    Return the roster of a unit or branch, sorted by its columns (unit, name, …), then by identity number.

    The same submissions in any order give the same rows.

    >>> roster([]).rows, [label.zh for label in roster([]).columns][:3]
    ((), ['序号', '单位', '姓名'])
    """
    cells = [
        (_cells(item.record), _text(item.record.basic.citizen_id and item.record.basic.citizen_id.number))
        for item in submissions
    ]
    rows = tuple((str(number), *row) for number, (row, _) in enumerate(sorted(cells), start=1))
    return Roster((Label("序号", "no."), *ROSTER_COLUMNS), rows)
