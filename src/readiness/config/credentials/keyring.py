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
from readiness.language import message, say, translate

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE: Final = "readiness"
LIMIT: Final = 2.5
"""Seconds for one visit to the keyring, loading it included."""

_OTHER: Final = message(
    'use another source: credentials = "env" (it reads READINESS_<ACCOUNT>_KEY and so on), '
    '"directory" or "command"; docs/configuration.md has each'
)
_UNLOCK: Final = message("unlock it (log in to the desktop) and run this again, or {other}")

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
            say(
                "the keyring did not answer within {seconds} seconds; it may be locked and "
                "wait for a password",
                seconds=f"{self._limit:g}",
            ),
            _with_other(_UNLOCK),
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
            raise CredentialError(account, say("the keyring has no entry for it"), again)
        return parse_fields(account, _as_text(text), say("its entry in the keyring"), again)

    def missing(self, account: str, field: str) -> str:
        """Name the command that writes the entry."""
        return say("run `readiness keys set {account}`", account=account)


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
        raise CredentialError(account, say("the keyring did not keep the entry"), translate(_OTHER))


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
        self._failure: tuple[str, str] = (say("the keyring failed"), translate(_OTHER))

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
        return say("the keyring is locked"), _with_other(_UNLOCK)
    if "InitError" in kinds:
        return say("the keyring could not be opened; it may be locked"), _with_other(_UNLOCK)
    if "NoKeyringError" in kinds:
        return _absent()
    return (
        say("the keyring failed ({error})", error=type(error).__name__),
        _with_other(message("check it with `python -m keyring diagnose`, or {other}")),
    )


def _with_other(remedy: str) -> str:
    """A remedy that ends with the other way there always is: not to use a keyring."""
    return say(remedy, other=translate(_OTHER))


def _absent() -> tuple[str, str]:
    return (
        say("there is no keyring on this machine"),
        _with_other(message("install and start one (GNOME Keyring, KWallet), or {other}")),
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
            say(
                "the only keyring here ({keyring}) keeps secrets in a plain file",
                keyring=type(door).__name__,
            ),
            _with_other(
                message("install and start a real one (GNOME Keyring, KWallet), or {other}")
            ),
        )
    return door


def _as_text(value: object) -> str | None:
    return value if isinstance(value, str) else None
