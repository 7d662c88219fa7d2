"""A whole backup: every row once, exactly as it was sent."""

from __future__ import annotations

from pathlib import Path

from tests.backup.support import Vault, plain

from readiness.backup import verify
from readiness.simulator import rows


def test_every_row_is_saved_once_and_as_it_was_sent(tmp_path: Path) -> None:
    """Three pages and a bit, with fields that nobody has documented yet."""
    vault = Vault(tmp_path / "saved", only=("asset/bills-history",))
    planted = [rows.funding_bill() | {"newField": {"x": [1, None]}} for _ in range(307)]
    vault.account.put("asset/bills-history", *planted)
    manifest = vault.save()
    assert plain(vault.rows("asset/bills-history"), "billId") == plain(planted, "billId")
    assert manifest.complete
    assert manifest.lists[0].rows == 307
    checks = verify(vault.folder)[1]
    assert [check.wrong for check in checks] == ["", ""]
