"""The headings under which findings are grouped: what to do, in the order to do it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Action(StrEnum):
    """What a finding asks for; the order is the order to work in."""

    REPLACE_KEY = "replace-key"
    ASK_EXCHANGE = "ask-exchange"
    SWITCH_OFF = "switch-off"
    CANCEL = "cancel"
    CLOSE = "close"
    REPAY = "repay"
    REDEEM = "redeem"
    WAIT = "wait"
    EMPTY_SUB_ACCOUNTS = "empty-sub-accounts"
    WITHDRAW = "withdraw"
    CLEAR = "clear"
    COULD_NOT_LOOK = "could-not-look"
    ASK_A_PERSON = "ask-a-person"
    NOTICE = "notice"
    SETTLED = "settled"


ACTION_TITLES: Final[Mapping[Action, str]] = {
    Action.REPLACE_KEY: "See to the key",
    Action.ASK_EXCHANGE: "Settle with the exchange",
    Action.SWITCH_OFF: "Switch off what trades, refills or borrows by itself",
    Action.CANCEL: "Cancel orders",
    Action.CLOSE: "Close positions",
    Action.REPAY: "Repay debts",
    Action.REDEEM: "Redeem earn products",
    Action.WAIT: "Wait for transfers, or finish them",
    Action.EMPTY_SUB_ACCOUNTS: "Empty sub-accounts",
    Action.WITHDRAW: "Withdraw or convert what is left",
    Action.CLEAR: "Clear the rest",
    Action.COULD_NOT_LOOK: "Could not look",
    Action.ASK_A_PERSON: "Look yourself, then confirm",
    Action.NOTICE: "Good to know",
    Action.SETTLED: "Accepted by you",
}

RULE_ACTIONS: Final[Mapping[str, Action]] = {
    "bot-money": Action.SWITCH_OFF,
    "copy-trading-money": Action.SWITCH_OFF,
    "lent-money": Action.SWITCH_OFF,
    "sniper-money": Action.CANCEL,
    "debt": Action.REPAY,
    "collateral-locked": Action.REPAY,
    "sub-account-exists": Action.EMPTY_SUB_ACCOUNTS,
}
"""Rules that ask for the same wherever they apply, before area and severity decide."""

BLOCKER_ACTIONS: Final[tuple[tuple[str, Action], ...]] = (
    ("account.key", Action.REPLACE_KEY),
    ("account.restrictions", Action.ASK_EXCHANGE),
    ("account.settings", Action.SWITCH_OFF),
    ("bots.", Action.SWITCH_OFF),
    ("copy-trading", Action.SWITCH_OFF),
    ("wallet.bots", Action.SWITCH_OFF),
    ("wallet.copy-trading", Action.SWITCH_OFF),
    ("orders.", Action.CANCEL),
    ("positions.", Action.CLOSE),
    ("loans.", Action.REPAY),
    ("earn.", Action.REDEEM),
    ("transfers.", Action.WAIT),
    ("sub-accounts", Action.EMPTY_SUB_ACCOUNTS),
    ("wallet.", Action.WITHDRAW),
)
"""By the beginning of the area id; the first that fits, so longer ones come first."""
