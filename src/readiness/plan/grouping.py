"""Findings to steps: what is done in one go is one step."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date
from typing import Final, NamedTuple
from urllib.parse import quote

from readiness.domain.finding import Finding
from readiness.domain.policy import Policy
from readiness.domain.scope import MAIN, Scope
from readiness.domain.steps import StepKind
from readiness.plan.kinds import kind_of
from readiness.plan.model import Step
from readiness.plan.sums import sums_of, value_of
from readiness.plan.wallets import by_asset, fee_assets, wallet_kind

_BY_DAY: Final = frozenset({StepKind.REDEEM, StepKind.WAIT_FOR_TRANSFERS})
"""What becomes free on different days is done on different days."""

_RETURNS_MONEY: Final = frozenset(
    {
        StepKind.SWITCH_OFF,
        StepKind.STOP_BOTS,
        StepKind.STOP_COPYING,
        StepKind.CLOSE_POSITIONS,
        StepKind.TAKE_BACK_COLLATERAL,
        StepKind.REDEEM,
        StepKind.FIND_VALUE,
        StepKind.WAIT_FOR_TRANSFERS,
    }
)
"""What leaves money in a wallet that has to go out afterwards."""

_KINDS: Final = tuple(StepKind)
_RANKS: Final = {kind: rank for rank, kind in enumerate(StepKind)}


class Key(NamedTuple):
    """What makes findings one step; sorted, it is the usual order."""

    rank: int
    of_sub_account: bool
    scope: Scope
    day: str

    @property
    def kind(self) -> StepKind:
        """The kind of the step."""
        return _KINDS[self.rank]


def key_of(kind: StepKind, scope: Scope = MAIN, day: date | None = None) -> Key:
    """The key of a step."""
    return Key(_RANKS[kind], scope != MAIN, scope, day.isoformat() if day else "")


def step_at(key: Key, findings: Iterable[Finding] = (), today: date = date.max) -> Step:
    """The step for these findings, whatever order they come in."""
    clears = tuple(sorted(findings, key=lambda finding: finding.fingerprint("")))
    moments = [found.clears_at for found in clears if found.clears_at and free_on(found, today)]
    sums = sums_of(clears)
    return Step(
        id="/".join(quote(part, safe="", errors="surrogatepass") for part in _name(key)),
        kind=key.kind,
        scope=key.scope,
        findings=clears,
        sums=sums,
        value_usd=value_of(sums),
        possible_from=max(moments, default=None),
    )


def _name(key: Key) -> tuple[str, ...]:
    return (key.kind.value, key.scope, *filter(None, (key.day,)))


def free_on(finding: Finding, today: date) -> date | None:
    """The day (UTC) on which something becomes free; ``None`` if none is known, or it is over."""
    if finding.clears_at is None:
        return None
    day = finding.clears_at.astimezone(UTC).date()
    return day if day >= today else None


def grouped(
    findings: Sequence[Finding], policy: Policy | None, today: date, *, sub_account: bool
) -> dict[Key, Step]:
    """A step for each kind of thing that findings ask for, and what follows from these steps.

    Args:
        findings: what was found.
        policy: what is known of the exchange.
        today: the calendar day in UTC.
        sub_account: whether the account is itself a sub-account.
    """
    conversion = policy.conversion if policy else None
    needed = fee_assets(f for f in findings if f.counts and f.scope == MAIN)
    held = by_asset(finding for finding in findings if finding.counts)
    groups: dict[Key, list[Finding]] = defaultdict(list)
    for finding in findings:
        kind = kind_of(finding)
        if kind is StepKind.WITHDRAW:
            alike = held[finding.asset] if finding.asset else (finding,)
            kind = wallet_kind(finding, alike, conversion, needed, sub_account=sub_account)
        if kind is not None:
            day = free_on(finding, today)
            groups[key_of(kind, finding.scope, day if kind in _BY_DAY else None)].append(finding)
    steps = {key: step_at(key, found, today) for key, found in groups.items()}
    return {key: step_at(key) for key in _implied(steps, sub_account=sub_account)} | steps


def _implied(steps: dict[Key, Step], *, sub_account: bool) -> Iterable[Key]:
    """Emptying a wallet that is empty now, and will not be once other steps are done."""
    for key, step in steps.items():
        if key.kind in _RETURNS_MONEY and any(map(_brings_money, step.findings)):
            if key.of_sub_account or sub_account:
                yield key_of(StepKind.EMPTY_SUB_ACCOUNT, key.scope)
            if not sub_account:
                yield key_of(StepKind.WITHDRAW)
        elif key.kind is StepKind.EMPTY_SUB_ACCOUNT and not sub_account:
            yield key_of(StepKind.WITHDRAW)


def _brings_money(finding: Finding) -> bool:
    """A setting holds nothing, and a withdrawal takes what it holds away."""
    return finding.rule != "acting-setting" and not finding.variant.startswith("out-")
