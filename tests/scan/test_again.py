"""One scanner, many scans: what it remembers of one scan for the next."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.scan.support import Bank, bank

from readiness.config import CredentialError, load_credentials
from readiness.domain.verdict import Verdict
from readiness.scan import Scanner, ScanUsageError, jobs
from readiness.simulator import OkxAccount

Step = Callable[[str], Awaitable[Verdict]]


def with_one_scanner(here: Bank, story: Callable[[Step], Awaitable[None]]) -> None:
    """Tell a story in which one scanner scans account after account, as they are then."""
    here.config()  # what is confirmed in it was found out by a scan in a loop of its own

    async def tell() -> None:
        environ: dict[str, str] = {}
        scanner = Scanner(environ=environ, wall_clock=here.wall_clock)

        async def step(name: str) -> Verdict:
            environ.clear()
            environ.update(here.environ())
            return (await scanner.scan(here.config(), [name])).report.verdict

        await story(step)

    asyncio.run(tell())


def two() -> tuple[OkxAccount, OkxAccount]:
    return OkxAccount(), OkxAccount()


def test_an_account_can_be_scanned_again_with_another_key() -> None:
    """A key that was replaced, by one of the same account or of another, is no conflict."""
    first, other = two()
    with bank({"main": first, "spare": other}) as here:

        async def story(scan: Step) -> None:
            here.accounts = {"main": first}
            assert await scan("main") is Verdict.READY
            assert await scan("main") is Verdict.READY
            here.accounts = {"main": other}
            assert await scan("main") is Verdict.READY
            here.accounts = {"main": first}
            assert await scan("main") is Verdict.READY

        with_one_scanner(here, story)


def test_accounts_that_swap_their_keys_come_to_rest() -> None:
    """For one scan it looks like a copied key; once each has shown its new one, all is well."""
    first, other = two()
    with bank({"one": first, "two": other}) as here:

        async def story(scan: Step) -> None:
            await scan("one")
            await scan("two")
            here.accounts = {"one": other, "two": first}
            with pytest.raises(ScanUsageError, match=r"accounts\.two and accounts\.one"):
                await scan("one")
            for name in ("two", "one", "two"):
                assert await scan(name) is Verdict.READY

        with_one_scanner(here, story)


def test_a_copied_key_is_found_in_scans_of_their_own() -> None:
    """Each of the two says so, again and again, until one has a key of its own."""
    first, other = two()
    with bank({"one": first, "two": other}) as here:

        async def story(scan: Step) -> None:
            here.accounts = {"one": first, "two": first}
            assert await scan("one") is Verdict.READY
            for name in ("two", "one", "two"):
                with pytest.raises(ScanUsageError, match="both keys belong to the same"):
                    await scan(name)
            here.accounts = {"one": first, "two": other}
            assert await scan("two") is Verdict.READY
            assert await scan("one") is Verdict.READY

        with_one_scanner(here, story)


@pytest.mark.parametrize("gone", ["rejected", "missing"])
def test_a_key_that_moved_to_another_name_is_no_copy(gone: str) -> None:
    """Once the old entry's key is rejected or missing, it stands in nobody's way."""
    account = OkxAccount()
    keyless = OkxAccount(account.uid)
    key = account.keys[0]
    keyless.keys = [
        replace(key, secret="another") if gone == "rejected" else replace(key, passphrase="")
    ]
    with bank({"one": account}) as here:

        async def story(scan: Step) -> None:
            assert await scan("one") is Verdict.READY
            here.accounts = {"one": keyless, "two": account}
            if gone == "missing":
                with pytest.raises(CredentialError):
                    await scan("one")
            else:
                assert await scan("one") is Verdict.REFUSED
            assert await scan("two") is Verdict.READY

        with_one_scanner(here, story)


def test_a_slow_source_of_keys_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """While one account's key is being fetched, another account is scanned to its end."""
    accounts = {"slow": OkxAccount(), "quick": OkxAccount()}
    may_go_on = threading.Event()

    def load(account: Any, *rest: Any) -> Any:
        if account.name == "slow":
            assert may_go_on.wait(30)
        return load_credentials(account, *rest)

    monkeypatch.setattr(jobs, "load_credentials", load)
    with bank(accounts) as here:
        config = here.config()

        async def race() -> list[Verdict]:
            scanner = Scanner(environ=here.environ(), wall_clock=here.wall_clock)
            slow = asyncio.create_task(scanner.scan(config, ["slow"]))
            quick = await scanner.scan(config, ["quick"])
            assert not slow.done()
            may_go_on.set()
            return [quick.report.verdict, (await slow).report.verdict]

        assert asyncio.run(race()) == [Verdict.READY, Verdict.READY]


def test_whoever_stops_waits_for_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """A source of keys that hangs does not hold up the end of the process."""
    asked, may_go_on = threading.Event(), threading.Event()

    def load(*_: Any) -> Any:
        asked.set()
        may_go_on.wait(30)

    with bank() as here:
        config = here.config()  # before that: it may take a scan, which has a key
        monkeypatch.setattr(jobs, "load_credentials", load)

        async def stop() -> None:
            scan = Scanner(environ=here.environ()).scan(config, ["main"])
            task = asyncio.create_task(scan)
            await asyncio.to_thread(asked.wait, 30)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

        asyncio.run(stop())
        assert not may_go_on.is_set()
        may_go_on.set()
