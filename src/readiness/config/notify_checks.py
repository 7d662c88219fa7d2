"""The rules of ``[notify]`` that need more than one key."""

from collections.abc import Iterator, Mapping

from readiness.config.errors import Location, shown
from readiness.config.model import ACCOUNT_NAME, AccountTable, ConfigFile
from readiness.config.names import env_prefix
from readiness.config.notify_tables import PLACES, TargetTable
from readiness.config.objection import Objection
from readiness.config.problems import configured
from readiness.language import say


def check_notify(file: ConfigFile) -> Iterator[Objection]:
    """Everything that is wrong with the targets of a file whose shape is right."""
    targets = file.notify.targets
    yield from _names(targets)
    for name, target in targets.items():
        place: Location = ("notify", "targets", name)
        yield from _kind(place, target)
        for index, account in enumerate(target.accounts or ()):
            yield from _account((*place, "accounts", index), account, file.accounts)


def _names(targets: Mapping[str, TargetTable]) -> Iterator[Objection]:
    seen: dict[str, str] = {}
    for name in targets:
        place: Location = ("notify", "targets", name)
        if not ACCOUNT_NAME.fullmatch(name):
            yield Objection(
                place,
                say("{name} is not a name for a target", name=shown(name)),
                say("use letters A-Z and a-z, digits, _ and - only"),
            )
            continue
        first = seen.setdefault(env_prefix(name), name)
        if first != name:
            yield Objection(
                place,
                say("{name} and {first} share an environment variable", name=name, first=first),
                say("rename one of them so that they differ in more than case and punctuation"),
            )


def _kind(place: Location, target: TargetTable) -> Iterator[Objection]:
    if target.kind == "apprise" and target.url not in PLACES:
        yield Objection(
            (*place, "url"),
            say("stands in the file, and an apprise URL holds a password or a token"),
            say(
                'set url = "keyring" and store it with `readiness notify set NAME`, or '
                'use url = "env" or "directory"'
            ),
        )
    if target.kind == "ping" and target.on is not None:
        yield Objection(
            (*place, "on"),
            say("is not read for a ping, which is sent after every scan"),
            say("remove the line"),
        )
    if target.kind != "ping" and target.start:
        yield Objection(
            (*place, "start"), say('is only read with kind = "ping"'), say("remove the line")
        )


def _account(
    location: Location, name: str, accounts: Mapping[str, AccountTable]
) -> Iterator[Objection]:
    account = accounts.get(name)
    if account is None:
        yield Objection(
            location,
            say("there is no account {name}", name=shown(name)),
            configured(name, accounts),
        )
    elif account.parent is not None:
        yield Objection(
            location,
            say("{name} belongs to another account, and is no entry of its own", name=name),
            say("name {parent}, which it belongs to", parent=shown(account.parent)),
        )
