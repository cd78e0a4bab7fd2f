"""
The first table of the form: the person (基本信息).

Every field of the form is declared here once, with the label the form prints,
its help in both languages and its entry mode
(广西专业技术人员信息采集常见问题解答, 二(4)). The document does not state which
fields must be filled; this is assumed and can be changed by the profile.
"""

from __future__ import annotations

from typing import Annotated, Final

from attrs import frozen

from credrules import codes, leaves
from credrules.dates import PartialDate
from credrules.fields import EntryMode, form_field
from credrules.identifiers.citizen_id import CitizenId
from credrules.leaves import OpenCodeLeaf
from credrules.systems.guangxi.records.cells import (
    ADDRESS,
    PAST_DAY,
    PAST_MONTH,
    UNSPREAD_NAME,
    StrictCodeLeaf,
    YesNoLeaf,
)
from credrules.values import FrozenMap

__all__ = ["COARSE", "NAME_SPACES", "UNIT_SPACES", "Basic"]
__dir__ = __all__.copy

# Any white space in a unit name is a separate error (二(11)).
UNIT_SPACES: Final = FrozenMap({"TEXT.EXTRA_SPACE": "GX.UNIT.NO_SPACE", "TEXT.LINE_BREAK": "GX.UNIT.NO_SPACE"})

# So is white space in a name (field list of 二(4)).
NAME_SPACES: Final = FrozenMap({"TEXT.EXTRA_SPACE": "GX.F.NAME", "TEXT.LINE_BREAK": "GX.F.NAME"})

# A date coarser than the form asks for is kept: old papers often state no more.
COARSE: Final = FrozenMap({"DATE.PRECISION": "GX.F.DATE_COARSE"})

_OPEN_POST: Final = OpenCodeLeaf(codes.CURRENT_POSTS)


@frozen
class Basic:
    """
    The person: identity, employment, start of work, post, contact.

    The last six fields are facts that some rules need and the form does not
    ask for; they are never reported missing.

    >>> Basic(name="张三", sex="1").name
    '张三'
    """

    name: Annotated[str, UNSPREAD_NAME] | None = form_field(
        "姓名",
        "name",
        help=(
            "填写身份证上的姓名，中间不加空格；打印时的排版由报表完成。",
            "The name on the identity card, without spaces; layout is done by the printed report.",
        ),
        requirement="GX-089",
        aliases=("full_name", "person_name", "员工姓名", "人员姓名"),
        required=True,
        invalid="GX.F.NAME",
        renames=NAME_SPACES,
        sensitive=True,
    )
    citizen_id: Annotated[CitizenId, leaves.CITIZEN_ID] | None = form_field(
        "身份证号",
        "identity number",
        help=(
            "填写 18 位公民身份号码，末位可为 X；15 位旧号只用于 1999 年以前的材料。",
            "The 18-character identity number, the last may be X; old numbers of 15 digits only from papers before 1999.",
        ),
        requirement="GX-090",
        aliases=(
            "id_no",
            "id_number",
            "身份证号码",
            "身份证",
            "公民身份号码",
            "公民身份证号码",
            "居民身份证号",
            "居民身份证号码",
            "证件号码",
        ),
        required=True,
        invalid="GX.F.ID_NO",
        sensitive=True,
    )
    sex: Annotated[str, StrictCodeLeaf(codes.SEX)] | None = form_field(
        "性别",
        "sex",
        help=(
            "从代码表选择，应与身份证号第 17 位一致（奇数为男，偶数为女）。",
            "Picked from the list; must agree with the 17th place of the identity number (odd: male, even: female).",
        ),
        requirement="GX-117",
        aliases=("gender",),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.F.CODE",
    )
    ethnicity: Annotated[str, codes.ETHNICITY] | None = form_field(
        "民族",
        "ethnicity",
        help=(
            "从 GB/T 3304 代码表选择，如 01 汉族、08 壮族。",
            "Picked from the list of GB/T 3304, such as 01 Han, 08 Zhuang.",
        ),
        requirement="GX-118",
        aliases=("ethnic_group", "nationality", "民族成份", "民族成分", "族别"),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.F.CODE",
    )
    birth_date: Annotated[PartialDate, PAST_DAY] | None = form_field(
        "出生日期",
        "date of birth",
        help=(
            "填写年月日，应与身份证号中的出生日期一致。",
            "Year, month and day; must agree with the date inside the identity number.",
        ),
        requirement="GX-143",
        aliases=("birthday", "date_of_birth", "出生年月", "出生年月日", "出生时间", "生日"),
        entry=EntryMode.DATE,
        required=True,
        invalid="GX.F.BIRTH_DATE",
        renames=COARSE,
    )
    birth_place: Annotated[str, codes.DIVISIONS] | None = form_field(
        "出生地",
        "place of birth",
        help=(
            "选择出生地的县级行政区划代码，如 450103 南宁市青秀区。",
            "The division code of the county where the person was born, such as 450103 Qingxiu, Nanning.",
        ),
        requirement="GX-119",
        aliases=("place_of_birth", "出生地点"),
        entry=EntryMode.CODE,
        invalid="GX.F.CODE",
    )
    native_place: Annotated[str, codes.DIVISIONS] | None = form_field(
        "籍贯",
        "native place",
        help=(
            "选择祖居地的县级行政区划代码；籍贯不一定是出生地。",
            "The division code of the family's home county; it need not be the place of birth.",
        ),
        requirement="GX-120",
        aliases=("ancestral_home", "祖籍"),
        entry=EntryMode.CODE,
        invalid="GX.F.CODE",
    )
    political_status: Annotated[str, codes.POLITICAL_STATUS] | None = form_field(
        "政治面貌",
        "political status",
        help=(
            "从 GB/T 4762 代码表选择，如 01 中共党员、13 群众。",
            "Picked from the list of GB/T 4762, such as 01 member of the CPC, 13 no party.",
        ),
        requirement="GX-124",
        aliases=("party", "party_affiliation", "党派", "政治面目"),
        entry=EntryMode.CODE,
        invalid="GX.F.CODE",
    )
    returnee: Annotated[str, YesNoLeaf(codes.YES_NO)] | None = form_field(
        "是否留学回国人员",
        "returned from studies abroad",
        help=(
            "在国外留学后回国工作的选“是”，其他人选“否”。",
            "Yes for people who came back to work after studies abroad, no for all others.",
        ),
        requirement="GX-123",
        aliases=("returned_student", "是否留学回国", "留学回国人员", "是否留学归国人员"),
        entry=EntryMode.CODE,
        invalid="GX.F.CODE",
    )
    personal_status: Annotated[str, OpenCodeLeaf(codes.PERSONAL_STATUS)] | None = form_field(
        "个人身份性质",
        "nature of personal status",
        help=(
            "选择本人的身份，如专业技术人员、企业管理人员、聘用制干部；软件的代码表未公布，以软件所列为准。",
            "The person's status, such as professional, enterprise manager, cadre by contract; the program's own list was not published and prevails.",
        ),
        requirement="GX-126",
        aliases=("identity_nature", "个人身份", "身份性质", "本人身份", "人员身份"),
        entry=EntryMode.CODE,
        invalid="GX.F.CODE",
    )
    unit_name: str | None = form_field(
        "单位",
        "unit",
        help=(
            "填写单位公章上的全称：不用简称，不含空格，不随意加“广西壮族自治区”等字样。",
            "The full name on the unit's official seal: no short form, no spaces, no 广西壮族自治区 in front of it unless the seal has it.",
        ),
        requirement="GX-091",
        aliases=("unit", "employer", "单位名称", "工作单位", "所在单位", "现工作单位", "工作单位名称"),
        required=True,
        renames=UNIT_SPACES,
    )
    unit_place: Annotated[str, codes.DIVISIONS] | None = form_field(
        "单位所在地",
        "place of the unit",
        help=(
            "选择单位所在地的行政区划代码，广西各地以 45 开头。",
            "The division code of the place of the unit; codes of Guangxi begin with 45.",
        ),
        requirement="GX-121",
        aliases=("unit_location", "单位地址代码", "工作单位所在地", "单位所在地区"),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.F.CODE",
    )
    work_start: Annotated[PartialDate, PAST_MONTH] | None = form_field(
        "参加工作时间",
        "start of work",
        help=("填写参加工作的年月，如 1990-08。", "Year and month in which the person began to work, such as 1990-08."),
        requirement="GX-144",
        aliases=("work_started_on", "工作时间", "参加工作年月", "参加工作日期"),
        entry=EntryMode.DATE,
        required=True,
        invalid="GX.F.WORK_START",
        renames=COARSE,
    )
    prof_start: Annotated[PartialDate, PAST_MONTH] | None = form_field(
        "开始从事专业技术工作时间",
        "start of professional work",
        help=(
            "填写开始从事专业技术工作的年月：1993 年 7 月开始任教的教师填 1993-07，不填年数，也不填当前年份。",
            "Year and month in which professional work began: a teacher who began to teach in July 1993 enters 1993-07, not a number of years and not the present year.",
        ),
        requirement="GX-145",
        aliases=("professional_start", "从事专业技术工作时间", "开始从事专业技术工作年月", "从事专业技术工作起始时间"),
        entry=EntryMode.DATE,
        required=True,
        invalid="GX.FIELD.PROF_START",
        renames=COARSE,
    )
    current_work: str | None = form_field(
        "现从事何种专业技术工作",
        "present professional work",
        help=(
            "用几个字写明现在做的专业技术工作，如“中学数学教学”。",
            "A few words on the professional work done now, such as 中学数学教学 (teaching mathematics).",
        ),
        requirement="GX-092",
        aliases=("present_work", "现从事专业技术工作", "从事何种专业技术工作", "现从事专业"),
    )
    current_post: Annotated[str, _OPEN_POST] | None = form_field(
        "现专业技术职务",
        "present professional post",
        help=(
            "选择现在被聘任的专业技术职务，不是所取得的最高资格；未被聘任的选“无”，不能空着。",
            "The professional post of the present appointment, not the highest qualification held; who is not appointed picks 无, empty is not allowed.",
        ),
        requirement="GX-122",
        aliases=("present_post", "post", "现聘专业技术职务", "现任专业技术职务", "聘任职务", "现聘任职务"),
        entry=EntryMode.CODE,
        required=True,
        invalid="GX.F.CODE",
        missing="GX.FIELD.CURRENT_POST_NONE",
    )
    english_exam: Annotated[str, OpenCodeLeaf(codes.ENGLISH_EXAMS)] | None = form_field(
        "通过何种英语考试",
        "English examination passed",
        help=(
            "选择已通过的最高一级英语考试，如大学六级、职称外语 A 级；没有通过的选“无”。软件的代码表未公布，以软件所列为准。",
            "The highest English examination passed, such as CET-6 or title examination grade A; 无 if none. The program's own list was not published and prevails.",
        ),
        requirement="GX-125",
        aliases=("english_examination", "英语考试", "通过英语考试", "通过何种外语考试"),
        entry=EntryMode.CODE,
        invalid="GX.F.CODE",
    )
    language_1: Annotated[str, codes.LANGUAGES] | None = form_field(
        "第一外语",
        "first foreign language",
        help=(
            "选择掌握得最好的外语；选了语种就要同时选掌握程度。",
            "The foreign language known best; with a language its level must be picked too.",
        ),
        requirement="GX-127",
        aliases=("first_language", "第一外语语种"),
        entry=EntryMode.CODE,
        invalid="GX.F.CODE",
    )
    language_1_level: Annotated[str, codes.LANGUAGE_PROFICIENCY] | None = form_field(
        "第一外语掌握程度",
        "level of the first foreign language",
        help=(
            "选择第一外语的掌握程度：精通、熟练、良好、一般。",
            "How well the first foreign language is known: 精通, 熟练, 良好 or 一般.",
        ),
        requirement="GX-128",
        aliases=("first_language_level", "第一外语熟练程度", "第一外语程度"),
        entry=EntryMode.CODE,
        invalid="GX.F.CODE",
    )
    language_2: Annotated[str, codes.LANGUAGES] | None = form_field(
        "第二外语",
        "second foreign language",
        help=(
            "有第二外语的选择语种，不能与第一外语相同；没有的不选。",
            "A second foreign language if there is one; it cannot be the same as the first.",
        ),
        requirement="GX-129",
        aliases=("second_language", "第二外语语种"),
        entry=EntryMode.CODE,
        invalid="GX.F.CODE",
    )
    language_2_level: Annotated[str, codes.LANGUAGE_PROFICIENCY] | None = form_field(
        "第二外语掌握程度",
        "level of the second foreign language",
        help=(
            "选择第二外语的掌握程度；没有第二外语的不选。",
            "How well the second foreign language is known; empty without a second language.",
        ),
        requirement="GX-130",
        aliases=("second_language_level", "第二外语熟练程度", "第二外语程度"),
        entry=EntryMode.CODE,
        invalid="GX.F.CODE",
    )
    address: Annotated[str, ADDRESS] | None = form_field(
        "通讯地址",
        "postal address",
        help=("填写能收到信件的详细地址，不换行。", "The address where letters arrive, on one line."),
        requirement="GX-093",
        aliases=("postal_address", "联系地址", "通信地址", "地址"),
        sensitive=True,
    )
    landline: Annotated[str, leaves.LANDLINE] | None = form_field(
        "固定电话",
        "landline",
        help=(
            "填写区号和号码，用短横连接，如 0771-0000000。",
            "Area code and number with a hyphen between them, such as 0771-0000000.",
        ),
        requirement="GX-094",
        aliases=("telephone", "phone", "办公电话", "联系电话", "电话", "固话", "电话号码", "固定电话号码"),
        invalid="GX.F.LANDLINE",
        sensitive=True,
    )
    mobile: Annotated[str, leaves.MOBILE] | None = form_field(
        "手机号码",
        "mobile number",
        help=("填写 11 位手机号码，以 1 开头。", "The mobile number: 11 digits, beginning with 1."),
        requirement="GX-095",
        aliases=("mobile_phone", "cellphone", "手机", "手机号", "移动电话", "移动电话号码"),
        invalid="GX.F.MOBILE",
        sensitive=True,
    )
    email: Annotated[str, leaves.EMAIL] | None = form_field(
        "电子邮箱",
        "e-mail address",
        help=("填写常用的电子邮箱地址，如 a@example.org。", "An e-mail address in use, such as a@example.org."),
        requirement="GX-096",
        aliases=("e_mail", "mail", "邮箱", "电子邮件", "电子信箱", "邮箱地址", "电子邮件地址"),
        invalid="GX.F.EMAIL",
        sensitive=True,
    )
    seal_name: str | None = form_field(
        "公章名称",
        "name on the seal",
        help=(
            "单位公章上的全称，用来核对单位名称；表上不填。",
            "The full name on the unit's seal, to compare the unit name with; not asked by the form.",
        ),
        requirement="GX-050",
        aliases=("official_seal", "单位公章名称", "印章名称"),
        entry=EntryMode.FACT,
    )
    unit_kind: str | None = form_field(
        "单位性质",
        "kind of unit",
        help=(
            "单位是机关、事业单位还是企业等；单位性质不影响是否采集。",
            "Whether the unit is an organ, a public institution, an enterprise or else; it never decides about collection.",
        ),
        requirement="GX-003",
        aliases=("kind_of_unit", "单位类型", "单位类别"),
        entry=EntryMode.FACT,
    )
    unit_level: str | None = form_field(
        "单位隶属",
        "level of the unit",
        help=(
            "单位隶属于中央、自治区、市还是县；驻桂中直单位由此判断。",
            "Whether the unit belongs to the centre, the region, a city or a county; tells central units in Guangxi.",
        ),
        requirement="GX-008",
        aliases=("level_of_unit", "单位隶属关系", "隶属关系", "单位级别"),
        entry=EntryMode.FACT,
    )
    employment_status: str | None = form_field(
        "在职状态",
        "employment status",
        help=(
            "在职、退休、离职等；是否采集看是否已办退休手续，不看年龄。",
            "In post, retired, left and so on; completed retirement formalities decide, not age.",
        ),
        requirement="GX-006",
        aliases=("employment", "在职情况", "人员状态", "在岗状态"),
        entry=EntryMode.FACT,
    )
    retired_on: PartialDate | None = form_field(
        "办理退休手续时间",
        "retirement formalities completed on",
        help=(
            "已经办理退休手续的，填写办理的日期；已办手续的暂不采集。",
            "The day on which retirement formalities were completed; such people are not collected for the time being.",
        ),
        requirement="GX-009",
        aliases=("retirement_date", "退休时间", "退休日期", "退休手续办理时间"),
        entry=EntryMode.FACT,
    )
    appointed_post: Annotated[str, _OPEN_POST] | None = form_field(
        "聘书所载职务",
        "post on the letter of appointment",
        help=(
            "聘书上写的专业技术职务，用来核对现专业技术职务；表上不填。",
            "The professional post on the letter of appointment, to compare the present post with; not asked by the form.",
        ),
        requirement="GX-047",
        aliases=("appointment", "聘任文件职务", "聘书职务"),
        entry=EntryMode.FACT,
    )
