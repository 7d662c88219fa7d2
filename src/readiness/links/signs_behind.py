"""What stands behind the host of a link: referrals, downloads, names, and where it leads on."""

import re
from base64 import b64decode
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from readiness.links.host import has_known_suffix
from readiness.links.judgement import Kind, Reason
from readiness.links.signs import Alarm, Case, Doubt, Remark, Sign, decoded, shown_host
from readiness.links.tables import Words

_LANGUAGE: Final = re.compile(r"[a-z]{2}(?:[-_][a-z0-9]{2,4})*")
_ELSEWHERE: Final = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:[\\/]*|[\\/]{2,}|/\\)", re.IGNORECASE)
_IN_PATH: Final = re.compile(r"(?:https?|ftp|javascript|data|intent):[\\/]*[^\s]*", re.IGNORECASE)
_HOST_LIKE: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[:/?#\\].*)?", re.DOTALL)
_BARE: Final = re.compile(r"[&;]((?:https?(?::|%3a)|(?:/|%2f){2})[^&;]*)", re.IGNORECASE)
"""An address that stands in a query by itself, as no parameter's value."""
_CODED: Final = re.compile(r"aHR0c[A-Za-z0-9+/_-]{4,4000}={0,2}")
"""What "http" becomes in base64, and more of it."""
_AFTER_AT: Final = re.compile(r"@([\w.-]+)")


def referral_signs(case: Case) -> Iterator[Sign]:
    """Whether somebody is paid."""
    words = case.tools.words
    exchange = case.owner or _of_exchange(case)
    for name, value in case.parameters:
        if not value:
            continue
        if name in words.referral_parameters and exchange:
            yield Alarm(Kind.REFERRAL, Reason("referral-parameter", {"name": name}), exchange)
        elif name in words.plain_referral_parameters and (named := case.named_behind):
            yield Alarm(Kind.REFERRAL, Reason("referral-parameter", {"name": name}), named)
    label = case.host.labels[0] if case.owner and case.host else ""
    if label in words.referral_labels:
        yield Alarm(Kind.REFERRAL, Reason("referral-host", {"label": label}), exchange)
    if exchange:
        for part in _places(case):
            if part in words.referral_paths:
                yield Alarm(Kind.REFERRAL, Reason("referral-path", {"part": part}), exchange)
            elif part in words.short_paths:
                yield Doubt(Reason("short-path", {"part": part}), exchange)


def _of_exchange(case: Case) -> str | None:
    """The exchange whose own the host may be, without being known for it."""
    if not case.host:
        return None
    namesake = case.tools.known.namesake_of(case.host.name)
    return namesake[0] if namesake else case.tools.known.said_of(case.host.name)


def _places(case: Case) -> Iterator[str]:
    """Parts of the path, and of a path in the fragment, which are places and not titles."""
    inner = decoded(case.address.fragment).partition("?")[0].removeprefix("!")
    for path in (case.path, inner if inner.startswith("/") else ""):
        parts = [part.partition(";")[0] for part in re.split(r"[/\\]+", path.lower())]
        parts = _walked(part for part in parts if part)
        while parts and _LANGUAGE.fullmatch(parts[0]) and parts[0] not in ("ul",):
            parts = parts[1:]
        for part in parts[:4]:
            if part in case.tools.words.reading_paths:
                break
            yield part


def _walked(parts: Iterable[str]) -> list[str]:
    """The parts that are left once each ``..`` has gone up, as every browser walks them."""
    walked: list[str] = []
    for part in parts:
        if part == "..":
            walked = walked[:-1]
        elif part != ".":
            walked.append(part)
    return walked


def download_signs(case: Case) -> Iterator[Sign]:
    """Whether something asks to be installed."""
    ending = installer_in(case.rest, case.tools.words)
    if ending:
        reason = Reason("installer", {"ending": ending})
        yield (
            Doubt(Reason("installer-official", {"ending": ending}))
            if case.owner
            else Alarm(Kind.DOWNLOAD, reason, case.named_behind)
        )
    elif not case.owner and (named := case.named_behind):
        parts = {*re.split(r"[/?&=#;]+", case.rest)}
        word = next(iter(sorted(parts & case.tools.words.download_words)), None)
        service = case.host and case.tools.words.services.get(case.host.name)
        if word and not service:
            yield Alarm(Kind.DOWNLOAD, Reason("download-page", {"word": word}), named)


def installer_in(text: str, words: Words) -> str | None:
    """The ending of a file that installs something; ``None`` if none is named."""
    for found in re.finditer(r"\.([a-z0-9]+)(?![\w-])", text):
        if found[1] in words.installers:
            return found[1]
    return None


def naming_signs(case: Case) -> Iterator[Sign]:
    """Whether an exchange is named behind a host that is not its own."""
    if case.owner:
        return
    for found in _AFTER_AT.finditer(case.rest):
        site = case.tools.known.site_of(found[1].rstrip("."))
        if site:
            values = {"exchange": site.exchange, "host": shown_host(case.address)}
            yield Alarm(Kind.LOOKALIKE, Reason("host-after-at", values), site.exchange)
            return
    named = case.named_behind
    if named:
        yield Remark(Reason("named-behind", {"exchange": named}), named)


def onward(case: Case) -> Iterator[str]:
    """Every other address inside the link to which it may lead on."""
    words = case.tools.words
    for name, value in case.parameters:
        text = _plain(value)
        if _ELSEWHERE.match(text):
            yield text
        elif name in words.redirect_parameters and _HOST_LIKE.fullmatch(text):
            place = re.split(r"[:/?#\\]", text, maxsplit=1)[0]
            if has_known_suffix(place) or place.rpartition(".")[2] in words.other_suffixes:
                yield text
    for found in _BARE.finditer(f"&{case.address.query}&{case.address.fragment}"):
        yield decoded(found[1])
    for found in _IN_PATH.finditer(case.path):
        yield found[0]
    inside = case.path.lstrip("/")
    if case.path.startswith("//") and _HOST_LIKE.fullmatch(inside):
        yield f"//{inside}"


def _plain(value: str) -> str:
    """A value as a browser would take it for an address, also out of base64."""
    text = re.sub(r"[\t\r\n]", "", value).strip()
    if _CODED.fullmatch(text):
        whole = text.rstrip("=").replace("-", "+").replace("_", "/")
        whole += "=" * (-len(whole) % 4)
        with suppress(ValueError):
            return b64decode(whole).decode("utf-8", "replace")
    return text
