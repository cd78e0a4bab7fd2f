"""
The catalogue as a mapping, and the data it freezes.
"""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credrules.catalogue import RULES, Citation, Example, Rule, freeze, thaw
from credrules.values import Evidence, FrozenMap, Severity
from tests.support.source import ROOT

ROW = RULES["TEXT.EXTRA_SPACE"]


def test_a_row_holds_everything() -> None:
    """
    Severity, wording in both languages, norm, evidence and executed examples stand on one row.
    """
    assert (Severity.WARNING, Evidence.STATED) == (ROW.severity, ROW.evidence)
    assert (ROW.zh, ROW.zh, ROW.en) == (ROW.template(), ROW.template("zh"), ROW.template("en"))
    assert ["广西专业技术人员信息采集常见问题解答 (2012-03), 二(7)"] == [item.text() for item in ROW.citations]
    assert Example("text.check", FrozenMap(value="工程师")) in ROW.passes
    assert Example("text.check", FrozenMap(value=" 工程师 ")) in ROW.fails


def test_a_citation_may_have_no_section() -> None:
    """
    A document cited as a whole is told by its title alone.
    """
    assert "甲文" == Citation("a", "甲文").text()


def test_a_row_names_its_first_requirement() -> None:
    """
    `requirement` is the first of the requirements, or empty for a rule of the library itself.
    """
    row = Rule("A.B", Severity.INFO, "甲", "a", (), Evidence.STATED, ("GX-076", "GX-077"))

    assert ("GX-076", "") == (row.requirement, ROW.requirement)


def test_rows_are_values() -> None:
    """
    A row hashes, pickles, copies and does not show its examples.
    """
    assert ROW == pickle.loads(pickle.dumps(ROW)) == copy.deepcopy(ROW)
    assert hash(ROW) == hash(copy.deepcopy(ROW))
    assert "fails" not in repr(ROW)


@pytest.mark.parametrize("code", ["TEXT.NO_SUCH", "NO_SUCH.AREA", "TEXT", "", "text.EMPTY"])
def test_a_code_without_a_row_is_a_key_error(code: str) -> None:
    """
    An unknown code names itself in the KeyError.
    """
    assert code not in RULES
    assert RULES.get(code) is None
    with pytest.raises(KeyError) as caught:
        _ = RULES[code]
    assert code == caught.value.args[0]


def test_the_catalogue_is_a_mapping() -> None:
    """
    The catalogue lists every row under its code, each once, and tells its size.
    """
    assert isinstance(RULES, Mapping)
    assert len(RULES) == len(list(RULES)) == len(set(RULES))
    assert all(code == row.code for code, row in RULES.items())
    assert f"<catalogue of {len(RULES)} rules>" == repr(RULES)


def test_only_the_area_asked_for_is_loaded() -> None:
    """
    A row loads the data of its own area and of no other.
    """
    script = (
        "import sys\nfrom credrules.catalogue import RULES\nRULES['TEXT.EMPTY']\n"
        "print(sorted(name for name in sys.modules if name.startswith('credrules._catalogue.')))"
    )
    done = subprocess.run(  # noqa: S603  # our own interpreter with our own script
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )

    assert "['credrules._catalogue.text']" == done.stdout.strip()


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(data=PLAIN)
def test_thawing_undoes_freezing(data: Any) -> None:  # noqa: ANN401  # plain data of any shape
    """
    Frozen data hashes, and thaws into equal plain data that may be changed.
    """
    frozen = freeze(data)

    assert isinstance(hash(frozen), int)
    assert data == thaw(frozen)
    assert type(data) is type(thaw(frozen))
