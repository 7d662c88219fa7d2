"""Accounts that belong to another one: sub-accounts, and parts under a key of their own."""

from collections.abc import Iterator, Mapping

from readiness.config.errors import Location, shown
from readiness.config.model import AccountTable
from readiness.config.objection import Objection
from readiness.config.problems import configured
from readiness.config.settings import ExchangeLike
from readiness.language import say

Accounts = Mapping[str, AccountTable]
Exchanges = Mapping[str, ExchangeLike]


def check_parents(accounts: Accounts, exchanges: Exchanges) -> Iterator[Objection]:
    """What is wrong with what belongs to what."""
    for name, account in accounts.items():
        part_of = exchanges[account.exchange].part_of if account.exchange in exchanges else ""
        if part_of:
            yield from _part(name, accounts, exchanges, exchanges[part_of])
        else:
            yield from _sub_account(name, accounts, exchanges)
    yield from _twins(accounts)
    yield from _twin_parts(accounts)


def _part(
    name: str, accounts: Accounts, exchanges: Exchanges, whole: ExchangeLike
) -> Iterator[Objection]:
    """A part of an account: by itself, or with the account that it is a part of."""
    place: Location = ("accounts", name)
    account = accounts[name]
    title = exchanges[account.exchange].title
    if account.sub_account is not None:
        yield Objection(
            (*place, "sub_account"),
            say("stands in the table of {title}, which is no sub-account", title=title),
            say("remove it; parent names the account at {whole}", whole=whole.title),
        )
    if account.parent is None:
        return
    yield from _closure(place, account.parent, account)
    yield from _parent(name, account.parent, accounts)
    parent = accounts.get(account.parent)
    theirs = exchanges.get(parent.exchange) if parent is not None else None
    if theirs is not None and account.parent != name and theirs.id != whole.id:
        yield Objection(
            (*place, "parent"),
            say(
                "{parent} is at {theirs}, and {title} is a part of an account at {whole}",
                parent=account.parent,
                theirs=theirs.title,
                title=title,
                whole=whole.title,
            ),
            say("name the account at {whole}", whole=whole.title),
        )


def _sub_account(name: str, accounts: Accounts, exchanges: Exchanges) -> Iterator[Objection]:
    place: Location = ("accounts", name)
    account = accounts[name]
    if account.parent is None and account.sub_account is None:
        return
    exchange = exchanges.get(account.exchange)
    if exchange is not None and not exchange.lists_sub_accounts:
        yield Objection(
            (*place, "sub_account" if account.parent is None else "parent"),
            say("{title} lists no sub-accounts to their main account", title=exchange.title),
            say("remove parent and sub_account: it is scanned as an account of its own"),
        )
        return
    if account.parent is None:
        yield Objection(
            (*place, "parent"),
            say("is missing, and sub_account is set"),
            say("name the configured account that it is a sub-account of, or remove sub_account"),
        )
        return
    if account.sub_account is None:
        yield Objection(
            (*place, "sub_account"),
            say("is missing, and parent is set"),
            say("write the sub-account's name as the exchange gives it, or remove parent"),
        )
    yield from _closure(place, account.parent, account)
    yield from _parent(name, account.parent, accounts)
    parent = accounts.get(account.parent)
    if parent is None or parent.parent is not None:
        return
    theirs = exchanges.get(parent.exchange)
    if exchange is not None and theirs is not None and exchange.id != theirs.id:
        yield Objection(
            (*place, "parent"),
            say(
                "{parent} is at {theirs}, and this account at {mine}",
                parent=account.parent,
                theirs=theirs.title,
                mine=exchange.title,
            ),
            say("a sub-account is at the same exchange as its parent"),
        )


def _closure(place: Location, parent: str, account: AccountTable) -> Iterator[Objection]:
    if account.closure is not None:
        yield Objection(
            (*place, "closure"),
            say("stands in the table of what belongs to another account"),
            say(
                "a closing request is for the whole account: move it to {parent}",
                parent=shown(parent),
            ),
        )


def _parent(name: str, parent: str, accounts: Accounts) -> Iterator[Objection]:
    """Whether the parent is an account that stands by itself."""
    location: Location = ("accounts", name, "parent")
    other = accounts.get(parent)
    if parent == name:
        yield Objection(
            location, say("an account cannot be its own parent"), say("name the main account")
        )
    elif other is None:
        yield Objection(
            location,
            say("there is no account {parent}", parent=shown(parent)),
            configured(parent, accounts),
        )
    elif other.parent is not None:
        yield Objection(
            location,
            say(
                "{account} itself belongs to {parent}",
                account=parent,
                parent=shown(other.parent),
            ),
            say("name the main account"),
        )


def _twins(accounts: Accounts) -> Iterator[Objection]:
    """Two entries for one sub-account."""
    seen: dict[tuple[str, str], str] = {}
    for name, account in accounts.items():
        if account.parent is None or account.sub_account is None:
            continue
        first = seen.setdefault((account.parent, account.sub_account), name)
        if first != name:
            yield Objection(
                ("accounts", name, "sub_account"),
                say("is the sub-account that {first} already stands for", first=first),
                say("remove one of the two, or mend its name"),
            )


def _twin_parts(accounts: Accounts) -> Iterator[Objection]:
    """Two entries for one part: there is one of each kind in an account."""
    seen: dict[tuple[str, str], str] = {}
    for name, account in accounts.items():
        if account.parent is None or account.sub_account is not None:
            continue
        first = seen.setdefault((account.parent, account.exchange), name)
        if first != name:
            yield Objection(
                ("accounts", name, "parent"),
                say(
                    "{parent} already has {first} as its part of that kind",
                    parent=account.parent,
                    first=first,
                ),
                say("remove one of the two, or mend its parent"),
            )
