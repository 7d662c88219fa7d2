"""Every request x everything that can go wrong with it: never nothing there.

Here at the level of answers, exhaustively: the request goes through the gate and the real
session, and what came of it through the collector and the rules. `test_fault_scans` runs
whole scans over a sample of the same table.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from tests.exchanges.support import FULL, Desk, no_waiting
from tests.matrix import faults
from tests.matrix.faults import Tries, Wrong
from tests.matrix.rigs import RIGS, Rig

from readiness.domain.answer import NotOpened, Seen, Unknown
from readiness.domain.area import Area
from readiness.domain.decision import Confirmation, Decisions
from readiness.domain.key import Owner, OwnerKind, ReadOnlyKey
from readiness.domain.policy import Fallback, Outcome, Policy
from readiness.domain.report import AccountReport, Status
from readiness.domain.snapshot import AreaAnswer, Snapshot
from readiness.domain.verdict import Verdict, exit_code
from readiness.exchanges.catalogue import Asked, Call, Request
from readiness.exchanges.collect import Fetched, answers, fetch
from readiness.rules import assess
from readiness.simulator import Fault

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SUB = "grid01"
ATTEMPTS = 3


@dataclass
class Bench:
    """One request of one exchange, ready to be asked again and again."""

    rig: Rig
    request: Request
    desk: Desk

    @property
    def policy(self) -> Policy:
        """The exchange's policy, confined to what this request has to see."""
        areas = tuple(feed.area for feed in self.request.feeds if feed.proves)
        return self.rig.policy.model_copy(update={"areas": areas})

    @property
    def scope(self) -> Mapping[str, str]:
        return {self.request.scope_parameter: SUB} if self.request.scope_parameter else {}

    def asked(self) -> list[Call]:
        """The calls that make sense for this account."""
        return [call for call in self.request.calls if call.applies(self.desk.traits)]

    def sample(self, group: str) -> list[Wrong]:
        """The faults of a group: all of them, or every eighth, others for each request."""
        table = faults.in_group(group)
        offset = [request.id for request in self.rig.catalogue].index(self.request.id)
        return table if FULL else table[offset % 8 :: 8]

    def shortened(self) -> Bench:
        """The same request with a few of its calls, if not everything is wanted."""
        calls = self.asked()
        kept = tuple(calls if FULL else calls[:2] + calls[-1:] if len(calls) > 3 else calls)
        return Bench(self.rig, replace(self.request, calls=kept), self.desk)

    def fetch(self, *wrong: tuple[Wrong, dict[str, Any]]) -> list[Fetched]:
        """Ask once for each fault, everything else being honest."""

        async def all_of_them() -> list[Fetched]:
            found = []
            for entry, options in wrong:
                self.desk.line.clear()
                if entry.group:
                    self.desk.line.fault(self.request.id, entry.fault, **options)
                async with self.desk.session() as session:
                    found.append(
                        await fetch(
                            session, self.request, self.scope, self.desk.traits, lambda: NOW
                        )
                    )
                counts.append(self.desk.line.paths().count(self.request.id))
            return found

        counts: list[int] = []
        with no_waiting():
            found = asyncio.run(all_of_them())
        self.counts = counts
        return found

    def answers(self, fetched: Fetched) -> tuple[AreaAnswer, ...]:
        return answers([fetched], "main", self.desk.traits, self.policy)

    def judge(self, fetched: Fetched) -> AccountReport:
        """The report of an account of which this request is all there is."""
        owner = Owner(uid="1", main_uid="1", kind=OwnerKind.MAIN)
        policy = self.policy
        snapshot = Snapshot(
            account="main",
            exchange=self.rig.exchange,
            started_at=NOW,
            finished_at=NOW,
            key=ReadOnlyKey(owner=owner, permissions=("read_only",)),
            answers=self.answers(fetched),
        )
        confirmed = tuple(
            Confirmation(account="main", item=item.item, on=NOW.date()) for item in policy.manual
        )
        return assess(snapshot, policy, Decisions(confirmations=confirmed), NOW.date())


NONE = Wrong("", Fault("nothing is wrong"), Tries.ONCE)


@cache
def bench(rig: Rig, name: str) -> Bench:
    """The request on a clean account that takes part in everything."""
    request = rig.catalogue[name]
    mode = next(mode for mode in "3124" if request.applies({"mode": mode}))
    desk = Desk(exchange=rig.exchange, mode=mode, attempts=ATTEMPTS)
    desk.account.mode = int(mode)
    for product in ("copy-trading", "p2p-merchant", "trading-team"):
        desk.account.join(product)
    if request.scope_parameter:
        desk.account.sub_account(SUB)
    return Bench(rig, request, desk)


def requests() -> list[Any]:
    return [
        pytest.param(rig, request.id, id=f"{rig.exchange}:{request.id}")
        for rig in RIGS
        for request in rig.catalogue
        if request.feeds and request.asked is not Asked.SERVICE
    ]


EVERY = pytest.mark.parametrize(("rig", "name"), requests())
GROUPS = pytest.mark.parametrize("group", faults.GROUPS)


def proven(request: Request) -> set[str]:
    """The areas that this request has to see before they can be clear."""
    return {feed.area.value for feed in request.feeds if feed.proves}


def fallback(bench: Bench, wrong: Wrong) -> Fallback | None:
    return bench.policy.fallback(bench.request.id, wrong.code) if wrong.code else None


@EVERY
def test_the_fault_free_twin_is_clear(rig: Rig, name: str) -> None:
    """Without a fault the request proves its areas empty, or these tests have no teeth."""
    on = bench(rig, name)
    (fetched,) = on.fetch((NONE, {}))
    found = {entry.area: entry.answer for entry in on.answers(fetched)}
    assert proven(on.request) <= set(found)
    for area in proven(on.request):
        answer = found[area]
        assert isinstance(answer, Seen)
        assert all(item.kind == "total" for item in answer.items), "only empty totals"
    if not on.request.scope_parameter:
        assert on.judge(fetched).verdict is Verdict.READY


@pytest.mark.matrix
@GROUPS
@EVERY
def test_a_fault_is_never_nothing_there(rig: Rig, name: str, group: str) -> None:
    """All calls of a request fail in one way: its areas are unknown, and nothing is ready.

    Only a code that the policy lists for this very request means anything else.
    """
    on = bench(rig, name).shortened()
    table = on.sample(group)
    found = on.fetch(*((wrong, {}) for wrong in table))
    for wrong, fetched, count in zip(table, found, on.counts, strict=True):
        check(on, wrong, fetched)
        least, most = expected_tries(wrong)
        assert least * len(on.asked()) <= count <= most * len(on.asked()), wrong


def check(on: Bench, wrong: Wrong, fetched: Fetched) -> None:
    """All calls have failed alike."""
    assert fetched.read.evidence == (), f"{wrong}: a failed look proves something"
    assert {reason.request for reason in fetched.read.reasons} == {on.request.id}, wrong
    listed = fallback(on, wrong)
    found = {entry.area: entry.answer for entry in on.answers(fetched)}
    for area in proven(on.request):
        if listed and listed.outcome is Outcome.NOT_OPENED:
            assert isinstance(found[area], NotOpened), wrong
        else:
            assert isinstance(found[area], Unknown), wrong
    if on.request.scope_parameter:
        return  # whole scans of sub-accounts have tests of their own
    report = on.judge(fetched)
    status = {row.area: row.status for row in report.coverage}
    if wrong.code in faults.BLOCKING_CODES:
        assert report.verdict is Verdict.BLOCKED, wrong
        return
    for area in proven(on.request):
        if listed is None:
            assert status[area] is Status.UNKNOWN, wrong
        elif listed.outcome is Outcome.MANUAL:
            assert status[area] is Status.MANUAL, wrong
        else:
            assert status[area] is Status.NOT_OPENED, wrong
    expected = {
        None: Verdict.INCOMPLETE,
        Outcome.MANUAL: Verdict.UNCONFIRMED,
        Outcome.NOT_OPENED: Verdict.READY,
    }[listed.outcome if listed else None]
    looked = {row.area for row in report.coverage if row.confirmed_on is not None}
    if expected is Verdict.UNCONFIRMED and proven(on.request) <= looked:
        expected = Verdict.READY  # the person's look that the tool asks for covers it
    assert report.verdict is expected, wrong
    assert (exit_code(report.verdict) == 0) == (expected is Verdict.READY)


def expected_tries(wrong: Wrong) -> tuple[int, int]:
    """How often each call is made. The clock is set once, so later calls are made once."""
    return {
        Tries.ALL: (ATTEMPTS, ATTEMPTS),
        Tries.ONCE: (1, 1),
        Tries.TWICE: (1, 2),
    }[wrong.tries]


@pytest.mark.matrix
@GROUPS
@EVERY
def test_one_failing_call_is_enough(rig: Rig, name: str, group: str) -> None:
    """Of several calls one fails: the area is unknown, whatever the others have seen."""
    on = bench(rig, name)
    if len(on.asked()) < 2:
        return
    on = on.shortened()
    calls = on.asked()
    table = on.sample(group)
    # Each fault hits another call, so that every call is hit many times.
    plan = [(wrong, calls[number % len(calls)]) for number, wrong in enumerate(table)]
    orders = [(wrong, {"when": only(call, calls)}) for wrong, call in plan]
    for (wrong, call), fetched in zip(plan, on.fetch(*orders), strict=True):
        assert fetched.read.reasons, (wrong, call)
        assert len(fetched.read.evidence) == len(calls) - 1, (wrong, call)
        listed = fallback(on, wrong)
        found = {entry.area: entry.answer for entry in on.answers(fetched)}
        for area in proven(on.request):
            kind = Seen if listed and listed.outcome is Outcome.NOT_OPENED else Unknown
            assert isinstance(found[area], kind), (wrong, call)
        if listed is None:
            assert on.judge(fetched).verdict in (Verdict.INCOMPLETE, Verdict.BLOCKED), wrong


def only(call: Call, calls: list[Call]) -> Any:
    """Whether a query is that of one call and of no other."""
    others = {name for other in calls for name in other.params}

    def when(query: Mapping[str, str]) -> bool:
        mine = {name: value for name, value in query.items() if name in others}
        return mine == dict(call.params)

    return when


@pytest.mark.matrix
@GROUPS
@EVERY
def test_what_passes_by_itself_leaves_no_trace(rig: Rig, name: str, group: str) -> None:
    """A fault that ends before the tries do: the answer is the fault-free one."""
    on = bench(rig, name)
    table = [wrong for wrong in on.sample(group) if wrong.tries is not Tries.ONCE]
    calls = on.asked()
    times = [(1 if wrong.tries is Tries.TWICE else ATTEMPTS - 1) for wrong in table]
    # With one call only, so that every fault hits the same request again.
    single = replace(on.request, calls=tuple(calls[:1]))
    alone = Bench(rig, single, on.desk)
    (twin,) = alone.fetch((NONE, {}))
    orders = [(wrong, {"times": n}) for wrong, n in zip(table, times, strict=True)]
    found = alone.fetch(*orders)
    for wrong, fetched, n, count in zip(table, found, times, alone.counts, strict=True):
        assert alone.answers(fetched) == alone.answers(twin), wrong
        assert count == n + 1, wrong


@EVERY
def test_a_listed_code_counts_only_as_listed(rig: Rig, name: str) -> None:
    """A code of another request's fallback, or a listed one at 429, leaves the area unknown."""
    on = bench(rig, name).shortened()
    elsewhere = {code for entry in on.policy.fallbacks for code in entry.codes} - listed(on)
    orders = [wrong(code, 200) for code in sorted(elsewhere)]
    orders += [wrong(code, 429) for code in sorted(listed(on))]
    assert_unknown(on, orders)


@EVERY
def test_a_server_error_proves_nothing(rig: Rig, name: str) -> None:
    """A listed code in the body of a server error means nothing: 5xx is unknown, always."""
    on = bench(rig, name).shortened()
    statuses = (500, 502, 503) if FULL else (503,)
    assert_unknown(on, [wrong(code, s) for code in sorted(listed(on)) for s in statuses])


def listed(on: Bench) -> set[str]:
    """The codes by which the policy lets this request fall back on something."""
    entries = [entry for entry in on.policy.fallbacks if on.request.id in entry.requests]
    return {code for entry in entries for code in entry.codes}


def assert_unknown(on: Bench, orders: list[Wrong]) -> None:
    found = on.fetch(*((entry, {}) for entry in orders))
    spared = []
    for entry, fetched in zip(orders, found, strict=True):
        by_area = {answer.area: answer.answer for answer in on.answers(fetched)}
        unknown = all(isinstance(by_area[area], Unknown) for area in proven(on.request))
        if not on.request.scope_parameter:
            verdict = on.judge(fetched).verdict
            unknown = unknown and verdict in (Verdict.INCOMPLETE, Verdict.BLOCKED)
        if not unknown:
            spared.append(entry)
    assert spared == []


def wrong(code: str, status: int) -> Wrong:
    fault = Fault.error(code, "made-up words", status=status)
    return Wrong("code", Fault(f"{code} at {status}", fault.change), Tries.ONCE, code)


@EVERY
def test_what_was_seen_before_the_fault_stays(rig: Rig, name: str) -> None:
    """One call shows something and another fails: what was seen still blocks."""
    on = bench(rig, name)
    calls = on.asked()
    if len(calls) < 2:
        return
    case = next(case for case in rig.cases[name] if case.call)
    desk = Desk(exchange=rig.exchange, mode=on.desk.mode)
    desk.account.mode = int(desk.mode)
    case.arrange(desk.account)
    other = next(call for call in calls if dict(call.params) != dict(case.call))
    codes = [
        code
        for entry in on.policy.fallbacks
        if name in entry.requests
        for code in entry.codes
        if code.isdigit() and len(code) > 3
    ]
    faulty = Bench(rig, on.request, desk)
    for code in ("50026", "99999", *codes):
        (fetched,) = faulty.fetch((wrong(code, 200), {"when": only(other, calls)}))
        report = faulty.judge(fetched)
        area = on.request.feeds[0].area
        assert any(finding.area == area.value for finding in report.findings), code
        if area is not Area.ACCOUNT_TOTALS:
            assert report.verdict is Verdict.BLOCKED, code
