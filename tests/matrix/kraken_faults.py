"""What can go wrong at Kraken, typed from its part of the fact sheet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from tests.matrix.faults import Codes, Table, Tries, Wrong, named

from readiness.exchanges.catalogue import Request
from readiness.exchanges.paging import One, Tokens
from readiness.simulator import Fault
from readiness.simulator.reply import Reply


def _lines(text: str) -> frozenset[str]:
    """Codes are sentences here: one a line."""
    return frozenset(line.strip() for line in text.strip().splitlines())


_RETRY: Final = _lines(
    """
    EAPI:Rate limit exceeded
    EGeneral:Internal error
    EService:Busy
    EService:Unavailable
    EService: Throttled: 1760000000
    """
)
_REJECTED: Final = _lines(
    """
    EAPI:Invalid key
    EAPI:Invalid signature
    """
)
_RESTRICTING: Final = _lines("ETrade:User Locked")
# A few more of these in a row and the address is locked out, or is already.
_STOPPING: Final = _REJECTED | _lines("EGeneral:Temporary lockout")
_FINAL: Final = _RESTRICTING | _lines(
    """
    EGeneral:Invalid arguments
    EGeneral:Invalid arguments:ofs
    EGeneral:Temporary lockout
    EService:Market in cancel_only mode
    """
)

CODES: Final = Codes(
    retry=_RETRY,
    # Whoever makes nonces out of a clock that is behind sends one that is too low.
    clock=_lines("EAPI:Invalid nonce"),
    rejected=_REJECTED,
    # A key that lacks a permission is told so; whether the key as a whole is meant, nobody says.
    either=_lines("EGeneral:Permission denied"),
    final=_FINAL,
    restricting=_RESTRICTING,
    stopping=_STOPPING,
    unlisted=_lines(
        """
        -99999
        99999
        EAPI
        EGeneral:Something new
        EQuery:Unknown asset
        ESomething:New
        WGeneral:A warning
        abc
        """
    ),
)

_HONEST: Final = '{"error":[],"result":{}}'
_GONE: Final = object()


def oddities(request: Request) -> Iterator[Wrong]:
    """Envelopes and rows of another form, and cursors that are none."""
    yield from _envelopes(request)
    if request.keyed:
        yield from _named_rows(request)
    elif any(isinstance(request.paging_of(call), One) for call in request.calls):
        yield from _one_object(request)
    else:
        yield from _list_of_rows()
    if any(isinstance(request.paging_of(call), Tokens) for call in request.calls):
        token: tuple[Any, ...] = ([], {}, True, 5)
        for value in token:
            yield Wrong("shape", _beside(value), Tries.ALL)


def _envelopes(request: Request) -> Iterator[Wrong]:
    texts = {
        "empty list": "[]",
        "empty object": "{}",
        "honest, twice": _HONEST + _HONEST,
        "a comma in the envelope": _HONEST[:-1] + ",}",
        "single quotes": _HONEST.replace('"', "'"),
        "NaN": '{"error":[],"result":{"x":NaN}}',
        "error twice": '{"error":["EService:Busy"],"error":[],"result":{}}',
        "result twice": '{"error":[],"result":{"x":"1"},"result":{}}',
        # Without the list of errors nobody knows whether there was one.
        "no error": '{"result":{}}',
        "no result": '{"error":[]}',
        "error null": _with_error("null"),
        "error empty": _with_error('""'),
        "error false": _with_error("false"),
        "error 0": _with_error("0"),
        "error object": _with_error("{}"),
        "error number in a list": _with_error("[0]"),
        "error null in a list": _with_error("[null]"),
        # The envelope of the futures of the same exchange.
        "success": '{"result":"success","serverTime":"2026-11-27T00:00:00.000Z"}',
    }
    for name, text in texts.items():
        yield Wrong("body", named(Fault.body(text), name), Tries.ALL)
    yield Wrong("body", Fault.duplicate_key("result", {}), Tries.ALL)
    # An error all the same, of which nothing is known.
    yield Wrong("body", named(Fault.body(_with_error('[""]')), "error empty in a list"), Tries.ONCE)
    if request.id not in NULL_IS_NONE:
        yield Wrong("body", named(Fault.body('{"error":[],"result":null}'), "null"), Tries.ALL)


NULL_IS_NONE: Final = frozenset({"CreditLines"})
"""Documented to answer `null` where there is nothing."""


IDS: Final = frozenset({"OpenOrders", "OpenPositions"})
"""Where names are ids, and what they name is reported even if nothing else is known of it."""


AMOUNTS: Final = frozenset({"Balance", "Balance:wallets"})
"""Where names are assets, and what they name are amounts."""


def _with_error(value: str) -> str:
    return _HONEST.replace('"error":[]', f'"error":{value}')


def _named_rows(request: Request) -> Iterator[Wrong]:
    """An object of rows by name: an empty one is honest, anything else in its place is not."""
    nulls: tuple[Any, ...] = () if request.id in NULL_IS_NONE else (None,)
    instead: tuple[Any, ...] = (*nulls, [], "", 0, True, [{}], ["x"])
    # What stands under an id is an order or a position, whatever it looks like; and an amount
    # that cannot be read is reported as one.
    told_anyway = request.id in IDS | AMOUNTS
    within: tuple[Any, ...] = () if told_anyway else (None, [], True, {"x": {}})
    for value in (*instead, *({"x": entry} for entry in within)):
        yield Wrong("shape", Fault.rows(value), Tries.ALL)
    yield Wrong("shape", Fault.no_rows(), Tries.ALL)


def _one_object(request: Request) -> Iterator[Wrong]:
    nulls: tuple[Any, ...] = () if request.id in NULL_IS_NONE else (None,)
    instead: tuple[Any, ...] = (*nulls, [], {}, "", 0, True, [{}], {"x": 1})
    for value in instead:
        yield Wrong("shape", Fault.rows(value), Tries.ALL)
    yield Wrong("shape", Fault.no_rows(), Tries.ALL)


def _list_of_rows() -> Iterator[Wrong]:
    instead: tuple[Any, ...] = (None, {}, "", 0, True, {"details": []})
    within: tuple[Any, ...] = ([None], ["x"], [5], [[]], [[{}]], [True])
    for value in (*instead, *within):
        yield Wrong("shape", Fault.rows(value), Tries.ALL)
    yield Wrong("shape", Fault.no_rows(), Tries.ALL)
    row: tuple[Any, ...] = (None, 5, "row", [], {})
    for value in row:
        yield Wrong("shape", Fault.row(value), Tries.ALL)


def _beside(value: Any) -> Fault:
    """Say something else than a cursor where the cursor of the next page stands."""

    def change(reply: Reply) -> Reply:
        body = reply.payload()
        body["result"]["next_cursor"] = value
        return reply.with_payload(body)

    return Fault(f"next_cursor = {json.dumps(value)}", change)


TABLE: Final = Table(CODES, oddities, elsewhere="/0/private/BalanceEx")
