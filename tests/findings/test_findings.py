"""
Findings, reports and the error: values that show nothing whole.
"""

from __future__ import annotations

import copy
import datetime as dt
import enum
import json
import pickle
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from credrules import text
from credrules.catalogue import RULES, Rule
from credrules.dates import PartialDate
from credrules.dates import check as check_date
from credrules.findings import (
    SEVERITY_LABELS,
    Change,
    ChangeKind,
    CredrulesError,
    Decision,
    Finding,
    Path,
    Report,
    Rerun,
    apply_suggestions,
    finding,
    path_text,
    retyped,
    value_or_raise,
)
from credrules.identifiers import mobile
from credrules.values import Evidence, FrozenMap, Label, Lang, Severity
from credrules.wording import filled, place_text, where

NUMBER = "450000199307010014"
ERROR = finding("TEXT.EMPTY", path=("titles", 0, "name"))
WARNING = finding("TEXT.EXTRA_SPACE", path=("name",), suggestion="张三")
INFO = finding("DATE.NOTATION", date="1993-07", suggestion="1993-07")
ALL = (INFO, ERROR, WARNING)


class Colour(enum.Enum):
    """
    An enumeration of a host.
    """

    RED = "红"


def test_severity_comes_from_the_catalogue() -> None:
    """
    A finding has the severity of its row, and a code without a row is a programmer's error.
    """
    assert [Severity.ERROR, Severity.WARNING, Severity.INFO] == [item.severity for item in (ERROR, WARNING, INFO)]
    with pytest.raises(KeyError):
        finding("TEXT.NO_SUCH")


def test_a_finding_is_a_value() -> None:
    """
    Findings compare by value, hash, cannot change, pickle and copy.
    """
    again = finding("TEXT.EXTRA_SPACE", path=("name",), suggestion="张三")

    assert again == WARNING
    assert hash(again) == hash(WARNING)
    assert WARNING != evolve(WARNING, path=())
    assert list(ALL) == pickle.loads(pickle.dumps(list(ALL))) == copy.deepcopy(list(ALL))
    with pytest.raises(FrozenInstanceError):
        WARNING.code = "TEXT.EMPTY"  # type: ignore[misc]  # the point of the test


def test_params_are_frozen() -> None:
    """
    Any mapping may be given as parameters, and is kept frozen.
    """
    found = Finding("TEXT.EMPTY", Severity.ERROR, params={"a": 1})

    assert FrozenMap is type(found.params)
    assert {"a": 1} == found.params


def test_a_finding_leads_to_its_row() -> None:
    """
    `rule` is the catalogue row; a code of the host's own has none and is its own message.
    """
    own = Finding("HOST.OWN", Severity.ERROR)

    assert "TEXT.EXTRA_SPACE" == WARNING.rule.code
    assert ("HOST.OWN", "HOST.OWN") == (own.message("zh"), own.message("en"))
    with pytest.raises(KeyError):
        _ = own.rule


def test_a_finding_is_moved_down() -> None:
    """
    `at` puts a path in front of the finding's own.
    """
    assert ("awards", 2, "name") == finding("TEXT.EMPTY", path=("name",)).at("awards", 2).path


@pytest.mark.parametrize(
    ("param", "zh", "en"),
    [
        ("1993-07-01", "1993-07-01", "1993-07-01"),
        (Label("证书", "certificate"), "证书", "certificate"),
        (("a", Label("甲", "A")), "a、甲", "a, A"),
        (["a", ("b", "c")], "a、b、c", "a, b, c"),
        (Colour.RED, "红", "红"),
        (dt.date(1993, 7, 1), "1993-07-01", "1993-07-01"),
        (PartialDate(1993, 7), "1993-07", "1993-07"),
        (12, "12", "12"),
        (NUMBER, "450000********0014", "450000********0014"),
        (int(NUMBER), "450000********0014", "450000********0014"),
        ((NUMBER,), "450000********0014", "450000********0014"),
    ],
)
def test_words_fill_the_wording(param: object, zh: str, en: str) -> None:
    """
    Parameters of any kind are told in the language asked for, never with a whole identifier.
    """
    found = finding("DATE.NOTATION", date=param)

    assert f"日期已按标准写法读作 {zh}" == found.message() == found.message("zh")
    assert f"the date was read as {en} in the standard notation" == found.message("en")


def test_a_missing_parameter_leaves_a_gap() -> None:
    """
    A wording without its parameter shows an ellipsis and does not raise.
    """
    assert "日期已按标准写法读作 …" == finding("DATE.NOTATION").message()


def test_a_parameter_may_name_the_cause() -> None:
    """
    The cause of a finding is told in its own words with the same parameters, and cannot name itself again.

    A text that merely looks like a code stays a text: somebody may have typed it.
    """
    row = Rule("HOST.OWN", Severity.ERROR, "不行：{cause}", "no: {cause}", (), Evidence.STATED)
    found = finding("DATE.NOTATION", date="1993", cause="DATE.NOTATION")
    typed = finding("DATE.NOTATION", date="DATE.NOTATION")

    assert "不行：日期已按标准写法读作 1993" == filled(row, "zh", found.params)
    assert "不行：没有这个" == filled(row, "zh", FrozenMap(cause="没有这个"))
    assert "日期已按标准写法读作 DATE.NOTATION" == typed.message()


def test_authored_wording_is_not_masked() -> None:
    """
    Only what is filled in is masked, so a wording may hold the number of a standard.
    """
    found = finding("DATE.IMPLAUSIBLE_YEAR", year="1234567")

    assert "年份 12****7 不在 1800 至 2200 之间，请核对" == found.message()


@pytest.mark.parametrize("lang", ["zh", "en", None])
def test_plain_data_is_json(lang: Lang | None) -> None:
    """
    `to_dict` is plain data for JSON, in one language or in both, with identifiers masked.
    """
    params = {
        "label": Label("甲", "A"), "list": [1, (NUMBER, None)], "enum": Colour.RED, "day": dt.date(1993, 7, 1),
        "number": int(NUMBER), "small": 12, "negative": -12, "yes": True, "none": None, "odd": object,
    }  # fmt: skip
    found = Finding("TEXT.EXTRA_SPACE", Severity.WARNING, ("a", 0), FrozenMap(params), NUMBER)
    data = found.to_dict(lang)
    label = {"zh": "甲", "en": "A", None: {"zh": "甲", "en": "A"}}[lang]

    assert NUMBER not in json.dumps(data, ensure_ascii=False)
    assert {
        "label": label, "list": [1, ["450000********0014", None]], "enum": "红", "day": "1993-07-01",
        "number": "450000********0014", "small": 12, "negative": -12, "yes": True, "none": None,
        "odd": "<class 'object'>",
    } == data["params"]  # fmt: skip
    assert ("TEXT.EXTRA_SPACE", "warning", ["a", 0], "450000********0014") == (
        data["code"], data["severity"], data["path"], data["suggestion"],
    )  # fmt: skip
    assert (data.get("message") == found.message(lang or "zh")) is (lang is not None)


def test_reprs_show_no_identifier() -> None:
    """
    Neither a finding nor a change nor a report nor an error shows an identifier or an address whole.
    """
    found = finding("TEXT.EXTRA_SPACE", path=(NUMBER,), suggestion=NUMBER, value=NUMBER)
    change = Change(ChangeKind.SPACE, f" {NUMBER}", NUMBER, ("citizen_id",))
    report: Report[str] = Report(NUMBER, NUMBER, (found,), (change,))
    record: Report[str] = Report({"address": "甲市乙路 1 号"}, None)

    assert "Finding(TEXT.EXTRA_SPACE, WARNING, at='450000********0014', suggestion='450000********0014')" == repr(found)
    assert "Finding(TEXT.EMPTY, ERROR, at='titles/0/name')" == repr(ERROR)
    assert "Change(SPACE, ' 450000********0014' -> '450000********0014', at='citizen_id')" == repr(change)
    assert "Report(ok, raw='450000********0014', findings=[TEXT.EXTRA_SPACE])" == repr(report)
    assert "Report(ok, raw=<dict of 1>, findings=[])" == repr(record)
    assert NUMBER not in repr(CredrulesError([found])) + str(CredrulesError([found]))
    assert NUMBER not in report.to_text() + report._repr_html_() + str(report.to_dict())


@given(findings=st.lists(st.sampled_from(ALL), max_size=4))
def test_a_bool_is_a_view_on_the_findings(findings: list[Finding]) -> None:
    """
    `ok` says that no finding is an error; errors, warnings and infos part the findings and keep their order.
    """
    report: Report[str] = Report("x", "x", tuple(findings))
    parted = (*report.errors, *report.warnings, *report.infos)

    assert report.ok is (ERROR not in findings)
    assert sorted(map(repr, findings)) == sorted(map(repr, parted))
    assert all(item.severity is Severity.ERROR for item in report.errors)
    assert all(item.severity is Severity.WARNING for item in report.warnings)
    assert all(item.severity is Severity.INFO for item in report.infos)


def test_a_report_is_a_value() -> None:
    """
    Reports compare by what was found, pickle and copy, with the way to check again.
    """
    report = text.check(" 张三")
    loaded = pickle.loads(pickle.dumps(report))

    assert report == text.check(" 张三") == loaded == copy.deepcopy(report)
    assert hash(report) == hash(loaded)
    assert report != text.check("张三")
    assert () == loaded.repaired().findings


def test_a_report_tells_people() -> None:
    """
    One line per finding in form order, with place and code; nothing found is said too.
    """
    report: Report[str] = Report("x", None, (WARNING, ERROR))
    empty: Report[str] = Report("x", "x")

    assert "[错误] titles 第1条 name：未填写内容 (TEXT.EMPTY)" == report.to_text().splitlines()[1]
    assert report.to_text("en").splitlines()[0].startswith("[warning] name: there are extra spaces")
    assert ["没有问题", "no findings"] == [empty.to_text("zh"), empty.to_text("en")]
    assert "<caption>有错误</caption>" in report._repr_html_()
    assert "<caption>通过</caption>" in empty._repr_html_()
    assert "<td>titles 第1条 name</td><td>未填写内容</td>" in report._repr_html_()


def test_a_report_is_plain_data() -> None:
    """
    `to_dict` tells verdict, findings and changes for JSON.
    """
    data = text.check(" 张三").to_dict("en")

    assert data == json.loads(json.dumps(data))
    assert (True, ["TEXT.EXTRA_SPACE"]) == (data["ok"], [item["code"] for item in data["findings"]])
    assert [{"kind": "space", "path": [], "before": " 张三", "after": "张三"}] == data["changes"]


@pytest.mark.parametrize("number", ["A12345", "001234", "桂职字〔2013〕0345号", "桂2013/0345", 12345])
def test_plain_data_hides_short_numbers_too(number: object) -> None:
    """
    What was typed or suggested is masked in `to_dict` as in a repr; certificate numbers may be short.
    """
    found = Finding("TEXT.EXTRA_SPACE", Severity.WARNING, suggestion=[number])
    report: Report[object] = Report(None, None, (found,), (Change(ChangeKind.SPACE, number, number),))

    for shown in (repr(report.to_dict()), json.dumps(report.to_dict("zh"), ensure_ascii=False)):
        assert str(number) not in shown
        assert "*" in shown


def test_plain_data_keeps_dates_and_small_numbers() -> None:
    """
    A date, a word, a small number, a truth value identify nobody.
    """
    kept = ["1993-07", "1993年07月01日", "张三", 1993, True, None]

    assert kept == Finding("TEXT.EXTRA_SPACE", Severity.WARNING, suggestion=kept).to_dict()["suggestion"]


def test_the_code_that_a_name_stands_for_is_public() -> None:
    """
    Where a name is read as its code, the code is shown whole, the text as typed is not.
    """
    change = Change(ChangeKind.NAME, "证A12345", "450100")
    report: Report[int] = Report(1, 1, (), (change,))

    assert "Change(NAME, '证A****5' -> '450100', at='')" == repr(change)
    assert [("证A****5", "450100")] == [(it["before"], it["after"]) for it in report.to_dict()["changes"]]


def test_repairing_applies_every_safe_suggestion() -> None:
    """
    A repaired report is the check of the repaired input; the first report and its input are unchanged.
    """
    report = check_date("１９９３年7月 ")
    repaired = report.repaired()

    assert ("１９９３年7月 ", "1993-07") == (report.raw, repaired.raw)
    assert (PartialDate(1993, 7), ()) == (repaired.value, repaired.findings)


def test_what_cannot_be_checked_again_is_returned() -> None:
    """
    A report that does not know its check is its own repair.
    """
    report: Report[str] = Report("x", None, (WARNING,))

    assert report is report.repaired()


class _Upper:
    """
    A form of one field, in capitals.
    """

    def __call__(self, data: object) -> object:
        """
        Return the text in capitals.
        """
        return str(data).upper()

    def place(self, path: Path, lang: str) -> str:
        """
        Return the path's length in words.
        """
        return f"{lang}{len(path)}"


def _check(value: object, *, code: str) -> Report[str]:
    return Report(value, str(value), (finding(code),))


def test_input_is_prepared_before_it_is_repaired() -> None:
    """
    A rerun brings the raw input to the keys of the paths and passes its options on.
    """
    report = Report("a", "a", (), (), Rerun(_check, FrozenMap(code="TEXT.EMPTY"), _Upper()))

    assert ("A", ["TEXT.EMPTY"]) == (report.repaired().raw, [item.code for item in report.repaired().findings])


def test_a_form_names_its_places() -> None:
    """
    A report about a form tells its places in the form's words.
    """
    found = finding("TEXT.EMPTY", path=("a", 0))
    report = Report("a", "a", (found,), (), Rerun(_check, FrozenMap(code="TEXT.EMPTY"), _Upper()))

    assert report.to_text().startswith("[错误] zh2：")
    assert "zh2" in report._repr_html_()


def test_a_place_in_the_keys_that_were_sent() -> None:
    """
    `sent_path` is the own path until something else is known; it moves with the finding and says nothing of equality.
    """
    own = finding("TEXT.EMPTY", path=("name",))
    sent = own.sent_as(("姓名",))

    assert (("name",), ("姓名",)) == (own.sent_path, sent.sent_path)
    assert (("basic", "姓名"), ("basic", "name")) == (sent.at("basic").sent_path, own.at("basic").sent_path)
    assert own == sent
    assert ["姓名"] == sent.to_dict()["sent_path"]


@pytest.mark.parametrize(
    ("code", "basis", "evidence"),
    [
        ("GX.REQ.MANDATORY", "assumed", Evidence.ASSUMED),
        ("GX.REQ.MANDATORY", "stated", RULES["GX.REQ.MANDATORY"].evidence),
        ("VALUE.TOO_LONG", "stated", Evidence.ASSUMED),
        ("HOST.OWN", "stated", Evidence.OUTSIDE),
    ],
)
def test_the_weaker_evidence_counts(code: str, basis: str, evidence: Evidence) -> None:
    """
    A finding is known as its row is, or as its field is where that is weaker.
    """
    assert evidence is Finding(code, Severity.ERROR, params={"basis": basis}).evidence


@pytest.mark.parametrize("lang", ["fr", "", None, 1])
def test_an_unknown_language_is_an_error(lang: Any) -> None:  # noqa: ANN401  # the fault
    """
    A language that is neither zh nor en is a CredrulesError wherever words are made.
    """
    report: Report[str] = Report("x", None, (WARNING,))
    calls: list[Any] = [WARNING.message, report.to_text, Report("x", "x").to_text, WARNING.rule.template]
    calls += [Label("一", "one").text, PartialDate(1993).text]
    calls += [WARNING.to_dict, report.to_dict] if lang is not None else []
    for call in calls:
        with pytest.raises(CredrulesError) as caught:
            call(lang)
        assert ["VALUE.LANGUAGE"] == [item.code for item in caught.value.findings]


@pytest.mark.parametrize(
    ("raw", "path", "expected"),
    [
        ("x", (), "new"),
        ({"a": "x"}, ("a",), {"a": "new"}),
        ({"a": ["x", {"b": "y"}]}, ("a", 1, "b"), {"a": ["x", {"b": "new"}]}),
        (("x", "y"), (1,), ["x", "new"]),
        ({"a": "x"}, ("b",), {"a": "x"}),
        ({"a": "x"}, ("a", "b"), {"a": "x"}),
        (["x"], (1,), ["x"]),
        (["x"], (-1,), ["x"]),
        (["x"], ("a",), ["x"]),
        (None, ("a",), None),
    ],
)
def test_a_suggestion_goes_to_its_path(raw: object, path: Path, expected: object) -> None:
    """
    A suggestion replaces the value at its path in a copy; a path that is not there is left alone.
    """
    before = copy.deepcopy(raw)
    after = apply_suggestions(raw, [finding("TEXT.EXTRA_SPACE", path=path, suggestion="new"), ERROR])

    assert expected == after
    assert before == raw


def test_the_error_carries_its_findings() -> None:
    """
    CredrulesError is a ValueError that pickles and copies with its findings and reads like them.
    """
    error = CredrulesError(iter((ERROR, WARNING)))

    assert isinstance(error, ValueError)
    assert "titles[1].name: nothing is entered; name: there are extra" == str(error)[:57]
    assert (ERROR, WARNING) == error.findings
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert (CredrulesError, error.findings, str(error)) == (type(again), again.findings, str(again))


def test_an_error_of_many_findings_is_short() -> None:
    """
    The text of an error names the first twenty findings and counts the rest; `findings` has them all.
    """
    error = CredrulesError([ERROR] * 1000)

    assert 1000 == len(error.findings)
    assert str(error).endswith("; and 980 more")
    assert str(CredrulesError([ERROR] * 20)) == "; ".join([str(CredrulesError([ERROR]))] * 20)


def test_a_value_is_given_or_raised() -> None:
    """
    A report without error gives its value; one with errors raises these, one without a value all it has.
    """
    assert "x" == value_or_raise(Report("x", "x", (WARNING,)))
    for report, expected in ((Report("x", "x", ALL), (ERROR,)), (Report("x", None, (WARNING,)), (WARNING,))):
        with pytest.raises(CredrulesError) as caught:
            value_or_raise(report)
        assert expected == caught.value.findings


def test_a_report_may_speak_of_another_value() -> None:
    """
    `retyped` changes the value and nothing else.
    """
    report = text.check(" 12")
    number = retyped(report, 12)

    assert (12, report.findings, report.changes, report.rerun) == (
        number.value, number.findings, number.changes, number.rerun,
    )  # fmt: skip


def test_paths_are_told_from_one() -> None:
    """
    People count from one; nothing is said of the whole.
    """
    assert ["", "name: ", "titles[1].name: ", "[2]: "] == [
        path_text(path) for path in ((), ("name",), ("titles", 0, "name"), (1,))
    ]


def test_every_kind_has_its_words() -> None:
    """
    Changes, severities and decisions have words or values in both languages.
    """
    labels = [item.label for item in ChangeKind] + list(SEVERITY_LABELS.values())

    assert len(labels) == len({label.zh for label in labels}) == len({label.en for label in labels})
    assert ["in", "out", "review"] == [item.value for item in Decision]


def test_a_heading_under_a_group_is_told_with_it() -> None:
    """
    A step that is a tuple of group and heading is named by both.
    """
    path: Any = (("学历", "毕业时间"), 0)

    assert "学历·毕业时间 第1条" == place_text(path, "zh")
    assert "学历·毕业时间[1]: " == path_text(path)
    assert "学历·毕业时间/0" == where(path)


def test_a_repair_does_not_unmask() -> None:
    """
    What was masked before a repair took out the signs that told it is not shown after it.
    """
    report = mobile.check("zhangsan!example.org")

    assert "exampleorg" not in repr(report.changes) + repr(report.to_dict("zh"))
    assert "'工程师* ' -> '工程师'" in repr(Change(ChangeKind.SPACE, "工程师* ", "工程师"))
    assert {"before": "z*******!example.org", "after": "***"}.items() <= report.to_dict()["changes"][0].items()
