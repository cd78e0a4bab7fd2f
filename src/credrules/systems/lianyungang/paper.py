"""
Paper and online record: what differs from a certificate, and what follows for the online record.

The entries must equal the documents (annex 1, part 一). If paper and online
record still differ, the paper is decisive, the online record of that person
is deleted, and the unit corrects it and applies again (annex 1, step 7).

Limitations: what the deciding side does not state is not compared. The sources do not
say whether a renewed application is still possible after the deadline.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from attrs import evolve, field, frozen

from credrules import leaves, text
from credrules.fields import FieldSpec, fields_of, heading_key, names_of, sections_of
from credrules.findings import Finding, Path, finding
from credrules.keys import items_of, plain
from credrules.leaves import Leaf, is_blank
from credrules.masking import shown_repr, shown_text
from credrules.systems.lianyungang.records.whole import FORM_ORDER, Declaration, SkillRecord, Worker
from credrules.values import FrozenMap, Label, exact_text

__all__ = [
    "Difference",
    "Reconciliation",
    "compare",
    "reconcile",
]
__dir__ = __all__.copy

_DEEPEST: Final = 6
_MOST: Final = 50_000

_Leaves: TypeAlias = "dict[Path, tuple[Path, object]]"

_CODES: Final = FrozenMap({"trade": "LYG.SKILL.TRADE", "certificate_no": "LYG.SKILL.NUMBER"})


@frozen(repr=False)
class Difference:
    """
    One item in which two sides differ: its path in the deciding side's keys, and both values.
    """

    path: Path
    label: Label
    online: object
    paper: object

    def __repr__(self) -> str:
        where = shown_text("/".join(str(step) for step in self.path))
        return f"Difference({where!r}, {shown_repr(self.online)} -> {shown_repr(self.paper)})"


@frozen
class Reconciliation:
    """
    What follows from the paper for an online record.

    `value` holds the paper's keys and values, `differences` every item that
    differs. If there is a difference, the online record of this person, and of no one
    else, is deleted (`deleted`); `liability_review` is the office's flag.
    """

    value: FrozenMap[Any, Any] = field(repr=False)
    differences: tuple[Difference, ...]
    findings: tuple[Finding, ...]
    liability_review: bool = False

    @property
    def deleted(self) -> bool:
        """
        Whether the online record is deleted and has to be declared again.
        """
        return bool(self.differences)

    def called_serious(self) -> Reconciliation:
        """
        Return the same with the office's flag that the unit is held responsible; the library does not decide that.

        >>> [item.code for item in reconcile({"工种": "电工"}, {"工种": "钳工"}).called_serious().findings][-1]
        'LYG.FLOW.LIABILITY'
        """
        return evolve(self, findings=(*self.findings, finding("LYG.FLOW.LIABILITY")), liability_review=True)


def compare(record: object, document: object) -> tuple[Finding, ...]:
    """
    Return a finding per item in which a record differs from its certificate; never raises.

    Both are mappings (English keys or labels) or records. Items that the certificate
    does not state, or that the record does not contain at all, are not compared.

    >>> record = {"工种": "驾驶员", "证书号码": "16110001"}
    >>> [item.path for item in compare(record, {"工种": "汽车驾驶与管理", "证书号码": "16110001"})]
    [('工种',)]
    """
    differences, unread = _compared(record, document, ours=True)
    found = (finding(_CODES.get(_name(it.path), "LYG.ENTRY.TRUE"), path=it.path, field=it.label) for it in differences)
    return (*found, *unread)


def reconcile(online: object, paper: object) -> Reconciliation:
    """
    Return the paper's values, every difference, and what follows for this one person; never raises.

    >>> answer = reconcile({"取得资格时间": "2015-08-31"}, {"取得资格时间": "2014-08-31"})
    >>> answer.value["取得资格时间"], answer.deleted, [item.code for item in answer.findings]
    ('2014-08-31', True, ['LYG.FLOW.PAPER_PREVAILS', 'LYG.FLOW.DELETE'])
    """
    differences, unread = _compared(online, paper, ours=False)
    found = [finding("LYG.FLOW.PAPER_PREVAILS", path=item.path, field=item.label) for item in differences]
    if differences:
        found.append(finding("LYG.FLOW.DELETE", fields=tuple(item.label for item in differences)))
    return Reconciliation(FrozenMap(dict(_pairs(paper))), differences, (*found, *unread))


# --- comparing ---------------------------------------------------------------


def _pairs(side: object) -> list[tuple[Any, Any]]:
    given = plain(side) if any(type(side) is kind for kind in _RECORDS) else side
    pairs = []
    for key, value in items_of(given) or ():
        try:
            hash(key)
        except Exception:  # noqa: BLE001, S112  # a key that cannot be hashed names nothing
            continue
        pairs.append((key, value))
    return pairs


_RECORDS: Final = (*FORM_ORDER, Worker, Declaration)


def _compared(record: object, document: object, *, ours: bool) -> tuple[tuple[Difference, ...], tuple[Finding, ...]]:
    """
    Return what differs, in the order and the keys of `record` (`ours`) or of `document`, and that not all was compared.
    """
    (left, left_on), (right, right_on) = _leaves_of(record), _leaves_of(document)
    cut = (finding("RECORD.TOO_MANY", section=_CELLS, most=_MOST),) if left_on or right_on else ()
    return tuple(_differences(left, right, ours=ours)), cut


_CELLS: Final = Label("要核对的内容", "what is compared")


def _differences(left: _Leaves, right: _Leaves, *, ours: bool) -> Iterator[Difference]:
    order = left if ours else right
    for place in order:
        if place not in left or place not in right:
            continue
        (here, value), (there, wanted) = left[place], right[place]
        if not is_blank(wanted) and not _equal(_name(place), value, wanted):
            yield Difference(here if ours else there, _label(place), value, wanted)


def _leaves_of(side: object) -> tuple[_Leaves, bool]:
    """
    Return place in the record's own names -> (path in the keys given, value) for each cell, and whether there are more.
    """
    todo: list[tuple[Path, Path, object]] = [((), (), side)]
    found: _Leaves = {}
    while todo and len(found) < _MOST:
        place, given, value = todo.pop()
        pairs = _pairs(value)
        if pairs and len(place) < _DEEPEST:
            todo += [((*place, _own_name(key)), (*given, _shown(key)), inner) for key, inner in reversed(pairs)]
        elif (type(value) is list or type(value) is tuple) and len(place) < _DEEPEST:
            todo += [((*place, number), (*given, number), value[number]) for number in reversed(range(len(value)))]
        elif place:
            found[place] = given, value
    return found, bool(todo)


def _shown(key: object) -> str:
    return shown_text((exact_text(key) or "?")[:60])


def _own_name(key: object) -> str:
    reduced = heading_key(key)
    return _NAMES.get(reduced, reduced or "?")


# The certificate's items come last: a label shared by two tables means the certificate's item.
_NAMES: Final[FrozenMap[str, str]] = FrozenMap(
    {label: name for record in (Worker, *reversed(FORM_ORDER), SkillRecord) for label, name in names_of(record).items()}
)
_SPECS: Final[FrozenMap[str, FieldSpec]] = FrozenMap(
    {spec.name: spec for record in reversed(FORM_ORDER) for spec in fields_of(record)}
)
_SECTIONS: Final[FrozenMap[str, Label]] = FrozenMap({part.name: part.label for part in sections_of(Worker)})


def _name(path: Path) -> str:
    return _own_name(next((step for step in reversed(path) if isinstance(step, str)), ""))


def _label(place: Path) -> Label:
    name = _name(place)
    return _SPECS[name].label if name in _SPECS else _SECTIONS.get(name, Label(name, name))


def _equal(name: str, value: object, wanted: object) -> bool:
    """
    Return whether two cells mean the same: codes and dates by their meaning, texts character by character.
    """
    spec = _SPECS.get(name)
    leaf: Leaf = spec.leaf if spec is not None else leaves.TEXT
    here, there = leaf.check(value), leaf.check(wanted)
    if here.value is not None and there.value is not None:
        return bool(here.value == there.value)
    return text.read_text(value).text == text.read_text(wanted).text and not is_blank(value)
