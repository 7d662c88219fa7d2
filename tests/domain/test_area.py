"""The closed list of areas, and the names by which people speak of them."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from readiness.domain.area import Area, AreaId, confirm_item, manual_area

ADAPTER: TypeAdapter[str] = TypeAdapter(AreaId)

CONTRACT = """
wallet.funding wallet.trading wallet.spot wallet.margin-cross wallet.margin-isolated
wallet.futures-usdm wallet.futures-coinm wallet.options wallet.portfolio-margin wallet.bots
wallet.copy-trading wallet.non-tradable wallet.nft wallet.fiat wallet.other
orders.open orders.algo orders.margin-cross orders.margin-isolated orders.futures-usdm
orders.futures-coinm orders.options orders.portfolio-margin orders.spread orders.rfq orders.convert
positions.open positions.futures-usdm positions.futures-coinm positions.options
positions.portfolio-margin
bots.grid bots.signal bots.dca bots.recurring copy-trading
loans.margin loans.flexible loans.fixed loans.vip loans.institutional
earn.flexible earn.fixed earn.on-chain earn.staking-eth earn.staking-sol earn.dual-investment
earn.stable-rewards earn.okusd earn.other
transfers.deposits transfers.withdrawals transfers.fiat transfers.p2p transfers.internal
sub-accounts account.key account.settings account.restrictions account.totals
account.acknowledgements account.backup
"""


def test_the_ids_are_those_of_the_contract() -> None:
    """None is missing, none is new without the contract, none is there twice."""
    assert sorted(area.value for area in Area) == sorted(CONTRACT.split())


@pytest.mark.parametrize("area", [*map(str, Area), "manual.p2p", "manual.card-and-pay"])
def test_known_areas(area: str) -> None:
    """Every area of the list is one, and so is every manual item."""
    assert ADAPTER.validate_python(area) == area


@pytest.mark.parametrize(
    "area",
    [
        "",
        "wallet",
        "wallet.",
        "WALLET.FUNDING",
        "wallet.funding ",
        "manual",
        "manual.",
        "*",
        None,
        1,
    ],
)
def test_unknown_areas(area: Any) -> None:
    """A misspelt area cannot be written down, so nothing is ever told under a wrong name."""
    with pytest.raises(ValidationError):
        ADAPTER.validate_python(area)


@pytest.mark.parametrize(
    ("area", "item"),
    [("manual.p2p", "p2p"), ("wallet.funding", "wallet.funding"), ("sub-accounts", "sub-accounts")],
)
def test_the_name_to_confirm(area: str, item: str) -> None:
    """A manual item is confirmed by its own name, any other area by its id."""
    assert confirm_item(area) == item
    assert manual_area("p2p") == "manual.p2p"
