"""Nobody waits between two tries."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.exchanges.support import no_waiting


@pytest.fixture(autouse=True)
def _at_once() -> Iterator[None]:
    with no_waiting():
        yield
