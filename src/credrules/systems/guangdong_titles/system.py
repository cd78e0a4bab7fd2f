"""
Checking an applicant's file: every rule listed once, and the faces of the system.

References: 广东省职称网上申报说明（2016，清远市页面）, 一 to 六.
Limitations: which items the form asks for is known from the text only; a part that nobody began misses nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from attrs import evolve

from credrules import converter
from credrules.converter import Labels
from credrules.engine import Context, Profile, RecordRule, RecordSystem, Violation, check_record
from credrules.findings import Report, Rerun
from credrules.systems.guangdong_titles.gathering import Gathered, begun, gathered
from credrules.systems.guangdong_titles.profile import PROFILE, completed
from credrules.systems.guangdong_titles.records import AccountInfo, Application, BasicInfo, Paper, TitleFile
from credrules.systems.guangdong_titles.rules import applications, basic, paper, units
from credrules.values import FrozenMap

__all__ = [
    "RULES",
    "SYSTEM",
    "check",
    "check_many",
    "structure",
    "unstructure",
]


def __dir__() -> list[str]:
    return sorted(__all__)


def _each(
    function: Callable[[Any, Context], Violation | Iterable[Violation] | None],
) -> Callable[[Any, Context], Iterable[Violation]]:
    def answers(record: Any, context: Context) -> Iterable[Violation]:  # noqa: ANN401  # any record
        found = function(record, context)
        return () if found is None else (found,) if isinstance(found, Violation) else found

    return answers


RULES: Final[tuple[RecordRule, ...]] = (
    RecordRule("GD.ACCOUNT.SHARED", TitleFile, _each(basic.registered_elsewhere)),
    RecordRule("GD.ACCOUNT.REUSE", AccountInfo, _each(basic.existing_account)),
    RecordRule("GD.F.DIVISION_OUTSIDE", BasicInfo, _each(basic.guangdong_division)),
    RecordRule("GD.BASIC.COMPETENT_DERIVED", BasicInfo, _each(basic.competent_derived)),
    RecordRule("GD.BASIC.COMPETENT_BROUGHT", BasicInfo, _each(basic.competent_brought)),
    RecordRule("GD.F.ARCHIVE_BIRTH", TitleFile, _each(basic.birth_of_number)),
    RecordRule("GD.F.ARCHIVE_AGE", TitleFile, _each(basic.age_of_number)),
    RecordRule("GD.F.ARCHIVE_EDUCATION", TitleFile, _each(basic.education_of_certificates)),
    RecordRule("GD.F.ARCHIVE_FUTURE", BasicInfo, _each(basic.not_born_in_future)),
    RecordRule("GD.FLOW.HISTORY", BasicInfo, _each(basic.history_leads_here)),
    RecordRule("GD.FLOW.REJECT_VS_WITHDRAW", BasicInfo, _each(basic.exits_apart)),
    RecordRule("GD.FLOW.TWO_AUDITS", BasicInfo, _each(basic.stored_after_audits)),
    RecordRule("GD.ACCOUNT.CHANCHENG_LICENCE", BasicInfo, _each(basic.licensed_here)),
    RecordRule("GD.UNIT.NOT_LISTED", BasicInfo, _each(units.listed)),
    RecordRule("GD.BASIC.UNIT_REQUIRED", BasicInfo, _each(units.listed_unit_chosen)),
    RecordRule("GD.UNIT.DEFINITION", BasicInfo, _each(units.not_copied)),
    RecordRule("GD.UNIT.IN_SYSTEM", BasicInfo, _each(units.own_unit)),
    RecordRule("GD.UNIT.NON_PUBLIC", BasicInfo, _each(units.local_list)),
    RecordRule("GD.UNIT.DIVISION_BY_WORKPLACE", BasicInfo, _each(units.division_of_workplace)),
    RecordRule("GD.UNIT.DIVISION_BY_JUNIOR", BasicInfo, _each(units.division_of_issuer)),
    RecordRule("GD.UNIT.ARCHIVE_MARKET", BasicInfo, _each(units.keeper_named), reports_missing=True),
    RecordRule("GD.UNIT.POINT_AS_KEEPER", BasicInfo, _each(units.point_is_no_keeper)),
    RecordRule("GD.UNIT.LOCAL_KEEPER", BasicInfo, _each(units.local_keeper)),
    RecordRule("GD.UNIT.APPLICATION_POINT", BasicInfo, _each(units.application_point)),
    RecordRule("GD.FLOW.MAINTAIN_FIRST", TitleFile, _each(applications.maintained_first)),
    RecordRule("GD.FLOW.BUSINESS_AFTER_STORE", TitleFile, _each(applications.stored_first)),
    RecordRule("GD.F.BUSINESS", Application, _each(applications.known_business)),
    RecordRule("GD.CODE.BUSINESS", Application, _each(applications.business_of_text)),
    RecordRule("GD.F.COMMITTEE", Application, _each(applications.committee_for_review), reports_missing=True),
    RecordRule("GD.F.TARGET_MISSING", Application, _each(applications.level_for_review), reports_missing=True),
    RecordRule("GD.ROUTE.NOT_REQUIRED", Application, _each(applications.own_system)),
    RecordRule("GD.ROUTE.BY_COMMITTEE", Application, _each(applications.by_committee)),
    RecordRule("GD.ROUTE.PROVINCIAL_COMMITTEE", Application, _each(applications.provincial_committee)),
    RecordRule("GD.ROUTE.NOTICE", Application, _each(applications.notice_decides)),
    RecordRule("GD.BASIC.CHAIN_FIXED", TitleFile, _each(applications.chain_kept)),
    RecordRule("GD.FLOW.CHANGE_OPEN", TitleFile, _each(applications.change_while_open)),
    RecordRule("GD.FLOW.CHANGE_REFUSED", TitleFile, _each(applications.change_refused)),
    RecordRule("GD.YEAR.THIS_YEAR_ONLY", Paper, _each(paper.year_known)),
    RecordRule("GD.YEAR.FORMS", Paper, _each(paper.form_of_system)),
    RecordRule("GD.YEAR.PERMISSION", TitleFile, _each(paper.permitted)),
    RecordRule("GD.YEAR.PERMISSION_UNKNOWN", TitleFile, _each(paper.permission_asked), reports_missing=True),
    RecordRule("GD.YEAR.DECOUPLED", Paper, _each(paper.online_accurate)),
    RecordRule("GD.UNIT.POINT_FOLLOWS_PAPER", TitleFile, _each(paper.point_follows_paper)),
    RecordRule("GD.UNIT.POINT_NEEDS_PAPER", TitleFile, _each(paper.point_needs_paper), reports_missing=True),
    RecordRule("GD.UNIT.STAMP_BY_REAL", TitleFile, _each(paper.stamped_by_real)),
    RecordRule("GD.UNIT.STAMP_OF_POINT", TitleFile, _each(paper.point_stamp_idle)),
    RecordRule("GD.F.STAMPS", Paper, _each(paper.stamps_there), reports_missing=True),
    RecordRule("GD.F.CERTIFICATE_NO", TitleFile, _each(applications.number_after_review)),
    RecordRule("GD.F.CERTIFICATE_NO_ALLOTTED", TitleFile, _each(applications.number_allotted)),
    RecordRule("GD.YEAR.PURPOSE", TitleFile, _each(applications.number_needs_both)),
)
"""Every rule of the file."""

SYSTEM: Final = RecordSystem(TitleFile, rules=RULES, mandatory="GD.F.REQUIRED")
"""The file as the engine needs it: the record, its rules, its code for empty cells."""


def check(data: object, *, on: dt.date, profile: Profile = PROFILE) -> Report[TitleFile]:
    """
    Check the file of one applicant; accepts any object and never raises.

    `data` is a mapping (English keys, labels of the form, aliases; labels of
    any section may stand at the top) or a `TitleFile`. `on` is the day that
    counts as today. An absent key is unknown; the list of units is `profile.units`.

    >>> import datetime
    >>> report = check({"人事管理单位": "梅州市人才市场", "工作单位": "甲公司"}, on=datetime.date(2016, 6, 1))
    >>> [(item.code, item.path) for item in report.errors]
    [('GD.F.REQUIRED', ('basic', 'division'))]
    """
    ready = begun(gathered(data), completed(profile))
    report: Report[TitleFile] = check_record(gathered(data), system=SYSTEM, on=on, profile=ready)
    again = Rerun(check, FrozenMap(on=on, profile=profile), prepare=Gathered(TitleFile))
    return evolve(report, raw=data, rerun=again)


def check_many(items: Iterable[object], *, on: dt.date, profile: Profile = PROFILE) -> Iterator[Report[TitleFile]]:
    """
    Check a stream of files, one report each, in order; holds one file at a time.
    """
    for item in items:
        yield check(item, on=on, profile=profile)


def structure(data: object) -> TitleFile:
    """
    Return `data` as a `TitleFile`, or raise CredrulesError with every problem of shape or value.

    >>> structure({"工作单位": "甲公司"}).basic.work_unit
    '甲公司'
    """
    return converter.structure(gathered(data), TitleFile)


def unstructure(record: TitleFile, labels: Labels = None) -> dict[str, Any]:
    """
    Return a file as plain data, empty fields left out; `labels="zh"` or `"en"` gives the form's labels as keys.

    >>> unstructure(structure({"工作单位": "甲公司"}), labels="zh")
    {'个人基本信息': {'工作单位': '甲公司'}}
    """
    return converter.unstructure(record, labels)
