"""Sub-accounts that exist, those that the user interface does not show included."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.items import Holding, Item, Nature, SubAccount, Total
from readiness.exchanges.amounts import first_left
from readiness.exchanges.bybit.wire.sub_accounts import (
    Member,
    MembersTotal,
    SubMember,
    SubMemberIds,
)
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.wire import mandatory
from readiness.language import message

UNIT: Final = "USD"
"""What the members' totals are stated in."""

_MEMBER_TYPES: Final = {"1": "", "6": "custodial", "12": "fund custodial"}
_NORMAL: Final = "1"
_NO_LOGIN: Final = "2"
_FROZEN: Final = "4"

BOT_MEMBERS: Final = frozenset({"3"})
COPY_MEMBERS: Final = frozenset({"4", "5", "9", "10"})
"""Leaders and followers, classic, Pro and of MT5."""
_PRODUCTS: Final = {
    "2": "MT4 sub-account",
    "11": "Earn vendor sub-account",
    "12": "Earn fund sub-account",
}
"""Members that a product keeps its money in: told as totals, since nobody can delete them."""
_DEMO: Final = "8"
"""Play money."""
_NO_SUB_ACCOUNT: Final = BOT_MEMBERS | COPY_MEMBERS | _PRODUCTS.keys() | {_DEMO}


def listed(rows: Sequence[SubMember], _: Traits) -> Iterator[Item]:
    """Every sub-account, banned and frozen ones too; a state nobody documents is told as well."""
    for row in rows:
        functions = {_NORMAL: (), _FROZEN: (), _NO_LOGIN: ("login",)}
        yield SubAccount(
            name=row.username or row.uid,
            uid=row.uid,
            type=_MEMBER_TYPES.get(row.member_type, row.member_type),
            enabled=row.status != _FROZEN,
            frozen_functions=functions.get(row.status, (f"status {row.status}",)),
        )


def numbered(rows: Sequence[SubMemberIds], _: Traits) -> Iterator[Item]:
    """Sub-accounts by their numbers: there is one even if the list of names lacks it."""
    for row in rows:
        for uid in dict.fromkeys((*row.sub_member_ids, *row.transferable_sub_member_ids)):
            yield SubAccount(name=uid, uid=uid)


def members(rows: Sequence[MembersTotal], _: Traits) -> Iterator[Item]:
    """Sub-accounts among the members whose totals are told."""
    for member in _members(rows):
        if not member.is_m and member.type not in _NO_SUB_ACCOUNT:
            yield SubAccount(
                name=member.uid,
                uid=member.uid,
                type=_MEMBER_TYPES.get(member.type, f"type {member.type}"),
            )


def _members(rows: Sequence[MembersTotal]) -> Iterator[Member]:
    for row in rows:
        yield from row.members


def member_totals(rows: Sequence[MembersTotal], _: Traits) -> Iterator[Item]:
    """What each wallet of the main account is worth, and each member that is no sub-account."""
    for member in _members(rows):
        if member.is_m:
            for part in member.items:
                yield Total(place=part.type, value_usd=mandatory(part.origb))
            if not member.items:
                yield Total(place="main account", value_usd=mandatory(member.origb))
        elif member.type in _PRODUCTS:
            yield Total(place=_PRODUCTS[member.type], value_usd=mandatory(member.origb))


def inside(types: frozenset[str], nature: Nature) -> RowReader:
    """What is in members of these types, of which only the total is told."""

    def read(rows: Sequence[MembersTotal], _: Traits) -> Iterator[Item]:
        for member in _members(rows):
            left = first_left(mandatory(member.origb))
            if not member.is_m and member.type in types and left:
                yield Holding(
                    nature=nature,
                    id=member.uid,
                    asset=UNIT,
                    amount=left,
                    value_usd=left,
                    details=(("total_valued_in", UNIT),),
                )

    return read


def not_answered(rows: Sequence[MembersTotal]) -> str:
    """A back end that did not answer shows as a number that is not 0, at any level."""
    for row in rows:
        parts = [part for member in row.members for part in member.items]
        stats = [row.stat, *(member.stat for member in row.members), *(part.stat for part in parts)]
        if any(stat != "0" for stat in stats):
            return message("a total that lacks what a back end did not tell")
        if not any(member.is_m for member in row.members):
            return message("no total of the main account")
    return ""
