"""One account's message: whole sentences, one to a line, without any markup.

Names and texts that others wrote pass through ``label`` or the same masks; the account's own
name in the configuration, e-mail addresses, phone numbers and most of the user id stay here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final

from readiness.domain.finding import Finding, Severity
from readiness.domain.policy import Policy
from readiness.domain.report import AccountReport, CoverageRow, Status
from readiness.domain.scope import MAIN
from readiness.domain.wording import OURS
from readiness.language import counted, listed, passage, say, translate
from readiness.report.labels import clean, label, masked, shorten
from readiness.report.sentences import Sentences, area_title, place_text, reasons_text
from readiness.rules import RULES_BY_ID
from readiness.support import codes
from readiness.support import wording as words

_MOST: Final = 30
"""Lines of one list: whoever reads it answers questions all day."""
_SHOWN_OF_ID: Final = 3
_SHORTEST_ID: Final = 7
_LONGEST_WORDS: Final = 200
"""Of what the exchange says of the account, which is looked up by its words."""
_CODE: Final = re.compile(r'[^\s"]*')
_RESTRICTED: Final = "restricted-account"
_KEY: Final = "key-refused"
_SUB_ACCOUNT: Final = "sub-account-exists"
_YOUR_SIDE: Final = frozenset({_RESTRICTED, _KEY, "totals-differ"})
"""Rules that repeat what the exchange itself says of the account."""
_WITHOUT_AMOUNTS: Final = frozenset({_RESTRICTED, _SUB_ACCOUNT})
_MONEY: Final = ("wallet.", "earn.")
_CLEAR: Final = frozenset({Status.CLEAR, Status.NOT_OPENED})


@dataclass(frozen=True)
class Message:
    """A recorded scan, on its way to become a message.

    Attributes:
        report: what the scan said.
        at: when it ended.
        policy: what is known of the exchange.
        exchange: its name.
        version: the version of this tool.
        amounts: whether amounts are named.
    """

    report: AccountReport
    at: datetime
    policy: Policy
    exchange: str
    version: str
    amounts: bool = True

    def text(self) -> str:
        """The message, in the reader's language, ending with a newline."""
        lines = (self._without_id(masked(clean(line))) for line in self._lines())
        return "\n".join(lines) + "\n"

    def _without_id(self, line: str) -> str:
        """The line without the whole user id, which an answer of the exchange may repeat."""
        uid = self.report.owner
        if not uid or len(uid) < _SHORTEST_ID:
            return line
        return re.sub(rf"(?<!\w){re.escape(uid)}(?!\w)", _shortened(uid), line)

    def _lines(self) -> Iterator[str]:
        yield from (translate(words.GREETING), "", *self._opening())
        for heading, lines in self._lists():
            some = tuple(lines)
            if some:
                yield from ("", translate(heading), *_bulleted(some))
        yield from ("", translate(words.QUESTIONS))
        for number, question in enumerate(self._questions(), 1):
            yield f"{number}. {question}"
        yield from ("", translate(words.THANKS))

    def _opening(self) -> Iterator[str]:
        closure = self.report.closure
        if closure is None:
            yield say(words.WISH, exchange=self.exchange)
        else:
            day = closure.requested_on
            yield say(words.WISH_REQUESTED, exchange=self.exchange, day=day)
        uid = self.report.owner
        yield say(words.USER_ID, uid=_shortened(uid)) if uid else translate(words.NO_USER_ID)
        when = f"{self.at:%Y-%m-%d %H:%M} UTC"
        # A key is kept away from an account that waits: nothing was checked there.
        head = words.NOT_CHECKED if self.report.key is None else words.CHECKED
        standing = translate(words.VERDICTS[self.report.verdict])
        more = translate(words.EXCEPT) if self._accepted else ""
        yield passage(say(head, day=when, version=self.version), standing, more)
        if closure is not None:
            yield counted(words.WAITING, closure.wait_days, ends_on=closure.ends_on)

    def _lists(self) -> Iterator[tuple[str, Iterable[str]]]:
        """Headings with the lines below them, in their order."""
        yield words.YOUR_SIDE, self._told(f for f in self._open if f.rule in _YOUR_SIDE)
        yield words.FOUND, self._told(self._blockers)
        yield words.NOT_SEEN, self._told(self._unseen)
        yield words.CODES, codes.lines(self.report, self.policy)
        yield words.ACCEPTED, self._told(self._accepted)
        yield words.SUB_ACCOUNTS, self._told(self._sub_accounts)
        yield words.NOT_LOOKED, self._places(self._rows(Status.MANUAL, looked=False))
        yield words.LOOKED, self._looked()
        yield words.CLEAR, self._clear()

    def _questions(self) -> Iterator[str]:
        """What is asked, by what was found."""
        rejected = any(finding.rule == _KEY and finding.reasons for finding in self._open)
        dust = tuple(f for f in self._blockers if f.area.startswith(_MONEY) and f.asset)
        assets = listed(dict.fromkeys(_name(finding.asset) for finding in dust))
        asked = (
            (words.REJECTED, rejected),
            (words.WHAT_BLOCKS, True),
            (words.WHERE_TO_SEE, not self._blockers),
            (words.ANYTHING_UNSEEN, bool(self._unseen)),
            (words.RESTRICTION, any(f.rule == _RESTRICTED for f in self._open)),
            (words.FORFEIT, bool(dust)),
            (words.STAYS, bool(self._accepted)),
            (words.SUBS, bool(self._sub_accounts)),
            (words.HOW_LONG, True),
            (words.WHEN_DONE, True),
        )
        return (say(question, assets=assets) for question, fits in asked if fits)

    @property
    def _open(self) -> tuple[Finding, ...]:
        """What was found and still counts; notices are for the user alone."""
        found = self.report.findings
        return tuple(f for f in found if f.counts and f.severity is not Severity.NOTICE)

    @property
    def _blockers(self) -> tuple[Finding, ...]:
        return tuple(
            finding
            for finding in self._open
            if finding.severity is Severity.BLOCKER and finding.rule not in _YOUR_SIDE
        )

    @property
    def _unseen(self) -> tuple[Finding, ...]:
        return tuple(
            finding
            for finding in self._open
            if finding.severity is Severity.UNKNOWN and finding.rule not in _YOUR_SIDE
        )

    @property
    def _accepted(self) -> tuple[Finding, ...]:
        """What the user lives with: it is there all the same."""
        return tuple(finding for finding in self.report.findings if not finding.counts)

    @property
    def _sub_accounts(self) -> tuple[Finding, ...]:
        """Those that exist; one that blocks is told among what blocks."""
        return tuple(
            finding
            for finding in self._open
            if finding.rule == _SUB_ACCOUNT and finding.severity is not Severity.BLOCKER
        )

    def _told(self, findings: Iterable[Finding]) -> Iterator[str]:
        sentences = Sentences(RULES_BY_ID, self.policy, _words)
        for finding in findings:
            if finding.rule == _KEY:
                # Its sentence names the key as the configuration does.
                yield from self._rejected(finding)
            elif self.amounts or finding.rule in _WITHOUT_AMOUNTS:
                names = {"asset": _name(finding.asset), "subject": _name(finding.subject)}
                yield sentences.message(finding.model_copy(update=names))
            else:
                yield self._without_amount(finding)

    def _rejected(self, finding: Finding) -> Iterator[str]:
        """What the exchange says of a key; a key that can act is no business of its support."""
        if finding.reasons:
            reason = reasons_text(finding.reasons, self.policy)
            place = self._place(finding.area, finding.scope)
            yield say(words.KEY_REJECTED, place=place, reason=reason)

    def _without_amount(self, finding: Finding) -> str:
        rule = RULES_BY_ID.get(finding.rule)
        return say(
            words.WITHOUT_AMOUNT,
            title=translate(rule.title) if rule else label(finding.rule),
            place=self._place(finding.area, finding.scope),
            subject=_name(finding.asset or finding.subject),
        )

    def _rows(self, status: Status, *, looked: bool) -> Iterator[CoverageRow]:
        for row in self.report.coverage:
            if row.status is status and (row.confirmed_on is not None) is looked:
                yield row

    def _places(self, rows: Iterable[CoverageRow]) -> Iterator[str]:
        return (self._place(row.area, row.scope) for row in rows)

    def _looked(self) -> Iterator[str]:
        for row in self._rows(Status.MANUAL, looked=True):
            place = self._place(row.area, row.scope)
            yield say(words.LOOKED_ON, place=place, day=row.confirmed_on)

    def _clear(self) -> Iterator[str]:
        """One line for each scope: areas that were read to their end and are empty."""
        for scope in dict.fromkeys(row.scope for row in self.report.coverage):
            clear = [
                area_title(row.area, self.policy)
                for row in self.report.coverage
                if row.scope == scope and row.status in _CLEAR
            ]
            if clear:
                areas = listed(clear)
                yield (
                    areas if scope == MAIN else say(words.CLEAR_IN, scope=label(scope), areas=areas)
                )

    def _place(self, area: str, scope: str) -> str:
        return place_text(area, scope if scope == MAIN else label(scope), self.policy)


def _words(text: str) -> str:
    """What others wrote, safe for a line, and whole as far as that can be."""
    return shorten(masked(clean(text)), _LONGEST_WORDS)


def _name(name: str) -> str:
    """A name; one of several words stands in quotation marks, as the sender does not say them."""
    shown = label(name)
    if name in OURS:
        return name
    if _CODE.fullmatch(shown):
        return shown
    return f'"{shown.replace(chr(34), chr(39))}"'


def _bulleted(lines: tuple[str, ...]) -> Iterator[str]:
    """The first lines of a list, each once, and how many more there are."""
    each_once = tuple(dict.fromkeys(lines))
    yield from (f"- {line}" for line in islice(each_once, _MOST))
    left = len(each_once) - _MOST
    if left > 0:
        yield f"- {counted(words.MORE, left)}"


def _shortened(uid: str) -> str:
    """The end of an id: enough to tell one's own accounts apart, useless to anybody else."""
    return f"***{uid[-_SHOWN_OF_ID:]}" if len(uid) >= _SHORTEST_ID else "***"
