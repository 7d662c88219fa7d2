"""What credentials are, and what makes a value usable."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NoReturn, Protocol

from pydantic import SecretStr

from readiness.config.errors import CredentialError
from readiness.language import Plural, counted, listed, say

FIELDS: Final = ("key", "secret", "passphrase")
"""Every field there can be, in the order in which people are asked for them."""

_EXTRA: Final = Plural(
    "has a field that this exchange does not use",
    "has {count} fields that this exchange does not use",
)


class Secret(SecretStr):
    """A text that is masked wherever it is shown, and that cannot be pickled."""

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        """Refuse: a pickle would hold the plain text."""
        raise TypeError("a secret is never written anywhere")

    def __copy__(self) -> "Secret":
        """It is immutable."""
        return self

    def __deepcopy__(self, memo: object) -> "Secret":
        """It is immutable."""
        return self


@dataclass(frozen=True)
class Credentials:
    """An API key. Its parts are masked in ``repr`` and ``str`` and cannot be pickled."""

    key: Secret
    secret: Secret
    passphrase: Secret | None = None


class Reader(Protocol):
    """A place credentials come from: hands out those of the wanted fields that it has."""

    def read(self, account: str, fields: Sequence[str]) -> Mapping[str, str]:
        """Read the fields of an account.

        Raises:
            CredentialError: the place cannot be used; never with a value in it.
        """

    def missing(self, account: str, field: str) -> str:
        """What to do when a field is not there."""


def make_credentials(
    account: str, fields: Sequence[str], values: Mapping[str, str], *, remedy: str = ""
) -> Credentials:
    """Check values and make credentials of them.

    Args:
        account: the account's name, for the messages.
        fields: what a key of this exchange consists of.
        values: what there is.
        remedy: what to do when a field is missing.

    Raises:
        CredentialError: a field is missing, unknown or unusable; names it, never its value.
    """
    lacking = [field for field in fields if field not in values]
    if lacking:
        raise CredentialError(account, say("missing"), remedy, fields=lacking)
    for field in fields:
        reason = unusable(values[field])
        if reason is not None:
            raise CredentialError(account, reason[0], reason[1], fields=[field])
    extra = [name for name in values if name not in fields]
    if extra:
        known = [name for name in extra if name in FIELDS]
        what = counted(_EXTRA, len(extra))
        raise CredentialError(
            account, what, say("use {fields} only", fields=listed(fields)), fields=known
        )
    return Credentials(
        key=Secret(values["key"]),
        secret=Secret(values["secret"]),
        passphrase=Secret(values["passphrase"]) if "passphrase" in fields else None,
    )


def unusable(value: str) -> tuple[str, str] | None:
    """Why a value cannot be part of a key and what to do; ``None`` when it can."""
    again = say("copy it again from the exchange's page")
    if not value.strip():
        return say("is empty"), again
    if value != value.strip():
        return say("begins or ends with a space or a line break"), say("remove it")
    if any(letter.isspace() for letter in value):
        return say("has a space or a line break inside"), again
    if not value.isascii() or not value.isprintable():
        return say("holds a character that no API key has (not printable ASCII)"), again
    return None


def parse_fields(account: str, text: str | None, origin: str, remedy: str) -> dict[str, str]:
    """Read the JSON object with the fields.

    Raises:
        CredentialError: it is none, or a value in it is not text; never quotes it.
    """
    pairs = _pairs(text)
    if pairs is None:
        raise CredentialError(account, say("{origin} is not a JSON object", origin=origin), remedy)
    values: dict[str, str] = {}
    for name, value in pairs:
        about = [name] if name in FIELDS else []
        if name in values:
            raise CredentialError(
                account, say("{origin} names a field twice", origin=origin), remedy, fields=about
            )
        if not isinstance(value, str):
            what = say("{origin} holds a value that is not text", origin=origin)
            raise CredentialError(account, what, remedy, fields=about)
        values[name] = value
    return values


class _Object(list[tuple[str, object]]):
    """The members of a JSON object, doubles included; an array stays a plain list."""


def _pairs(text: str | None) -> _Object | None:
    # The decoder's own exception holds the whole text, so it ends here.
    try:
        decoded = json.loads(text or "", object_pairs_hook=_Object)
    except (ValueError, RecursionError):
        return None
    return decoded if isinstance(decoded, _Object) else None
