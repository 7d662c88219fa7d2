"""Lines for a crontab."""

import shlex
from typing import Final

from readiness.language import say, translate
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
        f"crontab -l    # {say('each line of {file} must be there once', file=f'{TOOL}.cron')}",
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
            say(
                "the line for {job} is {length} characters long, and cron takes {longest}",
                job=job.name,
                length=len(command),
                longest=_LONGEST,
            ),
            translate("give all accounts the same schedule: then none has to be named"),
        )
    return command


def _notes(plan: Plan) -> tuple[str, ...]:
    lock = (
        say(
            "A run waits up to {minutes} minutes for one that is not done, and is left out then.",
            minutes=_WAIT // 60,
        )
        if plan.place.flock is not None
        else translate("There is no flock here: leave enough time between two runs.")
    )
    mail = translate("cron sends what a run prints by mail: see MAILTO in crontab(5).")
    notes = [lock, mail]
    if plan.zone is not None and any(isinstance(job.when, Cron) for job in plan.jobs):
        notes.append(
            say(
                "The times are those of {zone}; cron counts in the machine's zone. If that is "
                "another, put CRON_TZ={quoted} above the lines where cron is cronie; other "
                "crons cannot say it.",
                zone=plan.zone,
                quoted=shlex.quote(plan.zone),
            )
        )
    return tuple(notes)
