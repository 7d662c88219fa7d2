"""The ways in which an exchange, or anything on the way to it, can misbehave."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from readiness.simulator import edits
from readiness.simulator.reply import HTML_TYPE, JSON_TYPE, Ending, Reply


class Quirk(Enum):
    """A way to get paging wrong. It has no effect on a list that has no pages."""

    NONE = "pages are served as documented"
    SAME_PAGE = "the first page for every cursor, filled up by repeating its rows"
    ENDLESS = "every page is full: rows with new ids are invented for every cursor"
    NO_CURSOR = "the cursor is ignored, everything else is honest"
    NO_LIMIT = "everything behind the cursor in one page, whatever the limit"


def _honest(reply: Reply) -> Reply:
    return reply


@dataclass(frozen=True)
class Fault:
    """A named change to an honest answer. Build one with the constructors below.

    Attributes:
        name: Says what it is; test ids and `Arrival.fault` show it.
        change: What is done to the honest reply.
        quirk: What is done to its paging.
    """

    name: str
    change: Callable[[Reply], Reply] = _honest
    quirk: Quirk = Quirk.NONE

    # -- whole answers -----------------------------------------------------------------

    @classmethod
    def status(
        cls,
        status: int,
        body: str | bytes = b"",
        headers: Mapping[str, str] | None = None,
        content_type: str = HTML_TYPE,
    ) -> Fault:
        """Answer with a bare HTTP status, as a gateway in front of the exchange does."""
        raw = body.encode() if isinstance(body, str) else body
        fields = {"Content-Type": content_type, **(headers or {})}
        return cls(f"http {status}", lambda r: replace(r, status=status, body=raw, headers=fields))

    @classmethod
    def too_many(cls, retry_after: int | str | None = 1) -> Fault:
        """Answer 429 without a JSON body, with `Retry-After` unless it is `None`."""
        headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
        return replace(cls.status(429, "slow down", headers), name="http 429")

    @classmethod
    def error(
        cls,
        code: str,
        msg: str = "injected fault",
        *,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Fault:
        """Answer with the exchange's own error body, at its usual status unless one is given."""
        fields = {"Content-Type": JSON_TYPE, **(headers or {})}

        def change(reply: Reply) -> Reply:
            sent = reply.dialect.status(code) if status is None else status
            body = reply.dialect.error(code, msg, sent)
            return replace(reply, status=sent, headers=fields).with_payload(body)

        return cls(f"code {code}", change)

    @classmethod
    def body(cls, body: str | bytes, content_type: str = JSON_TYPE, *, status: int = 200) -> Fault:
        """Answer with any bytes at all."""
        made = cls.status(status, body, content_type=content_type)
        shown = body[:20] if isinstance(body, str) else body[:20].decode("latin-1")
        return replace(made, name=f"body {shown!r}")

    @classmethod
    def html(cls, text: str = "Checking your browser") -> Fault:
        """Answer 200 with a web page, as a firewall or a captive portal does."""
        page = f"<!DOCTYPE html><html><head><title>{text}</title></head><body>{text}</body></html>"
        return replace(cls.body(page, HTML_TYPE), name="html at 200")

    @classmethod
    def empty(cls) -> Fault:
        """Answer 200 with an empty body."""
        return replace(cls.body(b""), name="empty body")

    @classmethod
    def huge(cls, size: int = 64 * 2**20, *, compressed: bool = False) -> Fault:
        """Send the honest answer followed by `size` bytes of white space, which JSON allows.

        Args:
            size: Bytes added to the body.
            compressed: Send it as gzip: small on the wire, huge once unpacked.
        """

        def change(reply: Reply) -> Reply:
            body = reply.body + b" " * size
            if not compressed:
                return replace(reply, body=body)
            headers = {**reply.headers, "Content-Encoding": "gzip"}
            return replace(reply, body=gzip.compress(body, mtime=0), headers=headers)

        return cls("huge gzip body" if compressed else "huge body", change)

    @classmethod
    def deep(cls, depth: int = 100_000) -> Fault:
        """Answer 200 with lists nested deeper than a recursive parser can follow."""
        return replace(cls.body(b"[" * depth + b"]" * depth), name="deep nesting")

    @classmethod
    def redirect(cls, location: str, status: int = 302) -> Fault:
        """Send the client to another path or another host."""
        made = cls.status(status, headers={"Location": location})
        return replace(made, name=f"redirect {status}")

    # -- small lies in an honest JSON answer ----------------------------------------------

    @classmethod
    def rows(cls, value: Any) -> Fault:
        """Put any JSON value in the place of the list of rows."""
        return cls(f"rows = {_short(value)}", edits.edited(edits.with_rows(value)))

    @classmethod
    def no_rows(cls) -> Fault:
        """Leave the list of rows out of the envelope."""
        return cls("rows missing", edits.edited(edits.without_rows))

    @classmethod
    def row(cls, value: Any) -> Fault:
        """Replace every row by any JSON value; an empty list gets one."""
        return cls(f"row = {_short(value)}", edits.edited(edits.each_row(value)))

    @classmethod
    def field(cls, name: str, value: Any) -> Fault:
        """Set a field of every row, at any depth, wherever it exists."""
        return cls(f"{name} = {_short(value)}", edits.edited(edits.field(name, value)))

    @classmethod
    def no_field(cls, name: str) -> Fault:
        """Leave a field out of every row, at any depth."""
        return cls(f"{name} missing", edits.edited(edits.dropped(name)))

    @classmethod
    def envelope(cls, **values: Any) -> Fault:
        """Set keys of the envelope, such as a numeric `code`."""
        named = ", ".join(f"{key} = {_short(value)}" for key, value in values.items())
        return cls(f"envelope {named}", edits.edited(edits.envelope(values)))

    @classmethod
    def duplicate_key(cls, key: str = "data", value: Any = ()) -> Fault:
        """Repeat a key of the envelope with another value."""
        return cls(f"duplicate {key}", edits.said_twice(key, list(value) if value == () else value))

    # -- bytes ---------------------------------------------------------------------------

    @classmethod
    def truncated(cls) -> Fault:
        """Send half of the JSON as if it were all of it."""
        return cls("truncated json", lambda r: replace(r, body=r.body[: len(r.body) // 2]))

    @classmethod
    def content_length(cls, difference: int) -> Fault:
        """Announce a body longer (positive) or shorter (negative) than the one sent."""
        return cls(f"content-length {difference:+d}", lambda r: replace(r, announced=difference))

    @classmethod
    def corrupt_gzip(cls) -> Fault:
        """Send a gzip body whose middle has been overwritten."""

        def change(reply: Reply) -> Reply:
            packed = bytearray(gzip.compress(reply.body, mtime=0))
            packed[10:-4] = b"\xff" * len(packed[10:-4])
            headers = {**reply.headers, "Content-Encoding": "gzip"}
            return replace(reply, body=bytes(packed), headers=headers)

        return cls("corrupt gzip", change)

    @classmethod
    def closed(cls) -> Fault:
        """Close the connection without an answer."""
        return cls._ending("closed before answer", Ending.NOTHING)

    @classmethod
    def aborted(cls) -> Fault:
        """Reset the connection without an answer."""
        return cls._ending("reset before answer", Ending.ABORT)

    @classmethod
    def cut(cls) -> Fault:
        """Close the connection in the middle of the body."""
        return cls._ending("cut mid-body", Ending.CUT)

    @classmethod
    def reset(cls) -> Fault:
        """Reset the connection in the middle of the body."""
        return cls._ending("reset mid-body", Ending.RESET)

    @classmethod
    def hang(cls) -> Fault:
        """Never answer; ends when the client or the server gives up."""
        return cls._ending("hang", Ending.HANG)

    @classmethod
    def stall(cls) -> Fault:
        """Send half of the body and then nothing more."""
        return cls._ending("stall mid-body", Ending.STALL)

    @classmethod
    def slow(cls, seconds: float) -> Fault:
        """Answer honestly, but late."""
        return cls(f"slow {seconds:g} s", lambda r: replace(r, delay=r.delay + seconds))

    # -- paging --------------------------------------------------------------------------

    @classmethod
    def paging(cls, quirk: Quirk) -> Fault:
        """Get paging wrong in one of the ways of `Quirk`."""
        return cls(f"paging {quirk.name.lower()}", quirk=quirk)

    @classmethod
    def same_page(cls) -> Fault:
        """Serve the same full page for every cursor; needs one row to repeat."""
        return cls.paging(Quirk.SAME_PAGE)

    @classmethod
    def endless(cls) -> Fault:
        """Serve full pages of ever new rows; needs one row to imitate."""
        return cls.paging(Quirk.ENDLESS)

    @classmethod
    def _ending(cls, name: str, ending: Ending) -> Fault:
        return cls(name, lambda r: replace(r, ending=ending))


def _short(value: Any) -> str:
    return json.dumps(value, default=repr)[:30]
