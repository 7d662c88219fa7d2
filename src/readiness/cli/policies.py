"""Finds what is known of the exchanges of a report."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.domain.policy import Policy
    from readiness.domain.report import Report


def policies_for(report: "Report") -> "dict[str, Policy]":
    """The policies of a report's exchanges, by exchange id."""
    from readiness.exchanges.registry import EXCHANGES
    from readiness.policies import load_policy

    names = dict.fromkeys(account.exchange for account in report.accounts)
    return {name: load_policy(EXCHANGES[name].family) for name in names if name in EXCHANGES}
