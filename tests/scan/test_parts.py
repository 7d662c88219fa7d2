"""A Kraken account with its futures: two APIs with a key each, and one entry of the report."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from tests.exchanges.embedded import EMBEDDED
from tests.exchanges.support import Line, no_waiting
from tests.matrix.memory import PORTS, in_memory, left_to_a_person

from readiness.config import AccountConfig, Config, Env, Network, Schedule
from readiness.config.names import env_prefix
from readiness.domain.decision import Confirmation, Decisions
from readiness.domain.report import AccountReport, CoverageRow, Report, Status
from readiness.domain.verdict import Verdict
from readiness.scan import ScanUsageError, scan_accounts
from readiness.simulator import Fault, KrakenAccount, KrakenFuturesAccount, kraken_futures_rows

FUTURES: Final = (
    "orders.futures-usdm",
    "orders.futures-coinm",
    "positions.futures-usdm",
    "positions.futures-coinm",
    "wallet.futures-usdm",
    "wallet.futures-coinm",
)
_V3: Final = "derivatives/api/v3"


class Both:
    """Both exchanges, with an account at each."""

    def __init__(self, *, part: bool = True, parent: str | None = "main") -> None:
        self.spot = KrakenAccount()
        self.futures = KrakenFuturesAccount()
        self.futures.settings["iiban"] = iban(self.spot)
        self._ports = {"kraken": next(PORTS), "kraken-futures": next(PORTS)}
        accounts = {"kraken": self.spot, "kraken-futures": self.futures}
        self.lines = {
            name: Line(EMBEDDED[name].serve([account], limits=False))
            for name, account in accounts.items()
        }
        self.entries: dict[str, tuple[str, Any, str | None]] = {"main": ("kraken", self.spot, None)}
        if part:
            self.entries["futures"] = ("kraken-futures", self.futures, parent)
        self.confirmed: tuple[str, ...] = left_to_a_person("kraken")

    def scan(self, *names: str) -> Report:
        lines = {self._ports[name]: line for name, line in self.lines.items()}
        with in_memory(lines), no_waiting():
            return scan_accounts(self.config(), names, environ=self.environ()).report

    def report(self, *names: str) -> AccountReport:
        (report,) = self.scan(*names).accounts
        return report

    def config(self) -> Config:
        today = time.strftime("%Y-%m-%d", time.gmtime())
        return Config(
            path=Path("test.toml"),
            accounts={
                name: AccountConfig(
                    name,
                    exchange,
                    credentials=Env(),
                    base_url=f"http://127.0.0.1:{self._ports[exchange]}",
                    parent=parent,
                )
                for name, (exchange, _, parent) in self.entries.items()
            },
            network=Network(timeout=5, attempts=2, deadline=60),
            decisions=Decisions(
                confirmations=tuple(
                    Confirmation.model_validate({"account": "main", "item": item, "on": today})
                    for item in self.confirmed
                    if item != "futures" or "futures" not in self.entries
                )
            ),
            watch=Schedule(),
        )

    def environ(self) -> dict[str, str]:
        return {
            name: value
            for alias, (exchange, account, _) in self.entries.items()
            for name, value in EMBEDDED[exchange].environ(env_prefix(alias), account).items()
        }


def iban(account: KrakenAccount) -> str:
    """The number under which the spot API tells whose a key is."""
    return f"AA00 N84G {account.uid[:4]} {account.uid[-4:]}"


def row(report: AccountReport, area: str, scope: str = "main") -> CoverageRow:
    (found,) = [each for each in report.coverage if (each.area, each.scope) == (area, scope)]
    return found


def areas(report: AccountReport) -> set[str]:
    return {entry.area for entry in report.coverage}


@pytest.mark.parametrize("names", [(), ("main",), ("futures",)])
def test_ready_only_if_both_are_empty(names: tuple[str, ...]) -> None:
    """Naming either scans both; what was read twice and is empty everywhere is ready."""
    both = Both()
    report = both.report(*names)
    assert report.verdict is Verdict.READY
    assert (report.account, report.exchange) == ("main", "kraken")
    assert {row(report, area).status for area in FUTURES} == {Status.CLEAR}
    assert "manual.futures" not in areas(report)
    assert report.requests.sent == sum(len(line.sent) for line in both.lines.values())
    wallets = [each.path for each in both.lines["kraken-futures"].sent]
    assert wallets.count(f"{_V3}/accounts") == 2


PLANTED: Final[dict[str, tuple[Callable[[Both], object], str]]] = {
    "a position": (
        lambda both: both.futures.put(
            f"{_V3}/openpositions", kraken_futures_rows.open_position(symbol="PI_XBTUSD")
        ),
        "positions.futures-coinm",
    ),
    "an order": (
        lambda both: both.futures.put(f"{_V3}/openorders", kraken_futures_rows.open_order()),
        "orders.futures-usdm",
    ),
    "collateral": (
        lambda both: both.futures.collateral("USD", "0.01"),
        "wallet.futures-usdm",
    ),
    "spot": (lambda both: both.spot.balance("ZUSD", "0.01"), "wallet.spot"),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_blocked_by_either(planted: str) -> None:
    """One thing on one side, and exactly its area says so."""
    plant, area = PLANTED[planted]
    both = Both()
    plant(both)
    report = both.report()
    assert report.verdict is Verdict.BLOCKED
    held = {each.area for each in report.coverage if each.status is Status.HOLDING}
    assert held >= {area}
    assert {each.partition(".")[0] for each in held} <= {area.partition(".")[0], "positions"}


def test_without_the_part_a_person_has_to_look() -> None:
    """What nobody configured is not taken for empty."""
    both = Both(part=False)
    both.confirmed = tuple(item for item in both.confirmed if item != "futures")
    report = both.report()
    assert report.verdict is Verdict.UNCONFIRMED
    assert row(report, "manual.futures").status is Status.MANUAL
    assert not areas(report) & set(FUTURES)
    assert both.lines["kraken-futures"].sent == []


def test_a_part_by_itself_speaks_of_itself_alone() -> None:
    """Without a parent it has an entry of its own, which asks for a look at the rest."""
    both = Both(parent=None)
    report = next(each for each in both.scan().accounts if each.account == "futures")
    assert report.verdict is Verdict.UNCONFIRMED
    assert row(report, "manual.spot").status is Status.MANUAL
    whole = next(each for each in both.scan("main").accounts)
    assert row(whole, "manual.futures").status is Status.MANUAL


def test_whose_key_it_is_nobody_tells() -> None:
    """A person has to compare, where Kraken does not tell the number of the account."""
    both = Both()
    both.futures.settings["iiban"] = None
    report = both.report()
    assert report.verdict is Verdict.UNCONFIRMED
    assert row(report, "manual.futures-key").status is Status.MANUAL
    both.confirmed = (*both.confirmed, "futures-key")
    assert both.report().verdict is Verdict.READY


def test_a_key_of_another_account_is_refused() -> None:
    """Two numbers that differ are two accounts: nothing is asked with the key, or used."""
    both = Both()
    both.futures.settings["iiban"] = "AA00 N84G SOMB ODYS"
    both.futures.collateral("USD", "5")
    report = both.report()
    assert report.verdict is Verdict.REFUSED
    assert {row(report, area).status for area in FUTURES} == {Status.UNKNOWN}
    (told,) = [each for each in report.findings if each.rule == "key-refused"]
    assert (told.variant, told.subject) == ("other-whole", "futures")
    assert {each.path for each in both.lines["kraken-futures"].sent} == {
        f"{_V3}/tickers",
        "api/auth/v1/api-keys/v3/check",
    }


@pytest.mark.parametrize(
    "permissions",
    [
        ("general.FULL_ACCESS", "transfer.NO_ACCESS"),
        ("general.READ_ONLY", "transfer.FULL_ACCESS"),
        ("general.READ_ONLY", "transfer.SOMETHING_NEW"),
    ],
)
def test_a_key_that_can_act_is_refused(permissions: tuple[str, ...]) -> None:
    """The run says so, and the account's own areas are still told."""
    both = Both()
    both.futures.change_key(permissions=permissions)
    both.spot.balance("ZUSD", "5")
    whole = both.scan()
    assert (whole.verdict, whole.exit_code) == (Verdict.REFUSED, 3)
    report = whole.accounts[0]
    assert {row(report, area).status for area in FUTURES} == {Status.UNKNOWN}
    assert row(report, "account.key").status is Status.HOLDING
    assert row(report, "wallet.spot").status is Status.HOLDING


def test_a_key_that_is_rejected() -> None:
    """The service for keys has one word for it, whatever the error is called."""
    both = Both()
    both.lines["kraken-futures"].fault(
        "api/auth/v1/api-keys/v3/check", Fault.error("authenticationError")
    )
    report = both.report()
    assert report.verdict is Verdict.REFUSED
    (told,) = [each for each in report.findings if each.rule == "key-refused"]
    assert (told.subject, told.reasons[0].code) == ("futures", "unauthorized")


@pytest.mark.parametrize("pattern", ["*", "api/auth/v1/api-keys/v3/check", f"{_V3}/*"])
def test_a_host_that_does_not_answer(pattern: str) -> None:
    """Its areas are unknown, what the other side saw is told, and the account is incomplete."""
    both = Both()
    both.lines["kraken-futures"].fault(pattern, Fault.status(503), None)
    report = both.report()
    assert report.verdict is Verdict.INCOMPLETE
    assert {row(report, area).status for area in FUTURES} == {Status.UNKNOWN}
    assert row(report, "wallet.spot").status is Status.CLEAR
    assert "manual.futures" not in areas(report)


def test_shared_areas_are_clear_only_if_both_sides_are() -> None:
    """Movements are looked for on both sides, in one area."""
    for exchange, path in (("kraken-futures", "api/history/v3/account-log"), ("kraken", "Ledgers")):
        both = Both()
        both.lines[exchange].fault(path, Fault.status(503), None)
        report = both.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert row(report, "transfers.internal").status is Status.UNKNOWN


def test_a_main_key_that_can_act_is_the_only_one_that_is_asked() -> None:
    """Nothing else is asked, with no key."""
    both = Both()
    both.spot.change_key(permissions=("query-funds", "withdraw-funds"))
    assert both.report().verdict is Verdict.REFUSED
    assert both.lines["kraken-futures"].sent == []


def test_one_key_for_two_accounts_is_a_copy() -> None:
    """A copied key of a part must not stand in for another account's."""
    both = Both()
    both.entries["other"] = ("kraken-futures", both.futures, None)
    with pytest.raises(ScanUsageError, match="same Kraken Futures account"):
        both.scan()
