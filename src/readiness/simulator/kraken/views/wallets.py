"""What the wallets hold, in the words of each endpoint that shows them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.kraken.account import KrakenAccount, wallet_id
from readiness.simulator.kraken.assets import dollars, written
from readiness.simulator.kraken.holdings import Balance
from readiness.simulator.numbers import loose
from readiness.simulator.tables.account import Row
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Asked

_ZERO = Decimal(0)


def held(account: KrakenAccount) -> dict[str, Balance]:
    """Return the default wallet, with what Earn marks by a suffix."""
    found = dict(account.balances)
    for each in account.allocations.values():
        if each.shown_as:
            other = found.get(each.shown_as, Balance())
            found[each.shown_as] = Balance(other.amount + each.total, other.hold_trade)
    return found


def extended_balance(asked: Asked[KrakenAccount]) -> list[Row]:
    """Compute `BalanceEx`: assets that were held once stay there with nothing."""
    unquoted = asked.account.settings["unquoted"]
    return [
        {asset: _extended(asset, each, unquoted) for asset, each in held(asked.account).items()}
    ]


def balance(asked: Asked[KrakenAccount]) -> list[Row]:
    """Compute `Balance`, of the default wallet if no other is named."""
    account, named = asked.account, asked.params.get("account_id", "")
    if named and named != wallet_id(account.uid, 0):
        if named not in account.wallets:
            raise RefusalError(Problem.VALUE, "account_id")
        amounts = dict(account.wallets[named].amounts)
    else:
        amounts = {asset: each.amount - each.leaving for asset, each in held(account).items()}
    return [{asset: written(asset, amount) for asset, amount in amounts.items()}]


def trade_balance(asked: Asked[KrakenAccount]) -> list[Row]:
    """Compute `TradeBalance` from balances, positions and orders."""
    account, price = asked.account, asked.market.price
    unit = price(asked.params.get("asset") or "ZUSD") or Decimal(1)
    worth = sum(((each.amount * price(asset)) for asset, each in held(account).items()), _ZERO)
    positions = _rows(account, "OpenPositions")
    margin, cost, value, net = (
        _sum(positions, name) for name in ("margin", "cost", "value", "net")
    )
    equity = worth + net
    row = {
        "eb": worth,
        "tb": worth,
        "m": margin,
        "n": net,
        "c": cost,
        "v": value,
        "e": equity,
        "mf": equity - margin,
        **({"ml": equity / margin * 100} if margin else {}),
    }
    return [{name: dollars(amount / unit) for name, amount in row.items()}]


def credit_lines(asked: Asked[KrakenAccount]) -> list[Any]:
    """Compute `CreditLines`: nothing at all without a credit line."""
    lines = {asset: each for asset, each in asked.account.balances.items() if each.credit}
    if not lines:
        return [None]
    price = asked.market.price
    total = sum((each.credit * price(asset) for asset, each in lines.items()), _ZERO)
    used = sum((each.credit_used * price(asset) for asset, each in lines.items()), _ZERO)
    return [
        {
            "asset_details": {
                asset: {
                    "balance": written(asset, each.amount),
                    "credit_limit": written(asset, each.credit),
                    "credit_used": written(asset, each.credit_used),
                    "available_credit": written(asset, each.credit - each.credit_used),
                }
                for asset, each in lines.items()
            },
            "limits_monitor": {
                "total_credit_usd": dollars(total),
                "total_credit_used_usd": dollars(used),
                "total_collateral_value_usd": None,
                "equity_usd": None,
                "ongoing_balance": None,
                "debt_to_equity": None,
            },
        }
    ]


def wallet_accounts(asked: Asked[KrakenAccount]) -> list[Row]:
    """Compute `ListWalletAccounts`: the default wallet is always there."""
    account = asked.account
    default = _wallet(wallet_id(account.uid, 0), "main", None, "active")
    others = account.wallets.values()
    return [default, *(_wallet(each.id, each.kind, each.name, each.status) for each in others)]


def next_wallets(asked: Asked[KrakenAccount], _rows: list[Any]) -> Mapping[str, Any]:
    """Say beside the wallets whether there are more."""
    return {"cursor.next": asked.account.settings["more_wallets"]}


def _wallet(id_: str, kind: str, name: str | None, status: str) -> Row:
    return {
        "account_id": id_,
        "flags": {"user_defined": kind != "main", "active": status == "active"},
        "status": status,
        "type": kind,
        "name": name,
    }


def _extended(asset: str, each: Balance, unquoted: bool) -> Row:
    amounts = {"balance": each.amount, "hold_trade": each.hold_trade}
    if each.credit:
        amounts |= {"credit": each.credit, "credit_used": each.credit_used}
    return {
        name: amount if unquoted else written(asset, amount) for name, amount in amounts.items()
    }


def _sum(rows: list[Row], name: str) -> Decimal:
    return sum((loose(row.get(name)) for row in rows), _ZERO)


def _rows(account: KrakenAccount, place: str) -> list[Row]:
    return [row for row in account.rows(place) if isinstance(row, dict)]
