"""``readiness demo``: real scans, of accounts on an embedded exchange simulator."""

from typing import TYPE_CHECKING, Final

import click

from readiness.cli import codes
from readiness.cli.policies import policies_for
from readiness.cli.streams import complain, write_stdout
from readiness.cli.surface import stdout_surface
from readiness.domain.verdict import FailOn, Verdict

if TYPE_CHECKING:
    from readiness.config import Config
    from readiness.domain.report import Report

EXPECTED: Final = {
    "messy": Verdict.BLOCKED,
    "empty": Verdict.UNCONFIRMED,
    "trading-key": Verdict.REFUSED,
}
"""The demo's script: what each account must come to. Exit code 0 says that it did."""

_SCENES: Final = {
    "messy": "An account in which a lot is left behind.",
    "empty": "An account that was emptied.",
    "trading-key": "An account whose key can trade: it is refused, and nothing else is asked.",
}

_REAL: Final = """\
How to scan a real account

1. Create a key on OKX's own website, https://www.okx.com/ (Profile, API), and tick the
   right boxes:
     [x] Read       the only box to tick
     [ ] Withdraw   leave it empty
     [ ] Trade      leave it empty
   Bind it to your IP address if yours does not change. Choose a passphrase: it is the
   third part of the key.

2. Write a readiness.toml:
     [accounts.okx-main]
     exchange = "okx"        # okx-eea and okx-us are exchanges of their own

3. Store the key in your system's keyring. It asks, and shows nothing:
     readiness keys set okx-main

4. Scan:
     readiness scan
"""


@click.command()
def demo() -> int:
    """See it work, on an embedded exchange simulator.

    Three accounts on loopback are scanned through the real path: keys, signing, gate,
    parsing, rules, report. No key and no network is needed.
    """
    from readiness.report.formats import renderer

    draw = renderer("table")
    unexpected: list[str] = []
    write_stdout(
        "This is a demonstration. The exchange is a simulator on this machine; what happens "
        "to the\naccounts is invented, and everything else is real.\n"
    )
    for name, report in _reports():
        write_stdout(f"\n{'=' * 60}\n{_SCENES[name]}\n$ readiness scan {name}\n\n")
        write_stdout(draw(report, policies_for(report), stdout_surface()))
        if report.verdict is not EXPECTED[name]:
            unexpected.append(f"{name}: {report.verdict} instead of {EXPECTED[name]}")
    write_stdout(f"\n{'=' * 60}\n{_REAL}")
    if unexpected:
        complain("the demo did not go by its script: " + "; ".join(unexpected))
        return codes.DEFECT
    return codes.FINE


def _reports() -> "list[tuple[str, Report]]":
    from readiness.cli.progress import shown_progress
    from readiness.scan import scan_accounts
    from readiness.simulator import OkxSimulator, worlds

    accounts = {
        "messy": worlds.messy(),
        "empty": worlds.empty(),
        "trading-key": worlds.trading_key(),
    }
    environ = {
        variable: value
        for name, account in accounts.items()
        for variable, value in _variables(
            name, key=account.key, secret=account.secret, passphrase=account.passphrase
        )
    }
    with OkxSimulator(list(accounts.values())).serving() as sim, shown_progress() as progress:
        config = _config(list(accounts), sim.base_url)
        return [
            (
                name,
                scan_accounts(
                    config, [name], environ=environ, fail_on=FailOn.UNCONFIRMED, progress=progress
                ),
            )
            for name in accounts
        ]


def _variables(name: str, **fields: str) -> list[tuple[str, str]]:
    from readiness.config.names import env_prefix

    return [(f"{env_prefix(name)}{field.upper()}", value) for field, value in fields.items()]


def _config(names: list[str], base_url: str) -> "Config":
    from pathlib import Path

    from readiness.config import AccountConfig, Config, Env, Network, Schedule
    from readiness.domain.decision import Decisions

    return Config(
        path=Path("demo"),
        accounts={
            name: AccountConfig(name, "okx", credentials=Env(), base_url=base_url) for name in names
        },
        network=Network(),
        decisions=Decisions(),
        watch=Schedule(),
    )
