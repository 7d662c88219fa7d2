"""What Bybit's rows tell where one cell has to be weighed against another."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.exchanges.telling import tell

from readiness.simulator.bybit.rows import FACTORIES

_FIXED: Final = "crypto-loan-fixed/borrow-contract-info"


def told(place: str, request_id: str = "", **fields: Any) -> list[str]:
    """What a row of a place tells."""
    return tell("bybit", request_id or place.partition(":")[0], FACTORIES[place](**fields))


@pytest.mark.parametrize(
    ("status", "principal", "penalty", "owed"),
    [
        (1, "1.4", "0.1", "amount=1.4 interest=0.1"),
        # Repaid: only where nothing is stated any more.
        (2, "0", "0", ""),
        (2, "", "", ""),
        (2, "1.4", "0", "amount=1.4 interest=0"),
        (2, "0", "0.1", "amount=0.1 interest=0.1"),
        # Overdue: the term is over, the debt only if nothing is left.
        (3, "0", "0", ""),
        (3, "1.4", "0", "amount=1.4 interest=0"),
        (3, "0", "0.1", "amount=0.1 interest=0.1"),
        (3, "", "0", "amount=unreadable:'' interest=0"),
        # Not repaid, whatever is left.
        (1, "0", "0", "amount=0 interest=0"),
    ],
)
def test_loans_at_a_fixed_rate(status: int, principal: str, penalty: str, owed: str) -> None:
    """Neither the state alone nor the amounts alone end a debt."""
    found = told(
        _FIXED, status=status, residualPrincipal=principal, residualPenaltyInterest=penalty
    )
    assert [owed in line for line in found] == [True] * bool(owed)
    assert len(found) == bool(owed)


@pytest.mark.parametrize(
    ("cells", "there"),
    [
        ({}, False),
        ({"size": "0.01"}, True),
        ({"positionBalance": "1"}, True),
        ({"positionIM": "1"}, True),
        ({"positionValue": "1"}, True),
        ({"unrealisedPnl": "-1"}, True),
        ({"positionStatus": "Liq"}, True),
        ({"positionStatus": ""}, False),
    ],
)
def test_an_empty_position_is_none_only_if_it_holds_nothing(
    cells: dict[str, str], there: bool
) -> None:
    """Margin, a value and a liquidation are left, too."""
    nothing = dict.fromkeys(
        ("size", "positionBalance", "positionIM", "positionValue", "unrealisedPnl"), "0"
    )
    assert bool(told("position/list:linear", **nothing | cells)) is there


@pytest.mark.parametrize(
    ("place", "request_id", "field", "ended"),
    [
        ("earn/order:FlexibleSaving", "", "status", ("Success", "Fail")),
        ("earn/fixed-term/order", "", "status", ("Active", "Complete", "Failed")),
        ("earn/advance/order:DualAssets", "", "status", ("Success", "Settled", "Fail")),
        ("earn/token/order", "", "status", ("Success", "Fail")),
        ("earn/liquidity-mining/order", "", "status", ("Success", "Fail")),
        ("earn/pwm/investment-plan/order", "", "status", ("Completed", "Failed")),
        ("earn/advance/position:DualAssets", "", "status", ("Settled",)),
        ("crypto-loan-fixed/supply-contract-info", "", "status", ("2",)),
        ("crypto-loan-fixed/borrow-order-info", "", "state", ("2", "3", "4", "5")),
        ("crypto-loan-fixed/supply-order-info", "", "state", ("2", "3", "4", "5")),
    ],
)
def test_what_has_ended_is_nothing(
    place: str, request_id: str, field: str, ended: tuple[str, ...]
) -> None:
    """In its documented ends; in all other states it is there."""
    assert [told(place, request_id, **{field: state}) for state in ended] == [[] for _ in ended]
    assert told(place, request_id, **{field: "unheard of"}) != []


@pytest.mark.parametrize(
    ("status", "refund", "state"),
    [
        ("Fail", "", ""),
        ("Fail", "Processed", ""),
        ("Fail", "Processing", "'Fail, refundStatus Processing'"),
        ("Success", "unheard", "'Success, refundStatus unheard'"),
        ("Pending", "", "Pending"),
    ],
)
def test_a_failed_order_waits_for_its_money(status: str, refund: str, state: str) -> None:
    """Until it is paid back."""
    found = told("earn/advance/order:DualAssets", status=status, refundStatus=refund)
    assert [f"(state, {state})" in line for line in found] == [True] * bool(state)


def plan(status: str, usd: str, *amounts: str) -> list[str]:
    """What a plan of private wealth management tells."""
    row = FACTORIES["earn/pwm/investment-plan/all"](status=status, currentAssetUsd=usd)
    (part, *_) = row["investmentDistribution"]
    parts = [{**part, "currentAmount": amount} for amount in amounts]
    return tell("bybit", "earn/pwm/investment-plan/all", {**row, "investmentDistribution": parts})


@pytest.mark.parametrize(
    ("status", "usd", "amounts", "told"),
    [
        ("Closed", "0", (), []),
        ("Closed", "0", ("0",), []),
        ("Closed", "7", (), ["asset='' amount=7 value_usd=7"]),
        ("Closed", "0", ("5",), ["asset=USDT amount=5"]),
        ("Closed", "7", ("5", "0", "6"), ["asset=USDT amount=5", "asset=USDT amount=6"]),
        ("Active", "0", (), ["asset='' amount=0"]),
        ("Active", "7", ("0",), ["asset='' amount=7 value_usd=7"]),
    ],
)
def test_plans(status: str, usd: str, amounts: tuple[str, ...], told: list[str]) -> None:
    """Closed and empty is nothing; what its parts do not tell, its worth does."""
    found = plan(status, usd, *amounts)
    assert [line.partition("details")[0].partition("asset=")[2].strip() for line in found] == [
        line.partition("asset=")[2] for line in told
    ]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"amount": "5"}, ["id=428 asset=USDT amount=5"]),
        ({"availableAmount": "5"}, ["id=428 asset=USDT amount=5"]),
        ({"freezeDetails": [{"amount": "5"}]}, ["id=428 asset=USDT amount=5"]),
        ({"freezeDetails": [{"amount": "0"}, {"amount": "5"}]}, ["id=428 asset=USDT amount=5"]),
        ({"claimableYield": "2"}, ["id=428:reward asset=USDT amount=2"]),
        ({"amount": "5", "claimableYield": "2"}, ["id=428 asset=USDT amount=5"]),
        ({}, []),
    ],
)
def test_flexible_savings(cells: dict[str, Any], told: list[str]) -> None:
    """All that is in it, held back or not; a reward alone keeps it open."""
    row = FACTORIES["earn/position:FlexibleSaving"]()
    nothing = {"amount": "0", "availableAmount": "0", "claimableYield": "0", "freezeDetails": []}
    found = tell("bybit", "earn/position", {**row, **nothing, **cells})
    assert [line.partition("earn ")[2].partition(" details")[0] for line in found] == told
