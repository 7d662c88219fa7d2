"""Keeps secrets and personal data out of everything that is shown or stored."""

import base64
import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote, quote_plus

MASK: Final = "[redacted]"
_LONGEST_TEXT: Final = 300
_SHORTEST_SECRET: Final = 4
"""A shorter secret would blank out ordinary words; no exchange issues one."""

_PERSONAL: Final = (
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)"),
    re.compile(r"(?<![\w:])(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![\w:])"),
    re.compile(r"(?<![\w:])[0-9A-Fa-f:]*::[0-9A-Fa-f:.]*(?:%\w+)?"),
    re.compile(r"\+\d[\d\s().-]{6,}\d"),
    re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"),
)
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


def _encodings(secret: str) -> set[str]:
    raw = secret.encode("utf-8", "surrogatepass")
    return {
        secret,
        secret[::-1],
        quote(secret, safe="", errors="surrogatepass"),
        quote_plus(secret, errors="surrogatepass"),
        base64.b64encode(raw).decode(),
        base64.urlsafe_b64encode(raw).decode(),
        raw.hex(),
        raw.hex().upper(),
        repr(secret)[1:-1],
    }


class Redactor:
    """Masks registered secrets, in every encoding they travel in, and personal data."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        """Register the secrets of one account."""
        texts = {
            text
            for secret in secrets
            if len(secret) >= _SHORTEST_SECRET
            for text in _encodings(secret)
        }
        longest_first = sorted(texts, key=len, reverse=True)
        self._secrets = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def clean(self, text: str) -> str:
        """The text without secrets, IP and e-mail addresses, phone numbers and controls."""
        text = self._secrets.sub(MASK, text)
        for pattern in _PERSONAL:
            text = pattern.sub(MASK, text)
        text = _CONTROL.sub(" ", text).strip()
        return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"
