"""How Kraken names assets: old names with X and Z in front, and endings for what is put to work.

Endings are those of the pages on balances and on Asset.S and Asset.M
(https://docs.kraken.com/api-reference/account-data/get-extended-balance and
https://support.kraken.com/hc/en-us/articles/360039879471, read 2026-08-21). The list of old
names is closed: Kraken gives none any more.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

OLD_NAMES: Final = {
    "XBT": "BTC",
    "XDG": "DOGE",
    "XETC": "ETC",
    "XETH": "ETH",
    "XLTC": "LTC",
    "XMLN": "MLN",
    "XREP": "REP",
    "XXBT": "BTC",
    "XXDG": "DOGE",
    "XXLM": "XLM",
    "XXMR": "XMR",
    "XXRP": "XRP",
    "XZEC": "ZEC",
    "ZAUD": "AUD",
    "ZCAD": "CAD",
    "ZEUR": "EUR",
    "ZGBP": "GBP",
    "ZJPY": "JPY",
    "ZUSD": "USD",
}
"""Names as the API has them, and as everybody else has them."""


class Place(StrEnum):
    """Where an amount stands that a balance shows under a name of its own."""

    WALLET = "wallet"
    FLEXIBLE = "flexible"
    BONDED = "bonded"
    STAKED = "staked"
    HELD = "held"


_ENDINGS: Final = {
    "F": Place.FLEXIBLE,  # Kraken Rewards, earning by themselves
    "M": Place.FLEXIBLE,  # opt-in rewards
    "B": Place.BONDED,
    "S": Place.STAKED,
    "P": Place.STAKED,  # bonded to a parachain
    "HOLD": Place.HELD,  # money from a bank that may not be withdrawn yet
}
"""What the documented endings mean; ``T`` (tokenized) is an asset like any other."""

_TERM: Final = re.compile(r"(?P<base>[A-Z]+)[0-9]{2}")
"""Staked for so many days: the days stand behind the asset (``DOT28.S``)."""


@dataclass(frozen=True)
class Name:
    """One of Kraken's names, understood as far as it is documented.

    Attributes:
        raw: the name as it came.
        asset: what it is an amount of.
        place: where that amount stands.
    """

    raw: str
    asset: str
    place: Place

    @property
    def told_apart(self) -> str:
        """What tells the amount from others of the same asset; empty for the wallet's own."""
        return "" if self.place is Place.WALLET else self.raw


def asset_of(raw: str) -> str:
    """An asset by the name that everybody uses; one that nobody knows keeps its own."""
    return OLD_NAMES.get(raw, raw)


def understood(raw: str) -> Name:
    """A name and its ending; with an ending that nobody documents it stays as it is."""
    base, dot, ending = raw.rpartition(".")
    place = _ENDINGS.get(ending)
    if not dot or not base or place is None:
        return Name(raw, asset_of(raw), Place.WALLET)
    term = _TERM.fullmatch(base) if place is Place.STAKED else None
    return Name(raw, asset_of(term["base"] if term else base), place)
