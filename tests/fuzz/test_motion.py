"""Whatever moves while a scan looks: no interleaving ends clear with something left.

What is held against the verdict is all that was in the account, or came into it while the place
where it arrives had still to be read for the last time. What arrives after that is beyond sight,
and so is never let in here. Within the account everything may move at any moment, until the
last answer.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar, Final

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.fuzz.effort import effort
from tests.fuzz.sight import CLEAR, sight
from tests.fuzz.terrain import Ground, Terrain
from tests.fuzz.terrains import TERRAINS
from tests.fuzz.turns import Led

FEW: Final = {"kraken": 5, "kraken-futures": 5, "kucoin": 2, "bybit": 2, "okx": 2, "binance": 1}
"""Scans by default: what takes long is tried less often."""
MANY: Final = {name: few * 150 for name, few in FEW.items()}


class When(StrEnum):
    """When something moves, once what can be answered before is answered."""

    NOW = "now"
    SOURCE_WAITS = "all but the place that it leaves have been asked about"
    TARGET_IS_TOLD = "the place that it goes to has been asked about"
    TARGET_IS_TOLD_AGAIN = "the same, once the second look has begun"


class Motion(RuleBasedStateMachine):
    """A scan of an account in which things move."""

    terrain: ClassVar[Terrain]

    @initialize(begin=st.data())
    def begin(self, begin: st.DataObject) -> None:
        """Something is somewhere: mostly one thing, sometimes none or two."""
        self.sight = sight(self.terrain)
        homes = st.sampled_from([name for name in self.terrain.places if name != "debt"])
        sizes = homes.map(lambda name: {name}) | st.sets(homes, max_size=2)
        self.ground = Ground(self.terrain, begin.draw(sizes, label="at first"))
        self.led = Led(self.ground.world)

    @rule(count=st.integers(1, 60))
    def answer(self, count: int) -> None:
        """Some answers come in the order of the questions; none if the scan is over."""
        for _ in range(count):
            if not self.led.done:
                self.led.answer()

    @precondition(lambda self: not self.led.done and self.ground.ways())
    @rule(data=st.data(), when=st.sampled_from(When))
    def move(self, data: st.DataObject, when: When) -> None:
        """Something goes from one place to another, when that is hardest to see."""
        source, target = data.draw(st.sampled_from(self.ground.ways()), label="way")
        before, after = (self.sight.shown_by[name] for name in (source, target))
        if when is When.SOURCE_WAITS:
            self.led.answer_while(lambda one: one.question not in before)
        elif when is not When.NOW:
            if when is When.TARGET_IS_TOLD_AGAIN:
                self.led.answer_while(lambda _: not self._looks_again())
            self.led.answer_while(lambda one: one.question in after - before)
        if not self.led.done:
            self.ground.move(source, target)

    @precondition(lambda self: not self.led.done and self._flows())
    @rule(data=st.data())
    def flow(self, data: st.DataObject) -> None:
        """Something comes in or goes out: a deposit, a withdrawal, a loan, its repayment."""
        act, what = data.draw(st.sampled_from(self._flows()), label="flow")
        getattr(self.ground, act)(what)

    def teardown(self) -> None:
        """The scan comes to its end; what it says has to be true."""
        led = getattr(self, "led", None)
        if led is None:
            return
        try:
            verdict = led.report().verdict
            assert not (verdict in CLEAR and self.ground.holding), (verdict, self.ground.holding)
        finally:
            led.close()

    # -- what is possible now --------------------------------------------------------------

    def _flows(self) -> list[tuple[str, Any]]:
        here, terrain = self.ground.holding, self.terrain
        return [
            *(("enter", name) for name in terrain.entrances if self._is_read_again(name)),
            *(("leave", name) for name in terrain.entrances if name in here),
            *(("borrow", loan) for loan in terrain.loans if all(map(self._is_read_again, loan))),
            *(("repay", loan) for loan in terrain.loans if set(loan) <= here),
        ]

    def _is_read_again(self, name: str) -> bool:
        """Whether some answer that shows a place is still to come, whatever it is about now."""
        usual = self.sight.usual
        return any(self._told(one) < usual[one] for one in self.sight.shown_by[name])

    def _looks_again(self) -> bool:
        """Whether something waits that has been asked half as often as it will be."""
        seen = set().union(*self.sight.shown_by.values())
        asked = {one.question for one in self.led.waiting} & seen
        return any(2 * self._told(one) >= self.sight.usual[one] > 1 for one in asked)

    def _told(self, question: str) -> int:
        return sum(told == question for told, _ in self.led.door.asked)


@pytest.mark.sampled(2)
@pytest.mark.fuzz
@pytest.mark.parametrize("terrain", TERRAINS, ids=str)
def test_no_interleaving_hides_anything(terrain: Terrain) -> None:
    """Money, orders and loans move while the scan runs."""
    machine = type("Motion", (Motion,), {"terrain": terrain})
    tries = effort(FEW[str(terrain)], MANY[str(terrain)], steps=9)
    run_state_machine_as_test(machine, settings=tries)
