"""The embedded exchanges as tests open them: one line for each that the simulator offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from readiness.simulator import (
    BinanceAccount,
    BinanceSimulator,
    BybitAccount,
    BybitSimulator,
    KrakenAccount,
    KrakenFuturesAccount,
    KrakenFuturesSimulator,
    KrakenSimulator,
    KucoinAccount,
    KucoinSimulator,
    OkxAccount,
    OkxSimulator,
)
from readiness.simulator.simulator import Simulator

Account: TypeAlias = Any
"""An account of an embedded exchange; what can be arranged in it differs."""


@dataclass(frozen=True, eq=False)
class Embedded:
    """One embedded exchange.

    Attributes:
        open_account: a clean account with one read-only key.
        simulator: an exchange with these main accounts, and options of `Simulator`.
        fields: what a key consists of.
        traits: what a scan learns about an account before it asks anything else.
    """

    open_account: Callable[..., Account]
    simulator: Callable[..., Simulator]
    fields: tuple[str, ...]
    traits: Callable[[Account], dict[str, str]]

    def serve(self, accounts: Iterable[Account], **options: Any) -> Simulator:
        """An exchange with these main accounts."""
        return self.simulator(list(accounts), **options)

    def credentials(self, account: Account) -> dict[str, str]:
        """The parts of an account's first key."""
        return {name: getattr(account, name) for name in self.fields}

    def environ(self, prefix: str, account: Account) -> Mapping[str, str]:
        """The same as environment variables."""
        return {f"{prefix}{k.upper()}": v for k, v in self.credentials(account).items()}


def _okx_traits(account: OkxAccount) -> dict[str, str]:
    return {"mode": str(account.mode)}


def _binance_traits(account: BinanceAccount) -> dict[str, str]:
    flags = {
        "margin": "isMarginEnabled",
        "futures": "isFutureEnabled",
        "options": "isOptionsEnabled",
        "portfolio_margin": "isPortfolioMarginRetailEnabled",
    }
    opened = {trait: "on" if account.info[flag] else "off" for trait, flag in flags.items()}
    kind = "sub" if account.parent else "main"
    return {"kind": kind, "vip": str(account.info["vipLevel"]), **opened}


def _bybit_traits(account: BybitAccount) -> dict[str, str]:
    return {
        "kind": "sub" if account.parent else "main",
        "mode": account.mode,
        "uta": "1" if account.is_unified else "0",
    }


def _kraken_traits(account: KrakenAccount) -> dict[str, str]:
    limits = (account.keys[0].fields.get(name, "0") for name in ("query_from", "query_to"))
    told = account.rows("Earn/Strategies")
    locks = {row["id"]: row["lock_type"]["type"] for row in told}
    return {
        "sees": "all" if set(limits) == {"0"} else "part",
        **{f"terms:{id_}": locks.get(id_, each.lock) for id_, each in account.allocations.items()},
    }


def _kraken_futures_traits(account: KrakenFuturesAccount) -> dict[str, str]:
    del account
    return {}


def _kucoin_traits(account: KucoinAccount) -> dict[str, str]:
    return {"kind": "sub" if account.parent else "main", "mode": account.mode}


EMBEDDED: Final[Mapping[str, Embedded]] = {
    "binance": Embedded(BinanceAccount, BinanceSimulator, ("key", "secret"), _binance_traits),
    "bybit": Embedded(BybitAccount, BybitSimulator, ("key", "secret"), _bybit_traits),
    "kraken": Embedded(KrakenAccount, KrakenSimulator, ("key", "secret"), _kraken_traits),
    "kraken-futures": Embedded(
        KrakenFuturesAccount, KrakenFuturesSimulator, ("key", "secret"), _kraken_futures_traits
    ),
    "kucoin": Embedded(
        KucoinAccount, KucoinSimulator, ("key", "secret", "passphrase"), _kucoin_traits
    ),
    "okx": Embedded(OkxAccount, OkxSimulator, ("key", "secret", "passphrase"), _okx_traits),
}
