"""Debts are told by several requests of an exchange: each view on them has a name of its own."""

from __future__ import annotations

from collections import defaultdict
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from readiness.exchanges.registry import EXCHANGES, load_catalogue

OF_OUR_OWN: Final = {
    "binance": {"spot", "margin", "options"},
    "kraken-futures": {"Kraken futures"},
    "kucoin": {"margin"},
}
"""Views that several requests share; every other one is named after the request that tells it."""


def test_a_view_is_named_after_its_request() -> None:
    """So what two requests tell of one debt is never added up, and a reader sees where it is."""
    ours: dict[str, set[str]] = defaultdict(set)
    for exchange in (info.id for info in EXCHANGES.values() if info.id == info.family):
        requests = [f"/{request.id}" for request in load_catalogue(exchange)]
        collectors = import_module(f"{EXCHANGES[exchange].module}.collectors")
        for found in iter_modules(collectors.__path__):
            module = vars(import_module(f"{collectors.__name__}.{found.name}"))
            views = [view for name, view in module.items() if name.endswith("VIEW")]
            for view in views:
                if not any(request.endswith(f"/{view}") for request in requests):
                    ours[exchange].add(view)
    assert ours == OF_OUR_OWN
