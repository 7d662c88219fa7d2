"""Takes a link apart as a browser does, and notes where other programs would differ."""

import re
from dataclasses import dataclass
from typing import Final, TypeAlias

from readiness.links.host import Host, read_host
from readiness.links.tables import words

_ENDS: Final = "".join(map(chr, range(0x21)))
_BREAKS: Final = re.compile(r"[\t\n\r]")
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST_AND_PORT: Final = re.compile(r"[^/\\?#@:]+:\d*(?:[/\\?#]|$)")
_AUTHORITY: Final = re.compile(r"[^/\\?#]*")
_PLAIN_AUTHORITY: Final = re.compile(r"[^/?#]*")
_WEB: Final = frozenset({"http", "https", "ws", "wss", "ftp"})
_USUAL: Final = {"https": "443", "http": "80", "ws": "80", "wss": "443", "ftp": "21"}
_HIDDEN: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    r"\U000e0000-\U000e0fff]"
)


@dataclass(frozen=True)
class Address:
    """A link to a host of the web.

    Attributes:
        scheme: ``https``, ``http``, ``ws`` ...; ``https`` where none stands.
        userinfo: what stands before ``@``; empty if there is none.
        host: the host.
        others: what other programs may take for the host, as it stands.
        path: the path.
        query: the query, without its question mark.
        fragment: the fragment, without its hash.
        oddities: codes for everything that other programs may read otherwise.
    """

    scheme: str
    userinfo: str
    host: Host
    others: tuple[str, ...]
    path: str
    query: str
    fragment: str
    oddities: tuple[str, ...]


@dataclass(frozen=True)
class Opaque:
    """A link to something else than a host of the web.

    Attributes:
        scheme: what it begins with, in small letters.
        rest: what follows the colon.
        oddities: as for an address.
    """

    scheme: str
    rest: str
    oddities: tuple[str, ...]


Parsed: TypeAlias = Address | Opaque


def parse(link: str) -> Parsed:
    """Take a link apart; whatever stands there, something comes out."""
    oddities = []
    text = link.strip(_ENDS)
    if _BREAKS.search(text):
        oddities.append("line-break")
        text = _BREAKS.sub("", text)
    if _HIDDEN.search(link):
        oddities.append("hidden")
    if re.search(r"\s", text):
        oddities.append("space")
    scheme = _scheme(text)
    if scheme is None:
        return _web("https", text, oddities, bare=True)
    rest = text[len(scheme) + 1 :]
    if scheme in _WEB:
        return _web(scheme, rest, oddities, bare=False)
    return Opaque(scheme, rest, tuple(oddities))


def _scheme(text: str) -> str | None:
    """The scheme in small letters; ``None`` where there is none."""
    found = _SCHEME.match(text)
    if not found:
        return None
    scheme = found[1].lower()
    if scheme in _WEB or scheme in words().opaque_schemes:
        return scheme
    # "okx.com:443/x" and "okx.com:x@evil.example" begin with a host, as an address bar reads them.
    return None if "." in scheme or _HOST_AND_PORT.match(text) else scheme


def _web(scheme: str, rest: str, oddities: list[str], *, bare: bool) -> Address:
    slashes = len(rest) - len(rest.lstrip("/\\"))
    if "\\" in re.split(r"[?#]", rest, maxsplit=1)[0]:
        oddities.append("backslash")
    if slashes != 2 and not (bare and slashes == 0):
        oddities.append("slashes")
    others = _other_hosts(rest) if not bare else ()
    rest = rest[slashes:]
    found = _AUTHORITY.match(rest)
    authority = found[0] if found else ""
    userinfo, at, place = authority.rpartition("@")
    if at:
        oddities.append("userinfo")
        others += tuple(part for part in _host_parts(authority) if part != _without_port(place)[0])
    raw, port = _without_port(place)
    if (port and not port.isascii()) or (port and not (port.isdigit() and int(port[:8]) <= 0xFFFF)):
        oddities.append("port-invalid")
    elif port and port != _USUAL[scheme]:
        oddities.append("port")
    path, query, fragment = _split(rest[len(authority) :])
    if not path and "@" in f"{query}{fragment}":
        oddities.append("late-at")
    return Address(
        scheme,
        userinfo,
        read_host(raw),
        others,
        path,
        query,
        fragment,
        tuple(dict.fromkeys(oddities)),
    )


def _without_port(place: str) -> tuple[str, str]:
    """Host and port; a colon in brackets belongs to the host."""
    if place.startswith("["):
        end = place.find("]") + 1
        return (place[:end], place[end:].removeprefix(":")) if end else (place, "")
    raw, _, port = place.partition(":")
    return raw, port


def _host_parts(authority: str) -> tuple[str, ...]:
    """What stands between two ``@``: programs that stop at the first one go there."""
    return tuple(_without_port(part)[0] for part in authority.split("@")[1:-1])


def _other_hosts(rest: str) -> tuple[str, ...]:
    """The host for a program that does not take a backslash for a slash."""
    if "\\" not in rest or not rest.startswith("//"):
        return ()
    found = _PLAIN_AUTHORITY.match(rest[2:])
    authority = found[0] if found else ""
    _, backslash, behind = authority.partition("\\")
    if not backslash or not re.search(r"[@.]", behind):
        return ()
    return (_without_port(authority.rpartition("@")[2])[0],)


def _split(rest: str) -> tuple[str, str, str]:
    before, _, fragment = rest.partition("#")
    path, _, query = before.partition("?")
    return path, query, fragment
