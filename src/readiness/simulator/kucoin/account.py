"""The state of one KuCoin account, to be arranged by tests, demos and rehearsals."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from readiness.simulator.kucoin import rows
from readiness.simulator.kucoin.holdings import Coin, Futures
from readiness.simulator.kucoin.wallets import Wallets
from readiness.simulator.numbers import Number, exact
from readiness.simulator.tables.account import Account

CLASSIC, UNIFIED = "CLASSIC", "UNIFIED"


class KucoinAccount(Wallets, Account):
    """A main account, or a sub-account made by `sub_account`.

    Every attribute may be changed while a simulator serves the account. Its `mode` is
    `CLASSIC` or `UNIFIED`.
    """

    READING = ("General",)
    MODE = CLASSIC
    PASSPHRASE = True
    SETTINGS: ClassVar = {"enforces": True, "hf_opened": False, "currency_required": False}
    """What an account can be told to do, and what it does if it is told nothing.

    enforces: whether endpoints want the permission that the specification names; otherwise
        General is enough for all of them. Nobody has published which of the two is true.
    hf_opened: whether the account says that it has a high-frequency account.
    currency_required: whether deposits and withdrawals are refused without a currency, as the
        specification of 2025 says and older documents do not.
    """

    def __init__(self, uid: str | None = None, **given: Any) -> None:
        """Open an empty account with one made-up key; see `Account`."""
        Account.__init__(self, uid, **given)
        Wallets.__init__(self)

    @property
    def user_id(self) -> str:
        """The id by which a main account asks for this account's balances."""
        return f"{int(self.uid):024x}"

    def sub(self, named: str) -> Self | None:
        """Return a sub-account by its name, its number or its id."""
        found = (sub for sub in self.subs.values() if sub.user_id == named)
        return super().sub(named) or next(found, None)

    def spot_order(self, symbol: str, side: str, size: Number, price: Number) -> None:
        """Open a limit order of the high-frequency engine: a row, and money that it holds."""
        base, _, quote = symbol.partition("-")
        coin = base if side == "sell" else quote
        held = exact(size) if side == "sell" else exact(size) * exact(price)
        order = rows.hf_order(symbol=symbol, side=side, size=exact(size), price=exact(price))
        self.put("api/v1/hf/orders/active", order)
        wallet = self.trades.setdefault(coin, Coin())
        wallet.balance += held
        wallet.holds += held

    def position(self, symbol: str, quantity: int, margin: Number, **more: Any) -> None:
        """Open a futures position: a row, and the margin that it takes.

        Args:
            symbol: The contract, such as `XBTUSDTM`.
            quantity: Contracts; negative is short.
            margin: The margin set apart for it.
            **more: Fields of the row to overwrite.
        """
        row = rows.position(symbol=symbol, currentQty=quantity, posMargin=exact(margin), **more)
        self.put("api/v1/positions", row)
        wallet = self.futures.setdefault(row["settleCurrency"], Futures())
        wallet.positions += exact(margin)
