"""
Pressing "save": what is missing, what is wrong, all at once, in form order.
"""

from __future__ import annotations

import datetime as dt

import pytest

from credrules.engine import Profile, form_order
from credrules.fields import EntryMode
from credrules.systems import guangxi
from credrules.testing._samples.guangxi import person
from credrules.values import Evidence, Severity
from tests.support.cases import not_ok, ok

ON = dt.date(2012, 6, 1)
FULL = person(
    basic={"language_2": "日语", "language_2_level": "一般", "birth_date": "1972-03-15"},
    titles=[{"title_series": "EXT-SCHOOL", "control_number": "2012000001", "issued_on": "2012-03-01"}],
)


@ok("GX-031")
def test_a_perfect_record_has_no_finding() -> None:
    """
    Nothing empty, nothing wrong: nothing but the remark on the code of an examination that is weakly attested.
    """
    assert [("CODE.LOW_CONFIDENCE", ("basic", "english_exam"))] == [
        (item.code, item.path) for item in guangxi.check(FULL, on=ON).findings
    ]


@not_ok("GX-031")
def test_all_problems_at_once() -> None:
    """
    Several wrong and empty cells are told together; nothing is raised.
    """
    data = person(basic={"name": "", "citizen_id": "450000199307010013", "sex": "男的", "birth_date": "1972-02-30"})
    report = guangxi.check(data, on=ON)

    assert ["GX.REQ.MANDATORY", "GX.F.ID_NO", "GX.F.CODE", "GX.F.BIRTH_DATE"] == [item.code for item in report.errors]


@ok("GX-032")
def test_a_complete_record_can_be_reported() -> None:
    """
    All mandatory items set: a report file can be produced.
    """
    assert guangxi.can_report(guangxi.check(person(), on=ON))


@not_ok("GX-032")
def test_an_empty_name_stops_the_report() -> None:
    """
    Without a name there is an error and no report file.
    """
    report = guangxi.check(person(basic={"name": ""}), on=ON)

    assert [("GX.REQ.MANDATORY", ("basic", "name"))] == [(item.code, item.path) for item in report.errors]
    assert not guangxi.can_report(report)


@ok("GX-033")
@not_ok("GX-033")
def test_an_empty_optional_item_stops_nothing() -> None:
    """
    No e-mail is told as INFO and does not block the report.
    """
    report = guangxi.check(person(basic={"email": ""}), on=ON)
    found = [item for item in report.findings if item.path == ("basic", "email")]

    assert [("GX.REQ.OPTIONAL", Severity.INFO)] == [(item.code, item.severity) for item in found]
    assert guangxi.can_report(report)


@ok("GX-034")
def test_the_prompt_has_two_ordered_lists() -> None:
    """
    Mandatory and optional items still empty are two lists in form order, what is wrong a third.
    """
    data = person(basic={"name": "", "sex": "", "email": "", "address": "", "mobile": "1380000000"})
    groups = guangxi.split(guangxi.check(data, on=ON).findings)

    assert ["name", "sex"] == [item.path[-1] for item in groups.mandatory_missing]
    assert ["language_2", "language_2_level", "address", "email", "control_number"] == [
        item.path[-1] for item in groups.optional_missing
    ]
    assert ["mobile"] == [item.path[-1] for item in groups.invalid]


@not_ok("GX-034")
def test_the_lists_do_not_mix_and_keep_the_form_order() -> None:
    """
    No finding is in two groups, and each group follows the form, whatever the order of the input's keys.
    """
    data = person(basic={"email": "", "name": "", "sex": ""})
    data["basic"] = dict(reversed(data["basic"].items()))
    mandatory, optional, invalid = guangxi.split(guangxi.check(data, on=ON).findings)
    orders = [[form_order(guangxi.PersonalRecord, item.path) for item in group] for group in (mandatory, optional)]

    assert [sorted(order) for order in orders] == orders
    assert set() == set(mandatory) & set(optional)
    assert () == invalid


@ok("GX-034")
def test_codes_of_their_own_are_mandatory_too() -> None:
    """
    The certificate number, the present post and the review body say in their own words that they are empty.
    """
    data = person(basic={"current_post": ""}, titles=[{"certificate_number": "", "review_body": ""}])
    groups = guangxi.split(guangxi.check(data, on=ON).findings)

    assert ["GX.FIELD.CURRENT_POST_NONE", "GX.CODE.REVIEW_BODY", "GX.CERTNO.REQUIRED"] == [
        item.code for item in groups.mandatory_missing
    ]


@ok("GX-035")
def test_the_default_requiredness_is_assumed() -> None:
    """
    Name, number, sex, birth date, unit and education item are mandatory by assumption, which the table says.
    """
    table = guangxi.requiredness()
    names = (
        "Basic.name",
        "Basic.citizen_id",
        "Basic.sex",
        "Basic.birth_date",
        "Basic.unit_name",
        "Education.education_item",
    )

    assert {(True, Evidence.ASSUMED)} == {(table[name].required, table[name].basis) for name in names}


@not_ok("GX-035")
def test_no_default_is_presented_as_official() -> None:
    """
    Only the certificate number of titles and occupations claims to be stated by the text.
    """
    stated = {name for name, need in guangxi.requiredness().items() if need.required and need.basis is Evidence.STATED}

    assert {"TitleCertificate.certificate_number", "OccupationalCertificate.certificate_number"} == stated


@ok("GX-035")
def test_requiredness_is_injected() -> None:
    """
    A host that knows its program's red fields says so; the finding repeats how that is known.
    """
    profile = guangxi.PROFILE.require("Basic.email")
    report = guangxi.check(person(basic={"email": ""}), on=ON, profile=profile)
    lenient = guangxi.PROFILE.require("Basic.name", required=False)

    assert [("GX.REQ.MANDATORY", "stated")] == [(item.code, item.params["basis"]) for item in report.errors]
    assert guangxi.check(person(basic={"name": ""}), on=ON, profile=lenient).ok
    assert guangxi.requiredness(profile)["Basic.email"].required


@ok("GX-040")
def test_every_field_has_its_note() -> None:
    """
    The note of the unit's name is a sentence in both languages.
    """
    note = guangxi.FIELDS["Basic.unit_name"].declared.help

    assert note.en.endswith(".")
    assert note.zh.endswith("。")


@not_ok("GX-040")
def test_no_field_lacks_its_note() -> None:
    """
    There is no field without label or note in either language.
    """
    bare = [
        name
        for name, spec in guangxi.FIELDS.items()
        if not all((spec.label.zh, spec.label.en, spec.declared.help.zh, spec.declared.help.en))
    ]

    assert [] == bare


def test_the_form_has_its_sixty_one_fields() -> None:
    """
    61 fields are named; 签发时间 stands in two tables, which makes 62 cells.
    """
    requirements = {spec.declared.requirement for spec in guangxi.FIELDS.values()}

    assert {f"GX-{number:03}" for number in range(89, 150)} == requirements
    assert 62 == len(guangxi.FIELDS)


@ok("GX-041")
def test_three_entry_modes() -> None:
    """
    28 fields are typed, 26 picked from lists, and the dates' fields are 7 (签发时间 in two tables).
    """
    modes = [spec.declared.entry for spec in guangxi.FIELDS.values()]
    sex = guangxi.check(person(basic={"sex": "1"}), on=ON)

    assert {EntryMode.MANUAL: 28, EntryMode.CODE: 26, EntryMode.DATE: 8} == {mode: modes.count(mode) for mode in modes}
    assert sex.ok


@not_ok("GX-041")
def test_a_code_field_takes_no_free_text() -> None:
    """
    男的 is no code of the sex.
    """
    report = guangxi.check(person(basic={"sex": "男的"}), on=ON)

    assert [("GX.F.CODE", ("basic", "sex"))] == [(item.code, item.path) for item in report.errors]


def test_keys_may_be_labels_of_the_form() -> None:
    """
    The Chinese labels of the form are keys as good as the English names, in sections or flat.
    """
    zh = guangxi.unstructure(guangxi.structure(person()), labels="zh")
    flat = {**{key: value for key, value in zh.items() if key != "基本信息"}, **zh["基本信息"]}

    assert guangxi.structure(person()) == guangxi.structure(zh) == guangxi.structure(flat)
    assert guangxi.check(flat, on=ON).ok


def test_a_stream_is_checked_one_by_one() -> None:
    """
    `check_many` answers lazily, one report each, in order.
    """
    reports = guangxi.check_many(iter([person(), None, person(basic={"name": ""})]), on=ON)

    assert [True, False, False] == [report.ok for report in reports]


def test_a_profile_of_the_host_s_own_needs_no_switch() -> None:
    """
    A profile built from nothing reads what is ambiguous as the shipped one does.
    """
    own = Profile("own")

    assert guangxi.check(person(), on=ON, profile=own).findings == guangxi.check(person(), on=ON).findings
    assert guangxi.PROFILE.switches == own.completed(guangxi.PROFILE).switches
    assert guangxi.PROFILE.completed(guangxi.PROFILE) is guangxi.PROFILE


@ok("GX-034", "GX-062")
@pytest.mark.parametrize(
    ("educations", "missing"),
    [
        ([], ["GX.EDU.FIRST", "GX.EDU.HIGHEST"]),
        ([{"education_item": "最高学历"}], ["GX.EDU.FIRST"]),
        ([{"education_item": "第一学历"}], ["GX.EDU.HIGHEST"]),
    ],
)
def test_a_missing_education_is_an_empty_mandatory_item(educations: list[dict[str, str]], missing: list[str]) -> None:
    """
    The prompt names a first or highest education that is missing among the mandatory items, one too many does not.
    """
    groups = guangxi.split(guangxi.check(person(educations=educations), on=ON).findings)
    twice = guangxi.split(guangxi.check(person(educations=[{"education_item": "第一学历"}] * 2), on=ON).findings)

    assert missing == [item.code for item in groups.mandatory_missing if item.code.startswith("GX.EDU.")]
    assert [] == [item for item in groups.invalid if item.code in missing]
    assert "GX.EDU.FIRST" in {item.code for item in twice.invalid}


@ok("GX-035")
@not_ok("GX-035")
def test_an_assumption_says_so() -> None:
    """
    That a field is mandatory is assumed but for 证书编号: the message and the evidence of each finding say so.
    """
    data = person(basic={"name": "", "current_post": ""}, titles=[{"certificate_number": "", "review_body": ""}])
    found = {item.path[-1]: item for item in guangxi.check(data, on=ON).errors}
    host = guangxi.check(data, on=ON, profile=guangxi.PROFILE.require("Basic.name")).errors[0]

    assert "必录项“姓名”未填（本库推定为必填）" == found["name"].message("zh")
    assert 'the mandatory item "name" is empty (mandatory is an assumption of this library)' == found["name"].message(
        "en"
    )
    assert {"name", "current_post", "review_body"} == {
        name for name, item in found.items() if item.evidence is Evidence.ASSUMED and "推定" in item.message("zh")
    }
    assert (Evidence.STATED, False) == (
        found["certificate_number"].evidence,
        "推定" in found["certificate_number"].message("zh"),
    )
    assert ("必录项“姓名”未填", Evidence.STATED) == (host.message("zh"), host.evidence)


@ok("GX-035")
def test_every_requirement_has_label_and_clause() -> None:
    """
    Each field of the form says how it is called, whether it must be filled, how that is known, and by which clause.
    """
    table = guangxi.requiredness()

    assert list(guangxi.FIELDS) == list(table)
    assert [spec.label for spec in guangxi.FIELDS.values()] == [need.label for need in table.values()]
    assert table["Basic.name"].clause.endswith("二(2)、二(12)")
    assert table["Basic.email"].clause.endswith("二(2)、二(12)")
    assert table["TitleCertificate.certificate_number"].clause.endswith("二(15)")
    assert table["Basic.current_post"].clause.endswith("二(9)")
    assert guangxi.requiredness(guangxi.PROFILE.require("Basic.email"))["Basic.email"].required
