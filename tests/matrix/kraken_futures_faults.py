"""What can go wrong at Kraken's futures, typed from its documents and its part of the facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from tests.matrix.faults import Codes, Table, Tries, Wrong, named

from readiness.exchanges.catalogue import Request
from readiness.simulator import Fault


def _lines(text: str) -> frozenset[str]:
    """Some of the words are two: one code a line."""
    return frozenset(line.strip() for line in text.strip().splitlines())


_RETRY: Final = _lines(
    """
    apiLimitExceeded
    marketUnavailable
    nonceBelowThreshold
    nonceDuplicate
    Server Error
    Unavailable
    unknownError
    """
)
_REJECTED: Final = _lines(
    """
    authenticationError
    unauthorized
    """
)
_RESTRICTING: Final = frozenset[str]()
_FINAL: Final = _RESTRICTING | _lines(
    """
    accountInactive
    insufficientFunds
    invalidAccount
    invalidAmount
    invalidArgument
    invalidUnit
    Json Parse Error
    notFound
    requiredArgumentMissing
    """
)

CODES: Final = Codes(
    retry=_RETRY,
    # A nonce may be left out, and another try has another; nothing else tells the time.
    clock=frozenset(),
    rejected=_REJECTED,
    either=frozenset(),
    final=_FINAL,
    restricting=_RESTRICTING,
    unlisted=_lines(
        """
        -99999
        99999
        AUTHENTICATIONERROR
        abc
        somethingNew
        """
    ),
)

_STAMP: Final = '"serverTime":"2026-11-27T00:00:00.000Z"'


LISTS: Final = {
    "derivatives/api/v3/assignmentprogram/current": "participants",
    "derivatives/api/v3/openorders": "openOrders",
    "derivatives/api/v3/openpositions": "openPositions",
    "derivatives/api/v3/subaccounts": "subaccounts",
    "derivatives/api/v3/tickers": "tickers",
}
"""The key of an answer under which its list stands, typed from the documents."""
WALLETS: Final = "derivatives/api/v3/accounts"
LOG: Final = "api/history/v3/account-log"
CHECK: Final = "api/auth/v1/api-keys/v3/check"


def oddities(request: Request) -> Iterator[Wrong]:
    """Envelopes and rows of another form; only one of three services has an envelope."""
    path = request.id.partition(":")[0]
    if path in LISTS:
        yield from _envelopes(LISTS[path], "[]")
        yield from _list_of_rows()
    elif path == WALLETS:
        yield from _envelopes("accounts", "{}")
        yield from _named_rows()
    elif path == LOG:
        yield from _bare()
        yield from _list_of_rows()
    else:
        yield from _bare()
        instead: tuple[Any, ...] = (None, [], {}, "", 0, True, [{}] * 2, {"x": 1})
        for value in instead:
            yield Wrong("shape", Fault.rows(value), Tries.ALL)


def _envelopes(at: str, empty: str) -> Iterator[Wrong]:
    honest = f'{{"result":"success","{at}":{empty},{_STAMP}}}'
    texts = {
        "empty list": "[]",
        "empty object": "{}",
        "honest, twice": honest + honest,
        "a comma in the envelope": honest[:-1] + ",}",
        "single quotes": honest.replace('"', "'"),
        "NaN": f'{{"result":"success","{at}":[NaN],{_STAMP}}}',
        "result twice": f'{{"result":"error","result":"success","{at}":{empty}}}',
        "rows twice": f'{{"result":"success","{at}":[{{}}],"{at}":{empty}}}',
        "no result": f'{{"{at}":{empty},{_STAMP}}}',
        "no rows": f'{{"result":"success",{_STAMP}}}',
        "error without a word": f'{{"result":"error",{_STAMP}}}',
        "error and rows": f'{{"result":"error","{at}":{empty},{_STAMP}}}',
        "success and an error": f'{{"result":"success","error":"unknownError","{at}":{empty}}}',
        # The envelope of the spot API of the same exchange.
        "spot": '{"error":[],"result":{}}',
        **{
            f"result {value}": honest.replace('"success"', value)
            for value in ("null", '""', "false", "true", "0", '["success"]', '"SUCCESS"', '"ok"')
        },
    }
    for name, text in texts.items():
        yield Wrong("body", named(Fault.body(text), name), Tries.ALL)


def _bare() -> Iterator[Wrong]:
    texts = {
        "empty list": "[]",
        "empty object": "{}",
        "an envelope around nothing": f'{{"result":"success",{_STAMP}}}',
        "NaN": '{"permissions":NaN}',
    }
    for name, text in texts.items():
        yield Wrong("body", named(Fault.body(text), name), Tries.ALL)


def _named_rows() -> Iterator[Wrong]:
    instead: tuple[Any, ...] = (None, [], "", 0, True, [{}], ["x"])
    within: tuple[Any, ...] = (None, [], True, 5, "x", {}, {"type": None}, {"x": {}})
    for value in (*instead, *({"cash": entry} for entry in within)):
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


class _Services(Table):
    """Two of the services tell nothing but that a key is not let in, and that with a status."""

    def of(self, request: Request, group: str = "") -> list[Wrong]:
        """Everything that can go wrong with one request, or all of one kind."""
        whole = super().of(request, group)
        if request.id.partition(":")[0] not in (LOG, CHECK):
            return whole
        refused = [
            Wrong(
                "code",
                named(Fault.error(word, "made-up words", status=401), word),
                Tries.ONCE,
                code,
            )
            for word, code in (("unauthorized", "unauthorized"), ("anything", "unauthorized"))
        ]
        others = [wrong for wrong in whole if wrong.group != "code"]
        return others + (refused if group in ("", "code") else [])


TABLE: Final = _Services(CODES, oddities, elsewhere="/derivatives/api/v3/accounts")
