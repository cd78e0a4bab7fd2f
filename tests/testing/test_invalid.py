"""
Inputs drawn for a code have it, every code of the catalogue can be asked for, and inputs differ where they can.
"""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from credrules import rosters
from credrules.catalogue import RULES, Example, freeze
from credrules.codes import ETHNICITY
from credrules.engine import Profile
from credrules.findings import CredrulesError
from credrules.frames import check_frame
from credrules.identifiers import mobile
from credrules.systems import SYSTEMS, guangxi
from credrules.systems.guangdong_learning import LearningRecord
from credrules.testing import strategies
from credrules.testing._calls.call import Call
from credrules.testing._calls.frames import frame_of
from credrules.testing.calls import call_of, findings_of
from credrules.testing.strategies import DAYS, Invalid, failing
from credrules.testing.strategies.variations import KINDS, edited
from credrules.values import FrozenMap, Severity

FEW = settings(
    max_examples=2, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None
)
# Of each, many inputs have the code: what is drawn for them must vary.
VARIED = (
    "CITIZEN_ID.CHECK_DIGIT", "MOBILE.LENGTH", "EMAIL.NO_AT", "TEXT.EXTRA_SPACE", "GX.F.ID_MISMATCH", "GX.F.AGE",
    "GX.CERTNO.REQUIRED", "ROSTER.SEX", "ROSTER.BIRTH_DATE", "ROSTER.DUPLICATE_PERSON", "GD.F.ARCHIVE_BIRTH",
    "LYG.SKILL.ROUTE", "CE.F.REQUIRED", "HOURS.TOTAL", "CODE.UNKNOWN", "DATE.IMPOSSIBLE", "ELIGIBILITY.LEVEL_YEARS",
)  # fmt: skip


@pytest.mark.parametrize("code", RULES)
def test_every_code_can_be_asked_for(code: str) -> None:
    """
    Each drawn input, called as it says, has the code.
    """

    @FEW
    @given(strategies.invalid(code))
    def has_it(drawn: Invalid) -> None:
        assert (code, True) == (drawn.code, code in drawn.call.codes())

    has_it()


@pytest.mark.parametrize("code", VARIED)
def test_inputs_differ(code: str) -> None:
    """
    Forty draws give many different inputs, and no other findings than the examples have.
    """
    seen: set[str] = set()
    allowed = {frozenset(call_of(example).codes()) for example in RULES[code].fails}

    @settings(max_examples=40, database=None, suppress_health_check=list(HealthCheck), deadline=None)
    @given(strategies.invalid(code))
    def look(drawn: Invalid) -> None:
        seen.add(repr((drawn.call.args, dict(drawn.call.kwargs))))
        assert frozenset(drawn.call.codes()) in allowed

    look()

    assert len(seen) >= 8


def test_the_simplest_is_the_example() -> None:
    """
    Shrinking ends at the first failing example itself.
    """
    drawn = find(strategies.invalid("ROSTER.SEX"), lambda _: True, settings=settings(database=None))

    assert call_of(RULES["ROSTER.SEX"].fails[0]).args == drawn.call.args


def test_what_a_host_gets() -> None:
    """
    The whole form, the day, what to call; an answer of the call as the function gives it.
    """
    drawn = find(strategies.invalid("GX.F.ID_MISMATCH"), lambda _: True, settings=settings(database=None))
    answer: Any = drawn.call.answer()

    assert "credrules.systems.guangxi.check" == drawn.call.name
    assert dt.date(2012, 6, 1) == drawn.on
    assert answer == guangxi.check(drawn.value, on=dt.date(2012, 6, 1))
    assert "GX.F.ID_MISMATCH" in {item.code for item in drawn.call.findings()}


def test_calls_without_value_or_day() -> None:
    """
    A call that takes no argument has no value, one that takes no day has no day.
    """
    window = find(strategies.invalid("LYG.DL.WINDOW"), lambda _: True, settings=settings(database=None))
    bare = Invalid("X", Call(dict))

    assert window.on is None
    assert (None, None) == (bare.value, bare.on)


@given(strategies.invalid("GX.F.ID_MISMATCH"))
def test_a_repr_shows_nobody(drawn: Invalid) -> None:
    """
    A repr names code and function; it shows no cell, and the value compares, pickles and copies.
    """
    assert "<invalid GX.F.ID_MISMATCH: credrules.systems.guangxi.check>" == repr(drawn)
    assert "<call of credrules.systems.guangxi.check>" == repr(drawn.call)
    assert drawn == pickle.loads(pickle.dumps(drawn)) == copy.deepcopy(drawn)


@pytest.mark.parametrize("code", ["TEXT.NONE", "", None, 7, "text.empty", "GX"])
def test_unknown_codes(code: Any) -> None:  # noqa: ANN401  # what is no code
    """
    What is not in the catalogue is refused when the strategy is made.
    """
    with pytest.raises(CredrulesError) as caught:
        strategies.invalid(code)

    assert ["TESTING.NO_EXAMPLE"] == [item.code for item in caught.value.findings]
    assert "there is no such code" in caught.value.findings[0].message("en")


def test_a_code_without_failing_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A row without a failing example is refused, and the refusal says so.
    """
    row = attrs.evolve(RULES["TEXT.EMPTY"], code="X.Y", fails=())
    monkeypatch.setattr(failing, "RULES", {"X.Y": row})

    with pytest.raises(CredrulesError) as caught:
        strategies.invalid("X.Y")

    assert "没有不通过的示例" in caught.value.findings[0].message("zh")


def test_examples_that_lead_nowhere() -> None:
    """
    An unknown call is refused by name; an identifier or a table may be called without an entry of its own.
    """
    with pytest.raises(CredrulesError) as caught:
        call_of(Example("identifiers.", FrozenMap()))

    assert ["TESTING.CALL"] == [item.code for item in caught.value.findings]
    assert ("CODE.UNKNOWN",) == call_of(Example("codes.SEX", FrozenMap(value="丙"))).codes()
    assert ("MOBILE.LENGTH",) == call_of(Example("identifiers.mobile", FrozenMap(value="138000"))).codes()


@pytest.mark.parametrize("name", [system.name for system in SYSTEMS])
def test_a_system_by_name(name: str) -> None:
    """
    An example may check a form of any system by its name, on the first day of its profile or on one that it gives.
    """
    form = find(strategies.submissions(name), lambda _: True, settings=settings(database=None))
    made = call_of(Example("systems.check", FrozenMap(system=name, data=freeze(form), on=DAYS[name].isoformat())))
    empty = call_of(Example("systems.check", FrozenMap(system=name, data=FrozenMap())))

    assert () == tuple(item for item in made.findings() if item.severity is Severity.ERROR)
    assert f"credrules.systems.{name}.check" == empty.name
    assert "PROFILE.OUTSIDE" not in empty.codes()


def test_findings_of_any_answer() -> None:
    """
    Texts and numbers hold no finding; tables, errors, tuples and streams hold theirs.
    """
    table = call_of(Example("rosters.table", FrozenMap(headings=("姓名", "星座"), rows=(("", "白羊"),))))
    refused = call_of(Example("language", FrozenMap(lang="fr")))

    assert [] == list(findings_of(("甲", 7, None)))
    assert {"ROSTER.COLUMN_UNKNOWN", "ROSTER.REQUIRED"} <= set(table.codes())
    assert ("VALUE.LANGUAGE",) == refused.codes() == tuple(item.code for item in findings_of(refused.answer()))


def test_frames_need_a_library() -> None:
    """
    The first frame library at hand makes the frame; without one, that is said.
    """
    with pytest.raises(CredrulesError) as caught:
        frame_of({"姓名": ["张三"]}, libraries=("no_such_library",))

    assert ["TESTING.NO_FRAMES"] == [item.code for item in caught.value.findings]
    assert hasattr(frame_of({"姓名": ["张三"]}), "columns")


@pytest.mark.parametrize("library", ["polars", "pandas", "pyarrow"])
def test_codes_of_a_frame(library: str) -> None:
    """
    The codes in a frame of any library are those of its findings.
    """
    frame = frame_of({"姓名": ["张 三"], "身份证号": ["450000199307010014"]}, libraries=(library,))

    assert library == type(frame).__module__.partition(".")[0]
    assert ("TEXT.EXTRA_SPACE",) == Call(check_frame, (frame,), FrozenMap(on=dt.date(2025, 6, 30))).codes()


FORM = {
    "姓名": "张三",
    "citizen_id": "450000197203150013",
    "old": "450000720315001",
    "mobile": "13800000000",
    "unit": "甲公司",
    "since": "1998-12-30",
    "month": "1990-08",
    "list": [{"count": 3}, ("a-B", True, None)],
}
ON = dt.date(2012, 6, 1)
EDITS = st.tuples(st.integers(0, 3 * len(KINDS)), st.integers(0, 400), st.integers(0, 400))


@given(EDITS)
def test_an_edit_keeps_the_shape(edit: tuple[int, int, int]) -> None:
    """
    Keys, lengths and types of the arguments stay, but for one cell that may be added, and the call before is unchanged.
    """
    call = Call(guangxi.check, (copy.deepcopy(FORM),), FrozenMap(on=ON))
    other = edited(call, edit)

    assert FORM == call.args[0]
    assert call.function == other.function
    assert set(FORM) <= set(other.args[0])
    assert {key: type(cell) for key, cell in FORM.items()} == {key: type(other.args[0][key]) for key in FORM}
    assert abs((other.kwargs["on"] - ON).days) <= 183


@pytest.mark.parametrize("kind", range(len(KINDS)))
@given(where=st.integers(0, 400), what=st.integers(0, 400))
def test_nothing_to_change(kind: int, where: int, what: int) -> None:
    """
    A call without anything that varies is not changed, by no kind.
    """
    call = Call(Profile, (None,), FrozenMap(sign="-"))

    assert call is edited(call, (kind, where, what))


@given(where=st.integers(0, 400), what=st.integers(0, 400))
def test_another_person_is_like_the_first(where: int, what: int) -> None:
    """
    An exchanged identity number has the birth date, the sex and the division of the one before, and is valid.
    """
    number = edited(Call(guangxi.check, (FORM,)), (0, where, what)).args[0]["citizen_id"]
    report = guangxi.check({"身份证号": number, "性别": "男", "出生日期": "1972-03-15"}, on=ON)

    assert "450000" == number[:6]
    assert "GX.F.ID_MISMATCH" not in {item.code for item in report.findings}


def test_records_and_tables_are_changed_too() -> None:
    """
    Cells of a record, entries of a table and steps of a machine vary like the cells of a mapping.
    """
    record = LearningRecord(course="课程甲", year=2012)
    unread = Call(rosters.check_row, ({"星座": "白羊"},))
    courses = {edited(Call(len, ((record,),)), (3, 1, 17 * 2 + number)).args[0][0].course for number in range(9)}
    asked = {edited(Call(ETHNICITY.check, ("08",)), (9, number, number)).args[0] for number in range(9)}
    found = KINDS[9](Call(ETHNICITY.find, ("08",)), 1, 1)
    machine = guangxi.WORKFLOW[0]
    step = Call(machine.step, (machine.initial, "nothing"), FrozenMap(actor="X"))
    steps = {edited(step, (8, number, number)).args for number in range(9)}

    assert len(courses) > 3
    assert len(asked) > 3
    assert ("08",) == found.args
    assert unread is KINDS[7](unread, 1, 1)
    assert len(steps) > 1


def test_another_character_is_of_the_same_kind() -> None:
    """
    A digit stays a digit, a letter a letter of its case, a sign the same sign.
    """
    changed = [
        edited(Call(mobile.check, (text,)), (3, 0, number)).args[0]
        for text in ("7", "q", "Q", "-", "张")
        for number in range(1, 5)
    ]

    assert all(text.isdigit() for text in changed[:4])
    assert all(text.islower() for text in changed[4:8])
    assert all(text.isupper() for text in changed[8:12])
    assert ["-"] * 4 == changed[12:16]
    assert all("一" <= text <= "鿿" for text in changed[16:])
