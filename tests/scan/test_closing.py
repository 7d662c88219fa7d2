"""While a closing request waits, nothing is sent for that account."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.scan.support import Bank, bank, today

from readiness.domain.decision import Closure
from readiness.domain.verdict import Verdict
from readiness.scan import diagnose, prove_key
from readiness.simulator import OkxAccount


def closure(days_ago: int = 1, wait: int = 30) -> Closure:
    return Closure(requested_on=today() - timedelta(days=days_ago), wait_days=wait)


def test_a_closing_account_is_asked_nothing() -> None:
    """Not even the clock: the report says closing, exit 0, and no request arrived."""
    account = OkxAccount()
    account.funding("USDT", "5")
    with bank({"main": account}) as here:
        here.closures = {"main": closure()}
        report = here.scan()
        assert (report.verdict, report.exit_code) == (Verdict.CLOSING, 0)
        assert report.accounts[0].key is None
        assert here.asked() == []


def test_others_are_scanned_all_the_same() -> None:
    """A closing account does not hide another's blocker, nor make it ready."""
    accounts = {"closing": OkxAccount(), "dust": OkxAccount(), "clean": OkxAccount()}
    accounts["dust"].funding("TRX", "1")
    with bank(accounts) as here:
        here.closures = {"closing": closure()}
        report = here.scan()
        assert [entry.verdict for entry in report.accounts] == [
            Verdict.CLOSING,
            Verdict.BLOCKED,
            Verdict.READY,
        ]
        assert report.verdict is Verdict.BLOCKED
        assert here.asked(accounts["closing"]) == []
        assert here.scan("closing", "clean").verdict is Verdict.CLOSING


@pytest.mark.parametrize(("days_ago", "waits"), [(0, True), (29, True), (30, False), (31, False)])
def test_the_wait_ends_on_its_day(days_ago: int, waits: bool) -> None:
    """Thirty days from the request on; after that the account is scanned like any other."""
    with bank() as here:
        here.closures = {"main": closure(days_ago)}
        report = here.scan()
        assert report.verdict is (Verdict.CLOSING if waits else Verdict.READY)
        assert (here.asked() == []) == waits


def test_its_credentials_are_not_even_read() -> None:
    """The key of a closing account may be gone already."""
    with bank() as here:
        here.closures = {"main": closure()}
        here.accounts["main"].keys.clear()
        assert here.scan().verdict is Verdict.CLOSING


def test_sub_accounts_of_a_closing_account_are_asked_nothing() -> None:
    """They close with it."""
    main = OkxAccount()
    sub = main.sub_account("grid01", key="fake-grid")
    with bank({"main": main, "grid": sub}) as here:
        here.closures = {"main": closure()}
        assert here.scan("grid").verdict is Verdict.CLOSING
        assert here.asked() == []


def test_a_closing_sub_accounts_own_key_is_not_used() -> None:
    """The main account is scanned; the sub-account's own key stays in its place."""
    main = OkxAccount()
    sub = main.sub_account("grid01", key="fake-grid")
    with bank({"main": main, "grid": sub}) as here:
        here.closures = {"grid": closure()}
        report = here.scan()
        assert report.verdict is Verdict.UNCONFIRMED
        assert here.asked(sub) == []
        assert here.asked(main)


@pytest.mark.parametrize("name", ["main", "grid"])
def test_no_command_sends_anything(name: str) -> None:
    """`keys test` and `doctor` keep still as well."""
    main = OkxAccount()
    sub = main.sub_account("grid01", key="fake-grid")
    with bank({"main": main, "grid": sub}) as here:
        here.closures = {"main": closure()}
        assert isinstance(prove(here, name), Closure)
        checks = list(diagnose(here.config(), environ=here.environ()))
        assert here.asked() == []
        assert [check.status for check in checks] == ["ok", "ok", "ok"]
        assert all(str(today().year) in check.detail for check in checks[1:])


def prove(here: Bank, name: str) -> object:
    return prove_key(here.config(), name, environ=here.environ())
