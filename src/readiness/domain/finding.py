"""One thing that stands in the way, or that nobody could look at."""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final
from urllib.parse import quote, unquote

from readiness.domain.amount import Amount, NotStated
from readiness.domain.answer import Reason
from readiness.domain.area import AreaId
from readiness.domain.base import AwareDatetime, Frozen
from readiness.domain.items import Details
from readiness.domain.scope import Scope

_PARTS: Final = 4
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)


class Severity(StrEnum):
    """How much a finding weighs."""

    BLOCKER = "blocker"
    UNKNOWN = "unknown"
    CONFIRM = "confirm"
    NOTICE = "notice"


class Acknowledged(Frozen):
    """The user's decision to live with a finding."""

    reason: str
    up_to: Decimal | None
    until: date


class Finding(Frozen):
    """What a rule says about one subject, as codes and values; sentences come later.

    Attributes:
        rule: id of the rule that says so.
        variant: which of the rule's sentences fits.
        subject: what it is about: an asset, an order id, a sub-account's name.
        asset: the asset, empty when there is none.
        facts: named values for the sentence.
        source: where the statement behind the rule is published.
        clears_at: when it goes away by itself, if known.
        reasons: why something could not be seen, where that is what it says.
        occurrence: tells apart several findings on one subject.
        acknowledged: the user's decision to live with it.
        first_seen: since when it is there without interruption, as far as scans were recorded.
    """

    rule: str
    variant: str = "default"
    severity: Severity
    area: AreaId
    scope: Scope
    subject: str
    asset: str = ""
    amount: Amount = NotStated()
    value_usd: Amount = NotStated()
    facts: Details = ()
    source: str
    clears_at: AwareDatetime | None = None
    reasons: tuple[Reason, ...] = ()
    occurrence: int = 1
    acknowledged: Acknowledged | None = None
    first_seen: AwareDatetime | None = None

    @property
    def counts(self) -> bool:
        """Whether it still weighs on the verdict."""
        return self.acknowledged is None

    def fingerprint(self, account: str) -> str:
        """The finding's stable name: account/scope/area/subject, percent-encoded.

        A second finding on the same subject carries ``#2``; a raw ``#`` never
        comes out of the encoding, so no name an exchange gives can forge it.
        """
        parts = (account, self.scope, self.area, self.subject)
        name = "/".join(map(_encoded, parts))
        return name if self.occurrence == 1 else f"{name}#{self.occurrence}"


def place_of(fingerprint: str) -> tuple[AreaId, Scope]:
    """The area and the scope that a fingerprint names."""
    _, scope, area, _ = (unquote(part, errors="surrogatepass") for part in fingerprint.split("/"))
    return area, scope


def is_fingerprint(text: str) -> bool:
    """Whether a finding can have this name: encoded and numbered as the report does it."""
    name, mark, number = text.partition("#")
    try:
        parts = [unquote(part, errors="surrogatepass") for part in name.split("/")]
    except UnicodeDecodeError:
        return False
    numbered = not mark or (_NUMBER.fullmatch(number) is not None and number != "1")
    return numbered and len(parts) == _PARTS and "/".join(map(_encoded, parts)) == name


def _encoded(part: str) -> str:
    return quote(part, safe="", errors="surrogatepass")
