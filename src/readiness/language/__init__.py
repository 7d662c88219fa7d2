"""The language in which the tool speaks, and the catalogues of every other one.

Sentences are kept in English where they belong: in the code, the rules and the policies.
Whoever shows one asks here for the reader's language first and fills in values
afterwards. The catalogues (``zh/*.po``, compiled to ``*.mo``) are gettext's; there is one
for each part of the tool, and one for each exchange's policy.

Nothing is imported but the standard library: ``--help`` speaks every language, at once.
"""

from readiness.language.active import LANGUAGES, current, speaking, use
from readiness.language.sentence import (
    Plural,
    advised,
    clauses,
    counted,
    either,
    explained,
    listed,
    message,
    passage,
    phrases,
    say,
    translate,
)
from readiness.language.system import reason_of

__all__ = [
    "LANGUAGES",
    "Plural",
    "advised",
    "clauses",
    "counted",
    "current",
    "either",
    "explained",
    "listed",
    "message",
    "passage",
    "phrases",
    "reason_of",
    "say",
    "speaking",
    "translate",
    "use",
]
