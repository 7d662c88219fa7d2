"""The one list of supported exchanges. Importing it loads neither ccxt nor an adapter."""

from typing import TYPE_CHECKING, Final

from readiness.exchanges.interface import ExchangeInfo

if TYPE_CHECKING:
    from readiness.exchanges.catalogue import Catalogue

_OKX_FIELDS: Final = ("key", "secret", "passphrase")

EXCHANGES: Final[dict[str, ExchangeInfo]] = {
    info.id: info
    for info in (
        ExchangeInfo(
            id="okx",
            family="okx",
            title="OKX (global)",
            api_hosts=("openapi.okx.com", "www.okx.com"),
            credential_fields=_OKX_FIELDS,
            ccxt_id="okx",
            module="readiness.exchanges.okx",
        ),
        ExchangeInfo(
            id="okx-eea",
            family="okx",
            title="OKX EEA",
            api_hosts=("eea.okx.com",),
            credential_fields=_OKX_FIELDS,
            ccxt_id="myokx",
            module="readiness.exchanges.okx",
        ),
        ExchangeInfo(
            id="okx-us",
            family="okx",
            title="OKX US and AU",
            api_hosts=("us.okx.com", "app.okx.com"),
            credential_fields=_OKX_FIELDS,
            ccxt_id="okxus",
            module="readiness.exchanges.okx",
        ),
    )
}


def load_catalogue(exchange_id: str) -> "Catalogue":
    """The catalogue of a configured exchange; loads its adapter but not ccxt."""
    from readiness.exchanges.adapter import load_adapter

    return load_adapter(EXCHANGES[exchange_id]).catalogue
