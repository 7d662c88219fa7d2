"""A closing request that is forced past, and an account that is gone after its waiting period."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.scan.support import Bank, bank, today

from readiness.cli.key_verdict import judge
from readiness.domain.decision import Closure
from readiness.domain.finding import Finding
from readiness.domain.report import AccountReport
from readiness.domain.verdict import Verdict
from readiness.policies import load_policy
from readiness.scan import diagnose, prove_key, scan_accounts
from readiness.simulator import BinanceAccount, Fault, OkxAccount

WAITS = Closure(requested_on=today(), wait_days=30)
OVER = Closure(requested_on=today() - timedelta(days=30), wait_days=30)
ENDED = str(OVER.requested_on + timedelta(days=30))
ASKED = {"okx": "account/config", "binance": "sapi/v1/account/apiRestrictions"}


def key_finding(report: AccountReport) -> Finding:
    (found,) = [entry for entry in report.findings if entry.rule == "key-refused"]
    return found


def without_key(here: Bank, code: str, exchange: str = "okx") -> None:
    """The exchange answers the question about the key with this code."""
    here.sim.fault(ASKED[exchange], Fault.error(code, status=401), times=None)


def test_a_forced_scan_says_what_is_there() -> None:
    """The verdict is what was seen, and the closing request stays in the report."""
    account = OkxAccount()
    account.funding("USDT", "5")
    with bank({"main": account}) as here:
        here.closures = {"main": WAITS}
        scanned = scan_accounts(here.config(), (), environ=here.environ(), force=True)
        (report,) = scanned.report.accounts
        assert (report.verdict, report.closure) == (Verdict.BLOCKED, WAITS)
        assert here.asked()


def test_a_forced_scan_can_be_ready() -> None:
    """Then nothing of `closing` is left in the verdict."""
    with bank() as here:
        here.closures = {"main": WAITS}
        scanned = scan_accounts(here.config(), (), environ=here.environ(), force=True)
        assert scanned.report.verdict is Verdict.READY


def test_keys_and_the_doctor_can_be_forced() -> None:
    """They ask as if nothing had been requested."""
    with bank() as here:
        here.closures = {"main": WAITS}
        proof = prove_key(here.config(), "main", environ=here.environ(), force=True)
        assert not isinstance(proof, Closure)
        found = diagnose(here.config(), environ=here.environ(), force=True)
        assert [check.status for check in found] == ["ok"] * 5


def test_a_sub_account_can_be_forced_with_its_parent() -> None:
    """Both keys are used, as in any other scan."""
    main = OkxAccount()
    sub = main.sub_account("grid01", key="fake-grid")
    with bank({"main": main, "grid": sub}) as here:
        here.closures = {"main": WAITS}
        scan_accounts(here.config(), ["grid"], environ=here.environ(), force=True)
        assert here.asked(sub)


@pytest.mark.parametrize(
    ("exchange", "code"), [("okx", "50119"), ("okx", "50008"), ("binance", "-2008")]
)
def test_a_key_that_is_gone_after_the_wait(exchange: str, code: str) -> None:
    """The account is probably closed: said in words, and still refused with exit code 3."""
    account = OkxAccount() if exchange == "okx" else BinanceAccount()
    with bank({"main": account}, exchange=exchange) as here:
        here.closures = {"main": OVER}
        without_key(here, code, exchange)
        report = here.scan()
        assert (report.verdict, report.exit_code) == (Verdict.REFUSED, 3)
        found = key_finding(report.accounts[0])
        assert found.variant == "probably-closed"
        assert dict(found.facts)["ends_on"] == ENDED
        assert report.accounts[0].closure == OVER


@pytest.mark.parametrize(
    ("closure", "code"),
    [
        (None, "50119"),
        (OVER, "50110"),
        (OVER, "50111"),
        (OVER, "50113"),
        (OVER, "50105"),
        (OVER, "50101"),
    ],
)
def test_a_rejection_that_says_less(closure: Closure | None, code: str) -> None:
    """No request, or a code that means something else: it reads as ever."""
    with bank() as here:
        here.closures = {"main": closure} if closure else {}
        without_key(here, code)
        report = here.report()
        assert report.verdict is Verdict.REFUSED
        assert key_finding(report).variant == "rejected"


def test_binances_answer_for_three_things_is_no_sign() -> None:
    """-2015 is also an address that is not on the key's list."""
    with bank({"main": BinanceAccount()}, exchange="binance") as here:
        here.closures = {"main": OVER}
        without_key(here, "-2015", "binance")
        assert key_finding(here.report()).variant == "rejected"


def test_before_the_end_nothing_is_concluded() -> None:
    """A forced scan on the last day: the key is gone, and that proves nothing yet."""
    with bank() as here:
        here.closures = {"main": Closure(requested_on=today() - timedelta(days=29), wait_days=30)}
        without_key(here, "50119")
        scanned = scan_accounts(here.config(), (), environ=here.environ(), force=True)
        assert key_finding(scanned.report.accounts[0]).variant == "rejected"


@pytest.mark.parametrize(
    "fault", [Fault.status(503), Fault.html(), Fault.error("50119", status=503)]
)
def test_a_failure_is_never_a_closed_account(fault: Fault) -> None:
    """What could not be asked stays incomplete."""
    with bank() as here:
        here.closures = {"main": OVER}
        here.sim.fault("account/config", fault, times=None)
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert not [entry for entry in report.findings if entry.variant == "probably-closed"]


def test_an_account_that_lives_on_is_scanned() -> None:
    """After the period with a key that works: any verdict but `closing`."""
    with bank() as here:
        here.closures = {"main": OVER}
        report = here.report()
        assert (report.verdict, report.closure) == (Verdict.READY, OVER)


def test_a_sub_accounts_key_says_nothing_about_the_account() -> None:
    """The main key lives: the account is there, whatever became of the sub-account."""
    main = OkxAccount()
    sub = main.sub_account("grid01", key="fake-grid")
    with bank({"main": main, "grid": sub}) as here:
        here.closures = {"main": OVER}
        config, environ = here.config(), dict(here.environ())
        environ["READINESS_GRID_KEY"] = "12345678-1234-1234-1234-123456789abc"
        (report,) = scan_accounts(config, (), environ=environ).report.accounts
        found = key_finding(report)
        assert (found.variant, found.scope) == ("rejected", "grid01")


def test_keys_and_the_doctor_say_so_as_well() -> None:
    """Both name the end of the period; neither calls it fine."""
    with bank() as here:
        here.closures = {"main": OVER}
        without_key(here, "50119")
        proof = prove_key(here.config(), "main", environ=here.environ())
        code, text = judge(proof, load_policy("okx"), OVER)
        assert code == 3
        assert "probably closed" in text
        assert ENDED in text
        assert "another OKX entity" in text
        assert "probably closed" not in judge(proof, load_policy("okx"))[1]
        check = list(diagnose(here.config(), environ=here.environ()))[-1]
        assert (check.name, check.status) == ("main: key", "failed")
        assert "probably closed" in check.detail
        assert check.mend
