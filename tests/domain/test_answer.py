"""An answer cannot be made without what proves it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from readiness.domain.amount import Exact
from readiness.domain.answer import (
    Answer,
    Cause,
    Evidence,
    NotOpened,
    Proof,
    Reason,
    Seen,
    Unknown,
    items_of,
)
from readiness.domain.items import Holding

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
EVIDENCE = Evidence(
    request="asset/balances", proof=Proof.SINGLE_ANSWER, answers=1, rows=0, read_at=NOW
)
REASON = Reason(cause=Cause.TIMEOUT)
LUNC = Holding(asset="LUNC", amount=Exact(value="0.0001"))  # type: ignore[arg-type]
ADAPTER: TypeAdapter[Seen | NotOpened | Unknown] = TypeAdapter(Answer)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Seen(items=()),  # type: ignore[call-arg]
        lambda: Seen(items=(), evidence=()),
        lambda: Seen(evidence=(EVIDENCE,)),  # type: ignore[call-arg]
        lambda: Seen(items=None, evidence=(EVIDENCE,)),  # type: ignore[arg-type]
        lambda: Seen(items=(), evidence=None),  # type: ignore[arg-type]
        NotOpened,
        lambda: NotOpened(reasons=()),
        Unknown,
        lambda: Unknown(reasons=()),
        lambda: Unknown(reasons=(), partial=(LUNC,)),
    ],
)
def test_no_answer_without_proof(make: Callable[[], Any]) -> None:
    """Nobody can write down what was seen, or why not, and leave out how that is known."""
    with pytest.raises(ValidationError):
        make()


@pytest.mark.parametrize(
    "change",
    [
        {"answers": 0},
        {"answers": -1},
        {"rows": -1},
        {"proof": "because"},
        {"proof": None},
        {"request": None},
        {"read_at": datetime(2026, 11, 23, 8)},  # noqa: DTZ001 - that is the fault
        {"read_at": None},
        {"more": 1},
    ],
)
def test_no_evidence_without_an_answer(change: dict[str, Any]) -> None:
    """Evidence names a request, at least one answer, how the end was known, and when."""
    with pytest.raises(ValidationError):
        Evidence.model_validate({**EVIDENCE.model_dump(), **change})


@pytest.mark.parametrize(
    ("answer", "items"),
    [
        (Seen(items=(LUNC,), evidence=(EVIDENCE,)), (LUNC,)),
        (Seen(items=(), evidence=(EVIDENCE,)), ()),
        (NotOpened(reasons=(REASON,)), ()),
        (Unknown(reasons=(REASON,), partial=(LUNC,)), (LUNC,)),
        (Unknown(reasons=(REASON,)), ()),
    ],
)
def test_everything_that_was_seen(
    answer: Seen | NotOpened | Unknown, items: tuple[Holding, ...]
) -> None:
    """What a failed look saw is kept, and every answer survives being saved."""
    assert items_of(answer) == items
    assert ADAPTER.validate_json(ADAPTER.dump_json(answer)) == answer


@pytest.mark.parametrize(
    "raw", ["null", "[]", "{}", '{"items": []}', '{"kind": "clear"}', '"seen"']
)
def test_nothing_else_is_an_answer(raw: str) -> None:
    """No null, no bare list and no new word passes for one of the three."""
    with pytest.raises(ValidationError):
        ADAPTER.validate_json(raw)


def test_a_reason_may_say_very_little() -> None:
    """Where nothing was asked there is no request, no code, no text and no try."""
    assert Reason(cause=Cause.NOT_ASKED) == Reason(
        cause=Cause.NOT_ASKED, request="", code="", text="", attempts=0
    )


def test_answers_are_frozen() -> None:
    """Nobody can take anything out of an answer afterwards."""
    answer = Seen(items=(LUNC,), evidence=(EVIDENCE,))
    with pytest.raises(ValidationError):
        answer.items = ()  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Reason(cause=Cause.TIMEOUT, attempts=-1)


@pytest.mark.parametrize("cause", Cause)
def test_whose_words_a_reason_has(cause: Cause) -> None:
    """What an exchange has said is never shown as a sentence of ours."""
    theirs = {Cause.EXCHANGE_CODE, Cause.HTTP_STATUS, Cause.RATE_LIMIT}
    assert Reason(cause=cause).ours == (cause not in theirs)
