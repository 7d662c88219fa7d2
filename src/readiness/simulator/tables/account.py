"""The state of an account, to be arranged by tests, demos and rehearsals."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any, ClassVar, Generic, Self, TypeVar

Row = dict[str, Any]

_UIDS = itertools.count(900_000_001)


@dataclass(frozen=True)
class ApiKey:
    """One API key of an account. The values are made up: never use a real key here.

    Attributes:
        key: The public part.
        secret: The signing secret.
        passphrase: The third part, where the exchange has one.
        permissions: What it may do, in the exchange's words or in words nobody knows yet.
        ips: Addresses the key is bound to; empty is unbound.
        label: The owner's note.
        created: Milliseconds since the epoch.
        fields: Fields of the exchange's answer about the key to overwrite.
    """

    key: str
    secret: str = field(repr=False)
    passphrase: str = field(default="", repr=False)
    permissions: tuple[str, ...] = ()
    ips: tuple[str, ...] = ()
    label: str = ""
    created: int = 1_700_000_000_000
    fields: dict[str, Any] = field(default_factory=dict)

    def may(self, patterns: Iterable[str]) -> bool:
        """Return whether one of its permissions fits one of the patterns."""
        wanted = list(patterns)
        return any(fnmatchcase(word, each) for word in self.permissions for each in wanted)


class Account:
    """A main account, or a sub-account made by `sub_account`.

    Every attribute may be changed while a simulator serves the account.

    Attributes:
        uid: The exchange's number of the account.
        name: The name of a sub-account; empty for a main account.
        mode: Account mode, where the exchange has several.
        parent: The main account, or `None` if this is one.
        keys: Its API keys.
        settings: How it answers where the exchange's documents leave a choice; see `SETTINGS`.
        tables: Rows by the place that serves them.
        products: Products the account takes part in.
        refusals: Error codes that places answer, set by `refuse`.
        subs: Its sub-accounts by name.
        listing: Fields of its row in the main account's list to overwrite.
    """

    READING: ClassVar[tuple[str, ...]] = ()
    """The permissions of a key made for reading."""
    MODE: ClassVar[str] = ""
    """The usual mode."""
    PASSPHRASE: ClassVar[bool] = False
    """Whether a key has a third part."""
    SETTINGS: ClassVar[Mapping[str, Any]] = {}
    """What an account can be told to do, and what it does if it is told nothing."""

    def __init__(  # noqa: PLR0913 - an account is arranged in one call, by name
        self,
        uid: str | None = None,
        *,
        key: str | None = None,
        secret: str | None = None,
        passphrase: str | None = None,
        permissions: Iterable[str] | None = None,
        ips: Iterable[str] = (),
        label: str = "readiness",
        fields: Mapping[str, Any] | None = None,
        mode: str = "",
        **settings: Any,
    ) -> None:
        """Open an empty account with one made-up key; what is left out is invented."""
        unknown = sorted(set(settings) - set(self.SETTINGS))
        if unknown:
            raise TypeError(f"no such setting: {', '.join(unknown)}")
        self.uid = uid or str(next(_UIDS))
        self.name = ""
        self.mode = mode or self.MODE
        self.parent: Self | None = None
        self.settings: dict[str, Any] = {**self.SETTINGS, **settings}
        self.tables: dict[str, list[Any]] = {}
        self.products: set[str] = set()
        self.refusals: dict[str, tuple[str, str]] = {}
        self.subs: dict[str, Self] = {}
        self.listing: dict[str, Any] = {}
        self.keys = [
            ApiKey(
                key=key or self.invented("key"),
                secret=secret or self.invented("secret"),
                passphrase=passphrase or (self.invented("passphrase") if self.PASSPHRASE else ""),
                permissions=self.READING if permissions is None else tuple(permissions),
                ips=tuple(ips),
                label=label,
                fields=dict(fields or {}),
            )
        ]

    def invented(self, part: str) -> str:
        """Return a made-up part of a key; exchanges have forms of their own."""
        return f"fake-{part}-{self.uid}"

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
        """The third part of the first key; empty where the exchange has none."""
        return self.keys[0].passphrase

    @property
    def main(self) -> Self:
        """The main account that this one belongs to, or itself."""
        return self.parent or self

    def put(self, place: str, *rows: Any) -> None:
        """Add rows to the list that a place serves. They replace what would be computed.

        A place is a path, followed by a colon and a value where a parameter chooses among
        several lists. Where a place answers one object, what is put overwrites its fields.
        Fields whose names begin with an underscore are known to filters and windows, and are
        not shown.
        """
        self.tables.setdefault(place, []).extend(rows)

    def clear(self, place: str) -> None:
        """Take every row put at a place away again."""
        self.tables.pop(place, None)

    def rows(self, place: str) -> list[Any]:
        """Return the rows put at a place."""
        return self.tables.get(place, [])

    def join(self, product: str) -> None:
        """Take part in a product."""
        self.products.add(product)

    def refuse(self, place: str, code: str, text: str = "refused") -> None:
        """Answer a path, or a pattern of paths, with an error code from now on."""
        self.refusals[place] = (code, text)

    def add_key(self, key: ApiKey) -> None:
        """Give the account another API key."""
        self.keys.append(key)

    def change_key(self, **changes: Any) -> None:
        """Change attributes of the first key."""
        self.keys[0] = replace(self.keys[0], **changes)

    def sub_account(
        self,
        name: str,
        *,
        uid: str | None = None,
        key: str | None = None,
        permissions: Iterable[str] | None = None,
        mode: str = "",
        **listing: Any,
    ) -> Self:
        """Open a sub-account.

        Args:
            name: Its name.
            uid: Its number; invented if left out.
            key: An API key of its own; without one it can only be seen from the main account.
            permissions: The permissions of that key.
            mode: Account mode; the main account's if left out.
            **listing: Fields of its row in the main account's list to overwrite.
        """
        sub = type(self)(uid, key=key, permissions=permissions, mode=mode or self.mode)
        if key is None:
            sub.keys.clear()
        sub.name = name
        sub.parent = self
        sub.listing = dict(listing)
        self.subs[name] = sub
        return sub

    def sub(self, named: str) -> Self | None:
        """Return a sub-account by its name or number."""
        found = (sub for sub in self.subs.values() if named in (sub.name, sub.uid))
        return next(found, None)


A = TypeVar("A", bound=Account)


@dataclass(frozen=True)
class Caller(Generic[A]):
    """A recognised key and the account it belongs to."""

    account: A
    key: ApiKey
