"""Outside truth: sample answers of Kraken's futures mean what they should; typed by hand."""

from __future__ import annotations

from typing import Final

import pytest
from tests.contract.support import needs_samples, sample, told

from readiness.exchanges.kraken_futures.catalogue import CATALOGUE
from readiness.exchanges.rows import rows_in

pytestmark = needs_samples("kraken")

# Sample -> the request that it answers, and what it says, by area.
MEANINGS: Final[dict[str, tuple[str, dict[str, list[str]]]]] = {
    "futures-accounts": (
        "accounts",
        {
            "wallet.futures-usdm": [
                *("own 141.31756797 BTC", "own 52465.1254 XRP"),
                *("own 0.1185308247 BTC", "own 5000 USD", "own 4540.5837374453 EUR"),
            ],
            "wallet.futures-coinm": ["own 141.31756797 BTC"],
            "positions.futures-coinm": [
                "position 50000 FI_XBTUSD_171215 margin - ",
                "position 15000 FI_XBTUSD_180615 margin - ",
            ],
            "account.totals": [
                "obstacle futures margin in use",
                "obstacle unrealised result of futures",
                # The sample is older than this figure: what is not told is not zero.
                "obstacle unrealised funding of futures",
                "total multi-collateral futures wallet 34995.52",
            ],
        },
    ),
    "futures-accounts.flex": (
        "accounts",
        {
            "wallet.futures-usdm": [
                *("own 10.0184941402 BCH", "own 1.5717981686 ETH", "own 4000 EUR"),
                *("own 3791.9006 GBP", "own 52.1910861801 LTC", "own 5000 USD"),
                *("own 5000.65008452 USDC", "own 5003.96313881 USDT"),
                *("own 0.0524990493 BTC", "own 2213.8685582 XRP"),
                # The multi-collateral wallet.
                *("own 0.0524990493 BTC", "own 1.5717981686 ETH"),
                *("own 6000 EUR", "own 5076.53008268181 USD"),
            ],
            "wallet.futures-coinm": [
                *("own 10.0184941402 BCH", "own 1.5717981686 ETH", "own 52.1910861801 LTC"),
                *("own 0.0524990493 BTC", "own 2213.8685582 XRP"),
                *("own 5000 EUR", "own 5000 EUR"),
            ],
            "account.totals": ["total multi-collateral futures wallet 22082.18306965742"],
        },
    ),
    "futures-openorders": (
        "openorders",
        {
            "orders.futures-coinm": [
                f"order {order} untouched"
                for order in (
                    "59302619-41d2-4f0b-941f-7e7914760ad3",
                    "022774bc-2c4a-4f26-9317-436c8d85746d",
                    "d08021f7-58cb-4f2c-9c86-da4c60de46bb",
                    "179f9af8-e45e-469d-b3e9-2fd4675cb7d0",
                    "9c2cbcc8-14f6-42fe-a020-6e395babafd1",
                    "3deea5c8-0274-4d33-988c-9e5a3895ccf8",
                    "fcbb1459-6ed2-4b3c-a58c-67c4df7412cf",
                )
            ]
        },
    ),
    "futures-openpositions": (
        "openpositions",
        {
            "positions.futures-coinm": [
                "position 10000 PI_XBTUSD margin - ",
                "position 20000 FI_XBTUSD_201225 margin - ",
            ],
            "positions.futures-usdm": ["position 1 PF_DEFIUSD margin - "],
        },
    ),
}


@pytest.mark.parametrize("name", MEANINGS)
def test_a_sample_means_what_it_should(name: str) -> None:
    """Every area that it feeds, and no other."""
    path, meaning = MEANINGS[name]
    request = CATALOGUE[f"derivatives/api/v3/{path}"]
    assert told(request, rows_in([sample("kraken", name)], request)) == meaning
