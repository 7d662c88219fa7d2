"""Which words about a KuCoin key prove that it can only read."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.matrix.kucoin_rig import KUCOIN
from tests.matrix.memory import World
from tests.matrix.test_fault_key import beyond_the_key

from readiness.domain.key import ActingKey, ReadOnlyKey
from readiness.domain.verdict import Verdict
from readiness.simulator import Fault, KucoinAccount

PERMISSIONS: Final[dict[str, bool]] = {
    "General": True,
    "General,General": True,
    "General,Spot": False,
    "Spot,General": False,
    "General,Margin": False,
    "General,Futures": False,
    "General,Unified": False,
    "General,InnerTransfer": False,
    "General,Transfer": False,
    "General,Earn": False,
    "General,LeadtradeFutures": False,
    "General,Withdrawal": False,
    "General,Withdraw": False,
    "General,SomethingNew": False,
    "Spot": False,
    "Withdrawal": False,
    "": False,
    ",": False,
    "General,": False,
    "GENERAL": False,
    "general": False,
    "General Spot": False,
    "General;Spot": False,
    "General\u200b": False,
    "G\u0435neral": False,
}


def world(**fields: Any) -> World:
    """An account at which the key's answer has these fields."""
    account = KucoinAccount(fields=fields, enforces=False)
    return World({"main": account}, exchange="kucoin")


@pytest.mark.parametrize("permission", PERMISSIONS)
def test_only_general_alone_may_be_used(permission: str) -> None:
    """Any other word, known or not, is a power to act: refused, and nothing else is asked."""
    here = world(permission=permission)
    report = here.scan()
    key = report.accounts[0].key
    if PERMISSIONS[permission]:
        assert report.verdict is Verdict.READY
        assert isinstance(key, ReadOnlyKey)
    else:
        assert (report.verdict, report.exit_code) == (Verdict.REFUSED, 3)
        assert isinstance(key, ActingKey)
        assert beyond_the_key(KUCOIN, here) == set()


@pytest.mark.parametrize(
    "permission", [None, 5, True, [], ["General"], {"General": True}], ids=repr
)
def test_permissions_of_another_type_prove_nothing(permission: Any) -> None:
    """What is not text is no list of permissions: incomplete, and nothing else is asked."""
    here = world(permission=permission)
    report = here.scan()
    assert (report.verdict, report.exit_code) == (Verdict.INCOMPLETE, 11)
    assert beyond_the_key(KUCOIN, here) == set()


@pytest.mark.parametrize("field", ["uid", "permission", "isMaster"])
def test_a_key_without_owner_or_permissions_proves_nothing(field: str) -> None:
    """Whose it is, what it may do and whether it is the main account's: all three are needed."""
    here = world()
    here.line.fault(KUCOIN.key, Fault.no_field(field))
    assert here.scan().verdict is Verdict.INCOMPLETE
    assert beyond_the_key(KUCOIN, here) == set()


@pytest.mark.parametrize("value", ["", None, True, [], {}], ids=repr)
def test_an_owner_that_is_none_proves_nothing(value: Any) -> None:
    """Without an owner a copied key could not be told from another account's."""
    here = world(uid=value)
    assert here.scan().verdict is Verdict.INCOMPLETE
    assert beyond_the_key(KUCOIN, here) == set()


@pytest.mark.parametrize("value", [[], [{}, {}], None, "General", {}, 5, True], ids=repr)
def test_not_exactly_one_description_proves_nothing(value: Any) -> None:
    """One key has one description."""
    here = world()
    here.line.fault(KUCOIN.key, Fault.rows(value))
    assert here.scan().verdict is Verdict.INCOMPLETE
    assert beyond_the_key(KUCOIN, here) == set()


@pytest.mark.sampled(2)
@pytest.mark.parametrize("value", [None, "", 0, "203.0.113.1,203.0.113.2", []], ids=repr)
def test_addresses_are_no_powers(value: Any) -> None:
    """Which addresses a key is bound to says nothing of what it may do."""
    assert world(ipWhitelist=value).scan().verdict is Verdict.READY


@pytest.mark.sampled(2)
@pytest.mark.parametrize("value", [2, 3, 4, "3", None], ids=repr)
def test_the_version_is_no_power(value: Any) -> None:
    """Which version a key has says nothing of what it may do."""
    assert world(apiVersion=value).scan().verdict is Verdict.READY
