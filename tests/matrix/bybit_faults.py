"""What can go wrong at Bybit, typed from its part of the fact sheet and its page of error codes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from tests.matrix.faults import Codes, Table, Tries, Wrong, named

from readiness.exchanges.catalogue import Request
from readiness.exchanges.paging import Tokens
from readiness.simulator import Fault
from readiness.simulator.reply import Reply


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


_RETRY: Final = _codes("429 10000 10006 10016 10429 131001 131003 131200 131201 131216 131230")
_CLOCK: Final = _codes("-1 10002")
# What is refused from a region is refused to whoever asks from there.
_REJECTED: Final = _codes("10003 10004 10007 10009 10010 33004 -2015")
_RESTRICTING: Final = _codes("10008 10027 131091 131092")
_FINAL: Final = _RESTRICTING | _codes(
    "10001 10014 10017 10024 10028 10029 100028 131002 131202 131203 131207"
)

CODES: Final = Codes(
    retry=_RETRY,
    clock=_CLOCK,
    rejected=_REJECTED,
    # A key that lacks a scope is told so; whether the key as a whole is meant, nobody says.
    either=_codes("10005"),
    final=_FINAL,
    restricting=_RESTRICTING,
    unlisted=_codes("1 -99999 99999 110001 170131 3400000 abc 000"),
    status={"10017": 404},
)

_HONEST: Final = '{"retCode":0,"retMsg":"OK","result":{"list":[],"rows":[]},"retExtInfo":{}}'
_GONE: Final = object()


def oddities(request: Request) -> Iterator[Wrong]:
    """Envelopes and rows of another form, and tokens that are none."""
    yield from _envelopes()
    instead: tuple[Any, ...] = (None, {}, "", 0, True, {"details": []})
    within: tuple[Any, ...] = ([None], ["x"], [5], [[]], [[{}]], [True])
    for value in (*instead, *within):
        yield Wrong("shape", Fault.rows(value), Tries.ALL)
    yield Wrong("shape", Fault.no_rows(), Tries.ALL)
    row: tuple[Any, ...] = (None, 5, "row", [], {})
    for value in row:
        yield Wrong("shape", Fault.row(value), Tries.ALL)
    if any(isinstance(request.paging_of(call), Tokens) for call in request.calls):
        token: tuple[Any, ...] = (None, [], {}, True, _GONE)
        for value in token:
            yield Wrong("shape", _token(value), Tries.ALL)


def _envelopes() -> Iterator[Wrong]:
    texts = {
        "empty list": "[]",
        "empty object": "{}",
        "honest, twice": _HONEST + _HONEST,
        "a comma in the envelope": _HONEST[:-1] + ",}",
        "single quotes": _HONEST.replace('"', "'"),
        "NaN": '{"retCode":0,"result":{"list":[NaN],"rows":[NaN]}}',
        "retCode twice": '{"retCode":10016,"retCode":0,"result":{"list":[],"rows":[]}}',
        "result twice": '{"retCode":0,"result":{"list":[{}]},"result":{"list":[]}}',
        "no retCode": '{"result":{"list":[],"rows":[]}}',
        "no result": '{"retCode":0,"retMsg":"OK"}',
        "result null": '{"retCode":0,"retMsg":"OK","result":null}',
        "result empty": '{"retCode":0,"retMsg":"OK","result":{}}',
        "result text": '{"retCode":0,"retMsg":"OK","result":""}',
        "retCode null": _with_code("null"),
        "retCode empty": _with_code('""'),
        "retCode false": _with_code("false"),
        "retCode 0.0": _with_code("0.0"),
        "retCode list": _with_code("[0]"),
        # The envelope of an older API of the same exchange.
        "ret_code": '{"ret_code":0,"result":{"list":[],"rows":[]}}',
    }
    for name, text in texts.items():
        yield Wrong("body", named(Fault.body(text), name), Tries.ALL)
    yield Wrong("body", Fault.duplicate_key("result", {"list": [], "rows": []}), Tries.ALL)


def _with_code(code: str) -> str:
    return _HONEST.replace('"retCode":0', f'"retCode":{code}')


def _token(value: Any) -> Fault:
    """Say something else than a token where the token of the next page stands, or nothing."""
    shown = "missing" if value is _GONE else f"= {json.dumps(value)}"

    def change(reply: Reply) -> Reply:
        body = reply.payload()
        result = body["result"]
        for name in ("nextPageCursor", "nextCursor"):
            if name in result:
                result.pop(name)
                if value is not _GONE:
                    result[name] = value
        return reply.with_payload(body)

    return Fault(f"token {shown}", change)


TABLE: Final = Table(CODES, oddities, elsewhere="/v5/account/info")
