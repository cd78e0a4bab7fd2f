"""
Eligibility for titles and workers' grades: who qualifies, and if not yet, from which day.

Rules are dated and cited data, one alternative each. What no source states is
reported as unknown and never filled in, and a row that is not sure enough never decides.

>>> import datetime
>>> from credrules.eligibility import assess
>>> facts = {"教育": [{"学历": "本科"}], "从事专业时间": "2016-03"}
>>> answer = assess(facts, target="会计师", on=datetime.date(2020, 5, 1), jurisdiction="广东", scheme="会计")
>>> answer.decision.name, answer.met_by.id, answer.earliest.isoformat()
('IN', 'EL-075', '2020-01-01')
"""

from __future__ import annotations

from credrules.eligibility.answers import Eligibility, Missing, Shortfall, assess
from credrules.eligibility.lookup import requirements
from credrules.eligibility.rules import EligibilityRule
from credrules.eligibility.table import REQUIREMENTS, Convention, FactRow, conventions, fact_rows, source_title
from credrules.eligibility.targets import Scheme, Target, schemes
from credrules.eligibility.terms import CONDITIONS, Counting, Cutoff, Kind, Route

__all__ = [
    "CONDITIONS",
    "REQUIREMENTS",
    "Convention",
    "Counting",
    "Cutoff",
    "Eligibility",
    "EligibilityRule",
    "FactRow",
    "Kind",
    "Missing",
    "Route",
    "Scheme",
    "Shortfall",
    "Target",
    "assess",
    "conventions",
    "fact_rows",
    "requirements",
    "schemes",
    "source_title",
]
__dir__ = __all__.copy
