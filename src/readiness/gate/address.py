"""An API address: scheme, host and port, compared exactly."""

from dataclasses import dataclass

import httpx

_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Address:
    """Where an exchange's API is reached."""

    scheme: str
    host: str
    port: int

    @classmethod
    def of(cls, url: httpx.URL | str) -> "Address":
        """The address that a URL points to."""
        parsed = httpx.URL(url)
        port = parsed.port
        if port is None:
            port = _DEFAULT_PORTS.get(parsed.scheme, 0)
        return cls(parsed.scheme, parsed.raw_host.decode(), port)

    @property
    def host_header(self) -> str:
        """What a ``Host`` header must say."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if _DEFAULT_PORTS.get(self.scheme) == self.port else f"{host}:{self.port}"

    def __str__(self) -> str:
        """The address as the beginning of a URL."""
        return f"{self.scheme}://{self.host_header}"
