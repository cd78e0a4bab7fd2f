"""
Arguments at a desk: what is wrong with one is said in one line, in the user's language.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
from typing import Final, NoReturn

from credrules.values import Label

_YEARS: Final = range(1900, 2101)


class ArgumentsError(Exception):
    """
    The arguments cannot be used; `words` say which one and what it takes.
    """

    def __init__(self, words: Label) -> None:
        self.words = words
        super().__init__(words.en)


class Parser(argparse.ArgumentParser):
    """
    Raises ArgumentsError instead of printing the usage and ending the process.
    """

    def error(self, message: str) -> NoReturn:
        """
        Raise what argparse found, in words of both languages.
        """
        raise ArgumentsError(_in_words(message))


def day(text: str) -> dt.date:
    """
    Read a day such as 2025-12-31.
    """
    return dt.date.fromisoformat(text)


def count(text: str) -> int:
    """
    Read a number from 0 on.
    """
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)


def year(text: str) -> int:
    """
    Read a year of four digits.
    """
    number = count(text)
    if number not in _YEARS:
        raise ValueError(text)
    return number


# What argparse says, and how one would say it; "day", "count" and "year" are the functions above.
_SAYINGS: Final = tuple(
    (re.compile(pattern, re.DOTALL), Label(zh, en))
    for pattern, zh, en in (
        (
            r"argument (?P<of>.+?): invalid day value: (?P<value>.*)",
            "{of} 应写成 2025-12-31 这样的日期，不能是 {value}",
            "{of} takes a day such as 2025-12-31, not {value}",
        ),
        (
            r"argument (?P<of>.+?): invalid count value: (?P<value>.*)",
            "{of} 应为 0 或正整数，不能是 {value}",
            "{of} takes a whole number from 0 on, not {value}",
        ),
        (
            r"argument (?P<of>.+?): invalid year value: (?P<value>.*)",
            "{of} 应为 2024 这样的四位数年份，不能是 {value}",
            "{of} takes a year such as 2024, not {value}",
        ),
        (
            r"argument (?P<of>.+?): invalid choice: (?P<value>.*?) \(choose from (?P<choices>.*)\)",
            "{of} 只能是 {choices} 之一，不能是 {value}",
            "{of} is one of {choices}, not {value}",
        ),
        (r"argument (?P<of>.+?): expected one argument", "{of} 后面没有写内容", "nothing follows {of}"),
        (r"the following arguments are required: (?P<of>.*)", "没有写 {of}", "{of} is missing"),
        (r"unrecognized arguments: (?P<of>.*)", "不认识 {of}", "{of} is not known"),
    )
)


def _in_words(message: str) -> Label:
    for pattern, words in _SAYINGS:
        if found := pattern.fullmatch(message):
            return Label(words.zh.format_map(found.groupdict()), words.en.format_map(found.groupdict()))
    return Label(message, message)
