"""What the rest of the tool knows about an exchange without loading it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from readiness.gate.route import Limit


@dataclass(frozen=True)
class ExchangeInfo:
    """One exchange entity that a user can configure.

    Attributes:
        id: the name in the configuration (``okx-eea``).
        family: the exchange behind it; entities of a family share adapter and policy.
        title: its name for people, in English.
        hosts: official API hosts by the beginning of the paths that they answer (see
            ``Route.place``); the first of each is used unless ``base_url`` names another.
        credential_fields: what a key consists of.
        ccxt_id: the ccxt class that signs for it.
        module: the package of its adapter.
        namesakes: domains of other companies under a similar name, with what to say of them.
        tiers: what an account of each tier is allowed, for the limits of the same pool; the
            first is the lowest, which the catalogue has and which holds where none is named.
        part_of: the exchange whose account this one is a part of, under a key of its own.
        lists_sub_accounts: whether a main account's key can ask which sub-accounts there are.
    """

    id: str
    family: str
    title: str
    hosts: Mapping[str, tuple[str, ...]]
    credential_fields: tuple[str, ...]
    ccxt_id: str
    module: str
    namesakes: Mapping[str, str] = field(default_factory=dict[str, str])
    tiers: Mapping[str, Limit] = field(default_factory=dict[str, Limit])
    part_of: str = ""
    lists_sub_accounts: bool = True

    @property
    def api_hosts(self) -> tuple[str, ...]:
        """Every official API host, the main one first."""
        return tuple(dict.fromkeys(host for hosts in self.hosts.values() for host in hosts))

    def hosts_of(self, place: str) -> tuple[str, ...]:
        """The official hosts that answer a route's place, each as good as the first."""
        fitting = [prefix for prefix in self.hosts if place.startswith(f"{prefix}/")]
        return self.hosts[max(fitting, key=len)]

    def origins(self, base_url: str | None = None) -> dict[str, str]:
        """The API address for each path prefix, as the beginning of a URL.

        An address on this machine stands in for all of them; an official host only for
        those that it is an equal of, since no other paths are answered there.
        """
        official = base_url is not None and base_url.removeprefix("https://") in self.api_hosts
        chosen = {}
        for prefix, hosts in self.hosts.items():
            usual = f"https://{hosts[0]}"
            fits = not official or base_url in {f"https://{host}" for host in hosts}
            chosen[prefix] = base_url if base_url and fits else usual
        return chosen
