"""What the session needs, and what is said of the account as a whole."""

from typing import Annotated

from pydantic import AfterValidator, ConfigDict

from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText, WireWords
from readiness.gate.body import BadBodyError
from readiness.language import message


class Clock(CamelRow):
    """``api/v3/time``."""

    server_time: WireText


class Ticker(CamelRow):
    """``api/v3/ticker/price``."""

    symbol: WireName
    price: WireAmount


def _in_service(status: int) -> int:
    # Not a ValueError: that would only say that the row has another shape.
    if status != 0:
        raise BadBodyError(message("system maintenance"))
    return status


class SystemStatus(CamelRow):
    """``sapi/v1/system/status``: during maintenance nothing that is seen can be trusted."""

    status: Annotated[int, AfterValidator(_in_service)]


class KeyRestrictions(CamelRow):
    """``sapi/v1/account/apiRestrictions``, with every flag that it has, known or not.

    The powers that have been documented for years have to be there: an answer without one
    of them says nothing about it. Portfolio margin and FIX came later.
    """

    model_config = ConfigDict(extra="allow")

    enable_reading: object
    enable_withdrawals: object
    enable_internal_transfer: object
    enable_margin: object
    enable_futures: object
    permits_universal_transfer: object
    enable_vanilla_options: object
    enable_spot_and_margin_trading: object

    def flags(self) -> dict[str, object]:
        """Every field by its wire name."""
        return self.model_dump(by_alias=True)


def _on(flag: bool) -> str:
    return "on" if flag else "off"


class AccountInfo(CamelRow):
    """``sapi/v1/account/info``: which products the account has opened."""

    vip_level: WireText
    is_margin_enabled: bool
    is_future_enabled: bool
    is_options_enabled: bool
    is_portfolio_margin_retail_enabled: bool

    def traits(self) -> dict[str, str]:
        """The same as traits of the account."""
        return {
            "vip": self.vip_level,
            "margin": _on(self.is_margin_enabled),
            "futures": _on(self.is_future_enabled),
            "options": _on(self.is_options_enabled),
            "portfolio_margin": _on(self.is_portfolio_margin_retail_enabled),
        }


class SpotBalance(CamelRow):
    """One asset of ``api/v3/account``: ``locked`` is in orders, and no part of ``free``."""

    asset: WireText
    free: WireAmount
    locked: WireAmount


class SpotAccount(CamelRow):
    """``api/v3/account``."""

    uid: WireName
    can_trade: bool
    can_withdraw: bool
    can_deposit: bool
    balances: list[SpotBalance]


class SubAccountTransfer(CamelRow):
    """``sapi/v1/sub-account/transfer/subUserHistory``: type 1 comes in, type 2 goes out.

    The other side's e-mail address is not read.
    """

    tran_id: WireText
    type: WireText = ""
    asset: WireText
    qty: WireAmount
    status: WireText
    time: WireText


class AccountStatus(CamelRow):
    """``sapi/v1/account/status``: one word, of which only ``Normal`` is documented."""

    data: WireWords


class TradingLock(CamelRow):
    """Whether trading by API is locked; a planned recovery of 0 is none."""

    is_locked: bool
    planned_recover_time: WireText = ""


class ApiTradingStatus(CamelRow):
    """``sapi/v1/account/apiTradingStatus``."""

    data: TradingLock
