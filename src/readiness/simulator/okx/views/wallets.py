"""Funding account, totals, and what can be moved or converted."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from readiness.simulator.numbers import loose, text
from readiness.simulator.okx.account import OkxAccount
from readiness.simulator.okx.market import OkxMarket
from readiness.simulator.okx.paging import Row
from readiness.simulator.okx.route import Asked

_DUST_USD = 10
_CONVERT_TO = ["USDT", "BTC", "ETH", "OKB"]

# Lists of earn products, with the field that holds the coin and the one that holds the amount.
_EARN = (
    ("finance/savings/balance", "ccy", "amt"),
    ("finance/simple-earn-fixed/order-list", "ccy", "amt"),
    ("finance/sfp/dcd/order-history", "notionalCcy", "notionalSz"),
    ("finance/okusd/account", "ccy", "amt"),
)
_OVER = frozenset(("settled", "cancelled", "canceled", "rejected"))


def funding_balances(asked: Asked) -> list[Row]:
    """Compute `asset/balances`, and `asset/subaccount/balances` of a sub-account."""
    return [
        {
            "availBal": text(held.total - held.frozen),
            "bal": text(held.total),
            "ccy": ccy,
            "frozenBal": text(held.frozen),
        }
        for ccy, held in list(asked.account.fundings.items())
        if held.total > 0
    ]


def valuation(asked: Asked) -> list[Row]:
    """Compute `asset/asset-valuation`; coins without a price count nothing."""
    unit = asked.market.price(asked.query.get("ccy") or "BTC") or Decimal(1)
    if asked.query.get("ccy") == "USD":
        unit = Decimal(1)
    parts = {
        "classic": Decimal(0),
        "earn": _earn(asked.account, asked.market),
        "funding": _sum(asked, ((c, h.total) for c, h in list(asked.account.fundings.items()))),
        "trading": _sum(asked, ((c, h.equity) for c, h in list(asked.account.tradings.items()))),
    }
    shown = {name: text(round(part / unit, 8)) for name, part in parts.items()}
    total = text(round(sum(parts.values(), Decimal(0)) / unit, 8))
    return [{"details": shown, "totalBal": total, "ts": str(asked.ms)}]


def max_withdrawal(asked: Asked) -> list[Row]:
    """Compute `account/max-withdrawal`, and the same of a sub-account."""
    return [
        {
            "ccy": ccy,
            "maxWd": text(held.available),
            "maxWdEx": text(held.available),
            "spotOffsetMaxWd": "",
            "spotOffsetMaxWdEx": "",
        }
        for ccy, held in list(asked.account.tradings.items())
        if held.cash or held.equity
    ]


def convertible_dust(asked: Asked) -> list[Row]:
    """Compute `trade/easy-convert-currency-list`: priced coins worth less than 10 USD."""
    account = asked.account
    if asked.query.get("source") == "2":
        amounts = {ccy: h.total - h.frozen for ccy, h in list(account.fundings.items())}
    else:
        amounts = {ccy: h.available for ccy, h in list(account.tradings.items())}
    dust = [
        {"fromAmt": text(amount), "fromCcy": ccy}
        for ccy, amount in amounts.items()
        if 0 < amount * asked.market.price(ccy) < _DUST_USD
    ]
    return [{"fromData": dust, "toCcy": list(_CONVERT_TO)}]


def _sum(asked: Asked, amounts: Iterable[tuple[str, Decimal]]) -> Decimal:
    return sum((amount * asked.market.price(ccy) for ccy, amount in amounts), Decimal(0))


def _earn(account: OkxAccount, market: OkxMarket) -> Decimal:
    total = Decimal(0)
    for path, ccy, amount in _EARN:
        for row in account.rows(path):
            if row.get("state") not in _OVER:
                total += market.price(row.get(ccy, "")) * loose(row.get(amount))
    for row in account.rows("finance/staking-defi/orders-active"):
        for part in row.get("investData", []):
            total += market.price(part.get("ccy", "")) * loose(part.get("amt"))
    return total
