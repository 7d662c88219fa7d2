"""What has to be asked about one by one: symbols. Public, and the same for everybody."""

from pydantic import Field

from readiness.exchanges.wire import CamelRow, WireName


class SpotSymbol(CamelRow):
    """A line of ``api/v3/exchangeInfo``: a pair that is traded on spot, or was."""

    symbol: WireName
    is_margin_trading_allowed: bool


class RoutedSymbols(CamelRow):
    """An entry of ``sors`` in ``api/v3/exchangeInfo``: pairs whose orders may be routed."""

    symbols: list[WireName] = Field(min_length=1)


class Routing(CamelRow):
    """All of ``api/v3/exchangeInfo``; ``sors`` is only there where routing is offered at all."""

    symbols: list[SpotSymbol] = Field(min_length=1)
    sors: list[RoutedSymbols] = Field(default_factory=list[RoutedSymbols])


class Contract(CamelRow):
    """A contract in the ``exchangeInfo`` of futures or options."""

    symbol: WireName
