"""Checks that lists of the past make before they answer."""

from __future__ import annotations

from collections.abc import Container

from readiness.simulator.binance.errors import RefusalError
from readiness.simulator.binance.route import Asked, Row
from readiness.simulator.binance.views.margin import check_isolated
from readiness.simulator.binance.views.public import TRADED, spot_symbols


def spot_symbol(asked: Asked) -> list[Row]:
    """Refuse a symbol that spot does not list."""
    return _listed(asked, spot_symbols(asked.market))


def um_symbol(asked: Asked) -> list[Row]:
    """Refuse a symbol that USDⓈ-M futures do not list."""
    return _listed(asked, asked.market.um_symbols)


def cm_symbol(asked: Asked) -> list[Row]:
    """Refuse a symbol that COIN-M futures do not list."""
    return _listed(asked, asked.market.cm_symbols)


def margin_symbol(asked: Asked) -> list[Row]:
    """Refuse a symbol that is not listed or not on margin, or an isolated account never opened."""
    symbols = spot_symbols(asked.market)
    _listed(asked, symbols)
    *_, state = symbols[asked.query["symbol"]]
    if state != TRADED:
        raise RefusalError("-3028")
    return check_isolated(asked)


def margin_lists(asked: Asked) -> list[Row]:
    """Refuse a symbol where cross margin is asked for, and its absence where isolated margin is."""
    if asked.query.get("isIsolated", "FALSE") == "FALSE" and "symbol" in asked.query:
        raise RefusalError("-1128", "symbol and cross margin")
    return check_isolated(asked)


def one_direction(asked: Asked) -> list[Row]:
    """Refuse a question about what both came from one account and went to another."""
    if "fromEmail" in asked.query and "toEmail" in asked.query:
        raise RefusalError("-1128", "fromEmail and toEmail")
    return []


def _listed(asked: Asked, symbols: Container[str]) -> list[Row]:
    wanted = asked.query.get("symbol")
    if wanted is not None and wanted not in symbols:
        raise RefusalError("-1121")
    return []
