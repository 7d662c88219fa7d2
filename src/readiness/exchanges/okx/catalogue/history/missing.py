"""What no request of OKX's API gives to a key that can only read."""

from typing import Final

from readiness.exchanges.history import NotAvailable
from readiness.exchanges.okx.catalogue.history import words

MISSING: Final = (
    NotAvailable(
        "the trading account's bills since 2021, and monthly statements of the last year",
        "OKX makes these files on request only (account/bills-history-archive, "
        "asset/monthly-statement), and the request is a POST, which this tool never sends",
        words.BILLS,
    ),
    NotAvailable(
        "P2P orders",
        "the API shows them to merchants on OKX's list only",
        words.P2P,
    ),
    NotAvailable(
        "purchases by card or bank, and third-party payments",
        "the API shows them to some institutions only",
        words.FIAT,
    ),
    NotAvailable(
        "Shark Fin, Snowball, Seagull, Jumpstart, BTC staking and stable rewards",
        "there is no list of them in the API; what they moved stands in the funding bills",
        words.EARN,
    ),
    NotAvailable(
        "bots of kinds without a list (infinite and moon grid, smart portfolio, arbitrage, sniper)",
        "there is no list of them in the API; what they moved stands in the trading bills",
        words.BOTS,
    ),
    NotAvailable(
        "messages of signal bots",
        "they can carry the secret of a signal, so they are not asked for "
        "(tradingBot/signal/event-history)",
        words.BOTS,
    ),
    NotAvailable(
        "tax documents, support tickets, identity documents, card and OKX Pay",
        "there is no API for them",
        f"{words.ON_WEBSITE}: Profile, and the app's own pages of card and Pay",
    ),
    NotAvailable(
        "the history of sub-accounts",
        "the main account's key does not show it",
        "save each sub-account with a read-only key of its own: readiness backup ACCOUNT",
    ),
)
