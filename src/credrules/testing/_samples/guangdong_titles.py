"""
An invented applicant in 龙川县, the lists of units around, and the two worked examples of the text.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from credrules.systems import guangdong_titles

UNITS: tuple[dict[str, Any], ...] = (
    {
        "id": "m-longchuan",
        "name": "龙川县人才市场",
        "kind": "TALENT_MARKET",
        "division": "441622",
        "competent": "c-longchuan",
    },
    {
        "id": "p-longchuan",
        "name": "龙川县非公申报点",
        "kind": "APPLICATION_POINT",
        "division": "441622",
        "competent": "c-longchuan",
    },
    {"id": "h-1", "name": "甲县人民医院", "kind": "EMPLOYER", "division": "441622", "competent": "c-health"},
    {"id": "e-1", "name": "乙集团", "kind": "ENTERPRISE", "division": "441622", "competent": "c-longchuan"},
    {
        "id": "m-heyuan",
        "name": "河源市人才市场",
        "kind": "TALENT_MARKET",
        "division": "441600",
        "competent": "c-heyuan",
    },
    {"id": "m-changsha", "name": "长沙市人才市场", "kind": "TALENT_MARKET", "division": "430100"},
    {
        "id": "p-con",
        "name": "广东省建设教育协会",
        "kind": "APPLICATION_POINT",
        "division": "440000",
        "professions": ["建筑"],
    },
    {
        "id": "p-health",
        "name": "某卫生申报点",
        "kind": "APPLICATION_POINT",
        "division": "440000",
        "professions": ["卫生"],
    },
)
"""A host's list: market, point, hospital, enterprise of a county; the city's market, a far one, two points."""

ON: Final = dt.date(2016, 7, 1)
PROFILE: Final = guangdong_titles.PROFILE.switch(units=UNITS)
"""The day and the profile the file is complete on and with."""

FILE: dict[str, Any] = {
    "account": {"id_no": "440000198002290039"},
    "basic": {
        "work_unit": "甲公司",
        "division": "441622",
        "personnel_unit": "m-longchuan",
        "competent": "c-longchuan",
        "archive_keeper": "龙川县人才市场",
        "birth_date": "1980-02-29",
        "education": "大学本科",
        "state": "STORED",
        "employment": "NON_PUBLIC",
    },
    "applications": [{"business": "REVIEW", "committee": {"level": "PROVINCIAL"}, "target_level": "420"}],
    "paper": {
        "form_source": "DOWNLOADED",
        "submitted_on": "2016-05",
        "online_on": "2016-06",
        "permits": ["PERSONNEL_UNIT", "COMPETENT"],
        "basic_info_accurate": True,
        "audit": "PASSED",
        "stamps": ["龙川县人才市场"],
    },
}

LABELS: dict[str, Any] = {
    "身份证号码": "440000198002290039",
    "工作单位": "甲公司",
    "行政区划": "龙川县",
    "人事管理单位": "龙川县人才市场",
    "主管部门": "c-longchuan",
    "人事档案保管部门": "龙川县人才市场",
    "出生日期": "1980-02-29",
    "学历": "大学本科",
    "信息状态": "已入库",
    "人员性质": "非公",
    "业务": "评审",
    "评委会": {"隶属": "省属"},
    "申报级别": "中级",
    "表格来源": "网上下载",
    "纸质提交时间": "2016年5月",
    "线上填报时间": "2016年6月",
    "允许先交纸质的单位": "人事管理单位、主管单位",
    "线上基本信息是否准确": "是",
    "纸质审核结果": "审核通过",
    "审核盖章": "龙川县人才市场",
}
"""The same file as a flat form with the labels of the document."""

HOSPITAL: dict[str, Any] = {
    "work_unit": "甲县人民医院",
    "division": "441622",
    "personnel_unit": "h-1",
    "competent": "c-health",
    "archive_keeper": "甲县人民医院",
    "employment": "IN_SYSTEM",
}

LONGCHUAN: dict[str, Any] = {
    "工作单位": "甲公司",
    "工作单位所在行政区划": "河源市龙川县",
    "人员性质": "非公",
    "初级证书发证部门所在行政区划": "龙川县",
    "人事档案保管部门": "龙川县人才市场",
    "申报级别": "高级",
}
"""The first worked example: a firm in 龙川县 whose junior certificates come from the county, applying for 高级."""

CONSTRUCTION: dict[str, Any] = {
    "工作单位": "乙公司",
    "人员性质": "非公",
    "初级证书发证部门所在行政区划": "广东省",
    "人事档案保管部门": "长沙市人才市场",
    "申报专业": "建筑专业",
    "申报级别": "中级",
}
"""The second one: a non-public unit at the province's level, 建筑专业工程师, the file kept elsewhere."""


def file(
    account: dict[str, Any] | None = None,
    basic: dict[str, Any] | None = None,
    application: dict[str, Any] | None = None,
    paper: dict[str, Any] | None = None,
    **more: Any,  # noqa: ANN401  # further sections
) -> dict[str, Any]:
    """
    Return the complete file with some cells changed.
    """
    return {
        "account": {**FILE["account"], **(account or {})},
        "basic": {**FILE["basic"], **(basic or {})},
        "applications": [{**FILE["applications"][0], **(application or {})}],
        "paper": {**FILE["paper"], **(paper or {})},
        **more,
    }
