"""The exchange's own overview: held against what was found, never in its place."""

from typing import Final

from readiness.domain.area import Area
from readiness.domain.items import Nature
from readiness.exchanges.bybit.catalogue.source import documented, get, per_user
from readiness.exchanges.bybit.collectors import totals
from readiness.exchanges.bybit.wire.totals import Overview
from readiness.exchanges.catalogue import Feed, Request
from readiness.exchanges.paging import One

IN_TOTALS: Final = (
    # What holds nothing may be left out, so these add what is there and prove nothing.
    Feed(Area.WALLET_BOTS, totals.inside(totals.BOTS, Nature.BOTS), proves=False),
    Feed(
        Area.WALLET_COPY_TRADING,
        totals.inside(totals.COPY_TRADING, Nature.COPY_TRADING),
        proves=False,
    ),
    # Details prove that nothing is owed; what is below zero here is owed whatever they say.
    Feed(Area.LOANS_MARGIN, totals.trading_debts, proves=False),
)
"""What the overview shows of areas that it cannot prove empty."""

TOTALS: Final = (
    Request(
        id="asset/asset-overview",
        route=get("asset/asset-overview"),
        ccxt_method="privateGetV5AssetAssetOverview",
        limit=per_user(50),
        purpose="what each account type is worth; the only view of bots and of copy trading",
        source=documented("asset/balance/asset-overview"),
        row=Overview,
        paging=One(),
        objection=totals.objection,
        feeds=(
            Feed(Area.ACCOUNT_TOTALS, totals.overview),
            *IN_TOTALS,
        ),
        twice=True,
    ),
)
