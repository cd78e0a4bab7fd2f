"""
What the rows of the decision tables GX-D1 and GX-D2 mean, in words: the reason and the clause behind it.

A row with a letter fills what the table leaves open and states so.

References: 广西专业技术人员信息采集常见问题解答 (2012-03), 一(1), 一(2), 二(16), 二(17).
"""

from __future__ import annotations

from typing import Final

from credrules.findings import Decision, language
from credrules.values import FrozenMap, Label, Lang

__all__ = ["CERTIFICATE_ROWS", "DECISIONS", "PERSON_ROWS", "REASONS", "told"]
__dir__ = __all__.copy

REASONS: Final[FrozenMap[str, Label]] = FrozenMap(
    {
        "EXCLUDED_KIND": Label("证书种类不在采集范围", "a kind that is excluded"),
        "OTHER_PROVINCE": Label("外省签发", "issued by another province"),
        "NOT_IN_CATALOGUE": Label("名称选不到", "the name is in neither list"),
        "EXAM_ISSUER": Label("考试取得，自治区人社（人事）厅签发", "by examination, signed by the region's department"),
        "OTHER_ISSUER": Label("其他单位签发", "issued by somebody else"),
        "REVIEW_SEALS": Label("两枚印章齐全", "both seals are there"),
        "LOCAL_APPROVAL": Label("自治区以下批准", "approved below the region"),
        "SEALS_INCOMPLETE": Label("印章不全", "one of the seals is missing"),
        "NO_TEST": Label("认定、重新确认没有判断办法", "no test is given for this route"),
        "UNKNOWN": Label("取得途径、签发单位或印章不明", "route, issuer or seals unknown"),
        "UNKNOWN_KIND": Label("证书种类无法判断", "a kind nobody named"),
        "NAME_UNSURE": Label("名称未列，但可能在附件1中", "the name is not listed but may be in annex 1"),
        "NO_CERTIFICATE": Label("没有应采集的证书", "no certificate to be collected"),
        "RETIRED": Label("已办理退休手续", "retirement formalities completed"),
        "RETIREMENT_UNSURE": Label("是否已办退休手续不明", "unclear whether retirement formalities are completed"),
        "NOT_EMPLOYED": Label("未在职也未退休", "neither employed nor retired"),
        "STATUS_UNSURE": Label("在职状态无法判断", "the employment status decides nothing"),
        "CERTIFICATE_IN": Label("有应采集的证书", "a certificate to be collected"),
        "LIST_CUT": Label("证书太多，只看了前面的", "too many certificates, only the first were looked at"),
        "CERTIFICATE_REVIEW": Label("证书均须审核判断", "only certificates under review"),
    }
)
"""What the reason codes mean, of certificates and of persons."""

DECISIONS: Final[FrozenMap[Decision, Label]] = FrozenMap(
    {
        Decision.IN: Label("采集", "collected"),
        Decision.OUT: Label("不采集", "not collected"),
        Decision.REVIEW: Label("由人审核", "for a person to decide"),
    }
)
"""What the three decisions mean here."""

_EXCLUDED: Final = Label(
    "二(17)：工人技能等级证书、执业医师资格证书、政工系列证书等不采集",
    "二(17): workers' skill grades (工人技能等级), the practice qualification of physicians (执业医师资格),"
    " political work (政工系列) and the like (等) are outside",
)
_NAMES: Final = Label(
    "二(16)：资格名称和专业名称中都选不到的，不需要录入",
    "二(16): what neither 资格名称 nor 专业名称 offers need not be entered (不需要录入)",
)
_OTHERS: Final = Label("二(17)：其他单位签发的证书不录入", "二(17): certificates issued by others are not entered")
_SEALS: Final = Label(
    "二(17)：证书编号处盖有自治区人社厅（合并前为人事厅）和自治区职称改革工作领导小组的印章的，属于采集范围",
    "二(17): in with the seal of the region's department (人社厅, before the merger 人事厅) and of the region's"
    " leading group (职称改革工作领导小组) beside the certificate number",
)
_OPEN: Final = Label("原文没有说明，由人审核", "the text does not say; a person decides")

CERTIFICATE_ROWS: Final[FrozenMap[str, Label]] = FrozenMap(
    {
        "1a": _EXCLUDED,
        "1b": _EXCLUDED,
        "1c": _EXCLUDED,
        "2": Label("一(2)：外省签发的证书不采集", "一(2): certificates of other provinces (外省) are not collected"),
        "2a": Label(
            "二(16)：附件1没有公布，本库的名称表不全；签发单位或印章符合二(17)，名称是否在附件1中由人核对",
            "二(16): annex 1 was not published and the list here is not complete; signer or seals pass 二(17), so"
            " whether annex 1 has the name is for a person to look up",
        ),
        "3": _NAMES,
        "4a": Label(
            "二(17)：不采集的种类原文以“等”收尾，没有列全，这一种类由人审核",
            "二(17): the list of excluded kinds ends with 等 and is open; this kind is for a person to decide",
        ),
        "4": Label(
            "二(17)：考试取得的证书，签发单位是广西壮族自治区人力资源和社会保障厅或合并前的广西壮族自治区人事厅的，"
            "都属于采集范围",
            "二(17): certificates by examination are in if the issuer is the region's department of human resources"
            " (广西壮族自治区人力资源和社会保障厅) or, before the merger, of personnel (广西壮族自治区人事厅)",
        ),
        "5": _OTHERS,
        "6": _SEALS,
        "7": Label(
            "二(17)只提自治区一级的印章，一(1)要求广西签发的都采集；自治区以下批准的由人审核",
            "二(17) knows seals of the region only, 一(1) wants every certificate issued by Guangxi; what was approved"
            " below the region is for a person to decide",
        ),
        "7a": _SEALS,
        "7b": Label(
            "二(17)只说了考试和评审的判断办法，认定、重新确认的由人审核",
            "二(17) gives tests for examination and review only; recognised and re-confirmed titles are for a person",
        ),
        "8a": Label(
            "一(2)：由评审、重新确认、认定或考试取得；没有取得途径，不知用哪一个判断办法",
            "一(2): by review, re-confirmation, recognition or examination; without the route no test can be chosen",
        ),
        "8": Label(
            "二(17)：看签发单位（考试）或印章（评审），现在都不知道",
            "二(17): the issuer (examination) or the seals (review) decide, and they are not known",
        ),
        "9": _OTHERS,
    }
)
"""Row of GX-D1 -> the clause behind it."""

PERSON_ROWS: Final[FrozenMap[str, Label]] = FrozenMap(
    {
        "1": Label(
            "一(1)：已经办理了退休手续的，暂不采集",
            "一(1): who has completed the formalities of retirement (已经办理了退休手续) is not collected for the time"
            " being (暂不采集)",
        ),
        "1a": _OPEN,
        "2": Label(
            "一(1)：持有广西签发的专业技术资格或职业资格证书的才采集",
            "一(1): collected is who holds a title or an occupational qualification issued by Guangxi",
        ),
        "3": _OPEN,
        "3a": _OPEN,
        "4": Label(
            "一(1)：持有广西签发的证书，不管在什么单位工作、是什么身份、是否还从事专业技术工作，都采集",
            "一(1): who holds a certificate issued by Guangxi is collected, whatever the unit (不管在什么单位工作), the"
            " status and the present work",
        ),
        "5a": _OPEN,
        "5": Label(
            "二(17)：证书都须审核，人随证书而定", "二(17): every certificate is open, and the person follows them"
        ),
    }
)
"""Row of GX-D2 -> the clause behind it."""


def told(table: str, row: str, decision: Decision, reason: str, clause: Label, lang: Lang) -> str:
    """
    Return a decision as one line: the row of the table, what it decides, the reason, the clause.

    >>> told("GX-D2", "1", Decision.OUT, "RETIRED", PERSON_ROWS["1"], "zh").partition("；")[0]
    'GX-D2 第1行，不采集：已办理退休手续'
    """
    lang = language(lang)
    what, why = DECISIONS[decision].text(lang), REASONS[reason].text(lang)
    if lang == "zh":
        return f"{table} 第{row}行，{what}：{why}；{clause.zh}"
    return f"{table} row {row}, {what}: {why}; {clause.text(lang)}"
