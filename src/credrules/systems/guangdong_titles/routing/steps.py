"""
A decision explained step by step: the rule, what it rests on, what would change it.
"""

from __future__ import annotations

from attrs import frozen

from credrules.answers import Answered
from credrules.values import Label, Lang

__all__ = ["DecisionStep", "InSteps"]
__dir__ = __all__.copy


@frozen
class DecisionStep:
    """
    One step: the requirement it rests on, what was concluded, from what, and what would change it.

    `row` is the row of the decision table (GD-D1 or GD-D2) that matched, 0 for an intermediate step.
    """

    rule: str
    said: Label
    rests_on: Label
    changed_by: Label
    row: int = 0

    def explain(self, lang: Lang = "zh") -> str:
        """
        Return the step as one sentence.

        >>> said, basis, other = Label("看评委会", "the committee"), Label("二", "section 2"), Label("通知", "notice")
        >>> step = DecisionStep("GD-014", said, basis, other)
        >>> step.explain("en")
        'the committee (GD-014, section 2); would change with: notice'
        """
        said, rests_on, changed_by = (item.text(lang) for item in (self.said, self.rests_on, self.changed_by))
        if lang == "en":
            return f"{said.rstrip('.')} ({self.rule}, {rests_on}); would change with: {changed_by}"
        return f"{said.rstrip('。')}（{self.rule}，{rests_on}）；会改变结论的情况：{changed_by}"


class InSteps(Answered):
    """
    An answer that is explained step by step.
    """

    __slots__ = ()

    steps: tuple[DecisionStep, ...]

    def explain(self, lang: Lang = "zh") -> tuple[str, ...]:
        """
        Return every step in words.
        """
        return tuple(step.explain(lang) for step in self.steps)
