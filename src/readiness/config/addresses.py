"""Which addresses a key may be sent to, and through which proxy.

The rules are written as a list of what is allowed. Everything that a URL parser could
read in two ways (user names, odd IP notations, paths, other scripts) is simply not on it.
"""

import re
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network
from typing import Final

from readiness.config.errors import WrongValueError
from readiness.config.settings import ExchangeLike
from readiness.language import listed, say, translate

_BASE_URL: Final = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[::1\]|[a-z0-9.-]+)(?P<port>:[1-9][0-9]{0,4})?/?", re.ASCII
)
_PROXY: Final = re.compile(
    r"(?P<scheme>[a-z0-9]+)://(?:[^\s/?#@\\]*@)?(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+)"
    r"(?P<port>:[1-9][0-9]{0,4})?/?",
    re.ASCII | re.IGNORECASE,
)
_PROXY_SCHEMES: Final = ("http", "https", "socks5", "socks5h")
_LOOPBACK: Final = IPv4Network("127.0.0.0/8")
_HIGHEST_PORT: Final = 65535
_HTTPS_PORT: Final = ":443"


def check_base_url(text: str, exchange: ExchangeLike, others: Iterable[ExchangeLike]) -> str:
    """Check an address that is to replace an exchange's API hosts, and normalise it.

    Raises:
        WrongValueError: it is neither an official API host of this exchange nor loopback.
    """
    official = tuple(host.lower() for host in exchange.api_hosts)
    allowed = listed(f'"https://{host}"' for host in official)
    remedy = say(
        "remove the line, or write {allowed} (no user name, path or other port), or "
        '"http://127.0.0.1:PORT" for a simulator on this machine',
        allowed=allowed,
    )
    match = _BASE_URL.fullmatch(_lower_ascii(text))
    if match is None or not port_exists(match["port"]):
        raise WrongValueError(
            say("is not a plain address of an official API host or of this machine"), remedy
        )
    scheme, host, port = match["scheme"], match["host"], match["port"] or ""
    if is_loopback(host):
        return f"{scheme}://{host}{port}"
    if host in official:
        if scheme != "https" or port not in {"", _HTTPS_PORT}:
            raise WrongValueError(
                say("must be https on its usual port for {host}", host=host), remedy
            )
        return f"https://{host}"
    for other in others:
        if host in other.api_hosts:
            raise WrongValueError(
                say(
                    "is an API host of {other}, not of {exchange}",
                    other=other.title,
                    exchange=exchange.title,
                ),
                say(
                    'set exchange = "{other}" if the account is there; otherwise {remedy}',
                    other=other.id,
                    remedy=remedy,
                ),
            )
    for domain, sentence in exchange.namesakes.items():
        if host == domain or host.endswith(f".{domain}"):
            raise WrongValueError(
                say(
                    "is not {exchange}: {sentence}",
                    exchange=exchange.title,
                    sentence=translate(sentence),
                ),
                remedy,
            )
    raise WrongValueError(
        say("is not an official API host of {exchange}", exchange=exchange.title), remedy
    )


def check_proxy(text: str) -> str:
    """Check the form of a proxy's URL; it is returned as it was given.

    Raises:
        WrongValueError: it is no URL of a kind of proxy that is supported.
    """
    match = _PROXY.fullmatch(text)
    if match is None or not port_exists(match["port"]):
        raise WrongValueError(
            say("is not the URL of a proxy"), say('write it as "socks5://127.0.0.1:1080"')
        )
    if match["scheme"].lower() not in _PROXY_SCHEMES:
        raise WrongValueError(
            say("is a kind of proxy that is not supported"),
            say("use one of {kinds}", kinds=listed(_PROXY_SCHEMES)),
        )
    return text


def _lower_ascii(text: str) -> str:
    """Lower case of plain text; other scripts stay, so that none becomes a plain letter."""
    return text.lower() if text.isascii() else text


def port_exists(port: str | None) -> bool:
    """Whether a port as a URL has it (``:443``) can exist."""
    return port is None or int(port.removeprefix(":")) <= _HIGHEST_PORT


def is_loopback(host: str) -> bool:
    """Whether a host as a URL has it is this machine."""
    if host in {"localhost", "[::1]"}:
        return True
    try:
        return IPv4Address(host) in _LOOPBACK
    except ValueError:
        return False
