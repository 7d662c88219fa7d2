"""Reports to tell of, and settings to tell by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from tests.report.samples import account, exact, finding, row

from readiness.config import (
    AccountConfig,
    Config,
    Network,
    Notify,
    Schedule,
    Target,
    TargetKind,
    Topic,
    Written,
)
from readiness.config.notify_settings import UrlPlace
from readiness.domain.answer import Cause, Reason
from readiness.domain.decision import Closure, Decisions
from readiness.domain.finding import Finding, Severity
from readiness.domain.report import AccountReport, Status
from readiness.domain.verdict import Verdict
from readiness.notify import News, events

TODAY: Final = date(2026, 12, 1)
EVERYTHING: Final = frozenset(Topic)

LUNC: Final = finding(asset="LUNC", amount=exact("0.0001"), value_usd=exact("0.03"))
ORDER: Final = finding("open-order", area="orders.open", subject="123456")
NOTICE: Final = finding("looked-back", Severity.NOTICE, "transfers.deposits", "asset/deposits")
BLIND: Final = finding(
    "could-not-look",
    Severity.UNKNOWN,
    "earn.fixed",
    "could-not-look",
    reasons=(Reason(cause=Cause.TIMEOUT, text="evil words"),),
)
LOOK: Final = finding("look-yourself", Severity.CONFIRM, "manual.p2p", "p2p")

FUNDING: Final = row("wallet.funding", Status.HOLDING, items=1)
NO_FUNDING: Final = row("wallet.funding", Status.CLEAR)
UNSEEN_FUNDING: Final = row("wallet.funding", Status.UNKNOWN)
ORDERS: Final = row("orders.open", Status.CLEAR)
EARN: Final = row("earn.fixed", Status.CLEAR)
UNSEEN_EARN: Final = row("earn.fixed", Status.UNKNOWN)
DEPOSITS: Final = row("transfers.deposits", Status.CLEAR)
P2P: Final = row("manual.p2p", Status.MANUAL)

ROWS: Final = (NO_FUNDING, ORDERS, EARN, DEPOSITS)

BLOCKED: Final = account(Verdict.BLOCKED, (LUNC,), (FUNDING, ORDERS, EARN, DEPOSITS))
READY: Final = account(Verdict.READY, (), ROWS)
INCOMPLETE: Final = account(
    Verdict.INCOMPLETE, (BLIND,), (NO_FUNDING, ORDERS, UNSEEN_EARN, DEPOSITS)
)
CLOSURE: Final = Closure(requested_on=date(2026, 11, 1), wait_days=30)
CLOSING: Final = account(Verdict.CLOSING, (), (), key=None, closure=CLOSURE)


def news(
    previous: AccountReport | None,
    current: AccountReport,
    blind_runs: int = 0,
    *,
    after: int = 3,
    today: date = TODAY,
) -> tuple[News, ...]:
    """The events of a scan; blindness is told ``after`` so many."""
    return events(previous, current, blind_runs, Notify(blind_runs=after), today=today)


def topics(
    previous: AccountReport | None, current: AccountReport, blind_runs: int = 0, **more: Any
) -> list[str]:
    """What the events of a scan are about."""
    return [
        str(topic)
        for event in news(previous, current, blind_runs, **more)
        for topic in event.topics
    ]


def changed(finding_: Finding, **values: Any) -> Finding:
    """The finding with other values."""
    return finding_.model_copy(update=values)


def target(kind: TargetKind, url: str | UrlPlace, name: str = "", **more: Any) -> Target:
    """A target that wants everything; its URL, or where that is."""
    place = Written(url) if isinstance(url, str) else url
    values: dict[str, Any] = {"on": frozenset() if kind is TargetKind.PING else EVERYTHING}
    return Target(name=name or kind.value, kind=kind, url=place, **(values | more))


def config(*targets: Target, amounts: bool = False, proxy: str | None = None) -> Config:
    """A configuration with these targets."""
    named: Mapping[str, Target] = {each.name: each for each in targets}
    return Config(
        path=Path("readiness.toml"),
        accounts={"okx-main": AccountConfig("okx-main", "okx")},
        network=Network(proxy=proxy),
        decisions=Decisions(),
        watch=Schedule(),
        notify=Notify(amounts=amounts, targets=MappingProxyType(named)),
    )
