"""Money in a wallet: converted, withdrawn, moved to the main account, or a case for support."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Amount, Exact, NotStated, read_amount, total
from readiness.domain.area import Area
from readiness.domain.finding import Finding
from readiness.domain.scope import MAIN
from readiness.domain.steps import Conversion, StepKind

FEE: Final = "fee"
MINIMUM: Final = "minimum_withdrawal"
CAN_WITHDRAW: Final = "can_withdraw"
_MONEY: Final = ("wallet.", "earn.")


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
    return _below_minimum(finding, finding.amount)


def _below_minimum(finding: Finding, amount: Amount) -> bool:
    least = read_amount(fact(finding, MINIMUM))
    return isinstance(least, Exact) and isinstance(amount, Exact) and amount.value < least.value


def by_asset(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """What there is of each asset, wherever it is now: it leaves together."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.area.startswith(_MONEY) and finding.area != Area.WALLET_NON_TRADABLE:
            found[finding.asset].append(finding)
    return found


def wallet_kind(
    finding: Finding,
    alike: Sequence[Finding],
    conversion: Conversion | None,
    needed: frozenset[str],
    *,
    sub_account: bool,
) -> StepKind:
    """How money leaves a wallet.

    Args:
        finding: the money.
        alike: all there is of its asset, itself included.
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
    if _below_minimum(finding, total(each.amount for each in alike)) or _small(
        finding, alike, conversion
    ):
        return StepKind.CONVERT_DUST
    return StepKind.WITHDRAW


def _small(finding: Finding, alike: Sequence[Finding], conversion: Conversion | None) -> bool:
    if conversion is None or finding.area not in conversion.areas:
        return False
    if not all(isinstance(each.amount, Exact | NotStated) for each in alike):
        return False
    values = [each.value_usd for each in alike if isinstance(each.value_usd, Exact)]
    worth = total(values)
    if not isinstance(worth, Exact) or len(values) < len(alike):
        return False
    return worth.value < conversion.below_usd
