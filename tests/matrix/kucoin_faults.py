"""What can go wrong at KuCoin, typed from its part of the fact sheet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from tests.matrix.faults import Codes, Table, Tries, Wrong, named

from readiness.exchanges.catalogue import Request
from readiness.simulator import Fault
from readiness.simulator.reply import Reply


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


_RETRY: Final = _codes("429000 500000")
_CLOCK: Final = _codes("400002")
_REJECTED: Final = _codes("400001 400003 400004 400005 400006 400008 400009")
_RESTRICTING: Final = _codes("400301 400303 400500 411100")
_FINAL: Final = _RESTRICTING | _codes("200004 400007 400100 404000")

CODES: Final = Codes(
    retry=_RETRY,
    clock=_CLOCK,
    rejected=_REJECTED,
    # "UID denied": of the key, or of this one request.
    either=_codes("400010"),
    final=_FINAL,
    restricting=_RESTRICTING,
    unlisted=_codes("1 -1 -99999 99999 123456 abc 000"),
    # Refusals often come with 200, and not always.
    status={
        "400003": 401,
        "400004": 401,
        "400005": 401,
        "400006": 403,
        "400100": 400,
        "404000": 404,
        "429000": 429,
        "500000": 500,
    },
)

_ITEMS: Final = '"currentPage":1,"pageSize":50,"totalNum":0,"totalPage":0,"items":[]'
_HONEST: Final = f'{{"code":"200000","data":{{{_ITEMS}}}}}'
_GONE: Final = object()

SYMBOLS: Final = "/active/symbols"
"""Rows of these are names: a word is a row, and an ever so odd one is still asked about."""
ANSWERED_BY_A_WORD: Final = "/opened"
"""These answer true or false."""


def oddities(request: Request) -> Iterator[Wrong]:
    """Envelopes and rows of another form, and totals that are none."""
    yield from _envelopes()
    path = request.route.path
    yes: tuple[Any, ...] = () if path.endswith(ANSWERED_BY_A_WORD) else (True,)
    word: tuple[Any, ...] = () if path.endswith(SYMBOLS) else ("x",)
    instead: tuple[Any, ...] = (None, {}, "", 0, {"details": []}, *yes)
    within: tuple[Any, ...] = ([None], [5], [[]], [[{}]], [True], *([entry] for entry in word))
    for value in (*instead, *within):
        yield Wrong("shape", Fault.rows(value), Tries.ALL)
    yield Wrong("shape", Fault.no_rows(), Tries.ALL)
    row: tuple[Any, ...] = (None, 5, [], {}, *word)
    for value in row:
        yield Wrong("shape", Fault.row(value), Tries.ALL)
    if request.total_at:
        yield from _totals(request.total_at)


def _envelopes() -> Iterator[Wrong]:
    texts = {
        "empty list": "[]",
        "empty object": "{}",
        "honest, twice": _HONEST + _HONEST,
        "a comma in the envelope": _HONEST[:-1] + ",}",
        "single quotes": _HONEST.replace('"', "'"),
        "NaN": '{"code":"200000","data":{"totalNum":1,"items":[NaN]}}',
        "code twice": f'{{"code":"500000","code":"200000","data":{{{_ITEMS}}}}}',
        "data twice": f'{{"code":"200000","data":{{"items":[{{}}]}},"data":{{{_ITEMS}}}}}',
        "no code": f'{{"data":{{{_ITEMS}}}}}',
        "no data": '{"code":"200000"}',
        "data null": '{"code":"200000","data":null}',
        "data text": '{"code":"200000","data":""}',
        "success alone": '{"success":true,"msg":"success","retry":false}',
        "code null": _with_code("null"),
        "code empty": _with_code('""'),
        "code false": _with_code("false"),
        "code 0.0": _with_code("0.0"),
        "code list": _with_code('["200000"]'),
    }
    for name, text in texts.items():
        yield Wrong("body", named(Fault.body(text), name), Tries.ALL)
    yield Wrong("body", Fault.duplicate_key("data", []), Tries.ALL)


def _with_code(code: str) -> str:
    return _HONEST.replace('"code":"200000"', f'"code":{code}')


def _totals(where: str) -> Iterator[Wrong]:
    """A number of rows that is none, and one that the rows do not reach."""
    values: tuple[Any, ...] = (None, "", "many", [], {}, True, -1, "1.5", _GONE)
    for value in values:
        yield Wrong("shape", _set(where, value), Tries.ALL)
    # An honest answer in every other way: another try would bring the same.
    yield Wrong("shape", _set(where, 1_000_000), Tries.ONCE)


def _set(where: str, value: Any) -> Fault:
    """Put a value at a place of the data, or leave it out."""
    shown = "missing" if value is _GONE else f"= {json.dumps(value)}"

    def change(reply: Reply) -> Reply:
        body = reply.payload()
        data = body["data"]
        data.pop(where, None)
        if value is not _GONE:
            data[where] = value
        return reply.with_payload(body)

    return Fault(f"{where} {shown}", change)


TABLE: Final = Table(CODES, oddities, elsewhere="/api/v1/accounts")
