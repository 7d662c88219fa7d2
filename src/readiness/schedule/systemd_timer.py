"""The timer of a job."""

from datetime import timedelta
from typing import Final

from readiness.config.cron import cron_times
from readiness.schedule.calendar import calendar_events
from readiness.schedule.intervals import smallest_gap, spelled
from readiness.schedule.plan import Cron, Every, Job, Plan

_MOST_SPREAD: Final = timedelta(minutes=15)
_PUNCTUAL: Final = timedelta(minutes=1)
"""Somebody who writes a time means it, give or take a minute."""


def timer(plan: Plan, job: Job, started: str) -> str:
    """The text of a timer.

    Args:
        plan: for the time zone.
        job: what it starts.
        started: the setting that counts from the manager's own start.
    """
    settings, spread = _times(plan, job, started)
    lines = [
        "[Unit]",
        f"Description=Starts {job.name}.service",
        "",
        "[Timer]",
        *settings,
        f"RandomizedDelaySec={int(spread.total_seconds())}s",
        "AccuracySec=1s",
        "",
        "[Install]",
        "WantedBy=timers.target",
    ]
    return "\n".join(lines) + "\n"


def _times(plan: Plan, job: Job, started: str) -> tuple[tuple[str, ...], timedelta]:
    """When it elapses, and by how much later it may be."""
    match job.when:
        case Every(interval=interval):
            # The first run is soon after the start; a start long ago counts as now.
            settings = (f"{started}=2min", f"OnUnitActiveSec={spelled(interval)}")
            return settings, min(interval / 10, _MOST_SPREAD)
        case Cron(text=text):
            times = cron_times(text)
            events = (f"OnCalendar={event}" for event in calendar_events(times, plan.zone))
            return (*events, "Persistent=true"), min(smallest_gap(times) / 10, _PUNCTUAL)
