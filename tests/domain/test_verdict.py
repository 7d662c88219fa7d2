"""Verdicts: their order, and the exit codes that scripts rely on."""

from itertools import permutations, product

import pytest
from tests.each import each

from readiness.domain.verdict import EXIT_CODES, FailOn, Verdict, exit_code, worst

ORDER = ["refused", "blocked", "incomplete", "unconfirmed", "closing", "ready"]
CODES = {
    # verdict: as it is, --fail-on incomplete, --fail-on blocked
    "ready": (0, 0, 0),
    "closing": (0, 0, 0),
    "blocked": (10, 10, 10),
    "incomplete": (11, 11, 0),
    "unconfirmed": (12, 0, 0),
    "refused": (3, 3, 3),
}


def test_the_words_and_their_order() -> None:
    """There are six verdicts, and the first that applies is the verdict of a run."""
    assert [verdict.value for verdict in Verdict] == ORDER
    assert sorted(CODES) == sorted(ORDER)


@each("verdicts", product(Verdict, repeat=3), "-".join)
def test_combining_is_associative_commutative_and_idempotent(
    verdicts: tuple[Verdict, Verdict, Verdict],
) -> None:
    """In whatever order and grouping verdicts are combined, the worst of them comes out."""
    a, b, c = verdicts
    assert worst([worst([a, b]), c]) is worst([a, worst([b, c])]) is worst([a, b, c])
    assert len({worst(order) for order in permutations(verdicts)}) == 1
    assert worst([a, a]) is worst([a]) is a
    assert worst([a, b]) in (a, b)
    assert ORDER.index(worst([a, b]).value) == min(ORDER.index(a.value), ORDER.index(b.value))


@pytest.mark.parametrize("verdict", Verdict)
def test_ready_is_neutral_and_refused_decides(verdict: Verdict) -> None:
    """A ready account changes nothing about a run, and a refused one everything."""
    assert worst([verdict, Verdict.READY]) is verdict
    assert worst([verdict, Verdict.REFUSED]) is Verdict.REFUSED


def test_nothing_at_all_is_not_ready() -> None:
    """Where nobody looked, nobody can say that it is empty."""
    assert worst([]) is Verdict.INCOMPLETE
    assert worst(iter(())) is Verdict.INCOMPLETE


@pytest.mark.parametrize("verdict", Verdict)
def test_exit_codes(verdict: Verdict) -> None:
    """The table of the contract, with every choice of what to fail on."""
    unconfirmed, incomplete, blocked = CODES[verdict.value]
    assert EXIT_CODES[verdict] == exit_code(verdict) == unconfirmed
    assert exit_code(verdict, FailOn.UNCONFIRMED) == unconfirmed
    assert exit_code(verdict, FailOn.INCOMPLETE) == incomplete
    assert exit_code(verdict, FailOn.BLOCKED) == blocked


@pytest.mark.parametrize("fail_on", FailOn)
def test_what_is_never_forgiven(fail_on: FailOn) -> None:
    """Nothing turns a blocked or refused run into a success."""
    assert exit_code(Verdict.BLOCKED, fail_on) == 10
    assert exit_code(Verdict.REFUSED, fail_on) == 3


def test_what_one_may_fail_on() -> None:
    """The three words of ``--fail-on``."""
    assert [choice.value for choice in FailOn] == ["blocked", "incomplete", "unconfirmed"]
