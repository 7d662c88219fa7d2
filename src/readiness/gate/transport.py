"""The allow-list: a transport that refuses everything but exact routes.

It wraps the transport that owns the sockets, so that whatever is built above it
(signing, retries, a library's own request methods) cannot reach a network
otherwise. A verb filter would not do: some exchanges read by POST, and some write
by GET.
"""

import re
from typing import Final

import httpx

from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.route import Route
from readiness.language import message

_PAIR: Final = rb"[A-Za-z0-9_]+=(?:[A-Za-z0-9_.~+*@:,-]|%[0-9A-Fa-f]{2})*"
_QUERY: Final = re.compile(_PAIR + rb"(?:&" + _PAIR + rb")*")
"""Only what every server divides in the same way; names are never encoded."""

_OVERRIDES: Final = frozenset(
    {
        "upgrade",
        "x-http-method",
        "x-http-method-override",
        "x-method-override",
        "x-original-url",
        "x-rewrite-url",
    }
)
"""Headers that make a server take a request for another one."""

_PLAIN: Final = frozenset({"timeout"})
"""httpx's extensions that change nothing about a request; ``target`` replaces its path."""


class GateRefusedError(Exception):
    """A request that is not in the catalogue; it was refused before a socket opened."""


class GateTransport(httpx.AsyncBaseTransport):
    """Passes on a request only if its address, verb, path and parameters are listed."""

    def __init__(
        self, addresses: Addresses, routes: frozenset[Route], inner: httpx.AsyncBaseTransport
    ) -> None:
        """Guard ``inner`` with the routes, each allowed at the one address that answers it."""
        self._addresses = frozenset(addresses.all)
        self._parameters: dict[tuple[Address, str, bytes], frozenset[str]] = {}
        for route in routes:
            # On one address for everything, two APIs may have a path in common.
            place = (addresses.of(route.place), route.method, route.path.encode())
            known = self._parameters.get(place, frozenset())
            self._parameters[place] = known | route.parameters
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
        return self._elsewhere(request) or self._unlisted(request)

    def _elsewhere(self, request: httpx.Request) -> str:
        url = request.url
        address = Address.of(url)
        if address not in self._addresses:
            return message("not the address of this account's API")
        if url.userinfo or url.fragment:
            return message("user information or a fragment in the address")
        if request.headers.get_list("host") != [address.host_header]:
            return message("a Host header that names another host")
        if not _OVERRIDES.isdisjoint(request.headers) or not _PLAIN.issuperset(request.extensions):
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


def _body(request: httpx.Request) -> bytes | None:
    """The body as it will be sent; ``None`` if that cannot be told before it is."""
    stream = request.stream
    if "transfer-encoding" in request.headers or not isinstance(stream, httpx.ByteStream):
        return None
    body = b"".join(stream)
    announced = request.headers.get("content-length", "0")
    return body if announced == str(len(body)) else None
