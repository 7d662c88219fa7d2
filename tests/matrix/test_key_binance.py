"""Which flags of a Binance key prove that it can only read."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.matrix.binance_rig import BINANCE
from tests.matrix.memory import World
from tests.matrix.test_fault_key import beyond_the_key

from readiness.domain.key import ActingKey, ReadOnlyKey
from readiness.domain.verdict import Verdict
from readiness.simulator import BinanceAccount, Fault

# Section 5 of the fact sheet: a key that only reads has none of these.
POWERS: Final = (
    "enableWithdrawals",
    "enableInternalTransfer",
    "permitsUniversalTransfer",
    "enableSpotAndMarginTrading",
    "enableMargin",
    "enableFutures",
    "enableVanillaOptions",
    "enablePortfolioMarginTrading",
    "enableFixApiTrade",
)
HARMLESS: Final = ("enableFixReadOnly", "ipRestrict")
NOT_PLAINLY_FALSE: Final[tuple[Any, ...]] = (True, 1, "true", "false", "", "0", None, [], {}, -1)


def world(**flags: Any) -> World:
    """An account whose key has these flags."""
    return World({"main": BinanceAccount(restrictions=flags)}, exchange="binance")


def assert_refused(here: World) -> None:
    report = here.scan()
    assert (report.verdict, report.exit_code) == (Verdict.REFUSED, 3)
    assert isinstance(report.accounts[0].key, ActingKey)
    assert beyond_the_key(BINANCE, here) == set()


def assert_unproven(here: World) -> None:
    report = here.scan()
    assert (report.verdict, report.exit_code) == (Verdict.INCOMPLETE, 11)
    assert beyond_the_key(BINANCE, here) == set()


def test_a_key_that_only_reads_may_be_used() -> None:
    """Reading and nothing else, with or without a list of addresses."""
    for flag in HARMLESS:
        for value in (True, False):
            report = world(**{flag: value}).scan()
            assert report.verdict is Verdict.READY
            assert isinstance(report.accounts[0].key, ReadOnlyKey)


@pytest.mark.parametrize("flag", POWERS)
def test_one_power_is_too_many(flag: str) -> None:
    """Any one of the powers is enough to refuse the key, and nothing else is asked."""
    assert_refused(world(**{flag: True}))


@pytest.mark.parametrize("value", NOT_PLAINLY_FALSE, ids=repr)
def test_a_power_that_is_not_plainly_off_counts(value: Any) -> None:
    """Only false is false: anything else in a power's place is one."""
    assert_refused(world(enableWithdrawals=value))


@pytest.mark.parametrize("value", NOT_PLAINLY_FALSE, ids=repr)
def test_a_flag_that_nobody_knows_counts(value: Any) -> None:
    """Binance adds flags: one that is not plainly off may be a power."""
    assert_refused(world(enableSomethingNew=value))


def test_a_flag_that_nobody_knows_may_be_off() -> None:
    """A new flag that is off takes nothing away from a read-only key."""
    assert world(enableSomethingNew=False).scan().verdict is Verdict.READY


@pytest.mark.sampled(3)
@pytest.mark.parametrize("flag", HARMLESS)
@pytest.mark.parametrize("value", [None, "yes", 1], ids=repr)
def test_a_harmless_flag_gives_no_power_whatever_it_says(flag: str, value: Any) -> None:
    """Reading by another protocol and a list of addresses are never a power."""
    assert world(**{flag: value}).scan().verdict is Verdict.READY


def test_a_key_that_may_not_read_is_refused() -> None:
    """Without reading, whatever else is off: such a key sees nothing."""
    assert_refused(world(enableReading=False))


@pytest.mark.parametrize("value", [None, "true", 1, "", [], {}], ids=repr)
def test_reading_of_another_type_proves_nothing(value: Any) -> None:
    """What is not a truth value is no permission: nothing else is asked."""
    here = world(enableReading=value)
    report = here.scan()
    assert report.verdict in (Verdict.INCOMPLETE, Verdict.REFUSED)
    assert beyond_the_key(BINANCE, here) == set()


def test_flags_without_reading_prove_nothing() -> None:
    """An answer that does not speak of reading is not the documented one."""
    here = world()
    here.line.fault(BINANCE.key, Fault.no_field("enableReading"))
    assert_unproven(here)


@pytest.mark.parametrize("value", [[], [{}, {}], None, "enableReading", {}], ids=repr)
def test_not_exactly_one_description_proves_nothing(value: Any) -> None:
    """One key has one description."""
    here = world()
    here.line.fault(BINANCE.key, Fault.rows(value))
    assert_unproven(here)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("moment", [0, "1700000000000", None, -1], ids=repr)
def test_moments_are_no_powers(moment: Any) -> None:
    """When the key was made, and when trading with it ends, says nothing of what it may do."""
    here = world(createTime=moment, tradingAuthorityExpirationTime=moment)
    assert here.scan().verdict is Verdict.READY
