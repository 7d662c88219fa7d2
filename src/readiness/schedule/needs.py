"""Whether a secret can be had under a scheduler that hands none over."""

from typing import Final

from readiness.config import Directory, Env, Keyring
from readiness.schedule.plan import Need
from readiness.schedule.units import ScheduleError

_OTHERWISE: Final = {
    "credentials": 'set credentials = "directory" and credentials_directory = "..." in its '
    "table, a directory that only you can read",
    "url": "use a webhook or a ping whose URL stands in the configuration",
}


def check_need(need: Need, scheduler: str, *, session: bool = False) -> None:
    """Make sure that a secret can be had where there is no environment to set.

    Args:
        need: the secret.
        scheduler: what starts the tool.
        session: whether it belongs to a session of the user, with the user's keyring.

    Raises:
        ScheduleError: it cannot.
    """
    what = f"{need.what} cannot be had under {scheduler}"
    remedy = _OTHERWISE[need.where.rpartition(".")[2]]
    match need.source:
        case Keyring() if not session:
            raise ScheduleError(
                f"{what}: it is in your keyring, which belongs to a session",
                "print units with 'readiness schedule systemd --user' or, on macOS, "
                f"'readiness schedule launchd'; or {remedy}",
            )
        case Env():
            raise ScheduleError(f"{what}: it is in environment variables, and none are set", remedy)
        case Directory(path=None):
            raise ScheduleError(f"{what}: only systemd sets $CREDENTIALS_DIRECTORY", remedy)
        case _:
            return
