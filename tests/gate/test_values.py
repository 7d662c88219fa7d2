"""The values that pass between a session and a dialect: what they mean by what they leave out."""

from readiness.domain.answer import Cause
from readiness.gate.dialect import Refusal, Signed
from readiness.gate.failure import LIMITED_STATUSES, RETRYABLE_STATUSES, CallFailedError
from readiness.gate.route import Limit, Per, Route


def test_a_signed_request_shows_nothing_of_itself() -> None:
    """Whoever prints one, in a log or a traceback, gives nothing away."""
    secret = Signed("https://api.example.com/?sign=a", {"X-KEY": "b"}, "sign=c")
    assert repr(secret) == "Signed()"
    assert Signed("u", {}) == Signed("u", {}, "")


def test_what_is_left_out() -> None:
    """A route takes nothing, a limit is a user's own, and a failure says only that it is one."""
    assert Route("GET", "/a") == Route("GET", "/a", frozenset(), "")
    assert Limit(2, 1) == Limit(2, 1, Per.USER, weight=1, pool="", decays=False)
    assert Refusal("1", "no") == Refusal("1", "no", until_ms=0)
    assert [*Per] == ["user", "ip", "key"]
    said = vars(CallFailedError(Cause.TIMEOUT, retry=True))
    assert said == {
        "cause": Cause.TIMEOUT,
        "code": "",
        "text": "",
        "values": {},
        "retry": True,
        "wait": 0.0,
        "clock": False,
        "banned": False,
        "stops": False,
    }


def test_which_statuses_may_pass_by_themselves() -> None:
    """A server that is busy, or asks for patience; and which of them ask for less."""
    assert sorted(RETRYABLE_STATUSES) == [408, 425, 429, *range(500, 600)]
    assert sorted(LIMITED_STATUSES) == [418, 429]
