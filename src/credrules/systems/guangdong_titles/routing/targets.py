"""
When a person qualifies for the level applied for: the only module that calls `credrules.eligibility`.

References: 广东省职称网上申报说明（2016，清远市页面）, 三, 四(1); the dated rows of `credrules.eligibility`.
Limitations: the conditions in force in 2016 were not published with the text; on a day for which no row of the
profile's jurisdiction is sure, the answer is REVIEW.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, cast

from credrules.eligibility import Eligibility, assess
from credrules.engine import Profile, read_record
from credrules.findings import Decision
from credrules.keys import plain
from credrules.systems.guangdong_titles.profile import PROFILE, TitlesProfile, completed
from credrules.systems.guangdong_titles.records import Application, TitleFile
from credrules.values import EMPTY, Label

__all__ = ["eligibility_of", "facts_of", "judged", "what_is_short"]
__dir__ = __all__.copy


def facts_of(file: TitleFile) -> dict[str, Any]:
    """
    Return the facts in a file under the keys of `credrules.eligibility`; an absent key is unknown.

    Without certificates, the education of the archive is used.

    >>> from credrules.systems.guangdong_titles.records import BasicInfo
    >>> facts_of(TitleFile(basic=BasicInfo(education="20")))
    {'education': [{'level': '20'}]}
    """
    basic, facts = file.basic, dict[str, Any]()
    educations = [plain(item) for item in file.educations]
    if not educations and basic.education is not None:
        educations = [{"level": basic.education}]
    if educations:
        facts["education"] = educations
    if file.titles:
        facts["titles"] = [plain(item) for item in file.titles]
    for name in ("birth_date", "specialty_started_on"):
        date = getattr(basic, name)
        if date is not None:
            facts[name] = date.isoformat()
    return facts


def eligibility_of(
    file: object,
    *,
    on: dt.date,
    application: int = 0,
    conditions: Mapping[str, bool] = EMPTY,
    profile: Profile = PROFILE,
) -> Eligibility:
    """
    Return whether the applicant qualifies for an application's level, and if not, from which day. Never raises.

    `file` is a `TitleFile` or a mapping, `application` the index in its list,
    `conditions` what the host knows in addition (``{"results": True}``). A
    recognition is judged by the rules of first recognition, a review by those
    of its series, or by the general ones if there are none.

    >>> graduate = {"学历": "本科", "毕业时间": "2022-07", "全日制": "是"}
    >>> file = {"毕业证书": [graduate], "从事专业时间": "2022-07", "业务": "考核认定", "申报级别": "中级"}
    >>> eligibility_of(file, on=dt.date(2023, 9, 1)).decision.name
    'OUT'
    """
    read = cast("TitleFile", read_record(file, TitleFile).value)
    asked = read.applications[application] if 0 <= application < len(read.applications) else Application()
    return judged(read, asked, on=on, conditions=conditions, profile=completed(profile))


def judged(
    file: TitleFile,
    application: Application,
    *,
    on: dt.date,
    profile: TitlesProfile,
    conditions: Mapping[str, bool] = EMPTY,
) -> Eligibility:
    """
    Return the answer for one application of a file that is already read; see `eligibility_of`.
    """
    facts = {**facts_of(file), **({"conditions": dict(conditions)} if conditions else {})}
    first = application.business == "ASSESSMENT_RECOGNITION"
    scheme = "FIRST_RECOGNITION" if first else application.series or "GENERAL"
    return assess(facts, target=application.target_level, on=on, jurisdiction=profile.jurisdiction, scheme=scheme)


def what_is_short(answer: Eligibility) -> tuple[Label, ...]:
    """
    Return what is short in the alternative that lacks least, or is met first; empty unless the answer is OUT.
    """
    if answer.decision is not Decision.OUT:
        return ()
    ways = [
        (tuple(it.what for it in item.shortfalls if it.decision is Decision.OUT), item.earliest or dt.date.max)
        for item in answer.missing
    ]
    return min(ways, key=lambda way: (len(way[0]), way[1]), default=((), None))[0]
