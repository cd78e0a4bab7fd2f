"""
Print batches, and paper against record: what differs, what is deleted, for whom.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.findings import Finding
from credrules.systems import lianyungang
from credrules.systems.lianyungang.names import GRADES, PrintKind
from credrules.systems.lianyungang.paper import Difference
from credrules.systems.lianyungang.records import Registration, SkillRecord
from credrules.testing._samples import lianyungang as people
from credrules.values import Label
from tests.support import hostile
from tests.support.cases import not_ok, ok
from tests.support.lianyungang import places, unit_checked

TOGETHER = lianyungang.PROFILE.switch(senior_technicians="with_technicians")
TARGETS = st.sampled_from([*GRADES, "技师", "高级工", "工程师", "", None])
FORMS = st.one_of(
    TARGETS.map(lambda target: {"target_grade": target}),
    TARGETS.map(lambda target: {"申报等级": target, "姓名": "李某"}),
    TARGETS.map(lambda target: {"registration": {"target_grade": target}}),
    st.sampled_from(GRADES).map(lambda target: Registration(target_grade=target)),
    st.sampled_from(GRADES).map(lambda target: lianyungang.structure({"registration": {"target_grade": target}})),
)
CERTIFICATE = {
    "专业技术资格名称": "高级工",
    "取得资格途径": "考试",
    "资格审批单位": "连云港市工考办",
    "取得资格时间": "2015-08-31",
    "工种": "汽车驾驶与管理",
    "证书号码": "0615001",
}


# --- print -------------------------------------------------------------------


@given(
    items=st.lists(FORMS | st.integers() | st.none(), max_size=12),
    profile=st.sampled_from([lianyungang.PROFILE, TOGETHER]),
)
def test_groups_are_disjoint_and_cover(items: list[Any], profile: Any) -> None:  # noqa: ANN401  # a profile
    """
    Every registration is in exactly one batch, as the very item that was given; kinds are not mixed.
    """
    groups = lianyungang.print_groups(items, profile=profile)
    members = [member for group in groups for member in group.members]

    assert sorted(map(id, items)) == sorted(map(id, members))
    assert len(groups) == len({group.kind for group in groups})
    for group in groups:
        kinds = {lianyungang.print_groups([member], profile=profile)[0].kind for member in group.members}
        assert {group.kind} == kinds


@pytest.mark.parametrize(
    ("targets", "profile", "kinds"),
    [
        pytest.param(
            ["技师", "高级工", "中级工", "初级工"], lianyungang.PROFILE, ["技师", "等级工"], marks=ok("LYG-050")
        ),
        (["高级技师", "技师"], lianyungang.PROFILE, ["高级技师", "技师"]),
        (["高级技师", "技师", "高级工"], TOGETHER, ["技师", "等级工"]),
        (["工程师"], lianyungang.PROFILE, ["等级不明"]),
        ([], lianyungang.PROFILE, []),
    ],
)
def test_what_is_printed_together(targets: list[str], profile: Any, kinds: list[str]) -> None:  # noqa: ANN401  # a profile
    """
    技师 and 等级工 apart; 高级技师 alone or with 技师, as the profile says, never with 等级工.
    """
    groups = lianyungang.print_groups([{"申报等级": target} for target in targets], profile=profile)

    assert kinds == [group.kind for group in groups]
    assert all(group.kind.label.en for group in groups)


@ok("LYG-050")
def test_senior_technicians_are_the_switch_s() -> None:
    """
    Their batch is their own, or that of 技师.
    """
    both = [{"申报等级": "高级技师"}, {"申报等级": "技师"}]
    together = lianyungang.PROFILE.switch(senior_technicians="with_technicians")

    assert [2, 1] == [len(lianyungang.print_groups(both, profile=it)) for it in (lianyungang.PROFILE, together)]


@not_ok("LYG-050")
def test_a_mixed_batch_is_an_error() -> None:
    """
    A 技师 and a 高级工 are two batches; one person, a text, or nothing is no mixture.
    """
    mixed = [{"申报等级": "技师"}, {"申报等级": "高级工"}]

    assert [PrintKind.TECHNICIAN, PrintKind.GRADE_WORKER] == [group.kind for group in lianyungang.print_groups(mixed)]
    assert (PrintKind.TECHNICIAN,) == tuple(group.kind for group in lianyungang.print_groups("技师"))
    assert (PrintKind.TECHNICIAN,) == tuple(group.kind for group in lianyungang.print_groups({"申报等级": "技师"}))
    assert (PrintKind.TECHNICIAN,) == tuple(
        group.kind for group in lianyungang.print_groups(Registration(target_grade="2"))
    )
    assert () == lianyungang.print_groups(None)


def test_batches_of_a_declaration_are_pure() -> None:
    """
    Registrations of one batch number are of one kind; those of another batch may be others.
    """
    first, second = {"print_batch": "1"}, {"print_batch": "1", "target_grade": "高级工"}

    assert [("registrations", 1, "print_batch")] == places(
        unit_checked(registrations=[first, second]), "PRINT.SEPARATE"
    )
    assert [] == places(unit_checked(registrations=[first, {**second, "print_batch": "2"}]), "PRINT.SEPARATE")
    assert [] == places(unit_checked(registrations=[first, first]), "PRINT.SEPARATE")


# --- record and certificate --------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        pytest.param({}, "", marks=ok("LYG-017", "LYG-030", "LYG-031", "LYG-027")),
        pytest.param({"工种": "汽车驾驶与管埋"}, "SKILL.TRADE", marks=not_ok("LYG-017")),
        pytest.param({"工种": "驾驶员"}, "SKILL.TRADE", marks=not_ok("LYG-030")),
        pytest.param({"证书号码": "615001"}, "SKILL.NUMBER", marks=not_ok("LYG-031")),
        ({"证书号码": 615001}, "SKILL.NUMBER"),
        ({"证书号码": " 0615001 "}, ""),
        ({"证书号码": ""}, "SKILL.NUMBER"),
        pytest.param({"取得资格时间": "2015-10-08"}, "ENTRY.TRUE", marks=not_ok("LYG-027")),
        ({"取得资格时间": "2015.8.31"}, ""),
        ({"专业技术资格名称": "3"}, ""),
        ({"专业技术资格名称": "中级工"}, "ENTRY.TRUE"),
        ({"资格审批单位": "连云港市工考办公室"}, "ENTRY.TRUE"),
        ({"取得资格途径": object()}, "ENTRY.TRUE"),
        ({"工作单位": "甲单位"}, ""),
    ],
)
def test_entries_equal_the_certificate(cells: dict[str, Any], code: str) -> None:
    """
    A finding per item that differs; codes and dates by what they mean, texts sign by sign.
    """
    answers = lianyungang.compare({**CERTIFICATE, **cells}, CERTIFICATE)

    assert ([(f"LYG.{code}", tuple(cells))] if code else []) == [(item.code, item.path) for item in answers]


def test_each_item_has_its_finding() -> None:
    """
    Six items that differ give six findings, in the order of the record.
    """
    other = {"等级": "技师", "途径": "评审", "审批单位": "甲", "取得时间": "2016-11-30", "工种": "钳工", "证号": "1"}
    answers = lianyungang.compare(other, CERTIFICATE)

    assert [(key,) for key in other] == [item.path for item in answers]
    assert all(item.message("zh") and item.message("en") for item in answers)


def test_what_nobody_stated_is_not_compared() -> None:
    """
    An item the certificate leaves out, or the record does not have at all, is unknown.
    """
    assert () == lianyungang.compare({"工种": "电工"}, {"证书号码": "1"})
    assert () == lianyungang.compare({"工种": "电工"}, {"工种": ""})
    assert () == lianyungang.compare({"工种": "电工"}, None)


def test_records_are_compared_too() -> None:
    """
    A typed record, a whole worker, and labels of another language meet in the record's own names.
    """
    record = SkillRecord(grade="3", trade="电工", certificate_no="1")
    worker = people.worker()
    other = people.worker(skill={"trade": "钳工"})

    assert [("trade",)] == [item.path for item in lianyungang.compare(record, {"工种": "钳工", "等级": "高级工"})]
    assert [("skills", 1, "trade")] == [item.path for item in lianyungang.compare(other, worker)]
    assert () == lianyungang.compare(lianyungang.structure(worker), worker)


# --- online and paper --------------------------------------------------------


@ok("LYG-055")
def test_the_paper_prevails() -> None:
    """
    Online 2015, paper 2014: 2014, with the difference named.
    """
    online = {"姓名": "李某", "取得资格时间": "2015-08-31"}
    answer = lianyungang.reconcile(online, {"姓名": "李某", "取得资格时间": "2014-08-31"})

    assert {"姓名": "李某", "取得资格时间": "2014-08-31"} == dict(answer.value)
    assert [("取得资格时间",)] == [item.path for item in answer.differences]
    assert answer.deleted
    assert ["LYG.FLOW.PAPER_PREVAILS", "LYG.FLOW.DELETE"] == [item.code for item in answer.findings]
    assert "取得资格时间" in answer.findings[0].message("zh")
    assert not answer.liability_review


@not_ok("LYG-055")
def test_without_a_difference_nothing_is_deleted() -> None:
    """
    Paper that agrees gives its own values, and no finding.
    """
    answer = lianyungang.reconcile({"trade": "电工"}, {"工种": " 电工"})

    assert {"工种": " 电工"} == dict(answer.value)
    assert ((), (), False) == (answer.differences, answer.findings, answer.deleted)


@ok("LYG-056")
def test_one_person_s_record_alone_is_deleted() -> None:
    """
    Each person is reconciled alone; what differs for one says nothing of another.
    """
    pairs = [
        ({"工种": "电工"}, {"工种": "电工"}),
        ({"工种": "电工"}, {"工种": "钳工"}),
        ({"工种": "钳工"}, {"工种": "钳工"}),
    ]

    assert [False, True, False] == [lianyungang.reconcile(online, paper).deleted for online, paper in pairs]


def test_liability_is_added_by_the_office() -> None:
    """
    Only where the office calls it serious the flag is there.
    """
    answer = lianyungang.reconcile({"工种": "电工"}, {"工种": "钳工"})

    assert not answer.liability_review
    assert answer.called_serious().liability_review
    assert "LYG.FLOW.LIABILITY" == answer.called_serious().findings[-1].code


VALUES = st.sampled_from(["电工", "钳工", "2015-08-31", "2014.8.31", "高级工", "", None, 7, 7.5, True, [], ["甲"]])
SHEETS = st.dictionaries(
    st.sampled_from(["工种", "trade", "取得资格时间", "等级", "证书号码", "备注", "别的", 5, None]), VALUES
)


@given(online=SHEETS, paper=SHEETS)
def test_reconciling_is_lawful(online: dict[Any, Any], paper: dict[Any, Any]) -> None:
    """
    The value is the paper; with itself nothing differs; what was corrected to the paper differs no more.
    """
    answer = lianyungang.reconcile(online, paper)

    assert paper == dict(answer.value)
    assert () == lianyungang.reconcile(paper, paper).differences
    assert answer.deleted is any(item.code == "LYG.FLOW.DELETE" for item in answer.findings)
    assert len(answer.differences) == len([i for i in answer.findings if i.code == "LYG.FLOW.PAPER_PREVAILS"])


def test_paper_functions_never_raise() -> None:
    """
    Whatever objects stand for records, certificates and registrations are answered.
    """
    good = {"工种": "电工", "skills": [{"等级": "高级工"}]}
    for value in hostile.everything():
        sheet = {"工种": value, "skills": value, "证书号码": [value, {"a": value}]}
        for left, right in ((value, good), (good, value), (sheet, good), (good, sheet), (sheet, sheet)):
            assert all(type(item) is Finding for item in lianyungang.compare(left, right))
            assert all(type(item) is Difference for item in lianyungang.reconcile(left, right).differences)
            assert isinstance(lianyungang.revise(left, right), tuple)
        assert isinstance(lianyungang.print_groups(value), tuple)
        assert 1 == len(lianyungang.print_groups([value]))


def test_a_deep_or_endless_sheet_is_answered() -> None:
    """
    Nesting without end and very long lists are read as far as a form goes.
    """
    endless: dict[str, Any] = {}
    endless["工种"] = endless
    deep: Any = "电工"
    for _ in range(5000):
        deep = [deep]

    assert () == lianyungang.compare(endless, {"工种": "电工"})
    assert isinstance(lianyungang.compare({"工种": deep}, {"工种": deep}), tuple)
    assert isinstance(lianyungang.compare({"skills": [{"工种": "电工"}] * 5000}, endless), tuple)


def test_a_difference_shows_no_number() -> None:
    """
    Certificate numbers stay masked in a difference and in the messages.
    """
    answer = lianyungang.reconcile({"证书号码": "1508000123"}, {"证书号码": "1508000124"})

    assert "1508000123" not in repr(answer)
    assert "1508000124" not in repr(answer.differences)
    assert all("1508000124" not in item.message(lang) for item in answer.findings for lang in ("zh", "en"))
    assert Label("证书号码", "certificate number") == answer.differences[0].label


class _Odd(dict[Any, Any]):
    """
    A mapping that lists a key which cannot be one.
    """

    def items(self) -> Any:  # noqa: ANN401  # deliberately no view
        """
        Return a pair with a list for a key.
        """
        return [([], "x"), ("工种", "电工")]


def test_a_key_that_cannot_be_one_names_nothing() -> None:
    """
    Such a key is passed over, the others are read.
    """
    assert {"工种": "电工"} == dict(lianyungang.reconcile({"工种": "钳工"}, _Odd()).value)
