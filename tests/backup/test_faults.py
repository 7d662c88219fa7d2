"""Whatever goes wrong with a list, it is never complete, and the manifest says why.

By default a sample of the matrix, another one for each list; ``READINESS_MATRIX=full`` runs
every cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from zlib import crc32

import pytest
from tests.backup.okx_account import LATE, applying, rich
from tests.backup.support import Vault
from tests.exchanges.support import FULL

from readiness.backup import ListStatus, verify
from readiness.exchanges.okx.catalogue import CATALOGUE
from readiness.simulator import Fault

FAULTS: Final = (
    Fault.html(),
    Fault.empty(),
    Fault.truncated(),
    Fault.deep(),
    Fault.corrupt_gzip(),
    Fault.body("null"),
    Fault.body("[]"),
    Fault.body('{"data": []}'),
    Fault.status(403, "<html>"),
    Fault.status(404),
    Fault.status(500),
    Fault.status(503),
    Fault.too_many(None),
    Fault.redirect("http://127.0.0.1:1/"),
    Fault.error("50026", "system error", status=500),
    Fault.error("50001", status=503),
    Fault.error("50014", status=400),
    Fault.error("50110", status=401),
    Fault.error("51000"),
    Fault.error("98765", "nobody knows"),
    Fault.rows(None),
    Fault.rows({}),
    Fault.rows("text"),
    Fault.no_rows(),
    Fault.row(None),
    Fault.row("text"),
    Fault.row([]),
    Fault.row({}),
    Fault.duplicate_key(),
    Fault.envelope(code=1),
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
SAMPLED: Final = 4
MEANT: Final = {
    ("finance/simple-earn-fixed/order-list", name)
    for name in ("http 404", "paging same_page", "paging endless")
} | {("tradingBot/signal/orders-algo-history", "code 50014")}
"""A refusal that the policy lists, told of in test_run.py; and the simulator serves that list,
of which nobody documents the pages, whole."""

ACCOUNTS: Final = {mode: rich(mode) for mode in (1, 3)}


def cells() -> Iterator[tuple[str, Fault]]:
    for path in CATALOGUE.history:
        first = crc32(path.encode())
        number = len(FAULTS) if FULL else SAMPLED
        # Seven has no divisor in common with the number of faults: all of them get their turn.
        chosen = [FAULTS[(first + 7 * step) % len(FAULTS)] for step in range(number)]
        yield from ((path, fault) for fault in chosen if (path, fault.name) not in MEANT)


def test_every_list_is_in_an_account_of_the_matrix() -> None:
    """None is left out."""
    assert {path for mode in ACCOUNTS for path in applying(mode)} == set(CATALOGUE.history)


@pytest.mark.sampled(5)
@pytest.mark.matrix
@pytest.mark.parametrize(
    ("path", "fault"), list(cells()), ids=lambda value: getattr(value, "name", value)
)
def test_a_list_with_a_fault_is_never_complete(tmp_path: Path, path: str, fault: Fault) -> None:
    """Neither is the backup, until the fault is gone and it was gone on with."""
    account = ACCOUNTS[LATE.get(path, 3)]
    each = CATALOGUE.history[path].each
    needed = (path, *(over for over in (each.over if each else ()) if over in CATALOGUE.history))
    vault = Vault(tmp_path / "x", account, only=needed, attempts=1, most=3)
    vault.simulator.fault(path, fault)
    manifest = vault.save()
    record = manifest.record(path)
    assert record is not None
    assert record.status is ListStatus.INCOMPLETE
    assert record.reason
    assert record.ranges == ()
    assert not manifest.complete
    vault.simulator.clear_faults()
    mended = vault.save()
    assert mended.complete
    found = mended.record(path)
    assert found is not None
    assert found.reason is None
    # An endless list has invented rows; those stay, since somebody showed them.
    assert found.rows >= len(account.rows(path))
    assert {check.wrong for check in verify(vault.folder)[1]} == {""}
