"""What each state means: waiting for whom, or ended.

The table holds what is read today, so that a change shows; OKX's, Binance's and those of transfers
were held against the fact sheets. A state that nobody documents stands beside them: it is never
taken for an end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel, ValidationError
from tests.each import each

from readiness.domain.items import SubAccount
from readiness.exchanges.registry import load_catalogue

# exchange, request, what else is said, field: states and what a row in such a state is; "-" is
# nothing any more, and two apostrophes are an empty state.
STATES: Final = """
okx asset/deposit-history state: 0 1 moving; 8 11 12 13 held; 14 17 needs-user; 2 -; 99 unrecognised
okx asset/withdrawal-history state: 0 19 cancellable; 17 needs-user; 1 7 10 15 16 -3 moving;
 4 5 6 8 9 12 review; -2 -1 2 -; 99 unrecognised
okx fiat/deposit-order-history state: pending inqueue processing moving;
 completed failed canceled cancelled -; unheard unrecognised
okx fiat/buy-sell/history state: processing moving; completed failed -; unheard unrecognised
okx trade/easy-convert-history status: running unheard order; filled failed -
okx trade/one-click-repay-history-v2 status: running unheard order; filled failed -
okx rfq/rfqs state: active pending_fill unheard order;
 filled canceled expired failed traded_away -
okx rfq/quotes state: active pending_fill unheard order;
 filled canceled expired failed traded_away -
okx p2p/order/list orderStatus: pending unheard order; completed cancelled canceled -
okx account/move-positions-history state: pending moving; filled failed -; unheard unrecognised
okx finance/simple-earn-fixed/order-list state: pending earning expired unheard holding;
 settled cancelled canceled -
okx finance/sfp/dcd/order-history state: initial live pending_settle pending_redeem unheard holding;
 settled redeemed rejected -
okx finance/staking-defi/eth/purchase-redeem-history status: pending unheard holding;
 success failed cancelled canceled -
okx finance/okusd/redeem/history status: pending unheard holding;
 success failed cancelled canceled -
okx account/set-account-switch-precheck sCode: '' 0 -; 59133 eligibility
okx account/config roleType: 0 -; 1 2 9 copy-trading
binance sapi/v1/capital/deposit/hisrec status: 0 6 moving; 7 8 needs-user; 1 2 -; 99 unrecognised
binance sapi/v1/capital/deposit/hisrec travelRuleStatus: '' 0 2 -; 1 9 needs-user
binance sapi/v1/capital/withdraw/history status: 0 needs-user; 2 review; 4 moving; 1 3 5 6 -;
 99 unrecognised
binance sapi/v1/asset/transfer status: PENDING moving; CONFIRMED FAILED -; UNHEARD unrecognised
binance sapi/v1/sub-account/transfer/subUserHistory status: PROCESS PENDING moving;
 SUCCESS FAILURE -; UNHEARD unrecognised
binance sapi/v1/margin/borrow-repay status: PENDING moving; CONFIRMED FAILED -; UNHEARD unrecognised
binance papi/v1/margin/marginLoan status: PENDING moving; CONFIRMED FAILED -; UNHEARD unrecognised
binance sapi/v1/simple-earn/flexible/history/redemptionRecord status: REDEEM FAILED UNHEARD holding;
 PAID -
binance sapi/v1/bfusd/history/redemptionHistory status: PENDING FAILED UNHEARD holding; SUCCESS -
binance sapi/v1/eth-staking/wbeth/history/unwrapHistory status: PENDING UNHEARD holding;
 SUCCESS FAILED -
binance sapi/v1/eth-staking/eth/history/redemptionHistory status: PENDING UNHEARD holding;
 SUCCESS FAILED -
binance sapi/v1/dci/product/positions purchaseStatus: PENDING PURCHASE_SUCCESS SETTLING REFUNDING
 UNHEARD holding; SETTLED PURCHASE_FAIL REFUND_SUCCESS -
binance sapi/v2/loan/flexible/repay/history repayStatus: Repaying REPAYING Unheard debt;
 Repaid REPAID Failed -
binance sapi/v1/loan/vip/request/data status: Pending order;
 Accruing_Interest Overdue Liquidating Repaying Unheard debt; Repaid Liquidated Failed -
binance sapi/v1/fiat/orders status: Processing Refunding moving;
 Refund-Failed Order-Partial-credit-Stopped held; Failed Successful Finished Refunded Expired -;
 Unheard unrecognised
binance sapi/v1/fiat/payments status: Processing moving; Completed Failed Refunded -;
 Unheard unrecognised
binance sapi/v1/c2c/orderMatch/listUserOrderHistory orderStatus: PENDING TRADING BUYER_PAYED
 DISTRIBUTING IN_APPEAL UNHEARD order; COMPLETED CANCELLED CANCELLED_BY_SYSTEM -
binance sapi/v1/mining/hash-transfer/config/details/list status: 0 9 order; 1 2 -
binance sapi/v1/portfolio/account accountStatus: NORMAL -; MARGIN_CALL UNHEARD restriction
bybit order/realtime orderStatus: New PartiallyFilled Untriggered unheard order;
 Rejected PartiallyFilledCanceled Filled Cancelled Deactivated -
bybit strategy/list status: 1 2 5 6 unheard order; 3 4 -
bybit rfq/rfq-realtime status: Active PendingFill unheard order; Canceled Filled Expired Failed -
bybit rfq/quote-realtime status: Active PendingFill unheard order; Canceled Filled Expired Failed -
bybit spread/order/realtime orderStatus: New unheard order;
 Rejected PartiallyFilledCanceled Filled Cancelled Deactivated -
bybit crypto-loan-fixed/borrow-order-info state: 1 unheard order; 2 3 4 5 -
bybit crypto-loan-fixed/supply-contract-info status: 1 3 unheard holding; 2 -
bybit earn/order status: Pending unheard holding; Success Fail -
bybit earn/fixed-term/order status: Pending Success unheard holding; Active Complete Failed -
bybit earn/advance/position status: Active unheard holding; Settled -
bybit earn/advance/order status: Pending unheard holding; Success Settled Fail -
bybit earn/liquidity-mining/order status: Pending unheard holding; Success Fail -
bybit earn/token/order status: Pending unheard holding; Success Fail -
bybit earn/pwm/investment-plan/order status: Pending unheard holding; Completed Failed -
bybit asset/deposit/query-record status: 1 2 10011 moving; 10012 held; 7 70013 review;
 3 4 70011 70012 -; 0 99 unrecognised
bybit asset/deposit/query-record depositType: '' 0 moving; 10 held; 20 50 needs-user;
 99 unrecognised
bybit asset/deposit/query-record status=3 taxStatus: '' 0 2 -; 1 needs-user; 9 unrecognised
bybit asset/deposit/query-internal-record status: 1 moving; 2 3 -; 9 unrecognised
bybit asset/deposit/query-internal-record complianceStatus: '' 0 2 3 moving; 1 needs-user;
 9 unrecognised
bybit asset/deposit/query-internal-record taxStatus: '' 0 2 moving; 1 needs-user; 9 unrecognised
bybit asset/withdraw/query-record status: SecurityCheck review; Pending BlockchainConfirmed moving;
 MoreInformationRequired needs-user; success CancelByUser Reject Fail -; unheard unrecognised
bybit asset/transfer/query-inter-transfer-list status: PENDING moving; SUCCESS FAILED -;
 UNHEARD unrecognised
kraken DepositStatus status: Initial Pending Settled moving; Success Failure -; unheard unrecognised
kraken WithdrawStatus status: Initial cancellable; Pending Settled moving; Success Failure -;
 unheard unrecognised
kraken WithdrawStatus status=Success status-prop: '' return canceled cancel-denied -;
 onhold on-hold held; cancel-pending moving; unheard unrecognised
kucoin api/v1/deposits status: PROCESSING moving; WAIT_TRM_MGT needs-user; TRM_MGT_REJECTED held;
 SUCCESS FAILURE -; UNHEARD unrecognised
kucoin api/v1/withdrawals status: REVIEW review; PROCESSING WALLET_PROCESSING moving;
 SUCCESS FAILURE -; UNHEARD unrecognised
kucoin api/v1/transaction-history status: Pending moving; Completed -; unheard unrecognised
kucoin api/v3/oco/orders status: NEW TRIGGERED UNHEARD order; DONE CANCELLED CANCELED -
kucoin api/v1/convert/limit/orders status: ACTIVE UNHEARD order; SUCCESS FAIL CANCELLED -
kucoin api/v1/struct-earn/orders status: PROCESSING UNHEARD holding; FINISHED -
kucoin api/v3/purchase/orders status: PENDING UNHEARD holding; DONE -
kucoin api/v3/redeem/orders status: PENDING UNHEARD holding; DONE -
"""

# Whatever else a row has to have, by what pydantic says is missing of it.
_SOMETHING: Final = {"missing": "1", "list_type": [], "tuple_type": [], "dict_type": {}}


def filled(row: type[BaseModel], **said: Any) -> BaseModel:
    """A row that says this, and of the rest only what it must."""
    try:
        return row.model_validate(said)
    except ValidationError as error:
        more = {str(each["loc"][0]): _SOMETHING[each["type"]] for each in error.errors()}
        return filled(row, **{**said, **more})


def outcome(exchange: str, request_id: str, **said: Any) -> str:
    """What the areas show of such a row: the stage of a transfer, or what kind of thing it is."""
    request = load_catalogue(exchange)[request_id]
    rows = [filled(request.row, **said)]
    items = [item for feed in request.feeds for item in feed.read(rows, {})]
    return " ".join(dict.fromkeys(str(getattr(item, "stage", item.kind)) for item in items)) or "-"


def meant(text: str) -> Mapping[str, str]:
    """Each state with what it means."""
    parts = [part.split() for part in text.split(";")]
    return {
        state.replace("-", " ") if re.match("[A-Z].*-", state) else state.strip("'"): meaning
        for *states, meaning in parts
        for state in states
    }


@each("line", STATES.strip().replace("\n ", " ").splitlines(), lambda line: line.partition(":")[0])
def test_states(line: str) -> None:
    """Only what is documented as an end is one; everything else is shown."""
    head, _, text = line.partition(": ")
    exchange, request, *said, field = head.split(" ")
    more = dict(entry.split("=") for entry in said)
    states = meant(text)
    found = {state: outcome(exchange, request, **{**more, field: state}) for state in states}
    assert found == states


# exchange, request, field: its values, and what is told of such a sub-account
SUB_ACCOUNTS: Final = """
bybit user/submembers memberType: 1 ; 6 custodial; 12 fund custodial; 99 99
bybit user/submembers status: 1 ; 2 without login; 4 disabled; 8 without status 8
kucoin api/v2/sub/user type: 0 ; 1 robot; 2 finance; 5 asset management; 9 9
kucoin api/v2/sub/user status: 2 ; 3 disabled
"""
_PLAIN: Final = {
    "bybit": {"memberType": "1", "status": "1"},
    "kucoin": {"type": "0", "status": "2"},
}


@each("line", SUB_ACCOUNTS.strip().splitlines(), lambda line: line.partition(":")[0])
def test_sub_accounts(line: str) -> None:
    """Of what kind they are, and what they may not do any more."""
    head, _, text = line.partition(": ")
    exchange, request_id, field = head.split(" ")
    request = load_catalogue(exchange)[request_id]
    wanted = dict(part.strip().partition(" ")[::2] for part in text.split(";"))
    told = {}
    for value in wanted:
        row = filled(request.row, **{**_PLAIN[exchange], field: value})
        (item,) = [item for feed in request.feeds for item in feed.read([row], {})]
        assert isinstance(item, SubAccount)
        off = [] if item.enabled else ["disabled"]
        without = [f"without {name}" for name in item.frozen_functions]
        told[value] = " ".join([*filter(None, [item.type]), *off, *without])
    assert told == wanted


@each("status", ["", "unsupported", "off", "active", "pending", "unheard"], str)
def test_what_lends_by_itself(status: str) -> None:
    """OKX's Auto-earn, unless it says that it is off or not to be had."""
    detail = {"ccy": "USDT", "cashBal": "0", "eq": "0", "autoLendStatus": status}
    told = outcome("okx", "account/balance", totalEq="0", details=[detail])
    assert told == ("-" if status in ("", "unsupported", "off") else "setting")
