"""
Names on certificates: which title or qualification a name means, its series and its level.

The annex with the names of the collection program is not public. The lists
here are those of GB/T 8561-2001, of the reformed series and of the national
catalogues of qualifications; they are not complete, so an unlisted name
proves nothing (广西专业技术人员信息采集常见问题解答, 一(2)、二(16)).

References: GB/T 8561-2001; 职称系列（专业）各层级名称 (2021-11-02); 国家职业资格目录.
Limitations: names listed only in the missing annex; local wordings of titles.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Final

from attrs import evolve, frozen

from credrules import codes
from credrules.codes import CodeTable, Entry
from credrules.facts.titles import level_fits
from credrules.remembering import remembered
from credrules.text import name_key
from credrules.values import Worded, exact_text

__all__ = [
    "CERTIFICATE_NAMES",
    "HEALTH_SERIES",
    "CertificateCatalogue",
    "CredentialKind",
    "bare",
    "candidates",
    "families_of",
    "families_of_series",
    "fitting",
    "in_series",
    "is_health",
    "is_series",
    "known_ending",
    "of_chinese_medicine",
]
__dir__ = __all__.copy

HEALTH_SERIES: Final = frozenset({"230", "240", "250", "260"})
"""Physicians, pharmacists, nurses and technicians in GB/T 8561-2001."""


class CredentialKind(Worded):
    """
    The two families of credentials: titles and occupational qualifications (一(1)).
    """

    TITLE = "title", "专业技术资格", "professional title"
    OCCUPATIONAL = "occupational", "职业资格", "occupational qualification"


@frozen
class CertificateCatalogue:
    """
    Which names the collection offers; a host that has the annex supplies its own.

    `complete` states that an unlisted name certainly cannot be chosen. The
    shipped catalogue is not complete. `with_names` adds names.

    >>> CERTIFICATE_NAMES.kind_of("工程师").name, CERTIFICATE_NAMES.kind_of("注册建筑师").name
    ('TITLE', 'OCCUPATIONAL')
    >>> CERTIFICATE_NAMES.kind_of("钓鱼协会会员证") is None
    True
    """

    titles: CodeTable = codes.QUALIFICATION_TITLES
    occupations: CodeTable = codes.OCCUPATIONAL_QUALIFICATIONS
    complete: bool = False

    def lookup(self, name: object) -> tuple[Entry, ...]:
        """
        Return the entries of both lists that a name or code may mean; empty if neither lists it.
        """
        return (*_meant(self.titles, name), *_meant(self.occupations, name))

    def kind_of(self, name: object) -> CredentialKind | None:
        """
        Return the family a name belongs to, titles first; None if neither list has it.
        """
        if _meant(self.titles, name):
            return CredentialKind.TITLE
        return CredentialKind.OCCUPATIONAL if _meant(self.occupations, name) else None

    def with_names(self, titles: Iterable[str] = (), occupations: Iterable[str] = ()) -> CertificateCatalogue:
        """
        Return a catalogue with more names; their codes are the names themselves.

        >>> CERTIFICATE_NAMES.with_names(titles=["教练型教师"]).kind_of("教练型教师").name
        'TITLE'
        """
        return evolve(
            self, titles=_with_names(self.titles, titles), occupations=_with_names(self.occupations, occupations)
        )


def _with_names(table: CodeTable, more: Iterable[str]) -> CodeTable:
    rows = [{"code": name, "name": name, "status": "extension"} for name in more]
    return table.extend(rows) if rows else table


CERTIFICATE_NAMES: Final = CertificateCatalogue()
"""The shipped catalogue: not complete, since annex 1 was not published with the text."""


def _meant(table: CodeTable, name: object) -> tuple[Entry, ...]:
    written = exact_text(name)
    if written is None:
        return ()
    return (_known if table.is_shipped else _entries)(table, written[:_LONGEST])


def _entries(table: CodeTable, name: str) -> tuple[Entry, ...]:
    report = table.check(name)
    if report.value is not None:
        found: tuple[str, ...] = (report.value,)
    else:
        found = tuple(code for item in report.findings for code in item.params.get("codes", ()))
    return tuple(table[code] for code in found if not is_series(table, code))


# A host's table is not kept alive by what was asked of it.
_known: Final = remembered(8192)(_entries)

# Longer than any name in a table, so a text cut here is still not found.
_LONGEST: Final = 200


def is_series(table: CodeTable, code: str) -> bool:
    """
    Whether an entry is a series or a group of qualifications, not a name that appears on a certificate.

    >>> is_series(codes.QUALIFICATION_TITLES, "080"), is_series(codes.QUALIFICATION_TITLES, "083")
    (True, False)
    """
    entry = table.get(code)
    return entry is not None and entry.attribute("kind") == "series"


def candidates(name: str) -> tuple[Entry, ...]:
    """
    Return every title a code or name may mean; empty for an unknown name.

    >>> [entry.code for entry in candidates("讲师")]
    ['013', '023', '033']
    """
    return _meant(codes.QUALIFICATION_TITLES, name)


@remembered(1024)
def families_of_series(series: str) -> frozenset[str]:
    """
    Return the GB/T 8561-2001 series (and its own code) that a series of TITLE_SERIES stands for.

    Series before and after the reform that share one are the same family. A name
    shared by several series gives the families of all; an unknown one gives none.

    >>> sorted(families_of_series("EXT-OLD-HEALTH") & families_of_series("04"))
    ['230', '240', '250', '260']
    """
    entry = codes.TITLE_SERIES.get(series)
    entries = (entry,) if entry is not None else codes.TITLE_SERIES.find(series)
    found: set[str] = set()
    for item in entries:
        found.update({item.code}, filter(None, item.attribute("gbt8561").split(";")))
    return frozenset(found)


def families_of(title: Entry) -> frozenset[str]:
    """
    Return the families a title belongs to.

    >>> sorted(families_of(candidates("工程师")[0]))
    ['080']
    """
    series = title.attribute("series") or title.parent
    return families_of_series(series) | {series} if series else frozenset()


def in_series(title: Entry, series: str) -> bool:
    """
    Whether a title may belong to a series, each in either scheme.

    >>> in_series(candidates("主管护师")[0], "04"), in_series(candidates("主管护师")[0], "05")
    (True, False)
    """
    wanted = families_of_series(series)
    own = families_of(title)
    return not wanted or not own or bool(wanted & own)


def fitting(titles: tuple[Entry, ...], series: str | None, level: str | None) -> tuple[Entry, ...]:
    """
    Return the titles that agree with the series and the level, as far as they are known.

    >>> [entry.code for entry in fitting(candidates("讲师"), "01", "420")]
    ['013']
    """
    if series is not None:
        titles = tuple(entry for entry in titles if in_series(entry, series))
    if level is not None:
        titles = tuple(entry for entry in titles if level_fits(level, (entry.attribute("level"),)))
    return titles


def is_health(title_name: str | None, series: str | None) -> bool:
    """
    Whether a title belongs to the health series, by its series or, if that is missing, by its name.

    >>> is_health("主管护师", None), is_health("工程师", "05")
    (True, False)
    """
    if series is not None and families_of_series(series):
        return bool(families_of_series(series) & HEALTH_SERIES)
    found = candidates(title_name) if title_name is not None else ()
    return bool(found) and all(families_of(entry) & HEALTH_SERIES for entry in found)


_CHINESE_MEDICINE: Final = ("中医", "中药", "中西医", "针灸", "推拿", "壮医", "瑶医", "民族医")


def of_chinese_medicine(text: str) -> bool:
    """
    Whether a name or a speciality is one of Chinese medicine, which the titles of GB/T 8561 do not distinguish.

    >>> of_chinese_medicine("主管中药师"), of_chinese_medicine("主管药师")
    (True, False)
    """
    return any(word in text for word in _CHINESE_MEDICINE)


@functools.lru_cache(maxsize=2)  # titles and occupations of one catalogue
def _endings(table: CodeTable) -> frozenset[str]:
    listed = [entry for entry in table if entry.attribute("kind") != "series"]
    every = (name_key(name) for entry in listed for name in (entry.name, *entry.aliases))
    return frozenset(name for name in every if len(name) >= 2)


# Words that certificates print around the name.
_AROUND: Final = re.compile(r"(?:(?:专业技术|任职|执业|职业)?资格)?(?:证书?)?(?:\([^级()]*\))?$")


def bare(printed: object) -> str:
    """
    Return a name without layout and without the words certificates print around it; a level in brackets is kept.

    >>> bare("中华人民共和国注册安全工程师执业资格证书"), bare("主管护师（护理）"), bare("工程师（高级）")
    ('注册安全工程师', '主管护师', '工程师(高级)')
    """
    return _AROUND.sub("", name_key(printed).removeprefix("中华人民共和国"))


def known_ending(value: str, table: CodeTable) -> str | None:
    """
    Return the longest listed name a longer name ends with: 电气工程师 ends with 工程师.

    >>> [known_ending(name, codes.QUALIFICATION_TITLES) for name in ("电气工程师", "工程师资格证书", "会员证")]
    ['工程师', '工程师', None]
    """
    key = bare(value)[:100]
    return next((key[start:] for start in range(len(key) - 1) if key[start:] in _endings(table)), None)
