"""A policy that is small enough to see through, with one of each kind of entry."""

from datetime import date
from typing import Any, Final

from pydantic import HttpUrl

from readiness.domain.area import Area
from readiness.domain.policy import Policy

SOURCED: Final[dict[str, Any]] = {
    "source": HttpUrl("https://www.okx.com/docs-v5/en/"),
    "checked": date(2026, 6, 27),
    "confidence": "high",
}

AREAS: Final = (
    Area.ACCOUNT_KEY,
    Area.ACCOUNT_TOTALS,
    Area.WALLET_FUNDING,
    Area.WALLET_TRADING,
    Area.ORDERS_OPEN,
    Area.LOANS_MARGIN,
    Area.EARN_FLEXIBLE,
    Area.SUB_ACCOUNTS,
)
MAIN_ONLY: Final = (Area.SUB_ACCOUNTS,)
MASTER_BLIND: Final = (Area.ORDERS_OPEN, Area.EARN_FLEXIBLE, Area.ACCOUNT_TOTALS)
MANUAL_DAYS: Final = {"p2p": 7, "authenticator": 30}

POLICY: Final = Policy.model_validate(
    {
        **SOURCED,
        "exchange": "okx",
        "title": "OKX",
        "areas": AREAS,
        "main_only": {**SOURCED, "areas": MAIN_ONLY, "why": "main only", "look": "use its key"},
        "master_blind": {**SOURCED, "areas": MASTER_BLIND, "why": "blind", "look": "add its key"},
        "manual": [
            {
                **SOURCED,
                "item": item,
                "title": item,
                "why": "no API",
                "look": "look",
                "days": days,
                "covers": ["earn.flexible"] if item == "p2p" else [],
            }
            for item, days in MANUAL_DAYS.items()
        ],
        "fallbacks": [
            {
                **SOURCED,
                "requests": ["savings", "loans"],
                "codes": ["58002"],
                "outcome": "not_opened",
                "meaning": "never activated",
            },
            {
                **SOURCED,
                "requests": ["orders", "savings"],
                "codes": ["51070"],
                "outcome": "manual",
                "meaning": "not for ordinary keys",
            },
        ],
        "codes": [
            {"code": "51024", "meaning": "blocked", "handling": "final", "restricts": True},
            {"code": "50026", "meaning": "system error", "handling": "retry"},
        ],
        "obstacles": [
            {"types": ["pending_orders"], "areas": ["orders.open"], "meaning": "orders are open"},
            {"types": ["asset_validation"], "notice": True, "meaning": "a switch of mode"},
        ],
        "wallets": [
            {"place": "funding", "areas": ["wallet.funding"], "could_be": "Jumpstart"},
            {"place": "classic", "could_be": "an old product"},
        ],
    }
)
