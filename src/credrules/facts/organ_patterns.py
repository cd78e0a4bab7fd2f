"""
How the name of an organ is recognised where no list has it: sentence patterns as data.

Each `Pattern` row says which words make a body military, of the Party, a
people's organisation, a social body and so on; the first matching row decides.
A name that matches no row is split into place and office, see
`credrules.facts.organs`.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(10) for the kinds distinguished;
社会团体登记管理条例, 第三条 for people's organisations, which do not register as social
bodies. Limitations: the wording decides, not a register of organs; a name that
matches no row is unknown.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from credrules.values import Worded

__all__ = [
    "EXAMPLE_PLACE",
    "FORMER_MINISTRIES",
    "MORE_SOCIAL",
    "NO_BUREAU",
    "NO_OFFICE",
    "NO_PLACE",
    "PATTERNS",
    "SOCIAL_TAIL",
    "OrganKind",
    "Pattern",
]
__dir__ = __all__.copy


class OrganKind(Worded):
    """
    What an organ is, as far as its name shows.

    >>> OrganKind.CITY_BUREAU.label.zh
    '设区市的委、办、局'
    """

    CENTRAL = "central", "中央人民政府", "central people's government"
    MINISTRY = "ministry", "国家部委", "ministry or commission of the state"
    STATE_COUNCIL_BODY = (
        "state-council-body",
        "国务院直属机构（正部级）",
        "body under the State Council, ministerial rank",
    )
    VICE_MINISTRY = "vice-ministry", "国务院直属机构（副部级）", "body under the State Council, vice-ministerial rank"
    MINISTRY_BUREAU = "ministry-bureau", "国家部委内设司局或下属单位", "bureau or body inside a ministry"
    PROVINCE_GOVERNMENT = "province-government", "省级人民政府", "provincial people's government"
    PROVINCE_DEPARTMENT = "province-department", "省级政府主管厅局", "competent department of a provincial government"
    PROVINCE_BODY = "province-body", "省级其他机构", "other provincial body"
    PREFECTURE_OFFICE = "prefecture-office", "地区行政公署", "prefectural commissioner's office"
    CITY_GOVERNMENT = "city-government", "设区市人民政府", "people's government of a city with districts"
    CITY_BUREAU = "city-bureau", "设区市的委、办、局", "commission, office or bureau of a city"
    COUNTY_CITY = "county-city", "县级市的机关", "organ of a county-level city"
    COUNTY = "county", "县（区）、乡镇机关", "organ of a county, district or township"
    MILITARY = "military", "军队", "military"
    PARTY = "party", "党委及其部门", "Party committee or department"
    PEOPLES_ORGANISATION = "peoples-organisation", "人民团体", "people's organisation"
    STATE_BODY = "state-body", "人大、政协、法院、检察院", "congress, consultative conference, court or procuratorate"
    SOCIAL_BODY = (
        "social-body",
        "协会、论坛、研究机构、杂志社等社会机构",
        "association, forum, research institute, magazine",
    )
    UNKNOWN = "unknown", "无法判断的机构", "body of unknown kind"


@frozen
class Pattern:
    """
    One row: a name in which `expression` is found is of `kind`.
    """

    id: str
    kind: OrganKind
    expression: re.Pattern[str]


# First match wins. A people's organisation may be called 协会 or 联合会, so its row
# precedes those of the social bodies. None of the expressions backtracks.
PATTERNS: Final = (
    Pattern(
        "military",
        OrganKind.MILITARY,
        re.compile(
            "解放军|中央军委|军事委员会|武警|武装警察|军区|军分区|战区|集团军|人民武装部"
            "|总参谋部|总政治部|总后勤部|总装备部|部队"
        ),
    ),
    Pattern(
        "party",
        OrganKind.PARTY,
        re.compile(
            "^中共|^中国共产党|党委|党组|[市县区]委(?:$|员会$|办公|宣传|组织|统战|政法|政研|党校)"
            "|(?:组织|宣传|统战|统一战线工作)部$|纪律检查委员会|纪委$|政法委|党校$|直属机关工作委员会|机关工委$"
        ),
    ),
    Pattern(
        "peoples-organisation",
        OrganKind.PEOPLES_ORGANISATION,
        re.compile(
            "总工会|共青团|共产主义青年团|团委$|妇女联合会|妇联$|科学技术协会|科协$|文学艺术界联合会|文联$"
            "|残疾人联合会|残联$|工商业联合会|工商联$|归国华侨联合会|侨联$|台湾同胞联谊会|台联$"
            "|社会科学界?联合会|社科联$|作家协会|作协$|新闻工作者协会|记协$|红十字会|对外友好协会|法学会"
        ),
    ),
    Pattern(
        "state-body",
        OrganKind.STATE_BODY,
        re.compile("人民代表大会|人大常委会|政治协商会议|政协(?:$|委员会)|人民法院|人民检察院"),
    ),
)

# Placeholders for a place in examples and forms: 甲市, 某市, XX县.
EXAMPLE_PLACE: Final = re.compile("(?:[甲乙丙丁戊己庚辛壬癸某]|[XxＸｘ×*＊○]{1,2})(?:市|县|区)$")

# Beyond the suffixes in GRANTING_ORGANS: bodies of the same kind (“等社会机构”).
MORE_SOCIAL: Final = ("期刊社", "联谊会", "基金会", "俱乐部", "峰会", "年会", "研讨会")

# What may follow the name of a social body.
SOCIAL_TAIL: Final = "(?:[^、]{0,20}?(?:专业委员会|工作委员会|分会|委员会|秘书处|组委会|办公室))?$"

FORMER_MINISTRIES: Final = frozenset(
    {
        "铁道部", "监察部", "国家人口和计划生育委员会", "国家计划生育委员会", "国家经济贸易委员会",
        "国家经济委员会", "国家经济体制改革委员会", "国防科学技术工业委员会", "地质矿产部", "冶金工业部",
        "化学工业部", "机械工业部", "机械电子工业部", "电子工业部", "电力工业部", "水利电力部", "煤炭工业部",
        "石油工业部", "纺织工业部", "轻工业部", "航空航天工业部", "能源部", "林业部", "邮电部", "商业部",
        "物资部", "国内贸易部", "广播电影电视部", "广播电视部", "农牧渔业部", "劳动人事部", "对外经济贸易部",
    }
)  # fmt: skip
"""Ministries and commissions of earlier reforms of the State Council (general knowledge, medium confidence)."""

# Words that end like a place but are not one: 城市管理局 names no city, 社区 no district.
NO_PLACE: Final = re.compile(
    "(?:城|都|超|股|夜|门|上)市$|(?:社|市|城|园|景|林|库|矿|山|老|地|小|校|战|片|灾|牧|辖|经济|开发|高新|保税|新|工业|保护)区$|郡县$"
)

# Bodies with 委员会 in their names that are not commissions of a government.
NO_OFFICE: Final = re.compile(
    "(?:奖励|评审|评选|评定|评奖|组织|指导|领导|专业|学术|技术|竞赛|大赛|管理)委员会|管委会|小组"
)

# The commissions and offices of a city written in full (市科学技术委员会, 市国有资产监督管理委员会,
# 市扶贫开发领导小组办公室) are among its 委、办、局 all the same.
NO_BUREAU: Final = re.compile(
    "(?:奖励|评审|评选|评定|评奖|组织|指导|领导|专业|学术|竞赛|大赛)委员会|(?<!科学)技术委员会|管委会|小组(?!办公室$)"
    "|(?<!国有资产监督)(?<!国有资产)(?<!城市)(?<!市政)(?<!市容)(?<!环境卫生)(?<!城乡建设)(?<!外国投资)管理委员会"
)
