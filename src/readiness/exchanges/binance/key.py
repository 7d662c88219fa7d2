"""What Binance says about a key, and about the account behind it."""

from collections.abc import Mapping, Sequence
from typing import Final

from readiness.domain.key import ActingKey, Owner, OwnerKind, ReadOnlyKey
from readiness.exchanges.binance.catalogue.service import ACCOUNT_INFO, SPOT_ACCOUNT, SUB_TEST
from readiness.exchanges.binance.wire.account import AccountInfo, KeyRestrictions, SpotAccount
from readiness.exchanges.reader import Read

READING: Final = "enableReading"
_HARMLESS: Final = frozenset({READING, "enableFixReadOnly", "ipRestrict"})
"""Flags of a key that give it no power to act."""

_ABOUT_TIME: Final = frozenset({"createTime", "tradingAuthorityExpirationTime"})
"""Moments, not powers."""

_NOT_A_SUB_ACCOUNT: Final = "-12022"
"""What everybody but a sub-account is told who asks a sub-account's question."""

_NOBODY_YET: Final = Owner(uid="", main_uid="", kind=OwnerKind.MAIN)


def read_key(rows: Sequence[KeyRestrictions]) -> ReadOnlyKey | ActingKey:
    """Read-only means that reading is the only power that is not switched off.

    Every flag that is not plainly false counts, also one that nobody knows yet.
    """
    flags = rows[0].flags()
    powers = {
        name for name, value in flags.items() if name not in _ABOUT_TIME and value is not False
    }
    permissions = tuple(sorted(powers - {"ipRestrict"}))
    if powers - _HARMLESS or READING not in powers or flags[READING] is not True:
        return ActingKey(owner=None, permissions=permissions)
    return ReadOnlyKey(owner=_NOBODY_YET, permissions=permissions)


def identify(key: ReadOnlyKey, reads: Mapping[str, Read]) -> ReadOnlyKey:
    """Whose the key is, and which products the account has opened.

    What could not be read stays unsaid: nothing may be concluded from it.
    """
    uid = ""
    traits: dict[str, str] = {}
    for row in reads[SPOT_ACCOUNT.id].rows:
        assert isinstance(row, SpotAccount)  # noqa: S101 - the catalogue says so
        uid = row.uid
    for row in reads[ACCOUNT_INFO.id].rows:
        assert isinstance(row, AccountInfo)  # noqa: S101 - the catalogue says so
        traits = row.traits()
    answer = reads[SUB_TEST.id]
    if answer.evidence:
        kind = OwnerKind.SUB
        traits["kind"] = kind.value
    else:
        # If nobody knows, a main account's questions are asked: too many rather than too few.
        kind = OwnerKind.MAIN
        if any(reason.code == _NOT_A_SUB_ACCOUNT for reason in answer.reasons):
            traits["kind"] = kind.value
    main_uid = uid if traits.get("kind") == OwnerKind.MAIN.value else ""
    owner = Owner(uid=uid, main_uid=main_uid, kind=kind)
    return key.model_copy(update={"owner": owner, "traits": tuple(traits.items())})
