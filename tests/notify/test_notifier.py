"""Who is told of what, and that no target can harm another, or whoever tells."""

import asyncio
import threading
import time
from collections.abc import Iterator

import httpx
import keyring
import pytest
from tests.cli.conftest import MemoryKeyring
from tests.gate import virtual
from tests.notify import receiver as server
from tests.notify.receiver import Receiver, receiving, status
from tests.notify.support import BLOCKED, LUNC, ORDER, READY, changed, config, news, target
from tests.report.samples import exact

from readiness.config import Env, Keyring, Secret, Target, TargetKind, Topic, store_url
from readiness.notify import Ended, Event, Failure, Notifier, Started, Trial, Trouble
from readiness.notify.web import Patience

CANARY = "CANARY5ecret0token"
QUICK = Patience(timeout=5, first_pause=0)
(NEWS,) = news(BLOCKED, READY)
TROUBLE = Trouble("okx-main", "okx", "no key")
OTHER = Trouble("okx-eea", "okx-eea", "no key")


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    """No test ever sees the keyring of whoever runs it."""
    ring = MemoryKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    return ring


@pytest.fixture
def there() -> Iterator[Receiver]:
    """A receiver that takes everything."""
    with receiving() as receiver:
        yield receiver


def send(*events: Event, to: list[Target], **environ: str) -> tuple[Failure, ...]:
    """Tell these targets."""
    notifier = Notifier(config(*to), environ=environ, patience=QUICK)
    return asyncio.run(notifier.send(events))


def webhook(there: Receiver, name: str = "hook", **more: object) -> Target:
    return target(TargetKind.WEBHOOK, f"{there.base_url}/{name}/{CANARY}", name, **more)


def ping(there: Receiver, name: str = "beat", **more: object) -> Target:
    return target(TargetKind.PING, f"{there.base_url}/{name}", name, **more)


def test_a_webhook_gets_json(there: Receiver) -> None:
    """One message for each event."""
    assert send(NEWS, TROUBLE, to=[webhook(there)]) == ()
    first, second = (got.json for got in there.got)
    assert (first["topics"], second["topics"]) == (["ready", "change"], ["failed"])
    assert first["title"] == "okx-main: ready to be closed"
    assert first["id"] != second["id"]


def test_a_message_that_is_tried_again_is_the_same() -> None:
    """A receiver can tell by the id that it had it already."""
    with receiving(server.cut, status(200)) as there:
        assert send(NEWS, to=[webhook(there)]) == ()
    first, second = there.got
    assert first.json == second.json


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ({Topic.READY}, 1),
        ({Topic.CHANGE}, 1),
        ({Topic.FAILED}, 1),
        ({Topic.READY, Topic.CHANGE, Topic.FAILED}, 2),
        ({Topic.BLIND, Topic.AMOUNT}, 0),
        (set(), 0),
    ],
)
def test_a_target_gets_what_it_wants(there: Receiver, on: set[Topic], told: int) -> None:
    """Each event once, for whichever reason."""
    assert send(NEWS, TROUBLE, to=[webhook(there, on=frozenset(on))]) == ()
    assert len(there.got) == told
    assert all(on.issuperset(got.json["topics"]) for got in there.got)


def test_a_message_speaks_of_what_its_target_wants(there: Receiver) -> None:
    """Who wants changes is told no other amounts along with them."""
    both = BLOCKED.model_copy(update={"findings": (changed(LUNC, amount=exact("5")), ORDER)})
    (event,) = news(BLOCKED, both)
    on = frozenset({Topic.CHANGE})
    assert send(event, to=[webhook(there, on=on), webhook(there, "all")]) == ()
    narrow, wide = sorted((got.json for got in there.got), key=lambda each: len(each["topics"]))
    assert (narrow["topics"], wide["topics"]) == (["change"], ["change", "amount"])
    assert "Other amounts" in wide["text"]
    assert "Other amounts" not in narrow["text"]


def test_a_target_gets_its_accounts(there: Receiver) -> None:
    """And no others."""
    mine = webhook(there, accounts=frozenset({"okx-main"}))
    assert send(TROUBLE, OTHER, to=[mine]) == ()
    assert [got.json["account"] for got in there.got] == ["okx-main"]


def test_messages_are_no_heartbeats(there: Receiver) -> None:
    """And heartbeats are no messages."""
    assert send(NEWS, TROUBLE, to=[ping(there)]) == ()
    assert send(Started("okx-main"), Ended("okx-main", complete=True), to=[webhook(there)]) == ()
    assert there.got == []


@pytest.mark.parametrize(
    ("events", "paths"),
    [
        ([Ended("okx-main", complete=True)], ["/beat"]),
        ([Ended("okx-main", complete=False)], ["/beat/fail"]),
        ([Ended("okx-main", complete=True), Ended("a", complete=True)], ["/beat"]),
        ([Ended("okx-main", complete=True), Ended("a", complete=False)], ["/beat/fail"]),
        ([Started("okx-main")], []),
        ([Trial("beat")], ["/beat"]),
        ([], []),
    ],
)
def test_heartbeats(there: Receiver, events: list[Event], paths: list[str]) -> None:
    """One for all scans that ended together; success only if all could look everywhere."""
    assert send(*events, to=[ping(there)]) == ()
    assert there.paths == paths
    assert {(got.method, got.body) for got in there.got} <= {("GET", b"")}


def test_heartbeats_of_some_accounts(there: Receiver) -> None:
    """Each account can have one of its own."""
    mine = ping(there, accounts=frozenset({"okx-main"}), start=True)
    events: list[Event] = [Started("okx-main"), Started("a"), Ended("okx-main", complete=True)]
    assert send(*events, Ended("a", complete=False), to=[mine]) == ()
    assert there.paths == ["/beat/start", "/beat"]


def test_a_scan_does_not_wait_long_for_its_heartbeat() -> None:
    """The one before it is tried once; the one after it as often as a message."""
    for event, tries in ((Started("okx-main"), 1), (Ended("okx-main", complete=True), 3)):
        with receiving(status(500)) as there:
            (failure,) = send(event, to=[ping(there, start=True)])
        assert len(there.got) == tries
        assert failure.target == "beat"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/ping/uuid", "/ping/uuid/fail"),
        ("/ping/uuid/", "/ping/uuid/fail"),
        ("", "/fail"),
        ("/push?status=up&ping=", "/push/fail?status=up&ping="),
    ],
)
def test_where_a_failure_is_told(there: Receiver, url: str, path: str) -> None:
    """Below the path, whatever comes after it."""
    beat = target(TargetKind.PING, Env(), "beat")
    environ = {"READINESS_NOTIFY_BEAT_URL": f"{there.base_url}{url}"}
    assert send(Ended("a", complete=False), to=[beat], **environ) == ()
    assert there.paths == [path]


def test_a_trial_is_for_one_target(there: Receiver) -> None:
    """Whatever that wants to be told of otherwise."""
    targets = [webhook(there, on=frozenset(), accounts=frozenset()), webhook(there, "other")]
    assert send(Trial("hook"), to=targets) == ()
    assert [got.json["topics"] for got in there.got] == [["test"]]


def test_one_failure_stops_nobody(there: Receiver) -> None:
    """Each target that was not told is named, with what to do; none with its URL."""
    with receiving(status(500)) as broken:
        failures = send(
            NEWS,
            TROUBLE,
            to=[
                webhook(broken, "broken"),
                target(TargetKind.WEBHOOK, Keyring(), "lost"),
                target(TargetKind.WEBHOOK, Env(), "unset"),
                target(TargetKind.WEBHOOK, Env(), "wrong"),
                webhook(there),
            ],
            READINESS_NOTIFY_WRONG_URL=f"http://evil.example/{CANARY}",
        )
    assert len(there.got) == 2
    assert [failure.target for failure in failures] == ["broken", "lost", "unset", "wrong"]
    told = "\n".join(map(str, failures))
    for word in (
        "HTTP status 500",
        "readiness notify test broken",
        "readiness notify set lost",
        "READINESS_NOTIFY_UNSET_URL",
        "use https",
    ):
        assert word in told
    assert CANARY not in f"{told}{failures!r}"
    assert broken.base_url not in told


def test_every_message_is_tried() -> None:
    """One that a receiver refuses does not keep the next from it."""
    with receiving(status(400), status(200)) as there:
        (failure,) = send(NEWS, TROUBLE, to=[webhook(there)])
    assert len(there.got) == 2
    assert "400" in failure.what


def test_targets_are_told_side_by_side() -> None:
    """The second gets its message while the first still waits for an answer."""
    order: list[str] = []
    second = threading.Event()

    def first_waits(exchange: server.Exchange) -> None:
        """Answer once the other target has been told."""
        assert second.wait(10)
        order.append("first")
        exchange.reply(200, {}, b"")

    def then(exchange: server.Exchange) -> None:
        """Answer at once."""
        order.append("second")
        exchange.reply(200, {}, b"")
        second.set()

    with receiving(first_waits) as slow, receiving(then) as quick:
        assert send(NEWS, to=[webhook(slow, "a"), webhook(quick, "b")]) == ()
    assert order == ["second", "first"]


class Slow(httpx.AsyncBaseTransport):
    """Never answers within anybody's patience."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Wait for an hour."""
        await asyncio.sleep(3000)
        return httpx.Response(200)


def test_everything_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much there is to tell, and however slow the receivers are: a minute."""
    # Threads live in real time.
    monkeypatch.setattr(asyncio, "to_thread", lambda call, *rest: asyncio.sleep(0, call(*rest)))
    targets = [target(TargetKind.WEBHOOK, f"https://{name}.example.com", name) for name in "abc"]

    async def work() -> tuple[tuple[Failure, ...], float]:
        notifier = Notifier(config(*targets), environ={}, inner=Slow())
        return await notifier.send([TROUBLE] * 50), virtual.now()

    failures, seconds = virtual.run(work())
    assert [failure.target for failure in failures] == ["a", "b", "c"]
    assert all("60 seconds" in failure.what for failure in failures)
    assert seconds == pytest.approx(60, abs=0.1)


def test_whoever_tells_may_be_interrupted() -> None:
    """A watch that is stopped does not wait for a receiver."""

    async def work() -> float:
        notifier = Notifier(
            config(target(TargetKind.PING, "https://a.example")), environ={}, inner=Slow()
        )
        task = asyncio.create_task(notifier.send([Ended("a", complete=True)]))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return time.monotonic()

    began = time.monotonic()
    assert asyncio.run(work()) - began < 5


def test_a_defect_is_a_failure() -> None:
    """Even that: it is named, and quotes nothing."""

    class Broken(httpx.AsyncBaseTransport):
        """Raises what nobody expects."""

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            """Quote the URL."""
            raise ZeroDivisionError(str(request.url))

    notifier = Notifier(
        config(target(TargetKind.PING, f"https://a.example/{CANARY}")), environ={}, inner=Broken()
    )
    (failure,) = asyncio.run(notifier.send([Ended("a", complete=True)]))
    assert failure.what == "it failed (ZeroDivisionError)"
    assert CANARY not in repr(failure)


def test_nobody_to_tell_is_no_work() -> None:
    """Nothing is looked up for a target that wants none of it."""
    assert send(NEWS, to=[]) == ()
    assert send(to=[target(TargetKind.WEBHOOK, Env(), "lost")]) == ()


def test_check_sends_nothing(there: Receiver, ring: MemoryKeyring) -> None:
    """It only says which targets could not be told."""
    kept = target(TargetKind.WEBHOOK, Keyring(), "kept")
    store_url(kept, Secret(f"{there.base_url}/{CANARY}"))
    assert list(ring.entries) == [("readiness", "notify/kept")]
    lost = target(TargetKind.PING, Keyring(), "lost")
    failures = Notifier(config(kept, lost, webhook(there)), environ={}).check()
    assert [failure.target for failure in failures] == ["lost"]
    assert there.got == []


def test_an_account_of_the_same_name_has_other_secrets(ring: MemoryKeyring) -> None:
    """No account's name has a slash, so the entries never meet."""
    ring.set_password("readiness", "kept", CANARY)
    kept = target(TargetKind.WEBHOOK, Keyring(), "kept")
    (failure,) = Notifier(config(kept), environ={}).check()
    assert "readiness notify set kept" in failure.remedy
