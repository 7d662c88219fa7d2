"""European options (``/eapi``)."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.binance.catalogue.pages import options_page
from readiness.exchanges.binance.catalogue.source import get, options
from readiness.exchanges.binance.collectors import account
from readiness.exchanges.binance.collectors import options as collectors
from readiness.exchanges.binance.wire.options import OptionOrder, OptionPosition, OptionsAccount
from readiness.exchanges.catalogue import Feed, Request
from readiness.exchanges.paging import Capped, One

OPTIONS: Final = (
    Request(
        id="eapi/v1/marginAccount",
        route=get("eapi/v1/marginAccount"),
        ccxt_method="eapiPrivateGetMarginAccount",
        limit=options(3),
        purpose="options wallet, and whether trading or taking money out is forbidden",
        source=options_page("account#option-margin-account-information"),
        row=OptionsAccount,
        paging=One(),
        feeds=(
            Feed(Area.WALLET_OPTIONS, collectors.wallet),
            Feed(Area.ACCOUNT_RESTRICTIONS, account.options_flags),
        ),
        twice=True,
    ),
    Request(
        id="eapi/v1/position",
        route=get("eapi/v1/position"),
        ccxt_method="eapiPrivateGetPosition",
        limit=options(5),
        purpose="options positions",
        source=options_page("trade#option-position-information"),
        row=OptionPosition,
        feeds=(Feed(Area.POSITIONS_OPTIONS, collectors.positions),),
        twice=True,
    ),
    Request(
        id="eapi/v1/openOrders",
        route=get("eapi/v1/openOrders"),
        ccxt_method="eapiPrivateGetOpenOrders",
        limit=options(40),
        purpose="open options orders of every symbol",
        source=options_page("trade#query-current-open-option-orders"),
        row=OptionOrder,
        # An older page names a limit, 100 if none is sent; the present one names none.
        paging=Capped(100, size_parameter=""),
        feeds=(Feed(Area.ORDERS_OPTIONS, collectors.orders),),
    ),
)
