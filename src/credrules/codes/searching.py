"""
Finding entries by parts of names and by pronunciation, and the names one slip away from a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from credrules.codes.content import Content
from credrules.codes.entry import Entry, Match
from credrules.codes.names import Via, fold, simplified
from credrules.codes.pinyin import letters
from credrules.values import exact_int, exact_text

__all__ = ["nearest", "search"]
__dir__ = __all__.copy

_LONGEST: Final = 60
# A match of the written name counts more than one of its pronunciation, whole syllables more than initials.
_SOUND: Final = {"pinyin": 780, "initials": 760}
# A former name ranks below every current name that matches equally well.
_AGE: Final = 60


def search(content: Content, query: object, limit: int | None) -> tuple[Match, ...]:
    """
    Return the best matches of a query; see `CodeTable.search`.
    """
    wanted = exact_text(query)
    most = len(content.entries) if limit is None else exact_int(limit)
    if not wanted or len(wanted) > _LONGEST or most is None or most <= 0:
        return ()
    key = fold(simplified(wanted))
    if not key:
        return ()
    best: dict[str, Match] = {}
    for match in _matches(content, key, most):
        known = best.get(match.entry.code)
        if known is None or match.score > known.score:
            best[match.entry.code] = match
    # Of equal matches, an entry without a parent comes first: 重庆 before 城区 for cq.
    ranked = sorted(best.values(), key=lambda match: (-match.score, bool(match.entry.parent)))
    return tuple(ranked[:most])


def _matches(content: Content, key: str, limit: int) -> Iterator[Match]:
    names = content.haystack
    written = [(*names.items[number], offset) for number, offset in names.occurrences(key)]
    # 广西南宁 is neither a name nor part of one, but a path of names.
    written = written or [(key, item.via, item.entry, 0) for item in content.named(key)]
    for name, via, entry, offset in written:
        yield Match(entry, "name" if via is not Via.CODE else "code", _score(name, key, offset, via, entry))
    spoken = list(content.spoken.find(letters(key)))
    for how, via, entry, before, behind in spoken:
        yield Match(entry, how, _SOUND[how] - 20 * min(before, 10) - 10 * int(via) - min(behind, 30) - _aged(entry))
    if len(written) + len(spoken) < limit:
        for number in names.one_slip(key):
            name, via, entry = names.items[number]
            yield Match(entry, "slip", 300 - 10 * int(via) - len(name) - _aged(entry))


def _score(name: str, key: str, offset: int, via: Via, entry: Entry) -> int:
    base = 1000 if name == key else 800 if offset == 0 else 600 - min(offset, 50)
    return base - 10 * int(via) - min(len(name) - len(key), 60) - _aged(entry)


def _aged(entry: Entry) -> int:
    return _AGE if entry.valid_to else 0


def nearest(content: Content, key: str) -> tuple[tuple[Entry, ...], str | None]:
    """
    Return the entries one slip away from a folded text, and the one name that may be suggested.

    A name is suggested only if it is the only near one and the slip cannot be
    intended: two characters exchanged, or one doubled. One character for
    another is never corrected, because names in code lists differ in that way
    (主任护士 is not a slip for 主任护师); near names are listed.
    """
    if len(key) < 3:
        return (), None
    names = content.haystack
    near: dict[str, Entry] = {}
    spellings: list[str] = []
    for number in names.one_slip(key):
        name, via, entry = names.items[number]
        if via is not Via.CODE and not entry.valid_to:
            near[entry.code] = entry
            spellings.append(name)
    entries = tuple(near.values())
    if len(entries) == 1 and any(_harmless(key, name) for name in spellings):
        return entries, content.spelling(entries[0])
    return entries, None


def _harmless(written: str, name: str) -> bool:
    if len(written) == len(name):
        return sum(a != b for a, b in zip(written, name, strict=True)) == 2
    longer, shorter = (written, name) if len(written) > len(name) else (name, written)
    return any(longer[i] == longer[i + 1] and longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer) - 1))
