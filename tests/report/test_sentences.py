"""Codes become sentences; nothing that has no sentence is lost."""

import pytest
from tests.report.samples import CONFIRM, LUNC, ORDER, POLICY, RULES, exact, finding, row

from readiness.domain.amount import NotStated, Unreadable
from readiness.domain.answer import Cause, Reason
from readiness.domain.area import Area
from readiness.domain.finding import Severity
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict
from readiness.language import LANGUAGES, speaking
from readiness.report.labels import label
from readiness.report.sentences import Sentences, advice_text, area_title, reason_text
from readiness.report.wording import verdicts
from readiness.report.wording.areas import AREA_TITLES
from readiness.report.wording.causes import CAUSES

WORDS = Sentences(RULES, POLICY)


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (
            Reason(cause=Cause.EXCHANGE_CODE, code="50026", text="system error", attempts=4),
            "50026 system error after 4 attempts",
        ),
        (Reason(cause=Cause.TIMEOUT, attempts=4), "no answer within the time limit (4 attempts)"),
        (Reason(cause=Cause.TIMEOUT, attempts=1), "no answer within the time limit"),
        (Reason(cause=Cause.HTTP_STATUS, code="503", attempts=2), "HTTP 503 after 2 attempts"),
        (Reason(cause=Cause.RATE_LIMIT, code="429"), "the exchange asked to slow down (429)"),
        (Reason(cause=Cause.NOT_SUPPORTED), "not yet supported"),
    ],
)
def test_a_reason_is_told_in_a_line(reason: Reason, text: str) -> None:
    """The code, the exchange's words and the number of attempts."""
    assert reason_text(reason) == text


def test_a_code_without_words_gets_the_documented_ones() -> None:
    """The policy knows what a bare code means, and what to do about it."""
    bare = Reason(cause=Cause.EXCHANGE_CODE, code="50111")
    assert reason_text(bare, POLICY) == "50111 the key is wrong"
    assert advice_text(bare, POLICY) == "Create a new key."
    assert reason_text(Reason(cause=Cause.EXCHANGE_CODE), POLICY)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("said", ["no {field}", "not an object", "{text.__class__} {0} {", "}"])
def test_what_others_say_is_no_sentence_of_ours(said: str, language: str) -> None:
    """Neither words nor values of theirs are looked up or filled in, whatever they look like."""
    theirs = Reason(cause=Cause.EXCHANGE_CODE, code="1", text=said)
    ours = Reason(cause=Cause.BAD_BODY, text="no {field}", values=(("field", said),))
    with speaking(language):
        assert reason_text(theirs) == f"1 {said}"
        assert said in reason_text(ours)


@pytest.mark.parametrize("cause", list(Cause))
def test_every_cause_has_words(cause: Cause) -> None:
    """No cause is shown as an empty line."""
    assert CAUSES[cause]
    assert reason_text(Reason(cause=cause))


@pytest.mark.parametrize("area", list(Area))
def test_every_area_has_a_title(area: Area) -> None:
    """No area is shown as its id."""
    assert area_title(area) == AREA_TITLES[area]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_a_headline_and_a_next_step(verdict: Verdict) -> None:
    """A verdict says what it means and what to do next."""
    assert verdicts.HEADLINES[verdict]
    assert verdicts.NEXT_STEPS[verdict]


def test_a_manual_area_is_called_what_the_policy_calls_it() -> None:
    """Without a policy the item's id has to do."""
    assert area_title("manual.p2p", POLICY) == "P2P orders"
    assert area_title("manual.p2p") == "p2p"


def test_the_message_is_filled_with_the_findings_values() -> None:
    """Amount, asset, place and facts come out as people write them."""
    frozen = finding(
        variant="frozen", asset="BTC", amount=exact("1E-8"), facts=(("cause", "an order"),)
    )
    assert WORDS.message(frozen) == "0.00000001 BTC in Funding account, frozen by an order"


def test_the_place_names_the_sub_account() -> None:
    """What is in a sub-account is not looked for in the main account."""
    order = ORDER.model_copy(update={"scope": "grid01"})
    assert WORDS.message(order) == "BTC-USDT limit buy in Open orders of sub-account grid01"


@pytest.mark.parametrize(
    ("amount", "part"),
    [(exact("0"), "0 "), (NotStated(), "not stated"), (Unreadable(raw="1,0"), "1,0")],
)
def test_an_amount_that_is_no_number_is_said_so(amount: object, part: str) -> None:
    """Neither an empty nor an unreadable amount looks like zero."""
    assert part in WORDS.message(finding(asset="X", amount=amount))


def test_unknown_rules_variants_and_values_lose_nothing() -> None:
    """A report is never lost over a missing sentence."""
    assert WORDS.message(finding(rule="brand-new")) == "brand-new: LUNC"
    assert "?" in WORDS.message(finding(variant="frozen", asset="X", amount=exact("1")))
    assert "LUNC" in WORDS.message(LUNC.model_copy(update={"variant": "brand-new"}))
    assert WORDS.remedy(finding(rule="brand-new", area="orders.open")) == ""


def test_braces_in_a_name_are_not_filled_in() -> None:
    """A name from the exchange is a value, never a template."""
    assert "{secret}" in WORDS.message(finding("notice", subject="{secret}"))


def test_the_remedy_says_how_and_where() -> None:
    """The rule's remedy, then the place in the exchange's app."""
    assert WORDS.remedy(LUNC) == "Withdraw LUNC or convert it."
    assert WORDS.where(LUNC) == "In the app: Assets, Funding."
    assert "P2P trading" in WORDS.where(CONFIRM)
    assert WORDS.where(ORDER) == ""


def test_the_remedy_carries_the_advice_for_the_error() -> None:
    """What is documented about a code is where the user looks for help."""
    reason = Reason(cause=Cause.EXCHANGE_CODE, code="50111")
    failed = finding("not-seen", Severity.UNKNOWN, reasons=(reason,))
    assert WORDS.remedy(failed) == "Scan again later. Create a new key."


@pytest.mark.parametrize(
    ("manual", "text"),
    [
        ("manual:p2p", "only merchants can read P2P orders by API"),
        ("blind:main_only", "main sees it"),
        ("blind:master_blind", "a main key is blind here"),
        ("fallback:finance/savings:58002", "ordinary keys cannot see savings"),
        ("manual:other", None),
        ("blind:other", None),
        ("fallback:finance/savings:1", None),
        ("", None),
    ],
)
def test_a_manual_row_says_why_a_person_has_to_look(manual: str, text: str | None) -> None:
    """The sentence is the policy's."""
    assert WORDS.coverage_reason(row("orders.open", Status.MANUAL, manual=manual)) == text
    without = Sentences(RULES, None)
    assert without.coverage_reason(row("orders.open", Status.MANUAL, manual=manual)) is None


def test_names_are_shortened_before_they_are_filled_in() -> None:
    """A name of ten thousand letters leaves the sentence readable."""
    words = Sentences(RULES, POLICY, label)
    message = words.message(finding(subject="x" * 10_000, asset="y\x1b" * 10_000))
    assert len(message) < 300
    assert "\x1b" not in message
