"""The one list of supported exchanges. Importing it loads neither ccxt nor an adapter."""

from typing import TYPE_CHECKING, Final

from readiness.exchanges.interface import ExchangeInfo
from readiness.gate.route import Limit, Per
from readiness.language import message

if TYPE_CHECKING:
    from readiness.exchanges.catalogue import Catalogue

_WITH_PASSPHRASE: Final = ("key", "secret", "passphrase")
_BINANCE_HOSTS: Final = (
    "api.binance.com",
    "api-gcp.binance.com",
    "api1.binance.com",
    "api2.binance.com",
    "api3.binance.com",
    "api4.binance.com",
)

_BYBIT: Final = (
    ("bybit", message("Bybit (global)"), ("api.bybit.com", "api.bytick.com"), "bybit"),
    ("bybit-eu", message("Bybit EU"), ("api.bybit.eu",), "bybiteu"),
    ("bybit-nl", message("Bybit Netherlands"), ("api.bybit.nl",), "bybit"),
    ("bybit-tr", message("Bybit Türkiye"), ("api.bybit.tr",), "bybit"),
    ("bybit-kz", message("Bybit Kazakhstan"), ("api.bybit.kz",), "bybit"),
    ("bybit-ae", message("Bybit UAE"), ("api.bybit.ae",), "bybit"),
    ("bybit-id", message("Bybit Indonesia"), ("api.bybit.id",), "bybitid"),
    ("bybit-ge", message("Bybit Georgia"), ("api.bybitgeorgia.ge",), "bybit"),
)
"""Companies of one family with accounts of their own: id, title, hosts, ccxt class."""


def _kraken_calls(count: int, seconds: float) -> Limit:
    """The counter of calls of one tier: https://docs.kraken.com/exchange/guides/rest/ratelimits."""
    return Limit(count, seconds, Per.KEY, pool="/0/private", decays=True)


EXCHANGES: Final[dict[str, ExchangeInfo]] = {
    info.id: info
    for info in (
        ExchangeInfo(
            id="okx",
            family="okx",
            title=message("OKX (global)"),
            hosts={"": ("openapi.okx.com", "www.okx.com")},
            credential_fields=_WITH_PASSPHRASE,
            ccxt_id="okx",
            module="readiness.exchanges.okx",
        ),
        ExchangeInfo(
            id="okx-eea",
            family="okx",
            title=message("OKX EEA"),
            hosts={"": ("eea.okx.com",)},
            credential_fields=_WITH_PASSPHRASE,
            ccxt_id="myokx",
            module="readiness.exchanges.okx",
        ),
        ExchangeInfo(
            id="okx-us",
            family="okx",
            title=message("OKX US and AU"),
            hosts={"": ("us.okx.com", "app.okx.com")},
            credential_fields=_WITH_PASSPHRASE,
            ccxt_id="okxus",
            module="readiness.exchanges.okx",
        ),
        ExchangeInfo(
            id="binance",
            family="binance",
            title="Binance",
            hosts={
                "/api": _BINANCE_HOSTS,
                "/sapi": _BINANCE_HOSTS,
                "/fapi": ("fapi.binance.com",),
                "/dapi": ("dapi.binance.com",),
                "/eapi": ("eapi.binance.com",),
                "/papi": ("papi.binance.com",),
            },
            credential_fields=("key", "secret"),
            ccxt_id="binance",
            module="readiness.exchanges.binance",
            namesakes={
                "binance.us": (
                    "Binance.US is another company with accounts, keys and an API of its own; "
                    "this tool does not know it"
                )
            },
        ),
        *(
            ExchangeInfo(
                id=name,
                family="bybit",
                title=title,
                hosts={"": hosts},
                credential_fields=("key", "secret"),
                ccxt_id=ccxt_id,
                module="readiness.exchanges.bybit",
            )
            for name, title, hosts, ccxt_id in _BYBIT
        ),
        ExchangeInfo(
            id="kraken",
            family="kraken",
            title="Kraken",
            hosts={"": ("api.kraken.com",)},
            credential_fields=("key", "secret"),
            ccxt_id="kraken",
            module="readiness.exchanges.kraken",
            lists_sub_accounts=False,
            tiers={
                "starter": _kraken_calls(15, 46),
                "intermediate": _kraken_calls(20, 40),
                "pro": _kraken_calls(20, 20),
            },
        ),
        ExchangeInfo(
            id="kraken-futures",
            family="kraken-futures",
            title=message("Kraken Futures"),
            hosts={"": ("futures.kraken.com",)},
            credential_fields=("key", "secret"),
            ccxt_id="krakenfutures",
            module="readiness.exchanges.kraken_futures",
            part_of="kraken",
        ),
        ExchangeInfo(
            id="kucoin",
            family="kucoin",
            title="KuCoin",
            hosts={"": ("api.kucoin.com",), "futures:": ("api-futures.kucoin.com",)},
            credential_fields=_WITH_PASSPHRASE,
            ccxt_id="kucoin",
            module="readiness.exchanges.kucoin",
            namesakes=dict.fromkeys(
                ("kucoin.eu", "kucoin.au", "kucoin.th", "kucoin.tr"),
                message(
                    "KuCoin in the EU, Australia, Thailand and Türkiye are companies and sites of "
                    "their own; this tool knows the global site only"
                ),
            ),
        ),
    )
}


def load_catalogue(exchange_id: str) -> "Catalogue":
    """The catalogue of a configured exchange; loads its adapter but not ccxt."""
    from readiness.exchanges.adapter import load_adapter

    return load_adapter(EXCHANGES[exchange_id]).catalogue
