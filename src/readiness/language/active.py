"""Which language is spoken: one for the whole process, chosen when a command begins."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from typing import Final

ENGLISH: Final = "en"
"""The language in which sentences are written; it needs no catalogue."""

LANGUAGES: Final[Mapping[str, str]] = {ENGLISH: "English", "zh": "简体中文"}
"""Every language, by its code, under its own name."""


class _Speaker:
    """Holds what is spoken now."""

    def __init__(self) -> None:
        self.language = ENGLISH
        self.catalogue: NullTranslations = NullTranslations()
        self.stand_in: NullTranslations | None = None


_SPEAKER: Final = _Speaker()


def current() -> str:
    """The code of the language that is spoken."""
    return _SPEAKER.language


def catalogue() -> NullTranslations:
    """Where sentences are looked up."""
    return _SPEAKER.catalogue


def use(language: str) -> None:
    """Speak this language from now on.

    Raises:
        KeyError: there is no such language.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    _SPEAKER.language = language
    _SPEAKER.catalogue = _SPEAKER.stand_in or _load(language)


@contextmanager
def speaking(language: str, words: NullTranslations | None = None) -> Iterator[None]:
    """Speak a language for a while, then the one before again.

    Args:
        language: its code.
        words: where to look sentences up meanwhile, in place of any language's own catalogues.
    """
    before = _SPEAKER.language, _SPEAKER.catalogue, _SPEAKER.stand_in
    try:
        _SPEAKER.stand_in = words or _SPEAKER.stand_in
        use(language)
        yield
    finally:
        _SPEAKER.language, _SPEAKER.catalogue, _SPEAKER.stand_in = before


def _load(language: str) -> NullTranslations:
    """All catalogues of a language as one: a sentence that one does not know, the next may.

    A damaged one is as good as none: it may cost words, and not a scan.
    """
    whole = NullTranslations()
    folder = files(__package__).joinpath(language)
    if not folder.is_dir():
        return whole
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".mo"):
            try:
                with entry.open("rb") as file:
                    part: NullTranslations = GNUTranslations(file)
            except Exception:  # noqa: BLE001, S112 - whatever is wrong with the file, English is there
                continue
            part.add_fallback(whole)
            whole = part
    return whole
