"""What lists have to be asked about one by one, and where it is read.

The symbols of an exchange are public and no history; a backup reads them first.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from readiness.exchanges.binance.catalogue.pages import (
    coinm_page,
    options_page,
    spot_page,
    usdm_page,
)
from readiness.exchanges.binance.catalogue.source import api, futures, get, options
from readiness.exchanges.binance.wire.names import Contract, Routing, SpotSymbol
from readiness.exchanges.catalogue import Asked, Call, Params, Request
from readiness.exchanges.history import Each, RawRow
from readiness.exchanges.paging import One, Some
from readiness.gate.body import BadBodyError
from readiness.language import message

_SPOT: Final = "api/v3/exchangeInfo"
_ROUTED: Final = f"{_SPOT}:routed"
_UM: Final = "fapi/v1/exchangeInfo"
_CM: Final = "dapi/v1/exchangeInfo"
_OPTIONS: Final = "eapi/v1/exchangeInfo"
_PAIRS: Final = "sapi/v1/margin/isolated/account"
_SUBS: Final = "sapi/v1/sub-account/list"
_ALGORITHMS: Final = "sapi/v1/mining/pub/algoList"

_SPOT_ROUTE: Final = get(_SPOT, "showPermissionSets", signed=False)
# What may be traded with which permission is most of the answer, and nobody's business here.
_SHORT: Final = (Call({"showPermissionSets": "false"}),)

NAMES: Final = (
    Request(
        id=_SPOT,
        route=_SPOT_ROUTE,
        ccxt_method="publicGetExchangeInfo",
        limit=api(20),
        purpose="all pairs of spot, also those that are no longer traded",
        source=spot_page("general#exchange-info"),
        row=SpotSymbol,
        signed=False,
        asked=Asked.SERVICE,
        calls=_SHORT,
        paging=Some(),
        rows_at="symbols",
    ),
    Request(
        id=_ROUTED,
        route=_SPOT_ROUTE,
        ccxt_method="publicGetExchangeInfo",
        limit=api(20),
        purpose="pairs for which smart order routing is offered",
        source=spot_page("general#exchange-info"),
        # The whole answer is the row: that there is no list is an answer as well.
        row=Routing,
        signed=False,
        asked=Asked.SERVICE,
        calls=_SHORT,
        paging=One(),
    ),
    Request(
        id=_UM,
        route=get(_UM, signed=False),
        ccxt_method="fapiPublicGetExchangeInfo",
        limit=futures(1),
        purpose="all contracts of USDⓈ-M futures",
        source=usdm_page("market-data#exchange-information"),
        row=Contract,
        signed=False,
        asked=Asked.SERVICE,
        paging=Some(),
        rows_at="symbols",
    ),
    Request(
        id=_CM,
        route=get(_CM, signed=False),
        ccxt_method="dapiPublicGetExchangeInfo",
        limit=futures(1),
        purpose="all contracts of COIN-M futures",
        source=coinm_page("market-data#exchange-information"),
        row=Contract,
        signed=False,
        asked=Asked.SERVICE,
        paging=Some(),
        rows_at="symbols",
    ),
    Request(
        id=_OPTIONS,
        route=get(_OPTIONS, signed=False),
        ccxt_method="eapiPublicGetExchangeInfo",
        limit=options(1),
        purpose="options that have not expired",
        source=options_page("market-data#exchange-information"),
        row=Contract,
        signed=False,
        asked=Asked.SERVICE,
        paging=Some(),
        rows_at="optionSymbols",
    ),
)


def each(
    over: str, parameter: str, names: Callable[[Iterable[RawRow]], Iterable[Any]], **more: str
) -> Each:
    """Once for each name that one list shows; who may see the one may see all of them."""

    def params(rows: Mapping[str, Iterable[RawRow]]) -> Iterator[Params]:
        for name in names(rows[over]):
            yield {parameter: str(name), **more}

    return Each((over,), params, alike=True)


def field(name: str) -> Callable[[Iterable[RawRow]], Iterator[Any]]:
    """The names are one field of the rows."""

    def names(rows: Iterable[RawRow]) -> Iterator[Any]:
        for row in rows:
            if name not in row:
                raise BadBodyError(message("a row of another shape: no {field}"), field=name)
            yield row[name]

    return names


def _on_margin(rows: Iterable[RawRow]) -> Iterator[Any]:
    return (row["symbol"] for row in rows if row["isMarginTradingAllowed"])


def _routed(rows: Iterable[RawRow]) -> Iterator[Any]:
    return (symbol for row in rows for entry in row["sors"] for symbol in entry["symbols"])


def _pairs(rows: Iterable[RawRow]) -> Iterator[Any]:
    return (pair["symbol"] for row in rows for pair in row["assets"])


def _with_main(parameter: str) -> Each:
    """Once without a name, which is the main account, and once for each sub-account."""

    def params(rows: Mapping[str, Iterable[RawRow]]) -> Iterator[Params]:
        yield {}
        for row in rows[_SUBS]:
            yield {parameter: str(row["email"])}

    return Each((_SUBS,), params)


def _partners(rows: Mapping[str, Iterable[RawRow]]) -> Iterator[Params]:
    """Transfers between cross margin and each isolated pair, and from pair to pair."""
    pairs = [str(pair) for pair in _pairs(rows[_PAIRS])]
    for pair in pairs:
        yield {"type": "MARGIN_ISOLATEDMARGIN", "toSymbol": pair}
        yield {"type": "ISOLATEDMARGIN_MARGIN", "fromSymbol": pair}
        for other in pairs:
            if other != pair:
                both = {"fromSymbol": pair, "toSymbol": other}
                yield {"type": "ISOLATEDMARGIN_ISOLATEDMARGIN", **both}


EACH_SYMBOL: Final = each(_SPOT, "symbol", field("symbol"))
EACH_MARGIN_SYMBOL: Final = each(_SPOT, "symbol", _on_margin)
EACH_ROUTED_SYMBOL: Final = each(_ROUTED, "symbol", _routed)
EACH_PAIR: Final = each(_PAIRS, "symbol", _pairs, isIsolated="TRUE")
EACH_PAIR_BY_SYMBOL: Final = each(_PAIRS, "symbol", _pairs)
EACH_ISOLATED_SYMBOL: Final = each(_PAIRS, "isolatedSymbol", _pairs)
EACH_PAIR_PARTNER: Final = Each((_PAIRS,), _partners)
EACH_UM: Final = each(_UM, "symbol", field("symbol"))
EACH_CM: Final = each(_CM, "symbol", field("symbol"))
EACH_OPTION: Final = each(_OPTIONS, "symbol", field("symbol"))
EACH_ALGORITHM: Final = each(_ALGORITHMS, "algo", field("algoName"))
EACH_SUB: Final = each(_SUBS, "email", field("email"))
EACH_SENDER: Final = _with_main("fromEmail")
