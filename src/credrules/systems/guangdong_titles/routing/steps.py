"""
A decision explained step by step: the rule, what it rests on, what would change it.
"""

from __future__ import annotations

from attrs import frozen

from credrules.values import Label, Lang

__all__ = [
    "DecisionStep",
]


def __dir__() -> list[str]:
    return sorted(__all__)


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
        if lang == "en":
            said = self.said.en.rstrip(".")
            return f"{said} ({self.rule}, {self.rests_on.en}); would change with: {self.changed_by.en}"
        said = self.said.zh.rstrip("。")
        return f"{said}（{self.rule}，{self.rests_on.zh}）；会改变结论的情况：{self.changed_by.zh}"
