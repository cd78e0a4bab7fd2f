"""
Invented applicants for a title or a skill grade, and units that declare their workers, drawn from the authored tables.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from tools.comparing.people import coded, day, month, number_of
from tools.comparing.samples import sample
from tools.comparing.slips import Rng, copied
from tools.comparing.world import World

_TITLES, _LIANYUNGANG = sample("guangdong_titles"), sample("lianyungang")

_TITLE_CELLS: Final = {
    "division": "divisions", "education": "education", "state": "title_basic_states",
    "employment": "title_employments", "work_division": "divisions", "keeper_division": "divisions",
}  # fmt: skip
_APPLIED: Final = {
    "business": "title_businesses", "target_level": "title_levels", "series": "title_series",
    "applied_in": "title_systems", "state": "title_application_states",
}  # fmt: skip
_KEPT: Final = ("m-longchuan", "h-1", "e-1", "龙川县人才市场", "长沙市人才市场", "某申报点")


def _given(world: World, rng: Rng, call: str, sections: frozenset[str]) -> dict[str, Any]:
    """
    Return the sections of an example of the catalogue: its cells bring its rule within reach.
    """
    example = rng.choice(world.examples(call))
    return {name: copied(part) for name, part in example.items() if name in sections}


_FILE: Final = frozenset({"account", "basic", "application", "paper"})


def title_file(world: World, rng: Rng) -> dict[str, Any]:
    """
    Return the file of an applicant for a title: one in whom all agrees, one of an example, or one with other codes.
    """
    draw = rng.random()
    given = _given(world, rng, "guangdong_titles.file", _FILE) if draw < 0.5 else {}
    form: dict[str, Any] = copied(_TITLES.file(**given))
    born = dt.date(rng.randint(1955, 1995), rng.randint(1, 12), rng.randint(1, 28))
    if "account" not in given and "basic" not in given:
        form["account"]["id_no"] = number_of(rng, born, male=rng.random() < 0.5)
        form["basic"]["birth_date"] = born.isoformat()
    if draw > 0.6:
        form["basic"] |= {name: coded(world, rng, table) for name, table in _TITLE_CELLS.items() if rng.random() < 0.3}
        form["basic"]["personnel_unit"] = rng.choice(_KEPT)
        form["applications"] = [
            {name: coded(world, rng, table) for name, table in _APPLIED.items() if rng.random() < 0.7}
            | {"committee": committee(world, rng)}
            for _ in range(rng.randint(0, 3))
        ]
        form["educations"] = [
            {"level": coded(world, rng, "education"), "graduated_on": month(rng, born.year + 18, born.year + 30)}
        ]
        form["titles"] = [
            {"level": coded(world, rng, "title_levels"), "obtained_on": day(rng, born.year + 20, 2016)}
            for _ in range(rng.randint(0, 2))
        ]
    return form


def committee(world: World, rng: Rng) -> dict[str, Any]:
    """
    Return a review committee, in codes or words.
    """
    return {
        "level": coded(world, rng, "title_committee_levels"),
        "division": rng.choice(("440300", "440100", "441622", "深圳市", coded(world, rng, "divisions"))),
        "industry": rng.choice((None, "卫生", "电力", "建筑")),
    }


def unit_case(world: World, rng: Rng) -> dict[str, Any]:
    """
    Return what is known of an applicant whose unit is looked for.
    """
    whole = rng.choice((_TITLES.LONGCHUAN, _TITLES.CONSTRUCTION))
    case = {name: cell for name, cell in whole.items() if rng.random() < 0.8}
    if rng.random() < 0.5:
        case["人员性质"] = coded(world, rng, "title_employments")
        case["人事档案保管部门"] = rng.choice(_KEPT)
    return case


_WORKER: Final = frozenset({"person", "skill", "education", "registration", "training", "posts", "awards"})
_WHOLE: Final = frozenset({"registrations", "workers", "level", "installed", "channel", "form", "paper"})


def worker(world: World, rng: Rng) -> dict[str, Any]:
    """
    Return a worker with all subsets: one in whom all agrees, one of an example, or one with other codes and days.
    """
    draw = rng.random()
    given = _given(world, rng, "lianyungang.worker", _WORKER) if draw < 0.5 else {}
    if "registration" not in given and rng.random() < 0.6:
        given["registration"] = registration(world, rng)
    form: dict[str, Any] = copied(_LIANYUNGANG.worker(**given))
    if draw > 0.6:
        form["person"]["personal_identity"] = coded(world, rng, "worker_identities")
        form["person"]["establishment"] = coded(world, rng, "worker_establishments")
        form["skills"] = [
            {
                **_LIANYUNGANG.SKILL,
                "grade": coded(world, rng, "skill_grades"),
                "route": coded(world, rng, "acquisition_routes"),
                "obtained_on": day(rng, 1995, 2018),
            }
            for _ in range(rng.randint(0, 3))
        ]
        form["education"][0]["level"] = coded(world, rng, "education")
    return form


def registration(world: World, rng: Rng) -> dict[str, Any]:
    """
    Return cells of a registration for a grade.
    """
    return {
        "target_grade": coded(world, rng, "skill_grades"),
        "submitted_on": rng.choice(("2018-04-26", "2018-05-02", "2018-05-03", "2018-05-04", "2018-04")),
        "paper_received_on": rng.choice(("2018-05-02", "2018-05-03", "2018-05-07", None)),
        "originals": rng.choice((True, True, False, None)),
        "state": coded(world, rng, "declaration_states"),
        "exceptional": coded(world, rng, "worker_exceptions") if rng.random() < 0.2 else None,
        "remark": rng.choice(("", "", "破格", "新证", "换证")),
    }


def declaration(world: World, rng: Rng) -> dict[str, Any]:
    """
    Return the declaration of a unit with its workers and their registrations.
    """
    given = _given(world, rng, "lianyungang.unit", _WHOLE) if rng.random() < 0.4 else {}
    if not given:
        count = rng.randint(1, 4)
        given = {
            "workers": [worker(world, rng) for _ in range(count)],
            "registrations": [registration(world, rng) for _ in range(rng.randint(0, count + 1))],
            "level": coded(world, rng, "worker_unit_levels"),
            "channel": coded(world, rng, "declaration_channels"),
            "installed": rng.choice((True, False, None)),
        }
    form: dict[str, Any] = copied(_LIANYUNGANG.unit(**given))
    return form
