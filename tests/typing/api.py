"""The typed public interface, as a program that uses it sees it.

Nothing here runs: mypy and pyright read it. A line with ``type: ignore`` must be an error,
or mypy (with ``warn_unused_ignores``) fails; ``assert_type`` must be exact.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, Protocol, assert_never, assert_type

from readiness.config import Config
from readiness.domain.amount import Amount, Exact, NotStated, Unreadable, read_amount, total
from readiness.domain.answer import (
    Answer,
    Cause,
    Evidence,
    NotOpened,
    Proof,
    Reason,
    Seen,
    Unknown,
    items_of,
)
from readiness.domain.area import Area
from readiness.domain.decision import Acknowledgement, Closure, Confirmation, Decisions
from readiness.domain.finding import Acknowledged, Finding, Severity
from readiness.domain.items import Details, Holding, Item, Nature, Order, SubAccount
from readiness.domain.key import ActingKey, KeyProof, Owner, ReadOnlyKey, RejectedKey, UnprovenKey
from readiness.domain.policy import ErrorCode, Fallback, ManualItem, Policy
from readiness.domain.report import AccountReport, CoverageRow, Report, Status
from readiness.domain.scope import MAIN, Scope, sub_scope
from readiness.domain.snapshot import AreaAnswer, Requests, Snapshot, SubAccountKey
from readiness.domain.verdict import FailOn, Verdict, exit_code, worst
from readiness.rules import assess
from readiness.scan import Progress, Scanned, prove_key, scan_accounts


class Scan(Protocol):
    """What a scan promises to whoever calls it."""

    def __call__(
        self,
        config: Config,
        names: Sequence[str],
        *,
        environ: Mapping[str, str],
        fail_on: FailOn = ...,
        progress: Progress | None = ...,
        wall_clock: Callable[[], float] = ...,
        force: bool = ...,
    ) -> Scanned:
        """Scan the named accounts."""
        ...


class Watcher:
    """Anything with this method may watch."""

    def step(self, account: str, done: int, total: int, request: str) -> None:
        """Nothing has to be inherited."""


def scanning(config: Config) -> None:
    """A scan, from a configuration to an exit code."""
    scan: Scan = scan_accounts
    scanned = scan(config, ["okx-main"], environ={}, progress=Watcher())
    assert_type(scanned.snapshots, Mapping[str, Snapshot])
    report = scanned.report
    assert_type(report, Report)
    assert_type(report.verdict, Verdict)
    assert_type(report.exit_code, int)
    assert_type(report.fail_on, FailOn)
    assert_type(report.accounts, tuple[AccountReport, ...])
    assert_type(report.started_at, datetime)
    proof = prove_key(config, "okx-main", environ={})
    assert_type(proof, ReadOnlyKey | ActingKey | RejectedKey | UnprovenKey | Closure)
    scan_accounts(config, ["okx-main"])  # type: ignore[call-arg]
    scan_accounts(config, ["okx-main"], {})  # type: ignore[call-arg]
    scan_accounts(config, [1], environ={})  # type: ignore[list-item]
    scan_accounts(config, [], environ={}, fail_on="blocked")  # type: ignore[arg-type]
    report.verdict = Verdict.READY  # type: ignore[misc]


def judging(snapshot: Snapshot, policy: Policy, decisions: Decisions, today: date) -> None:
    """A snapshot that was saved can be judged again."""
    told = assess(snapshot, policy, decisions, today)
    assert_type(told, AccountReport)
    assert_type(told.verdict, Verdict)
    assert_type(told.key, ReadOnlyKey | ActingKey | RejectedKey | UnprovenKey | None)
    assert_type(told.coverage, tuple[CoverageRow, ...])
    assert_type(told.findings, tuple[Finding, ...])
    assert_type(told.closure, Closure | None)
    assert_type(policy.manual, tuple[ManualItem, ...])
    assert_type(policy.fallback("a", "b", {}), Fallback | None)
    assert_type(policy.error("50026"), ErrorCode | None)
    assert_type(policy.areas, tuple[Area, ...])


def amounts(amount: Amount, raw: object) -> str:
    """An amount is one of three, and a program has to say what it does about each."""
    assert_type(read_amount(raw), Exact | NotStated | Unreadable)
    assert_type(total([Exact(value=Decimal(1)), NotStated()]), Exact | NotStated | Unreadable)
    Exact(value=1.5)  # type: ignore[arg-type]
    Exact()  # type: ignore[call-arg]
    match amount:
        case Exact(value=value):
            assert_type(value, Decimal)
            return str(value)
        case NotStated():
            return ""
        case Unreadable(raw=text):
            assert_type(text, str)
            return text
        case _:
            assert_never(amount)


def answers(answer: Answer, evidence: Evidence, reason: Reason) -> Verdict | None:
    """No answer is a list, and none can be made without what proves it."""
    assert_type(items_of(answer), tuple[Item, ...])
    Seen(items=())  # type: ignore[call-arg]
    Seen(items=(), evidence=evidence)  # type: ignore[arg-type]
    NotOpened()  # type: ignore[call-arg]
    Unknown(partial=())  # type: ignore[call-arg]
    assert_type(Seen(items=(), evidence=(evidence,)).items, tuple[Item, ...])
    assert_type(Unknown(reasons=(reason,)).reasons, tuple[Reason, ...])
    assert_type(reason.cause, Cause)
    assert_type(evidence.proof, Proof)
    match answer:
        case Seen(items=items):
            return None if items else Verdict.READY
        case NotOpened():
            return Verdict.READY
        case Unknown():
            return Verdict.INCOMPLETE
        case _:
            assert_never(answer)


def keys(proof: KeyProof) -> Literal["used", "refused", "unknown"]:
    """A key that is not proved to be read-only is something else altogether."""
    match proof:
        case ReadOnlyKey(owner=owner, permissions=permissions):
            assert_type(owner, Owner)
            assert_type(permissions, tuple[str, ...])
            return "used"
        case ActingKey() | RejectedKey():
            return "refused"
        case UnprovenKey(reason=reason):
            assert_type(reason, Reason)
            return "unknown"
        case _:
            assert_never(proof)


def things(item: Item, snapshot: Snapshot) -> None:
    """What was found, each kind with its own fields."""
    if isinstance(item, Holding):
        assert_type(item.nature, Nature)
        assert_type(item.amount, Exact | NotStated | Unreadable)
        assert_type(item.details, Details)
        item.asset = "BTC"  # type: ignore[misc]
    if isinstance(item, Order):
        assert_type(item.id, str)
    if isinstance(item, SubAccount):
        assert_type(item.enabled, bool)
    assert_type(snapshot.items(), Iterator[tuple[str, Scope, Item]])
    assert_type(snapshot.answers, tuple[AreaAnswer, ...])
    assert_type(snapshot.sub_keys, tuple[SubAccountKey, ...])
    assert_type(snapshot.scopes, tuple[Scope, ...])
    assert_type(snapshot.requests, Requests)
    assert_type(sub_scope("grid01"), Scope)
    assert_type(MAIN, Scope)


def findings(finding: Finding, row: CoverageRow) -> None:
    """What a report says, as codes and values."""
    assert_type(finding.severity, Severity)
    assert_type(finding.amount, Exact | NotStated | Unreadable)
    assert_type(finding.acknowledged, Acknowledged | None)
    assert_type(finding.fingerprint("okx-main"), str)
    assert_type(finding.counts, bool)
    assert_type(row.status, Status)
    assert_type(row.confirmed_on, date | None)
    finding.severity = Severity.NOTICE  # type: ignore[misc]


def decisions(on: date) -> None:
    """Decisions cannot be made without what bounds them."""
    accepted = Acknowledgement(fingerprint="a/main/b/c", reason="dust", until=on, up_to=Decimal(1))
    assert_type(accepted.in_force(on), bool)
    looked = Confirmation(account="okx-main", item="p2p", on=on)
    assert_type(looked.in_force(on, 7), bool)
    assert_type(Closure(requested_on=on, wait_days=30).ends_on, date)
    assert_type(Decisions().acknowledgements, tuple[Acknowledgement, ...])
    Acknowledgement(fingerprint="a/main/b/c", reason="dust")  # type: ignore[call-arg]
    Confirmation(account="okx-main", item="p2p")  # type: ignore[call-arg]
    Closure(requested_on=on)  # type: ignore[call-arg]


def verdicts() -> None:
    """Verdicts are words, never numbers or truth values."""
    assert_type(worst([Verdict.READY]), Verdict)
    assert_type(exit_code(Verdict.READY, FailOn.BLOCKED), int)
    worst(["ready"])  # type: ignore[list-item]
    exit_code("ready")  # type: ignore[arg-type]
