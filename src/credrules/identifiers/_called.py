"""
Cells with more than a name: a blank where a middle dot may belong, or a form of address after the name.

A blank may be layout, as in 李 四, replace the dot of a minority name, or
separate two people. A finding asks what it means; it is never decided here.
"""

from __future__ import annotations

import re
from typing import Final

from credrules.plain_words import COMPOUND_SURNAMES
from credrules.text import HAN_SET

__all__ = ["addressed", "is_no_name", "parted"]


_PARTS: Final = re.compile(f"[{HAN_SET}]+(?:[ \u00a0\u2002-\u200a\u3000\t\r\n]+[{HAN_SET}]+)+")
_BLANKS: Final = re.compile("[ \u00a0\u2002-\u200a\u3000\t\r\n]+")


def parted(written: str) -> str | None:
    """
    Return a name with single blanks if a blank may be more than layout, else None.

    >>> parted("古丽米热 艾比布力"), parted("李 四"), parted("欧阳 小明"), parted("张三 李四")
    ('古丽米热 艾比布力', None, None, '张三 李四')
    """
    text = written.strip()
    if not _PARTS.fullmatch(text):
        return None
    parts = _BLANKS.split(text)
    if is_no_name(parts[-1]):
        return None  # 张三 主任: the blank before a form of address is layout
    size = sum(map(len, parts))
    if size < 4 or len(parts[0]) == 1 or (size == 4 and (parts[0] in COMPOUND_SURNAMES or len(parts) > 2)):
        return None
    return " ".join(parts)


_POSTS: Final = (
    "主任|处长|科长|局长|厅长|院长|校长|园长|所长|站长|部长|队长|班长|组长|馆长|厂长|台长|行长|会长|理事长|秘书长|董事长|总经理|经理|主席|县长"
    "|市长|镇长|乡长|书记|委员|教授|研究员|主任医师|主任护师|主任药师|主管|总监|护士长|教导员|指导员"
    "|站主任"
)
_FORMS: Final = (
    "同志|老师傅|老师|先生|女士|小姐|师傅|同学|大夫|医生|护士|院士|博士|阿姨|律师|会计师?|工程师|经济师|医师|主治医师|护师|药师|技师"
    f"|技术员|科员|干事|秘书|司机|班主任|教练|讲师|助教|助理|出纳|辅导员|(?:常务)?[副正]?(?:{_POSTS})"
)
_ADDRESS: Final = re.compile(f"([{HAN_SET}·]{{1,10}}?)({_FORMS})")
# A label of the form, a line of sums, a filler of a trial: what no one is called. 某某 and 李某 hide a name and stay.
_NO_NAMES: Final = (
    "姓名|名字|姓 ?名|本人|申请人|申报人|填表人|联系人|员工|职工|人员|同上|如上|上同|合计|小计|总计|共计|总人数"
    "|人数|测试|试用|示例|样例|举例|例|[xX×＊*]{2,}"
)
_NOBODY: Final = re.compile(f"(?:{_NO_NAMES}|{_FORMS})[:：]?")


def addressed(name: str) -> tuple[str, str] | None:
    """
    Return a name and the form of address after it, None if it has none.

    >>> addressed("贾晓宁副主任"), addressed("贾老师"), addressed("贾晓宁")
    (('贾晓宁', '副主任'), ('贾', '老师'), None)
    """
    found = _ADDRESS.fullmatch(name)
    return None if found is None else (found[1], found[2])


def is_no_name(text: str) -> bool:
    """
    Return whether a text is a form of address without a name, a label or a filler.

    >>> is_no_name("先生"), is_no_name("姓名"), is_no_name("XXX"), is_no_name("李某")
    (True, True, True, False)
    """
    return _NOBODY.fullmatch(text) is not None
