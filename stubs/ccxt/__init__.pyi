from ccxt.base.exchange import Exchange as Exchange
from ccxt.okx import okx as okx

__version__: str
