"""Key first: whatever is wrong with that answer, nothing else is asked."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.exchanges.support import FULL
from tests.matrix import faults
from tests.matrix.faults import Tries, Wrong
from tests.matrix.memory import World
from tests.matrix.rigs import RIGS, Rig

from readiness.domain.key import ActingKey, RejectedKey, UnprovenKey
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict
from readiness.simulator import Fault, OkxAccount

KEY: Final = "account/config"
CLOCK: Final = "public/time"


def beyond_the_key(world: World) -> set[str]:
    """What was asked that is neither the clock nor the key."""
    return set(world.line.paths()) - {KEY, CLOCK}


@pytest.mark.parametrize("rig", RIGS, ids=lambda rig: rig.exchange)
@pytest.mark.parametrize("wrong", list(faults.every()), ids=lambda wrong: wrong.fault.name)
def test_a_failed_question_about_the_key(rig: Rig, wrong: Wrong) -> None:
    """Rejected is refused (3), restricted is blocked (10), all else incomplete (11).

    Nothing more is asked, and no area is clear.
    """
    here = rig.clean(3)
    here.account.funding("USDT", "1")
    here.line.fault(KEY, wrong.fault)
    report = here.scan()
    account = report.accounts[0]
    assert beyond_the_key(here) == set()
    if wrong.code in faults.REJECTED_CODES:
        assert (report.verdict, report.exit_code) == (Verdict.REFUSED, 3)
        assert isinstance(account.key, RejectedKey)
    elif wrong.code in faults.EITHER_CODES:
        assert (report.verdict, report.exit_code) in (
            (Verdict.REFUSED, 3),
            (Verdict.INCOMPLETE, 11),
        )
    else:
        blocked = wrong.code in faults.BLOCKING_CODES
        expected = (Verdict.BLOCKED, 10) if blocked else (Verdict.INCOMPLETE, 11)
        assert (report.verdict, report.exit_code) == expected
        assert isinstance(account.key, UnprovenKey)
    states = {row.status for row in account.coverage if not row.area.startswith("manual.")}
    assert states <= {Status.UNKNOWN}
    tries = here.line.paths().count(KEY)
    assert tries == {Tries.ALL: here.attempts, Tries.ONCE: 1, Tries.TWICE: 2}[wrong.tries]


PASSING: Final = [wrong for wrong in faults.every() if wrong.tries is not Tries.ONCE]


@pytest.mark.matrix
@pytest.mark.parametrize("rig", RIGS, ids=lambda rig: rig.exchange)
@pytest.mark.parametrize(
    "wrong", PASSING if FULL else PASSING[::5], ids=lambda wrong: wrong.fault.name
)
def test_a_question_that_succeeds_at_last(rig: Rig, wrong: Wrong) -> None:
    """A fault that passes by itself does not matter: the scan goes on and is ready."""
    here = rig.clean(3)
    here.line.fault(KEY, wrong.fault, times=1)
    report = here.report()
    assert report.verdict is Verdict.READY
    assert here.line.paths().count(KEY) == 2


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
        assert beyond_the_key(here) == set()


@pytest.mark.parametrize("perm", [None, 5, True, [], ["read_only"], {"read_only": True}], ids=repr)
def test_permissions_of_another_type_prove_nothing(perm: Any) -> None:
    """What is not text is no list of permissions: incomplete, and nothing else is asked."""
    here = World({"main": OkxAccount(settings={"perm": perm})})
    report = here.scan()
    assert (report.verdict, report.exit_code) == (Verdict.INCOMPLETE, 11)
    assert beyond_the_key(here) == set()


@pytest.mark.parametrize("field", ["uid", "perm"])
def test_a_key_without_owner_or_permissions_proves_nothing(field: str) -> None:
    """Both are needed to say anything about a key."""
    here = World()
    here.line.fault(KEY, Fault.no_field(field))
    assert here.scan().verdict is Verdict.INCOMPLETE
    assert beyond_the_key(here) == set()


@pytest.mark.parametrize("value", ["", None, True, [], {}], ids=repr)
def test_an_owner_that_is_none_proves_nothing(value: Any) -> None:
    """Without an owner a copied key could not be told from another account's."""
    here = World()
    here.line.fault(KEY, Fault.field("uid", value))
    assert here.scan().verdict is Verdict.INCOMPLETE
    assert beyond_the_key(here) == set()


@pytest.mark.parametrize("rows", [[], [{}, {}]], ids=repr)
def test_not_exactly_one_description_proves_nothing(rows: list[Any]) -> None:
    """One key has one description."""
    here = World()
    here.line.fault(KEY, Fault.rows(rows))
    assert here.scan().verdict is Verdict.INCOMPLETE
    assert beyond_the_key(here) == set()


@pytest.mark.parametrize("mode", ["", "5", "0", "x"])
def test_an_account_mode_nobody_documents_leaves_nothing_out(mode: str) -> None:
    """In an unknown mode everything is asked that could make sense in any."""
    here = World({"main": OkxAccount(settings={"acctLv": mode})})
    here.report()
    asked = set(here.line.paths())
    for rig in RIGS[:1]:
        wanted = {
            request.id
            for request in rig.catalogue
            if request.feeds and request.asked.value in ("account", "main-only", "service")
        }
        assert wanted <= asked


def test_the_recording_counts_what_the_report_says() -> None:
    """The report's count of requests is what really left."""
    here = World()
    report = here.report()
    assert report.requests.sent == len(here.line.sent)
    assert report.requests.refused == 0
