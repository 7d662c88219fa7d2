"""Debts that several endpoints show in different words."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from readiness.simulator.bybit.account import BybitAccount
from readiness.simulator.bybit.holdings import Unified
from readiness.simulator.numbers import loose, text, usd
from readiness.simulator.tables.account import Row
from readiness.simulator.tables.route import Asked

_ZERO = Decimal(0)
_OPEN = (1, 3)
_SUPPLYING = 1


def margin_liability(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `spot-margin-trade/liability` of a coin."""
    coin = asked.params["currency"]
    held = asked.account.unifieds.get(coin, Unified())
    row: Row = {
        "currency": coin,
        "totalBorrowAmount": text(held.borrowed),
        "fixedBorrowAmount": text(held.fixed_borrow),
        "flexibleBorrowAmount": text(held.borrowed - held.fixed_borrow),
        "spotTotalBorrow": text(held.spot_borrow),
        "derivativesBorrow": text(held.derivatives_borrow),
    }
    return [row]


def crypto_loans(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `crypto-loan-common/position` from the loans and the money lent out.

    Collateral is nowhere else to be seen; who needs some puts it here.
    """
    flexible, fixed, supplied = _flexible(asked.account), _fixed(asked.account), _lent(asked)
    price = asked.market.price
    debts = [
        {
            "fixedTotalDebt": text(fixed.get(coin, _ZERO)),
            "fixedTotalDebtUSD": usd(fixed.get(coin, _ZERO) * price(coin)),
            "flexibleHourlyInterestRate": "0.0000018847396",
            "flexibleTotalDebt": text(flexible.get(coin, _ZERO)),
            "flexibleTotalDebtUSD": usd(flexible.get(coin, _ZERO) * price(coin)),
            "loanCurrency": coin,
        }
        for coin in dict.fromkeys((*flexible, *fixed))
    ]
    owed = sum((a * price(c) for part in (flexible, fixed) for c, a in part.items()), _ZERO)
    return [
        {
            "borrowList": debts,
            "collateralList": [],
            "ltv": "0",
            "supplyList": [
                {"amount": text(amount), "amountUSD": usd(amount * price(coin)), "currency": coin}
                for coin, amount in supplied.items()
            ],
            "totalCollateral": "0",
            "totalDebt": usd(owed),
            "totalSupply": usd(sum((a * price(c) for c, a in supplied.items()), _ZERO)),
            "colRes": "0",
        }
    ]


def _flexible(account: BybitAccount) -> dict[str, Decimal]:
    rows = _rows(account, "crypto-loan-flexible/ongoing-coin")
    return _summed((row.get("loanCurrency"), row.get("totalDebt")) for row in rows)


def _fixed(account: BybitAccount) -> dict[str, Decimal]:
    rows = _rows(account, "crypto-loan-fixed/borrow-contract-info")
    return _summed(
        (row.get("borrowCurrency"), part)
        for row in rows
        if row.get("status") in _OPEN
        for part in (row.get("residualPrincipal"), row.get("residualPenaltyInterest"))
    )


def _lent(asked: Asked[BybitAccount]) -> dict[str, Decimal]:
    rows = _rows(asked.account, "crypto-loan-fixed/supply-contract-info")
    return _summed(
        (row.get("supplyCurrency"), row.get("supplyAmount"))
        for row in rows
        if row.get("status") == _SUPPLYING
    )


def _summed(parts: Iterable[tuple[object, object]]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for coin, amount in parts:
        found[str(coin)] = found.get(str(coin), _ZERO) + loose(amount)
    return {coin: amount for coin, amount in found.items() if amount}


def _rows(account: BybitAccount, place: str) -> list[Row]:
    return [row for row in account.rows(place) if isinstance(row, dict)]
