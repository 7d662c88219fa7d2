"""Which words about an OKX key prove that it can only read."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.matrix.memory import World
from tests.matrix.okx_rig import OKX
from tests.matrix.test_fault_key import beyond_the_key

from readiness.domain.key import ActingKey
from readiness.domain.verdict import Verdict
from readiness.simulator import Fault, OkxAccount

PERMISSIONS: Final[dict[str, bool | None]] = {
    # True: may be used; False: refused; None: no answer that anybody understands.
    "read_only": True,
    " read_only ": True,
    "read_only,read_only": True,
    "read_only,trade": False,
    "trade": False,
    "withdraw": False,
    "read_only,withdraw,trade": False,
    "trade,read_only": False,
    "read_only,": False,
    ",": False,
    "": False,
    "READ_ONLY": False,
    "read-only": False,
    "readonly": False,
    "read_only,loan": False,
    "read_only;trade": False,
    "read_only trade": False,
    "read_only\u200b": False,
    "r\u0435ad_only": False,
}


@pytest.mark.parametrize("perm", PERMISSIONS)
def test_only_exactly_read_only_may_be_used(perm: str) -> None:
    """Any other word, known or not, is a power to act: refused, and nothing else is asked."""
    here = World({"main": OkxAccount(settings={"perm": perm})})
    report = here.scan()
    if PERMISSIONS[perm]:
        assert report.verdict is Verdict.READY
    else:
        assert (report.verdict, report.exit_code) == (Verdict.REFUSED, 3)
        assert isinstance(report.accounts[0].key, ActingKey)
        assert beyond_the_key(OKX, here) == set()


@pytest.mark.parametrize("perm", [None, 5, True, [], ["read_only"], {"read_only": True}], ids=repr)
def test_permissions_of_another_type_prove_nothing(perm: Any) -> None:
    """What is not text is no list of permissions: incomplete, and nothing else is asked."""
    here = World({"main": OkxAccount(settings={"perm": perm})})
    report = here.scan()
    assert (report.verdict, report.exit_code) == (Verdict.INCOMPLETE, 11)
    assert beyond_the_key(OKX, here) == set()


@pytest.mark.parametrize("field", ["uid", "perm"])
def test_a_key_without_owner_or_permissions_proves_nothing(field: str) -> None:
    """Both are needed to say anything about a key."""
    here = World()
    here.line.fault(OKX.key, Fault.no_field(field))
    assert here.scan().verdict is Verdict.INCOMPLETE
    assert beyond_the_key(OKX, here) == set()


@pytest.mark.parametrize("value", ["", None, True, [], {}], ids=repr)
def test_an_owner_that_is_none_proves_nothing(value: Any) -> None:
    """Without an owner a copied key could not be told from another account's."""
    here = World()
    here.line.fault(OKX.key, Fault.field("uid", value))
    assert here.scan().verdict is Verdict.INCOMPLETE
    assert beyond_the_key(OKX, here) == set()


@pytest.mark.parametrize("rows", [[], [{}, {}]], ids=repr)
def test_not_exactly_one_description_proves_nothing(rows: list[Any]) -> None:
    """One key has one description."""
    here = World()
    here.line.fault(OKX.key, Fault.rows(rows))
    assert here.scan().verdict is Verdict.INCOMPLETE
    assert beyond_the_key(OKX, here) == set()


@pytest.mark.parametrize("mode", ["", "5", "0", "x"])
def test_an_account_mode_nobody_documents_leaves_nothing_out(mode: str) -> None:
    """In an unknown mode everything is asked that could make sense in any."""
    here = World({"main": OkxAccount(settings={"acctLv": mode})})
    here.report()
    asked = set(here.line.paths())
    wanted = {
        request.id
        for request in OKX.catalogue
        if request.feeds and request.asked.value in ("account", "main-only", "service")
    }
    assert wanted <= asked
