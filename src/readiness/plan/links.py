"""What has to come before what, and why: a table of kinds, and a few looks at the findings."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final, NamedTuple, TypeAlias

from readiness.domain.amount import Exact
from readiness.domain.items import Details
from readiness.domain.scope import Scope
from readiness.domain.steps import StepKind
from readiness.plan.grouping import Key
from readiness.plan.layout import Layout
from readiness.plan.model import Step, Why
from readiness.plan.wallets import fee_assets, fee_of


class Edge(NamedTuple):
    """One step comes before another."""

    before: Key
    after: Key
    why: Why
    values: Details = ()


class Reach(Enum):
    """Between which steps a link can be."""

    SAME_SCOPE = "same-scope"
    SUB_TO_MAIN = "sub-to-main"
    ANY = "any"


Values: TypeAlias = Callable[[Layout, Step, Step], "Details | None"]
"""What is said of two steps that depend on each other; ``None`` if these two do not."""


def _always(layout: Layout, before: Step, after: Step) -> Details | None:
    return ()


@dataclass(frozen=True)
class Link:
    """Steps of some kinds come before steps of other kinds."""

    before: tuple[StepKind, ...]
    after: tuple[StepKind, ...]
    why: Why
    reach: Reach = Reach.SAME_SCOPE
    values: Values = _always


def _in_wallets(layout: Layout, scope: Scope) -> dict[str, Decimal]:
    """What lies in the wallets of a scope, by asset, as far as it can be read."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for key in layout.within(scope, _WALLETS):
        for part in layout.step(key).sums:
            found[part.asset] += part.amount.value if isinstance(part.amount, Exact) else 0
    return found


def _needed(step: Step) -> dict[str, Decimal]:
    """What it takes to repay, or to pay fees in other assets; 0 where that cannot be read."""
    needed: dict[str, Decimal] = defaultdict(Decimal)
    if step.kind is StepKind.REPAY:
        for part in filter(lambda part: part.asset, step.sums):
            needed[part.asset] += part.amount.value if isinstance(part.amount, Exact) else 0
    else:
        for amount, asset in filter(None, map(fee_of, step.findings)):
            needed[asset] += amount
    return needed


def missing_assets(layout: Layout, step: Step) -> frozenset[str]:
    """The assets of which a step needs more than the wallets of its scope hold."""
    there = _in_wallets(layout, step.scope)
    return frozenset(
        asset
        for asset, amount in _needed(step).items()
        if there.get(asset, 0) < amount or not there.get(asset)
    )


def _supplies(layout: Layout, before: Step, after: Step) -> Details | None:
    """Money that is not locked until a day, and is what the other step lacks."""
    if before.possible_from is not None:
        return None
    held = {part.asset for part in before.sums}
    found = sorted(held & missing_assets(layout, after))
    return (("asset", ", ".join(found)),) if found else None


def _same_loan(layout: Layout, before: Step, after: Step) -> Details | None:
    areas = {finding.area for finding in before.findings}
    return () if areas & {finding.area for finding in after.findings} else None


def _fee(layout: Layout, before: Step, after: Step) -> Details | None:
    assets = sorted(fee_assets(before.findings))
    return (("asset", ", ".join(assets)),) if assets else None


_OUT: Final = (StepKind.CONVERT_DUST, StepKind.WITHDRAW, StepKind.EMPTY_SUB_ACCOUNT)
_WALLETS: Final = (*_OUT, StepKind.WITHDRAW_NON_TRADABLE)
_LEAVES: Final = (*_OUT, StepKind.WITHDRAW_NON_TRADABLE, StepKind.SETTLE_REMAINDER)
_IN_A_SUB_ACCOUNT: Final = tuple(
    kind for kind in StepKind if kind not in {StepKind.BACK_UP, StepKind.REPLACE_KEY}
)

LINKS: Final[tuple[Link, ...]] = (
    Link((StepKind.SWITCH_OFF,), (StepKind.REDEEM, *_OUT), Why.REFILLS),
    Link(
        (StepKind.STOP_BOTS, StepKind.STOP_COPYING),
        (StepKind.CANCEL_ORDERS, StepKind.CLOSE_POSITIONS),
        Why.TRADES_BY_ITSELF,
    ),
    Link((StepKind.STOP_COPYING,), (StepKind.WAIT_FOR_TRANSFERS,), Why.SETTLES),
    Link((StepKind.CANCEL_ORDERS,), (StepKind.CLOSE_POSITIONS,), Why.OPENS_AGAIN),
    Link((StepKind.CANCEL_ORDERS,), _OUT, Why.FREEZES),
    Link((StepKind.CLOSE_POSITIONS,), (StepKind.REPAY,), Why.CHANGES_DEBT),
    Link((StepKind.CLOSE_POSITIONS,), _OUT, Why.MARGIN),
    Link((StepKind.REDEEM,), (StepKind.REPAY,), Why.PAYS_DEBT, values=_supplies),
    Link((StepKind.REPAY,), (StepKind.TAKE_BACK_COLLATERAL,), Why.COLLATERAL, values=_same_loan),
    Link((StepKind.REPAY,), _OUT, Why.COVERS_DEBT),
    Link((StepKind.ASK_EXCHANGE,), _LEAVES, Why.RESTRICTED),
    Link(
        (
            StepKind.STOP_BOTS,
            StepKind.STOP_COPYING,
            StepKind.TAKE_BACK_COLLATERAL,
            StepKind.REDEEM,
            StepKind.FIND_VALUE,
            StepKind.WAIT_FOR_TRANSFERS,
        ),
        _OUT,
        Why.COMES_BACK,
    ),
    Link(
        _IN_A_SUB_ACCOUNT,
        (StepKind.REMOVE_SUB_ACCOUNTS,),
        Why.LEFT_IN_SUB_ACCOUNT,
        Reach.SUB_TO_MAIN,
    ),
    Link(
        (StepKind.EMPTY_SUB_ACCOUNT,),
        (StepKind.CONVERT_DUST, StepKind.WITHDRAW),
        Why.ARRIVES_IN_MAIN,
        Reach.SUB_TO_MAIN,
    ),
    Link((StepKind.CONVERT_DUST,), (StepKind.WITHDRAW,), Why.BECOMES_ANOTHER_COIN),
    Link((StepKind.REDEEM,), (StepKind.WITHDRAW_NON_TRADABLE,), Why.PAYS_FEE, values=_supplies),
    Link((StepKind.WITHDRAW_NON_TRADABLE,), (StepKind.WITHDRAW,), Why.FEE, values=_fee),
    Link(_LEAVES, (StepKind.BACK_UP,), Why.HISTORY_GROWS, Reach.ANY),
)
"""Of two links between the same two steps, the first one speaks."""


def edges_between(layout: Layout) -> Iterator[Edge]:
    """What the steps ask of each other's order, each pair once."""
    told: set[tuple[Key, Key]] = set()
    for link in LINKS:
        for before, after in _pairs(link, layout):
            values = link.values(layout, layout.step(before), layout.step(after))
            if values is not None and (before, after) not in told:
                told.add((before, after))
                yield Edge(before, after, link.why, values)


def _pairs(link: Link, layout: Layout) -> Iterator[tuple[Key, Key]]:
    """The steps between which a link can be."""
    for after in layout.of_kinds(link.after):
        if link.reach is Reach.SAME_SCOPE:
            first = layout.within(after.scope, link.before)
        else:
            first = layout.of_kinds(link.before)
        for before in first:
            if link.reach is not Reach.SUB_TO_MAIN or (
                before.of_sub_account > after.of_sub_account
            ):
                yield before, after
