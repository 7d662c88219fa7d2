"""Who is scanned: accounts by the name that they have in the configuration."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from benchmarks.asked import Entry
from benchmarks.exchanges import Account, Exchange


@dataclass(frozen=True)
class Seat:
    """One account on the bench.

    Attributes:
        name: what it is called in the configuration.
        exchange: where it is.
        account: the account.
        parent: the name of the account that it is a part of.
    """

    name: str
    exchange: Exchange
    account: Account
    parent: str | None = None

    @property
    def credentials(self) -> dict[str, str]:
        """The parts of its key."""
        return self.exchange.credentials(self.account)


def entries(seats: Iterable[Seat], urls: Mapping[str, str]) -> list[Entry]:
    """The accounts as a user would configure them, each exchange at its address."""
    return [
        Entry(seat.name, seat.exchange.id, urls[seat.exchange.id], seat.parent, seat.credentials)
        for seat in seats
    ]


def by_exchange(seats: Iterable[Seat]) -> dict[str, list[Seat]]:
    """The same, by the id of the exchange."""
    found: dict[str, list[Seat]] = {}
    for seat in seats:
        found.setdefault(seat.exchange.id, []).append(seat)
    return found
