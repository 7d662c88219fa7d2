"""Lines for a crontab."""

import shlex
from typing import Final

from readiness.schedule.intervals import as_cron
from readiness.schedule.needs import check_need
from readiness.schedule.plan import TOOL, Cron, Every, Job, Plan
from readiness.schedule.quoting import crontab_command
from readiness.schedule.units import ScheduleError, UnitFile, Units, commented

_USUAL_PATH: Final = "/usr/local/bin:/usr/bin:/bin"
_WAIT: Final = 600
"""Seconds that a run waits for the one before it."""

_LONGEST: Final = 990
"""Characters that every cron takes as a command."""


def crontab(plan: Plan) -> Units:
    """A line for each job.

    Raises:
        ScheduleError: cron cannot say the schedule, or has no way to a key.
    """
    for job in plan.jobs:
        for need in job.needs:
            check_need(need, "cron")
    lines = [f"PATH={':'.join((*plan.place.folders, _USUAL_PATH))}"] if plan.place.folders else []
    lines += [f"{_times(job)} {_command(plan, job)}" for job in plan.jobs]
    steps = (
        f"(crontab -l 2>/dev/null; cat {TOOL}.cron) | crontab -",
        f"crontab -l    # each line of {TOOL}.cron must be there once",
    )
    notes = (*plan.notes, *_notes(plan))
    text = commented(notes, steps) + "\n".join(lines) + "\n"
    return Units((UnitFile(f"{TOOL}.cron", text),), steps, notes)


def _times(job: Job) -> str:
    match job.when:
        case Every(interval=interval):
            return as_cron(interval)
        case Cron(text=text):
            return text


def _command(plan: Plan, job: Job) -> str:
    words = plan.command(job)
    if plan.place.flock is not None:
        # A file that is surely there, and that the tool itself never locks.
        words = (plan.place.flock, "-w", str(_WAIT), words[0], *words)
    command = crontab_command(words)
    if len(command) > _LONGEST:
        raise ScheduleError(
            f"the line for {job.name} is {len(command)} characters long, and cron takes {_LONGEST}",
            "give all accounts the same schedule: then none has to be named",
        )
    return command


def _notes(plan: Plan) -> tuple[str, ...]:
    lock = (
        f"A run waits up to {_WAIT // 60} minutes for one that is not done, and is left out then."
        if plan.place.flock is not None
        else "There is no flock here: leave enough time between two runs."
    )
    notes = [lock, "cron sends what a run prints by mail: see MAILTO in crontab(5)."]
    if plan.zone is not None and any(isinstance(job.when, Cron) for job in plan.jobs):
        notes.append(
            f"The times are those of {plan.zone}; cron counts in the machine's zone. If that is "
            f"another, put CRON_TZ={shlex.quote(plan.zone)} above the lines where cron is "
            "cronie; other crons cannot say it."
        )
    return tuple(notes)
