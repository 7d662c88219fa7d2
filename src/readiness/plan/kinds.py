"""Which kind of step clears a finding: by its rule, else by where it is."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.finding import Finding, Severity
from readiness.domain.steps import StepKind

RULES: Final[Mapping[str, StepKind]] = {
    "key-refused": StepKind.REPLACE_KEY,
    "restricted-account": StepKind.ASK_EXCHANGE,
    "acting-setting": StepKind.SWITCH_OFF,
    "lent-money": StepKind.SWITCH_OFF,
    "running-bot": StepKind.STOP_BOTS,
    "bot-money": StepKind.STOP_BOTS,
    "copy-trading-tie": StepKind.STOP_COPYING,
    "copy-trading-money": StepKind.STOP_COPYING,
    "sniper-money": StepKind.CANCEL_ORDERS,
    "open-position": StepKind.CLOSE_POSITIONS,
    "debt": StepKind.REPAY,
    "collateral-locked": StepKind.TAKE_BACK_COLLATERAL,
    "earn-holding": StepKind.REDEEM,
    "redemption": StepKind.WAIT_FOR_TRANSFERS,
    "pending-transfer": StepKind.WAIT_FOR_TRANSFERS,
    "sub-account-exists": StepKind.REMOVE_SUB_ACCOUNTS,
    "unexplained-money": StepKind.FIND_VALUE,
    "totals-differ": StepKind.FIND_VALUE,
    "trial-fund": StepKind.FIND_VALUE,
    "could-not-look": StepKind.LOOK_AGAIN,
    "money-moved": StepKind.LOOK_AGAIN,
    "look-yourself": StepKind.CONFIRM,
    "no-backup": StepKind.BACK_UP,
}
"""Rules that ask for the same wherever they speak."""

VARIANTS: Final[Mapping[tuple[str, str], StepKind]] = {
    ("key-refused", "probably-closed"): StepKind.CHECK_CLOSED,
    ("copy-trading-tie", "profit-share"): StepKind.WAIT_FOR_TRANSFERS,
}
"""What one sentence of a rule asks for, where the others ask for something else."""

SEVERITIES: Final[Mapping[Severity, StepKind]] = {
    Severity.UNKNOWN: StepKind.LOOK_AGAIN,
    Severity.CONFIRM: StepKind.CONFIRM,
}

AREAS: Final[tuple[tuple[str, StepKind], ...]] = (
    ("account.totals", StepKind.FIND_VALUE),
    ("account.settings", StepKind.SWITCH_OFF),
    ("account.restrictions", StepKind.ASK_EXCHANGE),
    ("account.key", StepKind.REPLACE_KEY),
    ("bots.", StepKind.STOP_BOTS),
    ("wallet.bots", StepKind.STOP_BOTS),
    ("copy-trading", StepKind.STOP_COPYING),
    ("wallet.copy-trading", StepKind.STOP_COPYING),
    ("orders.", StepKind.CANCEL_ORDERS),
    ("positions.", StepKind.CLOSE_POSITIONS),
    ("loans.", StepKind.REPAY),
    ("earn.", StepKind.REDEEM),
    ("transfers.", StepKind.WAIT_FOR_TRANSFERS),
    ("sub-accounts", StepKind.REMOVE_SUB_ACCOUNTS),
    ("wallet.", StepKind.WITHDRAW),
)
"""By the beginning of the area's id; the first that fits."""

_TOLD: Final = frozenset({StepKind.BACK_UP})
"""What a notice may ask for; every other notice asks for nothing."""


def kind_of(finding: Finding) -> StepKind | None:
    """What kind of step clears a finding; ``None`` if it asks for nothing.

    Money in a wallet comes out as ``withdraw``; :mod:`readiness.plan.wallets` knows more.
    """
    kind = _kind(finding)
    if not finding.counts or (finding.severity is Severity.NOTICE and kind not in _TOLD):
        return None
    return kind


def _kind(finding: Finding) -> StepKind:
    variant = VARIANTS.get((finding.rule, finding.variant))
    kind = variant or RULES.get(finding.rule) or SEVERITIES.get(finding.severity)
    if kind is not None:
        return kind
    fitting = (kind for beginning, kind in AREAS if finding.area.startswith(beginning))
    return next(fitting, StepKind.CLEAR)
