"""Every endpoint of the look-alike."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.simulator.binance.route import Route
from readiness.simulator.binance.routes import (
    earn,
    futures,
    history,
    loans,
    margin,
    options,
    portfolio,
    products,
    service,
    spot,
    subaccounts,
    transfers,
)

ROUTES: Mapping[str, Route] = {
    route.path: route
    for family in (
        service,
        spot,
        transfers,
        margin,
        futures,
        options,
        portfolio,
        earn,
        loans,
        products,
        subaccounts,
        history,
    )
    for route in family.ROUTES
}
"""The route table by path."""
