"""
State machines as tables: who may do what, when, and why not.

A `Machine` is data: states, transitions, the facts a transition requires.
The same few lines of code run every machine; diagrams are drawn from the same
rows. A refused event is a value with findings and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import evolve, field, frozen

from credrules import markup
from credrules.findings import Finding, finding
from credrules.lists import is_mapping
from credrules.masking import Care, shown_cell, shown_key, shown_repr, type_name
from credrules.values import EMPTY, Evidence, FrozenMap, Label, Severity, exact_text, frozen_map

__all__ = ["Fact", "Machine", "State", "Step", "Transition"]
__dir__ = __all__.copy


@frozen
class State:
    """
    A state with its Chinese name; `final` states have no transitions out.
    """

    name: str
    label: Label
    meaning: str = ""
    initial: bool = False
    final: bool = False


@frozen
class Fact:
    """
    A condition of a transition: the host's fact `name` must equal `wanted`.

    `code` is the finding of an unmet condition; if its severity is not ERROR,
    the transition is made and the finding is passed on. `severity` replaces
    that of the catalogue row if a policy demands it, `otherwise` states in
    words that the fact does not hold, `default` is used if the host does not
    give the fact (None: it is unknown).
    """

    name: str
    label: Label
    wanted: bool = True
    code: str = "FLOW.FACT_UNMET"
    severity: Severity | None = None
    default: bool | None = None
    otherwise: Label | None = None

    @property
    def condition(self) -> Label:
        """
        What must hold, in words.

        >>> Fact("late", Label("已过期", "the day has passed"), wanted=False).condition.en
        'not: the day has passed'
        >>> clean = Label("记录没有错误", "the record has no errors")
        >>> Fact("has_errors", Label("有错误", "errors"), wanted=False, otherwise=clean).condition.zh
        '记录没有错误'
        """
        if self.wanted:
            return self.label
        return self.otherwise or Label(f"不是：{self.label.zh}", f"not: {self.label.en}")


@frozen(kw_only=True)
class Transition:
    """
    One row: from `source` by `event` of one of `actors` to `target`; written with keywords.
    """

    id: str
    source: str
    event: str
    actors: tuple[str, ...]
    target: str
    facts: tuple[Fact, ...] = ()
    basis: tuple[str, ...] = ()
    evidence: Evidence = Evidence.STATED


@frozen
class Step:
    """
    The answer of `Machine.step`: the state afterwards, and the findings.
    """

    state: str = field(repr=shown_repr)
    findings: tuple[Finding, ...]
    transition: Transition | None = None

    @property
    def ok(self) -> bool:
        """
        Whether the event was accepted.
        """
        return self.transition is not None


@frozen
class Machine:
    """
    A workflow: its id, its name, states, actors and transitions.

    `words` names the events for people; an event without words is named by its
    key. `refusals` maps (state, event) to the finding about an event that is not
    possible there, or not for this actor, if the text mentions it.
    States, events and actors are read by name, by label in either language, or
    by one of the `spellings`.
    """

    id: str
    label: Label
    states: tuple[State, ...]
    transitions: tuple[Transition, ...] = field(repr=False)
    actors: tuple[tuple[str, Label], ...] = field(default=(), repr=False)
    invariants: tuple[Label, ...] = field(default=(), repr=False)
    words: tuple[tuple[str, Label], ...] = field(default=(), repr=False)
    refusals: FrozenMap[tuple[str, str], str] = field(default=EMPTY, repr=False, converter=frozen_map)
    spellings: FrozenMap[str, str] = field(default=EMPTY, repr=False, converter=frozen_map)

    @property
    def initial(self) -> str:
        """
        The name of the initial state.
        """
        return next(state.name for state in self.states if state.initial)

    def state(self, name: str) -> State:
        """
        Return the state called `name`; KeyError if there is none.
        """
        for state in self.states:
            if state.name == name:
                return state
        raise KeyError(shown_key(name, Care.CELL))

    def events(self, state: str, actor: str | None = None) -> tuple[str, ...]:
        """
        Return the events possible in `state`, for `actor` or for anyone.
        """
        here, who = self.read_state(state), self.read_actor(actor)
        found = [row.event for row in self.transitions if row.source == here and (actor is None or who in row.actors)]
        return tuple(dict.fromkeys(found))

    def step(self, state: object, event: object, *, actor: object, facts: Mapping[str, Any] | None = None) -> Step:
        """
        Try one event; return the state afterwards with the findings.

        `facts` are what the host knows (``{"has_errors": False}``). A fact that
        is not given is unknown, and unknown does not count as yes. Never
        raises.
        """
        here, wish, who = self.read_state(state), self.read_event(event), self.read_actor(actor)
        if here is None:
            return Step(exact_text(state) or "", (finding("FLOW.UNKNOWN_STATE"),))
        rows = [row for row in self.transitions if row.source == here and row.event == wish]
        allowed = [row for row in rows if who in row.actors]
        if allowed:
            return self._first_open(here, allowed, _known(facts))
        refusal = self.refusals.get((here, wish or ""))
        if refusal is not None:
            return Step(here, (finding(refusal, state=self.state(here).label),))
        if not rows:
            named = wish or self._named(event, self.words) or exact_text(event)
            name = shown_cell((named or type_name(event))[:60])
            return Step(here, (finding("FLOW.NO_EVENT", state=self.state(here).label, event=self._event(name)),))
        names = tuple(dict.fromkeys(self._actor(name) for row in rows for name in row.actors))
        return Step(here, (finding("FLOW.ACTOR", event=self._event(rows[0].event), actors=names),))

    def read_state(self, value: object) -> str | None:
        """
        Return the state with this name, label or spelling; None if the machine has no such state.
        """
        return self._named(value, ((state.name, state.label) for state in self.states))

    def read_event(self, value: object) -> str | None:
        """
        Return the event with this name, label or spelling; None if the machine has no such event.
        """
        events = dict.fromkeys(row.event for row in self.transitions) | dict.fromkeys(
            event for _, event in self.refusals
        )
        words = dict(self.words)
        return self._named(value, ((event, words.get(event)) for event in events))

    def read_actor(self, value: object) -> str | None:
        """
        Return the actor with this name, label or spelling; None if the machine has no such actor.
        """
        names = dict.fromkeys(name for row in self.transitions for name in row.actors)
        labels = dict(self.actors)
        return self._named(value, ((name, labels.get(name)) for name in (*names, *labels)))

    def _named(self, value: object, known: Iterable[tuple[str, Label | None]]) -> str | None:
        given = exact_text(value)
        if given is None:
            return None
        meant = {given, self.spellings.get(given)}
        return next((name for name, label in known if name in meant or (label and given in {label.zh, label.en})), None)

    def replay(self, history: Iterable[tuple[object, object]]) -> str | None:
        """
        Return the state to which pairs of event and actor lead; None if one of them was impossible.

        Conditions are not checked again: what happened was allowed when it happened.
        """
        state = self.initial
        for given, acting in history:
            event, actor = self.read_event(given), self.read_actor(acting)
            rows = (
                row for row in self.transitions if (row.source, row.event) == (state, event) and actor in row.actors
            )
            found = next(rows, None)
            if found is None:
                return None
            state = found.target
        return state

    def _first_open(self, state: str, rows: list[Transition], known: Mapping[str, Any]) -> Step:
        refusals: list[Finding] = []
        for row in rows:
            event = self._event(row.event)
            problems = tuple(found for fact in row.facts for found in _unmet(event, fact, known, rows))
            if all(item.severity is not Severity.ERROR for item in problems):
                return Step(row.target, problems, row)
            refusals.extend(item for item in problems if item.severity is not Severity.INFO and item not in refusals)
        return Step(state, tuple(refusals))

    def _actor(self, name: str) -> Label:
        return dict(self.actors).get(name, Label(name, name))

    def _event(self, name: str) -> Label | str:
        return dict(self.words).get(name, name)

    def without_evidence(self, *kinds: Evidence) -> Machine:
        """
        Return the machine without the transitions of these kinds of evidence.
        """
        return evolve(self, transitions=tuple(row for row in self.transitions if row.evidence not in kinds))

    def mermaid(self) -> str:
        """
        Return the diagram as Mermaid text, drawn from the transitions.
        """
        lines = ["stateDiagram-v2", f"    [*] --> {self.initial}"]
        lines += [
            f"    {row.source} --> {row.target} : {row.event} [{', '.join(row.actors)}]" for row in self.transitions
        ]
        lines += [f"    {state.name} --> [*]" for state in self.states if state.final]
        return "\n".join(lines) + "\n"

    def _repr_html_(self) -> str:
        rows = [
            (
                self.state(row.source).label.zh,
                dict(self.words).get(row.event, Label(row.event, row.event)).zh,
                "、".join(self._actor(name).zh for name in row.actors),
                "；".join(fact.condition.zh for fact in row.facts),
                self.state(row.target).label.zh,
                row.evidence.value,
            )
            for row in self.transitions
        ]
        return markup.table(("状态", "事件", "角色", "条件", "到", "依据"), rows, caption=self.label.zh)


def _known(facts: object) -> Mapping[str, Any]:
    try:
        return dict(facts) if is_mapping(facts) else {}
    except Exception:  # noqa: BLE001  # a hostile mapping gives no facts
        return {}


# The values that lead on; if both do, each to its own state, either is accepted.
_WANTED: Final = FrozenMap(
    {
        frozenset({True}): Label("是", "yes"),
        frozenset({False}): Label("否", "no"),
        frozenset({True, False}): Label("是或否", "yes or no"),
    }
)


def _unmet(event: Label | str, fact: Fact, known: Mapping[str, Any], rows: Iterable[Transition]) -> tuple[Finding, ...]:
    given = known.get(fact.name, fact.default)
    if given is fact.wanted:
        assumed = fact.default is not None and fact.name not in known
        return (finding("FLOW.FACT_ASSUMED", fact=fact.condition, key=fact.name),) if assumed else ()
    if type(given) is not bool:
        wanted = frozenset(other.wanted for row in rows for other in row.facts if other.name == fact.name)
        # If both values lead on, each to its own state, either is accepted.
        both = Label(f"是不是“{fact.label.zh}”", f"whether or not {fact.label.en}")
        asked = fact.condition if len(wanted) == 1 else both
        return (finding("FLOW.FACT_UNKNOWN", event=event, fact=asked, key=fact.name, wanted=_WANTED[wanted]),)
    found = finding(fact.code, event=event, fact=fact.condition)
    return (evolve(found, severity=fact.severity) if fact.severity else found,)
