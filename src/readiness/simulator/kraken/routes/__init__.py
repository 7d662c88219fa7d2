"""Every endpoint of the look-alike."""

from __future__ import annotations

from readiness.simulator.kraken.routes import earn, service, trade, transfers, wallets
from readiness.simulator.tables.table import Table

TABLE = Table(
    route for family in (service, wallets, trade, earn, transfers) for route in family.ROUTES
)
"""The route table."""

PUBLIC = frozenset(route.path for route in TABLE.routes if route.access == "public")
"""What nobody has to sign for."""
