"""Three kinds of wallets, and what of them a main account sees of its sub-accounts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.kraken_futures.account import KrakenFuturesAccount
from readiness.simulator.kraken_futures.holdings import Collateral, MarginWallet
from readiness.simulator.numbers import loose, text
from readiness.simulator.tables.account import Row
from readiness.simulator.tables.market import Market
from readiness.simulator.tables.route import Asked

_ZERO = Decimal(0)
_POSITIONS = "derivatives/api/v3/openpositions"
_SINGLE = ("FI_", "PI_")


def accounts(asked: Asked[KrakenFuturesAccount]) -> list[Row]:
    """Compute `derivatives/api/v3/accounts`: cash and flex are always there."""
    account = asked.account
    unquoted = account.settings["unquoted"]
    margins = _margins(account)
    return [
        {"name": "cash", "type": "cashAccount", "balances": _amounts(account.cash, unquoted)},
        *(_margin(name, each, unquoted) for name, each in margins.items()),
        {
            "name": "flex",
            "type": "multiCollateralMarginAccount",
            "currencies": {
                currency: _currency(currency, each, asked.market)
                for currency, each in account.flex.items()
            },
            **_flex_totals(account, asked.market),
        },
    ]


def sub_accounts(asked: Asked[KrakenFuturesAccount]) -> list[Row]:
    """Compute `derivatives/api/v3/subaccounts`, with their money."""
    return [_sub_account(each, asked.market) for each in asked.account.subs.values()]


def whose(asked: Asked[KrakenFuturesAccount], _rows: list[Any]) -> Mapping[str, Any]:
    """Say beside the sub-accounts which account is above them."""
    return {"masterAccountUid": asked.account.main.uid}


def _amounts(balances: Mapping[str, Decimal], unquoted: bool) -> Row:
    return {asset: each if unquoted else text(each) for asset, each in balances.items()}


def _margins(account: KrakenFuturesAccount) -> dict[str, MarginWallet]:
    """The wallets with one collateral; a position in one of their contracts is in its balances."""
    found = dict(account.margins)
    for row in account.rows(_POSITIONS):
        symbol = str(row.get("symbol", "")) if isinstance(row, dict) else ""
        if not symbol.startswith(_SINGLE):
            continue
        pair = symbol.split("_")[1].lower()
        each = found.get(f"fi_{pair}", MarginWallet(pair.removesuffix("usd")))
        size = loose(row.get("size")) * (-1 if row.get("side") == "short" else 1)
        held = {**each.balances, symbol: size}
        found[f"fi_{pair}"] = MarginWallet(each.currency, held, each.pnl, each.margin, each.fields)
    return found


def _margin(name: str, each: MarginWallet, unquoted: bool) -> Row:
    held = each.balances.get(each.currency, _ZERO)
    thresholds = {"im": each.margin, "mm": _ZERO, "lt": _ZERO, "tt": _ZERO}
    return {
        "name": name,
        "type": "marginAccount",
        "currency": each.currency,
        "balances": _amounts(each.balances, unquoted),
        "auxiliary": {
            "usd": _ZERO,
            "pv": held + each.pnl,
            "pnl": each.pnl,
            "af": held + each.pnl - each.margin,
            "funding": _ZERO,
        },
        "marginRequirements": thresholds,
        "triggerEstimates": dict.fromkeys(thresholds, _ZERO),
        **each.fields,
    }


def _currency(currency: str, each: Collateral, market: Market) -> Row:
    value = each.quantity * market.price(currency)
    return {
        "quantity": each.quantity,
        "value": value,
        "collateral": value,
        "available": each.quantity - each.used,
        **each.fields,
    }


def _flex_totals(account: KrakenFuturesAccount, market: Market) -> Row:
    worth = sum((each.quantity * market.price(name) for name, each in account.flex.items()), _ZERO)
    margin = sum((each.used * market.price(name) for name, each in account.flex.items()), _ZERO)
    pnl, funding = (_of_positions(account, name) for name in ("unrealizedPnl", "unrealizedFunding"))
    unrealized = pnl + funding
    return {
        "initialMargin": margin,
        "initialMarginWithOrders": margin,
        "maintenanceMargin": margin / 2,
        "balanceValue": worth,
        "portfolioValue": worth + unrealized,
        "collateralValue": worth,
        "pnl": pnl,
        "unrealizedFunding": funding,
        "totalUnrealized": unrealized,
        "totalUnrealizedAsMargin": unrealized,
        "availableMargin": worth + unrealized - margin,
        "marginEquity": worth + unrealized,
    }


def _of_positions(account: KrakenFuturesAccount, name: str) -> Decimal:
    rows = (row for row in account.rows(_POSITIONS) if isinstance(row, dict))
    flexible = (row for row in rows if not str(row.get("symbol", "")).startswith(_SINGLE))
    return sum((loose(row.get(name)) for row in flexible), _ZERO)


def _sub_account(sub: KrakenFuturesAccount, market: Market) -> Row:
    row: Row = {
        "accountUid": sub.uid,
        "email": sub.settings["email"] or f"{sub.name}@sub.example",
        "fullName": sub.name,
        "holdingAccounts": [
            {"currency": currency, "amount": amount} for currency, amount in sub.cash.items()
        ],
        "futuresAccounts": [
            {
                "name": f"f-{each.currency}:usd",
                "availableMargin": each.balances.get(each.currency, _ZERO) + each.pnl - each.margin,
            }
            for each in _margins(sub).values()
        ],
        "flexAccount": {
            "currencies": [
                {"currency": currency.lower(), **_currency(currency, each, market)}
                for currency, each in sub.flex.items()
            ],
            **_flex_totals(sub, market),
        },
    }
    return row | sub.listing
