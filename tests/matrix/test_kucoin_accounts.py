"""What only KuCoin does: lists tied to trading, two families of accounts, coins to be named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest
from tests.matrix.kucoin_cases import put
from tests.matrix.kucoin_rig import KUCOIN
from tests.matrix.memory import World

from readiness.domain.finding import Severity
from readiness.domain.report import AccountReport, CoverageRow, Status
from readiness.domain.verdict import Verdict
from readiness.exchanges.kucoin.catalogue.service import BY_MODE, MODE
from readiness.simulator import Fault, KucoinAccount
from readiness.simulator.kucoin import rows as kucoin_rows

TIED: Final = {
    "orders.open",
    "orders.margin-cross",
    "orders.margin-isolated",
    "positions.futures-usdm",
    "positions.futures-coinm",
    "loans.institutional",
}
"""What a plain key may be refused."""


def world(account: KucoinAccount | None = None, **more: Any) -> World:
    return World({"main": account or KucoinAccount()}, exchange="kucoin", **more)


def rows_of(report: AccountReport) -> dict[str, CoverageRow]:
    return {row.area: row for row in report.coverage if row.scope == "main"}


def test_identity_is_asked_before_anything_else() -> None:
    """Clock, key, which family of accounts: only then the rest, side by side."""
    here = world()
    here.scan()
    assert here.line.paths()[:3] == [KUCOIN.clock, KUCOIN.key, MODE.id]


# -- lists that are tied to a permission to trade ----------------------------------------------


def test_what_a_plain_key_is_refused_is_for_a_person() -> None:
    """Exactly those areas, and each says what KuCoin answered."""
    report = world(confirmed=False).report()
    assert report.verdict is Verdict.UNCONFIRMED
    manual = {
        area: row
        for area, row in rows_of(report).items()
        if row.status is Status.MANUAL and not area.startswith("manual.")
    }
    assert set(manual) == TIED
    for row in manual.values():
        assert {reason.code for reason in row.reasons} == {"400007"}


def test_once_a_person_has_looked_it_is_ready() -> None:
    """With the usual look at what no API shows."""
    assert world().report().verdict is Verdict.READY


def test_what_an_order_holds_back_still_stands_in_the_way() -> None:
    """No list shows the order, and a person has said that there is none: the money is held."""
    account = KucoinAccount()
    account.spot_order("TRX-USDT", "buy", "1", "0.1")
    report = world(account).report()
    assert report.verdict is Verdict.BLOCKED
    found = {finding.area for finding in report.findings}
    assert "wallet.spot" in found
    assert rows_of(report)["orders.open"].status is Status.MANUAL


def test_what_a_position_takes_still_stands_in_the_way() -> None:
    """Its margin is in the futures wallet, which a plain key may see."""
    account = KucoinAccount()
    account.position("XBTUSDTM", 1, "5", settleCurrency="USDT")
    report = world(account).report()
    assert report.verdict is Verdict.BLOCKED
    assert "wallet.futures-usdm" in {finding.area for finding in report.findings}
    assert rows_of(report)["positions.futures-usdm"].status is Status.MANUAL


def test_a_position_that_is_called_open_is_one() -> None:
    """Neither a quantity nor margin is stated, and yet KuCoin says so."""
    account = KucoinAccount(enforces=False)
    account.put("api/v1/positions", kucoin_rows.position(currentQty=0, posMargin=0, isOpen=True))
    assert world(account).report().verdict is Verdict.BLOCKED


def test_orders_of_the_old_engine_are_seen_by_every_key() -> None:
    """Their list is not tied to anything."""
    account = KucoinAccount()
    account.put("api/v1/orders", kucoin_rows.order())
    report = world(account).report()
    assert report.verdict is Verdict.BLOCKED
    found = [finding for finding in report.findings if finding.severity is Severity.BLOCKER]
    assert {finding.area for finding in found} == {"orders.open"}


@pytest.mark.sampled(12)
@pytest.mark.parametrize(
    "request_id", [r.id for r in KUCOIN.asked() if r.permission == "read_only"]
)
def test_the_same_refusal_of_anything_else_is_a_failed_look(request_id: str) -> None:
    """Nobody says that such a list needs more than a plain key."""
    here = KUCOIN.world_for(KUCOIN.catalogue[request_id])
    KUCOIN.fault(here.line, request_id, Fault.error("400007"))
    assert here.report().verdict in (Verdict.INCOMPLETE, Verdict.BLOCKED)


# -- two families of accounts ------------------------------------------------------------------


@pytest.mark.sampled(3)
@pytest.mark.parametrize("mode", ["CLASSIC", "UNIFIED"])
@pytest.mark.parametrize(
    "fault",
    [
        Fault.status(503),
        Fault.error("400007"),
        Fault.rows([]),
        Fault.field("selfAccountMode", "HYBRID"),
        Fault.field("selfAccountMode", None),
        Fault.no_field("selfAccountMode"),
    ],
    ids=lambda fault: fault.name,
)
def test_without_the_mode_nothing_of_either_family_is_proved(fault: Fault, mode: str) -> None:
    """Both are asked, and what neither shows may still be in the other."""
    account = KucoinAccount(mode=mode, enforces=False)
    here = world(account)
    here.line.fault(MODE.id, fault)
    report = here.report()
    assert report.verdict is Verdict.INCOMPLETE
    rows = rows_of(report)
    assert {area for area in BY_MODE if rows[area].status is not Status.UNKNOWN} == set()
    asked = set(here.line.paths())
    assert asked >= {"api/v1/hf/orders/active/symbols", "api/ua/v1/unified/account/balance"}


@pytest.mark.parametrize("mode", ["CLASSIC", "UNIFIED"])
def test_money_in_the_other_family_is_seen_without_the_mode(mode: str) -> None:
    """And it stands in the way."""
    account = KucoinAccount(mode=mode, enforces=False)
    if mode == "UNIFIED":
        account.unified("TRX", "1")
    else:
        account.spot_order("TRX-USDT", "buy", "1", "0.1")
    here = world(account)
    here.line.fault(MODE.id, Fault.status(503))
    assert here.report().verdict is Verdict.BLOCKED


LEFT: Final[list[tuple[str, str, Callable[[KucoinAccount], object]]]] = [
    ("CLASSIC", "wallet.trading", lambda account: account.unified("TRX", "1")),
    (
        "CLASSIC",
        "orders.open",
        put("api/ua/v1/unified/order/open-list:SPOT", kucoin_rows.unified_order()),
    ),
    (
        "CLASSIC",
        "positions.futures-usdm",
        put("api/ua/v1/unified/position/open-list", kucoin_rows.unified_position()),
    ),
    ("UNIFIED", "orders.open", put("api/v1/orders", kucoin_rows.order())),
    ("UNIFIED", "orders.algo", put("api/v1/stop-order", kucoin_rows.stop_order())),
    ("UNIFIED", "orders.algo", put("api/v3/oco/orders", kucoin_rows.oco_order())),
    ("UNIFIED", "orders.futures-usdm", put("api/v1/stopOrders", kucoin_rows.futures_stop_order())),
    (
        "UNIFIED",
        "positions.futures-usdm",
        put("api/v1/positions", kucoin_rows.position(settleCurrency="USDT")),
    ),
]
"""What an account may have left in the family that it does not use."""


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("mode", "area", "leave"), LEFT)
def test_what_was_left_in_the_other_family_is_seen(
    mode: str, area: str, leave: Callable[[KucoinAccount], object]
) -> None:
    """An account can be switched, and nobody says that all that it has goes along."""
    account = KucoinAccount(mode=mode, enforces=False)
    leave(account)
    report = world(account).report()
    assert report.verdict is Verdict.BLOCKED
    assert rows_of(report)[area].status is Status.HOLDING


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    "fault", [Fault.error("112010"), Fault.error("400303"), Fault.status(503)], ids=lambda f: f.name
)
@pytest.mark.parametrize("mode", ["CLASSIC", "UNIFIED"])
def test_the_other_family_may_be_refused(mode: str, fault: Fault) -> None:
    """Most accounts never had it, and nobody documents what they are told: a person looks."""
    here = world(KucoinAccount(mode=mode, enforces=False))
    usual = here.report()
    others = [request for request in KUCOIN.catalogue if request.adds_only({"mode": mode})]
    for request in others:
        KUCOIN.fault(here.line, request.id, fault)
    report = here.report()
    assert others
    assert (report.verdict, usual.verdict) == (Verdict.READY, Verdict.READY)
    assert rows_of(report)["manual.other-family"].status is Status.MANUAL


@pytest.mark.parametrize("field", ["available", "hold", "unrealisedPnl"])
def test_what_is_below_zero_in_a_unified_account_is_no_nothing(field: str) -> None:
    """No balance and no debt is stated, and yet something is: it stands in the way."""
    zeros = dict.fromkeys(("balance", "available", "hold", "equity", "liability"), "0")
    currency = {"currency": "TRX", **zeros, field: "-3"}
    here = world(KucoinAccount(mode="UNIFIED", enforces=False))
    here.line.fault("api/ua/v1/unified/account/balance", Fault.rows([{"currencies": [currency]}]))
    report = here.report()
    assert report.verdict is Verdict.BLOCKED
    assert rows_of(report)["wallet.trading"].status is Status.HOLDING


@pytest.mark.parametrize(
    ("field", "value", "verdict"),
    [
        ("liability", "3", Verdict.BLOCKED),
        ("liability", "-3", Verdict.BLOCKED),
        ("equity", "-3", Verdict.BLOCKED),
        ("equity", "3", Verdict.INCOMPLETE),
        ("im", "3", Verdict.INCOMPLETE),
    ],
)
def test_what_only_the_unified_overview_says(field: str, value: str, verdict: Verdict) -> None:
    """No list tells of a debt, an order or a position, and the account as a whole does."""
    here = world(KucoinAccount(mode="UNIFIED", enforces=False))
    here.line.fault("api/ua/v1/unified/account/overview", Fault.field(field, value))
    assert here.report().verdict is verdict


def test_an_answer_about_another_account_says_nothing_of_the_unified_one() -> None:
    """It is empty, and it is not what was asked for."""
    here = world(KucoinAccount(mode="UNIFIED", enforces=False))
    other = {"accountType": "SPOT", "ts": 1, "accounts": [{"currencies": []}]}
    here.line.fault("api/ua/v1/unified/account/balance", Fault.envelope(data=other))
    report = here.report()
    assert report.verdict is Verdict.INCOMPLETE
    assert rows_of(report)["wallet.trading"].status is Status.UNKNOWN


# -- what else ---------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["411100", "400301", "400303", "400500", "126002"])
def test_a_restricted_account_is_blocked(code: str) -> None:
    """Frozen, not served in its region, not identified: whatever it was that was asked."""
    here = world()
    here.line.fault("api/v1/accounts", Fault.error(code))
    report = here.report()
    assert report.verdict is Verdict.BLOCKED
    assert "account.restrictions" in {finding.area for finding in report.findings}


def test_a_coin_that_has_to_be_named_is_asked_for_by_name() -> None:
    """Each coin that the account ever had; what cannot be seen so is for a person."""
    account = KucoinAccount(enforces=False, currency_required=True)
    account.funding("TRX", 0)
    account.funding("KCS", 0)
    here = world(account)
    report = here.report()
    assert report.verdict is Verdict.UNCONFIRMED
    for way in ("deposits", "withdrawals"):
        named = {
            arrival.params.get("currency")
            for arrival in here.line.sent
            if arrival.path == f"api/v1/{way}"
        }
        assert named == {None, "TRX", "KCS"}
        assert rows_of(report)[f"transfers.{way}"].status is Status.MANUAL


def test_no_coin_is_named_where_none_has_to_be() -> None:
    """One list of everything is enough."""
    account = KucoinAccount(enforces=False)
    account.funding("TRX", 0)
    here = world(account)
    assert here.report().verdict is Verdict.READY
    assert not [
        arrival
        for arrival in here.line.sent
        if arrival.path in ("api/v1/deposits", "api/v1/withdrawals")
        and "currency" in arrival.params
    ]


def test_sub_accounts_that_were_not_told_of_are_never_nothing() -> None:
    """The list fails: none of them can be clear, and none is made up."""
    account = KucoinAccount(enforces=False)
    account.sub_account("grid01").funding("TRX", "1")
    here = world(account)
    here.line.fault("api/v2/sub/user", Fault.status(503))
    report = here.report()
    assert report.verdict is Verdict.BLOCKED
    assert ("grid01", "wallet.funding") in {
        (finding.scope, finding.area) for finding in report.findings
    }


@pytest.mark.sampled(3)
@pytest.mark.parametrize("symbol", [5, None, True, "", [], {}, 1.5], ids=repr)
@pytest.mark.parametrize(
    ("path", "area"),
    [
        ("api/v1/hf/orders/active/symbols", "orders.open"),
        ("api/v3/hf/margin/order/active/symbols", "orders.margin-cross"),
    ],
)
def test_a_pair_that_is_none_is_not_asked_for_in_vain(path: str, area: str, symbol: Any) -> None:
    """Nobody has orders on such a pair, so asking for them would show that there are none."""
    here = world(KucoinAccount(enforces=False))
    here.line.fault(path, Fault.rows([symbol]))
    report = here.report()
    assert report.verdict is Verdict.INCOMPLETE
    assert rows_of(report)[area].status is Status.UNKNOWN
