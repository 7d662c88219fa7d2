"""The state of one Binance account, to be arranged by tests, demos and rehearsals."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.binance.auth import ApiKey
from readiness.simulator.binance.wallets import Wallets

Row = dict[str, Any]

_UIDS = itertools.count(900_000_001)

SETTINGS: Mapping[str, Any] = {
    "sub_accounts_enabled": True,
    "broker": False,
    "pm_pro": False,
    "pm_loan_code": "",
    "margin_unopened": "",
    "isolated_unopened": "",
    "earn_usdt": None,
}
"""What an account can be told to do, and what it does if it is told nothing.

sub_accounts_enabled: whether its sub-account function is on; off answers -8012 and -9000.
broker: whether it is the main account of a broker.
pm_pro: whether it takes part in Portfolio Margin Pro; otherwise -21001.
pm_loan_code: what a member without a bankruptcy loan gets in place of an amount of zero.
margin_unopened: the code where margin was never opened; empty is `created: false`.
isolated_unopened: the code where no isolated account was ever opened; empty is an empty list.
earn_usdt: the Earn total in USDT in place of the one that follows from the positions.
"""

_INFO: Mapping[str, Any] = {
    "vipLevel": 0,
    "isMarginEnabled": True,
    "isFutureEnabled": True,
    "isOptionsEnabled": True,
    "isPortfolioMarginRetailEnabled": False,
}


class BinanceAccount(Wallets):
    """A main account, or a sub-account made by `sub_account`.

    Every attribute may be changed while a simulator serves the account.

    Attributes:
        uid: The exchange's number of the account.
        name: The e-mail of a sub-account; empty for a main account.
        parent: The main account, or `None` if this is one.
        keys: Its API keys.
        info: The answer of `account/info`: which products are opened.
        settings: How it answers where the exchange's documents leave a choice; see `SETTINGS`.
        predating: Products opened after the key was made, so that the key cannot see them.
        tables: Rows planted under paths.
        refusals: Error codes that paths answer, set by `refuse`.
        subs: Its sub-accounts by e-mail.
        listing: What the main account's list of sub-accounts says about it.
    """

    def __init__(
        self,
        uid: str | None = None,
        *,
        key: str | None = None,
        secret: str | None = None,
        ips: Iterable[str] = (),
        restrictions: Mapping[str, Any] | None = None,
        info: Mapping[str, Any] | None = None,
        **settings: Any,
    ) -> None:
        """Open an empty account with one made-up read-only key; what is left out is invented.

        Args:
            uid: Its number.
            key: The public part of its key.
            secret: The secret of its key.
            ips: Addresses that the key is bound to.
            restrictions: Fields of `apiRestrictions` to overwrite.
            info: Fields of `account/info` to overwrite. Margin, futures and options are opened
                and portfolio margin is not, unless this says so.
            **settings: See `SETTINGS`.
        """
        super().__init__()
        unknown = sorted(set(settings) - set(SETTINGS))
        if unknown:
            raise TypeError(f"no such setting: {', '.join(unknown)}")
        self.uid = uid or str(next(_UIDS))
        self.name = ""
        self.parent: BinanceAccount | None = None
        self.info: dict[str, Any] = {**_INFO, **(info or {})}
        self.settings: dict[str, Any] = {**SETTINGS, **settings}
        self.predating: set[str] = set()
        self.tables: dict[str, list[Row]] = {}
        self.refusals: dict[str, tuple[str, str]] = {}
        self.subs: dict[str, BinanceAccount] = {}
        self.listing: dict[str, Any] = {}
        self.keys = [
            ApiKey(
                key=key or f"fake-key-{self.uid}",
                secret=secret or f"fake-secret-{self.uid}",
                ips=tuple(ips),
                restrictions=dict(restrictions or {}),
            )
        ]

    @property
    def key(self) -> str:
        """The public part of the first key."""
        return self.keys[0].key

    @property
    def secret(self) -> str:
        """The secret of the first key."""
        return self.keys[0].secret

    @property
    def passphrase(self) -> str:
        """Nothing: Binance's keys have no third part."""
        return ""

    @property
    def restrictions(self) -> dict[str, Any]:
        """Fields of `apiRestrictions` in which the first key differs from a read-only one."""
        return self.keys[0].restrictions

    @property
    def main(self) -> BinanceAccount:
        """The main account that this one belongs to, or itself."""
        return self.parent or self

    def put(self, path: str, *rows: Any) -> None:
        """Plant rows in the answer of a path.

        In a list they stand beside what is computed, and take the place of a computed row
        about the same thing. In an object their fields overwrite the computed ones; so does a
        whole body, rows and all, where the answer is a list in an envelope.
        """
        self.tables.setdefault(path, []).extend(rows)

    def clear(self, path: str) -> None:
        """Take everything planted under a path away again."""
        self.tables.pop(path, None)

    def rows(self, path: str) -> list[Row]:
        """Return what was planted under a path."""
        return self.tables.get(path, [])

    def refuse(self, path: str, code: str, text: str = "") -> None:
        """Answer a path, or a pattern of paths, with an error code from now on."""
        self.refusals[path] = (code, text)

    def product_key_predates(self, *products: str) -> None:
        """Make the keys older than products: `futures`, `options`, `portfolio_margin`.

        The account says that such a product is opened, and yet the key cannot see it.
        """
        self.predating.update(products)

    def add_key(self, key: ApiKey) -> None:
        """Give the account another API key."""
        self.keys.append(key)

    def sub_account(
        self,
        email: str,
        *,
        uid: str | None = None,
        key: str | None = None,
        restrictions: Mapping[str, Any] | None = None,
        info: Mapping[str, Any] | None = None,
        **listing: Any,
    ) -> BinanceAccount:
        """Open a sub-account.

        Args:
            email: The address by which the main account's key asks for it.
            uid: Its number; invented if left out.
            key: An API key of its own; without one it can only be seen from the main account.
            restrictions: Fields of `apiRestrictions` of that key to overwrite.
            info: Fields of its `account/info` to overwrite; the main account's if left out.
            **listing: Fields of its row in `sub-account/list` to overwrite.
        """
        sub = BinanceAccount(
            uid, key=key, restrictions=restrictions, info={**self.info, **(info or {})}
        )
        if key is None:
            sub.keys.clear()
        sub.name = email
        sub.parent = self
        sub.listing = listing
        self.subs[email] = sub
        return sub

    def bots(self, usdt: Decimal | int | str) -> None:
        """Set what the trading bots hold, in USDT."""
        self.hold("Trading Bots", usdt)

    def copy_trading(self, usdt: Decimal | int | str) -> None:
        """Set what copy trading holds, in USDT."""
        self.hold("Copy Trading", usdt)
