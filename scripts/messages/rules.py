"""Sentences of the rules."""

from typing import Final

from scripts.messages.sentences import Sentences

from readiness.rules import RULES

_PART: Final = "rules"


def collect(sentences: Sentences) -> None:
    """Add the texts of every rule, also those that are made when it is loaded."""
    for rule in RULES:
        texts = (rule.title, rule.why, rule.remedy)
        sentences.add(_PART, (*texts, *rule.messages.values(), *rule.remedies.values()))
