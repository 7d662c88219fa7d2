"""Judging a world, and picking findings and rows out of a report."""

from decimal import Decimal

from tests.small_policy import POLICY
from tests.strategies import ACCOUNT, World, all_confirmed, clear_world

from readiness.domain.amount import Exact
from readiness.domain.finding import Finding
from readiness.domain.items import Holding, Item, Nature
from readiness.domain.report import AccountReport, CoverageRow
from readiness.domain.scope import MAIN, Scope
from readiness.domain.verdict import Verdict
from readiness.rules import RULES_BY_ID, assess


def judge(world: World) -> AccountReport:
    """The report on a world; whatever it says, there is a sentence for it."""
    report = assess(world.snapshot, world.policy, world.decisions, world.today)
    assert all(found.variant in RULES_BY_ID[found.rule].messages for found in report.findings)
    return report


def verdict(world: World) -> Verdict:
    """The verdict on a world."""
    return judge(world).verdict


def row(of: AccountReport, area: str, scope: Scope = MAIN) -> CoverageRow:
    """The one row of an area."""
    (found,) = [entry for entry in of.coverage if (entry.area, entry.scope) == (area, scope)]
    return found


def findings(of: AccountReport, rule: str) -> list[Finding]:
    """What one rule says."""
    return [entry for entry in of.findings if entry.rule == rule]


def finding(of: AccountReport, rule: str) -> Finding:
    """The one thing that a rule says."""
    (found,) = findings(of, rule)
    return found


def names(of: AccountReport) -> list[str]:
    """All fingerprints, in the report's order."""
    return [entry.fingerprint(ACCOUNT) for entry in of.findings]


def exact(value: str) -> Exact:
    """An amount."""
    return Exact(value=Decimal(value))


def money(asset: str, amount: str, nature: Nature = Nature.OWN) -> Holding:
    """Some money."""
    return Holding(asset=asset, amount=exact(amount), nature=nature)


DUST = money("LUNC", "0.0001")

READY = all_confirmed(clear_world())
AREA = "wallet.trading"


def said(item: Item, area: str = AREA) -> Finding:
    """The one thing that is said about one thing."""
    of = judge(READY.holding(area, item))
    (found,) = [entry for entry in of.findings if entry.rule != "decision-does-not-count"]
    assert (found.area, found.scope) == (area, "main")
    assert found.source == POLICY.source_of(area)
    return found
