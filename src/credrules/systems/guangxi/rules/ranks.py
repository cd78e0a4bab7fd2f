"""
The rank of a post or a title: ranks of TITLE_LEVELS, unknown if a name has several.

A group (高级) counts as its highest level if that benefits the person.
"""

from __future__ import annotations

from credrules import codes
from credrules.systems.guangxi.names import candidates
from credrules.systems.guangxi.records.whole import TitleCertificate

__all__ = ["levels_of", "levels_of_name", "of_level", "of_post", "of_title", "posts_of"]
__dir__ = __all__.copy


def of_level(level: str) -> int | None:
    """
    Return the highest rank a level may mean, None for an unknown level.

    >>> of_level("412"), of_level("410"), of_level("")
    (4, 5, None)
    """
    table = codes.TITLE_LEVELS
    ranks = [rank for code in (level, *(item.code for item in table.children(level))) if (rank := table.rank(code))]
    return max(ranks, default=None)


def posts_of(post: str | None) -> frozenset[str]:
    """
    Return the codes a post may mean (讲师 appears in several series), or the text itself if it means none.

    >>> "013" in posts_of("讲师"), posts_of("013"), posts_of("某职务")
    (True, frozenset({'013'}), frozenset({'某职务'}))
    """
    return frozenset(entry.code for entry in codes.CURRENT_POSTS.find(post)) or frozenset(filter(None, [post]))


def of_post(post: str | None) -> int | None:
    """
    Return the rank of a post; None for 无, for no post and for a name with several levels.

    >>> of_post("083"), of_post("082"), of_post("无")
    (3, 4, None)
    """
    found = codes.CURRENT_POSTS.get(post)
    entries = (found,) if found is not None else codes.CURRENT_POSTS.find(post)
    levels = {entry.attribute("level") for entry in entries}
    return of_level(levels.pop()) if len(levels) == 1 else None


def levels_of(title: TitleCertificate) -> tuple[str, ...]:
    """
    Return the levels (codes of TITLE_LEVELS) a certificate may have: the stated one, else those of the name.

    >>> levels_of(TitleCertificate(title_level="420")), levels_of(TitleCertificate(title_name="082"))
    (('420',), ('412',))
    """
    return levels_of_name(title.title_name) if title.title_level is None else (title.title_level,)


def levels_of_name(name: str | None) -> tuple[str, ...]:
    """
    Return the levels a title of this code or name can have; empty if it is unknown.

    >>> levels_of_name("讲师"), levels_of_name("某职务")
    (('420',), ())
    """
    levels = (entry.attribute("level") for entry in candidates(name or ""))
    return tuple(dict.fromkeys(filter(None, levels)))


def of_title(title: TitleCertificate) -> int | None:
    """
    Return the highest rank a certificate may have, None if it is unknown.
    """
    return max((rank for level in levels_of(title) if (rank := of_level(level))), default=None)
