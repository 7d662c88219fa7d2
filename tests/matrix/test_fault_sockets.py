"""The same over real sockets: broken bytes as a client really meets them."""

from __future__ import annotations

from typing import Final

import pytest
from tests.exchanges.support import FULL
from tests.scan.support import bank, row

from readiness.config import Network
from readiness.domain.answer import Cause
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict
from readiness.simulator import Fault

pytestmark = pytest.mark.matrix

# Long enough for a busy machine to answer all the other requests in time.
HASTY: Final = Network(timeout=2, attempts=1, deadline=30)
PATIENT: Final = Network(timeout=20, attempts=2, deadline=60)

Broken = tuple[Fault, str, str, Cause]
"""A fault, the request that meets it, the area that must be unknown, and why it then is."""

OKX: Final[tuple[Broken, ...]] = (
    (Fault.hang(), "asset/balances", "wallet.funding", Cause.TIMEOUT),
    (Fault.stall(), "account/balance", "wallet.trading", Cause.TIMEOUT),
    (Fault.slow(20), "trade/orders-pending", "orders.open", Cause.TIMEOUT),
    (Fault.closed(), "account/positions", "positions.open", Cause.CONNECTION),
    (Fault.aborted(), "finance/savings/balance", "earn.flexible", Cause.CONNECTION),
    (Fault.cut(), "asset/deposit-history", "transfers.deposits", Cause.CONNECTION),
    (Fault.reset(), "asset/withdrawal-history", "transfers.withdrawals", Cause.CONNECTION),
    (Fault.content_length(9), "trade/orders-algo-pending", "orders.algo", Cause.CONNECTION),
    (Fault.content_length(-9), "asset/non-tradable-assets", "wallet.non-tradable", Cause.BAD_BODY),
    (Fault.corrupt_gzip(), "users/subaccount/list", "sub-accounts", Cause.BAD_BODY),
    (Fault.huge(36 * 2**20), "finance/flexible-loan/loan-info", "loans.flexible", Cause.BAD_BODY),
    (Fault.huge(36 * 2**20, compressed=True), "rfq/rfqs", "orders.rfq", Cause.BAD_BODY),
    (Fault.deep(), "sprd/orders-pending", "orders.spread", Cause.BAD_BODY),
    (Fault.html(), "asset/asset-valuation", "account.totals", Cause.BAD_BODY),
    (Fault.empty(), "copytrading/config", "copy-trading", Cause.BAD_BODY),
    (
        Fault.redirect("/api/v5/account/config"),
        "fiat/buy-sell/history",
        "transfers.fiat",
        Cause.REDIRECT,
    ),
    (Fault.status(503), "account/interest-limits", "loans.margin", Cause.HTTP_STATUS),
    (Fault.too_many(0), "tradingBot/grid/orders-algo-pending", "bots.grid", Cause.RATE_LIMIT),
    (Fault.error("50026", status=500), "finance/okusd/account", "earn.okusd", Cause.EXCHANGE_CODE),
    (
        Fault.error("51024", "frozen at your own request"),
        "p2p/order/list",
        "transfers.p2p",
        Cause.EXCHANGE_CODE,
    ),
)

BINANCE: Final[tuple[Broken, ...]] = (
    (Fault.hang(), "sapi/v1/asset/get-funding-asset", "wallet.funding", Cause.TIMEOUT),
    (Fault.closed(), "fapi/v3/positionRisk", "positions.futures-usdm", Cause.CONNECTION),
    (Fault.aborted(), "sapi/v3/asset/getUserAsset", "wallet.spot", Cause.CONNECTION),
    (Fault.cut(), "sapi/v1/capital/deposit/hisrec", "transfers.deposits", Cause.CONNECTION),
    (Fault.reset(), "api/v3/openOrders", "orders.open", Cause.CONNECTION),
    (Fault.content_length(-1), "sapi/v1/margin/openOrders", "orders.margin-cross", Cause.BAD_BODY),
    (Fault.corrupt_gzip(), "sapi/v1/sub-account/list", "sub-accounts", Cause.BAD_BODY),
    (Fault.html(), "sapi/v1/asset/wallet/balance", "account.totals", Cause.BAD_BODY),
    (Fault.empty(), "eapi/v1/position", "positions.options", Cause.BAD_BODY),
    (
        Fault.redirect("/api/v3/account"),
        "sapi/v1/fiat/payments",
        "transfers.fiat",
        Cause.REDIRECT,
    ),
    (Fault.status(403), "dapi/v1/openOrders", "orders.futures-coinm", Cause.HTTP_STATUS),
    (Fault.status(418), "sapi/v1/bfusd/account", "earn.stable-rewards", Cause.HTTP_STATUS),
    (Fault.too_many(0), "sapi/v1/algo/spot/openOrders", "orders.algo", Cause.RATE_LIMIT),
    (
        Fault.error("-1000", status=500),
        "sapi/v2/loan/flexible/ongoing/orders",
        "loans.flexible",
        Cause.EXCHANGE_CODE,
    ),
)

BROKEN: Final = [
    *(pytest.param("okx", *entry, id=f"okx:{entry[0].name}") for entry in OKX),
    *(pytest.param("binance", *entry, id=f"binance:{entry[0].name}") for entry in BINANCE),
]
_MET: Final = {entry[0].name for entry in OKX}
EVERY_KIND: Final = [
    *BROKEN[: len(OKX)],
    *(
        param
        for param, entry in zip(BROKEN[len(OKX) :], BINANCE, strict=True)
        if FULL or entry[0].name not in _MET
    ),
]
"""All of them, or each kind of fault at one of the exchanges: the bytes know of none."""


@pytest.mark.sampled(8)
@pytest.mark.parametrize(("exchange", "fault", "path", "area", "cause"), EVERY_KIND)
def test_broken_bytes_are_never_nothing_there(
    exchange: str, fault: Fault, path: str, area: str, cause: Cause
) -> None:
    """One request meets real bytes that are broken: its area is unknown, with the true cause."""
    network = HASTY if cause is Cause.TIMEOUT else PATIENT
    with bank(exchange=exchange, sockets=True, network=network) as here:
        here.sim.fault(path, fault)
        report = here.report()
        assert report.verdict in (Verdict.INCOMPLETE, Verdict.BLOCKED)
        found = row(report, area)
        assert found.status is Status.UNKNOWN
        assert cause in {reason.cause for reason in found.reasons}


MENDED: Final = [
    entry
    for entry in BROKEN
    if entry.values[4] in (Cause.CONNECTION, Cause.BAD_BODY) and "huge" not in str(entry.id)
]


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("exchange", "fault", "path"),
    [pytest.param(*entry.values[:3], id=entry.id) for entry in (MENDED if FULL else MENDED[::5])],
)
def test_broken_once_is_mended_by_a_second_try(exchange: str, fault: Fault, path: str) -> None:
    """What breaks once comes right at the second try, and the report shows no trace of it."""
    with bank(exchange=exchange, sockets=True, network=PATIENT) as here:
        here.sim.fault(path, fault, times=1)
        report = here.report()
        assert report.verdict is Verdict.READY
        assert report.requests.retried == 1
        assert here.sim.violations == []


@pytest.mark.parametrize("exchange", ["okx", "binance"])
def test_the_honest_exchange_is_ready(exchange: str) -> None:
    """The fault-free twin over sockets is ready."""
    with bank(exchange=exchange, sockets=True) as here:
        assert here.report().verdict is Verdict.READY
