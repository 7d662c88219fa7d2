"""How things are put into a Bybit account for a case; shared by the tables of cases."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from tests.matrix.cases import Arrange, Case, blocks

from readiness.domain.verdict import Verdict
from readiness.simulator import BybitAccount, bybit_rows
from readiness.simulator.bybit.account import CLASSIC

Row = dict[str, Any]

SUB: Final = "grid01"
INCOMPLETE: Final = Verdict.INCOMPLETE
NEWEST: Final = "unified 2.0"
FIRST: Final = "unified 1.0"
OLD: Final = "classic"
OWN_KEY: Final = "a sub-account's own key"

TOTALS: Final = "account.totals"
RESTRICTIONS: Final = "account.restrictions"
SETTINGS: Final = "account.settings"
INTERNAL: Final = "transfers.internal"


def put(path: str, *entries: Row) -> Arrange:
    """Plant rows, or fields of the one object, in the answer of a path."""
    return lambda account: account.put(path, *entries)


def one(place: str, *areas: str, name: str = "one", **fields: Any) -> Case:
    """The usual row of a place, which says that something is left."""
    more = {key: fields.pop(key) for key in ("call", "mode", "verdict", "alike") if key in fields}
    return blocks(name, put(place, bybit_rows.FACTORIES[place](**fields)), *areas, **more)


def each(
    place: str, area: str, field: str, values: Iterable[Any], **fields: Any
) -> tuple[Case, ...]:
    """The usual row in each of several states."""
    return tuple(
        one(place, area, name=str(value), **{field: value, "alike": number > 0, **fields})
        for number, value in enumerate(values)
    )


def of(category: str, **more: str) -> dict[str, Any]:
    """The call for one category."""
    return {"call": {"category": category, **more}}


def just_now() -> int:
    """A moment during the scan, as far as the exchange's clock may be off."""
    return int(time.time() * 1000) - 500


def moved(place: str, field: str, unit: int = 1) -> Arrange:
    """A row of something that happens while the scan runs, its time in milliseconds or seconds."""

    def arrange(account: BybitAccount) -> None:
        stamp = str(just_now() // unit)
        account.put(place, bybit_rows.FACTORIES[place](**{field: stamp}))

    return arrange


def funded(coin: str = "USDT", amount: str = "5", **more: Any) -> Arrange:
    """Something in the funding wallet."""
    return lambda account: account.fund(coin, amount, **more)


def traded(coin: str = "USDT", wallet: str = "5", **more: Any) -> Arrange:
    """Something in the unified account."""
    return lambda account: account.unified(coin, wallet, **more)


def held(kind: str, coin: str = "USDT", equity: str = "5", category: str = "") -> Arrange:
    """Something that only the overview shows."""
    return lambda account: account.hold(kind, coin, equity, category=category)


def both(*arrangements: Arrange) -> Arrange:
    """Several things that belong together."""

    def arrange(account: BybitAccount) -> None:
        for part in arrangements:
            part(account)

    return arrange


def may_convert(account: BybitAccount) -> None:
    """Let the account's key read fiat money."""
    key = account.keys[0]
    more = (*key.permissions, "FiatConvertBroker.FiatConvertBrokerOrder")
    account.keys[0] = replace(key, permissions=more)


def first_generation(account: BybitAccount) -> None:
    """A unified account with a wallet of its own for inverse contracts."""
    account.mode = "3"


def classic(account: BybitAccount) -> None:
    """An account from before there were unified ones."""
    account.mode = CLASSIC


def classic_sub(account: BybitAccount) -> None:
    """A sub-account of that kind."""
    classic(account.sub_account(SUB))


def own_key(account: BybitAccount) -> BybitAccount:
    """A sub-account with a key of its own."""
    return account.sub_account(SUB, key=f"fake-key-of-{SUB}")


def in_sub(name: str, arrange: Arrange, *areas: str, **more: Any) -> Case:
    """Something that a sub-account holds: told in its own scope, and the sub-account besides."""
    told: Mapping[str, frozenset[str]] = {
        "main": frozenset({"sub-accounts"}),
        SUB: frozenset(areas),
    }
    return Case(name, lambda account: arrange(account.sub_account(SUB)), told, **more)


def member(name: str, kind: int, *areas: str, **more: Any) -> Case:
    """Another member of the account with some money in it."""

    def arrange(account: BybitAccount) -> None:
        account.sub_account(SUB, kind=kind).fund("USDT", "5")

    return blocks(name, arrange, *areas, **more)
