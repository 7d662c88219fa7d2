"""What a plan consists of: codes and values; sentences are made when a report is drawn."""

from datetime import date
from enum import StrEnum

from readiness.domain.amount import Amount, NotStated
from readiness.domain.base import AwareDatetime, Frozen
from readiness.domain.finding import Finding
from readiness.domain.items import Details
from readiness.domain.scope import Scope
from readiness.domain.steps import StepKind


class Why(StrEnum):
    """Why one step has to come before another."""

    REFILLS = "refills"
    TRADES_BY_ITSELF = "trades-by-itself"
    OPENS_AGAIN = "opens-again"
    FREEZES = "freezes"
    CHANGES_DEBT = "changes-debt"
    MARGIN = "margin"
    COLLATERAL = "collateral"
    COVERS_DEBT = "covers-debt"
    PAYS_DEBT = "pays-debt"
    RESTRICTED = "restricted"
    COMES_BACK = "comes-back"
    SETTLES = "settles"
    LEFT_IN_SUB_ACCOUNT = "left-in-sub-account"
    ARRIVES_IN_MAIN = "arrives-in-main"
    BECOMES_ANOTHER_COIN = "becomes-another-coin"
    FEE = "fee"
    PAYS_FEE = "pays-fee"
    HISTORY_GROWS = "history-grows"
    EVERYTHING_ELSE = "everything-else"
    NEEDS_THE_KEY = "needs-the-key"
    KEY_FIRST = "key-first"
    ENDS_THE_ACCOUNT = "ends-the-account"
    REQUESTED = "requested"


class Note(StrEnum):
    """What is said of a step or of the date: what it follows from, or what is not known."""

    TODAY = "today"
    POSSIBLE_ON = "possible-on"
    ENDS_ON = "ends-on"
    WAITING = "waiting"
    REQUEST_RECORDED = "request-recorded"
    REFUSED = "refused"
    NOTHING_SEEN = "nothing-seen"
    NOT_SEEN = "not-seen"
    NOT_CONFIRMED = "not-confirmed"
    SUB_ACCOUNT_ALONE = "sub-account-alone"
    STILL_IN_THE_WAY = "still-in-the-way"
    WAITING_UNKNOWN = "waiting-unknown"
    WAITING_UNSURE = "waiting-unsure"
    LOCK = "lock"
    OVERDUE = "overdue"
    OPEN_END = "open-end"
    NEEDS_YOU = "needs-you"
    UNDER_REVIEW = "under-review"
    HELD = "held"
    RESTRICTION = "restriction"
    AGREEMENT = "agreement"
    FROZEN = "frozen"
    UNREADABLE = "unreadable"
    DEBT_ASSET_MISSING = "debt-asset-missing"
    FEE_ASSET_MISSING = "fee-asset-missing"
    CONVERSION = "conversion"
    NEITHER = "neither"


class Remark(Frozen):
    """One thing that is said of a step or of the date.

    Attributes:
        note: what.
        values: named values for the sentence.
        text: what the policy says of it; empty if nothing.
    """

    note: Note
    values: Details = ()
    text: str = ""


class Sum(Frozen):
    """An amount of one asset that a step is about."""

    asset: str
    amount: Amount
    value_usd: Amount = NotStated()


class Need(Frozen):
    """A step that has to come first, by its id, and why."""

    step: str
    why: Why
    values: Details = ()


class Step(Frozen):
    """One thing to do.

    Attributes:
        id: unique within the plan; the same for the same findings.
        kind: what kind of thing it is.
        variant: which of the kind's reasons fits.
        scope: whose.
        findings: what it clears; none where it follows from other steps.
        sums: how much it is about, largest value first.
        value_usd: what that is worth, as far as it has prices.
        after: what has to come first.
        possible_from: the day and time before which it cannot be done; ``None``: no such time
            is known, or it is the time at which the steps before it are done.
        remarks: what is not known about it.
    """

    id: str
    kind: StepKind
    variant: str = "default"
    scope: Scope
    findings: tuple[Finding, ...] = ()
    sums: tuple[Sum, ...] = ()
    value_usd: Amount = NotStated()
    after: tuple[Need, ...] = ()
    possible_from: AwareDatetime | None = None
    remarks: tuple[Remark, ...] = ()


class Earliest(Frozen):
    """When the account can be closed at the earliest.

    Attributes:
        request_on: the first day on which closing can be requested; ``None``: nothing can be
            said, or it was requested already.
        closed_on: the first day on which the waiting period is over; ``None``: not known.
        because: what that follows from.
        uncertain: what is not known about it.
    """

    request_on: date | None
    closed_on: date | None
    because: tuple[Remark, ...] = ()
    uncertain: tuple[Remark, ...] = ()


class Plan(Frozen):
    """The way to the closed account, in the order in which to go it."""

    steps: tuple[Step, ...]
    earliest: Earliest
