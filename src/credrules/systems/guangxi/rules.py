"""
All rules of the record, as data: catalogue code, record, function.

Each rule is a small pure generator in the module of its table; words, severity,
norm and examples stand in the catalogue.

References: 广西专业技术人员信息采集常见问题解答 (2012-03).
Limitations: whether a certificate or a person is collected at all is no rule of
the record but a decision, see `scope`.
"""

from __future__ import annotations

from typing import Final

from credrules.engine import RecordRule
from credrules.systems.guangxi.rules_awards import AWARD_RULES
from credrules.systems.guangxi.rules_basic import BASIC_RULES
from credrules.systems.guangxi.rules_cells import CELL_RULES
from credrules.systems.guangxi.rules_certificates import CERTIFICATE_RULES
from credrules.systems.guangxi.rules_education import EDUCATION_RULES
from credrules.systems.guangxi.rules_titles import TITLE_RULES
from credrules.systems.guangxi.rules_units import UNIT_RULES
from credrules.systems.guangxi.scope_rules import SCOPE_RULES

RULES: Final[tuple[RecordRule, ...]] = (
    *BASIC_RULES,
    *UNIT_RULES,
    *CELL_RULES,
    *EDUCATION_RULES,
    *TITLE_RULES,
    *CERTIFICATE_RULES,
    *SCOPE_RULES,
    *AWARD_RULES,
)
"""Every rule of the record."""
