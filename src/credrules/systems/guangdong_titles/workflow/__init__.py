"""
The four machines: account, basic information, review application, paper file.
"""

from __future__ import annotations

from typing import Final

from credrules.systems.guangdong_titles.workflow.application import EVIDENCE, REVIEW_APPLICATION
from credrules.systems.guangdong_titles.workflow.basic import ACCOUNT, BASIC_INFORMATION, basic_information
from credrules.systems.guangdong_titles.workflow.paper import PAPER_FILE, paper_file
from credrules.systems.guangdong_titles.workflow.steps import (
    Course,
    act,
    course_of,
    event_code,
    replay,
    state_code,
    when_possible,
)

__all__ = [
    "ACCOUNT",
    "BASIC_INFORMATION",
    "EVIDENCE",
    "PAPER_FILE",
    "REVIEW_APPLICATION",
    "WORKFLOW",
    "Course",
    "act",
    "basic_information",
    "course_of",
    "event_code",
    "paper_file",
    "replay",
    "state_code",
    "when_possible",
]
__dir__ = __all__.copy

WORKFLOW: Final = (ACCOUNT, BASIC_INFORMATION, REVIEW_APPLICATION, PAPER_FILE)
"""The four machines of the system."""
