"""
The two records of the system and their rules: a worker with all subsets, and a unit's declaration.

References: the notice and annex 1, whole.
"""

from __future__ import annotations

from typing import Final

from credrules.engine import System
from credrules.systems.lianyungang.channel import CHANNEL_RULES
from credrules.systems.lianyungang.printing import PRINT_RULES
from credrules.systems.lianyungang.profile import PROFILE
from credrules.systems.lianyungang.promotion.rules import PERSONS_RULES, PROMOTION_RULES
from credrules.systems.lianyungang.records.whole import Declaration, Worker
from credrules.systems.lianyungang.rules.dates import DATE_RULES
from credrules.systems.lianyungang.rules.gaps import education_gaps
from credrules.systems.lianyungang.rules.papers import PAPER_RULES
from credrules.systems.lianyungang.rules.skills import SKILL_RULES
from credrules.systems.lianyungang.rules.subsets import SUBSET_RULES
from credrules.systems.lianyungang.units import UNIT_RULES, education_of_all, workers_first

__all__ = [
    "SYSTEM",
    "UNITS",
    "check",
    "check_many",
    "check_unit",
    "requiredness",
    "structure",
    "unstructure",
]
__dir__ = __all__.copy

_OF_WORKERS: Final = (*SUBSET_RULES, *SKILL_RULES, *DATE_RULES, *PAPER_RULES, *PROMOTION_RULES)

UNITS: Final = System(
    "lianyungang.unit",
    Declaration,
    rules=(*UNIT_RULES, *CHANNEL_RULES, *PRINT_RULES, *_OF_WORKERS, *PERSONS_RULES),
    profile=PROFILE,
    mandatory="LYG.ENTRY.RED_FRAME",
    after=(education_of_all, workers_first),
    home=__name__,
)
"""
A unit's declaration with all its workers and registrations. A finding about one person is about no one else.

>>> import datetime
>>> data = {"level": "市直", "installed": True, "channel": "OFFLINE"}
>>> [item.code for item in UNITS.check(data, on=datetime.date(2018, 4, 24)).errors]
['LYG.SYS.CITY_MUST']
"""

SYSTEM: Final = System(
    "lianyungang",
    Worker,
    rules=_OF_WORKERS,
    profile=PROFILE,
    mandatory="LYG.ENTRY.RED_FRAME",
    after=(education_gaps,),
    parts=(UNITS,),
    home=__name__,
)
"""
One worker with all subsets; the fields of the person and of the registration may be given at the top level.

>>> import datetime
>>> skill = {"专业技术资格名称": "高级工", "取得资格途径": "评审"}
>>> report = SYSTEM.check({"姓名": "李某", "专技资格": [skill]}, on=datetime.date(2018, 4, 24))
>>> [(item.path, item.suggestion) for item in report.errors if item.code == "LYG.SKILL.ROUTE"]
[(('skills', 0, 'route'), 'EXAM')]
"""

check, check_many = SYSTEM.check, SYSTEM.check_many
structure, unstructure = SYSTEM.structure, SYSTEM.unstructure
check_unit = UNITS.check
requiredness = SYSTEM.requiredness
