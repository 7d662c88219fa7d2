"""`doctor` and `keys test`: what a scan needs, checked by asking as little as it takes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.scan.support import USUAL, Bank, bank

from readiness.domain.key import ActingKey, ReadOnlyKey, RejectedKey, UnprovenKey
from readiness.scan import Check, ScanUsageError, diagnose, prove_key
from readiness.simulator import Fault, OkxAccount

HARMLESS = {"public/time", "account/config"}


def checks(here: Bank) -> dict[str, Check]:
    """Every line, by its name without the account's."""
    found = diagnose(here.config(), environ=here.environ(), wall_clock=here.wall_clock)
    return {check.name.rpartition(": ")[2]: check for check in found}


def states(here: Bank) -> dict[str, str]:
    return {name: check.status for name, check in checks(here).items()}


def proof(here: Bank) -> object:
    return prove_key(here.config(), "main", environ=here.environ())


def test_all_is_well() -> None:
    """Configuration, credentials, reachability, clock and key: one good line each."""
    with bank() as here:
        assert states(here) == {
            "configuration": "ok",
            "credentials": "ok",
            "reachability": "ok",
            "clock": "ok",
            "key": "ok",
        }
        assert isinstance(proof(here), ReadOnlyKey)
        assert set(here.asked()) == HARMLESS


def test_no_account_is_configured() -> None:
    """An empty configuration is not well, and the line says what to add."""
    with bank({}) as here:
        (check,) = checks(here).values()
        assert check.status == "failed"
        assert "[accounts." in check.mend


def test_a_missing_credential_ends_it() -> None:
    """Without credentials nothing is sent."""
    with bank() as here:
        here.accounts["main"].keys[0] = replace(here.accounts["main"].keys[0], secret="")
        assert states(here) == {"configuration": "ok", "credentials": "failed"}
        assert here.asked() == []


@pytest.mark.parametrize(("offset", "status"), [(0.0, "ok"), (3.0, "ok"), (20.0, "warning")])
def test_a_clock_that_differs_is_a_warning(offset: float, status: str) -> None:
    """It is corrected for, so it is no failure; it says which way it is off."""
    for sign, word in ((1, "behind"), (-1, "ahead")):
        with bank(clock_offset=sign * offset) as here:
            clock = checks(here)["clock"]
            assert clock.status == status
            if status == "warning":
                assert word in clock.detail
                assert clock.mend


def test_an_exchange_that_gives_no_answer() -> None:
    """Not reached: the key is not asked about, and the line names the address."""
    with bank() as here:
        here.sim.fault("public/time", Fault.status(503))
        found = checks(here)
        assert found["reachability"].status == "failed"
        assert here.base_url in found["reachability"].detail
        assert "key" not in found


def test_a_key_that_can_act_fails() -> None:
    """It names the powers, and says what key to make."""
    with bank({"main": OkxAccount(permissions=("read_only", "withdraw"))}) as here:
        key = checks(here)["key"]
        assert key.status == "failed"
        assert "withdraw" in key.detail
        assert key.mend
        assert isinstance(proof(here), ActingKey)
        assert set(here.asked()) == HARMLESS


def test_a_rejected_key_fails_with_the_exchanges_code() -> None:
    """The code, the exchange's words, and the advice of the policy."""
    with bank({"main": OkxAccount(ips=("203.0.113.7",))}) as here:
        key = checks(here)["key"]
        assert key.status == "failed"
        assert "50110" in key.detail
        assert "127.0.0.1" not in key.detail
        assert "203.0.113.7" not in key.detail
        assert key.mend
        assert isinstance(proof(here), RejectedKey)


def test_a_question_that_fails_proves_nothing() -> None:
    """The key is neither good nor bad: try again."""
    with bank() as here:
        here.sim.fault("account/config", Fault.html())
        assert checks(here)["key"].status == "failed"
        assert isinstance(proof(here), UnprovenKey)


def test_several_accounts_are_checked_one_by_one() -> None:
    """One in trouble does not keep the next from being checked."""
    accounts = {"one": OkxAccount(permissions=("trade",)), "two": OkxAccount()}
    with bank(accounts, network=USUAL) as here:
        lines = list(diagnose(here.config(), environ=here.environ()))
        keys = {line.name: line.status for line in lines if line.name.endswith("key")}
        assert keys == {"one: key": "failed", "two: key": "ok"}


def test_an_unknown_account_has_no_key() -> None:
    """A name that is not configured is a usage error."""
    with bank() as here, pytest.raises(ScanUsageError):
        prove_key(here.config(), "typo", environ=here.environ())
