"""What words beside a state mean: settings, sources of money, checks and places.

Typed from the fact sheet a second time; a word that nobody documents stands beside them, and is
never taken for a harmless one.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from tests.exchanges.telling import line, tell

from readiness.exchanges.catalogue import SINCE
from readiness.exchanges.registry import load_catalogue
from readiness.simulator import rows as okx

OVERVIEW: Final = "asset/asset-overview"


def rows_told(request_id: str, **cells: Any) -> list[str]:
    return tell("okx", request_id, {**okx.FACTORIES[request_id](), **cells})


def test_money_that_is_lent_by_itself() -> None:
    """Only what is off, or cannot be, is no setting."""
    words = ("", "off", "unsupported", "pending", "active", "unheard")
    on = {}
    for word in words:
        detail = {"ccy": "DAI", "cashBal": "0", "eq": "0", "autoLendStatus": word}
        row = {"totalEq": "0", "details": [detail]}
        on[word] = [line for line in tell("okx", "account/balance", row) if ": setting " in line]
    told = ["account.settings: setting name=auto-earn effect=lends asset=DAI"]
    assert on == {word: told if word in words[3:] else [] for word in words}


def test_where_a_recurring_buy_takes_its_money_from() -> None:
    """From one of three places, by number."""
    (found,) = rows_told("tradingBot/recurring/orders-algo-pending", source=["1", "2", "3", "4"])
    places = "trading account, funding account, Simple Earn, 4"
    assert f"details=((takes_from, '{places}'))" in found


def test_roles_in_copy_trading() -> None:
    """A role that nobody documents counts as copying; only one list counts the followers."""
    roles = {"1": "leads", "2": "copies", "9": "copies"}
    for role, tie in roles.items():
        told = f"copy-trading: copy-trading tie={tie} id=SWAP:{role} details=((where, SWAP), "
        row = {"uid": "1", "perm": "read_only", "roleType": role, "spotRoleType": "0"}
        found = tell("okx", "account/config", row)
        assert [each for each in found if "tie=" in each] == [f"{told}(followers, ''))"]
        details = [{"instType": "SWAP", "roleType": role, "copyTraderNum": "4"}]
        found = tell("okx", "copytrading/config", {"details": details})
        assert found == [f"{told}(followers, 4))"]


def test_p2p_orders_that_ended() -> None:
    """Both spellings of one state are seen."""
    states = ("completed", "cancelled", "canceled", "new")
    told = [len(rows_told("p2p/order/list", orderStatus=state)) for state in states]
    assert told == [0, 0, 0, 1]


def test_what_stands_in_the_way_of_another_mode() -> None:
    """A check that did not pass says so by its code, even without a list of reasons."""
    for request_id in ("account/set-account-switch-precheck", "account/precheck-set-delta-neutral"):
        told = {
            code: tell("okx", request_id, {"sCode": code, "unmatchedInfoCheck": []})
            for code in ("", "0", "1", "3", "4")
        }
        assert told == {
            code: [f"account.totals: eligibility type=sCode-{code}"] if code > "0" else []
            for code in told
        }


def test_copied_trades_in_the_overview() -> None:
    """They are told where copied money is, and among the totals."""
    now = str(int(datetime(2026, 11, 1, tzinfo=UTC).timestamp() * 1000))
    product = {"category": "a", "equity": "5", "coinDetail": [{"coin": "BTC", "equity": "5"}]}
    account = {"accountType": "CopyTrading", "totalEquity": "5", "snapshotTime": now}
    row = {"totalEquity": "5", "list": [account | {"categories": [product]}], "answeredAt": now}
    assert tell("bybit", OVERVIEW, row) == [
        "account.totals: total place=CopyTrading value_usd=5",
        "wallet.copy-trading: holding nature=copy-trading id=a asset=BTC amount=5",
    ]


BEGAN: Final = 1_600_000_000_000
MOVED: Final[dict[str, dict[str, str]]] = {
    "account/transaction-log": {
        "id": "7",
        "currency": "BTC",
        "change": "-2",
        "transactionTime": str(BEGAN),
    },
    "asset/fundinghistory": {
        "currency": "BTC",
        "txnAmt": "-2",
        "createTime": str(BEGAN // 1000),
    },
    "asset/transfer/query-inter-transfer-list": {
        "transferId": "7",
        "coin": "BTC",
        "amount": "-2",
        "timestamp": str(BEGAN),
        "status": "SUCCESS",
    },
    "asset/withdraw/query-record": {
        "withdrawId": "7",
        "coin": "BTC",
        "amount": "-2",
        "createTime": str(BEGAN),
        "status": "success",
    },
}


def test_what_moved_since_the_scan_began() -> None:
    """What it was, of what, how much, and when; by its number where it has one."""
    for request_id, cells in MOVED.items():
        request = load_catalogue("bybit")[request_id]
        read = request.begun or request.feeds[0].read
        number = "''" if "fundinghistory" in request_id else "7"
        for since in (BEGAN, BEGAN + 1000):
            items = read([request.row.model_validate(cells)], {SINCE: str(since)})
            told = [line(item) for item in items]
            expected = f"movement id={number} asset=BTC amount=-2 at=2020-09-13"
            assert told == [expected] * (since == BEGAN), request_id


def test_wallets_that_every_account_has() -> None:
    """An answer without one of them was cut short: it says nothing of the others."""
    request = load_catalogue("kraken-futures")["derivatives/api/v3/accounts"]
    rows = [
        request.row.model_validate({"name": name, "type": "cashAccount", "balances": {}})
        for name in ("cash", "flex")
    ]
    told = [bool(request.objection(some)) for some in (rows, rows[:1], rows[1:], [])]
    assert told == [False, True, True, True]
