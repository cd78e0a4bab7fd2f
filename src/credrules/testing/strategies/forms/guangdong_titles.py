"""
Files of the Guangdong application for titles, drawn from a person: account, basic information, application, paper.

References: 广东省职称网上申报说明（2016，清远市页面）, 一 to 五.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from hypothesis import strategies as st

from credrules.testing.person import Person
from credrules.testing.strategies.persons import people

__all__ = ["guangdong_titles_forms"]
__dir__ = __all__.copy

_COUNTIES: Final = ("441622", "441823", "440224", "441423")
_LADDER: Final = ("434", "420", "412", "411")


@st.composite
def guangdong_titles_forms(draw: st.DrawFn, on: dt.date) -> dict[str, Any]:
    """
    Return files of people who apply for the level above their title, at a firm or in the state's system.

    A unit of the state's system is its own personnel management unit; it is not
    in the short list that ships, and a check with that list warns of it.

    >>> from hypothesis import find
    >>> sorted(find(guangdong_titles_forms(dt.date(2016, 7, 1)), bool))
    ['account', 'applications', 'basic', 'educations', 'paper', 'titles']
    """
    person = draw(people(on=on))
    basic = draw(
        st.just(_at_a_firm(person)) | st.sampled_from(_COUNTIES).map(lambda code: _in_the_system(person, code))
    )
    online = f"{on.replace(day=1) - dt.timedelta(draw(st.integers(1, 90))):%Y-%m}"
    return {
        "account": {"id_no": person.citizen_id},
        "basic": basic,
        "applications": [{"business": "REVIEW", "committee": {"level": "PROVINCIAL"}, "target_level": _target(person)}],
        "paper": {
            "form_source": "DOWNLOADED",
            "submitted_on": online,
            "online_on": online,
            "basic_info_accurate": True,
            "audit": "PASSED",
            "stamps": [basic["archive_keeper"]],
        },
        "educations": [
            {"level": study.level, "graduated_on": f"{study.graduated_on:%Y-%m}", "full_time": study.full_time}
            for study in person.studies
        ],
        "titles": [
            {
                "level": title.level,
                "series": title.series,
                "obtained_on": f"{title.obtained_on:%Y-%m}",
                "appointed_on": f"{title.appointed_on:%Y-%m}",
                "route": title.route,
            }
            for title in person.titles
        ],
    }


def _target(person: Person) -> str:
    held = -1 if person.title is None else _LADDER.index(person.title.level)
    return _LADDER[min(held + 1, len(_LADDER) - 1)]


def _basic(person: Person, division: str) -> dict[str, Any]:
    return {
        "division": division,
        "birth_date": person.birth_date.isoformat(),
        "education": person.highest.level,
        "state": "STORED",
        "specialty_started_on": f"{person.work_started_on:%Y-%m}",
    }


def _at_a_firm(person: Person) -> dict[str, Any]:
    # The one talent market of the units that the text names; it keeps the file.
    return {
        "work_unit": "甲公司",
        "personnel_unit": "梅州市人才市场",
        "archive_keeper": "梅州市人才市场",
        "employment": "NON_PUBLIC",
        **_basic(person, "441400"),
    }


def _in_the_system(person: Person, division: str) -> dict[str, Any]:
    return {
        "work_unit": person.unit_name,
        "personnel_unit": person.unit_name,
        "archive_keeper": person.unit_name,
        "employment": "IN_SYSTEM",
        **_basic(person, division),
    }
