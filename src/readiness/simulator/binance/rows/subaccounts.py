"""Rows that a main account sees of its own sub-accounts."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.rows.build import Row, build, new_id, new_ts

SUB_EMAIL = "sub@example.com"
"""The name of the sub-account in rows that do not say otherwise."""


def sub_account(**fields: Any) -> Row:
    """A row of `subAccounts` in `sapi/v1/sub-account/list`."""
    values = {
        "subUserId": new_id(),
        "email": SUB_EMAIL,
        "remark": "",
        "isFreeze": False,
        "createTime": new_ts(),
        "isManagedSubAccount": False,
        "isAssetManagementSubAccount": False,
    }
    return build(fields, values)


def sub_account_status(**fields: Any) -> Row:
    """A row of `sapi/v1/sub-account/status`; `mobile` may hold a phone number."""
    values = {
        "email": SUB_EMAIL,
        "isSubUserEnabled": True,
        "isUserActive": True,
        "insertTime": new_ts(),
        "isMarginEnabled": True,
        "isFutureEnabled": True,
        "mobile": None,
    }
    return build(fields, values)


def sub_spot_total(**fields: Any) -> Row:
    """A row of `spotSubUserAssetBtcVoList` in `sapi/v1/sub-account/spotSummary`, in BTC."""
    return build(fields, {"email": SUB_EMAIL, "totalAsset": "0.00120000"})


def sub_asset(**fields: Any) -> Row:
    """A row of `balances` in `sapi/v4/sub-account/assets`."""
    values = {"freeze": "0", "withdrawing": "0", "asset": "USDT", "free": "61.7", "locked": "0"}
    return build(fields, values)


def sub_margin_asset(**fields: Any) -> Row:
    """An entry of `marginUserAssetVoList` in `sapi/v1/sub-account/margin/account`."""
    values = {
        "asset": "USDT",
        "borrowed": "0",
        "free": "5.4",
        "interest": "0",
        "locked": "0",
        "netAsset": "5.4",
    }
    return build(fields, values)


def sub_margin_account(*assets: Row, **fields: Any) -> Row:
    """The answer of `sapi/v1/sub-account/margin/account`; without assets, one of them."""
    values = {
        "email": SUB_EMAIL,
        "marginLevel": "999.00000000",
        "totalAssetOfBtc": "0.00008",
        "totalLiabilityOfBtc": "0",
        "totalNetAssetOfBtc": "0.00008",
        "marginTradeCoeffVo": {
            "forceLiquidationBar": "1.10000000",
            "marginCallBar": "1.30000000",
            "normalBar": "1.50000000",
        },
        "marginUserAssetVoList": list(assets) or [sub_margin_asset()],
    }
    return build(fields, values)


def sub_margin_total(**fields: Any) -> Row:
    """A row of `subAccountList` in `sapi/v1/sub-account/margin/accountSummary`, in BTC."""
    values = {
        "email": SUB_EMAIL,
        "totalAssetOfBtc": "0.00008",
        "totalLiabilityOfBtc": "0.00000000",
        "totalNetAssetOfBtc": "0.00008",
    }
    return build(fields, values)


def sub_margin_summary(*totals: Row, **fields: Any) -> Row:
    """The answer of `sapi/v1/sub-account/margin/accountSummary`, in BTC."""
    values = {
        "totalAssetOfBtc": "0.00008",
        "totalLiabilityOfBtc": "0.00000000",
        "totalNetAssetOfBtc": "0.00008",
        "subAccountList": list(totals) or [sub_margin_total()],
    }
    return build(fields, values)
