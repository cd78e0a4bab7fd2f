"""
Where in a text something stands that may identify a person or a certificate.

A text is examined as a reader sees it: full-width, circled, raised and foreign digits count as digits, Chinese
numerals in a row too, invisible and combining characters are ignored, and what a browser decodes is decoded.
`masking` decides what is done with what is found here.
"""

from __future__ import annotations

import functools
import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from credrules.care import HAN, Care
from credrules.plain_words import LONG_SURNAMES, PLAIN, STEMS, SURNAMES

__all__ = ["Span", "as_read", "email_spots", "read_as", "spots", "without_unseen"]
__dir__ = __all__.copy


Span: TypeAlias = "tuple[int, int, int, int]"
"""Begin, end, and how much of head and tail may stay."""

_FEW_DIGITS: Final = 6
_SHORT_DIGITS: Final = 5

# --- what a run looks like, in the characters a reader sees --------------------------------------

_YEAR: Final = "(?:18|19|20|21|22)[0-9]{2}"
_MONTH: Final = "(?:0?[1-9]|1[0-2])"
_DAY: Final = "(?:0?[1-9]|[12][0-9]|3[01])"
_MONTHS: Final = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_TIME: Final = "[ T]{1,2}[0-9]{1,2}(?::[0-9]{2}){1,2}"
# Dates, spans of years, sums of money and occupations (2-02-15-01) identify no one.
_PUBLIC: Final = re.compile(
    rf"(?<![0-9A-Za-z])(?:{_YEAR}年(?:{_MONTH}月(?:{_DAY}日(?:[0-9]{{1,2}}:[0-9]{{2}})?)?)?(?:{_TIME})?"
    rf"|{_YEAR}([-./ ]){_MONTH}(?:\1{_DAY})?(?:{_TIME})?(?!\1[0-9])|{_DAY}([/. -]){_DAY}\2{_YEAR}"
    rf"|{_YEAR}[-~/ \u2010-\u2015]{_YEAR}|(?<![0-9]-)[1-8]-[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}(?!-[0-9])"
    rf"|{_DAY}?,? ?(?:{_MONTHS})[a-z]{{0,6}}[., ]{{1,2}}(?:{_DAY},? )?{_YEAR}"
    r")(?![0-9A-Za-z])|\A[^0-9A-Za-z]*[0-9]{1,7}[万亿]?元[^0-9A-Za-z]*\Z"
)
# Numbers of standards, of what is printed and of the authorities' documents (桂人社发〔2016〕136号) are no one's.
_STANDARD: Final = re.compile(
    r"(?<![0-9A-Za-z])(?:(?:GB|GBJ|ISO|IEC|DB[0-9]{2}|CJ|CJJ|JG|JGJ|JT|JTG|JTJ|SL|DL|HJ|WS|NY|AQ|TSG)(?:/[TZ])?"
    r" ?(?:[A-Z](?=[0-9]))?[0-9]{1,5}(?:\.[0-9]{1,2})?-[0-9]{4}|ISO ?[0-9]{4,5}"
    r"|ISBN[ :：]?97[89](?:-?[0-9]){10}|ISSN[ :：]?[0-9]{4}-[0-9]{3}[0-9X]|CN ?[0-9]{2}-[0-9]{4}(?:/[A-Z]{1,2}[0-9]?)?)"
    rf"(?![0-9A-Za-z-])|[{HAN}](?:发|规|办|函|府|财会)[〔\[(]{_YEAR}[〕\])][1-9][0-9]{{0,2}}号"
)
_DIGIT: Final = re.compile("[0-9]")
# Seven or more letters and digits with at least six digits, in one piece.
_RUN: Final = re.compile(r"(?<![0-9A-Za-z])(?=[A-Za-z]*(?:[0-9][A-Za-z]*){6})[0-9A-Za-z]{7,}(?![0-9A-Za-z])")
# Groups of digits with blanks, dashes, dots, slashes or middle dots in between (138 0000 1234, 450000/1993/...).
# Asterisks count: more than three are what a masker left.
_JOINED: Final = re.compile(
    r"(?<![0-9A-Za-z])[0-9A-Za-z]*[0-9]"
    r"(?:(?:[\s./_\-\u2010-\u2015\u2022\u30fb\u00b7\u2027\u2212|\\~]{1,8}|\*{1,3})[0-9]+)+[A-Za-z]?(?![0-9A-Za-z])"
)
# What stands between two groups: signs alone, or up to three signs and letters. The two exclude each other, so that
# no pattern is tried twice on the same text.
_SIGNS: Final = f"[^0-9A-Za-z{HAN}*]{{1,8}}(?=[0-9])|\\*{{1,3}}"
_LETTERS: Final = f"(?=[^0-9*]{{0,2}}[A-Za-z{HAN}])[^0-9*]{{1,3}}"
# Any groups of digits with a few signs, or up to three signs or letters, in between (〔2013〕0345, 2013字第0345).
_GROUPS: Final = re.compile(f"(?<![0-9])[0-9]+(?:(?:{_SIGNS}|{_LETTERS})[0-9]+)+[Xx]?(?![0-9])")
_STARRED: Final = re.compile(r"(?<![0-9])[0-9]+(?:\*+[0-9]+){2,}(?![0-9])")
# Certificate numbers may be short: five letters and digits, four of them digits.
_SHORT: Final = re.compile(
    r"(?<![0-9A-Za-z])(?<!\*{4})(?=[A-Za-z]*(?:[0-9][A-Za-z]*){4})[0-9A-Za-z]{5,}(?!\*{4})(?![0-9A-Za-z])"
)
# A code of an organisation may have few digits: MA5KD8T2-4.
_ORGANISATION: Final = re.compile("(?<![0-9A-Za-z])(?=[A-Z]*[0-9])[0-9A-Z]{8}-[0-9X](?![0-9A-Za-z-])")
_LETTERED: Final = re.compile(r"[0-9]*[A-Za-z]")
# A year after a word, as in the id of a rule (CN-NX-MID2022).
_NAMED_YEAR: Final = re.compile(f"[A-Za-z]{{2,8}}{_YEAR}")
# A letter or two before groups of digits: A0345-12, GX 034/512, A人社职字[0345]第12号.
_LETTERED_GROUPS: Final = re.compile(
    f"(?<![0-9A-Za-z])(?:[A-Za-z]{{1,2}}|[A-Z]{{3,4}})(?:[^0-9A-Za-z*]{{0,8}}|\\*{{1,3}})[0-9]+"
    f"(?:(?:{_SIGNS}|(?=[^0-9*]{{0,2}}[{HAN}])[^0-9A-Za-z*]{{1,3}})[0-9]+)+(?![0-9A-Za-z])"
)
# Chinese numerals are read as figures where there are many of them.
_NUMERALS: Final = str.maketrans("〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖两幺", "000123456789123456789" + "21")
_NUMERAL: Final = re.compile("[〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖两幺]")
_NUMERALS_IN_A_ROW: Final = re.compile("[零壹贰叁肆伍陆柒捌玖]{5}")
_MANY_NUMERALS: Final = 6
_EMAIL_SIGN: Final = re.compile(r"[@#]|at", re.IGNORECASE)
_OPEN: Final = r"[(\[{<（【]"
_CLOSE: Final = r"[)\]}>】）]"
_DOMAIN: Final = r"[a-z0-9-]{1,63}(?:\s?[.。]\s?|\sdot\s)[a-z]"
_EMAIL: Final = re.compile(
    r"((?:(?<![a-z0-9._+-])(?=[0-9._+-]*[a-z])[a-z0-9._+-]{2,64}\s{1,2}(?=[a-z0-9._+-]{1,2}\s{0,3}@))?"
    r"(?:(?<![a-z0-9._+-])[a-z0-9._+-][^\w@]{1,3}){0,64}[^\s@*,;:<>()（），；：、。#]{1,64})"
    rf"[\s,;:，；：。、\"'“”‘’]{{0,3}}(?:(?:{_OPEN}? ?@+ ?{_CLOSE}?|{_OPEN} ?at ?{_CLOSE})\s{{0,3}}(?=[^\s@])"
    rf"|(?:\sat\s|#)\s{{0,2}}(?={_DOMAIN}))",
    re.IGNORECASE,
)
# What is left of "zhangsan at example.org" without its blanks and dots.
_EMAIL_JOINED: Final = re.compile(
    r"(?<![a-z0-9._+-])([a-z0-9._+-]{3,64}?)(?:at|[#@]+)"
    r"(?=[a-z0-9.-]{2,64}(?:com|cn|net|org|edu|gov)(?![a-z0-9]))",
    re.IGNORECASE,
)
# A word before the name of a server, with any sign but a dot in between: zhangsan*example.org, zhangsan艾特example.org.
_SERVER: Final = re.compile(
    r"(?<![a-z0-9._+-])([a-z0-9._+-]{2,64})"
    r"(?:[^a-z0-9.\s_-]{1,5}|[^a-z0-9.]{0,2}(?:at|a|圈a|艾特|在)[^a-z0-9.]{1,2}|[艾特在圈]{1,2})"
    r"(?=[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:com|cn|net|org|edu|gov|cc|io)(?![a-z0-9]))",
    re.IGNORECASE,
)
_FLAT: Final = "[-0-9A-Za-z〇零一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰]"
_PLACE: Final = (
    "路|街|道|巷|弄|里|胡同|村|屯|庄|镇|乡|小区|社区|花园|苑|园|大厦|广场|新区|工业区|开发区|农场|分场|公寓|宿舍|家属院"
    "|街坊|桥头|团|工区"
)
# A road, village or estate with a number in it: 民族大道 88 号 2 栋.
_ADDRESS: Final = re.compile(
    f"[{HAN}0-9]{{0,40}}?[{HAN}0-9](?:{_PLACE})[{HAN}]{{0,12}}?(?:NO|No)?{_FLAT}{{1,8}}"
    f"(?:号|號|栋|幢|座|单元|室|楼|层|组|队|村|社|弄|巷|户|排|连|支弄)[-0-9A-Za-z{HAN}#]{{0,40}}"
)
# The same without a word after the number: 民族大道88#2-301, 大厦1803; a year is none.
_BARE_ADDRESS: Final = re.compile(
    f"[{HAN}0-9]{{0,40}}?[{HAN}](?:路|街|道|巷|弄|胡同|村|屯|小区|花园|苑|大厦|广场|公寓|宿舍|家属院|工业区)"
    rf"(?:NO|No)?(?!(?:19|20)[0-9]{{2}}(?![0-9]))[0-9]{{1,4}}(?:[-#附之]+[0-9A-Za-z]{{1,5}})*(?![0-9%.年月日人个名学公])"
)
# A flat without its road, or a letter box: 3栋502, 2单元602室, 28#1704, 2847号信箱.
_FLAT_ALONE: Final = re.compile(
    f"[{HAN}0-9]{{0,40}}?(?:{_FLAT}{{1,4}}(?:(?:栋|幢|座|单元|号楼)(?:{_FLAT}{{1,4}}单元|(?:{_FLAT}{{1,4}}[座楼层])?"
    rf"(?:(?!(?:19|20)[0-9]{{2}}年)[0-9]{{3}}|{_FLAT}{{2,5}}[号室房户]))|#[0-9]{{3,4}}(?![0-9]))"
    f"|楼[0-9]{{1,2}}(?:-[0-9]{{1,4}})+|[0-9]{{1,5}}号?(?:信箱|分箱)|信箱[0-9]{{1,5}})[-0-9A-Za-z{HAN}#]{{0,40}}"
)
_KIND_OF_ROAD: Final = (
    "(?:Road|Rd|Street|St|Avenue|Ave|Lane|District|Boulevard|Blvd|Drive|Highway|Square|Plaza|Garden|Dadao|Lu|Jie|Xiang"
    "|Nong|Hutong|Cun|Village)"
)
_HOUSE: Final = "[0-9]{1,5}(?:-[0-9]{1,3})?"
_ROAD: Final = re.compile(
    rf"\b(?:No\.? ?)?[0-9]{{1,5}},? (?:[A-Z][a-z']+ ){{1,4}}{_KIND_OF_ROAD}\b"
    rf"|\b(?:[A-Z][a-z']+ ){{1,4}}{_KIND_OF_ROAD},? (?:No\.? ?)?{_HOUSE}\b"
    r"(?:[ ,]{0,2}[0-9]{0,5} ?[A-Z][a-z]{1,6}\b)*"
    rf"|\b(?:[A-Z][a-z']+ ){{1,3}}{_HOUSE} ?(?i:hao)\b"
    r"|\b(?i:room|rm|flat|suite) ?[0-9]+[A-Za-z]?\b|\b(?i:P\.? ?O\.? ?box) ?[0-9]+"
    # What a repair of blanks and capitals makes of them: 28NATHANROAD.
    r"|\b[0-9]{1,5},? ?[A-Za-z' ]{2,40}?(?i:road|street|avenue|boulevard|dadao)\b"
    r"|\b[0-9]{1,5},? ?(?i:rua ?d[aeo])[A-Za-z ]{0,40}",
    re.ASCII,  # a Chinese character beside it is no part of the word
)
# A name with a dot inside, or two to four characters that begin with a surname.
_DOTTED_NAME: Final = re.compile(
    f"(?<![{HAN}])[{HAN}]{{1,12}}[·•・‧.][{HAN}]{{1,12}}(?:[·•・‧.][{HAN}]{{1,12}})?(?![{HAN}])"
)
_ADDRESSED: Final = ("同志", "先生", "女士", "小姐", "老师", "师傅", "医生", "大夫", "阿姨", "叔叔")
# Neither after a figure (3万字, 第3项) nor before the year of a document (苏人社发〔2018〕).
_NAME: Final = re.compile(
    f"(?<![{HAN}*])(?!(?<=[0-9])[万项段支连班团])[{HAN}](?:[ ]?[{HAN}]){{1,3}}?"
    f"(?:{'|'.join(_ADDRESSED)})?(?![{HAN}*〔])"
)
# John Smith, Wang Xiaoming, John·Smith; what has a word of a table in it is none.
_LATIN_NAME: Final = re.compile(r"\b[A-Z][a-z]+(?:[ ·.-]{1,2}[A-Z][a-z]+){1,2}\b", re.ASCII)
_LATIN_WORDS: Final = frozenset(
    """
    academy administration agency agricultural assistant associate association bachelor bank bureau center centre
    certificate chief chinese city class college committee company county degree department deputy director district
    doctor economist education engineer engineering expert general government grade group hospital industry institute
    junior language league lecturer level limited ltd manager master medical member middle ministry national nurse
    office officer party physician primary principal professional professor province provincial region research
    researcher school science secondary senior society standard state student teacher technical technician technology
    title training university vocational worker
    """.split()  # noqa: SIM905  # read as text
)
_NO_NAME: Final = (
    "族", "工程师", "技师", "教师", "讲师", "医师", "药师", "护师", "技士", "护士", "药士", "医士", "教授",
    "研究员", "会计师", "经济师", "统计师", "审计师", "农艺师", "畜牧师", "兽医师", "记者", "编辑", "馆员", "教练",
    "演员", "人员", "专业", "技术", "系列", "管理员", "语", "文字", "宗教", "教育", "卫生", "农业", "艺术", "机关",
    "企业", "机构", "部门", "组织", "科目", "课程", "毕业", "考试", "评审", "认定", "在册", "通过",
    "律师", "公证员", "高级", "中级", "初级", "高工", "中工", "助理", "员级", "副高", "正高", "学历", "学位",
    "本科", "专科", "大专", "中专", "高中", "初中", "小学", "博士", "硕士", "学士", "研究生", "党员", "团员",
    "群众", "在职", "在岗", "退休", "离休", "男性", "女性", "已婚", "未婚", "单位", "学校", "医院", "公司",
    "中心", "大学", "学院", "中学", "省", "市", "县", "区", "局", "厅", "部", "委", "级",
    "号", "岁", "年", "月", "日",
)  # fmt: skip


def spots(text: str, care: Care) -> Iterator[Span]:
    """
    Yield what may not be shown of a text as a reader sees it.
    """
    yield from email_spots(text, wide=care is not Care.WORDS)
    if care is Care.WORDS:
        yield from _numbers(text, groups=(_JOINED,), short=False)
    yield from _addresses(text, wide=care is not Care.WORDS)
    if care is not Care.WORDS:
        yield from _numbers(text, groups=(_GROUPS, _STARRED), short=True)
    if care is Care.CELL:
        yield from _names(text)


def email_spots(text: str, *, wide: bool = False) -> Iterator[Span]:
    """
    Yield the part of each e-mail address that stands before the sign; `wide` takes any sign for it.
    """
    patterns = (_EMAIL, _EMAIL_JOINED) if _EMAIL_SIGN.search(text) else ()
    for pattern in (*patterns, _SERVER) if wide and "." in text else patterns:
        for found in pattern.finditer(text):
            yield (*found.span(1), 1, 0)


def _numbers(text: str, *, groups: tuple[re.Pattern[str], ...], short: bool) -> Iterator[Span]:
    if _DIGIT.search(text):
        yield from _figures(text, groups=groups, short=short)
    numerals = 0 if text.isascii() else len(_NUMERAL.findall(text))
    many = numerals > 1 and numerals + len(_DIGIT.findall(text)) >= _MANY_NUMERALS
    if many or (numerals and _NUMERALS_IN_A_ROW.search(text)):
        yield from _figures(text.translate(_NUMERALS), groups=groups, short=short)


def _figures(text: str, *, groups: tuple[re.Pattern[str], ...], short: bool) -> Iterator[Span]:
    # Public parts are blotted out, so that no run extends across them, but they count as part of a longer group.
    plain = _STANDARD.sub(_blot, text)
    bare = _PUBLIC.sub(_blot, plain)
    for pattern in groups:
        for found in pattern.finditer(plain):
            if sum(map(str.isdecimal, bare[found.start() : found.end()])) > _FEW_DIGITS:
                yield (*found.span(), 6, 4)
    for found in _LETTERED_GROUPS.finditer(plain) if short else ():
        if sum(map(str.isdecimal, bare[found.start() : found.end()])) >= _SHORT_DIGITS:
            yield (*found.span(), 6, 4)
    for pattern in (_RUN, _ORGANISATION) if short else (_RUN,):
        for found in pattern.finditer(bare):
            yield (*found.span(), 6, 4)
    for found in _SHORT.finditer(bare):
        if (short or _LETTERED.match(found[0])) and not _NAMED_YEAR.fullmatch(found[0]):
            yield (*found.span(), 6, 4)


def _blot(found: re.Match[str]) -> str:
    return "\n" * len(found[0])


def _addresses(text: str, *, wide: bool) -> Iterator[Span]:
    if wide and _DIGIT.search(text):
        for found in _ROAD.finditer(text):
            yield (*found.span(), 2, 0)
    if text.isascii():
        return
    # An address with a comma or a full stop between its parts is still an address; its number may go on after a blank,
    # or another may follow.
    apart = [it for it in enumerate(text) if it[1].isalnum() or it[1] in _KEPT or _is_gap(text, it[0])]
    pressed = [it for it in apart if not it[1].isspace()]
    for kept in (pressed, apart) if len(apart) > len(pressed) else (pressed,):
        joined = "".join(sign for _, sign in kept)
        for pattern in (_ADDRESS, _BARE_ADDRESS, _FLAT_ALONE) if wide else (_ADDRESS,):
            for found in pattern.finditer(joined):
                yield kept[found.start()][0], kept[found.end() - 1][0] + 1, 2, 0


def _is_gap(text: str, place: int) -> bool:
    return text[place].isspace() and text[place - 1].isdigit()


_KEPT: Final = frozenset("-#*〇")


def _names(text: str) -> Iterator[Span]:
    for found in _DOTTED_NAME.finditer(text):
        yield (*found.span(), 1, 0)
    for found in _NAME.finditer(text):
        if _begins_as_name(found[0]) and not _is_word("".join(found[0].split())):
            yield (*found.span(), 1, 0)

    for found in _LATIN_NAME.finditer(text):
        if _LATIN_WORDS.isdisjoint(re.findall("[a-z]+", found[0].lower())):
            yield (*found.span(), 1, 0)


def _begins_as_name(text: str) -> bool:
    return text[0] in SURNAMES or text.startswith(LONG_SURNAMES)


def _is_word(text: str) -> bool:
    if text.startswith(LONG_SURNAMES) or text.endswith(_ADDRESSED):
        return False
    return text in PLAIN or text[:2] in STEMS or text.endswith(_NO_NAME) or text.startswith(_NO_NAME)


# --- as a reader sees it -------------------------------------------------------------------------

# Everything in it is one character for a reader, too.
_SIMPLE: Final = re.compile(
    f"[ -~{HAN}\u3001-\u3003\u3008-\u3011\u3014-\u3017\u2014\u2018-\u201d\u00b7\uff01-\uff5e\u3000]*"
)
_NARROW: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
# What a browser or a program reads as one sign: &#x34; %34 \u0034 &nbsp; and a tag.
_TAG: Final = "br|wbr|hr|t[drh]|table|tbody|p|div|span|[biua]|li|[uo]l|font|nobr|em|strong|su[bp]|small|big"
_ENCODED: Final = re.compile(
    r"&(?:amp;)?#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6});?|&[A-Za-z]{2,8};|%[2-7][0-9A-Fa-f]|%[C-Fc-f][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){1,3}"
    r"|\\(?:[uU][0-9A-Fa-f]{4}|[xX][0-9A-Fa-f]{2})"
    rf"|\\[nrt]|</?(?i:{_TAG})(?: [^<>@0-9{HAN}]{{0,40}}[0-9]{{0,3}}[^<>@0-9{HAN}]{{0,9}})?/?>|.",
    re.DOTALL,
)
_MAY_BE_ENCODED: Final = re.compile(r"&[#A-Za-z]|%[2-7C-Fc-f][0-9A-Fa-f]|\\[uUxX]|<[/A-Za-z]")


def as_read(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """
    Return the characters a reader puts together, and for each where it begins and ends in `text`.
    """
    if not _MAY_BE_ENCODED.search(text):
        if _SIMPLE.fullmatch(text):
            return text.translate(_NARROW), range(len(text)), range(1, len(text) + 1)
        tokens: Iterable[tuple[int, str]] = enumerate(text)
    else:
        tokens = ((found.start(), found[0]) for found in _ENCODED.finditer(text))
    seen: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    for place, token in tokens:
        for char in read_as(token):
            seen.append(char)
            begins.append(place)
            ends.append(place + len(token))
    return "".join(seen), begins, ends


def without_unseen(text: str) -> str:
    """
    Return a text without the signs that a reader does not see, so that none remains where something was masked.
    """
    if _MAY_BE_ENCODED.search(text):
        return "".join(found[0] for found in _ENCODED.finditer(text) if read_as(found[0]))
    return text if text.isascii() else "".join(filter(read_as, text))


@functools.lru_cache(maxsize=8192)
def read_as(token: str) -> str:
    """
    Return what a reader sees of one sign, or of one that is written in several: nothing, a letter, a digit or more.
    """
    if len(token) > 1:
        sign = _decoded(token)
        return read_as(sign) if len(sign) == 1 else sign
    if token.isascii():
        return token if token.isprintable() else " "
    if unicodedata.category(token) in {"Cf", "Mn", "Me", "Mc"} or token in _UNSEEN:
        return ""
    if token in _AT:
        return "@"
    found = _figure(token) if unicodedata.category(token) in {"Nl", "No"} else None
    return found or "".join(_figure(char) or char for char in unicodedata.normalize("NFKC", token))


_AT: Final = frozenset("ⓐ")
_UNSEEN: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800")


def _figure(char: str) -> str | None:
    number = None if "\u3400" <= char <= "\u9fff" or char == "〇" else unicodedata.numeric(char, None)
    return str(int(number)) if number is not None and float(number).is_integer() else None


def _decoded(token: str) -> str:
    if token.startswith("<"):
        return " "
    if token.startswith("&"):  # a repair may have written it in capitals
        sign = html.unescape(token.replace("&amp;#", "&#"))
        return html.unescape(token.lower()) if sign == token else sign
    if token[1] in "nrt":
        return " "
    if token.count("%") > 1:
        return bytes.fromhex(token.replace("%", "")).decode(errors="replace")
    code = int(token.lstrip("%\\uxUX"), 16)
    return chr(code) if code < 0x80 or token[1] in "uU" else " "
