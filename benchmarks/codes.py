"""
Code tables beside pycountry, python-stdnum, id-validator and GB2260: import, first use, lookups, search.

``python -m benchmarks.codes`` (needs the dependency group ``bench``) prints
tables of one run and exits with 1 when a goal was missed.
"""

from __future__ import annotations

import sys
from typing import Any

import gb2260
import id_validator
import pycountry
from stdnum.cn import ric

from benchmarks.measure import goals, in_turns, processes, show
from credrules import codes

IMPORTS = {
    "credrules.codes": "from credrules import codes",
    "pycountry": "import pycountry",
    "stdnum.cn.ric": "from stdnum.cn import ric",
    "id_validator": "from id_validator import validator",
    "gb2260": "import gb2260",
}
FIRST = {
    "credrules.codes": "from credrules import codes\nstart = time.perf_counter()\ncodes.DIVISIONS['450103']",
    "pycountry": "import pycountry\nstart = time.perf_counter()\npycountry.subdivisions.get(code='CN-GX')",
    "stdnum.cn.ric": (
        "from stdnum.cn import ric\nstart = time.perf_counter()\nric.get_birth_place('110101199307010018')"
    ),
    "id_validator": (
        "from id_validator import validator\nstart = time.perf_counter()\nvalidator.get_info('110101199307010018')"
    ),
    "gb2260": "import gb2260\nstart = time.perf_counter()\ngb2260.get('450103')",
}
NUMBER = "110101199307010018"


def _plain() -> dict[str, str]:
    return {entry.code: entry.name for entry in codes.DIVISIONS}


def main() -> int:
    """
    Run all comparisons; return the exit status.
    """
    imports = processes(IMPORTS)
    show("Import in a fresh interpreter", imports, against="pycountry")
    first = processes(FIRST)
    show("First use after import", first, against="pycountry")

    table: Any = codes.DIVISIONS
    plain = _plain()
    exact = in_turns(
        {
            "credrules DIVISIONS[code]": lambda: table["450103"],
            "plain dict": lambda: plain["450103"],
            "pycountry": lambda: pycountry.subdivisions.get(code="CN-GX"),
            "stdnum.cn.ric": lambda: ric.get_birth_place(NUMBER),
            "gb2260": lambda: gb2260.get("450103"),
        },
        repeat=2000,
    )
    show("Exact lookup", exact, against="pycountry")

    by_name = in_turns(
        {
            "credrules DIVISIONS.check(name)": lambda: table.check("南宁市"),
            "credrules DIVISIONS.find(name)": lambda: table.find("南宁市"),
            "pycountry.subdivisions.lookup": lambda: pycountry.subdivisions.lookup("Guangxi Zhuangzu Zizhiqu"),
        },
        repeat=20,
    )
    show("By name", by_name, against="pycountry.subdivisions.lookup")

    search = in_turns(
        {
            "credrules DIVISIONS.search(part)": lambda: table.search("江南"),
            "credrules DIVISIONS.search(pinyin)": lambda: table.search("jiangnan"),
            "credrules DIVISIONS.search(slip)": lambda: table.search("青锈区"),
            "pycountry.countries.search_fuzzy": lambda: pycountry.countries.search_fuzzy("Chin"),
            "pycountry.subdivisions.search_fuzzy": lambda: pycountry.subdivisions.search_fuzzy("Guangxi"),
        },
        rounds=5,
        repeat=3,
    )
    show("Search", search, against="pycountry.subdivisions.search_fuzzy")

    slowest = max(search[f"credrules DIVISIONS.search({how})"] for how in ("part", "pinyin"))
    fuzzy = min(search["pycountry.subdivisions.search_fuzzy"], search["pycountry.countries.search_fuzzy"])
    return bool(
        goals(
            [
                ("first lookup within a province, milliseconds", 2.0, first["credrules.codes"] * 1e3),
                (
                    "exact hit beyond a plain dict hit, microseconds",
                    0.5,
                    (exact["credrules DIVISIONS[code]"] - exact["plain dict"]) * 1e6,
                ),
                ("name search, as a share of pycountry's fuzzy search", 0.1, slowest / fuzzy),
            ]
        )
    )


if __name__ == "__main__":
    assert id_validator, "imported so that a missing peer is noticed at once"
    sys.exit(main())
