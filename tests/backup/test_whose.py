"""Whose key it is could not be told: nobody's history may stand in for another's."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from tests.backup.support import Vault

from readiness.backup import BackupError, BackupUsageError
from readiness.simulator import BinanceAccount, Fault

ONLY: Final = ("sapi/v1/convert/tradeFlow",)
ACCOUNT: Final = "api/v3/account"
SUB_TEST: Final = "sapi/v1/sub-account/transfer/subUserHistory"


def vault(folder: Path, parent: str | None = None) -> Vault:
    return Vault(
        folder / "x", BinanceAccount(), exchange="binance", only=ONLY, parent=parent, attempts=1
    )


def test_a_known_directory_wants_to_know_whose_key_it_is(tmp_path: Path) -> None:
    """It may be another account's key by now; the next run can tell."""
    saved = vault(tmp_path)
    assert saved.save().complete
    saved.simulator.fault(ACCOUNT, Fault.html())
    before = (saved.folder / "manifest.json").read_bytes()
    with pytest.raises(BackupError, match="did not tell whose key it is"):
        saved.run()
    assert (saved.folder / "manifest.json").read_bytes() == before
    saved.simulator.clear_faults()
    assert saved.save().complete


def test_the_main_accounts_key_is_refused_for_a_sub_account_once_it_is_proved(
    tmp_path: Path,
) -> None:
    """A question that failed proves nothing."""
    saved = vault(tmp_path, parent="above")
    with pytest.raises(BackupUsageError, match="is that of a main account"):
        saved.run()
    saved.simulator.fault(SUB_TEST, Fault.html())
    assert saved.save().uid


def test_what_a_sub_account_was_asked_for_in_doubt_is_not_held_against_it(tmp_path: Path) -> None:
    """Its key was taken for a main account's, whose lists it cannot have."""
    sub = BinanceAccount().sub_account("grid@example.com", key="k" * 64)
    lists = (*ONLY, "sapi/v1/sub-account/universalTransfer")
    saved = Vault(tmp_path / "x", sub, exchange="binance", only=lists, attempts=1)
    saved.simulator.fault(SUB_TEST, Fault.html())
    assert not saved.save().complete
    saved.simulator.clear_faults()
    manifest = saved.save()
    assert manifest.complete
    assert [record.request for record in manifest.lists] == [*ONLY]
