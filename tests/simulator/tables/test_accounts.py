"""Accounts, keys, markets and rows of the common kernel."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

import pytest
from tests.simulator.tables.toy import ToyAccount

from readiness.simulator.tables.account import ApiKey
from readiness.simulator.tables.market import Market
from readiness.simulator.tables.rows import build, new_id, new_ts


def test_account() -> None:
    """An account starts clean, with one key for reading; a setting must exist."""
    account = ToyAccount(loud=True)
    assert (account.key, account.mode) == (f"fake-key-{account.uid}", "new")
    assert account.passphrase == f"fake-passphrase-{account.uid}"
    assert account.keys[0].permissions == ("read",)
    assert account.settings == {"loud": True}
    assert account.main is account
    with pytest.raises(TypeError, match="quiet"):
        ToyAccount(quiet=True)
    assert ToyAccount().uid != ToyAccount().uid
    assert account.secret not in repr(account.keys[0])


def test_keys() -> None:
    """A key may be changed and others added; permissions are compared by pattern."""
    account = ToyAccount(fields={"a": 1})
    account.change_key(permissions=("Wallet.Withdraw",))
    account.add_key(ApiKey("second", "secret"))
    first, second = account.keys
    assert first.may(("Spot.*", "Wallet.*"))
    assert not first.may(("Spot.*",))
    assert not second.may(("*",))
    assert first.fields == {"a": 1}


def test_sub_accounts() -> None:
    """A sub-account is of the same kind, has a key only if given one, and is found both ways."""
    main = ToyAccount(mode="old")
    bare = main.sub_account("bare", frozen=True)
    own = main.sub_account("own", uid="77", key="own-key", permissions=["read", "trade"])
    assert isinstance(own, ToyAccount)
    assert (own.parent, own.main, own.mode) == (main, main, "old")
    assert (bare.keys, bare.listing) == ([], {"frozen": True})
    assert own.keys[0].permissions == ("read", "trade")
    assert (main.sub("own"), main.sub("77"), main.sub("none")) == (own, own, None)


def test_market() -> None:
    """Prices are exact; what has none is worth nothing."""
    assert Market().price("BTC") == Decimal(60000)
    assert Market({"X": "0.1"}).price("BTC") == 0
    with pytest.raises(TypeError, match="float"):
        Market({"X": cast(Any, 0.1)})


def test_rows_are_built() -> None:
    """Overrides must be fields, take the form of the usual value, and are never floats."""
    row = build({"a": Decimal("1.50"), "b": 2, "d": 3}, {"a": "0", "b": 0}, "c", "d e")
    assert row == {"a": "1.5", "b": 2, "c": "", "d": 3}
    assert build({"a": 1, "c": 5}, {"a": ""}, "c") == {"a": "1", "c": "5"}
    assert build({"a": True}, {"a": "0"}) == {"a": True}
    with pytest.raises(TypeError, match="no such field: z"):
        build({"z": 1}, {"a": "0"})
    with pytest.raises(TypeError, match="floats"):
        build({"a": 0.1}, {"a": "0"})
    assert new_id() < new_id()
    assert new_ts() < new_ts()
