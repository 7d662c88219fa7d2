"""``python -m benchmarks``: measure, print the tables, fail if a promise is missed."""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import measure
from benchmarks.page import write
from benchmarks.table import lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code: 0 if every promise is kept, 1 if not."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=(
            "Measure readiness against plain ccxt on the embedded simulators. Promises are "
            "ratios of one run; seconds are printed and judge nothing."
        ),
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="plain ccxt in simulated time, fewer accounts, fewer rounds",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything measured too")
    parser.add_argument("--write", action="store_true", help="put it into docs/performance.md")
    options = parser.parse_args(arguments)
    began = time.monotonic()

    def say(text: str) -> None:
        print(f"... {time.monotonic() - began:4.0f} s  {text}", file=sys.stderr, flush=True)

    results = measure(quick=options.quick, say=say)
    say("done")
    if options.json:
        options.json.write_text(json.dumps(results.document(), indent=2) + "\n", encoding="utf-8")
    if options.write:
        write(lines(results))
    for line in lines(results):
        print(line)
    return 1 if results.missed() else 0


if __name__ == "__main__":
    sys.exit(main())
