"""The two overviews of everything: by account type, and over all members."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.bybit.account import BybitAccount
from readiness.simulator.bybit.holdings import Elsewhere
from readiness.simulator.numbers import loose, text, usd
from readiness.simulator.tables.account import Row
from readiness.simulator.tables.market import Market
from readiness.simulator.tables.route import Asked

_ZERO = Decimal(0)
_Coins = dict[str, Decimal]

_EASY = "Easy Earn"


def asset_overview(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `asset/asset-overview`: the wallets, and whatever else holds something."""
    kinds: dict[str, dict[str, _Coins]] = {}
    for each in _everything(asked.account):
        coins = kinds.setdefault(each.kind, {}).setdefault(each.category, defaultdict(Decimal))
        coins[each.coin] += each.equity
    for always in ("FundingAccount", *(("UnifiedTradingAccount",) * asked.account.is_unified)):
        kinds.setdefault(always, {"": {}})
    return [_kind(kind, parts, asked) for kind, parts in kinds.items()]


def total_equity(asked: Asked[BybitAccount], rows: list[Any]) -> Mapping[str, Any]:
    """Say beside the account types what they are worth together."""
    del asked
    worth = (loose(row.get("totalEquity")) for row in rows if isinstance(row, dict))
    return {"totalEquity": text(sum(worth, _ZERO))}


def members_assets(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `asset/total-members-assets`: the account that asks, and all below it."""
    account = asked.account
    return [_member(each, asked.market) for each in (account, *list(account.subs.values()))]


def members_total(asked: Asked[BybitAccount], rows: list[Any]) -> Mapping[str, Any]:
    """Say beside the members what they are worth together."""
    total = sum((loose(row.get("origb")) for row in rows if isinstance(row, dict)), _ZERO)
    return {
        "total": text(total),
        "stat": asked.account.settings["total_stat"],
        "quoteTotal": _in_btc(total, asked.market),
    }


def _everything(account: BybitAccount) -> Iterator[Elsewhere]:
    for coin, held in account.fundings.items():
        yield Elsewhere("FundingAccount", "", coin, held.total)
    for coin, unified in account.unifieds.items():
        yield Elsewhere("UnifiedTradingAccount", "", coin, unified.equity)
    yield from _earn(account)
    yield from _loans(account)
    for row in _rows(account, "spot-x/launchpool/user/current-staking"):
        coin, amount = str(row.get("stakeCoin")), loose(row.get("stakeAmount"))
        yield Elsewhere("Launchpool", "", coin, amount)
    yield from account.elsewhere


def _earn(account: BybitAccount) -> Iterator[Elsewhere]:
    for place in (
        "earn/position:FlexibleSaving",
        "earn/position:OnChain",
        "earn/fixed-term/position",
    ):
        for row in _rows(account, place):
            amount = loose(row.get("amount"))
            if amount:
                yield Elsewhere("Earn", _EASY, str(row.get("coin")), amount)


def _loans(account: BybitAccount) -> Iterator[Elsewhere]:
    for row in _rows(account, "crypto-loan-flexible/ongoing-coin"):
        coin, debt = str(row.get("loanCurrency")), loose(row.get("totalDebt"))
        yield Elsewhere("CryptoLoans", "", coin, -debt)
    for row in _rows(account, "crypto-loan/ongoing-orders"):
        coin, debt = str(row.get("loanCurrency")), loose(row.get("totalDebt"))
        held = loose(row.get("collateralAmount"))
        yield Elsewhere("CryptoLoans_legacy", "", coin, -debt)
        yield Elsewhere("CryptoLoans_legacy", "", str(row.get("collateralCurrency")), held)


def _rows(account: BybitAccount, place: str) -> list[Row]:
    return [row for row in account.rows(place) if isinstance(row, dict)]


def _kind(kind: str, parts: Mapping[str, _Coins], asked: Asked[BybitAccount]) -> Row:
    market = asked.market
    worth = sum((_worth(coins, market) for coins in parts.values()), _ZERO)
    row: Row = {
        "totalEquity": usd(worth),
        "valuationCurrency": asked.params.get("valuationCurrency") or "USD",
        "accountType": kind,
        "snapshotTime": str(asked.ms),
    }
    if "" in parts:
        return row | {"coinDetail": _details(parts[""])}
    return row | {
        "categories": [
            {
                "coinDetail": _details(coins),
                "category": category,
                "equity": usd(_worth(coins, market)),
            }
            for category, coins in parts.items()
        ]
    }


def _details(coins: _Coins) -> list[Row]:
    return [{"equity": text(equity), "coin": coin} for coin, equity in coins.items()]


def _member(account: BybitAccount, market: Market) -> Row:
    wallets = {"ACCOUNT_TYPE_FUND": {c: held.total for c, held in account.fundings.items()}}
    if account.is_unified:
        wallets["ACCOUNT_TYPE_UNIFIED"] = {c: u.equity for c, u in account.unifieds.items()}
    if account.contracts:
        wallets["ACCOUNT_TYPE_CONTRACT"] = dict(account.contracts)
    stats = account.settings["item_stats"]
    worth = {kind: _worth(coins, market) for kind, coins in wallets.items()}
    total = sum(worth.values(), _ZERO)
    # Only one of these two stands there: who is no main account says what kind it is.
    who: Row = {"type": account.settings["kind"]} if account.parent else {"isM": True}
    return {
        "origb": text(total),
        "quoteb": _in_btc(total, market),
        "uid": int(account.uid),
        **who,
        "stat": account.settings["stat"],
        "items": [
            {
                "origb": text(value),
                "stat": stats.get(kind, 0),
                "type": kind,
                "quoteb": _in_btc(value, market),
            }
            for kind, value in worth.items()
        ],
    }


def _worth(coins: Mapping[str, Decimal], market: Market) -> Decimal:
    return sum((amount * market.price(coin) for coin, amount in coins.items()), _ZERO)


def _in_btc(value: Decimal, market: Market) -> str:
    price = market.price("BTC")
    return usd(value / price) if price else "0"
