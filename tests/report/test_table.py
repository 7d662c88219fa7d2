"""The report for people: what it says, whatever the terminal can do."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from rich.cells import cell_len
from tests.report.drawing import drawn, flat
from tests.report.samples import (
    CLOSURE,
    CONFIRM,
    EVERY_VERDICT,
    LUNC,
    NOW,
    ORDER,
    REJECTED,
    UNKNOWN,
    account,
    exact,
    finding,
    row,
)

from readiness.domain.decision import Closure
from readiness.domain.finding import Acknowledged, Severity
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict
from readiness.report.wording.verdicts import HEADLINES

ESCAPE = "\x1b["


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_is_said_at_every_width(verdict: Verdict, width: int) -> None:
    """Headline, exit code, next steps and the limits of 'ready' are always there."""
    text = drawn(EVERY_VERDICT[verdict], width=width)
    said = flat(text)
    assert f"okx-main (OKX): {verdict.upper()}" in said
    assert HEADLINES[verdict] in said
    assert f"Verdict: {verdict.upper()} (exit code" in said
    assert "What to do next" in said
    assert "It does not mean that the exchange will agree" in said
    assert all(cell_len(line) <= width for line in text.splitlines())
    assert all(line == line.rstrip() for line in text.splitlines())


def test_without_colour_there_is_no_escape() -> None:
    """Files, pipes and NO_COLOR get plain text; a terminal gets colour, and the same words."""
    plain = drawn(EVERY_VERDICT[Verdict.BLOCKED])
    coloured = drawn(EVERY_VERDICT[Verdict.BLOCKED], colour=True)
    assert ESCAPE not in plain
    assert ESCAPE in coloured
    assert flat(re.sub(r"\x1b\[[0-9;]*m", "", coloured)) == flat(plain)


def test_ascii_is_enough() -> None:
    """A stdout that knows only ASCII gets every word, names as escapes."""
    text = drawn(account(findings=(ORDER.model_copy(update={"subject": "比特币"}),)), unicode=False)
    assert text.isascii()
    assert r"\u6bd4" in text
    assert "  -> In the app" in drawn(account(), unicode=False)


def test_findings_are_grouped_in_the_order_to_work_in() -> None:
    """Switch off, cancel, close, repay, redeem, wait, empty, withdraw, look, ask, notices."""
    areas = {
        "account.restrictions": "Settle with the exchange",
        "bots.grid": "Switch off",
        "orders.open": "Cancel orders",
        "positions.open": "Close positions",
        "loans.margin": "Repay debts",
        "earn.flexible": "Redeem earn products",
        "transfers.deposits": "Wait for transfers",
        "sub-accounts": "Empty sub-accounts",
        "wallet.funding": "Withdraw or convert",
        "account.totals": "Clear the rest",
    }
    findings = tuple(finding(area=area, subject=area) for area in reversed(areas))
    notice = finding("notice", Severity.NOTICE, "account.settings", "by the way")
    text = drawn(account(findings=(notice, CONFIRM, UNKNOWN, *findings)))
    headings = [*areas.values(), "Could not look", "Look yourself", "Good to know"]
    places = [text.index(f"\n{heading}") for heading in headings]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("rule", "heading"),
    [
        ("debt", "Repay debts"),
        ("bot-money", "Switch off"),
        ("lent-money", "Switch off"),
        ("sub-account-exists", "Empty sub-accounts"),
    ],
)
def test_what_a_rule_asks_for_outweighs_where_it_was_found(rule: str, heading: str) -> None:
    """A debt in a wallet is repaid, not withdrawn."""
    text = drawn(account(findings=(finding(rule, area="wallet.trading"),)))
    assert heading in text
    assert "Withdraw or convert" not in text


def test_a_finding_shows_amount_value_place_remedy_and_fingerprint() -> None:
    """Everything needed to act on it, once."""
    found = LUNC.model_copy(update={"value_usd": exact("1234.5"), "scope": "grid01"})
    said, _, _ = flat(drawn(account(findings=(found,)))).partition(" Plan ")
    assert said.count("0.0001 LUNC") == 1
    assert "about 1,234.50 USD" in said
    assert "Funding account of sub-account grid01" in said
    assert "→ In the app: Assets, Funding." in said
    assert "Withdraw LUNC or convert it." in said
    assert "okx-main/grid01/wallet.funding/LUNC" in said


def test_a_tiny_value_never_looks_like_zero() -> None:
    """Dust blocks, so it is shown as something."""
    found = LUNC.model_copy(update={"value_usd": exact("0.0000001")})
    assert "less than 0.01 USD" in drawn(account(findings=(found,)))


def test_a_remedy_shared_by_many_is_said_once() -> None:
    """Thirty coins have one remedy, not thirty."""
    orders = tuple(ORDER.model_copy(update={"subject": f"order {n}"}) for n in range(30))
    text = drawn(account(findings=orders))
    assert text.count("Cancel it.") == 1
    assert all(f"order {n} " in text for n in range(30))


def test_hundreds_of_alike_findings_are_counted() -> None:
    """What is not shown one by one is counted, and said where to find."""
    orders = tuple(ORDER.model_copy(update={"subject": f"order {n}"}) for n in range(400))
    text = drawn(account(findings=orders))
    assert "Cancel orders (400)" in text
    assert "and 350 more of this kind; --format json lists all" in text


def test_notices_do_not_bury_what_follows() -> None:
    """Ten are shown, the others are counted."""
    notices = tuple(
        finding("notice", Severity.NOTICE, "account.settings", f"notice {n}.") for n in range(30)
    )
    text = drawn(account(findings=notices))
    assert "Good to know (30)" in text
    assert sum(f"notice {n}." in text for n in range(30)) == 10
    assert "and 20 more of this kind; --format json lists all" in text


@pytest.mark.parametrize("width", [40, 100])
def test_what_is_there_longer_says_since_when(width: int) -> None:
    """Discreetly, behind the facts; on the first day it would say nothing new."""
    long_ago = datetime(2026, 11, 20, 23, 59, tzinfo=UTC)
    found = LUNC.model_copy(update={"first_seen": long_ago})
    assert "since 2026-11-20" in flat(drawn(account(findings=(found,)), width=width))
    today = LUNC.model_copy(update={"first_seen": NOW})
    person = CONFIRM.model_copy(update={"first_seen": long_ago})
    assert "since 2026" not in flat(drawn(account(findings=(today, ORDER, person)), width=width))


def test_an_accepted_finding_stands_apart() -> None:
    """It is shown with reason, limit, day and id, and no longer counts as in the way."""
    decision = Acknowledged(reason="support agreed", up_to=Decimal(1), until=date(2026, 12, 31))
    found = LUNC.model_copy(update={"acknowledged": decision})
    said = flat(drawn(account(Verdict.READY, (found,))))
    assert "Accepted by you (1)" in said
    assert "accepted up to 1, until 2026-12-31: support agreed" in said
    assert "id okx-main/main/wallet.funding/LUNC" in said
    assert "0 in the way" in said


def test_what_has_no_amount_is_accepted_without_a_limit() -> None:
    """Only the day is told then."""
    decision = Acknowledged(reason="support agreed", up_to=None, until=date(2026, 12, 31))
    found = ORDER.model_copy(update={"acknowledged": decision})
    said = flat(drawn(account(Verdict.READY, (found,))))
    assert "accepted until 2026-12-31: support agreed" in said


def test_a_point_for_a_person_says_how_to_confirm_it() -> None:
    """The item's name for [[confirm]], and where to look."""
    said = flat(drawn(EVERY_VERDICT[Verdict.UNCONFIRMED]))
    assert 'confirm as item = "p2p"' in said
    assert "Look at P2P trading, Orders." in said


def test_areas_that_share_a_reason_are_told_together() -> None:
    """A blind key is one sentence for a sub-account, not one for each of thirty areas."""
    areas = ("orders.open", "orders.algo", "bots.grid", "loans.flexible")
    manual = "blind:master_blind"
    findings = tuple(
        finding(
            "manual-item", Severity.CONFIRM, area, area, scope="grid01", facts=(("manual", manual),)
        )
        for area in areas
    )
    rows = tuple(row(area, Status.MANUAL, manual=manual, scope="grid01") for area in areas)
    said = flat(drawn(account(Verdict.UNCONFIRMED, findings, rows)))
    assert said.count("a main key is blind here") == 2  # among the findings, in the coverage
    assert "Open orders, Algo and trigger orders, Grid bots, Flexible loans of sub-" in said
    assert '"orders.open", "orders.algo", "bots.grid", "loans.flexible"' in said


def test_the_coverage_tells_clear_areas_in_one_line_and_the_rest_with_reasons() -> None:
    """What was read and what was not, at the end."""
    said = flat(drawn(EVERY_VERDICT[Verdict.BLOCKED]))
    coverage = said[said.index("What was looked at") :]
    assert "Clear (1): Algo and trigger orders" in coverage
    assert "unknown Fixed-term earn 50026 system error after 4 attempts" in coverage
    assert "holding Funding account 1 found" in coverage


def test_a_confirmed_row_says_when() -> None:
    """What a person has looked at is marked with the day."""
    looked = row("manual.p2p", Status.MANUAL, manual="manual:p2p", confirmed_on=date(2026, 11, 20))
    assert "confirmed by you on 2026-11-20" in flat(drawn(account(coverage=(looked,))))


def test_totals_add_up_the_money_found() -> None:
    """Priced parts are added, unpriced ones counted, debts and orders left out."""
    priced = LUNC.model_copy(update={"value_usd": exact("10.005"), "subject": "A"})
    debt = finding("debt", area="loans.margin", amount=exact("1"), value_usd=exact("500"))
    said = flat(drawn(account(findings=(priced, LUNC, debt, ORDER))))
    assert "Money found: about 10.00 USD, and 1 without a price." in said
    assert "4 in the way" in said
    assert "85 requests sent, 3 of them repeats; 0 refused by the gate." in said
    assert "Money found: 1 without a price." in flat(drawn(account(findings=(LUNC,))))


def test_several_accounts_end_with_one_verdict() -> None:
    """The worst one, and the verdict of each."""
    text = drawn(
        EVERY_VERDICT[Verdict.READY],
        EVERY_VERDICT[Verdict.INCOMPLETE].model_copy(update={"account": "okx-two"}),
    )
    assert "Verdict: INCOMPLETE (exit code 11)" in text
    assert "okx-main: ready" in text
    assert "okx-two: incomplete" in text


def test_a_fingerprint_is_whole_or_absent() -> None:
    """It is there to be copied: half of one would be wrong."""
    assert "id okx-main/main/wallet.funding/LUNC" in drawn(account())
    long = drawn(account(findings=(finding(subject="x" * 1000),)))
    assert "id okx-main" not in long


OVER = Closure(requested_on=date(2026, 10, 24), wait_days=30)


@pytest.mark.parametrize(
    ("verdict", "closure", "line"),
    [
        (Verdict.CLOSING, CLOSURE, "day 4 of 30, 27 left, ends 2026-12-20; nothing was sent."),
        (Verdict.BLOCKED, CLOSURE, "day 4 of 30, 27 left, ends 2026-12-20; asked all the same"),
        (Verdict.READY, OVER, "Closing request of 2026-10-24: its 30 days ended on 2026-11-23."),
    ],
)
def test_the_days_of_a_closing_request_are_counted(
    verdict: Verdict, closure: Closure, line: str
) -> None:
    """While it waits, when it was asked all the same, and once it is over."""
    assert line in flat(drawn(account(verdict, (), closure=closure)))


def test_a_probably_closed_account_is_told_what_to_do() -> None:
    """Look at the exchange, then take the key and the entry away; no new key is asked for."""
    gone = finding("key-refused", area="account.key", variant="probably-closed")
    said = flat(drawn(account(Verdict.REFUSED, (gone,), key=REJECTED, closure=OVER)))
    assert "This account is probably closed" in said
    assert "readiness keys delete okx-main" in said
    assert "create a key" not in said.lower()


@pytest.mark.parametrize(
    ("closure", "told", "not_told"),
    [
        (CLOSURE, "ends on 2026-12-20.", "closure requested"),
        (OVER, "the key still works: the account may still be open", "Close the account now"),
    ],
)
def test_a_ready_account_with_a_request_is_not_sent_to_close_it_again(
    closure: Closure, told: str, not_told: str
) -> None:
    """While the request waits it is left alone; when it is over, somebody has to look."""
    said = flat(drawn(account(Verdict.READY, (), closure=closure)))
    assert told in said
    assert not_told not in said
