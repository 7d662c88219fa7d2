"""Every endpoint of the look-alike."""

from __future__ import annotations

from readiness.simulator.bybit.routes import (
    earn,
    loans,
    service,
    subaccounts,
    trade,
    transfers,
    wallets,
)
from readiness.simulator.tables.table import Table

TABLE = Table(
    route
    for family in (service, wallets, trade, loans, earn, transfers, subaccounts)
    for route in family.ROUTES
)
"""The route table."""
