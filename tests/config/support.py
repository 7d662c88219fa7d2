"""A small world to load configurations in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from readiness.config import AccountConfig, Config, ConfigError, CredentialSource, load_config

TODAY: Final = date(2026, 11, 23)
CANARY: Final = "CANARY5ecret0value"
"""Planted where secrets are; must never come out in any text."""


@dataclass(frozen=True)
class Exchange:
    """What the configuration needs to know of an exchange."""

    id: str
    family: str
    title: str
    api_hosts: tuple[str, ...]
    credential_fields: tuple[str, ...] = ("key", "secret")
    part_of: str = ""
    lists_sub_accounts: bool = True
    tiers: Mapping[str, object] = field(default_factory=dict)
    namesakes: Mapping[str, str] = field(
        default_factory=lambda: {"binance.us": "Binance.US is another company"}
    )


OKX_FIELDS: Final = ("key", "secret", "passphrase")
EXCHANGES: Final[Mapping[str, Exchange]] = MappingProxyType(
    {
        exchange.id: exchange
        for exchange in (
            Exchange("okx", "okx", "OKX", ("openapi.okx.com", "www.okx.com"), OKX_FIELDS),
            Exchange("okx-eea", "okx", "OKX EEA", ("eea.okx.com",), OKX_FIELDS),
            Exchange("binance", "binance", "Binance", ("api.binance.com",)),
            Exchange(
                "kraken",
                "kraken",
                "Kraken",
                ("api.kraken.com",),
                tiers={"starter": 1, "intermediate": 2, "pro": 3},
            ),
            Exchange(
                "kraken-futures",
                "kraken-futures",
                "Kraken Futures",
                ("futures.kraken.com",),
                part_of="kraken",
            ),
            Exchange("bybit", "bybit", "Bybit", ("api.bybit.com",)),
            Exchange("lone", "lone", "Lone", ("api.lone.test",), lists_sub_accounts=False),
            Exchange("kucoin", "kucoin", "KuCoin", ("api.kucoin.com",), OKX_FIELDS),
        )
    }
)


def load(folder: Path, text: str | bytes) -> Config:
    """Load a configuration with this text."""
    path = folder / "readiness.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_config(path, environ={}, cwd=folder, today=TODAY, exchanges=EXCHANGES)


def refusal(folder: Path, text: str | bytes) -> ConfigError:
    """The error that a configuration with this text is refused with."""
    try:
        load(folder, text)
    except ConfigError as error:
        return error
    raise AssertionError("the configuration was accepted")


def account(source: CredentialSource, name: str = "okx-main") -> AccountConfig:
    """An account whose credentials are there."""
    return AccountConfig(name=name, exchange="okx", credentials=source)
