"""Notifications give nothing away: no URL to anybody, and no secret to whoever gets them."""

import asyncio
import json
from datetime import date
from urllib.parse import quote

import pytest
from tests.notify import receiver as server
from tests.notify.receiver import Answer, receiving, status
from tests.notify.support import BLOCKED, READY, config, news, target
from tests.security.subject import Subject
from tests.security.subjects import BINANCE, SOME
from tests.security.support import (
    ACCOUNT,
    assert_nothing_leaked,
    encodings,
    listening,
    scanned,
)

from readiness.cli.crash import describe
from readiness.config import Env, Target, TargetKind
from readiness.domain.report import AccountReport
from readiness.notify import Ended, Event, Notifier, Trial, Trouble, events
from readiness.notify.web import Patience

TOKEN = "CANARY-t0ken/with?odd&parts=%41+b"
"""As it may stand in a path or a query; every way in which it could come back is looked for."""
PLAIN = TOKEN.replace("/", "-").replace("?", "-")
(NEWS,) = news(BLOCKED, READY)
EVENTS: list[Event] = [NEWS, Trouble("okx-main", "okx", "no key"), Ended("okx-main", complete=True)]

TROUBLES: list[Answer] = [
    status(200),
    status(400, b"bad token"),
    status(500),
    status(302, Location="https://evil.example/"),
    server.reset,
    server.cut,
    server.garbage,
    server.silence,
]


def url_of(kind: TargetKind, base_url: str) -> str:
    """A URL with a token in its path and in its query."""
    scheme = "json" if kind is TargetKind.APPRISE else "http"
    token = quote(PLAIN, safe="")
    return f"{scheme}://{base_url.removeprefix('http://')}/{token}?{token}=1"


def assert_url_is_secret(text: str) -> None:
    """No encoding of the token stands in a text."""
    lowered = text.lower()
    for shown in (*encodings(PLAIN), quote(PLAIN, safe="")):
        assert shown.lower() not in lowered
    assert "CANARY" not in text


def told(kind: TargetKind, url: str) -> tuple[list[str], bool]:
    """Tell a target at this URL; everything that was said meanwhile, and whether it was told."""
    each = target(kind, Env(), "each")
    settings = config(each)
    environ = {"READINESS_NOTIFY_EACH_URL": url}
    patience = Patience(timeout=0.3, attempts=2, first_pause=0, limit=3)
    texts = [repr(settings), repr(each), str(each)]
    with listening() as heard:
        notifier = Notifier(settings, environ=environ, patience=patience)
        failures = asyncio.run(notifier.send([*EVENTS, Trial("each")]))
    texts += [str(part) for part in (*failures, notifier.check())]
    parts = [part for part in vars(notifier).values() if part is not environ]
    texts += [repr(part) for part in (failures, notifier, *parts)]
    return [*texts, *heard], not failures


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("kind", "trouble"),
    [
        *((TargetKind.WEBHOOK, trouble) for trouble in TROUBLES),
        *((TargetKind.PING, trouble) for trouble in TROUBLES),
        # Whatever happens to apprise happens in a process of its own, deaf and mute.
        (TargetKind.APPRISE, TROUBLES[1]),
    ],
    ids=lambda value: value if isinstance(value, TargetKind) else "",
)
def test_no_trouble_brings_the_url_out(kind: TargetKind, trouble: Answer) -> None:
    """Not in what is returned, printed, warned about or logged, at any level."""
    with receiving(trouble) as there:
        texts, sent = told(kind, url_of(kind, there.base_url))
    assert any("CANARY" in got.path for got in there.got)
    assert sent == (trouble is TROUBLES[0])
    assert_url_is_secret("\n".join(texts))


@pytest.mark.parametrize("kind", [TargetKind.WEBHOOK, TargetKind.PING])
@pytest.mark.parametrize(
    "url",
    [
        "",
        PLAIN,
        f"http://evil.example/{PLAIN}",
        f"https://{PLAIN}@a.example/",
        f"https://a.example/#{PLAIN}",
        f"{PLAIN}://a",
        f"https://a.example/{PLAIN}\x00",
    ],
)
def test_a_url_that_is_refused_is_not_quoted(kind: TargetKind, url: str) -> None:
    """Whatever is wrong with it."""
    texts, sent = told(kind, url)
    assert not sent
    assert_url_is_secret("\n".join(texts))


def test_a_report_of_a_defect_hides_urls() -> None:
    """The environment's URLs are scrubbed, like keys."""
    url = f"https://a.example/x/{PLAIN}"
    try:
        raise RuntimeError(f"could not reach {url}")
    except RuntimeError as error:
        text = describe(error, {"READINESS_NOTIFY_PHONE_URL": url})
    assert_url_is_secret(text)
    assert "a.example" not in text


def test_the_search_would_find_it() -> None:
    """Each encoding of the token would be noticed."""
    for shown in encodings(PLAIN):
        with pytest.raises(AssertionError):
            assert_url_is_secret(f"before {shown} after")


def received(report: AccountReport, *, amounts: bool) -> str:
    """What a webhook gets of the first scan of an account, and of the next without it."""
    empty = report.model_copy(update={"findings": ()})
    with receiving() as there:
        hook: Target = target(TargetKind.WEBHOOK, there.base_url)
        settings = config(hook, amounts=amounts)
        told: list[Event] = [
            event
            for previous, current in ((None, report), (empty, report), (report, empty))
            for event in events(previous, current, 3, settings.notify, today=date(2026, 12, 1))
        ]
        assert asyncio.run(Notifier(settings, environ={}).send(told)) == ()
    documents = [got.json for got in there.got]
    assert len(documents) == 3
    words = [f"{document['title']}\n{document['text']}" for document in documents]
    return "\n".join([*words, json.dumps(documents, ensure_ascii=False)])


@pytest.mark.matrix
@SOME
def test_whoever_is_told_learns_no_secret(subject: Subject) -> None:
    """Neither the key nor an address comes out of a real scan, whatever is told of it.

    The addresses that name one's own sub-accounts are masked as well.
    """
    owner = subject.account()
    subject.something(owner)
    sim = subject.served(owner)
    with sim.serving():
        said = scanned(subject.exchange, sim)
    assert said.report is not None
    (report,) = said.report.accounts
    named = {row.scope for row in report.coverage if "@" in row.scope}
    assert bool(named) == (subject is BINANCE)
    for amounts in (False, True):
        text = received(report, amounts=amounts)
        assert ACCOUNT in text
        assert_nothing_leaked(text)
        for name in named:
            assert name not in text
            assert quote(name, safe="") not in text
