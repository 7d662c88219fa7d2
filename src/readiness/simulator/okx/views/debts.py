"""What is owed, as the borrowing endpoints show it."""

from __future__ import annotations

from decimal import Decimal

from readiness.simulator.numbers import loose, text, usd
from readiness.simulator.okx.account import OkxAccount
from readiness.simulator.okx.paging import Row
from readiness.simulator.okx.route import Asked
from readiness.simulator.okx.rows.loans import borrow_limit

_QUOTA = Decimal(1_000_000)
_HOUR_MS = 3_600_000
_ALWAYS_LISTED = ("BTC", "USDT")


def interest_limits(asked: Asked) -> list[Row]:
    """Compute `account/interest-limits`."""
    market = asked.market
    owed = debts(asked.account)
    records = []
    for ccy in dict.fromkeys((*_ALWAYS_LISTED, *owed)):
        principal, interest = owed.get(ccy, (Decimal(0), Decimal(0)))
        records.append(
            borrow_limit(
                ccy=ccy,
                interest=interest,
                loanQuota=_QUOTA,
                surplusLmt=_QUOTA - principal,
                usedLmt=principal,
            )
        )
    next_hour = str((asked.ms // _HOUR_MS + 1) * _HOUR_MS)
    return [
        {
            "debt": usd(sum((p * market.price(c) for c, (p, _) in owed.items()), Decimal(0))),
            "interest": usd(sum((i * market.price(c) for c, (_, i) in owed.items()), Decimal(0))),
            "loanAlloc": "",
            "nextDiscountTime": next_hour,
            "nextInterestTime": next_hour,
            "records": records,
        }
    ]


def repay_list(asked: Asked) -> list[Row]:
    """Compute `trade/one-click-repay-currency-list-v2`: principal plus interest by coin."""
    owed = debts(asked.account)
    if not owed:
        return []
    debt = [{"debtAmt": text(p + i), "debtCcy": ccy} for ccy, (p, i) in owed.items()]
    return [{"debtData": debt, "repayData": _repay_with(asked.account)}]


def repay_list_by_type(asked: Asked) -> list[Row]:
    """Compute `trade/one-click-repay-currency-list`, split into cross and isolated."""
    cross = {c: h.liab + h.interest for c, h in list(asked.account.tradings.items()) if h.liab}
    kinds = {"cross": cross, "isolated": _position_debts(asked.account, "isolated")}
    wanted = asked.query.get("debtType")
    return [
        {
            "debtData": [{"debtAmt": text(a), "debtCcy": ccy} for ccy, a in owed.items()],
            "debtType": kind,
            "repayData": _repay_with(asked.account),
        }
        for kind, owed in kinds.items()
        if owed and wanted in (None, "", kind)
    ]


def debts(account: OkxAccount) -> dict[str, tuple[Decimal, Decimal]]:
    """Return principal and interest by coin.

    The trading balance knows them; where it shows none, the positions do.
    """
    owed = {
        ccy: (held.liab, held.interest)
        for ccy, held in list(account.tradings.items())
        if held.liab or held.interest
    }
    for ccy, amount in _position_debts(account, "").items():
        owed.setdefault(ccy, (amount, Decimal(0)))
    return owed


def _position_debts(account: OkxAccount, mode: str) -> dict[str, Decimal]:
    owed: dict[str, Decimal] = {}
    for row in account.rows("account/positions"):
        amount, ccy = abs(loose(row.get("liab"))), row.get("liabCcy", "")
        if amount and mode in ("", row.get("mgnMode")):
            owed[ccy] = owed.get(ccy, Decimal(0)) + amount
    return owed


def _repay_with(account: OkxAccount) -> list[Row]:
    return [
        {"repayAmt": text(held.available), "repayCcy": ccy}
        for ccy, held in list(account.tradings.items())
        if held.available
    ]
