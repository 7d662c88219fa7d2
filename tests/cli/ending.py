"""A ``readiness scan`` in a process of its own that ends badly: ``ending.py HOW``."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from typing import Any

from tests.cli import fakes

from readiness.cli import main


def waits(*_: Any, **__: Any) -> None:
    """A scan that asks and gets no answer."""
    sys.stdout.write("asking\n")
    sys.stdout.flush()
    time.sleep(600)


def full_disk(answer: Callable[..., Any]) -> Callable[..., Any]:
    """A scan in the middle of which the disk fills up."""

    def scan_accounts(*arguments: Any, **options: Any) -> Any:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        return answer(*arguments, **options)

    return scan_accounts


if __name__ == "__main__":
    fakes.install(lambda modules, name, module: modules.__setitem__(name, module))
    module: Any = sys.modules["readiness.scan"]
    module.scan_accounts = waits if sys.argv[1] == "waits" else full_disk(module.scan_accounts)
    sys.exit(main(["scan", "okx-main", "--format", "json"]))
