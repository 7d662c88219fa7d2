"""Binance: what the account itself, its wallets, margin and loans reveal, request by request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tests.matrix.binance_support import (
    INCOMPLETE,
    RESTRICTIONS,
    SETTINGS,
    TOTALS,
    VIP,
    each,
    one,
    put,
)
from tests.matrix.cases import Arrange, Case, blocks

from readiness.domain.verdict import Verdict
from readiness.simulator.binance import rows

Row = dict[str, Any]

SPOT: Final = "wallet.spot"
CROSS: Final = "wallet.margin-cross"
ISOLATED: Final = "wallet.margin-isolated"
MARGIN_LOANS: Final = "loans.margin"
ACCOUNT: Final = "api/v3/account"
STATUS: Final = "sapi/v1/account/status"
LOCK: Final = "sapi/v1/account/apiTradingStatus"
WALLETS: Final = "sapi/v1/asset/wallet/balance"
ASSETS: Final = "sapi/v3/asset/getUserAsset"
COINS: Final = "sapi/v1/capital/config/getall"
FUNDING: Final = "sapi/v1/asset/get-funding-asset"
DUST: Final = "sapi/v1/asset/dust-btc"
CONVERTIBLE: Final = "sapi/v1/asset/dust-convert/query-convertible-assets"
MARGIN: Final = "sapi/v1/margin/account"
PAIRS: Final = "sapi/v1/margin/isolated/account"
BORROWINGS: Final = "sapi/v1/margin/borrow-repay"


def _wallet(name: str, balance: str = "25") -> Arrange:
    return put(WALLETS, rows.wallet_total(walletName=name, balance=balance))


def _asset(**fields: Any) -> Row:
    zeros = dict.fromkeys(("free", "locked", "freeze", "withdrawing"), "0")
    return rows.user_asset(**{**zeros, **fields})


def _funding(**fields: Any) -> Row:
    zeros = dict.fromkeys(("free", "locked", "freeze", "withdrawing"), "0")
    return rows.funding_asset(**{**zeros, **fields})


def _coin(**fields: Any) -> Row:
    zeros = dict.fromkeys(
        ("free", "locked", "freeze", "withdrawing", "ipoing", "storage", "ipoable"), "0"
    )
    return rows.coin(**{**zeros, **fields})


def _margin(**fields: Any) -> Row:
    return rows.margin_asset(**{"free": "0", **fields})


def _pair(**fields: Any) -> Arrange:
    zero = rows.isolated_asset("USDT", free="0")
    return put(PAIRS, {"assets": [rows.isolated_pair(**{"quoteAsset": zero, **fields})]})


CASES: Final[Mapping[str, tuple[Case, ...]]] = {
    # -- the account itself ---------------------------------------------------------------
    ACCOUNT: (
        *(
            blocks(flag, put(ACCOUNT, {flag: False}), RESTRICTIONS)
            for flag in ("canTrade", "canWithdraw", "canDeposit")
        ),
        blocks("free", put(ACCOUNT, {"balances": [rows.spot_balance()]}), SPOT),
        blocks(
            "locked alone",
            put(ACCOUNT, {"balances": [rows.spot_balance(free="0", locked="0.00000001")]}),
            SPOT,
        ),
        blocks("unnamed", put(ACCOUNT, {"balances": [rows.spot_balance(asset="")]}), SPOT),
        blocks("in every view", lambda a: a.spot("USDT", "12.5", "3"), SPOT),
        blocks("without a price", lambda a: a.spot("NOPRICE", "1"), SPOT),
        blocks("a coin that begins like a receipt", lambda a: a.spot("LDO", "4"), SPOT),
        blocks("a receipt of nothing that is lent", lambda a: a.spot("LDUSDT", "4"), SPOT),
    ),
    STATUS: (
        blocks("under review", put(STATUS, rows.account_status()), RESTRICTIONS),
        blocks("without a word", put(STATUS, {"data": ""}), RESTRICTIONS),
        blocks("another word", put(STATUS, {"data": "Not normal"}), RESTRICTIONS),
    ),
    LOCK: (blocks("locked", put(LOCK, rows.api_trading_status()), RESTRICTIONS),),
    # -- totals ---------------------------------------------------------------------------
    WALLETS: (
        *(
            blocks(name, _wallet(name), TOTALS, verdict=INCOMPLETE)
            for name in (
                "Spot",
                "Funding",
                "Cross Margin",
                "Isolated Margin",
                "USDⓈ-M Futures",
                "COIN-M Futures",
                "Earn",
                "Options",
                "Unheard Of",
            )
        ),
        blocks("little", _wallet("Earn", "0.00000001"), TOTALS, verdict=INCOMPLETE),
        blocks("unreadable", _wallet("Earn", "NaN"), TOTALS, verdict=INCOMPLETE),
        blocks("bots", lambda a: a.bots("40"), "wallet.bots"),
        blocks("copy trading", lambda a: a.copy_trading("40"), "wallet.copy-trading"),
    ),
    "sapi/v1/simple-earn/account": (
        blocks(
            "total",
            put(
                "sapi/v1/simple-earn/account",
                {"totalAmountInUSDT": "67.5", "totalFlexibleAmountInUSDT": "67.5"},
            ),
            TOTALS,
            verdict=INCOMPLETE,
        ),
    ),
    "sapi/v1/onchain-yields/account": (
        blocks(
            "total",
            put("sapi/v1/onchain-yields/account", {"totalAmountInUSDT": "67.5"}),
            TOTALS,
            verdict=INCOMPLETE,
        ),
    ),
    "sapi/v1/dci/product/accounts": (
        one("sapi/v1/dci/product/accounts", TOTALS, "total", verdict=INCOMPLETE),
    ),
    # -- spot and funding -----------------------------------------------------------------
    ASSETS: (
        blocks("frozen alone", put(ASSETS, _asset(freeze="0.1")), SPOT),
        blocks("withdrawing alone", put(ASSETS, _asset(withdrawing="0.1")), SPOT),
        blocks("free alone", put(ASSETS, _asset(free="0.1")), SPOT),
        blocks("locked alone", put(ASSETS, _asset(locked="0.1")), SPOT),
    ),
    COINS: (
        *(
            blocks(f"{part} alone", put(COINS, _coin(**{part: "0.1"})), SPOT)
            for part in ("free", "locked", "freeze", "withdrawing", "ipoing", "storage")
        ),
        blocks("fiat", put(COINS, _coin(coin="TRY", free="3", isLegalMoney=True)), SPOT),
    ),
    FUNDING: tuple(
        blocks(f"{part} alone", put(FUNDING, _funding(**{part: "0.1"})), "wallet.funding")
        for part in ("free", "locked", "freeze", "withdrawing")
    ),
    DUST: tuple(
        blocks(kind, put(DUST, rows.dust_in_btc()), TOTALS, call={"accountType": kind})
        for kind in ("SPOT", "MARGIN")
    ),
    CONVERTIBLE: (blocks("dust", put(CONVERTIBLE, rows.convertible_dust()), TOTALS),),
    "sapi/v1/nft/user/getAsset": (one("sapi/v1/nft/user/getAsset", "wallet.nft"),),
    # -- margin ---------------------------------------------------------------------------
    MARGIN: (
        blocks("free", put(MARGIN, {"userAssets": [_margin(free="3")]}), CROSS),
        blocks("locked alone", put(MARGIN, {"userAssets": [_margin(locked="3")]}), CROSS),
        blocks("net alone", put(MARGIN, {"userAssets": [_margin(netAsset="3")]}), CROSS),
        blocks("total alone", put(MARGIN, {"totalAssetOfBtc": "0.001"}), CROSS),
        blocks("debt", put(MARGIN, {"userAssets": [_margin(borrowed="3")]}), MARGIN_LOANS),
        blocks(
            "interest alone",
            put(MARGIN, {"userAssets": [_margin(interest="0.000001")]}),
            MARGIN_LOANS,
        ),
        blocks("negative net", put(MARGIN, {"userAssets": [_margin(netAsset="-3")]}), MARGIN_LOANS),
        blocks("liability alone", put(MARGIN, {"totalLiabilityOfBtc": "0.001"}), MARGIN_LOANS),
        blocks(
            "money that may not leave",
            put(MARGIN, {"userAssets": [_margin(free="3")], "transferOutEnabled": False}),
            CROSS,
            RESTRICTIONS,
        ),
    ),
    PAIRS: (
        blocks("quote", _pair(quoteAsset=rows.isolated_asset("USDT")), ISOLATED),
        blocks("base", _pair(baseAsset=rows.isolated_asset("ETH")), ISOLATED),
        blocks(
            "locked alone",
            _pair(baseAsset=rows.isolated_asset("ETH", free="0", locked="0.1")),
            ISOLATED,
        ),
        blocks(
            "debt",
            _pair(baseAsset=rows.isolated_asset("ETH", free="0", borrowed="0.1")),
            MARGIN_LOANS,
        ),
        blocks(
            "interest of a closed pair",
            _pair(baseAsset=rows.isolated_asset("ETH", free="0", interest="0.1"), enabled=False),
            MARGIN_LOANS,
        ),
    ),
    BORROWINGS: (
        *each(BORROWINGS, MARGIN_LOANS, "type", ("BORROW", "REPAY"), call="type"),
        one(BORROWINGS, MARGIN_LOANS, "undocumented", status="UNHEARD"),
    ),
    "sapi/v1/margin/exchange-small-liability": (
        one("sapi/v1/margin/exchange-small-liability", MARGIN_LOANS),
    ),
    "sapi/v1/margin/liquidation-loan": (one("sapi/v1/margin/liquidation-loan", MARGIN_LOANS),),
    "sapi/v1/margin/loan-groups/activated": (
        one("sapi/v1/margin/loan-groups/activated", "loans.institutional"),
    ),
    "sapi/v1/margin/loan-group/ltv-details": (
        one("sapi/v1/margin/loan-group/ltv-details", "loans.institutional"),
    ),
    # -- loans ----------------------------------------------------------------------------
    "sapi/v2/loan/flexible/ongoing/orders": (
        one("sapi/v2/loan/flexible/ongoing/orders", "loans.flexible", "debt"),
        one(
            "sapi/v2/loan/flexible/ongoing/orders",
            "loans.flexible",
            "collateral alone",
            totalDebt="0",
        ),
    ),
    "sapi/v2/loan/flexible/repay/history": each(
        "sapi/v2/loan/flexible/repay/history",
        "loans.flexible",
        "repayStatus",
        ("Repaying", "REPAYING", "unheard"),
    ),
    "sapi/v1/loan/vip/ongoing/orders": (one("sapi/v1/loan/vip/ongoing/orders", "loans.vip"),),
    "sapi/v1/loan/vip/accruedInterest": (one("sapi/v1/loan/vip/accruedInterest", "loans.vip"),),
    "sapi/v1/loan/vip/request/data": each(
        "sapi/v1/loan/vip/request/data",
        "loans.vip",
        "status",
        ("Pending", "Accruing_Interest", "Overdue", "Liquidating", "Repaying", "unheard"),
    ),
    "sapi/v1/loan/vip/collateral/account": (
        one("sapi/v1/loan/vip/collateral/account", "loans.vip", mode=VIP),
    ),
    # -- settings -------------------------------------------------------------------------
    "sapi/v1/soft-staking/list": (
        blocks(
            "switched on",
            put("sapi/v1/soft-staking/list", rows.soft_staking()),
            SETTINGS,
            verdict=Verdict.READY,
        ),
    ),
}
