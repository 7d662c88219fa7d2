"""Which scans are news, and that none is news twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.notify.support import (
    BLIND,
    BLOCKED,
    CLOSING,
    DEPOSITS,
    EARN,
    FUNDING,
    INCOMPLETE,
    LOOK,
    LUNC,
    NO_FUNDING,
    NOTICE,
    ORDER,
    ORDERS,
    P2P,
    READY,
    ROWS,
    UNSEEN_EARN,
    UNSEEN_FUNDING,
    changed,
    news,
    topics,
)
from tests.report.samples import ACTING, EVERY_VERDICT, REJECTED, account, exact, finding

from readiness.config import Topic
from readiness.domain.finding import Acknowledged, Severity
from readiness.domain.report import AccountReport
from readiness.domain.verdict import Verdict
from readiness.notify import Ended, Started, Trouble, ended, failed, started

GONE = account(
    Verdict.REFUSED,
    (finding("key-refused", area="account.key", variant="probably-closed"),),
    (),
    key=REJECTED,
    closure=CLOSING.closure,
)
TWO = account(Verdict.BLOCKED, (LUNC, ORDER), (FUNDING, ORDERS, EARN, DEPOSITS))


def test_the_first_scan_is_told() -> None:
    """Whoever sets up notifications learns the verdict, and that they work."""
    (first,) = news(None, BLOCKED)
    assert (first.topics, first.account, first.difference) == ((Topic.CHANGE,), "okx-main", None)


@pytest.mark.parametrize("verdict", Verdict)
def test_nothing_changed_is_no_news(verdict: Verdict) -> None:
    """Of whatever verdict."""
    report = EVERY_VERDICT[verdict]
    assert news(report, report) == ()


@pytest.mark.parametrize(
    ("previous", "current", "told"),
    [
        (BLOCKED, READY, ["ready", "change"]),
        (INCOMPLETE, READY, ["ready", "change"]),
        (CLOSING, READY, ["ready", "closing", "change"]),
        (None, READY, ["ready", "change"]),
        (READY, BLOCKED, ["change"]),
        (BLOCKED, TWO, ["change"]),
        (TWO, BLOCKED, ["change"]),
        (BLOCKED, INCOMPLETE, ["change"]),
        (BLOCKED, CLOSING, ["change"]),
    ],
)
def test_what_is_news(
    previous: AccountReport | None, current: AccountReport, told: list[str]
) -> None:
    """Another verdict, or something that appeared or went away."""
    # Without its closure, what came after the waiting period would be a new beginning.
    current = current.model_copy(update={"closure": CLOSING.closure})
    assert topics(previous, current) == told


def test_a_verdict_alone_is_news() -> None:
    """Also when the same things are there."""
    assert topics(BLOCKED, BLOCKED.model_copy(update={"verdict": Verdict.INCOMPLETE})) == ["change"]


@pytest.mark.parametrize(
    "values",
    [
        {"acknowledged": Acknowledged(reason="dust", up_to=None, until=date(2027, 1, 1))},
        {"severity": Severity.CONFIRM},
        {"variant": "frozen"},
        {"rule": "bot-money"},
    ],
)
def test_what_weighs_differently_is_news(values: dict[str, object]) -> None:
    """An acknowledgement that begins or expires, money that is frozen."""
    now = BLOCKED.model_copy(update={"findings": (changed(LUNC, **values),)})
    assert topics(BLOCKED, now) == topics(now, BLOCKED) == ["change"]


def test_amounts_are_a_topic_of_their_own() -> None:
    """Interest accrues every hour; nobody should hear of it unasked."""
    now = BLOCKED.model_copy(update={"findings": (changed(LUNC, amount=exact("0.0002")),)})
    assert topics(BLOCKED, now) == ["amount"]


@pytest.mark.parametrize(
    "values",
    [
        {"value_usd": exact("0.04")},
        {"source": "https://www.okx.com/help"},
        {"facts": (("price", "3"),)},
    ],
)
def test_another_price_is_no_news(values: dict[str, object]) -> None:
    """Prices change with every scan."""
    now = BLOCKED.model_copy(update={"findings": (changed(LUNC, **values),)})
    assert news(BLOCKED, now) == ()


def test_notices_are_no_news() -> None:
    """They weigh nothing."""
    noticed = READY.model_copy(update={"findings": (NOTICE,)})
    assert news(READY, noticed) == news(noticed, READY) == ()


def test_one_look_that_fails_is_no_news() -> None:
    """As long as the verdict is the same: what was there may still be there."""
    once = account(Verdict.BLOCKED, (ORDER, BLIND), (UNSEEN_FUNDING, ORDERS, UNSEEN_EARN, DEPOSITS))
    assert news(TWO, once) == ()


def test_what_comes_into_sight_is_news() -> None:
    """Nobody could look there before."""
    once = account(Verdict.BLOCKED, (ORDER,), (UNSEEN_FUNDING, ORDERS, EARN, DEPOSITS))
    assert topics(once, TWO) == ["change"]


def test_what_a_person_has_to_look_at_is_news() -> None:
    """A confirmation that expires comes back as a point to look at."""
    now = account(Verdict.UNCONFIRMED, (LOOK,), (*ROWS, P2P))
    assert topics(READY, now) == ["change"]


@pytest.mark.parametrize(("runs", "told"), [(0, []), (1, []), (2, []), (3, ["blind"]), (4, [])])
def test_blindness_is_told_once(runs: int, told: list[str]) -> None:
    """When it has lasted as long as is configured, and not again while it lasts."""
    assert topics(INCOMPLETE, INCOMPLETE, runs) == told


def test_blindness_is_told_again_after_a_recovery() -> None:
    """Every series of its own."""
    series = [1, 2, 3, 4, 0, 1, 2, 3, 4, 5]
    told = [topics(INCOMPLETE, INCOMPLETE, runs) for runs in series]
    assert told.count(["blind"]) == 2


def test_blindness_as_configured() -> None:
    """From one scan on, if somebody wants that."""
    assert topics(INCOMPLETE, INCOMPLETE, 1, after=1) == ["blind"]


def test_the_waiting_period_is_over() -> None:
    """Told by the first scan that asks the exchange again."""
    now = BLOCKED.model_copy(update={"closure": CLOSING.closure})
    assert topics(CLOSING, now) == ["closing", "change"]
    assert topics(now, now) == []


def test_a_forced_scan_does_not_end_the_waiting_period() -> None:
    """It runs on, whatever the verdict is meanwhile."""
    forced = BLOCKED.model_copy(update={"closure": CLOSING.closure})
    assert topics(CLOSING, forced, today=date(2026, 11, 30)) == ["change"]
    assert topics(CLOSING, forced, today=date(2026, 12, 1)) == ["closing", "change"]


def test_probably_closed_is_told_once() -> None:
    """Whether the key went first or with the waiting period."""
    refused = EVERY_VERDICT[Verdict.REFUSED]
    assert topics(CLOSING, GONE) == ["closing", "change"]
    assert topics(refused, GONE)[0] == "closing"
    assert topics(GONE, GONE) == []


def test_a_request_that_is_taken_back_is_no_end_of_a_period() -> None:
    """The table was removed from the configuration."""
    assert topics(CLOSING, BLOCKED) == ["change"]


def test_failures_are_told_once_in_a_row() -> None:
    """The first of a series."""
    told = [failed("okx-main", "okx", "no key", failures) for failures in (1, 2, 3, 1)]
    one = (Trouble("okx-main", "okx", "no key"),)
    assert told == [one, (), (), one]
    assert one[0].topics == (Topic.FAILED,)


@pytest.mark.parametrize(
    ("report", "complete"),
    [
        (READY, True),
        (BLOCKED, True),
        (CLOSING, True),
        (EVERY_VERDICT[Verdict.UNCONFIRMED].model_copy(update={"coverage": ROWS}), True),
        (INCOMPLETE, False),
        (EVERY_VERDICT[Verdict.REFUSED], False),
        (BLOCKED.model_copy(update={"coverage": (FUNDING, UNSEEN_EARN)}), False),
        (READY.model_copy(update={"verdict": Verdict.INCOMPLETE}), False),
    ],
)
def test_a_scan_is_complete_if_it_could_look_everywhere(
    report: AccountReport, *, complete: bool
) -> None:
    """A heartbeat tells that, whatever is in the way; a key that is refused sees nothing."""
    assert ended(report) == Ended("okx-main", complete)


def test_the_beginning_of_scans() -> None:
    """One for each account."""
    assert started(["a", "b"]) == (Started("a"), Started("b"))


findings = st.lists(
    st.sampled_from([LUNC, ORDER, BLIND, LOOK, NOTICE, changed(LUNC, amount=exact("7"))]),
    unique_by=lambda each: each.fingerprint(""),
)
rows = st.lists(
    st.sampled_from([FUNDING, UNSEEN_FUNDING, ORDERS, EARN, UNSEEN_EARN, DEPOSITS, P2P]),
    unique_by=lambda each: each.area,
)


@st.composite
def reports(draw: st.DrawFn) -> AccountReport:
    """A report of anything."""
    return account(
        draw(st.sampled_from(Verdict)),
        tuple(draw(findings)),
        tuple(draw(rows)),
        key=draw(st.sampled_from([None, ACTING])),
        closure=draw(st.sampled_from([None, CLOSING.closure])),
    )


@given(reports(), st.data())
def test_the_order_of_a_report_is_no_news(report: AccountReport, data: st.DataObject) -> None:
    """The exchange may list things in another order each time."""
    shuffled = report.model_copy(
        update={
            "findings": tuple(data.draw(st.permutations(report.findings))),
            "coverage": tuple(data.draw(st.permutations(report.coverage))),
        }
    )
    assert news(report, shuffled) == ()


@given(reports(), reports(), st.integers(0, 6))
def test_a_scan_is_at_most_one_piece_of_news(
    previous: AccountReport, current: AccountReport, runs: int
) -> None:
    """However much happened; each topic once, the most important first, and never twice."""
    told = news(previous, current, runs)
    assert len(told) <= 1
    for event in told:
        order = list(Topic)
        places = [order.index(topic) for topic in event.topics]
        assert places == sorted(set(places))
        assert event.report == current
    again = topics(current, current, runs + 1)
    assert again == (["blind"] if runs == 2 else [])


@given(reports(), reports())
def test_another_verdict_is_always_news(previous: AccountReport, current: AccountReport) -> None:
    """And ready is never told of anything that is not."""
    told = topics(previous, current)
    assert ("change" in told) >= (previous.verdict is not current.verdict)
    becomes = current.verdict is Verdict.READY and previous.verdict is not Verdict.READY
    assert ("ready" in told) == becomes


@given(reports())
def test_the_first_report_is_always_news(report: AccountReport) -> None:
    """Whatever is in it."""
    assert "change" in topics(None, report)


def test_no_funding_is_no_finding() -> None:
    """What went away is news, because somebody looked and it was gone."""
    now = account(Verdict.BLOCKED, (ORDER,), (NO_FUNDING, ORDERS, EARN, DEPOSITS))
    (told,) = news(TWO, now)
    assert told.difference is not None
    assert told.difference.went_away == (LUNC,)
