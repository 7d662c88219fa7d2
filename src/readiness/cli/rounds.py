"""One round of ``readiness watch``: an account is scanned, recorded and told of.

Nothing that goes wrong with one account is raised: it is recorded, said on stderr, and the
others go on.
"""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from readiness import __version__
from readiness.cli.clock import now
from readiness.cli.line import FAILED, line
from readiness.cli.outputs import Target, draws_past, rewrite
from readiness.cli.policies import policy_of
from readiness.cli.remember import Memory, note_of, remembering
from readiness.cli.streams import complain, warn, write_stdout
from readiness.language import advised, say, translate

if TYPE_CHECKING:
    from readiness.config import Config
    from readiness.domain.report import AccountReport, Report
    from readiness.notify import Event
    from readiness.report.formats import Point
    from readiness.scan import Scanner
    from readiness.watch import Times


@dataclass(frozen=True)
class Round:
    """What came of a round.

    Attributes:
        account: whose it was.
        summary: what is said about it in a line.
        events: makes what is told to those who want to be notified.
    """

    account: str
    summary: str
    events: "Callable[[], Sequence[Event]]"


class Rounds:
    """Makes the rounds of all accounts, with one scanner: limits belong to the process."""

    def __init__(
        self,
        config: "Config",
        read: "Callable[[], Config]",
        accounts: Sequence[str],
        *,
        scanner: "Scanner",
        history: bool,
        files: "Sequence[Target]",
        check: "Callable[[Config, str], None]",
    ) -> None:
        """Take what all rounds share.

        Args:
            config: the configuration, as it was read last.
            read: reads it again: what is decided while the watch goes on counts.
            accounts: those that are watched; main accounts.
            scanner: scans.
            history: whether scans are recorded.
            files: where the newest reports are written.
            check: raises what makes a configuration useless for going on with an account.
        """
        self._config = config
        self._read = read
        self._scanner = scanner
        self._history = history
        self._files = files
        self._check = check
        self._configs = dict.fromkeys(accounts, config)  # as each could go on with it last
        self._last: dict[str, AccountReport] = {}
        self._newest: dict[str, Report] = {}
        self._past: dict[str, tuple[Point, ...]] = {}
        self.failures: Counter[str] = Counter()
        """How often in a row an account could not be scanned; only those that could not be."""
        self.defects = 0
        """How often this tool did not work: a defect, or a report that could not be written."""

    async def scan(self, account: str) -> Round:
        """Scan an account; whatever goes wrong is in the result."""
        await self._notify(partial(_started, account))
        memory = None
        try:
            with remembering(self._configs[account], wanted=self._history) as memory:
                return await self._scan(account, memory)
        except Exception as error:  # noqa: BLE001 - one account never stops the others
            return self._failed(account, error, memory)

    async def _scan(self, account: str, memory: Memory) -> Round:
        memory.begin(self._configs[account], [account], "watch")
        before = memory.last_report(account) or self._last.get(account)
        report = memory.done(await self._scanner.scan(self._fresh(account), [account]))
        self._newest[account] = report
        if draws_past(self._files):
            self._past |= memory.past(report)
        self._last[account] = report.accounts[0]
        del self.failures[account]
        return self._done(before, report.accounts[0], memory)

    def times(self, account: str, since: datetime) -> "Times":
        """The account's schedule, as it was read last."""
        from readiness.watch import times_of

        return times_of(self._configs[account], account, since)

    async def tell(self, result: Round, due: datetime | None) -> None:
        """Tell what came of a round: in a line, in the files, and to those who are notified."""
        zone = self._zone()
        told = say(
            "{moment} {account}: {summary}",
            moment=_moment(now(), zone),
            account=result.account,
            summary=result.summary,
        )
        if due is not None:
            told = say("{told}; next {moment}", told=told, moment=_moment(max(due, now()), zone))
        write_stdout(f"{told}\n")
        self._keep_files()
        await self._notify(result.events)

    def _fresh(self, account: str) -> "Config":
        """The configuration as it is now; from now on it counts, if the account can go on."""
        from readiness.scan import ScanUsageError

        config = self._read()
        if account not in config.accounts or config.accounts[account].parent is not None:
            raise ScanUsageError(
                advised(
                    say(
                        "{path}: there is no main account {account} any more",
                        path=config.path,
                        account=repr(account),
                    ),
                    say("put it back, or start the watch again without it"),
                )
            )
        self._check(config, account)
        self._config = self._configs[account] = config
        return config

    def _done(self, before: "AccountReport | None", said: "AccountReport", memory: Memory) -> Round:
        from readiness.domain.report import same_account
        from readiness.history import compare

        def events() -> "Sequence[Event]":
            """What is new, as far as anybody remembers."""
            from readiness import notify

            settings, today = self._config.notify, now().date()
            if memory.history:
                return notify.events_of_scan(memory.history, said, settings, today=today)
            news = notify.events(before, said, 0, settings, today=today)
            return (*news, notify.ended(said))

        known = before if before is not None and same_account(before, said) else None
        difference = None if known is None else compare(known, said)
        return Round(said.account, line(said, difference), events)

    def _failed(self, account: str, error: Exception, memory: Memory | None) -> Round:
        from readiness.cli.crash import describe, is_expected

        expected, why = is_expected(error), note_of(error)
        exchange = self._configs[account].accounts[account].exchange
        self._newest[account] = _report_of_failure(account, exchange, why)
        complain(
            say(
                "{account} was not scanned: {error}",
                account=account,
                error=error if expected else describe(error),
            )
        )
        self.defects += not expected
        self.failures[account] += 1

        def events() -> "Sequence[Event]":
            """The first failure in a row is worth telling."""
            from readiness import notify

            if memory and memory.history:
                return notify.events_of_failure(memory.history, account, exchange, why)
            trouble = notify.failed(account, exchange, why, self.failures[account])
            return (*trouble, notify.Ended(account, complete=False))

        return Round(account, translate(FAILED), events)

    def _keep_files(self) -> None:
        """Write the newest reports down, once something is known of every account.

        Before that, and with an old report of an account that could not be scanned again, the
        whole would look better than it is.
        """
        if self._configs.keys() == self._newest.keys():
            self.defects += not rewrite(self._together(), self._files, self._past)

    def _together(self) -> "Report":
        """The newest report of every account, in the order in which they were named."""
        known = [self._newest[name] for name in self._configs]
        return known[-1].model_copy(
            update={
                "started_at": min(report.started_at for report in known),
                "finished_at": max(report.finished_at for report in known),
                "accounts": tuple(chain.from_iterable(report.accounts for report in known)),
            }
        )

    async def _notify(self, events: "Callable[[], Sequence[Event]]") -> None:
        """Tell those who want to know; whatever goes wrong with that is a warning."""
        if not self._config.notify.targets:
            return
        from readiness.notify import Notifier

        try:
            failures = await Notifier(self._config, environ=os.environ).send(events())
        except Exception as error:  # noqa: BLE001 - no defect of a notification may stop a watch
            from readiness.cli.crash import describe

            untold = say("nobody was told; the verdict counts all the same")
            warn(f"{untold}\n{describe(error)}")
            return
        for failure in failures:
            warn(str(failure))

    def _zone(self) -> tzinfo | None:
        name = self._config.watch.timezone
        return None if name is None else ZoneInfo(name)


def _report_of_failure(account: str, exchange: str, why: str) -> "Report":
    """What a file says of an account that could not be scanned: never what an older scan said."""
    from readiness.domain.report import Report
    from readiness.rules import not_scanned

    said = not_scanned(account, exchange, why, policy_of(exchange))
    moment = now()
    return Report(tool_version=__version__, started_at=moment, finished_at=moment, accounts=(said,))


def _started(account: str) -> "Sequence[Event]":
    from readiness.notify import started

    return started([account])


def _moment(moment: datetime, zone: tzinfo | None) -> str:
    """A moment as clocks show it where the user is."""
    return moment.astimezone(zone).isoformat(timespec="seconds")
