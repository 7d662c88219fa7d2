"""Everything that is measured, as plain data."""

import os
import platform
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import version
from typing import Any

from benchmarks.exchanges import BINANCE, OKX, Account, Exchange
from benchmarks.floor import Bound, bounds
from benchmarks.plain import ask_the_same
from benchmarks.scans import Scan, scan
from benchmarks.startup import Start, starts
from benchmarks.wire import ROUGH, STEADY
from readiness.simulator import OkxAccount
from readiness.simulator.binance import worlds as binance
from readiness.simulator.okx import worlds as okx

FASTER = 5.0
"""At least so many times faster than plain ccxt, on the wire."""

FAMILY = 1.25
"""At most so many times N/3 seconds, for N sub-accounts seen with a master key."""

PER_SUB_ACCOUNT = 1 / 3
"""Seconds: two requests for each, side by side, each 6 in 2 s."""

_MAIN = "main"


@dataclass(frozen=True)
class Single:
    """One account, scanned by us and asked the same by plain ccxt.

    Attributes:
        name: which account.
        verdict: what the scan came to.
        requests: how many it made.
        retried: how many of them it made again.
        violations: how many came too fast, as the server sees it.
        wall: seconds from the call to the report.
        cpu: seconds of processor time in it.
        wire: seconds from the first byte sent to the last received.
        floor: seconds that limits and distance need at least.
        bounds: the same for each endpoint.
        ccxt_wire: seconds that plain ccxt took; 0 where it was not asked.
        ccxt_ideal: seconds that its own table of costs says it takes.
        ccxt_refused: how many of its requests came too fast.
    """

    name: str
    verdict: str
    requests: int
    retried: int
    violations: int
    wall: float
    cpu: float
    wire: float
    floor: float
    bounds: list[Bound]
    ccxt_wire: float = 0.0
    ccxt_ideal: float = 0.0
    ccxt_refused: int = 0

    @property
    def faster(self) -> float:
        """How many times faster than plain ccxt."""
        return self.ccxt_wire / self.wire


@dataclass(frozen=True)
class Family:
    """A main account with sub-accounts, seen with the main account's key alone.

    Attributes:
        count: sub-accounts.
        requests: how many the scan made.
        retried: how many of them it made again.
        violations: how many came too fast, as the server sees it.
        wall: seconds from the call to the report.
        floor: seconds that limits and distance need at least.
        began: seconds after which the first sub-account was asked about.
    """

    count: int
    requests: int
    retried: int
    violations: int
    wall: float
    floor: float
    began: float

    @property
    def ratio(self) -> float:
        """Times N/3 seconds."""
        return self.wall / (self.count * PER_SUB_ACCOUNT)


@dataclass(frozen=True)
class Crowd:
    """Many accounts at once over a wire on which nothing arrives in order.

    Attributes:
        accounts: how many, one of them with sub-accounts.
        sub_accounts: how many that one has.
        requests: how many the scans made.
        retried: how many of them they made again.
        violations: how many came too fast, as the server sees it.
        wall: seconds from the call to the report.
        cpu: seconds of processor time in it.
        times_one: the same over that of the account with sub-accounts alone.
    """

    accounts: int
    sub_accounts: int
    requests: int
    retried: int
    violations: int
    wall: float
    cpu: float
    times_one: float


@dataclass(frozen=True)
class Results:
    """A whole run."""

    made: dict[str, Any]
    accounts: list[Single] = field(default_factory=list)
    families: list[Family] = field(default_factory=list)
    crowds: list[Crowd] = field(default_factory=list)
    starts: list[Start] = field(default_factory=list)

    @property
    def scans(self) -> list[Single | Family | Crowd]:
        """Everything that was scanned."""
        return [*self.accounts, *self.families, *self.crowds]

    def missed(self) -> list[str]:
        """The promises that were not kept, one line each."""
        lines = [
            f"{one.name}: {one.faster:.2f} times faster than plain ccxt, not {FASTER:g}"
            for one in self.accounts
            if one.ccxt_wire and one.faster < FASTER
        ]
        lines += [
            f"{one.count} sub-accounts: {one.ratio:.2f} times N/3 seconds, not {FAMILY:g}"
            for one in self.families
            if one.ratio > FAMILY
        ]
        violations = sum(one.violations for one in self.scans)
        if violations:
            lines.append(
                f"requests over a published limit, as the server sees it: {violations}, not 0"
            )
        retried = sum(one.retried for one in self.scans if not isinstance(one, Crowd))
        if retried:
            lines.append(f"requests made again: {retried}; the ratios mean nothing")
        return lines

    def document(self) -> dict[str, Any]:
        """The same as JSON."""
        document = asdict(self)
        for told, one in zip(document["accounts"], self.accounts, strict=True):
            told["times_faster_than_ccxt"] = one.faster if one.ccxt_wire else None
            told["times_floor"] = one.wire / one.floor
        for told, family in zip(document["families"], self.families, strict=True):
            told["times_a_third_of_n"] = family.ratio
        return document | {"missed": self.missed()}


def measure(*, quick: bool, say: Callable[[str], None]) -> Results:
    """Measure everything, one thing after the other."""
    import_module("ccxt.async_support")  # loaded once, and not counted on either side
    results = Results(made=_made(quick=quick))
    for exchange, name, account, always in (
        (OKX, "OKX: clean, margin mode, two looks", OkxAccount(mode=3), True),
        (OKX, "OKX: clean, spot mode, two looks", OkxAccount(mode=1), False),
        (OKX, "OKX: messy and blocked, one look", okx.messy(), False),
        (BINANCE, "Binance: clean, two looks", binance.empty(), True),
        (BINANCE, "Binance: messy and blocked, one look", binance.messy(), False),
    ):
        say(f"one account: {name}")
        against_ccxt = always or not quick
        results.accounts.append(_account(exchange, name, account, against_ccxt=against_ccxt))
    for count in (30,) if quick else (30, 100):
        say(f"{count} sub-accounts")
        results.families.append(_family(count))
    say("many accounts at once, out of order")
    results.crowds.append(_crowd(4 if quick else 10, 30, results.families[0].wall))
    say("start-up")
    results.starts.extend(starts(5 if quick else 15))
    return results


def _account(exchange: Exchange, name: str, account: Account, *, against_ccxt: bool) -> Single:
    ours = scan(exchange, {_MAIN: account}, STEADY)
    found = bounds(ours.recording.arrivals, exchange.limit, STEADY.round_trip)
    plain = None
    if against_ccxt:
        plain = ask_the_same(exchange, account, ours.recording.arrivals, STEADY)
    return Single(
        name=name,
        verdict=ours.verdict,
        requests=len(ours.recording.arrivals),
        retried=_retried(ours),
        violations=len(ours.recording.violations),
        wall=ours.wall,
        cpu=ours.cpu,
        wire=ours.recording.seconds,
        floor=found[0].floor,
        bounds=found,
        ccxt_wire=plain.recording.seconds if plain else 0.0,
        ccxt_ideal=plain.ideal if plain else 0.0,
        ccxt_refused=len(plain.recording.violations) if plain else 0,
    )


def _with_sub_accounts(count: int) -> OkxAccount:
    account = OkxAccount()
    for number in range(count):
        account.sub_account(f"sub{number:04}")
    return account


def _family(count: int) -> Family:
    ours = scan(OKX, {_MAIN: _with_sub_accounts(count)}, STEADY)
    arrivals = ours.recording.arrivals
    first = next(entry for entry in arrivals if entry.path == OKX.sub_account_path)
    return Family(
        count=count,
        requests=len(arrivals),
        retried=_retried(ours),
        violations=len(ours.recording.violations),
        wall=ours.wall,
        floor=bounds(arrivals, OKX.limit, STEADY.round_trip)[0].floor,
        began=first.time - arrivals[0].time,
    )


def _crowd(count: int, sub_accounts: int, one: float) -> Crowd:
    accounts: dict[str, Account] = {f"account{n}": OkxAccount() for n in range(count)}
    accounts["family"] = _with_sub_accounts(sub_accounts)
    ours = scan(OKX, accounts, ROUGH)
    return Crowd(
        accounts=len(accounts),
        sub_accounts=sub_accounts,
        requests=len(ours.recording.arrivals),
        retried=_retried(ours),
        violations=len(ours.recording.violations),
        wall=ours.wall,
        cpu=ours.cpu,
        times_one=ours.wall / one,
    )


def _retried(ours: Scan) -> int:
    return sum(account.requests.retried for account in ours.report.accounts)


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
