"""
What people and other projects write, and the code it has.
"""

from __future__ import annotations

import pytest

from credrules import codes

LISTS = [table for table in codes.tables() if table.name != "DIVISIONS"]

# Table -> what is written=its code.
WRITTEN = {
    "SEX": """
        男=1 女=2 男性=1 M=1 F=2 male=1 女士=2 未知=0 未说明的性别=9
    """,
    "ETHNICITY": """
        漢族=01 壯族=08 滿族=11 维=05 蒙=02 回民=03 Uighur=05 Kyrgyz=29 Bao'an=47 Dulong=51 幺佬族=32 布衣族=09
        拉枯=24 达翰尔=31 傜族=13 其他族=97 HA=01 han=01 汉人=01
        汉=01 汉族=01 蒙古=02 蒙族=02 维族=05 壮族=08 僮族=08 满=11 傈傈族=20 佧佤族=21 畬族=22 高山=23
        拉枯族=24 达翰尔族=31 布郎族=34 撤拉族=35 毛难族=36 乌兹别克族=43 乌孜别克=43 崩龙族=46 昂德族=46
        穿青人族=81 外国血统=98 ZH=08 Uygur=05 Tibetan=04
    """,
    "POLITICAL_STATUS": """
        中共党员（预备党员）=02 中国共产党党员（预备党员）=02 预备党员（中共）=02 正式党员=01 中国共产党员=01
        中共党员（正式党员）=01
        中共党员（保留团籍）=01 青年团员=03 共产主义青年团=03 民主同盟=05 农工=08 致公=09 九三=10 民主人士=12
        一般群众=13 公民=13
        中共党员=01 共产党员=01 党员=01 中共党员（预备）=02 党员(预备)=02 预备党员=02 中共预备党员=02 团员=03
        共青团员=03 民革党员=04 民革=04 民盟盟员=05 民盟党员=05 民建会员=06 民进会员=07 农工党党员=08
        致公党会员=09 九三学社=10 台盟盟员=11 无党派人士=12 群众=13 普通公民=13 群众（现称普通公民）=13
    """,
    "EDUCATION": """
        全日制硕士研究生=14 在职硕士研究生=14 研究生（硕士）=14 研究生（博士）=11 硕士学历=14 博士学历=11 硕士毕业=14
        博士毕业=11
        中央党校研究生=10 省委党校研究生=10 党校本科=20 中央党校大学=20 网络教育本科=20 统招本科=20 高升本=20
        专接本=20
        大专（高职）=30 大专/高职=30 专科(高职)=30 党校大专=30 统招大专=30 大专毕业生=31 中专/技校=40 中职毕业=40
        中专生=41 幼师=41
        职业高中学历=44 职业中学=44 技校学历=47 高中生=60 高中文化=60 高中毕业生=61 初中文化程度=70 初中毕业生=71
        小学文化=80
        研究生=10 博士研究生=11 硕士研究生=14 硕研=14 在职研究生=10 研究生班=17 本科=20 大学本科=20 大学=20
        大本=20 本科毕业=21 大学毕业=21 大学肄业=23 大普=28 大专=30 专科=30 大学专科和专科学校=30 高职=30
        大专毕业=31 中职=40 中等专业学校或中等技术学校=40 中专=41 中等专业学校=41 中专毕业=41 职高=44 技校=47
        技工学校=47 高中=60 普通高中=60 高中毕业=61 初中=70 初中毕业=71 小学=80 小学毕业=81 其他=90
        专业证书班=EXT-ZYZSB
    """,
    "DEGREE": """
        艺术学硕士=3 会计硕士=3 艺术学学士=4 工程博士=2 PhD=2 Master=3 Bachelor=4 双学位=4 专业硕士=3
        工程硕士（专业学位）=343
        法律硕士（J.M）=341 M.B.A=346 建筑学士=444
        学士=4 硕士学位=3 博士=2 名誉博士=1 工学学士=408 工学士=408 管理学学士=412 管理学士学位=412 法学硕士=303
        法律硕士=341 法律硕士（非法学）=341 工学硕士=308 工程硕士=343 教育学硕士=304 教育硕士=342 MBA=346
        EMBA=346 工商管理硕士=346 公共管理硕士=349 MPA=349 临床医学硕士=345 临床学硕士专业学位=345 医学硕士=310
        临床医学博士学位=245 建筑学学士=444 双学士学位=4
    """,
    "LANGUAGES": """
        英语=en 英文=en 日文=ja 韩语=ko 中文=zh 柬埔寨语=km 壮文=za
    """,
    "TITLES": """
        技师=264 中高=052 小高=413 初中一级教师=053 国家一级演员=281 国家二级美术师=342 中级会计师=133 初级会计师=134
        主治医生=233
        住院医生=234 工程师（中级）=083 药剂师=244 农技员=095
        教授=011 高校教授=011 讲师(高校)=013 高校讲师=013 中专高级讲师=022 讲师（中专）=023 技校高级讲师=032
        教师（技校）=035 中学高级教师=052 中教高级=052 中学二级教师=054 小学高级教师=413 小教一级=414
        幼儿园高级教师=413 高级工程师=082 高工=082 助工=084 农业技术推广研究员（农艺）=091 新闻编辑=203
        主治医师=233 主治（主管）医师=233 副主任医师（中医）=232 主管中药师=243 主管护师=253 主教练=372
        体育锻炼=370 公证助理员=405 公证员助理=405 船长=423 大管轮=433 自然科学研究员=611 研究员（社会科学）=621
        图书管理员=645 档案馆员=663 高级政工师=982 工程系列=080
    """,
    "QUALIFICATION_TITLES": """
        正高级工程师=0501 教授级高工=0501 工程师=083 高级工=EXT-WORKER-3
    """,
    "CURRENT_POSTS": """
        无=无 未聘=无 技师=264 主管护师=253
    """,
    "TITLE_SERIES": """
        卫生=04 卫生系列=04 工程=05 会计=EXT-ACCOUNTING 小学教师=EXT-OLD-PRIMARY
    """,
    "TITLE_LEVELS": """
        正高=411 副高=412 高级=410 中级=420 初级=430 助理=434 员级=435
    """,
    "ACQUISITION_MODES": """
        晋升=PROMOTION 转评=CONVERSION 考试取得=EXAM 认定=RECOGNISE
    """,
    "REVIEW_BODIES": """
        中级考试取得=EXAM-420 经济考试取得=EXAM 认定=RECOGNISE 重新确认=RECONFIRM
    """,
    "OCCUPATIONAL_QUALIFICATIONS": """
        注册安全工程师=2021-P24 一级建造师=2021-P14 注册岩土工程师=2021-P15-2 执业药师=2021-P31
        注册设备监理师=2021-P52 专利代理人=2021-P32
    """,
    "AWARD_LEVELS": """
        国家级=NATIONAL 省部级=PROVINCE_MINISTRY 厅局级=CITY_DEPARTMENT
    """,
    "GRANTING_ORGANS": """
        国务院=CN-STATE-COUNCIL 广西壮族自治区人民政府=GX-GOV 自治区教育厅=GX-03 广西壮族自治区教育厅=GX-03
        人社部=CN-13 卫生部=CN-22 南宁市政府=GX-CITY-450100
    """,
    "HONOUR_TITLES": """
        劳动模范=02 先进工作者=04 留学回国人员成就奖=31 国务院政府特殊津贴=50
    """,
    "SKILL_GRADES": """
        技师=2 高级工=3 五级=5 职业资格三级=3 首席技师=EXT-8
    """,
    "PERSONAL_STATUS": """
        公务员=11 专业技术人员=13 个体户=54 退休=80 聘用制干部=EXT-1
    """,
    "YES_NO": """
        是=1 否=0
    """,
    "EDUCATION_ITEMS": """
        第一学历=FIRST 最高学历=HIGHEST
    """,
    "ORGANISATION_DEPARTMENTS": """
        机构编制=1 事业单位=12 企业=91 社会团体=51
    """,
}

# What looks like an entry and is none: it may be unknown or ambiguous, it never gets a code.
NEVER = {
    "SEX": """
        X 3 男女 变更
    """,
    "ETHNICITY": """
        民族 中国 57 66
    """,
    "POLITICAL_STATUS": """
        民主党派 其他民主党派 入党积极分子 发展对象 国民党员 非党员 少先队员 中共党员（含预备） 其他 99
    """,
    "EDUCATION": """
        学士 学士学位 硕士学位 博士学位 博士后 相当大学毕业 中等技术学校 高中/中专 初中及以下 同等学力 文盲或半文盲
        本科及以上 大学本科/专科教育 51
    """,
    "DEGREE": """
        本科 研究生 硕士研究生 博士研究生 博士后 副博士 无 999 会计学士 LLM 法律博士
    """,
    "TITLES": """
        讲师 高级讲师 实习研究员 推广研究员 特级教师 中小学高级教师 执业医师 一级建造师 总工程师 正高 高级教师
        一级教师 研究员 副研究员 研究馆员 馆员 编辑 农业技术推广研究员 正高级工程师
        教授级高级工程师 高级工程师（教授级） 高级技师 高级工 卫生技术人员 无 999
    """,
    "QUALIFICATION_TITLES": """
        讲师 技师 一级教师 高级教师 无
    """,
    "ACQUISITION_MODES": """
        评审 特批
    """,
    "ACQUISITION_ROUTES": """
        购买
    """,
    "AWARD_LEVELS": """
        县级 校级 二等奖
    """,
    "YES_NO": """
        也许 2
    """,
    "EDUCATION_ITEMS": """
        第二学历
    """,
    "GRANTING_ORGANS": """
        南宁市教育局 教育厅 广东省教育厅
    """,
    "DISCIPLINARY_SANCTIONS": """
        警告 撤职
    """,
}


@pytest.mark.parametrize(
    ("table", "text", "code"), [(table, *pair.split("=")) for table, pairs in WRITTEN.items() for pair in pairs.split()]
)
def test_written_so(table: str, text: str, code: str) -> None:
    """
    A usual writing is read as its code.
    """
    assert code == getattr(codes, table).check(text).value


@pytest.mark.parametrize(("table", "text"), [(table, text) for table, texts in NEVER.items() for text in texts.split()])
def test_never_given(table: str, text: str) -> None:
    """
    What is no entry, or stands for several, gets no code, and the report says so.
    """
    report = getattr(codes, table).check(text)

    assert report.value is None
    assert report.findings


@pytest.mark.parametrize("table", LISTS, ids=lambda t: t.name)
def test_own_names_lead_home(table: codes.CodeTable) -> None:
    """
    The printed name of an entry is read as its code, unless several entries or editions bear it.
    """
    wrong = []
    for entry in table:
        report = table.check(entry.name)
        if report.value != entry.code and "CODE.AMBIGUOUS" not in [found.code for found in report.findings]:
            wrong.append((entry.code, entry.name, report.value))

    assert [] == [item for item in wrong if not table[item[0]].valid_to]


@pytest.mark.parametrize("table", LISTS, ids=lambda t: t.name)
def test_other_names_lead_home(table: codes.CodeTable) -> None:
    """
    An alias, a former or a loose name of an entry in force is read as its code, with a word about it, or is ambiguous.
    """
    wrong = []
    for entry in table:
        for name in (*entry.aliases, *entry.former, *entry.loose):
            report = table.check(name)
            ambiguous = "CODE.AMBIGUOUS" in [found.code for found in report.findings]
            if not entry.valid_to and not (report.findings and (report.value == entry.code or ambiguous)):
                wrong.append((entry.code, name, report.value))

    assert [] == wrong
