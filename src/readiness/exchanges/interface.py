"""What the rest of the tool knows about an exchange without loading it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ExchangeInfo:
    """One exchange entity that a user can configure.

    Attributes:
        id: the name in the configuration (``okx-eea``).
        family: the exchange behind it; entities of a family share adapter and policy.
        title: its name for people.
        api_hosts: official API hosts; the first is used unless ``base_url`` names another.
        credential_fields: what a key consists of.
        ccxt_id: the ccxt class that signs for it.
        module: the package of its adapter.
    """

    id: str
    family: str
    title: str
    api_hosts: tuple[str, ...]
    credential_fields: tuple[str, ...]
    ccxt_id: str
    module: str
