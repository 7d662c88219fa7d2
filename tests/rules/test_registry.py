"""Which rules there are, in the order of a report, and how many sentences each has."""

from typing import Final

from readiness.rules import RULES, RULES_BY_ID

# id: its variants; behind a bar, those with a remedy of their own
TABLE: Final = """
key-refused: acting other-account other-whole probably-closed rejected
 | other-account other-whole probably-closed rejected
restricted-account: default
acting-setting: borrows lends pays refills
running-bot: default
copy-trading-tie: copies follows leads position profit-share
lent-money: default frozen unreadable
bot-money: default frozen unreadable
copy-trading-money: default frozen unreadable
sniper-money: default frozen unreadable
open-order: default
open-position: default margin-left
debt: default unnamed unreadable
collateral-locked: default frozen unreadable
earn-holding: default frozen unreadable
account-wide-holding: default frozen unreadable
redemption: default frozen unreadable
pending-transfer: in-cancellable in-held in-moving in-needs-user in-review in-unrecognised
 out-cancellable out-held out-moving out-needs-user out-review out-unrecognised
sub-account-exists: client default entrusted frozen managed
unexplained-money: default frozen unreadable
wallet-not-empty: default frozen unreadable
could-not-look: default
totals-differ: notice obstacle value
money-moved: default
look-yourself: default
trial-fund: default frozen unreadable
looked-back: default
decision-does-not-count: confirmation-expired exceeded expired no-limit not-acceptable
 nothing-to-confirm unknown-account unknown-item unlimited unreadable unused
no-backup: default incomplete older | older
"""


def test_rules_and_their_variants() -> None:
    """Reports, decisions and documents name rules and variants: none is lost, none is renamed."""
    lines = TABLE.replace("\n ", " ").strip().splitlines()
    told = [
        f"{rule.id}: {' '.join(sorted(rule.messages))}"
        + (f" | {' '.join(sorted(rule.remedies))}" if rule.remedies else "")
        for rule in RULES
    ]
    assert told == lines
    assert [*RULES_BY_ID.items()] == [(rule.id, rule) for rule in RULES]


def test_every_rule_says_how_it_is_cleared() -> None:
    """In general, and for some variants in another way."""
    assert [rule.id for rule in RULES if not (rule.title and rule.why and rule.remedy)] == []
