"""
A small system of its own, for tests of the engine: a shop with an owner and members.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import NoneType
from typing import Annotated, Any, Final

from attrs import evolve, frozen

from credrules import codes, leaves
from credrules.dates import PartialDate
from credrules.engine import Context, Profile, System, Violation, rule, switch, violation
from credrules.fields import EntryMode, form_field, section, sections
from credrules.findings import Report
from credrules.identifiers.citizen_id import CitizenId
from credrules.leaves import Answer, CodeLeaf
from credrules.values import Evidence, FrozenMap

ON: Final = dt.date(2012, 6, 1)


@frozen
class NeighbourLeaf(CodeLeaf):
    """
    An ethnicity that may be left to its neighbour: the word 同 means the one of the cell `name` says.
    """

    def read_among(self, value: object, known: Mapping[str, Any], on: dt.date | None) -> Answer:
        """
        Read 同 as the ethnicity of everybody called 韦.
        """
        if value == "同":
            return self.read("壮族" if str(known["name"]).startswith("韦") else "汉族", on)
        return self.read(value, on)


def _help(zh: str) -> tuple[str, str]:
    return zh, f"In English: {zh}"


@frozen
class Owner:
    """
    Who owns the shop.

    More is not known.
    """

    ethnicity: Annotated[str, NeighbourLeaf(codes.ETHNICITY)] | None = form_field(
        "民族", "ethnicity", help=_help("民族"), entry=EntryMode.CODE, narrowed_by=("name",)
    )
    name: Annotated[str, leaves.PERSON_NAME] | None = form_field(
        "姓名", "full name", help=_help("姓名"), aliases=("老板",), required=True, basis=Evidence.STATED
    )
    citizen_id: Annotated[CitizenId, leaves.CITIZEN_ID] | None = form_field(
        "身份证号", "id", help=_help("身份证号"), sensitive=True, renames={"TEXT.CASE": "TEXT.PUNCTUATION"}
    )
    mobile: Annotated[str, leaves.MOBILE] | None = form_field(
        "手机", "mobile phone", help=_help("手机"), invalid="VALUE.NOT_NAMES", missing="TEXT.EMPTY", sensitive=True
    )
    proven: Annotated[bool, leaves.FLAG] | None = form_field(
        "有证明", "has a proof", help=_help("有证明"), entry=EntryMode.FACT, required=True
    )


@frozen
class Member:
    """
    One of the staff.
    """

    name: str | None = form_field("姓名", "name", help=_help("姓名"), required=True, basis=Evidence.DEDUCED)
    since: PartialDate | None = form_field("入职", "joined", help=_help("入职"), entry=EntryMode.DATE)
    count: int | None = form_field("件数", "number of pieces", help=_help("件数"))
    nicknames: Annotated[tuple[str, ...], leaves.NAMES] | None = form_field("别名", "nicknames", help=_help("别名"))


@frozen
class Shop:
    """
    The whole record.
    """

    sign: str | None = form_field("店名", "sign", help=_help("店名"), required=True)
    owner: Owner = section("店主", "owner of the shop", Owner, aliases=("boss",))
    members: tuple[Member, ...] = sections("店员", "staff", aliases=("员工",))


@frozen(kw_only=True, repr=False)
class ShopProfile(Profile):
    """
    The switches of a shop.
    """

    records: tuple[type, ...] = (Shop,)
    default: str = switch("", "入职日期填错时改为哪一天", "the day a wrong date of joining is taken for")
    grades: tuple[str, ...] | None = switch(None, "级别", "the grades", kinds=(tuple, NoneType), of=str)
    form: str = switch("long", "表式", "the form", one_of=("long", "short"))


PROFILE: Final = ShopProfile(name="small")


@rule("DATE.IMPOSSIBLE", requires=("since",))
def joined_before_today(member: Member, context: Context) -> Violation | None:
    """
    Nobody joined after the day of the check.
    """
    if member.since is not None and member.since > context.on:
        return violation("since", suggestion=context.profile.default or None, date=member.since)
    return None


@rule("VALUE.NOT_A_FLAG", reads=("owner.name", "members.name"))
def owner_is_no_member(shop: Shop, context: Context) -> list[Violation]:
    """
    The owner does not stand among the staff.
    """
    assert context.root is shop
    names = (member.name for member in shop.members)
    return [violation("members", index, "name") for index, name in enumerate(names) if name == shop.owner.name]


SYSTEM: Final = System(
    "small",
    Shop,
    rules=(joined_before_today, owner_is_no_member),
    profile=PROFILE,
    mandatory="ROSTER.REQUIRED",
    renames=FrozenMap({"TEXT.EXTRA_SPACE": "TEXT.NOTATION"}),
    home=__name__,
)

WHOLE: Final[Mapping[str, Any]] = FrozenMap(
    sign="甲店",
    owner=FrozenMap(name="张三", citizen_id="450000199307010014", mobile="13800000001", ethnicity="08"),
    members=(FrozenMap(name="李四", since="1993-07", count=3, nicknames=("小李",)), FrozenMap(name="王五")),
)


def owned(**cells: object) -> dict[str, Any]:
    """
    Return the whole record with other cells of its owner.
    """
    return {**WHOLE, "owner": {**WHOLE["owner"], **cells}}


def optional(system: System[Shop]) -> System[Shop]:
    """
    Return a system that also speaks of empty optional cells.
    """
    return evolve(system, optional="ROSTER.BLANK_ROW")


def shop_of(report: Report[Any]) -> Shop:
    """
    Return the shop a report holds.
    """
    assert isinstance(report.value, Shop)
    return report.value
