"""`python -m readiness.simulator`: an exchange to rehearse on, until Ctrl-C."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Mapping, Sequence

from readiness.simulator.okx.account import OkxAccount
from readiness.simulator.okx.simulator import OkxSimulator
from readiness.simulator.rehearsal import instructions
from readiness.simulator.worlds import OKX_WORLDS


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the chosen worlds and say how to reach them.

    Args:
        arguments: Command line; `None` takes the process's own.

    Returns:
        The exit code.
    """
    options = _parser().parse_args(arguments)
    accounts = {name: OKX_WORLDS[name]() for name in options.worlds or OKX_WORLDS}
    simulator = OkxSimulator(
        accounts.values(),
        port=options.port,
        limits=not options.no_limits,
        latency=options.latency,
    )
    try:
        asyncio.run(_serve(simulator, accounts))
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        sys.stderr.write(f"cannot listen on port {options.port}: {error.strerror}\n")
        return 1
    return 0


async def _serve(simulator: OkxSimulator, accounts: Mapping[str, OkxAccount]) -> None:
    async with simulator:
        sys.stdout.write(instructions(simulator.base_url, accounts))
        sys.stdout.flush()
        await asyncio.Event().wait()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m readiness.simulator",
        description="Serve made-up exchange accounts on loopback until Ctrl-C.",
    )
    parser.add_argument("--port", type=int, default=0, help="port to listen on (default: any)")
    parser.add_argument(
        "--world",
        dest="worlds",
        action="append",
        choices=list(OKX_WORLDS),
        help="account to serve, repeatable (default: all)",
    )
    parser.add_argument(
        "--no-limits", action="store_true", help="do not enforce the published request limits"
    )
    parser.add_argument(
        "--latency", type=float, default=0.0, metavar="SECONDS", help="wait before each answer"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
