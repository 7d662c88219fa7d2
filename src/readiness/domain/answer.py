"""What came of a look: seen to the end, never opened, or unknown.

The three are siblings of one union, never a flag, never ``None`` and never a bare
list, so that "could not look" cannot be written down as "nothing there".
:class:`Seen` and :class:`NotOpened` cannot be built without the evidence that
proves them.
"""

from enum import StrEnum
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field

from readiness.domain.base import AwareDatetime, Frozen
from readiness.domain.items import Item


class Proof(StrEnum):
    """Why a read is known to be complete."""

    SINGLE_ANSWER = "single-answer"
    LAST_PAGE = "last-page"
    NEWEST_PAGE = "newest-page"
    """Only the newest page was asked for; other reads of the same area cover the rest."""


class Evidence(Frozen):
    """One request of the catalogue, read to its documented end.

    Attributes:
        request: its id.
        proof: why it is known to be complete.
        answers: how many answers it took.
        rows: how many rows they held.
        read_at: when it was asked.
        since: how far back the exchange was asked to look; ``None`` where it shows everything.
    """

    request: str
    proof: Proof
    answers: Annotated[int, Field(ge=1)]
    rows: Annotated[int, Field(ge=0)]
    read_at: AwareDatetime
    since: AwareDatetime | None = None


class Cause(StrEnum):
    """Why a look failed."""

    EXCHANGE_CODE = "exchange-code"
    HTTP_STATUS = "http-status"
    TIMEOUT = "timeout"
    CONNECTION = "connection"
    TLS = "tls"
    BAD_BODY = "bad-body"
    REDIRECT = "redirect"
    RATE_LIMIT = "rate-limit"
    DEADLINE = "deadline"
    PAGING = "paging"
    GATE = "gate"
    INTERRUPTED = "interrupted"
    NOT_ASKED = "not-asked"
    NOT_SUPPORTED = "not-supported"
    NOT_SHOWN = "not-shown"
    CONTRADICTION = "contradiction"


_THEIR_WORDS: Final = frozenset({Cause.EXCHANGE_CODE, Cause.HTTP_STATUS, Cause.RATE_LIMIT})
"""Failures that the exchange itself tells of."""


class Reason(Frozen):
    """Why something could not be seen, or why it is not there.

    Attributes:
        cause: the kind of failure.
        request: catalogue id of the request it is about; empty when nothing was asked.
        code: the exchange's own error code, or the HTTP status; may be empty.
        text: the exchange's own words, redacted; or a sentence of ours in English, with
            ``{name}`` for each value (see :attr:`ours`); may be empty.
        values: the values of a sentence of ours, by name.
        attempts: how many times it was tried.
    """

    cause: Cause
    request: str = ""
    code: str = ""
    text: str = ""
    values: tuple[tuple[str, str], ...] = ()
    attempts: Annotated[int, Field(ge=0)] = 0

    @property
    def ours(self) -> bool:
        """Whether the text is a sentence of ours, which is shown in the reader's language."""
        return self.cause not in _THEIR_WORDS


class Seen(Frozen):
    """Read to the end: these are all the items there are."""

    kind: Literal["seen"] = "seen"
    items: tuple[Item, ...]
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]


class NotOpened(Frozen):
    """The exchange proves that the product was never opened or does not exist here."""

    kind: Literal["not_opened"] = "not_opened"
    reasons: Annotated[tuple[Reason, ...], Field(min_length=1)]


class Unknown(Frozen):
    """At least one look failed; what other looks did see is kept in ``partial``."""

    kind: Literal["unknown"] = "unknown"
    reasons: Annotated[tuple[Reason, ...], Field(min_length=1)]
    partial: tuple[Item, ...] = ()


Answer: TypeAlias = Annotated[Seen | NotOpened | Unknown, Field(discriminator="kind")]


def items_of(answer: Seen | NotOpened | Unknown) -> tuple[Item, ...]:
    """Everything that was seen, complete or not."""
    if isinstance(answer, Seen):
        return answer.items
    return answer.partial if isinstance(answer, Unknown) else ()
