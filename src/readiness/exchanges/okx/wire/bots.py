"""Trading bots and copy trading."""

from pydantic import Field

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireText

_NOT_STATED = NotStated()


class GridBot(CamelRow):
    """``tradingBot/grid/orders-algo-pending``."""

    algo_id: WireText
    algo_ord_type: WireText = ""
    inst_id: WireText = ""
    state: WireText = ""
    investment: WireAmount = _NOT_STATED
    copy_type: WireText = ""


class SignalBot(CamelRow):
    """``tradingBot/signal/orders-algo-pending``."""

    algo_id: WireText
    algo_ord_type: WireText = ""
    inst_ids: list[str] = Field(default_factory=list)
    state: WireText = ""
    total_eq: WireAmount = _NOT_STATED


class DcaBot(CamelRow):
    """``tradingBot/dca/ongoing-list``."""

    algo_id: WireText
    algo_ord_type: WireText = ""
    inst_id: WireText = ""
    state: WireText = ""
    investment_amt: WireAmount = _NOT_STATED
    investment_ccy: WireText = ""
    copy_type: WireText = ""


class RecurringBuy(CamelRow):
    """``tradingBot/recurring/orders-algo-pending``; ``source`` is where it takes money from."""

    algo_id: WireText
    algo_ord_type: WireText = ""
    stgy_name: WireText = ""
    state: WireText = ""
    investment_ccy: WireText = ""
    amt: WireAmount = _NOT_STATED
    source: list[str] = Field(default_factory=list)


class CopyRole(CamelRow):
    """One instrument type of ``copytrading/config``: 0 none, 1 leads, 2 copies."""

    inst_type: WireText = ""
    role_type: WireText
    copy_trader_num: WireText = ""


class CopyConfig(CamelRow):
    """``copytrading/config``."""

    details: list[CopyRole]


class CopyPosition(CamelRow):
    """``copytrading/current-subpositions``."""

    sub_pos_id: WireText
    inst_id: WireText = ""
    ccy: WireText = ""
    margin: WireAmount = _NOT_STATED
    sub_pos: WireText = ""
    unique_code: WireText = ""


class FollowedTrader(CamelRow):
    """``copytrading/current-lead-traders``."""

    unique_code: WireText
    ccy: WireText = ""
    copy_total_amt: WireAmount = _NOT_STATED
    margin: WireAmount = _NOT_STATED


class ProfitShareTotal(CamelRow):
    """``copytrading/total-unrealized-profit-sharing``."""

    profit_sharing_ts: WireText = ""
    total_unrealized_profit_sharing_amt: WireAmount


class ProfitShare(CamelRow):
    """``copytrading/unrealized-profit-sharing-details``; the follower's name is not read."""

    ccy: WireText = ""
    inst_type: WireText = ""
    ts: WireText = ""
    unrealized_profit_sharing_amt: WireAmount
