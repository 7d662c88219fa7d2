"""The state of one futures account, to be arranged by tests, demos and rehearsals."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar
from uuid import NAMESPACE_URL, uuid5

from readiness.simulator.kraken_futures.holdings import Collateral, MarginWallet
from readiness.simulator.numbers import Number, exact
from readiness.simulator.tables.account import Account
from readiness.simulator.tables.rows import new_id


class KrakenFuturesAccount(Account):
    """A main account, or a sub-account made by `sub_account`.

    A key's permissions are written `general.READ_ONLY` and `transfer.NO_ACCESS`; its addresses
    are ranges such as `192.0.2.0/24`.

    Attributes:
        cash: The holding wallet by currency, in small letters.
        flex: The multi-collateral wallet by currency, in capital letters.
        margins: Single-collateral wallets by name, such as `fi_xbtusd`.
        nonces: The nonces that arrived, by key.
    """

    READING = ("general.READ_ONLY", "transfer.NO_ACCESS")
    SETTINGS: ClassVar[Mapping[str, Any]] = {"unquoted": False, "iiban": None, "email": ""}
    """What an account can be told to do, and what it does if it is told nothing.

    unquoted: whether balances of cash and of margin wallets are numbers, as older answers have it.
    iiban: the number of the Kraken account that it belongs to, if any.
    email: what the list of sub-accounts says of it; made up if left out.
    """

    def __init__(self, uid: str | None = None, **arranged: Any) -> None:
        """Open an empty account with one made-up key for reading; see `Account`."""
        super().__init__(uid or str(uuid5(NAMESPACE_URL, f"made-up:{new_id()}")), **arranged)
        self.cash: dict[str, Decimal] = {}
        self.flex: dict[str, Collateral] = {}
        self.margins: dict[str, MarginWallet] = {}
        self.nonces: dict[str, set[int]] = {}

    def invented(self, part: str) -> str:
        """Return a made-up part of a key: the base 64 of nothing in particular."""
        whole = f"fake/{part}/{self.uid.replace('-', '')}"
        return whole.ljust(-(-len(whole) // 4) * 4, "0")

    def hold(self, currency: str, amount: Number) -> None:
        """Set what the holding wallet has of a currency."""
        self.cash[currency] = exact(amount)

    def collateral(
        self,
        currency: str,
        quantity: Number,
        *,
        used: Number = 0,
        fields: Mapping[str, Any] | None = None,
    ) -> None:
        """Set what the multi-collateral wallet has of a currency.

        Args:
            currency: Such as `USD` or `XBT`.
            quantity: All of it.
            used: The part that margin holds.
            fields: Fields of the answer to overwrite.
        """
        self.flex[currency] = Collateral(exact(quantity), exact(used), dict(fields or {}))

    def margin(
        self,
        name: str,
        currency: str,
        *,
        pnl: Number = 0,
        margin: Number = 0,
        fields: Mapping[str, Any] | None = None,
        **balances: Number,
    ) -> None:
        """Set what a single-collateral wallet has.

        Args:
            name: Such as `fi_xbtusd`.
            currency: The collateral.
            pnl: Profit or loss of open positions.
            margin: Initial margin.
            fields: Fields of the answer to overwrite.
            **balances: Amounts by asset.
        """
        amounts = {asset: exact(amount) for asset, amount in balances.items()}
        self.margins[name] = MarginWallet(
            currency, amounts, exact(pnl), exact(margin), dict(fields or {})
        )
