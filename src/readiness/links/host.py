"""What a browser makes of the host in a link: a name, an address, or nothing at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from ipaddress import AddressValueError, IPv6Address
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_LONGEST_LABEL: Final = 63
_LONGEST_NAME: Final = 253
_LONGEST_RAW: Final = 4_096
_FORBIDDEN: Final = re.compile(r"[\x00-\x20\x7f#%/:<>?@\[\\\]^|]")
_ENDING: Final = re.compile(r"[@/\\?#:]")
"""What ends a host for most programs."""
_LABEL: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_NUMBER: Final = re.compile(r"\d+|0[xX][0-9a-fA-F]*")
_ENCODED: Final = "xn--"


@dataclass(frozen=True)
class DomainName:
    """A host with a name.

    Attributes:
        name: what is asked for: small letters, every label in ASCII, no dot at the end.
        labels: the same as a reader sees it, label by label.
        suffix: the public suffix: what nobody can register (``com``, ``github.io``).
        registered: the part that somebody registered; ``None`` if it is a suffix itself.
        oddities: codes for everything that other programs may read otherwise.
    """

    name: str
    labels: tuple[str, ...]
    suffix: str
    registered: str | None
    oddities: tuple[str, ...]

    @property
    def own_labels(self) -> tuple[str, ...]:
        """The labels that somebody chose: all before the public suffix."""
        return self.labels[: len(self.labels) - (self.suffix.count(".") + 1)]


@dataclass(frozen=True)
class Number:
    """A host given as an address of the internet protocol, in whatever notation."""

    text: str


@dataclass(frozen=True)
class NoHost:
    """Nothing that can be a host.

    Attributes:
        code: why not.
        text: what stands there, decoded as far as it went.
    """

    code: str
    text: str


Host: TypeAlias = DomainName | Number | NoHost


def read_host(raw: str) -> Host:
    """Read a host as a browser does (WHATWG URL, UTS 46 without transitional mappings).

    Args:
        raw: the host as it stands in the link, without user name and port.
    """
    if not raw:
        return NoHost("host-empty", "")
    if len(raw) > _LONGEST_RAW:
        return NoHost("host-too-long", raw[:_LONGEST_RAW])
    if raw.startswith("["):
        return _read_brackets(raw)
    oddities = []
    text = raw
    if "%" in text:
        oddities.append("host-percent")
        text = unquote_to_bytes(text.encode("utf-8", "replace")).decode("utf-8", "replace")
    mapped = _mapped(text)
    if mapped is None:
        return NoHost("host-letters", text)
    if mapped != text.lower():
        oddities.append("host-mapped")
    if _FORBIDDEN.search(mapped):
        ends = _ENDING.search(mapped) or ("%" in raw and re.search(r"[\x00-\x20]", mapped))
        return NoHost("host-separators" if ends else "host-letters", mapped)
    if mapped.endswith("."):
        oddities.append("host-dot")
        mapped = mapped[:-1]
    return _read_name(mapped, oddities)


def _read_brackets(raw: str) -> Host:
    try:
        if raw.endswith("]"):
            return Number(f"[{IPv6Address(raw[1:-1])}]")
    except AddressValueError:
        pass
    return NoHost("host-letters", raw)


def _mapped(text: str) -> str | None:
    """The host in the form that browsers compare; ``None`` if they refuse a letter in it."""
    if text.isascii():
        return text.lower()
    from idna import IDNAError
    from idna.core import uts46_remap

    try:
        return uts46_remap(text, std3_rules=False, transitional=False)
    except (IDNAError, UnicodeError):
        return None


def _read_name(mapped: str, oddities: list[str]) -> Host:
    raw_labels = mapped.split(".")
    if not all(raw_labels):
        return NoHost("host-empty-label", mapped)
    number = _as_number(raw_labels)
    if number is not None:
        return number
    if max(map(len, raw_labels)) > _LONGEST_LABEL:
        return NoHost("host-too-long", mapped)
    asked, seen = [], []
    for label in raw_labels:
        ascii_form, shown = _both_forms(label)
        if shown is None:
            oddities.append("host-punycode")
        elif not _LABEL.fullmatch(ascii_form):
            if label is raw_labels[-1]:
                return NoHost("host-letters", mapped)  # no such ending exists anywhere
            oddities.append("host-label")
        asked.append(ascii_form)
        seen.append(shown or label)
    name = ".".join(asked)
    if len(name) > _LONGEST_NAME or any(len(label) > _LONGEST_LABEL for label in asked):
        return NoHost("host-too-long", mapped)
    suffix, registered = suffix_of(name)
    return DomainName(name, tuple(seen), suffix, registered, tuple(dict.fromkeys(oddities)))


def _both_forms(label: str) -> tuple[str, str | None]:
    """A label as it is asked for and as it is read; the second is ``None`` if it has no reading."""
    if label.startswith(_ENCODED):
        return label, decoded_label(label)
    if label.isascii():
        return label, label
    return f"{_ENCODED}{label.encode('punycode').decode('ascii')}", label


def decoded_label(label: str) -> str | None:
    """What an ``xn--`` label reads as; ``None`` if browsers would not read it so."""
    text = loosely_decoded(label)
    if text.isascii() or _mapped(text) != text:
        return None
    again = f"{_ENCODED}{text.encode('punycode').decode('ascii')}"
    return text if again == label else None


def loosely_decoded(label: str) -> str:
    """What an ``xn--`` label may be taken to read as, valid or not."""
    if not label.startswith(_ENCODED) or len(label) > _LONGEST_LABEL:
        return label
    try:
        return label[len(_ENCODED) :].encode("ascii").decode("punycode")
    except (UnicodeError, OverflowError, ValueError):
        return label


def _as_number(labels: Sequence[str]) -> Host | None:
    """An IPv4 address in any notation that browsers take; ``None`` if it is a name."""
    last = labels[-1]
    if not (last.isascii() and (last.isdigit() or _NUMBER.fullmatch(last))):
        return None
    text = ".".join(labels)
    if len(labels) > 4 or not all(_NUMBER.fullmatch(label) for label in labels):
        return NoHost("host-number", text)
    try:
        parts = [_integer(label) for label in labels]
    except ValueError:
        return NoHost("host-number", text)
    *front, rest = parts
    if any(part > 0xFF for part in front) or rest >= 256 ** (5 - len(parts)):
        return NoHost("host-number", text)
    value = rest + sum(part << (8 * (3 - place)) for place, part in enumerate(front))
    return Number(".".join(str(value >> shift & 0xFF) for shift in (24, 16, 8, 0)))


def _integer(text: str) -> int:
    if len(text) > 40:
        raise ValueError(text)
    if text[:2] in ("0x", "0X"):
        return int(text[2:] or "0", 16)
    return int(text, 8) if len(text) > 1 and text.startswith("0") else int(text)


@cache
def _suffixes() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


def suffix_of(name: str) -> tuple[str, str | None]:
    """The public suffix of a name, and the part that somebody registered."""
    suffix = _suffixes().publicsuffix(name) or name.rpartition(".")[2]
    return suffix, _suffixes().privatesuffix(name)


def has_known_suffix(name: str) -> bool:
    """Whether a name ends in a suffix of the list (and is more than that)."""
    return _suffixes().privatesuffix(name, accept_unknown=False) is not None
