"""Tells a user's mistake from a defect, and describes a defect without giving secrets away."""

import os
import re
import sys
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from readiness.cli.streams import ERROR
from readiness.cli.version import tool_version
from readiness.language import say

_EXPECTED: Final = (
    ("readiness.config.errors", "SetupError"),
    ("readiness.scan", "ScanUsageError"),
    ("readiness.history.errors", "HistoryError"),
    ("readiness.backup", "BackupUsageError"),
)
_SECRET_NAME: Final = re.compile(r"READINESS_.*_(KEY|SECRET|PASSPHRASE|URL)\Z")
_TOKEN: Final = re.compile(r"[A-Za-z0-9+/=_-]{16,}")
_MOST_FRAMES: Final = 30


def is_expected(error: BaseException) -> bool:
    """Whether the user's own words or files are the cause (exit code 2).

    Only modules that are already loaded are asked: an error of a module that is not
    loaded cannot have been raised.
    """
    for module, name in _EXPECTED:
        kind = getattr(sys.modules.get(module), name, None)
        if isinstance(kind, type) and isinstance(error, kind):
            return True
    return False


def describe(error: BaseException, environ: Mapping[str, str] = os.environ) -> str:
    """A traceback that can be put into a public bug report.

    Frames carry file, line, function and source line, never the values of variables;
    messages are scrubbed of secrets, personal data and of everything that looks like a
    token. An exception that quotes its input (pydantic's do) is named, not quoted.
    """
    from readiness.gate.redact import Redactor

    secrets = [value for name, value in environ.items() if _SECRET_NAME.match(name)]
    redactor = Redactor(secrets)
    home = str(Path.home())
    lines = [say(ERROR, text=say("this is a defect of the tool, not of your account.")), ""]
    for each in reversed(tuple(_chain(error))):
        frames = traceback.format_tb(each.__traceback__)[-_MOST_FRAMES:]
        lines += [frame.rstrip("\n").replace(home, "~") for frame in frames]
        words = "" if hasattr(each, "errors") else redactor.clean(str(each))
        lines.append(f"{type(each).__qualname__}: {_TOKEN.sub('[hidden]', words)}".rstrip(": "))
    report = say("please report this, with the text above, in the project's issue tracker;")
    lines += [
        "",
        f"readiness {tool_version()}, Python {sys.version.split()[0]}, {sys.platform}",
        f"  {say('next: {remedy}', remedy=report)}",
        f"  {say('read it once before: it should name no key, address or amount of yours')}",
        "",
    ]
    return "\n".join(lines)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception, those it was raised from, and those of a group; each once."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        earlier = current.__cause__
        if earlier is None and not current.__suppress_context__:
            earlier = current.__context__
        waiting += [earlier] if earlier is not None else []
        waiting += current.exceptions if isinstance(current, BaseExceptionGroup) else ()
