"""The state of one Kraken account, to be arranged by tests, demos and rehearsals."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from readiness.simulator.kraken.holdings import Allocation, Balance, WalletAccount
from readiness.simulator.numbers import Number, exact
from readiness.simulator.tables.account import Account

READ_PERMISSIONS = ("query-funds", "query-open-trades", "query-closed-trades", "query-ledger")
"""What a key for reading may do."""

TIERS: Mapping[str, tuple[int, str]] = {
    "starter": (15, "0.33"),
    "intermediate": (20, "0.5"),
    "pro": (20, "1"),
}
"""The most that a key's counter may show, and by how much it falls in a second, by tier."""


class KrakenAccount(Account):
    """A spot account. A key has no passphrase, and a secret in base 64.

    A key's `fields` overwrite what `GetApiKeyInfo` says of it, in the words of that answer:
    `valid_until`, `query_from` and `query_to` are also obeyed (seconds, "0" is no limit).

    Attributes:
        balances: The default wallet by asset.
        allocations: Earn by the id of the strategy.
        wallets: Further wallets by id.
        nonces: The highest nonce that arrived, by key.
    """

    READING = READ_PERMISSIONS
    SETTINGS: ClassVar[Mapping[str, Any]] = {
        "tier": "starter",
        "otp": "",
        "camel": False,
        "unquoted": False,
        "elsewhere": "EAPI:Invalid key",
        "last_cursor": "null",
        "more_wallets": None,
    }
    """What an account can be told to do, and what it does if it is told nothing.

    tier: see `TIERS`.
    otp: the password without which the key is refused; empty if it has no second factor.
    camel: whether a key tells of itself in camel case, as the reference has it.
    unquoted: whether `BalanceEx` shows numbers, as some examples do.
    elsewhere: the error for an address that is not on the key's list: nobody documents it.
    last_cursor: what stands beside the last page: `null`, `empty` or `absent`.
    more_wallets: what `ListWalletAccounts` says of a next page.
    """

    def __init__(self, uid: str | None = None, **arranged: Any) -> None:
        """Open an empty account with one made-up key for reading; see `Account`."""
        super().__init__(uid, **arranged)
        self.balances: dict[str, Balance] = {}
        self.allocations: dict[str, Allocation] = {}
        self.wallets: dict[str, WalletAccount] = {}
        self.nonces: dict[str, int] = {}

    def invented(self, part: str) -> str:
        """Return a made-up part of a key: the base 64 of nothing in particular."""
        return base64_like("fake", part, self.uid)

    def balance(self, asset: str, amount: Number = 0, **more: Number) -> None:
        """Set what the default wallet holds of an asset.

        Args:
            asset: Its name, such as `XXBT`, `ZUSD` or `DOT28.S`.
            amount: All of it.
            **more: `hold_trade`, `credit`, `credit_used`, `leaving`; see `Balance`.
        """
        given = {name: exact(value) for name, value in more.items()}
        self.balances[asset] = Balance(exact(amount), **given)

    def allocate(
        self,
        strategy: str,
        asset: str,
        total: Number,
        *,
        suffix: str = "B",
        lock: str = "instant",
        **parts: Number,
    ) -> None:
        """Set what is allocated to an Earn strategy.

        Args:
            strategy: The id of the strategy.
            asset: Its name without a suffix, such as `DOT` or `XBT`.
            total: All of it.
            suffix: How it is marked among the balances; empty keeps it out of them.
            lock: The strategy's terms, such as `bonded`.
            **parts: `bonding`, `unbonding`, `exit_queue`, `pending`, `rewarded`.
        """
        given: dict[str, Decimal] = {name: exact(value) for name, value in parts.items()}
        self.allocations[strategy] = Allocation(
            asset, exact(total), suffix=suffix, lock=lock, **given
        )

    def open_wallet(
        self, kind: str, name: str | None = None, *, status: str = "active", **amounts: Number
    ) -> str:
        """Open a wallet beside the default one; return its id.

        Args:
            kind: What it is, such as `spot`.
            name: Its owner's name for it.
            status: Such as `active`.
            **amounts: What it holds, by asset.
        """
        id_ = wallet_id(self.uid, len(self.wallets) + 1)
        held = {asset: exact(amount) for asset, amount in amounts.items()}
        self.wallets[id_] = WalletAccount(id_, kind, name, status, held)
        return id_


def wallet_id(uid: str, number: int) -> str:
    """Return the id of a wallet; the default one is number 0."""
    return f"WX6V-JUKW-KK{number:02d}-{uid[-4:].rjust(4, '0')}"


def base64_like(*words: str) -> str:
    """Return readable text that a decoder of base 64 takes."""
    whole = "/".join(words)
    return whole.ljust(-(-len(whole) // 4) * 4, "0")
