"""What owns a socket: where it goes, and what it is told."""

import asyncio
from pathlib import Path

import pytest
from tests.gate.host import Host, ask, serving

from readiness.gate.client import authorities, sockets


def test_everything_goes_through_the_proxy() -> None:
    """It is told the whole address, and nobody else is asked where that is."""

    async def work() -> list[str]:
        host = Host()
        async with serving(host) as proxy, sockets(proxy) as owner:
            assert await ask(owner, "http://nowhere.invalid/a?b=c") == 204
        return host.lines

    assert asyncio.run(work()) == ["GET http://nowhere.invalid/a?b=c HTTP/1.1"]


def test_the_environment_has_no_say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whom to trust is not read from it; a file that is not there would be an error."""
    authorities.cache_clear()
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none"))
    sockets(None)
    assert authorities.cache_info().currsize == 1
