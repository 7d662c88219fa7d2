"""Records what a run found, and adds to its report what is known from before."""

from collections.abc import Callable, Mapping

from readiness.domain.policy import Policy
from readiness.domain.report import AccountReport, Report
from readiness.domain.snapshot import Snapshot
from readiness.history.store import History
from readiness.rules.past import carried_on, with_past


def record(
    history: History,
    ids: Mapping[str, int],
    report: Report,
    snapshots: Mapping[str, Snapshot],
    policy_of: Callable[[str], Policy],
) -> Report:
    """Record every account of a run; the report as it was recorded.

    Args:
        history: where to.
        ids: the numbers that :meth:`History.begin` gave, by account; others are left out.
        report: what the run found.
        snapshots: what it saw, by account.
        policy_of: what is known of an exchange, by its id.

    Raises:
        HistoryError: it could not be recorded; what was recorded before is still there.
    """

    def recorded(entry: AccountReport) -> AccountReport:
        """One account's part, with its past."""
        if entry.account not in ids:
            return entry
        id_ = ids[entry.account]
        told = in_context(history, id_, entry, policy_of(entry.exchange))
        history.finish(id_, told, snapshots.get(entry.account), report.tool_version)
        return told

    return report.model_copy(update={"accounts": tuple(map(recorded, report.accounts))})


def in_context(history: History, id_: int, report: AccountReport, policy: Policy) -> AccountReport:
    """An account's report with since when things are there, and whether a backup exists."""
    past = history.past(report)
    begun = history.entry(id_)
    if begun is None:
        return report  # it is refused when it is to be finished
    noticed = with_past(report, past, policy, begun.started_at)
    known = carried_on(noticed, past, begun.started_at)
    return with_past(noticed, known, policy, begun.started_at)
