"""`python -m readiness.simulator`: exchanges to rehearse on, until Ctrl-C."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Unpack

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
        part_of: The exchange whose accounts these are a part of, if they are.
    """

    exchange: str
    simulator: Callable[..., Simulator]
    worlds: Mapping[str, Callable[[], Rehearsed]]
    part_of: str = ""


HOUSES = (
    House("okx", OkxSimulator, OKX_WORLDS),
    House("binance", BinanceSimulator, BINANCE_WORLDS),
    House("bybit", BybitSimulator, BYBIT_WORLDS),
    House("kraken", KrakenSimulator, KRAKEN_WORLDS),
    House("kraken-futures", KrakenFuturesSimulator, KRAKEN_FUTURES_WORLDS, part_of="kraken"),
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
        how = Options(port=options.port, limits=not options.no_limits, latency=options.latency)
        asyncio.run(_serve(stages(options.worlds or (), **how)))
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        sys.stderr.write(f"cannot listen on port {options.port}: {error.strerror}\n")
        return 1
    return 0


def stages(worlds: Sequence[str], **how: Unpack[Options]) -> list[Stage]:
    """Return the exchanges that serve some worlds, or all of them if none is named.

    Args:
        worlds: Their names.
        **how: Port, limits and latency; see `Options`. Each exchange takes a port of its own.
    """
    wanted = worlds or [name for house in HOUSES for name in house.worlds]
    port = how.get("port", 0)
    found: list[Stage] = []
    for house in HOUSES:
        accounts = {name: house.worlds[name]() for name in wanted if name in house.worlds}
        if accounts:
            simulator = house.simulator(list(accounts.values()), **how)
            found.append(Stage(house.exchange, simulator, accounts, _parents(house, wanted)))
            how["port"] = port and port + len(found)
    return found


def _parents(house: House, wanted: Sequence[str]) -> Mapping[str, str]:
    """The worlds of the same name at the exchange that a house is a part of, if they are served."""
    if not house.part_of:
        return {}
    names = {name: name.replace(house.exchange, house.part_of, 1) for name in house.worlds}
    return {name: whole for name, whole in names.items() if whole in wanted}


async def _serve(served: Sequence[Stage]) -> None:
    async with AsyncExitStack() as opened:
        for stage in served:
            await opened.enter_async_context(stage.simulator)
        sys.stdout.write(instructions(served))
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
