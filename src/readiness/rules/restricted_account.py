"""Rule: the exchange says that the account is restricted."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from readiness.domain.finding import Finding, Severity
from readiness.domain.items import Restriction
from readiness.rules.interface import Case, Rule

ID: Final = "restricted-account"


def judge(case: Case) -> Iterator[Finding]:
    """One finding for every restriction that the exchange named."""
    for area, scope, item in case.snapshot.items():
        if isinstance(item, Restriction):
            known = case.policy.error(item.code)
            yield Finding(
                rule=ID,
                severity=Severity.BLOCKER,
                area=area,
                scope=scope,
                subject=_subject(item),
                facts=(
                    ("code", item.code),
                    ("text", item.text or (known.meaning if known else "")),
                    *_in_other_languages(item),
                ),
                source=case.policy.source_of(area),
            )


def _in_other_languages(item: Restriction) -> Iterator[tuple[str, str]]:
    """What a sentence of ours is made of; the exchange's own words are shown as they are."""
    if item.sentence:
        yield "sentence", item.sentence
        yield from ((f"sentence.{name}", value) for name, value in item.values)


def _subject(item: Restriction) -> str:
    """One code stands for many restrictions; the words tell them apart."""
    words = item.text.encode(errors="surrogatepass")
    return f"{item.code}:{sha256(words).hexdigest()[:8]}"


RULE: Final = Rule(
    id=ID,
    title="The account is restricted",
    why=(
        "A dispute, a review, a court order or a risk flag keeps the account open, and often the "
        "money in it. The exchange's words say which."
    ),
    remedy="Clear with the exchange's support what these words name.",
    messages={"default": "The exchange restricts the account: {code} {text}."},
    judge=judge,
)
