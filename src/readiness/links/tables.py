"""The words and hosts by which links are judged, as data (``words.toml``, ``names.toml``)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Name:
    """An exchange by the words that hosts spell its name with.

    Attributes:
        title: its name for people.
        words: how hosts spell it.
        exact: the same, for words that count only by themselves.
        misspelt: how a short name is written to be overlooked.
        common: words that have other meanings too.
        domains: its registrable domains, with the page that shows each.
        said: domains that are said to be its own, without a page that shows it.
    """

    title: str
    words: tuple[str, ...]
    exact: tuple[str, ...]
    misspelt: tuple[str, ...]
    common: tuple[str, ...]
    domains: Mapping[str, str]
    said: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """``words.toml``; what each list is for stands there."""

    bait: frozenset[str]
    innocent: frozenset[str]
    referral_parameters: frozenset[str]
    plain_referral_parameters: frozenset[str]
    referral_labels: frozenset[str]
    referral_paths: frozenset[str]
    reading_paths: frozenset[str]
    short_paths: frozenset[str]
    installers: frozenset[str]
    download_words: frozenset[str]
    redirect_parameters: frozenset[str]
    file_endings: frozenset[str]
    chinese_endings: frozenset[str]
    other_suffixes: frozenset[str]
    text_schemes: frozenset[str]
    installing_schemes: frozenset[str]
    running_schemes: frozenset[str]
    talking_schemes: frozenset[str]
    app_schemes: frozenset[str]
    services: Mapping[str, str]
    """What is offered at a host (``shortener``, ``chat``, ``store``), by the host."""

    @property
    def opaque_schemes(self) -> frozenset[str]:
        """Every scheme by name that is no web address."""
        return (
            self.installing_schemes
            | self.running_schemes
            | self.talking_schemes
            | self.app_schemes
            | {"mailto"}
        )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("readiness.links").joinpath(name).read_text(encoding="utf-8"))


@cache
def words() -> Words:
    """The lists of words."""
    lists = _read("words.toml")
    services = lists.pop("services")
    return Words(
        **{name: frozenset(entries) for name, entries in lists.items()},
        services={host: kind for kind, hosts in services.items() for host in hosts},
    )


@cache
def names() -> tuple[Name, ...]:
    """Every exchange that is known by name."""
    return tuple(
        Name(
            title=entry["title"],
            words=tuple(entry["words"]),
            exact=tuple(entry.get("exact", ())),
            misspelt=tuple(entry.get("misspelt", ())),
            common=tuple(entry.get("common", ())),
            domains={each["domain"]: each["source"] for each in entry.get("domains", ())},
            said=tuple(entry.get("said", ())),
        )
        for entry in _read("names.toml")["exchanges"]
    )
