"""Sub-accounts that exist, and what the main account's key sees of each.

Wallets are read as the account's own are, so that what two answers show alike becomes the
same items.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from readiness.domain.amount import total
from readiness.domain.items import Holding, Item, Nature, SubAccount
from readiness.exchanges.amounts import AnyAmount, first_left
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.kucoin.collectors import wallets
from readiness.exchanges.kucoin.wire.sub_accounts import (
    SubAccountPart,
    SubAccountRow,
    SubBalance,
    SubEverything,
    SubWallets,
)
from readiness.exchanges.kucoin.wire.wallets import FuturesWallet
from readiness.exchanges.wire import mandatory
from readiness.language import message

_ENABLED: Final = "2"
_TYPES: Final[Mapping[str, str]] = {
    "0": "",
    "1": "robot",
    "2": "finance",
    "5": "asset management",
}
_DEFAULT: Final = "DEFAULT"
"""The tag of an account that belongs to no pair."""
_OF_THE_MAIN: Final = "main"
_NO_MAIN: Final = message("no account called main")
"""How the main account itself is called among the futures wallets of all."""

_ISOLATED: Final = "ISOLATED"
_UNIFIED: Final = "UNIFIED"
_SHOWN_ELSEWHERE: Final = frozenset({"FUNDING", "SPOT", "CROSS", "FUTURES"})
"""Accounts whose money other requests show as well: it is held against what they show."""


def listed(rows: Sequence[SubAccountRow], _: Traits) -> Iterator[Item]:
    """Every sub-account, frozen ones too."""
    for row in rows:
        yield SubAccount(
            name=row.sub_name,
            uid=row.uid,
            type=_TYPES.get(row.type, row.type),
            enabled=row.status == _ENABLED,
        )


def uids(rows: Sequence[SubAccountRow]) -> Iterable[str]:
    """Each of them, as the newer API wants to be asked."""
    return (row.uid for row in rows)


def shown(rows: Sequence[SubWallets], _: Traits) -> Iterator[Item]:
    """Sub-accounts with wallets: there is one even if the list lacks it."""
    for row in rows:
        yield SubAccount(name=row.sub_name)


def named(row: SubWallets) -> str:
    """Whose wallets these are."""
    return row.sub_name


def futures_of(row: FuturesWallet) -> str:
    """Whose futures wallet this is; the main account's own is nobody's."""
    return "" if row.account_name == _OF_THE_MAIN else row.account_name


def numbered(row: SubEverything) -> str:
    """Whose accounts these are."""
    return row.uid


def own_futures(read: RowReader) -> RowReader:
    """The main account's own futures wallet among those of all."""

    def own(rows: Sequence[FuturesWallet], traits: Traits) -> Iterator[Item]:
        yield from read([row for row in rows if row.account_name == _OF_THE_MAIN], traits)

    return own


def lacks_the_main_account(rows: Sequence[FuturesWallet]) -> str:
    """The main account's own futures wallet has to be among them."""
    return "" if any(row.account_name == _OF_THE_MAIN for row in rows) else _NO_MAIN


def wallet(accounts: Callable[[SubWallets], Iterable[SubBalance]]) -> RowReader:
    """What is left in one kind of account."""

    def read(rows: Sequence[SubWallets], _: Traits) -> Iterator[Item]:
        for row in rows:
            for entry in accounts(row):
                name = "" if entry.tag == _DEFAULT else entry.tag
                yield from wallets.balance(
                    entry.currency, entry.balance, entry.available, entry.holds, name
                )

    return read


def funding(row: SubWallets) -> Iterable[SubBalance]:
    """The funding account."""
    return row.main_accounts


def spot(row: SubWallets) -> Iterable[SubBalance]:
    """The spot account, old ones have a second one."""
    return (*row.trade_accounts, *row.trade_hf_accounts)


def margin(row: SubWallets) -> Iterable[SubBalance]:
    """The margin account."""
    return row.margin_accounts


def isolated(rows: Sequence[SubEverything], _: Traits) -> Iterator[Item]:
    """What is left in isolated pairs, which nothing else shows."""
    for account in _accounts(rows):
        if account.account_type == _ISOLATED:
            yield from _wallet(account, account.account_sub_type)


def unified(rows: Sequence[SubEverything], _: Traits) -> Iterator[Item]:
    """What is left in a unified account, and in accounts of kinds that nobody documents."""
    for account in _accounts(rows):
        if account.account_type not in _SHOWN_ELSEWHERE and account.account_type != _ISOLATED:
            kind = "" if account.account_type == _UNIFIED else account.account_type
            yield from _wallet(account, ":".join(filter(None, (kind, account.account_sub_type))))


def debts(rows: Sequence[SubEverything], _: Traits) -> Iterator[Item]:
    """What any of its accounts owes."""
    for account in _accounts(rows):
        name = ":".join(filter(None, (account.account_type, account.account_sub_type)))
        for entry in account.currency_list:
            yield from wallets.unified_debt(entry, name)


def totals(rows: Sequence[SubEverything], _: Traits) -> Iterator[Item]:
    """How much of each coin is in the accounts that other requests show as well."""
    parts: dict[str, list[AnyAmount]] = {}
    for account in _accounts(rows):
        if account.account_type in _SHOWN_ELSEWHERE:
            for entry in account.currency_list:
                parts.setdefault(entry.currency, []).append(mandatory(entry.balance))
    for asset, amounts in parts.items():
        left = first_left(total(amounts), *amounts)
        if left:
            yield Holding(nature=Nature.ACROSS, id="all-accounts", asset=asset, amount=left)


def _wallet(account: SubAccountPart, name: str) -> Iterator[Item]:
    for entry in account.currency_list:
        yield from wallets.unified_currency(entry, name)


def _accounts(rows: Sequence[SubEverything]) -> Iterator[SubAccountPart]:
    for row in rows:
        yield from row.account_list
