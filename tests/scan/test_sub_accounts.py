"""Sub-accounts: through the main account's key, through their own, and alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

import pytest
from tests.scan.support import Bank, bank, row, status, today

from readiness.domain.decision import Acknowledgement
from readiness.domain.finding import Severity
from readiness.domain.key import ActingKey, ReadOnlyKey, RejectedKey, UnprovenKey
from readiness.domain.report import AccountReport, Status
from readiness.domain.verdict import Verdict
from readiness.policies import load_policy
from readiness.scan import ScanUsageError
from readiness.simulator import Fault, OkxAccount, rows

MAIN_LEVEL = {
    "users/subaccount/list",
    "users/entrust-subaccount-list",
    "account/subaccount/balances",
    "asset/subaccount/balances",
    "asset/subaccount/bills",
    "account/move-positions-history",
    "finance/okusd/account",
    "finance/okusd/redeem/history",
}


def family(**options: Any) -> dict[str, OkxAccount]:
    """A main account with a sub-account, each with its own key."""
    main = OkxAccount()
    return {"main": main, "grid": main.sub_account("grid01", key="fake-grid-key", **options)}


def blind_areas() -> set[str]:
    return {area.value for area in load_policy("okx").master_blind.areas}


def blocked_in(report: AccountReport, scope: str) -> set[str]:
    return {
        finding.area
        for finding in report.findings
        if finding.severity is Severity.BLOCKER and finding.scope == scope
    }


def statuses(report: AccountReport, scope: str) -> dict[str, Status]:
    return {entry.area: entry.status for entry in report.coverage if entry.scope == scope}


# -- through the main account's key ------------------------------------------------------------


def test_an_empty_sub_account_is_a_persons_job() -> None:
    """What the main key cannot see of it is manual, never clear, and it is named itself."""
    main = OkxAccount()
    main.sub_account("grid01")
    with bank({"main": main}) as here:
        report = here.report()
        assert report.verdict is Verdict.UNCONFIRMED
        found = statuses(report, "grid01")
        assert found.pop("wallet.trading") is Status.CLEAR
        assert found.pop("wallet.funding") is Status.CLEAR
        assert set(found) == blind_areas()
        assert set(found.values()) == {Status.MANUAL}
        exists = [f for f in report.findings if f.rule == "sub-account-exists"]
        assert [(f.subject, f.severity, f.scope) for f in exists] == [
            ("grid01", Severity.CONFIRM, "main")
        ]
        assert [entry for entry in report.coverage if entry.status is Status.UNKNOWN] == []


def test_confirming_the_sub_account_is_not_looking_into_it() -> None:
    """That it may exist is one thing; what nobody saw of it stays open."""
    main = OkxAccount()
    main.sub_account("grid01")
    with bank({"main": main}) as here:
        here.also_confirmed = ("sub-accounts",)
        report = here.report()
        assert report.verdict is Verdict.UNCONFIRMED
        assert not [f for f in report.findings if f.rule == "sub-account-exists"]


def test_everything_confirmed_is_ready() -> None:
    """The other side: a person looked everywhere, and then the account is ready."""
    main = OkxAccount()
    main.sub_account("grid01")
    with bank({"main": main}) as here:
        here.also_confirmed = ("sub-accounts", *sorted(blind_areas()))
        assert here.report().verdict is Verdict.READY


def test_a_funded_sub_account_blocks_in_its_own_scope() -> None:
    """Its dust, its bots' money and its debt are told under its own name."""
    main = OkxAccount()
    sub = main.sub_account("grid01")
    sub.funding("TRX", "0.0001")
    sub.trading("USDT", "-3", liab="3", bots="12")
    with bank({"main": main}) as here:
        report = here.report()
        assert report.verdict is Verdict.BLOCKED
        assert blocked_in(report, "main") == set()
        assert blocked_in(report, "grid01") == {"wallet.funding", "wallet.trading", "loans.margin"}
        assert status(report, "wallet.funding", "main") is Status.CLEAR


def test_a_debt_that_the_main_key_cannot_see_is_never_clear() -> None:
    """In Futures mode the balance has no word about debts: loans stay a person's job."""
    main = OkxAccount()
    sub = main.sub_account("grid01", mode=2)
    sub.put("account/positions", rows.margin_position())
    with bank({"main": main}) as here:
        report = here.report()
        assert status(report, "loans.margin", "grid01") is Status.MANUAL
        assert status(report, "positions.open", "grid01") is Status.MANUAL


@pytest.mark.parametrize("path", ["account/subaccount/balances", "asset/subaccount/balances"])
def test_a_failed_look_at_a_sub_account_is_unknown_in_its_scope(path: str) -> None:
    """One balance of one sub-account fails: that place is unknown, its neighbours are not."""
    main = OkxAccount()
    main.sub_account("grid01")
    main.sub_account("grid02")
    with bank({"main": main}) as here:
        here.sim.fault(path, Fault.status(503), when=lambda q: q["subAcct"] == "grid01")
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        area = "wallet.trading" if path.startswith("account") else "wallet.funding"
        assert status(report, area, "grid01") is Status.UNKNOWN
        assert status(report, area, "grid02") is Status.CLEAR
        assert status(report, area, "main") is Status.CLEAR


def test_a_sub_account_deleted_during_the_scan_is_not_empty() -> None:
    """It was in the list, and then nobody could look: unknown, not clear."""
    main = OkxAccount()
    main.sub_account("grid01")
    with bank({"main": main}) as here:
        here.sim.after("users/subaccount/list", main.subs.clear)
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert row(report, "wallet.trading", "grid01").reasons[0].code == "59510"


NAMES = [
    "main",
    "sub:main",
    "sub:sub:main",
    "MAIN",
    "a b&c=d",
    "50%+1",
    "né/ö#?",
    "网格",
    "a'~*()",
    "0",
]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_asked_for_and_told_apart(name: str) -> None:
    """A sub-account called `main`, or with signs that mean something in an address, is read."""
    main = OkxAccount()
    main.sub_account(name).funding("TRX", "2")
    with bank({"main": main}) as here:
        report = here.report()
        scope = f"sub:{name}" if name == "main" or name.startswith("sub:") else name
        assert blocked_in(report, scope) == {"wallet.funding"}
        assert blocked_in(report, "main") == set()
        assert status(report, "wallet.trading", scope) is Status.CLEAR
        asked = [a.params["subAcct"] for a in here.sim.requests if "subAcct" in a.params]
        assert set(asked) == {name}


def test_names_that_could_collide_do_not() -> None:
    """Sub-accounts `main` and `sub:main` beside the main account: three scopes, three reports."""
    main = OkxAccount()
    main.sub_account("main").funding("TRX", "1")
    main.sub_account("sub:main").funding("ADA", "2")
    with bank({"main": main}) as here:
        report = here.report()
        found = {(f.scope, f.asset) for f in report.findings if f.rule == "wallet-not-empty"}
        assert found == {("sub:main", "TRX"), ("sub:sub:main", "ADA")}
        prints = [finding.fingerprint("main") for finding in report.findings]
        assert len(set(prints)) == len(prints)


def test_more_sub_accounts_than_a_page() -> None:
    """All of a hundred and one sub-accounts are read, the last one too."""
    main = OkxAccount()
    for number in range(101):
        main.sub_account(f"s{number}")
    # The list is newest first: the oldest is alone on the second page.
    main.subs["s0"].funding("TRX", "1")
    with bank({"main": main}) as here:
        report = here.report()
        assert report.verdict is Verdict.BLOCKED
        assert blocked_in(report, "s0") == {"wallet.funding"}
        assert here.sim.count("asset/subaccount/balances") == 101
        assert row(report, "sub-accounts").items == 101


def test_an_unreadable_list_leaves_nothing_clear() -> None:
    """Without the list nobody knows how many sub-accounts there are."""
    main = OkxAccount()
    main.sub_account("grid01").funding("USDT", "5")
    with bank({"main": main}) as here:
        here.sim.fault("users/subaccount/list", Fault.status(503))
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert status(report, "sub-accounts") is Status.UNKNOWN


# -- with its own key --------------------------------------------------------------------------


def test_its_own_key_completes_the_picture() -> None:
    """With the sub-account's own key every area of it is seen; only that it exists is left."""
    with bank(family()) as here:
        report = here.report()
        assert len(here.scan().accounts) == 1, "no entry of its own"
        assert report.verdict is Verdict.UNCONFIRMED
        found = statuses(report, "grid01")
        assert blind_areas() <= set(found)
        assert found.pop("transfers.p2p") is Status.MANUAL, "for merchants' keys only"
        assert set(found.values()) <= {Status.CLEAR, Status.NOT_OPENED}
        here.also_confirmed = ("sub-accounts",)
        assert here.report().verdict is Verdict.READY


@pytest.mark.parametrize("name", ["main", "grid"])
def test_naming_either_scans_both(name: str) -> None:
    """The sub-account's answers stand under its main account, whichever is named."""
    with bank(family()) as here:
        report = here.scan(name)
        assert [entry.account for entry in report.accounts] == ["main"]
        assert here.asked(here.accounts["main"])
        assert here.asked(here.accounts["grid"])


def test_what_only_its_own_key_sees_blocks_in_its_scope() -> None:
    """Orders, positions, bots, earn and transfers of a sub-account, told under its name."""
    accounts = family()
    sub = accounts["grid"]
    sub.put("trade/orders-pending", rows.order())
    sub.put("account/positions", rows.position())
    sub.put("tradingBot/grid/orders-algo-pending", rows.grid_bot())
    sub.put("finance/savings/balance", rows.savings())
    sub.put("asset/withdrawal-history", rows.withdrawal(state="0"))
    with bank(accounts) as here:
        report = here.report()
        assert report.verdict is Verdict.BLOCKED
        assert blocked_in(report, "grid01") == {
            "orders.open",
            "positions.open",
            "bots.grid",
            "earn.flexible",
            "transfers.withdrawals",
        }
        assert blocked_in(report, "main") == set()


def test_main_level_products_are_asked_once() -> None:
    """Nothing that belongs to the main account is asked with a sub-account's key."""
    accounts = family()
    accounts["main"].put("finance/okusd/account", rows.okusd())
    with bank(accounts) as here:
        report = here.report()
        assert set(here.asked(accounts["grid"])) & MAIN_LEVEL == set()
        okusd = [finding for finding in report.findings if finding.area == "earn.okusd"]
        assert [finding.scope for finding in okusd] == ["main"]


def test_what_either_key_sees_is_there() -> None:
    """The main key sees a balance that the own key no longer can: it still blocks."""
    accounts = family()
    accounts["grid"].funding("USDT", "3")
    with bank(accounts) as here:
        here.sim.fault("asset/balances", Fault.status(503), when=None)
        report = here.report()
        assert "wallet.funding" in blocked_in(report, "grid01")
        assert status(report, "wallet.funding", "grid01") is Status.UNKNOWN


@pytest.mark.parametrize(
    "path",
    ["account/interest-limits", "account/positions", "account/balance", "asset/balances"],
)
def test_a_failed_look_with_its_own_key_is_not_mended_by_the_main_one(path: str) -> None:
    """The main key's narrower look does not stand in for the own key's that failed."""
    accounts = family(mode=2)
    accounts["grid"].refuse(path, "50026", "system error")
    with bank(accounts) as here:
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        unknown = {area for area, s in statuses(report, "grid01").items() if s is Status.UNKNOWN}
        assert unknown
        if path.startswith("account/") and path != "account/balance":
            assert "loans.margin" in unknown


def test_a_debt_seen_by_its_own_key_survives_another_failed_look() -> None:
    """One look of the own key shows a debt, another fails: the debt is told."""
    accounts = family(mode=2)
    accounts["grid"].put("account/positions", rows.margin_position())
    accounts["grid"].refuse("account/interest-limits", "50026", "system error")
    with bank(accounts) as here:
        report = here.report()
        assert "loans.margin" in blocked_in(report, "grid01")
        assert status(report, "loans.margin", "grid01") is Status.UNKNOWN


def test_a_key_of_another_sub_account_is_refused() -> None:
    """The key's owner must be the one that the main account lists under that name."""
    main = OkxAccount()
    main.sub_account("grid01").funding("USDT", "9")
    other = main.sub_account("other", key="fake-other-key")
    with bank({"main": main, "grid": other}) as here:
        here.overrides = {"grid": {"sub_account": "grid01"}}
        report = here.report()
        assert report.verdict is Verdict.REFUSED
        (finding,) = [f for f in report.findings if f.rule == "key-refused"]
        assert (finding.scope, finding.variant) == ("grid01", "other-account")
        unknown = {area for area, s in statuses(report, "grid01").items() if s is Status.UNKNOWN}
        assert "orders.open" in unknown, "its answers are not used"
        assert "wallet.funding" in blocked_in(report, "grid01"), "the main key's view stays"


def test_a_key_of_a_strangers_sub_account_is_refused() -> None:
    """A sub-account of another main account is not this one's."""
    main, stranger = OkxAccount(), OkxAccount()
    main.sub_account("grid01")
    other = stranger.sub_account("grid01", key="fake-other-key")
    with bank({"main": main, "grid": other}) as here:
        here.overrides = {"grid": {"parent": "main", "sub_account": "grid01"}}
        assert here.scan().exit_code == 3


def test_a_name_that_the_main_account_does_not_list_is_refused() -> None:
    """A key for a sub-account that is not in the list belongs to somebody else."""
    accounts = family()
    with bank(accounts) as here:
        here.overrides = {"grid": {"sub_account": "gird01"}}
        report = here.report()
        assert report.verdict is Verdict.REFUSED
        assert status(report, "orders.open", "gird01") is Status.UNKNOWN
        assert status(report, "orders.open", "grid01") is Status.MANUAL


def test_the_main_accounts_own_key_is_no_key_of_a_sub_account() -> None:
    """A copied key is a usage error here as everywhere."""
    accounts = family()
    with bank(accounts) as here:
        copy = OkxAccount(accounts["main"].uid)
        copy.keys = accounts["main"].keys
        copy.parent, copy.name = accounts["main"], "grid01"
        here.accounts = {"main": accounts["main"], "grid": copy}
        with pytest.raises(ScanUsageError):
            here.scan()


def test_a_sub_accounts_key_that_can_act_is_refused() -> None:
    """The run says refused for it, nothing else is asked with it, and its scope is not clear."""
    accounts = family(permissions=("read_only", "trade"))
    with bank(accounts) as here:
        report = here.report()
        assert report.verdict is Verdict.REFUSED
        assert set(here.asked(accounts["grid"])) == {"account/config"}
        assert status(report, "orders.open", "grid01") is Status.UNKNOWN
        assert isinstance(report.key, ReadOnlyKey), "the main key is a good one"


def test_a_sub_accounts_key_that_is_rejected_is_refused() -> None:
    """A wrong secret of a sub-account's key is refused like any other."""
    accounts = family()
    wrong = OkxAccount(accounts["grid"].uid)
    wrong.keys = [replace(accounts["grid"].keys[0], secret="wrong")]
    wrong.parent, wrong.name = accounts["main"], "grid01"
    with bank(accounts) as here:
        here.accounts = {"main": accounts["main"], "grid": wrong}
        assert here.report().verdict is Verdict.REFUSED


def test_a_sub_accounts_key_that_cannot_be_proved_is_incomplete() -> None:
    """The question about it fails: its scope is unknown, not a person's job."""
    accounts = family()
    accounts["grid"].refuse("account/config", "50026", "system error")
    with bank(accounts) as here:
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert status(report, "orders.open", "grid01") is Status.UNKNOWN
        assert set(here.asked(accounts["grid"])) == {"account/config"}


def test_a_main_list_that_cannot_be_read_proves_no_pair() -> None:
    """Without the list nobody can say whose key it is: incomplete, its answers are not used."""
    accounts = family()
    with bank(accounts) as here:
        here.sim.fault("users/subaccount/list", Fault.status(503))
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert status(report, "orders.open", "grid01") is Status.UNKNOWN


def test_a_refused_main_key_ends_it_for_its_sub_accounts() -> None:
    """If the main account's key may not be used, the sub-accounts' keys are not asked at all."""
    accounts = family()
    accounts["main"].keys[0] = replace(accounts["main"].keys[0], permissions=("trade",))
    with bank(accounts) as here:
        report = here.report()
        assert report.verdict is Verdict.REFUSED
        assert isinstance(report.key, ActingKey)
        assert here.asked(accounts["grid"]) == []


def test_an_unproven_main_key_ends_it_for_its_sub_accounts() -> None:
    """If the main key could not be proved, nothing is asked below it either."""
    accounts = family()
    accounts["main"].refuse("account/config", "50026", "system error")
    with bank(accounts) as here:
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert isinstance(report.key, UnprovenKey)
        assert here.asked(accounts["grid"]) == []


def test_two_sub_accounts_with_their_own_keys() -> None:
    """Each key speaks for its own scope."""
    main = OkxAccount()
    one = main.sub_account("one", key="fake-one")
    two = main.sub_account("two", key="fake-two")
    two.put("trade/orders-pending", rows.order())
    with bank({"main": main, "first": one, "second": two}) as here:
        report = here.report()
        assert blocked_in(report, "two") == {"orders.open"}
        assert blocked_in(report, "one") == set()
        manual = {area for area, s in statuses(report, "one").items() if s is Status.MANUAL}
        assert manual == {"transfers.p2p"}, "for merchants' keys only"


# -- alone -------------------------------------------------------------------------------------


def alone(**options: Any) -> tuple[OkxAccount, dict[str, OkxAccount]]:
    """A sub-account's key that is configured without its main account."""
    main = OkxAccount()
    sub = main.sub_account("grid01", key="fake-grid-key", **options)
    return main, {"solo": sub}


def solo(here: Bank) -> AccountReport:
    here.overrides = {"solo": {"parent": None, "sub_account": None}}
    return here.report("solo")


def test_a_sub_accounts_key_alone() -> None:
    """It is scanned as the account it is; what only a main account can see is manual."""
    _, accounts = alone()
    with bank(accounts) as here:
        report = solo(here)
        assert report.verdict is Verdict.UNCONFIRMED
        manual = {
            entry.area
            for entry in report.coverage
            if entry.status is Status.MANUAL and not entry.area.startswith("manual.")
        }
        # Movements of its own it can see itself, once a second look was worth it.
        main_only = {area.value for area in load_policy("okx").main_only.areas}
        assert manual - {"transfers.internal"} == {
            "transfers.p2p",
            *main_only - {"transfers.internal"},
        }
        assert set(here.asked(accounts["solo"])) & MAIN_LEVEL == set()
        assert {entry.scope for entry in report.coverage} == {"main"}


def test_a_sub_accounts_key_alone_sees_what_is_left() -> None:
    """Its own money blocks, told as the account's own."""
    _, accounts = alone()
    accounts["solo"].funding("USDT", "2")
    with bank(accounts) as here:
        assert blocked_in(solo(here), "main") == {"wallet.funding"}


def test_a_rejected_key_alone_is_refused() -> None:
    """A sub-account's key is judged like any other."""
    _, accounts = alone(permissions=("read_only", "withdraw"))
    with bank(accounts) as here:
        report = solo(here)
        assert report.verdict is Verdict.REFUSED
        assert not isinstance(report.key, RejectedKey)


# -- dust that was accepted --------------------------------------------------------------------

BESIDE_DUST: Final[dict[str, tuple[dict[str, str], dict[str, str]]]] = {
    "nothing": ({}, {}),
    "bots": ({"stgyEq": "500", "eq": "500.0001"}, {}),
    "copy trading": ({"spotCopyTradingEq": "500", "eq": "500.0001"}, {}),
    "a debt": ({"liab": "500"}, {}),
    "frozen money": ({"frozenBal": "500", "eq": "500"}, {}),
    "money locked by orders": ({"ordFrozen": "500", "frozenBal": "500", "eq": "500"}, {}),
    "unrealised results": ({"eq": "500", "upl": "499.9999"}, {}),
    "swaps": ({}, {"notionalUsdForSwap": "5000"}),
    "futures": ({}, {"notionalUsdForFutures": "5000"}),
    "options": ({}, {"notionalUsdForOption": "5000"}),
    "borrowings": ({}, {"notionalUsdForBorrow": "5000"}),
}


@pytest.mark.parametrize("beside", BESIDE_DUST)
def test_accepted_dust_hides_nothing_beside_it(beside: str) -> None:
    """An acknowledged ten-thousandth stands for itself, not for what the same balance shows."""
    more, top = BESIDE_DUST[beside]
    main = OkxAccount()
    sub = main.sub_account("grid01")
    zeros = dict.fromkeys(("liab", "interest", "stgyEq", "frozenBal", "ordFrozen"), "0")
    dust = {"ccy": "USDT", **zeros, "cashBal": "0.0001", "eq": "0.0001", **more}
    sub.put("account/subaccount/balances", {"details": [dust], "totalEq": "0.0001", **top})
    accepted = Acknowledgement(
        fingerprint="main/grid01/wallet.trading/USDT",
        reason="dust",
        up_to=Decimal("0.001"),
        until=today() + timedelta(days=30),
    )
    with bank({"main": main}) as here:
        here.acknowledged = (accepted,)
        report = here.report()
        expected = Verdict.UNCONFIRMED if beside == "nothing" else Verdict.BLOCKED
        assert report.verdict is expected
