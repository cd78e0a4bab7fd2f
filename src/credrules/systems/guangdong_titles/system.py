"""
An applicant's file as one system: the record, every rule listed once, and the public functions.

References: 广东省职称网上申报说明（2016，清远市页面）, 一 to 六.
Limitations: the items of the form are known only from the text; a part that has not been started has no missing items.
"""

from __future__ import annotations

from typing import Final

from credrules.engine import Pass, System
from credrules.findings import Finding
from credrules.systems.guangdong_titles.profile import PROFILE
from credrules.systems.guangdong_titles.records import TitleFile
from credrules.systems.guangdong_titles.rules.applications import APPLICATION_RULES
from credrules.systems.guangdong_titles.rules.basic import BASIC_RULES
from credrules.systems.guangdong_titles.rules.paper import PAPER_RULES
from credrules.systems.guangdong_titles.rules.targets import TARGET_RULES
from credrules.systems.guangdong_titles.rules.units import UNIT_RULES

__all__ = ["SYSTEM", "check", "check_many", "only_begun", "requiredness", "structure", "unstructure"]
__dir__ = __all__.copy

_MISSING: Final = frozenset({"GD.F.REQUIRED", "GD.BASIC.UNIT_REQUIRED"})
_FIRST_PARTS: Final = {"account": "AccountInfo", "basic": "BasicInfo"}


def only_begun(done: Pass) -> tuple[Finding, ...]:
    """
    Remove the findings of missing items for a part that has not been started.

    An absent key is unknown, so a host may check the paper alone. In an empty file
    everything is missing, and so it is in a part whose items the profile itself
    requires.
    """
    return tuple(item for item in done.findings if not (done.given and _of_unbegun_part(item, done)))


def _of_unbegun_part(item: Finding, done: Pass) -> bool:
    owner = _FIRST_PARTS.get(str(item.path[0])) if item.path else None
    if owner is None or item.code not in _MISSING or item.path[0] in done.given:
        return False
    return f"{owner}.{item.path[1]}" not in done.profile.requiredness


SYSTEM: Final = System(
    "guangdong_titles",
    TitleFile,
    rules=(*BASIC_RULES, *UNIT_RULES, *APPLICATION_RULES, *TARGET_RULES, *PAPER_RULES),
    profile=PROFILE,
    mandatory="GD.F.REQUIRED",
    after=(only_begun,),
    home=__name__,
)
"""
An applicant's file. Labels of any section may be given at the top level; the list of units is `profile.units`.

>>> import datetime
>>> report = SYSTEM.check({"人事管理单位": "梅州市人才市场", "工作单位": "甲公司"}, on=datetime.date(2016, 6, 1))
>>> [(item.code, item.path) for item in report.errors]
[('GD.F.REQUIRED', ('basic', 'division'))]
"""

check, check_many = SYSTEM.check, SYSTEM.check_many
structure, unstructure = SYSTEM.structure, SYSTEM.unstructure
requiredness = SYSTEM.requiredness
