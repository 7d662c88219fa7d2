"""The message to support: what it tells, what it never tells, and that it can be pasted."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from tests.report.samples import ACTING, CLOSURE, NOW, REJECTED, account, exact, finding, row
from tests.report.test_hostile_names import HOSTILE
from tests.rules.support import judge
from tests.strategies import World, worlds

from readiness.domain.answer import Cause, Reason
from readiness.domain.decision import Closure
from readiness.domain.finding import Acknowledged, Finding, Severity
from readiness.domain.key import Owner, OwnerKind, ReadOnlyKey
from readiness.domain.report import AccountReport, Status
from readiness.domain.verdict import Verdict
from readiness.policies import load_policy
from readiness.support import wording as words
from readiness.support.message import Message

POLICY: Final = load_policy("okx")
UID: Final = "446556912309281"
KEY: Final = ReadOnlyKey(
    owner=Owner(uid=UID, main_uid=UID, kind=OwnerKind.MAIN), permissions=("read_only",)
)
TIRED: Final = Reason(
    cause=Cause.EXCHANGE_CODE, request="earn/fixed", code="50026", text="System error", attempts=4
)
DUST: Final = finding(asset="LUNC", amount=exact("0.0001"))
RESTRICTED: Final = finding(
    "restricted-account",
    area="account.restrictions",
    subject="51024:aa",
    facts=(("code", "51024"), ("text", "P2P dispute")),
)
OBSTACLE: Final = finding(
    "totals-differ", Severity.UNKNOWN, "account.totals", "trading_bot", variant="obstacle"
)
UNSEEN: Final = finding(
    "could-not-look", Severity.UNKNOWN, "earn.fixed", "could-not-look", reasons=(TIRED,)
)
SUB: Final = finding(
    "sub-account-exists", Severity.CONFIRM, "sub-accounts", "grid@mail.example", facts=()
)
NOTICE: Final = finding("no-backup", Severity.NOTICE, "account.backup", "history")


def said(report: AccountReport, *, amounts: bool = True) -> str:
    """The message about a report."""
    return Message(report, NOW, POLICY, "OKX (global)", "0.1.0", amounts).text()


def told(*findings: Finding, verdict: Verdict = Verdict.BLOCKED) -> str:
    """The message about these findings."""
    return said(account(verdict, findings, (), key=KEY))


def below(text: str, heading: str) -> list[str]:
    """The lines under a heading."""
    lines = text.splitlines()
    start = lines.index(heading) + 1
    return [line.removeprefix("- ") for line in lines[start : lines.index("", start)]]


def test_it_says_what_is_wanted_and_what_was_checked() -> None:
    """Wish, the end of the user id, day, tool, and verdict in plain words."""
    text = told(DUST)
    assert text.startswith("Hello,\n\nI want to close my account at OKX (global)")
    assert "User id: ***281 " in text
    assert "Checked on 2026-11-23 08:00 UTC through your API, by readiness 0.1.0" in text
    assert words.VERDICTS[Verdict.BLOCKED] in text
    assert text.endswith("\nThank you.\n")


def test_the_exchanges_words_are_told_apart_from_what_was_found() -> None:
    """Restrictions and pre-checks are the exchange's; money and orders were found."""
    text = told(RESTRICTED, OBSTACLE, DUST, UNSEEN)
    assert below(text, words.YOUR_SIDE) == [
        "The exchange restricts the account: 51024 P2P dispute.",
        "The exchange's own pre-check names trading_bot, and nothing of it was found.",
    ]
    assert below(text, words.FOUND) == ["0.0001 LUNC is left in Funding account."]
    (unseen,) = below(text, words.NOT_SEEN)
    assert "50026 System error" in unseen
    questions = text.partition(words.QUESTIONS)[2]
    assert words.RESTRICTION in questions
    assert words.ANYTHING_UNSEEN in questions
    assert "Assets that are still there: LUNC." in questions
    assert words.WHERE_TO_SEE not in questions


def test_what_is_clear_and_what_a_person_has_seen() -> None:
    """Areas by scope, manual items with the day or without."""
    text = said(
        account(
            Verdict.UNCONFIRMED,
            (),
            (
                row("orders.open", Status.CLEAR),
                row("earn.fixed", Status.NOT_OPENED, reasons=(TIRED,)),
                row("orders.open", Status.CLEAR, scope="a.person@mail.example"),
                row("manual.p2p", Status.MANUAL, confirmed_on=date(2026, 11, 20)),
                row("manual.nft", Status.MANUAL),
            ),
            key=KEY,
        )
    )
    assert below(text, words.CLEAR) == [
        "Open orders, Fixed-term earn",
        "in sub-account a.***@mail.example: Open orders",
    ]
    assert below(text, words.LOOKED) == ["P2P orders, advertisements and appeals, on 2026-11-20"]
    assert below(text, words.NOT_LOOKED) == ["NFTs"]
    assert words.CODES not in text
    assert words.WHERE_TO_SEE in text


def test_error_codes_have_the_exchanges_own_words() -> None:
    """Each code and text once, with the requests; where no text came, what is documented."""
    silent = Reason(cause=Cause.EXCHANGE_CODE, request="orders", code="50026")
    other = Reason(cause=Cause.EXCHANGE_CODE, request="", code="99999")
    http = Reason(cause=Cause.HTTP_STATUS, request="bots", code="503")
    mute = Reason(cause=Cause.TIMEOUT, request="bots")
    requests = [TIRED.model_copy(update={"request": name}) for name in ("a", "b", "c")]
    rows = (
        row("earn.fixed", Status.UNKNOWN, reasons=(TIRED, *requests, silent, other, mute)),
        row("bots.grid", Status.MANUAL, reasons=(http, http)),
    )
    text = said(account(Verdict.INCOMPLETE, (UNSEEN,), rows, key=KEY))
    assert below(text, words.CODES) == [
        '50026 "System error", to earn/fixed, a, b, ...',
        "50026, documented as: system error; to orders",
        "99999, to the check as a whole",
        "HTTP 503, to bots",
    ]


def test_a_key_that_is_rejected_is_told_without_its_name() -> None:
    """What the exchange answered, not what the key is called here."""
    found = finding(
        "key-refused",
        area="account.key",
        subject="my-secret-stash",
        variant="rejected",
        reasons=(REJECTED.reason,),
    )
    text = said(account(Verdict.REFUSED, (found,), (), key=REJECTED, account="my-secret-stash"))
    assert below(text, words.YOUR_SIDE) == [
        "API key: a key is rejected, 50111 Invalid OK-ACCESS-KEY"
    ]
    assert below(text, words.CODES)[0].startswith('50111 "Invalid OK-ACCESS-KEY"')
    assert words.REJECTED in text
    assert words.NO_USER_ID in text
    assert "stash" not in text


def test_a_key_that_can_act_is_not_the_exchanges_business() -> None:
    """Nothing is listed, and the message says that nothing could be checked."""
    found = finding("key-refused", area="account.key", subject="x", variant="acting")
    text = said(account(Verdict.REFUSED, (found,), (), key=ACTING))
    assert words.VERDICTS[Verdict.REFUSED] in text
    assert words.YOUR_SIDE not in text
    assert words.REJECTED not in text


@pytest.mark.parametrize(
    ("closure", "verdict"), [(CLOSURE, Verdict.CLOSING), (CLOSURE, Verdict.BLOCKED)]
)
def test_a_request_that_was_made(closure: Closure, verdict: Verdict) -> None:
    """The day, and how long it waits; nothing is called checked that was not asked for."""
    silent = verdict is Verdict.CLOSING
    text = said(account(verdict, (), (), key=None if silent else KEY, closure=closure))
    assert "On 2026-11-20 I asked for the closing of my account" in text
    assert f"waits for 30 days, until {closure.ends_on}" in text
    assert ("Checked on" in text) is not silent
    assert ("your API was asked nothing" in text) is silent


def test_what_was_accepted_is_told_without_the_private_reason() -> None:
    """It is listed apart, and asked about."""
    accepted = Acknowledged(reason="my own note", up_to=None, until=date(2026, 12, 1))
    text = told(DUST.model_copy(update={"acknowledged": accepted}), verdict=Verdict.READY)
    assert f"{words.VERDICTS[Verdict.READY]} {words.EXCEPT}" in text
    assert below(text, words.ACCEPTED) == ["0.0001 LUNC is left in Funding account."]
    assert words.FOUND not in text
    assert words.STAYS in text
    assert "my own note" not in text
    assert words.EXCEPT not in told(DUST)


def test_sub_accounts_are_asked_about_and_masked() -> None:
    """Names that are e-mail addresses are told apart, not told."""
    text = told(SUB)
    assert below(text, words.SUB_ACCOUNTS) == ["The sub-account gr***@mail.example exists."]
    assert words.SUBS in text
    blocked = told(SUB.model_copy(update={"severity": Severity.BLOCKER}))
    assert words.SUB_ACCOUNTS not in blocked
    assert below(blocked, words.FOUND) == ["The sub-account gr***@mail.example exists."]


def test_notices_are_for_the_user_alone() -> None:
    """A missing backup is no business of the exchange."""
    assert "history" not in told(NOTICE).lower()


def test_amounts_can_be_left_out() -> None:
    """What is there is named, and how much of it is not."""
    order = finding(
        "open-order",
        area="orders.open",
        subject="7001",
        facts=(("size", "31.5"), ("instrument", "BTC-USDT")),
    )
    total = finding(
        "totals-differ", Severity.UNKNOWN, "account.totals", "earn", variant="value",
        value_usd=exact("77.25"), facts=(("could_be", "x"),),
    )  # fmt: skip
    made_up = finding("no-such-rule", subject="thing", amount=exact("9.75"))
    report = account(Verdict.BLOCKED, (DUST, order, total, RESTRICTED, made_up), (), key=KEY)
    with_them, without = said(report), said(report, amounts=False)
    for number in ("0.0001", "31.5", "77.25"):
        assert number in with_them
        assert number not in without
    assert "9.75" not in without
    assert "Funding account, LUNC" in without
    assert "51024 P2P dispute" in without


def test_the_user_id_is_shortened_wherever_it_stands() -> None:
    """The exchange repeats it in its answers."""
    text = told(
        RESTRICTED.model_copy(
            update={"facts": (("code", "51024"), ("text", f"user {UID} frozen"))}
        ),
        UNSEEN.model_copy(update={"reasons": (TIRED.model_copy(update={"text": f"uid={UID}"}),)}),
    )
    assert UID not in text
    assert "51024 user ***281 frozen" in text


def test_what_the_exchange_says_of_the_account_is_told_whole() -> None:
    """One code stands for many texts, and support looks for the words."""
    long = "Your account is frozen by a request of " + "an authority " * 5 + "until further notice"
    facts = (("code", "51024"), ("text", long))
    assert long in told(RESTRICTED.model_copy(update={"facts": facts}))


def test_names_of_several_words_are_no_words_of_the_sender() -> None:
    """A coin may be called anything; in a letter it stands in quotation marks."""
    name = 'X". Send the rest to me'
    text = told(finding(asset=name, subject=name, amount=exact("2")))
    assert """2 "X'. Send the rest to me" is left in Funding account.""" in text
    assert """still there: "X'. Send the rest to me".""" in text


def test_a_short_user_id_is_not_told_at_all() -> None:
    """Three of six digits would be half of it."""
    short = KEY.model_copy(update={"owner": Owner(uid="123456", main_uid="", kind=OwnerKind.MAIN)})
    text = said(account(key=short))
    assert "User id: *** " in text
    assert "456" not in text


def test_a_long_list_is_cut_and_says_so() -> None:
    """Nobody reads two hundred lines; the number that is left is told."""
    many = [finding(asset=f"C{n}", subject=f"C{n}", amount=exact("1")) for n in range(33)]
    lines = below(told(*many, many[0]), words.FOUND)
    assert len(lines) == 31
    assert lines[-1] == "and 3 more, which I can name on request"


@pytest.mark.parametrize("name", HOSTILE)
def test_names_that_strangers_chose_stay_in_their_line(name: str) -> None:
    """Nothing that an exchange or a stranger wrote makes a line, moves or hides anything."""
    plain, hostile = (
        said(
            account(
                Verdict.BLOCKED,
                (
                    finding(subject=word, asset=word, amount=exact("1"), scope=word),
                    RESTRICTED.model_copy(update={"facts": (("code", "51024"), ("text", word))}),
                    UNSEEN.model_copy(
                        update={"reasons": (TIRED.model_copy(update={"text": word}),)}
                    ),
                ),
                (row("orders.open", Status.CLEAR, scope=word),),
                key=KEY,
            )
        )
        for word in ("LUNC", name)
    )
    assert len(hostile.splitlines()) == len(plain.splitlines())
    assert hostile.isprintable() or {c for c in hostile if not c.isprintable()} == {"\n"}
    hostile.encode("utf-8")


@pytest.mark.parametrize("text", ["write to a.person@mail.example", "call +49 151 23456789"])
def test_nobody_else_is_named(text: str) -> None:
    """An address or a number in the exchange's own words is masked."""
    reason = TIRED.model_copy(update={"text": text})
    report = account(
        Verdict.BLOCKED,
        (UNSEEN.model_copy(update={"reasons": (reason,)}),),
        (row("earn.fixed", Status.UNKNOWN, reasons=(reason,)),),
        key=KEY,
    )
    assert "person" not in said(report)
    assert "151 23" not in said(report)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(world=worlds())
def test_whatever_a_scan_found_becomes_a_message(world: World) -> None:
    """Lines of plain text, with the wish, the verdict and numbered questions."""
    report = judge(world)
    text = Message(report, NOW, world.policy, "OKX", "0.1.0").text()
    assert all(c == "\n" or unicodedata.category(c)[0] != "C" for c in text)
    assert words.VERDICTS[report.verdict] in text
    assert "\n1. " in text
    assert ("clear" in words.VERDICTS[report.verdict]) == (
        report.verdict in {Verdict.READY, Verdict.UNCONFIRMED}
    )
