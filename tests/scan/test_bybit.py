"""Bybit, from the key to the verdict: two kinds of accounts, and totals that prove little."""

from __future__ import annotations

import time
from typing import Any

import pytest
from tests.matrix.memory import World

from readiness.domain.answer import Reason
from readiness.domain.finding import Finding, Severity
from readiness.domain.key import OwnerKind, ReadOnlyKey
from readiness.domain.report import AccountReport, Status
from readiness.domain.verdict import Verdict
from readiness.policies import load_policy
from readiness.report.sentences import reason_text
from readiness.simulator import BybitAccount, Fault, bybit_rows
from readiness.simulator.bybit.account import READ_SCOPES

POLICY = load_policy("bybit")
SUB = "grid01"
COINS = "asset/transfer/query-account-coins-balance"
OVERVIEW = "asset/asset-overview"
MEMBERS = "asset/total-members-assets"
TYPES = "user/get-member-type"


def world(account: BybitAccount | None = None, **more: Any) -> World:
    """One main account, and whatever else is configured beside it."""
    accounts = {"main": account or BybitAccount(), **more}
    return World(accounts=accounts, exchange="bybit", confirmed=False)


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


# -- the key first -----------------------------------------------------------------------------


def test_clock_then_key_then_mode_then_everything() -> None:
    """Nothing about money is asked before the key has proved itself."""
    here = world()
    report = here.report()
    assert here.line.paths()[:3] == ["market/time", "user/query-api", "account/info"]
    assert isinstance(report.key, ReadOnlyKey)
    assert report.key.owner.kind is OwnerKind.MAIN
    assert report.key.owner.uid == here.account.uid
    assert report.verdict is Verdict.UNCONFIRMED


# -- two kinds of accounts ---------------------------------------------------------------------


def test_what_only_unified_accounts_have_is_not_opened_for_a_classic_one() -> None:
    """Its own mode says so; loans of spot margin stay a person's job, for no list shows them."""
    report = world(BybitAccount(mode="1")).report()
    assert status(report, "orders.algo") is Status.NOT_OPENED
    assert status(report, "orders.spread") is Status.NOT_OPENED
    assert status(report, "loans.margin") is Status.MANUAL
    assert status(report, "wallet.trading") is Status.CLEAR
    assert report.verdict is Verdict.UNCONFIRMED


def test_the_wallets_of_a_classic_account_are_read() -> None:
    """They have other names, and money in them is money."""
    account = BybitAccount(mode="1")
    account.put(f"{COINS}:SPOT", {"coin": "TRX", "walletBalance": "5", "transferBalance": "5"})
    report = world(account).report()
    assert status(report, "wallet.trading") is Status.HOLDING
    assert report.verdict is Verdict.BLOCKED


@pytest.mark.parametrize("path", ["account/wallet-balance", "strategy/list"])
def test_a_unified_account_that_is_called_classic_is_unknown(path: str) -> None:
    """The account's mode says otherwise, so the refusal proves nothing."""
    here = world()
    here.line.fault(path, Fault.error("10028"))
    report = here.report()
    assert report.verdict is Verdict.INCOMPLETE
    area = "wallet.trading" if "wallet" in path else "orders.algo"
    assert status(report, area) is Status.UNKNOWN


def test_two_answers_about_the_mode_prove_no_mode() -> None:
    """The key says unified, the account classic: no refusal means that there is nothing."""
    here = world(BybitAccount(mode="1", fields={"uta": 1}))
    report = here.report()
    assert status(report, "orders.algo") is Status.UNKNOWN
    assert report.verdict is Verdict.INCOMPLETE


# -- scopes of a read-only key -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("scope", "area"),
    [
        ("Earn.Earn", "earn.flexible"),
        ("Spot.SpotTrade", "loans.flexible"),
        ("Wallet", "sub-accounts"),
    ],
)
def test_a_scope_that_the_key_lacks_is_named(scope: str, area: str) -> None:
    """A better read-only key would see it: nobody could look, and the report says what to tick."""
    permissions = tuple(each for each in READ_SCOPES if not each.startswith(scope))
    report = world(BybitAccount(permissions=permissions)).report()
    assert report.verdict is Verdict.INCOMPLETE
    assert status(report, area) is Status.UNKNOWN
    texts = [reason_text(why, POLICY, explained=True) for why in reasons(report, area)]
    assert any("make a read-only key" in text for text in texts)


def test_fiat_money_is_a_persons_job_for_an_ordinary_key() -> None:
    """Only partners' keys see the fiat wallet, so nobody is sent for a better one."""
    report = world().report()
    assert status(report, "wallet.fiat") is Status.MANUAL


# -- totals ------------------------------------------------------------------------------------


def test_a_bot_is_told_by_the_overview_alone() -> None:
    """There is no list of bots; what they hold is found all the same, and that none is never."""
    account = BybitAccount()
    account.hold("TradingBot", "USDT", "4", category="Futures Grid Bot")
    report = world(account).report()
    (found,) = [f for f in blockers(report) if f.area == "wallet.bots"]
    assert (found.asset, found.scope) == ("USDT", "main")
    clean = world().report()
    assert not [row for row in clean.coverage if row.area == "wallet.bots"]
    assert status(clean, "manual.bots-and-copy") is Status.MANUAL


def test_what_no_list_explains_is_a_finding() -> None:
    """Alpha has a total and no list: the difference is told, with what it can be."""
    account = BybitAccount()
    account.hold("Alpha", "SOL", "2")
    report = world(account).report()
    (found,) = [f for f in report.findings if f.rule == "totals-differ"]
    assert (found.subject, found.area) == ("Alpha", "account.totals")
    assert "Alpha" in dict(found.facts)["could_be"]
    assert report.verdict is Verdict.INCOMPLETE


@pytest.mark.parametrize("code", ["404", "10017"])
def test_a_regional_site_without_an_overview_leaves_it_to_a_person(code: str) -> None:
    """Three companies do not serve it: everything else is looked at, and a person does the rest."""
    here = world()
    fault = Fault.status(404) if code == "404" else Fault.error("10017")
    here.line.fault(OVERVIEW, fault)
    report = here.report()
    assert status(report, "account.totals") is Status.MANUAL
    assert report.verdict is Verdict.UNCONFIRMED


def test_a_total_that_is_half_read_is_unknown() -> None:
    """Bybit says itself that one of its services failed: its zero is no zero."""
    report = world(BybitAccount(item_stats={"ACCOUNT_TYPE_FUND": 1})).report()
    assert status(report, "account.totals") is Status.UNKNOWN
    assert report.verdict is Verdict.INCOMPLETE


def test_a_debt_in_the_overview_is_a_debt() -> None:
    """A negative value of the trading account is owed, whatever the lists say."""
    account = BybitAccount()
    account.hold("UnifiedTradingAccount", "USDT", "-7")
    report = world(account).report()
    assert status(report, "loans.margin") is Status.HOLDING
    assert report.verdict is Verdict.BLOCKED


def coin(**fields: str) -> list[dict[str, Any]]:
    """The unified account with one coin of which nothing is left but the fields given."""
    zeros = dict.fromkeys(
        ("equity", "walletBalance", "borrowAmount", "accruedInterest", "usdValue"), "0"
    )
    return [{"accountType": "UNIFIED", "coin": [{"coin": "TRX", **zeros, **fields}]}]


def position(**fields: str) -> list[dict[str, Any]]:
    """A position of which nothing is left but the fields given."""
    return [{"symbol": "BTCUSDT", "positionIdx": 0, "side": "", "size": "0", **fields}]


def saving(**fields: Any) -> list[dict[str, Any]]:
    """Flexible savings that were redeemed to the end, but for the fields given."""
    zeros = dict.fromkeys(("amount", "availableAmount", "claimableYield"), "0")
    return [bybit_rows.flexible_saving(**{**zeros, **fields})]


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("account/wallet-balance", coin(totalPositionMM="3")),
        ("account/wallet-balance", coin(unrealisedPnl="-3")),
        ("account/wallet-balance", [{"accountType": "UNIFIED", "totalPerpUPL": "3", "coin": []}]),
        ("account/wallet-balance", [{"accountType": "CONTRACT", "coin": []}]),
        ("position/list", position(positionValue="3")),
        ("position/list", position(unrealisedPnl="-3")),
        ("position/list", position(positionStatus="Liq")),
        ("earn/position", saving(freezeDetails=[{"amount": "3", "description": "made up"}])),
    ],
)
def test_what_one_field_alone_tells_is_there(path: str, rows: list[dict[str, Any]]) -> None:
    """Everything else says that there is nothing, and this says otherwise."""
    here = world()
    here.line.fault(path, Fault.rows(rows))
    assert here.report().verdict in (Verdict.BLOCKED, Verdict.INCOMPLETE)


def overview(kind: str, total: str, *categories: tuple[str, str]) -> list[dict[str, Any]]:
    """The overview's rows: an empty funding account, and another one that names no coin."""
    row = {"valuationCurrency": "USD", "snapshotTime": str(time.time_ns() // 10**6)}
    parts = [{"category": name, "equity": value, "coinDetail": []} for name, value in categories]
    return [
        {**row, "accountType": "FundingAccount", "totalEquity": "0", "coinDetail": []},
        {**row, "accountType": kind, "totalEquity": total, "categories": parts},
    ]


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("what", "verdict"),
    [
        (("PayLater", "-5"), Verdict.BLOCKED),
        (("UnifiedTradingAccount", "-5"), Verdict.BLOCKED),
        (("TradFi", "0", ("one", "-5")), Verdict.BLOCKED),
        (("Earn", "0", ("one", "5")), Verdict.INCOMPLETE),
        (("CryptoLoans", "0", ("one", "5")), Verdict.INCOMPLETE),
    ],
)
def test_a_value_without_a_coin_is_there(what: tuple[Any, ...], verdict: Verdict) -> None:
    """Below zero it is owed, and in one product it is not nothing because another one balances."""
    here = world()
    # Made now: a snapshot of some minutes ago proves nothing.
    here.line.fault(OVERVIEW, Fault.rows(overview(*what)))
    assert here.report().verdict is verdict


def members(uid: str, whole: str, *parts: tuple[str, str], **more: Any) -> list[dict[str, Any]]:
    """The members' rows: the main account with its wallets, and perhaps somebody else."""
    items = [{"type": kind, "origb": value, "quoteb": "0", "stat": 0} for kind, value in parts]
    main = {"uid": uid, "isM": True, "origb": whole, "quoteb": "0", "stat": 0, "items": items}
    other = {"uid": "5", "quoteb": "0", "stat": 0, "items": [], **more}
    return [main, *([other] if more else [])]


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        (members("1", "-5", ("ACCOUNT_TYPE_UNIFIED", "-5")), Verdict.BLOCKED),
        (members("1", "-5", ("ACCOUNT_TYPE_CONTRACT", "-5")), Verdict.BLOCKED),
        (members("1", "-5"), Verdict.BLOCKED),
        (members("1", "0", type=2, origb="-5"), Verdict.BLOCKED),
        (members("1", "5", ("ACCOUNT_TYPE_FUND", "0")), Verdict.INCOMPLETE),
    ],
)
def test_members_that_owe_or_hold_beyond_their_wallets(
    rows: list[dict[str, Any]], verdict: Verdict
) -> None:
    """What is below zero is owed, and what a sum has beyond its parts is somewhere."""
    here = world()
    here.line.fault(MEMBERS, Fault.rows(rows))
    assert here.report().verdict is verdict


# -- sub-accounts ------------------------------------------------------------------------------


def test_a_sub_account_is_named_by_its_name_and_asked_about_by_its_number() -> None:
    """Two lists show it, one by name and one by number: it is one, in one scope."""
    main = BybitAccount()
    sub = main.sub_account(SUB)
    sub.fund("TRX", "0.0001")
    here = world(main)
    report = here.report()
    assert {row.scope for row in report.coverage} == {"main", SUB}
    assert status(report, "wallet.funding", SUB) is Status.HOLDING
    assert status(report, "orders.open", SUB) is Status.MANUAL
    (found,) = [f for f in blockers(report) if f.scope == SUB]
    assert (found.area, found.subject) == ("wallet.funding", "TRX")
    asked = [
        entry.params[name]
        for entry in here.line.sent
        for name in ("memberId", "memberIds", "subMemberId")
        if name in entry.params
    ]
    assert set(asked) == {sub.uid}


def test_two_sub_accounts_of_one_name_are_two() -> None:
    """Bybit makes some itself, all with the same name: their numbers tell them apart."""
    main = BybitAccount()
    name = "Private_Wealth_Management"
    row = {"username": name, "memberType": 12, "status": 1, "remark": "", "accountMode": 5}
    rows = [{**row, "uid": uid} for uid in ("7001", "7002")]
    main.put("user/escrow_sub_members", *rows)
    here = world(main)
    report = here.report()
    assert {row.scope for row in report.coverage} == {"main", f"{name} (7001)", f"{name} (7002)"}
    asked = {entry.params["memberId"] for entry in here.line.sent if "memberId" in entry.params}
    assert asked == {"7001", "7002"}


@pytest.mark.parametrize("kind", ["CONTRACT", "SPOT"])
def test_the_older_wallets_of_a_sub_account_are_read(kind: str) -> None:
    """Which of them it has, Bybit says; what is in them is found with the main account's key."""
    main = BybitAccount()
    sub = main.sub_account(SUB, mode="1")
    clean = world(main).report()
    assert status(clean, "wallet.trading", SUB) is Status.MANUAL
    assert clean.verdict is Verdict.UNCONFIRMED
    sub.put(f"{COINS}:{kind}", {"coin": "TRX", "walletBalance": "5", "transferBalance": "5"})
    report = world(main).report()
    assert status(report, "wallet.trading", SUB) is Status.HOLDING
    assert report.verdict is Verdict.BLOCKED


def test_an_account_without_any_wallet_is_unknown() -> None:
    """By an empty list of wallets nothing more would be looked for."""
    account = BybitAccount()
    account.put(TYPES, {"uid": account.uid, "accountType": []})
    report = world(account).report()
    assert status(report, "account.totals") is Status.UNKNOWN
    assert report.verdict is Verdict.INCOMPLETE


@pytest.mark.parametrize("listed", ["empty", "not at all"])
def test_a_sub_account_without_any_wallet_is_unknown(listed: str) -> None:
    """Which trading wallets to ask for, this list says: so none of them is known to be empty."""
    account = BybitAccount()
    sub = account.sub_account(SUB)
    sub.unified("USDT", "5")
    here = world(account)
    if listed == "empty":
        sub.put(TYPES, {"uid": sub.uid, "accountType": []})
    else:
        alone = {"uid": account.uid, "accountType": ["UNIFIED", "FUND"]}
        here.line.fault(TYPES, Fault.rows([alone]))
    report = here.report()
    for area in ("account.totals", "wallet.trading"):
        assert status(report, area, SUB) is Status.UNKNOWN


def test_a_sub_account_with_its_own_key() -> None:
    """Its own key sees what the main account's cannot."""
    main = BybitAccount()
    sub = main.sub_account(SUB, key="sub-key")
    sub.put("order/realtime:spot", bybit_rows.spot_order())
    report = world(main, grid=sub).report()
    assert status(report, "orders.open", SUB) is Status.HOLDING
    assert status(report, "earn.flexible", SUB) is Status.CLEAR
    assert report.verdict is Verdict.BLOCKED


def test_a_sub_accounts_key_alone() -> None:
    """Without its main account it is scanned as it is, and what only that one sees is manual."""
    sub = BybitAccount().sub_account(SUB, key="sub-key")
    here = World(accounts={"grid": sub}, exchange="bybit", confirmed=False)
    report = here.scan("grid").accounts[0]
    assert isinstance(report.key, ReadOnlyKey)
    assert report.key.owner.kind is OwnerKind.SUB
    assert status(report, "sub-accounts") is Status.MANUAL
    assert status(report, "transfers.withdrawals") is Status.MANUAL
    assert not {"user/submembers", "asset/withdraw/query-record"} & set(here.line.paths())
    assert report.verdict is Verdict.UNCONFIRMED


# -- money in motion ---------------------------------------------------------------------------


@pytest.mark.parametrize("path", [f"{COINS}", "account/wallet-balance"])
def test_money_that_moves_between_two_reads_is_seen(path: str) -> None:
    """From one wallet, read later, to the other, read before: the second pass shows it."""
    account = BybitAccount()
    to_trading = path == COINS
    (account.fund if to_trading else account.unified)("USDT", "5")
    here = world(account)

    def move() -> None:
        account.fundings.clear()
        account.unifieds.clear()
        (account.unified if to_trading else account.fund)("USDT", "5")

    here.simulator.before(path, move)
    assert here.report().verdict in (Verdict.BLOCKED, Verdict.INCOMPLETE)


@pytest.mark.parametrize(
    ("path", "field", "unit"),
    [
        ("account/transaction-log", "transactionTime", 1),
        ("asset/fundinghistory", "createTime", 1000),
        ("asset/transfer/query-universal-transfer-list", "timestamp", 1),
    ],
)
def test_a_movement_since_the_beginning_is_not_clear(path: str, field: str, unit: int) -> None:
    """Nothing is found anywhere, and yet a log says that something moved."""
    account = BybitAccount()
    here = world(account)

    def move() -> None:
        now = int(here.simulator.now() * 1000) // unit
        account.put(path, bybit_rows.FACTORIES[path](**{field: str(now)}))

    here.simulator.after("position/list", move, nth=1)
    report = here.report()
    assert report.verdict is Verdict.INCOMPLETE
    assert any(finding.rule == "money-moved" for finding in report.findings)


def test_horizons_are_told_and_weigh_nothing() -> None:
    """How far back deposits and withdrawals were read stands in the report as a notice."""
    report = world().report()
    told = {f.subject: f for f in report.findings if f.rule == "looked-back"}
    assert {
        "asset/deposit/query-record",
        "asset/deposit/query-internal-record",
        "asset/withdraw/query-record",
    } <= told.keys()
    assert {finding.severity for finding in told.values()} == {Severity.NOTICE}
