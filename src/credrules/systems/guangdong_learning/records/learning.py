"""
A learning record: the course with its hours, its attachments, and its history in the offices.

References: 广东省专业技术人员继续教育管理系统常见问题, D1 to D8, E1, G1 to G5.
Limitations: the values of 考核结果 and 审核结果 are not printed; who entered a
record, who confirmed it and its history are facts of the system, not of the form.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final

from attrs import frozen

from credrules import codes, leaves
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field, sections
from credrules.leaves import NumberLeaf, TextLeaf
from credrules.measures import MeasureLeaf
from credrules.systems.guangdong_learning.records.cells import AuditResultLeaf, SequenceLeaf
from credrules.values import Evidence

__all__ = ["Attachment", "HistoryStep", "LearningRecord"]
__dir__ = __all__.copy

_YEAR: Final = MeasureLeaf(NumberLeaf(least=Decimal(1990), most=Decimal(2199)), ("年度", "年"))
_HOURS: Final = MeasureLeaf(NumberLeaf(most=Decimal(10_000), whole=False), ("学时", "课时"))
_DAYS: Final = MeasureLeaf(NumberLeaf(most=Decimal(366), whole=False), ("天", "日"))
_SEQUENCE: Final = SequenceLeaf(least=Decimal(0), most=Decimal(9999))
_BYTES: Final = NumberLeaf(least=Decimal(1), most=Decimal(10**12))
_NAME: Final = TextLeaf(255)
_KEY: Final = TextLeaf(60)


@frozen
class Attachment:
    """
    One proof of a course (附件).

    >>> Attachment(sequence=1, file_name="证明.pdf", size_bytes=300_000).sequence
    1
    """

    sequence: Annotated[int, _SEQUENCE] | None = form_field(
        "记录顺序号",
        "sequence number",
        help=(
            "阿拉伯数字；本课程的第一个附件为1，第二个为2，依次类推。",
            "Arabic digits; the first attachment of a course is 1, the second 2, and so on.",
        ),
        requirement="CE-093",
        aliases=("seq", "顺序号", "序号"),
        required=True,
        basis=Evidence.STATED,
        invalid="CE.ATT.SEQUENCE",
        missing="CE.ATT.UPLOAD_CHECKS",
    )
    file_name: Annotated[str, _NAME] | None = form_field(
        "附件文件",
        "file",
        help=(
            "doc、docx、pdf、jpg、png、gif、bmp 文件，不超过2000KB。",
            "A file of type doc, docx, pdf, jpg, png, gif or bmp, at most 2000 KB.",
        ),
        requirement="CE-094",
        aliases=("name", "文件名", "附件名称"),
        required=True,
        missing="CE.F.REQUIRED",
    )
    size_bytes: Annotated[int, _BYTES] | None = form_field(
        "文件大小（字节）",
        "size in bytes",
        help=("文件的字节数。", "The size of the file in bytes."),
        requirement="CE-094",
        aliases=("size", "文件大小", "字节数"),
        required=True,
        missing="CE.F.REQUIRED",
    )


@frozen
class HistoryStep:
    """
    One event in the history of a record (办理情况).
    """

    event: Annotated[str, _KEY] | None = form_field(
        "操作",
        "event",
        help=("状态机的事件名，如 submit、return。", "The event's name in the machine, such as submit or return."),
        requirement="CE-041",
        entry=EntryMode.FACT,
    )
    actor: Annotated[str, codes.LEARNING_ROLES] | None = form_field(
        "操作人",
        "actor",
        help=("由谁操作。", "Who acted."),
        requirement="CE-041",
        entry=EntryMode.FACT,
    )
    day: Annotated[PartialDate, leaves.DAY] | None = form_field(
        "操作日期",
        "day",
        help=("操作的日期。", "When it happened."),
        requirement="CE-041",
        entry=EntryMode.FACT,
    )


@frozen
class LearningRecord:
    """
    One record of continuing education (继续教育记录).

    >>> LearningRecord(course="公需科目课程甲", subject="GENERAL", year=2012).state is None
    True
    """

    course: Annotated[str, _NAME] | None = form_field(
        "课程名称",
        "course",
        help=("填写课程或学习活动的名称。", "The name of the course or activity."),
        requirement="CE-086",
        aliases=("课程", "学习内容", "活动名称"),
        required=True,
        missing="CE.F.REQUIRED",
    )
    subject: Annotated[str, codes.LEARNING_SUBJECTS] | None = form_field(
        "科目",
        "subject",
        help=(
            "公需科目、专业科目或选修科目；公修课就是公需科目。",
            "General, professional or elective; 公修课 means the general subject.",
        ),
        requirement="CE-087",
        aliases=("科目类别", "科目类型", "课程类别"),
        entry=EntryMode.CODE,
        required=True,
        invalid="CE.CODE.SUBJECT",
        missing="CE.F.REQUIRED",
    )
    hours: Annotated[Decimal, _HOURS] | None = form_field(
        "学时",
        "hours",
        help=("填写学时数，可与天数同时填写，两者相加。", "Hours; given together with days, both add up."),
        requirement="CE-088",
        aliases=("学时数", "课时"),
        invalid="CE.F.HOURS",
    )
    days: Annotated[Decimal, _DAYS] | None = form_field(
        "天数",
        "days",
        help=("填写整天数，不足一天的填学时。", "Full days; part of a day is given in hours."),
        requirement="CE-088",
        aliases=("学习天数",),
        invalid="CE.F.HOURS",
    )
    year: Annotated[int, _YEAR] | None = form_field(
        "年度",
        "year",
        help=("学习所属年度，四位数字。", "The year it belongs to, in four digits."),
        requirement="CE-089",
        aliases=("学习年度", "所属年度", "年份"),
        entry=EntryMode.CODE,
        required=True,
        invalid="CE.F.YEAR",
        missing="CE.F.REQUIRED",
    )
    assessment: Annotated[str, codes.LEARNING_ASSESSMENTS] | None = form_field(
        "考核结果",
        "assessment",
        help=("选择考核结果，如合格、不合格。", "The assessment, such as 合格 or 不合格."),
        requirement="CE-090",
        aliases=("考核", "考核情况"),
        entry=EntryMode.CODE,
        required=True,
        missing="CE.F.ASSESSMENT_EMPTY",
    )
    provider: Annotated[str, _NAME] | None = form_field(
        "施教机构",
        "training body",
        help=("填写举办单位、施教机构或学习网。", "Who held the course: a body, a school or a learning site."),
        requirement="CE-064",
        aliases=("举办单位", "主办单位", "培训机构", "学习网"),
    )
    start_date: Annotated[PartialDate, leaves.MONTH] | None = form_field(
        "开始日期",
        "first day",
        help=("学习开始的日期。", "When it began."),
        requirement="CE-036",
        aliases=("开始时间", "起始日期"),
        entry=EntryMode.DATE,
        basis=Evidence.DEDUCED,
    )
    end_date: Annotated[PartialDate, leaves.MONTH] | None = form_field(
        "结束日期",
        "last day",
        help=("学习结束的日期。", "When it ended."),
        requirement="CE-036",
        aliases=("结束时间", "完成日期"),
        entry=EntryMode.DATE,
        basis=Evidence.DEDUCED,
    )
    person: Annotated[str, _KEY] | None = form_field(
        "人员",
        "person",
        help=("多人数据中用来区分人员的标识。", "What tells people apart where records of several come together."),
        requirement="CE-036",
        entry=EntryMode.FACT,
        sensitive=True,
    )
    record_id: Annotated[str, _KEY] | None = form_field(
        "记录编号",
        "record number",
        help=("系统给出的记录编号。", "The system's number of the record."),
        requirement="CE-041",
        aliases=("编号",),
        entry=EntryMode.FACT,
    )
    route: Annotated[str, codes.LEARNING_ROUTES] | None = form_field(
        "来源",
        "route of entry",
        help=(
            "由谁录入：个人、单位、施教机构或学习网。",
            "Who entered it: person, unit, training body or learning site.",
        ),
        requirement="CE-035",
        aliases=("录入方式", "申报方式"),
        entry=EntryMode.FACT,
    )
    confirmed_by: Annotated[str, codes.LEARNING_ROLES] | None = form_field(
        "学时确认单位",
        "who confirmed the hours",
        help=(
            "专业科目学时由用人单位或行业主管部门审核确认。",
            "Hours of the professional subject are confirmed by the employer or the industry's competent department.",
        ),
        requirement="CE-040",
        aliases=("确认单位", "审核确认单位"),
        entry=EntryMode.FACT,
    )
    state: Annotated[str, codes.LEARNING_STATES] | None = form_field(
        "办理情况",
        "state",
        help=("由系统给出，本人不能填写。", "Given by the system, never typed by the person."),
        requirement="CE-091",
        aliases=("状态", "办理状态"),
        entry=EntryMode.FACT,
        invalid="CE.F.STATE",
    )
    audit_result: Annotated[str, AuditResultLeaf()] | None = form_field(
        "审核结果",
        "audit result",
        help=("由系统给出；“全部”只用于查询。", "Given by the system; 全部 only means something in a search."),
        requirement="CE-092",
        entry=EntryMode.FACT,
    )
    audited_by: Annotated[str, _NAME] | None = form_field(
        "审核单位",
        "unit that audited it",
        help=("审核该记录的单位；调动后不变。", "The unit that audited the record; a move does not change it."),
        requirement="CE-011",
        entry=EntryMode.FACT,
    )
    attachments: tuple[Attachment, ...] = sections("附件", "attachments", aliases=("附件列表", "证明材料"))
    history: tuple[HistoryStep, ...] = sections("办理过程", "history", aliases=("办理记录",))
