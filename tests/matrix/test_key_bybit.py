"""Which words about a Bybit key prove that it can only read."""

from __future__ import annotations

from typing import Any

import pytest
from tests.matrix.bybit_rig import BYBIT
from tests.matrix.memory import World
from tests.matrix.test_fault_key import beyond_the_key

from readiness.domain.key import ActingKey
from readiness.domain.verdict import Verdict
from readiness.simulator import BybitAccount, Fault
from readiness.simulator.bybit.account import READ_SCOPES


def world(**arranged: Any) -> World:
    """An exchange with one account, whose key says what is told here."""
    return World({"main": BybitAccount(**arranged)}, exchange="bybit")


def test_a_read_only_key_may_list_powers() -> None:
    """A key made for reading lists scopes whose names act; its own word is what counts."""
    assert world(permissions=READ_SCOPES).scan().verdict is Verdict.READY


@pytest.mark.parametrize(
    "permissions",
    [READ_SCOPES, (), ("Wallet.Withdraw",), (*READ_SCOPES, "Wallet.Withdraw")],
    ids=["usual", "none", "withdraw", "all"],
)
def test_a_key_that_is_not_read_only_is_refused(permissions: tuple[str, ...]) -> None:
    """Whatever it lists: refused, and nothing else is asked."""
    here = world(read_only=False, permissions=permissions)
    report = here.scan()
    assert (report.verdict, report.exit_code) == (Verdict.REFUSED, 3)
    assert isinstance(report.accounts[0].key, ActingKey)
    assert beyond_the_key(BYBIT, here) == set()


@pytest.mark.parametrize(
    "said", [None, "", "1", "0", True, False, 2, -1, [], [1], {}, "true", "read"], ids=repr
)
def test_another_word_for_read_only_proves_nothing(said: Any) -> None:
    """Only the number 1 says it; a truth value that looks like 1 does not."""
    here = world(fields={"readOnly": said})
    assert here.scan().verdict in (Verdict.REFUSED, Verdict.INCOMPLETE)
    assert beyond_the_key(BYBIT, here) == set()


@pytest.mark.parametrize("field", ["readOnly", "userID", "permissions"])
def test_a_key_without_a_word_or_an_owner_proves_nothing(field: str) -> None:
    """Both are needed to say anything about a key, and so are its scopes."""
    here = world()
    here.line.fault(BYBIT.path(BYBIT.key), Fault.no_field(field))
    assert here.scan().verdict in (Verdict.REFUSED, Verdict.INCOMPLETE)
    assert beyond_the_key(BYBIT, here) == set()


@pytest.mark.parametrize("value", ["", None, True, [], {}, 0], ids=repr)
def test_an_owner_that_is_none_proves_nothing(value: Any) -> None:
    """Without an owner a copied key could not be told from another account's."""
    here = world(fields={"userID": value})
    assert here.scan().verdict is Verdict.INCOMPLETE
    assert beyond_the_key(BYBIT, here) == set()


def test_an_owner_may_stand_in_the_longer_field() -> None:
    """Uids that no longer fit have a field of their own, and the usual one says zero."""
    assert world(fields={"userID": 0, "userIDInt64": "7"}).scan().verdict is Verdict.READY


@pytest.mark.parametrize("rows", [[], [{}, {}], None, "x"], ids=repr)
def test_what_is_no_description_proves_nothing(rows: Any) -> None:
    """One key has one description."""
    here = world()
    here.line.fault(BYBIT.path(BYBIT.key), Fault.rows(rows))
    assert here.scan().verdict is Verdict.INCOMPLETE
    assert beyond_the_key(BYBIT, here) == set()


@pytest.mark.parametrize("mode", ["0", "2", "7", "99"])
def test_an_account_mode_nobody_documents_is_never_ready(mode: str) -> None:
    """In an unknown mode nobody knows which wallets there are."""
    assert world(mode=mode).scan().verdict is not Verdict.READY
