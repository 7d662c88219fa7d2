"""Sub-accounts that exist, those that the user interface does not show included."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Exact, NotStated
from readiness.domain.items import Debt, Holding, Item, Nature, SubAccount, Total
from readiness.exchanges.amounts import AnyAmount, first_left, less, negative, owed
from readiness.exchanges.bybit.collectors.totals import IN_NO_PLACE
from readiness.exchanges.bybit.wire.sub_accounts import (
    Member,
    MembersTotal,
    SubMember,
    SubMemberIds,
)
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.wire import mandatory
from readiness.language import message

MEMBERS_VIEW: Final = "asset/total-members-assets"
_MAIN: Final = "main account"
_TRADING: Final = "ACCOUNT_TYPE_UNIFIED"
_ROUNDING_USD: Final = Decimal("0.01")
"""Sums are stated to many digits, so that parts can only differ from them by rounding."""

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
    """What each wallet of the main account is worth, and each member that is no sub-account.

    What a sum has beyond its parts is told as well, and what is below zero is owed.
    """
    for member in _members(rows):
        if member.is_m:
            for part in member.items:
                if part.type != _TRADING or not negative(part.origb):
                    yield from _worth(part.type, part.origb)
            yield from _beyond(_MAIN, member.origb, [part.origb for part in member.items])
        elif member.type in _PRODUCTS:
            yield from _worth(_PRODUCTS[member.type], member.origb)
    for row in rows:
        yield from _beyond(IN_NO_PLACE, row.total, [member.origb for member in row.members])


def trading_debts(rows: Sequence[MembersTotal], _: Traits) -> Iterator[Item]:
    """What the main account's trading account owes in all."""
    for member in _members(rows):
        for part in member.items:
            if member.is_m and part.type == _TRADING and negative(part.origb):
                yield from _worth(part.type, part.origb)


def _worth(place: str, value: AnyAmount) -> Iterator[Item]:
    if negative(value):
        yield Debt(
            asset="",
            amount=NotStated(),
            value_usd=owed(value),
            view=MEMBERS_VIEW,
            details=(("account_type", place),),
        )
    else:
        yield Total(place=place, value_usd=mandatory(value))


def _beyond(place: str, whole: AnyAmount, parts: Sequence[AnyAmount]) -> Iterator[Item]:
    """What a sum has more than its parts; a sum below zero that no part explains is owed."""
    rest = less(mandatory(whole), parts)
    if not isinstance(rest, Exact):
        yield Total(place=place, value_usd=mandatory(whole))
    elif rest.value > _ROUNDING_USD or (negative(whole) and rest.value < -_ROUNDING_USD):
        yield from _worth(place, rest)


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
