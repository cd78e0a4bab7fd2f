"""
Rules about how a title was obtained: mode and review body, examination level, health titles.

The document's table (decision table GX-D3): a reviewed title has 晋升, 转评 or
第二职称 and a committee, an examined one 考试取得 and the entry XX考试取得 of its
level, a re-confirmed and a recognised one their own entries. Junior and middle
health titles were reviewed up to 2000 and are examined from 2001 on.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 二(14); 卫生部、人事部
2000 notice on the health examinations as reported in S-GX-3: first held in 2001,
Chinese medicine followed in 2002.
Limitations: the list of committees was not published; the route of an unlisted
name follows only from its last words, and its level is not checked.
"""

from __future__ import annotations

import re
from typing import Final

from credrules import codes
from credrules.engine import Context, Violation, rule, violation
from credrules.facts.titles import is_none, level_fits
from credrules.systems.guangxi.names import candidates, in_series, is_health, of_chinese_medicine
from credrules.systems.guangxi.records.whole import FIELDS, TitleCertificate
from credrules.systems.guangxi.rules import ranks
from credrules.values import FrozenMap

__all__ = [
    "CHINESE_MEDICINE_YEAR",
    "FIRST_EXAM_YEAR",
    "LAST_REVIEW_YEAR",
    "TITLE_RULES",
    "body_is_named",
    "body_of_own_level",
    "exam_entry_by_code",
    "health_route_of_its_year",
    "level_of_name",
    "mode_fits_body",
    "mode_fits_route",
    "name_in_series",
    "route_of_body",
    "route_of_mode",
]
__dir__ = __all__.copy

LAST_REVIEW_YEAR: Final = 2000
FIRST_EXAM_YEAR: Final = 2001
CHINESE_MEDICINE_YEAR: Final = 2002
"""The first year of the examination in Chinese medicine, so a review of 2001 is valid there."""

# The fields that show a health title, its level and its route.
_HEALTH: Final = (
    "title_series", "title_level", "title_name", "title_major", "acquire_mode", "review_body", "route", "printed_name",
)  # fmt: skip
_BODIES: Final = codes.REVIEW_BODIES
_LEVELS: Final = codes.TITLE_LEVELS
# The endings of unlisted bodies' names, and the route each means.
_ENDINGS: Final = (
    ("考试取得", "EXAM"),
    ("重新确认", "RECONFIRM"),
    ("认定", "RECOGNISE"),
    ("委员会", "REVIEW"),
    ("评委会", "REVIEW"),
    ("评审会", "REVIEW"),
)
_NO_BODY: Final = re.compile("(?:无|没有)评[审委]\\w{0,4}")


def route_of_mode(mode: str | None) -> str | None:
    """
    Return the route (ACQUISITION_ROUTES) of a mode of acquisition.

    >>> route_of_mode("CONVERSION"), route_of_mode("EXAM"), route_of_mode(None)
    ('REVIEW', 'EXAM', None)
    """
    entry = codes.ACQUISITION_MODES.get(mode)
    return entry.attribute("route") if entry is not None else None


def route_of_body(body: str | None) -> str | None:
    """
    Return the route of an entry of the 评审会 list, or of an unlisted name; None if it is unknown.

    >>> route_of_body("EXAM-420"), route_of_body("某系列中级评审委员会"), route_of_body("某单位")
    ('EXAM', 'REVIEW', None)
    """
    entry = _BODIES.get(body)
    if entry is not None:
        return entry.attribute("route")
    written = body or ""
    return next((route for ending, route in _ENDINGS if written.endswith(ending) and not _names_none(written)), None)


def _names_none(body: str) -> bool:
    return is_none(body) or _NO_BODY.fullmatch(body) is not None


@rule("GX.TITLE.MODE_BODY", requires=("acquire_mode", "review_body"))
def mode_fits_body(title: TitleCertificate, _: Context) -> Violation | None:
    """
    The mode of acquisition and the review body agree on the route.
    """
    mode, body = route_of_mode(title.acquire_mode), route_of_body(title.review_body)
    if mode is not None and body is not None and mode != body:
        return violation(
            "review_body",
            mode=codes.ACQUISITION_MODES[str(title.acquire_mode)].label,
            body=_BODIES.format(title.review_body),
            wanted=codes.ACQUISITION_ROUTES[mode].label,
        )
    return None


@rule("GX.TITLE.MODE_ROUTE", requires=("acquire_mode", "route"))
def mode_fits_route(title: TitleCertificate, _: Context) -> Violation | None:
    """
    The mode of acquisition belongs to the route stated beside it.
    """
    mode = route_of_mode(title.acquire_mode)
    if mode != title.route:
        return violation(
            "route",
            mode=codes.ACQUISITION_MODES[str(title.acquire_mode)].label,
            route=codes.ACQUISITION_ROUTES[str(title.route)].label,
        )
    return None


@rule("GX.CODE.REVIEW_BODY", requires=("review_body",))
def body_is_named(title: TitleCertificate, _: Context) -> Violation | None:
    """
    A word for "none" is not an entry: without a committee the entry of the title's own route is chosen.
    """
    if _names_none(title.review_body or ""):
        return violation("review_body", field=FIELDS["TitleCertificate.review_body"].label)
    return None


def _levels_of_body(title: TitleCertificate) -> tuple[str, ...]:
    entry = _BODIES.get(title.review_body)
    return tuple(filter(None, entry.attribute("level").split(";"))) if entry is not None else ()


_OTHER_LEVEL: Final = FrozenMap({"EXAM": "GX.TITLE.EXAM_LEVEL", "REVIEW": "GX.TITLE.BODY_LEVEL"})


@rule(*_OTHER_LEVEL.values(), requires=("review_body",), reads=("title_level", "title_name"))
def body_of_own_level(title: TitleCertificate, _: Context) -> Violation | None:
    """
    The entry XX考试取得 is that of the title's level, and a committee of the list reviews titles of that level.
    """
    code = _OTHER_LEVEL.get(route_of_body(title.review_body) or "")
    wanted, own = _levels_of_body(title), ranks.levels_of(title)
    if code is None or not wanted or not own or any(level_fits(level, wanted) for level in own):
        return None
    levels = tuple(_LEVELS[level].label for level in own)
    return violation("review_body", code=code, body=_BODIES.format(title.review_body), levels=levels)


@rule("GX.TITLE.LITERAL_PATTERN", requires=("review_body",), reads=("title_level",))
def exam_entry_by_code(title: TitleCertificate, _: Context) -> Violation | None:
    """
    XX考试取得 is a pattern: the entry of the title's level is chosen by its code.
    """
    body = title.review_body
    if route_of_body(body) == "EXAM" and not _levels_of_body(title):
        entry = _BODIES.get(f"EXAM-{title.title_level}")
        return violation("review_body", suggestion=entry.code if entry is not None else None, body=_BODIES.format(body))
    return None


def _health_level(title: TitleCertificate) -> bool:
    levels = ranks.levels_of(title)
    lower = all(_LEVELS.subsumes("420", level) or _LEVELS.subsumes("430", level) for level in levels)
    return bool(levels) and lower and is_health(title.title_name, title.title_series)


def _is_chinese_medicine(title: TitleCertificate) -> bool:
    # 主管中药师 is the title 主管药师; name, certificate and speciality show the difference.
    written = (codes.QUALIFICATION_TITLES.format(title.title_name), title.title_major, title.printed_name)
    return any(of_chinese_medicine(text) for text in written if text is not None)


def _on_boundary(title: TitleCertificate, year: int, context: Context) -> bool:
    if context.profile.health_boundary == "strict":
        return False
    last = CHINESE_MEDICINE_YEAR if _is_chinese_medicine(title) else FIRST_EXAM_YEAR
    return LAST_REVIEW_YEAR <= year <= last


@rule(
    "GX.TITLE.HEALTH_REVIEW", "GX.TITLE.HEALTH_EXAM", "GX.TITLE.HEALTH_BOUNDARY",
    requires=("issued_on",), reads=_HEALTH,
)  # fmt: skip
def health_route_of_its_year(title: TitleCertificate, context: Context) -> Violation | None:
    """
    Junior and middle health titles up to 2000 were reviewed, those from 2001 on come from the examination.

    In the years the text leaves open, the other route gives a warning, not an error.
    """
    route = route_of_mode(title.acquire_mode) or title.route or route_of_body(title.review_body)
    if title.issued_on is None or route not in {"REVIEW", "EXAM"} or not _health_level(title):
        return None
    year = title.issued_on.year
    if route == ("REVIEW" if year <= LAST_REVIEW_YEAR else "EXAM"):
        return None
    if _on_boundary(title, year, context):
        return violation(
            "acquire_mode", code="GX.TITLE.HEALTH_BOUNDARY", year=year, last=LAST_REVIEW_YEAR, first=FIRST_EXAM_YEAR
        )
    if route == "EXAM":
        return violation("acquire_mode", code="GX.TITLE.HEALTH_REVIEW", year=year, last=LAST_REVIEW_YEAR)
    return violation("acquire_mode", code="GX.TITLE.HEALTH_EXAM", year=year, first=FIRST_EXAM_YEAR)


@rule("GX.F.TITLE_LEVEL", requires=("title_level", "title_name"))
def level_of_name(title: TitleCertificate, _: Context) -> Violation | None:
    """
    The stated level is one the name can have.
    """
    level, possible = title.title_level or "", ranks.levels_of_name(title.title_name)
    if possible and not level_fits(level, possible):
        # Only the certificate shows which of the two is wrong, so nothing is suggested.
        levels = tuple(_LEVELS[item].label for item in possible)
        return violation("title_level", given=_LEVELS[level].label, levels=levels)
    return None


@rule("GX.F.SERIES", requires=("title_series", "title_name"))
def name_in_series(title: TitleCertificate, _: Context) -> Violation | None:
    """
    The name belongs to the series.
    """
    series, found = title.title_series or "", candidates(title.title_name or "")
    if found and not any(in_series(entry, series) for entry in found):
        return violation("title_series", name=found[0].name, series=codes.TITLE_SERIES.format(series))
    return None


TITLE_RULES: Final = (
    name_in_series,
    level_of_name,
    mode_fits_route,
    body_is_named,
    mode_fits_body,
    body_of_own_level,
    exam_entry_by_code,
    health_route_of_its_year,
)
"""The rules of how a title was obtained."""
