"""What an account holds, wallet by wallet, and how tests say so."""

from __future__ import annotations

from typing import Literal

from readiness.simulator.binance.holdings import ZERO, Coin, Loaned, Pair, Position
from readiness.simulator.numbers import Number, exact

Wallet = Literal["spot", "funding"]


class Wallets:
    """The money and the positions of one account.

    Attributes:
        spots: Spot wallet by coin.
        fundings: Funding wallet by coin.
        margins: Cross margin wallet by coin.
        pairs: Isolated margin accounts by symbol.
        ums: USD-M futures wallet balances by coin; may be negative.
        cms: COIN-M futures wallet balances by coin.
        option_wallets: Options equity by coin.
        um_positions: USD-M positions.
        cm_positions: COIN-M positions.
        option_positions: Options positions.
        wholes: Wallets that show nothing but a total in USDT, by name.
        inactive: Names of wallets that were never opened, beside what `account/info` says.
    """

    def __init__(self) -> None:
        """Hold nothing."""
        self.spots: dict[str, Coin] = {}
        self.fundings: dict[str, Coin] = {}
        self.margins: dict[str, Loaned] = {}
        self.pairs: dict[str, Pair] = {}
        self.ums = dict.fromkeys(("USDT",), ZERO)
        self.cms = dict.fromkeys(("BTC",), ZERO)
        self.option_wallets = dict.fromkeys(("USDT",), ZERO)
        self.um_positions: list[Position] = []
        self.cm_positions: list[Position] = []
        self.option_positions: list[Position] = []
        self.wholes = dict.fromkeys(("Trading Bots", "Copy Trading"), ZERO)
        self.inactive: set[str] = set()

    def spot(self, asset: str, free: Number = 0, locked: Number = 0, **more: Number) -> None:
        """Set what the spot wallet holds of a coin.

        Args:
            asset: The coin.
            free: What can be used.
            locked: What orders hold.
            **more: `freeze`, `withdrawing`, `ipoing`, `storage`; see `Coin`.
        """
        self.spots[asset] = _coin(free, locked, more)

    def funding(self, asset: str, free: Number = 0, locked: Number = 0, **more: Number) -> None:
        """Set what the funding wallet holds of a coin.

        Args:
            asset: The coin.
            free: What can be used.
            locked: What advertisements and orders hold.
            **more: `freeze`, `withdrawing`; see `Coin`.
        """
        self.fundings[asset] = _coin(free, locked, more)

    def margin(self, asset: str, free: Number = 0, **more: Number) -> None:
        """Set what the cross margin wallet holds of a coin.

        Args:
            asset: The coin.
            free: What can be used.
            **more: `locked`, `borrowed`, `interest`; see `Loaned`.
        """
        self.margins[asset] = _loaned({"free": free, **more})

    def isolated(
        self,
        symbol: str,
        base: Number | dict[str, Number] = 0,
        quote: Number | dict[str, Number] = 0,
        *,
        created: bool = True,
        enabled: bool = True,
        quoted_in: str = "USDT",
    ) -> None:
        """Open the isolated margin account of a symbol.

        Args:
            symbol: The symbol, such as `BTCUSDT`.
            base: What lies there of the first coin: free, or the fields of `Loaned` by name.
            quote: The same for the second coin.
            created: Whether the exchange calls it created.
            enabled: Whether it is switched on.
            quoted_in: The second coin.
        """
        coin = symbol.removesuffix(quoted_in)
        parts = {coin: base, quoted_in: quote}
        held = {
            name: _loaned(part if isinstance(part, dict) else {"free": part})
            for name, part in parts.items()
        }
        self.pairs[symbol] = Pair(coin, quoted_in, held, created, enabled)

    def um(self, asset: str, wallet: Number) -> None:
        """Set the USD-M futures wallet balance of a coin."""
        self.ums[asset] = exact(wallet)

    def cm(self, asset: str, wallet: Number) -> None:
        """Set the COIN-M futures wallet balance of a coin."""
        self.cms[asset] = exact(wallet)

    def option_wallet(self, asset: str, equity: Number) -> None:
        """Set the equity of the options wallet in a coin."""
        self.option_wallets[asset] = exact(equity)

    def um_position(self, symbol: str, amount: Number, side: str = "BOTH", **more: Number) -> None:
        """Open a USD-M position; `entry`, `upnl` and `isolated` as in `Position`."""
        self.um_positions.append(_position(symbol, amount, side, more))

    def cm_position(self, symbol: str, amount: Number, side: str = "BOTH", **more: Number) -> None:
        """Open a COIN-M position, in contracts."""
        self.cm_positions.append(_position(symbol, amount, side, more))

    def option_position(self, symbol: str, amount: Number, **more: Number) -> None:
        """Open an options position; a negative amount is written, not bought."""
        side = "SHORT" if exact(amount) < 0 else "LONG"
        self.option_positions.append(_position(symbol, amount, side, more))

    def hold(self, wallet: str, usdt: Number) -> None:
        """Set the total of a wallet that shows nothing but a total."""
        self.wholes[wallet] = exact(usdt)

    def move(self, asset: str, amount: Number, source: Wallet, target: Wallet) -> None:
        """Move money between the spot and the funding wallet, as a transfer does."""
        size = exact(amount)
        for wallet, change in ((source, -size), (target, size)):
            coins = self.spots if wallet == "spot" else self.fundings
            coins.setdefault(asset, Coin()).free += change


def _coin(free: Number, locked: Number, more: dict[str, Number]) -> Coin:
    return Coin(exact(free), exact(locked), **{name: exact(n) for name, n in more.items()})


def _loaned(fields: dict[str, Number]) -> Loaned:
    return Loaned(**{name: exact(amount) for name, amount in fields.items()})


def _position(symbol: str, amount: Number, side: str, more: dict[str, Number]) -> Position:
    fields = {name: exact(value) for name, value in more.items()}
    return Position(symbol, exact(amount), side, **fields)
