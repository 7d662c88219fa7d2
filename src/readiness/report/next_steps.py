"""What to do next with an account: one way to say it, for every format for people."""

from readiness.domain.verdict import Verdict
from readiness.language import say
from readiness.report.document import Account
from readiness.report.labels import label
from readiness.report.wording import verdicts


def next_steps(account: Account) -> tuple[str, ...]:
    """The next steps as sentences, in their order."""
    closure = account.closure
    values = {
        "account": label(account.account),
        "closure_ends": str(closure.ends_on) if closure else "?",
    }
    return tuple(say(step, values) for step in _steps(account))


def headline(account: Account) -> str:
    """What the account's verdict means, in a sentence."""
    gone = account.closure is not None and account.closure.probably_closed
    return say(verdicts.PROBABLY_CLOSED if gone else verdicts.HEADLINES[account.verdict])


def _steps(account: Account) -> tuple[str, ...]:
    closure = account.closure
    if closure and closure.probably_closed:
        return verdicts.NEXT_IF_PROBABLY_CLOSED
    if closure and account.verdict is Verdict.READY:
        over = closure.day is None
        return verdicts.NEXT_IF_READY_AND_OVER if over else verdicts.NEXT_IF_READY_AND_WAITING
    return verdicts.NEXT_STEPS[account.verdict]
