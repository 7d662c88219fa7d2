"""What people read: short, plain, without amounts, and nothing that others could put in."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.notify.support import (
    BLOCKED,
    CLOSING,
    CLOSURE,
    DEPOSITS,
    EARN,
    FUNDING,
    INCOMPLETE,
    LUNC,
    NOTICE,
    ORDER,
    ORDERS,
    READY,
    changed,
    news,
)
from tests.report.samples import account, exact, finding

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.finding import Finding
from readiness.domain.report import AccountReport
from readiness.domain.verdict import Verdict
from readiness.notify import Trial, Trouble
from readiness.notify.message import Message, Writer
from readiness.policies import load_policy

SILENT = Writer(lambda _: load_policy("okx"), amounts=False)
TALKATIVE = Writer(lambda _: load_policy("okx"), amounts=True)
BOTH = pytest.mark.parametrize("writer", [SILENT, TALKATIVE], ids=["silent", "talkative"])

EVIL = [
    "\x1b[31mred\x1b[0m",
    "two\nlines\r\nDetails: readiness scan evil",
    "\u202eesrever\u2066\u200b\ufeff",
    "[click](https://evil.example/)",
    "<b>bold</b><img src=x onerror=alert(1)>",
    "<https://evil.example|support>",
    "https://evil.example/claim",
    "claim at evil.example",
    "@everyone <!channel> @here #general",
    "*bold* _italic_ ~gone~ `code` || spoiler ||",
    "```\ncode\n```",
    "&lt;b&gt; &amp; {account} %s $(id) ${HOME}",
    "/start",
    ":skull:",
    "x" * 10_000,
    "\ud800",
    "\x00",
    "grid01@example.com",
    "+86 138 0013 8000",
    "",
]


def said(
    writer: Writer, previous: AccountReport | None, current: AccountReport, runs: int = 0
) -> Message:
    """The one message about a scan."""
    (event,) = news(previous, current, runs)
    return writer.write(event)


def with_findings(*findings: Finding) -> AccountReport:
    """A blocked account with these findings."""
    return account(Verdict.BLOCKED, findings, (FUNDING, ORDERS, EARN, DEPOSITS))


def test_the_whole_of_a_message() -> None:
    """A title that says it all, and a few lines."""
    now = with_findings(changed(LUNC, variant="frozen"), ORDER)
    assert said(SILENT, BLOCKED, now) == Message(
        "okx-main: still blocked, with changes",
        "okx-main (OKX): BLOCKED\n"
        "Something still stands in the way of closing this account.\n"
        "2 in the way, 0 could not be looked at, 0 for you to look at.\n"
        "New:\n"
        "- Open orders: 123456\n"
        "Changed:\n"
        "- Funding account: LUNC\n"
        "Details: readiness scan okx-main",
    )


def test_the_whole_of_a_message_with_amounts() -> None:
    """Only if they are wanted."""
    before, now = with_findings(LUNC), with_findings(changed(LUNC, amount=exact("5")), ORDER)
    message = said(TALKATIVE, before, now)
    assert "- Funding account: LUNC, 5, about 0.03 USD (was 0.0001, about 0.03 USD)" in message.body
    assert "about" not in said(SILENT, before, now).body


@pytest.mark.parametrize(
    ("previous", "current", "runs", "title", "line"),
    [
        (None, BLOCKED, 0, "okx-main: blocked", "1 in the way"),
        (BLOCKED, READY, 0, "okx-main: ready to be closed", "Close the account now"),
        (READY, BLOCKED, 0, "okx-main: blocked (was ready)", "- Funding account: LUNC"),
        (
            INCOMPLETE,
            INCOMPLETE,
            3,
            "okx-main: 3 scans in a row could not look everywhere",
            "Could not be looked at:\n- Fixed-term earn",
        ),
        (
            CLOSING,
            BLOCKED.model_copy(update={"closure": CLOSING.closure}),
            0,
            "okx-main: the waiting period is over",
            "Before: closing.",
        ),
        (BLOCKED, CLOSING, 0, "okx-main: closing (was blocked)", "ends on 2026-12-01"),
        (BLOCKED, INCOMPLETE, 0, "okx-main: incomplete (was blocked)", "Gone:"),
    ],
)
def test_titles(
    previous: AccountReport | None, current: AccountReport, runs: int, title: str, line: str
) -> None:
    """The most important of what happened is the title."""
    message = said(SILENT, previous, current, runs)
    assert message.title == title
    assert line in message.body


def test_probably_closed() -> None:
    """It is said as a guess, and that one has to look."""
    now = account(
        Verdict.REFUSED,
        (finding("key-refused", area="account.key", variant="probably-closed"),),
        (),
        closure=CLOSING.closure,
    )
    message = said(SILENT, CLOSING, now)
    assert message.title == "okx-main: probably closed"
    assert "Look at the exchange itself" in message.body


def test_ready_after_the_waiting_period() -> None:
    """The account was to be closed by now: somebody has to look, not to close it again."""
    ready = READY.model_copy(update={"closure": CLOSING.closure})
    message = said(SILENT, CLOSING, ready)
    assert message.title == "okx-main: the waiting period is over"
    assert "the key still works: the account may still be open" in message.body
    assert "Close the account now" not in message.body


def test_ready_while_a_request_waits() -> None:
    """Asked by force: the account is left alone until the period is over."""
    ready = READY.model_copy(update={"closure": CLOSURE})
    message = said(SILENT, BLOCKED, ready)
    assert "Close the account now" not in message.body
    assert "closure requested" not in message.body


def test_nothing_was_looked_at_is_nothing_gone() -> None:
    """While the waiting period runs nobody looks, and nothing is told as gone."""
    assert "Gone" not in said(SILENT, BLOCKED, CLOSING).body


def test_a_message_is_short() -> None:
    """Ten points of a kind, and how many more there are."""
    many = with_findings(
        *(finding("open-order", area="orders.open", subject=str(n)) for n in range(5_000))
    )
    body = said(SILENT, READY, many).body
    assert "- and 4990 more" in body
    assert len(body.splitlines()) < 25


def test_a_message_is_never_long() -> None:
    """However long names are; what to do next is never cut off."""
    long = [
        finding("open-order", area="orders.open", subject=f"{n} {'x' * 200}", scope="y" * 200)
        for n in range(20)
    ]
    frozen = [changed(each, variant="frozen") for each in long]
    body = said(SILENT, with_findings(*long), with_findings(*frozen)).body
    assert len(body) <= 1_800
    assert body.endswith("\n(shortened)\nDetails: readiness scan okx-main")
    ready = said(
        SILENT, with_findings(*long, *(f.model_copy(update={"scope": "z"}) for f in long)), READY
    ).body
    assert "Close the account now" in ready


def test_trouble_and_trial() -> None:
    """What went wrong stands in the message, and a test says that it is one."""
    trouble = SILENT.write(Trouble("okx-main", "okx", "account okx-main: no key"))
    assert trouble.title == "okx-main: could not be scanned"
    assert "no key" in trouble.body
    trial = SILENT.write(Trial("phone"))
    assert "test" in trial.title
    assert "phone" in trial.body


@pytest.mark.parametrize("evil", EVIL[:-1], ids=range(len(EVIL) - 1))
def test_what_went_wrong_may_quote_somebody(evil: str) -> None:
    """Addresses are masked, and nothing of it is markup or a link."""
    message = SILENT.write(Trouble("okx-main", "okx", f"{evil} 10.1.2.3"))
    assert_harmless(message, evil, allowed='/&{}%$=_!…"')
    assert "10.1.2.3" not in message.body


PLACES: list[Callable[[str], Finding]] = [
    lambda evil: changed(LUNC, subject=evil, asset=evil),
    lambda evil: changed(LUNC, scope=evil),
    lambda evil: changed(LUNC, asset=evil),
    lambda evil: changed(LUNC, amount=Unreadable(raw=evil)),
    lambda evil: changed(LUNC, facts=(("frozen", evil),)),
]


@BOTH
@pytest.mark.parametrize("put", PLACES, ids=["subject", "scope", "asset", "amount", "facts"])
@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_names_that_strangers_gave(
    writer: Writer, put: Callable[[str], Finding], evil: str
) -> None:
    """No line, no escape sequence, no link, no mention and no markup comes from a name."""
    now = with_findings(put(evil))
    for previous, current in ((READY, now), (now, READY)):
        assert_harmless(said(writer, previous, current), evil)


def assert_harmless(message: Message, evil: str, allowed: str = "") -> None:
    """A title and a few short lines of plain characters."""
    usual = set(" .:;,-'()·\n") | set(allowed)
    text = f"{message.title}\n{message.body}"
    assert "\n" not in message.title
    assert len(message.title) <= 100
    assert len(message.body) < 2_000
    assert all(letter.isalnum() or letter in usual for letter in text)
    if "@" in evil or "+86" in evil:
        assert evil not in text
        assert "grid01" not in text
        assert "0013" not in text


amounts = st.decimals(min_value=0, allow_nan=False, allow_infinity=False, places=8)
CANARIES = st.integers(10**11, 10**12).map(lambda number: Decimal(f"77{number}.5"))


@given(CANARIES, CANARIES)
def test_no_amount_unless_it_is_wanted(amount: Decimal, value: Decimal) -> None:
    """Whatever is told of a finding, how much there is and what it is worth is not."""
    rich = changed(LUNC, amount=Exact(value=amount), value_usd=Exact(value=value))
    then, now = with_findings(rich, NOTICE), with_findings(changed(rich, variant="frozen"))
    for previous, current in ((None, then), (READY, then), (then, READY), (then, now)):
        silent, talkative = said(SILENT, previous, current), said(TALKATIVE, previous, current)
        digits = [str(number).partition(".")[0] for number in (amount, value)]
        plain = f"{silent.title}{silent.body}".replace(",", "")
        assert not any(number in plain for number in digits)
        if previous is not None:
            told = talkative.body.replace(",", "")
            assert all(number in told for number in digits)


@pytest.mark.parametrize("amount", [NotStated(), Unreadable(raw="1e999999")])
def test_amounts_that_are_none(amount: NotStated | Unreadable) -> None:
    """Are not told."""
    message = said(TALKATIVE, READY, with_findings(changed(LUNC, amount=amount)))
    assert "- Funding account: LUNC, about 0.03 USD" in message.body


def test_an_exchange_that_nobody_knows() -> None:
    """A message is written all the same."""
    writer = Writer(lambda _: None, amounts=False)
    assert said(writer, READY, BLOCKED).body.startswith("okx-main (okx): BLOCKED")
