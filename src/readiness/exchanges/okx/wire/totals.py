"""The exchange's own totals, and the obstacles that its own pre-checks name."""

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireText


class ValuationDetails(CamelRow):
    """Value by place."""

    funding: WireAmount
    trading: WireAmount
    earn: WireAmount
    classic: WireAmount = NotStated()


class Valuation(CamelRow):
    """``asset/asset-valuation``."""

    details: ValuationDetails
    total_bal: WireAmount


class Unmatched(CamelRow):
    """One obstacle."""

    type: WireText


class SwitchPrecheck(CamelRow):
    """``account/set-account-switch-precheck`` and ``account/precheck-set-delta-neutral``."""

    unmatched_info_check: list[Unmatched]
    s_code: WireText = ""
