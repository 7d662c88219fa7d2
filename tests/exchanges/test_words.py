"""What words beside a state mean: sources of money, roles, checks and places.

Typed from the fact sheet a second time. A word that nobody documents stands beside them, and is
never taken for a harmless one.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from tests.exchanges.telling import tell

from readiness.simulator import rows as okx

OVERVIEW: Final = "asset/asset-overview"


def rows_told(request_id: str, **cells: Any) -> list[str]:
    return tell("okx", request_id, {**okx.FACTORIES[request_id](), **cells})


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
