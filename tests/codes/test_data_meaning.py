"""
Confusions that tables of this kind are known for.
"""

from __future__ import annotations

import pytest

from credrules import codes


def _findings(table: codes.CodeTable, text: str) -> list[str]:
    return [found.code for found in table.check(text).findings]


def test_juris_master_is_not_master_of_laws() -> None:
    """
    法律硕士 is a professional degree of its own, never 法学硕士.
    """
    assert ("341", "303") == (codes.DEGREE.check("法律硕士").value, codes.DEGREE.check("法学硕士").value)


@pytest.mark.parametrize(
    ("professional", "academic"),
    [
        ("工程硕士", "工学硕士"),
        ("教育硕士", "教育学硕士"),
        ("临床医学硕士", "医学硕士"),
        ("建筑学学士", "工学学士"),
        ("军事硕士", "军事学硕士"),
    ],
)
def test_professional_degree_is_not_the_academic_one(professional: str, academic: str) -> None:
    """
    Professional degrees and academic degrees of similar names have different codes.
    """
    found = [codes.DEGREE[codes.DEGREE.parse(name)]["kind"] for name in (professional, academic)]

    assert ["professional", "academic"] == found


def test_probationary_member_is_not_a_member() -> None:
    """
    中共党员（预备） is 02, however near to the name of 01.
    """
    assert "02" == codes.POLITICAL_STATUS.check("中共党员（预备）").value


def test_bare_party_member_is_assumed() -> None:
    """
    党员 alone is taken for a member of the Communist Party, and the report says that this is assumed.
    """
    assert ["CODE.ASSUMED"] == _findings(codes.POLITICAL_STATUS, "党员")


def test_democratic_parties_list_the_eight() -> None:
    """
    民主党派 lists the eight parties and picks none.
    """
    found = codes.POLITICAL_STATUS.check("民主党派").findings[0]

    assert ("CODE.AMBIGUOUS", ("04", "05", "06", "07", "08", "09", "10", "11")) == (found.code, found.params["codes"])


def test_code_11_of_the_standard() -> None:
    """
    Code 11 of GB/T 4658 is 博士研究生毕业; in a cadre table that says something else, code and name contradict.
    """
    assert "博士研究生毕业" == codes.EDUCATION["11"].name
    assert ["CODE.CONTRADICTION"] == _findings(codes.EDUCATION, "11 大学本科")


def test_completion_is_not_assumed_for_a_group() -> None:
    """
    本科 says nothing of graduation: the group, not 21; 硕士研究生 has no such code, so graduation is assumed aloud.
    """
    assert ("20", "14") == (codes.EDUCATION.check("本科").value, codes.EDUCATION.check("硕士研究生").value)
    assert ["CODE.ASSUMED"] == _findings(codes.EDUCATION, "硕士研究生")


def test_certificate_class_is_marked_and_unranked() -> None:
    """
    专业证书班 is no entry of the standard and stands outside the ranking.
    """
    entry = codes.EDUCATION["EXT-ZYZSB"]

    assert ("extension", None) == (entry.status.value, entry.rank)


def test_education_ranks() -> None:
    """
    博士研究生 > 硕士研究生 > 研究生班 > 本科 > 专科 > 中专 and 高中 > 初中 > 小学.
    """
    order = ["11", "14", "17", "21", "28", "31", "41", "71", "81"]
    ranks = [codes.EDUCATION.rank(code) for code in order]

    assert sorted({rank for rank in ranks if rank is not None}, reverse=True) == ranks
    assert codes.EDUCATION.rank("41") == codes.EDUCATION.rank("61") == codes.EDUCATION.rank("47")


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("讲师", ("013", "023", "033")),
        ("高级教师", ("052", "413")),
        ("一级教师", ("053", "414")),
        ("研究员", ("611", "621")),
        ("馆员", ("643", "653", "663", "673")),
        ("编辑", ("153", "203")),
        ("农业技术推广研究员", ("091", "101", "111")),
    ],
)
def test_shared_titles_are_ambiguous(text: str, candidates: tuple[str, ...]) -> None:
    """
    A title that several series share is answered with all its candidates.
    """
    found = codes.TITLES.check(text).findings[0]

    assert ("CODE.AMBIGUOUS", candidates) == (found.code, found.params["codes"])


def test_senior_teachers_of_two_levels() -> None:
    """
    中学高级教师 is associate senior, 小学高级教师 only intermediate.
    """
    assert ("412", "420") == (codes.TITLES["052"]["level"], codes.TITLES["413"]["level"])


def test_technician_is_a_health_title_or_a_worker() -> None:
    """
    技师 on a certificate may be the health title or the worker's grade.
    """
    found = codes.QUALIFICATION_TITLES.check("技师").findings[0]

    assert ("CODE.AMBIGUOUS", ("264", "EXT-WORKER-2")) == (found.code, found.params["codes"])


def test_disputed_code_is_said_to_be_so() -> None:
    """
    Ethnicity 99 means different things in different systems.
    """
    assert "disputed" == codes.ETHNICITY["99"].status.value
    assert "CODE.EXTENSION" in _findings(codes.ETHNICITY, "99")


def test_skill_grades_count_downwards() -> None:
    """
    In the five-grade codes 1 is the highest, in the eight-grade order the lowest; ranks run upwards in both.
    """
    assert 6 == codes.SKILL_GRADES.rank("1") == codes.SKILL_GRADES_2022.rank("6")
    assert 1 == codes.SKILL_GRADES_2022.rank("1")


def test_city_bureau_is_not_the_city() -> None:
    """
    An award of 南宁市教育局 is not one of 南宁市人民政府.
    """
    assert "GX-CITY-450100" == codes.GRANTING_ORGANS.check("南宁市人民政府").value
    assert codes.GRANTING_ORGANS.check("南宁市教育局").value is None
    assert "out" == codes.GRANTING_ORGANS["PAT-CITY-BUREAU"]["scope"]
