"""What is owed, told once for each asset, however many views on it there are."""

import pytest
from tests.rules.support import exact, findings, judge, verdict
from tests.strategies import World, all_confirmed, clear_world

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.decision import Acknowledgement
from readiness.domain.finding import Finding
from readiness.domain.items import Debt
from readiness.domain.verdict import Verdict

READY = all_confirmed(clear_world())
AREA = "loans.margin"


def debt(
    asset: str,
    amount: str | None,
    view: str = "balance",
    *,
    value: str | None = None,
    interest: str | None = None,
) -> Debt:
    def stated(text: str | None) -> Exact | NotStated | Unreadable:
        if text is None:
            return NotStated()
        return Unreadable(raw=text) if text == "?" else exact(text)

    return Debt(
        asset=asset,
        amount=stated(amount),
        value_usd=stated(value),
        interest=stated(interest),
        view=view,
    )


def told(*owed: Debt) -> dict[str, Finding]:
    found = findings(judge(READY.holding(AREA, *owed)), "debt")
    assert len({entry.subject for entry in found}) == len(found)
    return {entry.subject: entry for entry in found}


@pytest.mark.parametrize(
    ("owed", "amount"),
    [
        ([debt("USDT", "25.5")], exact("25.5")),
        ([debt("USDT", "20"), debt("USDT", "5.5")], exact("25.5")),
        ([debt("USDT", "25.5"), debt("USDT", "25.4", "limits")], exact("25.5")),
        ([debt("USDT", "1"), debt("USDT", "2"), debt("USDT", "4", "limits")], exact("4")),
        ([debt("USDT", "3"), debt("USDT", "2"), debt("USDT", "4", "limits")], exact("5")),
        ([debt("USDT", None), debt("USDT", "4", "limits")], exact("4")),
        ([debt("USDT", None)], NotStated()),
        ([debt("USDT", "?"), debt("USDT", "4", "limits")], Unreadable(raw="?")),
        ([debt("USDT", "4"), debt("USDT", "?")], Unreadable(raw="?")),
        (
            [debt("USDT", "1e20"), debt("USDT", "1e-18")],
            exact("100000000000000000000.000000000000000001"),
        ),
    ],
)
def test_views_of_the_same_debts(owed: list[Debt], amount: Exact | NotStated | Unreadable) -> None:
    """Amounts of one view add up, exactly; of several views the largest counts."""
    for order in (owed, owed[::-1]):
        found = told(*order)
        assert list(found) == [owed[0].asset]
        assert found[owed[0].asset].amount == amount


def test_each_asset_by_itself() -> None:
    """Every asset that is owed is a finding, with its interest and its value."""
    found = told(debt("USDT", "25", interest="0.5", value="24.9"), debt("BTC", "0.1"))
    assert set(found) == {"USDT", "BTC"}
    assert found["USDT"].value_usd == exact("24.9")
    assert ("interest", "0.5") in found["USDT"].facts
    assert found["USDT"].variant == found["BTC"].variant == "default"


def test_what_cannot_be_read() -> None:
    """It is told as it came."""
    found = told(debt("USDT", "?"))["USDT"]
    assert (found.variant, ("raw", "?") in found.facts) == ("unreadable", True)


def test_each_place_by_itself() -> None:
    """What two accounts or two products owe is not the same debt."""
    world = clear_world("g").holding(AREA, debt("USDT", "1"), scope="g")
    world = world.holding(AREA, debt("USDT", "2")).holding("wallet.trading", debt("USDT", "3"))
    found = findings(judge(world), "debt")
    assert {(entry.area, entry.scope, entry.amount) for entry in found} == {
        (AREA, "g", exact("1")),
        (AREA, "main", exact("2")),
        ("wallet.trading", "main", exact("3")),
    }


def test_a_total_without_a_name() -> None:
    """A total in dollars is a debt of which nobody says in what."""
    found = told(debt("", None, value="25"))["(unnamed)"]
    assert (found.variant, found.value_usd) == ("unnamed", exact("25"))


@pytest.mark.parametrize("value", ["0.5", "25", "5000", None, "?"])
def test_a_named_debt_hides_no_total(value: str | None) -> None:
    """A total can only add a finding: living with one debt is not living with all of them."""
    owed = (debt("USDT", "1", value="1"), debt("", None, "limits", value=value))
    world: World = READY.holding(AREA, *owed).decided(
        Acknowledgement(
            fingerprint=f"okx-main/main/{AREA}/USDT",
            reason="agreed",
            until="2026-12-31",  # type: ignore[arg-type]
            up_to="1",  # type: ignore[arg-type]
        )
    )
    assert set(told(*owed)) == {"USDT", "(unnamed)"}
    assert verdict(world) is Verdict.BLOCKED


def test_what_is_said_of_a_debt() -> None:
    """Its asset, its interest, what is told beside it, and the raw amount only if unread."""
    owed = debt("USDT", "25.5", interest="0.5").model_copy(update={"details": (("pair", "A-B"),)})
    found = told(owed)["USDT"]
    assert found.asset == "USDT"
    assert dict(found.facts) == {"interest": "0.5", "raw": "", "pair": "A-B"}
    assert dict(told(debt("USDT", "?"))["USDT"].facts)["raw"] == "?"
