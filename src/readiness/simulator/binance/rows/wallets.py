"""Rows of the spot and funding wallets, of dust, of gifts and of collectibles."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.rows.build import Row, build, new_id, new_ts


def spot_balance(**fields: Any) -> Row:
    """An entry of `balances` in `api/v3/account`."""
    return build(fields, {"asset": "ETH", "free": "0.25000000", "locked": "0.00000000"})


def spot_account(*balances: Row, **fields: Any) -> Row:
    """The answer of `api/v3/account`; without balances, one coin."""
    values = {
        "makerCommission": 10,
        "takerCommission": 10,
        "buyerCommission": 0,
        "sellerCommission": 0,
        "commissionRates": {
            "maker": "0.00100000",
            "taker": "0.00100000",
            "buyer": "0.00000000",
            "seller": "0.00000000",
        },
        "canTrade": True,
        "canWithdraw": True,
        "canDeposit": True,
        "brokered": False,
        "requireSelfTradePrevention": False,
        "preventSor": False,
        "updateTime": new_ts(),
        "accountType": "SPOT",
        "balances": list(balances) or [spot_balance()],
        "permissions": ["SPOT"],
        "uid": new_id(),
    }
    return build(fields, values)


def user_asset(**fields: Any) -> Row:
    """A row of `sapi/v3/asset/getUserAsset`: by default a part is on its way out."""
    values = {
        "asset": "ETH",
        "free": "0.25",
        "locked": "0",
        "freeze": "0",
        "withdrawing": "0.05",
        "ipoable": "0",
        "btcValuation": "0.0138",
    }
    return build(fields, values)


def funding_asset(**fields: Any) -> Row:
    """A row of `sapi/v1/asset/get-funding-asset`."""
    values = {
        "asset": "USDT",
        "free": "12.4",
        "locked": "0",
        "freeze": "0",
        "withdrawing": "0",
        "btcValuation": "0.00019",
    }
    return build(fields, values)


def network(**fields: Any) -> Row:
    """An entry of `networkList` in `sapi/v1/capital/config/getall`: by default open."""
    values = {
        "addressRegex": "^(0x)[0-9A-Fa-f]{40}$",
        "coin": "ETH",
        "depositDesc": "",
        "depositEnable": True,
        "isDefault": True,
        "memoRegex": "",
        "minConfirm": 6,
        "name": "Ethereum (ERC20)",
        "network": "ETH",
        "specialTips": "",
        "unLockConfirm": 64,
        "withdrawDesc": "",
        "withdrawEnable": True,
        "withdrawFee": "0.0004",
        "withdrawIntegerMultiple": "0.00000001",
        "withdrawMax": "90000",
        "withdrawMin": "0.001",
        "withdrawInternalMin": "0.0005",
        "sameAddress": False,
        "estimatedArrivalTime": 4,
        "busy": False,
        "contractAddressUrl": "",
        "contractAddress": "",
    }
    return build(fields, values)


def coin(*networks: Row, **fields: Any) -> Row:
    """A row of `sapi/v1/capital/config/getall`; without networks, one that is open."""
    values = {
        "coin": "ETH",
        "depositAllEnable": True,
        "free": "0.25",
        "freeze": "0",
        "ipoable": "0",
        "ipoing": "0",
        "isLegalMoney": False,
        "locked": "0",
        "name": "Ethereum",
        "networkList": list(networks) or [network()],
        "storage": "0",
        "trading": True,
        "withdrawAllEnable": True,
        "withdrawing": "0",
    }
    return build(fields, values)


def dust(**fields: Any) -> Row:
    """An entry of `details` in `sapi/v1/asset/dust-btc`."""
    values = {
        "asset": "DOGE",
        "assetFullName": "Dogecoin",
        "amountFree": "1.9",
        "toBTC": "0.0000047",
        "toBNB": "0.00053",
        "toBNBOffExchange": "0.000519",
        "exchange": "0.0000106",
    }
    return build(fields, values)


def dust_in_btc(*details: Row, **fields: Any) -> Row:
    """The answer of `sapi/v1/asset/dust-btc`; without details, one coin."""
    values = {
        "details": list(details) or [dust()],
        "totalTransferBtc": "0.0000047",
        "totalTransferBNB": "0.00053",
        "dribbletPercentage": "0.02",
    }
    return build(fields, values)


def convertible(**fields: Any) -> Row:
    """An entry of `details` in `sapi/v1/asset/dust-convert/query-convertible-assets`."""
    values = {
        "asset": "DOGE",
        "assetFullName": "Dogecoin",
        "amountFree": "1.9",
        "exchange": "0.0063",
        "toQuotaAssetAmount": "0.315",
        "toTargetAssetAmount": "0.315",
        "toTargetAssetOffExchange": "0.3087",
    }
    return build(fields, values)


def convertible_dust(*details: Row, **fields: Any) -> Row:
    """The answer of `sapi/v1/asset/dust-convert/query-convertible-assets`."""
    values = {
        "dribbletPercentage": "0.02",
        "totalTransferQuotaAssetAmount": "0.315",
        "totalTransferTargetAssetAmount": "0.315",
        "dribbletBase": "10",
        "details": list(details) or [convertible()],
    }
    return build(fields, values)


def dividend(**fields: Any) -> Row:
    """A row of `sapi/v1/asset/assetDividend`."""
    values = {
        "id": new_id(),
        "amount": "0.75",
        "asset": "MADEUP",
        "divTime": new_ts(),
        "enInfo": "MADEUP airdrop",
        "tranId": new_id(),
    }
    return build(fields, values)


def nft(**fields: Any) -> Row:
    """A row of `list` in `sapi/v1/nft/user/getAsset`."""
    values = {"network": "BSC", "contractAddress": "0xmadeup", "tokenId": str(new_id())}
    return build(fields, values)
