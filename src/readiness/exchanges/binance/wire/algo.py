"""Execution algorithms (TWAP, VP)."""

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText


class AlgoOrder(CamelRow):
    """One order of ``algo/spot/openOrders`` or ``algo/futures/openOrders``."""

    algo_id: WireName
    symbol: WireText = ""
    algo_type: WireText = ""
    side: WireText = ""
    position_side: WireText = ""
    total_qty: WireAmount = NotStated()
    executed_qty: WireText = ""
    algo_status: WireText = ""
