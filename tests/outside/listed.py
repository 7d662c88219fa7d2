"""What may come of the tool, and what is wrong with what came."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from tests.outside.reads import HEADERS, PLAIN, Read, reads
from tests.outside.recorder import Recorded

_LINE: Final = re.compile(
    rb"(?P<verb>[A-Z]+) (?P<path>/[A-Za-z0-9/_.-]+)(?:\?(?P<query>[!-~]+))? HTTP/1\.1"
)
_PAIR: Final = re.compile(rb"(?P<name>[A-Za-z0-9_]+)=(?:[A-Za-z0-9_.~+*@:,-]|%[0-9A-F]{2})*")


@dataclass(frozen=True)
class Listed:
    """Everything that may be asked of one exchange.

    Attributes:
        parameters: for each verb and path of `readiness endpoints`, the parameters it names.
        documented: verbs and paths that are reads by the documents, typed by hand.
        headers: names of headers, typed by hand.
    """

    parameters: Mapping[Read, frozenset[str]]
    documented: frozenset[Read]
    headers: frozenset[str]

    @classmethod
    def of(cls, printed: str, family: str, *, saving: bool = False) -> Listed:
        """What `readiness endpoints EXCHANGE --format json` has printed, beside the documents."""
        told: dict[Read, frozenset[str]] = {}
        requests: list[Any] = json.loads(printed)["requests"]
        for each in requests:
            if saving or each["asked_by"] == "scan":
                read = (each["verb"], each["path"])
                told[read] = told.get(read, frozenset()) | frozenset(each["params"])
        return cls(told, reads(family, saving=saving), HEADERS[family] | PLAIN)

    def objections(self, came: Recorded) -> Iterator[str]:
        """What is wrong with a request; nothing if it is one of the catalogue's."""
        line = _LINE.fullmatch(came.line)
        if not came.readable or line is None:
            yield "it is not one request that every server reads alike"
            return
        read = (line["verb"].decode(), line["path"].decode())
        if read not in self.parameters:
            yield "`readiness endpoints` does not print it"
        if read not in self.documented:
            yield "no document calls it a read"
        if came.host != came.at.encode():
            yield "its Host header names another place"
        yield from self._said(came, read, line["query"])
        names = [name.decode("latin-1") for name in came.headers]
        if not self.headers.issuperset(names) or len(set(names)) != len(names):
            yield "a header that no document asks for"

    def _said(self, came: Recorded, read: Read, query: bytes | None) -> Iterator[str]:
        if came.body and read[0] != "POST":
            yield "a body where none belongs"
        pairs = [
            _PAIR.fullmatch(each)
            for text in (query, came.body)
            if text
            for each in text.split(b"&")
        ]
        names = [pair["name"].decode() for pair in pairs if pair]
        if len(names) != len(pairs) or len(set(names)) != len(names):
            yield "parameters that can be read in two ways"
        if not self.parameters.get(read, frozenset()).issuperset(names):
            yield "a parameter that `readiness endpoints` does not print"


def wrong(came: list[Recorded], listed: Mapping[str, Listed]) -> list[tuple[bytes, list[str]]]:
    """The lines of all requests that should not have come, each with what is wrong with it.

    Args:
        came: what was recorded.
        listed: what may come to each of the servers.
    """
    found = [(each.line, list(listed[each.at].objections(each))) for each in came]
    return [(line, objections) for line, objections in found if objections]
