"""The exchange's own totals, and the obstacles that its own pre-checks name."""

from typing import Any

from pydantic import Field

from readiness.exchanges.wire import CamelRow, WireAmount, WireText


class Valuation(CamelRow):
    """``asset/asset-valuation``: value by place (funding, trading, earn, classic), and in all."""

    details: dict[str, WireAmount]
    total_bal: WireAmount


class Unmatched(CamelRow):
    """One obstacle."""

    type: WireText


class SwitchPrecheck(CamelRow):
    """``account/set-account-switch-precheck`` and ``account/precheck-set-delta-neutral``."""

    unmatched_info_check: list[Unmatched]
    s_code: WireText = ""
    pos_list: list[Any] = Field(default_factory=list)
