"""Sends events to every target that wants them: side by side, bounded in time, never raising."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Final
from uuid import uuid4

import httpx

from readiness.config import Config, Secret, Target, TargetError, TargetKind, load_url
from readiness.domain.policy import Policy
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.failure import CallFailedError
from readiness.language import say, translate
from readiness.notify import apprise
from readiness.notify.event import Ended, Event, News, Started, Trial, Trouble
from readiness.notify.failure import Failure, NotSentError
from readiness.notify.message import Worded, Writer
from readiness.notify.payload import Payload
from readiness.notify.ping import Pulse, pulse_url, pulses
from readiness.notify.web import Courier, Patience, why_not
from readiness.policies import load_policy

_PATIENT: Final = Patience()


class Notifier:
    """Tells the configured targets what happened.

    Nothing that goes wrong is raised: it is returned, for the caller to show on stderr. It
    must never change a verdict or an exit code of a scan.
    """

    def __init__(
        self,
        config: Config,
        *,
        environ: Mapping[str, str],
        wall_clock: Callable[[], float] = time.time,
        patience: Patience = _PATIENT,
        inner: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """Send nothing yet.

        Args:
            config: the user's configuration.
            environ: environment variables, for URLs and proxies that are there.
            wall_clock: seconds since the epoch.
            patience: how long and how often is tried.
            inner: what owns the sockets; tests put their own here.
        """
        self._targets = config.notify.targets
        self._proxy = config.network.proxy
        self._environ = environ
        self._patience = patience
        self._courier = Courier(self._proxy, patience, inner, wall_clock)
        self._writer = Writer(_policy, config.notify.amounts)
        self._payload = Payload(config.notify.amounts, wall_clock, lambda: uuid4().hex)

    async def send(self, events: Sequence[Event]) -> tuple[Failure, ...]:
        """Tell every target those events that it wants; the targets that were not told."""
        jobs = [
            self._bounded(target, wanted)
            for target in self._targets.values()
            if (wanted := _wanted(target, events))
        ]
        failures = await asyncio.gather(*jobs)
        return tuple(failure for failure in failures if failure is not None)

    def check(self) -> tuple[Failure, ...]:
        """Targets that could not be told as they are set up; nothing is sent."""
        return tuple(
            failure for target in self._targets.values() if (failure := self.problem(target))
        )

    def problem(self, target: Target) -> Failure | None:
        """Why a target could not be told as it is set up; nothing is sent."""
        try:
            load_url(target, self._environ)
        except TargetError as error:
            return Failure(target.name, error.what, error.remedy)
        if target.kind is TargetKind.APPRISE and not apprise.installed():
            return Failure(target.name, translate(apprise.MISSING), translate(apprise.INSTALL))
        return None

    async def _bounded(self, target: Target, events: Sequence[Event]) -> Failure | None:
        test = say(
            "run `readiness notify test {target}` to see whether it lasts", target=target.name
        )
        try:
            async with asyncio.timeout(self._patience.limit):
                # The keyring may take its time, and other targets do not wait for it.
                url = await asyncio.to_thread(load_url, target, self._environ)
                await self._deliver(target, url, events)
        except TargetError as error:
            return Failure(target.name, error.what, error.remedy)
        except NotSentError as error:
            return Failure(target.name, error.what, error.remedy)
        except CallFailedError as error:
            return Failure(target.name, why_not(error), test)
        except TimeoutError:
            limit = f"{self._patience.limit:g}"
            what = say("not done within {seconds} seconds", seconds=limit)
            return Failure(target.name, what, test)
        except Exception as error:  # noqa: BLE001 - a target never stops a watch, nor another target
            return Failure(
                target.name, say("it failed ({error})", error=type(error).__name__), test
            )
        return None

    async def _deliver(self, target: Target, url: Secret, events: Sequence[Event]) -> None:
        if target.kind is TargetKind.PING:
            await _each(self._beat(url, pulse) for pulse in pulses(events))
            return
        worded = [event for event in events if isinstance(event, Worded)]
        messages = [self._writer.write(event) for event in worded]
        if target.kind is TargetKind.APPRISE:
            await apprise.hand_over(url, messages, self._environ, self._proxy)
            return
        await _each(
            self._courier.bring("POST", url, self._payload.of(event, message))
            for event, message in zip(worded, messages, strict=True)
        )

    async def _beat(self, url: Secret, pulse: Pulse) -> None:
        # A scan waits for the heartbeat before it, so that one is not worth much patience.
        bring = self._courier.bring_once if pulse is Pulse.START else self._courier.bring
        await bring("GET", pulse_url(url, pulse))


def _wanted(target: Target, events: Iterable[Event]) -> list[Event]:
    """Those events that a target wants, each as far as it does."""
    told = (event.only(target.on) if isinstance(event, News) else event for event in events)
    return [event for event in told if _wants(target, event)]


def _wants(target: Target, event: Event) -> bool:
    pings = target.kind is TargetKind.PING
    match event:
        case Trial(target=name):
            return name == target.name
        case Started():
            return pings and target.start and target.covers(event.account)
        case Ended():
            return pings and target.covers(event.account)
        case News() | Trouble():
            told = not target.on.isdisjoint(event.topics)
            return told and not pings and target.covers(event.account)


async def _each(requests: Iterable[Awaitable[None]]) -> None:
    """Wait for one after the other, all of them; then raise what went wrong first."""
    problems: list[CallFailedError] = []
    for request in requests:
        try:
            await request
        except CallFailedError as problem:
            problems.append(problem)
    if problems:
        raise problems[0]


def _policy(exchange: str) -> Policy | None:
    info = EXCHANGES.get(exchange)
    return load_policy(info.family) if info else None
