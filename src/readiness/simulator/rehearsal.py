"""What a user needs to point the tool at embedded exchanges: configuration and keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from readiness.simulator.simulator import Simulator


class Rehearsed(Protocol):
    """What every embedded exchange's account has in common."""

    name: str

    @property
    def subs(self) -> Mapping[str, Rehearsed]:
        """Its sub-accounts by name."""

    @property
    def keys(self) -> Sequence[object]:
        """Its API keys."""

    @property
    def key(self) -> str:
        """The public part of the first key."""

    @property
    def secret(self) -> str:
        """The secret of the first key."""

    @property
    def passphrase(self) -> str:
        """The third part of the first key; empty where the exchange has none."""


@dataclass(frozen=True)
class Stage:
    """One embedded exchange and what it serves.

    Attributes:
        exchange: Its id in a configuration.
        simulator: The exchange.
        accounts: The main accounts by the name that the configuration gives them.
        parents: By the same names, the accounts that these are only a part of.
    """

    exchange: str
    simulator: Simulator
    accounts: Mapping[str, Rehearsed]
    parents: Mapping[str, str] = field(default_factory=dict)


def instructions(stages: Sequence[Stage]) -> str:
    """Return where the exchanges listen, a configuration file and the variables for it."""
    lines = [f"serving on {stage.simulator.base_url}" for stage in stages]
    lines += ["", "# readiness.toml"]
    for stage in stages:
        for name, account, parent in _with_sub_accounts(stage.accounts):
            whole = stage.parents.get(name, "")
            lines += [
                f"[accounts.{name}]",
                f'exchange = "{stage.exchange}"',
                'credentials = "env"',
                f'base_url = "{stage.simulator.base_url}"',
                *([f'parent = "{parent}"', f'sub_account = "{account.name}"'] if parent else []),
                *([f'parent = "{whole}"'] if whole else []),
                "",
            ]
    lines.append("# environment; none of these keys is real")
    for stage in stages:
        for name, account, _ in _with_sub_accounts(stage.accounts):
            lines += _variables(name, account)
    return "\n".join(lines) + "\n"


def _variables(name: str, account: Rehearsed) -> list[str]:
    prefix = "READINESS_" + re.sub(r"[^A-Z0-9]", "_", name.upper())
    parts = {"KEY": account.key, "SECRET": account.secret, "PASSPHRASE": account.passphrase}
    return [f"export {prefix}_{part}={value}" for part, value in parts.items() if value]


def _with_sub_accounts(
    accounts: Mapping[str, Rehearsed],
) -> Iterator[tuple[str, Rehearsed, str]]:
    for name, account in accounts.items():
        yield name, account, ""
        for sub in account.subs.values():
            if sub.keys:
                # A sub-account may be named by an e-mail, of which a name in a file takes a part.
                short = re.split(r"[^A-Za-z0-9-]", sub.name)[0]
                yield f"{name}-{short}", sub, name
