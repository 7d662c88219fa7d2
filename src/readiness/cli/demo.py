"""``readiness demo``: real scans, of accounts on an embedded exchange simulator."""

from typing import TYPE_CHECKING, Final

import click

from readiness.cli import codes
from readiness.cli.policies import policies_for
from readiness.cli.streams import complain, write_stdout
from readiness.cli.surface import stdout_surface
from readiness.domain.verdict import Verdict
from readiness.language import listed, message, say, translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from readiness.config import Config
    from readiness.domain.report import Report
    from readiness.simulator import BinanceAccount, OkxAccount

EXPECTED: Final = {
    "messy": Verdict.BLOCKED,
    "empty": Verdict.UNCONFIRMED,
    "trading-key": Verdict.REFUSED,
    "binance-messy": Verdict.BLOCKED,
}
"""The demo's script: in which order, and to what, each account must come. Exit code 0 says so."""

_SCENES: Final = {
    "messy": message("An account in which a lot is left behind."),
    "empty": message("An account that was emptied."),
    "trading-key": message(
        "An account whose key can trade: it is refused, and nothing else is asked."
    ),
    "binance-messy": message("Another exchange: a Binance account in which a lot is left behind."),
}

_REAL: Final = message("""\
How to scan a real account

1. Create a key on the exchange's own website, and tick the right boxes.
   OKX, https://www.okx.com/ (Profile, API):
     [x] Read       the only box to tick
     [ ] Withdraw   leave it empty
     [ ] Trade      leave it empty
   Choose a passphrase: it is the third part of the key.
   Binance, https://www.binance.com/ (Account, API Management):
     [x] Enable Reading       the only box to tick
     [ ] everything else      leave it empty
   Elsewhere: readiness exchanges tells what a key has to be like.
   Bind the key to your IP address if yours does not change.

2. Write a readiness.toml:
     [accounts.okx-main]
     exchange = "okx"        # readiness exchanges lists the others

3. Store the key in your system's keyring. It asks, and shows nothing:
     readiness keys set okx-main

4. Scan:
     readiness scan
""")


@click.command()
def demo() -> int:
    """See it work, on an embedded exchange simulator.

    Four accounts on loopback are scanned through the real path: keys, signing, gate,
    parsing, rules, report. No key and no network is needed.
    """
    from readiness.report.formats import Frame, renderer
    from readiness.report.paper import Paper
    from readiness.report.standing import verdict_text

    draw = renderer("table")
    unexpected: list[str] = []
    paper = Paper(stdout_surface())
    paper.line(
        say(
            "This is a demonstration. The exchange is a simulator on this machine; what happens "
            "to the accounts is invented, and everything else is real."
        )
    )
    write_stdout(paper.finish())
    for name, report in _reports():
        scene = translate(_SCENES[name])
        write_stdout(f"\n{'=' * 60}\n{scene}\n$ readiness scan {name}\n\n")
        write_stdout(draw(report, Frame(policies_for(report), stdout_surface())))
        if report.verdict is not EXPECTED[name]:
            unexpected.append(
                say(
                    "{account}: {verdict} instead of {expected}",
                    account=name,
                    verdict=verdict_text(report.verdict),
                    expected=verdict_text(EXPECTED[name]),
                )
            )
    write_stdout(f"\n{'=' * 60}\n{translate(_REAL)}")
    if unexpected:
        complain(say("the demo did not go by its script: {accounts}", accounts=listed(unexpected)))
        return codes.DEFECT
    return codes.FINE


def _reports() -> "Iterator[tuple[str, Report]]":
    from contextlib import ExitStack

    from readiness.cli.progress import shown_progress
    from readiness.scan import scan_accounts
    from readiness.simulator import BinanceSimulator, OkxSimulator
    from readiness.simulator.binance import worlds as binance
    from readiness.simulator.okx import worlds as okx

    at_okx = {"messy": okx.messy(), "empty": okx.empty(), "trading-key": okx.trading_key()}
    at_binance = {"binance-messy": binance.messy()}
    accounts: list[tuple[str, OkxAccount | BinanceAccount]] = [
        *at_okx.items(),
        *at_binance.items(),
    ]
    environ = {
        variable: value
        for name, account in accounts
        for variable, value in _variables(
            name, key=account.key, secret=account.secret, passphrase=account.passphrase
        )
    }
    with ExitStack() as stack:
        okx_sim = stack.enter_context(OkxSimulator(at_okx.values()).serving())
        binance_sim = stack.enter_context(BinanceSimulator(at_binance.values()).serving())
        progress = stack.enter_context(shown_progress())
        places = {
            **dict.fromkeys(at_okx, ("okx", okx_sim.base_url)),
            **dict.fromkeys(at_binance, ("binance", binance_sim.base_url)),
        }
        config = _config(places)
        for name in EXPECTED:
            scanned = scan_accounts(config, [name], environ=environ, progress=progress)
            yield name, scanned.report


def _variables(name: str, **fields: str) -> list[tuple[str, str]]:
    from readiness.config.names import env_prefix

    return [(f"{env_prefix(name)}{field.upper()}", value) for field, value in fields.items()]


def _config(places: "Mapping[str, tuple[str, str]]") -> "Config":
    from pathlib import Path

    from readiness.config import AccountConfig, Config, Env, Network, Schedule
    from readiness.domain.decision import Decisions

    return Config(
        path=Path("demo"),
        accounts={
            name: AccountConfig(name, exchange, credentials=Env(), base_url=base_url)
            for name, (exchange, base_url) in places.items()
        },
        network=Network(),
        decisions=Decisions(),
        watch=Schedule(),
    )
