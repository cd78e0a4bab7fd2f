"""
What all answers with a decision have in common: the reasons, in codes and in words.

`Decision` is the enum; an answer (whether a person is collected, an award
counts, a year is enough) has `.decision`, `.reasons`, `.findings` and
`.explain(lang)`.
"""

from __future__ import annotations

from typing import Any, Final, Protocol

from credrules.findings import Decision, Finding, language
from credrules.values import FrozenMap, Label, Lang

__all__ = ["DECISIONS", "Answered", "FoundAnswer"]
__dir__ = __all__.copy

DECISIONS: Final[FrozenMap[Decision, Label]] = FrozenMap(
    {
        Decision.IN: Label("是", "yes"),
        Decision.OUT: Label("否", "no"),
        Decision.REVIEW: Label("不能确定，须人工判断", "undecided, to be reviewed by a person"),
    }
)
"""The decisions in words."""


class _Decided(Protocol):
    @property
    def decision(self) -> Decision:
        """
        The decision.
        """
        ...

    @property
    def findings(self) -> tuple[Finding, ...]:
        """
        The findings that led to it.
        """
        ...


class Answered:
    """
    An answer with a decision, reasons and findings; a subclass with its own wording overrides `explain`.
    """

    __slots__ = ()

    def explain(self: _Decided, lang: Lang = "zh") -> Any:  # noqa: ANN401  # a text, or texts of its own
        """
        Return the decision and the findings, one per line.
        """
        return "\n".join([DECISIONS[self.decision].text(language(lang)), *(it.message(lang) for it in self.findings)])


class FoundAnswer(Answered):
    """
    An answer whose reasons are its findings.
    """

    __slots__ = ()

    @property
    def reasons(self: _Decided) -> tuple[str, ...]:
        """
        The codes of the findings, each once; empty if there are no findings.
        """
        return tuple(dict.fromkeys(item.code for item in self.findings))
