"""The language of a run: ``--lang``, then the environment, the configuration, the locale."""

import gettext
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TextIO, TypeVar

import click

from readiness.language import LANGUAGES, current, either, say, speaking
from readiness.language.active import ENGLISH, catalogue
from readiness.language.choice import OPTION, VARIABLE, asked_for, known, of_locale
from readiness.location import locate

_Command = TypeVar("_Command", bound=Callable[..., Any])

_SAMPLE: Final = "中文，。"
_LARGEST: Final = 1_000_000
"""Bytes of a configuration; a larger one is refused where it is read."""


def lang_option(command: _Command) -> _Command:
    """The option that the root command and every other one takes.

    It was obeyed before the command line was read; here it is only checked and documented.
    """
    return click.option(
        OPTION,
        type=click.Choice(tuple(LANGUAGES)),
        expose_value=False,
        help=say("The language; without it, the configured one or the system's."),
    )(command)


@contextmanager
def chosen(arguments: Sequence[str], environ: Mapping[str, str]) -> Iterator[None]:
    """Speak the language of a run, for as long as it lasts."""
    wanted = (
        known(asked_for(arguments, OPTION))
        or known(environ.get(VARIABLE))
        or _configured(arguments, environ)
        or _of_locale(environ)
    )
    with speaking(wanted), _libraries_too(), _written_somehow():
        yield


def refuse_unknown(arguments: Sequence[str], environ: Mapping[str, str]) -> None:
    """Make sure that the environment names a language that there is, where it counts.

    Raises:
        click.UsageError: it does not.
    """
    named = environ.get(VARIABLE, "")
    if named and not known(named) and asked_for(arguments, OPTION) is None:
        raise click.UsageError(
            say(
                "{variable} is {value!r}: there is no such language. Set it to {languages}",
                variable=VARIABLE,
                value=named,
                languages=either(LANGUAGES),
            )
        )


def _configured(arguments: Sequence[str], environ: Mapping[str, str]) -> str | None:
    """What the configuration says, whatever else is wrong with it: that is told later."""
    named = asked_for(arguments, "--config")
    try:
        path = locate(Path(named) if named else None, environ=environ, cwd=Path.cwd())
        # What is no file, such as a pipe, can be read but once, and the accounts are in it.
        if path is None or not path.is_file():
            return None
        import tomllib

        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8")
        return known(tomllib.loads(text).get("language"))
    except (OSError, ValueError, RecursionError):
        return None


def _of_locale(environ: Mapping[str, str]) -> str:
    """The system's language, unless the terminal cannot show it."""
    return of_locale(environ) if _can_write(sys.stdout) and _can_write(sys.stderr) else ENGLISH


def _can_write(stream: TextIO | None) -> bool:
    try:
        _SAMPLE.encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


@contextmanager
def _libraries_too() -> Iterator[None]:
    """Answer from our catalogues what libraries look up with gettext meanwhile.

    The command line's library asks gettext's default domain for each of its own words. Which
    language that is, gettext only takes from environment variables, which programs that are
    started would inherit.
    """
    before = gettext.dgettext, gettext.dngettext
    gettext.dgettext, gettext.dngettext = _translation, _plural
    try:
        yield
    finally:
        gettext.dgettext, gettext.dngettext = before


def _translation(domain: str, message: str) -> str:
    del domain
    return catalogue().gettext(message)


def _plural(domain: str, msgid1: str, msgid2: str, n: int) -> str:
    del domain
    return catalogue().ngettext(msgid1, msgid2, n)


@contextmanager
def _written_somehow() -> Iterator[None]:
    """Write out as escapes what stdout has no characters for, where that is asked for."""
    stream = sys.stdout
    if current() == ENGLISH or _can_write(stream) or not hasattr(stream, "reconfigure"):
        yield
        return
    before = stream.errors
    stream.reconfigure(errors="backslashreplace")
    try:
        yield
    finally:
        stream.reconfigure(errors=before)
