"""What is wrong with a configuration or a credential: what, where, and what to do.

No message here ever carries a configured value that could be a secret.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from readiness.language import Plural, advised, counted, listed, say

Location: TypeAlias = tuple[str | int, ...]
"""Where in the file: the keys of the tables and the indices of the arrays, outermost first."""

_BARE: Final = re.compile(r"[A-Za-z0-9_-]{1,60}")
_LONGEST: Final = 60
_ABOUT_FIELDS: Final = Plural(
    "account {account}, field {fields}: {what}", "account {account}, fields {fields}: {what}"
)


class SetupError(Exception):
    """The tool cannot start with what the user has set up (exit 2)."""


class WrongValueError(ValueError):
    """One value is not acceptable: what is wrong with it, and what to write instead."""

    def __init__(self, what: str, remedy: str = "") -> None:
        """Take the two halves of the message."""
        super().__init__(what)
        self.what = what
        self.remedy = remedy


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a configuration file.

    Attributes:
        what: what is wrong.
        remedy: what to do about it; may be empty.
        key: the key as one would write it (``accounts.okx-main.exchange``); empty for the file.
        line: the line in the file, counted from 1; ``None`` when it is about the whole file.
    """

    what: str
    remedy: str = ""
    key: str = ""
    line: int | None = None


class ConfigError(SetupError):
    """The configuration cannot be used; every problem found so far is in ``problems``."""

    def __init__(self, path: Path | None, problems: Iterable[Problem]) -> None:
        """Take the file (``None`` when there is none) and what is wrong with it."""
        self.path = path
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line or 0))
        super().__init__(
            "\n".join(advised(self.placed(each), each.remedy) for each in self.problems)
        )

    def placed(self, problem: Problem) -> str:
        """What is wrong, with file, line and key before it."""
        where = [] if self.path is None else [str(self.path)]
        if where and problem.line is not None:
            where[0] += f":{problem.line}"
        if problem.key:
            where.append(problem.key)
        return ": ".join([*where, problem.what])


class DecisionError(SetupError):
    """What a command was asked to write into the configuration can never count."""

    def __init__(self, what: str, remedy: str) -> None:
        """Take the two halves of the message."""
        super().__init__(advised(what, remedy))


class CredentialError(SetupError):
    """A credential of an account is missing or cannot be used; never carries its value."""

    def __init__(
        self, account: str, what: str, remedy: str = "", *, fields: Iterable[str] = ()
    ) -> None:
        """Take the account, the fields it is about (none: all of them), and both halves."""
        self.account = account
        self.fields = tuple(fields)
        self.what = what
        self.remedy = remedy
        super().__init__(advised(self.sentence, remedy))

    @property
    def sentence(self) -> str:
        """What is wrong with which account and fields, without the remedy."""
        if not self.fields:
            return say("account {account}: {what}", account=self.account, what=self.what)
        return counted(
            _ABOUT_FIELDS,
            len(self.fields),
            account=self.account,
            fields=listed(self.fields),
            what=self.what,
        )


class TargetError(SetupError):
    """The URL of a notification target is missing or cannot be used; never carries it."""

    def __init__(self, target: str, what: str, remedy: str = "") -> None:
        """Take the target and both halves."""
        self.target = target
        self.what = what
        self.remedy = remedy
        text = say("notification target {target}: {what}", target=target, what=what)
        super().__init__(advised(text, remedy))


def shown(name: str) -> str:
    """A key as it would be written in TOML, safe to print on any terminal."""
    if _BARE.fullmatch(name):
        return name
    short = name if len(name) <= _LONGEST else name[:_LONGEST] + "..."
    return json.dumps(short)


def dotted(location: Location) -> str:
    """A location as text: ``acknowledge[0].until``."""
    text = ""
    for part in location:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{shown(part)}" if text else shown(part)
    return text
