"""Finds the links in running text, whatever they touch."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final
from unicodedata import normalize

from readiness.links.characters import EAST_ASIAN, EAST_ASIAN_MARKS, HIDDEN, QUOTES
from readiness.links.host import has_known_suffix
from readiness.links.lookalike import resembling
from readiness.links.tables import words

LONGEST: Final = 16_384
"""Longer links are cut: nothing in a host's name comes so late."""

_DOT: Final = (
    r"(?:\.|\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\{dot\}|[\uff0e｡。]"
    r"|(?<=[a-zA-Z0-9])点(?=[a-zA-Z]))"
)
_LETTER: Final = rf"(?:[^\W{EAST_ASIAN}]|[-{HIDDEN}])"
_START: Final = re.compile(
    r"[a-z](?:[a-z0-9+.-]{0,24}|\*\*ps?)(?:\[:\]|\[://\]|:|：)(?:(?<=//\])|[\\/]{2}|\\/\\/|\uff0f\uff0f)",
    re.IGNORECASE,
)
_WEB_AT_END: Final = re.compile(r"h(?:tt|xx|\*\*|__|tx|xt)ps?$", re.IGNORECASE)
_RUN: Final = re.compile(r"[^\s<>\"`]++")
_MAIL: Final = re.compile(
    rf"(?<![\w.+%-])[^\W{EAST_ASIAN}](?:[^\W{EAST_ASIAN}]|[.+%-])*+(?:@|\[at\]|\(at\)|\uff20)"
    rf"{_LETTER}++(?:{_DOT}{_LETTER}++)+"
)
_BARE: Final = re.compile(rf"(?<![\w@%{HIDDEN}-]){_LETTER}++(?:{_DOT}{_LETTER}++)+")
_AFTER_CHINESE: Final = re.compile(
    rf"(?<=[{EAST_ASIAN}])[a-zA-Z0-9]{_LETTER}*+(?:{_DOT}{_LETTER}++)+"
)
_CHINESE: Final = re.compile(
    r"[\u4e00-\u9fff]{1,20}[.\uff0e｡。][a-zA-Z][a-zA-Z0-9-]*+(?:\.[a-zA-Z0-9-]++)*"
)
_BEHIND: Final = re.compile(r"(?::\d{1,5}(?!\d))?(?:[/?#\\][^\s<>\"`]*+)?")
_SOFT: Final = re.compile(rf"[{EAST_ASIAN}{EAST_ASIAN_MARKS}{QUOTES},;'!*(){{}}|^$&+=]")
_MARK: Final = re.compile(rf"[{EAST_ASIAN_MARKS}{QUOTES}]|(?<![/=])[{EAST_ASIAN}]")
_HIDDEN_ENDS: Final = re.compile(rf"^[{HIDDEN}]+|[{HIDDEN}]+$")
_ESCAPES: Final = re.compile(r"(?:\\[nrt])+$")
_INSIDE: Final = "=/:?&#%@"
_STOPS: Final = frozenset("。\uff0e｡")
_AFTER_STOP: Final = frozenset(
    (
        "app",
        "cc",
        "cn",
        "co",
        "com",
        "hk",
        "info",
        "io",
        "me",
        "net",
        "org",
        "pro",
        "top",
        "vip",
        "xyz",
    )
)


_ENDS: Final = ".,;:!?'*_~\\|^{}[(&$" + "".join(map(chr, (0xAD, *range(0x200B, 0x2010), 0xFEFF)))


@dataclass(frozen=True)
class Place:
    """A link in a text.

    Attributes:
        start: where it begins.
        link: the link as it stands, without what it touches.
    """

    start: int
    link: str


def find_links(text: str) -> Iterator[Place]:
    """Every link in a text: with a scheme, e-mail addresses, and hosts that stand alone."""
    taken = []
    for place in _with_scheme(text):
        taken.append(place)
        yield place
    left = _without(text, taken)
    for pattern, is_mail in ((_schemes(), False), (_MAIL, True)):
        taken = []
        for found in pattern.finditer(left):
            place = _mail(left, found) if is_mail else Place(found.start(), trimmed_end(found[0]))
            taken.append(place)
            yield place
        left = _without(left, taken)
    yield from _bare(left)


def _without(text: str, taken: list[Place]) -> str:
    """The text with blanks where links were found, so that nothing is found twice."""
    pieces, end = [], 0
    for place in taken:
        stop = place.start + len(place.link)
        pieces += [text[end : place.start], " " * (stop - place.start)]
        end = stop
    return "".join([*pieces, text[end:]])


@cache
def _chinese_endings() -> re.Pattern[str]:
    names = "|".join(sorted(words().chinese_endings))
    # "1.中国" is more often a list than a host.
    return re.compile(rf"(?<![\w-])(?!\d+\.)[\w-]{{2,}}+[.\uff0e](?:{names})")


@cache
def _schemes() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, words().text_schemes)))
    return re.compile(rf"(?<![\w.+-])(?:{names}):[^\s<>\"`]+", re.IGNORECASE)


# With a scheme ----------------------------------------------------------------------------------


def _with_scheme(text: str) -> Iterator[Place]:
    for run in _RUN.finditer(text):
        if ":" not in run[0] and "：" not in run[0]:
            continue
        starts = [run.start() + _begin(found) for found in _START.finditer(run[0])]
        stops = [place for place in starts if text[place - 1 : place] not in _INSIDE]
        done, stop = 0, 0
        for start in starts:
            if start < done:
                continue
            while stop < len(stops) and stops[stop] <= start:
                stop += 1
            end = stops[stop] if stop < len(stops) else run.end()
            link = trimmed(text[start : min(end, start + LONGEST)])
            done = start + len(link)
            yield Place(start, link)


def _begin(found: re.Match[str]) -> int:
    """Where the scheme begins: letters may stand before it without a blank."""
    scheme = re.split(r"[:：\[]", found[0], maxsplit=1)[0]
    web = _WEB_AT_END.search(scheme)
    return found.start() + (web.start() if web else 0)


def trimmed(link: str) -> str:
    """A link without the text that it touches."""
    front = re.match(r"[^:：\[]*(?:\[:\]|\[://\]|:|：)(?:\\/\\/|[\\/\uff0f]*)", link)
    begin = front.end() if front else 0
    found = re.compile(r"[/\\?#]").search(link, begin)
    end = found.start() if found else len(link)
    authority = link[begin:end]
    cut = _cut_in_authority(authority)
    if cut is not None:
        return trimmed_end(link[: begin + cut])
    mark = _MARK.search(link, end)
    return trimmed_end(link[: mark.start()] if mark else link)


def _cut_in_authority(authority: str) -> int | None:
    """Where a host ends within what touches it; ``None`` if all of it may be meant."""
    if "@" in authority or "\uff20" in authority:
        return None
    masked = re.sub(r"\((?:\.|dot|at)\)|\{(?:\.|dot|at)\}", "...", authority, flags=re.IGNORECASE)
    masked = re.sub(r"(?<=[a-zA-Z0-9])点(?=[a-zA-Z])", ".", masked)
    for found in _SOFT.finditer(masked):
        place = found.start()
        before, after = masked[:place], masked[place:]
        if found[0] not in _STOPS and (not before or before[-1] in ".。\uff0e｡-"):
            continue  # a label of its own, such as that of "欧易.com"
        if _goes_on(after, masked):
            return None
        return place
    return None


def _goes_on(after: str, whole: str) -> bool:
    """Whether what follows may still belong to a host, as a browser would take it."""
    if re.search(r"\.[a-z0-9]", after, re.IGNORECASE):
        return True
    if not re.search(r"[.\uff0e｡。]", after):
        return False
    last = re.split(r"[.\uff0e｡。]", whole)[-1].lower()
    return last in _AFTER_STOP or (not last.isascii() and _is_suffix(last))


def trimmed_end(link: str) -> str:
    """A link without the punctuation of the sentence around it."""
    text = _ESCAPES.sub("", _HIDDEN_ENDS.sub("", link))
    opened = 0
    for place, character in enumerate(text):
        if character in "([":
            opened += 1
        elif character in ")]":
            opened -= 1
            if opened < 0:
                text = text[:place]
                break
    return text.rstrip(_ENDS)


# Without a scheme -------------------------------------------------------------------------------


def _mail(text: str, found: re.Match[str]) -> Place:
    behind = _BEHIND.match(text, found.end())
    if behind and behind[0]:
        return Place(found.start(), trimmed_end(_cut(found[0] + behind[0], len(found[0]))))
    return Place(found.start(), found[0].rstrip(".-_"))


def _bare(text: str) -> Iterator[Place]:
    taken = []
    for pattern in (_BARE, _AFTER_CHINESE, _CHINESE, _chinese_endings()):
        for found in pattern.finditer(text):
            host = found[0].rstrip("-_")
            start = found.start() + len(host) - len(host.lstrip("-_"))
            host = host.lstrip("-_")
            behind = _BEHIND.match(text, found.end())
            rest = behind[0][:LONGEST] if behind and len(host) == len(found[0]) else ""
            if not _is_host(host, bool(rest)):
                continue
            place = Place(start, trimmed_end(_cut(host + rest, len(host))))
            taken.append(place)
            yield place
        text = _without(text, taken)
        taken = []


def _cut(link: str, begin: int) -> str:
    mark = _MARK.search(link, begin)
    return link[: mark.start()] if mark else link


def _is_host(text: str, has_rest: bool) -> bool:
    """Whether dotted words are meant as a host, and not as a file, a number or a slip."""
    # Wide letters are what a browser takes them for.
    narrow = normalize("NFKC", re.sub(rf"[{HIDDEN}]", "", text).replace("。", "｡"))
    labels = re.split(_DOT, narrow, flags=re.IGNORECASE)
    last = labels[-1].lower()
    if not all(labels):
        return False
    if any(stop in text for stop in "。｡") and last not in _AFTER_STOP:
        return False
    if all(label.isdigit() for label in labels):
        return len(labels) == 4 and has_rest
    if labels[0].lower() == "www" and len(labels) > 2:
        return True
    if last in words().file_endings and len(labels) == 2 and not has_rest:
        return _bears_a_name(labels[0])
    return _is_suffix(last) or (len(labels) > 2 and any(map(_bears_a_name, labels[:-1])))


@cache
def _is_suffix(last: str) -> bool:
    return last in words().other_suffixes or has_known_suffix(f"x.{last}")


@lru_cache(4_096)
def _bears_a_name(label: str) -> bool:
    return resembling().find((label.lower(),)) is not None
