"""Plans for accounts as the exchanges' documents describe them."""

from datetime import date, timedelta

import pytest
from tests.plan.support import (
    ACCEPTED,
    CHRISTMAS,
    LONG_AGO,
    NEW_YEAR,
    POLICY,
    SUB_KEY,
    TODAY,
    doubts,
    first,
    found,
    kinds,
    look,
    money,
    notes,
    plan,
    step,
    waiting,
)

from readiness.domain.amount import Exact, Unreadable
from readiness.domain.answer import Cause, Reason
from readiness.domain.finding import Finding, Severity
from readiness.domain.key import RejectedKey, UnprovenKey
from readiness.domain.policy import Confidence
from readiness.domain.steps import StepKind
from readiness.domain.verdict import Verdict
from readiness.plan.model import Note

REJECTED = RejectedKey(reason=Reason(cause=Cause.EXCHANGE_CODE, code="50111"))
END = [
    StepKind.BACK_UP,
    StepKind.SCAN_AGAIN,
    StepKind.DELETE_KEYS,
    StepKind.REQUEST_CLOSING,
    StepKind.WAIT_FOR_CLOSING,
]
DEBT = found("debt", "loans.flexible", asset="USDT", amount="100", value_usd="100")
COLLATERAL = found("collateral-locked", "loans.flexible", asset="BTC", amount="0.01")
OLDCOIN = money(
    "OLD",
    "120",
    "wallet.non-tradable",
    facts=(("fee", "2.5 USDT"), ("minimum_withdrawal", "10"), ("can_withdraw", "yes")),
)


# -- what comes first --------------------------------------------------------------------------


def test_collateral_comes_back_after_the_loan_is_repaid() -> None:
    """And is withdrawn after that, although no wallet holds anything now."""
    of = plan(COLLATERAL, DEBT, money("USDT", "150"))
    assert kinds(of)[:3] == [StepKind.REPAY, StepKind.TAKE_BACK_COLLATERAL, StepKind.WITHDRAW]
    assert first(of, StepKind.REPAY, StepKind.TAKE_BACK_COLLATERAL) == "collateral"
    assert first(of, StepKind.TAKE_BACK_COLLATERAL, StepKind.WITHDRAW) == "comes-back"
    assert first(of, StepKind.REPAY, StepKind.WITHDRAW) == "covers-debt"


def test_another_loan_does_not_free_collateral() -> None:
    """Margin debt and a flexible loan have nothing to do with each other."""
    of = plan(COLLATERAL, found("debt", "loans.margin", asset="USDT", amount="1"))
    assert first(of, StepKind.REPAY, StepKind.TAKE_BACK_COLLATERAL) == ""


def test_margin_is_withdrawn_after_the_position_is_closed() -> None:
    """Orders are cancelled before, and the debt is paid after."""
    of = plan(
        money("USDT", "500", "wallet.trading", value_usd="500"),
        found("debt", "loans.margin", asset="USDT", amount="1"),
        found("open-position", "positions.open", "BTC-USDT-SWAP", amount="3"),
        found("open-order", "orders.open", "1"),
        found("running-bot", "bots.grid", "2"),
    )
    assert kinds(of) == [
        StepKind.STOP_BOTS,
        StepKind.CANCEL_ORDERS,
        StepKind.CLOSE_POSITIONS,
        StepKind.REPAY,
        StepKind.WITHDRAW,
        *END,
    ]
    assert first(of, StepKind.CLOSE_POSITIONS, StepKind.WITHDRAW) == "margin"
    assert first(of, StepKind.CANCEL_ORDERS, StepKind.CLOSE_POSITIONS) == "opens-again"
    assert step(of, StepKind.CLOSE_POSITIONS).sums == ()  # contracts are no money


def test_a_debt_is_repaid_with_what_an_earn_product_holds() -> None:
    """The usual order is turned around where no wallet has enough of what is owed."""
    earn = found("earn-holding", "earn.flexible", asset="USDT", amount="200")
    of = plan(DEBT, earn, money("USDT", "99"))
    assert kinds(of)[:2] == [StepKind.REDEEM, StepKind.REPAY]
    assert first(of, StepKind.REDEEM, StepKind.REPAY) == "pays-debt"
    assert Note.DEBT_ASSET_MISSING not in notes(step(of, StepKind.REPAY))


def test_a_debt_is_repaid_from_the_wallet_where_it_has_enough() -> None:
    """Then the usual order stays."""
    earn = found("earn-holding", "earn.flexible", asset="USDT", amount="200")
    of = plan(DEBT, earn, money("USDT", "100"))
    assert kinds(of)[:2] == [StepKind.REPAY, StepKind.REDEEM]
    assert first(of, StepKind.REDEEM, StepKind.REPAY) == ""


def test_a_locked_product_pays_no_debt() -> None:
    """What is locked until a day is no reason to let interest grow until then."""
    earn = found("earn-holding", "earn.fixed", asset="USDT", amount="200", clears_at=CHRISTMAS)
    of = plan(DEBT, earn)
    assert kinds(of)[:2] == [StepKind.REPAY, StepKind.REDEEM]
    assert notes(step(of, StepKind.REPAY)) == {"debt-asset-missing"}
    assert "debt-asset-missing" in doubts(of)


def test_a_debt_that_cannot_be_read_takes_whatever_is_there() -> None:
    """A wallet that has some of the asset may be enough."""
    debt = found("debt", "loans.margin", asset="USDT", amount=Unreadable(raw="1,0"))
    assert notes(step(plan(debt, money("USDT", "1")), StepKind.REPAY)) == {"unreadable"}
    assert notes(step(plan(debt), StepKind.REPAY)) == {"unreadable", "debt-asset-missing"}


def test_the_fee_of_non_tradable_assets_stays_until_they_are_withdrawn() -> None:
    """The USDT for it is not taken for dust, and goes last."""
    of = plan(money("USDT", "4", value_usd="4"), OLDCOIN, money("TRX", "1", value_usd="0.2"))
    assert kinds(of)[:3] == [
        StepKind.CONVERT_DUST,
        StepKind.WITHDRAW_NON_TRADABLE,
        StepKind.WITHDRAW,
    ]
    assert [part.asset for part in step(of, StepKind.CONVERT_DUST).sums] == ["TRX"]
    assert first(of, StepKind.WITHDRAW_NON_TRADABLE, StepKind.WITHDRAW) == "fee"
    (need,) = [n for n in step(of, StepKind.WITHDRAW).after if n.why.value == "fee"]
    assert need.values == (("asset", "USDT"),)


def test_the_fee_may_have_to_be_redeemed_or_bought_first() -> None:
    """One cannot withdraw without it."""
    earn = found("earn-holding", "earn.flexible", asset="USDT", amount="200")
    of = plan(OLDCOIN, earn)
    assert first(of, StepKind.REDEEM, StepKind.WITHDRAW_NON_TRADABLE) == "pays-fee"
    assert notes(step(of, StepKind.WITHDRAW_NON_TRADABLE)) == set()
    alone = plan(OLDCOIN)
    assert notes(step(alone, StepKind.WITHDRAW_NON_TRADABLE)) == {"fee-asset-missing"}


def test_a_fee_in_the_asset_itself_holds_nothing_back() -> None:
    """Then nothing else has to stay."""
    own = money("OLD", "120", "wallet.non-tradable", facts=(("fee", "1 OLD"),))
    of = plan(own, money("USDT", "4", value_usd="4"), money("BTC", "1", value_usd="60000"))
    assert first(of, StepKind.WITHDRAW_NON_TRADABLE, StepKind.WITHDRAW) == ""
    assert StepKind.CONVERT_DUST in kinds(of)


@pytest.mark.parametrize(
    "facts",
    [
        (("can_withdraw", "yes"), ("minimum_withdrawal", "120.1")),
        (("can_withdraw", "no"), ("minimum_withdrawal", "10")),
    ],
)
def test_what_can_be_neither_traded_nor_withdrawn_is_a_case_for_support(
    facts: tuple[tuple[str, str], ...],
) -> None:
    """Below the least that is paid out, or not paid out at all."""
    of = plan(money("OLD", "120", "wallet.non-tradable", facts=facts))
    assert kinds(of) == [StepKind.SETTLE_REMAINDER, *END]
    assert notes(step(of, StepKind.SETTLE_REMAINDER)) == {"neither"}


def test_dust_below_the_minimum_withdrawal_is_converted() -> None:
    """Its worth may be unknown: what cannot be paid out has to become another coin."""
    of = plan(money("LUNC", "0.5", facts=(("minimum_withdrawal", "10"),)))
    assert kinds(of) == [StepKind.CONVERT_DUST, *END]
    assert notes(step(of, StepKind.CONVERT_DUST)) == {"neither", "conversion"}


@pytest.mark.parametrize(
    ("value", "area", "kind"),
    [
        ("9.99", "wallet.funding", StepKind.CONVERT_DUST),
        ("10", "wallet.funding", StepKind.WITHDRAW),
        ("0.01", "wallet.options", StepKind.WITHDRAW),
    ],
)
def test_dust_is_what_the_exchange_converts(value: str, area: str, kind: StepKind) -> None:
    """By worth, and only in the wallets it converts from."""
    assert kinds(plan(money("TRX", "1", area, value_usd=value)))[0] is kind


@pytest.mark.parametrize(
    "rest",
    [
        money("USDT", "20", "wallet.trading", value_usd="20"),
        money("USDT", "20", "wallet.trading"),
        money("USDT", "20", scope="grid01", value_usd="20"),
        found("earn-holding", "earn.flexible", asset="USDT", amount="20", value_usd="20"),
    ],
)
def test_a_little_of_what_there_is_more_of_is_no_dust(rest: Finding) -> None:
    """It leaves with the rest, which may be in another place until then."""
    little = money("USDT", "0.8", value_usd="0.8", facts=(("minimum_withdrawal", "2"),))
    assert StepKind.CONVERT_DUST in kinds(plan(little))
    assert StepKind.CONVERT_DUST not in kinds(plan(little, rest))


def test_a_little_in_two_places_is_still_dust() -> None:
    """What counts is how much it is in all."""
    areas = ("wallet.funding", "wallet.trading")
    parts = [money("TRX", "1", area, value_usd="0.3") for area in areas]
    assert kinds(plan(*parts)) == [StepKind.CONVERT_DUST, *END]
    more = [money("TRX", "1", area, value_usd="5") for area in areas]
    assert kinds(plan(*more))[0] is StepKind.WITHDRAW


def test_without_a_price_or_a_policy_nothing_is_dust() -> None:
    """What has no price may be worth much."""
    assert kinds(plan(money("NEW", "0.0001")))[0] is StepKind.WITHDRAW
    dust = money("TRX", "1", value_usd="0.01")
    assert kinds(plan(dust, policy=None))[0] is StepKind.WITHDRAW
    unread = money("TRX", "1", value_usd="0.01").model_copy(
        update={"amount": Unreadable(raw="1,0")}
    )
    assert kinds(plan(unread))[0] is StepKind.WITHDRAW


def test_what_refills_is_switched_off_before_anything_is_emptied() -> None:
    """The setting itself holds nothing that would have to be withdrawn."""
    setting = found("acting-setting", "account.settings", asset="USDT", variant="refills")
    assert kinds(plan(setting)) == [StepKind.SWITCH_OFF, *END]
    assert step(plan(setting), StepKind.SWITCH_OFF).sums == ()
    of = plan(setting, found("earn-holding", "earn.flexible", asset="USDT", amount="2"))
    assert first(of, StepKind.SWITCH_OFF, StepKind.REDEEM) == "refills"


def test_a_profit_share_is_waited_for_after_copying_has_ended() -> None:
    """It is paid weeks later."""
    of = plan(
        found("copy-trading-tie", "copy-trading", "share", variant="profit-share"),
        found("copy-trading-tie", "copy-trading", "lead", variant="leads"),
    )
    assert kinds(of)[:2] == [StepKind.STOP_COPYING, StepKind.WAIT_FOR_TRANSFERS]
    assert first(of, StepKind.STOP_COPYING, StepKind.WAIT_FOR_TRANSFERS) == "settles"
    assert notes(step(of, StepKind.WAIT_FOR_TRANSFERS)) == {"open-end"}


# -- sub-accounts ------------------------------------------------------------------------------

GRID = found("sub-account-exists", "sub-accounts", "grid01", severity=Severity.CONFIRM)


def test_a_sub_account_is_emptied_into_the_main_account_first() -> None:
    """What nobody can see of it is looked at before it is deleted."""
    of = plan(
        money("TRX", "1000", scope="grid01", value_usd="300"),
        found("open-position", "positions.open", "1", scope="grid01"),
        money("BTC", "1", value_usd="60000"),
        look("p2p", scope="grid01"),
        look("p2p"),
        GRID,
    )
    assert first(of, StepKind.EMPTY_SUB_ACCOUNT, StepKind.WITHDRAW) == "arrives-in-main"
    assert first(of, StepKind.CLOSE_POSITIONS, StepKind.EMPTY_SUB_ACCOUNT, "grid01") == "margin"
    order = [(each.kind, each.scope) for each in of.steps]
    removed = order.index((StepKind.REMOVE_SUB_ACCOUNTS, "main"))
    assert order.index((StepKind.CONFIRM, "grid01")) < removed
    assert order.index((StepKind.EMPTY_SUB_ACCOUNT, "grid01")) < order.index(
        (StepKind.WITHDRAW, "main")
    )


def test_what_comes_back_in_a_sub_account_goes_through_the_main_one() -> None:
    """Although no wallet holds anything now."""
    of = plan(found("earn-holding", "earn.flexible", asset="USDT", amount="5", scope="grid01"))
    assert kinds(of)[:3] == [StepKind.REDEEM, StepKind.EMPTY_SUB_ACCOUNT, StepKind.WITHDRAW]
    assert step(of, StepKind.WITHDRAW).variant == "follows"
    assert step(of, StepKind.EMPTY_SUB_ACCOUNT, "grid01").variant == "follows"


def test_an_agreement_with_somebody_else_has_no_known_end() -> None:
    """A managed sub-account is not only the user's to delete."""
    managed = found("sub-account-exists", "sub-accounts", "m1", variant="managed")
    of = plan(managed)
    assert notes(step(of, StepKind.REMOVE_SUB_ACCOUNTS)) == {"agreement"}
    assert "agreement" in doubts(of)


def test_a_sub_account_that_is_scanned_alone_has_no_closing_request() -> None:
    """Its money goes to the main account, which then deletes it."""
    of = plan(money("TRX", "1000"), key=SUB_KEY)
    assert kinds(of) == [
        StepKind.EMPTY_SUB_ACCOUNT,
        StepKind.BACK_UP,
        StepKind.SCAN_AGAIN,
        StepKind.DELETE_KEYS,
        StepKind.DELETE_SUB_ACCOUNT,
    ]
    assert (of.earliest.request_on, of.earliest.closed_on) == (TODAY, None)
    assert doubts(of) == {"sub-account-alone"}
    earn = found("earn-holding", "earn.flexible", asset="USDT", amount="5")
    assert kinds(plan(earn, key=SUB_KEY))[:2] == [StepKind.REDEEM, StepKind.EMPTY_SUB_ACCOUNT]


# -- dates -------------------------------------------------------------------------------------


def test_a_locked_product_says_when_the_account_can_be_closed() -> None:
    """The request is possible on the day of its maturity, and the waiting period follows."""
    earn = found("earn-holding", "earn.fixed", asset="USDT", amount="2", clears_at=CHRISTMAS)
    of = plan(earn)
    assert step(of, StepKind.REDEEM).possible_from == CHRISTMAS
    assert step(of, StepKind.REDEEM).id == "redeem/main/2026-12-24"
    when = of.earliest
    assert (when.request_on, when.closed_on) == (date(2026, 12, 24), date(2027, 1, 23))
    assert [remark.note.value for remark in when.because] == ["possible-on", "waiting"]
    assert when.because[0].values == (("step", "redeem"), ("day", "2026-12-24"))
    ends = {each.kind: each.possible_from for each in of.steps}
    request, wait = ends[StepKind.REQUEST_CLOSING], ends[StepKind.WAIT_FOR_CLOSING]
    assert request is not None
    assert request.date() == when.request_on
    assert wait is not None
    assert wait.date() == when.closed_on


def test_products_of_different_days_are_different_steps() -> None:
    """What is free now need not wait for the last one."""
    of = plan(
        found("earn-holding", "earn.fixed", "1", asset="A", amount="1", clears_at=CHRISTMAS),
        found("earn-holding", "earn.fixed", "2", asset="A", amount="1", clears_at=NEW_YEAR),
        found("earn-holding", "earn.flexible", "3", asset="A", amount="1"),
    )
    redeem = [each.id for each in of.steps if each.kind is StepKind.REDEEM]
    assert redeem == ["redeem/main", "redeem/main/2026-12-24", "redeem/main/2027-01-01"]
    assert of.earliest.request_on == NEW_YEAR.date()


def test_a_redemption_is_waited_for() -> None:
    """Its end is told as an end, not as a beginning."""
    of = plan(found("redemption", "earn.staking-eth", asset="ETH", amount="1", clears_at=NEW_YEAR))
    assert kinds(of)[:2] == [StepKind.WAIT_FOR_TRANSFERS, StepKind.WITHDRAW]
    assert of.earliest.because[0].note is Note.ENDS_ON


def test_a_deposit_that_is_held_has_no_known_end() -> None:
    """The day is a lower bound, and says so."""
    of = plan(found("pending-transfer", "transfers.deposits", "9", variant="in-held"))
    assert kinds(of)[:2] == [StepKind.WAIT_FOR_TRANSFERS, StepKind.WITHDRAW]
    assert of.earliest.request_on == TODAY
    assert doubts(of) == {"held", "lock"}


def test_a_withdrawal_on_its_way_leaves_nothing_to_withdraw() -> None:
    """It takes the money away by itself."""
    out = found("pending-transfer", "transfers.withdrawals", "9", variant="out-moving")
    assert kinds(plan(out)) == [StepKind.WAIT_FOR_TRANSFERS, *END]


@pytest.mark.parametrize(
    ("variant", "note"),
    [
        ("in-needs-user", "needs-you"),
        ("out-review", "under-review"),
        ("in-held", "held"),
        ("out-moving", "open-end"),
        ("in-unrecognised", "open-end"),
    ],
)
def test_what_a_transfer_waits_for_is_told(variant: str, note: str) -> None:
    """Each stage leaves something else open."""
    of = plan(found("pending-transfer", "transfers.deposits", "9", variant=variant))
    assert notes(step(of, StepKind.WAIT_FOR_TRANSFERS)) == {note}


def test_a_day_that_has_passed_is_no_day_to_count_on() -> None:
    """What should be free and is not is a doubt."""
    late = found("redemption", "earn.okusd", asset="OKUSD", amount="1", clears_at=LONG_AGO)
    of = plan(late)
    assert of.earliest.request_on == TODAY
    assert step(of, StepKind.WAIT_FOR_TRANSFERS).possible_from is None
    assert notes(step(of, StepKind.WAIT_FOR_TRANSFERS)) == {"overdue", "open-end"}
    (told,) = [r for r in of.earliest.uncertain if r.note is Note.OVERDUE]
    assert told.values == (("day", "2026-09-01"),)


def test_locks_of_the_exchange_are_told_where_they_apply() -> None:
    """Of an area, or of a kind of step everywhere."""
    of = plan(found("account-wide-holding", "earn.okusd", asset="OKUSD", amount="1"))
    assert [r.text for r in step(of, StepKind.REDEEM).remarks] == ["five days"]
    assert [r.text for r in step(of, StepKind.WITHDRAW).remarks] == ["a day of hold"]
    other = plan(found("earn-holding", "earn.flexible", asset="OKUSD", amount="1"))
    assert notes(step(other, StepKind.REDEEM)) == set()


def test_frozen_money_that_nothing_explains_is_a_doubt() -> None:
    """With an order there, the order is the reason."""
    frozen = money("USDT", "31", variant="frozen", value_usd="31")
    assert "frozen" in notes(step(plan(frozen), StepKind.WITHDRAW))
    of = plan(frozen, found("open-order", "orders.open", "1"))
    assert "frozen" not in notes(step(of, StepKind.WITHDRAW))


def test_a_restriction_has_no_known_end_and_may_stop_withdrawals() -> None:
    """It is settled before anything else."""
    of = plan(found("restricted-account", "account.restrictions", "51024"), money("BTC", "1"))
    assert kinds(of)[0] is StepKind.ASK_EXCHANGE
    assert first(of, StepKind.ASK_EXCHANGE, StepKind.WITHDRAW) == "restricted"
    assert "restriction" in doubts(of)


def test_a_waiting_period_that_is_not_well_founded_is_uncertain() -> None:
    """Or not known at all."""
    assert POLICY.waiting is not None
    low = POLICY.waiting.model_copy(update={"confidence": Confidence.LOW})
    unsure = plan(policy=POLICY.model_copy(update={"waiting": low}))
    assert doubts(unsure) == {"waiting-unsure"}
    assert unsure.earliest.closed_on == TODAY + timedelta(days=30)
    for policy in (POLICY.model_copy(update={"waiting": None}), None):
        unknown = plan(policy=policy)
        assert doubts(unknown) == {"waiting-unknown"}
        assert (unknown.earliest.request_on, unknown.earliest.closed_on) == (TODAY, None)


# -- verdicts ----------------------------------------------------------------------------------


def test_an_empty_account_still_has_an_end() -> None:
    """The scan that says ready need not be made again."""
    of = plan(verdict=Verdict.READY)
    assert kinds(of) == [kind for kind in END if kind is not StepKind.SCAN_AGAIN]
    assert [remark.note.value for remark in of.earliest.because] == ["today", "waiting"]
    unconfirmed = plan(look(), verdict=Verdict.UNCONFIRMED)
    assert kinds(unconfirmed) == [StepKind.BACK_UP, StepKind.CONFIRM, *END[1:]]
    assert doubts(unconfirmed) == {"not-confirmed"}


def test_what_nobody_could_look_at_is_looked_at_first() -> None:
    """The plan may grow by it."""
    unseen = found("could-not-look", "earn.fixed", severity=Severity.UNKNOWN)
    of = plan(money("BTC", "1"), unseen, verdict=Verdict.INCOMPLETE)
    assert kinds(of)[0] is StepKind.LOOK_AGAIN
    (told,) = [r for r in of.earliest.uncertain if r.note is Note.NOT_SEEN]
    assert told.values == (("count", "1"),)


def test_a_refused_key_promises_nothing_but_another_scan() -> None:
    """What else was said is seen then."""
    refused = found("key-refused", "account.key", "okx-main", variant="acting")
    of = plan(refused, look(), money("BTC", "1"), verdict=Verdict.REFUSED)
    assert kinds(of) == [StepKind.REPLACE_KEY, StepKind.SCAN_AGAIN]
    assert first(of, StepKind.REPLACE_KEY, StepKind.SCAN_AGAIN) == "key-first"
    assert (of.earliest.request_on, of.earliest.closed_on) == (None, None)
    assert doubts(of) == {"refused"}
    assert step(of, StepKind.SCAN_AGAIN).sums == ()


def test_an_account_that_is_probably_closed_is_looked_at() -> None:
    """There may be nothing left to make a new key for."""
    gone = found("key-refused", "account.key", "okx-main", variant="probably-closed")
    of = plan(gone, key=REJECTED, verdict=Verdict.REFUSED, closure=waiting(days=1))
    assert kinds(of) == [StepKind.CHECK_CLOSED, StepKind.SCAN_AGAIN]


def test_a_closing_account_is_left_alone() -> None:
    """All that is known is the end of its waiting period."""
    of = plan(key=None, verdict=Verdict.CLOSING, closure=waiting())
    assert kinds(of) == [StepKind.WAIT_FOR_CLOSING]
    when = of.earliest
    assert (when.request_on, when.closed_on) == (None, date(2026, 12, 20))
    assert when.because[0].note is Note.REQUEST_RECORDED
    assert when.uncertain == ()
    assert of.steps[0].possible_from is not None
    assert of.steps[0].possible_from.date() == when.closed_on


def test_what_is_in_the_way_of_a_request_that_waits_is_told() -> None:
    """It is still to do, and closing is not requested again."""
    of = plan(money("BTC", "1"), closure=waiting())
    assert kinds(of) == [StepKind.WITHDRAW, StepKind.SCAN_AGAIN, StepKind.WAIT_FOR_CLOSING]
    assert doubts(of) == {"still-in-the-way", "lock"}


def test_a_request_whose_time_is_over_is_made_again() -> None:
    """The account still answers."""
    of = plan(verdict=Verdict.READY, closure=waiting(days=1))
    assert StepKind.REQUEST_CLOSING in kinds(of)


def test_of_an_account_that_nobody_could_look_at_no_day_is_known() -> None:
    """Nothing seen is not nothing there."""
    unproven = UnprovenKey(reason=Reason(cause=Cause.TIMEOUT, attempts=4))
    unseen = found("could-not-look", "account.key", severity=Severity.UNKNOWN)
    for key in (unproven, None):
        of = plan(unseen, key=key, verdict=Verdict.INCOMPLETE)
        assert kinds(of)[0] is StepKind.LOOK_AGAIN
        assert of.earliest.request_on is None
        assert doubts(of) == {"nothing-seen", "not-seen"}


# -- what needs no step ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "needless",
    [
        money("BTC", "1", acknowledged=ACCEPTED),
        found("trial-fund", "wallet.trading", asset="USDT", severity=Severity.NOTICE),
        found("decision-does-not-count", "account.acknowledgements", severity=Severity.NOTICE),
    ],
    ids=["accepted", "trial fund", "stray decision"],
)
def test_what_weighs_nothing_needs_no_step(needless: Finding) -> None:
    """Accepted findings, and notices."""
    assert kinds(plan(needless, verdict=Verdict.READY)) == kinds(plan(verdict=Verdict.READY))


@pytest.mark.parametrize("variant", ["default", "incomplete", "older"])
def test_a_missing_backup_is_told_with_the_backup(variant: str) -> None:
    """A notice, and the one that asks for something."""
    notice = found(
        "no-backup", "account.backup", "history", variant=variant, severity=Severity.NOTICE
    )
    backup = step(plan(notice, verdict=Verdict.READY), StepKind.BACK_UP)
    assert (backup.findings, backup.variant) == ((notice,), variant)


def test_amounts_of_one_asset_are_added_up() -> None:
    """The largest value first; one that cannot be read stands for itself."""
    of = plan(
        money("BTC", "0.5", value_usd="30000"),
        money("BTC", "0.25", "wallet.trading", value_usd="15000"),
        money("ETH", "100", value_usd="300000"),
        money("BTC", "0", "wallet.options").model_copy(update={"amount": Unreadable(raw="x")}),
        money("", "3", "wallet.spot"),
    )
    withdraw = step(of, StepKind.WITHDRAW)
    told = [(part.asset, getattr(part.amount, "value", None)) for part in withdraw.sums]
    assert [(asset, value and f"{value}") for asset, value in told] == [
        ("ETH", "100"),
        ("BTC", "0.75"),
        ("", "3"),
        ("BTC", None),
    ]
    assert isinstance(withdraw.value_usd, Exact)
    assert withdraw.value_usd.value == 345000
