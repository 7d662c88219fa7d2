"""`python -m readiness.simulator`: exchanges to rehearse on, until Ctrl-C."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from readiness.simulator.binance.simulator import BinanceSimulator
from readiness.simulator.bybit.simulator import BybitSimulator
from readiness.simulator.kraken.simulator import KrakenSimulator
from readiness.simulator.kraken_futures.simulator import KrakenFuturesSimulator
from readiness.simulator.kucoin.simulator import KucoinSimulator
from readiness.simulator.okx.simulator import OkxSimulator
from readiness.simulator.rehearsal import Rehearsed, Stage, instructions
from readiness.simulator.simulator import Options, Simulator
from readiness.simulator.worlds import (
    BINANCE_WORLDS,
    BYBIT_WORLDS,
    KRAKEN_FUTURES_WORLDS,
    KRAKEN_WORLDS,
    KUCOIN_WORLDS,
    OKX_WORLDS,
)


@dataclass(frozen=True)
class House:
    """An exchange to rehearse on.

    Attributes:
        exchange: Its id in a configuration.
        simulator: Makes the exchange with some accounts.
        worlds: Ready-made accounts by name.
    """

    exchange: str
    simulator: Callable[..., Simulator]
    worlds: Mapping[str, Callable[[], Rehearsed]]


HOUSES = (
    House("okx", OkxSimulator, OKX_WORLDS),
    House("binance", BinanceSimulator, BINANCE_WORLDS),
    House("bybit", BybitSimulator, BYBIT_WORLDS),
    House("kraken", KrakenSimulator, KRAKEN_WORLDS),
    House("kraken-futures", KrakenFuturesSimulator, KRAKEN_FUTURES_WORLDS),
    House("kucoin", KucoinSimulator, KUCOIN_WORLDS),
)
"""Every exchange that can be served; a new one joins by a line here."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the chosen worlds and say how to reach them.

    Args:
        arguments: Command line; `None` takes the process's own.

    Returns:
        The exit code.
    """
    options = _parser().parse_args(arguments)
    try:
        asyncio.run(_serve(_stages(options)))
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        sys.stderr.write(f"cannot listen on port {options.port}: {error.strerror}\n")
        return 1
    return 0


def _stages(options: argparse.Namespace) -> list[Stage]:
    wanted = options.worlds or [name for house in HOUSES for name in house.worlds]
    how = Options(port=options.port, limits=not options.no_limits, latency=options.latency)
    stages: list[Stage] = []
    for house in HOUSES:
        accounts = {name: house.worlds[name]() for name in wanted if name in house.worlds}
        if accounts:
            simulator = house.simulator(list(accounts.values()), **how)
            stages.append(Stage(house.exchange, simulator, accounts))
            # Each exchange listens on a port of its own.
            how["port"] = options.port and options.port + len(stages)
    return stages


async def _serve(stages: Sequence[Stage]) -> None:
    async with AsyncExitStack() as opened:
        for stage in stages:
            await opened.enter_async_context(stage.simulator)
        sys.stdout.write(instructions(stages))
        sys.stdout.flush()
        await asyncio.Event().wait()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m readiness.simulator",
        description="Serve made-up exchange accounts on loopback until Ctrl-C.",
    )
    parser.add_argument(
        "--port",
        type=int,
        default=0,
        help="port to listen on (default: any); further exchanges take the next ones",
    )
    parser.add_argument(
        "--world",
        dest="worlds",
        action="append",
        choices=[name for house in HOUSES for name in house.worlds],
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
