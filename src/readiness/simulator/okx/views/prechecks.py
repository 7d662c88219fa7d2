"""OKX's own lists of obstacles, asked for before a change of mode or strategy."""

from __future__ import annotations

from readiness.simulator.okx.account import OkxAccount
from readiness.simulator.okx.errors import RefusalError
from readiness.simulator.okx.paging import Row
from readiness.simulator.okx.route import Asked
from readiness.simulator.okx.views.debts import debts

_BOTS = (
    "tradingBot/grid/orders-algo-pending",
    "tradingBot/signal/orders-algo-pending",
    "tradingBot/dca/ongoing-list",
    "tradingBot/recurring/orders-algo-pending",
)
_LOANS = "finance/flexible-loan/loan-info"


def switch_precheck(asked: Asked) -> list[Row]:
    """Compute `account/set-account-switch-precheck`."""
    account, target = asked.account, asked.query["acctLv"]
    if target == str(account.mode):
        raise RefusalError("51000", "acctLv")
    found = [
        {"posList": positions, "totalAsset": "", "type": kind}
        for kind, positions in _obstacles(account)
    ]
    return [
        {
            "acctLv": target,
            "curAcctLv": str(account.mode),
            "mgnAft": None,
            "mgnBf": None,
            "posList": [],
            "posTierCheck": [],
            "riskOffsetType": "",
            "sCode": "1" if found else "0",
            "unmatchedInfoCheck": found,
        }
    ]


def delta_neutral_precheck(asked: Asked) -> list[Row]:
    """Compute `account/precheck-set-delta-neutral`."""
    account = asked.account
    found = [(kind, positions) for kind, positions in _positions(account)]
    if any(account.rows(path) for path in _BOTS):
        found.append(("trading_bot", []))
    if account.rows(_LOANS):
        found.append(("loan", []))
    if debts(account):
        found.append(("repay_borrowings", []))
    rows = [{"posList": ids, "ordList": [], "deltaLever": "", "type": kind} for kind, ids in found]
    return [{"unmatchedInfoCheck": rows}]


def _obstacles(account: OkxAccount) -> list[tuple[str, list[str]]]:
    found = [(kind, ids) for kind, ids in _positions(account)]
    if account.rows("trade/orders-pending"):
        found.append(("pending_orders", []))
    if any(account.rows(path) for path in ("trade/orders-algo-pending", *_BOTS)):
        found.append(("pending_algos", []))
    if debts(account):
        found.append(("repay_borrowings", []))
    if account.settings.get("spotRoleType", "0") != "0":
        found.append(("stop_spot_custom", []))
    if account.settings.get("roleType", "0") != "0":
        found.append(("stop_futures_custom", []))
    return found


def _positions(account: OkxAccount) -> list[tuple[str, list[str]]]:
    kinds: dict[str, list[str]] = {}
    for row in account.rows("account/positions"):
        margin = row.get("instType") == "MARGIN"
        isolated = "isolated_margin" if margin else "isolated_contract"
        kind = isolated if row.get("mgnMode") == "isolated" else "cross_margin"
        kinds.setdefault(kind if margin or "isolated" in kind else "all_positions", []).append(
            str(row.get("posId", ""))
        )
    return list(kinds.items())
