"""What can go wrong at OKX, typed from section 4 of its fact sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from tests.matrix.faults import Codes, Table, Tries, Wrong, named

from readiness.exchanges.catalogue import Request
from readiness.simulator import Fault

HONEST_EMPTY: Final = '{"code":"0","data":[],"msg":""}'


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


_RETRY: Final = _codes("50001 50004 50011 50013 50026 50040 50061 58007 58102 58120")
_CLOCK: Final = _codes("50102")
_REJECTED: Final = _codes(
    "50101 50103 50104 50105 50106 50107 50108 50109 50110 50111 50113 50114 50119"
)
_RESTRICTING: Final = _codes(
    "4088 50007 50009 50012 50027 50029 50059 50060 51024 51733 51737 51738 58004 59508"
)
_FINAL: Final = _RESTRICTING | _codes(
    """
    50005 50014 50015 50016 50024 50025 50030 50032 50033 50038 50039 50041 50046 50051 50052
    50062 50064 50112 50115 50120 51000 51010 51070 51155 51732 51734 51735 51739 58002 58016
    58115 59260 59262 59263 59264 59273 59285 59500 59510 59604 59613 59614 59619 70000 70001
    70002 70003
    """
)

CODES: Final = Codes(
    retry=_RETRY,
    clock=_CLOCK,
    rejected=_REJECTED,
    either=_codes("50008 50035 50100 50121"),
    final=_FINAL,
    restricting=_RESTRICTING,
    unlisted=_codes("1 2 -1 99999 60012 64000 50000 59606 abc 000"),
    status={
        "50001": 503,
        "50004": 400,
        "50005": 410,
        "50011": 429,
        "50013": 429,
        "50026": 500,
        "50035": 403,
        "50100": 400,
        "50115": 405,
        "58102": 429,
        **dict.fromkeys((*_REJECTED, *_CLOCK, "50112"), 401),
        "50014": 400,
        "51000": 400,
    },
)


def oddities(_request: Request) -> Iterator[Wrong]:
    """Envelopes and rows of another shape; at OKX all requests have the same."""
    texts = {
        "empty list": "[]",
        "empty object": "{}",
        "honest, twice": HONEST_EMPTY + HONEST_EMPTY,
        "a comma in the envelope": '{"code":"0","data":[],}',
        "single quotes": HONEST_EMPTY.replace('"', "'"),
        "NaN": '{"code":"0","data":[NaN]}',
        "data twice": '{"code":"0","data":[{}],"data":[]}',
        "code twice": '{"code":"50026","code":"0","data":[]}',
        "no code": '{"data":[]}',
        "no data": '{"code":"0"}',
        "code null": '{"code":null,"data":[]}',
        "code empty": '{"code":"","data":[]}',
        "code false": '{"code":false,"data":[]}',
        "code 0.0": '{"code":0.0,"data":[]}',
        "code list": '{"code":["0"],"data":[]}',
    }
    for name, text in texts.items():
        yield Wrong("body", named(Fault.body(text), name), Tries.ALL)
    yield Wrong("body", Fault.duplicate_key("data", []), Tries.ALL)
    instead: tuple[Any, ...] = (None, {}, "", 0, True, {"details": []})
    within: tuple[Any, ...] = ([None], ["x"], [5], [[]], [[{}]], [True])
    for value in (*instead, *within):
        yield Wrong("shape", Fault.rows(value), Tries.ALL)
    yield Wrong("shape", Fault.no_rows(), Tries.ALL)
    row: tuple[Any, ...] = (None, 5, "row", [], {})
    for value in row:
        yield Wrong("shape", Fault.row(value), Tries.ALL)


TABLE: Final = Table(CODES, oddities, elsewhere="/api/v5/asset/balances")
