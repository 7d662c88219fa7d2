"""The results as plain text."""

from collections.abc import Iterator, Sequence

from benchmarks.floor import Bound
from benchmarks.measure import FAMILY, FASTER, Family, Results, Single
from benchmarks.startup import Start

_SHOWN = 10


def lines(results: Results) -> Iterator[str]:
    """The whole table, line by line."""
    made = results.made
    yield (
        f"readiness {made['readiness']} against ccxt {made['ccxt']}, Python {made['python']}, "
        f"{made['system']}, {made['processors']} processors, load {made['load']}, {made['on']}"
    )
    yield (
        "Simulators in a process of their own, published limits enforced, "
        f"{made['round_trip'] * 1000:.0f} ms there and back"
    )
    yield from _section(
        "One account: seconds on the wire, and the same requests through plain ccxt",
        ["", "requests", "wire", "ccxt", "ratio", "promised", "", "ccxt refused"],
        [_against_ccxt(one) for one in results.accounts if one.ccxt_wire],
    )
    yield from _section(
        "One account: what limits and distance need at least",
        ["", "verdict", "requests", "cpu", "wall", "wire", "floor", "wire / floor"],
        [
            [
                one.name,
                one.verdict,
                f"{one.requests}",
                f"{one.cpu:.2f} s",
                f"{one.wall:.2f} s",
                f"{one.wire:.2f} s",
                f"{one.floor:.2f} s",
                f"{one.wire / one.floor:.2f}",
            ]
            for one in results.accounts
        ],
    )
    for first in results.accounts:
        if "clean" in first.name and "spot" not in first.name:
            yield from _section(
                f"The budgets that set the floor ({first.name})",
                ["", "calls", "spent", "allowed", "floor", "last sent after"],
                [_bound(bound) for bound in first.bounds[:_SHOWN]],
            )
    yield from _section(
        "Sub-accounts with a master key: the whole scan over N/3 seconds",
        ["N", "requests", "wall", "N/3", "ratio", "promised", "", "floor", "subs begin after"],
        [_family(family) for family in results.families],
    )
    yield from _section(
        "Many accounts at once, requests arriving out of order",
        [
            "accounts",
            "sub-accounts",
            "requests",
            "retried",
            "cpu",
            "wall",
            "times the family alone",
        ],
        [
            [
                f"{crowd.accounts}",
                f"{crowd.sub_accounts}",
                f"{crowd.requests}",
                f"{crowd.retried}",
                f"{crowd.cpu:.2f} s",
                f"{crowd.wall:.2f} s",
                f"{crowd.times_one:.2f}",
            ]
            for crowd in results.crowds
        ],
    )
    yield from _section(
        "Start-up",
        ["", "median", "times python", "times ccxt"],
        [_start(start) for start in results.starts],
    )
    yield ""
    yield (
        "Requests over a limit, as the server sees it: "
        f"{sum(one.violations for one in results.scans)} "
        f"of {sum(one.requests for one in results.scans)} (promised: 0)"
    )
    yield ""
    missed = results.missed()
    yield from (f"MISSED  {line}" for line in missed)
    if not missed:
        yield "every promised ratio is kept"


def _against_ccxt(one: Single) -> list[str]:
    return [
        one.name,
        f"{one.requests}",
        f"{one.wire:.2f} s",
        f"{one.ccxt_wire:.2f} s",
        f"{one.faster:.2f}",
        f">= {FASTER:g}",
        "kept" if one.faster >= FASTER else "MISSED",
        f"{one.ccxt_refused}",
    ]


def _bound(bound: Bound) -> list[str]:
    allowed = f"{bound.count} in {bound.window:g} s"
    return [
        bound.path,
        f"{bound.calls}",
        f"{bound.spent}",
        allowed if bound.published else f"{allowed} (assumed)",
        f"{bound.floor:.2f} s",
        f"{bound.done:.2f} s",
    ]


def _family(family: Family) -> list[str]:
    return [
        f"{family.count}",
        f"{family.requests}",
        f"{family.wall:.2f} s",
        f"{family.count / 3:.2f} s",
        f"{family.ratio:.2f}",
        f"<= {FAMILY:g}",
        "kept" if family.ratio <= FAMILY else "MISSED",
        f"{family.floor:.2f} s",
        f"{family.began:.2f} s",
    ]


def _start(start: Start) -> list[str]:
    return [
        start.command,
        f"{start.seconds * 1000:.0f} ms",
        f"{start.of_python:.2f}",
        f"{start.of_ccxt:.2f}",
    ]


def _section(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    cells = [head, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    yield ""
    yield title
    for row in cells:
        first, *others = (
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  " + "  ".join([first, *others]).rstrip()
