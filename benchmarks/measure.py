"""Measures everything."""

import os
import platform
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any, TypeVar

from benchmarks.floor import bounds
from benchmarks.results import Done, Results, Side
from benchmarks.seats import by_exchange
from benchmarks.stage import PlainRun, Scan, ask_the_same, scan, simulated_seconds
from benchmarks.startup import starts
from benchmarks.wire import STEADY
from benchmarks.works import Work, out_of_order, works

T = TypeVar("T")


def measure(*, quick: bool, say: Callable[[str], None]) -> Results:
    """Measure everything, one thing after the other; what mostly waits, beside the others."""
    made = _made(quick=quick)
    singles, others = _parted(works(quick=quick))
    done = [*_side_by_side(singles, quick=quick, say=say)]
    for work in others:
        say(work.name)
        ours = _ours(work)
        done.append(_done(work, ours, _ccxt(work, ours, quick=quick), quick=quick))
    last = out_of_order()
    say(last.name)
    done.append(_done(last, _ours(last), None, quick=quick))
    say("start-up")
    commands, python, loading = starts(2 if quick else 9)
    return Results(made, done, commands, python, loading)


def _parted(all_works: Sequence[Work]) -> tuple[list[Work], list[Work]]:
    singles = [work for work in all_works if len(work.seats) == 1 and not work.sub_accounts]
    return singles, [work for work in all_works if work not in singles]


def _side_by_side(
    singles: Sequence[Work], *, quick: bool, say: Callable[[str], None]
) -> list[Done]:
    """What waits goes first, and does so in a thread; the rest takes turns."""
    with ThreadPoolExecutor() as aside:

        def begin(do: Callable[..., T], *args: Any, waits: bool, **options: Any) -> Future[T]:
            future = aside.submit(do, *args, **options)
            if not waits:
                future.result()
            return future

        scans: dict[str, Future[Scan]] = {}
        for work in sorted(singles, key=lambda work: not work.ours_waits):
            say(work.name)
            scans[work.key] = begin(_ours, work, waits=work.ours_waits)
        found = {key: future.result() for key, future in scans.items()}
        plain: dict[str, Future[PlainRun]] = {}
        for work in sorted(singles, key=lambda work: not work.ccxt_waits):
            say(f"{work.name}, plain ccxt")
            waits = work.ccxt_waits and not quick
            plain[work.key] = begin(_ccxt, work, found[work.key], waits=waits, quick=quick)
        asked = {key: future.result() for key, future in plain.items()}
    return [_done(work, found[work.key], asked[work.key], quick=quick) for work in singles]


def _ours(work: Work) -> Scan:
    return scan(work.seats, work.distance, simulated=work.simulated)


def _ccxt(work: Work, ours: Scan, *, quick: bool) -> PlainRun:
    simulated = work.simulated or quick
    return ask_the_same(work.seats, ours.recordings, work.distance, simulated=simulated)


def _done(work: Work, ours: Scan, plain: PlainRun | None, *, quick: bool) -> Done:
    arrivals = [entry for seen in ours.recordings.values() for entry in seen.arrivals]
    budgets = [
        bound
        for exchange_id, those in by_exchange(work.seats).items()
        for bound in bounds(
            those[0].exchange, ours.recordings[exchange_id].arrivals, work.distance.round_trip
        )
    ]
    budgets.sort(key=lambda bound: -bound.floor)
    return Done(
        key=work.key,
        name=work.name,
        verdict=ours.told.verdict,
        requests=len(arrivals),
        questions=len({(entry.uid, entry.method, entry.path, entry.query) for entry in arrivals}),
        expected=work.expected,
        again=ours.told.retried,
        floor=max(budgets[0].floor, work.looks * work.distance.round_trip),
        order=_order(work, ours),
        ours=Side(
            ours.told.wall,
            ours.told.cpu,
            ours.peak,
            sum(len(seen.violations) for seen in ours.recordings.values()),
            work.simulated,
        ),
        ccxt=_plain_side(plain, simulated=work.simulated or quick) if plain else None,
        ideal=plain.ended.ideal if plain else 0.0,
        bounds=budgets,
    )


def _plain_side(plain: PlainRun, *, simulated: bool) -> Side:
    ended = plain.ended
    return Side(ended.wall, ended.cpu, plain.peak, plain.too_fast, simulated)


def _order(work: Work, ours: Scan) -> float | None:
    if work.simulated:
        return ours.told.wall
    return simulated_seconds(work.seats, work.distance) if work.in_order else None


def _made(*, quick: bool) -> dict[str, Any]:
    return {
        "on": datetime.now(UTC).date().isoformat(),
        "readiness": version("readiness"),
        "ccxt": version("ccxt"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processors": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        "round_trip": STEADY.round_trip,
        "quick": quick,
    }
