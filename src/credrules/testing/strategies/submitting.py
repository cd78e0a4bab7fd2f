"""
Complete forms of the systems: a form that is drawn is one that its system accepts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from hypothesis import strategies as st

from credrules.engine import System
from credrules.findings import CredrulesError, finding
from credrules.keys import Labels
from credrules.masking import shown_key
from credrules.systems import SYSTEMS
from credrules.testing.strategies.forms.guangdong_learning import guangdong_learning_forms
from credrules.testing.strategies.forms.guangdong_titles import guangdong_titles_forms
from credrules.testing.strategies.forms.guangxi import guangxi_forms
from credrules.testing.strategies.forms.lianyungang import lianyungang_forms
from credrules.testing.strategies.persons import day_of_people
from credrules.values import FrozenMap

__all__ = ["DAYS", "submissions"]
__dir__ = __all__.copy

DAYS: Final = FrozenMap(
    {
        "guangxi": dt.date(2012, 6, 1),
        "guangdong_titles": dt.date(2016, 7, 1),
        "lianyungang": dt.date(2018, 5, 3),
        "guangdong_learning": dt.date(2012, 6, 1),
    }
)
"""The day of each system's forms if no other is given: one on which the shipped profile is in force."""

_FORMS: Final[FrozenMap[str, Callable[[dt.date], st.SearchStrategy[dict[str, Any]]]]] = FrozenMap(
    {
        "guangxi": guangxi_forms,
        "guangdong_titles": guangdong_titles_forms,
        "lianyungang": lianyungang_forms,
        "guangdong_learning": guangdong_learning_forms,
    }
)


def submissions(
    system: System[Any] | str, *, on: dt.date | None = None, labels: Labels = None
) -> st.SearchStrategy[dict[str, Any]]:
    """
    Return complete forms of a system, in which its check on the day `on` finds no error.

    `system` is one of `systems.SYSTEMS` or its name; `on` is the day that
    counts as today, by default ``DAYS[system.name]``. The keys are English, or
    with `labels="zh"` or `"en"` the labels of the form. A check may warn where
    the library ships a part of a list only (units of Guangdong).

    Raises CredrulesError for a system without forms, and for a day on which no one is drawn.

    >>> from hypothesis import find
    >>> from credrules.systems import guangxi
    >>> form = find(submissions("guangxi"), lambda form: form["titles"] and not form["awards"])
    >>> guangxi.check(form, on=DAYS["guangxi"]).errors
    ()
    >>> list(find(submissions(guangxi.SYSTEM, labels="zh"), bool))[:3]
    ['基本信息', '学历信息', '学位信息']
    """
    name = system.name if isinstance(system, System) else system
    # Anything may be asked for; only a text is a name.
    forms = _FORMS.get(name) if type(name) is str else None
    if forms is None:
        raise CredrulesError([finding("TESTING.SYSTEM", system=shown_key(name), known=tuple(_FORMS))])
    drawn = forms(day_of_people(DAYS[name] if on is None else on))
    if labels is None:
        return drawn
    own = system if isinstance(system, System) else next(item for item in SYSTEMS if item.name == name)
    return drawn.map(lambda form: own.unstructure(own.structure(form), labels=labels))
