"""Every sentence of the tool."""

from collections.abc import Mapping

from scripts.messages import code, commands, exchanges, policies, rules, settings
from scripts.messages.sentences import Msgid, Sentences


def all_sentences() -> Mapping[str, frozenset[Msgid]]:
    """The sentences by part.

    Raises:
        scripts.messages.sentences.UnclearError: something cannot be collected.
    """
    sentences = Sentences()
    for source in (code, commands, exchanges, policies, rules, settings):
        source.collect(sentences)
    return sentences.found()
