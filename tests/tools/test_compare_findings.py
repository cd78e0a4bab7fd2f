"""
The comparison of two states is empty for one state, and sees one silenced rule, one changed word, one loose order.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import credrules
from credrules.systems import SYSTEMS
from tools import compare_findings
from tools.comparing import building, differences, examples, machines, probe, slips, told
from tools.comparing.differences import AreaResult
from tools.comparing.world import World

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(credrules.__file__).resolve().parent
WORLD = World(ROOT / "data", ROOT / "examples", 40)
FACE = Path("systems/guangdong_learning/__init__.py")
REQUESTS = Path("_catalogue/guangdong_learning.py")

SILENCED = """
_loud = check_request


def check_request(*args, **options):
    from attrs import evolve

    report = _loud(*args, **options)
    return evolve(report, findings=tuple(it for it in report.findings if it.code != "CE.REQ.SUBJECT_LINE_EMPTY"))
"""
LOOSE = """
def read_subject_line(line):
    return next(iter({f"kind {number}" for number in range(50)}))
"""


@pytest.fixture
def states(tmp_path: Path) -> tuple[Path, Path]:
    """
    The library twice, each in a folder of its own.
    """
    folders = (tmp_path / "old", tmp_path / "new")
    for folder in folders:
        shutil.copytree(PACKAGE, folder / "credrules", ignore=shutil.ignore_patterns("__pycache__"))
    return folders


def _append(state: Path, file: Path, text: str) -> None:
    path = state / "credrules" / file
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def _replace(state: Path, file: Path, old: str, new: str) -> None:
    path = state / "credrules" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _compared(states: tuple[Path, Path], tmp_path: Path, *areas: str) -> dict[str, AreaResult]:
    results, _ = compare_findings.compare_installed(states, ROOT / "data", tmp_path, count=200, areas=areas, most=2)
    return {result.area: result for result in results}


def _kinds(result: AreaResult) -> set[str]:
    return set(result.kinds)


# --- what is seen ---------------------------------------------------------------


@pytest.mark.slow
def test_one_state_twice_is_nothing(states: tuple[Path, Path], tmp_path: Path) -> None:
    """
    A state does not differ from itself, in whatever area.
    """
    results = _compared(states, tmp_path, *compare_findings.AREAS)

    assert dict.fromkeys(compare_findings.AREAS, 0) == {area: it.differing for area, it in results.items()}
    assert all(result.cases for result in results.values())


def test_a_silenced_rule_is_seen(states: tuple[Path, Path], tmp_path: Path) -> None:
    """
    A finding that is not found any more is told with its code and its cases, and nothing else is.
    """
    _append(states[1], FACE, SILENCED)

    found = _compared(states, tmp_path, "units", "messages")

    assert {"check_request, findings, CE.REQ.SUBJECT_LINE_EMPTY is not found any more"} == {
        kind for kind in _kinds(found["units"]) if "repaired" not in kind
    }
    assert 0 == found["messages"].differing
    assert 0 < found["units"].differing < found["units"].cases


def test_a_changed_word_is_seen(states: tuple[Path, Path], tmp_path: Path) -> None:
    """
    One message in other words is seen in the catalogue, in every finding that says it, and in no other language.
    """
    wording = credrules.catalogue.RULES["CE.REQ.SUBJECT_LINE_EMPTY"].zh
    _replace(states[1], REQUESTS, wording, f"{wording}。")

    found = _compared(states, tmp_path, "units", "messages")

    assert {"zh": 1} == dict(found["messages"].kinds)
    assert "check_request, findings, CE.REQ.SUBJECT_LINE_EMPTY, zh" in _kinds(found["units"])
    assert {"zh"} == {kind.rpartition(", ")[2] for kind in _kinds(found["units"])}


def test_an_answer_by_the_order_of_a_set_is_seen(states: tuple[Path, Path], tmp_path: Path) -> None:
    """
    The two states run with different hash seeds, so what hangs on the order of a set differs even from itself.
    """
    for state in states:
        _append(state, FACE, LOOSE)

    assert {"read_subject_line"} == _kinds(_compared(states, tmp_path, "units")["units"])


def test_a_state_that_cannot_be_asked_is_told(states: tuple[Path, Path], tmp_path: Path) -> None:
    """
    A state whose import fails is no state without findings.
    """
    _append(states[1], FACE, "\nraise ImportError\n")

    with pytest.raises(building.BuildError, match="could not be asked"):
        _compared(states, tmp_path, "messages")


def test_another_state_than_the_wanted_one_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Who would ask the wrong state asks none.
    """
    assert 2 == probe.main([str(tmp_path), str(ROOT / "data"), str(ROOT / "examples"), str(tmp_path), "1"])
    assert "was imported" in capsys.readouterr().err


# --- from the commit to the answer ----------------------------------------------


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    A repository of one commit with sources and data; a state is installed by copying it, so no index is asked.
    """
    folder = tmp_path / "repository"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, folder / "src" / "credrules", ignore=ignored)
    shutil.copytree(ROOT / "data", folder / "data", ignore=ignored)
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    monkeypatch.setattr(os, "environ", {key: it for key, it in os.environ.items() if not key.startswith("GIT_")})
    for words in (("init", "--quiet"), ("add", "--all"), (*who, "commit", "--quiet", "--message", "x")):
        subprocess.run(("git", *words), cwd=folder, check=True)  # noqa: S603, S607  # our own words

    def copied(source: Path, target: Path) -> None:
        shutil.copytree(source / "src", target / "installed")

    monkeypatch.setattr(compare_findings, "install", copied)
    return folder


def _called(repository: Path, *arguments: str) -> int:
    return compare_findings.main([*arguments, "--only", "messages", "--count", "20"], root=repository)


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_the_tree_is_compared_with_a_commit(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    The exit status is 0 when nothing differs, 1 when something does; what it was and what it is are printed.
    """
    assert 0 == _called(repository, "HEAD")
    assert "nothing differs" in capsys.readouterr().out

    wording = credrules.catalogue.RULES["CE.REQ.SUBJECT_LINE_EMPTY"].en
    _replace(repository / "src", REQUESTS, wording, "Other words.")

    assert 1 == _called(repository, "HEAD")
    shown = capsys.readouterr().out
    assert "messages: en (1 case)\n  CE.REQ.SUBJECT_LINE_EMPTY\n" in shown
    assert '    is  "Other words."\n' in shown
    assert "1 case differs" in shown


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_no_such_commit_is_told(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A name of no commit gives exit status 2.
    """
    assert 2 == _called(repository, "nowhere")
    assert "nowhere" in capsys.readouterr().err


# --- kinds of difference --------------------------------------------------------


def test_half_a_pair_can_be_printed() -> None:
    """
    A lone surrogate in an answer is shown by its number; the report of the tool can be printed.
    """
    result = AreaResult("titles")
    result.add("1", {"value": "a"}, {"value": "\ud800"}, most=1)

    assert '"\\ud800"' == result.shown["value"][0].now
    assert result.shown["value"][0].now.encode("utf-8")


def _said(code: str, **more: object) -> dict[str, object]:
    return {"code": code, "path": [], **more}


@pytest.mark.parametrize(
    ("was", "now", "kinds"),
    [
        ({"check": {"ok": True}}, {"check": {"ok": False}}, ["check, ok"]),
        ([_said("A")], [], ["A is not found any more"]),
        ([], [_said("A")], ["A is found now"]),
        ([_said("A"), _said("A")], [_said("A")], ["order or number of the findings"]),
        ([_said("A"), _said("B")], [_said("B"), _said("A")], ["order or number of the findings"]),
        ([_said("A", zh="x")], [_said("A", zh="y")], ["A, zh"]),
        ({"check 3": 1}, {"check 3": 2}, ["check"]),
        ({"a": 1}, {"b": 1}, ["a", "b"]),
        ([1, 2], [1, 3], [""]),
    ],
)
def test_a_kind_names_the_place(was: object, now: object, kinds: list[str]) -> None:
    """
    A difference is of the facet, the code and the part of the finding, whatever its number; never of none.
    """
    assert [kind or "the whole case" for kind in kinds] == [kind for kind, _, _ in differences.differences(was, now)]


# --- what is asked --------------------------------------------------------------


def test_areas_are_those_of_the_probe() -> None:
    """
    Every area can be asked for.
    """
    assert compare_findings.AREAS == tuple(probe.AREAS)


def test_every_example_is_executed_or_left_out_by_name() -> None:
    """
    An example runs to an answer, or to the library's own error; what no promised name leads to is listed.
    """
    assert set(examples.left_out(WORLD)) <= examples.LEFT_OUT

    raised = [
        (case, name, answer)
        for case, facets in examples.every_example(WORLD)
        for name, answer in facets.items()
        if isinstance(answer, dict) and answer.get("raised", "CredrulesError") != "CredrulesError"
    ]
    assert [] == raised


@pytest.mark.parametrize("system", [system.name for system in SYSTEMS])
def test_every_state_and_fact_is_asked_for(system: str) -> None:
    """
    The states read from the diagrams are the machine's, and no transition has a fact or an actor that is not tried.
    """
    for machine in machines.machines(system):
        assert {state.name for state in machine.states} == set(machines.states_of(machine))
        for row in machine.transitions:
            assert {fact.name for fact in row.facts} <= set(machines.facts_of(machine)[row.event])
            assert set(row.actors) <= set(machines.actors_of(machine))


def test_every_system_is_asked() -> None:
    """
    Each system, its parts and eligibility have an area of their own, and all machines have one together.
    """
    asked = {"guangxi": "guangxi", "guangdong_titles": "titles", "lianyungang": "workers",
             "guangdong_learning": "learning"}  # fmt: skip

    assert set(asked) == {system.name for system in SYSTEMS}
    assert {*asked.values(), "units", "eligibility", "machines"} <= set(probe.AREAS)


def test_facts_are_given_in_every_way() -> None:
    """
    A fact is true, false or not given.
    """
    assert [{"a": True}, {"a": False}, {}] == list(machines.settings(("a",)))


def _of_kinds(area: str) -> set[str]:
    return {case.rpartition(" ")[2] for case, _ in probe.AREAS[area](World(ROOT / "data", ROOT / "examples", 100))}


@pytest.mark.parametrize("area", ["guangxi", "learning", "rosters", "units", "titles", "workers", "eligibility"])
def test_forms_are_clean_nearly_clean_and_hostile(area: str) -> None:
    """
    All three kinds are drawn.
    """
    assert {"clean", "near", "hostile"} <= _of_kinds(area)


def test_a_check_digit_is_that_of_the_norm() -> None:
    """
    The example of GB 11643-1999: 11010519491231002X.
    """
    assert "X" == slips.check_digit("11010519491231002")


# --- what an answer says --------------------------------------------------------


class _Refuses(str):
    __slots__ = ()

    def __repr__(self) -> str:
        raise ValueError


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({3, 1, 2}, [1, 2, 3]),
        ((1, "a", None), [1, "a", None]),
        ({1: {"a": 2.5}}, {"1": {"a": "2.5"}}),
        (credrules.Severity.ERROR, "<ERROR>"),
    ],
)
def test_values_are_told_as_plain_data(value: object, said: object) -> None:
    """
    Sets are sorted, keys are texts, numbers that are not whole are exact texts.
    """
    assert said == told.plain(value)


def test_an_object_that_refuses_is_told_by_its_type() -> None:
    """
    What a host passed on may be hostile; the comparison is not broken by it.
    """
    answer: Any = told.plain(_Refuses("a"))

    assert answer.startswith("an object of <class")
