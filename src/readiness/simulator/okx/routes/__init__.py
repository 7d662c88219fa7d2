"""Every endpoint of the look-alike."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.simulator.okx.route import Route
from readiness.simulator.okx.routes import (
    account,
    bots,
    earn,
    history,
    loans,
    orders,
    past,
    subaccounts,
    transfers,
    wallets,
)

ROUTES: Mapping[str, Route] = {
    route.path: route
    for family in (
        account,
        wallets,
        orders,
        loans,
        transfers,
        bots,
        earn,
        subaccounts,
        history,
        past,
    )
    for route in family.ROUTES
}
"""The route table by path."""
