"""Sets the stage for a run: look-alikes behind a wire, or behind pipes in simulated time."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from benchmarks.fresh import in_fresh_process
from benchmarks.lookalike import LookAlike, behind_a_pipe
from benchmarks.plain import hold_against, scripts_of
from benchmarks.remote import Recording, remote
from benchmarks.scans import Told, scan_once
from benchmarks.script import Ended, run
from benchmarks.seats import Seat, by_exchange, entries
from benchmarks.virtual import scan_through_pipes, virtual_scan
from benchmarks.virtual_script import run_through_pipes
from benchmarks.ways import Pipe, Way
from benchmarks.wire import Distance

_FIRST_PORT = 20_000


@dataclass(frozen=True)
class Scan:
    """Our run.

    Attributes:
        told: what it told of itself.
        peak: the most memory that its process held, in bytes.
        recordings: what each exchange's server saw, by its id.
    """

    told: Told
    peak: int
    recordings: dict[str, Recording]


@dataclass(frozen=True)
class PlainRun:
    """The run of plain ccxt.

    Attributes:
        ended: how it went.
        peak: the most memory that its process held, in bytes.
        too_fast: how many of its requests were over a limit.
    """

    ended: Ended
    peak: int
    too_fast: int


def scan(seats: Sequence[Seat], distance: Distance, *, simulated: bool) -> Scan:
    """Scan accounts, all at once, in a process that does nothing else."""
    if simulated:
        with _pipes(seats) as (urls, pipes, recordings):
            fresh = in_fresh_process(
                scan_through_pipes, entries(seats, urls), pipes, distance.one_way
            )
    else:
        with _servers(seats, distance) as (urls, recordings):
            fresh = in_fresh_process(scan_once, entries(seats, urls))
    return Scan(fresh.result, fresh.peak, recordings)


def ask_the_same(
    seats: Sequence[Seat],
    wanted: Mapping[str, Recording],
    distance: Distance,
    *,
    simulated: bool,
) -> PlainRun:
    """Make the recorded requests again, all at once, as fast as ccxt lets them go.

    A request that the server refuses because ccxt was too fast is not made again: that is
    time that ccxt is given for nothing.
    """
    if simulated:
        with _pipes(seats) as (urls, pipes, recordings):
            scripts = scripts_of(seats, urls, wanted)
            fresh = in_fresh_process(run_through_pipes, scripts, pipes, distance.one_way)
    else:
        with _servers(seats, distance) as (urls, recordings):
            fresh = in_fresh_process(run, scripts_of(seats, urls, wanted))
    hold_against(wanted, recordings)
    too_fast = sum(recording.too_fast for recording in recordings.values())
    return PlainRun(fresh.result, fresh.peak, too_fast)


def simulated_seconds(seats: Sequence[Seat], distance: Distance) -> float:
    """What limits, distance and our order of asking take."""
    parted = by_exchange(seats)
    ports = dict(enumerate(parted, _FIRST_PORT))
    there: dict[int, Way] = {
        port: LookAlike(parted[name][0].exchange, [seat.account for seat in parted[name]])
        for port, name in ports.items()
    }
    urls = {name: f"http://127.0.0.1:{port}" for port, name in ports.items()}
    return virtual_scan(entries(seats, urls), there, distance.one_way).wall


@contextmanager
def _servers(
    seats: Sequence[Seat], distance: Distance
) -> Generator[tuple[dict[str, str], dict[str, Recording]]]:
    with ExitStack() as stack:
        servers = {
            exchange_id: stack.enter_context(
                remote(those[0].exchange, [seat.account for seat in those], distance)
            )
            for exchange_id, those in by_exchange(seats).items()
        }
        yield (
            {exchange_id: server.url for exchange_id, server in servers.items()},
            {exchange_id: server.recording for exchange_id, server in servers.items()},
        )


@contextmanager
def _pipes(
    seats: Sequence[Seat],
) -> Generator[tuple[dict[str, str], dict[int, Pipe], dict[str, Recording]]]:
    with ExitStack() as stack:
        urls: dict[str, str] = {}
        pipes: dict[int, Pipe] = {}
        recordings: dict[str, Recording] = {}
        for port, (exchange_id, those) in enumerate(by_exchange(seats).items(), _FIRST_PORT):
            pipe, recording = stack.enter_context(
                behind_a_pipe(those[0].exchange, [seat.account for seat in those])
            )
            urls[exchange_id] = f"http://127.0.0.1:{port}"
            pipes[port] = pipe
            recordings[exchange_id] = recording
        yield urls, pipes, recordings
