"""Orders and positions."""

from typing import Any

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


class SpreadOrder(CamelRow):
    """``sprd/orders-pending``; ``pendingSettleSz`` is a fill that is still settling."""

    ord_id: WireText
    sprd_id: WireText = ""
    ord_type: WireText = ""
    side: WireText = ""
    sz: WireAmount = _NOT_STATED
    pending_settle_sz: WireText = ""
    state: WireText = ""


class Rfq(CamelRow):
    """``rfq/rfqs``; ``validUntil`` says when it ends by itself."""

    rfq_id: WireText
    state: WireText
    valid_until: WireText = ""


class Quote(CamelRow):
    """``rfq/quotes``."""

    quote_id: WireText
    quote_side: WireText = ""
    state: WireText
    valid_until: WireText = ""


class MakerInstrument(CamelRow):
    """``rfq/maker-instrument-settings``: what a maker offers to quote, by instrument type."""

    inst_type: WireText = ""
    include_all: bool = False
    data: list[dict[str, Any]]


class EasyConvert(CamelRow):
    """``trade/easy-convert-history``; it has no id."""

    from_ccy: WireText
    to_ccy: WireText
    status: WireText
    u_time: WireText


class OneClickRepay(CamelRow):
    """``trade/one-click-repay-history-v2``."""

    debt_ccy: WireText
    status: WireText
    ts: WireText


class PositionMove(CamelRow):
    """``account/move-positions-history``."""

    block_td_id: WireText = ""
    client_id: WireText = ""
    state: WireText
    ts: WireText = ""
