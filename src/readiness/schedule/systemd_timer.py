"""The timer of a job."""

from datetime import timedelta
from typing import Final

from readiness.config.cron import cron_times
from readiness.schedule.calendar import calendar_events
from readiness.schedule.intervals import smallest_gap, spelled
from readiness.schedule.plan import Cron, Every, Job, Plan

_PART_OF_THE_GAP: Final = 10
_LARGEST_DELAY: Final = timedelta(minutes=5)
"""The same as in the foreground: not everybody asks at the same second."""


def timer(plan: Plan, job: Job, started: str) -> str:
    """The text of a timer.

    Args:
        plan: for the time zone.
        job: what it starts.
        started: the setting that counts from the manager's own start.
    """
    settings, gap = _times(plan, job, started)
    spread = min(gap / _PART_OF_THE_GAP, _LARGEST_DELAY)
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
    """When it elapses, and the shortest time from one run to the next."""
    match job.when:
        case Every(interval=interval):
            # The first run is soon after the start; a start long ago counts as now.
            settings = (f"{started}=2min", f"OnUnitActiveSec={spelled(interval)}")
            return settings, interval
        case Cron(text=text):
            times = cron_times(text)
            events = (f"OnCalendar={event}" for event in calendar_events(times, plan.zone))
            return (*events, "Persistent=true"), smallest_gap(times)
