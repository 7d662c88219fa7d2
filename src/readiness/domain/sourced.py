"""What everything that is said of an exchange carries: a page, a day, and how sure it is."""

from datetime import date
from enum import StrEnum

from pydantic import HttpUrl

from readiness.domain.base import Frozen


class Confidence(StrEnum):
    """How well a statement is founded."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Sourced(Frozen):
    """A statement with the page it stands on and the day that page was read."""

    source: HttpUrl
    checked: date
    confidence: Confidence


class Basis(StrEnum):
    """What was before the eyes of whoever wrote a statement down."""

    OFFICIAL = "official"
    """The exchange's own page or document."""
    COPY = "copy"
    """A copy of the exchange's text, kept elsewhere; the page named is the original."""
    REPORT = "report"
    """What others say; the exchange's own text could not be read."""
    ABSENCE = "absence"
    """Nothing: it was looked for, and not found or not readable."""


class Founded(Sourced):
    """A statement that also says what it was read in."""

    basis: Basis = Basis.OFFICIAL
