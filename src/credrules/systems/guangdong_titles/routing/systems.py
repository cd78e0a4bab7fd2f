"""
Which system an application is made in: decision table GD-D1.

The committee decides; nothing about the applicant is used: there is no parameter
for where the person works or lives.

References: 广东省职称网上申报说明（2016，清远市页面）, 二.
Limitations: the text's list of places and industries is open (等); a committee in no list is REVIEW until its
notice says more. The notices themselves were not published with the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from attrs import evolve, frozen

from credrules import codes
from credrules.codes import CodeTable, Entry
from credrules.engine import Profile, read_record
from credrules.findings import Decision, Finding, finding
from credrules.masking import shown_cell
from credrules.systems.guangdong_titles.names import GUANGDONG
from credrules.systems.guangdong_titles.profile import PROFILE, TitlesProfile, completed
from credrules.systems.guangdong_titles.records import Committee
from credrules.systems.guangdong_titles.routing.steps import DecisionStep, InSteps
from credrules.text import name_key
from credrules.values import Label, exact_text

__all__ = [
    "Routing",
    "committee_of",
    "route_system",
]
__dir__ = __all__.copy

IN, OUT, REVIEW = Decision.IN, Decision.OUT, Decision.REVIEW


@frozen
class Routing(InSteps):
    """
    The system of a committee: IN is the provincial one, OUT the own one, REVIEW open.

    `system` is a code of TITLE_SYSTEMS, None when open; `reasons` are the rows of GD-D1 that were used.

    >>> route_system({"隶属": "市属", "行政区划": "深圳市"}).system
    'SHENZHEN'
    """

    system: str | None
    decision: Decision
    reasons: tuple[str, ...]
    steps: tuple[DecisionStep, ...]
    findings: tuple[Finding, ...] = ()


def route_system(committee: object, *, profile: Profile = PROFILE) -> Routing:
    """
    Return the system in which an application to `committee` is made (GD-D1). Never raises.

    `committee` is a `Committee`, a mapping, or the name of one that the profile lists.

    >>> route_system({"level": "PROVINCIAL"}).system, route_system({"level": "PROVINCIAL", "industry": "卫生"}).system
    ('PROVINCIAL', 'HEALTH')
    >>> open_ = route_system({"level": "CITY", "division": "佛山市"})
    >>> open_.system, open_.decision.name, [item.code for item in open_.findings]
    (None, 'REVIEW', ['GD.ROUTE.NOTICE'])
    """
    switches = completed(profile)
    known = committee_of(committee, profile=switches)
    listed = _listed(known, switches)
    return listed if known.system is None else _by_notice(known, listed)


def committee_of(committee: object, *, profile: Profile = PROFILE) -> Committee:
    """
    Return what is known of a committee: from the given details, else from the profile's list by name.

    A name that begins with 省属, 市属 or 行业 shows its level. Never raises.

    >>> committee_of("省属评委会").level, committee_of("某评委会").level
    ('PROVINCIAL', None)
    """
    written = exact_text(committee)
    if written is None:
        read = cast("Committee", read_record(committee, Committee).value)
        details = (read.level, read.division, read.industry, read.system, read.notice_ref)
        if read.name is None or any(item is not None for item in details):
            return evolve(read, level=read.level or _level_in(name_key(read.name)))
        written = read.name
    key = name_key(written[:200])
    for listed in completed(profile).committees:
        if key and listed.name is not None and name_key(listed.name) == key:
            return listed
    return Committee(name=key or None, level=_level_in(key))


def _level_in(name: str) -> str | None:
    return next((code for word, code in _PREFIXES if name.startswith(word)), None)


_PREFIXES: Final = (("省属", "PROVINCIAL"), ("市属", "CITY"), ("行业", "INDUSTRY"))


# --- row 1 ----------------------------------------------------------------------


def _by_notice(committee: Committee, listed: Routing) -> Routing:
    named = cast("str", committee.system)
    if named not in codes.TITLE_SYSTEMS:
        found = finding("GD.ROUTE.UNKNOWN_SYSTEM", path=("system",), name=shown_cell(named))
        return Routing(None, REVIEW, ("1",), (_step(1, "GD-015", _NAMED_UNKNOWN),), (found,))
    system = codes.TITLE_SYSTEMS[named]
    said = Label(f"评审通知指定“{system.name}”。", f"The notice names the {system.name_en}.")
    remarks: list[Finding] = []
    if committee.notice_ref is None:
        remarks.append(finding("GD.ROUTE.NOTICE_REF", path=("notice_ref",)))
    if listed.system not in {None, named}:
        other = codes.TITLE_SYSTEMS[listed.system or ""]
        remarks.append(finding("GD.ROUTE.NOTICE_DIFFERS", path=("system",), system=system.label, expected=other.label))
    return _decided(named, 1, "GD-015", said, tuple(remarks))


# --- rows 2 to 5 ----------------------------------------------------------------


def _listed(committee: Committee, profile: TitlesProfile) -> Routing:
    place, industry = _place(committee, profile.system_users), _industry(committee, profile.system_users)
    if committee.level is None:
        return _open("GD-015", _LEVEL_UNKNOWN, "level")
    if committee.division is not None and not committee.division.startswith(GUANGDONG):
        return _open("GD-015", _ELSEWHERE, "division")
    if committee.level == "PROVINCIAL":
        return _provincial(committee, profile.system_users, industry)
    if committee.level == "INDUSTRY":
        return _own(industry) if industry is not None else _open("GD-010", _INDUSTRY_UNLISTED, "industry")
    return _of_city(place, industry)


def _provincial(committee: Committee, users: CodeTable, industry: Entry | None) -> Routing:
    if industry is not None:
        return _own(industry)
    spoken = next((entry for entry in _industries(users) if entry.name in (committee.name or "")), None)
    if committee.industry is None and spoken is not None:
        found = finding("GD.ROUTE.INDUSTRY_UNSURE", path=("industry",), industry=spoken.label)
        return Routing(None, REVIEW, ("5",), (_step(5, "GD-010", _INDUSTRY_UNSURE),), (found,))
    return _decided("PROVINCIAL", 2, "GD-013", _PROVINCIAL, ())


def _of_city(place: Entry | None, industry: Entry | None) -> Routing:
    systems = {entry["system"] for entry in (place, industry) if entry is not None} - {"PROVINCIAL"}
    if len(systems) > 1:
        names = tuple(codes.TITLE_SYSTEMS[name].label for name in sorted(systems) if name in codes.TITLE_SYSTEMS)
        found = finding("GD.ROUTE.TWO_SYSTEMS", systems=names)
        return Routing(None, REVIEW, ("5",), (_step(5, "GD-010", _TWO_SYSTEMS),), (found,))
    own = next((entry for entry in (industry, place) if entry is not None and entry["system"] in systems), place)
    return _open("GD-015", _CITY_UNLISTED, "division") if own is None else _own(own)


def _own(entry: Entry) -> Routing:
    if entry["system"] == "PROVINCIAL":
        said = Label(f"“{entry.name}”使用省职称申报系统。", f"{entry.label.en} uses the provincial system.")
        return _decided("PROVINCIAL", 4, "GD-014", said, ())
    said = Label(
        f"“{entry.name}”有自己的职称系统，继续使用该系统。",
        f"{entry.label.en} has a title system of its own, which stays in use.",
    )
    remark = finding("GD.ROUTE.LOCAL_SYSTEMS", place=entry.label)
    return _decided(entry["system"], 3, "GD-010", said, (remark,))


def _place(committee: Committee, users: CodeTable) -> Entry | None:
    if committee.division is None:
        return None
    above = (item.code for item in codes.DIVISIONS.ancestors(committee.division))
    return next((users[code] for code in (committee.division, *above) if code in users), None)


def _industry(committee: Committee, users: CodeTable) -> Entry | None:
    if committee.industry is None:
        return None
    code = users.check(committee.industry).value
    if code is not None:
        return users[code] if users[code]["scope"] == "industry" else None
    name = name_key(committee.industry)
    return next((entry for entry in _industries(users) if name.startswith(entry.name)), None)


def _industries(users: CodeTable) -> Iterator[Entry]:
    return (entry for entry in users if entry["scope"] == "industry")


# --- answers --------------------------------------------------------------------


def _decided(system: str, row: int, rule: str, said: Label, findings: tuple[Finding, ...]) -> Routing:
    if system == "PROVINCIAL":
        return Routing(system, IN, (str(row),), (_step(row, rule, said), _COMMITTEE_RULES), findings)
    remark = finding("GD.ROUTE.NOT_REQUIRED", system=codes.TITLE_SYSTEMS[system].label)
    return Routing(system, OUT, (str(row),), (_step(row, rule, said), _COMMITTEE_RULES), (*findings, remark))


def _open(rule: str, said: Label, field: str) -> Routing:
    return Routing(None, REVIEW, ("5",), (_step(5, rule, said),), (finding("GD.ROUTE.NOTICE", path=(field,)),))


def _step(row: int, rule: str, said: Label) -> DecisionStep:
    return DecisionStep(rule, said, _TABLE_ROWS[row], _CHANGES[row], row)


_TABLE_ROWS: Final = {
    1: Label("第二条：具体以各评委会的评审通知为准", "section 二: the notice of each committee decides"),
    2: Label(
        "第二条：申报省属评委会的须使用省系统", "section 二: committees under the province use the provincial system"
    ),
    3: Label(
        "第二条：已有系统的市和行业继续使用原系统", "section 二: places and industries with own systems keep them"
    ),
    4: Label("第二条：使用评委会所用的系统", "section 二: the system that the committee uses"),
    5: Label("第二条：名单以“等”结尾", "section 二: the list is open"),
}
_CHANGES: Final = {
    1: Label("评审通知改用其他系统", "a notice that names another system"),
    2: Label(
        "评委会属于自有系统的行业，或评审通知指定其他系统",
        "an industry with its own system, or a notice that names one",
    ),
    3: Label("评审通知指定其他系统", "a notice that names another system"),
    4: Label("评审通知指定其他系统", "a notice that names another system"),
    5: Label("评审通知写明所用系统，或名单补充该地该行业", "a notice that names the system, or a longer list"),
}
_COMMITTEE_RULES: Final = DecisionStep(
    "GD-014",
    Label(
        "用哪个系统只看申报的评委会，与申报人所在地无关。",
        "The committee decides; the applicant's place does not matter.",
    ),
    Label("第二条", "section 二"),
    Label("改报其他评委会", "an application to another committee"),
)
_PROVINCIAL: Final = Label("省属评委会使用省职称申报系统。", "A committee of the province uses the provincial system.")
_NAMED_UNKNOWN: Final = Label("评审通知指定的系统不在名单中。", "The system that the notice names is in no list.")
_LEVEL_UNKNOWN: Final = Label(
    "不知道评委会是省属、市属还是行业。", "Whether it is of the province, a city or an industry is unknown."
)
_ELSEWHERE: Final = Label("评委会不在广东省。", "The committee is not in Guangdong.")
_INDUSTRY_UNLISTED: Final = Label("名单没有提到该行业。", "No list tells of this industry.")
_INDUSTRY_UNSURE: Final = Label(
    "名称提到有自有系统的行业，但未填所属行业。", "The name speaks of an industry with its own system."
)
_TWO_SYSTEMS: Final = Label(
    "该市和该行业各有自己的系统。", "The city and the industry each have a system of their own."
)
_CITY_UNLISTED: Final = Label("名单没有提到该市（县）。", "No list tells of this city or county.")
