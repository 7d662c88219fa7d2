"""Sub-accounts as the main account's key sees them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.errors import RefusalError
from readiness.simulator.binance.holdings import ZERO
from readiness.simulator.binance.route import Asked, Row
from readiness.simulator.binance.views.margin import in_btc
from readiness.simulator.binance.views.totals import wallets_usdt
from readiness.simulator.numbers import padded, text

_OPENED_MS = 1_740_000_000_000


def subs_of(asked: Asked) -> list[tuple[str, BinanceAccount]]:
    """Return the sub-accounts by e-mail."""
    return list(asked.account.subs.items())


def sub_accounts(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/sub-account/list`, frozen ones included."""
    return [
        {
            "subUserId": int(sub.uid),
            "email": email,
            "remark": "",
            "isFreeze": False,
            "createTime": _OPENED_MS + 1000 * position,
            "isManagedSubAccount": False,
            "isAssetManagementSubAccount": False,
            **sub.listing,
        }
        for position, (email, sub) in enumerate(subs_of(asked))
    ]


def sub_status(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/sub-account/status`."""
    return [
        {
            "email": email,
            "isSubUserEnabled": True,
            "isUserActive": True,
            "insertTime": _OPENED_MS,
            "isMarginEnabled": bool(sub.info.get("isMarginEnabled")),
            "isFutureEnabled": bool(sub.info.get("isFutureEnabled")),
            "mobile": None,
        }
        for email, sub in subs_of(asked)
    ]


def spot_summary(asked: Asked) -> list[Row]:
    """Compute the rows of `sapi/v1/sub-account/spotSummary`."""
    return [{"email": email, "totalAsset": _spot(asked, sub)} for email, sub in subs_of(asked)]


def spot_summary_total(asked: Asked, _rows: list[Any]) -> Mapping[str, Any]:
    """Compute the main account's own total beside them."""
    return {"masterAccountTotalAsset": _spot(asked, asked.account)}


def spot_assets(asked: Asked) -> list[Row]:
    """Compute `sapi/v4/sub-account/assets`."""
    return [
        {
            "freeze": text(coin.freeze),
            "withdrawing": text(coin.withdrawing),
            "asset": name,
            "free": text(coin.free),
            "locked": text(coin.locked),
        }
        for name, coin in sorted(asked.account.spots.items())
    ]


def spot_assets_as_numbers(asked: Asked) -> list[Row]:
    """Compute `sapi/v3/sub-account/assets`, whose amounts are JSON numbers."""
    return [
        {name: value if name == "asset" else Decimal(value) for name, value in row.items()}
        for row in spot_assets(asked)
    ]


def margin_account(asked: Asked, _rows: list[Any]) -> Mapping[str, Any]:
    """Compute what stands beside the coins of `sapi/v1/sub-account/margin/account`."""
    if not asked.account.info.get("isMarginEnabled"):
        raise RefusalError("-3003")
    return {
        "email": asked.account.name,
        **in_btc(asked.account.margins.items(), asked.market),
    }


def margin_summary(asked: Asked) -> list[Row]:
    """Compute the rows of `sapi/v1/sub-account/margin/accountSummary`."""
    return [
        {"email": email, **in_btc(sub.margins.items(), asked.market)}
        for email, sub in subs_of(asked)
        if sub.info.get("isMarginEnabled")
    ]


def margin_summary_total(asked: Asked, _rows: list[Any]) -> Mapping[str, Any]:
    """Compute the sums beside them."""
    coins = [coin for _, sub in subs_of(asked) for coin in sub.margins.items()]
    return in_btc(coins, asked.market)


def sub_keys(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/sub-account/subAccountApi`."""
    return [
        {
            "email": asked.account.name,
            "apiName": "made up",
            "apikey": key.key,
            "canTrade": key.may("enableSpotAndMarginTrading"),
            "canMarginLoanRepay": key.may("enableMargin"),
            "canFuturesTrade": key.may("enableFutures"),
            "canUniversalTransfer": key.may("permitsUniversalTransfer"),
            "canVanillaOptions": key.may("enableVanillaOptions"),
            "timestamp": key.created,
        }
        for key in asked.account.keys
    ]


def sub_deposits(asked: Asked) -> list[Row]:
    """Return the deposits that the sub-account itself would see."""
    return list(asked.account.rows("sapi/v1/capital/deposit/hisrec"))


def _spot(asked: Asked, account: BinanceAccount) -> str:
    price = asked.market.price("BTC")
    usdt = wallets_usdt(account, asked.market)["Spot"]
    return padded(round(usdt / price, 8) if price else ZERO)
