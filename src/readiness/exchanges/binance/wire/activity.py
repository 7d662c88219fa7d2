"""Mining, copy trading, stocks."""

from readiness.domain.amount import NotStated
from readiness.exchanges.binance.wire.complete import NothingMore
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText

_NOT_STATED = NotStated()


class Algorithm(CamelRow):
    """``sapi/v1/mining/pub/algoList``."""

    algo_name: WireName


class MiningPayout(CamelRow):
    """``sapi/v1/mining/payment/uid``."""

    coin_name: WireText
    amount: WireAmount


class HashrateResale(CamelRow):
    """``sapi/v1/mining/hash-transfer/config/details/list``; who receives it is not read."""

    config_id: WireName
    algo_name: WireText = ""
    hash_rate: WireAmount = _NOT_STATED
    end_day: WireText = ""
    status: WireText


class LeadTrader(CamelRow):
    """Whether others copy the account."""

    is_lead_trader: bool


class CopyTradingStatus(CamelRow):
    """``sapi/v1/copyTrading/futures/userStatus``."""

    data: LeadTrader


class EquityOrder(CamelRow):
    """``sapi/v1/equity/order/open-orders``; some are for an amount of money, and state no size."""

    order_id: WireName
    symbol: WireText
    side: WireText = ""
    order_type: WireText = ""
    qty: WireAmount
    status: WireText = ""


class TokenizedConversion(CamelRow):
    """A stock turned into a token, or back."""

    issuer_request_id: WireName
    convert_type: WireText = ""
    tokenized_asset: WireText
    tokenized_asset_amount: WireAmount
    status: WireText


class TokenizedHistory(CamelRow):
    """``sapi/v1/equity/tokenized/history``: an answer that holds some back is no answer."""

    rows: list[TokenizedConversion]
    has_more: NothingMore
