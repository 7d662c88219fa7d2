"""Answers that are the same for everybody: clock, prices, coins, notices."""

from __future__ import annotations

from readiness.simulator.faults import Quirk
from readiness.simulator.numbers import text
from readiness.simulator.okx.paging import Numbered, Row
from readiness.simulator.okx.route import Asked, View
from readiness.simulator.okx.rows.market import currency, index_ticker, ticker

NOTICES = Numbered(size="", maximum=20, told=False)
"""Announcements come in pages of twenty, with the number of pages inside the row."""


def server_time(asked: Asked) -> list[Row]:
    """Compute `public/time`."""
    return [{"ts": str(asked.ms)}]


def index_tickers(asked: Asked) -> list[Row]:
    """Compute `market/index-tickers`; not every coin has an index against USD."""
    market, quote, wanted = asked.market, asked.query.get("quoteCcy"), asked.query.get("instId")
    dollar = [c for c in market.prices if c in market.usd_indexes]
    tether = [c for c in market.prices if c != "USDT"]
    pairs = [(c, "USD") for c in dollar] + [(c, "USDT") for c in tether]
    return [
        index_ticker(instId=f"{ccy}-{unit}", idxPx=text(market.prices[ccy]), ts=asked.ms)
        for ccy, unit in pairs
        if quote in (None, "", unit) and wanted in (None, "", f"{ccy}-{unit}")
    ]


def tickers(asked: Asked) -> list[Row]:
    """Compute `market/tickers`: spot pairs against USDT, nothing for other kinds."""
    if asked.query["instType"] != "SPOT":
        return []
    prices = asked.market.prices.items()
    return [
        ticker(instId=f"{ccy}-USDT", last=text(price), ts=asked.ms)
        for ccy, price in prices
        if ccy != "USDT"
    ]


def currencies(asked: Asked) -> list[Row]:
    """Compute `asset/currencies`: one chain for each coin that has a price."""
    wanted = set(asked.query["ccy"].split(",")) if asked.query.get("ccy") else None
    return [
        currency(ccy=ccy, chain=f"{ccy}-Made up", name=ccy)
        for ccy in asked.market.prices
        if ccy not in asked.market.hidden and (wanted is None or ccy in wanted)
    ]


def announcements(asked: Asked) -> list[Row]:
    """Compute `support/announcements`."""
    kind = asked.query.get("annType")
    notices = [
        row
        for row in asked.market.tables.get("support/announcements", [])
        if kind in (None, "", row["annType"])
    ]
    page = NOTICES.cut(notices, asked.query, Quirk.NONE)
    return [{"details": page, "totalPage": NOTICES.pages(notices, asked.query)}]


def bill_types(asked: Asked) -> list[Row]:
    """Compute `account/subtypes`: a small made-up excerpt of the list."""
    kinds = (("1", "moved between accounts", "11", "moved in"), ("2", "traded", "2", "sold"))
    return [
        {
            "type": kind,
            "typeDesc": meaning,
            "subTypeDetails": [{"subType": sub, "subTypeDesc": detail}],
        }
        for kind, meaning, sub, detail in kinds
    ]


def in_market(path: str, *usual: Row) -> View:
    """Return a view of the rows put under a path of the market, or of the usual ones."""
    return lambda asked: list(asked.market.tables.get(path, usual))
