"""What an account holds, wallet by wallet, and how tests say so."""

from __future__ import annotations

from typing import Literal

from readiness.simulator.kucoin.holdings import Coin, Futures, Loaned, Pair, Unified
from readiness.simulator.numbers import Number, exact

Wallet = Literal["funding", "trade"]
Part = Number | dict[str, Number]


class Wallets:
    """The money of one account.

    Attributes:
        fundings: Funding account by coin.
        trades: Spot trading account by coin.
        margins: Cross margin account of the high-frequency engine by coin.
        old_margins: Cross margin account of the old engine by coin.
        pairs: Isolated margin accounts by symbol.
        futures: Futures account by currency of settlement, where Bitcoin is XBT.
        unifieds: Unified account by coin.
    """

    def __init__(self) -> None:
        """Hold nothing."""
        self.fundings: dict[str, Coin] = {}
        self.trades: dict[str, Coin] = {}
        self.margins: dict[str, Loaned] = {}
        self.old_margins: dict[str, Loaned] = {}
        self.pairs: dict[str, Pair] = {}
        self.futures: dict[str, Futures] = {}
        self.unifieds: dict[str, Unified] = {}

    def funding(self, coin: str, balance: Number, *, holds: Number = 0) -> None:
        """Set what the funding account has of a coin, and how much of it is held."""
        self.fundings[coin] = Coin(exact(balance), exact(holds))

    def trade(self, coin: str, balance: Number, *, holds: Number = 0) -> None:
        """Set what the spot trading account has of a coin, and how much of it is held."""
        self.trades[coin] = Coin(exact(balance), exact(holds))

    def margin(self, coin: str, total: Number = 0, *, old: bool = False, **more: Number) -> None:
        """Set what the cross margin account has of a coin.

        Args:
            coin: The coin.
            total: What lies there.
            old: Whether it lies in the account of the old engine, which is asked for apart.
            **more: `hold`, `principal`, `interest`; see `Loaned`.
        """
        wallet = self.old_margins if old else self.margins
        wallet[coin] = _loaned({"total": total, **more})

    def isolated(self, symbol: str, base: Part = 0, quote: Part = 0, *, old: bool = False) -> None:
        """Open the isolated margin account of a symbol.

        Args:
            symbol: The symbol, such as `BTC-USDT`.
            base: What lies there of the first coin: the total, or fields of `Loaned` by name.
            quote: The same for the second coin.
            old: Whether it is an account of the old engine.
        """
        self.pairs[symbol] = Pair(_part(base), _part(quote), fast=not old)

    def future(self, currency: str, available: Number = 0, **more: Number) -> None:
        """Set what the futures account has of a currency.

        Args:
            currency: The currency of settlement.
            available: What can be used.
            **more: `frozen`, `orders`, `positions`, `upnl`; see `Futures`.
        """
        given = {name: exact(amount) for name, amount in more.items()}
        self.futures[currency] = Futures(available=exact(available), **given)

    def unified(self, coin: str, balance: Number = 0, **more: Number) -> None:
        """Set what the unified account has of a coin.

        Args:
            coin: The coin.
            balance: What lies there.
            **more: `hold`, `liability`, `upnl`; see `Unified`.
        """
        given = {name: exact(amount) for name, amount in more.items()}
        self.unifieds[coin] = Unified(balance=exact(balance), **given)

    def move(self, coin: str, amount: Number, source: Wallet, target: Wallet) -> None:
        """Move money between the funding and the trading account, as a transfer does."""
        size = exact(amount)
        for wallet, change in ((source, -size), (target, size)):
            coins = self.fundings if wallet == "funding" else self.trades
            coins.setdefault(coin, Coin()).balance += change


def _part(given: Part) -> Loaned:
    return _loaned(given if isinstance(given, dict) else {"total": given})


def _loaned(fields: dict[str, Number]) -> Loaned:
    return Loaned(**{name: exact(amount) for name, amount in fields.items()})
