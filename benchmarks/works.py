"""What is measured: each piece of work is done by us and by plain ccxt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.exchanges import KRAKEN, KRAKEN_FUTURES, OKX, ON_THE_BENCH, Exchange
from benchmarks.promises import requests_of
from benchmarks.seats import Seat
from benchmarks.wire import ROUGH, STEADY, Distance
from readiness.exchanges.registry import EXCHANGES
from readiness.policies import load_policy


@dataclass(frozen=True)
class Work:
    """One piece of work.

    Attributes:
        key: what the promises call it.
        name: what the table calls it.
        seats: the accounts, all scanned at once.
        sub_accounts: sub-accounts in all, seen with the main accounts' keys.
        distance: how far the exchanges are.
        looks: round trips that no scan can do without, because each needs the answer of the
            one before: the clock, the key, what is there, and whether it still is.
        simulated: it is done in simulated time only.
        in_order: it is also done in simulated time, to see what the order of asking takes.
        ours_waits: our scan mostly waits, so others may run beside it.
        ccxt_waits: the same of ccxt.
    """

    key: str
    name: str
    seats: Sequence[Seat]
    sub_accounts: int = 0
    distance: Distance = STEADY
    looks: int = 4
    simulated: bool = False
    in_order: bool = True
    ours_waits: bool = False
    ccxt_waits: bool = False

    @property
    def expected(self) -> int:
        """Requests, by what one scan of each exchange takes."""
        return requests_of((seat.exchange.id for seat in self.seats), self.sub_accounts)


def works(*, quick: bool) -> list[Work]:
    """All of them."""
    count = 24 if quick else 100
    subs = 200 if quick else 1_000
    return [
        *(_single(exchange) for exchange in ON_THE_BENCH.values()),
        Work("30 sub-accounts", "OKX, 30 sub-accounts", [_family(30)], 30),
        Work(
            "many sub-accounts",
            f"OKX, {subs:,} sub-accounts",
            [_family(subs)],
            subs,
            simulated=True,
        ),
        Work("many accounts", f"{count} accounts at once", _crowd(count), in_order=False),
    ]


def out_of_order() -> Work:
    """Accounts whose requests overtake each other on their way: are limits kept even so?"""
    return Work(
        "out of order",
        "OKX, 6 accounts and 30 sub-accounts, out of order",
        [_family(30), *(Seat(f"account{n}", OKX, OKX.account()) for n in range(5))],
        30,
        distance=ROUGH,
        in_order=False,
    )


_OURS_WAITS: Final = frozenset({"kraken"})
_CCXT_WAITS: Final = frozenset({"binance", "kraken", "okx"})


def _single(exchange: Exchange) -> Work:
    return Work(
        exchange.id,
        load_policy(EXCHANGES[exchange.id].family).title,
        [Seat("main", exchange, exchange.account())],
        ours_waits=exchange.id in _OURS_WAITS,
        ccxt_waits=exchange.id in _CCXT_WAITS,
    )


def _family(count: int) -> Seat:
    account = OKX.account()
    for number in range(count):
        account.sub_account(f"sub{number:04}")
    return Seat("family", OKX, account)


def _crowd(count: int) -> list[Seat]:
    """Accounts of all exchanges in turn; each of Kraken's futures is a part of one of Kraken."""
    seats: list[Seat] = []
    for number in range(count):
        exchange = list(ON_THE_BENCH.values())[number % len(ON_THE_BENCH)]
        turn = number // len(ON_THE_BENCH)
        parent = f"{KRAKEN.id}-{turn}" if exchange is KRAKEN_FUTURES else None
        seats.append(Seat(f"{exchange.id}-{turn}", exchange, exchange.account(), parent))
    return seats
