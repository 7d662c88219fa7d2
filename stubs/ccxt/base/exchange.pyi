# A list for api, not a string: sign() reads its first item, and of "private" that is "p", unsigned.
# Only what this project uses of ccxt 4.5: it builds and signs a request, and sends nothing.
from collections.abc import Mapping
from typing import Any, TypedDict

class Signed(TypedDict):
    url: str
    method: str
    headers: dict[str, str] | None
    body: str | None

class Exchange:
    id: str
    version: str
    hostname: str | None
    urls: dict[str, Any]
    api: dict[str, Any]
    options: dict[str, Any]
    exceptions: dict[str, Any]
    apiKey: str | None
    secret: str | None
    password: str | None
    uid: str | None

    def __init__(self, config: Mapping[str, Any] = ...) -> None: ...
    def nonce(self) -> int: ...
    def milliseconds(self) -> int: ...
    def sign(
        self,
        path: str,
        api: list[str] = ...,
        method: str = ...,
        params: Mapping[str, Any] = ...,
    ) -> Signed: ...
