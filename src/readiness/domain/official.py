"""What belongs to an exchange: its domains, hosts and apps, each with its source."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from readiness.domain.base import Frozen
from readiness.domain.guidance import Regional

HostName = Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]
"""A name in the domain name system, in small letters, without a dot at its end."""


class Use(StrEnum):
    """What is found at a domain or host."""

    SITE = "site"
    HELP = "help"
    API = "api"
    STREAM = "stream"
    """The API's websocket."""
    DOCS = "docs"
    MAIL = "mail"
    """The exchange's e-mail addresses end in it. A sender's address can be forged all the same."""
    WALLET = "wallet"
    TEST = "test"
    """A test system: nothing there is worth anything."""


class OfficialDomain(Regional):
    """A registrable domain that belongs to the exchange, with everything below it.

    Attributes:
        domain: the domain (``okx.com``).
        uses: what is found there.
    """

    domain: HostName
    uses: Annotated[tuple[Use, ...], Field(min_length=1)]


class OfficialHost(Regional):
    """A host of the exchange that is known by name.

    Attributes:
        host: the whole name (``www.okx.com``).
        uses: what is found there.
        what: what it is, as a sentence's part.
    """

    host: HostName
    uses: Annotated[tuple[Use, ...], Field(min_length=1)]
    what: str


class Store(StrEnum):
    """Where apps are offered."""

    APPLE = "apple"
    GOOGLE = "google"


class OfficialApp(Regional):
    """The exchange's app in a store.

    Attributes:
        store: which store.
        id: its name there: ``id`` with a number at Apple, a package name at Google.
    """

    store: Store
    id: Annotated[str, Field(pattern=r"^(id[0-9]+|[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+)$")]


class Namesake(Regional):
    """A domain of another company that goes by the exchange's name.

    Attributes:
        domain: its registrable domain.
        who: whose it is, in whole sentences.
    """

    domain: HostName
    who: str


class Official(Frozen):
    """Everything that is known to belong to an exchange.

    What is not listed is not thereby false: it is not known.

    Attributes:
        domains: its registrable domains.
        hosts: the hosts below them that are known by name.
        apps: its apps in the stores.
        namesakes: what looks like it, honestly, and is another company.
    """

    domains: tuple[OfficialDomain, ...] = ()
    hosts: tuple[OfficialHost, ...] = ()
    apps: tuple[OfficialApp, ...] = ()
    namesakes: tuple[Namesake, ...] = ()

    def domain_of(self, host: str) -> OfficialDomain | None:
        """The official domain that a host belongs to; ``None`` if it belongs to none.

        Args:
            host: a name in small letters, in its ASCII form, without a dot at its end.
        """
        return next(
            (
                known
                for known in self.domains
                if host == known.domain or host.endswith(f".{known.domain}")
            ),
            None,
        )

    def host(self, name: str) -> OfficialHost | None:
        """What is known of exactly this host; ``None`` if it is not known by name."""
        return next((known for known in self.hosts if known.host == name), None)
