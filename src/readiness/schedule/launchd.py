"""Agents for launchd, the scheduler of macOS."""

import plistlib
from itertools import product
from typing import Any, Final

from readiness.config import Keyring
from readiness.config.cron import CronTimes, cron_times
from readiness.language import say, translate
from readiness.schedule.needs import check_need
from readiness.schedule.plan import Cron, Every, Job, Plan
from readiness.schedule.units import INSTALL, ScheduleError, UnitFile, Units

_LABEL: Final = "local"
_USUAL_PATH: Final = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
_PRIVATE: Final = 0o077
_MOST_TIMES: Final = 500

_WHOLE: Final = {"Minute": 60, "Hour": 24, "Day": 31, "Month": 12, "Weekday": 7}


def launch_agents(plan: Plan) -> Units:
    """An agent for each job; it runs while the user is logged in, with the user's keychain.

    Raises:
        ScheduleError: launchd cannot say the schedule, or has no way to a key.
    """
    for job in plan.jobs:
        for need in job.needs:
            check_need(need, "launchd", session=True)
    folder = "~/Library/LaunchAgents"
    names = [f"{_LABEL}.{job.name}" for job in plan.jobs]
    steps = (
        f"mkdir -p {folder}",
        f"cp {' '.join(f'{name}.plist' for name in names)} {folder}/",
        *(f"launchctl bootstrap gui/$(id -u) {folder}/{name}.plist" for name in names),
    )
    notes = [*plan.notes, translate("What a run prints is in ~/Library/Logs.")]
    if any(isinstance(need.source, Keyring) for job in plan.jobs for need in job.needs):
        notes.append(
            translate("macOS asks once whether the tool may use the keychain: choose Always Allow.")
        )
    if plan.zone is not None and any(isinstance(job.when, Cron) for job in plan.jobs):
        notes.append(
            say(
                "The times are those of {zone}; launchd counts in the machine's zone. If that is "
                "another, change the times.",
                zone=plan.zone,
            )
        )
    first, *others = [_agent(plan, job) for job in plan.jobs]
    texts = [_with_comment(first, notes, steps), *others]
    return Units(
        files=tuple(
            UnitFile(f"{name}.plist", text) for name, text in zip(names, texts, strict=True)
        ),
        steps=steps,
        notes=tuple(notes),
    )


def _agent(plan: Plan, job: Job) -> str:
    label = f"{_LABEL}.{job.name}"
    logs = plan.place.home / "Library" / "Logs"
    content: dict[str, Any] = {
        "Label": label,
        "ProgramArguments": list(plan.command(job)),
        **_when(job),
        "RunAtLoad": True,
        "ProcessType": "Background",
        "StandardOutPath": str(logs / f"{job.name}.log"),
        "StandardErrorPath": str(logs / f"{job.name}.errors.log"),
        "Umask": _PRIVATE,
    }
    if plan.place.folders:
        path = ":".join((*plan.place.folders, _USUAL_PATH))
        content["EnvironmentVariables"] = {"PATH": path}
    return plistlib.dumps(content, sort_keys=False).decode()


def _when(job: Job) -> dict[str, Any]:
    match job.when:
        case Every(interval=interval):
            return {"StartInterval": int(interval.total_seconds())}
        case Cron(text=text):
            return {"StartCalendarInterval": calendar_intervals(text, cron_times(text))}


def calendar_intervals(text: str, times: CronTimes) -> list[dict[str, int]]:
    """The entries that together stand for an expression.

    Raises:
        ScheduleError: launchd cannot say it, or not in a file that anybody could read.
    """
    fields = {
        "Minute": times.minutes,
        "Hour": times.hours,
        "Day": times.days,
        "Month": times.months,
        "Weekday": times.weekdays,
    }
    restricted = {name: kept for name, kept in fields.items() if len(kept) < _WHOLE[name]}
    if times.either_day:
        # launchd's own reading of both in one entry is not relied upon.
        halves = [_without(restricted, "Weekday"), _without(restricted, "Day")]
    elif times.both_days:
        raise ScheduleError(
            say(
                "cron = {cron} wants the day of the month and the day of the week to fit, which "
                "launchd cannot say",
                cron=repr(text),
            ),
            translate('restrict one of the two, or use every = "..."'),
        )
    else:
        halves = [restricted]
    entries = [
        dict(zip(half, values, strict=True))
        for half in halves
        for values in product(*half.values())
    ]
    if len(entries) > _MOST_TIMES:
        raise ScheduleError(
            say(
                "cron = {cron} takes {count} entries in launchd, which knows no lists",
                cron=repr(text),
                count=len(entries),
            ),
            say(
                'restrict fewer fields (at most {most} entries), or use every = "..."',
                most=_MOST_TIMES,
            ),
        )
    return entries


def _without(fields: dict[str, tuple[int, ...]], name: str) -> dict[str, tuple[int, ...]]:
    return {key: value for key, value in fields.items() if key != name}


def _with_comment(plist: str, notes: list[str], steps: tuple[str, ...]) -> str:
    lines = [*notes, translate(INSTALL), *(f"  {step}" for step in steps)]
    # Two hyphens would end an XML comment.
    comment = "<!--\n" + "\n".join(lines).replace("--", "- -") + "\n-->\n"
    head, doctype, body = plist.partition('PropertyList-1.0.dtd">\n')
    return head + doctype + comment + body
