"""What Bybit's rows of loans tell where one cell has to be weighed against another."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.exchanges.telling import tell

from readiness.simulator.bybit.rows import FACTORIES

_FIXED: Final = "crypto-loan-fixed/borrow-contract-info"
_LOANS: Final = "crypto-loan-common/position"
_INSTITUTIONAL: Final = "ins-loan/loan-order"
_BLANK: Final = "unreadable:''"


def told(place: str, request_id: str = "", **fields: Any) -> list[str]:
    """What a row of a place tells."""
    return tell("bybit", request_id or place.partition(":")[0], FACTORIES[place](**fields))


@pytest.mark.parametrize(
    ("status", "principal", "penalty", "owed"),
    [
        (1, "1.4", "0.1", "amount=1.4 interest=0.1"),
        # Repaid: only where nothing is stated any more.
        (2, "0", "0", ""),
        (2, "", "", ""),
        (2, "1.4", "0", "amount=1.4 interest=0"),
        (2, "0", "0.1", "amount=0.1 interest=0.1"),
        # Overdue: the term is over, the debt only if nothing is left.
        (3, "0", "0", ""),
        (3, "1.4", "0", "amount=1.4 interest=0"),
        (3, "0", "0.1", "amount=0.1 interest=0.1"),
        (3, "", "0", "amount=unreadable:'' interest=0"),
        # Not repaid, whatever is left.
        (1, "0", "0", "amount=0 interest=0"),
    ],
)
def test_loans_at_a_fixed_rate(status: int, principal: str, penalty: str, owed: str) -> None:
    """Neither the state alone nor the amounts alone end a debt."""
    found = told(
        _FIXED, status=status, residualPrincipal=principal, residualPenaltyInterest=penalty
    )
    assert [owed in line for line in found] == [True] * bool(owed)
    assert len(found) == bool(owed)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({}, []),
        ({"totalDebt": "7"}, ["flexible: debt asset='' amount=? value_usd=7"]),
        ({"totalCollateral": "7"}, ["flexible: debt asset='' amount=? value_usd=7"]),
        ({"totalDebt": ""}, [f"flexible: debt asset='' amount=? value_usd={_BLANK}"]),
        (
            {"totalDebt": "7", "flexibleTotalDebt": "5"},
            ["flexible: debt asset=ETH amount=5"],
        ),
        ({"totalDebt": "7", "fixedTotalDebt": "5"}, ["fixed: debt asset=ETH amount=5"]),
        (
            {"totalDebt": "7", "amount": "5"},
            ["flexible: holding nature=collateral asset=BTC amount=5"],
        ),
        (
            {"flexibleTotalDebt": "1", "fixedTotalDebt": ""},
            ["flexible: debt asset=ETH amount=1", f"fixed: debt asset=ETH amount={_BLANK}"],
        ),
    ],
)
def test_crypto_loans_together(cells: dict[str, str], told: list[str]) -> None:
    """Debts of both kinds and collateral; a total that no coin explains is a debt of something."""
    nothing = ("totalDebt", "totalCollateral", "flexibleTotalDebt", "fixedTotalDebt", "amount")
    given = {**dict.fromkeys(nothing, "0"), **cells}
    row = {
        "borrowList": [{"loanCurrency": "ETH", **given}],
        "collateralList": [{"currency": "BTC", **given}],
        "supplyList": [],
        "totalSupply": "9",
        **given,
    }
    *found, supplied = tell("bybit", _LOANS, row)
    assert supplied == "account.totals: total place='crypto loan supply' value_usd=9"
    ends = {"debt": f" view={_LOANS}", "holding": ""}
    assert found == [f"loans.{line}{ends[line.split()[1]]}" for line in told]


@pytest.mark.parametrize(
    ("debt", "unpaid", "interest", "owed"),
    [
        ("5", "4", "1", "amount=5 interest=1"),
        ("0", "4", "1", "amount=4 interest=1"),
        ("0", "0", "1", "amount=1 interest=1"),
        ("", "4", "0", f"amount={_BLANK} interest=0"),
        ("0", "0", "0", ""),
        ("0", "", "", ""),
    ],
)
def test_flexible_loans(debt: str, unpaid: str, interest: str, owed: str) -> None:
    """Principal and interest together; any of the three keeps a loan open."""
    place = "crypto-loan-flexible/ongoing-coin"
    found = told(place, totalDebt=debt, unpaidAmount=unpaid, unpaidInterest=interest)
    line = f"loans.flexible: debt asset=ETH {owed} view={place}"
    assert found == ([line] if owed else [])


@pytest.mark.parametrize(
    ("moment", "day"),
    [("4102444800000", "2100-01-01"), ("", "''"), ("x", "''")],
)
def test_the_day_that_a_loan_is_due(moment: str, day: str) -> None:
    """In UTC; nothing where it is not told."""
    (found,) = told(_FIXED, loanId="6", repaymentTime=moment)
    assert found.endswith(f" details=((loan, 6), (due, {day}))")


@pytest.mark.parametrize(
    ("interest", "penalty", "told"),
    [("1", "2", "1"), ("0", "2", "2"), ("0", "0", "?"), ("", "", "?")],
)
@pytest.mark.parametrize(("term", "area"), [("", "loans.flexible"), ("30", "loans.fixed")])
def test_loans_of_the_old_kind(
    term: str, area: str, interest: str, penalty: str, told: str
) -> None:
    """With interest and penalty, which count if they are something, and with their collateral."""
    place = "crypto-loan/ongoing-orders"
    cells = {"orderId": "6", "loanTerm": term, "totalDebt": "5", "collateralAmount": "3"}
    interests = {"residualInterest": interest, "residualPenaltyInterest": penalty}
    row = FACTORIES[place](**cells, **interests)
    stated = "" if told == "?" else f" interest={told}"
    loan = "details=((loan, 6))"
    assert tell("bybit", place, row) == [
        f"{area}: debt asset=USDT amount=5{stated} view={place} {loan}",
        f"{area}: holding nature=collateral asset=BTC amount=3 {loan}",
    ]
    assert len(tell("bybit", place, {**row, "collateralAmount": "0"})) == 1


@pytest.mark.parametrize(
    ("status", "unpaid", "interest", "owed"),
    [
        ("1", "5", "1", "amount=5 interest=1"),
        ("1", "0", "1", "amount=1 interest=1"),
        # Not paid off, whatever is left; an amount that is left blank cannot be read as nothing.
        ("1", "0", "0", "amount=0 interest=0"),
        ("1", "", "0", f"amount={_BLANK} interest=0"),
        ("unheard", "0", "0", "amount=0 interest=0"),
        # Paid off: only where nothing is left.
        ("2", "0", "0", ""),
        ("2", "5", "0", "amount=5 interest=0"),
        ("2", "0", "1", "amount=1 interest=1"),
    ],
)
def test_loans_of_institutions(status: str, unpaid: str, interest: str, owed: str) -> None:
    """Neither the state alone nor the amounts alone end a debt."""
    cells = {"status": status, "unpaidAmount": unpaid, "unpaidInterest": interest}
    line = f"debt asset=USDT {owed} view={_INSTITUTIONAL} details=((loan, 6))"
    found = told(_INSTITUTIONAL, orderId="6", **cells)
    assert [each.partition(": ")[2] for each in found] == ([line] if owed else [])
