"""Rows of accounts that are tied to other people's: managed sub-accounts, a broker's clients."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from readiness.simulator.binance.rows.build import Row, build, new_id, new_ts


def managed_sub_account(**fields: Any) -> Row:
    """A row of `managerSubUserInfoVoList` in `sapi/v1/managed-subaccount/info`."""
    number = new_id()
    values = {
        "rootUserId": new_id(),
        "managersubUserId": number,
        "bindParentUserId": new_id(),
        "email": f"managed{number}@example.com",
        "insertTimeStamp": new_ts(),
        "bindParentEmail": "investor@example.com",
        "isSubUserEnabled": True,
        "isUserActive": True,
        "isMarginEnabled": True,
        "isFutureEnabled": True,
        "isSignedLVTRiskAgreement": False,
    }
    return build(fields, values)


def managed_asset(**fields: Any) -> Row:
    """A row of `sapi/v1/managed-subaccount/asset`."""
    values = {
        "coin": "ETH",
        "name": "Ethereum",
        "totalBalance": "0.3",
        "availableBalance": "0.2",
        "inOrder": "0.1",
        "btcValue": "0.0138",
    }
    return build(fields, values)


def managed_margin_asset(**fields: Any) -> Row:
    """An entry of `userAssets` in `sapi/v1/managed-subaccount/marginAsset`."""
    values = {
        "asset": "USDT",
        "borrowed": "0",
        "free": "8.8",
        "interest": "0",
        "locked": "0",
        "netAsset": "8.8",
    }
    return build(fields, values)


def managed_margin(*assets: Row, **fields: Any) -> Row:
    """The answer of `sapi/v1/managed-subaccount/marginAsset`; without assets, one of them."""
    values = {
        "marginLevel": "999",
        "totalAssetOfBtc": "0.00014",
        "totalLiabilityOfBtc": "0",
        "totalNetAssetOfBtc": "0.00014",
        "userAssets": list(assets) or [managed_margin_asset()],
    }
    return build(fields, values)


def managed_futures_asset(**fields: Any) -> Row:
    """An asset in a snapshot of a managed sub-account; its figures are JSON numbers."""
    balance = Decimal("14.6")
    return build(fields, {"asset": "USDT", "marginBalance": balance, "walletBalance": balance})


def managed_futures_position(**fields: Any) -> Row:
    """A position in a snapshot of a managed sub-account; its figures are JSON numbers."""
    values = {
        "symbol": "ETHUSDT",
        "entryPrice": Decimal("2950.4"),
        "markPrice": Decimal("2950.4"),
        "positionAmt": Decimal("0.02"),
    }
    return build(fields, values)


def managed_futures(**fields: Any) -> Row:
    """A row of `snapshotVos` in `sapi/v1/managed-subaccount/fetch-future-asset`."""
    data = {"assets": [managed_futures_asset()], "position": [managed_futures_position()]}
    return build(fields, {"type": "FUTURES", "updateTime": new_ts(), "data": data})


def broker_sub_account(**fields: Any) -> Row:
    """A row of `sapi/v1/broker/subAccount`; its commissions are JSON numbers."""
    number = new_id()
    values = {
        "subaccountId": str(number),
        "email": f"client{number}@example.com",
        "tag": "made-up",
        "makerCommission": Decimal("0.001"),
        "takerCommission": Decimal("0.001"),
        "marginMakerCommission": -1,
        "marginTakerCommission": -1,
        "createTime": new_ts(),
    }
    return build(fields, values)
