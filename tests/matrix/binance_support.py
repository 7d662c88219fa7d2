"""How things are put into a Binance account for a case; shared by the tables of cases."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any, Final

from tests.matrix.cases import Arrange, Case, blocks

from readiness.domain.verdict import Verdict
from readiness.simulator import BinanceAccount
from readiness.simulator.binance import rows
from readiness.simulator.binance.auth import ApiKey

Row = dict[str, Any]
Factory = Callable[..., Row]

SUB: Final = "grid01@example.com"
TOTALS: Final = "account.totals"
RESTRICTIONS: Final = "account.restrictions"
SETTINGS: Final = "account.settings"
INTERNAL: Final = "transfers.internal"
INCOMPLETE: Final = Verdict.INCOMPLETE
EVERYTHING: Final = "everything opened"
NOTHING: Final = "nothing opened"
PORTFOLIO: Final = "portfolio margin"
VIP: Final = "a VIP"
OWN_KEY: Final = "a sub-account's own key"


def put(path: str, *entries: Row) -> Arrange:
    """Plant rows, or fields of the one object, in the answer of a path."""
    return lambda account: account.put(path, *entries)


def put_now(path: str, factory: Factory, **fields: Any) -> Arrange:
    """Plant a row when the account is arranged; what can be called is called then."""

    def arrange(account: BinanceAccount) -> None:
        made = {name: value() if callable(value) else value for name, value in fields.items()}
        account.put(path, factory(**made))

    return arrange


def one(path: str, area: str, name: str = "one", **fields: Any) -> Case:
    """The usual row of a path, which says that something is left."""
    more = {key: fields.pop(key) for key in ("call", "mode", "verdict", "alike") if key in fields}
    return blocks(name, put(path, rows.FACTORIES[path](**fields)), area, **more)


def each(
    path: str, area: str, field: str, values: Iterable[Any], *, call: str = "", **fields: Any
) -> tuple[Case, ...]:
    """The usual row in each of several states; ``call`` names the parameter that asks for it."""
    return tuple(
        one(
            path,
            area,
            str(value),
            **{field: value, "alike": number > 0},
            **fields,
            **({"call": {call: str(value)}} if call else {}),
        )
        for number, value in enumerate(values)
    )


def just_now() -> int:
    """A moment during the scan, as far as the exchange's clock may be off."""
    return int(time.time() * 1000) - 500


class _Privileged(ApiKey):
    """A key that only reads, and reads what others need a power to act for."""

    def may(self, flag: str) -> bool:
        return True


def privileged(account: BinanceAccount) -> None:
    """Let the account's key read execution algorithms."""
    account.keys[0] = _Privileged(**vars(account.keys[0]))


def algorithm(path: str) -> Case:
    """An execution algorithm, under a key that is allowed to read it."""

    def arrange(account: BinanceAccount) -> None:
        privileged(account)
        account.put(path, rows.FACTORIES[path]())

    return blocks("at work", arrange, "orders.algo")


def own_key(account: BinanceAccount) -> BinanceAccount:
    """A sub-account with a key of its own."""
    return account.sub_account(SUB, key=f"fake-key-of-{SUB}")


def in_sub(name: str, arrange: Arrange, *areas: str, **more: Any) -> Case:
    """Something that a sub-account holds: told in its own scope, and the sub-account besides."""
    return Case(name, arrange, {"main": frozenset({"sub-accounts"}), SUB: frozenset(areas)}, **more)


def sub(path: str = "", *entries: Row) -> Arrange:
    """A sub-account, with something in one of the answers about it."""

    def arrange(account: BinanceAccount) -> None:
        below = account.sub_account(SUB)
        if entries:
            below.put(path, *entries)

    return arrange
