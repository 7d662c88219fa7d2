"""Money that works somewhere else."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain import wording
from readiness.domain.amount import NotStated
from readiness.domain.items import Debt, Effect, Holding, Item, Nature, Setting
from readiness.exchanges.amounts import AnyAmount, first_left, owed
from readiness.exchanges.bybit.wire.earn import (
    AdvancedOrder,
    AdvancedPosition,
    EarnOrder,
    EarnPosition,
    FixedTerm,
    FixedTermOrder,
    LaunchpoolStake,
    LiquidityOrder,
    LiquidityPosition,
    PlanPart,
    RwaPosition,
    TokenOrder,
    TokenPosition,
    WealthOrder,
    WealthPlan,
)
from readiness.exchanges.bybit.wire.loans import SupplyContract
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.wire import mandatory, moment

BYUSDT: Final = "BYUSDT"
MINING_VIEW: Final = "earn/liquidity-mining/position"

_NOT_RENEWED: Final = frozenset({"", "Disable"})
_SETTLED: Final = "Settled"
_ORDER_ENDED: Final = frozenset({"Success", "Fail"})
_FIXED_ORDER_ENDED: Final = frozenset({"Active", "Complete", "Failed"})
_ADVANCED_ORDER_ENDED: Final = frozenset({"Success", "Settled", "Fail"})
_REFUNDED: Final = frozenset({"", "Processed"})
_WEALTH_ORDER_ENDED: Final = frozenset({"Completed", "Failed"})
_REDEEMED: Final = "2"
_PLAN_ENDED: Final = "Closed"


def flexible(rows: Sequence[EarnPosition], _: Traits) -> Iterator[Item]:
    """Flexible savings; a row whose amount and yield are zero was redeemed to the end."""
    for row in rows:
        frozen = (mandatory(part.amount) for part in row.freeze_details or ())
        left = first_left(mandatory(row.amount), row.available_amount, *frozen)
        if left:
            yield Holding(nature=Nature.EARN, id=row.product_id, asset=row.coin, amount=left)
        unclaimed = first_left(row.claimable_yield)
        if unclaimed and not left:
            yield Holding(
                nature=Nature.EARN,
                id=f"{row.product_id}:reward",
                asset=row.coin,
                amount=unclaimed,
                details=(("kind", wording.UNCLAIMED_REWARD),),
            )


def flexible_orders(rows: Sequence[EarnOrder], _: Traits) -> Iterator[Item]:
    """What is on its way into or out of flexible savings; a state nobody documents is too."""
    for row in rows:
        if row.status not in _ORDER_ENDED:
            yield _on_its_way(row.order_id, row.coin, row.order_value, row.status, row.order_type)


def fixed_term_orders(rows: Sequence[FixedTermOrder], _: Traits) -> Iterator[Item]:
    """What is on its way into or out of savings with a term; positions tell of the rest."""
    for row in rows:
        if row.status not in _FIXED_ORDER_ENDED:
            yield _on_its_way(row.order_id, row.coin, row.amount, row.status, row.order_type)


def advanced_orders(rows: Sequence[AdvancedOrder], _: Traits) -> Iterator[Item]:
    """Orders that wait to become a position, and failed ones whose money is not back."""
    for row in rows:
        refunding = row.refund_status not in _REFUNDED
        if refunding or row.status not in _ADVANCED_ORDER_ENDED:
            coin = row.invest_coin or row.coin
            state = f"{row.status}, refundStatus {row.refund_status}" if refunding else row.status
            yield _on_its_way(row.order_id, coin, row.amount, state, row.order_type)


def liquidity_orders(rows: Sequence[LiquidityOrder], _: Traits) -> Iterator[Item]:
    """Liquidity that is being taken out or put in, in either coin; one without amounts too."""
    for row in rows:
        if row.status not in _ORDER_ENDED:
            parts = ((row.base_coin, row.base_amount), (row.quote_coin, row.quote_amount))
            stated = [(coin, amount) for coin, amount in parts if first_left(amount)]
            for coin, amount in stated or parts[1:]:
                yield _on_its_way(row.order_id, coin, amount, row.status, row.order_type)


def token_orders(rows: Sequence[TokenOrder], _: Traits) -> Iterator[Item]:
    """Tokens that are being made or redeemed."""
    for row in rows:
        if row.status not in _ORDER_ENDED:
            yield _on_its_way(
                row.order_id, row.from_coin, row.from_amount, row.status, row.order_type
            )


def wealth_orders(rows: Sequence[WealthOrder], _: Traits) -> Iterator[Item]:
    """Subscriptions and redemptions of plans that have not ended."""
    for row in rows:
        if row.status not in _WEALTH_ORDER_ENDED:
            yield _on_its_way(row.order_id, row.coin, row.amount, row.status, row.type)


def _on_its_way(name: str, asset: str, amount: AnyAmount, state: str, order: str) -> Holding:
    return Holding(
        nature=Nature.REDEEMING,
        id=name,
        asset=asset,
        amount=mandatory(amount),
        details=(("state", state), ("product", order)),
    )


def on_chain(rows: Sequence[EarnPosition], _: Traits) -> Iterator[Item]:
    """On-chain products, what is still being staked or redeemed too."""
    for row in rows:
        yield Holding(
            nature=Nature.EARN,
            id=row.id or row.product_id,
            asset=row.coin,
            amount=mandatory(row.amount),
            clears_at=moment(row.estimate_redeem_time) or moment(row.settlement_time),
            details=(("state", row.status),),
        )


def fixed_term(rows: Sequence[FixedTerm], _: Traits) -> Iterator[Item]:
    """Savings with a term, redemptions in progress included."""
    for row in rows:
        yield Holding(
            nature=Nature.EARN,
            id=row.position_id,
            asset=row.coin,
            amount=mandatory(row.amount),
            clears_at=moment(row.settlement_time),
            details=(("state", row.status), ("product", row.category)),
        )


def renewals(rows: Sequence[EarnPosition | FixedTerm], _: Traits) -> Iterator[Item]:
    """Positions that subscribe again by themselves when they end."""
    for row in rows:
        if row.auto_reinvest not in _NOT_RENEWED and first_left(mandatory(row.amount)):
            yield Setting(name="autoReinvest", effect=Effect.REFILLS, asset=row.coin)


def lent_out(rows: Sequence[SupplyContract], _: Traits) -> Iterator[Item]:
    """Money that is lent to others at a fixed rate."""
    for row in rows:
        if row.status != _REDEEMED:
            yield Holding(
                nature=Nature.EARN,
                id=row.supply_id,
                asset=row.supply_currency,
                amount=mandatory(row.supply_amount),
                clears_at=moment(row.redemption_time),
                details=(("state", row.status),),
            )


def advanced(rows: Sequence[AdvancedPosition], _: Traits) -> Iterator[Item]:
    """Dual assets and structured products that have not been settled."""
    for row in rows:
        if row.status != _SETTLED:
            yield Holding(
                nature=Nature.EARN,
                id=row.position_id,
                asset=row.invest_coin or row.coin,
                amount=mandatory(row.amount),
                clears_at=moment(row.settlement_time),
                details=(("state", row.status), ("product", row.product_id)),
            )


def liquidity(rows: Sequence[LiquidityPosition], _: Traits) -> Iterator[Item]:
    """Liquidity in two coins, with its yield and the loan behind it."""
    for row in rows:
        state = (("state", row.status),)
        parts = (
            (row.base_coin, "base", row.principal_base_amount),
            (row.quote_coin, "quote", row.principal_quote_amount),
        )
        for asset, side, amount in parts:
            yield Holding(
                nature=Nature.EARN,
                id=f"{row.position_id}:{side}",
                asset=asset,
                amount=mandatory(amount),
                details=state,
            )
        for name, more in (("reward", row.claimable_yield), ("margin", row.margin)):
            left = first_left(more)
            if left:
                yield Holding(
                    nature=Nature.EARN,
                    id=f"{row.position_id}:{name}",
                    asset=row.quote_coin,
                    amount=left,
                    details=state,
                )
        loan = first_left(mandatory(row.loan))
        if loan:
            yield Debt(
                asset=row.quote_coin,
                amount=owed(loan),
                view=MINING_VIEW,
                details=(("position", row.position_id),),
            )


def rwa(rows: Sequence[RwaPosition], _: Traits) -> Iterator[Item]:
    """Shares of funds, and what is being bought or redeemed."""
    for row in rows:
        share = row.asset_symbol or row.coin
        held = first_left(mandatory(row.effective_share), row.hold_amount)
        if held:
            yield Holding(nature=Nature.EARN, id=row.product_id, asset=share, amount=held)
        under_way = (
            ("stake", row.coin, row.processing_stake_amount),
            ("redemption", share, row.processing_redeem_share),
        )
        for name, asset, amount in under_way:
            left = first_left(mandatory(amount))
            if left:
                yield Holding(
                    nature=Nature.REDEEMING,
                    id=f"{row.product_id}:{name}",
                    asset=asset,
                    amount=left,
                )


def token(rows: Sequence[TokenPosition], _: Traits) -> Iterator[Item]:
    """The token that stands for savings: what a wallet shows of it is told there."""
    for row in rows:
        left = first_left(mandatory(row.total_amount))
        if left:
            yield Holding(nature=Nature.ACROSS, asset=BYUSDT, amount=left)


def wealth_plans(rows: Sequence[WealthPlan], _: Traits) -> Iterator[Item]:
    """Plans of private wealth management that are not closed, or still hold something."""
    for row in rows:
        worth = first_left(mandatory(row.current_asset_usd))
        parts = [part for part in row.investment_distribution if _holds(part)]
        if row.status == _PLAN_ENDED and worth is None and not parts:
            continue
        for part in parts:
            yield Holding(
                nature=Nature.EARN,
                id=f"{row.plan_id}:{part.product_id or part.category}",
                asset=part.coin,
                amount=mandatory(part.current_amount),
                details=(("state", row.status), ("plan", row.plan_name)),
            )
        if not parts:
            yield Holding(
                nature=Nature.EARN,
                id=row.plan_id,
                asset="",
                amount=mandatory(row.current_asset_usd),
                value_usd=worth or NotStated(),
                details=(("state", row.status), ("plan", row.plan_name)),
            )


def _holds(part: PlanPart) -> bool:
    return first_left(mandatory(part.current_amount)) is not None


def launchpool(rows: Sequence[LaunchpoolStake], _: Traits) -> Iterator[Item]:
    """Stakes in launchpools; they come back by themselves at their end."""
    for row in rows:
        left = first_left(mandatory(row.stake_amount))
        if left:
            yield Holding(
                nature=Nature.EARN,
                id=f"launchpool:{row.reward_coin}",
                asset=row.stake_coin,
                amount=left,
                clears_at=moment(row.auto_redeem_date),
            )
