"""Where a key may be sent: an official API host, or this machine."""

from pathlib import Path

import pytest
from tests.config.support import load, refusal


def text(url: str) -> str:
    return f'[accounts.a]\nexchange = "okx"\nbase_url = "{url}"\n'


@pytest.mark.parametrize(
    ("given", "normalised"),
    [
        ("https://www.okx.com", "https://www.okx.com"),
        ("https://www.okx.com/", "https://www.okx.com"),
        ("https://www.okx.com:443", "https://www.okx.com"),
        ("HTTPS://OpenAPI.okx.COM", "https://openapi.okx.com"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("https://127.255.0.9", "https://127.255.0.9"),
        ("http://localhost:1", "http://localhost:1"),
        ("http://LOCALHOST:65535", "http://localhost:65535"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_accepted(tmp_path: Path, given: str, normalised: str) -> None:
    """Official hosts over https, and loopback in any way."""
    assert load(tmp_path, text(given)).accounts["a"].base_url == normalised


@pytest.mark.parametrize(
    "url",
    [
        "",
        "www.okx.com",
        "//www.okx.com",
        "http://www.okx.com",
        "ftp://www.okx.com",
        "https://okx.com",
        "https://www.okx.com.",
        "https://www.okx.com:8443",
        "https://www.okx.com:0443",
        "https://www.okx.com:",
        "https://www.okx.com//",
        "https://www.okx.com/api",
        "https://www.okx.com/?x",
        "https://www.okx.com?x",
        "https://www.okx.com#x",
        "https://www.okx.com\\\\@evil.example",
        "https://www.okx.com@evil.example",
        "https://user@www.okx.com",
        "https://user:pass@www.okx.com",
        "https://www.okx.com.evil.example",
        "https://www.0kx.com",
        "https://www-okx.com",
        "https://evil.example/www.okx.com",
        "https://www.o\\u212Ax.com",  # the Kelvin sign lower-cases to a plain k
        "https://www.\\u043Ekx.com",
        "https://www\\u3002okx.com",
        "https://xn--kx-emc.com",
        " https://www.okx.com",
        "https://www.okx.com\\n",
        "https://www.okx.com\\t",
        "https://www.\\nokx.com",
        "https://%77ww.okx.com",
        "http://127.0.0.1@evil.example",
        "http://127.0.0.1:80@evil.example",
        "http://127.0.0.1.evil.example",
        "http://127.0.0.1.",
        "http://127.1",
        "http://2130706433",
        "http://0x7f000001",
        "http://0x7f.0.0.1",
        "http://0177.0.0.1",
        "http://127.0.0.01",
        "http://127.0.0.256",
        "http://128.0.0.1",
        "http://0.0.0.0",
        "http://10.0.0.1",
        "http://localhost.",
        "http://localhost.evil.example",
        "http://foo.localhost",
        "http://localhost:0",
        "http://localhost:65536",
        "http://localhost:99999999",
        "http://localhost/x",
        "http://[::1]x",
        "http://[::1%25lo]",
        "http://[::ffff:127.0.0.1]",
        "http://[::]",
        "http://::1",
        "http://①②⑦.0.0.1",
        "https://api.binance.com",
    ],
)
def test_refused(tmp_path: Path, url: str) -> None:
    """Everything else: lookalikes, tricks, other machines, plain http to an official host."""
    (problem,) = refusal(tmp_path, text(url)).problems
    assert (problem.line, problem.key) == (3, "accounts.a.base_url")
    assert "https://openapi.okx.com" in problem.remedy


def test_host_of_another_company(tmp_path: Path) -> None:
    """A host that belongs to another entity says which one to configure."""
    error = refusal(tmp_path, text("https://eea.okx.com"))
    assert "is an API host of OKX EEA" in str(error)
    assert 'exchange = "okx-eea"' in str(error)
