"""
What may be shown of an identifier.

One masker for every repr, message, parameter and exception of the library:
runs of letters and digits that could identify a person or a certificate keep
their edges and lose their middle, however they are spelled. Dates and short
codes stay readable.

A text is examined as a reader sees it: full-width, circled, raised and foreign
digits count as digits, invisible and combining characters are ignored. What is
found is masked in the original text.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Callable, Iterator, Sized
from typing import Any, Final, cast

__all__ = [
    "Care",
    "mask",
    "mask_email",
    "mask_text",
    "masked_repr",
    "masked_str",
    "own_text",
    "shown",
    "shown_cell",
    "shown_key",
    "shown_params",
    "shown_repr",
    "shown_text",
    "type_name",
]


def __dir__() -> list[str]:
    return sorted(__all__)


class Care(enum.Enum):
    """
    How careful the masker is: with the library's own words, with what someone typed, or with a misplaced value.

    In the library's own words, short codes and lists of figures are public.
    What someone typed may be a short certificate number. In a cell that should
    hold something else, a name of two or three characters may be a person's.
    """

    WORDS = "words"
    GIVEN = "given"
    CELL = "cell"


_FEW_DIGITS: Final = 6
# Longer texts are not pieces of a number.
_LONGEST_PIECE: Final = 8
_SHORT_DIGITS: Final = 5
_LONGEST_TEXT: Final = 60
_LONGEST_REPR: Final = 200

# --- what a run looks like, in the characters a reader sees --------------------------------------

_YEAR: Final = "(?:18|19|20|21|22)[0-9]{2}"
_YEAR_ALONE: Final = re.compile(f"{_YEAR}年?度?")
_MONTH: Final = "(?:0?[1-9]|1[0-2])"
_DAY: Final = "(?:0?[1-9]|[12][0-9]|3[01])"
_MONTHS: Final = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_TIME: Final = "[ T]{1,2}[0-9]{1,2}(?::[0-9]{2}){1,2}"
# Dates, spans of years and occupations (2-02-15-01) identify no one.
_PUBLIC: Final = re.compile(
    rf"(?<![0-9A-Za-z])(?:{_YEAR}年(?:{_MONTH}月(?:{_DAY}日)?)?(?:{_TIME})?"
    rf"|{_YEAR}([-./ ]){_MONTH}(?:\1{_DAY})?(?:{_TIME})?|{_DAY}([/. -]){_DAY}\2{_YEAR}"
    rf"|{_YEAR}[-~/ \u2010-\u2015]{_YEAR}|(?<![0-9]-)[1-8]-[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}(?!-[0-9])"
    rf"|{_DAY}?,? ?(?:{_MONTHS})[a-z]{{0,6}}[., ]{{1,2}}(?:{_DAY},? )?{_YEAR})(?![0-9A-Za-z])"
)
_STANDARD: Final = re.compile(
    r"(?<![0-9A-Za-z])(?:GB|GB/T|ISO|DB[0-9]{2}/T) ?[0-9]{3,5}(?:\.[0-9]{1,2})?-[0-9]{4}(?![0-9A-Za-z-])"
)
# Seven or more letters and digits with at least six digits, in one piece.
_RUN: Final = re.compile(r"(?<![0-9A-Za-z*])(?=[A-Za-z]*(?:[0-9][A-Za-z]*){6})[0-9A-Za-z]{7,}(?![0-9A-Za-z*])")
# Groups of digits with blanks, dashes, dots, slashes or middle dots in between (138 0000 1234, 450000/1993/...).
_JOINED: Final = re.compile(
    r"(?<![0-9A-Za-z*])[0-9A-Za-z]*[0-9](?:[\s./_\-\u2010-\u2015\u2022\u30fb\u00b7\u2027\u2212|\\~]{1,3}[0-9]+)+[A-Za-z]?"
    r"(?![0-9A-Za-z*])"
)
# Any groups of digits with one to three other signs or letters in between (〔2013〕0345, 2013字第0345).
_GROUPS: Final = re.compile(r"(?<![0-9*])[0-9]+(?:[^0-9*]{1,3}[0-9]+)+[Xx]?(?![0-9*])")
# Certificate numbers may be short: five letters and digits, four of them digits.
_SHORT: Final = re.compile(r"(?<![0-9A-Za-z*])(?=[A-Za-z]*(?:[0-9][A-Za-z]*){4})[0-9A-Za-z]{5,}(?![0-9A-Za-z*])")
_LETTERED: Final = re.compile(r"[0-9]*[A-Za-z]")
# A year after a word, as in the id of a rule (CN-NX-MID2022).
_NAMED_YEAR: Final = re.compile(f"[A-Za-z]{{2,8}}{_YEAR}")
# A letter or two before groups of digits: A0345-12, GX 034/512.
_LETTERED_GROUPS: Final = re.compile(
    r"(?<![0-9A-Za-z*])(?:[A-Za-z]{1,2}|[A-Z]{3,4})[^0-9A-Za-z*]?[0-9]+(?:[^0-9A-Za-z*]{1,3}[0-9]+)+(?![0-9A-Za-z*])"
)
_EMAIL_SIGN: Final = re.compile(r"[@#]|at", re.IGNORECASE)
_OPEN: Final = r"[(\[{<（【]"
_CLOSE: Final = r"[)\]}>】）]"
_DOMAIN: Final = r"[a-z0-9-]{1,63}(?:\s?[.。]\s?|\sdot\s)[a-z]"
_EMAIL: Final = re.compile(
    r"((?:(?<![a-z0-9._+-])[a-z0-9._+-]\s{1,3}){0,64}[^\s@*,;:<>()（），；：、。#]{1,64})"
    rf"\s{{0,3}}(?:(?:{_OPEN}? ?@+ ?{_CLOSE}?|{_OPEN} ?at ?{_CLOSE})\s{{0,3}}(?=[^\s@])"
    rf"|(?:\sat\s|#)\s{{0,2}}(?={_DOMAIN}))",
    re.IGNORECASE,
)
# What is left of "zhangsan at example.org" without its blanks and dots.
_EMAIL_JOINED: Final = re.compile(
    r"(?<![a-z0-9._+-])([a-z0-9._+-]{3,64}?)at(?=[a-z0-9.-]{2,64}(?:com|cn|net|org|edu|gov)(?![a-z0-9]))", re.IGNORECASE
)
# A road, village or estate with a number in it: 民族大道 88 号 2 栋.
_ADDRESS: Final = re.compile(
    "[\u3400-\u9fff0-9]{0,40}?[\u3400-\u9fff]"
    "(?:路|街|道|巷|弄|里|胡同|村|屯|庄|镇|乡|小区|社区|花园|苑|园|大厦|广场|新区)"
    "[\u3400-\u9fff]{0,12}?[-0-9A-Za-z〇零一二三四五六七八九十百]{1,8}"
    "(?:号|栋|幢|座|单元|室|楼|层|组|队|弄|巷|户)"
    "[-0-9A-Za-z\u3400-\u9fff#]{0,40}"
)
_HAN: Final = "\u3400-\u9fff"
# A name with a dot inside, or two to four characters that begin with a surname; words for titles and ethnic
# groups are not names.
_DOTTED_NAME: Final = re.compile(
    f"(?<![{_HAN}])[{_HAN}]{{1,12}}[·•・‧.][{_HAN}]{{1,12}}(?:[·•・‧.][{_HAN}]{{1,12}})?(?![{_HAN}])"
)
_NAME: Final = re.compile(f"(?<![{_HAN}*])[{_HAN}](?:[ ]?[{_HAN}]){{1,3}}(?![{_HAN}*])")
_SURNAMES: Final = frozenset(
    "赵钱孙李周吴郑王冯陈褚蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马"
    "苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁"
    "毛禹狄米贝明臧伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊"
    "胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊甄曲家封芮储靳汲松井段"
    "富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲从鄂索赖卓"
    "蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳姬申扶堵冉宰雍桑牛边扈燕冀浦尚温庄晏柴瞿阎充慕连茹习宦艾鱼容向古"
    "易慎戈廖庾居耿满弘匡文寇广禄东欧沃利蔚越隆巩聂晁勾敖融冷辛阚那简饶空曾沙养鞠须丰巢关相查后荆"
    "游权盖益桓覃肖付闫代邸仝兰佟岳商牟佘佴赫"
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


def mask(text: str, *, head: int = 6, tail: int = 4) -> str:
    """
    Replace the middle of `text` by asterisks, keeping `head` and `tail` characters.

    A text too short to keep both ends keeps about a third of itself, and never
    everything.

    >>> mask("450000199307010014")
    '450000********0014'
    >>> mask("0312345")
    '03****5'
    """
    size = len(text)
    if size < head + tail + 4:
        head, tail = (size + 1) // 4, size // 5
    return text[:head] + "*" * (size - head - tail) + text[size - tail :]


def mask_email(text: str) -> str:
    """
    Keep the first letter and the domain of an e-mail address.

    >>> mask_email("zhangsan@example.org")
    'z*******@example.org'
    """
    return _with_masked(text, _emails)


def mask_text(text: str) -> str:
    """
    Mask every identifier-like run in the library's own words.

    >>> mask_text("身份证 450000199307010014, 生于 1993-07-01, 45000")
    '身份证 450000********0014, 生于 1993-07-01, 45000'
    """
    return shown(text, Care.WORDS)


def shown_text(text: str) -> str:
    """
    Return a text that someone typed as it may be shown; short certificate numbers are masked, too.

    >>> shown_text("桂职字〔2013〕0345号"), shown_text("2-02-15-01"), shown_text("1993年07月01日")
    ('桂职字〔20******5号', '2-02-15-01', '1993年07月01日')
    """
    return shown(text, Care.GIVEN)


def shown_cell(text: str) -> str:
    """
    Return the content of a cell that should hold something else as it may be shown; a person's name is masked, too.

    >>> shown_cell("张三丰"), shown_cell("汉族人"), shown_cell("A12345")
    ('张**', '汉族人', 'A****5')
    """
    return shown(text, Care.CELL)


def shown(text: str, care: Care = Care.GIVEN) -> str:
    """
    Return `text` as it may be shown: the one decision that every output of the library uses.

    >>> shown("４５００００ 19930701 ００14"), shown("甲市乙路88号2栋301室")
    ('４５００００**********００14', '甲市***********')
    """
    return _with_masked(text, _FINDERS[care])


# --- finding ---------------------------------------------------------------------------------

_Span = tuple[int, int, int, int]  # begin, end, and how much of head and tail stays


def _emails(text: str) -> Iterator[_Span]:
    if not _EMAIL_SIGN.search(text):
        return
    for pattern in (_EMAIL, _EMAIL_JOINED):
        for found in pattern.finditer(text):
            yield (*found.span(1), 1, 0)


def _numbers(text: str, *, groups: re.Pattern[str], short: bool) -> Iterator[_Span]:
    # Public parts are blotted out, so that no run extends across them, but they count as part of a longer group.
    plain = _STANDARD.sub(_blot, text)
    bare = _PUBLIC.sub(_blot, plain)
    for found in groups.finditer(plain):
        if sum(map(str.isdecimal, bare[found.start() : found.end()])) > _FEW_DIGITS:
            yield (*found.span(), 6, 4)
    for found in _LETTERED_GROUPS.finditer(plain) if short else ():
        if sum(map(str.isdecimal, bare[found.start() : found.end()])) >= _SHORT_DIGITS:
            yield (*found.span(), 6, 4)
    for found in _RUN.finditer(bare):
        yield (*found.span(), 6, 4)
    for found in _SHORT.finditer(bare):
        if (short or _LETTERED.match(found[0])) and not _NAMED_YEAR.fullmatch(found[0]):
            yield (*found.span(), 6, 4)


def _blot(found: re.Match[str]) -> str:
    return "\n" * len(found[0])


def _addresses(text: str) -> Iterator[_Span]:
    if not _HAN_CHARACTER.search(text):
        return
    # An address with a comma or a full stop between its parts is still an address.
    pressed = [(place, sign) for place, sign in enumerate(text) if sign.isalnum() or sign in _KEPT]
    for found in _ADDRESS.finditer("".join(sign for _, sign in pressed)):
        yield pressed[found.start()][0], pressed[found.end() - 1][0] + 1, 2, 0


_KEPT: Final = frozenset("-#*〇")
_HAN_CHARACTER: Final = re.compile(f"[{_HAN}]")


def _names(text: str) -> Iterator[_Span]:
    for found in _DOTTED_NAME.finditer(text):
        yield (*found.span(), 1, 0)
    for found in _NAME.finditer(text):
        if found[0][0] in _SURNAMES and not found[0].endswith(_NO_NAME) and not found[0].startswith(_NO_NAME):
            yield (*found.span(), 1, 0)


def _in_words(text: str) -> Iterator[_Span]:
    yield from _emails(text)
    yield from _numbers(text, groups=_JOINED, short=False)
    yield from _addresses(text)


def _in_given(text: str) -> Iterator[_Span]:
    yield from _emails(text)
    yield from _addresses(text)
    yield from _numbers(text, groups=_GROUPS, short=True)


def _in_cell(text: str) -> Iterator[_Span]:
    yield from _in_given(text)
    yield from _names(text)


_FINDERS: Final = {Care.WORDS: _in_words, Care.GIVEN: _in_given, Care.CELL: _in_cell}


# --- masking what was found ----------------------------------------------------------------------


def _with_masked(text: str, find: Callable[[str], Iterator[_Span]]) -> str:
    seen, places = _as_read(text)
    spans = _disjoint(sorted(find(seen), key=lambda span: (span[0], -span[1])))
    for begin, end, head, tail in reversed(spans):
        first, last = places[begin], places[end - 1] + 1
        text = text[:first] + _hidden_middle(text[first:last], head, tail) + text[last:]
    # Invisible characters must not remain between the pieces, where escaping would show them.
    return "".join(filter(_read_as, text)) if spans and not text.isascii() else text


def _disjoint(spans: list[_Span]) -> list[_Span]:
    kept: list[_Span] = []
    for span in spans:
        if kept and span[0] < kept[-1][1]:
            begin, end, head, tail = kept[-1]
            if span[1] > end:
                kept[-1] = (begin, span[1], min(head, span[2]), min(tail, span[3]))
        else:
            kept.append(span)
    return kept


def _hidden_middle(part: str, head: int, tail: int) -> str:
    if tail == 0 or head < 6:  # a name, an address, the part of an e-mail before the sign
        return part[:head] + "*" * max(len(part) - head, 1)
    shown_part = mask(part, head=head, tail=tail)
    middle = len(shown_part) - len(shown_part.lstrip("*")) if shown_part.startswith("*") else shown_part.index("*")
    end = shown_part.rindex("*") + 1
    # A blank or dash beside the asterisks would leave a piece that looks like a number of its own.
    while middle and not shown_part[middle - 1].isalnum():
        middle -= 1
    while end < len(shown_part) and not shown_part[end].isalnum():
        end += 1
    return shown_part[:middle] + "*" * (end - middle) + shown_part[end:]


def _as_read(text: str) -> tuple[str, list[int] | range]:
    """
    Return the characters a reader puts together, and for each its place in `text`.
    """
    if text.isascii() and text.isprintable():
        return text, range(len(text))
    seen: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for char in _read_as(sign):
            seen.append(char)
            places.append(place)
    return "".join(seen), places


def _read_as(sign: str) -> str:
    if sign.isascii():
        return sign if sign.isprintable() else " "
    if unicodedata.category(sign) in {"Cf", "Mn", "Me", "Mc"}:
        return ""
    found = ""
    for char in unicodedata.normalize("NFKC", sign):
        number = unicodedata.numeric(char, None) if not "\u3400" <= char <= "\u9fff" and char != "〇" else None
        found += char if number is None or not float(number).is_integer() else str(int(number))
    return found


def masked_repr(value: object) -> str:
    """
    Return a short repr of any object in which no identifier is whole.

    >>> masked_repr("450000199307010014")
    "'450000********0014'"
    """
    if issubclass(type(value), str):
        text = own_text(value)
        return repr(mask_text(_cut(text, _LONGEST_TEXT)))
    try:
        text = str.__str__(repr(value))
    except Exception:  # noqa: BLE001  # a foreign object's repr may raise anything
        text = f"<{type_name(value)}>"
    return mask_text(_cut(text, _LONGEST_REPR))


def shown_repr(value: object, care: Care = Care.GIVEN) -> str:
    """
    Return a repr of what someone gave, masked as `shown_text` does or as `care` says.

    Whole mappings and sequences (a record with its names and addresses) are
    described by type and size only.

    >>> shown_repr("A12345"), shown_repr("1993年7月"), shown_repr({"address": "甲市乙路 1 号"})
    ("'A****5'", "'1993年7月'", '<dict of 1>')
    """
    kind = type(value)
    if any(kind is container for container in _CONTAINERS):
        return f"<{type_name(value)} of {len(cast('Sized', value))}>"
    if issubclass(kind, str):
        return repr(shown(_cut(own_text(value), _LONGEST_TEXT), care))
    return shown(masked_repr(value), care)


def shown_key(key: object, care: Care = Care.GIVEN) -> str:
    """
    Return a key, a heading or a name as an error may show it; any other object is described by its type.

    >>> shown_key("450000199307010014"), shown_key(7), shown_key(None)
    ('450000********0014', '<int>', '<NoneType>')
    """
    text = own_text(key) if issubclass(type(key), str) else f"<{type_name(key)[:40]}>"
    return shown(text[:_LONGEST_TEXT], care)


def shown_params(value: object) -> object:
    """
    Return a parameter of a finding with every text in it as it may be shown; a value that is not text is not changed.

    >>> shown_params(("甲公司", "13800001234")), shown_params(7)
    (('甲公司', '138******34'), 7)
    """
    if type(value) is tuple:
        texts = [item for item in value if type(item) is str and not _YEAR_ALONE.fullmatch(item)]
        together = " ".join(texts)[:_LONGEST_REPR]
        # A number split into several texts is still that number.
        if len(texts) > 1 and all(len(item) <= _LONGEST_PIECE for item in texts) and shown_text(together) != together:
            return (shown_text(together), *(item for item in value if item not in texts))
        return tuple(map(shown_params, value))
    return shown_text(value[:_LONGEST_REPR]) if type(value) is str else value


_CONTAINERS: Final = (dict, list, tuple, set, frozenset)


def own_text(value: Any) -> str:  # noqa: ANN401  # a str of any subclass, which its type alone has shown
    """
    Return the text behind an object of a subclass of `str`, whatever its own methods return.
    """
    return str.__str__(value)


def masked_str(value: object) -> str:
    """
    Return any object as a reader would write it, without a whole identifier; never raises.

    Dates are written in ISO notation.

    >>> import datetime
    >>> masked_str(datetime.date(1993, 7, 1)), masked_str(450000199307010014)
    ('1993-07-01', '450000********0014')
    """
    try:
        isoformat = getattr(value, "isoformat", None)
        text = str.__str__(str(isoformat() if callable(isoformat) else value))
    except Exception:  # noqa: BLE001  # a foreign object's methods may raise anything
        text = f"<{type_name(value)}>"
    return mask_text(text)


def type_name(value: object) -> str:
    """
    Return the name of an object's type, whatever its metaclass does.

    >>> type_name([])
    'list'
    """
    return _TYPE_NAME(type(value))


_TYPE_NAME: Final[Callable[[type], str]] = type.__dict__["__name__"].__get__


def _cut(text: str, size: int) -> str:
    return text if len(text) <= size else text[: size - 3] + "..."
