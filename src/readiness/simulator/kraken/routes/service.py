"""The clock, the state of the platform, prices, and the key."""

from __future__ import annotations

from readiness.simulator.kraken.routes.shared import KrakenRoute, counted
from readiness.simulator.kraken.views import key, public

ROUTES = (
    KrakenRoute(path="Time", access="public", single=True, view=public.server_time),
    KrakenRoute(path="SystemStatus", access="public", single=True, view=public.system_status),
    KrakenRoute(path="Ticker", access="public", single=True, view=public.tickers),
    KrakenRoute(
        path="GetApiKeyInfo",
        method="POST",
        limits=counted(),
        single=True,
        view=key.key_info,
    ),
)
