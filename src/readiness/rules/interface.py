"""What a rule is: a name, its texts, and a pure function from a snapshot to findings."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from readiness.domain.decision import Closure
from readiness.domain.finding import Finding
from readiness.domain.policy import Policy
from readiness.domain.report import CoverageRow
from readiness.domain.snapshot import Snapshot


@dataclass(frozen=True)
class Case:
    """What rules may look at: what was seen, how well, and what is known of the exchange."""

    snapshot: Snapshot
    coverage: tuple[CoverageRow, ...]
    policy: Policy
    ended: Closure | None = None
    """The closing request of the account, once its waiting period is over."""


Judge: TypeAlias = Callable[[Case], Iterable[Finding]]


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        id: its name, kebab-case; the same in reports, documentation and ``explain``.
        title: one line.
        why: why it matters for closing an account.
        remedy: how to clear it, in general.
        remedies: how to clear it, for variants that need another way.
        messages: sentences by variant; ``{name}`` is filled from the finding's facts.
        judge: snapshot in, findings out; never fetches, never fails.
    """

    id: str
    title: str
    why: str
    remedy: str
    messages: Mapping[str, str]
    judge: Judge
    remedies: Mapping[str, str] = field(default_factory=dict[str, str])
