"""What Bybit's rows of Earn tell where one cell has to be weighed against another."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.exchanges.telling import tell

from readiness.simulator.bybit.rows import FACTORIES, Row

_PLANS: Final = "earn/pwm/investment-plan/all"
_MINING: Final = "earn/liquidity-mining/position"
_BLANK: Final = "unreadable:''"


def told(place: str, request_id: str = "", **fields: Any) -> list[str]:
    """What a row of a place tells."""
    return tell("bybit", request_id or place.partition(":")[0], FACTORIES[place](**fields))


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


def plan(status: str, usd: str, *amounts: str) -> Row:
    """A plan of private wealth management."""
    row = FACTORIES[_PLANS](status=status, currentAssetUsd=usd)
    (part, *_) = row["investmentDistribution"]
    parts = [{**part, "currentAmount": amount} for amount in amounts]
    return {**row, "investmentDistribution": parts}


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
    before = plan("Closed", "0")
    found = tell("bybit", _PLANS, before, plan(status, usd, *amounts))
    assert [line.partition("details")[0].partition("asset=")[2].strip() for line in found] == [
        line.partition("asset=")[2] for line in told
    ]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"amount": "5"}, ["id=428 asset=USDT amount=5"]),
        ({"availableAmount": "5"}, ["id=428 asset=USDT amount=5"]),
        ({"freezeDetails": [{"amount": "5"}]}, ["id=428 asset=USDT amount=5"]),
        ({"freezeDetails": None}, []),
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


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({}, "id=71 asset=BTC amount=0.1 clears_at=2100-01-02"),
        (
            {"estimateRedeemTime": "4102444800000"},
            "id=71 asset=BTC amount=0.1 clears_at=2100-01-01",
        ),
        ({"settlementTime": ""}, "id=71 asset=BTC amount=0.1"),
        ({"id": ""}, "id=8 asset=BTC amount=0.1 clears_at=2100-01-02"),
        ({"amount": "0"}, "id=71 asset=BTC amount=0 clears_at=2100-01-02"),
    ],
)
def test_on_chain_products(cells: dict[str, str], told: str) -> None:
    """By their own number if they have one; free when a redemption or their term ends."""
    row = FACTORIES["earn/position:OnChain"](id="71", settlementTime="4102531200000")
    assert tell("bybit", "earn/position:on-chain", {**row, **cells}) == [
        f"earn.on-chain: holding nature=earn {told} details=((state, Active))"
    ]


@pytest.mark.parametrize(
    ("renewed", "amount", "told"),
    [
        ("Enable", "5", True),
        ("unheard", "5", True),
        ("Enable", "", True),
        ("Enable", "0", False),
        ("Disable", "5", False),
        ("", "5", False),
    ],
)
def test_what_subscribes_again_by_itself(renewed: str, amount: str, told: bool) -> None:
    """Whatever is switched on and holds something: what was redeemed to the end stays listed."""
    line = "account.settings: setting name=autoReinvest effect=refills asset="
    for place, request_id in {
        "earn/position:FlexibleSaving": "earn/position",
        "earn/position:OnChain": "earn/position:on-chain",
        "earn/fixed-term/position": "earn/fixed-term/position",
    }.items():
        row = FACTORIES[place](autoReinvest=renewed, amount=amount)
        found = [each for each in tell("bybit", request_id, row) if ": setting " in each]
        assert found == [f"{line}{row['coin']}"] * told, place


def test_liquidity_mining() -> None:
    """Both coins, the yield and the margin where there are any, and the loan behind it."""
    state = "details=((state, Active))"

    def held(name: str, rest: str) -> str:
        return f"earn.other: holding nature=earn id=6:{name} {rest} {state}"

    cells = {"positionId": "6", "principalBaseAmount": "2", "principalQuoteAmount": "3"}
    both = [held("base", "asset=ETH amount=2"), held("quote", "asset=USDT amount=3")]
    assert told(_MINING, **cells) == both
    assert told(_MINING, **cells, claimableYield="4", margin="5", loan="-6") == [
        *both,
        held("reward", "asset=USDT amount=4"),
        held("margin", "asset=USDT amount=5"),
        f"earn.other: debt asset=USDT amount=6 view={_MINING} details=((position, 6))",
    ]
    assert told(_MINING, **cells, loan="")[2:] == [
        f"earn.other: debt asset=USDT amount={_BLANK} view={_MINING} details=((position, 6))"
    ]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"effectiveShare": "5"}, ["earn id=1001 asset=IGBF amount=5"]),
        ({"holdAmount": "5"}, ["earn id=1001 asset=IGBF amount=5"]),
        ({"effectiveShare": "5", "assetSymbol": ""}, ["earn id=1001 asset=USDC amount=5"]),
        ({"processingStakeAmount": "5"}, ["redeeming id=1001:stake asset=USDC amount=5"]),
        ({"processingRedeemShare": "5"}, ["redeeming id=1001:redemption asset=IGBF amount=5"]),
        (
            {"processingRedeemShare": ""},
            [f"redeeming id=1001:redemption asset=IGBF amount={_BLANK}"],
        ),
        ({}, []),
    ],
)
def test_shares_of_funds(cells: dict[str, str], told: list[str]) -> None:
    """In shares, and what is paid in or out; a fund without a name goes by its coin."""
    nothing = dict.fromkeys(
        ("effectiveShare", "holdAmount", "processingStakeAmount", "processingRedeemShare"), "0"
    )
    row = FACTORIES["earn/rwa/position"](**nothing | cells)
    assert tell("bybit", "earn/rwa/position", row) == [
        f"earn.other: holding nature={line}" for line in told
    ]
