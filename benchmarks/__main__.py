"""``python -m benchmarks``: measure, print the table, fail if a promised ratio is missed."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import measure
from benchmarks.table import lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code: 0 if every promised ratio is kept, 1 if not."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=(
            "Measure readiness against plain ccxt on the embedded simulator. Promises are "
            "ratios of one run; seconds are printed and judge nothing."
        ),
    )
    parser.add_argument(
        "--quick", action="store_true", help="fewer sub-accounts, ccxt asked once, fewer rounds"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything measured too")
    options = parser.parse_args(arguments)
    results = measure(quick=options.quick, say=_say)
    if options.json:
        options.json.write_text(json.dumps(results.document(), indent=2) + "\n", encoding="utf-8")
    for line in lines(results):
        print(line)
    return 1 if results.missed() else 0


def _say(text: str) -> None:
    print(f"... {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
