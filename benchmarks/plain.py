"""What a plain script has to ask to do the same work: the very requests that a scan made."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import cycle
from urllib.parse import quote

from benchmarks.exchanges import Exchange
from benchmarks.floor import request_of
from benchmarks.remote import Recording
from benchmarks.script import Question, Script
from benchmarks.seats import Seat, by_exchange
from readiness.simulator import Arrival


def scripts_of(
    seats: Sequence[Seat], urls: Mapping[str, str], recordings: Mapping[str, Recording]
) -> list[Script]:
    """A script for each account: what arrived with its key.

    What needs no key has no owner; it is dealt out among the accounts of its exchange.
    """
    scripts: list[Script] = []
    for exchange_id, those in by_exchange(seats).items():
        arrivals = recordings[exchange_id].arrivals
        shares: dict[str, list[Arrival]] = {seat.account.uid: [] for seat in those}
        anybody = cycle(list(shares))
        for entry in arrivals:
            shares[entry.uid or next(anybody)].append(entry)
        for seat in those:
            questions = [_question(seat.exchange, entry) for entry in shares[seat.account.uid]]
            scripts.append(
                Script(seat.exchange.ccxt_class, urls[exchange_id], seat.credentials, questions)
            )
    return scripts


def hold_against(ours: Mapping[str, Recording], theirs: Mapping[str, Recording]) -> None:
    """Make sure that the same was asked.

    Raises:
        RuntimeError: it was not.
    """
    for exchange_id, recording in ours.items():
        mine, other = _named(recording.arrivals), _named(theirs[exchange_id].arrivals)
        if mine != other:
            raise RuntimeError(
                f"{exchange_id}: ccxt asked {other - mine} and did not ask {mine - other}"
            )


def _question(exchange: Exchange, entry: Arrival) -> Question:
    request = request_of(exchange.id, entry.method, entry.path, entry.params)
    place = exchange.endpoint(request)
    params = {**entry.params, **place.extra}
    if exchange.raw:
        params = {name: quote(value, safe="") for name, value in params.items()}
    return Question(place.path, place.tree, entry.method, params)


def _named(arrivals: Iterable[Arrival]) -> Counter[tuple[str, str, str, str]]:
    return Counter(
        (entry.uid, entry.method, entry.path, "&".join(sorted(entry.query.split("&"))))
        for entry in arrivals
    )
