"""The results as a page's section in Markdown."""

from collections.abc import Iterator, Sequence

from benchmarks.promises import MEMORY, OF_CCXT, OF_FLOOR, PROMISED, STARTS
from benchmarks.results import Done, Results, Side
from benchmarks.startup import Start

_MIB = 1 << 20
_BUDGETS = 8


def lines(results: Results) -> Iterator[str]:
    """The whole section, line by line."""
    made = results.made
    quick = "a quick run, " if made["quick"] else ""
    yield (
        f"readiness {made['readiness']} against ccxt {made['ccxt']}, Python {made['python']}, "
        f"{made['system']}, {made['processors']} processors, {quick}load {made['load']} before "
        f"it, {made['on']}. {made['round_trip'] * 1000:.0f} ms there and back."
    )
    yield from _section(
        "Time",
        ["", "floor", "ours", "/ floor", "promised", "plain ccxt", "ours / ccxt", "promised"],
        [_time(done) for done in results.done],
    )
    yield from _section(
        "Requests and memory",
        [
            "",
            "requests",
            "/ expected",
            "/ different ones",
            "over a limit",
            "the same of ccxt",
            "peak memory",
            "of ccxt",
            "ratio",
            "promised",
        ],
        [_size(done) for done in results.done],
    )
    yield from _section(
        "Where our seconds come from",
        ["", "floor", "in our order", "measured", "processor"],
        [_parts(done) for done in results.done],
    )
    budgets = [done for done in results.done if done.key in ("okx", "kraken")]
    for done in budgets:
        yield from _section(
            f"The slowest budgets: {done.name}",
            ["", "calls", "weight", "allowed", "floor", "last arrived after"],
            [
                [
                    f"`{bound.path}`",
                    f"{bound.calls}",
                    f"{bound.spent}",
                    f"{bound.count} at once, {bound.count / bound.window:.3g} a second"
                    if bound.decays
                    else f"{bound.count} in {bound.window:g} s",
                    _seconds(bound.floor),
                    _seconds(bound.done),
                ]
                for bound in done.bounds[:_BUDGETS]
            ],
        )
    yield from _section(
        "Start-up of every command",
        ["", "--help", "/ python", "/ loading ccxt", "itself", "/ python", "/ loading ccxt"],
        [
            ["`python -c pass`", _ms(results.python), "1.0", _of(results.python, results.loading)],
            [
                "`python -c 'import ccxt.async_support'`",
                _ms(results.loading),
                f"{results.loading / results.python:.1f}",
                "1.00",
            ],
            *(_start(start, results) for start in results.starts),
        ],
    )
    yield ""
    yield (
        "Promised of every command: "
        + ", ".join(f"{what} at most {most:g}" for what, most in STARTS.items())
        + f". Loading ccxt: {sum(start.loads_ccxt for start in results.starts)} of them."
    )
    yield ""
    missed = results.missed()
    promises = sum(1 for _ in results.promises())
    yield from (f"* MISSED: {line}" for line in missed)
    if not missed:
        yield f"All {promises} promises are kept."


def _time(done: Done) -> list[str]:
    values, promised = done.values, PROMISED[done.key]
    return [
        done.name,
        _seconds(done.floor),
        _wall(done.ours),
        f"{values[OF_FLOOR]:.2f}",
        _most(promised.get(OF_FLOOR)),
        _wall(done.ccxt) if done.ccxt else "",
        f"{values[OF_CCXT]:.3f}" if done.ccxt else "",
        _most(promised.get(OF_CCXT)),
    ]


def _size(done: Done) -> list[str]:
    values, promised = done.values, PROMISED[done.key]
    return [
        done.name,
        f"{done.requests}",
        _of(done.requests, done.expected),
        _of(done.requests, done.questions),
        f"{done.ours.too_fast}",
        f"{done.ccxt.too_fast}" if done.ccxt else "",
        _mib(done.ours),
        _mib(done.ccxt) if done.ccxt else "",
        f"{values[MEMORY]:.2f}" if done.ccxt else "",
        _most(promised.get(MEMORY)),
    ]


def _parts(done: Done) -> list[str]:
    return [
        done.name,
        _seconds(done.floor),
        _seconds(done.order) if done.order is not None else "",
        "" if done.ours.simulated else _seconds(done.ours.wall),
        _seconds(done.ours.cpu),
    ]


def _start(start: Start, results: Results) -> list[str]:
    cells = [f"`{start.command}`", *_started(start.help, results)]
    return cells if start.run is None else [*cells, *_started(start.run, results)]


def _started(seconds: float, results: Results) -> list[str]:
    return [_ms(seconds), f"{seconds / results.python:.1f}", _of(seconds, results.loading)]


def _wall(side: Side) -> str:
    return f"{_seconds(side.wall)} (simulated)" if side.simulated else _seconds(side.wall)


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds < 100 else f"{seconds:.0f} s"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _mib(side: Side) -> str:
    return f"{side.peak / _MIB:.0f} MiB"


def _of(part: float, whole: float) -> str:
    return f"{part / whole:.2f}"


def _most(promised: float | None) -> str:
    return "" if promised is None else f"<= {promised:g}"


def _section(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield from ("", f"### {title}", "")
    cells = [list(head), *([*row, *[""] * (len(head) - len(row))] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    first, *others = (
        [
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in cells
    )
    yield _line(first)
    yield _line([f"{'-' * (w - bool(n))}{':' if n else ''}" for n, w in enumerate(widths)])
    yield from map(_line, others)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
