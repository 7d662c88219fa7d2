"""What the commands write into a configuration: confirmations, acknowledgements, closures.

Text in, text out. A text comes out only if it parses to exactly the old data with exactly
the wanted change; where the file is written in a way that cannot be changed so, the error
shows what to write by hand.
"""

import tomllib
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from functools import partial
from typing import Any, Final, TypeAlias

from readiness.config import splice
from readiness.config.errors import Location, SetupError
from readiness.config.splice import NoPlaceError, Value, Values
from readiness.language import advised, say

Change: TypeAlias = Callable[[str], str]
"""From the text of a configuration to another one.

It raises :class:`CannotEditError` where there is no safe way.
"""

CONFIRM: Final = "confirm"
ACKNOWLEDGE: Final = "acknowledge"


class CannotEditError(SetupError):
    """The file is written in a way in which this change cannot be made safely."""

    def __init__(self, what: str, by_hand: str) -> None:
        """Say what was to be done, and how a person does it."""
        super().__init__(
            advised(
                say("{what} cannot be written without touching other parts of the file", what=what),
                say("nothing was changed; do it in an editor:") + f"\n{by_hand}",
            )
        )


def confirmation(account: str, items: tuple[str, ...], on: date) -> Change:
    """Write or renew one ``[[confirm]]`` for each of the items."""

    def change(text: str) -> str:
        for item in items:
            text = _put(text, CONFIRM, {"account": account, "item": item}, {"on": on})
        return text

    return change


def no_confirmation(account: str, items: tuple[str, ...]) -> Change:
    """Take the ``[[confirm]]`` of each of the items away."""

    def change(text: str) -> str:
        for item in items:
            text = _take(text, CONFIRM, {"account": account, "item": item})
        return text

    return change


def acknowledgement(fingerprint: str, reason: str, up_to: str | None, until: date) -> Change:
    """Write or renew the ``[[acknowledge]]`` of a finding."""
    limit: Values = {} if up_to is None else {"up_to": up_to}
    values: Values = {"reason": reason, **limit, "until": until}
    return lambda text: _put(text, ACKNOWLEDGE, {"fingerprint": fingerprint}, values)


def no_acknowledgement(fingerprint: str) -> Change:
    """Take the ``[[acknowledge]]`` of a finding away."""
    return lambda text: _take(text, ACKNOWLEDGE, {"fingerprint": fingerprint})


def closure(account: str, requested_on: date, wait_days: int) -> Change:
    """Write or correct an account's ``closure``."""
    place: Location = ("accounts", account, "closure")
    values: Values = {"requested_on": requested_on, "wait_days": wait_days}

    def change(text: str) -> str:
        wanted = tomllib.loads(text)
        table = _account(wanted, account)
        there = "closure" in table
        table["closure"] = {**table.get("closure", {}), **values}
        build = _set if there else splice.add_table
        return _checked(
            partial(build, text, place, values),
            wanted,
            say("the closing request"),
            _by_hand(f"[accounts.{account}.closure]", values),
        )

    return change


def no_closure(account: str) -> Change:
    """Take an account's ``closure`` away."""
    place: Location = ("accounts", account, "closure")

    def change(text: str) -> str:
        wanted = tomllib.loads(text)
        _account(wanted, account).pop("closure", None)
        return _checked(
            partial(splice.drop, text, place),
            wanted,
            say("the closing request"),
            f"  {say('remove')} [accounts.{account}.closure]",
        )

    return change


def _account(data: dict[str, Any], name: str) -> dict[str, Any]:
    """An account's table: it may be gone since the command read the file."""
    table: dict[str, Any] | None = data.get("accounts", {}).get(name)
    if table is None:
        raise CannotEditError(
            say("the closing request"),
            f"    {say('{table} is not there any more', table=f'[accounts.{name}]')}",
        )
    return table


def _put(text: str, array: str, identity: dict[str, str], values: Values) -> str:
    """Renew the entry of this identity, or write a new one; never leave two of them."""
    data = tomllib.loads(text)
    known = _matching(data, array, identity)
    entry: dict[str, Value] = {**identity, **values}
    if not known:
        wanted = deepcopy(data)
        wanted.setdefault(array, []).append(entry)
        build = partial(splice.add_item, text, array, entry)
    else:
        first, *others = known
        for index in reversed(others):
            text = _drop_item(text, array, index)
        wanted = tomllib.loads(text)
        wanted[array][first].update(values)
        build = partial(_set, text, (array, first), values)
    return _checked(
        build,
        wanted,
        say("the table {table}", table=f"[[{array}]]"),
        _by_hand(f"[[{array}]]", entry),
    )


def _take(text: str, array: str, identity: dict[str, str]) -> str:
    for index in reversed(_matching(tomllib.loads(text), array, identity)):
        text = _drop_item(text, array, index)
    return text


def _drop_item(text: str, array: str, index: int) -> str:
    wanted = tomllib.loads(text)
    entry = wanted[array].pop(index)
    by_hand = _by_hand(f"[[{array}]]", entry)
    return _checked(
        partial(splice.drop, text, (array, index)),
        wanted,
        say("the end of a table {table}", table=f"[[{array}]]"),
        f"  {say('remove')}\n{by_hand}",
    )


def _matching(data: dict[str, Any], array: str, identity: dict[str, str]) -> list[int]:
    """The places of the entries of this identity."""
    return [
        index
        for index, entry in enumerate(data.get(array, []))
        if all(entry.get(key) == value for key, value in identity.items())
    ]


def _set(text: str, table: Location, values: Values) -> str:
    for key, value in values.items():
        try:
            text = splice.set_value(text, (*table, key), value)
        except NoPlaceError:
            text = splice.add_pair(text, table, key, value)
    return text


def _checked(build: Callable[[], str], wanted: dict[str, Any], what: str, by_hand: str) -> str:
    """What was built, if it says exactly what was wanted."""
    try:
        text = build()
        right = _plain(tomllib.loads(text)) == _plain(wanted)
    except (NoPlaceError, tomllib.TOMLDecodeError):
        right = False
        text = ""
    if not right:
        raise CannotEditError(what, by_hand)
    return text


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    """Without lists of entries that are empty: no list means the same."""
    empty = [name for name in (CONFIRM, ACKNOWLEDGE) if data.get(name) == []]
    return {name: value for name, value in data.items() if name not in empty}


def _by_hand(header: str, values: Values) -> str:
    lines = [header, *(f"{key} = {splice.rendered(value)}" for key, value in values.items())]
    return "\n".join(f"    {line}" for line in lines)
