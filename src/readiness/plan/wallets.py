"""Money in a wallet: converted, withdrawn, moved to the main account, or a case for support."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Exact, NotStated, read_amount
from readiness.domain.area import Area
from readiness.domain.finding import Finding
from readiness.domain.scope import MAIN
from readiness.domain.steps import Conversion, StepKind

FEE: Final = "fee"
MINIMUM: Final = "minimum_withdrawal"
CAN_WITHDRAW: Final = "can_withdraw"


def fact(finding: Finding, name: str) -> str:
    """A named fact of a finding; empty if it has none of that name."""
    return dict(finding.facts).get(name, "")


def fee_of(finding: Finding) -> tuple[Decimal, str] | None:
    """How much of which asset a withdrawal costs, where that is another asset."""
    amount, _, asset = fact(finding, FEE).rpartition(" ")
    read = read_amount(amount)
    if isinstance(read, Exact) and read.value > 0 and asset and asset != finding.asset:
        return read.value, asset
    return None


def fee_assets(findings: Iterable[Finding]) -> frozenset[str]:
    """The assets that are needed until other assets are withdrawn."""
    return frozenset(fee[1] for fee in map(fee_of, findings) if fee)


def below_minimum(finding: Finding) -> bool:
    """Whether there is less than the least that can be withdrawn."""
    least = read_amount(fact(finding, MINIMUM))
    amount = finding.amount
    return isinstance(least, Exact) and isinstance(amount, Exact) and amount.value < least.value


def wallet_kind(
    finding: Finding, conversion: Conversion | None, needed: frozenset[str], *, sub_account: bool
) -> StepKind:
    """How money leaves a wallet.

    Args:
        finding: the money.
        conversion: how the exchange converts small remainders.
        needed: assets that pay the fees of others, and so are never converted.
        sub_account: whether the account is itself a sub-account: none can withdraw.
    """
    if finding.scope != MAIN or sub_account:
        return StepKind.EMPTY_SUB_ACCOUNT
    if finding.area == Area.WALLET_NON_TRADABLE:
        stuck = fact(finding, CAN_WITHDRAW) == "no" or below_minimum(finding)
        return StepKind.SETTLE_REMAINDER if stuck else StepKind.WITHDRAW_NON_TRADABLE
    if finding.asset in needed:
        return StepKind.WITHDRAW
    if below_minimum(finding) or _small(finding, conversion):
        return StepKind.CONVERT_DUST
    return StepKind.WITHDRAW


def _small(finding: Finding, conversion: Conversion | None) -> bool:
    value = finding.value_usd
    if conversion is None or finding.area not in conversion.areas or not isinstance(value, Exact):
        return False
    return isinstance(finding.amount, Exact | NotStated) and value.value < conversion.below_usd
