"""Several accounts in one run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import pytest
from tests.scan.support import bank, status

from readiness.config import CredentialError
from readiness.domain.answer import Cause
from readiness.domain.key import ActingKey, ReadOnlyKey, RejectedKey
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict
from readiness.scan import ScanUsageError
from readiness.simulator import ApiKey, Fault, OkxAccount


def test_each_account_has_its_own_report() -> None:
    """Accounts are scanned side by side and told in the order of the configuration."""
    accounts = {name: OkxAccount() for name in ("ready", "dust", "acting", "wrong")}
    accounts["dust"].funding("TRX", "0.0001")
    accounts["acting"].keys[0] = replace(
        accounts["acting"].keys[0], permissions=("read_only", "withdraw")
    )
    with bank(accounts) as here:
        here.sim.fault("account/balance", Fault.error("50026", status=500), times=0)
        report = here.scan("ready", "dust")
        assert [entry.account for entry in report.accounts] == ["ready", "dust"]
        assert [entry.verdict for entry in report.accounts] == [Verdict.READY, Verdict.BLOCKED]
        assert report.verdict is Verdict.BLOCKED
        assert here.asked(accounts["acting"]) == []
        whole = here.scan()
        assert [entry.account for entry in whole.accounts] == list(accounts)
        assert (whole.verdict, whole.exit_code) == (Verdict.REFUSED, 3)


def test_one_account_in_trouble_leaves_the_others_alone() -> None:
    """A failed look in one account is nothing to another."""
    accounts = {"good": OkxAccount(), "bad": OkxAccount()}
    accounts["bad"].refuse("asset/balances", "50026", "system error")
    with bank(accounts) as here:
        good, bad = here.scan().accounts
        assert good.verdict is Verdict.READY
        assert bad.verdict is Verdict.INCOMPLETE
        assert status(bad, "wallet.funding") is Status.UNKNOWN


def test_accounts_are_scanned_at_the_same_time() -> None:
    """No account waits for another: all have begun before any is half done."""
    accounts = {f"okx-{number}": OkxAccount() for number in range(5)}
    with bank(accounts, sockets=True, latency=0.01) as here:
        assert here.scan().verdict is Verdict.READY
        arrived = [arrival.uid for arrival in here.sim.requests if arrival.signed]
        begun = [arrived.index(account.uid) for account in accounts.values()]
        halfway = [
            [place for place, uid in enumerate(arrived) if uid == account.uid][40]
            for account in accounts.values()
        ]
        assert max(begun) < min(halfway)


@pytest.mark.parametrize("names", [("one", "two"), ("two", "one")])
def test_a_copied_key_does_not_stand_in_for_another_account(names: tuple[str, str]) -> None:
    """The same key under two names is a usage error that names both, and there is no report."""
    account = OkxAccount()
    with bank({"one": account}) as here:
        here.accounts = dict.fromkeys(names, account)
        with pytest.raises(ScanUsageError) as caught:
            here.scan()
    assert "accounts.one" in str(caught.value)
    assert "accounts.two" in str(caught.value)
    assert account.key not in str(caught.value)
    assert account.uid not in str(caught.value)


@pytest.mark.parametrize("permissions", [("read_only",), ("read_only", "trade")])
def test_two_keys_of_one_account_are_the_same_account(permissions: tuple[str, ...]) -> None:
    """What counts is whose a key is, not which: the exchange's uid tells."""
    account = OkxAccount()
    second = ApiKey("fake-second", "fake-secret", "fake-passphrase", permissions=permissions)
    twin = OkxAccount(account.uid)
    twin.keys = [second]
    account.add_key(second)
    with bank({"one": account}) as here:
        here.accounts = {"one": account, "two": twin}
        with pytest.raises(ScanUsageError, match="both keys belong to the same"):
            here.scan()


def test_the_same_account_in_two_regions_is_the_same_account() -> None:
    """Regions of one exchange share their uids: an entry for each would count one twice."""
    account = OkxAccount()
    with bank({"global": account}) as here:
        here.accounts = {"global": account, "eea": account}
        here.overrides = {"eea": {"exchange": "okx-eea"}}
        with pytest.raises(ScanUsageError):
            here.scan()


def test_scanning_only_one_of_two_names_is_no_conflict() -> None:
    """Only accounts that are scanned together can be told to be the same."""
    account = OkxAccount()
    with bank({"one": account}) as here:
        here.accounts = {"one": account, "two": account}
        assert here.scan("two").verdict is Verdict.READY


def test_a_conflict_among_many_is_found() -> None:
    """Two equal keys among five accounts, with everything running at once."""
    accounts = {f"okx-{number}": OkxAccount() for number in range(5)}
    with bank(accounts) as here:
        here.accounts = {**accounts, "copy": accounts["okx-3"]}
        with pytest.raises(ScanUsageError, match="okx-3"):
            here.scan()


def test_an_unknown_name_is_a_usage_error() -> None:
    """A name that is not configured is named, with those that are, before any request."""
    with bank({"main": OkxAccount()}) as here:
        with pytest.raises(ScanUsageError) as caught:
            here.scan("main", "typo")
        assert "typo" in str(caught.value)
        assert "main" in str(caught.value)
        assert here.asked() == []


def test_nothing_to_scan_is_a_usage_error() -> None:
    """Without an account there is nothing to be ready."""
    with (
        bank({}) as here,
        pytest.raises(ScanUsageError, match=r"(?s)no account.*\[accounts\.okx-main\]"),
    ):
        here.scan()


def test_a_missing_credential_stops_the_run_before_any_request() -> None:
    """Accounts are not half scanned: all keys are there, or nothing is sent at all."""
    accounts = {"first": OkxAccount(), "second": OkxAccount()}
    accounts["second"].keys[0] = replace(accounts["second"].keys[0], passphrase="")
    with bank(accounts) as here:
        with pytest.raises(CredentialError) as caught:
            here.scan()
        assert "second" in str(caught.value)
        assert "passphrase" in str(caught.value)
        assert here.asked() == []


REJECTIONS: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "a secret of another key": ({"secret": "wrong-secret"}, "50113"),
    "a wrong passphrase": ({"passphrase": "wrong-passphrase"}, "50105"),
    "a key that does not exist": ({"key": "12345678-1234-1234-1234-123456789abc"}, "50119"),
    "a key that is none": ({"key": "no-key-at-all"}, "50111"),
}


@pytest.mark.parametrize("case", REJECTIONS)
def test_a_rejected_key_is_refused(case: str) -> None:
    """What the exchange rejects is refused with its code, and nothing else is asked."""
    changed, code = REJECTIONS[case]
    account = OkxAccount()
    with bank({"main": account}) as here:
        mine = OkxAccount(account.uid)
        mine.keys = [replace(account.keys[0], **changed)]
        here.accounts = {"main": mine}
        report = here.scan()
        assert (report.verdict, report.exit_code) == (Verdict.REFUSED, 3)
        key = report.accounts[0].key
        assert isinstance(key, RejectedKey)
        assert key.reason.code == code
        assert set(here.asked()) <= {"public/time", "account/config"}


def test_a_key_bound_to_another_address_is_refused_without_telling_ours() -> None:
    """The exchange's words name our address; the report does not."""
    account = OkxAccount(ips=("203.0.113.7",))
    with bank({"main": account}) as here:
        report = here.report()
        assert isinstance(report.key, RejectedKey)
        assert report.key.reason.code == "50110"
        assert "127.0.0.1" not in repr(report)
        assert "203.0.113.7" not in repr(report)


def test_a_demo_key_is_refused() -> None:
    """A key of the demo environment says nothing about the real one."""
    with bank({"main": OkxAccount(demo=True)}) as here:
        report = here.report()
        assert isinstance(report.key, RejectedKey)
        assert report.key.reason.code == "50101"


def test_a_key_that_can_act_is_asked_nothing_else() -> None:
    """An acting key is refused after its own description, whatever the account holds."""
    account = OkxAccount(permissions=("read_only", "trade"))
    account.funding("USDT", "5")
    with bank({"main": account}) as here:
        report = here.report()
        assert report.verdict is Verdict.REFUSED
        assert isinstance(report.key, ActingKey)
        assert here.asked() == ["public/time", "account/config"]
        assert all(
            row.reasons[0].cause is Cause.NOT_ASKED
            for row in report.coverage
            if row.status is Status.UNKNOWN
        )


def test_the_key_comes_first() -> None:
    """No signed request arrives before the one about the key is answered."""
    with bank(sockets=True, latency=0.01) as here:
        report = here.report()
        assert isinstance(report.key, ReadOnlyKey)
        signed = [arrival for arrival in here.sim.requests if arrival.signed]
        assert signed[0].path == "account/config"
        assert [arrival.path for arrival in signed].count("account/config") == 1
        assert all(arrival.method == "GET" for arrival in here.sim.requests)
        assert all(not arrival.signed for arrival in here.sim.requests if arrival not in signed)


def test_every_mode_is_ready_when_clean() -> None:
    """Accounts of all four modes in one run, all clean."""
    accounts = {f"mode-{mode}": OkxAccount(mode=mode) for mode in (1, 2, 3, 4)}
    with bank(accounts) as here:
        report = here.scan()
        assert [entry.verdict for entry in report.accounts] == [Verdict.READY] * 4
        assert report.exit_code == 0
        assert here.sim.violations == []
