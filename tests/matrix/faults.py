"""Everything that can go wrong with one answer, and what the tool then has to do.

Here is what can go wrong at any exchange, made from whatever the honest answer would have
been. What only one exchange can get wrong, and its error codes, is typed from its fact sheet
in a file of its own: a code that the tool files under the wrong heading shows up there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from readiness.exchanges.catalogue import Request
from readiness.simulator import Fault
from readiness.simulator.reply import Reply


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


@dataclass(frozen=True)
class Codes:
    """An exchange's error codes by what they mean, from section 4 of its fact sheet.

    Attributes:
        retry: another try can help.
        clock: the signature is too old or too new.
        rejected: the key, or what was sent with it, is rejected: nothing else may be asked.
        either: final; whether the key or the account is meant, the fact sheet leaves open.
        final: another try cannot help.
        restricting: the account itself is restricted, whatever was asked.
        unlisted: codes that nobody documents.
        stopping: of all these, those after which nothing more may be sent with the key.
        status: the HTTP status that comes with a code.
        usual: the HTTP status of all others.
    """

    retry: frozenset[str]
    clock: frozenset[str]
    rejected: frozenset[str]
    either: frozenset[str]
    final: frozenset[str]
    restricting: frozenset[str]
    unlisted: frozenset[str]
    status: Mapping[str, int] = field(default_factory=dict)
    usual: int = 200
    stopping: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[str]:
        """Every code, listed or not."""
        listed = self.retry | self.clock | self.rejected | self.either | self.final
        return iter(sorted(listed | self.restricting | self.unlisted))

    def wrong(self, code: str, status: int | None = None) -> Wrong:
        """An answer with this code, with its own HTTP status if none is given."""
        usual = self.status.get(code, self.usual)
        fault = Fault.error(code, "made-up words", status=usual if status is None else status)
        if status is not None:
            fault = named(fault, f"{code} at {status}")
        return Wrong("code", fault, self.tries(code), code)

    def tries(self, code: str) -> Tries:
        """How often a request is made that is answered with this code."""
        if code in self.retry:
            return Tries.ALL
        return Tries.TWICE if code in self.clock else Tries.ONCE


RETRYABLE: Final = (408, 425, 429, 500, 501, 502, 503, 504, 520, 521, 522, 524, 529, 530, 599)
FINAL: Final = (400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 413, 414, 418, 421, 422, 451, 499)
REDIRECTS: Final = (300, 301, 302, 303, 304, 305, 307, 308)
# Success without the documented body: tried again like a server error.
EMPTY_SUCCESS: Final = (200, 201, 202, 203, 204, 205)

GROUPS: Final = ("status", "body", "shape", "ending", "code")

Oddities = Callable[[Request], Iterable[Wrong]]
"""What an exchange's own envelopes and rows can get wrong, for one request."""


@dataclass(frozen=True)
class Table:
    """All that can go wrong at one exchange.

    Attributes:
        codes: its error codes.
        oddities: wrong bodies and shapes of its own.
        elsewhere: another of its paths, to be redirected to.
    """

    codes: Codes
    oddities: Oddities
    elsewhere: str

    def of(self, request: Request, group: str = "") -> list[Wrong]:
        """Everything that can go wrong with one request, or all of one kind."""
        return [wrong for wrong in self._every(request) if group in ("", wrong.group)]

    def _every(self, request: Request) -> Iterator[Wrong]:
        before, after = self._alike
        yield from before
        yield from self.oddities(request)
        yield from after

    @cached_property
    def _alike(self) -> tuple[list[Wrong], list[Wrong]]:
        """What can go wrong with any request: what comes before the oddities, and after them."""
        codes = (self.codes.wrong(code) for code in self.codes)
        return [*statuses(self.elsewhere), *bodies()], [*endings(), *codes]


def statuses(elsewhere: str) -> Iterator[Wrong]:
    """HTTP statuses, bare and with bodies that would be fine at 200."""
    for status in RETRYABLE:
        fault = Fault.too_many(None) if status == 429 else Fault.status(status)
        yield Wrong("status", fault, Tries.ALL)
    for status in FINAL:
        yield Wrong("status", Fault.status(status, "<html></html>"), Tries.ONCE, str(status))
    for status in REDIRECTS:
        yield Wrong("status", Fault.redirect(elsewhere, status), Tries.ONCE)
    yield Wrong("status", named(Fault.redirect("http://127.0.0.1:1/"), "elsewhere"), Tries.ONCE)
    for status in EMPTY_SUCCESS:
        yield Wrong("status", Fault.status(status), Tries.ALL)
    for status in (201, 206, 226, 401, 404, 451):
        yield Wrong("status", _honest_at(status), Tries.ONCE, str(status))
    for status in (500, 503):
        yield Wrong("status", _honest_at(status), Tries.ALL)


def _honest_at(status: int) -> Fault:
    def change(reply: Reply) -> Reply:
        return replace(reply, status=status)

    return Fault(f"an honest body at {status}", change)


def bodies() -> Iterator[Wrong]:
    """Bytes at 200 that are no JSON, or not the JSON that anybody documents."""
    texts = {"null": "null", "zero": "0", "text": '"0"', "true": "true", "spaces": "   "}
    for name, text in texts.items():
        yield Wrong("body", named(Fault.body(text), name), Tries.ALL)
    changes: dict[str, Callable[[bytes], bytes]] = {
        "two documents": lambda body: body + body,
        "a comma too many": lambda body: body[:-1] + b"," + body[-1:],
        "a comment": lambda body: body + b"//",
        "a BOM": lambda body: b"\xef\xbb\xbf" + body,
        "UTF-16": lambda body: body.decode().encode("utf-16"),
        "in a list": lambda body: b"[[" + body + b"]]",
        "in quotes": lambda body: b'"' + body.replace(b'"', b'\\"') + b'"',
    }
    for name, change in changes.items():
        yield Wrong("body", _bytes(name, change), Tries.ALL)
    for fault in (
        Fault.html(),
        Fault.empty(),
        Fault.deep(),
        Fault.truncated(),
        Fault.corrupt_gzip(),
        named(Fault.body(b"\xff\xfe"), "not UTF-8"),
        named(Fault.body(b"\x00" * 64), "zeros"),
    ):
        yield Wrong("body", fault, Tries.ALL)


def _bytes(name: str, change: Callable[[bytes], bytes]) -> Fault:
    return Fault(name, lambda reply: replace(reply, body=change(reply.body)))


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


def named(fault: Fault, name: str) -> Fault:
    """The same under another name."""
    return Fault(name, fault.change, fault.quirk)
