"""What Bybit's rows tell where one cell has to be weighed against another."""

from __future__ import annotations

from typing import Any

import pytest
from tests.exchanges.telling import tell

from readiness.simulator.bybit.rows import FACTORIES


def told(place: str, request_id: str = "", **fields: Any) -> list[str]:
    """What a row of a place tells."""
    return tell("bybit", request_id or place.partition(":")[0], FACTORIES[place](**fields))


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
    ("cells", "told"),
    [
        ({"status": 2}, "id=71 state=2 stage=moving"),
        ({"status": 2, "id": ""}, "id=TRX:0xmade:4 state=2 stage=moving"),
        # Above a limit it is held until it ends; of other kinds none ends by itself.
        ({"status": 1, "depositType": 10}, "id=71 state='1, depositType 10' stage=held"),
        ({"status": 3, "depositType": 10}, ""),
        ({"status": 3, "depositType": 20}, "id=71 state='3, depositType 20' stage=needs-user"),
        ({"status": 3, "depositType": 99}, "id=71 state='3, depositType 99' stage=unrecognised"),
        ({"status": 3, "taxStatus": 1}, "id=71 state='3, taxStatus 1' stage=needs-user"),
        ({"status": 99}, "id=71 state=99 stage=unrecognised"),
    ],
)
def test_deposits(cells: dict[str, Any], told: str) -> None:
    """Under way, held or asked about; without a number they go by their transaction."""
    place = "asset/deposit/query-record"
    row = FACTORIES[place](id="71", txID="0xmade", txIndex="4")
    name, _, rest = told.partition(" ")
    line = f"transfers.deposits: transfer {name} direction=in asset=USDT amount=25 {rest}"
    found = tell("bybit", place, {**row, **cells})
    assert found == ([f"{line} details=((chain, TRX))"] if told else [])


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"status": 1}, "state=1 stage=moving"),
        ({"status": 2}, ""),
        ({"status": 3}, ""),
        ({"status": 99}, "state=99 stage=unrecognised"),
        ({"status": 2, "complianceStatus": 1}, "state='2, complianceStatus 1' stage=needs-user"),
        ({"status": 1, "taxStatus": 1}, "state='1, taxStatus 1' stage=needs-user"),
    ],
)
def test_deposits_from_other_accounts(cells: dict[str, Any], told: str) -> None:
    """Under way, or asked about, which weighs more."""
    place = "asset/deposit/query-internal-record"
    row = FACTORIES[place](id="71", createdTime="4102444800", **cells)
    line = "transfers.deposits: transfer id=internal:71 direction=in asset=ETH amount=0.1"
    assert tell("bybit", place, row) == ([f"{line} {told} since=2100-01-01"] if told else [])
