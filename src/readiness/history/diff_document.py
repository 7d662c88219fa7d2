"""What is different, for programs, ``readiness.diff/1``: its shape, key by key.

Every key is always present; what is not known is ``null``. Keys may be added within
``/1``, none may change its meaning.
"""

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from pydantic import Field

from readiness.documents.parts import Part, Tool, to_text
from readiness.domain import finding as domain
from readiness.domain.policy import Policy
from readiness.history.compare import Place
from readiness.history.document import Scan, scan_of
from readiness.history.pairs import Compared, NotCompared
from readiness.report.assemble import finding_document
from readiness.report.document import Finding
from readiness.report.labels import visible
from readiness.report.sentences import Sentences
from readiness.rules import RULES_BY_ID

SCHEMA: Final = "readiness.diff/1"


class Spot(Part):
    """One area of one scope."""

    area: str
    scope: str


class Change(Part):
    """A finding that is in both scans, and not the same."""

    aspects: tuple[str, ...]
    old: Finding
    new: Finding


class Account(Part):
    """One account's part of the answer."""

    account: str
    old: Scan | None
    new: Scan | None
    not_compared: str | None = Field(description="why not; then everything else is empty")
    appeared: tuple[Finding, ...] = ()
    came_into_sight: tuple[Finding, ...] = ()
    went_away: tuple[Finding, ...] = ()
    out_of_sight: tuple[Finding, ...] = ()
    changed: tuple[Change, ...] = ()
    lost: tuple[Spot, ...] = ()
    regained: tuple[Spot, ...] = ()


class DiffDocument(Part):
    """The whole answer of ``readiness diff``."""

    schema_: Literal["readiness.diff/1"] = Field(alias="schema")
    tool: Tool
    accounts: tuple[Account, ...]


def render(
    found: Iterable[Compared | NotCompared], policies: Mapping[str, Policy], version: str
) -> str:
    """What is different as JSON text, ending with a newline."""
    return to_text(
        DiffDocument(
            schema_="readiness.diff/1",
            tool=Tool(name="readiness", version=version),
            accounts=tuple(_account(entry, policies) for entry in found),
        )
    )


def _account(found: Compared | NotCompared, policies: Mapping[str, Policy]) -> Account:
    if isinstance(found, NotCompared):
        return Account(account=found.account, old=None, new=None, not_compared=found.why)
    account, difference = found.new.account, found.difference
    words = Sentences(RULES_BY_ID, policies.get(found.new.exchange), visible)

    def findings(those: Iterable[domain.Finding]) -> tuple[Finding, ...]:
        """Findings in words."""
        return tuple(finding_document(account, each, words) for each in those)

    return Account(
        account=account,
        old=scan_of(found.old),
        new=scan_of(found.new),
        not_compared=None,
        appeared=findings(difference.appeared),
        came_into_sight=findings(difference.came_into_sight),
        went_away=findings(difference.went_away),
        out_of_sight=findings(difference.out_of_sight),
        changed=tuple(
            Change(aspects=change.aspects, old=old, new=new)
            for change in difference.changed
            for old, new in [findings([change.old, change.new])]
        ),
        lost=_spots(difference.lost),
        regained=_spots(difference.regained),
    )


def _spots(places: Iterable[Place]) -> tuple[Spot, ...]:
    return tuple(Spot(area=area, scope=visible(scope)) for area, scope in places)
