"""An order that never fails, whatever is asked of it."""

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.steps import StepKind
from readiness.plan.grouping import Key, key_of
from readiness.plan.links import Edge
from readiness.plan.model import Why
from readiness.plan.ordering import in_order, without_cycles

STEPS: Final = [key_of(kind, scope) for kind in list(StepKind)[:6] for scope in ("main", "a")]
edges = st.lists(
    st.builds(Edge, st.sampled_from(STEPS), st.sampled_from(STEPS), st.just(Why.FEE)), max_size=20
)
CANCEL, REPAY, REDEEM = map(key_of, (StepKind.CANCEL_ORDERS, StepKind.REPAY, StepKind.REDEEM))


def edge(before: Key, after: Key) -> Edge:
    """One comes before the other."""
    return Edge(before, after, Why.FEE)


@given(edges)
def test_every_step_comes_after_what_is_kept(asked: list[Edge]) -> None:
    """Nothing is lost, and no circle is left."""
    kept = without_cycles(asked)
    order = in_order(STEPS, kept)
    assert sorted(order) == sorted(STEPS)
    assert all(order.index(one.before) < order.index(one.after) for one in kept)
    assert {one for one in asked if one.before < one.after} <= set(kept) <= set(asked)
    assert without_cycles(reversed(asked)) == kept


def test_without_reasons_the_usual_order_stays() -> None:
    """Kinds in their order, the main account first."""
    assert in_order(STEPS[::-1], ()) == tuple(sorted(STEPS))


def test_one_reason_turns_the_usual_order_around() -> None:
    """As far as it reaches, and no further."""
    kept = without_cycles([edge(REDEEM, REPAY)])
    assert in_order([CANCEL, REPAY, REDEEM], kept) == (CANCEL, REDEEM, REPAY)


def test_of_a_circle_the_reason_against_the_usual_order_is_left_out() -> None:
    """Directly, and over another step."""
    assert without_cycles([edge(REDEEM, REPAY), edge(REPAY, REDEEM)]) == (edge(REPAY, REDEEM),)
    round_about = [edge(CANCEL, REPAY), edge(REPAY, REDEEM), edge(REDEEM, CANCEL)]
    assert set(without_cycles(round_about)) == set(round_about[:2])
