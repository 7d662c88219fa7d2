"""The rules that need more than one key: names, families, schedules, dates, addresses."""

from collections.abc import Iterator
from datetime import date

from readiness.config.addresses import check_base_url
from readiness.config.errors import Location, WrongValueError, shown
from readiness.config.model import ACCOUNT_NAME, AccountTable, ConfigFile, WatchTable
from readiness.config.names import env_prefix
from readiness.config.notify_checks import check_notify
from readiness.config.objection import Objection
from readiness.config.parents import Exchanges, check_parents
from readiness.config.problems import configured, suggestion
from readiness.language import listed, passage, say, translate


def check_file(file: ConfigFile, exchanges: Exchanges, today: date) -> Iterator[Objection]:
    """Everything that is wrong with a file whose shape is right."""
    yield from _names(file)
    for name, account in file.accounts.items():
        place: Location = ("accounts", name)
        yield from _exchange(place, account, exchanges)
        yield from _tier(place, account, exchanges)
        yield from _credentials(place, account)
        yield from _schedule(place, account)
        if account.closure is not None:
            location = (*place, "closure", "requested_on")
            yield from _not_ahead(location, account.closure.requested_on, today)
    yield from check_parents(file.accounts, exchanges)
    yield from _schedule(("watch",), file.watch)
    yield from check_notify(file)
    for index, confirmation in enumerate(file.confirm):
        if confirmation.account not in file.accounts:
            yield Objection(
                ("confirm", index, "account"),
                say("there is no account {account}", account=shown(confirmation.account)),
                configured(confirmation.account, file.accounts),
            )
        yield from _not_ahead(("confirm", index, "on"), confirmation.on, today)


def _names(file: ConfigFile) -> Iterator[Objection]:
    seen: dict[str, str] = {}
    for name in file.accounts:
        if not ACCOUNT_NAME.fullmatch(name):
            yield Objection(
                ("accounts", name),
                say("{name} is not a name for an account", name=shown(name)),
                say("use letters A-Z and a-z, digits, _ and - only"),
            )
            continue
        first = seen.setdefault(env_prefix(name), name)
        if first != name:
            yield Objection(
                ("accounts", name),
                say(
                    "{name} and {first} share the environment variables {variables}",
                    name=name,
                    first=first,
                    variables=f"{env_prefix(name)}...",
                ),
                say("rename one of them so that they differ in more than case and punctuation"),
            )


def _exchange(place: Location, account: AccountTable, exchanges: Exchanges) -> Iterator[Objection]:
    exchange = exchanges.get(account.exchange)
    if exchange is None:
        yield Objection(
            (*place, "exchange"),
            _unknown(account.exchange, exchanges),
            passage(
                suggestion(account.exchange, exchanges),
                say("supported: {names}", names=listed(exchanges)),
            ),
        )
    elif account.base_url is not None:
        try:
            check_base_url(account.base_url, exchange, exchanges.values())
        except WrongValueError as error:
            yield Objection((*place, "base_url"), error.what, error.remedy)


def _tier(place: Location, account: AccountTable, exchanges: Exchanges) -> Iterator[Objection]:
    exchange = exchanges.get(account.exchange)
    if account.tier is None or exchange is None or account.tier in exchange.tiers:
        return
    if exchange.tiers:
        yield Objection(
            (*place, "tier"),
            say("{exchange} has no tier {tier}", exchange=exchange.title, tier=shown(account.tier)),
            passage(
                suggestion(account.tier, exchange.tiers),
                say("its tiers: {names}", names=listed(map(shown, exchange.tiers))),
            ),
        )
    else:
        yield Objection(
            (*place, "tier"),
            say("the limits of {exchange} depend on no tier", exchange=exchange.title),
            say("remove this line"),
        )


def _unknown(given: str, exchanges: Exchanges) -> str:
    """What to say of an exchange that is none; more of another company that somebody means."""
    letters = _letters(given)
    for exchange in exchanges.values():
        for domain, sentence in exchange.namesakes.items():
            if letters == _letters(domain):
                return say(
                    "unknown exchange {exchange}: {sentence}",
                    exchange=shown(given),
                    sentence=translate(sentence),
                )
    return say("unknown exchange {exchange}", exchange=shown(given))


def _letters(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())


def _credentials(place: Location, account: AccountTable) -> Iterator[Objection]:
    extras = {
        "directory": account.credentials_directory,
        "command": account.credentials_command,
    }
    for source, value in extras.items():
        if value is not None and account.credentials != source:
            yield Objection(
                (*place, f"credentials_{source}"),
                say('is only read with credentials = "{source}"', source=source),
                say('set credentials = "{source}", or remove this line', source=source),
            )
    if account.credentials == "command" and account.credentials_command is None:
        yield Objection(
            (*place, "credentials_command"),
            say('is missing, and credentials is "command"'),
            say('write the program and its arguments: ["op", "read", "op://vault/okx"]'),
        )


def _schedule(place: Location, table: AccountTable | WatchTable) -> Iterator[Objection]:
    if table.every is not None and table.cron is not None:
        yield Objection((*place, "cron"), say('stands next to "every"'), say("keep one of the two"))


def _not_ahead(location: Location, day: date, today: date) -> Iterator[Objection]:
    """One day ahead is the same day somewhere east of UTC; more is a slip of the pen."""
    if (day - today).days > 1:
        yield Objection(
            location,
            say(
                "{day} is in the future (today is {today} in UTC)",
                day=day.isoformat(),
                today=today.isoformat(),
            ),
            say("write the day it happened"),
        )
