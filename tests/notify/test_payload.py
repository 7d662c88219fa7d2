"""The JSON of a webhook: a shape that programs may rely on."""

import json
from typing import Any

import pytest
from tests.docs.support import read, rows, section, spans
from tests.notify.support import (
    BLOCKED,
    DEPOSITS,
    EARN,
    FUNDING,
    INCOMPLETE,
    LOOK,
    LUNC,
    ORDER,
    ORDERS,
    READY,
    changed,
    news,
)
from tests.report.samples import account, finding

from readiness import __version__
from readiness.config import Topic
from readiness.domain.report import AccountReport
from readiness.domain.verdict import Verdict
from readiness.notify import Trial, Trouble
from readiness.notify.message import Message, Worded
from readiness.notify.payload import Payload

WORDS = Message("a title", "a text")
PAGE = section(read("docs/notify.md"), "## `webhook`")


def payload(event: Worded, *, amounts: bool = False) -> dict[str, Any]:
    """What a webhook gets."""
    maker = Payload(amounts=amounts, now=lambda: 1_764_547_200.9, new_id=lambda: "id-1")
    document: dict[str, Any] = json.loads(maker.of(event, WORDS))
    return document


def of_scan(
    previous: AccountReport | None, current: AccountReport, *, amounts: bool = False
) -> dict[str, Any]:
    """What a webhook gets about a scan."""
    (event,) = news(previous, current)
    return payload(event, amounts=amounts)


def test_the_whole_of_it() -> None:
    """Key by key."""
    assert of_scan(READY, BLOCKED) == {
        "schema": "readiness.event/1",
        "tool": {"name": "readiness", "version": __version__},
        "id": "id-1",
        "sent_at": "2025-12-01T00:00:00Z",
        "topics": ["change"],
        "account": "okx-main",
        "exchange": "okx",
        "verdict": "blocked",
        "previous_verdict": "ready",
        "counts": {"blockers": 1, "unknown": 0, "confirm": 0},
        "blind_runs": 0,
        "changes": [
            {
                "change": "appeared",
                "rule": "wallet-not-empty",
                "severity": "blocker",
                "area": "wallet.funding",
                "scope": "main",
                "subject": "LUNC",
            }
        ],
        "more_changes": 0,
        "title": "a title",
        "text": "a text",
    }


def test_amounts_if_they_are_wanted() -> None:
    """As decimal strings; what is no number is null."""
    odd = finding(area="wallet.trading", subject="ODD")
    now = BLOCKED.model_copy(update={"findings": (LUNC, odd)})
    told = of_scan(READY, now, amounts=True)["changes"]
    assert [(each["asset"], each["amount"], each["value_usd"]) for each in told] == [
        ("LUNC", "0.0001", "0.03"),
        (None, None, None),
    ]
    silent = json.dumps(of_scan(READY, now))
    assert "0.0001" not in silent
    assert "0.03" not in silent


@pytest.mark.parametrize(
    ("event", "topics"),
    [(Trouble("okx-main", "okx", "no key"), ["failed"]), (Trial("hook"), ["test"])],
)
def test_without_a_report(event: Worded, topics: list[str]) -> None:
    """The same keys; what is not known is null."""
    told = payload(event)
    assert told.keys() == of_scan(READY, BLOCKED).keys()
    assert told["topics"] == topics
    assert (told["verdict"], told["counts"], told["changes"]) == (None, None, [])


def test_the_first_scan() -> None:
    """There was no verdict before, and nothing that changed."""
    told = of_scan(None, INCOMPLETE)
    assert (told["previous_verdict"], told["changes"]) == (None, [])
    assert told["counts"] == {"blockers": 0, "unknown": 1, "confirm": 0}


def test_every_kind_of_change() -> None:
    """Told in words that stay the same."""
    before = account(Verdict.BLOCKED, (LUNC, ORDER), (FUNDING, ORDERS, EARN, DEPOSITS))
    frozen = changed(LUNC, variant="frozen")
    now = account(Verdict.BLOCKED, (frozen, LOOK), (FUNDING, ORDERS, EARN, DEPOSITS))
    told = [each["change"] for each in of_scan(before, now)["changes"]]
    assert told == ["came_into_sight", "went_away", "changed"]
    words = set(spans(next(row[1] for row in rows(PAGE) if row[0] == "`changes`")))
    assert {*told, "appeared", "out_of_sight"} <= words


def test_a_hundred_changes_are_enough() -> None:
    """The rest is counted."""
    many = tuple(finding("open-order", area="orders.open", subject=str(n)) for n in range(130))
    told = of_scan(READY, account(Verdict.BLOCKED, many, (FUNDING, ORDERS, EARN, DEPOSITS)))
    assert (len(told["changes"]), told["more_changes"]) == (100, 30)


def test_names_of_others_are_masked() -> None:
    """And cleaned: a program may print them."""
    evil = changed(LUNC, scope="grid01@example.com", subject="\x1b[31m\u202eLUNC\ud800")
    (told,) = of_scan(READY, BLOCKED.model_copy(update={"findings": (evil,)}))["changes"]
    assert told["scope"] == "gr***@example.com"
    assert told["subject"].isprintable()
    assert told["subject"].isascii()


def test_every_key_is_documented() -> None:
    """And no other."""
    documented = [name for row in rows(PAGE) for name in spans(row[0])]
    assert documented == list(of_scan(READY, BLOCKED))
    inside = set(spans(PAGE))
    told = of_scan(READY, BLOCKED, amounts=True)
    assert set(told["changes"][0]) | set(told["counts"]) | set(told["tool"]) <= inside


def test_every_topic_is_documented() -> None:
    """In the order in which they matter."""
    table = section(read("docs/notify.md"), "## What is told")
    documented = [span.strip('"') for row in rows(table) for span in spans(row[0])]
    assert sorted(documented) == sorted(Topic)
