"""The allow-list: a transport that refuses everything but exact routes.

It wraps the transport that owns the sockets, so that whatever is built above it
(signing, retries, a library's own request methods) cannot reach a network
otherwise. A verb filter would not do: some exchanges read by POST, and some write
by GET.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, TypeAlias

import httpx

from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.route import Route
from readiness.language import message

_PAIR: Final = rb"[A-Za-z0-9_]+=(?:[A-Za-z0-9_.~+*@:,-]|%[0-9A-Fa-f]{2})*"
_QUERY: Final = re.compile(_PAIR + rb"(?:&" + _PAIR + rb")*")
"""Only what every server divides in the same way; names are never encoded."""

_ORDINARY: Final = frozenset(
    {
        *("host", "user-agent", "accept", "accept-encoding", "cookie"),
        *("connection", "content-type", "content-length"),
    }
)
"""What any request has; whatever else a server may understand is a way to another request."""

_FIXED: Final = {
    "connection": frozenset({"keep-alive", "close"}),
    "content-type": frozenset({"application/x-www-form-urlencoded"}),
}
"""The only values of headers that decide how a request is read."""

_Place: TypeAlias = tuple[Address, str, bytes]
"""Address, verb and path."""

_CONTROL: Final = re.compile(rb"[\x00-\x1f\x7f]")

_PLAIN: Final = frozenset({"timeout"})
"""httpx's extensions that change nothing about a request; ``target`` replaces its path."""


class GateRefusedError(Exception):
    """A request that is not in the catalogue; it was refused before a socket opened."""


class GateTransport(httpx.AsyncBaseTransport):
    """Passes on a request only if its address, verb, path, parameters and headers are listed."""

    def __init__(
        self,
        addresses: Addresses,
        routes: frozenset[Route],
        inner: httpx.AsyncBaseTransport,
        headers: frozenset[str] = frozenset(),
    ) -> None:
        """Guard ``inner`` with the routes, each allowed at the one address that answers it.

        Args:
            addresses: where anything may go.
            routes: what may go there.
            inner: what sends it.
            headers: what it may carry beside what any request has: names in lower case.
        """
        self._addresses = frozenset(addresses.all)
        self._parameters = _parameters(tuple(addresses.by_prefix.items()), routes)
        self._headers = _ORDINARY | headers
        self._inner = inner
        self.refused = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request on.

        Raises:
            GateRefusedError: it is not exactly one of the listed requests.
        """
        objection = self._objection(request)
        if objection:
            self.refused += 1
            raise GateRefusedError(objection)
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        """Close what lies behind the gate."""
        await self._inner.aclose()

    def _objection(self, request: httpx.Request) -> str:
        """Why the request may not pass; empty if it may."""
        return self._elsewhere(request) or self._disguised(request) or self._unlisted(request)

    def _elsewhere(self, request: httpx.Request) -> str:
        url = request.url
        address = Address.of(url)
        if address not in self._addresses:
            return message("not the address of this account's API")
        if url.userinfo or url.fragment:
            return message("user information or a fragment in the address")
        if request.headers.get_list("host") != [address.host_header]:
            return message("a Host header that names another host")
        return ""

    def _disguised(self, request: httpx.Request) -> str:
        headers = request.headers.multi_items()
        names = [name for name, _ in headers]
        listed = self._headers.issuperset(names) and len(set(names)) == len(names)
        plain = not any(_CONTROL.search(value) for _, value in request.headers.raw)
        fixed = all(value in _FIXED.get(name, {value}) for name, value in headers)
        if not (listed and plain and fixed and _PLAIN.issuperset(request.extensions)):
            return message("something that makes another request of it")
        return ""

    def _unlisted(self, request: httpx.Request) -> str:
        path, _, query = request.url.raw_path.partition(b"?")
        listed = self._parameters.get((Address.of(request.url), request.method, path))
        if listed is None:
            return message("not a request of the catalogue")
        body = _body(request)
        if body is None or (body and request.method == "GET"):
            return message("a body where none belongs")
        said = [text for text in (query, body) if text]
        if not all(_QUERY.fullmatch(text) for text in said):
            return message("a query that can be read in two ways")
        names = [pair.partition(b"=")[0].decode() for text in said for pair in text.split(b"&")]
        if not listed.issuperset(names) or len(set(names)) != len(names):
            return message("a parameter that the catalogue does not list")
        return ""


@cache
def _parameters(
    by_prefix: tuple[tuple[str, Address], ...], routes: frozenset[Route]
) -> Mapping[_Place, frozenset[str]]:
    """What may go with each request; all accounts of an exchange have it in common."""
    addresses = Addresses(dict(by_prefix))
    listed: dict[_Place, frozenset[str]] = {}
    for route in routes:
        # On one address for everything, two APIs may have a path in common.
        place = (addresses.of(route.place), route.method, route.path.encode())
        listed[place] = listed.get(place, frozenset()) | route.parameters
    return MappingProxyType(listed)


def _body(request: httpx.Request) -> bytes | None:
    """The body as it will be sent; ``None`` if that cannot be told before it is."""
    stream = request.stream
    # What inherits from it may say something else when it is read again.
    if type(stream) is not httpx.ByteStream:
        return None
    body = b"".join(stream)
    announced = request.headers.get("content-length", "0")
    return body if announced == str(len(body)) else None
