"""Which language a run speaks: what is asked for comes first, then what the system speaks."""

from collections.abc import Mapping, Sequence
from typing import Final

from readiness.language.active import ENGLISH, LANGUAGES

OPTION: Final = "--lang"
VARIABLE: Final = "READINESS_LANG"

_LOCALE_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first that is set decides, as in POSIX."""

_CHINESE: Final = "zh"
_TRADITIONAL: Final = frozenset({"tw", "hk", "mo", "hant"})
"""Readers of traditional Chinese get English unless they ask: the catalogue is simplified."""


def asked_for(arguments: Sequence[str], option: str) -> str | None:
    """The last value that a command line gives an option, wherever it stands before ``--``.

    It is read ahead of the command line's parser, whose own words are to be in the language too.
    """
    found = None
    words = iter(arguments)
    for word in words:
        if word == "--":
            break
        name, equals, value = word.partition("=")
        if name == option:
            found = value if equals else next(words, None)
    return found


def of_locale(environ: Mapping[str, str]) -> str:
    """The language of the system's locale, if the tool speaks it; English otherwise."""
    locale = next(filter(None, (environ.get(name) for name in _LOCALE_VARIABLES)), "")
    name = locale.partition(".")[0].partition("@")[0].lower().replace("-", "_")
    language, *rest = name.split("_")
    if language == _CHINESE and _TRADITIONAL.isdisjoint(rest):
        return _CHINESE
    return ENGLISH


def known(language: object) -> str | None:
    """The language, if it is one that the tool speaks."""
    return language if isinstance(language, str) and language in LANGUAGES else None
