"""Which hosts belong to which exchange."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readiness.links.tables import Name

if TYPE_CHECKING:
    from readiness.domain.policy import Policy


@dataclass(frozen=True)
class Site:
    """A registrable domain that belongs to an exchange, with everything below it.

    Attributes:
        exchange: whose it is, as people call it.
        domain: the domain, in small letters.
        mail: whether the exchange's e-mail addresses end in it.
    """

    exchange: str
    domain: str
    mail: bool = False


@dataclass(frozen=True)
class Known:
    """Everything that links are compared with.

    Attributes:
        sites: the official domains.
        hosts: what single hosts below them are for, by host.
        namesakes: other companies' domains under an exchange's name: whose, and what to say.
        said: domains that are said to be an exchange's own, which no page that was read shows.
        apps: entries in app stores that are said to be an exchange's own: whose, by the entry.
    """

    sites: Mapping[str, Site] = field(default_factory=dict[str, Site])
    hosts: Mapping[str, str] = field(default_factory=dict[str, str])
    namesakes: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    said: Mapping[str, str] = field(default_factory=dict[str, str])
    apps: Mapping[str, str] = field(default_factory=dict[str, str])

    def site_of(self, host: str) -> Site | None:
        """The official domain that a host is in; ``None`` if it is in none."""
        return next((self.sites[name] for name in _upwards(host) if name in self.sites), None)

    def namesake_of(self, host: str) -> tuple[str, str] | None:
        """The other company that a host belongs to: the exchange it is mistaken for, and who."""
        found = (self.namesakes[name] for name in _upwards(host) if name in self.namesakes)
        return next(found, None)

    def said_of(self, host: str) -> str | None:
        """The exchange that a host is said to belong to."""
        return next((self.said[name] for name in _upwards(host) if name in self.said), None)


def _upwards(host: str) -> Iterable[str]:
    """A host and every name above it: ``a.b.c``, ``b.c``, ``c``."""
    labels = host.split(".")
    return (".".join(labels[start:]) for start in range(len(labels)))


def known_from(policies: "Iterable[Policy]", names: Iterable[Name]) -> Known:
    """What the policies say of the exchanges that can be scanned, and the names of the others."""
    known = tuple(names)
    official = [(policy.title, policy.official) for policy in policies]
    sites = {domain: Site(name.title, domain) for name in known for domain in name.domains}
    sites |= {
        each.domain: Site(title, each.domain, mail="mail" in each.uses)
        for title, found in official
        for each in found.domains
    }
    return Known(
        sites=sites,
        hosts={each.host: each.what for _, found in official for each in found.hosts},
        namesakes={
            each.domain: (title, each.who) for title, found in official for each in found.namesakes
        },
        said={domain: name.title for name in known for domain in name.said},
        apps={each.id: title for title, found in official for each in found.apps},
    )
