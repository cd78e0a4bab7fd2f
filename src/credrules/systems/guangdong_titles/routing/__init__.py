"""
Where, through whom, and when: the system of a committee (GD-D1), the unit of a person (GD-D2), the level applied for.
"""

from __future__ import annotations

from credrules.systems.guangdong_titles.routing.chain import Chain, chain_of
from credrules.systems.guangdong_titles.routing.steps import DecisionStep
from credrules.systems.guangdong_titles.routing.systems import Routing, committee_of, route_system
from credrules.systems.guangdong_titles.routing.targets import eligibility_of
from credrules.systems.guangdong_titles.routing.units import Recommendation, choose_unit

__all__ = [
    "Chain",
    "DecisionStep",
    "Recommendation",
    "Routing",
    "chain_of",
    "choose_unit",
    "committee_of",
    "eligibility_of",
    "route_system",
]
__dir__ = __all__.copy
