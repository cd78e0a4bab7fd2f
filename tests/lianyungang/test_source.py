"""
What the notice is, what it leaves out, and what is the application's.
"""

from __future__ import annotations

import re

import pytest

from credrules.catalogue import RULES
from credrules.fields import fields_of
from credrules.systems import lianyungang
from credrules.systems.lianyungang.profile import LianyungangProfile
from credrules.systems.lianyungang.records import RECORD_TYPES
from credrules.systems.lianyungang.system import requiredness
from credrules.values import LANGS, Evidence
from tests.support.cases import not_ok, ok
from tests.support.source import authored
from tools.documents import requirements

SYSTEM = next(data for data in requirements.systems() if data["name"] == "lianyungang")
OWN = {code: row for code, row in RULES.items() if code.startswith("LYG.")}
SOURCES = [module for module in authored() if module.name.startswith("credrules.systems.lianyungang")]
PLACE = re.compile(r"[一二三]|附件1 (?:[一二]|\([二]\)|步骤[1-8](?:\([1-6]\))?|开头)")
# Requirements whose OK and Not OK lines speak of provenance or of the host, not of data, and why.
WITHOUT_DATA = {
    "LYG-001": "says where the notice comes from; held by the profile's parent",
    "LYG-013": "contact data belong to the host",
    "LYG-014": "says which annexes exist",
    "LYG-063": "menus belong to the host's program",
    "LYG-064": "a duty of the addressees",
}


def test_every_citation_names_its_place() -> None:
    """
    Every row that cites the notice names a section of it, or a step of annex 1.
    """
    places = [cite.section for row in OWN.values() for cite in row.citations if cite.document == "lyg-notice"]

    assert [] == [place for place in places for part in place.split("；") if PLACE.fullmatch(part) is None]
    assert len(places) > 50


@pytest.mark.parametrize("lang", LANGS)
def test_every_row_says_what_to_look_at(lang: str) -> None:
    """
    No template is empty, and none speaks of codes of the library.
    """
    for row in OWN.values():
        text = row.template(lang)  # type: ignore[arg-type]  # one of the two
        assert text
        assert not re.search(r"LYG|[A-Z]{4,}_[A-Z]+", text)


@ok("LYG-001")
def test_the_profile_stands_under_the_provincial_notice() -> None:
    """
    Figures of eligibility come from the provincial notice, the parent of this profile.
    """
    assert isinstance(lianyungang.PROFILE, LianyungangProfile)
    assert "jiangsu-2018" == lianyungang.PROFILE.parent
    assert "lianyungang-2018" == lianyungang.PROFILE.name


@not_ok("LYG-001", "LYG-062")
def test_no_years_of_service_are_told() -> None:
    """
    No row and no source of this system gives a figure of years.
    """
    words = re.compile(r"[0-9一二三五十]+ ?年以上|满 ?[0-9]+ ?年|years of service: [0-9]")

    assert [] == [row.code for row in OWN.values() if words.search(row.zh + row.en)]
    assert [] == [module.name for module in SOURCES if words.search(module.text)]


@ok("LYG-013", "LYG-063", "LYG-064")
@not_ok("LYG-013")
def test_no_contact_data() -> None:
    """
    No telephone number, no address and no e-mail of the office is in the library.
    """
    number = re.compile(r"0518-(?!0{7,8})\d{7,8}|\d{3,4}-[1-9]\d{6,7}|\w@[a-z0-9-]+\.|https?://")

    assert [] == [module.name for module in SOURCES if number.search(module.text)]
    assert [] == [row.code for row in OWN.values() if number.search(row.zh + row.en)]


@ok("LYG-014")
@not_ok("LYG-014")
def test_no_red_frame_is_invented() -> None:
    """
    Required are the fields the text itself speaks of; what only a picture could tell is not.
    """
    stated = {spec.id for kind in RECORD_TYPES for spec in fields_of(kind) if spec.declared.basis is Evidence.STATED}
    needs = requiredness()

    assert {"SkillRecord", "Person", "Education", "Declaration"} == {name.partition(".")[0] for name in stated}
    assert {"Education.level"} == {name for name in stated if name.startswith("Education")}
    assert not needs["Education.school"].required


@not_ok("LYG-063")
def test_no_menu_paths() -> None:
    """
    Menus, buttons and double-clicks are the program's.
    """
    assert [] == [module.name for module in SOURCES if re.search("双击|菜单|200 ?%|点击", module.text)]


@not_ok("LYG-064")
def test_no_rule_about_publicity() -> None:
    """
    Publicising the notice is no rule on data.
    """
    assert [] == [row.code for row in OWN.values() if re.search("宣传|publici", row.zh + row.en)]


def test_requirements_without_data_are_listed() -> None:
    """
    What is neither data nor behaviour is listed with its reason; everything else has a carrier besides tests.
    """
    carried = {
        entry["id"]: {kind for carrier in entry.get("carried_by", ()) for kind in carrier}
        for entry in SYSTEM["requirement"]
    }

    assert all(WITHOUT_DATA.values())
    assert {id_ for id_, kinds in carried.items() if kinds <= {"test"}} == set(WITHOUT_DATA) - {"LYG-001"} | {"LYG-038"}
