"""What single rows of Binance tell, cell by cell: numbers, dates, names, and what has none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tests.each import each
from tests.exchanges.telling import tell

from readiness.exchanges.catalogue import SINCE
from readiness.exchanges.registry import load_catalogue
from readiness.simulator.binance import rows

CENTURY: Final = 4_102_444_800_000
"""The first moment of the year 2100, in milliseconds."""
FUTURES: Final = "fapi/v1/apiTradingStatus"
GROUP: Final = "sapi/v1/margin/loan-group/ltv-details"
LOCAL: Final = "sapi/v1/localentity/withdraw/history"
LOCKED: Final = "sapi/v1/simple-earn/locked/position"
OPTIONS: Final = "eapi/v1/marginAccount"
SUB_LIST: Final = "sapi/v1/sub-account/list"
UNWRAPPED: Final = "sapi/v1/eth-staking/wbeth/history/unwrapHistory"

ORDER: Final = {
    "symbol": "BTCUSDT",
    "orderId": 7,
    "type": "STOP_LOSS_LIMIT",
    "side": "SELL",
    "positionSide": "LONG",
    "origQty": "0.2",
    "price": "60000",
    "stopPrice": "61000",
    "status": "NEW",
}
TOLD_OF_ORDER: Final = (
    "instrument=BTCUSDT side=SELL size=0.2 state=NEW"
    " details=((price, 60000), (trigger_price, 61000), (position_side, LONG))"
)


def locked(**amounts: str) -> dict[str, Any]:
    """A locked position of which a part arrives before the rest."""
    dates = {"deliverDate": CENTURY, "partialAmtDeliverDate": CENTURY - rows.DAY}
    return rows.locked_position(positionId="1", **dates, **amounts)


def payment(status: str) -> dict[str, Any]:
    cells = {"cryptoCurrency": "BTC", "obtainAmount": "0.1", "fiatCurrency": "EUR"}
    return rows.fiat_payment(orderNo="9", createTime=CENTURY, status=status, **cells)


def group(total: str, frozen: str = "0") -> dict[str, Any]:
    """A group of an institutional loan whose liabilities are not told one by one."""
    return rows.ltv_details(
        groupId="5", totalLiability=total, parentAccountFrozenAmount=frozen, liabilities=[]
    )


def travel(state: str, rule: int, name: str = "w1") -> dict[str, Any]:
    """A withdrawal that the travel rule may hold up."""
    row = {"id": name, "trId": 77, "coin": "ETH", "amount": "2", "network": "ETH"}
    return row | {"withdrawalStatus": state, "travelRuleStatus": rule}


def sent(name: str, state: str, stage: str) -> str:
    """How such a withdrawal is told."""
    where = "direction=out asset=ETH amount=2"
    return f"transfer id={name} {where} state={state} stage={stage} details=((chain, ETH))"


LOCK: Final = " details=((state, HOLDING), (product, Dot*60))"
SUB: Final = {"email": "a@example.com", "isFreeze": False}
MANAGED: Final = "sub-account name=a@example.com type=managed"

# Each: the request, a row, and what it tells without the area.
CASES: Final[tuple[tuple[str, Mapping[str, Any], list[str]], ...]] = (
    # What restricts the account.
    (
        "api/v3/account",
        {"uid": 1, "canTrade": True, "canWithdraw": False, "canDeposit": True, "balances": []},
        ["restriction code=canWithdraw values=((flag, canWithdraw))"],
    ),
    (
        "sapi/v1/account/apiTradingStatus",
        {"data": {"isLocked": True, "plannedRecoverTime": 1000}},
        ["restriction code=isLocked values=((moment, 1970-01-01))"],
    ),
    (
        "sapi/v1/account/apiTradingStatus",
        {"data": {"isLocked": True, "plannedRecoverTime": 0}},
        ["restriction code=isLocked"],
    ),
    (
        FUTURES,
        {"indicators": {"BTCUSDT": [{"isLocked": True}, {"indicator": "UFR", "isLocked": False}]}},
        ["restriction code=isLocked values=((symbol, BTCUSDT), (by, unnamed))"],
    ),
    (
        FUTURES,
        {"indicators": {"ACCOUNT": [{"indicator": "GCR", "isLocked": True}]}},
        ["restriction code=isLocked values=((by, GCR))"],
    ),
    (
        OPTIONS,
        rows.option_account(asset=[], canTrade=True, reduceOnly=True),
        ["restriction code=reduceOnly"],
    ),
    ("papi/v1/account", {"accountStatus": ""}, ["restriction code=accountStatus"]),
    ("papi/v1/account", {"accountStatus": "NORMAL"}, []),
    (
        "papi/v1/account",
        {"accountStatus": "MARGIN_CALL"},
        ["restriction code=accountStatus values=((word, MARGIN_CALL))"],
    ),
    # Wallets.
    (
        "sapi/v1/asset/get-funding-asset",
        rows.funding_asset(asset="USDT", free="-3", locked="0", freeze="0", withdrawing="0"),
        ["debt asset=USDT amount=3 view=funding"],
    ),
    (
        "fapi/v3/balance",
        {"asset": "USDT", "balance": "0", "crossWalletBalance": "-4"},
        ["debt asset=USDT amount=4 view='USDⓈ-M futures'"],
    ),
    (
        "dapi/v1/balance",
        {"asset": "BTC", "balance": "-0.5"},
        ["debt asset=BTC amount=0.5 view='COIN-M futures'"],
    ),
    (
        "papi/v2/um/account",
        {"assets": [{"asset": "USDT", "crossWalletBalance": "-4"}], "positions": []},
        ["debt asset=USDT amount=4 view=papi/v2/um/account details=((place, um))"],
    ),
    (
        "papi/v1/cm/account",
        {"assets": [{"asset": "BNB", "crossWalletBalance": "-4"}], "positions": []},
        ["debt asset=BNB amount=4 view=papi/v1/cm/account details=((place, cm))"],
    ),
    (
        "papi/v1/balance",
        rows.pm_balance(asset="LDUSDT", totalWalletBalance="5", crossMarginAsset="5"),
        ["holding nature=receipt asset=LDUSDT amount=5 frozen=0"],
    ),
    (
        "sapi/v1/portfolio/balance",
        rows.pm_pro_balance(
            totalWalletBalance="7",
            crossMarginAsset="5",
            crossMarginFree="5",
            optionWalletBalance="2",
        ),
        [
            "holding asset=USDT amount=5 frozen=0",
            "holding id=options asset=USDT amount=2",
        ],
    ),
    # Earn and staking.
    *(
        (
            f"sapi/v1/{request}",
            row,
            [f"holding nature=redeeming {told} clears_at=2100-01-01 details=((state, PENDING))"],
        )
        for request, row, told in (
            (
                "simple-earn/locked/history/redemptionRecord",
                rows.locked_redemption(redeemId=3, deliverDate=CENTURY, status="PENDING"),
                "id=3 asset=DOT amount=2.1",
            ),
            (
                "bfusd/history/redemptionHistory",
                rows.bfusd_redemption(time=5, arrivalTime=CENTURY, status="PENDING"),
                "id=BFUSD:5 asset=USDT amount=11.994",
            ),
            (
                "eth-staking/eth/history/redemptionHistory",
                rows.eth_redemption(time=5, arrivalTime=CENTURY),
                "id=WBETH:5 asset=ETH amount=0.0108",
            ),
        )
    ),
    (
        LOCKED,
        locked(amount="5", redeemingAmt="1"),
        [
            "holding nature=earn id=1 asset=DOT amount=5 clears_at=2100-01-01" + LOCK,
            "holding nature=redeeming id=1 asset=DOT amount=1 clears_at=2099-12-31" + LOCK,
        ],
    ),
    (
        "sapi/v1/sol-staking/account",
        rows.sol_staking(bnsolAmount="0", holdingInSOL="2"),
        ["holding nature=across asset=SOL amount=2"],
    ),
    (
        "sapi/v1/sol-staking/account",
        rows.sol_staking(bnsolAmount="1", holdingInSOL="2"),
        ["holding nature=across asset=BNSOL amount=1"],
    ),
    (
        UNWRAPPED,
        rows.wbeth_unwrap(time=5, toAsset="", toAmount="", fromAmount="0.3"),
        ["holding nature=redeeming id=WBETH:5 asset=WBETH amount=0.3 details=((state, PENDING))"],
    ),
    (
        UNWRAPPED,
        rows.wbeth_unwrap(time=5, toAmount="0.4"),
        ["holding nature=redeeming id=WBETH:5 asset=BETH amount=0.4 details=((state, PENDING))"],
    ),
    # Money that is being exchanged or is on its way.
    (
        "sapi/v1/fiat/payments",
        payment("Processing"),
        [
            "transfer id=9 direction=in asset=BTC amount=0.1 state=Processing stage=moving"
            " since=2100-01-01 details=((paid_in, EUR))"
        ],
    ),
    (
        "sapi/v1/fiat/payments:sales",
        payment("Held up"),
        [
            "transfer id=9 direction=out asset=BTC amount=0.1 state='Held up' stage=unrecognised"
            " since=2100-01-01 details=((paid_in, EUR))"
        ],
    ),
    ("sapi/v1/fiat/payments", payment("Completed"), []),
    (
        "sapi/v1/capital/deposit/hisrec",
        {"id": "d1", "coin": "ETH", "amount": "2", "status": 6, "insertTime": CENTURY},
        [
            "transfer id=d1 direction=in asset=ETH amount=2 state=6 stage=moving"
            " since=2100-01-01 details=((chain, ''))"
        ],
    ),
    # A withdrawal that came into being goes its way, whatever was asked for.
    (
        LOCAL,
        travel("4", 2),
        [sent("w1", "'4, travelRuleStatus 2'", "moving")],
    ),
    (LOCAL, travel("", 2), []),
    (
        LOCAL,
        travel("", 0),
        [sent("w1", "'travelRuleStatus 0'", "unrecognised")],
    ),
    (
        LOCAL,
        travel("", 1, ""),
        [sent("'travel rule record 77'", "'travelRuleStatus 1'", "needs-user")],
    ),
    # Orders and positions.
    (
        "fapi/v3/positionRisk",
        rows.um_position(symbol="S", positionAmt="0", isolatedWallet="3", marginAsset="USDT"),
        ["position id=S:BOTH instrument=S side=BOTH size=0 margin=3 margin_asset=USDT"],
    ),
    (
        "api/v3/openOrders",
        ORDER,
        [f"order id=BTCUSDT:7 order_type=STOP_LOSS_LIMIT {TOLD_OF_ORDER}"],
    ),
    (
        "papi/v1/margin/openOrders",
        ORDER,
        [f"order id=margin:BTCUSDT:7 order_type=STOP_LOSS_LIMIT {TOLD_OF_ORDER}"],
    ),
    (
        "eapi/v1/position",
        rows.option_position(symbol="S", side="LONG", quantity="1", expiryDate="soon"),
        ["position id=S:LONG instrument=S side=LONG size=1 details=((expires, soon))"],
    ),
    (
        "eapi/v1/position",
        rows.option_position(symbol="S", side="LONG", quantity="1", expiryDate=0),
        ["position id=S:LONG instrument=S side=LONG size=1 details=((expires, 1970-01-01))"],
    ),
    # What is owed.
    (GROUP, group("411.25"), [f"debt asset='' amount=? value_usd=411.25 view={GROUP}"]),
    (GROUP, group("0"), []),
    (
        GROUP,
        group("0", "35"),
        ["holding nature=collateral id='group 5' asset='' amount=35 value_usd=35"],
    ),
    # Sub-accounts.
    (SUB_LIST, SUB | {"isFreeze": True}, ["sub-account name=a@example.com enabled=False"]),
    (SUB_LIST, SUB, ["sub-account name=a@example.com"]),
    *(
        (SUB_LIST, {**SUB, flag: True}, [MANAGED])
        for flag in ("isManagedSubAccount", "isAssetManagementSubAccount")
    ),
    (
        "sapi/v1/managed-subaccount/marginAsset",
        rows.isolated_account(
            rows.isolated_pair(
                baseAsset=rows.isolated_asset("ETH", free="1", borrowed="3"),
                quoteAsset=rows.isolated_asset("USDT", free="0"),
            )
        ),
        [
            "holding id=managed:ETHUSDT:base asset=ETH amount=1 frozen=0",
            "debt asset=ETH amount=3 interest=0 view=margin details=((place, ETHUSDT:base))",
        ],
    ),
    # Totals.
    (
        "sapi/v1/simple-earn/account",
        rows.earn_account(totalAmountInUSDT="67.5"),
        ["total place='Simple Earn' value_usd=67.5"],
    ),
    (
        "sapi/v1/onchain-yields/account",
        rows.earn_account(totalAmountInUSDT=""),
        ["total place='On-chain Yields' value_usd=unreadable:''"],
    ),
    (
        "sapi/v1/dci/product/accounts",
        rows.dual_account(totalAmountInUSDT="1"),
        ["total place='Dual Investment' value_usd=1"],
    ),
)


@each("case", CASES, named=lambda case: f"{case[0]}: {case[1]}")
def test_what_a_row_tells(case: tuple[str, Mapping[str, Any], list[str]]) -> None:
    """All of it, and nothing else."""
    request_id, row, told = case
    assert [line.partition(": ")[2] for line in tell("binance", request_id, row)] == told


def test_a_loan_is_told_as_it_was_charged_last() -> None:
    """Whichever way the list is ordered."""
    charges = [
        rows.vip_interest(orderId="8", loanCoin="USDT", accrualTime=time, interestAmount=interest)
        for time, interest in ((CENTURY, "2"), (CENTURY - 1, "1"))
    ]
    for listed in (charges, charges[::-1]):
        (found,) = tell("binance", "sapi/v1/loan/vip/accruedInterest", *listed)
        assert " interest=2 " in found


@each("lacking", [("Trading Bots",), ("Copy Trading",), ("Trading Bots", "Copy Trading")], str)
def test_an_overview_without_its_wallets_is_none(lacking: tuple[str, ...]) -> None:
    """Each of the two that nothing else shows has to be there, even if empty."""
    request = load_catalogue("binance")["sapi/v1/asset/wallet/balance"]
    there = {
        name: request.row.model_validate(rows.wallet_total(walletName=name, balance="0"))
        for name in ("Spot", "Trading Bots", "Copy Trading")
    }
    assert not request.objection([*there.values()])
    objection = request.objection([row for name, row in there.items() if name not in lacking])
    assert all(name in objection for name in lacking)


MOVED: Final[Mapping[str, tuple[str, Mapping[str, Any]]]] = {
    "sapi/v1/asset/transfer:since": ("timestamp", rows.internal_transfer()),
    "sapi/v1/asset/assetDividend:since": ("divTime", rows.dividend()),
    "sapi/v1/sub-account/transfer/subUserHistory:since": ("time", rows.sub_user_transfer()),
}


@each("request_id", MOVED, str)
def test_what_moved_since_the_scan_began(request_id: str) -> None:
    """From that moment on; without a readable time, or without that moment, it counts, too."""
    column, row = MOVED[request_id]
    since = {SINCE: str(CENTURY)}
    for time, told in ((CENTURY - 1_000, 0), (CENTURY, 1), (CENTURY + 1, 1), ("soon", 1)):
        assert len(tell("binance", request_id, {**row, column: time}, traits=since)) == told
        assert len(tell("binance", request_id, {**row, column: time})) == 1
