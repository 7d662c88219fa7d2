"""Orders and positions."""

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireText

_NOT_STATED = NotStated()


class PendingOrder(CamelRow):
    """``trade/orders-pending``."""

    ord_id: WireText
    inst_id: WireText = ""
    inst_type: WireText = ""
    ord_type: WireText = ""
    side: WireText = ""
    sz: WireAmount = _NOT_STATED
    px: WireText = ""
    state: WireText = ""


class AlgoOrder(CamelRow):
    """``trade/orders-algo-pending``; ``sz`` is empty when a fraction is to be closed."""

    algo_id: WireText
    inst_id: WireText = ""
    ord_type: WireText = ""
    side: WireText = ""
    sz: WireAmount = _NOT_STATED
    close_fraction: WireText = ""
    state: WireText = ""


class PositionRow(CamelRow):
    """``account/positions``: an empty one may still keep margin; ``liab`` is negative here."""

    inst_id: WireText
    pos: WireAmount
    pos_id: WireText = ""
    inst_type: WireText = ""
    pos_side: WireText = ""
    mgn_mode: WireText = ""
    ccy: WireText = ""
    margin: WireAmount = _NOT_STATED
    liab: WireAmount = _NOT_STATED
    liab_ccy: WireText = ""
    interest: WireAmount = _NOT_STATED
    notional_usd: WireAmount = _NOT_STATED
