"""
No answer shows a secret whole: not in a repr, a message, the parameters, a path, plain data, HTML or an exception.
"""

from __future__ import annotations

import zlib

import pytest
from hypothesis import settings

from credrules.masking import Care, shown
from tests.support import entrances, secrets

ENTRANCES = entrances.entrances()
LEAST = 50
# Of each kind, so many spellings go through each entrance; a soak sends all of them.
SAMPLE = 5


@pytest.mark.parametrize("kind", sorted(secrets.SECRETS))
def test_there_are_many_spellings(kind: str) -> None:
    """
    The corpus has at least fifty spellings of each kind of secret.
    """
    assert len(secrets.spellings(kind)) >= LEAST


@pytest.mark.parametrize("kind", sorted(secrets.SECRETS))
def test_the_masker_hides_every_spelling(kind: str) -> None:
    """
    However a secret is written, the masker hides it, in what was typed and in a cell of another kind.
    """
    told = [
        (care.name, spelling.text)
        for spelling in secrets.spellings(kind)
        for care in (Care.GIVEN, Care.CELL)
        if secrets.whole(spelling, shown(spelling.text, care))
    ]

    assert [] == told


def _sample(name: str, kind: str) -> tuple[secrets.Spelling, ...]:
    every = secrets.spellings(kind)
    if settings.default is not None and settings.get_current_profile_name() == "soak":
        return every
    # Another part of the corpus for each entrance, the same one in each run.
    first, step = zlib.crc32(f"{name} {kind}".encode()), max(len(every) // SAMPLE, 1)
    return (every[0], *(every[(first + step * number) % len(every)] for number in range(SAMPLE)))


@pytest.mark.parametrize("name", sorted(ENTRANCES))
def test_no_entrance_leads_to_a_secret_shown_whole(name: str) -> None:
    """
    Whatever way a secret is given, nothing that a host may show of the answer lets a reader put it together.
    """
    for kind in secrets.SECRETS:
        for spelling in _sample(name, kind):
            answer = entrances.answer_of(ENTRANCES[name], spelling.text)
            told = [(where, text) for where, text in entrances.exits(answer) if secrets.whole(spelling, text)]
            assert [] == told[:1], spelling.text
