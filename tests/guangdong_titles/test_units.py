"""
Through which unit: decision table GD-D2, and the choice in a file.
"""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import codes
from credrules.findings import Decision
from credrules.lists import Cut
from credrules.systems import guangdong_titles as titles
from credrules.systems.guangdong_titles import ManagementUnit, Recommendation, UnitCase, choose_unit
from credrules.systems.guangdong_titles.records import SHIPPED_UNITS, UnitRegistry, listing, read_units
from credrules.testing import strategies
from credrules.testing._samples import guangdong_titles as people
from credrules.testing._samples.guangdong_titles import ON, PROFILE
from credrules.values import Severity
from tests.support import hostile
from tests.support.cases import not_ok, ok

IN, REVIEW = Decision.IN, Decision.REVIEW
WORKER = {"work_unit": "甲公司", "employment": "NON_PUBLIC", "work_division": "441622"}


def choose(case: object, units: object = people.UNITS) -> Recommendation:
    """
    Return the recommendation with the host's list.
    """
    return choose_unit(case, units=units)


def told(answer: Any) -> list[str]:  # noqa: ANN401  # a recommendation or a report
    """
    Return the codes of the findings.
    """
    return [item.code for item in answer.findings]


def found(basic: dict[str, Any], **more: Any) -> dict[str, Severity]:  # noqa: ANN401  # further sections
    """
    Return code -> severity of what a file with this basic information gives.
    """
    report = titles.check({"basic": basic, **more}, on=ON, profile=PROFILE)
    return {item.code: item.severity for item in report.findings}


# --- the table ------------------------------------------------------------------

HOSPITAL = {"work_unit": "甲县人民医院", "employment": "体制内", "work_division": "441622"}
IN_CITY, AT_PROVINCE = {**WORKER, "work_division": "441600"}, {**WORKER, "work_division": "440000"}
# case, unit, stamped by, candidates, row
TABLE = (
    (HOSPITAL, "h-1", "h-1", (), "1"),
    ({**HOSPITAL, "unit_keeps_archives": True}, "h-1", "h-1", (), "1"),
    ({**HOSPITAL, "archive_keeper": "甲县人民医院人事科"}, "h-1", "h-1", (), "1"),
    ({**HOSPITAL, "archive_keeper": "h-1"}, "h-1", "h-1", (), "1"),
    ({**HOSPITAL, "archive_keeper": "本单位"}, "h-1", "h-1", (), "1"),
    ({**WORKER, "archive_keeper": "本单位"}, None, "甲公司", (), "2"),
    ({**WORKER, "work_unit": "乙集团", "unit_keeps_archives": "是"}, "e-1", "e-1", (), "1"),
    ({**HOSPITAL, "work_unit": "丙医院"}, None, "丙医院", (), "2"),
    ({**WORKER, "unit_keeps_archives": True}, None, "甲公司", (), "2"),
    ({**WORKER, "work_division": "", "archive_keeper": "m-longchuan"}, None, "m-longchuan", (), "3"),
    ({**WORKER, "archive_keeper": "龙川县人才市场"}, "m-longchuan", "m-longchuan", (), "4"),
    ({**WORKER, "archive_keeper": "乙集团"}, "e-1", "e-1", (), "4"),
    ({**HOSPITAL, "archive_keeper": "龙川县人才市场"}, "m-longchuan", "m-longchuan", (), "4"),
    ({**WORKER, "archive_keeper": "某中心", "keeper_division": "441622"}, None, "某中心", ("p-longchuan",), "5"),
    ({**WORKER, "archive_keeper": "m-heyuan"}, None, "m-heyuan", ("m-heyuan", "p-longchuan"), "5"),
    ({**WORKER, "archive_keeper": "某中心", "keeper_division": "河源市"}, None, "某中心", ("p-longchuan",), "5"),
    ({**IN_CITY, "archive_keeper": "m-longchuan"}, None, "m-longchuan", ("m-longchuan",), "5"),
    ({**WORKER, "archive_keeper": "甲县人民医院"}, None, "h-1", ("h-1", "p-longchuan"), "5"),
    ({**WORKER, "archive_keeper": "某中心"}, None, "某中心", ("p-longchuan",), "5"),
    ({**WORKER, "archive_keeper": "m-changsha"}, "p-longchuan", "m-changsha", (), "6"),
    ({**WORKER, "archive_keeper": "某中心", "keeper_division": "430100"}, "p-longchuan", "某中心", (), "6"),
    ({**WORKER, "unit_keeps_archives": False, "keeper_division": "430100"}, "p-longchuan", None, (), "6"),
    ({**AT_PROVINCE, "archive_keeper": "m-changsha"}, None, "m-changsha", ("p-con", "p-health"), "6"),
    ({**WORKER, "work_division": "441800", "archive_keeper": "m-changsha"}, None, "m-changsha", (), "6"),
    (WORKER, None, None, (), "7"),
    ({**HOSPITAL, "unit_keeps_archives": False}, None, None, (), "7"),
    ({**WORKER, "keeper_division": "441622"}, None, None, (), "7"),
    ({**WORKER, "archive_keeper": "龙川县非公申报点"}, None, None, ("p-longchuan",), "7"),
    ({**HOSPITAL, "unit_keeps_archives": True, "archive_keeper": "m-longchuan"}, None, "m-longchuan", (), "7"),
    ({**HOSPITAL, "unit_keeps_archives": False, "archive_keeper": "h-1"}, None, "h-1", (), "7"),
)  # fmt: skip


@pytest.mark.parametrize(("case", "unit", "stamped", "candidates", "row"), TABLE)
def test_the_table(
    case: dict[str, Any], unit: str | None, stamped: str | None, candidates: tuple[str, ...], row: str
) -> None:
    """
    Each row of GD-D2 gives its unit, its stamp and its candidates; what is not chosen says what to do.
    """
    answer = choose(case)

    assert (unit, stamped, candidates, (row,)) == (
        answer.unit, answer.stamped_by, answer.candidates, answer.reasons,
    )  # fmt: skip
    assert (IN if unit else REVIEW) is answer.decision
    assert answer.findings or answer.decision is IN


@given(case=strategies.records(UnitCase), level=st.sampled_from(["410", "420", "430", None]))
def test_the_level_decides_nothing(case: UnitCase, level: str | None) -> None:
    """
    The level applied for changes nothing, and no point ever stamps.
    """
    answer = choose(attrs.evolve(case, target_level=None))

    assert answer == choose(attrs.evolve(case, target_level=level))
    assert answer.stamped_by not in {"p-longchuan", "p-con", "p-health"}


# --- the worked examples --------------------------------------------------------


@ok("GD-021", "GD-030", "GD-031", "GD-053")
@pytest.mark.parametrize("level", ["高级", "中级"])
def test_longchuan(level: str) -> None:
    """
    A firm in 龙川县, junior certificates from the county: the county, and a unit of its list, for 高级 and 中级 alike.
    """
    answer = choose({**people.LONGCHUAN, "申报级别": level})

    assert "441622" == codes.DIVISIONS.check("龙川县").value == answer.division
    assert ("m-longchuan", "c-longchuan", IN) == (answer.unit, answer.competent, answer.decision)


@not_ok("GD-031", "GD-030")
def test_longchuan_is_not_the_city_or_the_province() -> None:
    """
    The level applied for does not lift the division to the city or the province.
    """
    assert choose({**people.LONGCHUAN, "申报级别": "高级"}).division not in {"441600", "440000"}


@ok("GD-035")
@pytest.mark.parametrize("units", [people.UNITS, None], ids=["the host's list", "the shipped list"])
@pytest.mark.parametrize("profession", ["建筑", "建筑专业", "建筑工程"])
def test_construction(units: object, profession: str) -> None:
    """
    A non-public unit at the province's level, 建筑专业工程师: the association for construction education.
    """
    answer = choose({**people.CONSTRUCTION, "申报专业": profession}, units)

    assert "440000" == answer.division
    assert ("广东省建设教育协会" if units is None else "p-con") == answer.unit
    assert ("长沙市人才市场" if units is None else "m-changsha") == answer.stamped_by


@not_ok("GD-035")
def test_construction_takes_no_health_title() -> None:
    """
    The same point is not offered for a health title; of a profession nobody named, several may fit.
    """
    health = choose({**people.CONSTRUCTION, "申报专业": "卫生"})
    unnamed = choose({**people.CONSTRUCTION, "申报专业": ""})

    assert "p-health" == health.unit
    assert (None, ("p-con", "p-health")) == (unnamed.unit, unnamed.candidates)
    assert ["GD.UNIT.SEVERAL_POINTS"] == told(unnamed)


def test_a_point_without_a_list_takes_every_profession() -> None:
    """
    An empty list of professions is no list.
    """
    point = ManagementUnit(id="p", kind="APPLICATION_POINT", division="440000", professions=())

    assert "p" == choose({**people.CONSTRUCTION, "申报专业": ""}, [point]).unit


def test_a_single_special_point_needs_the_profession() -> None:
    """
    With one special point and no profession, the point is a candidate, not a choice.
    """
    answer = choose({**people.CONSTRUCTION, "申报专业": ""}, [people.UNITS[5], people.UNITS[6]])

    assert (None, ("p-con",), REVIEW) == (answer.unit, answer.candidates, answer.decision)


# --- single requirements --------------------------------------------------------

FILED = {
    "work_unit": "甲公司",
    "division": "441622",
    "archive_keeper": "龙川县人才市场",
    "personnel_unit": "m-longchuan",
}


@ok("GD-024")
def test_the_unit_is_the_keeper() -> None:
    """
    Work unit a firm, personnel unit the talent market that keeps the file.
    """
    assert {"GD.BASIC.COMPETENT_BROUGHT": Severity.INFO} == found(FILED)
    assert "h-1" == choose(HOSPITAL).unit


@not_ok("GD-024")
def test_the_work_unit_is_not_copied() -> None:
    """
    The work unit in the place of the keeper is an error; of an employer that keeps the file it is right.
    """
    assert Severity.ERROR is found({**FILED, "personnel_unit": "甲公司"})["GD.UNIT.DEFINITION"]
    assert "GD.UNIT.DEFINITION" not in found(people.HOSPITAL)
    assert "GD.UNIT.DEFINITION" not in found({"work_unit": "甲公司", "personnel_unit": "甲公司"})
    assert "GD.UNIT.DEFINITION" not in found({**FILED, "personnel_unit": "甲公司", "archive_keeper": "本单位"})


@ok("GD-025")
@not_ok("GD-025")
def test_the_message_tells_why() -> None:
    """
    Who chose no unit is told that it audits archive facts such as age and education.
    """
    report = titles.check({"basic": {**FILED, "personnel_unit": ""}}, on=ON, profile=PROFILE)
    message = next(item.message("zh") for item in report.errors)

    assert "年龄、学历等档案信息由该单位审核" in message


@ok("GD-026")
def test_a_hospital_is_the_own_unit() -> None:
    """
    The doctor of a public hospital chooses the hospital; nothing else need be said about the file.
    """
    assert {} == found(people.HOSPITAL)
    assert "h-1" == choose(HOSPITAL).unit
    assert "441622" == choose({"work_unit": "甲县人民医院", "employment": "IN_SYSTEM"}).division


@not_ok("GD-026")
def test_another_unit_is_a_warning_for_a_hospital() -> None:
    """
    A talent market for the hospital's doctor is a warning, never an error.
    """
    chosen = found({**people.HOSPITAL, "personnel_unit": "m-longchuan", "competent": "", "archive_keeper": ""})

    assert Severity.WARNING is chosen["GD.UNIT.IN_SYSTEM"]
    assert Severity.ERROR not in chosen.values()


@ok("GD-027")
def test_an_unlisted_unit_leads_to_advice() -> None:
    """
    An employer that is not in the list: a warning whom to ask, and no unit.
    """
    answer = choose({**HOSPITAL, "work_unit": "丙医院"})

    assert (None, ["GD.UNIT.NOT_LISTED"]) == (answer.unit, told(answer))
    assert Severity.WARNING is answer.findings[0].severity


@not_ok("GD-027")
def test_free_text_is_no_choice() -> None:
    """
    Free text counts as not chosen where the host's list is complete; the shipped fragment only warns.
    """
    free = {**FILED, "personnel_unit": "随便写的单位"}
    shipped = titles.check({"basic": free}, on=ON)
    listed = titles.PROFILE.switch(units=[{"id": "u1", "name": "随便写的单位"}])

    assert {"GD.UNIT.NOT_LISTED", "GD.BASIC.UNIT_REQUIRED"} <= found(free).keys()
    assert ["GD.UNIT.NOT_LISTED"] == [item.code for item in shipped.warnings]
    assert shipped.ok
    assert () == titles.check({"basic": free}, on=ON, profile=listed).warnings


@ok("GD-028")
def test_first_the_division() -> None:
    """
    The division is the first step, the keeper's list of that division the second.
    """
    steps = choose({**WORKER, "archive_keeper": "龙川县人才市场"}).steps

    assert [("GD-029", 3), ("GD-033", 4)] == [(step.rule, step.row) for step in steps]


@not_ok("GD-028")
def test_no_keeper_before_the_division() -> None:
    """
    With a keeper and no division nothing is chosen; and a unit of another division's list is a warning.
    """
    answer = choose({"archive_keeper": "龙川县人才市场"})

    assert (None, ["GD.UNIT.DIVISION_UNKNOWN"]) == (answer.unit, told(answer))
    assert ["GD.UNIT.DIVISION_UNKNOWN", "GD.UNIT.ARCHIVE_MARKET"] == told(choose({}))
    other = found({"work_unit": "甲公司", "division": "441622", "personnel_unit": "m-changsha"})
    assert Severity.WARNING is other["GD.UNIT.NON_PUBLIC"]


def test_a_state_enterprise_fits_both_branches() -> None:
    """
    Of a state enterprise the keeper of the file decides: itself, or the market.
    """
    enterprise = {"work_unit": "乙集团", "employment": "IN_SYSTEM", "work_division": "441622"}

    assert "e-1" == choose({**enterprise, "unit_keeps_archives": True}).unit
    assert "m-longchuan" == choose({**enterprise, "unit_keeps_archives": False, "archive_keeper": "m-longchuan"}).unit


@ok("GD-029")
def test_the_place_of_the_work_unit() -> None:
    """
    A firm in 龙川县: the division is 龙川县.
    """
    assert "441622" == choose(WORKER).division
    assert "GD.UNIT.DIVISION_BY_WORKPLACE" not in found({**FILED, "work_division": "441622"})


@not_ok("GD-029")
def test_another_division_is_a_warning() -> None:
    """
    A division elsewhere than the work unit's is looked at, unless the issuer of the junior certificates is known.
    """
    elsewhere = {**FILED, "work_division": "440100"}

    assert Severity.WARNING is found(elsewhere)["GD.UNIT.DIVISION_BY_WORKPLACE"]
    assert "GD.UNIT.DIVISION_BY_WORKPLACE" not in found({**elsewhere, "junior_issuer_division": "441622"})


def test_the_issuer_wins_with_an_information() -> None:
    """
    Junior certificates from the city: the city is the division, and it is said; in a file another one is a warning.
    """
    answer = choose({**WORKER, "junior_issuer_division": "441600", "archive_keeper": "m-heyuan"})

    assert ("441600", "m-heyuan") == (answer.division, answer.unit)
    assert [("GD.UNIT.DIVISION_BY_JUNIOR", Severity.INFO)] == [(item.code, item.severity) for item in answer.findings]
    assert () == choose({**WORKER, "junior_issuer_division": "441622", "archive_keeper": "m-longchuan"}).findings
    assert Severity.WARNING is found({**FILED, "junior_issuer_division": "441600"})["GD.UNIT.DIVISION_BY_JUNIOR"]


@ok("GD-032", "GD-055")
def test_the_keeper_is_a_talent_market() -> None:
    """
    A keeper of the kind TALENT_MARKET is what is normal.
    """
    market = {"编号": "m1", "单位名称": "甲县人才市场", "类别": "人才市场", "行政区划": "龙川县"}

    assert "GD.UNIT.ARCHIVE_MARKET" not in found({**FILED, "employment": "非公"})
    assert "m1" == choose({**WORKER, "archive_keeper": "甲县人才市场"}, [market]).unit


@not_ok("GD-032", "GD-055")
def test_the_keeper_is_missing() -> None:
    """
    For non-public staff an empty keeper is a warning; where the employer keeps the file there is nothing to name.
    """
    empty = {**FILED, "archive_keeper": "", "employment": "非公"}

    assert Severity.WARNING is found(empty)["GD.UNIT.ARCHIVE_MARKET"]
    assert "GD.UNIT.ARCHIVE_MARKET" in found({**FILED, "archive_keeper": "", "personnel_unit": "p-longchuan"})
    assert "GD.UNIT.ARCHIVE_MARKET" not in found({**empty, "unit_keeps_archives": True})
    assert "GD.UNIT.ARCHIVE_MARKET" not in found({**FILED, "archive_keeper": ""})


@ok("GD-033")
def test_meizhou() -> None:
    """
    The file in trust with 梅州市人才市场, the person in 梅州: that market, in the shipped list.
    """
    case = {
        "人员性质": "非公",
        "工作单位": "甲公司",
        "工作单位所在行政区划": "梅州市",
        "人事档案保管部门": "梅州市人才市场",
    }
    basic = {
        "工作单位": "甲公司",
        "行政区划": "梅州市",
        "人事管理单位": "梅州市人才市场",
        "人事档案保管部门": "梅州市人才市场",
    }

    assert {entry.name for entry in codes.TITLE_UNITS} == {unit.name for unit in SHIPPED_UNITS}
    assert "e-1" == choose({**WORKER, "archive_keeper": "乙集团"}).unit
    assert "梅州市人才市场" == choose(case, None).unit
    assert titles.check(basic, on=ON).ok


@not_ok("GD-033")
@pytest.mark.parametrize("keeper", ["龙川县人才市场", "乙集团"])
def test_no_point_for_a_local_file(keeper: str) -> None:
    """
    With the file in the local market or enterprise, an application point is an error.
    """
    chosen = found({**FILED, "archive_keeper": keeper, "personnel_unit": "p-longchuan"})

    assert Severity.ERROR is chosen["GD.UNIT.LOCAL_KEEPER"]


def test_an_enterprise_that_keeps_its_files() -> None:
    """
    An enterprise that keeps its files itself is chosen; a point instead is an error too.
    """
    own = {"work_unit": "乙集团", "division": "441622", "employment": "非公", "unit_keeps_archives": True}

    assert "GD.UNIT.LOCAL_KEEPER" not in found({**own, "personnel_unit": "乙集团"})
    assert "GD.UNIT.LOCAL_KEEPER" in found({**own, "personnel_unit": "p-longchuan"})


def test_how_far_local_reaches_is_open() -> None:
    """
    The market of the city above is a candidate beside the point, and neither choice is refused.
    """
    near = {**FILED, "archive_keeper": "m-heyuan"}

    assert [] == [
        code for code, severity in found({**near, "personnel_unit": "m-heyuan"}).items() if severity.name == "ERROR"
    ]
    assert [] == [
        code for code, severity in found({**near, "personnel_unit": "p-longchuan"}).items() if severity.name == "ERROR"
    ]


@ok("GD-034")
def test_a_far_file_leads_to_the_point() -> None:
    """
    The file in another province's market, work in 龙川县: the point of 龙川县, stamps from the market.
    """
    answer = choose({**WORKER, "archive_keeper": "m-changsha"})

    named = {**FILED, "archive_keeper": "某中心", "keeper_division": "430100", "personnel_unit": "m-longchuan"}

    assert ("p-longchuan", "c-longchuan", "m-changsha") == (answer.unit, answer.competent, answer.stamped_by)
    assert "GD.UNIT.APPLICATION_POINT" in found(named)
    assert "GD.UNIT.APPLICATION_POINT" not in found(
        {**FILED, "archive_keeper": "长沙市人才市场", "personnel_unit": "p-longchuan"}
    )


@not_ok("GD-034")
@pytest.mark.parametrize("unit", ["m-changsha", "长沙市人才市场", "m-longchuan"])
def test_the_far_market_is_not_chosen(unit: str) -> None:
    """
    With the file far away, the far market, or a local one that keeps nothing, is an error.
    """
    chosen = found({**FILED, "archive_keeper": "长沙市人才市场", "personnel_unit": unit})

    assert Severity.ERROR is chosen["GD.UNIT.APPLICATION_POINT"]


def test_among_several_points_any_is_accepted() -> None:
    """
    Where several points fit, each of them is accepted, and so is one that no list has.
    """
    far = {**FILED, "division": "440000", "archive_keeper": "长沙市人才市场"}

    assert "GD.UNIT.APPLICATION_POINT" not in found({**far, "personnel_unit": "p-con"})
    assert "GD.UNIT.APPLICATION_POINT" not in found({**far, "personnel_unit": "某申报点"})
    assert "GD.UNIT.APPLICATION_POINT" in found({**far, "personnel_unit": "m-heyuan"})


@ok("GD-036")
def test_a_point_follows_no_real_relation() -> None:
    """
    `real_relation` is False for a point, True for others, unknown for a unit of no kind; a chosen point says so.
    """
    assert (False, True, None) == (
        ManagementUnit(id="p", kind="APPLICATION_POINT").real_relation,
        ManagementUnit(id="m", kind="TALENT_MARKET").real_relation,
        ManagementUnit(id="x").real_relation,
    )
    assert ["GD.UNIT.POINT_PURPOSE"] == told(choose({**WORKER, "archive_keeper": "m-changsha"}))


@not_ok("GD-036")
def test_a_point_is_no_keeper() -> None:
    """
    A point entered as keeper of the file is told, in a case and in a file.
    """
    assert ["GD.UNIT.POINT_AS_KEEPER"] == told(choose({**WORKER, "archive_keeper": "p-longchuan"}))
    assert "GD.UNIT.POINT_AS_KEEPER" in found({**FILED, "archive_keeper": "龙川县非公申报点"})


def test_a_point_that_is_the_employer() -> None:
    """
    Staff of an association that runs a point: it is not offered as the employer that keeps the file.
    """
    answer = choose({"work_unit": "广东省建设教育协会", "employment": "体制内", "work_division": "440000"})

    assert (None, ("2",)) == (answer.unit, answer.reasons)


# --- lists ----------------------------------------------------------------------


def test_a_list_is_given_in_many_ways() -> None:
    """
    Units, mappings with keys or labels, a mapping by id, one unit, a registry: all are a list.
    """
    unit = ManagementUnit(id="m1", name="甲市人才市场", kind="TALENT_MARKET", division="441800")
    labels = {"编号": "m1", "单位名称": "甲市人才市场", "类别": "人才市场", "行政区划": "清远市"}
    ways: list[object] = [[unit], (item for item in [labels]), {"m1": labels}, labels, unit, read_units([unit])]

    assert {(unit,)} == {read_units(way).units for way in ways}
    assert (unit,) == read_units(
        [ManagementUnit(id="m1", name="甲市人才市场", kind="人才市场", division="清远市")]
    ).units


def test_what_is_no_unit_is_passed_over() -> None:
    """
    Odd lists and odd entries give the units that can be read, and nothing is raised.
    """
    for value in hostile.everything():
        assert isinstance(read_units(value), UnitRegistry)
        assert isinstance(choose_unit(WORKER, units=value), Recommendation)
        assert 1 == len(read_units([value, {"id": "m1"}]).find("m1"))


def test_a_list_breaks_off() -> None:
    """
    A list that breaks off while it is read counts as far as it was read.
    """

    def broken() -> Any:  # noqa: ANN401  # a generator
        yield {"id": "m1"}
        raise ValueError

    assert ["m1"] == [unit.id for unit in read_units(broken())]


def test_a_list_that_is_not_whole_is_not_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A list that was cut, broke off or held what is no unit cannot say that a unit does not exist.
    """

    def broken() -> Any:  # noqa: ANN401  # a generator
        yield {"id": "m1"}
        raise ValueError

    monkeypatch.setattr(listing, "MOST_UNITS", 2)
    two = [{"id": "m1"}, {"id": "m2"}]

    assert read_units(two).complete
    assert not read_units(broken()).complete
    parts: list[Any] = [[*two, {"id": "m3"}], Cut(two), [{"id": "m1"}, None], [{"id": "m1"}, {}], "m1", None, 5]
    for part in parts:
        assert not read_units(part).complete, part
        assert not read_units(two).extend(part).complete
    assert read_units(two).extend([{"id": "m3"}]).complete
    assert 2 == len(read_units([*two, {"id": "m3"}]))


def test_a_list_is_extended() -> None:
    """
    A host's units join the shipped ones, which stay incomplete; of one id the new entry stands.
    """
    more = SHIPPED_UNITS.extend([{"id": "梅州市人才市场", "name": "梅州市人才市场", "competent": "c1"}, {"id": "m1"}])

    assert (3, False) == (len(more), more.complete)
    assert "c1" == more.find("梅州市人才市场")[0].competent
    assert SHIPPED_UNITS.extend([], complete=True).complete


def test_one_name_in_two_divisions() -> None:
    """
    Of two units of one name, that of the division is meant; without one nothing is chosen.
    """
    twins = [
        {"id": f"m{code}", "name": "人才市场", "kind": "人才市场", "division": code} for code in ("441622", "441800")
    ]
    case = {"employment": "非公", "archive_keeper": "人才市场"}

    assert "m441622" == choose({**case, "work_division": "441622"}, twins).unit
    assert None is choose({**case, "work_division": "440100"}, twins).unit


# --- values ---------------------------------------------------------------------


def test_any_object_is_a_case() -> None:
    """
    `choose_unit` answers any object.
    """
    for value in hostile.everything():
        assert isinstance(choose(value), Recommendation)


def test_a_recommendation_is_told_step_by_step() -> None:
    """
    Each step says its rule, its basis, and what would change it.
    """
    lines = choose({**WORKER, "archive_keeper": "m-longchuan"}).explain("zh")

    assert 2 == len(lines) == len(choose({**WORKER, "archive_keeper": "m-longchuan"}).explain("en"))
    assert "GD-029" in lines[0]
    assert "会改变结论的情况：" in lines[1]


def test_a_recommendation_travels() -> None:
    """
    A recommendation compares, hashes, pickles and copies.
    """
    answer = choose({**WORKER, "archive_keeper": "m-changsha"})

    assert answer == pickle.loads(pickle.dumps(answer)) == copy.deepcopy(answer)
    assert isinstance(hash(answer), int)
    assert isinstance(hash(PROFILE.units), int)
    assert PROFILE.units == pickle.loads(pickle.dumps(PROFILE.units))


@not_ok("GD-033")
def test_a_name_that_several_units_have_is_asked_about() -> None:
    """
    The keeper, or the employer, is in the list more than once: the units of that name are the candidates.
    """
    twice = [
        {"id": name, "name": "龙川县人才市场", "kind": "TALENT_MARKET", "division": "441622"} for name in ("m1", "m2")
    ]
    point = {"id": "p1", "name": "龙川申报点", "kind": "APPLICATION_POINT", "division": "441622"}
    case = {"work_unit": "甲公司", "work_division": "441622", "archive_keeper": "龙川县人才市场"}
    employers = [{"id": name, "name": "甲公司", "kind": "EMPLOYER", "division": "441622"} for name in ("e1", "e2")]
    keeper = titles.choose_unit(case, units=[*twice, point])
    employer = titles.choose_unit({**case, "archive_keeper": "甲公司", "unit_keeps_archives": True}, units=employers)

    assert (None, ("m1", "m2"), ("4",)) == (keeper.unit, keeper.candidates, keeper.reasons)
    assert (None, ("e1", "e2"), ("1",)) == (employer.unit, employer.candidates, employer.reasons)
    for answer in (keeper, employer):
        assert ["GD.UNIT.SEVERAL_NAMED"] == [item.code for item in answer.findings]
    assert "m1" == titles.choose_unit(case, units=[twice[0], {**twice[1], "division": "440100"}, point]).unit


@not_ok("GD-036", "GD-037")
@pytest.mark.parametrize(
    "case",
    [
        {"unit_keeps_archives": True, "keeper_division": "441622"},
        {"unit_keeps_archives": False, "keeper_division": "441622"},
        {"keeper_division": "441800"},
        {},
    ],
)
def test_an_application_point_never_stamps(case: dict[str, Any]) -> None:
    """
    A point named as the keeper, under whatever division, keeps no file and stamps nothing: that is said.
    """
    point = {"id": "u1", "name": "某申报点", "kind": "APPLICATION_POINT", "division": "441800"}
    told = {"work_unit": "乙公司", "work_division": "441400", "archive_keeper": "u1", **case}
    answer = titles.choose_unit(told, units=[point])

    assert (None, None) == (answer.unit, answer.stamped_by)
    assert "GD.UNIT.POINT_AS_KEEPER" in {item.code for item in answer.findings}


@ok("GD-028")
@pytest.mark.parametrize(
    ("known", "warned"),
    [
        ({}, True),
        ({"unit_keeps_archives": True}, True),
        ({"unit_keeps_archives": False}, False),
        ({"archive_keeper": "龙川县人才市场"}, False),
        ({"archive_keeper": "甲县人民医院"}, True),
    ],
)
def test_the_own_unit_is_usual_where_it_may_keep_the_file(known: dict[str, Any], *, warned: bool) -> None:
    """
    Who keeps the file decides: where it is known to be elsewhere, nobody is pointed to the own unit.
    """
    basic = {"work_unit": "甲县人民医院", "employment": "IN_SYSTEM", "personnel_unit": "龙川县人才市场", **known}
    report = titles.check({"basic": basic}, on=ON)

    assert warned == ("GD.UNIT.IN_SYSTEM" in {item.code for item in report.findings})
