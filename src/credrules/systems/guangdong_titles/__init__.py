"""
Online applications for professional titles in Guangdong: which system, through which unit, and what may be withdrawn.

`check` answers an applicant's file with all findings at once; `route_system`
returns the system of a committee (GD-D1), `choose_unit` the personnel management
unit of a person (GD-D2), `policy` the rules of a year. The subpackages are
`records`, `profile`, `rules`, `routing`, `accounts`, `workflow`.

References: 广东省职称网上申报说明（2016，清远市页面）.
Limitations: the page mixes two cities; its local ending (佛山市禅城区) is the
separate profile `FOSHAN_CHANCHENG`. The page's figures are missing, so the review
application is reconstructed. No contact data; login and password are never read.

>>> import datetime
>>> from credrules.systems import guangdong_titles
>>> guangdong_titles.route_system({"隶属": "市属", "行政区划": "深圳市"}).system
'SHENZHEN'
>>> guangdong_titles.policy(2019).known
False
"""

from __future__ import annotations

from credrules.systems.guangdong_titles import accounts, profile, records, routing, rules, workflow
from credrules.systems.guangdong_titles.profile import FOSHAN_CHANCHENG, PROFILE
from credrules.systems.guangdong_titles.records import Committee, ManagementUnit, TitleFile, UnitCase
from credrules.systems.guangdong_titles.routing import Recommendation, Routing, choose_unit, route_system
from credrules.systems.guangdong_titles.system import SYSTEM, check, check_many, requiredness, structure, unstructure
from credrules.systems.guangdong_titles.workflow import WORKFLOW
from credrules.systems.guangdong_titles.years import YearPolicy, policy

__all__ = [
    "FOSHAN_CHANCHENG",
    "PROFILE",
    "SYSTEM",
    "WORKFLOW",
    "Committee",
    "ManagementUnit",
    "Recommendation",
    "Routing",
    "TitleFile",
    "UnitCase",
    "YearPolicy",
    "accounts",
    "check",
    "check_many",
    "choose_unit",
    "policy",
    "profile",
    "records",
    "requiredness",
    "route_system",
    "routing",
    "rules",
    "structure",
    "unstructure",
    "workflow",
]
__dir__ = __all__.copy
