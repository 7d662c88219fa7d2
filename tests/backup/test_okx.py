"""Whole backups of OKX accounts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.backup.okx_account import applying, rich
from tests.backup.support import Vault, plain, statuses

from readiness.backup import verify
from readiness.exchanges.okx.catalogue import CATALOGUE


@pytest.mark.parametrize("mode", [1, 3])
def test_every_row_of_every_list_comes_out_once_and_as_it_was_sent(
    tmp_path: Path, mode: int
) -> None:
    """In every account mode; what a mode does not have is not asked for."""
    vault = Vault(tmp_path / "saved", rich(mode))
    manifest = vault.save()
    assert manifest.complete
    assert set(statuses(manifest)) == set(applying(mode))
    for path in applying(mode):
        identity = (*CATALOGUE.history[path].identity, "ts")[0]
        planted = vault.account.rows(path)
        assert plain(vault.rows(path), identity) == plain(planted, identity), path
    assert {check.wrong for check in verify(vault.folder)[1]} == {""}
