"""What the wallets hold, in the words of each endpoint that shows them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.bybit.account import BybitAccount
from readiness.simulator.bybit.holdings import Funding, Unified
from readiness.simulator.numbers import text, usd
from readiness.simulator.tables.account import Row
from readiness.simulator.tables.market import Market
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Asked

_ZERO = Decimal(0)


def unified_wallet(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `account/wallet-balance`: coins with nothing and no debt are left out."""
    named = set(filter(None, asked.params.get("coin", "").split(",")))
    held = asked.account.unifieds
    shown = {
        coin: unified
        for coin, unified in held.items()
        if (coin in named if named else _is_something(unified))
    }
    worth = sum((u.equity * asked.market.price(c) for c, u in held.items()), _ZERO)
    wallet = sum((u.wallet * asked.market.price(c) for c, u in held.items()), _ZERO)
    upl = sum((u.upl * asked.market.price(c) for c, u in held.items()), _ZERO)
    margin = sum(
        ((u.order_im + u.position_im) * asked.market.price(c) for c, u in held.items()), _ZERO
    )
    row: Row = {
        "totalEquity": usd(worth),
        "accountIMRate": "0",
        "accountIMRateByMp": "0",
        "totalMarginBalance": usd(wallet + upl),
        "totalInitialMargin": usd(margin),
        "totalInitialMarginByMp": usd(margin),
        "accountType": "UNIFIED",
        "totalAvailableBalance": usd(max(_ZERO, wallet + upl - margin)),
        "accountMMRate": "0",
        "accountMMRateByMp": "0",
        "totalPerpUPL": usd(upl),
        "totalWalletBalance": usd(wallet),
        "accountLTV": "0",
        "totalMaintenanceMargin": "0",
        "totalMaintenanceMarginByMp": "0",
        "coin": [_unified_coin(coin, each, asked.market) for coin, each in shown.items()],
    }
    return [row]


def coins_balance(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `asset/transfer/query-account-coins-balance` of any account type."""
    account, bonus = asked.account, asked.params.get("withBonus") == "1"
    match asked.params["accountType"]:
        case "FUND":
            wallet: Mapping[str, Funding] = account.fundings
        case "UNIFIED":
            if not account.is_unified:
                raise RefusalError(Problem.MODE, account.mode)
            wallet = {
                coin: Funding(u.wallet, u.wallet - u.free, u.bonus)
                for coin, u in account.unifieds.items()
            }
            # Whatever coin is named is answered, held or not.
            named = asked.params["coin"].split(",")
            wallet = {coin: wallet.get(coin, Funding()) for coin in named}
        case "CONTRACT":
            wallet = {coin: Funding(amount) for coin, amount in account.contracts.items()}
        case _:
            wallet = {}
    return [
        {
            "coin": coin,
            "transferBalance": text(held.free),
            "walletBalance": text(held.total),
            "bonus": text(held.bonus) if bonus else "",
        }
        for coin, held in wallet.items()
    ]


def whose_balance(asked: Asked[BybitAccount], _rows: list[Any]) -> Mapping[str, Any]:
    """Say beside the balances whose they are."""
    return {"memberId": asked.account.uid, "accountType": asked.params["accountType"]}


def withdrawable(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `asset/withdraw/withdrawable-amount` of a coin."""
    account, coin = asked.account, asked.params["coin"]
    funding, unified = account.fundings.get(coin, Funding()), account.unifieds.get(coin, Unified())
    amounts = {"FUND": _withdrawable(coin, funding.free)}
    if account.is_unified:
        amounts["UTA"] = _withdrawable(coin, unified.free)
    limited = account.delayed.get(coin, _ZERO)
    return [{"limitAmountUsd": text(limited), "withdrawableAmount": amounts}]


def fiat_balances(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `fiat/balance-query`."""
    return [
        {
            "currency": currency,
            "totalBalance": text(held.total),
            "balance": text(held.free),
            "frozenBalance": text(held.locked),
        }
        for currency, held in asked.account.fiats.items()
    ]


def _is_something(held: Unified) -> bool:
    amounts = (held.wallet, held.borrowed, held.interest, held.bonus, held.upl, held.option_value)
    return any(amounts) or bool(held.fields)


def _unified_coin(coin: str, held: Unified, market: Market) -> Row:
    row: Row = {
        "availableToBorrow": "",
        "bonus": text(held.bonus),
        "accruedInterest": text(held.interest),
        "availableToWithdraw": "",
        "totalOrderIM": text(held.order_im),
        "equity": text(held.equity),
        "totalPositionMM": "0",
        "usdValue": usd(held.equity * market.price(coin)),
        "spotHedgingQty": "0",
        "unrealisedPnl": text(held.upl),
        "collateralSwitch": True,
        "borrowAmount": text(held.borrowed),
        "totalPositionIM": text(held.position_im),
        "walletBalance": text(held.wallet),
        "cumRealisedPnl": "0",
        "locked": text(held.locked),
        "marginCollateral": True,
        "coin": coin,
        "spotBorrow": text(held.spot_borrow),
    }
    return {**row, **held.fields}


def _withdrawable(coin: str, amount: Decimal) -> Row:
    return {"coin": coin, "withdrawableAmount": text(amount), "availableBalance": text(amount)}
