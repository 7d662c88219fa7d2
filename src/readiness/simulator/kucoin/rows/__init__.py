"""Factories of complete, realistic rows; name a field to have it otherwise.

    rows.hf_order(symbol="ETH-USDT", size="0.2")
    rows.deposit(status="SUCCESS", currency="USDT", amount=Decimal("3"))
    rows.otc_loan(rows.otc_order(principal="5"))

Where an endpoint lists, a factory makes one row of the list; where it answers with an object,
the whole object, in a state where something is left. A field that does not exist is a
`TypeError`; to plant one all the same, write `rows.order() | {"newField": 1}`.
"""

from __future__ import annotations

from readiness.simulator.kucoin.rows.build import DAY, Row, hex_id, long_id, new_ts
from readiness.simulator.kucoin.rows.by_path import FACTORIES, HISTORY
from readiness.simulator.kucoin.rows.earn import (
    earn_holding,
    lending_order,
    lending_redemption,
    otc_account,
    otc_loan,
    otc_margin,
    otc_order,
    structured_order,
)
from readiness.simulator.kucoin.rows.futures import (
    futures_order,
    futures_stop_order,
    position,
)
from readiness.simulator.kucoin.rows.orders import (
    convert_order,
    hf_margin_oco_order,
    hf_margin_order,
    hf_margin_stop_order,
    hf_order,
    oco_order,
    order,
    stop_order,
)
from readiness.simulator.kucoin.rows.others import (
    contract,
    sub_user,
    ticker,
)
from readiness.simulator.kucoin.rows.past import (
    borrowing,
    closed_position,
    conversion,
    done_order,
    fill,
    funding_fee,
    futures_fill,
    interest,
    margin_done_order,
    margin_fill,
    old_fill,
    repayment,
)
from readiness.simulator.kucoin.rows.transfers import (
    deposit,
    futures_ledger,
    hf_ledger,
    hf_margin_ledger,
    ledger,
    withdrawal,
)
from readiness.simulator.kucoin.rows.unified import (
    unified_ledger,
    unified_order,
    unified_position,
)

__all__ = [
    "DAY",
    "FACTORIES",
    "HISTORY",
    "Row",
    "borrowing",
    "closed_position",
    "contract",
    "conversion",
    "convert_order",
    "deposit",
    "done_order",
    "earn_holding",
    "fill",
    "funding_fee",
    "futures_fill",
    "futures_ledger",
    "futures_order",
    "futures_stop_order",
    "hex_id",
    "hf_ledger",
    "hf_margin_ledger",
    "hf_margin_oco_order",
    "hf_margin_order",
    "hf_margin_stop_order",
    "hf_order",
    "interest",
    "ledger",
    "lending_order",
    "lending_redemption",
    "long_id",
    "margin_done_order",
    "margin_fill",
    "new_ts",
    "oco_order",
    "old_fill",
    "order",
    "otc_account",
    "otc_loan",
    "otc_margin",
    "otc_order",
    "position",
    "repayment",
    "stop_order",
    "structured_order",
    "sub_user",
    "ticker",
    "unified_ledger",
    "unified_order",
    "unified_position",
    "withdrawal",
]
