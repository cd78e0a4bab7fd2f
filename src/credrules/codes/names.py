"""
The names of an entry, and when two spellings are the same name.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from credrules.codes.entry import Entry
from credrules.text import name_key

__all__ = ["Named", "Via", "fold", "simplified", "spellings"]
__dir__ = __all__.copy

# Further columns that are names of the entry as well.
_NAMING_COLUMNS: Final = ("alpha", "roman")

# Traditional characters with exactly one simplified form, and these forms. Only characters used in the names
# of the tables; one with several forms (幹, 後) or one that is used as such in names (於) is not listed.
_TRADITIONAL: Final = (
    "來倉個倫偉傑備傳傷儀優儲內兩別剛創劃劇劑動務勝勞勵區協參呂員單國圖團報壓壩壯學實寧審專對導屬岡島崗嶺師"
    "廈廣廳張從復態慶應懷戰撫書會東棗業構樂標機檔檢欽歴歷渦測渾湯準溫滄滎滿漁漢潯澤濟濰濱瀋瀘灣灤烏無煙營"
    "爭爾獎獨獸現瑤瓊產畢畫當盤眾碩確礦稱簡納級紡紹結絡統綏經維網綿編練縉縣總織繪繼續羅義習聯職臨臺與興華"
    "萊萬葉蕪薩藝藥蘇蘭處號衆術衛計記設許評詢試認語課調諮諾講證譯護變豐貴賀資賓質贛軍軟輪輯輸辦農連進運達"
    "遠遷選遼邊鄆鄉鄧鄭鄰醫銀銅鋁鋼錦錫鎮鏡鐵鑑鑒長門閩陝陽際雙雞雲電鞏順預頗領類飛養館饒馬駐驗體魚鮮鶴鷹"
    "鹽麗黃黨齊龍龐"
)
_SIMPLIFIED: Final = (
    "来仓个伦伟杰备传伤仪优储内两别刚创划剧剂动务胜劳励区协参吕员单国图团报压坝壮学实宁审专对导属冈岛岗岭师"
    "厦广厅张从复态庆应怀战抚书会东枣业构乐标机档检钦历历涡测浑汤准温沧荥满渔汉浔泽济潍滨沈泸湾滦乌无烟营"
    "争尔奖独兽现瑶琼产毕画当盘众硕确矿称简纳级纺绍结络统绥经维网绵编练缙县总织绘继续罗义习联职临台与兴华"
    "莱万叶芜萨艺药苏兰处号众术卫计记设许评询试认语课调咨诺讲证译护变丰贵贺资宾质赣军软轮辑输办农连进运达"
    "远迁选辽边郓乡邓郑邻医银铜铝钢锦锡镇镜铁鉴鉴长门闽陕阳际双鸡云电巩顺预颇领类飞养馆饶马驻验体鱼鲜鹤鹰"
    "盐丽黄党齐龙庞"
)
_PLAINER: Final = str.maketrans(_TRADITIONAL, _SIMPLIFIED, '"“”')


class Via(enum.IntEnum):
    """
    By which kind of name a text was found to mean an entry; the smaller, the more certain.
    """

    CODE = 0
    NAME = 1
    SHORT = 2
    ALIAS = 3
    FORMER = 4
    LOOSE = 5


@frozen
class Named:
    """
    An entry that a text may mean, and by which kind of name.
    """

    via: Via
    entry: Entry


def fold(name: str) -> str:
    """
    Return what identifies a name: the name without layout, bracket shapes and letter case.

    >>> fold("讲师（ 高校）") == fold("讲师(高校)")
    True
    """
    return name_key(name).casefold()


def simplified(text: str) -> str:
    """
    Return a text with its traditional characters as the tables print them, and without quotation marks.

    >>> simplified("“高級會計師”")
    '高级会计师'
    """
    return text.translate(_PLAINER)


def spellings(entry: Entry) -> Iterable[tuple[Via, str]]:
    """
    Return every way an entry may be written, the most certain first.

    The official short form is as good as the name.
    """
    further = (entry.name_en, *map(entry.attribute, _NAMING_COLUMNS))
    groups = (
        (Via.CODE, (entry.code,)),
        (Via.NAME, (entry.name, entry.short)),
        (Via.ALIAS, (*entry.aliases, *further)),
        (Via.FORMER, entry.former),
        (Via.LOOSE, entry.loose),
    )
    return ((via, name) for via, names in groups for name in names if name)
