"""Heartbeats: the URL itself for success, ``/fail`` and ``/start`` below it."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from urllib.parse import urlsplit, urlunsplit

from readiness.config import Secret
from readiness.notify.event import Ended, Event, Started, Trial


class Pulse(StrEnum):
    """What a heartbeat says, as the end of the path that it is sent to."""

    START = "/start"
    SUCCESS = ""
    FAIL = "/fail"


def pulses(events: Iterable[Event]) -> Iterator[Pulse]:
    """The heartbeats of these events: one for all scans that ended, success only if all did."""
    told = list(events)
    ended = [event.complete for event in told if isinstance(event, Ended)]
    if any(isinstance(event, Started) for event in told):
        yield Pulse.START
    if ended:
        yield Pulse.SUCCESS if all(ended) else Pulse.FAIL
    if any(isinstance(event, Trial) for event in told):
        yield Pulse.SUCCESS


def pulse_url(url: Secret, pulse: Pulse) -> Secret:
    """Where a heartbeat is sent to."""
    if not pulse:
        return url
    parts = urlsplit(url.get_secret_value())
    return Secret(urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}{pulse}")))
