"""
Typing errors in the domains of e-mail addresses.

A slip is listed only if no one can have meant it: no registry runs the last
label, or the domain differs from that of a large provider by letters that are
swapped, doubled or left out.

References: the root zone of the domain name system, for last labels that do not exist.

Limitations: the providers are those that people in China use most.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from credrules.values import FrozenMap

PROVIDERS: Final = (
    "qq.com", "vip.qq.com", "163.com", "126.com", "139.com", "189.cn", "yeah.net", "sina.com", "sina.cn", "sohu.com",
    "foxmail.com", "gmail.com", "hotmail.com", "outlook.com", "aliyun.com", "example.org", "example.com",
)  # fmt: skip
"""Domains a mistyped one is compared with."""

COM_SLIPS: Final = frozenset({"con", "cmo", "ocm", "comm", "coom", "vom", "cpm", "xom"})
"""Last labels that certainly mean com; reported for every address."""

LAST_LABEL_SLIPS: Final[Mapping[str, str]] = FrozenMap(
    {
        **dict.fromkeys((*sorted(COM_SLIPS), "c", "conm", "c0m"), "com"),
        **dict.fromkeys(("ogr", "orgg", "rog", "0rg"), "org"),
        **dict.fromkeys(("nte", "ent", "nett"), "net"),
        "cnn": "cn",
    }
)
"""Last label -> what was probably meant, for callers who can ask the person."""

DOMAIN_SLIPS: Final[Mapping[str, str]] = FrozenMap(
    {
        **dict.fromkeys(("gmial.com", "gamil.com", "gmai.com", "gmal.com", "gmil.com", "gmaill.com"), "gmail.com"),
        **dict.fromkeys(("hotmial.com", "hotmai.com", "hotamil.com", "hotmil.com"), "hotmail.com"),
        **dict.fromkeys(("outlok.com", "outloook.com", "outlook.co"), "outlook.com"),
        **dict.fromkeys(("yaho.com", "yahooo.com"), "yahoo.com"),
        **dict.fromkeys(("foxmial.com", "foxmai.com"), "foxmail.com"),
        **dict.fromkeys(("qqq.com", "qq.cm"), "qq.com"),
        "163.cm": "163.com",
        "126.cm": "126.com",
        # A provider's name under Colombia's label, where these providers run nothing.
        **{f"{name}.co": f"{name}.com" for name in ("qq", "163", "126", "139", "sina", "sohu", "foxmail", "gmail")},
    }
)
"""Mistyped domain -> the provider's domain."""
