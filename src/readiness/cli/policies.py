"""Finds what is known of the exchanges of a report."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.domain.policy import Policy
    from readiness.domain.report import Report


def policies_for(report: "Report") -> "dict[str, Policy]":
    """The policies of a report's exchanges, by exchange id."""
    return policies_of(account.exchange for account in report.accounts)


def policy_of(exchange: str) -> "Policy":
    """The policy of an exchange that is supported, by its id."""
    from readiness.exchanges.registry import EXCHANGES
    from readiness.policies import load_policy

    return load_policy(EXCHANGES[exchange].family)


def policies_of(exchanges: Iterable[str]) -> "dict[str, Policy]":
    """The policies of these exchanges, by id, as far as they are known."""
    from readiness.exchanges.registry import EXCHANGES

    names = dict.fromkeys(exchanges)
    return {name: policy_of(name) for name in names if name in EXCHANGES}
