"""Everything that can go wrong with one answer, and what the tool then has to do.

The lists are typed from the fact sheet, not taken from the tool: a code that the tool files
under the wrong heading shows up here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from readiness.simulator import Fault

HONEST_EMPTY: Final = '{"code":"0","data":[],"msg":""}'


class Tries(StrEnum):
    """How often a request is made before it is given up."""

    ALL = "as often as configured"
    ONCE = "once"
    TWICE = "twice: the clock is set in between"


@dataclass(frozen=True)
class Wrong:
    """One thing that goes wrong.

    Attributes:
        group: what kind of thing it is.
        fault: how the simulator does it.
        tries: how often the request is made then.
        code: the exchange's error code or the HTTP status, if that is what it is.
    """

    group: str
    fault: Fault
    tries: Tries
    code: str = ""

    def __repr__(self) -> str:
        return f"<{self.group}: {self.fault.name}>"


RETRYABLE: Final = (408, 425, 429, 500, 501, 502, 503, 504, 520, 521, 522, 524, 529, 530, 599)
FINAL: Final = (400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 413, 414, 418, 421, 422, 451, 499)
REDIRECTS: Final = (300, 301, 302, 303, 304, 305, 307, 308)
# Success without the documented body: tried again like a server error.
EMPTY_SUCCESS: Final = (200, 201, 202, 203, 204, 205)

# Section 4 of the fact sheet, column "action".
RETRY_CODES: Final = frozenset(
    {
        "50001",
        "50004",
        "50011",
        "50013",
        "50026",
        "50040",
        "50061",
        "58007",
        "58102",
        "58120",
    }
)
CLOCK_CODES: Final = frozenset({"50102"})
REJECTED_CODES: Final = frozenset(
    {
        "50101",
        "50103",
        "50104",
        "50105",
        "50106",
        "50107",
        "50108",
        "50109",
        "50110",
        "50111",
        "50113",
        "50114",
        "50119",
    }
)
"""The key, or what was sent with it, is rejected: nothing else may be asked."""

EITHER_CODES: Final = frozenset({"50008", "50035", "50100", "50121"})
"""Final; whether the key or the account is meant, the fact sheet leaves open."""

BLOCKING_CODES: Final = frozenset(
    {
        "50007",
        "50009",
        "50012",
        "50027",
        "50029",
        "50059",
        "50060",
        "4088",
        "51024",
        "51733",
        "51737",
        "51738",
        "58004",
        "59508",
    }
)
"""They say that the account itself is restricted, whatever was asked."""

FINAL_CODES: Final = frozenset(
    [
        "50005",
        "50007",
        "50009",
        "50012",
        "50014",
        "50015",
        "50016",
        "50024",
        "50025",
        "51000",
        "50027",
        "50029",
        "50030",
        "50032",
        "50033",
        "50038",
        "50039",
        "50041",
        "50046",
        "50062",
        "50051",
        "50052",
        "50059",
        "50060",
        "4088",
        "50064",
        "50112",
        "50115",
        "50120",
        "51010",
        "51024",
        "51155",
        "51734",
        "51732",
        "51733",
        "51735",
        "51737",
        "51738",
        "51739",
        "58002",
        "58004",
        "58016",
        "58115",
        "59510",
        "59260",
        "59262",
        "59263",
        "59264",
        "59273",
        "59285",
        "59500",
        "59604",
        "59508",
        "59613",
        "59614",
        "59619",
        "51070",
        "70000",
        "70001",
        "70002",
        "70003",
    ]
)
UNLISTED_CODES: Final = ("1", "2", "-1", "99999", "60012", "64000", "50000", "59606", "abc", "000")

HTTP_OF: Final = {
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
    **dict.fromkeys((*REJECTED_CODES, *CLOCK_CODES, "50112"), 401),
    "50014": 400,
    "51000": 400,
}


GROUPS: Final = ("status", "body", "shape", "ending", "code")


def in_group(group: str) -> list[Wrong]:
    """Everything of one kind."""
    return [wrong for wrong in every() if wrong.group == group]


def every() -> Iterator[Wrong]:
    """All of it."""
    yield from statuses()
    yield from bodies()
    yield from shapes()
    yield from endings()
    yield from codes()


def statuses() -> Iterator[Wrong]:
    """HTTP statuses, bare and with bodies that would be fine at 200."""
    for status in RETRYABLE:
        fault = Fault.too_many(None) if status == 429 else Fault.status(status)
        yield Wrong("status", fault, Tries.ALL)
    for status in FINAL:
        yield Wrong("status", Fault.status(status, "<html></html>"), Tries.ONCE, str(status))
    for status in REDIRECTS:
        yield Wrong("status", Fault.redirect("/api/v5/asset/balances", status), Tries.ONCE)
    yield Wrong("status", _named(Fault.redirect("http://127.0.0.1:1/"), "elsewhere"), Tries.ONCE)
    for status in EMPTY_SUCCESS:
        yield Wrong("status", Fault.status(status), Tries.ALL)
    for status in (201, 206, 226, 401, 404, 451):
        fault = Fault.body(HONEST_EMPTY, status=status)
        name = f"an honest body at {status}"
        yield Wrong("status", _named(fault, name), Tries.ONCE, str(status))
    for status in (500, 503):
        fault = Fault.body(HONEST_EMPTY, status=status)
        yield Wrong("status", _named(fault, f"an honest body at {status}"), Tries.ALL)


def bodies() -> Iterator[Wrong]:
    """Bytes at 200 that are not the documented JSON."""
    texts = {
        "null": "null",
        "empty list": "[]",
        "empty object": "{}",
        "zero": "0",
        "text": '"0"',
        "true": "true",
        "spaces": "   ",
        "two documents": HONEST_EMPTY + HONEST_EMPTY,
        "a comma too many": '{"code":"0","data":[],}',
        "a comment": HONEST_EMPTY + "//",
        "single quotes": HONEST_EMPTY.replace('"', "'"),
        "a BOM": "\ufeff" + HONEST_EMPTY,
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
        yield Wrong("body", _named(Fault.body(text), name), Tries.ALL)
    for fault in (
        Fault.html(),
        Fault.empty(),
        Fault.deep(),
        Fault.truncated(),
        Fault.corrupt_gzip(),
        Fault.duplicate_key("data", []),
        _named(Fault.body(b"\xff\xfe"), "not UTF-8"),
        _named(Fault.body(b"\x00" * 64), "zeros"),
        _named(Fault.body(HONEST_EMPTY.encode("utf-16")), "UTF-16"),
    ):
        yield Wrong("body", fault, Tries.ALL)


def shapes() -> Iterator[Wrong]:
    """Honest envelopes around rows of another shape."""
    instead: tuple[Any, ...] = (None, {}, "", 0, True, {"details": []})
    within: tuple[Any, ...] = ([None], ["x"], [5], [[]], [[{}]], [True])
    for value in (*instead, *within):
        yield Wrong("shape", Fault.rows(value), Tries.ALL)
    yield Wrong("shape", Fault.no_rows(), Tries.ALL)
    row: tuple[Any, ...] = (None, 5, "row", [], {})
    for value in row:
        yield Wrong("shape", Fault.row(value), Tries.ALL)


def endings() -> Iterator[Wrong]:
    """Connections that end before the answer does."""
    for fault in (
        Fault.closed(),
        Fault.aborted(),
        Fault.cut(),
        Fault.reset(),
        Fault.hang(),
        Fault.stall(),
        Fault.content_length(7),
        Fault.content_length(-7),
    ):
        yield Wrong("ending", fault, Tries.ALL)


def codes() -> Iterator[Wrong]:
    """Every error code of the fact sheet, with its HTTP status, and some of none."""
    for code in sorted(
        RETRY_CODES | CLOCK_CODES | REJECTED_CODES | EITHER_CODES | FINAL_CODES | {*UNLISTED_CODES}
    ):
        tries = Tries.ONCE
        if code in RETRY_CODES:
            tries = Tries.ALL
        elif code in CLOCK_CODES:
            tries = Tries.TWICE
        fault = Fault.error(code, "made-up words", status=HTTP_OF.get(code, 200))
        yield Wrong("code", fault, tries, code)


def _named(fault: Fault, name: str) -> Fault:
    return Fault(name, fault.change, fault.quirk)
