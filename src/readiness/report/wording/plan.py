"""The words of a plan: what each step is, why it is taken, what comes first, what is uncertain."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.steps import StepKind
from readiness.language import Plural
from readiness.plan.model import Note, Why

TITLES: Final[Mapping[StepKind, str]] = {
    StepKind.REPLACE_KEY: "See to the key",
    StepKind.CHECK_CLOSED: "Look whether the account is closed",
    StepKind.LOOK_AGAIN: "Look again where nobody could look",
    StepKind.ASK_EXCHANGE: "Settle restrictions with the exchange",
    StepKind.SWITCH_OFF: "Switch off what refills or lends by itself",
    StepKind.STOP_BOTS: "Stop trading bots",
    StepKind.STOP_COPYING: "Stop copy trading",
    StepKind.CANCEL_ORDERS: "Cancel orders",
    StepKind.CLOSE_POSITIONS: "Close positions",
    StepKind.REPAY: "Repay debts",
    StepKind.TAKE_BACK_COLLATERAL: "Take back collateral",
    StepKind.REDEEM: "Redeem earn products",
    StepKind.FIND_VALUE: "Find the value that nothing explains",
    StepKind.CLEAR: "Clear the rest",
    StepKind.WAIT_FOR_TRANSFERS: "Wait for what is on its way, or finish it",
    StepKind.EMPTY_SUB_ACCOUNT: "Move everything to the main account",
    StepKind.REMOVE_SUB_ACCOUNTS: "Delete the sub-accounts",
    StepKind.CONVERT_DUST: "Convert dust",
    StepKind.WITHDRAW_NON_TRADABLE: "Withdraw the non-tradable assets",
    StepKind.WITHDRAW: "Withdraw what is left",
    StepKind.SETTLE_REMAINDER: "Ask the exchange's support about remainders",
    StepKind.BACK_UP: "Save the history",
    StepKind.CONFIRM: "Look yourself, then confirm",
    StepKind.SCAN_AGAIN: "Scan again",
    StepKind.DELETE_KEYS: "Delete the API keys, that of this tool last",
    StepKind.DELETE_SUB_ACCOUNT: "Delete the sub-account from its main account",
    StepKind.REQUEST_CLOSING: "Request the closing",
    StepKind.WAIT_FOR_CLOSING: "Leave the account alone until it is closed",
}

REASONS: Final[Mapping[StepKind, str]] = {
    StepKind.REPLACE_KEY: (
        "With this key nothing can be looked at; what else there is to do shows afterwards."
    ),
    StepKind.CHECK_CLOSED: (
        "The waiting period is over and the key does not exist any more. Only the exchange itself "
        "shows whether the account is gone."
    ),
    StepKind.LOOK_AGAIN: (
        "What nobody could look at may hold something, and this plan may grow by it."
    ),
    StepKind.ASK_EXCHANGE: "A restricted account is not closed, and may not pay out.",
    StepKind.SWITCH_OFF: "What refills or lends by itself undoes the emptying of a wallet.",
    StepKind.STOP_BOTS: "A bot goes on trading, and keeps its money apart from the wallet.",
    StepKind.STOP_COPYING: "Copying and leading open positions in the account's name.",
    StepKind.CANCEL_ORDERS: "An open order freezes money and can bring in new coins.",
    StepKind.CLOSE_POSITIONS: "An open position binds margin and can be liquidated.",
    StepKind.REPAY: "A debt grows every hour, and an account in debt is not closed.",
    StepKind.TAKE_BACK_COLLATERAL: "Collateral is in no wallet while its loan runs.",
    StepKind.REDEEM: "Earn products keep money outside the wallets.",
    StepKind.FIND_VALUE: "Value that nobody can place is lost with the account.",
    StepKind.CLEAR: "It stands in the way of closing.",
    StepKind.WAIT_FOR_TRANSFERS: "What arrives after the closing is lost, or comes back late.",
    StepKind.EMPTY_SUB_ACCOUNT: (
        "A sub-account cannot withdraw, and is not deleted while it holds anything."
    ),
    StepKind.REMOVE_SUB_ACCOUNTS: (
        "Whether an account is closed while it has sub-accounts is not published."
    ),
    StepKind.CONVERT_DUST: (
        "Amounts this small can hardly be withdrawn one by one; as one coin they can."
    ),
    StepKind.WITHDRAW_NON_TRADABLE: (
        "They can be neither traded nor converted, and the fee is often due in another asset."
    ),
    StepKind.WITHDRAW: "What is left when the account closes is lost.",
    StepKind.SETTLE_REMAINDER: (
        "It can be neither withdrawn nor converted. If you agree to lose it, acknowledge the "
        "finding."
    ),
    StepKind.BACK_UP: "Nothing can be downloaded any more once the account is closed.",
    StepKind.CONFIRM: "No API shows this, or not to a key that can only read.",
    StepKind.SCAN_AGAIN: "Only a scan that ends in 'ready' shows that all of this is done.",
    StepKind.DELETE_KEYS: (
        "No key is left behind. Before this, not after it, the tool can look once more."
    ),
    StepKind.DELETE_SUB_ACCOUNT: "Only the main account can end a sub-account.",
    StepKind.REQUEST_CLOSING: (
        "A closed account does not come back. The exchange alone decides on the request."
    ),
    StepKind.WAIT_FOR_CLOSING: (
        "Whether a login or a request takes the closing request back is not published, so nothing "
        "is sent."
    ),
}

VARIANTS: Final[Mapping[tuple[StepKind, str], str]] = {
    (StepKind.WITHDRAW, "follows"): (
        "The steps before this one bring money into the wallets; what is left when the account "
        "closes is lost."
    ),
    (StepKind.EMPTY_SUB_ACCOUNT, "follows"): (
        "The steps before this one bring money into its wallets, and a sub-account cannot withdraw."
    ),
    (StepKind.BACK_UP, "incomplete"): (
        "Nothing can be downloaded any more once the account is closed, and the backup there is "
        "is not complete."
    ),
    (StepKind.BACK_UP, "older"): (
        "Nothing can be downloaded any more once the account is closed; the same command adds "
        "what has come since the last backup."
    ),
}
"""Why a step is taken, where what was found says it better."""

COMMANDS: Final[Mapping[StepKind, tuple[str, ...]]] = {
    StepKind.REPLACE_KEY: ("readiness keys set {account}", "readiness keys test {account}"),
    StepKind.LOOK_AGAIN: ("readiness scan {account}",),
    StepKind.BACK_UP: ("readiness backup {account} --to DIR",),
    StepKind.CONFIRM: ("readiness confirm {account} ITEM...",),
    StepKind.SCAN_AGAIN: ("readiness scan {account}",),
    StepKind.DELETE_KEYS: ("readiness keys delete {account}",),
    StepKind.REQUEST_CLOSING: ("readiness closure requested {account}",),
}
"""What this tool does for a step, as one types it. It can never act at the exchange.

Items to confirm are not filled in: each is looked at before its name is typed.
"""

FIRST: Final[Mapping[Why, str]] = {
    Why.REFILLS: "it would fill up again",
    Why.TRADES_BY_ITSELF: "what trades by itself opens orders and positions again",
    Why.OPENS_AGAIN: "an open order can open the position again",
    Why.FREEZES: "open orders freeze money",
    Why.CHANGES_DEBT: "what a position ends with changes the debt",
    Why.MARGIN: "the money is margin of open positions",
    Why.COLLATERAL: "the collateral is locked until its loan is repaid",
    Why.COVERS_DEBT: "the money covers the debt",
    Why.PAYS_DEBT: "the {asset} to repay with is there",
    Why.RESTRICTED: "a restricted account may not pay out",
    Why.COMES_BACK: "its money comes back to the wallet",
    Why.SETTLES: "a profit share is settled once copying has ended",
    Why.LEFT_IN_SUB_ACCOUNT: "a sub-account is deleted only when nothing is left in it",
    Why.ARRIVES_IN_MAIN: "the sub-account's money arrives in the main account",
    Why.BECOMES_ANOTHER_COIN: "what dust becomes has to go out too",
    Why.FEE: "some {asset} is needed as the fee until those assets are withdrawn",
    Why.PAYS_FEE: "the {asset} for the fee is there",
    Why.HISTORY_GROWS: "what moves until then belongs to the history",
    Why.EVERYTHING_ELSE: "a scan shows only what is done by then",
    Why.NEEDS_THE_KEY: "it needs the key",
    Why.KEY_FIRST: "without a key that can only read, nothing is asked",
    Why.ENDS_THE_ACCOUNT: "all this has to be done while the account exists",
    Why.REQUESTED: "the waiting begins with the request",
}
"""Why another step comes first."""

NOTES: Final[Mapping[Note, str]] = {
    Note.TODAY: "Nothing that was found is tied to a later day: if all is done today, closing can "
    "be requested today.",
    Note.POSSIBLE_ON: '"{step}" becomes possible on {day}.',
    Note.ENDS_ON: '"{step}" is over on {day} at the earliest.',
    Note.REFUSED: "A key was refused; no day can be named before that is mended.",
    Note.NOTHING_SEEN: "The account could not be looked at, so nothing can be said.",
    Note.SUB_ACCOUNT_ALONE: "This is a sub-account: it has no closing request of its own.",
    Note.STILL_IN_THE_WAY: "Something is still to do, although the closing was requested.",
    Note.WAITING_UNKNOWN: "How long the exchange takes after the request is not known here.",
    Note.WAITING_UNSURE: "The waiting period is uncertain: {text}.",
    Note.LOCK: "It can take longer: {text}.",
    Note.OVERDUE: "Something should be free since {day}, and is still there.",
    Note.OPEN_END: "Something is on its way, and nobody says when it ends.",
    Note.NEEDS_YOU: "A transfer waits for information from you, for as long as it takes.",
    Note.UNDER_REVIEW: "A transfer is under review, and nobody says for how long.",
    Note.HELD: "A transfer is held by the exchange, and nobody says for how long.",
    Note.RESTRICTION: "How long a restriction lasts is not published.",
    Note.AGREEMENT: "An agreement with somebody else has to end first, whenever that is.",
    Note.FROZEN: "Money is frozen, and nothing that was found freezes it.",
    Note.UNREADABLE: "An amount cannot be read; the exchange itself shows it.",
    Note.DEBT_ASSET_MISSING: "Too little {asset} is there to repay: buy or deposit some first.",
    Note.FEE_ASSET_MISSING: "Too little {asset} is there for the fee: buy or deposit some first.",
    Note.CONVERSION: "{text}.",
    Note.NEITHER: "The exchange pays out no amount this small, and its support decides what "
    "becomes of it.",
}
"""What a date follows from, and what is uncertain."""

COUNTED: Final[Mapping[Note, Plural]] = {
    Note.WAITING: Plural(
        "One day is counted from the request on.",
        "{days} days are counted from the request on.",
    ),
    Note.REQUEST_RECORDED: Plural(
        "Closing was requested on {requested_on}, with one day to wait.",
        "Closing was requested on {requested_on}, with {wait_days} days to wait.",
    ),
    Note.NOT_SEEN: Plural(
        "One place could not be looked at, and may hold something.",
        "{count} places could not be looked at, and may hold something.",
    ),
    Note.NOT_CONFIRMED: Plural(
        "One point is for you to look at, and may hold something.",
        "{count} points are for you to look at, and may hold something.",
    ),
}
"""The same for a number of things: for one, and for several."""

DEFECT: Final = (
    "The plan could not be made, by a defect of this tool ({kind}). Findings and verdict stand."
)

PLAN: Final = "Plan"
STEP: Final = "{title}: {about}"
IN_SUB_ACCOUNT: Final = "{title} (sub-account {scope})"
ITEMS: Final = Plural("{count} item", "{count} items")
WORTH: Final = "{amounts}, {value}"
MORE_AMOUNTS: Final = "{amounts} and {count} more"
UNNAMED: Final = "an unnamed asset"
NOT_READABLE: Final = "an unreadable amount of {asset}"
AN_AMOUNT: Final = "an amount of {asset} that is not stated"
MORE_PLACES: Final = "The other places stand with the findings above."
COMES_FIRST: Final = "after step {number}: {why}"
POSSIBLE_FROM: Final = "not before {when}"
OVER_ON: Final = "over on {when} at the earliest"
MORE_STEPS: Final = Plural(
    "{count} more step; --format json lists all", "{count} more steps; --format json lists all"
)
EARLIEST: Final = (
    "Earliest possible closing: can be requested on {request_on}; the waiting period ends on "
    "{closed_on}."
)
EARLIEST_REQUEST: Final = "Earliest possible closing: can be requested on {request_on}."
EARLIEST_END: Final = "Earliest possible closing: {closed_on}."
EARLIEST_UNKNOWN: Final = "Earliest possible closing: not known."
