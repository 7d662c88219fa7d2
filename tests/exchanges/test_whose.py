"""One answer about all sub-accounts is divided among them, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

import pytest
from tests.exchanges.support import Desk

from readiness.domain.amount import Exact
from readiness.domain.answer import Cause, Evidence, Proof, Reason, Seen, Unknown
from readiness.domain.area import Area
from readiness.domain.items import Holding, Item, SubAccount
from readiness.exchanges.catalogue import Asked, Catalogue, Feed, Loop, Request
from readiness.exchanges.collect import Fetched, answers, spared
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.reader import Read, joined
from readiness.exchanges.whose import of_one, of_the_main_account
from readiness.exchanges.wire import CamelRow, WireAmount, WireText

NOW: Final = datetime(2026, 11, 27, tzinfo=UTC)


class Line(CamelRow):
    """What one sub-account has."""

    owner: WireText
    amount: WireAmount


def held(rows: Sequence[Line], _: object) -> Iterable[Item]:
    return [Holding(asset="USDT", amount=row.amount) for row in rows]


def named(rows: Sequence[Line], _: object) -> Iterable[Item]:
    return [SubAccount(name=row.owner) for row in rows]


def owner(row: Line) -> str:
    return row.owner


REQUEST: Final = Request(
    id="all",
    route=get("all"),
    ccxt_method="",
    limit=per_user(1),
    purpose="",
    source=documented("x"),
    row=Line,
    asked=Asked.ALL_SUB_ACCOUNTS,
    whose=owner,
    feeds=(Feed(Area.WALLET_FUNDING, held), Feed(Area.SUB_ACCOUNTS, named)),
)


def read(*lines: tuple[str, str], reason: Reason | None = None) -> Read:
    rows = tuple(Line.model_validate({"owner": who, "amount": amount}) for who, amount in lines)
    if reason:
        return Read(rows, reasons=(reason,))
    proof = Evidence(
        request="all", proof=Proof.SINGLE_ANSWER, answers=1, rows=len(rows), read_at=NOW
    )
    return Read(rows, (proof,))


def told(entry: Fetched) -> dict[str, Any]:
    found = answers([entry], "main", {}, Desk().policy)
    return {answer.area: answer.answer for answer in found}


@pytest.mark.parametrize("known_by", ["grid01", "1001"])
def test_rows_go_to_the_sub_account_that_they_name(known_by: str) -> None:
    """A row names its sub-account by name or by uid; other rows are not its own."""
    entry = Fetched(REQUEST, read((known_by, "1"), ("other", "2")))
    found = told(of_one(entry, SubAccount(name="grid01", uid="1001")))
    assert list(found) == ["wallet.funding"]
    (item,) = found["wallet.funding"].items
    assert isinstance(item, Holding)
    assert item.amount == Exact(value=Decimal(1))


def test_a_sub_account_without_a_uid_takes_no_unnamed_rows() -> None:
    """What is empty on both sides is no name that they have in common."""
    entry = Fetched(REQUEST, read(("", "1")))
    found = told(of_one(entry, SubAccount(name="grid01")))
    assert isinstance(found["wallet.funding"], Unknown)


def test_an_answer_that_leaves_a_sub_account_out_proves_nothing() -> None:
    """No row about it is no row that says that it is empty."""
    entry = Fetched(REQUEST, read(("other", "2")))
    found = told(of_one(entry, SubAccount(name="grid01")))["wallet.funding"]
    assert isinstance(found, Unknown)
    text = "the answer leaves this sub-account out"
    assert found.reasons == (Reason(cause=Cause.BAD_BODY, request="all", text=text, attempts=1),)


def test_a_failure_is_a_failure_for_each_of_them() -> None:
    """Rows that were seen before it stay."""
    reason = Reason(cause=Cause.TIMEOUT, request="all", attempts=1)
    entry = Fetched(REQUEST, read(("grid01", "1"), reason=reason))
    for name, seen in (("grid01", 1), ("other", 0)):
        found = told(of_one(entry, SubAccount(name=name)))["wallet.funding"]
        assert isinstance(found, Unknown)
        assert found.reasons == (reason,)
        assert len(found.partial) == seen


def test_the_main_account_learns_which_there_are_and_nothing_else() -> None:
    """What belongs to a sub-account is not told of the account above it."""
    found = told(of_the_main_account(Fetched(REQUEST, read(("grid01", "1"), ("x", "2")))))
    assert list(found) == ["sub-accounts"]
    assert isinstance(found["sub-accounts"], Seen)
    assert found["sub-accounts"].items == (SubAccount(name="grid01"), SubAccount(name="x"))


def test_a_catalogue_knows_whose_the_rows_are() -> None:
    """A request about all sub-accounts that does not say it would be read as nobody's."""
    with pytest.raises(ValueError, match="whose"):
        Catalogue((replace(REQUEST, whose=None),))
    with pytest.raises(ValueError, match="whose"):
        Catalogue((replace(REQUEST, asked=Asked.ACCOUNT),))


# -- what is spared ----------------------------------------------------------------------------


def test_what_shows_everything_spares_asking_name_by_name() -> None:
    """Its proof is the proof of what need not be asked; its rows stay its own."""
    whole = Fetched(REQUEST, read(("a", "1")))
    entry = spared(REQUEST, whole)
    assert entry is not None
    assert not entry.read.rows
    assert entry.read.evidence == whole.read.evidence


@pytest.mark.parametrize(
    "whole",
    [
        None,
        Fetched(REQUEST, Read()),
        Fetched(REQUEST, read(reason=Reason(cause=Cause.EXCHANGE_CODE, request="all"))),
        # One of its calls was answered, another one was not.
        Fetched(
            REQUEST,
            joined(
                [
                    read(("a", "1")),
                    read(reason=Reason(cause=Cause.EXCHANGE_CODE, request="all")),
                ]
            ),
        ),
    ],
)
def test_nothing_else_spares_it(whole: Fetched | None) -> None:
    """Not asked, or not answered to the end: then each name has to be asked about."""
    assert spared(REQUEST, whole) is None


def test_a_loop_names_requests_of_the_catalogue() -> None:
    """A slip in an id would leave something unasked."""
    plain = replace(REQUEST, id="plain", asked=Asked.ACCOUNT, whose=None)
    for over, by in (("gone", ""), ("plain", "gone"), ("each", "")):
        loop = Loop(over, "name", lambda rows: [row.owner for row in rows], spared_by=by)
        with pytest.raises(ValueError, match="shows no names"):
            Catalogue((plain, replace(plain, id="each", loop=loop)))
