"""
Reading a cell against a table: from what people write to one code, or to the reasons why not.

A name is never assigned to an entry that it cannot mean. The ways of reading
are tried in a fixed order, the most certain first: the code itself, names, a
number that lost its leading zeros, code and name together. If a text fits
several entries, all of them are reported.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any, Final

from attrs import evolve, frozen

from credrules import text
from credrules.codes.beside import BRACKETED, plainer, specialised
from credrules.codes.content import Content
from credrules.codes.entry import Entry, Status, sort_key
from credrules.codes.names import Named, Via, fold, simplified
from credrules.codes.remarks import horizon, is_doubtful, remarks
from credrules.codes.searching import nearest
from credrules.codes.showing import LONGEST, show_given
from credrules.findings import Change, ChangeKind, Finding, Report, Rerun, finding
from credrules.masking import shown_text, type_name
from credrules.values import Label, Severity

__all__ = ["LONGEST", "check", "choose", "clean", "normalize", "resolve"]
__dir__ = __all__.copy

_CANDIDATES: Final = 20
_SEPARATORS: Final = " -—–_:：、.．/|,，;；=·"
_AROUND: Final = " .,;:*'\"`。，、；：·“”‘’"
_OPENING: Final = "(（[［【〔"
_CLOSING: Final = ")）]］】〕"
_HEAD: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]*")
_FOREIGN: Final = re.compile(r"[A-Za-z][A-Za-z .,'&-]*")
_TAIL: Final = re.compile(r"(?<![0-9A-Za-z_-])[0-9A-Za-z][0-9A-Za-z_-]*$")


@frozen
class _Answer:
    """
    The result of reading a clean text.
    """

    code: str | None = None
    findings: tuple[Finding, ...] = ()
    changes: tuple[Change, ...] = ()
    suggestion: object = None

    def respelled(self, given: str, plain: str) -> _Answer:
        """
        Return the answer to `plain` as the one to `given`, of which it is another notation.
        """
        changes = (Change(ChangeKind.NOTATION, given, plain), *self.changes)
        return evolve(self, changes=changes, suggestion=self.suggestion or plain)


def check(content: Content, value: object, *, on: dt.date | None, rerun: Rerun) -> Report[str]:
    """
    Read any object; see `CodeTable.check`.
    """
    if type(value) is str and (on is None or not content.is_dated):
        code = content.undoubted.get(value)
        if code is not None:
            changes = () if code == value else (Change(ChangeKind.NAME, value, code),)
            return Report(value, code, (), changes, rerun)
    given = text.read_text(value)
    if not given.text:
        empty = given.text is not None
        found = (
            finding("CODE.EMPTY", table=content.about.short)
            if empty
            else finding("CODE.NOT_TEXT", kind=type_name(value))
        )
        return Report(value, None, (found,), given.changes, rerun)
    answer = resolve(content, given.text, on)
    refused = any(item.severity is Severity.ERROR for item in answer.findings)
    hint = answer.suggestion or (None if refused else given.text)
    findings = (*text.findings_for((*given.changes, *answer.changes), hint), *answer.findings)
    return Report(value, answer.code, findings, (*given.changes, *answer.changes), rerun)


def normalize(content: Content, value: object, *, on: dt.date | None) -> str:
    """
    Return the code a value is read as, else its clean text; see `CodeTable.normalize`.
    """
    given = clean(value)
    return resolve(content, given, on).code or given if given else ""


def clean(value: object) -> str:
    """
    Return a value as clean text; empty if it is not text.
    """
    return text.read_text(value).text or ""


def resolve(content: Content, given: str, on: dt.date | None) -> _Answer:
    """
    Read a clean, non-empty text.
    """
    if len(given) > LONGEST:
        return _unknown(content, given, (), on)
    rows = content.rows(given)
    if rows:
        return _accept(content, given, Named(Via.CODE, _row_for(rows, on)), on)
    key = fold(given)
    named = choose(content.named(key), on)
    if named:
        return _named(content, given, key, named, on)
    for way in (_padded, _pointed, _plainer, _pair, _glossed, _beside, _longer, _specialised):
        answer = way(content, given, on)
        if answer is not None:
            return answer
    return _unknown(content, given, (), on)


_POINTED: Final = re.compile(r"[0-9]{1,8}\.0+", re.ASCII)


def _pointed(content: Content, given: str, on: dt.date | None) -> _Answer | None:
    """
    Read a code that an export turned into a decimal: ``13.0``, ``01.0``.
    """
    if not _POINTED.fullmatch(given):
        return None
    plain = given.partition(".")[0]
    answer = resolve(content, plain, on)
    return evolve(answer.respelled(given, plain), suggestion=answer.code) if answer.code is not None else None


def _beside(content: Content, given: str, on: dt.date | None) -> _Answer | None:
    """
    Read a name with an addition that does not change its meaning: ``本科/学士``, ``工程师（电力）``.
    """
    for plain, said in plainer(content, given):
        answer = resolve(content, plain, on)
        asides = [str(item.params["aside"]) for item in said if item.code == "CODE.ASIDE"]
        if answer.code is not None and all(content.may_stand_beside(aside, answer.code) for aside in asides):
            change = Change(ChangeKind.NAME, given, answer.code)
            kept = tuple(item for item in answer.findings if not (said and item.code == "CODE.ALIAS"))
            return _Answer(answer.code, (*kept, *said), (change,))
        if said and answer.findings and answer.findings[0].code == "CODE.AMBIGUOUS":
            return evolve(answer, findings=(*answer.findings, *said))
    return None


def _specialised(content: Content, given: str, on: dt.date | None) -> _Answer | None:
    """
    Point from a title with its speciality to the title; the text itself is not a name and gets no code.
    """
    found = specialised(content, given)
    if found is None:
        return None
    title, speciality = found
    meant = choose(content.named(fold(title)), on)
    return _Answer(
        None,
        (
            finding(
                "CODE.SPECIALITY",
                suggestion=title,
                given=show_given(content, given),
                speciality=speciality,
                name=title,
                candidates=tuple(content.candidate(item.entry) for item in meant[:_CANDIDATES]),
                table=content.about.short,
            ),
        ),
    )


def _longer(content: Content, given: str, on: dt.date | None) -> _Answer | None:
    """
    Read the place at the beginning of a longer address; the finding names the rest, which is not read.
    """
    for head, rest in content.heads(given):
        answer = resolve(content, head, on)
        if answer.code is not None:
            found = finding("CODE.REST_UNREAD", rest=shown_text(rest[:LONGEST]), code=answer.code, name=head)
            return _Answer(answer.code, (*answer.findings, found), (Change(ChangeKind.NAME, given, answer.code),))
    return None


def _plainer(content: Content, given: str, on: dt.date | None) -> _Answer | None:
    """
    Read the text in simplified characters and without quotation marks or signs around it: ``滿族``, ``（汉族）``.
    """
    plain, before = simplified(given), ""
    while plain != before:
        plain, before = _unwrapped(plain.strip(_AROUND)), plain
    if not plain or plain == given:
        return None
    answer = resolve(content, plain, on)
    if answer.code is None:
        return answer if answer.findings[0].code == "CODE.AMBIGUOUS" else None
    return answer.respelled(given, plain)


def choose(named: Iterable[Named], on: dt.date | None) -> tuple[Named, ...]:
    """
    Return what a name may mean on a day, one row per code, table order.

    Entries of the standard take precedence over attested ones, and those in force (without a day: those not
    ended) over the others; of the others, those nearest in time are kept.
    """
    candidates = list(named)
    listed = [item for item in candidates if item.entry.status is not Status.ATTESTED]
    candidates = listed or candidates
    alive = [item for item in candidates if _possible(item.entry, on)]
    if not alive and candidates:
        ended = [item for item in candidates if on is None or item.entry.ended_before(on)]
        if ended:
            last = max((item.entry.valid_to for item in ended), key=sort_key)
            alive = [item for item in ended if item.entry.valid_to == last]
        else:
            first = min((item.entry.valid_from for item in candidates), key=sort_key)
            alive = [item for item in candidates if item.entry.valid_from == first]
    best: dict[str, Named] = {}
    for item in alive:
        known = best.get(item.entry.code)
        # The newest row of a code is used, with the most certain of its names.
        best[item.entry.code] = item if known is None else Named(min(known.via, item.via), item.entry)
    return tuple(best.values())


def _possible(entry: Entry, on: dt.date | None) -> bool:
    if on is None:
        return not entry.valid_to
    return not entry.ended_before(on) and not entry.begins_after(on)


def _row_for(rows: tuple[Entry, ...], on: dt.date | None) -> Entry:
    """
    Return the dated row of one code that applies to a day: in force, else the last that had begun, else the first.
    """
    if on is None:
        return rows[-1]
    begun = [row for row in rows if not row.begins_after(on)]
    possible = [row for row in begun if not row.ended_before(on)]
    return (possible or begun or rows[:1])[-1]


def _named(content: Content, given: str, key: str, named: tuple[Named, ...], on: dt.date | None) -> _Answer:
    if len(named) > 1 and key in content.ambiguous_keys:
        return _ambiguous(content, given, named, on)
    via = min(item.via for item in named)
    surest = tuple(item for item in named if item.via == via)
    if len(surest) == 1:
        others = tuple(item for item in named if item is not surest[0])
        return _accept(content, given, surest[0], on, content.rivals(surest[0], others))
    widest = content.widest(surest)
    if widest is not None:
        return _accept(content, given, widest, on, tuple(item for item in surest if item is not widest))
    return _ambiguous(content, given, surest, on)


def _accept(content: Content, given: str, named: Named, on: dt.date | None, rivals: tuple[Named, ...] = ()) -> _Answer:
    entry = named.entry
    changes: tuple[Change, ...] = ()
    if given != entry.code:
        changes = (*_respelled(content, given, named), Change(ChangeKind.NAME, given, entry.code))
    said = _wording(content, given, named, rivals)
    findings = [] if said is None else [said]
    if content.is_heading(entry):
        findings.append(finding("CODE.SERIES", code=entry.code, name=content.shown(entry), table=content.about.short))
    findings += remarks(content, entry, on)
    suggestion = content.spelling(entry) if said is None else said.suggestion
    return _Answer(entry.code, tuple(findings), changes, suggestion if changes[:-1] or findings else None)


def _wording(content: Content, given: str, named: Named, rivals: tuple[Named, ...]) -> Finding | None:
    """
    Return what is said of a name that is not the printed one, or may mean something else; it has the suggestion.
    """
    entry, via, key = named.entry, named.via, fold(given)
    reason = content.wordings.reasons.get(key) if via in {Via.ALIAS, Via.LOOSE} else None
    elsewhere = content.elsewhere_keys.get(key) if via is not Via.CODE else None
    assumed = bool(rivals) or via is Via.LOOSE or elsewhere is not None
    if not (reason or assumed or via in {Via.ALIAS, Via.FORMER}):
        return None
    what: dict[str, Any] = {"given": show_given(content, given), "code": entry.code, "name": content.shown(entry)}
    if reason is not None:
        return finding("CODE.COLLOQUIAL", suggestion=entry.name, **what, reason=reason)
    if assumed:
        others = [Label(shown, shown) for shown in (content.candidate(item.entry) for item in rivals[:_CANDIDATES])]
        instead = _instead(others if elsewhere is None else [*others, elsewhere])
        return finding("CODE.ASSUMED", **what, instead=instead)
    kind = "CODE.ALIAS" if via is Via.ALIAS else "CODE.FORMER_NAME"
    return finding(kind, suggestion=content.spelling(entry), **what)


_NO_WORDS: Final = Label("", "")


def _instead(others: list[Label]) -> Label:
    """
    Return the words for what else a text may mean; empty if there is nothing else.
    """
    zh, en = "、".join(other.zh for other in others), ", ".join(other.en for other in others)
    return Label(f"；也可能是：{zh}", f"; it may also be: {en}") if zh else _NO_WORDS


def _respelled(content: Content, given: str, named: Named) -> tuple[Change, ...]:
    """
    Return the change of layout or case if a text differs from a name or code only by that.
    """
    entry = named.entry
    if named.via is Via.CODE:
        return (Change(ChangeKind.CASE, given, entry.code),)
    if named.via is not Via.NAME or content.prints(entry, given):
        return ()
    spelling = content.spelling(entry)
    kind = ChangeKind.CASE if given.casefold() == spelling.casefold() else ChangeKind.PUNCTUATION
    return (Change(kind, given, spelling),)


def _padded(content: Content, given: str, on: dt.date | None) -> _Answer | None:
    """
    Read a code that lost its leading zeros: ``8`` for ``08``.
    """
    codes = [code for code in (given.zfill(width) for width in content.widths) if content.rows(code)]
    if len(codes) != 1 or not given.isdecimal():
        return None
    code = codes[0]
    answer = _accept(content, code, Named(Via.CODE, _row_for(content.rows(code), on)), on)
    found = finding("CODE.LEADING_ZERO", suggestion=code, given=given, code=code, name=content.rows(code)[-1].name)
    return _Answer(code, (found, *answer.findings), (Change(ChangeKind.NOTATION, given, code), *answer.changes), code)


def _pair(content: Content, given: str, on: dt.date | None) -> _Answer | None:
    """
    Read code and name written together: ``08 壮族``, ``08-壮族``, ``壮族(08)``.
    """
    for code, name in _splits(given):
        rows = content.rows(code) or content.rows(code.upper())
        if not rows:
            continue
        entry = _row_for(rows, on)
        named = tuple(content.named(fold(name)))
        if any(item.entry.code == entry.code for item in named):
            answer = _accept(content, entry.code, Named(Via.CODE, entry), on).respelled(given, entry.code)
            return evolve(answer, suggestion=entry.code)
        if named:
            meant = choose(named, on)
            others = tuple(content.candidate(item.entry) for item in meant[:_CANDIDATES])
            # A weakly attested row does not refuse a cell: it may be the row that is wrong.
            doubtful = is_doubtful(entry) or all(is_doubtful(item.entry) for item in meant)
            found = finding(
                "CODE.DOUBTFUL_PAIR" if doubtful else "CODE.CONTRADICTION",
                code=entry.code,
                name=entry.name,
                given=show_given(content, name),
                candidates=others,
                table=content.about.short,
            )
            return _Answer(None, (found,))
        return _unknown(content, given, (entry,), on)
    return None


def _glossed(content: Content, given: str, on: dt.date | None) -> _Answer | None:
    """
    Read a name with a second name in brackets: ``汉族（Han）``, ``中国共产党党员（中共党员）``.

    The second one must mean the same, or be foreign and unknown: in ``讲师（高校）``
    and ``中共党员（预备）`` it changes the meaning.
    """
    found = BRACKETED.fullmatch(given)
    if found is None:
        return None
    named, gloss = (choose(content.named(fold(part)), on) for part in found.groups())
    same = {item.entry.code for item in named} & {item.entry.code for item in gloss}
    if not named or not (same or (not gloss and _FOREIGN.fullmatch(found[2]))):
        return None
    answer = _named(content, found[1], fold(found[1]), named, on)
    return answer.respelled(given, found[1]) if answer.code is not None else answer


def _splits(given: str) -> Iterable[tuple[str, str]]:
    closed = given.rstrip(_CLOSING)
    for place, found in enumerate((_HEAD.match(given), _TAIL.search(closed))):
        if found is not None:
            rest = given[found.end() :] if place == 0 else closed[: found.start()]
            name = rest.strip(_SEPARATORS)
            # Brackets around the whole name, or opened before the code, are not part of the name.
            name = name.rstrip(_OPENING) if place else _unwrapped(name)
            if name:
                yield found[0].strip("-_"), name.strip(_SEPARATORS)


def _unwrapped(name: str) -> str:
    return name[1:-1] if name[:1] in _OPENING and name[-1:] in _CLOSING and len(name) > 2 else name


def _ambiguous(content: Content, given: str, named: tuple[Named, ...], on: dt.date | None) -> _Answer:
    candidates = tuple(content.candidate(item.entry) for item in named[:_CANDIDATES])
    found = finding(
        "CODE.AMBIGUOUS",
        given=show_given(content, given),
        table=content.about.short,
        count=len(named),
        candidates=candidates,
        codes=tuple(item.entry.code for item in named),
        decides=content.decides(tuple(item.entry for item in named)),
    )
    return _Answer(None, (found, *horizon(content, on)))


def _unknown(content: Content, given: str, near: tuple[Entry, ...], on: dt.date | None) -> _Answer:
    suggestion: str | None = None
    reason = content.wordings.nothing.get(fold(given))
    if reason is not None:
        shared = content.wordings.instead.get(fold(given))
        told = finding(
            "CODE.NO_NAME",
            suggestion=shared,
            given=show_given(content, given),
            table=content.about.short,
            reason=reason,
            instead=_NO_WORDS if shared is None else Label(f"，规范名称为{shared}", f"; the official name is {shared}"),
        )
        return _Answer(None, (told,))
    if not near and len(given) <= LONGEST:
        near, suggestion = nearest(content, fold(given))
    shown = tuple(content.candidate(entry) for entry in near[:_CANDIDATES])
    hint = Label(f"；相近的有：{'、'.join(shown)}", f"; near it: {', '.join(shown)}") if shown else _NO_WORDS
    code = "CODE.UNKNOWN" if content.about.complete else "CODE.NOT_IN_FRAGMENT"
    found = finding(
        code,
        suggestion=suggestion,
        given=show_given(content, given),
        table=content.about.short,
        candidates=shown,
        hint=hint,
    )
    return _Answer(None, (found, *horizon(content, on)), (), suggestion)
