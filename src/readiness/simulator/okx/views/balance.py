"""The trading account as OKX shows it, which depends on the account mode."""

from __future__ import annotations

from decimal import Decimal

from readiness.simulator.numbers import text, usd
from readiness.simulator.okx.account import OkxAccount
from readiness.simulator.okx.holdings import Trading
from readiness.simulator.okx.market import OkxMarket
from readiness.simulator.okx.paging import Row
from readiness.simulator.okx.route import Asked, names

SPOT, FUTURES, MULTI, PORTFOLIO = 1, 2, 3, 4

_ALWAYS_BLANK = names(
    "accAvgPx availEq borrowFroz clSpotInUseAmt imr maxLoan maxSpotInUse mgnRatio mmr "
    "notionalLever openAvgPx spotBal spotInUseAmt spotIsoBal spotUpl spotUplRatio totalPnl "
    "totalPnlRatio"
)
_DEBT = names("liab crossLiab interest")
_NO_MARGIN = names("availEq isoEq isoUpl isoLiab upl uplLiab")
_TOP = names(
    "adjEq availEq borrowFroz delta deltaLever deltaNeutralStatus imr mgnRatio mmr notionalUsd "
    "notionalUsdForBorrow notionalUsdForFutures notionalUsdForOption notionalUsdForSwap ordFroz upl"
)


def account_balance(asked: Asked) -> list[Row]:
    """Compute `account/balance`, and `account/subaccount/balances` of a sub-account."""
    account, market = asked.account, asked.market
    wanted = set(asked.query["ccy"].split(",")) if asked.query.get("ccy") else None
    held = {
        ccy: holding
        for ccy, holding in list(account.tradings.items())
        if (holding.cash or holding.equity) and (wanted is None or ccy in wanted)
    }
    total = sum((h.equity * market.price(ccy) for ccy, h in held.items()), Decimal(0))
    top = dict.fromkeys(_TOP, "")
    if account.mode in (MULTI, PORTFOLIO) and held:
        top |= dict.fromkeys((name for name in _TOP if name != "mgnRatio"), "0")
        top |= {"adjEq": usd(total), "availEq": usd(total)}
        top |= {"notionalUsdForBorrow": usd(debt_usd(account, market))}
    if account.mode == SPOT and _borrows(account):
        top |= {"adjEq": usd(total), "imr": "0", "mmr": "0", "mgnRatio": "100"}
    details = [_coin(account, market, ccy, held[ccy], asked.ms) for ccy in held]
    return [
        {**top, "details": details, "isoEq": "0", "totalEq": usd(total), "uTime": str(asked.ms)}
    ]


def debt_usd(account: OkxAccount, market: OkxMarket) -> Decimal:
    """Return what is borrowed in the trading account, in USD."""
    owed = ((h.liab * market.price(ccy)) for ccy, h in list(account.tradings.items()))
    return sum(owed, Decimal(0))


def _coin(account: OkxAccount, market: OkxMarket, ccy: str, held: Trading, ms: int) -> Row:
    value = usd(held.equity * market.price(ccy))
    row: Row = dict.fromkeys(_ALWAYS_BLANK, "") | {
        "autoLendMtAmt": text(held.auto_lend),
        "autoLendStatus": held.auto_lend_status,
        "availBal": text(held.available),
        "cashBal": text(held.cash),
        "ccy": ccy,
        "colBorrAutoConversion": "0",
        "colRes": "0",
        "collateralEnabled": False,
        "collateralRestrict": False,
        "crossLiab": text(held.liab),
        "disEq": value,
        "eq": text(held.equity),
        "eqUsd": value,
        "fixedBal": text(held.fixed),
        "frozenBal": text(held.locked),
        "frpType": "0",
        "interest": text(held.interest),
        "isoEq": "0",
        "isoLiab": "0",
        "isoUpl": "0",
        "liab": text(held.liab),
        "ordFrozen": text(held.orders),
        "rewardBal": text(held.reward),
        "smtSyncEq": text(held.sync),
        "spotCopyTradingEq": text(held.copy),
        "stgyEq": text(held.bots),
        "twap": "0",
        "uTime": str(ms),
        "upl": text(held.upl),
        "uplLiab": "0",
    }
    return row | _by_mode(account, held) | dict(held.fields)


def _by_mode(account: OkxAccount, held: Trading) -> Row:
    if account.mode == SPOT:
        hidden = () if _borrows(account) else _DEBT
        return dict.fromkeys((*_NO_MARGIN, *hidden), "") | {"spotIsoBal": "0"}
    if account.mode == FUTURES:
        filled = {"availEq": text(held.available), "imr": "0", "mmr": "0", "notionalLever": "0"}
        blank = (*_DEBT, "isoLiab", "uplLiab", "maxLoan")
        return dict.fromkeys(blank, "") | filled | {"spotIsoBal": "0"}
    multi: Row = {
        "availEq": text(held.available),
        "borrowFroz": "0",
        "collateralEnabled": True,
        "maxLoan": "0",
    }
    if account.mode == PORTFOLIO:
        multi |= dict.fromkeys(("spotInUseAmt", "clSpotInUseAmt", "maxSpotInUse"), "0")
    return multi


def _borrows(account: OkxAccount) -> bool:
    return account.settings.get("enableSpotBorrow") is True
