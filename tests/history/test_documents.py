"""What is stored is what was said and seen, and names nobody."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.history.support import READY, TRADING, kept, opened, past
from tests.rules.support import judge, money
from tests.strategies import ACCOUNT, World, clear_world, seen, unknown, worlds

from readiness.domain.answer import Cause, Reason
from readiness.domain.items import Movement, Relation, Restriction, SubAccount
from readiness.domain.report import AccountReport
from readiness.domain.snapshot import Snapshot
from readiness.history.documents import from_text, to_text
from readiness.history.scrub import own_names, scrubbed

MAIL = "somebody.else@mail.example"
PERSONAL = (MAIL, quote(MAIL, safe=""), "203.0.113.77", "2001:db8:77::5150", "+49 151 23456789")
OWN = "own@sub.example"


@given(worlds())
def test_text_and_back_is_the_identity(world: World) -> None:
    """Whatever is in a snapshot or a report."""
    report = judge(world)
    assert from_text(AccountReport, to_text(report)) == report
    assert from_text(Snapshot, to_text(world.snapshot)) == world.snapshot


@given(worlds())
def test_what_names_nobody_is_stored_as_it_is(world: World) -> None:
    """The search for other people's addresses changes nothing else."""
    report = judge(world)
    own = own_names(report, world.snapshot)
    assert scrubbed(report, own) == report
    assert scrubbed(world.snapshot, own) == world.snapshot


@pytest.mark.parametrize(
    "name", ["half \ud800 of one", "nul \x00", "钱", "a'; DROP TABLE scans; --"]
)
def test_any_name_can_be_stored(tmp_path: Path, name: str) -> None:
    """Whatever a token is called."""
    with opened(tmp_path / "h.sqlite3") as history:
        id_, report = kept(history, READY.holding(TRADING, money(name, "1")))
        assert history.report(id_) == report
        assert len(past(history).first_seen) == len(report.findings)


@pytest.mark.parametrize("person", PERSONAL)
@pytest.mark.parametrize("where", ["{}", "before {} after", "x/{}", "\x00{}"])
def test_other_people_are_not_stored(tmp_path: Path, person: str, where: str) -> None:
    """Not in a name, a detail, a reason or a note, wherever a careless collector left them."""
    text = where.format(person)
    reason = Reason(cause=Cause.EXCHANGE_CODE, request="orders", code="1", text=text)
    world = (
        clear_world()
        .holding(TRADING, money(text, "1"), Restriction(code="x", text=text))
        .holding(
            "wallet.funding",
            Movement(id=text, asset="A", amount=money("A", "1").amount, at=None),
        )
        .answered("orders.open", unknown(reason))
        .answered("sub-accounts", seen(SubAccount(name=text, relation=Relation.MANAGED)))
    )
    path = tmp_path / "h.sqlite3"
    with opened(path) as history:
        kept(history, world)
        history.fail(history.begin(ACCOUNT, "okx", "scan"), text)
    stored = path.read_bytes()
    assert person.encode() not in stored
    assert quote(person, safe="").encode() not in stored
    assert b"[redacted]" in stored
    assert b"orders.open" in stored


@given(st.sampled_from(["", "sub:"]))
def test_own_sub_accounts_are_nobody_else(prefix: str) -> None:
    """Their names are the scopes of the report, e-mail addresses on Binance."""
    scope = prefix + OWN
    world = clear_world(scope).holding(TRADING, money("A", "1"), scope=scope)
    report = judge(world)
    own = own_names(report, world.snapshot)
    assert scrubbed(report, own) == report
    assert scrubbed(world.snapshot, own) == world.snapshot
    assert scrubbed(report, own_names(report, None)) == report
