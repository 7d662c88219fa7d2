"""``readiness acknowledge``: writes down that one finding can stay."""

from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from readiness.cli import codes
from readiness.cli.changing import changed, day_option, today
from readiness.cli.configuration import config_option, read_config
from readiness.cli.policies import policy_of
from readiness.cli.recorded import last_recorded
from readiness.cli.streams import warn, write_lines
from readiness.language import message, passage, say

if TYPE_CHECKING:
    from readiness.config import Config
    from readiness.domain.decision import Acknowledgement

_ENOUGH: Final = message("{amount} was there: give so much, or more, with --up-to; or clear it")
_NO_WAY: Final = message("it can only be cleared")
_REMEDIES: Final = {"no-limit": _ENOUGH, "exceeded": _ENOUGH}


@click.command()
@click.argument("fingerprint")
@click.option("--reason", metavar="TEXT", help="Why it can stay; the report shows it.")
@click.option("--up-to", metavar="AMOUNT", help="The largest amount to accept.")
@day_option("--until", "The first day on which it does not count any more.")
@click.option("--force", is_flag=True, help="Accept what the last scan did not find.")
@click.option("--remove", is_flag=True, help="Take the acknowledgement back.")
@config_option
def acknowledge(
    fingerprint: str,
    reason: str | None,
    up_to: str | None,
    until: date | None,
    force: bool,
    remove: bool,
    config_file: Path | None,
) -> int:
    """Accept one finding, by its FINGERPRINT from the report.

    It stays in the report and does not weigh on the verdict, up to an amount and until a
    day. --reason and --until are needed, --up-to where the finding has an amount. An entry
    that is there already is renewed.
    """
    if remove:
        if (reason, up_to, until) != (None, None, None):
            raise click.UsageError(
                say("--remove takes an entry away: give nothing but the FINGERPRINT")
            )
        return _remove(read_config(config_file), fingerprint)
    if reason is None or until is None:
        raise click.UsageError(_missing(reason is None, until is None))
    config = read_config(config_file)
    from readiness.config import edit
    from readiness.config.decisions import acknowledged_account, check_acknowledgement, check_name

    account = acknowledged_account(config, fingerprint)
    check_name(fingerprint, policy_of(account.exchange))
    entry = check_acknowledgement(
        config.decisions.acknowledgements,
        fingerprint,
        reason=reason,
        up_to=up_to,
        until=until,
        today=today(),
    )
    _compare(config, entry, force=force)
    if changed(config, edit.acknowledgement(fingerprint, reason, up_to, until)) is None:
        return codes.DEFECT
    if up_to is None:
        done = say(
            "{fingerprint}: accepted; it counts until {until} begins (UTC).",
            fingerprint=fingerprint,
            until=until,
        )
    else:
        done = say(
            "{fingerprint}: accepted up to {up_to}; it counts until {until} begins (UTC).",
            fingerprint=fingerprint,
            up_to=up_to,
            until=until,
        )
    write_lines(done)
    return codes.FINE


def _missing(reason: bool, until: bool) -> str:
    if reason and until:
        return say("--reason and --until missing: why can it stay, and for how long?")
    if reason:
        return say("--reason missing: why can it stay?")
    return say("--until missing: for how long can it stay?")


def _remove(config: "Config", fingerprint: str) -> int:
    from readiness.config import edit
    from readiness.config.errors import shown

    there = [entry.fingerprint for entry in config.decisions.acknowledgements]
    if changed(config, edit.no_acknowledgement(fingerprint)) is None:
        return codes.DEFECT
    if fingerprint in there:
        write_lines(say("{fingerprint}: not accepted any more.", fingerprint=shown(fingerprint)))
    else:
        write_lines(say("{fingerprint}: was not accepted.", fingerprint=shown(fingerprint)))
    return codes.FINE


def _compare(config: "Config", entry: "Acknowledgement", *, force: bool) -> None:
    """Hold a decision against the last recorded scan.

    Raises:
        DecisionError: what was found then cannot be accepted in this way.
    """
    from readiness.config import DecisionError
    from readiness.report.sentences import amount_text
    from readiness.rules import RULES_BY_ID
    from readiness.rules.decisions import ID, objection_to

    last = last_recorded(config, entry.account)
    if last is None:
        warn(
            say(
                "no scan of {account} is recorded: whether there is such a finding, and "
                "whether it can be accepted, shows in the next report",
                account=entry.account,
            )
        )
        return
    known = {found.fingerprint(entry.account): found for found in last.report.findings}
    found = known.get(entry.fingerprint)
    if found is None:
        if force:
            return
        near = get_close_matches(entry.fingerprint, known, 1)
        hint = say("did you mean {name}?", name=near[0]) if near else ""
        raise DecisionError(
            say(
                "the scan of {day} did not find {fingerprint}",
                day=last.day,
                fingerprint=entry.fingerprint,
            ),
            passage(hint, say("scan again, or write it with --force")),
        )
    objection = objection_to(entry, found)
    if objection:
        sentence = say(RULES_BY_ID[ID].messages[objection], subject=entry.fingerprint)
        remedy = say(_REMEDIES.get(objection, _NO_WAY), amount=amount_text(found.amount))
        raise DecisionError(
            say("the scan of {day}: {sentence}", day=last.day, sentence=sentence), remedy
        )
