"""The report to paste: what it says, and that names in it stay names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.report.readers import read_markdown
from tests.report.samples import (
    ACTING,
    CLOSURE,
    CONFIRM,
    EVERY_VERDICT,
    LUNC,
    ORDER,
    POLICIES,
    account,
    exact,
    finding,
    report,
    row,
)

from readiness.domain.finding import Severity
from readiness.domain.report import AccountReport, Status
from readiness.domain.verdict import Verdict
from readiness.report.formats import Frame, renderer
from readiness.report.markdown.text import code, inline
from readiness.report.wording.verdicts import HEADLINES

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
SIGNS = st.text(st.sampled_from("\\`*_[]{}|<>&$~#!^@:.%()-+=1a \n\"'/w"), max_size=40)


def drawn(*accounts: AccountReport) -> str:
    """The Markdown of these accounts."""
    return renderer("markdown")(report(*accounts), Frame(POLICIES))


def shown(text: str) -> str:
    """What a reader of the parsed text sees, without the gaps."""
    tokens = MarkdownIt("commonmark").parseInline(text)[0].children or ()
    return "".join(token.content for token in tokens).replace("\u200b", "")


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_is_said_first(verdict: Verdict) -> None:
    """With its exit code, its meaning, the next steps, and what 'ready' means."""
    text = drawn(EVERY_VERDICT[verdict])
    assert text.startswith(f"# Verdict: {verdict.upper()} (exit code ")
    assert f"## okx-main (OKX): {verdict.upper()}\n\n**{HEADLINES[verdict]}**" in text
    assert "\n### What to do next\n\n1. " in text
    assert text.index("## What 'ready' means") > text.index("### What to do next")


def test_findings_are_tables_under_what_to_do() -> None:
    """What, how much, where, and the name to copy; the remedy and the place once."""
    found = LUNC.model_copy(update={"value_usd": exact("1234.5"), "scope": "grid01"})
    text = drawn(account(findings=(found, ORDER)))
    withdraw = text[text.index("### Withdraw or convert") : text.index("### Plan")]
    assert "| What | Details | Id |\n| --- | --- | --- |\n| 0.0001 LUNC is left in" in withdraw
    assert "about 1,234.50 USD" in withdraw
    assert "| `okx-main/grid01/wallet.funding/LUNC` |" in withdraw
    assert withdraw.count("- In the app: Assets, Funding.") == 1


def test_the_name_to_confirm_is_there_to_be_copied() -> None:
    """An area's dot would be followed by a character that nobody sees, and no command knows."""
    asked = CONFIRM.model_copy(update={"area": "transfers.p2p"})
    assert "| `transfers.p2p` |" in drawn(account(Verdict.UNCONFIRMED, (asked,)))


def test_the_plan_is_a_list_of_tasks() -> None:
    """Numbered, in order, with reasons, commands and the earliest day."""
    text = drawn(EVERY_VERDICT[Verdict.BLOCKED])
    tasks = re.findall(r"^- \[ \] (\d+)\\\. ([^:\n]+)", text, re.MULTILINE)
    assert [int(number) for number, _ in tasks] == list(range(1, len(tasks) + 1))
    titles = [title for _, title in tasks]
    assert titles.index("Cancel orders") < titles.index("Withdraw what is left")
    assert "    - An open order freezes money and can bring in new coins." in text
    assert "    - `readiness scan okx-main`" in text
    assert "**Earliest possible closing: can be requested on 2026-11-23.**" in text


def test_the_coverage_is_told_with_reasons() -> None:
    """What could not be looked at, what is for a person, and what is clear."""
    text = drawn(EVERY_VERDICT[Verdict.BLOCKED])
    assert "| unknown | Fixed-term earn | 50026 system error after 4 attempts |" in text
    assert "Clear (1): Algo and trigger orders" in text


def test_areas_that_share_a_reason_share_a_row() -> None:
    """One row with the names of all, ready to be confirmed."""
    areas = ("orders.open", "orders.algo", "bots.grid")
    manual = "blind:master_blind"
    findings = tuple(
        finding("manual-item", Severity.CONFIRM, area, area, scope="g", facts=(("manual", manual),))
        for area in areas
    )
    rows = tuple(row(area, Status.MANUAL, manual=manual, scope="g") for area in areas)
    text = drawn(account(Verdict.UNCONFIRMED, findings, rows))
    section = text[text.index("### Look yourself") : text.index("### Plan")]
    assert section.count("a main key is blind here") == 1
    assert "| `orders.open`; `orders.algo`; `bots.grid` |" in section


def test_a_refused_key_comes_before_what_is_for_a_person() -> None:
    """Until the key is accepted, those points are not the point."""
    text = drawn(account(Verdict.REFUSED, (CONFIRM,), key=ACTING))
    section = text[text.index("### Look yourself") :].partition("\n### ")[0]
    assert "These points come once the key is accepted" in section
    assert "|" not in section


def test_several_accounts_begin_with_an_overview() -> None:
    """One row for each, with what counts."""
    other = EVERY_VERDICT[Verdict.READY].model_copy(update={"account": "okx-two"})
    text = drawn(EVERY_VERDICT[Verdict.BLOCKED], other)
    assert "| okx-main | OKX | blocked | 2 | 1 | 1 |\n| okx-two | OKX | ready | 0 | 0 | 0 |" in text


def test_a_closing_account_tells_the_days() -> None:
    """And nothing of areas that nobody asked about."""
    text = drawn(account(Verdict.CLOSING, (), (), key=None, closure=CLOSURE))
    assert "day 4 of 30, 27 left" in text
    assert "### What was looked at" not in text


def test_a_thousand_findings_are_counted() -> None:
    """The list stays short enough to be pasted, and says so."""
    orders = tuple(ORDER.model_copy(update={"subject": f"o{n}"}) for n in range(1000))
    rows = tuple(row("orders.open", Status.HOLDING, scope=f"s{n}", items=1) for n in range(1000))
    text = drawn(account(findings=orders, coverage=rows))
    assert "### Cancel orders (1000)" in text
    assert text.count("950 more are not shown here; --format json lists all.") >= 2
    assert len(text) < 65_536


def test_addresses_are_masked_and_the_name_to_copy_is_whole() -> None:
    """A sub-account's address is nobody's business; its fingerprint takes it."""
    found = LUNC.model_copy(update={"scope": "own@sub.example"})
    text = drawn(account(findings=(found,)))
    assert "own@" not in text
    assert "`okx-main/own%40sub.example/wallet.funding/LUNC`" in text


@given(ANY_TEXT | SIGNS)
def test_any_text_stays_text(text: str) -> None:
    """As a paragraph it parses to that very text, and nothing in it comes alive."""
    escaped = inline(text)
    assert "\n" not in escaped
    read_markdown(f"{escaped}\n")
    read_markdown(f"- [ ] {escaped}\n")
    read_markdown(f"| a | b |\n| --- | --- |\n| {escaped} | `{escaped and 'x'}` |\n")
    assert shown(inline(shown(escaped))) == shown(escaped)


def test_a_name_to_copy_cannot_end_its_code() -> None:
    """What does not fit into code is text."""
    assert code("okx/main/orders.open/a%60b#2") == "`okx/main/orders.open/a%60b#2`"
    assert code("a`b") == "a\\`b"
    assert code(" a") == "a"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("BTC-USDT, 0.0001 of 1,234.50 (about 5%)", "BTC-USDT, 0.0001 of 1,234.50 (about 5%)"),
        ("2026-11-23 08:00 UTC", "2026-11-23 08:00 UTC"),
        ("- a", "\\- a"),
        ("1. a", "1\\. a"),
        ("+ a", "\\+ a"),
        ("a_b", "a\\_b"),
        ("a@b", "a@&#8203;b"),
        ("比特币：1", "比特币：1"),
    ],
)
def test_ordinary_text_stays_readable(text: str, escaped: str) -> None:
    """Only what would do something is escaped."""
    assert inline(text) == escaped
