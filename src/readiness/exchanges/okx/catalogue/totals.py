"""The exchange's own totals and pre-checks: held against what was found, never in its place."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Call, Feed, Request
from readiness.exchanges.okx.catalogue.modes import (
    FUTURES,
    MULTI_CURRENCY,
    PORTFOLIO,
    SPOT,
    in_mode,
)
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.okx.collectors import totals
from readiness.exchanges.okx.wire.totals import SwitchPrecheck, Valuation
from readiness.exchanges.paging import One

TOTALS: Final = (
    Request(
        id="asset/asset-valuation",
        route=get("asset/asset-valuation", "ccy"),
        ccxt_method="privateGetAssetAssetValuation",
        limit=per_user(1, 1),
        purpose="value by place, Earn included",
        source=documented("funding-account-rest-api-get-account-asset-valuation"),
        row=Valuation,
        calls=(Call({"ccy": "USD"}),),
        paging=One(),
        feeds=(Feed(Area.ACCOUNT_TOTALS, totals.valuation),),
        twice=True,
    ),
    Request(
        id="account/set-account-switch-precheck",
        route=get("account/set-account-switch-precheck", "acctLv"),
        ccxt_method="privateGetAccountSetAccountSwitchPrecheck",
        limit=per_user(5),
        purpose="OKX's own list of obstacles to a mode switch; it changes nothing",
        source=documented("trading-account-rest-api-precheck-account-mode-switch"),
        row=SwitchPrecheck,
        calls=(
            # Any mode but the current one will do.
            Call({"acctLv": SPOT}, applies=in_mode(FUTURES, MULTI_CURRENCY, PORTFOLIO)),
            Call({"acctLv": FUTURES}, applies=in_mode(SPOT)),
        ),
        feeds=(Feed(Area.ACCOUNT_TOTALS, totals.obstacles),),
    ),
    Request(
        id="account/precheck-set-delta-neutral",
        route=get("account/precheck-set-delta-neutral", "stgyType"),
        ccxt_method="privateGetAccountPrecheckSetDeltaNeutral",
        limit=per_user(1),
        purpose="the same idea; it names bots and flexible loans",
        source=documented("trading-account-rest-api-precheck-set-delta-neutral"),
        row=SwitchPrecheck,
        calls=(Call({"stgyType": "1"}),),
        feeds=(Feed(Area.ACCOUNT_TOTALS, totals.obstacles),),
    ),
)
