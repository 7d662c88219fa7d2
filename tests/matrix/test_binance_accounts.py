"""What only Binance does: flags of products, keys that are too old, maintenance, brokers."""

from __future__ import annotations

import pytest
from tests.matrix.binance_rig import BINANCE
from tests.matrix.memory import World

from readiness.domain.report import AccountReport, CoverageRow, Status
from readiness.domain.verdict import Verdict
from readiness.simulator import BinanceAccount, BinanceSimulator, Fault


def world(account: BinanceAccount | None = None) -> World:
    return World({"main": account or BinanceAccount()}, exchange="binance")


def row(report: AccountReport, area: str) -> CoverageRow:
    (found,) = [row for row in report.coverage if (row.area, row.scope) == (area, "main")]
    return found


def test_identity_is_asked_before_anything_else() -> None:
    """Clock, key, whose it is: only then the rest, side by side."""
    here = world()
    here.scan()
    paths = here.line.paths()
    assert paths[:2] == [BINANCE.clock, BINANCE.key]
    assert set(paths[2:5]) == {
        "api/v3/account",
        "sapi/v1/account/info",
        "sapi/v1/sub-account/transfer/subUserHistory",
    }


@pytest.mark.sampled(3)
@pytest.mark.parametrize("fault", [Fault.status(503), Fault.error("-99999"), Fault.html()])
@pytest.mark.parametrize("flag", ["isMarginEnabled", "isFutureEnabled", "isOptionsEnabled"])
def test_flags_that_were_not_told_rule_nothing_out(flag: str, fault: Fault) -> None:
    """Without the account's flags a refusal of a product proves nothing about it."""
    here = world(BinanceAccount(info={flag: False}))
    assert here.scan().verdict is Verdict.READY
    here = world(BinanceAccount(info={flag: False}))
    here.line.fault("sapi/v1/account/info", fault)
    assert here.scan().verdict is Verdict.INCOMPLETE


@pytest.mark.parametrize("product", ["futures", "options", "portfolio_margin"])
def test_a_key_older_than_a_product_does_not_see_it(product: str) -> None:
    """The account has the product and the key is refused: could not look, never nothing there."""
    flags = {"isPortfolioMarginRetailEnabled": True} if product == "portfolio_margin" else {}
    account = BinanceAccount(info=flags)
    account.product_key_predates(product)
    report = world(account).scan()
    assert report.verdict is Verdict.INCOMPLETE


def test_maintenance_shows_nothing_that_can_be_trusted() -> None:
    """While Binance says that its wallets are under maintenance, no account is ready."""
    here = world()
    assert isinstance(here.simulator, BinanceSimulator)
    here.simulator.market.maintenance = True
    report = here.report()
    assert report.verdict is Verdict.INCOMPLETE
    assert row(report, "account.restrictions").status is Status.UNKNOWN
