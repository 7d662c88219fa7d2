"""Credentials from files: systemd's credentials directory, or one of the user's own."""

import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from readiness.config.errors import CredentialError
from readiness.language import reason_of, say

VARIABLE: Final = "CREDENTIALS_DIRECTORY"
_LARGEST: Final = 65536
_OTHERS: Final = stat.S_IRGRP | stat.S_IWGRP | stat.S_IROTH | stat.S_IWOTH


@dataclass(frozen=True)
class DirectoryReader:
    """Reads ``ACCOUNT.key`` and its siblings.

    Attributes:
        path: the configured directory; its files must be private.
        provided: the directory that systemd provides, taken as it is.
    """

    path: Path | None
    provided: str | None

    def read(self, account: str, fields: Sequence[str]) -> Mapping[str, str]:
        """Those of the fields whose file exists."""
        folder = self._folder(account)
        values = {}
        for field in fields:
            value = self._value(account, field, folder / f"{account}.{field}")
            if value is not None:
                values[field] = value
        return values

    def missing(self, account: str, field: str) -> str:
        """Name the file."""
        return say("create {path} (mode 0600)", path=self._folder(account) / f"{account}.{field}")

    def _folder(self, account: str) -> Path:
        if self.path is not None:
            return self.path
        if self.provided:
            return Path(self.provided)
        raise CredentialError(
            account,
            say(
                'credentials is "directory", but neither credentials_directory nor '
                "{variable} is set",
                variable=f"${VARIABLE}",
            ),
            say(
                "set credentials_directory in the account's table, or start the tool "
                "from a systemd unit with LoadCredential="
            ),
        )

    def _value(self, account: str, field: str, path: Path) -> str | None:
        # Opened without waiting (a pipe would wait for ever), and judged by what was opened,
        # so that nothing can be exchanged in between. Links are followed.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
        try:
            with os.fdopen(os.open(path, flags), "rb") as file:
                self._judge(account, field, path, os.fstat(file.fileno()))
                raw = file.read(_LARGEST + 1)
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            reason = reason_of(error, say("not a usable file name"))
            raise CredentialError(
                account,
                say("{path} cannot be read: {reason}", path=path, reason=reason),
                say("check the path, its owner and its permissions"),
                fields=[field],
            ) from None
        text = _decoded(raw) if len(raw) <= _LARGEST else None
        if text is None:
            raise CredentialError(
                account,
                say("{path} does not hold plain text of a key's length", path=path),
                say("it must hold the value and nothing else"),
                fields=[field],
            )
        return text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text

    def _judge(self, account: str, field: str, path: Path, status: os.stat_result) -> None:
        if not stat.S_ISREG(status.st_mode):
            raise CredentialError(
                account,
                say("{path} is not a regular file", path=path),
                say("it must hold the value and nothing else"),
                fields=[field],
            )
        private = self.path is None or os.name == "nt" or not status.st_mode & _OTHERS
        if not private:
            mode = stat.S_IMODE(status.st_mode)
            raise CredentialError(
                account,
                say(
                    "{path} is open to other users of this machine (mode {mode})",
                    path=path,
                    mode=f"{mode:04o}",
                ),
                f"chmod 600 {path}",
                fields=[field],
            )


def _decoded(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
