"""Keeps secrets and personal data out of everything that is shown or stored."""

import base64
import html
import json
import re
from collections.abc import Collection, Iterable
from ipaddress import AddressValueError, IPv6Address
from typing import Final
from urllib.parse import quote, quote_plus, unquote

MASK: Final = "[redacted]"
_LONGEST_TEXT: Final = 300
_LONGEST_READ: Final = 4_000
"""Characters that are looked through; no deadline could interrupt a longer search."""
_SHORTEST_SECRET: Final = 4
"""A shorter secret would blank out ordinary words; no exchange issues one."""

# Digits and letters of other scripts may touch an address, so none of this uses word borders.
_E_MAIL: Final = re.compile(r"(?<![\w.+%-])[\w.+%-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+")
_UNMISTAKABLE: Final = (
    re.compile(r"(?<!\d)(?<!\d\.)\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)"),
    re.compile(r"\+\d[\d\s().-]{6,}\d"),
)
_PERSONAL: Final = (
    _E_MAIL,
    *_UNMISTAKABLE,
    # As long as many an order's number, so only texts are searched for it.
    re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"),
)
_COLONS: Final = re.compile(
    r"(?<!\d)[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,8}(?:(?:\.\d{1,3}){3})?(?:%\w+)?"
)
_CONTROL: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+"
)


def _encodings(secret: str) -> set[str]:
    raw = secret.encode(errors="surrogatepass")
    based = base64.b64encode(raw).decode()
    in_json = json.dumps(secret)[1:-1]
    return {
        secret,
        secret[::-1],
        quote(secret, safe="", errors="surrogatepass"),
        quote(secret, errors="surrogatepass"),
        quote_plus(secret, errors="surrogatepass"),
        based.rstrip("="),
        based.rstrip("=").replace("+", "-").replace("/", "_"),
        raw.hex(),
        in_json,
        in_json.replace("/", r"\/"),
        json.dumps(secret, ensure_ascii=False)[1:-1],
        html.escape(secret),
        repr(secret)[1:-1],
    }


def _pattern(texts: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(texts, key=len, reverse=True)
    # Padding belongs to a base64 text; hexadecimal digits come in either case.
    one_of = "|".join(f"{re.escape(text)}=*" for text in longest_first)
    return re.compile(one_of or r"(?!)", re.IGNORECASE)


def _mask_ipv6(match: re.Match[str]) -> str:
    """A mask if it is an address; times and hardware addresses have colons as well."""
    found = match[0]
    head = ":" if found.startswith(":") and not found.startswith("::") else ""
    tail = ":" if found.endswith(":") and not found.endswith("::") else ""
    address = found[len(head) : len(found) - len(tail)]
    before = match.string[match.start() - 1 : match.start()]
    if before.isalpha() and not any(character.isdigit() for character in address):
        return found  # a word before two colons
    try:
        IPv6Address(address)
    except AddressValueError:
        return found
    return f"{head}{MASK}{tail}" if address != "::" else found


def without_personal(value: str, keep: Collection[str] = ()) -> str:
    """A value without what cannot be anything but an address or a phone number.

    Args:
        value: a name, an id or a text, which is otherwise left as it is.
        keep: e-mail addresses that are names of the account's own sub-accounts.
    """

    def masked(match: re.Match[str]) -> str:
        """What is not to be kept."""
        return match[0] if {match[0], unquote(match[0])} & set(keep) else MASK

    value = _E_MAIL.sub(masked, value)
    for pattern in _UNMISTAKABLE:
        value = pattern.sub(MASK, value)
    return _COLONS.sub(_mask_ipv6, value)


class Redactor:
    """Masks registered secrets, in every encoding they travel in, and personal data."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        """Register the secrets of one account."""
        self._texts = _all_encodings(secrets)
        self._secrets = _pattern(self._texts)

    def clean(self, text: str, also: Iterable[str] = ()) -> str:
        """The text without secrets, IP and e-mail addresses, phone numbers and controls.

        Args:
            text: what somebody else wrote.
            also: secrets of this one text, such as a signature.
        """
        more = _all_encodings(also)
        cut = len(text) > _LONGEST_READ
        text = text[:_LONGEST_READ]
        # A pattern takes long to compile, and hardly any answer repeats its request.
        folded = text.casefold()
        repeated = {secret for secret in more if secret.casefold() in folded}
        secrets = _pattern(self._texts | repeated) if repeated else self._secrets
        text = secrets.sub(MASK, text)
        for pattern in _PERSONAL:
            text = pattern.sub(MASK, text)
        text = _COLONS.sub(_mask_ipv6, text)
        text = _CONTROL.sub(" ", text).strip()
        if cut:
            # Whatever was cut in half stands at the very end.
            text = text[: -max([_LONGEST_TEXT, *map(len, self._texts | more)])]
        return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"


def _all_encodings(secrets: Iterable[str]) -> set[str]:
    return {
        text for secret in secrets if len(secret) >= _SHORTEST_SECRET for text in _encodings(secret)
    }
