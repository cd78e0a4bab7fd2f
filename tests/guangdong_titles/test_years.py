"""
The trial year: what holds in 2016, and that nothing of it is carried over.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from credrules.systems import guangdong_titles as titles
from credrules.systems.guangdong_titles import policy
from credrules.testing._samples import guangdong_titles as people
from credrules.testing._samples.guangdong_titles import ON, PROFILE
from tests.support import hostile
from tests.support.cases import not_ok, ok


def codes(on: dt.date = ON, profile: titles.profile.TitlesProfile = PROFILE, **sections: Any) -> set[str]:  # noqa: ANN401  # cells
    """
    Return the codes found in the sample file with some cells changed.
    """
    return {item.code for item in titles.check(people.file(**sections), on=on, profile=profile).findings}


@ok("GD-004", "GD-009")
def test_2016_is_the_trial_year() -> None:
    """
    2016 is the first year of use and a trial; it is known.
    """
    year = policy(2016)

    assert (2016, True, True) == (year.year, year.known, year.trial)
    assert policy("2016") == policy("2016年") == policy(2016.0) == year
    assert () == year.findings


@not_ok("GD-004", "GD-009")
@pytest.mark.parametrize("year", [2015, 2017, 2019, "2019年", "今年", None, 99999, -1])
def test_another_year_is_unknown(year: object) -> None:
    """
    Of a year without evidence nothing is said: not that it is a trial, not that it is none.
    """
    answer = policy(year)

    assert not answer.known
    assert {None} == {
        answer.trial, answer.online_is_decisive, answer.paper_required, answer.paper_first_with_permits,
        answer.require_generated_forms,
    }  # fmt: skip
    assert ["GD.YEAR.THIS_YEAR_ONLY"] == [item.code for item in answer.findings]
    assert answer.explain("zh") == (answer.findings[0].message("zh"),)


def test_a_year_is_asked_with_anything() -> None:
    """
    `policy` answers any object.
    """
    for value in hostile.everything():
        assert isinstance(policy(value), titles.YearPolicy)


def test_the_trial_year_in_words() -> None:
    """
    What holds in 2016 is explained in both languages, the numbers of lines equal.
    """
    assert "试用" in policy(2016).explain("zh")[0]
    assert len(policy(2016).explain("zh")) == len(policy(2016).explain("en")) == 4


@ok("GD-005")
def test_the_online_record_registers() -> None:
    """
    The online record decides nothing in 2016, and the paper application stays.
    """
    assert (False, True) == (policy(2016).online_is_decisive, policy(2016).paper_required)
    done = codes(application={"state": "CERTIFIED"}, results=[{"certificate_no": "粤0000001"}])

    assert "GD.YEAR.PURPOSE" not in done


@not_ok("GD-005")
@pytest.mark.parametrize(
    "half", [{"paper": {"audit": "FAILED"}}, {"basic": {"state": "AT_UNIT"}}], ids=["paper missing", "online missing"]
)
def test_a_number_needs_both(half: dict[str, Any]) -> None:
    """
    A certificate number with only the online record, or only the paper, is told.
    """
    assert "GD.YEAR.PURPOSE" in codes(results=[{"certificate_no": "粤0000001"}], **half)


@ok("GD-006")
@pytest.mark.parametrize("online", ["2016-06", ""])
def test_paper_goes_first(online: str) -> None:
    """
    Paper in May and the online part in June, or not yet: neither is refused.
    """
    assert set() == codes(paper={"submitted_on": "2016-05", "online_on": online}) - {"CODE.ALIAS"}


@not_ok("GD-006")
def test_not_with_wrong_information_online() -> None:
    """
    Known errors in the online information keep the paper back; that nobody said so does not.
    """
    assert "GD.YEAR.DECOUPLED" in codes(paper={"basic_info_accurate": "否"})
    assert "GD.YEAR.DECOUPLED" not in codes(paper={"basic_info_accurate": ""})


@ok("GD-007")
@pytest.mark.parametrize(
    "permits",
    [
        {"personnel_unit": True, "competent": True},
        ["PERSONNEL_UNIT", "COMPETENT"],
        "人事管理单位、主管部门",
        ["龙川县人才市场", "c-longchuan"],
        {"人事管理单位": "是", "主管单位": "同意"},
        True,
    ],
)
def test_both_units_permit(permits: object) -> None:
    """
    With both permits, in whatever words, paper goes first.
    """
    assert {"GD.YEAR.PERMISSION", "GD.YEAR.PERMISSION_UNKNOWN"}.isdisjoint(codes(paper={"permits": permits}))


@not_ok("GD-007")
@pytest.mark.parametrize(
    "permits",
    [
        {"personnel_unit": True, "competent": False},
        {"personnel_unit": False, "competent": True},
        {"personnel_unit": True},
        ["COMPETENT"],
        "人事管理单位",
        "无",
        False,
    ],
)
def test_one_permit_is_not_enough(permits: object) -> None:
    """
    One permit, or none, is refused when paper comes first; online first needs no permission.
    """
    assert "GD.YEAR.PERMISSION" in codes(paper={"permits": permits})
    assert "GD.YEAR.PERMISSION" in codes(paper={"permits": permits, "online_on": ""})
    assert "GD.YEAR.PERMISSION" not in codes(
        paper={"permits": permits, "submitted_on": "2016-06-02", "online_on": "2016-06-01"}
    )


def test_the_missing_permit_is_named() -> None:
    """
    The finding says whose permission is missing.
    """
    report = titles.check(people.file(paper={"permits": ["人事管理单位"]}), on=ON, profile=PROFILE)
    found = next(item for item in report.errors if item.code == "GD.YEAR.PERMISSION")

    assert ("paper", "permits") == found.path
    assert found.message("zh").endswith("还缺：主管单位")


def test_permission_nobody_spoke_of() -> None:
    """
    Paper first and no word on permission is a warning; without paper nothing is asked.
    """
    assert "GD.YEAR.PERMISSION_UNKNOWN" in codes(paper={"permits": ""})
    assert "GD.YEAR.PERMISSION_UNKNOWN" not in codes(paper={"permits": "", "submitted_on": ""})


@ok("GD-008")
@pytest.mark.parametrize("source", ["DOWNLOADED", "GENERATED", "网上下载", "系统自动生成"])
def test_both_forms_are_accepted(source: str) -> None:
    """
    In 2016 a downloaded form is as good as a generated one.
    """
    assert "GD.YEAR.FORMS" not in codes(paper={"form_source": source})


@not_ok("GD-008")
def test_only_a_policy_asks_for_generated_forms() -> None:
    """
    A finding against a downloaded form needs a profile that asks for generated ones.
    """
    strict = PROFILE.switch(require_generated_forms=True)

    assert "GD.YEAR.FORMS" in codes(profile=strict)
    assert "GD.YEAR.FORMS" not in codes(profile=strict, paper={"form_source": "GENERATED"})
    assert not policy(2016).require_generated_forms


def test_paper_of_another_year() -> None:
    """
    For paper of 2019 the rules of 2016 are not applied, and it is said so; the day of the check stands in for no date.
    """
    found = codes(paper={"submitted_on": "2019-05", "online_on": "2019-06", "permits": "无"})

    assert "GD.YEAR.THIS_YEAR_ONLY" in found
    assert "GD.YEAR.PERMISSION" not in found
    assert "GD.YEAR.THIS_YEAR_ONLY" in codes(dt.date(2019, 1, 1), paper={"submitted_on": "", "online_on": ""})
    assert "GD.YEAR.THIS_YEAR_ONLY" not in codes(dt.date(2019, 1, 1))
