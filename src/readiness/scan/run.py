"""Runs a scan of several accounts side by side and puts the report together."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain

from readiness import __version__
from readiness.config import AccountConfig, Config
from readiness.domain.decision import Closure, Decisions
from readiness.domain.key import KeyProof
from readiness.domain.report import AccountReport, Report
from readiness.domain.snapshot import Snapshot
from readiness.domain.verdict import FailOn
from readiness.gate.limits import Limits
from readiness.policies import load_policy
from readiness.rules import assess, closing
from readiness.scan.aside import aside
from readiness.scan.connection import connect
from readiness.scan.errors import ScanUsageError
from readiness.scan.family import Run, scan_family
from readiness.scan.jobs import Family, make_job, select
from readiness.scan.keys import Owners, prove
from readiness.scan.progress import Progress, Silent


@dataclass(frozen=True)
class Scanned:
    """What a run brought.

    Attributes:
        report: what was found.
        snapshots: what was seen, by account; nothing was asked of an account that is absent.
    """

    report: Report
    snapshots: Mapping[str, Snapshot]


def scan_accounts(
    config: Config,
    names: Sequence[str],
    *,
    environ: Mapping[str, str],
    fail_on: FailOn = FailOn.UNCONFIRMED,
    progress: Progress | None = None,
    wall_clock: Callable[[], float] = time.time,
    force: bool = False,
) -> Scanned:
    """Scan the named accounts (all of them if none is named), once.

    Args:
        config: the user's configuration.
        names: the accounts to scan.
        environ: environment variables, for credentials that live there.
        fail_on: from which verdict on the run fails.
        progress: who may be watching.
        wall_clock: seconds since the epoch.
        force: ask also for accounts whose waiting period runs.

    Raises:
        ScanUsageError: an unknown name, no account, or one owner under two names.
        CredentialError: a key cannot be had; raised before any request of any account.
    """
    scanner = Scanner(environ=environ, progress=progress, wall_clock=wall_clock)
    scanned: list[Scanned] = []

    async def scan() -> None:
        """Scan; what a task returns, asyncio writes out in full when it gives signals back."""
        scanned.append(await scanner.scan(config, names, fail_on=fail_on, force=force))

    asyncio.run(scan())
    return scanned[0]


class Scanner:
    """Scans again and again in one event loop; limits and owners outlive a single scan."""

    def __init__(
        self,
        *,
        environ: Mapping[str, str],
        progress: Progress | None = None,
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        """Ask for nothing yet."""
        self._environ = environ
        self._progress = progress or Silent()
        self._wall_clock = wall_clock
        self._limits = Limits()
        self._owners = Owners()

    async def scan(
        self,
        config: Config,
        names: Sequence[str],
        *,
        fail_on: FailOn = FailOn.UNCONFIRMED,
        force: bool = False,
    ) -> Scanned:
        """Scan the named accounts side by side, as :func:`scan_accounts` does."""
        today = datetime.fromtimestamp(self._wall_clock(), UTC).date()

        def rests(account: AccountConfig) -> bool:
            """Whether nothing is sent for an account now."""
            return _waits(account, today) and not force

        def fetch_keys() -> dict[str, Family]:
            """The credentials of every account that is asked."""
            return {
                group[0].name: Family.of(
                    make_job(group[0], self._environ),
                    (make_job(entry, self._environ) for entry in group[1:] if not rests(entry)),
                )
                for group in groups
                if not rests(group[0])
            }

        groups = select(config, names)
        for entry in chain.from_iterable(groups):
            self._owners.forget(entry.name)
        # A keyring or a command may take long; other accounts' scans go on meanwhile.
        families = await aside(fetch_keys)
        run = Run(config.network, self._limits, self._owners, self._progress, self._wall_clock)
        started = run.now()
        roots = [entry.name for entry in config.accounts.values() if entry.parent is None]
        strays = config.decisions.not_naming(roots)
        scanned = await _scan_all(families, run, config, strays)
        accounts = tuple(
            scanned[group[0].name][1] if group[0].name in scanned else _closing(group[0])
            for group in groups
        )
        report = Report(
            tool_version=__version__,
            started_at=started,
            finished_at=run.now(),
            accounts=accounts,
            fail_on=fail_on,
        )
        return Scanned(report, {name: snapshot for name, (snapshot, _) in scanned.items()})


def prove_key(
    config: Config,
    name: str,
    *,
    environ: Mapping[str, str],
    wall_clock: Callable[[], float] = time.time,
    force: bool = False,
) -> KeyProof | Closure:
    """What one account's key may do; its closure if nothing may be sent now.

    Args:
        config: the user's configuration.
        name: the account.
        environ: environment variables, for credentials that live there.
        wall_clock: seconds since the epoch.
        force: ask also while a waiting period runs.

    Raises:
        ScanUsageError: there is no such account.
        CredentialError: its key cannot be had.
    """
    if name not in config.accounts:
        select(config, [name])
    account = config.accounts[name]
    closure = waiting_closure(config, account, datetime.fromtimestamp(wall_clock(), UTC))
    if closure and not force:
        return closure
    job = make_job(account, environ)

    async def ask() -> KeyProof:
        """Ask in an event loop of its own."""
        async with connect(job, config.network, Limits(), wall_clock) as connection:
            now = datetime.fromtimestamp(wall_clock(), UTC)
            return (await prove(connection, now)).proof

    return asyncio.run(ask())


def waiting_closure(config: Config, account: AccountConfig, now: datetime) -> Closure | None:
    """The closure whose waiting period runs, of the account or of the one above it.

    While there is one, nothing may be sent to the exchange with the account's key.
    """
    above = config.accounts[account.parent] if account.parent else account
    for entry in (account, above):
        if _waits(entry, now.astimezone(UTC).date()):
            return entry.closure
    return None


async def _scan_all(
    families: Mapping[str, Family], run: Run, config: Config, strays: Decisions
) -> dict[str, tuple[Snapshot, AccountReport]]:
    async def one(family: Family) -> tuple[Snapshot, AccountReport]:
        policy = load_policy(family.main.exchange.family)

        first = family is next(iter(families.values()))
        closure = family.main.account.closure

        def judge(snapshot: Snapshot) -> AccountReport:
            lost = strays if first else Decisions()
            today = run.now().date()
            return assess(snapshot, policy, config.decisions, today, lost, closure=closure)

        snapshot = await scan_family(family, run, lambda snapshot: judge(snapshot).verdict)
        return snapshot, judge(snapshot)

    tasks: dict[str, asyncio.Task[tuple[Snapshot, AccountReport]]] = {}
    refused: list[ScanUsageError] = []
    try:
        async with asyncio.TaskGroup() as group:
            tasks = {name: group.create_task(one(family)) for name, family in families.items()}
    except* ScanUsageError as errors:
        refused.append(_first(errors))
    if refused:  # raised inside of except*, some Pythons would wrap it in a group again
        raise refused[0]
    return {name: task.result() for name, task in tasks.items()}


def _first(errors: BaseExceptionGroup[ScanUsageError]) -> ScanUsageError:
    error: BaseException = errors
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    assert isinstance(error, ScanUsageError)  # noqa: S101 - the group holds nothing else
    return error


def _waits(account: AccountConfig, today: date) -> bool:
    return account.closure is not None and account.closure.waiting(today)


def _closing(account: AccountConfig) -> AccountReport:
    assert account.closure is not None  # noqa: S101 - only accounts that wait get here
    return closing(account.name, account.exchange, account.closure)
