"""Binance, from the key to the verdict: what an exchange with many doors asks of a scan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from tests.matrix.memory import World

from readiness.domain.answer import Reason
from readiness.domain.finding import Finding, Severity
from readiness.domain.key import ActingKey, OwnerKind, ReadOnlyKey, RejectedKey, UnprovenKey
from readiness.domain.report import AccountReport, Status
from readiness.domain.verdict import Verdict
from readiness.policies import load_policy
from readiness.report.sentences import reason_text
from readiness.scan import ScanUsageError
from readiness.simulator import BinanceAccount, Fault, binance_rows

POLICY = load_policy("binance")
SUB = "grid+01@example.com"
KEY = "sapi/v1/account/apiRestrictions"
INFO = "sapi/v1/account/info"
ACCOUNT = "api/v3/account"


def world(account: BinanceAccount | None = None, **more: Any) -> World:
    """One main account, and whatever else is configured beside it."""
    accounts = {"main": account or BinanceAccount(), **more}
    return World(accounts=accounts, exchange="binance", confirmed=False)


def status(of: AccountReport, area: str, scope: str = "main") -> Status:
    """What came of one area."""
    (found,) = [row for row in of.coverage if (row.area, row.scope) == (area, scope)]
    return found.status


def reasons(of: AccountReport, area: str, scope: str = "main") -> tuple[Reason, ...]:
    """Why it is so."""
    (found,) = [row for row in of.coverage if (row.area, row.scope) == (area, scope)]
    return found.reasons


def blockers(of: AccountReport) -> list[Finding]:
    """Everything that was seen in the way."""
    return [finding for finding in of.findings if finding.severity is Severity.BLOCKER]


def families(paths: list[str]) -> set[str]:
    return {path.partition("/")[0] for path in paths}


# -- the key first -----------------------------------------------------------------------------


def test_clock_then_key_then_identity_then_everything() -> None:
    """Nothing about money is asked before the key has proved itself."""
    here = world()
    report = here.report()
    paths = here.line.paths()
    assert paths[:2] == ["api/v3/time", KEY]
    assert set(paths[2:5]) == {ACCOUNT, INFO, "sapi/v1/sub-account/transfer/subUserHistory"}
    assert isinstance(report.key, ReadOnlyKey)
    assert report.key.owner.kind is OwnerKind.MAIN
    assert report.key.owner.uid == here.account.uid
    assert report.verdict is Verdict.UNCONFIRMED


@pytest.mark.parametrize(
    "power",
    ["enableWithdrawals", "enableSpotAndMarginTrading", "enableMargin", "enableTeleport"],
)
def test_a_key_with_a_power_is_asked_nothing_more(power: str) -> None:
    """Known or not: the clock and the key, and no word about the account."""
    here = world(BinanceAccount(restrictions={power: True}))
    report = here.report()
    assert report.verdict is Verdict.REFUSED
    assert isinstance(report.key, ActingKey)
    assert here.line.paths() == ["api/v3/time", KEY]


@pytest.mark.parametrize("code", ["-2014", "-2008", "-2015", "-1022"])
def test_a_rejected_key_is_refused(code: str) -> None:
    """With the exchange's code, and nothing else is asked."""
    here = world()
    here.line.fault(KEY, Fault.error(code, "no", status=401))
    report = here.report()
    assert report.verdict is Verdict.REFUSED
    assert isinstance(report.key, RejectedKey)
    assert set(here.line.paths()) == {"api/v3/time", KEY}


@pytest.mark.parametrize(
    "fault", [Fault.status(500), Fault.status(403, "<html>"), Fault.html(), Fault.hang()]
)
def test_a_failed_question_proves_nothing(fault: Fault) -> None:
    """A firewall page about the key is no refused key, and no account either."""
    here = world()
    here.line.fault(KEY, fault)
    report = here.report()
    assert report.verdict is Verdict.INCOMPLETE
    assert isinstance(report.key, UnprovenKey)
    assert set(here.line.paths()) == {"api/v3/time", KEY}


@pytest.mark.parametrize("path", [ACCOUNT, INFO, "sapi/v1/sub-account/transfer/subUserHistory"])
def test_an_identity_that_could_not_be_read_is_no_clear_account(path: str) -> None:
    """The rest is asked all the same, and the verdict says that something is missing."""
    here = world()
    here.line.fault(path, Fault.status(500))
    report = here.report()
    assert report.verdict is Verdict.INCOMPLETE
    assert "sapi/v1/margin/account" in here.line.paths()


def test_a_copied_key_is_an_error() -> None:
    """Two entries with keys of one uid: the second does not stand in for another account."""
    account = BinanceAccount()
    with pytest.raises(ScanUsageError, match="same Binance account"):
        world(account, copy=account).scan()


# -- never opened, or could not look -----------------------------------------------------------

NOTHING: Mapping[str, bool] = {
    "isMarginEnabled": False,
    "isFutureEnabled": False,
    "isOptionsEnabled": False,
    "isPortfolioMarginRetailEnabled": False,
}
PRODUCTS = (
    ("futures", "wallet.futures-usdm"),
    ("futures", "positions.futures-usdm"),
    ("futures", "wallet.futures-coinm"),
    ("futures", "positions.futures-coinm"),
    ("options", "wallet.options"),
    ("options", "positions.options"),
)


def test_what_was_never_opened_is_not_opened() -> None:
    """The account's flag and the product's refusal together prove it."""
    report = world(BinanceAccount(info=NOTHING)).report()
    for _, area in PRODUCTS:
        assert status(report, area) is Status.NOT_OPENED, area
        assert all(reason.code == "-2015" for reason in reasons(report, area))
    assert report.verdict is Verdict.UNCONFIRMED


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("product", "area"), PRODUCTS)
def test_an_opened_product_that_the_key_cannot_see_is_unknown(product: str, area: str) -> None:
    """The same refusal with the flag on: the key is older than the product, or bound elsewhere."""
    account = BinanceAccount()
    account.product_key_predates(product)
    report = world(account).report()
    assert status(report, area) is Status.UNKNOWN
    assert report.verdict is Verdict.INCOMPLETE
    told = reason_text(reasons(report, area)[0], POLICY, explained=True)
    assert "-2015" in told
    assert "key" in told
    assert "IP" in told


def test_without_the_flags_a_refusal_proves_nothing() -> None:
    """If nobody knows what is opened, -2015 is only a refusal."""
    here = world(BinanceAccount(info=NOTHING))
    here.line.fault(INFO, Fault.status(500))
    report = here.report()
    assert status(report, "wallet.futures-usdm") is Status.UNKNOWN
    assert report.verdict is Verdict.INCOMPLETE


def test_portfolio_margin_that_was_never_opened_is_asked_all_the_same() -> None:
    """Its refusal says so together with the account's flag; the flag alone says nothing."""
    here = world()
    report = here.report()
    assert "papi" in families(here.line.paths())
    for area in ("orders", "positions", "wallet"):
        assert status(report, f"{area}.portfolio-margin") is Status.NOT_OPENED
        assert "-2015" in {reason.code for reason in reasons(report, f"{area}.portfolio-margin")}
    assert report.verdict is Verdict.UNCONFIRMED

    opened = world(BinanceAccount(info={"isPortfolioMarginRetailEnabled": True})).report()
    assert status(opened, "orders.portfolio-margin") is Status.CLEAR
    assert status(opened, "wallet.portfolio-margin") is Status.CLEAR


def test_portfolio_margin_that_the_key_cannot_see_is_unknown() -> None:
    """A key made before portfolio margin was opened never works there."""
    account = BinanceAccount(info={"isPortfolioMarginRetailEnabled": True})
    account.product_key_predates("portfolio_margin")
    report = world(account).report()
    assert status(report, "wallet.portfolio-margin") is Status.UNKNOWN
    assert report.verdict is Verdict.INCOMPLETE


def test_what_a_read_only_key_never_sees_is_a_persons_job() -> None:
    """TWAP and VP orders are refused with -1002: manual, and not incomplete for ever."""
    report = world().report()
    assert status(report, "orders.algo") is Status.MANUAL
    assert {reason.code for reason in reasons(report, "orders.algo")} == {"-1002"}


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("path", "area"),
    [
        ("sapi/v1/nft/user/getAsset", "wallet.nft"),
        ("sapi/v1/lending/auto-invest/plan/list", "bots.recurring"),
        ("sapi/v1/accumulator/product/position/list", "earn.other"),
        ("dapi/v1/openAlgoOrders", "orders.futures-coinm"),
    ],
)
def test_what_may_be_retired_is_a_persons_job(path: str, area: str) -> None:
    """A 404 there is listed; the same 404 of anything else is unknown."""
    here = world()
    here.line.fault(path, Fault.status(404, "<html>"))
    report = here.report()
    assert status(report, area) is Status.MANUAL
    assert report.verdict is Verdict.UNCONFIRMED


def test_a_404_that_nobody_lists_is_unknown() -> None:
    """The spot wallet is not retired."""
    here = world()
    here.line.fault("sapi/v3/asset/getUserAsset", Fault.status(404, "<html>"))
    assert status(here.report(), "wallet.spot") is Status.UNKNOWN


def test_maintenance_is_nothing_to_trust() -> None:
    """While Binance is in maintenance, an empty answer proves nothing."""
    here = world()
    words = '{"status":1,"msg":"system maintenance"}'
    here.line.fault("sapi/v1/system/status", Fault.body(words))
    report = here.report()
    assert report.verdict is Verdict.INCOMPLETE
    assert "maintenance" in reasons(report, "account.restrictions")[0].text


# -- money that shows twice ----------------------------------------------------------------------


def test_a_receipt_is_told_once() -> None:
    """LDUSDT in spot is the position in flexible Earn, and LDO is a coin."""
    account = BinanceAccount()
    account.spot("LDUSDT", "10")
    account.spot("LDO", "3")
    account.put(
        "sapi/v1/simple-earn/flexible/position",
        binance_rows.flexible_position(asset="USDT", totalAmount="10"),
    )
    report = world(account).report()
    told = {(finding.area, finding.subject) for finding in blockers(report)}
    assert ("wallet.spot", "LDO") in told
    assert {area for area, _ in told} == {"wallet.spot", "earn.flexible"}
    assert len(told) == 2


def test_a_receipt_without_a_position_is_money() -> None:
    """Nobody explains it, so it is left in the wallet."""
    account = BinanceAccount()
    account.spot("LDUSDT", "10")
    told = {(f.area, f.subject) for f in blockers(world(account).report())}
    assert ("wallet.spot", "LDUSDT") in told


def test_staked_coins_that_lie_in_spot_are_told_once() -> None:
    """WBETH in the spot wallet is the WBETH that the staking account counts."""
    account = BinanceAccount()
    account.spot("WBETH", "2")
    account.put(
        "sapi/v2/eth-staking/account",
        {"holdingInETH": "2.1", "holdings": {"wbethAmount": "2", "bethAmount": "0"}},
    )
    told = {(f.area, f.subject) for f in blockers(world(account).report())}
    assert told == {("wallet.spot", "WBETH")}


def test_a_wallet_that_three_requests_show_is_told_once() -> None:
    """Free, locked, frozen and being withdrawn: each part once, whoever shows it."""
    account = BinanceAccount()
    account.spot("USDT", "10", locked="2", freeze="3", withdrawing="4")
    found = [f for f in blockers(world(account).report()) if f.area == "wallet.spot"]
    assert sorted(f.subject for f in found) == ["USDT", "USDT:freeze", "USDT:withdrawing"]
    assert len({f.fingerprint("main") for f in found}) == 3


# -- sub-accounts --------------------------------------------------------------------------------


def family() -> tuple[BinanceAccount, BinanceAccount]:
    main = BinanceAccount()
    return main, main.sub_account(SUB, key="sub-key")


def test_a_sub_account_seen_with_the_main_key() -> None:
    """What it holds is in its own scope; what the main key cannot see is manual there."""
    main, sub = family()
    sub.spot("TRX", "0.0001")
    here = world(main)
    report = here.report()
    assert status(report, "wallet.spot", SUB) is Status.HOLDING
    assert status(report, "orders.open", SUB) is Status.MANUAL
    assert status(report, "wallet.funding", SUB) is Status.MANUAL
    (found,) = [f for f in blockers(report) if f.scope == SUB]
    assert (found.area, found.subject) == ("wallet.spot", "TRX")
    assert found.fingerprint("main").split("/")[1] == "grid%2B01%40example.com"
    emails = {entry.params["email"] for entry in here.line.sent if "email" in entry.params}
    assert emails == {SUB}


def test_an_empty_sub_account_is_to_be_confirmed() -> None:
    """It exists, and it is read again before anybody calls the account clear."""
    main, _ = family()
    here = world(main)
    report = here.report()
    assert report.verdict is Verdict.UNCONFIRMED
    confirm = [f for f in report.findings if f.rule == "sub-account-exists"]
    assert [(f.subject, f.severity) for f in confirm] == [(SUB, Severity.CONFIRM)]
    # No list of transfers proves that nothing moved between them, so it is asked twice.
    assert here.line.paths().count("sapi/v4/sub-account/assets") == 2


def test_a_sub_account_with_its_own_key() -> None:
    """The pair is found by uid, and the sub-account's own key sees what the main key cannot."""
    main, sub = family()
    sub.put("api/v3/openOrders", binance_rows.open_order())
    report = world(main, grid=sub).report()
    assert status(report, "orders.open", SUB) is Status.HOLDING
    assert status(report, "wallet.funding", SUB) is Status.CLEAR
    assert report.verdict is Verdict.BLOCKED


def test_the_key_of_a_stranger_is_refused() -> None:
    """A key that the main account does not list under that address is not used."""
    main, _ = family()
    other = BinanceAccount().sub_account(SUB, key="other-key")
    here = World(accounts={"main": main, "grid": other}, exchange="binance", confirmed=False)
    config = here.config()
    assert config.accounts["grid"].parent is None
    # The same two keys, told to belong together.
    other.parent, other_parent = main, other.parent
    other.uid = "123"
    try:
        report = here.report()
    finally:
        other.parent = other_parent
    assert report.verdict is Verdict.REFUSED


def test_a_sub_accounts_key_alone() -> None:
    """Without its main account it is scanned as it is, and what only that one sees is manual."""
    _, sub = family()
    here = World(accounts={"grid": sub}, exchange="binance", confirmed=False)
    report = here.scan("grid").accounts[0]
    assert isinstance(report.key, ReadOnlyKey)
    assert report.key.owner.kind is OwnerKind.SUB
    assert status(report, "sub-accounts") is Status.MANUAL
    assert "sapi/v1/sub-account/list" not in here.line.paths()
    assert report.verdict is Verdict.UNCONFIRMED


def test_a_standalone_account_has_no_sub_accounts() -> None:
    """The function is off: nothing is there, and the exchange's word says so."""
    report = world(BinanceAccount(sub_accounts_enabled=False)).report()
    assert status(report, "sub-accounts") in (Status.NOT_OPENED, Status.CLEAR)
    assert {finding.rule for finding in report.findings} & {"sub-account-exists"} == set()
    assert report.verdict is Verdict.UNCONFIRMED


def test_a_frozen_sub_account_is_restricted_in_its_own_scope() -> None:
    """Frozen by the main account or by Binance: it cannot be emptied."""
    main = BinanceAccount()
    main.sub_account(SUB, isFreeze=True)
    report = world(main).report()
    assert status(report, "account.restrictions", SUB) is Status.HOLDING
    assert report.verdict is Verdict.BLOCKED


# -- money in motion -----------------------------------------------------------------------------


def test_money_that_moves_between_two_reads_is_seen() -> None:
    """From funding, read later, to spot, read before: a total or the second pass shows it."""
    account = BinanceAccount()
    account.funding("USDT", "5")
    here = world(account)

    def move() -> None:
        account.funding("USDT", 0)
        account.spot("USDT", "5")

    here.simulator.before("sapi/v1/asset/get-funding-asset", move)
    assert here.report().verdict in (Verdict.BLOCKED, Verdict.INCOMPLETE)


def test_a_movement_since_the_beginning_is_not_clear() -> None:
    """Nothing is found anywhere, and yet a transfer says that something moved."""
    account = BinanceAccount()
    here = world(account)
    transfer = binance_rows.internal_transfer

    def move() -> None:
        now = int(here.simulator.now() * 1000)
        account.put(
            "sapi/v1/asset/transfer",
            transfer(type="MAIN_FUNDING", status="CONFIRMED", timestamp=now),
        )

    here.simulator.after("sapi/v3/asset/getUserAsset", move, nth=1)
    report = here.report()
    assert report.verdict is Verdict.INCOMPLETE
    assert any(finding.rule == "money-moved" for finding in report.findings)


def test_horizons_are_told_and_weigh_nothing() -> None:
    """How far back withdrawals and fiat orders were read stands in the report as a notice."""
    report = world().report()
    told = {f.subject: f for f in report.findings if f.rule == "looked-back"}
    assert {
        "sapi/v1/capital/withdraw/history",
        "sapi/v1/capital/deposit/hisrec",
        "sapi/v1/fiat/orders",
        "sapi/v1/c2c/orderMatch/listUserOrderHistory",
    } <= set(told)
    assert {finding.severity for finding in told.values()} == {Severity.NOTICE}
