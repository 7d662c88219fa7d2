"""Whether a secret can be had under a scheduler that hands none over."""

from typing import Final

from readiness.config import Directory, Env, Keyring
from readiness.language import message, say, translate
from readiness.schedule.plan import Kind, Need
from readiness.schedule.units import ScheduleError

_OTHERWISE: Final = {
    Kind.KEY: message(
        'set credentials = "directory" and credentials_directory = "..." in its '
        "table, a directory that only you can read"
    ),
    Kind.URL: message("use a webhook or a ping whose URL stands in the configuration"),
}


_IN_KEYRING: Final = message(
    "{secret} cannot be had under {scheduler}: it is in your keyring, which belongs to a session"
)
_IN_ENVIRONMENT: Final = message(
    "{secret} cannot be had under {scheduler}: it is in environment variables, and none are set"
)
_IN_NO_DIRECTORY: Final = message(
    "{secret} cannot be had under {scheduler}: only systemd sets $CREDENTIALS_DIRECTORY"
)
_WITH_SESSION: Final = message(
    "print units with 'readiness schedule systemd --user' or, on macOS, "
    "'readiness schedule launchd'; or {otherwise}"
)
_SECRETS: Final = {
    Kind.KEY: message("the key of {name}"),
    Kind.URL: message("the URL of the notification target {name}"),
}


def secret_text(need: Need) -> str:
    """Whose secret it is, as a part of a sentence."""
    return say(_SECRETS[need.kind], name=need.owner)


def check_need(need: Need, scheduler: str, *, session: bool = False) -> None:
    """Make sure that a secret can be had where there is no environment to set.

    Args:
        need: the secret.
        scheduler: what starts the tool.
        session: whether it belongs to a session of the user, with the user's keyring.

    Raises:
        ScheduleError: it cannot.
    """
    values = {"secret": secret_text(need), "scheduler": scheduler}
    remedy = translate(_OTHERWISE[need.kind])
    match need.source:
        case Keyring() if not session:
            raise ScheduleError(say(_IN_KEYRING, values), say(_WITH_SESSION, otherwise=remedy))
        case Env():
            raise ScheduleError(say(_IN_ENVIRONMENT, values), remedy)
        case Directory(path=None):
            raise ScheduleError(say(_IN_NO_DIRECTORY, values), remedy)
        case _:
            return
