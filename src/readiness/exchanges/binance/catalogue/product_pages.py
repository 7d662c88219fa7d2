"""Pages of Binance's own reference for what is not trading, as its connector links them."""

from typing import Final

from readiness.exchanges.binance.catalogue.source import READ_ON
from readiness.exchanges.catalogue import Source

_REFERENCE: Final = "https://developers.binance.com/en/docs/catalog/"


def _page(product: str, section: str) -> Source:
    return Source(url=f"{_REFERENCE}{product}/api/rest-api/{section}", checked=READ_ON)


def service_page(product: str, section: str) -> Source:
    """Earn, loans, fiat money, P2P, mining; ``section`` is page and anchor, here and below."""
    return _page(f"investment-and-services-{product}", section)


def convert_page(section: str) -> Source:
    """Convert."""
    return _page("core-trading-convert", section)


def copy_trading_page(section: str) -> Source:
    """Copy trading."""
    return _page("advanced-trading-copy-trading", section)


def stocks_page(section: str) -> Source:
    """Stocks and tokens that stand for them."""
    return _page("advanced-trading-stocks-trading", section)
