"""Credentials in the system's keyring: one JSON entry for each account.

A keyring can be absent, locked, or hang for ever (a prompt nobody sees). So every call
runs in a thread of its own with a time limit, and after one hang nobody asks again.
A keyring that keeps secrets as plain text in a file is refused.
"""

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from readiness.config.credentials.interface import Credentials, parse_fields
from readiness.config.errors import CredentialError, WrongValueError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE: Final = "readiness"
LIMIT: Final = 2.5
"""Seconds for one visit to the keyring, loading it included."""

_OTHER: Final = 'or use another source: credentials = "env", "directory" or "command"'
_UNLOCK: Final = f"unlock it (log in to the desktop) and run this again, {_OTHER}"

T = TypeVar("T")


class Guard:
    """Runs calls with a time limit; after one that hangs it refuses all others."""

    def __init__(self, limit: float = LIMIT) -> None:
        """Take the limit in seconds."""
        self._limit = limit
        self._hung = False

    def run(self, call: Callable[[], T]) -> T:
        """The call's result.

        Raises:
            WrongValueError: it raised, or did not come back in time, or an earlier one did not.
        """
        if not self._hung:
            task = _Task(call)
            task.thread.start()
            task.thread.join(self._limit)
            if not task.thread.is_alive():
                return task.result()
            self._hung = True
        raise WrongValueError(
            f"the keyring did not answer within {self._limit:g} seconds; "
            "it may be locked and wait for a password",
            _UNLOCK,
        )


GUARD: Final = Guard()
"""The one of this process."""


@dataclass(frozen=True)
class KeyringReader:
    """Reads the entry of an account."""

    guard: Guard = GUARD

    def read(self, account: str, fields: Sequence[str]) -> Mapping[str, str]:
        """What the entry holds; the caller checks that it is what was wanted."""
        text = _visit(account, self.guard, lambda door: door.get_password(SERVICE, account))
        again = self.missing(account, "")
        if text is None:
            raise CredentialError(account, "the keyring has no entry for it", again)
        return parse_fields(account, _as_text(text), "its entry in the keyring", again)

    def missing(self, account: str, field: str) -> str:
        """Name the command that writes the entry."""
        return f"run `readiness keys set {account}`"


def store(account: str, credentials: Credentials, guard: Guard = GUARD) -> None:
    """Write an account's entry and read it back.

    Raises:
        CredentialError: the keyring cannot be used, or did not keep it.
    """
    parts = {
        "key": credentials.key,
        "secret": credentials.secret,
        "passphrase": credentials.passphrase,
    }
    text = json.dumps(
        {name: part.get_secret_value() for name, part in parts.items() if part is not None}
    )

    def write(door: "KeyringBackend") -> bool:
        door.set_password(SERVICE, account, text)
        return door.get_password(SERVICE, account) == text

    if not _visit(account, guard, write):
        raise CredentialError(account, "the keyring did not keep the entry", _OTHER[3:])


def delete(account: str, guard: Guard = GUARD) -> bool:
    """Remove an account's entry; says whether there was one.

    Raises:
        CredentialError: the keyring cannot be used.
    """

    def remove(door: "KeyringBackend") -> bool:
        if door.get_password(SERVICE, account) is None:
            return False
        door.delete_password(SERVICE, account)
        return True

    return _visit(account, guard, remove)


def has(account: str, guard: Guard = GUARD) -> bool:
    """Whether there is an entry for an account.

    Raises:
        CredentialError: the keyring cannot be used.
    """
    return _visit(account, guard, lambda door: door.get_password(SERVICE, account) is not None)


def _visit(account: str, guard: Guard, call: Callable[["KeyringBackend"], T]) -> T:
    try:
        return guard.run(lambda: call(keyring_door()))
    except WrongValueError as error:
        what, remedy = error.what, error.remedy
    raise CredentialError(account, what, remedy)


class _Task(Generic[T]):
    """One call in a thread of its own.

    What it raises is described, never passed on: a backend's exception may quote what it
    was given.
    """

    def __init__(self, call: Callable[[], T]) -> None:
        self.thread = threading.Thread(target=self._work, name="keyring", daemon=True)
        self._call = call
        self._results: list[T] = []
        self._failure: tuple[str, str] = ("the keyring failed", _OTHER[3:])

    def result(self) -> T:
        if self._results:
            return self._results[0]
        raise WrongValueError(*self._failure)

    def _work(self) -> None:
        try:
            self._results.append(self._call())
        except WrongValueError as error:
            self._failure = (error.what, error.remedy)
        except BaseException as error:  # noqa: BLE001 - backends raise anything
            self._failure = _described(error)


def _described(error: BaseException) -> tuple[str, str]:
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if kinds & {"KeyringLocked", "LockedException", "PromptDismissedException"}:
        return "the keyring is locked", _UNLOCK
    if "InitError" in kinds:
        return "the keyring could not be opened; it may be locked", _UNLOCK
    if "NoKeyringError" in kinds:
        return _absent()
    return (
        f"the keyring failed ({type(error).__name__})",
        f"check it with `python -m keyring diagnose`, {_OTHER}",
    )


def _absent() -> tuple[str, str]:
    return (
        "there is no keyring on this machine",
        f"install and start one (GNOME Keyring, KWallet), {_OTHER}",
    )


def keyring_door() -> "KeyringBackend":
    """The keyring to use: never one that forgets, and never one that is a plain file."""
    import keyring
    from keyring.backends.chainer import ChainerBackend

    door = keyring.get_keyring()
    if isinstance(door, ChainerBackend):
        # A chain reads on in the next keyring when the first has no entry, and that may be
        # a plain file. So only its first is used.
        links = list(door.backends)
        if not links:
            raise WrongValueError(*_absent())
        door = links[0]
    modules = [kind.__module__ for kind in type(door).__mro__]
    if {"keyring.backends.fail", "keyring.backends.null"} & set(modules):
        raise WrongValueError(*_absent())
    alternative = any(f"{module}.".startswith("keyrings.alt.") for module in modules)
    if alternative or "plaintext" in type(door).__name__.lower():
        raise WrongValueError(
            f"the only keyring here ({type(door).__name__}) keeps secrets in a plain file",
            f"install and start a real one (GNOME Keyring, KWallet), {_OTHER}",
        )
    return door


def _as_text(value: object) -> str | None:
    return value if isinstance(value, str) else None
