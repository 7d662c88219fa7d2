"""Whose budget a request is counted in: the same one, or another."""

import pytest
from tests.gate.support import BALANCE, ORDERS, Question

from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.counted import Counted
from readiness.gate.limits import Limits
from readiness.gate.route import Limit, Per

HERE = Addresses.one(Address.of("https://api.example.com"))
THERE = Addresses.one(Address.of("https://api.example.org"))
SPREAD = Addresses({"": Address.of("https://api.example.com"), "/api": THERE.first})


def asked(per: Per, pool: str = "", question: Question = BALANCE) -> Question:
    """A request that is counted so."""
    return Question(question.id, question.route, Limit(9, 60, per, 1, pool))


def counting(
    limits: Limits, at: Addresses = HERE, key: str | None = None, uid: str | None = None
) -> Counted:
    """The budgets of a session with this key, and of this owner once that is known."""
    counted = Counted(limits, at, key)
    if uid is not None:
        counted.belongs_to(uid)
    return counted


@pytest.mark.parametrize(
    ("per", "one", "other", "same"),
    [
        (Per.IP, {"key": "a", "uid": "1"}, {"key": "b", "uid": "2"}, True),
        (Per.IP, {}, {"at": THERE}, False),
        (Per.USER, {"uid": "1"}, {"uid": "1", "key": "b"}, True),
        (Per.USER, {"uid": "1"}, {"uid": "2"}, False),
        (Per.USER, {"uid": "1"}, {"uid": "1", "at": THERE}, False),
        (Per.USER, {"key": "a"}, {"key": "a"}, False),
        (Per.KEY, {"key": "a"}, {"key": "a", "uid": "1"}, True),
        (Per.KEY, {"key": "a"}, {"key": "b"}, False),
        (Per.KEY, {"key": "a"}, {"key": "a", "at": THERE}, False),
        (Per.KEY, {}, {}, False),
    ],
)
def test_whom_a_budget_is_for(
    per: Per, one: dict[str, str], other: dict[str, str], *, same: bool
) -> None:
    """An address, the owner of a key at an exchange once it is known, or a key there."""
    limits = Limits(lambda: 0.0)
    sessions = [counting(limits, **which) for which in (one, other)]  # type: ignore[arg-type]
    budgets = [session.budget(asked(per)) for session in sessions]
    assert (budgets[0] is budgets[1]) is same


@pytest.mark.parametrize("per", Per)
def test_one_that_nobody_names_keeps_its_budget(per: Per) -> None:
    """A session without the name of a key counts for itself alone, each time."""
    counted = counting(Limits(lambda: 0.0))
    assert counted.budget(asked(per)) is counted.budget(asked(per))


@pytest.mark.parametrize(("pool", "same"), [("", False), ("/other", True), ("/api", False)])
def test_a_pool_is_counted_where_it_is_answered(pool: str, *, same: bool) -> None:
    """Two addresses share what is counted by IP in a pool that one of them gave its name."""
    limits = Limits(lambda: 0.0)
    addresses = [HERE, SPREAD]
    budgets = [counting(limits, at).budget(asked(Per.IP, pool)) for at in addresses]
    assert (budgets[0] is budgets[1]) is same
    orders = counting(limits).budget(asked(Per.IP, pool, ORDERS))
    assert (budgets[0] is orders) is bool(pool)


@pytest.mark.parametrize(
    ("pool", "tier", "count"),
    [("/api", "/api", 5), ("/api", "/x", 9), ("", "/api", 9), ("", "", 9)],
)
def test_what_a_tier_allows(pool: str, tier: str, count: int) -> None:
    """It takes the place of the limit of its own pool, and of no other."""
    counted = Counted(Limits(lambda: 0.0), HERE, tier=Limit(5, 30, pool=tier))
    limit = counted.limit(asked(Per.USER, pool))
    assert (limit.count, limit.seconds) == ((5, 30) if count == 5 else (9, 60))
    assert (limit.per, limit.pool) == (Per.USER, pool)
