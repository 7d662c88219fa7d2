"""Lists of what is over: what a backup of an account asks for.

Written from the official connector (github.com/binance/binance-connector-python, 29da329 of
2026-08-21) and from the pages of developers.binance.com as they were in November 2025; what
neither says (a longest span, a reach) is not enforced.
"""

from __future__ import annotations

from readiness.simulator.binance.routes.history import (
    futures,
    margin,
    money,
    portfolio,
    products,
    subaccounts,
    trading,
)

ROUTES = tuple(
    route
    for family in (trading, margin, futures, portfolio, money, products, subaccounts)
    for route in family.ROUTES
)
