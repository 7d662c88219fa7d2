"""Identity, clock, maintenance, and the prechecks that list obstacles."""

from __future__ import annotations

from readiness.simulator.okx.route import Filter, Route, limit
from readiness.simulator.okx.views.config import account_config
from readiness.simulator.okx.views.prechecks import delta_neutral_precheck, switch_precheck
from readiness.simulator.okx.views.public import in_market, server_time

ROUTES = (
    Route(path="account/config", limit=limit(5, 2), view=account_config),
    Route(
        path="account/set-account-switch-precheck",
        limit=limit(5, 2),
        required=("acctLv",),
        filters=(Filter("acctLv", values=("1", "2", "3", "4")),),
        view=switch_precheck,
    ),
    Route(
        path="account/precheck-set-delta-neutral",
        limit=limit(1, 2),
        required=("stgyType",),
        view=delta_neutral_precheck,
    ),
    Route(path="public/time", access="public", limit=limit(10, 2, "ip"), view=server_time),
    Route(
        path="system/status",
        access="public",
        limit=limit(1, 5, "ip"),
        filters=(
            Filter("state", values=("scheduled", "ongoing", "pre_open", "completed", "canceled")),
        ),
        view=in_market("system/status"),
    ),
)
