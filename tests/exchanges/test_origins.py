"""To which host a request goes, with and without ``base_url``."""

import pytest

from readiness.exchanges.registry import EXCHANGES

SPOT = "https://api.binance.com"
USUAL = {
    "/api": SPOT,
    "/sapi": SPOT,
    "/fapi": "https://fapi.binance.com",
    "/dapi": "https://dapi.binance.com",
    "/eapi": "https://eapi.binance.com",
    "/papi": "https://papi.binance.com",
}
BINANCE = EXCHANGES["binance"]


def test_each_family_of_paths_has_its_host() -> None:
    """Five hosts behind one account."""
    assert BINANCE.origins() == USUAL
    assert BINANCE.api_hosts[0] == "api.binance.com"
    assert len(set(BINANCE.api_hosts)) == len(BINANCE.api_hosts) == 10


def test_an_address_on_this_machine_stands_in_for_all_of_them() -> None:
    """A simulator answers every path."""
    assert set(BINANCE.origins("http://127.0.0.1:8080").values()) == {"http://127.0.0.1:8080"}


@pytest.mark.parametrize("host", ["api1.binance.com", "api-gcp.binance.com"])
def test_an_official_host_stands_in_for_its_equals(host: str) -> None:
    """Futures are not answered there, so they go on to their own host."""
    chosen = f"https://{host}"
    assert BINANCE.origins(chosen) == {**USUAL, "/api": chosen, "/sapi": chosen}


def test_a_host_without_equals_changes_nothing() -> None:
    """It is already the host of its paths."""
    assert BINANCE.origins("https://fapi.binance.com") == USUAL


@pytest.mark.parametrize(
    ("path", "hosts"),
    [
        ("/sapi/v1/account/info", 6),
        ("/api/v3/account", 6),
        ("/fapi/v3/account", 1),
        ("/dapi/v1/account", 1),
    ],
)
def test_the_hosts_of_a_path(path: str, hosts: int) -> None:
    """Where there are several, each is as good as the first."""
    assert len(BINANCE.hosts_of(path)) == hosts


def test_okx_has_one_host_for_everything() -> None:
    """One prefix, and the first host is the usual one."""
    okx = EXCHANGES["okx"]
    assert okx.origins() == {"": "https://openapi.okx.com"}
    assert okx.origins("https://www.okx.com") == {"": "https://www.okx.com"}
    assert okx.hosts_of("/api/v5/account/balance") == ("openapi.okx.com", "www.okx.com")
