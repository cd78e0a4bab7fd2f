"""
Online or with the form of annex 2: who may declare how, and what an offline declaration must bring.

The notice says that units directly under the city use the system, that
counties are advised to use it, and that units without it hand in a form; annex 1 says
that everything goes through the system. The notice takes precedence.

References: the notice, 二; annex 1, opening.
Limitations: development zones are not mentioned and are treated as counties. Annex 2,
which is missing, is the form for 技师; the sources do not say how 等级工 are declared offline.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from credrules.answers import Answered
from credrules.engine import Context, Violation, rule, violation
from credrules.findings import Decision, Finding, finding
from credrules.systems.lianyungang.names import GRADE_WORKERS
from credrules.systems.lianyungang.promotion.rules import registered
from credrules.systems.lianyungang.records.whole import Declaration
from credrules.systems.lianyungang.rules.paths import with_sections
from credrules.values import FrozenMap, Label, Lang

__all__ = [
    "CHANNEL_RULES",
    "REASONS",
    "ChannelDecision",
    "channel_of",
    "form_comes_with_paper",
    "form_is_described",
    "unit_declares_so",
]
__dir__ = __all__.copy

REASONS: Final[FrozenMap[str, Label]] = FrozenMap(
    {
        "ONLINE": Label("通过系统网上申报（通知二）", "declared in the system (the notice, 二)"),
        "CITY_WITH_SYSTEM": Label(
            "市直单位已安装系统，应网上申报（通知二）",
            "a city unit that has the system declares online (the notice, 二)",
        ),
        "CITY_WITHOUT_SYSTEM": Label(
            "市直单位未安装系统，可报送附件2的表格和纸质材料（通知二），但附件1要求都通过系统",
            "a city unit without the system hands in form and paper (the notice, 二), though annex 1 wants the system",
        ),
        "COUNTY": Label(
            "县区单位建议使用系统，不作要求（通知二）",
            "counties are advised to use the system, no more (the notice, 二)",
        ),
        "INSTALLED_UNKNOWN": Label(
            "不知单位是否已安装系统，须人工核定", "whether the unit has the system is not known: a person decides"
        ),
        "LEVEL_UNKNOWN": Label(
            "不知是市直单位还是县区单位，须人工核定", "the unit's level is not known: a person decides"
        ),
        "CHANNEL_UNKNOWN": Label("没有写明申报方式", "how the unit declares is not stated"),
        "GRADE_WORKER_OFFLINE": Label(
            "附件2是技师的表格，等级工线下怎样报名没有写明，须人工核定",
            "annex 2 is the form for 技师; how 等级工 are declared offline is not told: a person decides",
        ),
    }
)
"""Why a channel is right, wrong or open, in words."""


@frozen
class ChannelDecision(Answered):
    """
    Whether a unit may declare in the way it does: IN, OUT, or REVIEW; with reasons and findings.
    """

    decision: Decision
    reasons: tuple[str, ...]
    findings: tuple[Finding, ...] = ()

    def explain(self, lang: Lang = "zh") -> tuple[str, ...]:
        """
        Return the reasons in words, with the words of the notice they rest on.
        """
        return tuple(REASONS[reason].text(lang) for reason in self.reasons)


# Reason -> decision, finding.
_ROWS: Final = FrozenMap(
    {
        "ONLINE": (Decision.IN, ""),
        "CITY_WITH_SYSTEM": (Decision.OUT, "LYG.SYS.CITY_MUST"),
        "CITY_WITHOUT_SYSTEM": (Decision.IN, "LYG.SYS.MUST_CONFLICT"),
        "COUNTY": (Decision.IN, "LYG.SYS.COUNTY_SHOULD"),
        "INSTALLED_UNKNOWN": (Decision.REVIEW, "LYG.SYS.REVIEW"),
        "LEVEL_UNKNOWN": (Decision.REVIEW, "LYG.SYS.REVIEW"),
        "CHANNEL_UNKNOWN": (Decision.REVIEW, ""),
        "GRADE_WORKER_OFFLINE": (Decision.REVIEW, "LYG.SYS.GRADE_WORKER"),
    }
)


def channel_of(declaration: Declaration) -> ChannelDecision:
    """
    Decide whether a unit may declare in the way it does.

    >>> unit = Declaration(level="CITY", installed=True, channel="OFFLINE")
    >>> channel_of(unit).decision.name, channel_of(unit).explain("en")[0][:11]
    ('OUT', 'a city unit')
    """
    reasons = [_unit_reason(declaration)]
    targets = [registration.target_grade for _, registration, _ in registered(declaration)]
    if declaration.channel == "OFFLINE" and not GRADE_WORKERS.isdisjoint(targets):
        reasons.append("GRADE_WORKER_OFFLINE")
    decisions = [_ROWS[reason][0] for reason in reasons]
    decision = next((item for item in (Decision.OUT, Decision.REVIEW) if item in decisions), Decision.IN)
    found = tuple(finding(_ROWS[reason][1], path=("channel",)) for reason in reasons if _ROWS[reason][1])
    return ChannelDecision(decision, tuple(reasons), found)


def _unit_reason(declaration: Declaration) -> str:
    if declaration.channel is None:
        return "CHANNEL_UNKNOWN"
    if declaration.channel == "ONLINE":
        return "ONLINE"
    if declaration.level == "COUNTY":
        return "COUNTY"
    if declaration.level is None:
        return "LEVEL_UNKNOWN"
    if declaration.installed is None:
        return "INSTALLED_UNKNOWN"
    return "CITY_WITH_SYSTEM" if declaration.installed else "CITY_WITHOUT_SYSTEM"


_CHANNEL: Final = with_sections(
    *("level", "installed", "registrations.name", "registrations.target_grade"),
    *("workers.person.name", "workers.registration.target_grade"),
)


@rule(*dict.fromkeys(code for _, code in _ROWS.values() if code), requires=("channel",), reads=_CHANNEL)
def unit_declares_so(declaration: Declaration, _: Context) -> list[Violation]:
    """
    The unit may declare in the way it does (`channel_of`): a city unit that has the system declares online.

    A city unit without the system may hand in the form, with a warning; counties are only advised to use the
    system. If the unit's level or whether it has the system is not known, or 等级工 declare offline, a person decides.
    """
    return [violation("channel", code=item.code) for item in channel_of(declaration).findings]


_PAPER: Final = tuple(
    f"{section}.{name}"
    for section in ("registrations", "workers.registration")
    for name in ("paper_received_on", "originals", "copies")
)


@rule("LYG.SYS.OFFLINE", "LYG.SYS.PAPER_UNSAID", requires=("channel", "form"), reads=(*_CHANNEL, "paper", *_PAPER))
def form_comes_with_paper(declaration: Declaration, _: Context) -> Violation | None:
    """
    The form is sent by USB stick or e-mail, and the paper at the same time; whether it was has to be stated.
    """
    if declaration.channel != "OFFLINE" or declaration.paper:
        return None
    people = [registration for _, registration, _ in registered(declaration)]
    if declaration.paper is False or any(item.originals is False or item.copies is False for item in people):
        return violation("form", code="LYG.SYS.OFFLINE")
    papers = (item.paper_received_on is not None or item.originals or item.copies for item in people)
    return None if all(papers) else violation("form", code="LYG.SYS.PAPER_UNSAID")


@rule("LYG.SYS.FORM_UNSAID", requires=("channel",), reads=("form",), reports_missing=True)
def form_is_described(declaration: Declaration, _: Context) -> Violation | None:
    """
    An offline declaration states how the form was sent.
    """
    return violation("form") if declaration.channel == "OFFLINE" and declaration.form is None else None


CHANNEL_RULES: Final = (
    unit_declares_so,
    form_comes_with_paper,
    form_is_described,
)
"""The rules of the channel."""
