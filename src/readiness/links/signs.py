"""What parts of a link can say about it, and the link as those who look at it see it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias
from urllib.parse import unquote_plus

from readiness.links.address import Address
from readiness.links.host import DomainName, NoHost, Number
from readiness.links.judgement import Kind, Reason
from readiness.links.known import Known
from readiness.links.lookalike import Resembling
from readiness.links.tables import Words

_ROUNDS: Final = 3
_PAIRS: Final = re.compile(r"[&;?#]")


@dataclass(frozen=True)
class Alarm:
    """Something that makes a link a trap."""

    kind: Kind
    reason: Reason
    exchange: str | None = None


@dataclass(frozen=True)
class Doubt:
    """Something for which a link cannot be called official."""

    reason: Reason
    exchange: str | None = None


@dataclass(frozen=True)
class Remark:
    """Something worth saying that decides nothing."""

    reason: Reason
    exchange: str | None = None


Sign: TypeAlias = Alarm | Doubt | Remark


@dataclass(frozen=True)
class Tools:
    """What links are judged with."""

    known: Known
    words: Words
    resembling: Resembling


@dataclass(frozen=True)
class Case:
    """A link to a host, with the tools to look at it."""

    address: Address
    tools: Tools

    @property
    def host(self) -> DomainName | None:
        """The host, if it has a name."""
        return self.address.host if isinstance(self.address.host, DomainName) else None

    @cached_property
    def owner(self) -> str | None:
        """The exchange that the host belongs to."""
        site = self.tools.known.site_of(self.host.name) if self.host else None
        return site.exchange if site else None

    @cached_property
    def path(self) -> str:
        """The path, decoded."""
        return decoded(self.address.path)

    @cached_property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """Names (letters and digits, small) and values of query and fragment, decoded."""
        whole = (
            f"{self.address.query}&{self.address.fragment}&{self.address.path.partition(';')[2]}"
        )
        return tuple(_pairs(whole))

    @cached_property
    def named_behind(self) -> str | None:
        """The exchange that is named behind the host."""
        return self.tools.resembling.named_in(self.rest)

    @cached_property
    def rest(self) -> str:
        """Everything behind the host, decoded."""
        rest = f"{self.address.path}?{self.address.query}#{self.address.fragment}"
        return decoded(rest).lower()


def decoded(text: str) -> str:
    """The text with its percent signs resolved, also where they were encoded again."""
    for _ in range(_ROUNDS):
        if "%" not in text:
            break
        text = unquote_plus(text)
    return text


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for part in _PAIRS.split(text):
        whole = decoded(part)
        for each in _PAIRS.split(whole) if whole != part else (whole,):
            name, equals, value = each.partition("=")
            if equals:
                yield re.sub(r"[^a-z0-9]", "", name.lower()), value


def shown_host(address: Address) -> str:
    """The host for people."""
    match address.host:
        case DomainName(name=name):
            return name
        case Number(text=text) | NoHost(text=text):
            return text
