"""What no request of Bybit's API gives to a key that can only read."""

from typing import Final

from readiness.exchanges.bybit.catalogue.history import words
from readiness.exchanges.history import NotAvailable

MISSING: Final = (
    NotAvailable(
        "orders of on-chain products, launchpools, liquidity mining and real-world assets",
        "the API shows an order only to who knows its number, or has no list; what they moved "
        "stands in the logs",
        words.EARN,
    ),
    NotAvailable(
        "fills of options on other coins than BTC, ETH and SOL",
        "the API shows options coin by coin, and these are asked for; the unified account's log "
        "has all of them",
        words.TRADES,
    ),
    NotAvailable(
        "history from before the account became a unified one",
        "those lists exist for accounts that were upgraded, and are not asked for",
        words.EXPORT,
    ),
    NotAvailable(
        "trading bots and copy trading",
        "there is no list of them in the API; what they moved stands in the logs",
        words.BOTS,
    ),
    NotAvailable("P2P orders", "the API shows them to advertisers only", words.P2P),
    NotAvailable(
        "card payments",
        "the list takes a POST, which this tool does not send to Bybit",
        words.CARD,
    ),
    NotAvailable(
        "tax documents, support tickets and identity documents",
        "there is no API for them",
        f"{words.ON_WEBSITE}: the account's own pages",
    ),
    NotAvailable(
        "the history of sub-accounts",
        "the main account's key does not show it",
        "save each sub-account with a read-only key of its own: readiness backup ACCOUNT",
    ),
)
