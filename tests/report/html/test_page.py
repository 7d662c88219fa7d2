"""What is on the page, and what never is: read as text, without a browser."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest
from tests.report.html import pages
from tests.report.html.reader import Reader, assert_nothing_runs
from tests.report.samples import (
    ACTING,
    CONFIRM,
    EVERY_VERDICT,
    LUNC,
    NOW,
    ORDER,
    SOURCE,
    UNKNOWN,
    account,
    exact,
    finding,
    row,
)

from readiness.domain.amount import Unreadable
from readiness.domain.finding import Severity
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict
from readiness.language import speaking

PAGES = {"verdicts": pages.every_verdict, "hostile": pages.hostile}


@pytest.fixture(scope="module", params=list(PAGES))
def text(request: pytest.FixtureRequest) -> str:
    """The text of a page."""
    return PAGES[str(request.param)]()


def test_nothing_runs_and_nothing_is_loaded(text: str) -> None:
    """No script, no handler, no inline style; the only addresses are the policy's sources."""
    assert_nothing_runs(text)


def test_the_page_holds_together(text: str) -> None:
    """Every id is there once, every reference leads somewhere, headings leave no level out."""
    tags = Reader(text).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in tags:
        for name in ("href", "aria-labelledby", "for"):
            for target in (attributes.get(name) or "").split():
                assert target.removeprefix("#") in ids or target == SOURCE
    levels = [int(tag[1]) for tag, _ in tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_policy_allows_this_style_sheet_alone(text: str) -> None:
    """By its hash; nothing else whatsoever."""
    styles = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert len(styles) == 1
    digest = b64encode(sha256(styles[0].encode()).digest()).decode()
    (policy,) = (
        attributes["content"]
        for _, attributes in Reader(text).tags
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_the_style_sheet_loads_nothing() -> None:
    """No font, no image, no other sheet."""
    sheet = re.findall(r"<style>(.*?)</style>", pages.page(account()), re.DOTALL)[0]
    assert not re.search(r"url\(|@import|@font-face|image-set|https?:", sheet)


def test_names_that_others_chose_are_only_ever_shown() -> None:
    """As text, with everything written out that does not show as itself, and never too long."""
    text = pages.hostile()
    read = Reader(text)
    assert "<img src=http://evil.example/x onerror=alert(1)>" in read.text
    assert "{{ 7 * 7 }}" in read.text
    assert r"\u202eYDAER\u2066" in read.text
    assert r"\x1b[2J\x00\x0a\x09\x85" in read.text
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", text
    )
    assert not re.search(r"\S{1100}", read.text)
    assert "grid01@mail" not in text
    assert "gr***@mail.example" in read.text
    assert "okx-main/grid01%40mail.example/wallet.funding" in read.text
    assert "evil.example" not in " ".join(str(each.get("href")) for _, each in read.tags)
    text.encode("utf-8")


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_verdict_is_a_word_with_what_it_means(verdict: Verdict) -> None:
    """And what to do next; the colour is no more than an underlining."""
    read = Reader(pages.page(EVERY_VERDICT[verdict]))
    assert verdict.value in read.texts
    assert "What to do next" in read.text
    assert "What 'ready' means, and what it does not" in read.text
    assert ("lang", "en") in read.tags[0][1].items()


def test_it_is_told_in_the_language_of_the_reader() -> None:
    """And says so, for browsers and screen readers."""
    with speaking("zh"):
        text = pages.page(account())
    assert '<html lang="zh-Hans">' in text
    assert "简体中文" in text


def test_what_is_left_is_told_by_value_and_by_place() -> None:
    """The most valuable first; what is accepted, or nobody's money, is no part of it."""
    findings = (
        LUNC.model_copy(update={"value_usd": exact("5"), "subject": "A"}),
        LUNC.model_copy(update={"amount": exact("2"), "area": "earn.fixed"}),
        finding(asset="BTC", amount=exact("0.1"), value_usd=exact("10"), subject="B"),
        finding("debt", area="loans.margin", amount=exact("1"), value_usd=exact("500")),
        ORDER,
    )
    said = Reader(pages.page(account(findings=findings))).text
    left = said[said.index("By value") : said.index("Findings Cancel")]
    assert "BTC 0.1 about 10.00 USD LUNC 2.0001 about 5.00 USD, 1 amount without a price" in left
    assert "Margin debt 1 about 500.00 USD Funding account 2 about 15.00 USD" in left
    assert "Open orders 1 Fixed-term earn 1" in left or "Fixed-term earn 1 Open orders 1" in left
    assert "Money found about 15.00 USD 1 amount without a price" in said


def test_what_is_left_out_of_a_table_is_added_up() -> None:
    """Twenty assets are a table; the others are a sentence with their value."""
    findings = tuple(
        LUNC.model_copy(update={"subject": f"{n}", "asset": f"C{n}", "value_usd": exact(str(n))})
        for n in range(1, 24)
    )
    said = Reader(pages.page(account(findings=findings))).text
    assert "C4 0.0001 about 4.00 USD and 3 more assets: about 6.00 USD By place" in said


def test_an_amount_that_nobody_can_read_is_shown_as_it_came() -> None:
    """Alone, and beside others of the same asset."""
    unreadable = LUNC.model_copy(update={"subject": "A", "amount": Unreadable(raw="1,5")})
    said = Reader(pages.page(account(findings=(unreadable,)))).text
    assert "LUNC an unreadable amount (1,5) no price" in said
    said = Reader(pages.page(account(findings=(unreadable, LUNC)))).text
    assert "LUNC 0.0001, and an amount that is not known no price" in said


def test_areas_that_share_a_reason_are_told_together() -> None:
    """With all the names under which to confirm them; a plan's step leads there."""
    manual = "blind:master_blind"
    areas = ("orders.open", "orders.algo", "bots.grid")
    findings = tuple(
        finding(
            "manual-item", Severity.CONFIRM, area, area, scope="grid01", facts=(("manual", manual),)
        )
        for area in areas
    )
    rows = tuple(row(area, Status.MANUAL, manual=manual, scope="grid01") for area in areas)
    said = Reader(pages.page(account(Verdict.UNCONFIRMED, findings, rows))).text
    assert (
        "Look yourself, then confirm 3 Look at it yourself. a main key is blind here "
        "Open orders, Algo and trigger orders, Grid bots of sub-account grid01 "
        'confirm as item = "orders.open", "orders.algo", "bots.grid"'
    ) in said


def test_before_the_key_is_accepted_a_person_is_asked_for_nothing_else() -> None:
    """The key comes first."""
    refused = account(Verdict.REFUSED, (CONFIRM,), key=ACTING)
    said = Reader(pages.page(refused)).text
    assert "These points come once the key is accepted" in said
    assert "Key: the key can do more than read" in said


def test_scans_of_one_moment_are_drawn_beside_each_other() -> None:
    """Also by a clock that stands still."""
    point = replace(pages.PAST[0], at=NOW.replace(second=4))
    read = Reader(pages.page(account(), past={"okx-main": (point, point)}))
    paths = [attributes["d"] for tag, attributes in read.tags if attributes.get("class") == "line"]
    assert str(paths[0]).startswith("M0.00 ")
    assert "H50.00" in str(paths[0])


def test_the_map_names_every_status_in_words() -> None:
    """For each area and scope; what a person confirmed, with its day."""
    rows = (
        row("orders.open", Status.CLEAR),
        row("orders.open", Status.UNKNOWN, scope="grid01"),
        row("wallet.funding", Status.HOLDING, items=3),
        row("manual.p2p", Status.MANUAL, manual="manual:p2p", confirmed_on=NOW.date()),
    )
    said = Reader(pages.page(account(findings=(), coverage=rows))).text
    said = said[said.index("What was looked at clear") :]
    assert "Wallets Area Main grid01 Funding account holding, 3 found not a part of it" in said
    assert "Orders Area Main grid01 Open orders clear unknown" in said
    assert "P2P orders manual, confirmed by you on 2026-11-23" in said


def test_more_scopes_than_fit_are_counted() -> None:
    """Those in which something is not clear are drawn first."""
    rows = tuple(
        row("orders.open", Status.UNKNOWN if number == 19 else Status.CLEAR, scope=f"sub{number}")
        for number in range(20)
    )
    said = Reader(pages.page(account(findings=(), coverage=rows))).text
    assert "Sub-accounts by number sub19 sub0" in said
    assert "12 more sub-accounts are not drawn. Their areas: clear: 12." in said


def test_a_crowd_of_findings_leaves_a_page_that_opens() -> None:
    """What is not shown is counted."""
    text = pages.crowded(500)
    assert len(text) < 150_000
    assert "and 450 more of this kind; --format json lists all" in text
    assert "980 more places, with 980 in the way" in text


def test_a_past_is_drawn_and_told() -> None:
    """As a chart, as its sentence, and as a table; the scan that is reported comes last."""
    findings = (LUNC.model_copy(update={"value_usd": exact("0.1")}), ORDER, UNKNOWN, CONFIRM)
    read = Reader(pages.page(account(findings=findings), past={"okx-main": pages.PAST}))
    labels = [attributes.get("aria-label") for tag, attributes in read.tags if tag == "svg"]
    assert "In the way: 12 at first, 2 now, 12 at most" in labels
    assert "Could not be looked at: 0 at first, 1 now, 3 at most" in labels
    worth = "Worth in USD: about 410.50 USD at first, about 0.10 USD now, about 410.50 USD at most"
    assert worth in labels
    assert "4 scans, from 2026-11-14 to 2026-11-23" in read.text
    assert "2026-11-23 08:00 blocked 2 1 1 about 0.10 USD 2026-11-22 08:00 blocked 4" in read.text
    assert "2026-11-18 08:00 incomplete 0 3 1 not known" in read.text
    paths = [attributes["d"] for tag, attributes in read.tags if attributes.get("class") == "line"]
    assert len(paths) == 3
    assert [str(path).count("M") for path in paths] == [1, 1, 2]


def test_no_past_is_no_chart() -> None:
    """Nothing is drawn of nothing."""
    assert "How it went" not in pages.page(account())
