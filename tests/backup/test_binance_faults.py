"""Whatever goes wrong with a list of Binance's, it is never complete, and the manifest says why.

By default a sample of the matrix, another one for each list; ``READINESS_MATRIX=full`` runs
every cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from zlib import crc32

import pytest
from tests.backup.binance import Past, owner, shortened
from tests.backup.support import Vault
from tests.exchanges.support import FULL

from readiness.backup import ListStatus, verify
from readiness.simulator import BinanceAccount, Fault, Quirk
from readiness.simulator.binance.routes import ROUTES

FAULTS: Final = (
    Fault.html(),
    Fault.empty(),
    Fault.truncated(),
    Fault.deep(),
    Fault.corrupt_gzip(),
    Fault.body("null"),
    Fault.body("true"),
    Fault.body('{"rows": null}'),
    Fault.body('{"success": false, "msg": "no"}'),
    Fault.status(403, "<html>"),
    Fault.status(418),
    Fault.status(451),
    Fault.status(500),
    Fault.status(503),
    Fault.too_many(None),
    Fault.redirect("http://127.0.0.1:1/"),
    Fault.error("-1000", "unknown"),
    Fault.error("-1007", "no answer"),
    Fault.error("-1022", "the signature"),
    Fault.error("-1121", "no such symbol"),
    Fault.error("-1127", "too long"),
    Fault.error("-2015", "the key"),
    Fault.error("-4047", "too long"),
    Fault.error("-98765", "nobody knows"),
    Fault.rows(None),
    Fault.rows("text"),
    Fault.row(None),
    Fault.row("text"),
    Fault.row([]),
    Fault.row({}),
    Fault.same_page(),
    Fault.endless(),
    Fault.closed(),
    Fault.aborted(),
    Fault.cut(),
    Fault.reset(),
    Fault.hang(),
    Fault.stall(),
    Fault.content_length(7),
    Fault.content_length(-7),
)
SAMPLED: Final = 1
LISTS: Final = {entry.id: entry for entry in shortened(20) if entry.applies({"kind": "main"})}
NAMES: Final = (
    "api/v3/exchangeInfo",
    "fapi/v1/exchangeInfo",
    "dapi/v1/exchangeInfo",
    "eapi/v1/exchangeInfo",
    "sapi/v1/margin/isolated/account",
    "sapi/v1/sub-account/list",
    "sapi/v1/mining/pub/algoList",
    "papi/v1/balance",
)
"""What is asked first: rubbish there must not pass for the absence of names."""


HONEST: Final = {("papi/v1/balance", Fault.body("[]").name)}
"""Who has nothing there is answered so."""


def _account() -> BinanceAccount:
    account = owner()
    Past.of(account)
    return account


ACCOUNT: Final = _account()


def means_nothing(name: str, fault: Fault) -> bool:
    """Whether a list has no pages that could be served wrongly."""
    return fault.quirk is not Quirk.NONE and ROUTES[LISTS[name].route.path[1:]].paging is None


def cells() -> Iterator[tuple[str, Fault]]:
    for name in LISTS:
        first = crc32(name.encode())
        number = len(FAULTS) if FULL else SAMPLED
        # Seven has no divisor in common with the number of faults: all of them get their turn.
        chosen = [FAULTS[(first + 7 * step) % len(FAULTS)] for step in range(number)]
        yield from ((name, fault) for fault in chosen if not means_nothing(name, fault))


def vault_of(folder: Path, name: str) -> Vault:
    """A vault for one list, and for those that name what it asks about."""
    each = LISTS[name].each
    needed = (name, *(over for over in (each.over if each else ()) if over in LISTS))
    return Vault(
        folder,
        ACCOUNT,
        "binance",
        only=needed,
        lists=tuple(LISTS.values()),
        attempts=1,
        most=3,
    )


@pytest.mark.sampled(4)
@pytest.mark.matrix
@pytest.mark.parametrize(
    ("name", "fault"), list(cells()), ids=lambda value: getattr(value, "name", value)
)
def test_a_list_with_a_fault_is_never_complete(tmp_path: Path, name: str, fault: Fault) -> None:
    """Neither is the backup, until the fault is gone and it was gone on with."""
    vault = vault_of(tmp_path / "x", name)
    vault.simulator.fault(LISTS[name].route.path[1:], fault)
    manifest = vault.save()
    record = manifest.record(name)
    assert record is not None
    assert record.status in (ListStatus.INCOMPLETE, ListStatus.REFUSED)
    assert record.reason
    assert record.ranges == ()
    assert not manifest.complete
    vault.simulator.clear_faults()
    assert vault.save().complete
    assert {check.wrong for check in verify(vault.folder)[1]} <= {""}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("source", NAMES)
@pytest.mark.parametrize("fault", [Fault.html(), Fault.body("[]"), Fault.error("-1000", "?")])
def test_names_with_a_fault_leave_a_list_incomplete(
    tmp_path: Path, source: str, fault: Fault
) -> None:
    """An empty list of an exchange's symbols is not believed either."""
    name = next(
        name
        for name, entry in LISTS.items()
        if entry.each and source in entry.each.over and not entry.id.startswith("papi/v1/um")
    )
    vault = vault_of(tmp_path / "x", name)
    vault.simulator.fault(source, fault)
    manifest = vault.save()
    record = manifest.record(name)
    assert record is not None
    if (source, fault.name) in HONEST:
        assert record.status is ListStatus.COMPLETE
        return
    assert record.status is ListStatus.INCOMPLETE
    assert not manifest.complete
    vault.simulator.clear_faults()
    assert vault.save().complete
