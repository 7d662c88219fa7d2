"""Every request x everything that can go wrong with it: never nothing there.

Here at the level of answers, exhaustively: the request goes through the gate and the real
session, and what came of it through the collector and the rules. `test_fault_scans` runs
whole scans over a sample of the same table.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from tests.exchanges.support import FULL, Desk, no_waiting
from tests.matrix import faults
from tests.matrix.faults import Tries, Wrong
from tests.matrix.rigs import EACH_RIG, RIGS, Rig

from readiness.domain.answer import NotOpened, Seen, Unknown
from readiness.domain.area import Area
from readiness.domain.decision import Confirmation, Decisions
from readiness.domain.key import Owner, OwnerKind, ReadOnlyKey
from readiness.domain.policy import Outcome, Policy
from readiness.domain.report import AccountReport, Status
from readiness.domain.snapshot import AreaAnswer, Snapshot
from readiness.domain.verdict import Verdict, exit_code
from readiness.exchanges.catalogue import Call, Request
from readiness.exchanges.collect import Fetched, answers
from readiness.rules import assess
from readiness.simulator import Fault

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ATTEMPTS = 3
MANY = 30
SLICE = 79


@cache
def confined(rig: Rig, areas: tuple[Area, ...]) -> Policy:
    """What is known of an exchange, if these were all the areas that it has."""
    return rig.policy.model_copy(update={"areas": areas})


@dataclass
class Stand:
    """One request of one exchange, ready to be asked again and again."""

    rig: Rig
    request: Request
    desk: Desk
    counts: list[int] = field(default_factory=list)

    @property
    def policy(self) -> Policy:
        """The exchange's policy, confined to what this request has to see."""
        return confined(self.rig, tuple(feed.area for feed in self.request.feeds if feed.proves))

    @property
    def scope(self) -> Mapping[str, str]:
        parameter = self.request.scope_parameter
        return {parameter: self.rig.sub} if parameter else {}

    @property
    def below(self) -> bool:
        """Whether it tells of sub-accounts: those are judged by whole scans only."""
        return bool(self.request.scope_parameter) or self.request.whose is not None

    def asked(self) -> list[Call]:
        """The calls that make sense for this account."""
        return [call for call in self.request.calls if call.applies(self.desk.traits)]

    def sample(self, group: str) -> list[Wrong]:
        """The faults of a group, or a slice of all, another one for each request."""
        table = self.rig.faults(self.request.id, group)
        names = [request.id for request in self.rig.asked()]
        # With no more slices than there are requests no fault is left out.
        slices = min(SLICE, len(names))
        return table if FULL else table[names.index(self.request.id) % slices :: slices]

    def shortened(self) -> Stand:
        """The same request with a few of its calls and one span, if not everything is wanted."""
        if FULL:
            return self
        calls, windows = self.asked(), self.request.windows
        few = calls[:2] + calls[-1:] if len(calls) > 3 else calls
        once = replace(windows, count=1) if windows else None
        return Stand(self.rig, replace(self.request, calls=tuple(few), windows=once), self.desk)

    def only(self, call: Call) -> Stand:
        """The same request with one of its calls, and one span."""
        windows = self.request.windows
        once = replace(windows, count=1) if windows else None
        return Stand(self.rig, replace(self.request, calls=(call,), windows=once), self.desk)

    def fetch(self, *wrong: tuple[Wrong, dict[str, Any]]) -> list[Fetched]:
        """Ask once for each fault, everything else being honest."""
        self.counts = []

        async def all_of_them() -> list[Fetched]:
            found = []
            for entry, options in wrong:
                self.desk.line.clear()
                if entry.group:
                    self.rig.fault(self.desk.line, self.request.id, entry.fault, **options)
                async with self.desk.session() as session:
                    found.append(await self.desk.look(session, self.request, self.scope))
                self.counts.append(self.rig.count(self.desk.line, self.request.id))
            return found

        with no_waiting():
            return asyncio.run(all_of_them())

    def honest(self) -> tuple[Fetched, int]:
        """What comes of it without a fault, and how many requests that takes."""
        (fetched,) = self.fetch((NONE, {}))
        return fetched, self.counts[0]

    def answers(self, fetched: Fetched) -> tuple[AreaAnswer, ...]:
        return answers([fetched], "main", self.desk.traits, self.policy)

    def fallback(self, wrong: Wrong) -> Outcome | None:
        """What the policy says of the code for this very request; unknown is the usual case."""
        if not wrong.code:
            return None
        entry = self.policy.fallback(self.request.id, wrong.code, self.desk.traits)
        return None if entry is None or entry.outcome is Outcome.UNKNOWN else entry.outcome

    def judge(self, fetched: Fetched) -> AccountReport:
        """The report of an account of which this request is all there is."""
        owner = Owner(uid="1", main_uid="1", kind=OwnerKind.MAIN)
        policy = self.policy
        traits = tuple(self.desk.traits.items())
        snapshot = Snapshot(
            account="main",
            exchange=self.rig.exchange,
            started_at=NOW,
            finished_at=NOW,
            key=ReadOnlyKey(owner=owner, permissions=("read_only",), traits=traits),
            answers=self.answers(fetched),
        )
        confirmed = tuple(
            Confirmation(account="main", item=item.item, on=NOW.date()) for item in policy.manual
        )
        return assess(snapshot, policy, Decisions(confirmations=confirmed), NOW.date())


NONE = Wrong("", Fault("nothing is wrong"), Tries.ONCE)


@cache
def stand(rig: Rig, name: str) -> Stand:
    """The request on a clean account that takes part in everything."""
    request = rig.catalogue[name]
    desk = Desk(rig.account_for(request), rig.exchange, ATTEMPTS, NOW.timestamp)
    return Stand(rig, request, desk)


def requests() -> list[Any]:
    return [
        pytest.param(rig, request.id, id=f"{rig}:{request.id}")
        for rig in RIGS
        for request in rig.asked()
    ]


EVERY = pytest.mark.parametrize(("rig", "name"), requests())
GROUPS = pytest.mark.parametrize("group", faults.GROUPS if FULL else ("",))
"""By kind where everything is tried; a sample runs through all of them."""


def proven(request: Request) -> set[str]:
    """The areas that this request has to see before they can be clear."""
    return {feed.area.value for feed in request.feeds if feed.proves}


@pytest.mark.sampled(3)
@EVERY
def test_the_fault_free_twin_is_clear(rig: Rig, name: str) -> None:
    """Without a fault the request proves its areas empty, or these tests have no teeth."""
    on = stand(rig, name)
    fetched, count = on.honest()
    spans = on.request.windows.count if on.request.windows else 1
    assert on.request.loop is not None or count == len(on.asked()) * spans
    assert count > 0
    found = {entry.area: entry.answer for entry in on.answers(fetched)}
    assert proven(on.request) <= set(found)
    for area in proven(on.request):
        answer = found[area]
        assert isinstance(answer, Seen)
        allowed = {"total", "sub-account"} if on.below else {"total"}
        assert {item.kind for item in answer.items} <= allowed, "only empty totals"
    if not on.below:
        assert on.judge(fetched).verdict is Verdict.READY


@pytest.mark.matrix
@GROUPS
@EVERY
def test_a_fault_is_never_nothing_there(rig: Rig, name: str, group: str) -> None:
    """All calls of a request fail in one way: its areas are unknown, and nothing is ready.

    Only a code that the policy lists for this very request means anything else.
    """
    on = stand(rig, name).shortened()
    table = on.sample(group)
    _, *found = on.fetch(*((wrong, {}) for wrong in (NONE, *table)))
    honest, *counts = on.counts
    for wrong, fetched, count in zip(table, found, counts, strict=True):
        check(on, wrong, fetched)
        least, most = expected_tries(wrong)
        # After some answers the other calls are not made any more.
        calls = 1 if wrong.code in rig.codes.stopping else honest
        assert least * calls <= count <= most * honest, wrong


def check(on: Stand, wrong: Wrong, fetched: Fetched) -> None:
    """All calls have failed alike."""
    assert fetched.read.evidence == (), f"{wrong}: a failed look proves something"
    assert {reason.request for reason in fetched.read.reasons} == {on.request.id}, wrong
    listed = on.fallback(wrong)
    found = {entry.area: entry.answer for entry in on.answers(fetched)}
    for area in proven(on.request):
        if listed is Outcome.NOT_OPENED:
            assert isinstance(found[area], NotOpened), wrong
        else:
            assert isinstance(found[area], Unknown), wrong
    if on.below:
        return  # whole scans of sub-accounts have tests of their own
    report = on.judge(fetched)
    status = {row.area: row.status for row in report.coverage}
    if wrong.code in on.rig.codes.restricting:
        assert report.verdict is Verdict.BLOCKED, wrong
        return
    for area in proven(on.request):
        if listed is None:
            assert status[area] is Status.UNKNOWN, wrong
        elif listed is Outcome.MANUAL:
            assert status[area] is Status.MANUAL, wrong
        else:
            assert status[area] is Status.NOT_OPENED, wrong
    expected = {
        None: Verdict.INCOMPLETE,
        Outcome.MANUAL: Verdict.UNCONFIRMED,
        Outcome.NOT_OPENED: Verdict.READY,
    }[listed]
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


@pytest.mark.sampled(2)
@pytest.mark.matrix
@GROUPS
@EVERY
def test_one_failing_call_is_enough(rig: Rig, name: str, group: str) -> None:
    """Of several calls one fails: the area is unknown, whatever the others have seen."""
    on = stand(rig, name)
    if len(on.asked()) < 2:
        return
    on = on.shortened()
    calls = on.asked()
    whole, _ = on.honest()
    table = on.sample(group)
    # Each fault hits another call, so that every call is hit many times.
    plan = [(wrong, calls[number % len(calls)]) for number, wrong in enumerate(table)]
    orders = [(wrong, {"when": only(call, calls)}) for wrong, call in plan]
    for (wrong, call), fetched in zip(plan, on.fetch(*orders), strict=True):
        assert fetched.read.reasons, (wrong, call)
        proofs = len(whole.read.evidence) // len(calls)
        seen, others = len(fetched.read.evidence), proofs * (len(calls) - 1)
        assert seen <= others if wrong.code in rig.codes.stopping else seen == others, (wrong, call)
        listed = on.fallback(wrong)
        found = {entry.area: entry.answer for entry in on.answers(fetched)}
        for area in proven(on.request):
            kind = Seen if listed is Outcome.NOT_OPENED else Unknown
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


@pytest.mark.sampled(2)
@EVERY
def test_one_failing_span_is_enough(rig: Rig, name: str) -> None:
    """Of several spans of time one fails, the oldest or the newest: the area is unknown."""
    on = stand(rig, name)
    windows = on.request.windows
    if windows is None or windows.count < 2:
        return
    whole, count = on.honest()
    path = rig.path(name)
    began = {entry.params[windows.start] for entry in on.desk.line.sent if entry.path == path}
    assert len(began) == windows.count
    for start in (min(began), max(began)):
        order = {"when": lambda query, start=start: query[windows.start] == start}
        (fetched,) = on.fetch((rig.codes.wrong(min(rig.codes.unlisted)), order))
        missing = len(whole.read.evidence) // windows.count
        assert len(fetched.read.evidence) == len(whole.read.evidence) - missing
        assert on.counts == [count]
        found = {entry.area: entry.answer for entry in on.answers(fetched)}
        assert all(isinstance(found[area], Unknown) for area in proven(on.request))


@pytest.mark.sampled(5)
@pytest.mark.matrix
@GROUPS
@EVERY
def test_what_passes_by_itself_leaves_no_trace(rig: Rig, name: str, group: str) -> None:
    """A fault that ends before the tries do: the answer is the fault-free one."""
    on = stand(rig, name)
    table = [wrong for wrong in on.sample(group) if wrong.tries is not Tries.ONCE]
    times = [(1 if wrong.tries is Tries.TWICE else ATTEMPTS - 1) for wrong in table]
    # With one call only, so that every fault hits the same request again.
    alone = on.only(on.asked()[0])
    twin, honest = alone.honest()
    orders = [(wrong, {"times": n}) for wrong, n in zip(table, times, strict=True)]
    found = alone.fetch(*orders)
    for wrong, fetched, n, count in zip(table, found, times, alone.counts, strict=True):
        assert alone.answers(fetched) == alone.answers(twin), wrong
        assert count == n + honest, wrong


@pytest.mark.sampled(7)
@EVERY
def test_a_listed_code_counts_only_as_listed(rig: Rig, name: str) -> None:
    """A code of another request's fallback, or a listed one at 429, leaves the area unknown."""
    on = stand(rig, name).shortened()
    elsewhere = {code for entry in on.policy.fallbacks for code in entry.codes} - listed(on)
    # Many codes are sampled, others for each request.
    step = 1 if FULL or len(elsewhere) < MANY else 4
    offset = [request.id for request in rig.catalogue].index(name)
    orders = [rig.codes.wrong(code, 200) for code in sorted(elsewhere)[offset % step :: step]]
    orders += [rig.codes.wrong(code, 429) for code in sorted(listed(on))]
    assert_unknown(on, orders)


@EVERY
def test_a_listed_code_counts_only_for_such_accounts(rig: Rig, name: str) -> None:
    """Where a code means something for some accounts only, it means nothing for the others."""
    on = stand(rig, name).shortened()
    for entry in on.policy.fallbacks:
        if name not in entry.requests or not entry.when:
            continue
        for code in entry.codes:
            (fetched,) = on.fetch((rig.codes.wrong(code, 200), {}))
            for trait, value in entry.when.items():
                others = [{**on.desk.traits, **entry.when, trait: f"not {value}"}]
                others.append({key: text for key, text in others[0].items() if key != trait})
                for traits in others:
                    if on.policy.fallback(name, code, traits) is not None:
                        continue
                    found = answers([fetched], "main", traits, on.policy)
                    by_area = {answer.area: answer.answer for answer in found}
                    assert all(isinstance(by_area[area], Unknown) for area in proven(on.request)), (
                        code,
                        traits,
                    )


@pytest.mark.sampled(5)
@EVERY
def test_a_server_error_proves_nothing(rig: Rig, name: str) -> None:
    """A listed code in the body of a server error means nothing: 5xx is unknown, always."""
    on = stand(rig, name).shortened()
    statuses = (500, 502, 503) if FULL else (503,)
    assert_unknown(on, [rig.codes.wrong(code, s) for code in sorted(listed(on)) for s in statuses])


def listed(on: Stand) -> set[str]:
    """The codes by which the policy lets this request fall back on something."""
    entries = [entry for entry in on.policy.fallbacks if on.request.id in entry.requests]
    return {code for entry in entries for code in entry.codes}


def assert_unknown(on: Stand, orders: list[Wrong]) -> None:
    found = on.fetch(*((entry, {}) for entry in orders))
    spared = []
    for entry, fetched in zip(orders, found, strict=True):
        by_area = {answer.area: answer.answer for answer in on.answers(fetched)}
        unknown = all(isinstance(by_area[area], Unknown) for area in proven(on.request))
        if not on.below:
            verdict = on.judge(fetched).verdict
            unknown = unknown and verdict in (Verdict.INCOMPLETE, Verdict.BLOCKED)
        if not unknown:
            spared.append(entry)
    assert spared == []


@pytest.mark.sampled(2)
@EVERY
def test_what_was_seen_before_the_fault_stays(rig: Rig, name: str) -> None:
    """One call shows something and another fails: what was seen still blocks."""
    on = stand(rig, name)
    calls = on.asked()
    if len(calls) < 2:
        return
    case = next(case for case in rig.cases[name] if case.call)
    desk = Desk(rig.account_for(on.request), rig.exchange)
    case.arrange(desk.account)
    other = next(call for call in calls if dict(call.params) != dict(case.call))
    faulty = Stand(rig, on.request, desk)
    for code in (min(rig.codes.retry), min(rig.codes.unlisted), *sorted(listed(on))):
        order = (rig.codes.wrong(code, 200), {"when": only(other, calls)})
        (fetched,) = faulty.fetch(order)
        report = faulty.judge(fetched)
        area = on.request.feeds[0].area
        assert any(finding.area == area.value for finding in report.findings), code
        if case.verdict is Verdict.BLOCKED:
            assert report.verdict is Verdict.BLOCKED, code
        else:
            assert report.verdict in (Verdict.BLOCKED, Verdict.INCOMPLETE), code


@pytest.mark.parametrize(
    ("rig", "name"),
    [pytest.param(rig, r.id, id=f"{rig}:{r.id}") for rig in RIGS for r in rig.asked() if r.loop],
)
def test_a_name_that_was_not_told_is_missed(rig: Rig, name: str) -> None:
    """What is asked for each name is unknown if the names could not be read."""
    on = stand(rig, name)
    assert on.request.loop is not None
    over = rig.catalogue[on.request.loop.over]
    for code in (min(rig.codes.unlisted), min(rig.codes.retry)):
        on.desk.line.clear()
        rig.fault(on.desk.line, over.id, rig.codes.wrong(code).fault)
        with no_waiting():
            (fetched,) = on.desk.fetch(on.request, scope_params=on.scope).fetched
        assert {reason.request for reason in fetched.read.reasons} == {over.id}
        # Names that are known whatever is told are asked about all the same.
        known = list(on.request.loop.names(()))
        assert {entry.request for entry in fetched.read.evidence} == ({name} if known else set())
        found = {entry.area: entry.answer for entry in on.answers(fetched)}
        assert all(isinstance(found[area], Unknown) for area in proven(on.request))
    on.desk.line.clear()


@EACH_RIG
def test_no_look_fails_unnoticed(rig: Rig) -> None:
    """Every request has to be answered before some area is clear."""
    assert [request.id for request in rig.asked() if not proven(request)] == []
