"""A ``readiness.scan`` that answers what it is told: the seam below the command line."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, NamedTuple

from tests.report.samples import EVERY_VERDICT, READ_ONLY, report

from readiness.domain.decision import Closure
from readiness.domain.key import KeyProof
from readiness.domain.report import Report
from readiness.domain.snapshot import Snapshot
from readiness.domain.verdict import FailOn, Verdict


class ScanUsageError(Exception):
    """As in the real module."""


@dataclass(frozen=True)
class Check:
    """As in the real module."""

    name: str
    status: str
    detail: str
    mend: str = ""


class Scanned(NamedTuple):
    """As in the real module."""

    report: Report
    snapshots: Mapping[str, Snapshot]


@dataclass
class FakeScan:
    """What the scan answers, and how it was called."""

    verdict: Verdict = Verdict.BLOCKED
    raises: BaseException | None = None
    proof: KeyProof | Closure = READ_ONLY
    checks: tuple[Check, ...] = ()
    calls: list[dict[str, Any]] = field(default_factory=list)

    def scan_accounts(
        self,
        config: Any,
        names: Sequence[str],
        *,
        environ: Mapping[str, str],
        fail_on: FailOn,
        progress: Any,
        force: bool = False,
    ) -> Scanned:
        """Answer the verdict that was set."""
        del environ
        self.calls.append(
            {"config": config, "names": tuple(names), "fail_on": fail_on, "force": force}
        )
        progress.step("okx-main", 1, 2, "account/config")
        if self.raises:
            raise self.raises
        return Scanned(report(EVERY_VERDICT[self.verdict], fail_on=fail_on), {})

    def prove_key(
        self, config: Any, name: str, *, environ: Mapping[str, str], force: bool = False
    ) -> KeyProof | Closure:
        """Answer the proof that was set."""
        del environ
        self.calls.append({"config": config, "name": name, "force": force})
        if self.raises:
            raise self.raises
        return self.proof

    def diagnose(
        self, config: Any, *, environ: Mapping[str, str], force: bool = False
    ) -> Iterator[Check]:
        """Answer the checks that were set."""
        del environ
        self.calls.append({"config": config, "force": force})
        yield from self.checks


def install(put: Callable[[Any, str, ModuleType], None], **answers: Any) -> FakeScan:
    """Put a fake in place of ``readiness.scan``."""
    fake = FakeScan(**answers)
    module = ModuleType("readiness.scan")
    for name in ("scan_accounts", "prove_key", "diagnose"):
        setattr(module, name, getattr(fake, name))
    module.ScanUsageError = ScanUsageError  # type: ignore[attr-defined]
    module.Check = Check  # type: ignore[attr-defined]
    put(sys.modules, "readiness.scan", module)
    return fake


def main(verdict: str, *arguments: str) -> int:
    """Run a command with a fake scan; for processes of their own."""
    from readiness.cli import main as real_main

    install(
        lambda modules, name, module: modules.__setitem__(name, module), verdict=Verdict(verdict)
    )
    return real_main(arguments)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
