"""What a user needs to point the tool at an embedded exchange: configuration and keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from readiness.simulator.okx.account import OkxAccount


def instructions(base_url: str, accounts: Mapping[str, OkxAccount]) -> str:
    """Return a configuration file and the environment variables for it.

    Args:
        base_url: Where the exchange listens.
        accounts: The accounts by the name that the configuration gives them.
    """
    named = list(_with_sub_accounts(accounts))
    lines = [f"serving on {base_url}", "", "# readiness.toml"]
    for name, account, parent in named:
        lines += [
            f"[accounts.{name}]",
            'exchange = "okx"',
            'credentials = "env"',
            f'base_url = "{base_url}"',
            *([f'parent = "{parent}"', f'sub_account = "{account.name}"'] if parent else []),
            "",
        ]
    lines.append("# environment; none of these keys is real")
    for name, account, _ in named:
        prefix = "READINESS_" + re.sub(r"[^A-Z0-9]", "_", name.upper())
        lines += [
            f"export {prefix}_KEY={account.key}",
            f"export {prefix}_SECRET={account.secret}",
            f"export {prefix}_PASSPHRASE={account.passphrase}",
        ]
    return "\n".join(lines) + "\n"


def _with_sub_accounts(
    accounts: Mapping[str, OkxAccount],
) -> Iterator[tuple[str, OkxAccount, str]]:
    for name, account in accounts.items():
        yield name, account, ""
        for sub in account.subs.values():
            if sub.keys:
                yield f"{name}-{sub.name}", sub, name
