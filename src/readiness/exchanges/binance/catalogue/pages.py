"""Pages of Binance's own reference of its REST API, as its connector links them."""

from typing import Final

from readiness.exchanges.binance.catalogue.source import READ_ON
from readiness.exchanges.catalogue import Source

_REFERENCE: Final = "https://developers.binance.com/en/docs/catalog/"
_DERIVATIVES: Final = "derivatives-trading-"


def _page(product: str, section: str) -> Source:
    page, _, anchor = section.partition("#")
    return Source(url=f"{_REFERENCE}{product}/api/rest-api/{page}#{anchor}", checked=READ_ON)


def spot_page(section: str) -> Source:
    """Spot trading; ``section`` is page and anchor, here and below."""
    return _page("core-trading-spot-trading", section)


def wallet_page(section: str) -> Source:
    """Wallets."""
    return _page("core-trading-wallet", section)


def sub_account_page(section: str) -> Source:
    """Sub-accounts."""
    return _page("vip-and-institutional-sub-account", section)


def margin_page(section: str) -> Source:
    """Cross and isolated margin."""
    return _page("core-trading-margin-trading", section)


def usdm_page(section: str) -> Source:
    """USDⓈ-M futures."""
    return _page(f"core-trading-{_DERIVATIVES}usd-s-m-futures", section)


def coinm_page(section: str) -> Source:
    """COIN-M futures."""
    return _page(f"core-trading-{_DERIVATIVES}coin-m-futures", section)


def options_page(section: str) -> Source:
    """European options."""
    return _page(f"core-trading-{_DERIVATIVES}options", section)


def portfolio_page(section: str) -> Source:
    """Portfolio margin."""
    return _page(f"advanced-trading-{_DERIVATIVES}portfolio-margin", section)


def portfolio_pro_page(section: str) -> Source:
    """Portfolio margin Pro."""
    return _page(f"advanced-trading-{_DERIVATIVES}portfolio-margin-pro", section)


def algo_page(section: str) -> Source:
    """Execution algorithms."""
    return _page("advanced-trading-algo-trading", section)
