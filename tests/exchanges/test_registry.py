"""Which exchanges there are: typed from the fact sheet a second time, hosts above all."""

from __future__ import annotations

import math
from typing import Final

import ccxt
from tests.each import each

from readiness.exchanges.interface import ExchangeInfo
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.route import Limit, Per

# id, family, ccxt class, title: hosts by the beginning of the paths
HOSTS: Final = """
okx okx okx OKX (global): openapi.okx.com www.okx.com
okx-eea okx myokx OKX EEA: eea.okx.com
okx-us okx okxus OKX US and AU: us.okx.com app.okx.com
bybit bybit bybit Bybit (global): api.bybit.com api.bytick.com
bybit-eu bybit bybiteu Bybit EU: api.bybit.eu
bybit-nl bybit bybit Bybit Netherlands: api.bybit.nl
bybit-tr bybit bybit Bybit Türkiye: api.bybit.tr
bybit-kz bybit bybit Bybit Kazakhstan: api.bybit.kz
bybit-ae bybit bybit Bybit UAE: api.bybit.ae
bybit-id bybit bybitid Bybit Indonesia: api.bybit.id
bybit-ge bybit bybit Bybit Georgia: api.bybitgeorgia.ge
kraken kraken kraken Kraken: api.kraken.com
kraken-futures kraken-futures krakenfutures Kraken Futures: futures.kraken.com
"""
EQUALS: Final = tuple(f"api{which}.binance.com" for which in ("", "-gcp", *"1234"))
PREFIXED: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "binance": {
        "/api": EQUALS,
        "/sapi": EQUALS,
        **{f"/{letter}api": (f"{letter}api.binance.com",) for letter in "fdep"},
    },
    "kucoin": {"": ("api.kucoin.com",), "futures:": ("api-futures.kucoin.com",)},
}
# What a counter of calls holds, and by how much it falls in a second.
TIERS: Final = {"starter": (15, 0.33), "intermediate": (20, 0.5), "pro": (20, 1.0)}


def test_exchanges_and_their_hosts() -> None:
    """A key goes to the exchange that gave it, and nowhere else."""
    told = {"binance": "binance binance Binance", "kucoin": "kucoin kucoin KuCoin"}
    hosts = dict(PREFIXED)
    for line in HOSTS.strip().splitlines():
        head, _, names = line.partition(": ")
        id_, _, rest = head.partition(" ")
        told[id_], hosts[id_] = rest, {"": tuple(names.split())}
    assert {
        id_: f"{info.family} {info.ccxt_id} {info.title}" for id_, info in EXCHANGES.items()
    } == told
    assert {id_: dict(info.hosts) for id_, info in EXCHANGES.items()} == hosts
    assert [id_ for id_, info in EXCHANGES.items() if info.id != id_] == []


@each("info", EXCHANGES.values())
def test_keys_are_what_ccxt_signs_with(info: ExchangeInfo) -> None:
    """A key has a passphrase where the exchange gives one, and only there."""
    needed = getattr(ccxt, info.ccxt_id)().requiredCredentials
    named = {"key": "apiKey", "secret": "secret", "passphrase": "password"}
    wanted = tuple(field for field, theirs in named.items() if needed[theirs])
    assert info.credential_fields == wanted
    assert info.module == f"readiness.exchanges.{info.family.replace('-', '_')}"


def test_what_only_some_have() -> None:
    """Tiers, companies of a similar name, and who is a part of another."""
    tiers = {
        name: Limit(most, math.ceil(most / falls), Per.KEY, pool="/0/private", decays=True)
        for name, (most, falls) in TIERS.items()
    }
    given = {id_: info.tiers for id_, info in EXCHANGES.items() if info.tiers}
    assert {id_: dict(of) for id_, of in given.items()} == {"kraken": tiers}
    assert [*EXCHANGES["kraken"].tiers] == [*TIERS]
    others = {id_: sorted(info.namesakes) for id_, info in EXCHANGES.items() if info.namesakes}
    assert others == {
        "binance": ["binance.us"],
        "kucoin": ["kucoin.au", "kucoin.eu", "kucoin.th", "kucoin.tr"],
    }
    assert {id_: info.part_of for id_, info in EXCHANGES.items() if info.part_of} == {
        "kraken-futures": "kraken"
    }
    assert [id_ for id_, info in EXCHANGES.items() if not info.lists_sub_accounts] == ["kraken"]
