"""Bybit: orders, positions, debts and Earn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.matrix.bybit_support import (
    INCOMPLETE,
    SETTINGS,
    TOTALS,
    each,
    of,
    one,
    put,
)
from tests.matrix.cases import Case, blocks

from readiness.simulator import bybit_rows as rows

_UNHEARD: Final = "unheard"
_ORDERS: Final = "order/realtime"
_POSITIONS: Final = "position/list"
_ADVANCED: Final = "earn/advance/position"
_EARN_ORDERS: Final = "earn/advance/order"
_COMMON: Final = "crypto-loan-common/position"
_USDT: Final = {"settleCoin": "USDT"}
_USDC: Final = {"settleCoin": "USDC"}


def _block_trade(path: str, area: str = "orders.rfq") -> tuple[Case, ...]:
    """Open ones, whichever side the account is on."""
    sides = tuple(
        blocks(
            side,
            put(path, rows.FACTORIES[path]() | {"_trader": side}),
            area,
            call={"traderType": side},
        )
        for side in ("request", "quote")
    )
    return (*sides, *each(path, area, "status", ("PendingFill", _UNHEARD)))


def _fixed(path: str, area: str) -> tuple[Case, ...]:
    return (
        *each(path, area, "status", (1, 3, 9)),
        one(path, area, name="owed nothing, and not repaid", residualPrincipal="0"),
        one(
            path,
            area,
            name="interest alone",
            status=3,
            residualPrincipal="0",
            residualPenaltyInterest="0.1",
        ),
    )


TRADE: Final[Mapping[str, tuple[Case, ...]]] = {
    _ORDERS: (
        one(f"{_ORDERS}:linear", "orders.open", name="USDT", **of("linear", **_USDT)),
        one(
            f"{_ORDERS}:linear",
            "orders.open",
            name="USDC",
            symbol="BTCPERP",
            **of("linear", **_USDC),
        ),
        one(f"{_ORDERS}:inverse", "orders.open", name="inverse", **of("inverse")),
        one(f"{_ORDERS}:option", "orders.open", name="option", **of("option")),
        one(f"{_ORDERS}:spot", "orders.open", name="spot", **of("spot")),
        *each(
            f"{_ORDERS}:spot",
            "orders.open",
            "orderStatus",
            ("PartiallyFilled", "Untriggered", _UNHEARD),
        ),
    ),
    _POSITIONS: (
        one(f"{_POSITIONS}:linear", "positions.open", name="USDT", **of("linear", **_USDT)),
        one(
            f"{_POSITIONS}:linear",
            "positions.open",
            name="USDC",
            symbol="ETHPERP",
            **of("linear", **_USDC),
        ),
        one(f"{_POSITIONS}:inverse", "positions.open", name="inverse", **of("inverse")),
        one(f"{_POSITIONS}:option", "positions.open", name="option", **of("option")),
        one(
            f"{_POSITIONS}:inverse",
            "positions.open",
            name="margin left in an empty one",
            size="0",
            positionBalance="0.001",
        ),
    ),
    "spread/order/realtime": each(
        "spread/order/realtime", "orders.spread", "orderStatus", ("New", _UNHEARD)
    ),
    "strategy/list": each("strategy/list", "orders.algo", "status", (2, 5, 6, 9)),
    "rfq/rfq-realtime": _block_trade("rfq/rfq-realtime"),
    "rfq/quote-realtime": _block_trade("rfq/quote-realtime"),
    "spot-margin-trade/fixedborrow-contract-info": _fixed(
        "spot-margin-trade/fixedborrow-contract-info", "loans.margin"
    ),
    "crypto-loan-fixed/borrow-contract-info": _fixed(
        "crypto-loan-fixed/borrow-contract-info", "loans.fixed"
    ),
    "spot-margin-trade/fixedborrow-order-info": each(
        "spot-margin-trade/fixedborrow-order-info", "loans.margin", "state", (1, 9)
    ),
    "crypto-loan-fixed/borrow-order-info": each(
        "crypto-loan-fixed/borrow-order-info", "loans.fixed", "state", (1, 9)
    ),
    "crypto-loan-flexible/ongoing-coin": (
        one("crypto-loan-flexible/ongoing-coin", "loans.flexible"),
        one(
            "crypto-loan-flexible/ongoing-coin",
            "loans.flexible",
            name="interest alone",
            totalDebt="0.00000019",
            unpaidAmount="0",
        ),
    ),
    _COMMON: (
        blocks(
            "collateral",
            put(_COMMON, {"collateralList": [rows.collateral()], "totalCollateral": "6480"}),
            "loans.flexible",
        ),
        blocks("a debt without a coin", put(_COMMON, {"totalDebt": "12"}), "loans.flexible"),
        blocks(
            "a fixed debt",
            put(
                _COMMON,
                {
                    "borrowList": [
                        {
                            "loanCurrency": "ETH",
                            "fixedTotalDebt": "0.1",
                            "flexibleTotalDebt": "0",
                        }
                    ],
                    "totalDebt": "280",
                },
            ),
            "loans.fixed",
        ),
        blocks(
            "supply without a contract",
            put(_COMMON, {"totalSupply": "800"}),
            TOTALS,
            verdict=INCOMPLETE,
        ),
    ),
    "crypto-loan/ongoing-orders": (
        one("crypto-loan/ongoing-orders", "loans.fixed", name="with a term"),
        one("crypto-loan/ongoing-orders", "loans.flexible", name="without", loanTerm=""),
    ),
    "ins-loan/loan-order": (
        *each("ins-loan/loan-order", "loans.institutional", "status", ("1", "9")),
        one(
            "ins-loan/loan-order",
            "loans.institutional",
            name="paid off, and yet something is unpaid",
            status="2",
        ),
    ),
}

EARN: Final[Mapping[str, tuple[Case, ...]]] = {
    "earn/position": (
        one("earn/position:FlexibleSaving", "earn.flexible"),
        one(
            "earn/position:FlexibleSaving",
            "earn.flexible",
            name="a yield that is not paid out",
            amount="0",
            availableAmount="0",
        ),
        one(
            "earn/position:FlexibleSaving",
            "earn.flexible",
            SETTINGS,
            name="renewed by itself",
            autoReinvest="Enable",
        ),
    ),
    "earn/position:on-chain": (
        *each(
            "earn/position:OnChain", "earn.on-chain", "status", ("Active", "Processing", _UNHEARD)
        ),
        one(
            "earn/position:OnChain",
            "earn.on-chain",
            SETTINGS,
            name="renewed by itself",
            autoReinvest="Enable",
        ),
    ),
    "earn/fixed-term/position": (
        *each(
            "earn/fixed-term/position",
            "earn.fixed",
            "status",
            ("Active", "EarlyRedemptionProcessing", _UNHEARD),
        ),
        one(
            "earn/fixed-term/position",
            "earn.fixed",
            SETTINGS,
            name="renewed by itself",
            autoReinvest="Enable",
        ),
    ),
    "crypto-loan-fixed/supply-contract-info": each(
        "crypto-loan-fixed/supply-contract-info", "earn.fixed", "status", (1, 9)
    ),
    "crypto-loan-fixed/supply-order-info": each(
        "crypto-loan-fixed/supply-order-info", "earn.fixed", "state", (1, 9)
    ),
    "earn/order": each(
        "earn/order:FlexibleSaving", "earn.flexible", "status", ("Pending", _UNHEARD)
    ),
    "earn/fixed-term/order": each(
        "earn/fixed-term/order", "earn.fixed", "status", ("Processing", _UNHEARD)
    ),
    _EARN_ORDERS: (
        *each(
            f"{_EARN_ORDERS}:DualAssets", "earn.dual-investment", "status", ("Pending", _UNHEARD)
        ),
        one(
            f"{_EARN_ORDERS}:DualAssets",
            "earn.dual-investment",
            name="failed, and not paid back",
            status="Fail",
            refundStatus="Processing",
        ),
    ),
    f"{_EARN_ORDERS}:structured": (
        one(f"{_EARN_ORDERS}:DiscountBuy", "earn.other", name="discount", **of("DiscountBuy")),
        one(f"{_EARN_ORDERS}:DoubleWin", "earn.other", name="double win", **of("DoubleWin")),
        one(f"{_EARN_ORDERS}:SmartLeverage", "earn.other", name="smart", **of("SmartLeverage")),
        one(
            f"{_EARN_ORDERS}:SmartLeverage",
            "earn.other",
            name="failed, and not paid back",
            status="Fail",
            refundStatus="Processing",
            **of("SmartLeverage"),
        ),
    ),
    "earn/liquidity-mining/order": (
        one("earn/liquidity-mining/order", "earn.other"),
        one(
            "earn/liquidity-mining/order",
            "earn.other",
            name="no amount told",
            baseAmount="",
            quoteAmount="",
        ),
    ),
    "earn/token/order": each("earn/token/order", "earn.other", "status", ("Processing", _UNHEARD)),
    "earn/pwm/investment-plan/order": each(
        "earn/pwm/investment-plan/order", "earn.other", "status", ("Pending", _UNHEARD)
    ),
    _ADVANCED: each(
        f"{_ADVANCED}:DualAssets",
        "earn.dual-investment",
        "status",
        ("Active", "Redeeming", _UNHEARD),
    ),
    f"{_ADVANCED}:structured": (
        one(f"{_ADVANCED}:DiscountBuy", "earn.other", name="discount", **of("DiscountBuy")),
        one(f"{_ADVANCED}:DoubleWin", "earn.other", name="double win", **of("DoubleWin")),
        one(f"{_ADVANCED}:SmartLeverage", "earn.other", name="smart", **of("SmartLeverage")),
        one(f"{_ADVANCED}:DiscountBuy", "earn.other", name="settling", status="Settling"),
    ),
    "earn/liquidity-mining/position": (
        one("earn/liquidity-mining/position", "earn.other"),
        one("earn/liquidity-mining/position", "earn.other", name="with a loan", loan="1640.448"),
        one(
            "earn/liquidity-mining/position",
            "earn.other",
            name="being liquidated",
            status="Liquidating",
            principalBaseAmount="0",
            principalQuoteAmount="0",
        ),
    ),
    "earn/rwa/position": (
        one("earn/rwa/position", "earn.other"),
        one(
            "earn/rwa/position",
            "earn.other",
            name="being bought",
            effectiveShare="0",
            holdAmount="0",
            processingStakeAmount="50",
        ),
        one(
            "earn/rwa/position",
            "earn.other",
            name="being redeemed",
            effectiveShare="0",
            holdAmount="0",
            processingRedeemShare="10",
        ),
    ),
    "earn/token/position": (one("earn/token/position", "earn.other"),),
    "earn/pwm/investment-plan/all": (
        *each(
            "earn/pwm/investment-plan/all",
            "earn.other",
            "status",
            ("Active", "PendingSubscription", "Closed", _UNHEARD),
        ),
        one(
            "earn/pwm/investment-plan/all",
            "earn.other",
            name="nothing in it",
            currentAssetUsd="0",
            investmentDistribution=[],
        ),
    ),
    "spot-x/launchpool/user/current-staking": (
        one("spot-x/launchpool/user/current-staking", "earn.other"),
    ),
}
