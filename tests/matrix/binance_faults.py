"""What can go wrong at Binance, typed from section 4 of its fact sheet."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from tests.matrix.faults import Codes, Table, Tries, Wrong, named

from readiness.exchanges.catalogue import Request
from readiness.exchanges.paging import One
from readiness.simulator import Fault
from readiness.simulator.reply import Reply, encode


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


_RETRY: Final = _codes("-1000 -1001 -1003 -1006 -1007 -1008 -3000 -3044")
_CLOCK: Final = _codes("-1021")
_REJECTED: Final = _codes("-1022 -2008 -2014 -2015")
_RESTRICTING: Final = _codes("-3014 -3018 -3019 -3022 -3036")
_FINAL: Final = _RESTRICTING | _codes(
    """
    -1016 -1020 -1100 -1101 -1102 -1103 -1104 -1105 -1106 -1111 -1121 -1127 -1128 -1130
    -3003 -3007 -3999 -4006 -4046 -4047 -4060 -5011 -5012 -6003 -6017 -8012 -9000 -10038
    -11001 -12022 -21001 -21004 -27001 -27011 100001002 100001003 200003903 497203
    """
)

CODES: Final = Codes(
    retry=_RETRY,
    clock=_CLOCK,
    rejected=_REJECTED,
    either=_codes("-1002 -1099"),
    final=_FINAL,
    restricting=_RESTRICTING,
    unlisted=_codes("-1 -99999 -2013 -4000 1 99999 000001 00 000000x abc"),
    status={
        "-1000": 500,
        "-1001": 500,
        "-1002": 401,
        "-1003": 429,
        "-1006": 500,
        "-1007": 408,
        "-1008": 503,
        "-1016": 410,
        **dict.fromkeys(("-2008", "-2014", "-2015"), 401),
        # Envelopes with a code of their own come with success.
        **dict.fromkeys(("100001002", "100001003", "200003903", "497203", "000001"), 200),
    },
    usual=400,
)

NO_SUCCESS: Final = "success=false"
"""What stands for a code where Binance sends none: an old answer of some requests."""

ERROR: Final = '{"code":-1003,"msg":"too much"}'


def is_list(request: Request) -> bool:
    """Whether the whole answer is the list of rows."""
    paging = {type(request.paging_of(call)) for call in request.calls}
    return not request.rows_at and One not in paging


def oddities(request: Request) -> Iterator[Wrong]:
    """Answers of another shape; Binance has no common envelope, so requests differ."""
    yield from _envelopes()
    yield from _instead(request)
    if request.rows_at:
        yield from _rows_elsewhere(request.rows_at, may_lack=request.none_is_absent)
    if request.total_at:
        yield from _totals(request.total_at)


def _envelopes() -> Iterator[Wrong]:
    """Objects that no request is answered with, and refusals at 200."""
    texts = {
        "empty object": "{}",
        "a message alone": '{"msg":"nothing here"}',
        "success alone": '{"success":true}',
        "an envelope alone": '{"code":"000000","message":"success","success":true}',
        "an envelope without data": '{"code":"000000","success":true,"data":null}',
        "code null": '{"code":null,"data":[]}',
        "code false": '{"code":false,"data":[]}',
        "code 0.0": '{"code":0.0,"data":[]}',
        "code list": '{"code":["0"],"data":[]}',
        "code twice": '{"code":-1003,"code":0,"data":[]}',
        "an error in a list": f"[{ERROR}]",
        "a list in a list": "[[]]",
    }
    for name, text in texts.items():
        yield Wrong("body", named(Fault.body(text), name), Tries.ALL)
    refusals = {
        "success false": ('{"success":false,"msg":"not now"}', NO_SUCCESS),
        "success null": ('{"success":null,"data":[],"rows":[],"list":[]}', NO_SUCCESS),
        "success as text": ('{"success":"false","data":[],"rows":[],"list":[]}', NO_SUCCESS),
        "done, and no success": ('{"code":"000000","success":false,"data":[]}', NO_SUCCESS),
        "code empty": ('{"code":"","data":[],"rows":[]}', ""),
        "code with a blank": ('{"code":" 0","data":[],"rows":[]}', " 0"),
    }
    for name, (text, code) in refusals.items():
        yield Wrong("body", named(Fault.body(text), name), Tries.ONCE, code)


def _instead(request: Request) -> Iterator[Wrong]:
    """Another JSON value than the documented one, whatever stands in it."""
    whole_list: tuple[Any, ...] = (
        {"rows": [], "total": 0},
        {"data": []},
        [None],
        ["x"],
        [5],
        [{}],
        [[{}]],
    )
    # Where nobody documents which key holds the rows, an empty list will do.
    nothing: tuple[Any, ...] = () if "|" in request.rows_at else ([],)
    one_object: tuple[Any, ...] = (*nothing, [None], [[]], [{}], [{"rows": [], "total": 0}] * 2)
    for value in whole_list if is_list(request) else one_object:
        yield Wrong("shape", _answer(value), Tries.ALL)
    if is_list(request):
        return
    yield Wrong("shape", _edited("a key twice", _last_key_twice), Tries.ALL)
    yield Wrong("shape", _edited("twice in a list", lambda r: b"[%b,%b]" % (r, r)), Tries.ALL)


def _rows_elsewhere(where: str, *, may_lack: bool) -> Iterator[Wrong]:
    """An honest object around anything but the list of rows, which an empty one may lack."""
    gone: tuple[Any, ...] = () if may_lack else (_GONE,)
    instead: tuple[Any, ...] = (None, {}, "", 0, True, *gone)
    within: tuple[Any, ...] = ([None], ["x"], [5], [[]], [[{}]], [True], [{}])
    for value in (*instead, *within):
        yield Wrong("shape", _set(where, value), Tries.ALL)


def _totals(where: str) -> Iterator[Wrong]:
    """A number of rows that is none, and one that the rows do not reach."""
    values: tuple[Any, ...] = (None, "", "many", [], {}, True, -1, "1.5", _GONE)
    for value in values:
        yield Wrong("shape", _set(where, value), Tries.ALL)
    # An honest answer in every other way: another try would bring the same.
    yield Wrong("shape", _set(where, 1_000_000), Tries.ONCE)


_GONE: Final = object()


def _answer(value: Any) -> Fault:
    return named(Fault.body(encode(value)), f"answer = {json.dumps(value)[:40]}")


def _edited(name: str, change: Callable[[bytes], bytes]) -> Fault:
    return Fault(name, lambda reply: replace(reply, body=change(reply.body)))


def _last_key_twice(body: bytes) -> bytes:
    key = list(json.loads(body))[-1]
    return body[:-1] + b"," + json.dumps(key).encode() + b":null}"


def _set(where: str, value: Any) -> Fault:
    """Put a value at a place of the answer (the one of several that exists), or leave it out."""
    shown = "missing" if value is _GONE else f"= {json.dumps(value)}"

    def change(reply: Reply) -> Reply:
        whole = reply.payload()
        *way, last = next(key for key in where.split("|") if key in (*whole, where)).split(".")
        inner = whole
        for key in way:
            inner = inner[key]
        inner.pop(last, None)
        if value is not _GONE:
            inner[last] = value
        return reply.with_payload(whole)

    return Fault(f"{where} {shown}", change)


TABLE: Final = Table(CODES, oddities, elsewhere="/api/v3/account")
