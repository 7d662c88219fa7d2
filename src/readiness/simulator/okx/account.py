"""The state of one OKX account, to be arranged by tests, demos and rehearsals."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from readiness.simulator.numbers import Number, exact
from readiness.simulator.okx.auth import ApiKey
from readiness.simulator.okx.holdings import Funding, Trading

Row = dict[str, Any]
Wallet = Literal["funding", "trading"]

_UIDS = itertools.count(900_000_000_000_000_001)


class OkxAccount:
    """A main account, or a sub-account made by `sub_account`.

    Every attribute may be changed while a simulator serves the account.

    Attributes:
        uid: The exchange's number of the account.
        mode: Account mode: 1 spot, 2 futures, 3 multi-currency, 4 portfolio margin.
        keys: Its API keys.
        settings: Fields of `account/config` to overwrite.
        fundings: Funding account by coin.
        tradings: Trading account by coin.
        tables: Rows of every other list, by path.
        products: Products the account takes part in.
        refusals: Error codes that paths answer, set by `refuse`.
        subs: Its sub-accounts by name.
        parent: The main account, or `None` if this is one.
    """

    def __init__(  # noqa: PLR0913 - an account is arranged in one call, by name
        self,
        uid: str | None = None,
        *,
        key: str | None = None,
        secret: str | None = None,
        passphrase: str | None = None,
        permissions: Iterable[str] = ("read_only",),
        ips: Iterable[str] = (),
        label: str = "readiness",
        demo: bool = False,
        mode: int = 3,
        settings: Mapping[str, Any] | None = None,
    ) -> None:
        """Open an empty account with one made-up key; what is left out is invented."""
        self.uid = uid or str(next(_UIDS))
        self.mode = mode
        self.name = ""
        self.parent: OkxAccount | None = None
        self.settings: dict[str, Any] = dict(settings or {})
        self.fundings: dict[str, Funding] = {}
        self.tradings: dict[str, Trading] = {}
        self.tables: dict[str, list[Row]] = {}
        self.products: set[str] = set()
        self.refusals: dict[str, tuple[str, str]] = {}
        self.subs: dict[str, OkxAccount] = {}
        self.listing: dict[str, Any] = {}
        self.keys = [
            ApiKey(
                key=key or f"fake-key-{self.uid}",
                secret=secret or f"fake-secret-{self.uid}",
                passphrase=passphrase or f"fake-passphrase-{self.uid}",
                permissions=tuple(permissions),
                ips=tuple(ips),
                label=label,
                demo=demo,
            )
        ]

    @property
    def key(self) -> str:
        """The public part of the first key."""
        return self.keys[0].key

    @property
    def secret(self) -> str:
        """The secret of the first key."""
        return self.keys[0].secret

    @property
    def passphrase(self) -> str:
        """The passphrase of the first key."""
        return self.keys[0].passphrase

    @property
    def main(self) -> OkxAccount:
        """The main account that this one belongs to, or itself."""
        return self.parent or self

    def funding(self, ccy: str, total: Number, *, frozen: Number = 0) -> None:
        """Set what the funding account holds of a coin.

        Args:
            ccy: The coin.
            total: All of it.
            frozen: The part of it that is held back.
        """
        self.fundings[ccy] = Funding(exact(total), exact(frozen))

    def trading(
        self,
        ccy: str,
        cash: Number = 0,
        *,
        auto_lend_status: str | None = None,
        fields: Mapping[str, Any] | None = None,
        **amounts: Number,
    ) -> None:
        """Set what the trading account holds of a coin.

        Args:
            ccy: The coin; may be empty, as old reports show.
            cash: Own balance, negative where it was borrowed.
            auto_lend_status: The state of auto-lend; follows from the amount if left out.
            fields: Fields of the answer to overwrite.
            **amounts: `frozen`, `orders`, `fixed`, `liab`, `interest`, `bots`, `copy`, `sync`,
                `upl`, `reward`, `auto_lend`; see `Trading`.
        """
        given = {name: exact(amount) for name, amount in amounts.items()}
        status = auto_lend_status or ("active" if given.get("auto_lend") else "off")
        self.tradings[ccy] = Trading(
            cash=exact(cash), auto_lend_status=status, fields=dict(fields or {}), **given
        )

    def move(self, ccy: str, amount: Number, source: Wallet, target: Wallet) -> None:
        """Move money between the two wallets, as an internal transfer does."""
        size = exact(amount)
        for wallet, change in ((source, -size), (target, size)):
            if wallet == "funding":
                self.fundings.setdefault(ccy, Funding()).total += change
            else:
                self.tradings.setdefault(ccy, Trading()).cash += change

    def put(self, path: str, *rows: Any) -> None:
        """Add rows to the list that a path serves. They replace what would be computed."""
        self.tables.setdefault(path, []).extend(rows)

    def clear(self, path: str) -> None:
        """Take every row put under a path away again."""
        self.tables.pop(path, None)

    def rows(self, path: str) -> list[Row]:
        """Return the rows put under a path."""
        return self.tables.get(path, [])

    def join(self, product: str) -> None:
        """Take part in a product: `copy-trading`, `p2p-merchant`, `affiliate`, `trading-team`."""
        self.products.add(product)

    def refuse(self, path: str, code: str, text: str = "refused") -> None:
        """Answer a path with an error code from now on, as for a product not available here."""
        self.refusals[path] = (code, text)

    def add_key(self, key: ApiKey) -> None:
        """Give the account another API key."""
        self.keys.append(key)

    def sub_account(  # noqa: PLR0913 - the same
        self,
        name: str,
        *,
        uid: str | None = None,
        key: str | None = None,
        permissions: Iterable[str] = ("read_only",),
        mode: int | None = None,
        kind: str = "1",
        enabled: bool = True,
        frozen: Iterable[str] = (),
        can_transfer_out: bool = True,
    ) -> OkxAccount:
        """Open a sub-account.

        Args:
            name: Its name, by which the main account's key asks for it.
            uid: Its number; invented if left out.
            key: An API key of its own; without one it can only be seen from the main account.
            permissions: The permissions of that key.
            mode: Account mode; the main account's if left out.
            kind: Kind of sub-account as OKX numbers them.
            enabled: Whether it is active.
            frozen: Functions that are frozen, such as `trading`.
            can_transfer_out: Whether it may send money to the main account.
        """
        sub = OkxAccount(uid, key=key, permissions=permissions, mode=mode or self.mode)
        if key is None:
            sub.keys.clear()
        sub.name = name
        sub.parent = self
        sub.settings["type"] = kind
        sub.listing = {
            "enable": enabled,
            "frozenFunc": list(frozen),
            "canTransOut": can_transfer_out,
            "type": kind,
        }
        self.subs[name] = sub
        return sub
