"""Who the key is: `account/config`, and the roles in `copytrading/config`."""

from __future__ import annotations

from readiness.simulator.okx.paging import Row
from readiness.simulator.okx.route import Asked


def account_config(asked: Asked) -> list[Row]:
    """Compute `account/config` for the key that asks."""
    account, key = asked.account, asked.key
    row: Row = {
        "acctLv": str(account.mode),
        "acctStpMode": "cancel_maker",
        "autoLoan": False,
        "ctIsoMode": "automatic",
        "enableSpotBorrow": False,
        "feeType": "0",
        "greeksType": "PA",
        "ip": ",".join(key.ips),
        "kycLv": "2",
        "label": key.label,
        "level": "Lv1",
        "levelTmp": "",
        "liquidationGear": "-1",
        "mainUid": account.main.uid,
        "mgnIsoMode": "automatic",
        "opAuth": "0",
        "perm": ",".join(key.permissions),
        "posMode": "net_mode",
        "roleType": "0",
        "settleCcy": "",
        "settleCcyList": [],
        "spotBorrowAutoRepay": False,
        "spotOffsetType": "",
        "spotRoleType": "0",
        "spotTraderInsts": [],
        "stgyType": "0",
        "traderInsts": [],
        "type": "0",
        "uid": account.uid,
    }
    return [row | account.settings]


def copy_config(asked: Asked) -> list[Row]:
    """Compute `copytrading/config` from the roles in the settings."""
    settings = asked.account.settings
    roles = (("SWAP", settings.get("roleType", "0")), ("SPOT", settings.get("spotRoleType", "0")))
    return [
        {
            "details": [_role(kind, str(role)) for kind, role in roles],
            "nickName": "made-up name",
            "portLink": "",
            "uniqueCode": "00MADEUPOWNER000",
        }
    ]


def _role(kind: str, role: str) -> Row:
    leads = role == "1"
    return {
        "copyTraderNum": "0" if leads else "",
        "instType": kind,
        "maxCopyTraderNum": "100" if leads else "",
        "profitSharingRatio": "0.1" if leads else "",
        "roleType": role,
    }
