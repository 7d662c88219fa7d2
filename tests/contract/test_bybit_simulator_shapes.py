"""Outside truth: the answers of the Bybit look-alike have the form of Bybit's own samples."""

from __future__ import annotations

from typing import Any

import pytest
from tests.contract.support import needs_samples, sample
from tests.simulator.bybit.support import serving

from readiness.simulator import BybitAccount, bybit_rows
from readiness.simulator.bybit.account import READ_SCOPES

pytestmark = needs_samples("bybit")

# Sample, place of its row, parameters. Where there is no row to put, the state is enough.
ANSWERS: dict[str, tuple[str, dict[str, str]]] = {
    "account-info": ("account/info", {}),
    "account-wallet-balance": ("account/wallet-balance", {"accountType": "UNIFIED"}),
    "asset-deposit-query-internal-record": ("asset/deposit/query-internal-record", {}),
    "asset-deposit-query-record": ("asset/deposit/query-record", {}),
    "asset-overview": ("asset/asset-overview", {}),
    "asset-query-account-coins-balance.fund": (
        "asset/transfer/query-account-coins-balance",
        {"accountType": "FUND"},
    ),
    "asset-total-members-assets": ("asset/total-members-assets", {}),
    "asset-transfer-query-sub-member-list": ("asset/transfer/query-sub-member-list", {}),
    "asset-withdraw-query-record": ("asset/withdraw/query-record", {}),
    "crypto-loan-common-position": ("crypto-loan-common/position", {}),
    "crypto-loan-fixed-borrow-contract-info": ("crypto-loan-fixed/borrow-contract-info", {}),
    "crypto-loan-fixed-supply-contract-info": ("crypto-loan-fixed/supply-contract-info", {}),
    "crypto-loan-flexible-ongoing-coin": ("crypto-loan-flexible/ongoing-coin", {}),
    "crypto-loan-ongoing-orders.legacy": ("crypto-loan/ongoing-orders", {}),
    "earn-advance-position.double-win": (
        "earn/advance/position:DoubleWin",
        {"category": "DoubleWin"},
    ),
    "earn-advance-position.dual-assets": (
        "earn/advance/position:DualAssets",
        {"category": "DualAssets"},
    ),
    "earn-fixed-term-position": ("earn/fixed-term/position", {}),
    "earn-liquidity-mining-position": ("earn/liquidity-mining/position", {}),
    "earn-position": ("earn/position:OnChain", {"category": "OnChain"}),
    "earn-rwa-position": ("earn/rwa/position", {}),
    "earn-token-position": ("earn/token/position", {"coin": "BYUSDT"}),
    "order-realtime": ("order/realtime:linear", {"category": "linear", "settleCoin": "USDT"}),
    "order-realtime.empty": ("", {"category": "linear", "settleCoin": "USDT"}),
    "position-list": ("position/list:inverse", {"category": "inverse"}),
    "position-list.empty": ("", {"category": "linear", "settleCoin": "USDT"}),
    "rfq-realtime": ("rfq/rfq-realtime", {}),
    "spot-margin-trade-liability": ("spot-margin-trade/liability", {"currency": "USDT"}),
    "spread-order-realtime": ("spread/order/realtime", {}),
    "strategy-list": ("strategy/list", {}),
    "user-get-member-type": ("user/get-member-type", {}),
    "user-query-api": ("user/query-api", {}),
    "user-query-sub-members": ("user/query-sub-members", {}),
    "user-submembers": ("user/submembers", {}),
}
EMPTY = {"order-realtime.empty": "order/realtime", "position-list.empty": "position/list"}

# Scopes of the sample's key that a usual one does not have.
OTHER_SCOPES = (
    "FiatP2P.FiatP2POrder",
    "FiatConvertBroker.FiatConvertBrokerOrder",
    "FiatBitPay.FaitPayOrder",
    "BitCard.BitCard",
    "ByXPost.ByXPost",
)

# What a row of the sample has and a usual row does not.
FIELDS: dict[str, dict[str, Any]] = {
    "earn-position": {"freezeDetails": [{"amount": "1", "description": "made up"}]},
}
_FARM = ".result.list[].categories[].coinDetail[].extMap"

# What only the sample shows, and what only we do, each with its reason.
KNOWN: dict[str, tuple[set[str], set[str]]] = {
    # This example stops before the end of the envelope, which every other has.
    "account-info": (set(), {".retExtInfo", ".time"}),
    # Liquidity positions of one account type alone carry these.
    "asset-overview": (
        {_FARM, f"{_FARM}.priceLower", f"{_FARM}.priceUpper", f"{_FARM}.equityUnit"},
        set(),
    ),
    # The example has no sub-account, and leaves out a field of the documents' table.
    "asset-total-members-assets": (set(), {".result.list[].type", ".result.list[].quoteb"}),
}
# An order's fees by coin: the keys are coins.
NOT_FIELDS = {"cumFeeDetail"}


def furnished() -> BybitAccount:
    """An account with something in all that is computed."""
    account = BybitAccount(permissions=[*READ_SCOPES, *OTHER_SCOPES])
    account.fund("USDT", "1")
    account.unified("BTC", "1", spot_borrow="0.1")
    account.hold("TradingBot", "USDT", "4", category="Futures Grid Bot")
    account.put("crypto-loan-flexible/ongoing-coin", bybit_rows.flexible_loan())
    account.put("crypto-loan-fixed/supply-contract-info", bybit_rows.supply())
    account.put("crypto-loan-common/position", {"collateralList": [bybit_rows.collateral()]})
    account.sub_account("s1")
    return account


def forms(value: Any, where: str = "") -> dict[str, str]:
    """Every field by its place, with the kind of its value; entries of lists fall together."""
    match value:
        case dict():
            found = {where: "object"}
            for name, inner in value.items():
                found |= (
                    {where: "object"} if name in NOT_FIELDS else forms(inner, f"{where}.{name}")
                )
            return found
        case list():
            found = {where: "list"}
            for inner in value:
                found |= forms(inner, f"{where}[]")
            return found
        case None:
            return {where: "nothing"}
        case bool():
            return {where: "truth"}
        case int():
            return {where: "number"}
        case _:
            return {where: "text"}


@pytest.mark.parametrize("name", ANSWERS)
def test_form_of_an_answer(name: str) -> None:
    """The same fields of the same kinds, from the envelope down to the last row."""
    place, params = ANSWERS[name]
    account = furnished()
    if place in bybit_rows.FACTORIES and place not in account.tables:
        account.put(place, bybit_rows.FACTORIES[place](**FIELDS.get(name, {})))
    path = EMPTY.get(name) or place.partition(":")[0]
    with serving(account) as client:
        ours = forms(client.body(path, **params))
    theirs = forms(sample("bybit", name))
    missing, extra = KNOWN.get(name, (set(), set()))
    # A list of scopes may be empty on either side.
    alone = {where for where in {*ours, *theirs} if ".permissions." in where and "[]" in where}
    assert set(theirs) - set(ours) - alone == missing
    assert set(ours) - set(theirs) - alone == extra
    for where in set(ours) & set(theirs):
        if "nothing" not in (ours[where], theirs[where]):
            assert ours[where] == theirs[where], where


@pytest.mark.parametrize(
    "name",
    [
        "clock-skew",
        "ip-unmatched",
        "key-expired",
        "key-invalid",
        "permission-denied",
        "rate-limit",
        "region",
        "server-error",
        "uta-only",
    ],
)
def test_form_of_an_error(name: str) -> None:
    """An error answer has the whole envelope, and an empty result."""
    theirs = sample("bybit", f"error.{name}")
    account = BybitAccount()
    account.refuse("account/info", str(theirs["retCode"]))
    with serving(account) as client:
        ours = client.body("account/info")
    assert forms(ours) == forms(theirs)
    assert (ours["retCode"], ours["result"]) == (theirs["retCode"], theirs["result"])
