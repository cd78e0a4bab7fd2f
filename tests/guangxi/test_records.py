"""
The record as a value: conversion, repair, open points of the field list, names and cells.
"""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules import CredrulesError, codes
from credrules.findings import Report
from credrules.systems import guangxi
from credrules.systems.guangxi import names
from credrules.systems.guangxi.records.cells import CONTROL_NUMBER, UndatedCodeLeaf
from credrules.testing import laws, strategies
from credrules.testing._samples.guangxi import PERSON, person
from credrules.values import Severity
from tests.support import hostile
from tests.support.cases import not_ok, ok

ON = dt.date(2012, 6, 1)
RECORDS = strategies.records(guangxi.PersonalRecord)


@pytest.mark.parametrize("kind", guangxi.records.RECORD_TYPES, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_table_goes_out_and_comes_back(kind: type, data: st.DataObject) -> None:
    """
    Each table of the form survives conversion under English names and both kinds of labels.
    """
    laws.record_round_trip(data.draw(strategies.records(kind)))


@given(record=RECORDS)
def test_a_record_goes_out_and_comes_back(record: guangxi.PersonalRecord) -> None:
    """
    Unstructuring and structuring is the identity, whatever the labels.
    """
    assert record == guangxi.structure(guangxi.unstructure(record))
    assert record == guangxi.structure(guangxi.unstructure(record, labels="zh"))
    assert record == guangxi.structure(guangxi.unstructure(record, labels="en"))


@given(record=RECORDS)
def test_a_record_and_its_plain_form_are_checked_alike(record: guangxi.PersonalRecord) -> None:
    """
    A record and the mapping it comes from give identical findings.
    """
    assert guangxi.check(record, on=ON).findings == guangxi.check(guangxi.unstructure(record), on=ON).findings


@given(record=RECORDS)
def test_what_is_read_needs_no_repair_of_its_spelling(record: guangxi.PersonalRecord) -> None:
    """
    After repairing once nothing changes any more, and no safe suggestion about a text is left.
    """
    repaired = guangxi.check(record, on=ON).repaired()

    assert repaired.repaired().raw == repaired.raw


@given(record=RECORDS)
def test_reports_travel(record: guangxi.PersonalRecord) -> None:
    """
    A report with its profile survives pickling and copying.
    """
    laws.report_travels(guangxi.check(record, on=ON))


@given(
    value=st.recursive(
        st.none() | st.text() | st.integers() | st.floats(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["basic", "titles", "姓名", "educations", "x"]), inner)
        ),
        max_leaves=12,
    )
)
def test_check_is_total(value: object) -> None:
    """
    Any nested data is answered with a report that keeps the input.
    """
    report = guangxi.check(value, on=ON)

    assert isinstance(report, Report)
    assert report.raw is value


def test_hostile_cells_are_answered() -> None:
    """
    An odd object in any cell never raises and never passes as a value of the wrong type.
    """
    for value in hostile.everything():
        for name in ("name", "citizen_id", "sex", "birth_date", "unit_name", "current_post"):
            assert isinstance(guangxi.check({"basic": {name: value}}, on=ON), Report)
        for name in ("title_name", "title_series", "control_number", "review_body"):
            assert isinstance(guangxi.check({"titles": [{name: value}]}, on=ON), Report)


def test_a_complete_person_is_clean() -> None:
    """
    A clean complete person gives nothing above INFO.
    """
    assert [] == [item for item in guangxi.check(person(), on=ON).findings if item.severity is not Severity.INFO]


DIRTY = person(
    basic={
        "name": "张　三",
        "citizen_id": " ４５００００197203150013",
        "unit_name": "甲市 第一中学",
        "address": "甲市乙路1号\n",
        "mobile": "138-0000-0000",
    },
    titles=[{"certificate_number": "1111111"}],
    honours=[{"document_no": "某字[2009]1号"}],
)


# What people do to a cell without meaning anything.
SMUDGES = (
    lambda text: f" {text}",
    lambda text: f"{text}\n",
    lambda text: re.sub("(?<=[一-龥])(?=[一-龥])", "　", text, count=1),
    lambda text: re.sub("(?<=[一-龥])(?=[一-龥])", "\t", text),
    lambda text: text.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}),
)
TEXTS = [
    (section, place, name)
    for section, cells in PERSON.items()
    for place, record in enumerate([cells] if section == "basic" else cells)
    for name, value in record.items()
    if isinstance(value, str)
]


@given(smudged=st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(SMUDGES)), max_size=12))
def test_smudges_are_wiped_away(smudged: list[tuple[tuple[str, int, str], Callable[[str], str]]]) -> None:
    """
    White space and full-width digits in any cells: read as the clean person, repaired, and told while they stand.
    """
    data = person()
    for (section, place, name), smudge in smudged:
        record = data[section] if section == "basic" else data[section][place]
        record[name] = smudge(record[name])
    report = guangxi.check(data, on=ON)
    repaired = report.repaired()
    left = {(item.code, item.path) for item in repaired.findings}

    assert guangxi.structure(person()) == report.value == repaired.value
    assert set() == left & {(item.code, item.path) for item in report.findings if item.suggestion is not None}
    assert repaired.ok


def test_repairing_fixes_what_it_suggests() -> None:
    """
    Every finding with a suggestion is gone after repairing, and the input is untouched.
    """
    before = copy.deepcopy(DIRTY)
    report = guangxi.check(DIRTY, on=ON)
    repaired = report.repaired()
    suggested = {(item.code, item.path) for item in report.findings if item.suggestion is not None}
    left = {(item.code, item.path) for item in repaired.findings}

    assert len(suggested) >= 6
    assert set() == suggested & left
    assert repaired.ok
    assert before == DIRTY


def test_the_repr_shows_no_number() -> None:
    """
    Neither the record's nor the report's repr holds a whole identifier.
    """
    report = guangxi.check(person(), on=ON)
    shown = repr(report.value) + repr(report) + report.to_text() + str(report.to_dict("zh"))

    assert [] == [
        secret for secret in ("450000197203150013", "13800000000", "0312345", "甲市乙路1号") if secret in shown
    ]


def test_values_are_frozen_and_pickle() -> None:
    """
    Records are values: hashable, equal by content, picklable.
    """
    record = guangxi.structure(person())

    assert record == pickle.loads(pickle.dumps(record))
    assert hash(record) == hash(guangxi.structure(person()))
    with pytest.raises(AttributeError):
        record.basic.name = "李四"  # type: ignore[misc]  # the very thing that must fail


def test_structure_tells_everything_at_once() -> None:
    """
    Values that cannot be read raise together; a draft does not.
    """
    with pytest.raises(CredrulesError) as caught:
        guangxi.structure(person(basic={"sex": "男的", "birth_date": "1972-02-30"}))

    assert ["GX.F.CODE", "GX.F.BIRTH_DATE"] == [item.code for item in caught.value.findings]
    assert guangxi.PersonalRecord() == guangxi.structure({})


@ok("GX-150")
def test_grade_and_level_of_an_award() -> None:
    """
    Grade 二等奖 and level 省部级 are two fields.
    """
    report = guangxi.check(person(awards=[{"award_grade": "二等奖", "award_level": "省部级"}]), on=ON)

    assert report.ok
    assert report.value is not None
    assert ("二等奖", "PROVINCE_MINISTRY") == (report.value.awards[0].award_grade, report.value.awards[0].award_level)


@ok("GX-150")
@pytest.mark.parametrize("coded", ["奖励等级（代码）", "奖励等级(代码)", "奖励级别"])
def test_the_label_printed_twice_is_two_fields(coded: str) -> None:
    """
    What stands in brackets beside 奖励等级 tells the coded field from the typed one, in either order.
    """
    for award in ({"奖励等级": "二等奖", coded: "省部级"}, {coded: "省部级", "奖励等级": "二等奖"}):
        read = guangxi.structure({"奖励信息": [award]}).awards[0]

        assert ("二等奖", "PROVINCE_MINISTRY") == (read.award_grade, read.award_level)


@not_ok("GX-150")
def test_neither_field_takes_the_other_s_value() -> None:
    """
    A level as grade is warned of, a grade as level refused.
    """
    report = guangxi.check(person(awards=[{"award_grade": "省部级", "award_level": "二等奖"}]), on=ON)

    assert {"GX.FIELD.AWARD_LEVEL_TWICE": "award_grade", "GX.CODE.AWARD_LEVEL": "award_level"} == {
        item.code: item.path[-1] for item in report.findings if item.severity is not Severity.INFO
    }


@ok("GX-151")
def test_the_misprinted_label_is_the_approving_organ() -> None:
    """
    批准籍贯 is read as 批准机关.
    """
    record = guangxi.structure({"专业技术资格信息": [{"批准籍贯": "甲市职称改革工作领导小组"}]})

    assert "甲市职称改革工作领导小组" == record.titles[0].approving_organ


@not_ok("GX-151")
@pytest.mark.parametrize("place", ["广西南宁市", "450103", "广西甲县", "甲市乙区"])
def test_a_certificate_has_no_native_place(place: str) -> None:
    """
    There is no second native place: a place as approving organ is warned of.
    """
    report = guangxi.check(person(titles=[{"approving_organ": place}]), on=ON)

    assert ["GX.FIELD.APPROVING_ORGAN"] == [item.code for item in report.warnings]
    assert ["Basic.native_place"] == [name for name, spec in guangxi.FIELDS.items() if spec.label.zh == "籍贯"]


@not_ok("GX-151")
@pytest.mark.parametrize("place", ["湖南省长沙市", "北京", "广东乙县"])
def test_a_native_place_of_another_province_is_no_signer(place: str) -> None:
    """
    A native place under the misprinted label is warned of, and the certificate is not of that province.
    """
    data = person(titles=[{"approving_organ": place}])
    report = guangxi.check(data, on=ON)

    assert ["GX.FIELD.APPROVING_ORGAN"] == [item.code for item in report.warnings]
    assert report.ok


@pytest.mark.parametrize("organ", ["广西军区", "甲社区", "甲市人事局"])
def test_organs_that_end_like_places(organ: str) -> None:
    """
    军区 and 社区 are no districts.
    """
    assert () == guangxi.check(person(titles=[{"approving_organ": organ}]), on=ON).warnings


@ok("GX-152")
def test_the_unnamed_date_is_the_honour_s() -> None:
    """
    时间 is read as the date of the honour, by deduction.
    """
    record = guangxi.structure({"荣誉信息": [{"时间": "2009-05-01"}]})

    assert record.honours[0].honour_date is not None
    assert "2009-05-01" == record.honours[0].honour_date.isoformat()
    assert "deduced" == guangxi.FIELDS["Honour.honour_date"].declared.basis.value


@not_ok("GX-152")
def test_the_unnamed_date_is_not_the_award_s() -> None:
    """
    时间 in an award is unknown; the award's year is typed as 获得年度.
    """
    report = guangxi.check({"奖励信息": [{"时间": "2009-05-01", "获得年度": "2009"}]}, on=ON)

    assert [("awards", 0, "时间")] == [item.path for item in report.findings if item.code == "RECORD.UNKNOWN_KEY"]


@ok("GX-153")
def test_four_labels_are_four_fields() -> None:
    """
    专业, 所学专业, 专业类别 and 专业名称 go each to a field of its own.
    """
    record = guangxi.structure(
        {
            "学历信息": [{"所学专业": "数学教育"}],
            "专业技术资格信息": [{"专业": "中学数学"}],
            "职业资格证书": [{"专业类别": "房屋建筑", "专业名称": "注册安全工程师"}],
        }
    )
    occupation = record.qualifications[0]

    assert ("数学教育", "中学数学", "房屋建筑") == (
        record.educations[0].major,
        record.titles[0].title_major,
        occupation.category,
    )
    assert codes.OCCUPATIONAL_QUALIFICATIONS.check("注册安全工程师").value == occupation.occupation_name


@not_ok("GX-153")
def test_no_field_serves_for_another() -> None:
    """
    Where one of them is missing no other one fills in.
    """
    report = guangxi.check({"titles": [{"所学专业": "数学"}], "qualifications": [{"专业": "数学"}]}, on=ON)

    assert [("titles", 0, "所学专业"), ("qualifications", 0, "专业")] == [
        item.path for item in report.findings if item.code == "RECORD.UNKNOWN_KEY"
    ]
    owners = {name: spec.owner for name, spec in guangxi.FIELDS.items() if "专业" in spec.label.zh}
    assert {
        "Education.major",
        "TitleCertificate.title_major",
        "OccupationalCertificate.category",
        "OccupationalCertificate.occupation_name",
    } <= set(owners)


def test_a_catalogue_of_the_host() -> None:
    """
    A host that has the annex adds its names; what it still does not hold is told with the name it ends with.
    """
    catalogue = guangxi.names.CERTIFICATE_NAMES.with_names(titles=["教练型教师"], occupations=["注册某某师"])
    profile = guangxi.PROFILE.switch(catalogue=catalogue)
    data = {
        "titles": [{"title_name": "教练型教师"}, {"title_name": "电气工程师"}],
        "qualifications": [{"occupation_name": "注册某某师"}],
    }
    found = [item for item in guangxi.check(data, on=ON, profile=profile).findings if item.code == "GX.CODE.CERT_NAME"]

    assert [("titles", 1, "title_name")] == [item.path for item in found]
    assert ("工程师",) == found[0].params["near"]
    assert guangxi.names.CERTIFICATE_NAMES == guangxi.names.CERTIFICATE_NAMES.with_names()


def test_series_of_both_schemes_are_one_family() -> None:
    """
    A series before and after the reform share titles; an unknown one contradicts nothing.
    """
    nurse = names.candidates("主管护师")[0]

    assert names.in_series(nurse, "04")
    assert names.in_series(nurse, "EXT-OLD-HEALTH")
    assert names.in_series(nurse, "没有这个系列")
    assert not names.is_health(None, None)
    assert names.is_health("主管护师", "没有这个系列")
    assert frozenset() == names.families_of(codes.SEX["1"])


def test_a_qualification_since_abolished_stays_what_it_was() -> None:
    """
    What a certificate says is read without the day of the check.
    """
    ended = next(entry for entry in codes.OCCUPATIONAL_QUALIFICATIONS if entry.valid_to)
    report = UndatedCodeLeaf(codes.OCCUPATIONAL_QUALIFICATIONS).check(ended.code, on=dt.date(2026, 1, 1))

    assert ended.code == report.value
    assert [] == [item for item in report.findings if item.severity is not Severity.INFO]


def test_the_name_of_a_series_is_no_title() -> None:
    """
    The name of a series is no title a certificate bears; it stays as written.
    """
    record = guangxi.structure({"titles": [{"title_name": "工程技术人员"}]})

    assert "工程技术人员" == record.titles[0].title_name


def test_a_control_number_is_dumped_as_text() -> None:
    """
    The cell's value is the canonical text.
    """
    assert "A-0001" == CONTROL_NUMBER.check(" Ａ-０００１ ").value


def test_kinds_of_credentials_have_names() -> None:
    """
    The two families are named in both languages.
    """
    assert ["专业技术资格", "职业资格"] == [kind.label.zh for kind in guangxi.names.CredentialKind]


def test_the_catalogue_tells_the_family_of_a_name() -> None:
    """
    A title, an occupational qualification, and a name neither list has.
    """
    kinds = [guangxi.names.CERTIFICATE_NAMES.kind_of(name) for name in ("工程师", "注册建筑师", "钓鱼协会会员证")]

    assert [guangxi.names.CredentialKind.TITLE, guangxi.names.CredentialKind.OCCUPATIONAL, None] == kinds


@pytest.mark.parametrize(
    ("data", "code", "suggestion"),
    [
        ({"basic": {"unit_name": "甲县 水利局"}}, "GX.UNIT.NO_SPACE", "甲县水利局"),
        ({"basic": {"address": "甲市乙路1号\n"}}, "GX.TEXT.EXTRA_SPACE", "甲市乙路1号"),
        ({"basic": {"name": "张 三丰"}}, "GX.F.NAME", "张三丰"),
        ({"titles": [{"certificate_number": "无"}]}, "GX.F.CERTIFICATE_NUMBER", "11111111"),
        ({"titles": [{"certificate_number": "1111111"}]}, "GX.CERTNO.SENTINEL_MISTYPED", "11111111"),
    ],
)
def test_a_finding_under_another_name_keeps_its_suggestion(data: dict[str, Any], code: str, suggestion: str) -> None:
    """
    Under the code of the field or of the system a finding suggests what the leaf suggested.
    """
    assert [suggestion] == [item.suggestion for item in guangxi.check(data, on=ON).findings if item.code == code]
