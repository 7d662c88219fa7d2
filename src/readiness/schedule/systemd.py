"""A service and a timer for each job, for the system's manager or for a user's own."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from readiness.config import Command
from readiness.language import message, say, translate
from readiness.schedule.hardening import FILTERED, HIDDEN, NO_NEW_CODE, SYSTEM_ONLY
from readiness.schedule.plan import TOOL, Every, Job, Plan
from readiness.schedule.quoting import systemd_command, systemd_path, systemd_word
from readiness.schedule.systemd_keys import Delivery, combined, to_system, to_user
from readiness.schedule.systemd_timer import timer
from readiness.schedule.units import ScheduleError, UnitFile, Units, commented

_STATE: Final = "/var/lib"
_CONFIG: Final = "readiness.toml"
_HANDED: Final = "${CREDENTIALS_DIRECTORY}/" + _CONFIG
_USUAL_PATH: Final = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin"
_SEE_IT_WORK: Final = message("to see it work now")
_LOGGED_OUT: Final = message("to run while you are logged out, too")
_NOT_CONFINED: Final = message(
    "Not confined: credentials_command is a program of yours, which may need anything."
)
_HANGING: Final = timedelta(hours=1)
"""On top of the tool's own deadline: by then it hangs."""


@dataclass(frozen=True)
class _Manager:
    """How units get into one of systemd's managers.

    Attributes:
        sudo: what comes before commands that change it.
        control: the command that controls it.
        folder: where its units are.
        started: the setting of a timer that counts from its start.
        more: what may be done besides, each with what it is for.
    """

    sudo: str
    control: str
    folder: str
    started: str
    more: tuple[tuple[str, str], ...]


_SYSTEM: Final = _Manager(
    sudo="sudo ",
    control="systemctl",
    folder="/etc/systemd/system",
    started="OnBootSec",
    more=((f"sudo systemctl start {TOOL}.service; journalctl -u {TOOL}", _SEE_IT_WORK),),
)
_USER: Final = _Manager(
    sudo="",
    control="systemctl --user",
    folder="~/.config/systemd/user",
    started="OnStartupSec",
    more=(
        (f"systemctl --user start {TOOL}.service; journalctl --user -u {TOOL}", _SEE_IT_WORK),
        ("loginctl enable-linger", _LOGGED_OUT),
    ),
)


def system_units(plan: Plan, folder: Path) -> Units:
    """Units for the system's manager: a user of their own who sees nothing of the machine.

    Args:
        plan: what runs.
        folder: where the files with the keys are.

    Raises:
        ScheduleError: the tool or a key is where such a service cannot get at it.
    """
    for place in plan.place.installed:
        if any(place.is_relative_to(hidden) for hidden in HIDDEN):
            raise ScheduleError(
                say(
                    "the tool is installed in {place}, where a system service cannot see it",
                    place=place,
                ),
                translate(
                    "print units for your own user with --user, or install the tool for "
                    "everybody, such as in /opt"
                ),
            )
    private = Path(_STATE, TOOL)
    if plan.history is not None and not plan.history.is_relative_to(private):
        raise ScheduleError(
            say(
                "[history] path is {path}, where a system service may not write", path=plan.history
            ),
            say(
                "remove it, and the history is in {private}; or print units for your own user "
                "with --user",
                private=private,
            ),
        )
    keys = [combined(to_system(each, folder) for each in job.needs) for job in plan.jobs]
    config = systemd_path(str(plan.place.config))
    services = [
        _service(
            plan,
            job,
            unit=("Wants=network-online.target", "After=network-online.target"),
            command=systemd_command(plan.command(job, _HANDED), expanded=_HANDED),
            settings=(
                f"LoadCredential={_CONFIG}:{config}",
                *delivery.settings,
                "DynamicUser=yes",
                # One name, so that all jobs are one user, to whom the history belongs.
                f"User={TOOL}",
                f"StateDirectory={TOOL}",
                "StateDirectoryMode=0700",
                f"Environment=HOME={_STATE}/{TOOL} XDG_STATE_HOME={_STATE}",
                *FILTERED,
                *(() if _runs_programs(job) else (NO_NEW_CODE,)),
                *SYSTEM_ONLY,
            ),
        )
        for job, delivery in zip(plan.jobs, keys, strict=True)
    ]
    notes = (
        translate(
            "systemd reads the configuration and hands it over; only root has to be able to read "
            "it."
        ),
        say(
            "The history is in {private}: {command}",
            private=private,
            command=f"sudo XDG_STATE_HOME={_STATE} {shlex.join(plan.place.program)} history "
            f"--config {shlex.quote(str(plan.place.config))}",
        ),
    )
    return _units(plan, _SYSTEM, services, combined(keys), notes)


def user_units(plan: Plan, folder: Path) -> Units:
    """Units for a user's own manager, which has the user's home and keyring.

    Args:
        plan: what runs.
        folder: where the files with the keys are.
    """
    keys = [combined(to_user(each, folder) for each in job.needs) for job in plan.jobs]
    services = [
        _service(
            plan,
            job,
            unit=(),
            command=systemd_command(plan.command(job)),
            settings=(
                *delivery.settings,
                *(() if _runs_programs(job) else (*FILTERED, NO_NEW_CODE)),
            ),
        )
        for job, delivery in zip(plan.jobs, keys, strict=True)
    ]
    known = (translate(_NOT_CONFINED),) if any(map(_runs_programs, plan.jobs)) else ()
    return _units(plan, _USER, services, combined(keys), known)


def _service(
    plan: Plan,
    job: Job,
    *,
    unit: Sequence[str],
    command: str,
    settings: Sequence[str],
) -> str:
    limit = plan.patience + _HANGING
    path = ":".join((*plan.place.folders, _USUAL_PATH))
    lines = [
        "[Unit]",
        f"Description=Look whether {_who(job)} can be closed",
        *unit,
        "",
        "[Service]",
        "Type=oneshot",
        f"ExecStart={command}",
        f"TimeoutStartSec={int(limit.total_seconds())}s",
        "UMask=0077",
        *((f"Environment={systemd_word(f'PATH={path}')}",) if plan.place.folders else ()),
        *settings,
    ]
    return "\n".join(lines) + "\n"


def _who(job: Job) -> str:
    return ", ".join(job.accounts) or "every account"


def _runs_programs(job: Job) -> bool:
    return any(isinstance(need.source, Command) for need in job.needs)


def _units(
    plan: Plan, manager: _Manager, services: Sequence[str], keys: Delivery, notes: Sequence[str]
) -> Units:
    names = [f"{job.name}.{kind}" for job in plan.jobs for kind in ("service", "timer")]
    timers = " ".join(name for name in names if name.endswith(".timer"))
    sudo, control = manager.sudo, f"{manager.sudo}{manager.control}"
    steps = (
        *keys.steps,
        f"{sudo}mkdir -p {manager.folder}",
        f"{sudo}cp {' '.join(names)} {manager.folder}/",
        f"{control} daemon-reload",
        f"{control} enable --now {timers}",
        *(f"{command}  # {translate(purpose)}" for command, purpose in manager.more),
    )
    known = [*plan.notes, *keys.notes, *notes]
    if any(isinstance(job.when, Every) for job in plan.jobs):
        known.append(translate("An interval stands still while the machine sleeps; cron does not."))
    files = [
        UnitFile(f"{job.name}.{kind}", text)
        for job, service in zip(plan.jobs, services, strict=True)
        for kind, text in (("service", service), ("timer", timer(plan, job, manager.started)))
    ]
    files[0] = replace(files[0], text=f"{commented(known, steps)}\n{files[0].text}")
    return Units(tuple(files), steps, tuple(known))
