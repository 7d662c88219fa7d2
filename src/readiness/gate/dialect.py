"""What the session needs to know of an exchange: how to sign, and how to read an envelope."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from readiness.domain.policy import ErrorCode
from readiness.gate.route import Limit, Route


class Askable(Protocol):
    """A request of a catalogue, as far as the session needs to know it."""

    @property
    def id(self) -> str:
        """Its name in reasons and evidence."""

    @property
    def route(self) -> Route:
        """Verb, path and allowed parameters."""

    @property
    def limit(self) -> Limit:
        """The published limit."""

    @property
    def signed(self) -> bool:
        """Whether it needs a key."""


@dataclass(frozen=True)
class Signed:
    """A request that is ready to be sent; nothing of it shows where it is printed."""

    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    body: str = field(default="", repr=False)
    """A form, as it is sent; empty for most."""


@dataclass(frozen=True)
class Rows:
    """The exchange answered, and this is what it said."""

    rows: list[Any]


@dataclass(frozen=True)
class Refusal:
    """The exchange answered with an error of its own.

    Attributes:
        code: its code.
        text: its words.
        until_ms: when it wants to be asked again (its clock, ms), if its words say so; else 0.
    """

    code: str
    text: str
    until_ms: int = 0


class Dialect(Protocol):
    """How one exchange signs and answers."""

    def sign(self, request: Askable, params: Mapping[str, str], now_ms: int) -> Signed:
        """Build the request as the exchange wants it at this time (its clock, ms)."""

    def open_envelope(self, payload: Any) -> Rows | Refusal:
        """Read the outermost layer of a decoded body.

        Raises:
            BadBodyError: it is not the documented envelope.
        """

    def error(self, code: str) -> ErrorCode | None:
        """What is documented about an error code."""

    @property
    def headers(self) -> frozenset[str]:
        """Headers that the exchange documents, in lower case; the gate lets no others through."""

    @property
    def usage_headers(self) -> Sequence[str]:
        """Headers in which the exchange says how much of a limit is used; the largest counts."""

    @property
    def in_turn(self) -> bool:
        """Whether requests must arrive in the order in which they were signed."""

    @property
    def crowd(self) -> Limit | None:
        """What an address may send in all, whoever asks and whatever; ``None`` if all it likes."""

    @property
    def clock(self) -> Askable:
        """The request that tells the exchange's time."""

    def clock_ms(self, rows: list[Any]) -> int:
        """The exchange's time in its answer.

        Raises:
            BadBodyError: it tells no time.
        """
