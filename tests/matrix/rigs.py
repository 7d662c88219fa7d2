"""The exchanges that the matrices run over; a new one joins by a line here."""

from __future__ import annotations

from typing import Final

import pytest
from tests.matrix.binance_rig import BINANCE
from tests.matrix.bybit_rig import BYBIT
from tests.matrix.kraken_futures_rig import KRAKEN_FUTURES
from tests.matrix.kraken_rig import KRAKEN
from tests.matrix.kucoin_rig import KUCOIN
from tests.matrix.okx_rig import OKX
from tests.matrix.rig import Rig

RIGS: Final = (OKX, BINANCE, BYBIT, KRAKEN, KRAKEN_FUTURES, KUCOIN)

EACH_RIG: Final = pytest.mark.parametrize("rig", RIGS, ids=str)

__all__ = ["EACH_RIG", "RIGS", "Rig"]
