"""Every endpoint of the look-alike."""

from __future__ import annotations

from readiness.simulator.kucoin.account import KucoinAccount
from readiness.simulator.kucoin.routes import (
    earn,
    futures,
    orders,
    past,
    service,
    subaccounts,
    transfers,
    unified,
    wallets,
)
from readiness.simulator.tables.table import Table

TABLE: Table[KucoinAccount] = Table(
    route
    for family in (
        service,
        wallets,
        orders,
        futures,
        unified,
        earn,
        transfers,
        subaccounts,
        past,
    )
    for route in family.ROUTES
)
"""The routes, in the order of the documents."""
